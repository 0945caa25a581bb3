use std::collections::BTreeMap;

use super::*;
use crate::clients::{Datum, FindClients, OpenClient};
use crate::files::SavedFile;
use crate::loyalty::samples::{bar_employees, employed};
use crate::policy::Role;
use crate::testing::{House, Relation};

fn data(name: &str) -> Option<String> {
    Some(format!(
        "{}/../../../tests/data/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
}

fn open_file(house: &House, path: Option<String>) -> Preview {
    house
        .as_role(Role::Manager)
        .act(OpenImport {
            path,
            bytes: None,
            name: None,
            branch: None,
        })
        .unwrap()
}

fn open_text(house: &House, text: &str) -> Preview {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD.encode(text);
    let command = OpenImport {
        path: None,
        bytes: Some(bytes),
        name: Some("база.csv".to_owned()),
        branch: None,
    };
    house.as_role(Role::Manager).act(command).unwrap()
}

fn run(house: &House, import: ImportId, merging: Merging) -> Progress {
    loop {
        let progress = house
            .as_role(Role::Manager)
            .act(StepImport { import, merging })
            .unwrap();
        if progress.state == ImportState::Finished {
            return progress;
        }
    }
}

fn counts(pairs: &[(&str, u32)]) -> BTreeMap<String, u32> {
    pairs
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

fn refusal(house: &House, command: OpenImport) -> &'static str {
    house
        .as_role(Role::Manager)
        .act(command)
        .unwrap_err()
        .code()
}

/// Number of a row, its repairs, and its faults by column.
type RowSeen<'a> = (u32, Vec<&'a str>, Vec<(&'a str, &'a str)>);

#[test]
fn an_employees_row_is_handed_back_where_the_profile_says_so() {
    let house = House::new();
    let rows = "Фамилия;Имя;ИИН\nНұрғалиева;Айгүл;850615499005\nОспанова;Мадина;880309400008\n";
    employed(&house, Relation::OwnBranch, "850615499005");
    let preview = open_text(&house, rows);
    assert!(preview.tally.reasons.is_empty());
    bar_employees(&house, true);
    let preview = open_text(&house, rows);
    assert_eq!(preview.tally.reasons, counts(&[("employee", 1)]));
    let done = run(&house, preview.import, Merging::Keep);
    assert_eq!((done.tally.landed, done.tally.bad), (1, 1));
}

/// The sample base of five thousand rows, against what is known of it.
///
/// In two figures the summary counts what was meant, not what stands in the file. It says 4,852 people and 38 repeated
/// rows; the file holds 4,853 different people who are right and 37 repeated rows, by IIN, card and document alike. It
/// says 146 surnames with Latin letters; the file holds 134: a surname such as «Ли» has no letter with a Latin twin.
#[test]
fn the_sample_base_in_utf8_lands_as_is_known_of_it() {
    let house = House::new();
    let preview = open_file(&house, data("clients.utf8.csv"));
    assert_eq!(
        (preview.form.as_str(), preview.detail.as_str()),
        ("utf8", "semicolon")
    );
    assert_eq!(preview.heading_row, Some(4));
    assert!(preview.enough);
    assert!(
        preview
            .columns
            .iter()
            .all(|column| column.meaning.is_some()),
        "{:?}",
        preview.columns
    );
    assert_eq!(preview.tally.rows, 5000);

    let done = run(&house, preview.import, Merging::Keep);
    let truth: serde_json::Value =
        serde_json::from_slice(&std::fs::read(data("clients.truth.json").unwrap()).unwrap())
            .unwrap();
    let known = |part: &str| -> BTreeMap<String, u32> {
        serde_json::from_value(truth[part].clone()).unwrap()
    };
    assert_eq!(u64::from(done.tally.rows), truth["rows"].as_u64().unwrap());
    assert_eq!(done.tally.reasons, known("bad"));
    let mut repaired = known("repaired");
    assert_eq!(
        repaired.insert("latin_lookalikes".to_owned(), 134),
        Some(146)
    );
    assert_eq!(done.tally.repaired, repaired);
    assert_eq!(
        (
            done.tally.landed,
            done.tally.same,
            done.tally.merged,
            done.tally.held
        ),
        (4853, 37, 0, 0)
    );
    let told = truth["good"].as_u64().unwrap() + truth["duplicates"].as_u64().unwrap();
    assert_eq!(u64::from(done.tally.landed + done.tally.same), told);
    assert_eq!(done.tally.bad, 110);

    // The same file once more: nobody twice.
    let again = open_file(&house, data("clients.utf8.csv"));
    assert!(again.earlier.is_some());
    let again = run(&house, again.import, Merging::Fill);
    assert_eq!(
        (again.tally.landed, again.tally.same + again.tally.merged),
        (0, 4890)
    );
    let file = house
        .as_role(Role::Manager)
        .act(ImportBadRows {
            import: again.import,
        })
        .unwrap();
    assert!(file.name.ends_with("clients.utf8.xlsx"));
    let sheet = sheets::read(&bytes(&file), &sheets::Limits::default()).unwrap();
    assert_eq!(sheet.len(), 111);
}

fn bytes(file: &SavedFile) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD
        .decode(&file.bytes)
        .unwrap()
}

