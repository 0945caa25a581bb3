//! Which days are working days: the law's rules, the years published so far, and what an administrator adds.
//!
//! The years 2024–2027 are built in from `data/calendar.json`; any other year is computed by the rules
//! and marked as not confirmed. A date entered by an administrator lies over both.

mod built;
mod rules;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

pub use rules::Holiday;

/// Whether a date counts in terms of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// It counts.
    Work,
    /// It doesn't.
    Off,
}

/// Why a date is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Reason {
    /// Monday to Friday, nothing special.
    Weekday,
    /// Saturday or Sunday.
    Weekend,
    /// A holiday, or another day off that the law names.
    Holiday {
        /// Which one.
        holiday: Holiday,
    },
    /// A working day given for a holiday that fell on a weekend (Law on holidays, art. 5).
    Substitute {
        /// The holiday that it stands for.
        holiday: Holiday,
        /// When that holiday was.
        #[serde(with = "crate::iso")]
        of: NaiveDate,
    },
    /// A rest day moved by the labour authority's order (Labour Code, art. 85(3)): off though a weekday, or working
    /// though a weekend.
    Moved,
    /// Entered by an administrator; [`Calendar::entered`] has its source.
    Entered,
}

/// Where the knowledge about a date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The rules of the law alone.
    Rules,
    /// The calendar published for the year.
    Published,
    /// An administrator's entry.
    Entered,
}

/// All that is known of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayInfo {
    /// Does it count?
    pub day: Day,
    /// Why.
    pub reason: Reason,
    /// By what authority.
    pub source: Source,
    /// False where orders or the muftiate's date may still change it.
    pub confirmed: bool,
}

/// A date that an administrator took out of the week's order, or put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The date.
    #[serde(with = "crate::iso")]
    pub date: NaiveDate,
    /// What it becomes.
    pub kind: Day,
    /// The document that says so.
    pub source: String,
}

/// A year as a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearView {
    /// The year.
    pub year: i32,
    /// Whether the whole year is confirmed.
    pub confirmed: bool,
    /// Working days in it.
    pub work_days: u16,
    /// Every date that isn't an ordinary weekday or weekend, in order.
    pub special: Vec<(NaiveDate, DayInfo)>,
}

/// Working days of every year. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Calendar {
    years: Arc<BTreeMap<i32, Year>>,
    entered: Arc<BTreeMap<NaiveDate, Override>>,
    confirmed: Arc<Vec<i32>>,
}

#[derive(Debug, Clone)]
struct Year {
    confirmed: bool,
    /// One for each day of the year, first of January first.
    days: Vec<DayInfo>,
}

/// Names the built-in data; part of [`Calendar::edition`]. It changes with every change of `data/calendar.json` or the rules.
const BUILT_EDITION: &str = "kz-2026-11";

/// Years held ready; others are computed when asked for.
const READY: std::ops::RangeInclusive<i32> = 2020..=2040;

static BUILT: LazyLock<Arc<BTreeMap<i32, Year>>> = LazyLock::new(|| {
    let published = built::published();
    let ready = READY.map(|year| {
        let known = published.get(&year);
        let days = rules::year(year, known);
        (
            year,
            Year {
                confirmed: known.is_some_and(|p| p.confirmed),
                days,
            },
        )
    });
    Arc::new(ready.collect())
});

/// The calendar that the program brings along.
pub fn builtin() -> Calendar {
    Calendar {
        years: BUILT.clone(),
        entered: Arc::default(),
        confirmed: Arc::default(),
    }
}

impl Calendar {
    /// Lays an administrator's dates over this calendar; a later one for the same date wins.
    #[must_use]
    pub fn with(mut self, overrides: impl IntoIterator<Item = Override>) -> Self {
        for entry in overrides {
            let info = DayInfo {
                day: entry.kind,
                reason: Reason::Entered,
                source: Source::Entered,
                confirmed: true,
            };
            let year = self.year_mut(entry.date.year());
            year.days[entry.date.ordinal0() as usize] = info;
            Arc::make_mut(&mut self.entered).insert(entry.date, entry);
        }
        self
    }

