use std::io::Write as _;

use proptest::prelude::*;

use super::*;

fn rows(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    sheet
        .rows()
        .map(|row| (row.number(), row.cells().map(|cell| cell.text).collect()))
        .collect()
}

fn csv(text: &str) -> Sheet {
    read(text.as_bytes(), &Limits::default()).unwrap()
}

fn refuse(bytes: &[u8]) -> SheetError {
    read(bytes, &Limits::default()).unwrap_err()
}

#[test]
fn rows_keep_the_numbers_that_excel_shows() {
    let sheet = csv(
        "Выгрузка;;\r\n;;\r\nФамилия;Имя\r\n\r\n\"Цой\";\"г. Семей; ул. \"\"Абая\"\"\nд. 5\";\r\nЛи;Анна",
    );
    assert_eq!(
        rows(&sheet),
        [
            (1, vec!["Выгрузка"]),
            (3, vec!["Фамилия", "Имя"]),
            (5, vec!["Цой", "г. Семей; ул. \"Абая\"\nд. 5"]),
            (6, vec!["Ли", "Анна"]),
        ]
    );
    assert_eq!(sheet.width(), 2);
    assert_eq!(sheet.row(0).unwrap().cell(7).text, "");
}

#[test]
fn every_separator_is_found() {
    for (mark, separator) in [
        (";", Separator::Semicolon),
        (",", Separator::Comma),
        ("\t", Separator::Tab),
    ] {
        let text = format!(
            "Клиенты, лист 1\nФамилия{mark}Имя{mark}Адрес\nЦой{mark}Ян{mark}\"Семей, Абая; 5\"\n"
        );
        let sheet = csv(&text);
        assert_eq!(
            sheet.form,
            Form::Csv {
                encoding: Encoding::Utf8,
                separator
            }
        );
        assert_eq!(sheet.row(2).unwrap().cell(2).text, "Семей, Абая; 5");
    }
    assert_eq!(csv("sep=,\na,b;c\n").row(0).unwrap().cell(1).text, "b;c");
    assert_eq!(csv("sep=,\na,b;c\n").row(0).unwrap().number(), 2);
    assert_eq!(
        csv("ИИН\n850615499005\n").len(),
        2,
        "one column needs no separator"
    );
}

#[test]
fn every_encoding_is_found() {
    let text = "Фамилия;Имя\nЩербаков;Ян\n";
    let form = |encoding| Form::Csv {
        encoding,
        separator: Separator::Semicolon,
    };
    let mut marked = vec![0xef, 0xbb, 0xbf];
    marked.extend_from_slice(text.as_bytes());
    let (old, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, encoding) in [
        (marked, Encoding::Utf8),
        (old.into_owned(), Encoding::Windows1251),
        (wide, Encoding::Utf16),
    ] {
        let sheet = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(sheet.form, form(encoding));
        assert_eq!(sheet.row(1).unwrap().cell(0).text, "Щербаков");
    }
}

#[test]
fn one_damaged_byte_does_not_turn_utf8_into_windows_1251() {
    let mut bytes = "Фамилия;Имя;Отчество\nЩербаков;Ян;Ильич\n"
        .as_bytes()
        .to_vec();
    let last = bytes.len() - 2;
    bytes[last] = 0xd1;
    let sheet = read(&bytes, &Limits::default()).unwrap();
    assert_eq!(
        sheet.form,
        Form::Csv {
            encoding: Encoding::Utf8,
            separator: Separator::Semicolon
        }
    );
    assert_eq!(sheet.row(1).unwrap().cell(0).text, "Щербаков");
}

#[test]
fn formulas_are_marked_and_never_run() {
    let sheet = csv("a;=HYPERLINK(\"http://example.kz\");+7 701;'=1+1\n");
    let origins: Vec<Origin> = sheet
        .row(0)
        .unwrap()
        .cells()
        .map(|cell| cell.origin)
        .collect();
    assert_eq!(
        origins,
        [Origin::Text, Origin::Formula, Origin::Text, Origin::Formula]
    );
}

