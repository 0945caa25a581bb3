//! Who is on which version: the rule first, then the ways of telling, objecting and asking again.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::consents::samples;
use crate::consents::tests::code_of;
use crate::consents::texts::{TextId, TextsError};
use crate::operators::{self, UpdateOperator};
use crate::policy::Role;
use crate::testing::{House, Relation};
use crate::{Fault, messages};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, n).expect("a day")
}

#[test]
fn silence_is_acceptance_only_where_the_profile_says_so_and_only_after_its_days() {
    let told = Some(Told::On(day(1)));
    let on = |n: u32| standing(false, told, false, Some(10), day(n));
    assert_eq!(on(1), Standing::Waiting);
    assert_eq!(on(11), Standing::Waiting, "the last day is whole");
    assert_eq!(on(12), Standing::Accepted);
    assert_eq!(
        standing(false, told, false, None, day(30)),
        Standing::Reconsent
    );
    assert_eq!(
        standing(false, told, true, Some(10), day(30)),
        Standing::Objected
    );
    assert_eq!(standing(true, None, true, None, day(30)), Standing::Current);
    assert_eq!(
        standing(false, None, false, Some(10), day(30)),
        Standing::NotTold
    );
    assert_eq!(
        standing(false, Some(Told::Failed), false, Some(10), day(30)),
        Standing::Unreached
    );
    assert_eq!(
        standing(false, Some(Told::Sending), false, Some(10), day(30)),
        Standing::Telling
    );
}

proptest! {
    /// Whoever wasn't told, or objected, or has no such rule in the profile, never accepts by silence, whatever the day.
    #[test]
    fn nobody_accepts_unasked(newest: bool, objected: bool, kind in 0..4_u8, days in prop::option::of(5..180_u16), told_on in 1..28_u32, later in 0..400_i64) {
        let told = [None, Some(Told::Sending), Some(Told::Failed), Some(Told::On(day(told_on)))][usize::from(kind)];
        let today = day(told_on) + Duration::days(later);
        let found = standing(newest, told, objected, days, today);
        let may = !newest && !objected && kind == 3 && days.is_some_and(|days| later > i64::from(days));
        prop_assert_eq!(found == Standing::Accepted, may);
        prop_assert_eq!(found == Standing::Current, newest);
        prop_assert!(!found.asks_again() || objected || days.is_none());
    }
}

fn silence(house: &House, days: Option<u16>) {
    let admin = house.as_role(Role::Administrator);
    let all = admin.ask(operators::ListOperators {}).expect("operators");
    for mut one in all {
        one.profile.silence_days = days;
        admin
            .act(UpdateOperator {
                id: one.id,
                version: one.version,
                operator: one.profile,
            })
            .expect("kept");
    }
}

fn standings(house: &House, text: TextId) -> Vec<(Standing, u32)> {
    let counted = house
        .as_role(Role::Consultant)
        .ask(CountVersions { text })
        .expect("counted");
    counted
        .standings
        .into_iter()
        .map(|one| (one.standing, one.clients))
        .collect()
}

#[test]
fn a_new_version_is_told_and_accepted_by_silence_in_time() {
    let mut house = House::demo();
    silence(&house, Some(10));
    let (_, newest) = samples::versions(&house, Relation::OwnBranch);
    assert_eq!(standings(&house, newest), [(Standing::NotTold, 1)]);
    let manager = house.as_role(Role::Manager);
    let shown = manager
        .ask(PreviewTelling { text: newest })
        .expect("a preview");
    assert_eq!((shown.clients, shown.notices.len()), (1, 2));
    assert!(
        shown.notices[1].words.contains("24.12.2026"),
        "{}",
        shown.notices[1].words
    );
    let done = manager.act(TellClients { text: newest }).expect("told");
    assert_eq!((done.queued, done.left), (1, 0));
    assert_eq!(standings(&house, newest), [(Standing::Telling, 1)]);
    let again = manager.act(TellClients { text: newest }).expect("told");
    assert_eq!(again.queued, 0, "nobody is told twice");
    let machine = house.as_machine();
    let parcel = machine
        .act(messages::TakeParcel {})
        .expect("taken")
        .expect("a parcel");
    machine
        .act(messages::SettleParcel {
            id: parcel.id,
            attempt: parcel.attempt,
            handed: messages::Handed::Accepted {
                receipt: messages::Receipt::default(),
            },
        })
        .expect("settled");
    assert_eq!(standings(&house, newest), [(Standing::Waiting, 1)]);
    house.clock.advance(Duration::days(11));
    house.log_in_anew();
    assert_eq!(standings(&house, newest), [(Standing::Accepted, 1)]);
    silence(&house, None);
    assert_eq!(
        standings(&house, newest),
        [(Standing::Reconsent, 1)],
        "the rule is reckoned, not stored"
    );
}

