//! The journal against somebody who holds the file and the key, and changes rows by SQL with every trigger dropped.
//!
//! The rule of the chain is written here a second time, from its description, so that the two check each other.

use chrono::Duration;
use office::journal::{BrokenHow, Verdict, verify_file};
use office::policy::Role;
use office::testing::{House, PASSWORD, Relation};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::{TempDir, tempdir};

use crate::place::{FILES, call, copy, door, log_in, trials};

/// An everyday act, allowed or not.
#[derive(Debug, Clone)]
enum Act {
    AddBranch(u32),
    Invite(u32),
    Settings(u16),
    Refused,
    WrongPassword,
    Checkpoint,
    Clock(i64),
}

fn history() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => any::<u32>().prop_map(Act::AddBranch),
        3 => any::<u32>().prop_map(Act::Invite),
        2 => (0..80_u16).prop_map(Act::Settings),
        2 => Just(Act::Refused),
        1 => Just(Act::WrongPassword),
        1 => Just(Act::Checkpoint),
        1 => (-300..300_i64).prop_map(Act::Clock),
    ];
    proptest::collection::vec(act, 5..30)
}

/// A house in which that has happened; whether its journal was found whole after every act.
fn lived(history: &[Act]) -> House {
    let house = House::new();
    let admin = house.token(Relation::OwnBranch, Role::Administrator);
    let (operator, branch) = house.place(Relation::OwnBranch);
    for act in history {
        let (token, command, args) = match act {
            Act::AddBranch(number) => (
                admin,
                "operators.add_branch",
                json!({"operator": operator, "name": format!("Ф{number}")}),
            ),
            Act::Invite(number) => {
                let args = json!({"login": format!("s{number}"), "name": "Кто-то", "role": "agent", "branch": branch, "lang": "kk"});
                (admin, "staff.invite", args)
            }
            Act::Settings(minutes) => (
                admin,
                "operators.update_settings",
                json!({"settings": {"idle_minutes": minutes}}),
            ),
            Act::Refused => (
                house.token(Relation::OwnBranch, Role::Agent),
                "staff.list",
                json!({}),
            ),
            Act::WrongPassword => (
                admin,
                "staff.log_in",
                json!({"login": "agent.almaty", "password": "не тот"}),
            ),
            Act::Checkpoint => (admin, "journal.checkpoint", json!({})),
            Act::Clock(seconds) => {
                house.clock.advance(Duration::seconds(*seconds));
                continue;
            }
        };
        let _ = call(&house.door, Some(token), command, args);
        let verdict = call(&house.door, Some(admin), "journal.verify", json!({}));
        if let Ok(verdict) = verdict {
            assert_eq!(
                verdict["whole"], true,
                "a false alarm after {act:?}: {verdict}"
            );
        }
    }
    call(
        &house.door,
        Some(admin),
        "staff.unlock",
        json!({"password": PASSWORD}),
    )
    .expect("unlocked");
    call(&house.door, Some(admin), "journal.checkpoint", json!({})).expect("a checkpoint");
    call(
        &house.door,
        Some(admin),
        "operators.add_branch",
        json!({"operator": operator, "name": "Последний"}),
    )
    .expect("an act");
    house
}

/// What can be done to the rows. Numbers are drawn freely and brought into range.
#[derive(Debug, Clone)]
enum Tampering {
    Alter { row: u32, column: u32 },
    Garble { row: u32 },
    Delete { row: u32, more: u32 },
    Swap { first: u32, second: u32 },
    AppendCopy { row: u32 },
    AppendInvented,
    CutEnd { rows: u32 },
    Rewrite { row: u32 },
    ReplaceCheckpoint { how: u32 },
    InventCheckpoint,
    OtherSigningKey,
}

fn tampering() -> impl Strategy<Value = Tampering> {
    prop_oneof![
        6 => (any::<u32>(), any::<u32>()).prop_map(|(row, column)| Tampering::Alter { row, column }),
        1 => any::<u32>().prop_map(|row| Tampering::Garble { row }),
        3 => (any::<u32>(), 0..4_u32).prop_map(|(row, more)| Tampering::Delete { row, more }),
        3 => (any::<u32>(), any::<u32>()).prop_map(|(first, second)| Tampering::Swap { first, second }),
        1 => any::<u32>().prop_map(|row| Tampering::AppendCopy { row }),
        1 => Just(Tampering::AppendInvented),
        2 => any::<u32>().prop_map(|rows| Tampering::CutEnd { rows }),
        2 => any::<u32>().prop_map(|row| Tampering::Rewrite { row }),
        2 => (0..4_u32).prop_map(|how| Tampering::ReplaceCheckpoint { how }),
        1 => Just(Tampering::InventCheckpoint),
        1 => Just(Tampering::OtherSigningKey),
    ]
}

const COLUMNS: [&str; 16] = [
    "at",
    "actor",
    "session",
    "workstation",
    "command",
    "outcome",
    "subject",
    "subject_id",
    "client_id",
    "operator_id",
    "branch_id",
    "fields",
    "note",
    "seal",
    "prev",
    "hash",
];

