//! Reads the calendars that the program brings along.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::rules::Published;

const DATA: &str = include_str!("../../data/calendar.json");

/// A year of the data file. Names beside dates are for its human readers; the rules know the reasons
/// better, except for Kurban Ait, whose date only the file knows.
#[derive(Deserialize)]
struct Row {
    year: i32,
    /// False for an edition that a later one has replaced.
    #[serde(rename = "use")]
    current: bool,
    confirmed: bool,
    nonworking_weekdays: Vec<(NaiveDateText, String, String)>,
    working_weekends: Vec<(NaiveDateText, String)>,
    weekend_holidays: Vec<(NaiveDateText, String, String)>,
}

#[derive(Deserialize)]
struct NaiveDateText(#[serde(with = "crate::iso")] NaiveDate);

const KURBAN_AIT: &str = "Курбан айт";

pub(super) fn published() -> BTreeMap<i32, Published> {
    let rows: Vec<Row> =
        serde_json::from_str(DATA).expect("the built-in calendar is read by a test");
    rows.into_iter()
        .filter(|row| row.current)
        .map(|row| {
            let kurban_ait = row
                .nonworking_weekdays
                .iter()
                .chain(&row.weekend_holidays)
                .find(|(_, _, name)| name == KURBAN_AIT)
                .map(|(date, ..)| date.0);
            let published = Published {
                confirmed: row.confirmed,
                off: row
                    .nonworking_weekdays
                    .into_iter()
                    .map(|(date, ..)| date.0)
                    .collect(),
                work: row
                    .working_weekends
                    .into_iter()
                    .map(|(date, _)| date.0)
                    .collect(),
                kurban_ait,
            };
            (row.year, published)
        })
        .collect()
}