#[test]
fn an_objection_is_recorded_once_with_its_day_and_asks_again() {
    let mut house = House::new();
    silence(&house, Some(10));
    let (consent, newest) = samples::versions(&house, Relation::OwnBranch);
    let told = NoteTold {
        consent,
        on: "2026-12-14".to_owned(),
        channel: ObjectionChannel::Branch,
    };
    house.as_role(Role::Agent).act(told).expect("noted");
    let object = |house: &House, received: &str| {
        house.as_role(Role::Agent).act(RecordObjection {
            consent,
            received: received.to_owned(),
            channel: ObjectionChannel::Letter,
        })
    };
    for wrong in ["2026-12-13", "2026-12-15", "вчера"] {
        assert_eq!(
            code_of(object(&house, wrong)),
            TextsError::Day.code(),
            "{wrong}"
        );
    }
    house.clock.advance(Duration::days(20));
    house.log_in_anew();
    let kept = object(&house, "2026-12-26").expect("recorded");
    assert!(kept.late, "the tenth day was the twenty-fourth");
    assert_eq!(code_of(object(&house, "2026-12-26")), "consents.objected");
    let page = house
        .as_role(Role::Manager)
        .ask(ListHolders {
            text: newest,
            only: HolderFilter::Again,
            branch: None,
            page: 0,
        })
        .expect("a list");
    let line = &page.lines[0];
    assert_eq!(
        (line.standing, line.objected.as_deref()),
        (Standing::Objected, Some("2026-12-26"))
    );
    // A new consent to the newest version settles it.
    house
        .clock
        .set(crate::clock::HandClock::parse("2027-01-04T10:00").expect("a moment"));
    house.log_in_anew();
    samples::consent(&house, Relation::OwnBranch, newest);
    assert_eq!(standings(&house, newest), [(Standing::Current, 1)]);
    assert_eq!(code_of(object(&house, "2026-12-26")), "consents.not_held");
}

#[test]
fn a_branch_lists_its_own_people_and_exports_them() {
    let house = House::new();
    let (_, newest) = samples::versions(&house, Relation::OtherBranch);
    let list = |role: Role| {
        let command = ListHolders {
            text: newest,
            only: HolderFilter::All,
            branch: None,
            page: 0,
        };
        house.as_role(role).ask(command).expect("a list").total
    };
    assert_eq!((list(Role::Consultant), list(Role::Manager)), (0, 1));
    let counted = house
        .as_role(Role::Consultant)
        .ask(CountVersions { text: newest })
        .expect("counted");
    assert_eq!(
        (counted.versions[1].clients, counted.branches[0].again),
        (1, 1)
    );
    let stranger = house.as_staff(Relation::OtherOperator, Role::Manager);
    let command = ListHolders {
        text: newest,
        only: HolderFilter::All,
        branch: None,
        page: 0,
    };
    assert!(stranger.ask(command).is_err());
    let file = house
        .as_role(Role::Manager)
        .act(ExportHolders {
            text: newest,
            only: HolderFilter::Again,
            branch: None,
        })
        .expect("a file");
    assert!(file.name.ends_with(".xlsx"), "{}", file.name);
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(file.bytes)
        .expect("base64");
    let sheet = sheets::read(&bytes, &sheets::Limits::default()).expect("a sheet");
    let cells: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.cells().map(|cell| cell.text.to_owned()).collect())
        .collect();
    assert_eq!(cells.len(), 2);
    assert!(cells[1][0].starts_with("Оспанова"), "{cells:?}");
    assert!(cells[1][1].starts_with("+7 701"), "{cells:?}");
}

#[test]
fn a_client_is_counted_once_by_their_newest_consent() {
    let house = House::new();
    let text = samples::text(&house, Relation::OwnBranch);
    samples::consent(&house, Relation::OwnBranch, text.id);
    house.clock.advance(Duration::minutes(5));
    samples::consent(&house, Relation::OwnBranch, text.id);
    assert_eq!(standings(&house, text.id), [(Standing::Current, 1)]);
}
