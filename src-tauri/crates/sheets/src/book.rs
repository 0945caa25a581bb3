//! Excel workbooks: the container is weighed first, then the cells are read one by one.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx};

use crate::{Builder, Form, Limits, Origin, Sheet, SheetError, text};

/// Entries smaller than this may be as dense as they like: a megabyte hurts nobody.
const SMALL: u64 = 1 << 20;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    weigh(bytes, limits)?;
    // The reader of workbooks is foreign code fed with foreign bytes: should it panic, the file is simply broken.
    catch_unwind(AssertUnwindSafe(|| cells(bytes, limits))).unwrap_or(Err(SheetError::Broken))
}

/// Refuses containers that unpack to too much: first by what their directory says, then, because a directory can lie,
/// by unpacking each entry into nothing up to its stated size.
fn weigh(bytes: &[u8], limits: &Limits) -> Result<(), SheetError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Broken)?;
    if archive.len() > limits.zip_entries {
        return Err(SheetError::TooDense);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(SheetError::NotTable);
    }
    let mut total = 0u64;
    for index in 0..archive.len() {
        let entry = archive
            .by_index_raw(index)
            .map_err(|_| SheetError::Broken)?;
        let (size, packed) = (entry.size(), entry.compressed_size());
        total = total.saturating_add(size);
        if total > limits.zip_bytes
            || size > SMALL && size > packed.saturating_mul(limits.zip_ratio)
        {
            return Err(SheetError::TooDense);
        }
    }
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| SheetError::Broken)?;
        let stated = entry.size();
        let unpacked = std::io::copy(&mut entry.take(stated + 1), &mut std::io::sink())
            .map_err(|_| SheetError::Broken)?;
        if unpacked > stated {
            return Err(SheetError::TooDense);
        }
    }
    Ok(())
}

fn cells(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Broken)?;
    for sheet in book.sheet_names() {
        match one(&mut book, &sheet, limits) {
            Err(SheetError::Empty) => {}
            other => return other,
        }
    }
    Err(SheetError::Empty)
}

/// Cells come one by one, so that a sheet that claims a million columns costs only the cells it has.
fn one(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, limits: &Limits) -> Result<Sheet, SheetError> {
    let mut reader = book
        .worksheet_cells_reader(sheet)
        .map_err(|_| SheetError::Broken)?;
    let mut builder = Builder::new(limits);
    let (mut row, mut column) = (0u32, 0u32);
    let mut buffer = String::new();
    while let Some(cell) = reader.next_cell().map_err(|_| SheetError::Broken)? {
        let Some(origin) = write(cell.get_value(), &mut buffer) else {
            continue;
        };
        let (at_row, at_column) = cell.get_position();
        if at_row != row {
            if at_row < row {
                return Err(SheetError::Broken);
            }
            builder.end_row(row.saturating_add(1))?;
            (row, column) = (at_row, 0);
        }
        let number = row.saturating_add(1);
        if at_column < column {
            return Err(SheetError::Broken);
        }
        if at_column >= limits.columns {
            return Err(SheetError::TooManyColumns {
                row: number,
                limit: limits.columns,
            });
        }
        while column < at_column {
            builder.push(number, "", Origin::Text)?;
            column += 1;
        }
        builder.push(number, &buffer, origin)?;
        column += 1;
    }
    builder.end_row(row.saturating_add(1))?;
    builder.finish(Form::Xlsx {
        sheet: sheet.to_owned(),
    })
}

/// Writes the value's text into `into`; nothing for an empty cell.
fn write(value: &DataRef<'_>, into: &mut String) -> Option<Origin> {
    use std::fmt::Write;
    into.clear();
    let origin = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => plain(text, into),
        DataRef::SharedString(text) => plain(text, into),
        DataRef::Int(number) => {
            write!(into, "{number}").ok()?;
            Origin::Number
        }
        DataRef::Float(number) => {
            write!(into, "{number}").ok()?;
            Origin::Number
        }
        DataRef::Bool(yes) => plain(if *yes { "TRUE" } else { "FALSE" }, into),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            write!(into, "{year:04}-{month:02}-{day:02}").ok()?;
            if (hour, minute) != (0, 0) {
                write!(into, " {hour:02}:{minute:02}").ok()?;
            }
            Origin::Date
        }
        DataRef::DateTime(span) => {
            write!(into, "{}", span.as_f64()).ok()?;
            Origin::Number
        }
        DataRef::DateTimeIso(text) => {
            into.push_str(&text.replacen('T', " ", 1));
            Origin::Date
        }
        DataRef::DurationIso(text) => plain(text, into),
        DataRef::Error(error) => plain(&error.to_string(), into),
    };
    if into.is_empty() { None } else { Some(origin) }
}

/// Texts of workbooks may hold `_x000D_` marks and NULs nobody sees; NULs go, the rest stays as it is.
fn plain(text: &str, into: &mut String) -> Origin {
    into.extend(text.chars().filter(|letter| *letter != '\0'));
    text::origin(into)
}
