//! Counting open rights anew when the calendar changes: previewed, confirmed, the former count kept.

use chrono::NaiveDate;
use kz::Calendar;
use kz::term::{Count, count};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CountCause, EventKind, RightId, RightKind, store};
use crate::clock::Stamp;
use crate::door::{Read, Write};
use crate::error::Result;

/// A right whose last day moves. Names nobody: the administrator doesn't read client data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MovedRight {
    /// Which.
    pub right: RightId,
    /// Number of its application.
    pub number: String,
    /// What is asked for.
    pub kind: RightKind,
    /// In which branch.
    pub branch: String,
    /// When the application was received.
    pub received: Stamp,
    /// The last day so far.
    pub from: String,
    /// The last day by the changed calendar.
    pub to: String,
    /// It is earlier than was told: a warning.
    pub earlier: bool,
}

/// The open rights whose last day a changed date would move. Answered ones are never counted anew.
pub(crate) fn would_move(
    cx: &Read<'_>,
    date: NaiveDate,
    changed: &Calendar,
) -> Result<Vec<MovedRight>> {
    let affected = affected(cx, date, changed)?;
    Ok(affected
        .into_iter()
        .filter_map(|(right, counted)| moved(&right, &counted))
        .collect())
}

/// Writes a new count for every open right whose steps a changed date alters; says which last days moved.
pub(crate) fn apply(
    cx: &Write<'_>,
    date: NaiveDate,
    changed: &Calendar,
) -> Result<Vec<MovedRight>> {
    let mut lines = Vec::new();
    for (right, counted) in affected(cx, date, changed)? {
        store::add_count(cx, right.id, &counted, CountCause::Calendar)?;
        if let Some(line) = moved(&right, &counted) {
            store::add_event(cx, right.id, EventKind::Recounted, &line.from)?;
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Open rights whose count passes over the date, counted anew.
fn affected(
    cx: &Read<'_>,
    date: NaiveDate,
    changed: &Calendar,
) -> Result<Vec<(store::Counted, Count)>> {
    let open = store::counted_over(cx, date)?;
    Ok(open
        .into_iter()
        .map(|right| {
            let counted = count(right.received.local(), &right.rule.term(), changed);
            (right, counted)
        })
        .filter(|(right, counted)| counted.due != right.due || counted.steps != right.steps)
        .collect())
}

fn moved(right: &store::Counted, counted: &Count) -> Option<MovedRight> {
    (counted.due != right.due).then(|| MovedRight {
        right: right.id,
        number: right.number.clone(),
        kind: right.kind,
        branch: right.branch.clone(),
        received: right.received.stamp(),
        from: right.due.to_string(),
        to: counted.due.to_string(),
        earlier: counted.due < right.due,
    })
}
