//! Words of the proofs, beyond those of every paper.

use serde_json::Value;

use super::store::Step;
use crate::clock::Moment;
use crate::error::Args;
use crate::texts::Words;

impl Words<'_> {
    pub(super) fn yes(&self, yes: bool) -> String {
        self.say(if yes { "consents-yes" } else { "consents-no" })
    }

    /// Names of fields, one after the other.
    pub(super) fn fields<'f>(&self, names: impl IntoIterator<Item = &'f str>) -> String {
        let names: Vec<String> = names
            .into_iter()
            .map(|name| self.of("clients-field", name))
            .collect();
        if names.is_empty() {
            self.say("proof-none")
        } else {
            names.join(", ")
        }
    }

    /// The same from a list of the evidence.
    pub(super) fn fields_in(&self, list: &Value) -> String {
        self.fields(
            list.as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str),
        )
    }

    /// What happened at a visit.
    pub(super) fn step(&self, step: &Step) -> String {
        let word = step.word.as_deref();
        let n = step.n.unwrap_or_default();
        match step.kind.as_str() {
            "text_shown" => self.of("consents-event-text-shown", word.unwrap_or("kk")),
            "text_read" => self.with(
                "consents-event-text-read",
                &Args::none().number("seconds", n),
            ),
            "help" if word == Some("paper") => self.say("consents-event-help-paper"),
            kind => self.of_with(
                "consents-event",
                kind,
                &Args::none().text("n", n.to_string()),
            ),
        }
    }
}

/// Date and time in Kazakhstan, `14.12.2026 09:05:00`.
pub(super) fn local(at: Moment) -> String {
    at.local().format("%d.%m.%Y %H:%M:%S").to_string()
}

/// The same in UTC, `2026-12-14T04:05:00Z`.
pub(super) fn utc(at: Moment) -> String {
    at.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A moment of the evidence, by both clocks.
pub(super) fn both(at: Moment) -> String {
    format!("{} (UTC+5) · {}", local(at), utc(at))
}
