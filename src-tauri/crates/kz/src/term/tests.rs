use super::*;
use crate::calendar::{Holiday, Override, builtin};
use crate::time;
use chrono::{Datelike, TimeDelta};
use proptest::prelude::*;

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn due(received: &str, rule: Rule) -> String {
    count(at(received), &rule, &builtin()).due.to_string()
}

/// Known dates, counted by hand over the official calendars.
#[test]
fn the_table_of_terms() {
    let table = [
        ("2026-03-19T10:00:00", 3, "2026-03-27"),
        ("2026-05-06T10:00:00", 3, "2026-05-13"),
        ("2026-05-26T10:00:00", 3, "2026-06-01"),
        ("2024-05-03T10:00:00", 3, "2024-05-10"),
        ("2025-01-03T10:00:00", 3, "2025-01-08"),
        ("2026-08-27T10:00:00", 3, "2026-09-01"),
        ("2026-12-30T10:00:00", 3, "2027-01-06"),
        ("2026-01-06T10:00:00", 1, "2026-01-08"),
        ("2026-03-20T10:00:00", 15, "2026-04-15"),
        ("2026-12-14T09:05:00", 3, "2026-12-18"),
        ("2026-12-14T16:40:00", 3, "2026-12-18"),
        ("2026-12-14T19:30:00", 3, "2026-12-18"),
        ("2026-12-12T11:00:00", 3, "2026-12-17"),
        ("2026-12-16T11:00:00", 3, "2026-12-21"),
        ("2026-12-31T11:00:00", 3, "2027-01-08"),
        ("2027-03-12T11:00:00", 3, "2027-03-18"),
        ("2027-03-19T11:00:00", 3, "2027-03-29"),
        ("2026-12-14T11:00:00", 10, "2026-12-29"),
        ("2026-12-18T11:00:00", 1, "2026-12-21"),
        ("2026-12-15T11:00:00", 1, "2026-12-17"),
    ];
    for (received, n, expected) in table {
        assert_eq!(
            due(received, Rule::working(n)),
            expected,
            "{received} + {n}"
        );
    }
}

#[test]
fn the_day_zero_that_only_a_lawyer_switches_on() {
    let moved = Rule {
        n: 3,
        unit: Unit::Working,
        day_zero: DayZero::NextWorkDayIfOff,
    };
    assert_eq!(due("2026-12-12T11:00:00", moved), "2026-12-18");
    assert_eq!(due("2026-12-16T11:00:00", moved), "2026-12-22");
    assert_eq!(due("2026-12-14T11:00:00", moved), "2026-12-18");
    let cut = Rule {
        day_zero: DayZero::CutOff {
            at: NaiveTimeText("18:00:00".parse().unwrap()),
        },
        ..moved
    };
    assert_eq!(due("2026-12-14T18:00:00", cut), "2026-12-18");
    assert_eq!(due("2026-12-14T18:00:01", cut), "2026-12-21");
}

#[test]
fn an_old_calendar_with_31_august_off() {
    let old = builtin().with([Override {
        date: day("2026-08-31"),
        kind: Day::Off,
        source: "edition of December 2025".into(),
    }]);
    assert_eq!(
        count(at("2026-08-27T10:00:00"), &Rule::working(3), &old).due,
        day("2026-09-02")
    );
}

#[test]
fn calendar_days_give_way_at_the_end_only() {
    let rule = |n| Rule {
        n,
        unit: Unit::Calendar,
        day_zero: DayZero::Receipt,
    };
    assert_eq!(due("2026-12-14T10:00:00", rule(4)), "2026-12-18");
    assert_eq!(due("2026-12-14T10:00:00", rule(5)), "2026-12-21");
    assert_eq!(due("2026-12-14T10:00:00", rule(2)), "2026-12-17");
    let steps = count(at("2026-12-14T10:00:00"), &rule(5), &builtin()).steps;
    assert_eq!(
        steps.last().unwrap(),
        &Step {
            date: day("2026-12-21"),
            kind: StepKind::LastDay
        }
    );
}

