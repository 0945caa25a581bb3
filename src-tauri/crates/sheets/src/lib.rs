//! Reads the spreadsheets that branches really have: CSV and XLSX, whatever their encoding, into rows of text.
//!
//! Foreign files are hostile until read: nothing here trusts a size, a count or an offset that the file states about
//! itself, nothing panics, and every refusal is a typed [`SheetError`] that a person can be told about.
//! What a cell *means* is none of this crate's business: it only keeps how the cell was stored ([`Origin`]), so that
//! whoever repairs dates and numbers can tell a number from a text that looks like one.

mod book;
mod text;

use std::io::Read;
use std::path::Path;

pub use text::{Encoding, Separator};

/// How a cell was stored in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Plain text; everything in a CSV file but formulas.
    Text,
    /// A number of a workbook; the text is its shortest exact form (`850615499005`, `0.5`).
    Number,
    /// A date of a workbook; the text is `YYYY-MM-DD`, with ` HH:MM` after it when there is a time of day.
    Date,
    /// Text that a spreadsheet would run as a formula (`=HYPERLINK(…)`); it is never evaluated.
    Formula,
}

/// One cell: its text and how it was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The text, never longer than [`Limits::cell_bytes`].
    pub text: &'a str,
    /// How the file kept it.
    pub origin: Origin,
}

impl Cell<'_> {
    const EMPTY: Cell<'static> = Cell {
        text: "",
        origin: Origin::Text,
    };
}

/// Where a sheet came from, so that the person who opened it can be told how it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Separated text.
    Csv {
        /// The encoding found.
        encoding: Encoding,
        /// The separator found.
        separator: Separator,
    },
    /// An Excel workbook.
    Xlsx {
        /// Name of the sheet that was read: the first one with anything in it.
        sheet: String,
    },
}

/// What a file may cost us at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Size of the file, in bytes.
    pub file_bytes: u64,
    /// Rows of a sheet.
    pub rows: u32,
    /// Columns of a row, trailing empty cells not counted.
    pub columns: u32,
    /// Bytes of one cell in UTF-8.
    pub cell_bytes: usize,
    /// Entries in a zip container.
    pub zip_entries: usize,
    /// How many times larger than packed a zip entry may be when unpacked.
    pub zip_ratio: u64,
    /// Bytes of all zip entries together when unpacked.
    pub zip_bytes: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            file_bytes: 100 << 20,
            rows: 2_000_000,
            columns: 200,
            cell_bytes: 32 << 10,
            zip_entries: 10_000,
            zip_ratio: 100,
            zip_bytes: 1 << 30,
        }
    }
}

/// Why a file can't be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SheetError {
    /// The file is larger than allowed.
    #[error("the file is larger than {limit_mb} MB")]
    TooLarge {
        /// The limit, in megabytes.
        limit_mb: u64,
    },
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The bytes are a picture, whatever the name says.
    #[error("the file is a picture")]
    Picture,
    /// The old binary Excel form, or a workbook locked with a password (both are kept in the same container).
    #[error("an old or password-protected Excel file")]
    OldOrLockedExcel,
    /// Some other kind of file: not text, not a workbook.
    #[error("not a table")]
    NotTable,
    /// NUL characters: the file is damaged or isn't text.
    #[error("NUL characters at row {row}")]
    Nul {
        /// Row as the spreadsheet program numbers it, from 1.
        row: u32,
    },
    /// A quotation mark opens and nothing closes it.
    #[error("a quotation mark opened at row {row} is never closed")]
    OpenQuote {
        /// Row where it opens.
        row: u32,
    },
    /// More rows than allowed.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: u32,
    },
    /// More columns than allowed.
    #[error("row {row} has more than {limit} columns")]
    TooManyColumns {
        /// The row.
        row: u32,
        /// The limit.
        limit: u32,
    },
    /// A cell longer than allowed.
    #[error("a cell at row {row} is longer than {limit_kb} KB")]
    CellTooLong {
        /// The row.
        row: u32,
        /// The limit, in kilobytes.
        limit_kb: usize,
    },
    /// A zip container that unpacks to far more than it holds.
    #[error("the workbook unpacks to too much")]
    TooDense,
    /// The workbook is damaged.
    #[error("the workbook is damaged")]
    Broken,
    /// The file could not be opened or read at all.
    #[error("the file can't be read: {0}")]
    Unreadable(std::io::ErrorKind),
}

