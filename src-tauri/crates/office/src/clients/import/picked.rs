//! What every list has that is brought in from a spreadsheet – a base of clients, a site's consents: the picked file, what its
//! columns mean, and the rows that are handed back.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as B64;
use sha2::{Digest, Sha256};
use sheets::{Limits, Sheet};

use super::ImportError;
use crate::door::Read;
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::journal::hex;

/// Examples of a column's cells.
const EXAMPLES: usize = 3;
/// Rows among which examples are looked for.
const SEARCHED: usize = 50;

/// A spreadsheet that somebody picked, read.
pub(crate) struct Picked {
    pub sheet: Sheet,
    /// The file's name.
    pub name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub hash: String,
}

impl Picked {
    /// Reads a file on the computer where the core runs, or bytes that were sent, base64, with their name.
    pub fn read(path: Option<&str>, bytes: Option<&str>, name: Option<String>) -> Result<Self> {
        let limits = Limits::default();
        let (bytes, name) = match (path.map(Path::new), bytes) {
            (Some(path), _) => {
                let name = path.file_name().unwrap_or_default();
                let bytes = sheets::load(path, &limits).map_err(ImportError::from)?;
                (bytes, name.to_string_lossy().into_owned())
            }
            (None, Some(text)) => {
                let bytes = B64.decode(text).map_err(|_| ImportError::Bytes)?;
                (bytes, name.unwrap_or_default())
            }
            (None, None) => return Err(ImportError::Sheet(sheets::SheetError::Empty).into()),
        };
        Ok(Picked {
            sheet: sheets::read(&bytes, &limits).map_err(ImportError::from)?,
            hash: hex(Sha256::digest(&bytes)),
            name,
        })
    }
}

/// How the columns of a list are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns<M> {
    /// Place of the heading row, if there is one; people stand below it.
    pub head: Option<usize>,
    /// What each column means; none: it isn't read.
    pub meanings: Vec<Option<M>>,
}

/// A column as a preview shows it.
pub(crate) struct Seen<M> {
    pub column: u32,
    pub heading: String,
    pub meaning: Option<M>,
    pub examples: Vec<String>,
}

impl<M: Copy + PartialEq> Columns<M> {
    /// Place of the first row under the heading.
    pub fn first(&self) -> usize {
        self.head.map_or(0, |at| at + 1)
    }

    /// Number of the heading row, as a spreadsheet program shows it.
    pub fn heading_row(&self, sheet: &Sheet) -> Option<u32> {
        Some(sheet.row(self.head?)?.number())
    }

    pub fn has(&self, meaning: M) -> bool {
        self.meanings.contains(&Some(meaning))
    }

    /// Gives a column a meaning, which moves from the column that had it. None if there is no such column.
    pub fn set(&mut self, column: u32, meaning: Option<M>) -> Option<()> {
        let place = usize::try_from(column).ok()?;
        if place >= self.meanings.len() {
            return None;
        }
        for had in &mut self.meanings {
            if *had == meaning {
                *had = None;
            }
        }
        self.meanings[place] = meaning;
        Some(())
    }

    /// Every column with its heading and a few of its cells.
    pub fn seen<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = Seen<M>> + 'a {
        let examples = move |at: usize| {
            let rows = sheet.rows().skip(self.first()).take(SEARCHED);
            rows.map(|row| row.cell(at).text.trim().to_owned())
                .filter(|text| !text.is_empty())
                .take(EXAMPLES)
                .collect()
        };
        let each = self.meanings.iter().enumerate();
        each.map(move |(at, meaning)| Seen {
            column: count(at),
            heading: self.heading(sheet, at),
            meaning: *meaning,
            examples: examples(at),
        })
    }

    fn heading(&self, sheet: &Sheet, at: usize) -> String {
        let head = self.head.and_then(|head| sheet.row(head));
        head.map_or_else(String::new, |row| row.cell(at).text.to_owned())
    }

    /// The rows that didn't land, as they stood in the file, each with its reasons in words.
    pub fn bad_rows(
        &self,
        cx: &Read<'_>,
        sheet: &Sheet,
        name: &str,
        bad: impl Iterator<Item = (usize, Vec<String>)>,
    ) -> Result<SavedFile> {
        let word = |key: &str| cx.texts().get(cx.lang(), key, &Args::none());
        let mut heads = vec![
            word("clients-import-bad-row"),
            word("clients-import-bad-reason"),
        ];
        heads.extend((0..sheet.width()).map(|at| self.heading(sheet, at)));
        let row = |(at, reasons): (usize, Vec<String>)| {
            let row = sheet.row(at)?;
            let mut cells = vec![row.number().to_string(), reasons.join("; ")];
            cells.extend(row.cells().map(|cell| cell.text.to_owned()));
            Some(cells)
        };
        let title = word("clients-import-bad-sheet");
        let table = papers::Table {
            name: title.clone(),
            heads,
            rows: bad.filter_map(row).collect(),
        };
        let bytes = papers::xlsx(&table).map_err(ImportError::from)?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Ok(SavedFile::new(format!("{title} {stem}.xlsx"), &bytes))
    }
}

/// A number of rows or columns, for a window.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
