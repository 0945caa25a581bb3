//! The SQL of the calendar.

use chrono::NaiveDate;
use kz::calendar::Override;
use rusqlite::params;

use super::shown::weekday;
use super::{CalendarEntry, DayKind};
use crate::clock::Moment;
use crate::door::{Read, Write};
use crate::error::Result;

/// What was entered, the oldest first.
pub(super) fn overrides(cx: &Read<'_>) -> Result<Vec<Override>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT date, kind, source FROM calendar_days ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, DayKind>(1)?,
            row.get::<_, String>(2)?,
        ))
    })?;
    rows.map(|row| {
        let (date, kind, source) = row?;
        Ok(Override {
            date: stored_date(&date)?,
            kind: kind.into(),
            source,
        })
    })
    .collect()
}

pub(super) fn confirmed_years(cx: &Read<'_>) -> Result<Vec<i32>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT year FROM calendar_years ORDER BY year")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The history of entries, the newest first.
pub(super) fn entries(cx: &Read<'_>) -> Result<Vec<CalendarEntry>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT d.date, d.kind, d.source, s.name, d.entered_at FROM calendar_days d \
         JOIN staff s ON s.id = d.entered_by ORDER BY d.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get::<_, Moment>(4)?,
        ))
    })?;
    rows.map(|row| {
        let (date, kind, source, by, at) = row?;
        Ok(CalendarEntry {
            weekday: weekday(stored_date(&date)?),
            date,
            kind,
            source,
            by,
            at: at.stamp(),
        })
    })
    .collect()
}

pub(super) fn enter(cx: &Write<'_>, date: NaiveDate, kind: DayKind, source: &str) -> Result<i64> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO calendar_days (date, kind, source, entered_by, entered_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![date.to_string(), kind, source, cx.seat()?.staff, cx.now()])?;
    Ok(cx.sql().last_insert_rowid())
}

pub(super) fn confirm(cx: &Write<'_>, year: i32, source: &str) -> Result<()> {
    cx.sql()
        .prepare_cached("INSERT INTO calendar_years (year, source, confirmed_by, confirmed_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![year, source, cx.seat()?.staff, cx.now()])?;
    Ok(())
}

/// A date that this house wrote itself.
pub(crate) fn stored_date(text: &str) -> Result<NaiveDate> {
    Ok(text.parse().map_err(anyhow::Error::from)?)
}
