//! Samples of code words' commands.

use serde_json::json;

use super::SetCodeWord;
use crate::clients::{ClientId, Datum, samples::person};
use crate::door::samples::Sample;
use crate::messages::Secret;
use crate::policy::Role;
use crate::testing::{House, Relation};

/// Sets a client's word.
pub fn set(house: &House, relation: Relation, client: ClientId, word: &str) {
    house
        .as_staff(relation, Role::Agent)
        .act(SetCodeWord {
            client,
            word: Secret::new(word),
            paper: "Заявление № 14 от 14.12.2026".to_owned(),
            signed: true,
        })
        .expect("a code word");
}

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let client = person(
        house,
        relation,
        &[(Datum::Surname, "Сөзова"), (Datum::Given, "Айман")],
    );
    set(house, relation, client, "Қызғалдақ");
    vec![
        ("codewords.show", json!({"client": client})),
        (
            "codewords.set",
            json!({"client": client, "word": "жеті қазына", "paper": "№ 15", "signed": true}),
        ),
        (
            "codewords.print_form",
            json!({"client": client, "lang": "kk"}),
        ),
        (
            "codewords.check",
            json!({"client": client, "word": "кызгалдак"}),
        ),
    ]
}
