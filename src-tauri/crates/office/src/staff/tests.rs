//! First start, log-in, lock, passwords, accounts.

mod recovery;

use serde_json::json;

use super::*;
use crate::door::{Caller, Reply};
use crate::error::Error;
use crate::testing::{House, PASSWORD, Relation};
use crate::texts::Lang;
use chrono::Duration;

fn code(reply: &Reply) -> String {
    match reply {
        Reply::Ok(_) => "ok".to_owned(),
        Reply::Error(refusal) => refusal.code.clone(),
    }
}

fn log_in(house: &House, password: &str) -> String {
    code(&house.call_json(
        None,
        "staff.log_in",
        json!({"login": "consultant.almaty", "password": password}),
    ))
}

#[test]
fn everyone_of_a_new_house_knows_who_they_are() {
    let house = House::new();
    let me = house.as_role(Role::Consultant).ask(Me {}).expect("me");
    assert_eq!(
        (me.branch_name.as_str(), me.member.role),
        ("Алматы-2", Role::Consultant)
    );
    assert!(!me.rights.contains(&crate::policy::Right::ManageStaff));
}

#[test]
fn first_start_happens_once() {
    let house = House::new();
    let again = house.call_json(
        None,
        "staff.set_up",
        json!({"lang": "ru", "branch": "А", "name": "Б", "login": "xy", "password": PASSWORD,
               "operator": {"name_ru": "a", "name_kk": "b", "bin": "991240990006"}}),
    );
    assert_eq!(code(&again), "staff.already_set_up");
}

#[test]
fn first_start_names_every_wrong_field_at_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let door = crate::door::Door::open(crate::door::Config {
        hardness: crate::vault::keys::Hardness::TEST,
        ..crate::door::Config::at(dir.path().to_owned())
    })
    .expect("a door");
    let wrong = SetUp {
        lang: Lang::Kk,
        operator: serde_json::from_value(
            json!({"name_ru": "", "name_kk": "b", "bin": "991240990007"}),
        )
        .expect("a profile"),
        branch: String::new(),
        name: "А".to_owned(),
        login: "Имя".to_owned(),
        password: "password1234".to_owned(),
        demo: false,
    };
    let Err(Error::Invalid(invalid)) = door.gate(
        Caller::Window {
            token: None,
            lang: Lang::Ru,
            quiet: false,
        },
        wrong,
    ) else {
        panic!("first start took nonsense");
    };
    let text = format!("{invalid:?}");
    for field in ["operator.name_ru", "login", "password", "branch"] {
        assert!(text.contains(field), "{field} isn't named in {text}");
    }
    assert!(
        !dir.path().join("kelisim.db").exists(),
        "a vault was made all the same"
    );
}

#[test]
fn wrong_passwords_slow_down_and_a_restart_does_not_forgive() {
    let house = House::new();
    for _ in 0..3 {
        assert_eq!(log_in(&house, "не тот пароль совсем"), "keys.wrong");
    }
    assert_eq!(log_in(&house, PASSWORD), "keys.wait");
    let restarted = house.reopened();
    let caller = Caller::Window {
        token: None,
        lang: Lang::Ru,
        quiet: false,
    };
    let again = restarted.gate(
        caller,
        LogIn {
            login: "consultant.almaty".into(),
            password: PASSWORD.into(),
        },
    );
    assert_eq!(again.expect_err("the pause holds").code(), "keys.wait");
    house.clock.advance(Duration::seconds(6));
    assert_eq!(log_in(&house, PASSWORD), "ok");
}

#[test]
fn a_clock_set_back_does_not_lock_out_for_longer_than_the_longest_pause() {
    let house = House::new();
    for _ in 0..3 {
        log_in(&house, "не тот пароль совсем");
    }
    house.clock.advance(Duration::days(-300));
    let reply = house.call_json(
        None,
        "staff.log_in",
        json!({"login": "consultant.almaty", "password": PASSWORD}),
    );
    let Reply::Error(refusal) = reply else {
        panic!("the pause was skipped")
    };
    assert!(refusal.text.contains("900"), "{}", refusal.text);
}

#[test]
fn wrong_passwords_are_journalled_without_the_password() {
    let house = House::new();
    log_in(&house, "совершенно неверный");
    let rows = house
        .as_role(Role::Administrator)
        .ask(crate::journal::ListJournal::default())
        .expect("the journal");
    let row = rows
        .iter()
        .find(|row| row.outcome == "wrong_password")
        .expect("an entry");
    assert_eq!(
        (row.command.as_str(), row.subject.as_str()),
        ("staff.log_in", "staff")
    );
}

