//! Words of the papers: from the catalogues, in the language of the paper.

use chrono::NaiveDate;
use serde_json::Value;

use super::store::Step;
use crate::blocks::people_date;
use crate::clock::Moment;
use crate::error::Args;
use crate::texts::{Lang, Texts};

/// The catalogues in one language.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    texts: &'a Texts,
    pub lang: Lang,
}

impl<'a> Words<'a> {
    pub fn new(texts: &'a Texts, lang: Lang) -> Self {
        Words { texts, lang }
    }

    pub fn say(&self, key: &str) -> String {
        self.with(key, &Args::none())
    }

    pub fn with(&self, key: &str, args: &Args) -> String {
        self.texts.get(self.lang, key, args)
    }

    /// The word of a closed list, `consents-state` and `given`; the bare name where the catalogue has none.
    pub fn of(&self, list: &str, name: &str) -> String {
        self.of_with(list, name, &Args::none())
    }

    pub fn of_with(&self, list: &str, name: &str, args: &Args) -> String {
        let key = format!("{list}-{}", name.replace(['_', '.'], "-"));
        if self.texts.has(self.lang, &key) {
            self.with(&key, args)
        } else {
            name.to_owned()
        }
    }

    pub fn yes(&self, yes: bool) -> String {
        self.say(if yes { "consents-yes" } else { "consents-no" })
    }

    /// Names of fields, one after the other.
    pub fn fields<'f>(&self, names: impl IntoIterator<Item = &'f str>) -> String {
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
    pub fn fields_in(&self, list: &Value) -> String {
        self.fields(
            list.as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str),
        )
    }

    /// What happened at a visit.
    pub fn step(&self, step: &Step) -> String {
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

/// `2026-12-14` as people write it.
pub(super) fn day(date: &str) -> String {
    date.parse::<NaiveDate>()
        .map_or_else(|_| date.to_owned(), people_date)
}
