//! A full disk and a failing disk: said plainly, and nothing acknowledged is lost.

use std::fs;
use std::process::Command;

use office::policy::Role;
use office::testing::House;
use serde_json::json;
use tempfile::tempdir;

use crate::killed::{self, Line};
use crate::place::{door, log_in, set_up, verify};

#[test]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let house = House::new();
    let admin = house
        .token(office::testing::Relation::OwnBranch, Role::Administrator)
        .clone();
    let (operator, _) = house.place(office::testing::Relation::OwnBranch);
    let add = |number: u32| {
        let args = json!({"operator": operator, "name": format!("Филиал-{number}")});
        crate::place::call(&house.door, Some(&admin), "operators.add_branch", args)
    };
    house.door.leave_room_for(3).expect("a smaller disk");
    let mut kept = 0;
    let refusal = loop {
        match add(kept) {
            Ok(_) => kept += 1,
            Err(refusal) => break refusal.code,
        }
        assert!(kept < 10_000, "the disk never filled");
    };
    assert_eq!(refusal, "vault.full");
    let branches = || {
        let args = json!({});
        crate::place::call(&house.door, Some(&admin), "operators.branches", args)
            .expect("reading goes on")
    };
    let names = branches().to_string();
    assert!((0..kept).all(|number| names.contains(&format!("\"Филиал-{number}\""))));
    assert!(
        !names.contains(&format!("\"Филиал-{kept}\"")),
        "half an act is there"
    );

    // Somebody makes room: work goes on without a restart.
    house.door.leave_room_for(10_000).expect("room");
    add(kept).expect("work goes on");
    let verdict = house
        .as_role(Role::Administrator)
        .ask(office::journal::VerifyJournal {})
        .unwrap();
    assert!(verdict.whole, "{verdict:?}");
}

/// The kernel itself refuses to let any file grow: a write of SQLite's fails in the middle of an act.
#[test]
fn a_disk_that_fails_in_the_middle_of_an_act_acknowledges_nothing_more() {
    let dir = tempdir().unwrap();
    let house = door(dir.path());
    set_up(&house).expect("first start");
    drop(house);
    let largest = fs::metadata(dir.path().join("kelisim.db")).unwrap().len();
    // In blocks of 512 bytes; the signal is ignored, so that the write fails instead of the process.
    let blocks = largest / 512 + 400;
    let mut shell = Command::new("sh");
    shell.args([
        "-c",
        &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""),
        "sh",
    ]);
    let lines = killed::Child::acts(dir.path(), "limited", Some(shell)).read_out();
    let refusals: Vec<&str> = lines.iter().filter_map(Line::refused).collect();
    assert!(
        matches!(
            refusals.as_slice(),
            [
                "door.internal" | "vault.full",
                "vault.poisoned" | "vault.full",
                ..
            ]
        ),
        "{refusals:?}"
    );
    assert!(lines.iter().any(|line| matches!(line, Line::Ack(_))));
    killed::check(dir.path(), &lines);
    assert!(verify(dir.path()).whole);
    log_in(&door(dir.path())).expect("the next opening");
}
