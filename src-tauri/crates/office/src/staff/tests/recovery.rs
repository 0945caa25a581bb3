//! The recovery key: made anew, put away, and never lost between the two.

use serde_json::json;

use super::*;
use crate::policy::Role;

fn recover(house: &House, key: &str) -> String {
    let args = json!({"recovery_key": key, "login": "admin", "password": "Жаңа ұзын құпиясөз 9"});
    code(&house.call_json(None, "staff.recover", args))
}

fn new_recovery_key(house: &House) -> String {
    let token = house.token(Relation::OwnBranch, Role::Administrator);
    let args = json!({"password": PASSWORD});
    let Reply::Ok(made) = house.call_json(Some(token), "staff.new_recovery_key", args) else {
        panic!("no new recovery key")
    };
    made["recovery_key"].as_str().expect("a key").to_owned()
}

fn keep_recovery_key(house: &House, key: &str) -> String {
    let token = house.token(Relation::OwnBranch, Role::Administrator);
    let args = json!({"recovery_key": key});
    code(&house.call_json(Some(token), "staff.keep_recovery_key", args))
}

fn recovery_key_state(house: &House) -> serde_json::Value {
    let token = house.token(Relation::OwnBranch, Role::Administrator);
    match house.call_json(Some(token), "staff.recovery_key_state", json!({})) {
        Reply::Ok(state) => state,
        Reply::Error(refusal) => panic!("{}", refusal.code),
    }
}

#[test]
fn a_new_recovery_key_opens_at_once_and_the_old_one_until_the_new_one_is_put_away() {
    let house = House::new();
    assert_eq!(
        recovery_key_state(&house),
        json!({"kept": false, "next": false})
    );
    let next = new_recovery_key(&house);
    assert_ne!(next, house.recovery_key);
    assert_eq!(
        recovery_key_state(&house),
        json!({"kept": false, "next": true})
    );
    for key in [&house.recovery_key, &next] {
        assert_eq!(recover(&house, key), "ok");
    }
    assert_eq!(
        keep_recovery_key(&house, "0000-0000"),
        "keys.wrong_recovery"
    );
    assert_eq!(keep_recovery_key(&house, &next.to_lowercase()), "ok");
    assert_eq!(
        recovery_key_state(&house),
        json!({"kept": true, "next": false})
    );
    assert_eq!(recover(&house, &house.recovery_key), "keys.wrong_recovery");
    assert_eq!(recover(&house, &next), "ok");
}

#[test]
fn the_newest_recovery_key_replaces_one_that_nobody_put_away() {
    let house = House::new();
    assert_eq!(keep_recovery_key(&house, &house.recovery_key), "ok");
    let lost = new_recovery_key(&house);
    let next = new_recovery_key(&house);
    assert_eq!(recover(&house, &lost), "keys.wrong_recovery");
    assert_eq!(recover(&house, &house.recovery_key), "ok");
    assert_eq!(keep_recovery_key(&house, &lost), "keys.wrong_recovery");
    assert_eq!(keep_recovery_key(&house, &next), "ok");
    assert_eq!(recover(&house, &house.recovery_key), "keys.wrong_recovery");
}

#[test]
fn a_new_recovery_key_survives_a_restart_and_is_on_record_without_its_letters() {
    let house = House::new();
    let next = new_recovery_key(&house);
    assert_eq!(keep_recovery_key(&house, &next), "ok");
    let restarted = house.reopened();
    let caller = Caller::Window {
        token: None,
        lang: Lang::Ru,
        quiet: false,
    };
    let recover = Recover {
        recovery_key: next.clone(),
        login: "admin".into(),
        password: "Жаңа ұзын құпиясөз 9".into(),
        accept_older: false,
    };
    restarted.gate(caller, recover).expect("the new key opens");
    let rows = house
        .as_role(Role::Administrator)
        .ask(crate::journal::ListJournal::default())
        .expect("the journal");
    for name in ["staff.new_recovery_key", "staff.keep_recovery_key"] {
        let row = rows.iter().find(|row| row.command == name);
        let row = row.unwrap_or_else(|| panic!("no entry of {name}"));
        assert_eq!(
            (row.outcome.as_str(), row.fields.as_slice()),
            ("done", ["recovery_key".to_owned()].as_slice())
        );
    }
    let text = serde_json::to_string(&rows).expect("rows");
    assert!(next.split('-').all(|group| !text.contains(group)));
}

#[test]
fn only_an_administrator_at_work_who_knows_their_password_makes_a_recovery_key() {
    let house = House::new();
    let gates = [
        ("staff.new_recovery_key", json!({"password": PASSWORD})),
        (
            "staff.keep_recovery_key",
            json!({"recovery_key": house.recovery_key.clone()}),
        ),
        ("staff.recovery_key_state", json!({})),
    ];
    for (name, args) in &gates {
        assert_eq!(
            code(&house.call_json(None, name, args.clone())),
            "door.no_session"
        );
        for role in Role::ALL {
            let token = house.token(Relation::OwnBranch, *role);
            let expected = match role {
                Role::Administrator => "ok",
                _ => "door.no_right",
            };
            assert_eq!(
                code(&house.call_json(Some(token), name, args.clone())),
                expected,
                "{name} for {role:?}"
            );
        }
    }
    let token = house.token(Relation::OwnBranch, Role::Administrator);
    let args = json!({"password": "не тот пароль совсем"});
    assert_eq!(
        code(&house.call_json(Some(token), "staff.new_recovery_key", args)),
        "keys.wrong"
    );
    house.call_json(Some(token), "staff.lock", json!({}));
    for (name, args) in gates {
        assert_eq!(
            code(&house.call_json(Some(token), name, args)),
            "door.session_locked",
            "{name}"
        );
    }
    let rows = house
        .as_role(Role::Manager)
        .ask(crate::journal::ListJournal::default())
        .expect("the journal");
    assert!(
        rows.iter()
            .any(|row| row.command == "staff.new_recovery_key" && row.outcome == "door.no_right")
    );
}
