//! What is printed or saved: papers, spreadsheets, lists.
//!
//! A cell is always a text. What we write may have come from strangers' files and will be opened in a spreadsheet
//! program by somebody who trusts us, so nothing here can become a formula.

mod paper;

pub use paper::{Choice, Fact, NoPress, Paper, Part, Press};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};

/// Longest text that Excel keeps in a cell, in UTF-16 units.
const CELL_UNITS: usize = 32_767;
/// Rows of a sheet, the heading included.
const SHEET_ROWS: usize = 1_048_576;
/// Letters Excel allows in a sheet's name.
const SHEET_NAME: usize = 31;

/// A plain table: a heading and rows of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet; what Excel doesn't allow in it is dropped.
    pub name: String,
    /// Column headings.
    pub heads: Vec<String>,
    /// Rows; a short row ends early.
    pub rows: Vec<Vec<String>>,
}

/// Why a table can't be written.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// More rows than a sheet holds.
    #[error("more than {SHEET_ROWS} rows")]
    TooManyRows,
    /// The writer of workbooks failed.
    #[error("the workbook can't be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The typesetter failed: a fault of ours.
    #[error("the paper can't be typeset: {0}")]
    Typeset(String),
}

/// Writes the table as an Excel workbook: one sheet, a frozen heading, every cell a text.
pub fn xlsx(table: &Table) -> Result<Vec<u8>, PaperError> {
    if table.rows.len() >= SHEET_ROWS {
        return Err(PaperError::TooManyRows);
    }
    // The text format keeps what a person types into the cell later a text too: leading zeros of an IIN stay.
    let text = Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top);
    let head = Format::new()
        .set_num_format("@")
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(&table.name))?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, name) in (0u16..).zip(&table.heads) {
        sheet.set_column_format(column, &text)?;
        sheet.set_column_width(column, width(table, usize::from(column)))?;
        sheet.write_string_with_format(0, column, cell(name), &head)?;
    }
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (column, value) in (0u16..).zip(cells).filter(|(_, value)| !value.is_empty()) {
            sheet.write_string_with_format(row, column, cell(value), &text)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Writes the table as CSV for Excel as it is set up in Kazakhstan: UTF-8 with a mark, semicolons, everything quoted.
/// A cell that a spreadsheet would run gets an apostrophe in front, as Excel itself writes it.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    for row in std::iter::once(&table.heads).chain(&table.rows) {
        for (at, value) in row.iter().enumerate() {
            if at > 0 {
                out.push(';');
            }
            out.push('"');
            if could_run(value) {
                out.push('\'');
            }
            out.push_str(&value.replace('\0', "").replace('"', "\"\""));
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// Whether some spreadsheet program could take the text for a formula or a command. Fullwidth signs count too: some
/// programs fold them into plain ones.
pub fn could_run(value: &str) -> bool {
    let signs = [
        '=', '+', '-', '@', '|', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '｜',
    ];
    value.starts_with(signs) || value.trim_start().starts_with(signs)
}

/// What a cell of a workbook can hold of a text.
fn cell(value: &str) -> String {
    let mut units = 0;
    value
        .chars()
        .filter(|letter| !matches!(letter, '\0' | '\u{fffe}' | '\u{ffff}'))
        .take_while(|letter| {
            units += letter.len_utf16();
            units <= CELL_UNITS
        })
        .collect()
}

fn sheet_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|letter| !r"[]:*?/\".contains(*letter) && !letter.is_control())
        .collect();
    let mut units = 0;
    let cut: String = kept
        .trim_matches(|letter: char| letter == '\'' || letter.is_whitespace())
        .chars()
        .take_while(|letter| {
            units += letter.len_utf16();
            units <= SHEET_NAME
        })
        .collect();
    if cut.is_empty() || cut.eq_ignore_ascii_case("history") {
        "1".to_owned()
    } else {
        cut
    }
}

/// Columns as wide as their first rows need, within reason.
fn width(table: &Table, column: usize) -> f64 {
    let letters = std::iter::once(&table.heads)
        .chain(table.rows.iter().take(200))
        .filter_map(|row| row.get(column))
        .map(|value| value.chars().count().min(48))
        .max()
        .unwrap_or(0);
    u32::try_from(letters).map_or(10.0, f64::from).max(8.0) + 2.0
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn table(cells: &[&str]) -> Table {
        Table {
            name: "Строки с ошибками: [1]/2 и ещё немного длинного названия".to_owned(),
            heads: vec!["ИИН".to_owned(), "Причина".to_owned()],
            rows: cells
                .iter()
                .map(|cell| vec![(*cell).to_owned(), "б\"в".to_owned()])
                .collect(),
        }
    }

    const RISKY: [&str; 8] = [
        "=1+1",
        "+77011234567",
        "-5",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1+1",
        "=cmd|' /C calc'!A0",
    ];

    #[test]
    fn nothing_in_a_workbook_is_a_formula() {
        let bytes = xlsx(&table(&RISKY)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        assert!(book.worksheet_formula(&name).unwrap().is_empty());
        let cells = book.worksheet_range(&name).unwrap();
        for (row, value) in (1..).zip(RISKY) {
            assert_eq!(
                cells.get_value((row, 0)),
                Some(&Data::String(value.to_owned()))
            );
        }
    }

    #[test]
    fn leading_zeros_stay() {
        let mut book: Xlsx<_> =
            Xlsx::new(Cursor::new(xlsx(&table(&["000229699003"])).unwrap())).unwrap();
        let name = book.sheet_names()[0].clone();
        let cells = book.worksheet_range(&name).unwrap();
        assert_eq!(
            cells.get_value((1, 0)),
            Some(&Data::String("000229699003".to_owned()))
        );
    }

    #[test]
    fn whatever_could_run_is_quoted_in_csv() {
        for value in RISKY {
            assert!(could_run(value), "{value}");
        }
        assert!(!could_run("Әбдірахман") && !could_run("850615499005") && !could_run(""));
        let text = String::from_utf8(csv(&table(&["=1+1", "Цой"]))).unwrap();
        assert_eq!(
            text,
            "\u{feff}\"ИИН\";\"Причина\"\r\n\"'=1+1\";\"б\"\"в\"\r\n\"Цой\";\"б\"\"в\"\r\n"
        );
    }

    #[test]
    fn bad_names_and_long_texts_are_cut() {
        let long = "ә".repeat(40_000);
        let name = table(&[]).name;
        assert!(sheet_name(&name).chars().count() <= SHEET_NAME);
        assert_eq!(sheet_name("'/?'"), "1");
        assert!(xlsx(&table(&[&long, "a\0b\u{ffff}\u{1}", "😀"])).is_ok());
        assert_eq!(cell(&long).chars().count(), CELL_UNITS);
    }
}
