//! A changed calendar moves what it must, and nothing else.

use serde_json::json;

use super::*;
use crate::clock::Stamp;
use crate::door::Reply;
use crate::policy::Role;
use crate::requests::samples::{application, asked, registered};
use crate::requests::{
    AnswerRight, CloseRight, CountShown, Decision, MovedRight, ReadCount, RegisterRequest,
    ReplyDelivery, RequestShown, RightId, RightKind,
};
use crate::testing::{House, Relation};

fn register(house: &House, received: &str, kind: RightKind) -> RequestShown {
    let (date, time) = received.split_once(' ').expect("date and time");
    let received = Stamp {
        date: date.to_owned(),
        time: time.to_owned(),
    };
    let command = RegisterRequest {
        received: Some(received),
        take: true,
        ..application(None, vec![asked(kind)])
    };
    registered(house, Relation::OwnBranch, command)
}

fn preview(house: &House, date: &str, kind: DayKind) -> CalendarPreview {
    house
        .as_role(Role::Administrator)
        .ask(PreviewDay {
            date: date.to_owned(),
            kind,
        })
        .expect("a preview")
}

fn confirm(house: &House, date: &str, kind: DayKind) -> CalendarChanged {
    let edition = preview(house, date, kind).edition;
    let command = ConfirmDay {
        date: date.to_owned(),
        kind,
        source: "Приказ № 436".to_owned(),
        edition,
    };
    house
        .as_role(Role::Administrator)
        .act(command)
        .expect("a change")
}

fn count(house: &House, right: RightId) -> CountShown {
    house
        .as_role(Role::Manager)
        .ask(ReadCount { right })
        .expect("a count")
}

fn lines(moved: &[MovedRight]) -> Vec<(RightId, &str, &str, bool)> {
    moved
        .iter()
        .map(|line| {
            (
                line.right,
                line.from.as_str(),
                line.to.as_str(),
                line.earlier,
            )
        })
        .collect()
}

#[test]
fn a_day_off_moves_exactly_the_rights_that_count_over_it() {
    let house = House::new();
    let over = register(&house, "2026-12-14 09:00", RightKind::Information).rights[0].id;
    let before = register(&house, "2026-12-11 09:00", RightKind::Information).rights[0].id;
    let short = register(&house, "2026-12-14 08:00", RightKind::Block).rights[0].id;
    assert_eq!(count(&house, over).due, "2026-12-18");
    assert_eq!(count(&house, before).due, "2026-12-17");
    assert_eq!(count(&house, short).due, "2026-12-15");

    let shown = preview(&house, "2026-12-17", DayKind::Off);
    let expected = [
        (before, "2026-12-17", "2026-12-18", false),
        (over, "2026-12-18", "2026-12-21", false),
    ];
    assert_eq!(lines(&shown.moved), expected);
    assert_eq!(shown.earlier, 0);
    assert_eq!(
        count(&house, over).due,
        "2026-12-18",
        "a preview changes nothing"
    );

    let changed = confirm(&house, "2026-12-17", DayKind::Off);
    assert_eq!(
        lines(&changed.moved),
        expected,
        "what was previewed is what moved"
    );
    assert_eq!(changed.day.source.as_deref(), Some("Приказ № 436"));
    let counted = count(&house, over);
    assert_eq!(counted.due, "2026-12-21");
    assert_eq!(
        counted
            .former
            .iter()
            .map(|old| old.due.as_str())
            .collect::<Vec<_>>(),
        ["2026-12-18"]
    );
    assert_eq!(counted.edition, changed.edition);
    assert_eq!(
        count(&house, short).former,
        [],
        "what it doesn't count over stays"
    );
    let trail = house.peek(
        "SELECT CAST (count (*) AS TEXT) FROM journal WHERE command = 'calendar.confirm' AND subject = 'right'",
    );
    assert_eq!(trail, "2");
    let event = house.peek(&format!(
        "SELECT note FROM right_events WHERE right_id = {over} AND what = 'recounted'"
    ));
    assert_eq!(event, "2026-12-18", "the former date is told");
}

#[test]
fn a_working_saturday_makes_dates_earlier_and_warns() {
    let house = House::new();
    let right = register(&house, "2026-12-13 10:00", RightKind::Withdraw).rights[0].id;
    let due = count(&house, right).due;
    let shown = preview(&house, "2026-12-19", DayKind::Work);
    assert_eq!((shown.earlier, shown.moved.len()), (1, 1));
    confirm(&house, "2026-12-19", DayKind::Work);
    assert!(count(&house, right).due < due);
    confirm(&house, "2026-12-19", DayKind::Off);
    let counted = count(&house, right);
    assert_eq!(
        (counted.due, counted.former.len()),
        (due, 2),
        "taken back by a further entry, nothing deleted"
    );
}

