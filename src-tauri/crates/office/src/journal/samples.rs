//! Samples of the journal's commands.

use serde_json::json;

use crate::door::samples::Sample;
use crate::testing::{House, Relation};

/// One per command.
pub fn samples(_: &House, _: Relation) -> Vec<Sample> {
    vec![
        ("journal.list", json!({})),
        ("journal.verify", json!({})),
        ("journal.checkpoint", json!({})),
    ]
}
