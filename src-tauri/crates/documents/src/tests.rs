use std::io::{Cursor, Write};

use super::*;

fn docx(body: &str, styles: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    for (name, text) in [
        (
            "word/document.xml",
            format!(
                "<?xml version=\"1.0\"?><w:document {space}><w:body>{body}</w:body></w:document>"
            ),
        ),
        (
            "word/styles.xml",
            format!("<w:styles {space}>{styles}</w:styles>"),
        ),
    ] {
        zip.start_file(name, options).expect("an entry");
        zip.write_all(text.as_bytes()).expect("bytes");
    }
    zip.finish().expect("a container").into_inner()
}

fn words(bytes: &[u8], name: &str) -> Result<(Form, String), DocumentError> {
    read(bytes, name, &Limits::default()).map(|document| (document.form, document.text))
}

#[test]
fn a_word_document_gives_its_paragraphs_and_says_what_is_lost() {
    let styles = "<w:style w:styleId=\"a3\"><w:name w:val=\"Заголовок 1\"/></w:style><w:style w:styleId=\"x\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr><w:r><w:t>Зачем</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">ТОО &quot;Ромашка&quot; </w:t></w:r><w:r><w:t>&amp; Ко</w:t></w:r><w:r><w:tab/><w:t>собирает</w:t><w:br/><w:t>данные.</w:t></w:r></w:p>\
        <w:p/><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>имя</w:t></w:r></w:p>\
        <w:p><w:ins><w:r><w:t>новое </w:t></w:r></w:ins><w:del><w:r><w:t>старое</w:t><w:delText>старое</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрытое</w:t></w:r><w:r><w:t>видное</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>ячейка</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>Срок</w:t></w:r></w:p>";
    let document = read(&docx(body, styles), "a.docx", &Limits::default()).expect("a document");
    assert_eq!(document.form, Form::Docx);
    assert_eq!(
        document.text,
        "# Зачем\n\nТОО \"Ромашка\" & Ко собирает\nданные.\n\n– имя\n\nновое видное\n\nячейка\n\n# Срок"
    );
    let lost: Vec<&str> = document.lost.iter().map(|lost| lost.name()).collect();
    assert_eq!(lost, ["numbers", "tables", "changes"]);
}

#[test]
fn plain_text_is_read_in_the_encodings_that_branches_have() {
    let text = "Зачем\n\nМы собираем данные.\nЧтобы вести карту.";
    let cp = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [text.as_bytes(), &cp, &wide] {
        assert_eq!(
            words(bytes, "a.txt").expect("read"),
            (Form::Text, text.to_owned())
        );
    }
    assert_eq!(
        words(b"one\ntwo\r\nthree", "a.txt").expect("lines").1,
        "one\n\ntwo\n\nthree"
    );
    let long = "Мы собираем ваши данные для того, чтобы вести карту постоянного клиента\nи начислять баллы.\n\nКонец";
    assert!(
        words(long.as_bytes(), "a").expect("joined").1.starts_with(
            "Мы собираем ваши данные для того, чтобы вести карту постоянного клиента и"
        )
    );
    assert_eq!(
        words("й\u{200b}и\u{306}".as_bytes(), "a")
            .expect("composed")
            .1,
        "йй"
    );
}

#[test]
fn markdown_keeps_its_headings_and_loses_its_marks() {
    let text = "Карта\n=====\n\n## Какие **данные**\n\n- имя\n- [телефон](https://example.kz)\n\nСтрока\nи ещё\n\n---\n";
    assert_eq!(
        words(text.as_bytes(), "a.MD").expect("read"),
        (
            Form::Markdown,
            "# Карта\n\n# Какие данные\n\n– имя\n– телефон (https://example.kz)\n\nСтрока и ещё"
                .to_owned()
        )
    );
}

#[test]
fn what_is_no_document_is_refused_by_name() {
    let small = Limits {
        file_bytes: 8,
        ..Limits::default()
    };
    assert_eq!(
        read(b"123456789", "a", &small),
        Err(DocumentError::TooLarge { limit_mb: 0 })
    );
    let short = Limits {
        letters: 3,
        ..Limits::default()
    };
    assert_eq!(
        read(b"1234", "a", &short),
        Err(DocumentError::TooLong { limit: 3 })
    );
    for (bytes, error) in [
        (&b""[..], DocumentError::Empty),
        (b" \n\n ", DocumentError::Empty),
        (b"\x89PNG\r\n\x1a\n", DocumentError::Picture),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", DocumentError::OldOrLockedWord),
        (b"{\\rtf1 x}", DocumentError::Rtf),
        (b"a\0b", DocumentError::NotDocument),
        (
            b"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89",
            DocumentError::NotDocument,
        ),
        (b"PK\x03\x04rubbish", DocumentError::Broken),
        (b"%PDF-1.7 rubbish", DocumentError::Broken),
    ] {
        assert_eq!(
            words(bytes, "a.docx").expect_err("refused"),
            error,
            "{bytes:?}"
        );
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
        .expect("an entry");
    let book = zip.finish().expect("a container").into_inner();
    assert_eq!(
        words(&book, "a.docx").expect_err("a spreadsheet"),
        DocumentError::NotDocument
    );
    let bomb = docx(&"<w:p>".repeat(300), "");
    assert!(matches!(
        words(&bomb, "a"),
        Err(DocumentError::TooDense | DocumentError::Broken)
    ));
    let entity = docx("", "").len();
    assert!(entity > 0);
}

#[test]
fn a_part_that_unpacks_to_too_much_is_not_read_to_its_end() {
    let body = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "а".repeat(100_000));
    let tight = Limits {
        unpacked_bytes: 10_000,
        ..Limits::default()
    };
    assert_eq!(
        read(&docx(&body, ""), "a", &tight),
        Err(DocumentError::TooDense)
    );
}

#[test]
fn a_pdf_of_a_browser_gives_its_paragraphs_in_kazakh_and_russian() {
    let bytes = include_bytes!("../data/consent.pdf");
    let document = read(bytes, "consent.pdf", &Limits::default()).expect("a document");
    assert_eq!(document.form, Form::Pdf);
    assert_eq!(
        document.text,
        include_str!("../data/consent.txt").trim_end()
    );
    let lost: Vec<_> = document.lost.into_iter().collect();
    assert_eq!(lost, [Lost::Guessed]);
    let few = Limits {
        pages: 0,
        ..Limits::default()
    };
    assert_eq!(
        read(bytes, "consent.pdf", &few),
        Err(DocumentError::TooManyPages { limit: 0 })
    );
}

#[test]
fn a_damaged_pdf_is_refused_wherever_it_is_cut() {
    let bytes = include_bytes!("../data/consent.pdf");
    for cut in (0..bytes.len()).step_by(bytes.len() / 40) {
        // Whatever comes of it, nothing falls.
        let _ = read(&bytes[..cut], "a.pdf", &Limits::default());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400), head in 0..4_usize) {
        let heads: [&[u8]; 4] = [b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xfe"];
        let mut file = heads[head].to_vec();
        file.extend(bytes);
        let _ = read(&file, "a.md", &Limits::default());
    }
}