#[test]
fn idleness_locks_and_the_password_unlocks() {
    let house = House::new();
    let token = house.token(Relation::OwnBranch, Role::Agent).clone();
    house.clock.advance(Duration::minutes(9));
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.me", json!({}))),
        "ok"
    );
    house.clock.advance(Duration::minutes(10));
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.me", json!({}))),
        "door.session_locked"
    );
    assert_eq!(
        code(&house.call_json(
            Some(&token),
            "staff.unlock",
            json!({"password": "не то, совсем не то"})
        )),
        "keys.wrong"
    );
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.unlock", json!({"password": PASSWORD}))),
        "ok"
    );
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.me", json!({}))),
        "ok"
    );
    house.clock.advance(Duration::hours(10));
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.unlock", json!({"password": PASSWORD}))),
        "door.session_over"
    );
}

#[test]
fn a_quiet_refresh_does_not_put_off_the_lock() {
    let house = House::new();
    let token = house.token(Relation::OwnBranch, Role::Agent).clone();
    let refresh = || {
        house.door.call(
            Some(&token),
            crate::door::Call {
                command: "staff.me".into(),
                args: json!({}),
                lang: None,
                quiet: true,
            },
        )
    };
    house.clock.advance(Duration::minutes(6));
    assert_eq!(code(&refresh()), "ok");
    house.clock.advance(Duration::minutes(6));
    assert_eq!(code(&refresh()), "door.session_locked");
}

#[test]
fn a_disabled_account_is_out_at_once_and_its_key_is_gone() {
    let house = House::new();
    let consultant = house.staff(Relation::OwnBranch, Role::Consultant);
    house
        .as_role(Role::Administrator)
        .act(DisableStaff { staff: consultant })
        .expect("disabled");
    let token = house.token(Relation::OwnBranch, Role::Consultant).clone();
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.me", json!({}))),
        "door.no_session"
    );
    assert_eq!(log_in(&house, PASSWORD), "keys.wrong");
}

#[test]
fn a_forgotten_password_is_replaced_by_a_first_password() {
    let house = House::new();
    let consultant = house.staff(Relation::OwnBranch, Role::Consultant);
    let invited = house
        .as_role(Role::Administrator)
        .act(ResetPassword { staff: consultant })
        .expect("reset");
    assert_eq!(log_in(&house, PASSWORD), "keys.wrong");
    let reply = house.call_json(
        None,
        "staff.log_in",
        json!({"login": "consultant.almaty", "password": invited.first_password}),
    );
    let Reply::Ok(session) = reply else {
        panic!("{reply:?}")
    };
    let session: LoggedIn = serde_json::from_value(session).expect("a session");
    assert!(session.invited);
    assert_eq!(
        code(&house.call_json(Some(&session.token), "staff.me", json!({}))),
        "door.account_invited"
    );
}

#[test]
fn the_recovery_key_gives_an_administrator_a_new_password() {
    let house = House::new();
    let typed = house.recovery_key.to_lowercase().replace('-', " ");
    let reply = house.call_json(
        None,
        "staff.recover",
        json!({"recovery_key": typed, "login": "admin", "password": "Жаңа ұзын құпиясөз 9"}),
    );
    assert_eq!(code(&reply), "ok");
    let reply = house.call_json(
        None,
        "staff.log_in",
        json!({"login": "admin", "password": "Жаңа ұзын құпиясөз 9"}),
    );
    assert_eq!(code(&reply), "ok");
    let wrong = house.call_json(
        None,
        "staff.recover",
        json!({"recovery_key": "0000-0000", "login": "admin", "password": "Жаңа ұзын құпиясөз 9"}),
    );
    assert_eq!(code(&wrong), "keys.wrong_recovery");
}

#[test]
fn the_last_one_out_shuts_the_vault() {
    let house = House::new();
    for relation in Relation::ALL {
        for role in Role::ALL {
            let token = house.token(relation, *role).clone();
            assert_eq!(
                code(&house.call_json(Some(&token), "staff.log_out", json!({}))),
                "ok"
            );
        }
    }
    assert!(!house.door.is_open());
    assert_eq!(log_in(&house, PASSWORD), "ok");
    assert!(house.door.is_open());
}

#[test]
fn passwords_are_judged_by_length_and_by_what_is_tried_first() {
    let table = [
        ("короткий", Err(PasswordError::TooShort)),
        ("password1234", Err(PasswordError::Common)),
        ("аааааааааааааа", Err(PasswordError::Common)),
        ("123456789012", Err(PasswordError::Common)),
        ("абвгдежзийкл", Err(PasswordError::Common)),
        ("qwertyuiop123", Err(PasswordError::Common)),
        ("admin лошадь скрепка", Err(PasswordError::HoldsLogin)),
        ("лошадь скрепка батарея", Ok(())),
        ("correct staple 45 ат", Ok(())),
    ];
    for (text, expected) in table {
        assert_eq!(Password::new(text, "admin").map(|_| ()), expected, "{text}");
    }
    assert_eq!(
        Password::new(&"я7".repeat(80), "x").map(|_| ()),
        Err(PasswordError::TooLong)
    );
}

