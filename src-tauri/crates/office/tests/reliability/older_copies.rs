//! Encryption proves pages authentic, not current: older states of the files are noticed all the same.

use std::fs;
use std::path::Path;

use office::door::Token;
use office::staff::Recover;
use serde_json::json;
use tempfile::tempdir;

use crate::place::{NOBODY, call, copy, door, log_in, set_up, verify};

fn add_branch(door: &office::Door, token: &Token, name: &str) {
    let operator =
        call(door, Some(token), "staff.me", json!({})).expect("me")["member"]["operator"].clone();
    call(
        door,
        Some(token),
        "operators.add_branch",
        json!({"operator": operator, "name": name}),
    )
    .expect("a branch");
}

/// A house with a copy of an earlier day; the recovery key.
fn house_with_copy(dir: &Path, earlier: &Path) -> String {
    let house = door(dir);
    let done = set_up(&house).expect("first start");
    let token = done.session.token;
    add_branch(&house, &token, "Шымкент-1");
    call(&house, Some(&token), "staff.log_out", json!({})).expect("out");
    copy(dir, earlier);
    let token = log_in(&house).expect("the next day");
    add_branch(&house, &token, "Астана-4");
    call(&house, Some(&token), "staff.log_out", json!({})).expect("out");
    done.recovery_key
}

#[test]
fn an_older_copy_is_refused_until_the_recovery_key_accepts_it() {
    let (dir, earlier) = (tempdir().unwrap(), tempdir().unwrap());
    let recovery_key = house_with_copy(dir.path(), earlier.path());
    fs::copy(
        earlier.path().join("kelisim.db"),
        dir.path().join("kelisim.db"),
    )
    .unwrap();

    let house = door(dir.path());
    assert_eq!(log_in(&house).unwrap_err().code(), "vault.rolled_back");
    assert!(!house.is_open(), "the older vault stayed open");
    assert!(
        !verify(dir.path()).whole,
        "a verification of the file did not see it"
    );
    let recover = |accept_older| Recover {
        recovery_key: recovery_key.clone(),
        login: "admin".to_owned(),
        password: "Жаңа ұзын құпиясөз 9".to_owned(),
        accept_older,
    };
    assert_eq!(
        house.gate(NOBODY, recover(false)).unwrap_err().code(),
        "vault.rolled_back"
    );

    let session = house.gate(NOBODY, recover(true)).expect("accepted");
    let rows = call(&house, Some(&session.token), "journal.list", json!({})).unwrap();
    assert_eq!(
        (&rows[0]["command"], &rows[0]["outcome"]),
        (&json!("staff.recover"), &json!("older_vault_accepted"))
    );
    let verdict = call(&house, Some(&session.token), "journal.verify", json!({})).unwrap();
    assert_eq!(verdict["whole"], true, "{verdict}");
    add_branch(&house, &session.token, "Тараз-2");
    drop(house);
    let house = door(dir.path());
    let log_in = office::staff::LogIn {
        login: "admin".to_owned(),
        password: "Жаңа ұзын құпиясөз 9".to_owned(),
    };
    house
        .gate(NOBODY, log_in)
        .expect("work goes on the next day");
}

#[test]
fn a_log_deleted_after_acknowledged_acts_is_noticed() {
    let (dir, fallen) = (tempdir().unwrap(), tempdir().unwrap());
    let house = door(dir.path());
    let token = set_up(&house).expect("first start").session.token;
    call(&house, Some(&token), "staff.log_out", json!({})).expect("out");
    let token = log_in(&house).expect("the next day");
    add_branch(&house, &token, "Астана-4");
    // The computer falls here: what is on the disk, but without the log.
    copy(dir.path(), fallen.path());
    let log = fallen.path().join("kelisim.db-wal");
    assert!(
        fs::metadata(&log).unwrap().len() > 0,
        "there was no log to lose"
    );
    fs::remove_file(log).unwrap();
    assert_eq!(
        log_in(&door(fallen.path())).unwrap_err().code(),
        "vault.rolled_back"
    );
}

#[test]
fn a_log_cut_or_damaged_after_acknowledged_acts_is_noticed() {
    let (dir, fallen) = (tempdir().unwrap(), tempdir().unwrap());
    let house = door(dir.path());
    let token = set_up(&house).expect("first start").session.token;
    call(&house, Some(&token), "staff.log_out", json!({})).expect("out");
    let token = log_in(&house).expect("the next day");
    for number in 0..12 {
        add_branch(&house, &token, &format!("Филиал-{number}"));
    }
    let whole = fs::read(dir.path().join("kelisim.db-wal")).unwrap();
    for tenths in 1..10 {
        copy(dir.path(), fallen.path());
        let place = whole.len() * tenths / 10;
        let mut log = whole.clone();
        if tenths % 2 == 0 {
            log.truncate(place);
        } else {
            log[place] ^= 0x40;
        }
        fs::write(fallen.path().join("kelisim.db-wal"), log).unwrap();
        let code = log_in(&door(fallen.path())).unwrap_err().code();
        assert_eq!(code, "vault.rolled_back", "{tenths} tenths");
    }
}

#[test]
fn a_house_that_stopped_without_logging_out_goes_on() {
    let (dir, fallen) = (tempdir().unwrap(), tempdir().unwrap());
    let house = door(dir.path());
    let token = set_up(&house).expect("first start").session.token;
    add_branch(&house, &token, "Астана-4");
    copy(dir.path(), fallen.path());
    let again = door(fallen.path());
    let token = log_in(&again).expect("log-in after a fall");
    let branches = call(&again, Some(&token), "operators.branches", json!({})).unwrap();
    assert!(branches.to_string().contains("Астана-4"));
    assert!(verify(fallen.path()).whole);
}
