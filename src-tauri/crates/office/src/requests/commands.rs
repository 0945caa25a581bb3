//! What can be asked about applications, beside registering, working on them, the queue and the board.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use super::work::place_of;
use super::{ClockRule, CountCause, RequestId, RequestShown, RightId};
use crate::blocks::Deed;
use crate::calendar::CountedDay;
use crate::clients::{self, ClientId, Fields};
use crate::clock::Stamp;
use crate::door::{Act, Ask, Command, Done, Entry, Read, Subject, Target, Write};
use crate::error::Result;
use crate::policy::Right;

/// Opens an application. Journalled: it shows a person's data.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// Which.
    pub request: RequestId,
}

impl Command for OpenRequest {
    const NAME: &'static str = "requests.open";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RequestShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let application = store::application(cx, self.request)?;
        Ok(place_of(
            application.operator,
            application.branch,
            application.client,
            Deed::Show,
        ))
    }
}

impl Act for OpenRequest {
    fn run(self, cx: &Write<'_>) -> Result<Done<RequestShown>> {
        let shown = RequestShown::read(cx, self.request)?;
        let entry = Entry::about(Subject::new("request", self.request.0));
        let entry = match shown.client {
            Some(client) => entry.of(client),
            None => entry,
        };
        Ok(Done::new(shown, entry))
    }
}

/// The applications of a client, the newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestsOfClient {
    /// Whose.
    pub client: ClientId,
}

impl Command for RequestsOfClient {
    const NAME: &'static str = "requests.of_client";
    const RIGHT: Right = Right::OpenClient;
    type Output = Vec<RequestShown>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for RequestsOfClient {
    fn run(self, cx: &Read<'_>) -> Result<Vec<RequestShown>> {
        let found = store::of_client(cx, self.client)?;
        found
            .into_iter()
            .map(|application| RequestShown::new(cx, application))
            .collect()
    }
}

/// Why a right is due when it is: the count, step by step, and every former one.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadCount {
    /// Which.
    pub right: RightId,
}

/// The count of a due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountShown {
    /// When the application was received.
    pub received: Stamp,
    /// By which rule.
    pub rule: ClockRule,
    /// The last day.
    pub due: String,
    /// The day by whose end the answer should be ready.
    pub target: String,
    /// Every date from receipt to the last day.
    pub steps: Vec<CountedDay>,
    /// Names the calendar by which it was counted.
    pub edition: String,
    /// When it was counted.
    pub at: Stamp,
    /// Former counts, the oldest first.
    pub former: Vec<FormerCount>,
}

/// A count that another has replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct FormerCount {
    /// The last day by it.
    pub due: String,
    /// When it was counted.
    pub at: Stamp,
    /// Why.
    pub cause: CountCause,
    /// By which calendar.
    pub edition: String,
}

impl Command for ReadCount {
    const NAME: &'static str = "requests.count";
    const RIGHT: Right = Right::WorkRequests;
    type Output = CountShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let right = store::right(cx, self.right)?;
        Ok(place_of(
            right.operator,
            right.branch,
            right.client,
            Deed::Show,
        ))
    }
}

impl Ask for ReadCount {
    fn run(self, cx: &Read<'_>) -> Result<CountShown> {
        let right = store::right(cx, self.right)?;
        let mut counts = store::counts(cx, self.right)?;
        let last = counts
            .pop()
            .ok_or_else(|| anyhow::anyhow!("a right without a count"))?;
        Ok(CountShown {
            received: right.received.stamp(),
            rule: right.rule,
            due: last.count.due.to_string(),
            target: last.count.target.to_string(),
            steps: last.count.steps.iter().map(CountedDay::from).collect(),
            edition: last.count.edition,
            at: last.at.stamp(),
            former: counts
                .into_iter()
                .map(|kept| FormerCount {
                    due: kept.count.due.to_string(),
                    at: kept.at.stamp(),
                    cause: kept.cause,
                    edition: kept.count.edition,
                })
                .collect(),
        })
    }
}
