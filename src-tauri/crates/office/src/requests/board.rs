//! The manager's board: what is late or about to be, where, with whom, and why (R8).

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queue::scope;
use super::{DueLook, QueueCounts, QueueLine, store};
use crate::blocks;
use crate::calendar;
use crate::clock::Stamp;
use crate::door::{Ask, Command, Read};
use crate::error::Result;
use crate::policy::{BranchId, Right};

/// The board of an operator.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadBoard {
    /// One branch only.
    #[serde(default)]
    pub branch: Option<BranchId>,
}

/// What a manager sees in the morning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Board {
    /// When it was read.
    pub as_of: Stamp,
    /// How many open rights there are, by view.
    pub counts: QueueCounts,
    /// Blocks in force.
    pub blocks: u32,
    /// Of them past their review date.
    pub blocks_past_review: u32,
    /// Years up to the last due date whose calendar isn't confirmed.
    pub unconfirmed_years: Vec<i32>,
    /// Late: who has it, since when, how late, why. The latest first.
    pub late: Vec<QueueLine>,
    /// At risk: due today or on the next working day.
    pub at_risk: Vec<QueueLine>,
    /// Branch by branch.
    pub branches: Vec<BranchLine>,
    /// From which day on answers are counted.
    pub since: String,
    /// More are late or at risk than the lists show.
    pub more: bool,
}

/// How a branch does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BranchLine {
    /// Which.
    pub branch: BranchId,
    /// Its name.
    pub name: String,
    /// Open rights.
    pub open: u32,
    /// Of them late.
    pub overdue: u32,
    /// Of them nobody's.
    pub unassigned: u32,
    /// Answered since the day on which the period begins.
    pub answered: u32,
    /// Of them in time.
    pub in_time: u32,
    /// Share answered in time, in whole percent; nothing where nothing was answered.
    pub share: Option<u32>,
}

/// Lines on the board.
const MOST: i64 = 500;
/// Days of the period over which answers are counted.
const PERIOD: u64 = 30;

impl Command for ReadBoard {
    const NAME: &'static str = "requests.board";
    const RIGHT: Right = Right::OverseeRequests;
    type Output = Board;
}

impl Ask for ReadBoard {
    fn run(self, cx: &Read<'_>) -> Result<Board> {
        let scope = scope(cx, self.branch)?;
        let calendar = calendar::current(cx)?;
        let today = cx.today();
        let next = calendar.next_work_day(today);
        let since = today
            .checked_sub_days(Days::new(PERIOD))
            .unwrap_or(NaiveDate::MIN);
        let mut rights = store::due_until(cx, scope, next, MOST + 1)?;
        let more = rights.len() > MOST as usize;
        rights.truncate(MOST as usize);
        let lines: Vec<QueueLine> = rights
            .into_iter()
            .map(|right| QueueLine::new(cx, right, &calendar))
            .collect::<Result<_>>()?;
        let (late, at_risk) = lines
            .into_iter()
            .partition(|line| line.due.look == DueLook::Overdue);
        let (blocks, blocks_past_review) =
            blocks::store::tally(cx, scope.operator, scope.branch, today)?;
        let years = [today, next].map(|date| chrono::Datelike::year(&date));
        let unconfirmed_years = (years[0]..=years[1])
            .filter(|year| !calendar.is_confirmed(*year))
            .collect();
        let branches = store::branches(cx, scope, since)?
            .into_iter()
            .filter(|line| scope.branch.is_none_or(|branch| branch == line.branch))
            .map(|line| BranchLine {
                branch: line.branch,
                name: line.name,
                open: line.open,
                overdue: line.overdue,
                unassigned: line.unassigned,
                answered: line.answered,
                in_time: line.in_time,
                share: (line.in_time * 100).checked_div(line.answered),
            })
            .collect();
        Ok(Board {
            as_of: cx.now().stamp(),
            counts: QueueCounts::read(cx, scope)?,
            blocks,
            blocks_past_review,
            unconfirmed_years,
            late,
            at_risk,
            branches,
            since: since.to_string(),
            more,
        })
    }
}
