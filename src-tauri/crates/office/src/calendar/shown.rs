//! Dates, steps and years as they cross the door: the UI shows them and reckons nothing.

use chrono::{Datelike, NaiveDate};
use kz::Calendar;
use kz::calendar::{DayInfo, Holiday, Reason, Source};
use kz::term::{Step, StepKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DayKind;
use crate::clock::Stamp;

crate::named! {
    /// Why a date counts, or doesn't.
    DayReason {
        /// Monday to Friday, nothing special.
        Weekday = "weekday",
        /// Saturday or Sunday.
        Weekend = "weekend",
        /// A holiday, or another day off that the law names.
        Holiday = "holiday",
        /// Given for a holiday that fell on a weekend.
        Substitute = "substitute",
        /// A rest day moved by order.
        Moved = "moved",
        /// Entered here, with its source.
        Entered = "entered",
    }
}

crate::named! {
    /// The days off that have a name.
    HolidayName {
        /// 1–2 January.
        NewYear = "new_year",
        /// 7 January.
        Christmas = "christmas",
        /// 8 March.
        WomensDay = "womens_day",
        /// Constitution Day.
        Constitution = "constitution",
        /// 21–23 March.
        Nauryz = "nauryz",
        /// 1 May.
        Unity = "unity",
        /// 7 May.
        Defender = "defender",
        /// 9 May.
        Victory = "victory",
        /// First day of Kurban Ait.
        KurbanAit = "kurban_ait",
        /// 6 July.
        Capital = "capital",
        /// 25 October.
        Republic = "republic",
        /// 16 December.
        Independence = "independence",
    }
}

impl From<Holiday> for HolidayName {
    fn from(holiday: Holiday) -> Self {
        match holiday {
            Holiday::NewYear => HolidayName::NewYear,
            Holiday::Christmas => HolidayName::Christmas,
            Holiday::WomensDay => HolidayName::WomensDay,
            Holiday::Constitution => HolidayName::Constitution,
            Holiday::Nauryz => HolidayName::Nauryz,
            Holiday::Unity => HolidayName::Unity,
            Holiday::Defender => HolidayName::Defender,
            Holiday::Victory => HolidayName::Victory,
            Holiday::KurbanAit => HolidayName::KurbanAit,
            Holiday::Capital => HolidayName::Capital,
            Holiday::Republic => HolidayName::Republic,
            Holiday::Independence => HolidayName::Independence,
        }
    }
}

crate::named! {
    /// By what authority a date is what it is.
    DaySource {
        /// The law's rules alone.
        Rules = "rules",
        /// The calendar published for the year.
        Published = "published",
        /// The administrator's entry.
        Entered = "entered",
    }
}

/// A date of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarDay {
    /// `2026-12-16`
    pub date: String,
    /// 1 is Monday, 7 Sunday.
    pub weekday: u8,
    /// Does it count?
    pub kind: DayKind,
    /// Why.
    pub reason: DayReason,
    /// Which holiday, where it is one or stands for one.
    pub holiday: Option<HolidayName>,
    /// The date of the holiday for which it is given.
    pub substitute_of: Option<String>,
    /// By what authority.
    pub by: DaySource,
    /// The document that an administrator named.
    pub source: Option<String>,
    /// False where it may still change.
    pub confirmed: bool,
}

impl CalendarDay {
    pub(crate) fn new(date: NaiveDate, calendar: &Calendar) -> Self {
        let DayInfo {
            day,
            reason,
            source,
            confirmed,
        } = calendar.day(date);
        let (reason, holiday, substitute_of) = split(reason);
        CalendarDay {
            date: date.to_string(),
            weekday: weekday(date),
            kind: day.into(),
            reason,
            holiday,
            substitute_of,
            by: match source {
                Source::Rules => DaySource::Rules,
                Source::Published => DaySource::Published,
                Source::Entered => DaySource::Entered,
            },
            source: calendar.entered(date).map(|entry| entry.source.clone()),
            confirmed,
        }
    }
}

/// A year of the calendar, every day of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// Nothing in it is expected to change any more.
    pub confirmed: bool,
    /// Working days in it.
    pub work_days: u16,
    /// Names the contents of the whole calendar: a preview holds for one edition.
    pub edition: String,
    /// 1 January first.
    pub days: Vec<CalendarDay>,
}

/// A year in the list of years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarYearLine {
    /// The year.
    pub year: i32,
    /// Nothing in it is expected to change any more.
    pub confirmed: bool,
    /// Working days in it.
    pub work_days: u16,
    /// Dates in it that were entered here.
    pub entered: u32,
}

/// What an administrator entered, as a line of the calendar's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarEntry {
    /// `2026-12-19`
    pub date: String,
    /// 1 is Monday, 7 Sunday.
    pub weekday: u8,
    /// What it became.
    pub kind: DayKind,
    /// By which document.
    pub source: String,
    /// Who entered it.
    pub by: String,
    /// When.
    pub at: Stamp,
}

crate::named! {
    /// What a count of a term does with a date.
    CountStep {
        /// The day of receipt.
        Received = "received",
        /// Day zero, where the rule moved it.
        DayZero = "day_zero",
        /// A day of the term.
        Counted = "counted",
        /// Not counted.
        Skipped = "skipped",
        /// The working day to which a last day off gave way.
        LastDay = "last_day",
    }
}

/// One date of a count: «15 — first, 16 — Independence Day, 17 — second».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountedDay {
    /// `2026-12-16`
    pub date: String,
    /// 1 is Monday, 7 Sunday.
    pub weekday: u8,
    /// What the count does with it.
    pub step: CountStep,
    /// Which day of the term, where it is counted.
    pub number: Option<u16>,
    /// Why it is skipped.
    pub reason: Option<DayReason>,
    /// Which holiday.
    pub holiday: Option<HolidayName>,
    /// The date of the holiday for which the day off is given.
    pub substitute_of: Option<String>,
}

impl From<&Step> for CountedDay {
    fn from(step: &Step) -> Self {
        let (kind, number, skipped) = match step.kind {
            StepKind::Received => (CountStep::Received, None, None),
            StepKind::DayZero => (CountStep::DayZero, None, None),
            StepKind::Counted { number } => (CountStep::Counted, Some(number), None),
            StepKind::Skipped { reason } => (CountStep::Skipped, None, Some(split(reason))),
            StepKind::LastDay => (CountStep::LastDay, None, None),
        };
        let (reason, holiday, substitute_of) = match skipped {
            Some((reason, holiday, of)) => (Some(reason), holiday, of),
            None => (None, None, None),
        };
        CountedDay {
            date: step.date.to_string(),
            weekday: weekday(step.date),
            step: kind,
            number,
            reason,
            holiday,
            substitute_of,
        }
    }
}

fn split(reason: Reason) -> (DayReason, Option<HolidayName>, Option<String>) {
    match reason {
        Reason::Weekday => (DayReason::Weekday, None, None),
        Reason::Weekend => (DayReason::Weekend, None, None),
        Reason::Holiday { holiday } => (DayReason::Holiday, Some(holiday.into()), None),
        Reason::Substitute { holiday, of } => (
            DayReason::Substitute,
            Some(holiday.into()),
            Some(of.to_string()),
        ),
        Reason::Moved => (DayReason::Moved, None, None),
        Reason::Entered => (DayReason::Entered, None, None),
    }
}

/// 1 is Monday, 7 Sunday.
pub(crate) fn weekday(date: NaiveDate) -> u8 {
    u8::try_from(date.weekday().number_from_monday()).unwrap_or(7)
}