impl SheetError {
    /// A stable word for each error, for catalogues of texts.
    pub fn code(&self) -> &'static str {
        match self {
            SheetError::TooLarge { .. } => "too_large",
            SheetError::Empty => "empty",
            SheetError::Picture => "picture",
            SheetError::OldOrLockedExcel => "old_or_locked_excel",
            SheetError::NotTable => "not_table",
            SheetError::Nul { .. } => "nul",
            SheetError::OpenQuote { .. } => "open_quote",
            SheetError::TooManyRows { .. } => "too_many_rows",
            SheetError::TooManyColumns { .. } => "too_many_columns",
            SheetError::CellTooLong { .. } => "cell_too_long",
            SheetError::TooDense => "too_dense",
            SheetError::Broken => "broken",
            SheetError::Unreadable(_) => "unreadable",
        }
    }
}

/// Rows of text cells. All texts lie in one string: a million rows cost about what the file weighs.
#[derive(Debug)]
pub struct Sheet {
    /// How the file was understood.
    pub form: Form,
    text: String,
    cells: Vec<Span>,
    rows: Vec<RowSpan>,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    start: u32,
    len: u16,
    origin: Origin,
}

#[derive(Debug, Clone, Copy)]
struct RowSpan {
    number: u32,
    start: u32,
    len: u16,
}

/// One row of a [`Sheet`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    span: RowSpan,
}

impl<'a> Row<'a> {
    /// The row's number as the spreadsheet program shows it, from 1.
    pub fn number(&self) -> u32 {
        self.span.number
    }

    /// How many cells the row has; trailing empty ones aren't counted.
    pub fn len(&self) -> usize {
        usize::from(self.span.len)
    }

    /// Whether the row has no cells at all. Such rows aren't kept, so only a made-up row answers yes.
    pub fn is_empty(&self) -> bool {
        self.span.len == 0
    }

    /// The cell of a column, from 0; an empty one past the end.
    pub fn cell(&self, column: usize) -> Cell<'a> {
        if column >= self.len() {
            return Cell::EMPTY;
        }
        self.sheet
            .cells
            .get(self.span.start as usize + column)
            .and_then(|span| {
                let start = span.start as usize;
                let text = self.sheet.text.get(start..start + usize::from(span.len))?;
                Some(Cell {
                    text,
                    origin: span.origin,
                })
            })
            .unwrap_or(Cell::EMPTY)
    }

    /// The cells from the first to the last that isn't empty.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        let row = *self;
        (0..row.len()).map(move |column| row.cell(column))
    }
}

impl Sheet {
    /// How many rows have anything in them.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row has anything in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at a place, from 0, blank rows not counted.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        self.rows.get(index).map(|span| Row {
            sheet: self,
            span: *span,
        })
    }

    /// All rows that have anything in them, in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|span| Row {
            sheet: self,
            span: *span,
        })
    }

    /// Columns of the widest row.
    pub fn width(&self) -> usize {
        self.rows
            .iter()
            .map(|row| usize::from(row.len))
            .max()
            .unwrap_or(0)
    }
}

/// Collects cells into a [`Sheet`] and keeps the limits.
struct Builder<'l> {
    limits: &'l Limits,
    text: String,
    cells: Vec<Span>,
    rows: Vec<RowSpan>,
    row_start: usize,
}

