//! A word that is compared as it is heard, and that nobody can read.

use proptest::prelude::*;

use super::samples::set;
use super::{CheckCodeWord, SetCodeWord, ShowCodeWord, WRONG_A_DAY, as_heard};
use crate::Moment;
use crate::blocks::{BlockGround, BlockScope, SetBlock};
use crate::clients::ClientId;
use crate::clients::samples::aigul;
use crate::messages::Secret;
use crate::policy::Role;
use crate::testing::{Desk, House, Relation};

const HERE: Relation = Relation::OwnBranch;

fn say(client: ClientId, word: &str) -> CheckCodeWord {
    CheckCodeWord {
        client,
        word: Secret::new(word),
    }
}

fn code<T>(outcome: crate::Result<T>) -> &'static str {
    outcome.err().map_or("", |error| error.code())
}

#[test]
fn what_is_heard_is_compared() {
    for (said, kept) in [
        ("Ёлка-7", "елка 7"),
        ("Қызғалдақ", "кызгалдак"),
        ("ЖҰЛДЫЗ", "жулдыз"),
        ("Өрік", "орик"),
        ("подъезд", "подезд"),
        ("һәм", "хам"),
        ("йод", "иод"),
    ] {
        assert_eq!(as_heard(said), as_heard(kept), "{said}");
    }
    assert_ne!(as_heard("тюльпан"), as_heard("тюлпар"));
}

#[test]
fn the_answer_is_matches_or_not_and_five_wrong_a_day_are_the_end() {
    let house = House::new();
    let client = aigul(&house, HERE);
    let agent = house.as_role(Role::Agent);
    assert_eq!(code(agent.act(say(client, "тюльпан"))), "codewords.none");
    set(&house, HERE, client, "Қызғалдақ");
    assert!(
        agent
            .act(say(client, "кызгалдак"))
            .expect("an answer")
            .matches
    );
    for left in (0..WRONG_A_DAY).rev() {
        let answer = agent.act(say(client, "тюльпан")).expect("an answer");
        assert_eq!((answer.matches, answer.left), (false, left));
    }
    assert_eq!(
        code(agent.act(say(client, "Қызғалдақ"))),
        "codewords.too_many",
        "even the right one"
    );
    let notes = "SELECT group_concat(note) FROM (SELECT note FROM journal WHERE command = 'codewords.check' AND outcome = 'done' ORDER BY seq)";
    assert_eq!(
        house.peek(notes),
        "matches,does_not_match,does_not_match,does_not_match,does_not_match,does_not_match"
    );
    house.clock.set(Moment::of_local(
        "2026-12-15T09:00:00".parse().expect("a moment"),
    ));
    let token = house.anew(Role::Agent);
    let desk = Desk {
        door: &house.door,
        caller: crate::door::Caller::Window {
            token: Some(&token),
            lang: crate::Lang::Ru,
            quiet: false,
        },
    };
    assert!(
        desk.act(say(client, "Қызғалдақ"))
            .expect("an answer")
            .matches
    );
}

#[test]
fn it_is_set_on_a_signed_paper_and_is_nothing_that_stands_on_the_card() {
    let house = House::new();
    let client = aigul(&house, HERE);
    let manager = house.as_role(Role::Manager);
    let with = |word: &str, signed| SetCodeWord {
        client,
        word: Secret::new(word),
        paper: "Заявление № 14".to_owned(),
        signed,
    };
    for wrong in [
        with("абв", true),
        with("Айгүл", true),
        with("қызғалдақ", false),
    ] {
        assert!(matches!(manager.act(wrong), Err(crate::Error::Invalid(_))));
    }
    manager.act(with("қызғалдақ", true)).expect("set");
    let shown = manager.ask(ShowCodeWord { client }).expect("what is known");
    assert_eq!(shown.paper.as_deref(), Some("Заявление № 14"));
    assert_eq!(shown.left, WRONG_A_DAY);
    let kept = house.peek("SELECT hex(hash) || hex(salt) || paper FROM code_words");
    assert!(!kept.to_lowercase().contains("кызгалдак") && !kept.contains("ызғалдақ"));
    assert_eq!(
        code(
            house
                .as_role(Role::Consultant)
                .act(say(client, "қызғалдақ"))
        ),
        "door.no_right"
    );
    crate::blocks::samples::blocked(&house, HERE, client, BlockScope::Everything);
    assert_eq!(
        code(manager.act(with("жеті қазына", true))),
        "blocks.blocked"
    );
    assert!(
        manager
            .act(say(client, "қызғалдақ"))
            .expect("an answer")
            .matches,
        "who disputes an address is served"
    );
    manager
        .act(SetBlock {
            client,
            scope: BlockScope::Everything,
            ground: BlockGround::Compromise,
            ground_text: String::new(),
            method: String::new(),
            review_on: None,
        })
        .expect("a block");
    assert_eq!(
        code(manager.act(say(client, "қызғалдақ"))),
        "blocks.blocked"
    );
}

proptest! {
    #[test]
    fn hearing_twice_changes_nothing(word in "\\PC{0,60}") {
        let once = as_heard(&word);
        prop_assert_eq!(as_heard(&once), once.clone());
        prop_assert_eq!(as_heard(&word.to_uppercase()), as_heard(&word.to_uppercase().to_lowercase()));
    }
}