#[test]
fn every_date_has_its_step() {
    let counted = count(at("2026-12-14T16:40:00"), &Rule::working(3), &builtin());
    let step = |date: &str, kind| Step {
        date: day(date),
        kind,
    };
    let independence = Reason::Holiday {
        holiday: Holiday::Independence,
    };
    assert_eq!(
        counted.steps,
        [
            step("2026-12-14", StepKind::Received),
            step("2026-12-15", StepKind::Counted { number: 1 }),
            step(
                "2026-12-16",
                StepKind::Skipped {
                    reason: independence
                }
            ),
            step("2026-12-17", StepKind::Counted { number: 2 }),
            step("2026-12-18", StepKind::Counted { number: 3 }),
        ],
    );
    assert_eq!(counted.target, day("2026-12-17"));
}

#[test]
fn the_target_is_a_working_day_that_is_not_over_yet() {
    let target = |received, n| {
        count(at(received), &Rule::working(n), &builtin())
            .target
            .to_string()
    };
    assert_eq!(target("2026-12-30T10:00:00", 3), "2027-01-05");
    assert_eq!(
        target("2026-12-16T10:00:00", 1),
        "2026-12-17",
        "received on a holiday: only the last day is left"
    );
    assert_eq!(target("2026-12-18T10:00:00", 1), "2026-12-18");
}

#[test]
fn preliminary_where_a_date_may_still_change() {
    let preliminary =
        |received, c: &Calendar| count(at(received), &Rule::working(3), c).preliminary;
    assert!(!preliminary("2025-03-03T10:00:00", &builtin()));
    let confirmed = builtin().confirm([2026]);
    assert!(!preliminary("2026-12-14T10:00:00", &confirmed));
    assert!(
        preliminary("2026-12-30T10:00:00", &confirmed),
        "it reaches into 2027"
    );
}

#[test]
fn the_last_day_is_zero_left_and_the_next_is_late() {
    let c = builtin();
    let friday = day("2026-12-18");
    assert_eq!(left(friday, day("2026-12-14"), &c), Some(3));
    assert_eq!(left(friday, friday, &c), Some(0), "today");
    assert_eq!(left(friday, day("2026-12-19"), &c), None);
    assert_eq!(late_by(friday, friday, &c), None);
    assert_eq!(
        late_by(friday, day("2026-12-19"), &c),
        Some(0),
        "late by no working day, but late"
    );
    assert_eq!(late_by(friday, day("2026-12-21"), &c), Some(1));
    assert_eq!(
        late_by(day("2026-12-15"), day("2026-12-17"), &c),
        Some(1),
        "the holiday isn't a day of lateness"
    );
}

#[test]
fn half_past_midnight_belongs_to_the_new_day() {
    let utc = "2026-12-14T19:30:00Z".parse().unwrap();
    let received = time::local(utc);
    assert_eq!(received, at("2026-12-15T00:30:00"));
    assert_eq!(
        count(received, &Rule::working(3), &builtin()).due,
        day("2026-12-21")
    );
}

#[test]
fn steps_survive_being_stored() {
    for received in ["2026-12-30T10:00:00", "2024-05-03T23:59:59"] {
        for unit in [Unit::Working, Unit::Calendar] {
            let rule = Rule {
                n: 10,
                unit,
                day_zero: DayZero::NextWorkDayIfOff,
            };
            let counted = count(at(received), &rule, &builtin());
            let kept = serde_json::to_string(&counted).unwrap();
            assert_eq!(
                serde_json::from_str::<Count>(&kept).unwrap(),
                counted,
                "{kept}"
            );
        }
    }
    let cut = DayZero::CutOff {
        at: NaiveTimeText("18:00:00".parse().unwrap()),
    };
    let kept = serde_json::to_string(&cut).unwrap();
    assert_eq!(
        serde_json::from_str::<DayZero>(&kept).unwrap(),
        cut,
        "{kept}"
    );
}

