//! When a message may leave: advertising on weekdays from nine to nine by the clock of Kazakhstan, codes and service messages always.
//!
//! The networks' rules say «weekdays»; a weekday that the calendar calls a day off is left out as well: people rest then too.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Weekday};
use kz::calendar::Calendar;

/// The first hour of advertising.
const FROM: u32 = 9;
/// The hour at which advertising ends.
const TILL: u32 = 21;

/// The first moment from `at` on at which advertising may leave, in local time: `at` itself inside the hours.
pub fn advertising_from(at: NaiveDateTime, calendar: &Calendar) -> NaiveDateTime {
    let opens = NaiveTime::from_hms_opt(FROM, 0, 0).unwrap_or(NaiveTime::MIN);
    let closes = NaiveTime::from_hms_opt(TILL, 0, 0).unwrap_or(NaiveTime::MIN);
    let mut day = at.date();
    if at.time() >= closes {
        day = day.succ_opt().unwrap_or(day);
    }
    while !is_day(day, calendar) {
        match day.succ_opt() {
            Some(next) => day = next,
            None => return at,
        }
    }
    at.max(day.and_time(opens))
}

/// A weekday on which people work.
fn is_day(day: chrono::NaiveDate, calendar: &Calendar) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && calendar.is_work(day)
}

#[cfg(test)]
mod tests {
    use kz::calendar::builtin;
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    #[test]
    fn advertising_waits_for_a_weekday_between_nine_and_nine() {
        for (asked, leaves) in [
            ("2026-12-14T09:00", "2026-12-14T09:00"), // Monday, the first minute
            ("2026-12-14T20:59", "2026-12-14T20:59"), // the last one
            ("2026-12-14T21:00", "2026-12-15T09:00"), // over for today
            ("2026-12-14T03:00", "2026-12-14T09:00"), // too early
            ("2026-12-15T22:00", "2026-12-17T09:00"), // the 16th is Independence Day
            ("2026-12-18T21:00", "2026-12-21T09:00"), // Friday evening: Monday
            ("2026-12-19T12:00", "2026-12-21T09:00"), // Saturday
            ("2026-12-20T23:30", "2026-12-21T09:00"), // Sunday
        ] {
            assert_eq!(
                advertising_from(at(asked), &builtin()),
                at(leaves),
                "{asked}"
            );
        }
    }

    proptest! {
        #[test]
        fn it_is_never_early_never_outside_the_hours_and_stays_where_it_may(minutes in 0_i64..2_000_000) {
            let asked = at("2025-01-01T00:00") + chrono::Duration::minutes(minutes);
            let leaves = advertising_from(asked, &builtin());
            prop_assert!(leaves >= asked);
            prop_assert!(is_day(leaves.date(), &builtin()));
            let hour = chrono::Timelike::hour(&leaves.time());
            prop_assert!((FROM..TILL).contains(&hour));
            prop_assert_eq!(advertising_from(leaves, &builtin()), leaves);
        }
    }
}