    /// Marks years as confirmed: nothing in them is expected to change any more.
    #[must_use]
    pub fn confirm(mut self, years: impl IntoIterator<Item = i32>) -> Self {
        for number in years {
            let year = self.year_mut(number);
            if year.confirmed {
                continue;
            }
            year.confirmed = true;
            for day in &mut year.days {
                day.confirmed = true;
            }
            let confirmed = Arc::make_mut(&mut self.confirmed);
            confirmed.push(number);
            confirmed.sort_unstable();
        }
        self
    }

    fn year_mut(&mut self, number: i32) -> &mut Year {
        Arc::make_mut(&mut self.years)
            .entry(number)
            .or_insert_with(|| by_rules(number))
    }

    /// All that is known of a date.
    pub fn day(&self, date: NaiveDate) -> DayInfo {
        let at = date.ordinal0() as usize;
        match self.years.get(&date.year()) {
            Some(year) => year.days[at],
            None => by_rules(date.year()).days[at],
        }
    }

    /// Whether a date counts in terms of working days.
    pub fn is_work(&self, date: NaiveDate) -> bool {
        self.day(date).day == Day::Work
    }

    /// The first working day after a date.
    pub fn next_work_day(&self, after: NaiveDate) -> NaiveDate {
        following(after)
            .find(|date| self.is_work(*date))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The working days in `(after, until]`; none if `until` isn't later.
    pub fn work_days_between(&self, after: NaiveDate, until: NaiveDate) -> u32 {
        let days = following(after)
            .take_while(|date| *date <= until)
            .filter(|date| self.is_work(*date));
        u32::try_from(days.count()).unwrap_or(u32::MAX)
    }

    /// What an administrator entered for a date.
    pub fn entered(&self, date: NaiveDate) -> Option<&Override> {
        self.entered.get(&date)
    }

    /// Whether a whole year is confirmed.
    pub fn is_confirmed(&self, year: i32) -> bool {
        self.years.get(&year).is_some_and(|y| y.confirmed)
    }

    /// A year for showing.
    pub fn year(&self, number: i32) -> YearView {
        let computed;
        let year = match self.years.get(&number) {
            Some(year) => year,
            None => {
                computed = by_rules(number);
                &computed
            }
        };
        let dated = NaiveDate::from_yo_opt(number, 1)
            .into_iter()
            .flat_map(|first| first.iter_days().zip(&year.days));
        let special = dated
            .filter(|(_, info)| !matches!(info.reason, Reason::Weekday | Reason::Weekend))
            .map(|(date, info)| (date, *info))
            .collect();
        let work_days = year
            .days
            .iter()
            .filter(|info| info.day == Day::Work)
            .count();
        YearView {
            year: number,
            confirmed: year.confirmed,
            work_days: u16::try_from(work_days).unwrap_or(u16::MAX),
            special,
        }
    }

    /// Names this calendar's contents: two calendars with the same edition count every term alike.
    pub fn edition(&self) -> String {
        if self.entered.is_empty() && self.confirmed.is_empty() {
            return BUILT_EDITION.to_owned();
        }
        let mut sum = Fnv::new();
        for entry in self.entered.values() {
            sum.add(&entry.date.num_days_from_ce().to_be_bytes());
            sum.add(&[u8::from(entry.kind == Day::Work)]);
        }
        for year in self.confirmed.iter() {
            sum.add(&year.to_be_bytes());
            sum.add(b"confirmed");
        }
        format!("{BUILT_EDITION}+{:08x}", sum.short())
    }
}

fn by_rules(number: i32) -> Year {
    Year {
        confirmed: false,
        days: rules::year(number, None),
    }
}

/// The days after a date.
fn following(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    date.iter_days().skip(1)
}

/// The day before a date.
pub(crate) fn day_before(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(1)).unwrap_or(date)
}

/// FNV-1a: a name for the contents, not a protection of them.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn short(&self) -> u32 {
        (self.0 >> 32) as u32 ^ (self.0 & 0xffff_ffff) as u32
    }
}

#[cfg(test)]
mod tests;
