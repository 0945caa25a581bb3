//! The table of rights, cell by cell, from the list of commands itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::Duration;
use serde_json::{Value, json};

use super::list::{ALL, Manner};
use super::*;
use crate::policy::Role;
use crate::testing::{House, PASSWORD, Relation};

/// Whether a call would be let in: the code of the refusal, or nothing.
fn verdict(
    house: &House,
    token: Option<&Token>,
    command: &str,
    args: &Value,
) -> Option<&'static str> {
    let listed = list::find(command).expect("a listed command");
    let decide = listed.would_admit.expect("not a gate");
    let caller = Caller::Window {
        token,
        lang: Lang::Ru,
        quiet: true,
    };
    decide(&house.door, caller, args.clone())
        .err()
        .map(|error| error.code())
}

/// The refusals that the door itself makes: anything else means that the call was let in as far as rights go.
fn is_let_in(verdict: Option<&str>) -> bool {
    !verdict.is_some_and(|code| code.starts_with("door."))
}

fn samples(house: &House) -> BTreeMap<&'static str, BTreeMap<Relation, Value>> {
    let mut table: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for relation in Relation::ALL {
        for (name, args) in samples::all(house, relation) {
            table.entry(name).or_default().insert(relation, args);
        }
    }
    table
}

#[test]
fn every_command_has_a_sample_for_each_place_and_every_sample_a_command() {
    let house = House::new();
    let samples = samples(&house);
    for listed in ALL.iter().filter(|listed| listed.manner != Manner::Gate) {
        let places = samples.get(listed.name).map_or(0, BTreeMap::len);
        assert_eq!(
            places, 3,
            "{} has samples for {places} of three places",
            listed.name
        );
    }
    for name in samples.keys() {
        assert!(list::find(name).is_some(), "{name} is no command");
    }
}

#[test]
fn names_are_unique_and_begin_with_their_room() {
    let mut seen = std::collections::BTreeSet::new();
    for listed in ALL.iter() {
        assert!(seen.insert(listed.name), "{} is there twice", listed.name);
        assert!(
            listed.name.split('.').count() == 2,
            "{} isn't room.verb",
            listed.name
        );
    }
}

/// Command × role × place, for active accounts with a live session: allowed exactly as far as the right reaches.
#[test]
fn rights() {
    let house = House::new();
    let samples = samples(&house);
    let mut golden = String::from(
        "Who may do what. A cell is three signs: own branch, another branch of the operator, another operator.\n\
         + is let in, - is refused, = the command names no place and is let in (what it shows is narrowed by itself).\n\
         For accounts that are invited or disabled, and for sessions that are missing, locked or over, every cell is -\n\
         but for those of the right \"anyone\".\n\n",
    );
    writeln!(
        golden,
        "{:32} {:18} {:>10} {:>5} {:>7} {:>13}",
        "command", "right", "consultant", "agent", "manager", "administrator"
    )
    .expect("a string");
    for listed in ALL.iter() {
        if listed.manner == Manner::Gate {
            let by = match listed.right {
                Right::Anyone | Right::OwnSession => "by the session alone",
                // Tried role by role in the rooms' own tests.
                _ => "by the session and the role's right",
            };
            writeln!(
                golden,
                "{:32} {:18} decided at the gate, {by}",
                listed.name,
                listed.right.name()
            )
            .expect("a string");
            continue;
        }
        let places = &samples[listed.name];
        let placeless = places
            .values()
            .all(|args| args == &places[&Relation::OwnBranch]);
        let mut row = format!("{:32} {:18}", listed.name, listed.right.name());
        for (role, width) in [
            (Role::Consultant, 10),
            (Role::Agent, 5),
            (Role::Manager, 7),
            (Role::Administrator, 13),
        ] {
            let token = house.token(Relation::OwnBranch, role);
            let reach = crate::policy::reach(role, listed.right);
            let mut cell = String::new();
            for (relation, args) in places {
                let found = verdict(&house, Some(token), listed.name, args);
                let covered = match relation {
                    _ if placeless => reach > Reach::Nothing,
                    Relation::OwnBranch => reach >= Reach::OwnBranch,
                    Relation::OtherBranch => reach >= Reach::Operator,
                    Relation::OtherOperator => reach == Reach::House,
                };
                assert_eq!(
                    is_let_in(found),
                    covered,
                    "{} by {role} at {relation:?}: {found:?}",
                    listed.name
                );
                cell.push(if placeless && covered {
                    '='
                } else if covered {
                    '+'
                } else {
                    '-'
                });
            }
            write!(row, " {cell:>width$}").expect("a string");
        }
        writeln!(golden, "{row}").expect("a string");
    }
    insta::assert_snapshot!(golden);
}

