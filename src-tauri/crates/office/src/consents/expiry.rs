//! Till when a consent holds (S6, Law 94-V art. 8(4)3, 8(6)). Nothing about it is stored: it follows from the rule and the date.

use chrono::{Days, Months, NaiveDate};

use super::ConsentState;
use super::texts::ConsentTerm;

/// How long before its end a consent is shown as ending.
pub(super) const SOON: u64 = 30;

/// The last day on which a consent holds. None where no end is known: the purpose isn't reached, the programme has no end yet.
pub(super) fn last_day(
    term: ConsentTerm,
    until: Option<NaiveDate>,
    programme_ends: Option<NaiveDate>,
) -> Option<NaiveDate> {
    match term {
        ConsentTerm::Purpose => None,
        ConsentTerm::Until => until,
        ConsentTerm::Programme => programme_ends,
        ConsentTerm::ProgrammeAndYear => programme_ends?.checked_add_months(Months::new(12)),
    }
}

/// Where a purpose stands on a day: what was given ends by itself after its last day.
pub(super) fn state_on(
    today: NaiveDate,
    state: ConsentState,
    last: Option<NaiveDate>,
) -> ConsentState {
    let holds = matches!(state, ConsentState::Given | ConsentState::Renewed);
    match last {
        Some(last) if holds && last < today => ConsentState::Expired,
        _ => state,
    }
}

/// It holds today, and ends within so many days.
pub(super) fn ends_within(
    today: NaiveDate,
    days: u64,
    state: ConsentState,
    last: Option<NaiveDate>,
) -> bool {
    let holds = matches!(
        state_on(today, state, last),
        ConsentState::Given | ConsentState::Renewed
    );
    let till = today.checked_add_days(Days::new(days));
    holds && last.is_some_and(|last| till.is_some_and(|till| last <= till))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_rule_has_its_last_day() {
        let (until, ends) = (Some(day("2027-03-01")), Some(day("2028-02-29")));
        assert_eq!(last_day(ConsentTerm::Purpose, until, ends), None);
        assert_eq!(last_day(ConsentTerm::Until, until, ends), until);
        assert_eq!(last_day(ConsentTerm::Programme, until, ends), ends);
        let year = last_day(ConsentTerm::ProgrammeAndYear, until, ends);
        assert_eq!(
            year,
            Some(day("2029-02-28")),
            "a year after the 29th of February"
        );
        assert_eq!(last_day(ConsentTerm::ProgrammeAndYear, until, None), None);
    }

    #[test]
    fn it_holds_through_its_last_day() {
        let last = Some(day("2026-12-14"));
        let on = |date| state_on(day(date), ConsentState::Given, last);
        assert_eq!(on("2026-12-14"), ConsentState::Given);
        assert_eq!(on("2026-12-15"), ConsentState::Expired);
        assert_eq!(
            state_on(day("2027-01-01"), ConsentState::Withdrawn, last),
            ConsentState::Withdrawn,
            "what was withdrawn doesn't expire"
        );
    }

    #[test]
    fn its_end_is_seen_thirty_days_ahead() {
        let last = Some(day("2027-01-13"));
        let seen = |date| ends_within(day(date), SOON, ConsentState::Given, last);
        assert!(!seen("2026-12-13"), "thirty-one days");
        assert!(seen("2026-12-14"), "thirty days");
        assert!(seen("2027-01-13"), "its last day");
        assert!(!seen("2027-01-14"), "it is over");
        assert!(!ends_within(
            day("2026-12-20"),
            SOON,
            ConsentState::Withdrawn,
            last
        ));
    }

    proptest! {
        #[test]
        fn a_consent_expires_once_and_stays_so(from in 0i64..4000, ahead in 0i64..400, later in 0u64..400) {
            let start = day("2026-01-01") + chrono::Duration::days(from);
            let last = Some(start + chrono::Duration::days(ahead - 200));
            let before = state_on(start, ConsentState::Given, last);
            let after = state_on(start + Days::new(later), ConsentState::Given, last);
            prop_assert!(before != ConsentState::Expired || after == ConsentState::Expired);
            prop_assert!(!(before == ConsentState::Expired && ends_within(start, SOON, ConsentState::Given, last)));
        }
    }
}
