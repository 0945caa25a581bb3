//! What can be asked about the calendar.

use chrono::{Datelike, NaiveDate};
use kz::calendar::Override;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    CalendarDay, CalendarEntry, CalendarError, CalendarYear, CalendarYearLine, DayKind, current,
    date_of, source_of, store, year_of,
};
use crate::door::{Act, Ask, Command, Done, DoorError, Entry, Read, Subject, Target, Write};
use crate::error::{Invalid, Result};
use crate::policy::Right;
use crate::requests::{MovedRight, recount};

/// The calendar of a year, day by day.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadYear {
    /// The year.
    pub year: i32,
}

impl Command for ReadYear {
    const NAME: &'static str = "calendar.year";
    const RIGHT: Right = Right::ReadHouse;
    type Output = CalendarYear;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for ReadYear {
    fn run(self, cx: &Read<'_>) -> Result<CalendarYear> {
        let year = year_of(self.year)?;
        let calendar = current(cx)?;
        let view = calendar.year(year);
        let first = NaiveDate::from_yo_opt(year, 1).ok_or(CalendarError::Year)?;
        let days = first.iter_days().take_while(|date| date.year() == year);
        Ok(CalendarYear {
            year,
            confirmed: view.confirmed,
            work_days: view.work_days,
            edition: calendar.edition(),
            days: days.map(|date| CalendarDay::new(date, &calendar)).collect(),
        })
    }
}

/// The years around now, with what is known of each.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListYears {}

/// The years and everything that was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarYears {
    /// From two years back to two years ahead.
    pub years: Vec<CalendarYearLine>,
    /// The administrator's entries, the newest first.
    pub entries: Vec<CalendarEntry>,
}

impl Command for ListYears {
    const NAME: &'static str = "calendar.years";
    const RIGHT: Right = Right::ReadHouse;
    type Output = CalendarYears;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for ListYears {
    fn run(self, cx: &Read<'_>) -> Result<CalendarYears> {
        let calendar = current(cx)?;
        let now = cx.today().year();
        let years = (now - 2..=now + 2).map(|number| line(&calendar, number));
        Ok(CalendarYears {
            years: years.collect(),
            entries: store::entries(cx)?,
        })
    }
}

/// Shows what a change of a date would move. Changes nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewDay {
    /// `2026-12-19`
    pub date: String,
    /// What it is to become.
    pub kind: DayKind,
}

/// What a change of a date would move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarPreview {
    /// The date as it is now.
    pub now: CalendarDay,
    /// The edition for which this holds: to be handed back on confirming.
    pub edition: String,
    /// Open rights whose last day would move.
    pub moved: Vec<MovedRight>,
    /// How many of them would be due earlier than was told: the warning.
    pub earlier: u32,
}

impl Command for PreviewDay {
    const NAME: &'static str = "calendar.preview";
    const RIGHT: Right = Right::ManageHouse;
    type Output = CalendarPreview;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for PreviewDay {
    fn run(self, cx: &Read<'_>) -> Result<CalendarPreview> {
        let date = date_of(&self.date)?;
        let calendar = current(cx)?;
        let entry = change(&calendar, date, self.kind, String::new())?;
        let moved = recount::would_move(cx, date, &calendar.clone().with([entry]))?;
        Ok(CalendarPreview {
            now: CalendarDay::new(date, &calendar),
            edition: calendar.edition(),
            earlier: earlier(&moved),
            moved,
        })
    }
}

/// Enters a day off or a working weekend with its source, and recounts the open rights that it moves.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmDay {
    /// `2026-12-19`
    pub date: String,
    /// What it becomes.
    pub kind: DayKind,
    /// The document that orders it.
    pub source: String,
    /// The edition of the preview.
    pub edition: String,
}

/// What a change of a date has moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CalendarChanged {
    /// The date as it is now.
    pub day: CalendarDay,
    /// The new edition.
    pub edition: String,
    /// Open rights whose last day has moved.
    pub moved: Vec<MovedRight>,
    /// How many of them are due earlier than was told.
    pub earlier: u32,
}

impl Command for ConfirmDay {
    const NAME: &'static str = "calendar.confirm";
    const RIGHT: Right = Right::ManageHouse;
    type Output = CalendarChanged;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for ConfirmDay {
    fn run(self, cx: &Write<'_>) -> Result<Done<CalendarChanged>> {
        let mut bad = Invalid::default();
        let date = bad.take("date", date_of(&self.date));
        let source = bad.take("source", source_of(&self.source));
        bad.done()?;
        let (Some(date), Some(source)) = (date, source) else {
            return Err(DoorError::Malformed.into());
        };
        let before = current(cx)?;
        if before.edition() != self.edition {
            return Err(CalendarError::Stale.into());
        }
        let entry = change(&before, date, self.kind, source.clone())?;
        let id = store::enter(cx, date, self.kind, &source)?;
        let after = before.with([entry]);
        let moved = recount::apply(cx, date, &after)?;
        cx.news("calendar", i64::from(date.year()));
        cx.news("right", 0);
        let journal =
            Entry::about(Subject::new("calendar_day", id)).fields(["date", "kind", "source"]);
        let mut done = Done::new(
            CalendarChanged {
                day: CalendarDay::new(date, &after),
                edition: after.edition(),
                earlier: earlier(&moved),
                moved: moved.clone(),
            },
            journal,
        );
        for line in &moved {
            done = done.also(Entry::about(Subject::new("right", line.right.0)).fields(["due"]));
        }
        Ok(done)
    }
}

/// Marks a year as confirmed: the official calendar agrees with what stands here.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmYear {
    /// The year.
    pub year: i32,
    /// The document that it was compared with.
    pub source: String,
}

impl Command for ConfirmYear {
    const NAME: &'static str = "calendar.confirm_year";
    const RIGHT: Right = Right::ManageHouse;
    type Output = CalendarYearLine;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for ConfirmYear {
    fn run(self, cx: &Write<'_>) -> Result<Done<CalendarYearLine>> {
        let mut bad = Invalid::default();
        let year = bad.take("year", year_of(self.year));
        let source = bad.take("source", source_of(&self.source));
        bad.done()?;
        let (Some(year), Some(source)) = (year, source) else {
            return Err(DoorError::Malformed.into());
        };
        if current(cx)?.is_confirmed(year) {
            return Err(CalendarError::Confirmed { year }.into());
        }
        store::confirm(cx, year, &source)?;
        cx.news("calendar", i64::from(year));
        let line = line(&current(cx)?, year);
        Ok(Done::new(
            line,
            Entry::about(Subject::new("calendar_year", i64::from(year)))
                .fields(["confirmed", "source"]),
        ))
    }
}

fn change(
    calendar: &kz::Calendar,
    date: NaiveDate,
    kind: DayKind,
    source: String,
) -> Result<Override> {
    if DayKind::from(calendar.day(date).day) == kind {
        return Err(CalendarError::NoChange.into());
    }
    Ok(Override {
        date,
        kind: kind.into(),
        source,
    })
}

fn line(calendar: &kz::Calendar, year: i32) -> CalendarYearLine {
    let view = calendar.year(year);
    let entered = view
        .special
        .iter()
        .filter(|(date, _)| calendar.entered(*date).is_some())
        .count();
    CalendarYearLine {
        year,
        confirmed: view.confirmed,
        work_days: view.work_days,
        entered: u32::try_from(entered).unwrap_or(u32::MAX),
    }
}

fn earlier(moved: &[MovedRight]) -> u32 {
    u32::try_from(moved.iter().filter(|line| line.earlier).count()).unwrap_or(u32::MAX)
}
