//! The working calendar: the built-in one, and what the administrator lays over it with its source (R4).
//!
//! A change is previewed first — which open rights would move, from when to when — and then confirmed:
//! the entry and the recount are one transaction, and every former count stays on record.

mod commands;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
mod shown;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub use commands::*;
pub use shown::*;

use chrono::{Datelike, NaiveDate};
use kz::Calendar;
use kz::calendar::{Day, builtin};

use crate::door::Read;
use crate::error::{Args, Fault, Kind, Result};

crate::named! {
    /// Whether a date counts in terms of working days.
    DayKind {
        /// It counts.
        Work = "work",
        /// It doesn't.
        Off = "off",
    }
}

impl From<DayKind> for Day {
    fn from(kind: DayKind) -> Self {
        match kind {
            DayKind::Work => Day::Work,
            DayKind::Off => Day::Off,
        }
    }
}

impl From<Day> for DayKind {
    fn from(day: Day) -> Self {
        match day {
            Day::Work => DayKind::Work,
            Day::Off => DayKind::Off,
        }
    }
}

/// The calendar by which this house counts: built in, with the administrator's entries over it.
pub fn current(cx: &Read<'_>) -> Result<Calendar> {
    Ok(builtin()
        .with(store::overrides(cx)?)
        .confirm(store::confirmed_years(cx)?))
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// No such date, or none that anybody counts with.
    #[error("no such date")]
    Date,
    /// No such year, or none that anybody counts with.
    #[error("no such year")]
    Year,
    /// The date is that already.
    #[error("the date is that already")]
    NoChange,
    /// A change needs the document that orders it.
    #[error("a source is needed")]
    Source,
    /// The calendar was changed since the preview.
    #[error("the calendar was changed since the preview")]
    Stale,
    /// The year is confirmed already.
    #[error("the year is confirmed already")]
    Confirmed {
        /// Which.
        year: i32,
    },
}

impl Fault for CalendarError {
    fn code(&self) -> &'static str {
        match self {
            CalendarError::Date => "calendar.date",
            CalendarError::Year => "calendar.year",
            CalendarError::NoChange => "calendar.no_change",
            CalendarError::Source => "calendar.source",
            CalendarError::Stale => "calendar.stale",
            CalendarError::Confirmed { .. } => "calendar.confirmed",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            CalendarError::Stale => Kind::Conflict,
            CalendarError::NoChange | CalendarError::Confirmed { .. } => Kind::Refused,
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        match self {
            CalendarError::Confirmed { year } => Args::none().text("year", year.to_string()),
            _ => Args::none(),
        }
    }
    fn field(&self) -> Option<&str> {
        match self {
            CalendarError::Date | CalendarError::NoChange => Some("date"),
            CalendarError::Year | CalendarError::Confirmed { .. } => Some("year"),
            CalendarError::Source => Some("source"),
            CalendarError::Stale => None,
        }
    }
}

/// Years in which anybody counts terms here.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2060;

/// Longest source that is kept, in letters.
const LONGEST_SOURCE: usize = 300;

fn date_of(text: &str) -> Result<NaiveDate, CalendarError> {
    let date: NaiveDate = text.parse().map_err(|_| CalendarError::Date)?;
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(CalendarError::Date)
    }
}

fn year_of(year: i32) -> Result<i32, CalendarError> {
    if YEARS.contains(&year) {
        Ok(year)
    } else {
        Err(CalendarError::Year)
    }
}

/// The document that orders a change, as it is kept.
fn source_of(text: &str) -> Result<String, CalendarError> {
    let source = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = source.chars().count();
    if (3..=LONGEST_SOURCE).contains(&length) && !source.chars().any(char::is_control) {
        Ok(source)
    } else {
        Err(CalendarError::Source)
    }
}