#[test]
fn an_answered_right_is_never_counted_anew() {
    let house = House::new();
    let request = register(&house, "2026-12-14 09:00", RightKind::Information);
    let right = &request.rights[0];
    let consultant = house.as_role(Role::Consultant);
    let answer = AnswerRight {
        right: right.id,
        version: right.version,
        decision: Decision::Granted,
        ground: None,
        obligation: None,
        text: "Ответ".to_owned(),
    };
    let version = consultant.act(answer).expect("decided").version;
    let close = CloseRight {
        right: right.id,
        version,
        delivery: ReplyDelivery::InHand,
        cause: None,
        cause_note: String::new(),
    };
    consultant.act(close).expect("closed");
    assert!(preview(&house, "2026-12-17", DayKind::Off).moved.is_empty());
    confirm(&house, "2026-12-17", DayKind::Off);
    assert_eq!(
        (
            count(&house, right.id).due.as_str(),
            count(&house, right.id).former.len()
        ),
        ("2026-12-18", 0)
    );
}

#[test]
fn a_preview_holds_for_one_edition() {
    let house = House::new();
    let edition = preview(&house, "2026-12-17", DayKind::Off).edition;
    confirm(&house, "2026-12-21", DayKind::Off);
    let command = ConfirmDay {
        date: "2026-12-17".to_owned(),
        kind: DayKind::Off,
        source: "Приказ".to_owned(),
        edition,
    };
    let error = house
        .as_role(Role::Administrator)
        .act(command)
        .expect_err("stale");
    assert_eq!(
        (error.code(), error.kind()),
        ("calendar.stale", Kind::Conflict)
    );
}

#[test]
fn what_is_refused() {
    let house = House::new();
    let desk = house.as_role(Role::Administrator);
    let ask = |date: &str, kind| {
        desk.ask(PreviewDay {
            date: date.to_owned(),
            kind,
        })
        .expect_err("refused")
        .code()
    };
    assert_eq!(ask("2026-12-16", DayKind::Off), "calendar.no_change");
    assert_eq!(ask("2026-12-17", DayKind::Work), "calendar.no_change");
    for date in ["", "17.12.2026", "2026-02-30", "1999-01-01", "9999-12-31"] {
        assert_eq!(ask(date, DayKind::Off), "calendar.date", "{date}");
    }
    let edition = preview(&house, "2026-12-17", DayKind::Off).edition;
    for source in ["", "  ", "а", "при\u{0}каз", &"д".repeat(301)] {
        let command = ConfirmDay {
            date: "2026-12-17".to_owned(),
            kind: DayKind::Off,
            source: source.to_owned(),
            edition: edition.clone(),
        };
        assert_eq!(
            desk.act(command).expect_err("no source").code(),
            "door.fields",
            "{source:?}"
        );
    }
    assert_eq!(
        desk.ask(ReadYear { year: 1900 })
            .expect_err("no year")
            .code(),
        "calendar.year"
    );
}

#[test]
fn a_year_day_by_day() {
    let house = House::new();
    let year = house
        .as_role(Role::Consultant)
        .ask(ReadYear { year: 2026 })
        .expect("a year");
    assert_eq!(
        (year.days.len(), year.work_days, year.confirmed),
        (365, 247, false)
    );
    let day = year
        .days
        .iter()
        .find(|day| day.date == "2026-12-16")
        .expect("a day");
    assert_eq!(
        (day.weekday, day.kind, day.holiday),
        (3, DayKind::Off, Some(HolidayName::Independence))
    );
    let given = year
        .days
        .iter()
        .find(|day| day.date == "2026-05-11")
        .expect("a day");
    assert_eq!(given.substitute_of.as_deref(), Some("2026-05-09"));
}

#[test]
fn confirming_a_year_ends_its_preliminary_dates() {
    let house = House::new();
    let right = register(&house, "2026-12-14 09:00", RightKind::Information);
    assert!(right.rights[0].due.preliminary);
    let desk = house.as_role(Role::Administrator);
    let confirm = || ConfirmYear {
        year: 2026,
        source: "Календарь Минтруда".to_owned(),
    };
    assert!(desk.act(confirm()).expect("confirmed").confirmed);
    assert_eq!(
        desk.act(confirm()).expect_err("twice").code(),
        "calendar.confirmed"
    );
    let open = crate::requests::OpenRequest { request: right.id };
    assert!(
        !house
            .as_role(Role::Manager)
            .act(open)
            .expect("a request")
            .rights[0]
            .due
            .preliminary
    );
    let years = desk.ask(ListYears {}).expect("years");
    let marks: Vec<_> = years
        .years
        .iter()
        .map(|line| (line.year, line.confirmed))
        .collect();
    assert_eq!(
        marks,
        [
            (2024, true),
            (2025, true),
            (2026, true),
            (2027, false),
            (2028, false)
        ]
    );
}

#[test]
fn entries_stay_on_record() {
    let house = House::new();
    confirm(&house, "2026-12-19", DayKind::Work);
    let entries = house
        .as_role(Role::Manager)
        .ask(ListYears {})
        .expect("years")
        .entries;
    assert_eq!(
        (entries[0].date.as_str(), entries[0].weekday),
        ("2026-12-19", 6)
    );
    for sql in [
        "DELETE FROM calendar_days",
        "UPDATE calendar_days SET kind = 'off'",
    ] {
        assert!(house.raw(sql).is_err(), "{sql}");
    }
    let token = house.token(Relation::OwnBranch, Role::Manager);
    let args = json!({"date": "2026-12-17", "kind": "off"});
    assert!(matches!(
        house.call_json(Some(token), "calendar.preview", args),
        Reply::Error(_)
    ));
}
