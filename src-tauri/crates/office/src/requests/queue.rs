//! The queue: what is waiting, next-due first (R7).

use kz::Calendar;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store::{self, RightRow, Scope};
use super::{Channel, Due, LateCause, RequestId, RightId, RightKind, RightState, shown};
use crate::blocks;
use crate::calendar;
use crate::clients::ClientId;
use crate::clock::Stamp;
use crate::door::{Ask, Command, Read, StaffId};
use crate::error::Result;
use crate::policy::{BranchId, Reach, Right, reach};

/// Lines on a page.
pub(super) const PAGE: i64 = 200;

crate::named! {
    /// Which open rights the queue shows.
    QueueView {
        /// One's own.
        Mine = "mine",
        /// Those that nobody has.
        Unassigned = "unassigned",
        /// Those whose last day is today.
        Today = "today",
        /// Those whose last day is over.
        Overdue = "overdue",
        /// Those whose answer waits for a second person.
        ForApproval = "for_approval",
        /// All.
        All = "all",
    }
}

/// A page of the queue: of one's branch, or of the operator for those who work for all of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListQueue {
    /// Which of them.
    pub view: QueueView,
    /// From 0; 200 lines each.
    #[serde(default)]
    pub page: u32,
    /// One branch only.
    #[serde(default)]
    pub branch: Option<BranchId>,
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Queue {
    /// Next-due first.
    pub lines: Vec<QueueLine>,
    /// How many each view has.
    pub counts: QueueCounts,
    /// There is another page.
    pub more: bool,
    /// When it was read.
    pub as_of: Stamp,
}

/// How many open rights each view has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct QueueCounts {
    /// One's own.
    pub mine: u32,
    /// Nobody's.
    pub unassigned: u32,
    /// Last day today.
    pub today: u32,
    /// Last day over.
    pub overdue: u32,
    /// Waiting for a second person.
    pub for_approval: u32,
    /// All.
    pub all: u32,
}

impl QueueCounts {
    pub(super) fn read(cx: &Read<'_>, scope: Scope) -> Result<Self> {
        let mut counts = QueueCounts::default();
        for (view, count) in QueueView::ALL.iter().zip(store::tally(cx, scope)?) {
            *match view {
                QueueView::Mine => &mut counts.mine,
                QueueView::Unassigned => &mut counts.unassigned,
                QueueView::Today => &mut counts.today,
                QueueView::Overdue => &mut counts.overdue,
                QueueView::ForApproval => &mut counts.for_approval,
                QueueView::All => &mut counts.all,
            } = count;
        }
        Ok(counts)
    }
}

/// A right in the queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct QueueLine {
    /// Which.
    pub right: RightId,
    /// Of which application.
    pub request: RequestId,
    /// Its number.
    pub number: String,
    /// What is asked for.
    pub kind: RightKind,
    /// How it stands.
    pub state: RightState,
    /// Whose data.
    pub client: Option<ClientId>,
    /// Who applies; masked where the data are blocked.
    pub who: String,
    /// How it arrived.
    pub channel: Channel,
    /// When.
    pub received: Stamp,
    /// When it is due.
    pub due: Due,
    /// Who has it.
    pub owner: Option<StaffId>,
    /// Their name; empty where nobody has it.
    pub owner_name: String,
    /// Since when.
    pub owner_since: Option<Stamp>,
    /// In which branch.
    pub branch_name: String,
    /// The applicant is waited for: something lacks.
    pub waiting: bool,
    /// The client's data are blocked, in whole or in part.
    pub blocked: bool,
    /// Why it is late, where that was asked already.
    pub late_cause: Option<LateCause>,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

impl QueueLine {
    pub(super) fn new(cx: &Read<'_>, right: RightRow, calendar: &Calendar) -> Result<Self> {
        let application = store::application(cx, right.application)?;
        let blocked = match right.client {
            Some(client) => blocks::store::is_blocked(cx, client)?,
            None => false,
        };
        Ok(QueueLine {
            right: right.id,
            request: right.application,
            number: store::number(&application.received_on, application.id),
            kind: right.kind,
            state: right.state,
            client: right.client,
            who: shown::who(cx, right.client, &application.applicant)?,
            channel: application.channel,
            received: application.received.stamp(),
            due: shown::due(cx, &right, calendar),
            owner: right.owner,
            owner_since: right.owner_since.map(|at| at.stamp()),
            waiting: !shown::lacks(cx, &application)?.is_empty(),
            branch_name: application.branch_name,
            blocked,
            late_cause: right.late_cause,
            version: right.version,
            owner_name: right.owner_name,
        })
    }
}

/// The part of the operator's work that the asker sees.
pub(super) fn scope(cx: &Read<'_>, branch: Option<BranchId>) -> Result<Scope> {
    let seat = cx.seat()?;
    let branch = match reach(seat.role, Right::WorkRequests) {
        Reach::Nothing | Reach::OwnBranch => Some(seat.branch),
        Reach::Operator | Reach::House => branch,
    };
    Ok(Scope {
        operator: seat.operator,
        branch,
        me: seat.staff,
        today: cx.today(),
    })
}

impl Command for ListQueue {
    const NAME: &'static str = "requests.queue";
    const RIGHT: Right = Right::WorkRequests;
    type Output = Queue;
}

impl Ask for ListQueue {
    fn run(self, cx: &Read<'_>) -> Result<Queue> {
        let scope = scope(cx, self.branch)?;
        let calendar = calendar::current(cx)?;
        let mut rights = store::queue(
            cx,
            scope,
            self.view,
            (PAGE + 1, i64::from(self.page) * PAGE),
        )?;
        let more = rights.len() > PAGE as usize;
        rights.truncate(PAGE as usize);
        let lines = rights
            .into_iter()
            .map(|right| QueueLine::new(cx, right, &calendar))
            .collect::<Result<_>>()?;
        Ok(Queue {
            lines,
            counts: QueueCounts::read(cx, scope)?,
            more,
            as_of: cx.now().stamp(),
        })
    }
}