prop_compose! {
    fn any_moment()(days in 0i64..7300, seconds in 0i64..86_400) -> NaiveDateTime {
        at("2020-01-01T00:00:00") + TimeDelta::days(days) + TimeDelta::seconds(seconds)
    }
}

prop_compose! {
    fn any_calendar()(entries in proptest::collection::vec((0u64..7300, any::<bool>()), 0..40)) -> Calendar {
        builtin().with(entries.into_iter().map(|(days, work)| Override {
            date: day("2020-01-01") + Days::new(days),
            kind: if work { Day::Work } else { Day::Off },
            source: "test".into(),
        }))
    }
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let zero = prop_oneof![
        Just(DayZero::Receipt),
        Just(DayZero::NextWorkDayIfOff),
        Just(DayZero::CutOff {
            at: NaiveTimeText(NaiveTime::from_hms_opt(18, 0, 0).unwrap())
        }),
    ];
    (1u16..40, zero).prop_map(|(n, day_zero)| Rule {
        n,
        unit: Unit::Working,
        day_zero,
    })
}

proptest! {
    #[test]
    fn exactly_n_working_days_and_a_working_last_day(received in any_moment(), n in 1u16..40, c in any_calendar()) {
        let counted = count(received, &Rule::working(n), &c);
        prop_assert!(counted.due > received.date());
        prop_assert!(c.is_work(counted.due));
        prop_assert_eq!(c.work_days_between(received.date(), counted.due), u32::from(n));
        prop_assert_eq!(left(counted.due, received.date(), &c), Some(u32::from(n)));
        prop_assert!(counted.target >= received.date() && counted.target <= counted.due);
    }

    #[test]
    fn no_rule_ends_before_receipt_or_on_a_day_off(received in any_moment(), rule in any_rule(), c in any_calendar()) {
        let plain = count(received, &Rule::working(rule.n), &c).due;
        let counted = count(received, &rule, &c);
        prop_assert!(counted.due >= plain, "another day zero can only give more time");
        prop_assert!(c.is_work(counted.due));
        prop_assert!(c.is_work(counted.target));
    }

    #[test]
    fn calendar_days(received in any_moment(), n in 1u16..60, c in any_calendar()) {
        let due = count(received, &Rule { n, unit: Unit::Calendar, day_zero: DayZero::Receipt }, &c).due;
        let plain = received.date() + Days::new(u64::from(n));
        prop_assert!(c.is_work(due) && due >= plain);
        prop_assert_eq!(c.work_days_between(plain, due), u32::from(due != plain), "the first working day, no later");
    }

    #[test]
    fn the_hour_of_receipt_changes_nothing(received in any_moment(), second in 0i64..86_400, c in any_calendar()) {
        let other = received.date().and_time(NaiveTime::MIN) + TimeDelta::seconds(second);
        let rule = Rule::working(3);
        prop_assert_eq!(count(received, &rule, &c), count(other, &rule, &c));
    }

    #[test]
    fn by_the_local_date_whatever_utc_says(received in any_moment()) {
        let there_and_back = time::local(time::to_utc(received));
        prop_assert_eq!(count(there_and_back, &Rule::working(3), &builtin()), count(received, &Rule::working(3), &builtin()));
    }

    #[test]
    fn steps_name_every_date_once(received in any_moment(), rule in any_rule(), c in any_calendar()) {
        let steps = count(received, &rule, &c).steps;
        let mut dates: Vec<_> = steps.iter().map(|s| s.date.num_days_from_ce()).collect();
        dates.dedup();
        let whole: Vec<_> = (dates[0]..=dates[dates.len() - 1]).collect();
        prop_assert_eq!(dates, whole);
    }

    #[test]
    fn in_time_or_late_never_both(due in 0i64..3000, on in 0i64..3000, c in any_calendar()) {
        let (due, on) = (day("2020-01-01") + TimeDelta::days(due), day("2020-01-01") + TimeDelta::days(on));
        prop_assert!(left(due, on, &c).is_some() != late_by(due, on, &c).is_some());
    }
}