impl<'l> Builder<'l> {
    fn new(limits: &'l Limits) -> Builder<'l> {
        Builder {
            limits,
            text: String::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            row_start: 0,
        }
    }

    fn push(&mut self, row: u32, text: &str, origin: Origin) -> Result<(), SheetError> {
        let too_long = SheetError::CellTooLong {
            row,
            limit_kb: self.limits.cell_bytes >> 10,
        };
        if text.len() > self.limits.cell_bytes {
            return Err(too_long);
        }
        let start = u32::try_from(self.text.len()).map_err(|_| SheetError::TooLarge {
            limit_mb: self.limits.file_bytes >> 20,
        })?;
        let len = u16::try_from(text.len()).map_err(|_| too_long)?;
        self.text.push_str(text);
        self.cells.push(Span { start, len, origin });
        Ok(())
    }

    /// Ends the row with this number, dropping what is empty at its end; a blank row leaves no trace.
    fn end_row(&mut self, number: u32) -> Result<(), SheetError> {
        while self.cells.len() > self.row_start
            && self.cells.last().is_some_and(|cell| self.blank(cell))
        {
            self.cells.pop();
        }
        let width = self.cells.len() - self.row_start;
        if width > 0 {
            if self.rows.len() >= self.limits.rows as usize {
                return Err(SheetError::TooManyRows {
                    limit: self.limits.rows,
                });
            }
            let limit = self.limits.columns;
            let len = u16::try_from(width)
                .ok()
                .filter(|width| u32::from(*width) <= limit)
                .ok_or(SheetError::TooManyColumns { row: number, limit })?;
            let start = u32::try_from(self.row_start).map_err(|_| SheetError::TooLarge {
                limit_mb: self.limits.file_bytes >> 20,
            })?;
            self.rows.push(RowSpan { number, start, len });
        }
        self.row_start = self.cells.len();
        Ok(())
    }

    fn blank(&self, span: &Span) -> bool {
        let start = span.start as usize;
        self.text
            .get(start..start + usize::from(span.len))
            .is_none_or(|text| text.trim().is_empty())
    }

    fn finish(self, form: Form) -> Result<Sheet, SheetError> {
        if self.rows.is_empty() {
            return Err(SheetError::Empty);
        }
        Ok(Sheet {
            form,
            text: self.text,
            cells: self.cells,
            rows: self.rows,
        })
    }
}

/// Reads the file at `path`; its size is looked at before its contents.
pub fn read_file(path: &Path, limits: &Limits) -> Result<Sheet, SheetError> {
    let bytes = load(path, limits)?;
    read(&bytes, limits)
}

/// The bytes of the file at `path`, if it isn't larger than allowed.
pub fn load(path: &Path, limits: &Limits) -> Result<Vec<u8>, SheetError> {
    let unreadable = |error: std::io::Error| SheetError::Unreadable(error.kind());
    let too_large = SheetError::TooLarge {
        limit_mb: limits.file_bytes >> 20,
    };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > limits.file_bytes {
        return Err(too_large);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // The file may grow while it is read, and a device has no size at all.
    file.take(limits.file_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(too_large);
    }
    Ok(bytes)
}

/// Reads a table from bytes. What the bytes begin with decides what they are; a name decides nothing.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(SheetError::TooLarge {
            limit_mb: limits.file_bytes >> 20,
        });
    }
    match kind(bytes) {
        Kind::Nothing => Err(SheetError::Empty),
        Kind::Picture => Err(SheetError::Picture),
        Kind::OldOffice => Err(SheetError::OldOrLockedExcel),
        Kind::Other => Err(SheetError::NotTable),
        Kind::Zip => book::read(bytes, limits),
        Kind::Text => text::read(bytes, limits),
    }
}

enum Kind {
    Nothing,
    Zip,
    Picture,
    OldOffice,
    Other,
    Text,
}

fn kind(bytes: &[u8]) -> Kind {
    const PICTURES: [&[u8]; 6] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"BM",
        b"II*\0",
        b"MM\0*",
    ];
    const OTHERS: [&[u8]; 5] = [b"%PDF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\x7fELF"];
    if bytes.is_empty() {
        Kind::Nothing
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Kind::Zip
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Kind::OldOffice
    } else if is_picture(bytes, &PICTURES) {
        Kind::Picture
    } else if OTHERS.iter().any(|magic| bytes.starts_with(magic)) {
        Kind::Other
    } else {
        Kind::Text
    }
}

fn is_picture(bytes: &[u8], magics: &[&[u8]]) -> bool {
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    // "BM" could begin an honest text; a bitmap has zero bytes right after its size.
    webp || magics.iter().any(|magic| {
        bytes.starts_with(magic) && (*magic != b"BM" || bytes.get(6..10) == Some(&[0, 0, 0, 0]))
    })
}

#[cfg(test)]
mod tests;
