//! The operator's terms: how long for which kind of right, and by what law or promise (R4).

use kz::term::{self, DayZero, Rule, Unit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RequestsError, RightKind};

crate::named! {
    /// What orders or promises a term.
    TermBasis {
        /// The operator's own policy.
        Policy = "policy",
        /// Law 94-V art. 25(2)(8): change, block, unblock, destroy.
        Law25p2s8 = "law_25_2_8",
        /// Law 94-V art. 8(7): withdrawal of a consent.
        Law8p7 = "law_8_7",
        /// Law 94-V art. 19-1(3): objection to automated processing.
        Law19d1p3 = "law_19_1_3",
        /// Something else, in words.
        Other = "other",
    }
}

crate::named! {
    /// Which days a term counts.
    TermUnit {
        /// Working days.
        Working = "working",
        /// Every day; a last day off gives way to the next working day.
        Calendar = "calendar",
    }
}

crate::named! {
    /// What day zero is. Only a lawyer may choose anything but the day of receipt.
    TermStart {
        /// The local date of receipt, even a day off.
        Receipt = "receipt",
        /// The next working day, if received on a day off.
        NextWorkDay = "next_work_day",
    }
}

/// How long an operator has for a kind of right, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// For which kind.
    pub kind: RightKind,
    /// How many days.
    pub days: u16,
    /// Of which.
    pub unit: TermUnit,
    /// From when.
    pub start: TermStart,
    /// What orders or promises it.
    pub basis: TermBasis,
    /// The clause in words; may be empty.
    #[serde(default)]
    pub basis_text: String,
    /// Version of the policy in which it stands; may be empty.
    #[serde(default)]
    pub policy_version: String,
}

/// Most days that a term may have.
const MOST_DAYS: u16 = 90;

impl ClockRule {
    /// What holds where the operator's profile says nothing: three working days as promised, one where the law
    /// says one, fifteen for a withdrawal.
    pub fn usual(kind: RightKind) -> Self {
        let (days, basis) = match kind {
            RightKind::Rectify
            | RightKind::Block
            | RightKind::Destroy
            | RightKind::SuspectedAccess => (1, TermBasis::Law25p2s8),
            RightKind::Withdraw => (15, TermBasis::Law8p7),
            RightKind::Objection => (3, TermBasis::Law19d1p3),
            RightKind::Information
            | RightKind::Copy
            | RightKind::Complaint
            | RightKind::CodeWord
            | RightKind::StateDemand => (3, TermBasis::Policy),
        };
        ClockRule {
            kind,
            days,
            unit: TermUnit::Working,
            start: TermStart::Receipt,
            basis,
            basis_text: String::new(),
            policy_version: String::new(),
        }
    }

    /// The usual rules, one for each kind.
    pub fn all_usual() -> Vec<Self> {
        RightKind::ALL
            .iter()
            .map(|kind| Self::usual(*kind))
            .collect()
    }

    /// Of an operator's rules the one for a kind.
    pub fn of(rules: &[Self], kind: RightKind) -> Self {
        rules
            .iter()
            .find(|rule| rule.kind == kind)
            .cloned()
            .unwrap_or_else(|| Self::usual(kind))
    }

    /// For the count.
    pub fn term(&self) -> Rule {
        Rule {
            n: self.days,
            unit: match self.unit {
                TermUnit::Working => Unit::Working,
                TermUnit::Calendar => Unit::Calendar,
            },
            day_zero: match self.start {
                TermStart::Receipt => DayZero::Receipt,
                TermStart::NextWorkDay => DayZero::NextWorkDayIfOff,
            },
        }
    }

    /// One rule a kind, each of 1 to 90 days.
    pub(crate) fn check_all(rules: &[Self]) -> Result<(), RequestsError> {
        let mut kinds: Vec<_> = rules.iter().map(|rule| rule.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let fits = rules
            .iter()
            .all(|rule| (1..=MOST_DAYS).contains(&rule.days));
        if kinds.len() == rules.len() && fits {
            Ok(())
        } else {
            Err(RequestsError::Term)
        }
    }
}

crate::named! {
    /// Why a due date was counted.
    CountCause {
        /// The application was registered.
        Registered = "registered",
        /// The calendar was changed.
        Calendar = "calendar",
    }
}

crate::named! {
    /// How a due date looks: three looks only, and two for what is over.
    DueLook {
        /// Later than tomorrow.
        Later = "later",
        /// Tomorrow is the last day.
        Tomorrow = "tomorrow",
        /// Today is the last day.
        Today = "today",
        /// The last day is over.
        Overdue = "overdue",
        /// Answered in time.
        InTime = "in_time",
        /// Answered after the last day.
        AnsweredLate = "answered_late",
    }
}

/// When something is due and how that stands, reckoned when read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Due {
    /// The last day, the whole of it.
    pub date: String,
    /// 1 is Monday, 7 Sunday.
    pub weekday: u8,
    /// How it looks.
    pub look: DueLook,
    /// Working days left; 0 is the last day itself. Nothing once it is over or answered.
    pub left: Option<u32>,
    /// Working days of lateness; 0 is late too. Nothing while in time.
    pub late: Option<u32>,
    /// A date in the count may still change: the year isn't confirmed.
    pub preliminary: bool,
}

impl Due {
    /// How a due date stands today, or stood when it was answered.
    pub(crate) fn new(
        due: chrono::NaiveDate,
        received_on: chrono::NaiveDate,
        today: chrono::NaiveDate,
        answered_on: Option<chrono::NaiveDate>,
        calendar: &kz::Calendar,
    ) -> Self {
        let late = term::late_by(due, answered_on.unwrap_or(today), calendar);
        let left = term::left(due, today, calendar).filter(|_| answered_on.is_none());
        let look = match (answered_on, late) {
            (Some(_), None) => DueLook::InTime,
            (Some(_), Some(_)) => DueLook::AnsweredLate,
            (None, Some(_)) => DueLook::Overdue,
            (None, None) if due == today => DueLook::Today,
            (None, None) if today.succ_opt() == Some(due) => DueLook::Tomorrow,
            (None, None) => DueLook::Later,
        };
        let counted = received_on
            .iter_days()
            .skip(1)
            .take_while(|date| *date <= due);
        let preliminary = answered_on.is_none()
            && counted
                .into_iter()
                .any(|date| !calendar.day(date).confirmed);
        Due {
            date: due.to_string(),
            weekday: crate::calendar::weekday(due),
            look,
            left,
            late,
            preliminary,
        }
    }
}
