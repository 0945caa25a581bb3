//! Until when rights would be due, before anything is registered.

use kz::term::count;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::register::received_at;
use super::{ClockRule, RightKind};
use crate::calendar::{self, CountedDay};
use crate::clock::Stamp;
use crate::door::{Ask, Command, Read};
use crate::error::Result;
use crate::operators;
use crate::policy::Right;

/// Shows until when rights would be due if an application asked for them (R4). Changes nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewTerms {
    /// When it arrived, by local time; now where nothing is said.
    #[serde(default)]
    pub received: Option<Stamp>,
    /// What it asks for.
    pub kinds: Vec<RightKind>,
}

/// Until when a right would be due, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TermPreview {
    /// By which rule.
    pub rule: ClockRule,
    /// The last day.
    pub due: String,
    /// The day by whose end the answer should be ready.
    pub target: String,
    /// Every date from receipt to the last day.
    pub steps: Vec<CountedDay>,
    /// A date in the count may still change: the year isn't confirmed.
    pub preliminary: bool,
}

impl Command for PreviewTerms {
    const NAME: &'static str = "requests.terms";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = Vec<TermPreview>;
}

impl Ask for PreviewTerms {
    fn run(self, cx: &Read<'_>) -> Result<Vec<TermPreview>> {
        let received = received_at(self.received.as_ref(), cx.now())?;
        let rules = operators::store::operator(cx, cx.seat()?.operator)?
            .profile
            .terms;
        let calendar = calendar::current(cx)?;
        Ok(self
            .kinds
            .into_iter()
            .map(|kind| {
                let rule = ClockRule::of(&rules, kind);
                let counted = count(received.local(), &rule.term(), &calendar);
                TermPreview {
                    due: counted.due.to_string(),
                    target: counted.target.to_string(),
                    steps: counted.steps.iter().map(CountedDay::from).collect(),
                    preliminary: counted.preliminary,
                    rule,
                }
            })
            .collect())
    }
}
