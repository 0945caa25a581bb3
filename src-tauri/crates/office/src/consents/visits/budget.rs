//! How many codes a branch sends in a day: a ceiling on what a fault or a fraud can cost, which a manager can lift for a day.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::{Act, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

/// Codes of a branch on one day.
pub const BRANCH_A_DAY: u32 = 300;
/// The most that a manager allows beyond them at once.
const MOST_MORE: u32 = 300;

/// Codes of a branch today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CodesToday {
    /// Sent.
    pub sent: u32,
    /// Allowed altogether.
    pub allowed: u32,
}

/// How the branch stands today.
pub(super) fn today(cx: &Read<'_>, branch: BranchId) -> Result<CodesToday> {
    let (sent, more) = store::branch_day(cx, branch, cx.today())?;
    Ok(CodesToday {
        sent,
        allowed: BRANCH_A_DAY + more,
    })
}

impl CodesToday {
    pub(super) fn is_spent(self) -> bool {
        self.sent >= self.allowed
    }
}

/// Allows a branch more codes, today alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllowCodes {
    /// Which branch; left out, one's own.
    #[serde(default)]
    pub branch: Option<BranchId>,
    /// How many more.
    pub more: u32,
}

impl AllowCodes {
    fn place(&self, cx: &Read<'_>) -> Result<(OperatorId, BranchId)> {
        let seat = cx.seat()?;
        match self.branch {
            None => Ok((seat.operator, seat.branch)),
            Some(branch) => {
                let found = operators::store::branch(cx, branch)?
                    .ok_or(operators::OperatorsError::NotFound)?;
                Ok((found.operator, found.id))
            }
        }
    }
}

impl Command for AllowCodes {
    const NAME: &'static str = "consents.allow_codes";
    const RIGHT: Right = Right::AllowCodes;
    type Output = CodesToday;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let (operator, branch) = self.place(cx)?;
        Ok(Target::at(operator, vec![branch]))
    }
}

impl Act for AllowCodes {
    fn run(self, cx: &Write<'_>) -> Result<Done<CodesToday>> {
        let (_, branch) = self.place(cx)?;
        store::count_branch(cx, branch, cx.today(), 0, self.more.min(MOST_MORE))?;
        cx.news("visit", 0);
        cx.news(super::SEAT, 0);
        Ok(Done::new(
            today(cx, branch)?,
            Entry::about(Subject::new("branch", branch.0)).fields(["codes"]),
        ))
    }
}