#[test]
fn the_sample_base_as_a_workbook_has_more_numbers_without_zeros() {
    let house = House::new();
    let preview = open_file(&house, data("clients.xlsx"));
    assert_eq!(
        (
            preview.form.as_str(),
            preview.detail.as_str(),
            preview.heading_row
        ),
        ("xlsx", "Клиенты", Some(4))
    );
    let done = run(&house, preview.import, Merging::Keep);
    assert_eq!(
        (done.tally.rows, done.tally.landed, done.tally.same),
        (5000, 4853, 37)
    );
    assert_eq!(
        done.tally.reasons,
        counts(&[
            ("birth_date", 13),
            ("iin_check", 44),
            ("iin_length", 21),
            ("no_surname", 22),
            ("phone", 10)
        ])
    );
    // One of the wrong numbers has lost its zero as well: without it only its length can be wrong.
    assert!(done.tally.repaired["iin_lost_zeros"] > 39);
    assert_eq!(done.tally.repaired["excel_date"], 1442);
}

#[test]
fn lost_kazakh_letters_hold_a_row_for_attention() {
    let house = House::new();
    let preview = open_file(&house, data("clients.csv"));
    assert_eq!(preview.form, "windows1251");
    let done = run(&house, preview.import, Merging::Keep);
    assert_eq!(done.tally.rows, 5000);
    assert!(done.tally.held > 4000, "{:?}", done.tally);
    let lost = done.tally.reasons["lost_letters"];
    assert_eq!(
        lost + done.tally.landed
            + done.tally.same
            + done
                .tally
                .reasons
                .iter()
                .filter(|(name, _)| *name != "lost_letters")
                .map(|(_, n)| n)
                .sum::<u32>(),
        5000
    );
    // Nothing with a question mark has landed.
    let found = house
        .as_role(Role::Manager)
        .ask(FindClients {
            query: "?лия".to_owned(),
            page: 0,
        })
        .unwrap();
    assert!(
        found
            .people
            .iter()
            .all(|person| !person.name.as_deref().unwrap_or("").contains('?'))
    );
}

