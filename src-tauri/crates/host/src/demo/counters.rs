//! A house with many counters, for measuring: the staff and the text of the demonstration, and as many paired tablets as wanted.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use office::Door;
use office::clock::{Clock, SystemClock};
use office::door::{Caller, Token};
use serde_json::{Value, json};

use super::{Demo, number, text};

/// Where consents are taken in the demonstration, and by whom.
const COUNTERS: [(&str, &str); 3] = [
    ("aizhan", "Алматы-2"),
    ("zhanar", "Шымкент-1"),
    ("rustem", "Астана-4"),
];

/// A paired tablet and the consultant beside it.
pub(crate) struct Counter {
    /// The consultant's session.
    pub token: Token,
    /// The tablet.
    pub tablet: i64,
    /// What it carries.
    pub secret: String,
}

/// A house that is ready for visits.
pub(crate) struct Counters {
    pub door: Arc<Door>,
    /// The published text.
    pub text: i64,
    /// Its purposes.
    pub purposes: Vec<i64>,
    pub all: Vec<Counter>,
}

/// Makes one.
pub(crate) fn counters(data: PathBuf, count: usize) -> Result<Counters> {
    let now = SystemClock.now();
    let mut demo = Demo::found(data, now)?;
    demo.hire()?;
    let published = demo.publish_text()?;
    demo.clock.set(now);
    let shown = demo.call("admin", "consents.text", json!({"text": published["id"]}))?;
    let purposes = shown["purposes"].as_array().context("purposes")?;
    let purposes = purposes
        .iter()
        .map(|purpose| number(&purpose["id"]))
        .collect::<Result<_>>()?;
    let mut all = Vec::new();
    for nth in 0..count {
        let (login, branch) = COUNTERS[nth % COUNTERS.len()];
        let branch = demo.branches[branch];
        let pair = json!({"name": format!("Планшет {nth}"), "branch": branch});
        let pairing = demo.call("admin", "tablets.pair", pair)?;
        let join = json!({"token": pairing["token"], "digits": pairing["digits"]});
        let joined = demo.past_the_windows(Caller::Machine, "station.join", join)?;
        let secret = text(&joined["secret"]).to_owned();
        let know = json!({"secret": secret});
        let known = demo.past_the_windows(Caller::Machine, "station.know_tablet", know)?;
        // A call first: it logs the consultant in where the session is over.
        demo.call(login, "staff.me", Value::Null)?;
        all.push(Counter {
            token: demo.tokens[login].0.clone(),
            tablet: number(&known["tablet"])?,
            secret,
        });
    }
    Ok(Counters {
        text: number(&published["id"])?,
        door: demo.door,
        purposes,
        all,
    })
}
