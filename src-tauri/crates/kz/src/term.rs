//! Statutory terms: when an answer is due, with every step of the count.
//!
//! The day of receipt is day zero, the next day is the first (Civil Code, art. 173); the term lasts until 24:00
//! local time of its last day (art. 176). Lateness compares dates and is never stored.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Day, Reason, day_before};

/// How long a term is and from when it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rule {
    /// Number of days.
    pub n: u16,
    /// Of which kind.
    pub unit: Unit,
    /// What day zero is.
    pub day_zero: DayZero,
}

impl Rule {
    /// So many working days after the day of receipt: the usual rule and the earliest, therefore safest, result.
    pub const fn working(n: u16) -> Self {
        Self {
            n,
            unit: Unit::Working,
            day_zero: DayZero::Receipt,
        }
    }
}

/// The kind of days that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Only working days.
    Working,
    /// Every day; a last day that isn't a working day gives way to the next working day (Civil Code, art. 175).
    Calendar,
}

/// Which date is day zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum DayZero {
    /// The local date of receipt, even a day off.
    Receipt,
    /// The next working day, if received on a day off.
    NextWorkDayIfOff,
    /// The next working day, if received on a day off or after this local time.
    CutOff {
        /// The last moment that still belongs to the day.
        at: NaiveTimeText,
    },
}

/// A local time of day, in JSON as `"18:00:00"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NaiveTimeText(pub NaiveTime);

/// One date of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The local date.
    #[serde(with = "crate::iso")]
    pub date: NaiveDate,
    /// What the count did with it.
    #[serde(flatten)]
    pub kind: StepKind,
}

/// What a count does with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum StepKind {
    /// The day of receipt.
    Received,
    /// Day zero, where the rule moved it from the day of receipt.
    DayZero,
    /// The n-th day of the term.
    Counted {
        /// Which one, from 1.
        number: u16,
    },
    /// Not counted.
    Skipped {
        /// Why.
        reason: Reason,
    },
    /// The working day to which the last day of a term in calendar days gave way.
    LastDay,
}

/// A term, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The last day, the whole of it.
    #[serde(with = "crate::iso")]
    pub due: NaiveDate,
    /// The day by whose end of work the answer should be ready: the working day before the last, if there is one
    /// after day zero.
    #[serde(with = "crate::iso")]
    pub target: NaiveDate,
    /// Every date from receipt to the last day.
    pub steps: Vec<Step>,
    /// True where a date in the range may still change.
    pub preliminary: bool,
    /// The calendar by which it was counted.
    pub edition: String,
}

/// Counts a term from the local moment of receipt.
pub fn count(received: NaiveDateTime, rule: &Rule, calendar: &Calendar) -> Count {
    let mut walk = Walk {
        calendar,
        steps: vec![Step {
            date: received.date(),
            kind: StepKind::Received,
        }],
    };
    let zero = if moves(received, rule.day_zero, calendar) {
        let zero = walk.reach_work_day(received.date());
        walk.steps.push(Step {
            date: zero,
            kind: StepKind::DayZero,
        });
        zero
    } else {
        received.date()
    };
    let due = match rule.unit {
        Unit::Working => (1..=rule.n).fold(zero, |date, number| {
            let date = walk.reach_work_day(date);
            walk.steps.push(Step {
                date,
                kind: StepKind::Counted { number },
            });
            date
        }),
        Unit::Calendar => {
            let last = (1..=rule.n).fold(zero, |date, number| {
                let date = next(date);
                walk.steps.push(Step {
                    date,
                    kind: StepKind::Counted { number },
                });
                date
            });
            if rule.n == 0 || calendar.is_work(last) {
                last
            } else {
                let date = walk.reach_work_day(last);
                walk.steps.push(Step {
                    date,
                    kind: StepKind::LastDay,
                });
                date
            }
        }
    };
    let preliminary = walk
        .steps
        .iter()
        .skip(1)
        .any(|step| !calendar.day(step.date).confirmed);
    Count {
        due,
        target: target(zero, due, calendar),
        steps: walk.steps,
        preliminary,
        edition: calendar.edition(),
    }
}

struct Walk<'a> {
    calendar: &'a Calendar,
    steps: Vec<Step>,
}

impl Walk<'_> {
    /// The next working day after a date; what lies between is noted as skipped.
    fn reach_work_day(&mut self, after: NaiveDate) -> NaiveDate {
        let mut date = next(after);
        loop {
            let info = self.calendar.day(date);
            if info.day == Day::Work || date == NaiveDate::MAX {
                return date;
            }
            self.steps.push(Step {
                date,
                kind: StepKind::Skipped {
                    reason: info.reason,
                },
            });
            date = next(date);
        }
    }
}

fn moves(received: NaiveDateTime, day_zero: DayZero, calendar: &Calendar) -> bool {
    let off = !calendar.is_work(received.date());
    match day_zero {
        DayZero::Receipt => false,
        DayZero::NextWorkDayIfOff => off,
        DayZero::CutOff { at } => off || received.time() > at.0,
    }
}

fn target(zero: NaiveDate, due: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let mut date = day_before(due);
    while date > zero {
        if calendar.is_work(date) {
            return date;
        }
        date = day_before(date);
    }
    if zero < due && calendar.is_work(zero) {
        zero
    } else {
        due
    }
}

fn next(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1))
        .unwrap_or(NaiveDate::MAX)
}

/// How late an answer on a local date is: `None` is in time; `Some(0)` is late, though no working day
/// has passed since the last day (a Saturday after a Friday).
pub fn late_by(due: NaiveDate, on: NaiveDate, calendar: &Calendar) -> Option<u32> {
    (on > due).then(|| calendar.work_days_between(due, on))
}

/// Working days left after today: `Some(0)` is the last day itself, `None` is over.
pub fn left(due: NaiveDate, today: NaiveDate, calendar: &Calendar) -> Option<u32> {
    (today <= due).then(|| calendar.work_days_between(today, due))
}

impl TryFrom<String> for NaiveTimeText {
    type Error = chrono::ParseError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl From<NaiveTimeText> for String {
    fn from(time: NaiveTimeText) -> Self {
        time.0.to_string()
    }
}

#[cfg(test)]
mod tests;
