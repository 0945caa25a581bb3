//! Samples of contacts' commands.

use serde_json::json;

use crate::clients::{Datum, samples::person};
use crate::door::samples::Sample;
use crate::testing::{House, Relation};

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let client = person(
        house,
        relation,
        &[(Datum::Surname, "Каналова"), (Datum::Given, "Сәуле")],
    );
    vec![
        ("contacts.of_client", json!({"client": client})),
        (
            "contacts.set_wish",
            json!({"client": client, "channels": ["sms"], "stop": true, "how": "phone"}),
        ),
        ("contacts.preview_advertising", json!({"channel": "sms"})),
        ("contacts.export_advertising", json!({"channel": "sms"})),
    ]
}