#[test]
fn each_repair_is_sure_and_each_refusal_names_its_column() {
    let house = House::new();
    let text = "Выгрузка;;;;;\nТегі;Аты;Әкесінің аты;ЖСН;Телефон;Туған күні;Адрес\n\
                \u{a0} НҰРҒАЛИЕВА ;айгүл;нет;850615 499005;8(701)123-45-67, 8 727 2974478;1985-06-15;\"г. Семей;\nАбая, 5\"\n\
                Цой;Ян;-;229699003;7011234568;29.02.2000;\"'=HYPERLINK(\"\"http://e.kz\"\";\"\"Тараз\"\")\"\n\
                Цой;Ян;;229699003;7011234568;28.02.2000;Тараз\n\
                Oмapoв;Ерлан;;990101399020;абонент;31.02.1980;=1+1\n\
                Ли;;;990101399002;;;\n\
                Итого: 5;;;;;;\n";
    let preview = open_text(&house, text);
    let rows: Vec<RowSeen<'_>> = preview
        .shown
        .iter()
        .map(|row| {
            let mut repairs: Vec<&str> = row.repairs.iter().map(|repair| repair.name()).collect();
            repairs.sort_unstable();
            (
                row.row,
                repairs,
                row.flaws
                    .iter()
                    .map(|flaw| (flaw.column.name(), flaw.reason.name()))
                    .collect(),
            )
        })
        .collect();
    let expected: Vec<RowSeen<'_>> = vec![
        (
            3,
            vec![
                "iin_space",
                "iso_date",
                "no_patronymic_word",
                "quoted_newline",
                "spaces_caps",
                "two_phones",
            ],
            vec![],
        ),
        (
            4,
            vec!["formula_text", "iin_lost_zeros", "no_patronymic_word"],
            vec![],
        ),
        (5, vec![], vec![("iin", "iin_length")]),
        (
            6,
            vec!["latin_lookalikes"],
            vec![
                ("birth_date", "birth_date"),
                ("iin", "iin_check"),
                ("phone", "phone"),
                ("residence_address", "formula"),
            ],
        ),
        (7, vec![], vec![("given", "no_given")]),
    ];
    assert_eq!(rows, expected);

    run(&house, preview.import, Merging::Keep);
    let found = house
        .as_role(Role::Manager)
        .ask(FindClients {
            query: "850615499005".to_owned(),
            page: 0,
        })
        .unwrap();
    let card = house
        .as_role(Role::Manager)
        .act(OpenClient {
            client: found.people[0].client,
        })
        .unwrap();
    let value = |datum| {
        card.data
            .iter()
            .find(|shown| shown.datum == datum)
            .and_then(|shown| shown.value.clone())
    };
    assert_eq!(card.name.as_deref(), Some("Нұрғалиева Айгүл"));
    assert_eq!(value(Datum::Phone).as_deref(), Some("+77011234567"));
    assert_eq!(value(Datum::OtherPhones).as_deref(), Some("+77272974478"));
    assert_eq!(
        value(Datum::ResidenceAddress).as_deref(),
        Some("г. Семей, Абая, 5")
    );
    let zeros = house
        .as_role(Role::Manager)
        .ask(FindClients {
            query: "000229699003".to_owned(),
            page: 0,
        })
        .unwrap();
    assert_eq!(zeros.people.len(), 1);
}

#[test]
fn people_who_are_there_already_are_merged_by_the_rule() {
    let house = House::new();
    let first = "Фамилия;Имя;ИИН;E-mail\nЦой;Ян;850615499005;\n";
    let second = "Фамилия;Имя;ИИН;E-mail\nЦай;Ян;850615499005;a@example.kz\n";
    let import = open_text(&house, first).import;
    run(&house, import, Merging::Keep);
    let result = |merging, text| {
        let import = open_text(&house, text).import;
        let tally = run(&house, import, merging).tally;
        let found = house
            .as_role(Role::Manager)
            .ask(FindClients {
                query: "850615499005".to_owned(),
                page: 0,
            })
            .unwrap();
        assert_eq!(found.people.len(), 1);
        let card = house
            .as_role(Role::Manager)
            .act(OpenClient {
                client: found.people[0].client,
            })
            .unwrap();
        let value = |datum| {
            card.data
                .iter()
                .find(|shown| shown.datum == datum)
                .and_then(|shown| shown.value.clone())
        };
        (
            tally.landed,
            tally.merged,
            tally.same,
            value(Datum::Surname).unwrap(),
            value(Datum::Email),
        )
    };
    let email = Some("a@example.kz".to_owned());
    assert_eq!(
        result(Merging::Keep, second),
        (0, 0, 1, "Цой".to_owned(), None)
    );
    assert_eq!(
        result(Merging::Fill, second),
        (0, 1, 0, "Цой".to_owned(), email.clone())
    );
    assert_eq!(
        result(Merging::Replace, second),
        (0, 1, 0, "Цай".to_owned(), email.clone())
    );
    assert_eq!(
        result(Merging::Replace, first),
        (0, 1, 0, "Цой".to_owned(), email),
        "an empty cell clears nothing"
    );
}