/// Does it, and says which entry is the first that doesn't hold; `None` where nothing was changed after all.
fn tamper(sql: &Connection, what: &Tampering) -> Option<(i64, &'static [BrokenHow])> {
    use BrokenHow::{Altered, Checkpoint, CutOff, Missing, Unlinked};
    let last: i64 = sql
        .query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))
        .unwrap();
    let checkpoint: i64 = sql
        .query_row("SELECT min(seq) FROM checkpoints", [], |row| row.get(0))
        .unwrap();
    let row = |number: u32| 1 + i64::from(number) % last;
    let run = |text: String| sql.execute(&text, []).unwrap();
    Some(match what {
        Tampering::Alter {
            row: number,
            column,
        } => {
            let (seq, column) = (row(*number), COLUMNS[*column as usize % COLUMNS.len()]);
            let value = match column {
                "at" => "'2020' || substr(at, 5)".to_owned(),
                "subject_id" | "client_id" | "operator_id" | "branch_id" => {
                    format!("coalesce({column}, 0) + 1")
                }
                "prev" | "hash" => "randomblob(32)".to_owned(),
                text => format!("{text} || 'x'"),
            };
            run(format!(
                "UPDATE journal SET {column} = {value} WHERE seq = {seq}"
            ));
            (seq, &[Altered, Unlinked])
        }
        Tampering::Garble { row: number } => {
            let seq = row(*number);
            run(format!("UPDATE journal SET at = 'вчера' WHERE seq = {seq}"));
            (seq, &[Altered])
        }
        Tampering::Delete { row: number, more } => {
            let first = row(*number);
            let beyond = first + i64::from(*more);
            run(format!(
                "DELETE FROM journal WHERE seq BETWEEN {first} AND {beyond}"
            ));
            (first, if beyond < last { &[Missing] } else { &[CutOff] })
        }
        Tampering::Swap { first, second } => {
            let (first, second) = (row(*first).min(row(*second)), row(*first).max(row(*second)));
            if first == second {
                return None;
            }
            run(format!("UPDATE journal SET seq = -1 WHERE seq = {first}"));
            run(format!(
                "UPDATE journal SET seq = {first} WHERE seq = {second}"
            ));
            run(format!("UPDATE journal SET seq = {second} WHERE seq = -1"));
            (first, &[Unlinked, Altered])
        }
        Tampering::AppendCopy { row: number } => {
            let columns = COLUMNS.join(", ");
            run(format!(
                "INSERT INTO journal (seq, {columns}) SELECT {last} + 1, {columns} FROM journal WHERE seq = {}",
                row(*number)
            ));
            (last + 1, &[Unlinked, Altered])
        }
        Tampering::AppendInvented => {
            let columns = COLUMNS.join(", ");
            let kept = COLUMNS[..14].join(", ");
            run(format!(
                "INSERT INTO journal (seq, {columns}) SELECT {last} + 1, {kept}, hash, randomblob(32) FROM journal WHERE seq = {last}"
            ));
            (last + 1, &[Altered])
        }
        Tampering::CutEnd { rows } => {
            let first = row(*rows);
            run(format!("DELETE FROM journal WHERE seq >= {first}"));
            run(format!("DELETE FROM checkpoints WHERE seq >= {first}"));
            (first, &[CutOff])
        }
        Tampering::Rewrite { row: number } => {
            let seq = row(*number);
            run(format!(
                "UPDATE journal SET outcome = 'x' WHERE seq = {seq}"
            ));
            chain_anew(sql, seq);
            // The chain itself holds again: a signature, or what is kept outside the file, tells.
            let signed: Option<i64> = sql
                .query_row(
                    "SELECT min(seq) FROM checkpoints WHERE seq >= ?1",
                    [seq],
                    |row| row.get(0),
                )
                .unwrap();
            (signed.unwrap_or(last), &[Checkpoint])
        }
        Tampering::ReplaceCheckpoint { how } => {
            let change = match how {
                0 => "signature = randomblob(64)",
                1 => "hash = randomblob(32)",
                2 => "at = '2020' || substr(at, 5)",
                _ => "at = 'вчера', signature = x'00'",
            };
            run(format!(
                "UPDATE checkpoints SET {change} WHERE seq = {checkpoint}"
            ));
            (checkpoint, &[Checkpoint])
        }
        Tampering::InventCheckpoint => {
            run(format!(
                "INSERT INTO checkpoints (seq, at, hash, signature) SELECT {last} + 7, at, hash, randomblob(64) FROM journal WHERE seq = {last}"
            ));
            (last + 7, &[CutOff])
        }
        Tampering::OtherSigningKey => {
            let seed = serde_json::to_string(&vec![7_u8; 32]).unwrap();
            sql.execute(
                "UPDATE settings SET value = ?1 WHERE name = 'journal.signing_key'",
                [seed],
            )
            .unwrap();
            (checkpoint, &[Checkpoint])
        }
    })
}

