//! One fitting call per command and place: for the table of rights and the sweep over a blocked client.
//!
//! Each room lists its own beside its commands; a command without a sample fails the rights test.

use serde_json::Value;

use crate::testing::{House, Relation};
use crate::{
    blocks, calendar, clients, codewords, consents, contacts, journal, loyalty, messages,
    operators, requests, staff,
};

/// Name and arguments of a call.
pub type Sample = (&'static str, Value);

/// Samples of every command, aimed at records of that place. Rooms make the records that they need.
pub fn all(house: &House, relation: Relation) -> Vec<Sample> {
    [
        staff::samples::samples,
        operators::samples::samples,
        clients::samples::samples,
        blocks::samples::samples,
        requests::samples::samples,
        calendar::samples::samples,
        consents::samples::samples,
        consents::site::samples::samples,
        contacts::samples::samples,
        codewords::samples::samples,
        loyalty::samples::samples,
        messages::samples::samples,
        journal::samples::samples,
    ]
    .into_iter()
    .flat_map(|room| room(house, relation))
    .collect()
}