#[test]
fn a_mapping_can_be_corrected() {
    let house = House::new();
    let preview = open_text(&house, "код;а;б\n850615499005;Цой;Ян\n");
    assert!(!preview.enough);
    assert_eq!(preview.heading_row, None);
    let refused = house
        .as_role(Role::Manager)
        .act(StepImport {
            import: preview.import,
            merging: Merging::Keep,
        })
        .unwrap_err();
    assert_eq!(refused.code(), "clients.import_missing_columns");
    let column = |column, meaning| ColumnMeaning {
        column,
        meaning: Some(meaning),
    };
    let columns = vec![
        column(0, Meaning::Iin),
        column(1, Meaning::Surname),
        column(2, Meaning::Given),
    ];
    let map = MapImport {
        import: preview.import,
        heading_row: Some(1),
        columns,
    };
    let preview = house.as_role(Role::Manager).ask(map).unwrap();
    assert_eq!(
        (preview.heading_row, preview.rows, preview.enough),
        (Some(1), 1, true)
    );
    assert_eq!(run(&house, preview.import, Merging::Keep).tally.landed, 1);
    let moved = MapImport {
        import: preview.import,
        heading_row: None,
        columns: vec![column(2, Meaning::Surname)],
    };
    let preview = house.as_role(Role::Manager).ask(moved).unwrap();
    assert_eq!(
        preview.columns[1].meaning, None,
        "a meaning belongs to one column"
    );
    let wild = MapImport {
        import: preview.import,
        heading_row: None,
        columns: vec![column(77, Meaning::Card)],
    };
    assert_eq!(
        house.as_role(Role::Manager).ask(wild).unwrap_err().code(),
        "clients.import_mapping"
    );
}

#[test]
fn a_cancelled_import_leaves_whole_chunks_and_can_be_repeated() {
    const CHUNK: u32 = job::CHUNK as u32;
    let house = House::new();
    let preview = open_file(&house, data("clients.utf8.csv"));
    let import = preview.import;
    let step = house
        .as_role(Role::Manager)
        .act(StepImport {
            import,
            merging: Merging::Keep,
        })
        .unwrap();
    assert_eq!((step.state, step.done), (ImportState::Running, CHUNK));
    let stopped = house
        .as_role(Role::Manager)
        .act(CancelImport { import })
        .unwrap();
    assert_eq!(
        (stopped.state, stopped.tally.rows),
        (ImportState::Cancelled, CHUNK)
    );
    let after = house
        .as_role(Role::Manager)
        .act(StepImport {
            import,
            merging: Merging::Keep,
        })
        .unwrap();
    assert_eq!(
        (after.state, after.tally),
        (ImportState::Cancelled, stopped.tally.clone())
    );
    let again = open_file(&house, data("clients.utf8.csv"));
    let done = run(&house, again.import, Merging::Keep);
    assert_eq!(done.tally.landed + stopped.tally.landed, 4853);
}