/// Seals the chain anew from an entry on, as somebody does who knows the rule.
fn chain_anew(sql: &Connection, from: i64) {
    let columns = COLUMNS[..14].join(", ");
    let mut prev: Vec<u8> = sql
        .query_row(
            "SELECT hash FROM journal WHERE seq = ?1",
            [from - 1],
            |row| row.get(0),
        )
        .unwrap_or(vec![0; 32]);
    let mut statement = sql
        .prepare(&format!(
            "SELECT seq, {columns} FROM journal WHERE seq >= ?1 ORDER BY seq"
        ))
        .unwrap();
    let rows: Vec<(i64, Vec<u8>)> = statement
        .query_map([from], |row| {
            let mut entry = serde_json::Map::new();
            for (place, name) in ["seq"].iter().chain(&COLUMNS[..14]).enumerate() {
                let value = match row.get::<_, Cell>(place)? {
                    Cell::Integer(number) => number.into(),
                    Cell::Text(text) => text.into(),
                    _ => Value::Null,
                };
                entry.insert((*name).to_owned(), value);
            }
            Ok((row.get(0)?, Value::Object(entry).to_string().into_bytes()))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (seq, entry) in rows {
        let hash = Sha256::new()
            .chain_update(&prev)
            .chain_update(entry)
            .finalize()
            .to_vec();
        sql.execute(
            "UPDATE journal SET prev = ?2, hash = ?3 WHERE seq = ?1",
            (seq, &prev, &hash),
        )
        .unwrap();
        prev = hash;
    }
}

/// A copy of the house's files to tamper with, and a connection without triggers.
fn copy_of(house: &House) -> (TempDir, Connection) {
    let dir = tempdir().unwrap();
    copy(house.dir(), dir.path());
    assert!(FILES.iter().all(|file| dir.path().join(file).exists()));
    let sql = office::vault::connect_past_the_rules(&dir.path().join("kelisim.db"), &house.key())
        .unwrap();
    sql.execute_batch("DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut; PRAGMA foreign_keys=OFF;")
        .unwrap();
    (dir, sql)
}

fn verdict(house: &House, dir: &TempDir) -> Verdict {
    verify_file(&dir.path().join("kelisim.db"), &house.key()).expect("a verdict")
}

#[test]
fn every_tampering_is_found_and_the_first_broken_entry_named() {
    let mut runner = TestRunner::deterministic();
    let draw = |runner: &mut TestRunner| -> (Vec<Act>, Vec<Tampering>) {
        let strategy = (history(), proptest::collection::vec(tampering(), 60));
        strategy.new_tree(runner).expect("a history").current()
    };
    for _ in 0..trials(4) {
        let (history, tamperings) = draw(&mut runner);
        let house = lived(&history);
        let (dir, _) = copy_of(&house);
        let honest = verdict(&house, &dir);
        assert!(honest.whole && honest.checkpoints > 0, "{honest:?}");
        for what in tamperings {
            let (dir, sql) = copy_of(&house);
            let Some((seq, how)) = tamper(&sql, &what) else {
                continue;
            };
            drop(sql);
            let verdict = verdict(&house, &dir);
            let broken = verdict
                .first_broken
                .unwrap_or_else(|| panic!("{what:?} was not found"));
            assert_eq!(broken.seq, seq, "{what:?}: {broken:?}");
            assert!(how.contains(&broken.fault), "{what:?}: {broken:?}");
        }
    }
}

#[test]
fn nobody_gets_in_after_the_end_was_cut_or_the_chain_rewritten() {
    let house = lived(&[
        Act::AddBranch(1),
        Act::Refused,
        Act::Checkpoint,
        Act::AddBranch(2),
    ]);
    for what in [
        Tampering::CutEnd { rows: 30 },
        Tampering::Delete {
            row: u32::MAX,
            more: 900,
        },
        Tampering::Rewrite { row: 20 },
    ] {
        let (dir, sql) = copy_of(&house);
        tamper(&sql, &what).expect("something was changed");
        drop(sql);
        assert_eq!(
            log_in(&door(dir.path())).unwrap_err().code(),
            "vault.rolled_back",
            "{what:?}"
        );
    }
}

#[test]
fn the_screen_sees_a_cut_under_its_feet() {
    let house = lived(&[Act::AddBranch(1)]);
    let sql = office::vault::connect_past_the_rules(&house.door.file(), &house.key()).unwrap();
    sql.execute_batch("DROP TRIGGER journal_is_never_cut; DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        .unwrap();
    let admin = house.token(Relation::OwnBranch, Role::Administrator);
    let verdict = call(&house.door, Some(admin), "journal.verify", json!({})).unwrap();
    assert_eq!(verdict["first_broken"]["fault"], "cut_off", "{verdict}");
}

#[test]
fn the_triggers_refuse_every_change_of_a_row() {
    let house = House::new();
    let sql = office::vault::connect_past_the_rules(&house.door.file(), &house.key()).unwrap();
    for statement in [
        "UPDATE journal SET note = 'x' WHERE seq = 3",
        "UPDATE journal SET seq = 900 WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3",
    ] {
        let error = sql.execute(statement, []).unwrap_err().to_string();
        assert!(error.contains("append-only"), "{statement}: {error}");
    }
}