/// Command × role × account state × session state: only an active account with a live session is let in.
#[test]
fn no_state_but_active_and_live_is_let_in() {
    let house = House::new();
    let samples = samples(&house);
    let mut cells = 0;
    let mut refused_everywhere = |token: Option<&Token>, expected: &str, state: &str| {
        for (name, places) in &samples {
            for args in places.values() {
                assert_eq!(
                    verdict(&house, token, name, args),
                    Some(expected),
                    "{name} in state {state}"
                );
                cells += 1;
            }
        }
    };
    refused_everywhere(None, "door.no_session", "no session");
    refused_everywhere(
        Some(&Token::new("guessed")),
        "door.no_session",
        "foreign token",
    );
    for role in Role::ALL {
        let token = house.token(Relation::OwnBranch, *role).clone();
        let staff = house.staff(Relation::OwnBranch, *role);
        assert!(matches!(
            house.call_json(Some(&token), "staff.lock", json!({})),
            Reply::Ok(_)
        ));
        refused_everywhere(Some(&token), "door.session_locked", "locked");
        assert!(matches!(
            house.call_json(Some(&token), "staff.unlock", json!({"password": PASSWORD})),
            Reply::Ok(_)
        ));
        for (state, expected) in [
            ("invited", "door.account_invited"),
            ("disabled", "door.account_disabled"),
        ] {
            set_state(&house, staff, state);
            refused_everywhere(Some(&token), expected, state);
        }
        set_state(&house, staff, "active");
    }
    house.clock.advance(Duration::hours(11));
    for role in Role::ALL {
        let token = house.token(Relation::OwnBranch, *role);
        refused_everywhere(Some(token), "door.session_over", "expired");
    }
    assert!(cells > 1_000, "only {cells} cells");
}

/// Changes an account behind the sessions' back: as when it is disabled while a call is on its way.
fn set_state(house: &House, staff: StaffId, state: &str) {
    let vault = house.door.vault().expect("the vault is open");
    vault
        .write(|sql| {
            sql.execute(
                "UPDATE staff SET state = ?2 WHERE id = ?1",
                rusqlite::params![staff, state],
            )?;
            Ok(())
        })
        .expect("an update");
}

#[test]
fn the_tablet_and_the_house_itself_have_only_their_own_rights() {
    let house = House::new();
    let samples = samples(&house);
    let tablet = house.tablet_seat(Relation::OwnBranch, TabletId(1));
    for listed in ALL.iter() {
        let Some(decide) = listed.would_admit else {
            continue;
        };
        let args = &samples[listed.name][&Relation::OwnBranch];
        for (caller, right) in [
            (Caller::Tablet(&tablet, Lang::Kk), Right::TabletStep),
            (Caller::Machine, Right::Machine),
        ] {
            let found = decide(&house.door, caller, args.clone())
                .err()
                .map(|error| error.code());
            assert_eq!(
                is_let_in(found),
                listed.right == right,
                "{} for {caller:?}: {found:?}",
                listed.name
            );
        }
    }
}

#[test]
fn a_refusal_by_right_is_on_record_and_nothing_of_the_arguments_is() {
    let house = House::new();
    let token = house.token(Relation::OwnBranch, Role::Consultant).clone();
    let reply = house.call_json(
        Some(&token),
        "operators.add_branch",
        json!({"operator": 1, "name": "Тайный филиал"}),
    );
    let Reply::Error(refusal) = reply else {
        panic!("a consultant added a branch")
    };
    assert_eq!(
        (refusal.kind, refusal.code.as_str()),
        (crate::Kind::Forbidden, "door.no_right")
    );
    let rows = house
        .as_role(Role::Administrator)
        .ask(crate::journal::ListJournal::default())
        .expect("the journal");
    assert_eq!(
        (rows[0].command.as_str(), rows[0].outcome.as_str()),
        ("operators.add_branch", "door.no_right")
    );
    assert!(!format!("{rows:?}").contains("Тайный"));
}

#[test]
fn malformed_calls_are_answered_without_repeating_what_was_sent() {
    let house = House::new();
    let token = house
        .token(Relation::OwnBranch, Role::Administrator)
        .clone();
    let long = "Ә".repeat(10_000);
    for args in [
        json!({"name": 5}),
        json!([]),
        json!("850615499005"),
        json!({"operator": "850615499005", "name": "x"}),
        json!({"operator": 1, "name": "x", "more": long}),
    ] {
        let Reply::Error(refusal) = house.call_json(Some(&token), "operators.add_branch", args)
        else {
            panic!("taken")
        };
        assert_eq!(refusal.code, "door.malformed");
        assert!(!refusal.text.contains("850615499005") && refusal.text.len() < 500);
    }
    let Reply::Error(refusal) = house.call_json(Some(&token), "no.such", json!({})) else {
        panic!("taken")
    };
    assert_eq!(refusal.code, "door.no_command");
}

