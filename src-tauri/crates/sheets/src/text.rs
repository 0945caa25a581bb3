//! Separated text: which encoding, which separator, and the rows.

use std::borrow::Cow;

use crate::{Builder, Form, Limits, Origin, Sheet, SheetError};

/// Encodings that spreadsheet programs in Kazakhstan save text in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark ("Unicode text" of Excel).
    Utf16,
    /// Windows-1251. It has no Kazakh letters: whatever saved the file has already put `?` in their place.
    Windows1251,
}

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `;`
    Semicolon,
    /// `,`
    Comma,
    /// Tab
    Tab,
}

impl Separator {
    const ALL: [Separator; 3] = [Separator::Semicolon, Separator::Comma, Separator::Tab];

    fn char(self) -> char {
        match self {
            Separator::Semicolon => ';',
            Separator::Comma => ',',
            Separator::Tab => '\t',
        }
    }
}

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    let (text, encoding) = decode(bytes);
    if let Some(at) = text.find('\0') {
        let before = text.get(..at).unwrap_or("");
        let row = u32::try_from(before.matches('\n').count())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        return Err(SheetError::Nul { row });
    }
    let (text, told) = told_separator(&text);
    let separator = told.unwrap_or_else(|| likely_separator(text));
    let mut builder = Builder::new(limits);
    // `sep=;` is a row of its own for Excel: numbers go on after it.
    split(
        text,
        separator.char(),
        if told.is_some() { 2 } else { 1 },
        usize::MAX,
        &mut builder,
    )?;
    builder.finish(Form::Csv {
        encoding,
        separator,
    })
}

/// Windows-1251 accepts any bytes at all, so it is what remains when the bytes aren't UTF-8. A UTF-8 file with a
/// damaged byte or two is still UTF-8: its many good sequences can't be chance.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or(&[]));
        let name = if encoding == encoding_rs::UTF_8 {
            Encoding::Utf8
        } else {
            Encoding::Utf16
        };
        return (text, name);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), Encoding::Utf8);
    }
    let (good, broken) = sequences(bytes);
    if good > broken.saturating_mul(10) {
        return (String::from_utf8_lossy(bytes), Encoding::Utf8);
    }
    let (text, _) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes);
    (text, Encoding::Windows1251)
}

/// How many letters of several bytes are good UTF-8 and how many pieces are not.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(good, broken), chunk| {
        let wide = chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        (
            good + wide,
            broken + usize::from(!chunk.invalid().is_empty()),
        )
    })
}

/// Excel's own first line, `sep=;`.
fn told_separator(text: &str) -> (&str, Option<Separator>) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (text, None);
    };
    let told = match first.trim_end_matches('\r').to_ascii_lowercase().as_str() {
        "sep=;" => Separator::Semicolon,
        "sep=," => Separator::Comma,
        "sep=\t" => Separator::Tab,
        _ => return (text, None),
    };
    (rest, Some(told))
}

/// The separator that cuts the beginning of the file into the most rows of one width, then into the most columns.
fn likely_separator(text: &str) -> Separator {
    let limits = Limits {
        columns: u32::from(u16::MAX),
        ..Limits::default()
    };
    let score = |separator: Separator| {
        let mut builder = Builder::new(&limits);
        // An open quote at the end of a sample isn't a fault of the file.
        let _ = split(text, separator.char(), 1, 60, &mut builder);
        let mut widths: Vec<u16> = builder
            .rows
            .iter()
            .map(|row| row.len)
            .filter(|width| *width > 1)
            .collect();
        widths.sort_unstable();
        let most = widths
            .chunk_by(|a, b| a == b)
            .map(|same| (same.len(), same.first().copied()))
            .max();
        (widths.len(), most)
    };
    Separator::ALL
        .into_iter()
        .max_by_key(|separator| (score(*separator), *separator == Separator::Semicolon))
        .unwrap_or(Separator::Semicolon)
}

/// Cuts the text into rows. A quotation mark counts only at the start of a cell, as spreadsheet programs read it:
/// `ТОО "Ромашка"` needs none. Stops after `most` rows.
fn split(
    text: &str,
    separator: char,
    first: u32,
    most: usize,
    builder: &mut Builder<'_>,
) -> Result<(), SheetError> {
    let mut row = first;
    let mut rest = text;
    let mut quoted = String::new();
    let mut rows = 0;
    while !rest.is_empty() && rows < most {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(inner) => {
                let after = unquote(inner, &mut quoted).ok_or(SheetError::OpenQuote { row })?;
                // Whatever stands between the closing mark and the separator belongs to the cell.
                let end = after.find([separator, '\n', '\r']).unwrap_or(after.len());
                let (tail, after) = after.split_at(end);
                quoted.push_str(tail);
                (quoted.as_str(), after)
            }
            None => rest.split_at(rest.find([separator, '\n', '\r']).unwrap_or(rest.len())),
        };
        builder.push(row, cell, origin(cell))?;
        rest = after;
        if let Some(next) = rest.strip_prefix(separator) {
            rest = next;
            if rest.is_empty() || rest.starts_with(['\n', '\r']) {
                builder.push(row, "", Origin::Text)?;
            } else {
                continue;
            }
        }
        rest = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\n', '\r']))
            .unwrap_or(rest);
        builder.end_row(row)?;
        row = row.saturating_add(1);
        rows += 1;
    }
    Ok(())
}

/// Reads up to the closing mark into `into` (a doubled mark is one); what follows, or nothing if it never closes.
fn unquote<'t>(inner: &'t str, into: &mut String) -> Option<&'t str> {
    into.clear();
    let mut rest = inner;
    loop {
        let (part, after) = rest.split_once('"')?;
        into.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                into.push('"');
                rest = more;
            }
            None => return Some(after),
        }
    }
}

/// Text that a spreadsheet would run. Only `=` is sure: `+7 701…` and `-` are honest cells of our files.
pub(crate) fn origin(text: &str) -> Origin {
    if text.trim_start().trim_start_matches('\'').starts_with('=') {
        Origin::Formula
    } else {
        Origin::Text
    }
}
