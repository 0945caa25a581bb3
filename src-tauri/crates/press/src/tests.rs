//! Every kind of part is typeset, in letters of our own, and nothing in a paper is run.

use papers::{Choice, Fact, Part};

use super::*;

fn pdf(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    Typst.pdf(paper)
}

fn paper(parts: Vec<Part>) -> Paper {
    Paper {
        lang: "kk",
        made: "2026-12-14".to_owned(),
        title: "Келісім дәлелдемелері".to_owned(),
        kicker: "«Эсперанс» ЖШС, БСН 991240990006".to_owned(),
        number: "26-K7QM-3XTE".to_owned(),
        lines: vec!["14.12.2026 09:05:00 (UTC+5)".to_owned()],
        parts,
        foot: "Kelisim".to_owned(),
    }
}

fn every_part() -> Vec<Part> {
    let words = |text: &str| text.to_owned();
    vec![
        Part::Heading {
            text: words("Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"),
        },
        Part::Text {
            text: words("Бірінші.\nЖаңа жол.\n\nЕкінші."),
        },
        Part::Small {
            text: words("Ескерту"),
        },
        Part::Facts {
            rows: vec![
                Fact::new("Аты", "Оспанова Мадина"),
                Fact::code("SHA-256", "ab".repeat(32)),
            ],
        },
        Part::Table {
            heads: vec![words("№"), words("Не болды")],
            shares: vec![1.0, 4.0],
            rows: vec![vec![words("1"), words("Код жасалды")]; 60],
        },
        Part::List {
            items: vec![words("бір"), words("екі")],
        },
        Part::Note {
            title: words("Назар аударыңыз"),
            text: words("Қолыңызбен толтырыңыз."),
        },
        Part::Signature {
            strokes: vec![
                vec![(0.1, 0.5), (0.3, 0.2), (0.5, 0.8)],
                vec![(0.7, 0.5)],
                Vec::new(),
            ],
            caption: words("Қолы"),
        },
        Part::Choices {
            rows: vec![
                Choice {
                    text: words("Жарнама"),
                    note: words("SMS"),
                    yes: words("Иә"),
                    no: words("Жоқ"),
                    answer: Some(false),
                },
                Choice {
                    text: words("Карта"),
                    note: String::new(),
                    yes: words("Иә"),
                    no: words("Жоқ"),
                    answer: None,
                },
            ],
        },
        Part::Blanks {
            captions: vec![words("Күні"), words("Қолы")],
        },
        Part::Break,
        Part::Code {
            text: words("kelisim:26-K7QM-3XTE"),
            caption: words("26-K7QM-3XTE"),
        },
    ]
}

#[test]
fn every_part_is_typeset() {
    let bytes = pdf(&paper(every_part())).expect("a paper");
    assert!(bytes.starts_with(b"%PDF-"));
    let whole = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let archival = whole.objects.values().any(|object| {
        let plain = object.as_stream().map(|stream| {
            stream
                .decompressed_content()
                .unwrap_or_else(|_| stream.content.clone())
        });
        plain.is_ok_and(|plain| String::from_utf8_lossy(&plain).contains("pdfaid:part"))
    });
    assert!(archival, "it isn't archival");
}

#[test]
fn an_empty_paper_is_one_too() {
    let empty = vec![
        Part::Facts { rows: Vec::new() },
        Part::List { items: Vec::new() },
        Part::Choices { rows: Vec::new() },
        Part::Blanks {
            captions: Vec::new(),
        },
        Part::Signature {
            strokes: Vec::new(),
            caption: String::new(),
        },
        Part::Table {
            heads: vec![String::new()],
            shares: vec![1.0],
            rows: Vec::new(),
        },
        Part::Text {
            text: String::new(),
        },
        Part::List {
            items: vec!["–".to_owned()],
        },
    ];
    pdf(&paper(empty)).expect("a paper");
}

#[test]
fn words_are_never_run() {
    let hostile = "#panic(\"x\") $1/0$ *б* _и_ @ref <label> [x] `y` \\ // = # \"] }".to_owned();
    let fact = Fact::new(hostile.clone(), hostile.clone());
    let mut paper = paper(vec![
        Part::Heading {
            text: hostile.clone(),
        },
        Part::Text {
            text: hostile.clone(),
        },
        Part::Facts { rows: vec![fact] },
        Part::List {
            items: vec![hostile.clone()],
        },
        Part::Table {
            heads: vec![hostile.clone()],
            shares: vec![1.0],
            rows: vec![vec![hostile.clone()]],
        },
    ]);
    paper.title.clone_from(&hostile);
    paper.foot = hostile;
    pdf(&paper).expect("a paper");
}

#[test]
fn letters_that_our_fonts_lack_do_not_stop_a_paper() {
    let bytes = pdf(&paper(vec![Part::Text {
        text: "王小明 عائشة 😀".to_owned(),
    }]))
    .expect("a paper");
    assert!(bytes.starts_with(b"%PDF-"));
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(
        pdf(&paper(every_part())).expect("a paper"),
        pdf(&paper(every_part())).expect("a paper")
    );
}
