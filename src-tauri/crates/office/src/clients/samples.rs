//! Samples of clients' commands, and ready-made people for the tests of other rooms.

use std::collections::BTreeMap;

use serde_json::json;

use super::import::{OpenImport, Preview};
use super::{Card, ClientId, Datum, RegisterClient, SubjectKind};
use crate::door::samples::Sample;
use crate::policy::Role;
use crate::testing::{House, Relation};

/// Enters a made-up person at a place, as the consultant there.
pub fn person(house: &House, relation: Relation, values: &[(Datum, &str)]) -> ClientId {
    let values: BTreeMap<Datum, String> = values
        .iter()
        .map(|(datum, value)| (*datum, (*value).to_owned()))
        .collect();
    let command = RegisterClient {
        kind: SubjectKind::Client,
        values,
        authority: None,
    };
    let card: Card = house
        .as_staff(relation, Role::Consultant)
        .act(command)
        .expect("a person who can be entered");
    card.client
}

/// Нұрғалиева Айгүл, whom most tests know.
#[cfg(test)]
pub fn aigul(house: &House, relation: Relation) -> ClientId {
    let values = [
        (Datum::Surname, "Нұрғалиева"),
        (Datum::Given, "Айгүл"),
        (Datum::Patronymic, "Серікқызы"),
        (Datum::BirthDate, "1985-06-15"),
        (Datum::Iin, "850615499005"),
        (Datum::Phone, "87011234418"),
        (Datum::DocumentKind, "id_card"),
        (Datum::DocumentNumber, "030446179"),
        (Datum::Card, "2966300334365"),
    ];
    person(house, relation, &values)
}

/// One per command. The person is entered once per house and place.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let client = person(
        house,
        relation,
        &[(Datum::Surname, "Сейітова"), (Datum::Given, "Дана")],
    );
    // «Фамилия;Имя;ИИН», and nobody under it.
    let bytes = "0KTQsNC80LjQu9C40Y870JjQvNGPO9CY0JjQnQrQptC+0Lk70K/QvTs4NTA2MTU0OTkwMDUK";
    let open = OpenImport {
        path: None,
        bytes: Some(bytes.to_owned()),
        name: Some("a.csv".to_owned()),
        branch: None,
    };
    let preview: Preview = house
        .as_staff(relation, Role::Manager)
        .act(open)
        .expect("a small spreadsheet");
    let (_, branch) = house.place(relation);
    vec![
        ("clients.find", json!({"query": "нургали айг"})),
        ("clients.recent", json!({})),
        ("clients.open", json!({"client": client})),
        (
            "clients.receive",
            json!({"client": client, "reason": "пришла с обращением"}),
        ),
        (
            "clients.register",
            json!({"kind": "client", "values": {"surname": "Цой", "given": "Ян"}}),
        ),
        (
            "clients.update",
            json!({"client": client, "version": 1, "ground": "application", "paper": "№ 7", "changes": {"email": "a@example.kz"}}),
        ),
        ("clients.history", json!({"client": client})),
        ("clients.looks", json!({"client": client})),
        (
            "clients.import_open",
            json!({"bytes": bytes, "name": "a.csv", "branch": branch}),
        ),
        ("clients.import_map", json!({"import": preview.import})),
        (
            "clients.import_step",
            json!({"import": preview.import, "merging": "keep"}),
        ),
        ("clients.import_cancel", json!({"import": preview.import})),
        ("clients.import_bad_rows", json!({"import": preview.import})),
        ("clients.imports", json!({})),
    ]
}
