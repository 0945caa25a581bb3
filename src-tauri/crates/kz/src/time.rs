//! Local time of Kazakhstan, from the zone table that is built in and never from the computer's own zone.
//!
//! Asia/Almaty is UTC+5 since 1 March 2024 and was UTC+6 before; old computers still believe in +6.

use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

/// The one zone by which dates are decided.
pub const fn zone() -> Tz {
    chrono_tz::Asia::Almaty
}

/// Local date and time of an instant.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&zone()).naive_local()
}

/// The instant of a local date and time. The hour that happened twice on 29.02.2024 is taken
/// as its first passage; an hour that a zone change left out, as the first moment after it.
pub fn to_utc(local: NaiveDateTime) -> DateTime<Utc> {
    match zone().from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc(),
        LocalResult::None => (1..=24)
            .filter_map(|quarters| local.checked_add_signed(TimeDelta::minutes(15 * quarters)))
            .find_map(|later| zone().from_local_datetime(&later).earliest())
            .map_or_else(|| Utc.from_utc_datetime(&local), |at| at.to_utc()),
    }
}

/// 00:00 of a local day.
pub fn day_start(day: NaiveDate) -> DateTime<Utc> {
    to_utc(day.and_time(NaiveTime::MIN))
}

/// 24:00 of a local day: the moment when a term that ends on it is over.
pub fn day_end(day: NaiveDate) -> DateTime<Utc> {
    day_start(day.checked_add_days(Days::new(1)).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn five_hours_since_march_2024_and_six_before() {
        assert_eq!(
            local(utc("2026-12-14T19:30:00Z")).to_string(),
            "2026-12-15 00:30:00"
        );
        assert_eq!(
            local(utc("2024-02-01T12:00:00Z")).to_string(),
            "2024-02-01 18:00:00"
        );
        assert_eq!(
            local(utc("2024-03-01T12:00:00Z")).to_string(),
            "2024-03-01 17:00:00"
        );
    }

    #[test]
    fn there_and_back() {
        for text in [
            "2026-12-14T19:30:00Z",
            "2024-02-29T17:30:00Z",
            "2024-03-01T00:00:00Z",
        ] {
            assert_eq!(to_utc(local(utc(text))), utc(text), "{text}");
        }
    }

    #[test]
    fn the_hour_that_came_twice_is_its_first_passage() {
        let twice: NaiveDateTime = "2024-02-29T23:30:00".parse().unwrap();
        assert_eq!(to_utc(twice), utc("2024-02-29T17:30:00Z"));
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let day: NaiveDate = "2026-12-18".parse().unwrap();
        assert_eq!(day_end(day), utc("2026-12-18T19:00:00Z"));
        assert_eq!(day_start(day), utc("2026-12-17T19:00:00Z"));
    }
}