#[test]
fn a_quote_counts_only_at_the_start_of_a_cell() {
    let sheet = csv("ТОО \"Ромашка\";5\" труба\n\"a\"б;в\n");
    assert_eq!(
        rows(&sheet),
        [
            (1, vec!["ТОО \"Ромашка\"", "5\" труба"]),
            (2, vec!["aб", "в"])
        ]
    );
    assert_eq!(
        refuse("a;b\nв;\"г\nд;е\n".as_bytes()),
        SheetError::OpenQuote { row: 2 }
    );
}

fn workbook() -> rust_xlsxwriter::Workbook {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Пусто").unwrap();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
    let sheet = book.add_worksheet().set_name("Клиенты").unwrap();
    sheet.write(1, 0, "Фамилия").unwrap();
    sheet.write(1, 2, "ИИН").unwrap();
    sheet.write(3, 0, "Әбдірахман").unwrap();
    sheet.write(3, 2, 850_615_499_005_f64).unwrap();
    sheet.write(3, 3, 0.5).unwrap();
    let born = rust_xlsxwriter::ExcelDateTime::from_ymd(1985, 6, 15).unwrap();
    sheet.write_with_format(3, 4, &born, &date).unwrap();
    sheet.write(3, 5, "=1+1 as text").unwrap();
    book
}

#[test]
fn workbooks_keep_how_cells_were_stored() {
    let sheet = read(&workbook().save_to_buffer().unwrap(), &Limits::default()).unwrap();
    assert_eq!(
        sheet.form,
        Form::Xlsx {
            sheet: "Клиенты".to_owned()
        }
    );
    assert_eq!(sheet.row(0).unwrap().number(), 2);
    let cells: Vec<Cell<'_>> = sheet.row(1).unwrap().cells().collect();
    let cell = |text, origin| Cell { text, origin };
    assert_eq!(
        cells,
        [
            cell("Әбдірахман", Origin::Text),
            cell("", Origin::Text),
            cell("850615499005", Origin::Number),
            cell("0.5", Origin::Number),
            cell("1985-06-15", Origin::Date),
            cell("=1+1 as text", Origin::Formula),
        ]
    );
}

#[test]
fn what_is_not_a_table_says_what_it_is() {
    assert_eq!(refuse(b""), SheetError::Empty);
    assert_eq!(refuse(b" ;; \n\n"), SheetError::Empty);
    assert_eq!(
        refuse(b"\x89PNG\r\n\x1a\n\0\0"),
        SheetError::Picture,
        "a picture renamed .xlsx"
    );
    assert_eq!(refuse(b"\xff\xd8\xff\xe0\0\x10JFIF"), SheetError::Picture);
    assert_eq!(refuse(b"%PDF-1.7"), SheetError::NotTable);
    assert_eq!(
        refuse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        SheetError::OldOrLockedExcel
    );
    assert_eq!(refuse(b"a;b\nc;\0d\n"), SheetError::Nul { row: 2 });
    assert_eq!(refuse(b"PK\x03\x04 and nothing else"), SheetError::Broken);
    let mut cut = workbook().save_to_buffer().unwrap();
    cut.truncate(cut.len() / 2);
    assert_eq!(refuse(&cut), SheetError::Broken);
    let missing = read_file(Path::new("/nowhere/at all.csv"), &Limits::default()).unwrap_err();
    assert_eq!(
        missing,
        SheetError::Unreadable(std::io::ErrorKind::NotFound)
    );
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_container_that_unpacks_to_too_much_is_refused_before_unpacking() {
    assert_eq!(
        refuse(&zipped(&[("notes.txt", b"hello")])),
        SheetError::NotTable
    );
    let zeros = vec![b' '; 8 << 20];
    assert_eq!(
        refuse(&zipped(&[
            ("xl/workbook.xml", b"<a/>"),
            ("xl/big.xml", &zeros)
        ])),
        SheetError::TooDense
    );
    let limits = Limits {
        zip_entries: 1,
        ..Limits::default()
    };
    let two = zipped(&[("xl/workbook.xml", b"<a/>"), ("b", b"")]);
    assert_eq!(read(&two, &limits).unwrap_err(), SheetError::TooDense);
    let limits = Limits {
        zip_bytes: 3,
        ..Limits::default()
    };
    assert_eq!(read(&two, &limits).unwrap_err(), SheetError::TooDense);
}

#[test]
fn a_directory_that_lies_about_sizes_is_caught() {
    let mut bytes = zipped(&[("xl/workbook.xml", &[b'x'; 5000])]);
    // The size stands in the local head and in the directory, little-endian; both now say 5 instead of 5000.
    let stated = 5000u32.to_le_bytes();
    let places: Vec<usize> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, four)| *four == stated)
        .map(|(at, _)| at)
        .collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + 4].copy_from_slice(&5u32.to_le_bytes());
    }
    assert!(matches!(
        refuse(&bytes),
        SheetError::TooDense | SheetError::Broken
    ));
}

