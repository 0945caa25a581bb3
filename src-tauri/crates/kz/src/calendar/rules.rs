//! What the laws say about days off (Law № 267-II art. 5, Labour Code arts 84 and 85).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Day, DayInfo, Reason, Source};

/// The days off that have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 1–2 January.
    NewYear,
    /// 7 January; a day off, not a holiday: never given back on another day.
    Christmas,
    /// 8 March.
    WomensDay,
    /// 30 August until 2025, 15 March from 2027.
    Constitution,
    /// 21–23 March.
    Nauryz,
    /// 1 May.
    Unity,
    /// 7 May.
    Defender,
    /// 9 May.
    Victory,
    /// First day; the muftiate sets the date. A day off, not a holiday: never given back on another day.
    KurbanAit,
    /// 6 July.
    Capital,
    /// 25 October.
    Republic,
    /// 16 December.
    Independence,
}

impl Holiday {
    /// Whether a weekday is given for it when it falls on a weekend.
    fn is_given_back(self) -> bool {
        !matches!(self, Self::Christmas | Self::KurbanAit)
    }
}

/// A year's published calendar, as far as it says more than the rules.
#[derive(Debug, Clone)]
pub(super) struct Published {
    pub(super) confirmed: bool,
    /// Weekdays that are off.
    pub(super) off: BTreeSet<NaiveDate>,
    /// Weekend days that are worked.
    pub(super) work: BTreeSet<NaiveDate>,
    pub(super) kurban_ait: Option<NaiveDate>,
}

/// Every day of a year, by the rules and by what was published.
///
/// Without a published calendar Kurban Ait isn't known and its day counts as a working day:
/// a term then ends early rather than late.
pub(super) fn year(number: i32, published: Option<&Published>) -> Vec<DayInfo> {
    let Some(first) = NaiveDate::from_yo_opt(number, 1) else {
        return Vec::new();
    };
    let named = named(number, published.and_then(|p| p.kurban_ait));
    let given = given_back(&named);
    let reason = |date: NaiveDate| match (named.get(&date), given.get(&date)) {
        (Some(holiday), _) => Reason::Holiday { holiday: *holiday },
        (None, Some((holiday, of))) => Reason::Substitute {
            holiday: *holiday,
            of: *of,
        },
        (None, None) if is_weekend(date) => Reason::Weekend,
        (None, None) => Reason::Weekday,
    };
    first
        .iter_days()
        .take_while(|date| date.year() == number)
        .map(|date| match published {
            None => {
                let reason = reason(date);
                let day = if reason == Reason::Weekday {
                    Day::Work
                } else {
                    Day::Off
                };
                DayInfo {
                    day,
                    reason,
                    source: Source::Rules,
                    confirmed: false,
                }
            }
            Some(p) => {
                let day = if p.off.contains(&date) || (is_weekend(date) && !p.work.contains(&date))
                {
                    Day::Off
                } else {
                    Day::Work
                };
                // What the rules don't explain, an order of the labour authority does.
                let reason = match (day, reason(date)) {
                    (Day::Work, Reason::Weekday) => Reason::Weekday,
                    (Day::Work, _) | (Day::Off, Reason::Weekday) => Reason::Moved,
                    (Day::Off, known) => known,
                };
                DayInfo {
                    day,
                    reason,
                    source: Source::Published,
                    confirmed: p.confirmed,
                }
            }
        })
        .collect()
}

fn named(year: i32, kurban_ait: Option<NaiveDate>) -> BTreeMap<NaiveDate, Holiday> {
    let constitution = match year {
        ..=2025 => Some((8, 30)),
        2026 => None,
        2027.. => Some((3, 15)),
    };
    let fixed = [
        ((1, 1), Holiday::NewYear),
        ((1, 2), Holiday::NewYear),
        ((1, 7), Holiday::Christmas),
        ((3, 8), Holiday::WomensDay),
        ((3, 21), Holiday::Nauryz),
        ((3, 22), Holiday::Nauryz),
        ((3, 23), Holiday::Nauryz),
        ((5, 1), Holiday::Unity),
        ((5, 7), Holiday::Defender),
        ((5, 9), Holiday::Victory),
        ((7, 6), Holiday::Capital),
        ((10, 25), Holiday::Republic),
        ((12, 16), Holiday::Independence),
    ];
    fixed
        .into_iter()
        .chain(constitution.map(|date| (date, Holiday::Constitution)))
        .filter_map(|((month, day), holiday)| {
            Some((NaiveDate::from_ymd_opt(year, month, day)?, holiday))
        })
        .chain(kurban_ait.map(|date| (date, Holiday::KurbanAit)))
        .collect()
}

/// For each holiday on a weekend the next day that isn't off already.
fn given_back(named: &BTreeMap<NaiveDate, Holiday>) -> BTreeMap<NaiveDate, (Holiday, NaiveDate)> {
    let mut given = BTreeMap::new();
    for (of, holiday) in named
        .iter()
        .filter(|(date, holiday)| is_weekend(**date) && holiday.is_given_back())
    {
        let free = of.iter_days().skip(1).find(|date| {
            !is_weekend(*date) && !named.contains_key(date) && !given.contains_key(date)
        });
        if let Some(date) = free {
            given.insert(date, (*holiday, *of));
        }
    }
    given
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