#[test]
fn files_that_are_no_tables_are_refused_in_words() {
    let house = House::new();
    let of = |bytes: &[u8]| {
        use base64::Engine as _;
        let bytes = base64::engine::general_purpose::STANDARD.encode(bytes);
        OpenImport {
            path: None,
            bytes: Some(bytes),
            name: Some("клиенты.xlsx".to_owned()),
            branch: None,
        }
    };
    let table: [(&[u8], &str); 6] = [
        (b"", "clients.sheet_empty"),
        (b"\x89PNG\r\n\x1a\n\0", "clients.sheet_picture"),
        (b"PK\x03\x04garbage", "clients.sheet_broken"),
        (b"\xd0\xcf\x11\xe0", "clients.sheet_old_or_locked"),
        (b"a;b\n\0;c", "clients.sheet_nul"),
        (b"a;\"b\n", "clients.sheet_open_quote"),
    ];
    for (bytes, code) in table {
        assert_eq!(refusal(&house, of(bytes)), code);
    }
    let large = tempfile::NamedTempFile::new().unwrap();
    large.as_file().set_len(300 << 20).unwrap();
    let path = Some(large.path().to_string_lossy().into_owned());
    assert_eq!(
        refusal(
            &house,
            OpenImport {
                path,
                bytes: None,
                name: None,
                branch: None
            }
        ),
        "clients.sheet_too_large"
    );
    let nothing = OpenImport {
        path: None,
        bytes: None,
        name: None,
        branch: None,
    };
    assert_eq!(refusal(&house, nothing), "clients.sheet_empty");
}

#[test]
fn another_operators_import_is_out_of_reach() {
    let house = House::new();
    let import = open_text(&house, "Фамилия;Имя;ИИН\nЦой;Ян;850615499005\n").import;
    let stranger = house.as_staff(Relation::OtherOperator, Role::Manager);
    let refused = stranger
        .act(StepImport {
            import,
            merging: Merging::Keep,
        })
        .unwrap_err();
    assert_eq!(refused.code(), "door.out_of_reach");
    let gone = house
        .as_role(Role::Manager)
        .act(StepImport {
            import: ImportId(99),
            merging: Merging::Keep,
        })
        .unwrap_err();
    assert_eq!(gone.code(), "clients.import_not_open");
}

#[test]
fn nonsense_in_cells_never_lands_and_never_breaks() {
    let house = House::new();
    let long = "ә".repeat(10_000);
    let text = format!(
        "Фамилия;Имя;ИИН;Адрес\n{long};Ян;850615499005;\n😀;Ян;850615499005;\n\u{202e}Цой\u{202c};Ян;850615499005;\u{202e}Тараз\n=cmd|'/C calc'!A0;Ян;990101399002;\n"
    );
    let preview = open_text(&house, &text);
    let done = run(&house, preview.import, Merging::Keep);
    assert_eq!(
        done.tally.reasons,
        counts(&[("formula", 1), ("name_letters", 1), ("too_long", 1)])
    );
    assert_eq!(done.tally.landed, 1);
    let found = house
        .as_role(Role::Manager)
        .ask(FindClients {
            query: "цой".to_owned(),
            page: 0,
        })
        .unwrap();
    assert_eq!(
        found.people[0].name.as_deref(),
        Some("Цой Ян"),
        "signs that turn text around are dropped"
    );
}

#[test]
fn a_blocked_persons_row_waits_for_somebody_to_look_at_it() {
    use crate::blocks::{BlockGround, BlockScope, SetBlock};
    let house = House::new();
    let client = crate::clients::samples::aigul(&house, Relation::OwnBranch);
    let command = SetBlock {
        client,
        scope: BlockScope::Fields {
            fields: vec![crate::clients::Field::Phone],
        },
        ground: BlockGround::Compromise,
        ground_text: String::new(),
        method: String::new(),
        review_on: None,
    };
    house.as_role(Role::Consultant).act(command).unwrap();
    let text = "Фамилия;Имя;ИИН;E-mail\nНұрғалиева;Айгүл;850615499005;a@example.kz\nЦой;Ян;990101399002;\n";
    let import = open_text(&house, text).import;
    let tally = run(&house, import, Merging::Replace).tally;
    assert_eq!((tally.landed, tally.merged, tally.held), (1, 0, 1));
    assert_eq!(tally.reasons, counts(&[("blocked", 1)]));
    let file = house
        .as_role(Role::Manager)
        .act(ImportBadRows { import })
        .unwrap();
    assert_eq!(
        sheets::read(&bytes(&file), &sheets::Limits::default())
            .unwrap()
            .len(),
        2
    );
}
