//! Samples of the messages room's commands.

use serde_json::json;

use crate::door::samples::Sample;
use crate::testing::{House, Relation};

/// One per command.
pub fn samples(_: &House, _: Relation) -> Vec<Sample> {
    vec![
        ("messages.gateway", json!({})),
        ("messages.set_gateway", json!({"gateway": {"kind": "off"}})),
        ("messages.try_gateway", json!({})),
        ("messages.look_out", json!({})),
        ("messages.take", json!({})),
        (
            "messages.settle",
            json!({"id": 1, "attempt": "", "handed": {"kind": "unsure"}}),
        ),
        (
            "messages.tried_gateway",
            json!({"number": 1, "cause": null}),
        ),
        ("messages.list", json!({})),
        ("messages.awaited", json!({})),
        ("messages.report", json!({"said": []})),
    ]
}