#[test]
fn limits_hold() {
    let limits = Limits {
        rows: 2,
        columns: 3,
        cell_bytes: 8,
        file_bytes: 64,
        ..Limits::default()
    };
    let refuse = |text: &str| read(text.as_bytes(), &limits).unwrap_err();
    assert_eq!(refuse("a\nb\n\nc\n"), SheetError::TooManyRows { limit: 2 });
    assert_eq!(
        refuse("a;b\na;b;c;d\n"),
        SheetError::TooManyColumns { row: 2, limit: 3 }
    );
    assert!(
        read(b"a;b;c;;;\n", &limits).is_ok(),
        "empty cells at the end are no columns"
    );
    assert_eq!(
        refuse("a;123456789"),
        SheetError::CellTooLong {
            row: 1,
            limit_kb: 0
        }
    );
    assert_eq!(
        refuse(&"a;b\n".repeat(17)),
        SheetError::TooLarge { limit_mb: 0 }
    );
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(300 << 20).unwrap();
    let large = read_file(file.path(), &Limits::default()).unwrap_err();
    assert_eq!(large, SheetError::TooLarge { limit_mb: 100 });
}

#[test]
fn a_far_away_cell_costs_nothing() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "a").unwrap();
    sheet.write(1_048_575, 0, "b").unwrap();
    let read_back = read(&book.save_to_buffer().unwrap(), &Limits::default()).unwrap();
    assert_eq!(rows(&read_back), [(1, vec!["a"]), (1_048_576, vec!["b"])]);
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 16_383, "far").unwrap();
    let far = read(&book.save_to_buffer().unwrap(), &Limits::default()).unwrap_err();
    assert_eq!(far, SheetError::TooManyColumns { row: 1, limit: 200 });
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, &Limits::default());
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend_from_slice(&bytes);
        let _ = read(&zip, &Limits::default());
    }

    #[test]
    fn a_workbook_with_damaged_bytes_never_panics(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = workbook().save_to_buffer().unwrap();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &Limits::default());
    }

    #[test]
    fn what_is_written_is_read(cells in prop::collection::vec(prop::collection::vec("[а-яёәғқңөұүһі a-z;,\"\n\t=]{0,12}", 2..5), 1..8)) {
        let mut text = String::new();
        for row in &cells {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(";"));
            text.push_str("\r\n");
        }
        text.insert_str(0, "sep=;\r\n");
        let expected: Vec<Vec<String>> = cells
            .into_iter()
            .map(|mut row| {
                while row.last().is_some_and(|cell| cell.trim().is_empty()) {
                    row.pop();
                }
                row
            })
            .filter(|row| !row.is_empty())
            .collect();
        match read(text.as_bytes(), &Limits::default()) {
            Ok(sheet) => {
                let got: Vec<Vec<String>> = sheet.rows().map(|row| row.cells().map(|cell| cell.text.to_owned()).collect()).collect();
                prop_assert_eq!(got, expected);
            }
            Err(error) => {
                prop_assert_eq!(error, SheetError::Empty);
                prop_assert!(expected.is_empty());
            }
        }
    }
}
