//! A copied folder without a password is noise, and the journal holds no values.

use std::collections::BTreeSet;
use std::fs;

use office::door::{Reply, samples};
use office::policy::Role;
use office::testing::{House, PASSWORD, Relation};
use rusqlite::types::ValueRef;
use serde_json::Value;

/// A house in which every sample of every command was tried by everyone; everything that went in or came out.
fn used_house() -> (House, BTreeSet<String>) {
    let house = House::new();
    let mut planted: BTreeSet<String> = [PASSWORD.to_owned(), house.recovery_key.clone()].into();
    for relation in Relation::ALL {
        for (command, args) in samples::all(&house, relation) {
            collect(&args, &mut planted);
            for role in Role::ALL {
                let token = house.token(Relation::OwnBranch, *role).clone();
                if let Reply::Ok(output) = house.call_json(Some(&token), command, args.clone()) {
                    collect(&output, &mut planted);
                }
            }
        }
    }
    (house, planted)
}

/// Texts that can't stand in a file by chance and aren't names of ours: with letters of Kazakh or Russian, or long numbers.
fn collect(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let cyrillic = text
                .chars()
                .filter(|letter| ('А'..='ӿ').contains(letter))
                .count();
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let plain_number = text
                .chars()
                .all(|letter| letter.is_ascii_digit() || "+ ".contains(letter));
            if cyrillic >= 4 || (plain_number && digits >= 9) {
                into.insert(text.clone());
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, into)),
        Value::Object(members) => members.values().for_each(|value| collect(value, into)),
        _ => {}
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn a_copied_folder_shows_nothing_of_what_was_entered() {
    let (house, planted) = used_house();
    assert!(planted.len() >= 10, "{planted:?}");
    let mut scanned = Vec::new();
    for entry in fs::read_dir(house.dir()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("kelisim.db") && !name.ends_with("-shm") {
            assert!(
                !contains(&bytes, "SQLite format 3"),
                "{name} is not encrypted"
            );
            assert!(!contains(&bytes, "CREATE TABLE"), "{name} is not encrypted");
        }
        for text in &planted {
            assert!(
                !contains(&bytes, text),
                "{name} shows a text that was entered"
            );
            let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert!(
                !bytes.windows(utf16.len()).any(|window| window == utf16),
                "{name} shows a text in UTF-16"
            );
        }
        scanned.push(name);
    }
    for file in [
        "kelisim.db",
        "kelisim.db-wal",
        "kelisim.keys",
        "kelisim.anchor",
    ] {
        assert!(
            scanned.iter().any(|name| name == file),
            "{file} was not scanned: {scanned:?}"
        );
    }
}

#[test]
fn the_journal_holds_no_values() {
    let (house, planted) = used_house();
    let sql = office::vault::connect_past_the_rules(&house.door.file(), &house.key()).unwrap();
    let mut statement = sql.prepare("SELECT * FROM journal").unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let (mut seen, mut texts) = (0, String::new());
    while let Some(row) = rows.next().unwrap() {
        seen += 1;
        for column in 0..columns {
            if let ValueRef::Text(text) = row.get_ref(column).unwrap() {
                texts.push_str(&String::from_utf8_lossy(text));
                texts.push('\n');
            }
        }
    }
    assert!(seen > 50, "only {seen} entries");
    for text in &planted {
        assert!(
            !texts.contains(text.as_str()),
            "the journal repeats {text:?}"
        );
    }
}