#[test]
fn a_lost_key_ring_is_said_and_the_vault_is_not_made_anew() {
    let house = House::new();
    let before = std::fs::metadata(house.dir().join("kelisim.db"))
        .expect("the vault")
        .len();
    std::fs::remove_file(house.dir().join("kelisim.keys")).expect("the ring");
    let restarted = house.reopened();
    let caller = Caller::Window {
        token: None,
        lang: Lang::Ru,
        quiet: false,
    };
    assert!(
        restarted
            .gate(caller, HouseState {})
            .expect("a state")
            .set_up
    );
    let entering = restarted.gate(
        caller,
        LogIn {
            login: "admin".into(),
            password: PASSWORD.into(),
        },
    );
    assert_eq!(entering.expect_err("no ring").code(), "keys.missing");
    let set_up = SetUp {
        lang: Lang::Kk,
        operator: serde_json::from_value(
            json!({"name_ru": "a", "name_kk": "b", "bin": "991240990006"}),
        )
        .expect("a profile"),
        branch: "А".to_owned(),
        name: "А".to_owned(),
        login: "second".to_owned(),
        password: PASSWORD.to_owned(),
        demo: false,
    };
    assert_eq!(
        restarted.gate(caller, set_up).expect_err("refused").code(),
        "keys.missing"
    );
    assert_eq!(
        std::fs::metadata(house.dir().join("kelisim.db"))
            .expect("the vault")
            .len(),
        before
    );
}

#[test]
fn gates_ask_for_the_session_that_they_need() {
    let house = House::new();
    let token = house.token(Relation::OwnBranch, Role::Manager).clone();
    let own = [
        ("staff.lock", json!({})),
        ("staff.unlock", json!({"password": PASSWORD})),
        ("staff.log_out", json!({})),
        ("staff.set_language", json!({"lang": "kk"})),
        (
            "staff.set_look",
            json!({"look": {"theme": "dark", "text_size": 15, "letters": false}}),
        ),
        (
            "staff.change_password",
            json!({"present": PASSWORD, "password": "лошадь скрепка батарея"}),
        ),
        (
            "staff.accept_invitation",
            json!({"first_password": PASSWORD, "password": "лошадь скрепка батарея"}),
        ),
    ];
    for (name, args) in &own {
        assert_eq!(
            code(&house.call_json(None, name, args.clone())),
            "door.no_session",
            "{name}"
        );
    }
    house.call_json(Some(&token), "staff.lock", json!({}));
    for name in [
        "staff.set_language",
        "staff.set_look",
        "staff.change_password",
    ] {
        let (_, args) = own
            .iter()
            .find(|(own, _)| *own == name)
            .expect("listed above");
        assert_eq!(
            code(&house.call_json(Some(&token), name, args.clone())),
            "door.session_locked",
            "{name}"
        );
    }
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.accept_invitation", own[6].1.clone())),
        "staff.state"
    );
    house.call_json(Some(&token), "staff.unlock", json!({"password": PASSWORD}));
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.set_language", json!({"lang": "kk"}))),
        "ok"
    );
    let Reply::Error(refusal) = house.call_json(Some(&token), "staff.list", json!({})) else {
        panic!("let in")
    };
    assert!(refusal.text.starts_with("Сіздің"), "{}", refusal.text);
}

#[test]
fn a_look_is_kept_with_the_account_and_within_the_sizes_that_there_are() {
    let house = House::new();
    let token = house.token(Relation::OwnBranch, Role::Manager).clone();
    let look = |house: &House| {
        let Reply::Ok(me) = house.call_json(Some(&token), "staff.me", json!({})) else {
            panic!("refused")
        };
        me["look"].clone()
    };
    assert_eq!(
        look(&house),
        json!({"theme": "system", "text_size": 13, "letters": true})
    );
    let asked = json!({"look": {"theme": "dark", "text_size": 200, "letters": false}});
    assert_eq!(
        code(&house.call_json(Some(&token), "staff.set_look", asked)),
        "ok"
    );
    assert_eq!(
        look(&house),
        json!({"theme": "dark", "text_size": 18, "letters": false})
    );
}

#[test]
fn a_name_is_kept_without_what_nobody_sees() {
    assert_eq!(
        name_of("  Дана\t\u{202e}Омарова\u{200b}\0 ").expect("a name"),
        "Дана Омарова"
    );
    assert!(name_of("\u{200b}\u{2066}").is_err());
}