#[test]
fn odd_names_are_kept_as_they_are_read_or_refused_in_words() {
    let house = House::new();
    let token = house
        .token(Relation::OwnBranch, Role::Administrator)
        .clone();
    let table = [
        ("", false),
        ("   ", false),
        ("=HYPERLINK(\"x\")", true),
        ("Филиал 🏦", true),
        ("\u{202E}оборот", true),
        ("нуль\u{0}внутри", true),
    ];
    for (name, taken) in table {
        let reply = house.call_json(
            Some(&token),
            "operators.add_branch",
            json!({"operator": 1, "name": name}),
        );
        assert_eq!(matches!(reply, Reply::Ok(_)), taken, "{name:?}: {reply:?}");
    }
    let reply = house.call_json(
        Some(&token),
        "operators.add_branch",
        json!({"operator": 1, "name": "Ы".repeat(10_000)}),
    );
    assert!(matches!(reply, Reply::Error(_)));
}

/// `ui/src/wire.ts` is what the Rust types say; `KELISIM_WRITE_TYPES=1` writes it anew.
#[test]
fn the_typescript_types_are_fresh() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/wire.ts");
    if std::env::var_os("KELISIM_WRITE_TYPES").is_some() {
        std::fs::write(file, wire::typescript()).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        kept == wire::typescript(),
        "ui/src/wire.ts is stale: run ./dev types"
    );
}

/// Every client's row, as it lies in the vault.
fn data_of_clients(house: &House) -> Vec<String> {
    let vault = house.door.vault().expect("the vault is open");
    vault
        .read(|sql| {
            let mut statement = sql.prepare("SELECT * FROM clients ORDER BY id")?;
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| {
                (0..columns)
                    .map(|place| row.get::<_, rusqlite::types::Value>(place))
                    .collect::<rusqlite::Result<Vec<_>>>()
            })?;
            Ok(rows
                .map(|row| row.map(|values| format!("{values:?}")))
                .collect::<rusqlite::Result<Vec<_>>>()?)
        })
        .expect("the clients")
}

/// Every command of the list, run for real by every role on a wholly blocked client (D2): what a block stops is refused with
/// the rule and its end, and not one letter of the client's data changes.
#[test]
fn on_a_blocked_client_every_command_is_refused_or_leaves_the_data_alone() {
    let house = House::new();
    let samples = samples(&house);
    let vault = house.door.vault().expect("the vault is open");
    let clients: Vec<i64> = vault
        .read(|sql| {
            let mut statement = sql.prepare("SELECT id FROM clients ORDER BY id")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .expect("the clients");
    assert!(!clients.is_empty(), "the samples made no client");
    for client in clients {
        for relation in [Relation::OwnBranch, Relation::OtherOperator] {
            let args = json!({"client": client, "scope": {"what": "everything"}, "ground": "accuracy_disputed", "method": "всё"});
            house.call_json(
                Some(house.token(relation, Role::Manager)),
                "blocks.set",
                args,
            );
        }
    }
    let before = data_of_clients(&house);
    let mut golden = String::from(
        "What a wholly blocked client's record refuses, by command: the rule is named and when it ends.\n\n",
    );
    for listed in ALL
        .iter()
        .filter(|listed| listed.manner != Manner::Gate && !listed.name.starts_with("staff."))
    {
        // Lifting the block is the one way out, and is not walked here.
        if listed.name == "blocks.lift" {
            continue;
        }
        let mut refused = false;
        for role in Role::ALL {
            let token = house.token(Relation::OwnBranch, *role);
            let args = samples[listed.name][&Relation::OwnBranch].clone();
            if let Reply::Error(refusal) = house.call_json(Some(token), listed.name, args)
                && refusal.kind == crate::Kind::Blocked
            {
                refused = true;
                assert!(
                    refusal.text.chars().any(|letter| letter.is_ascii_digit()),
                    "{}: {}",
                    listed.name,
                    refusal.text
                );
            }
        }
        if refused {
            writeln!(golden, "{}", listed.name).expect("a string");
        }
        // A command may enter somebody new; those who were blocked stay letter by letter.
        let after = data_of_clients(&house);
        assert!(
            after.starts_with(&before),
            "{} changed a blocked client",
            listed.name
        );
    }
    insta::assert_snapshot!(golden);
}
