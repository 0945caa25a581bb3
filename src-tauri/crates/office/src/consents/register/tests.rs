//! The register: filters, ends that are seen ahead, and the workbook that leaves blocked people out.

use serde_json::json;

use super::*;
use crate::consents::samples::{consent, form};
use crate::consents::texts::{ConsentText, PublishText};
use crate::consents::{ConsentState, expiry};
use crate::policy::Role;
use crate::testing::{House, Relation};

/// A text whose advertising holds until a date.
fn until(house: &House, day: &str) -> ConsentText {
    let mut text = form(Relation::OwnBranch);
    text["code"] = json!("until");
    text["purposes"][1]["term"] = json!("until");
    text["purposes"][1]["term_until"] = json!(day);
    let (operator, _) = house.place(Relation::OwnBranch);
    house
        .as_role(Role::Administrator)
        .act(PublishText {
            operator: Some(operator),
            text: serde_json::from_value(text).expect("a form"),
        })
        .expect("a text")
}

fn list(house: &House, filter: ConsentFilter) -> crate::consents::ConsentPage {
    let command = ListConsents { page: 0, filter };
    house.as_role(Role::Manager).ask(command).expect("a page")
}

fn total(house: &House, filter: ConsentFilter) -> u32 {
    let page = list(house, filter);
    assert_eq!(page.total as usize, page.lines.len());
    page.total
}

#[test]
fn an_end_is_seen_ahead_and_comes_by_itself() {
    let mut house = House::new();
    let text = until(&house, "2027-01-20");
    consent(&house, Relation::OwnBranch, text.id);
    let expiring = |house: &House| {
        let command = ConsentsExpiring {};
        house.as_role(Role::Manager).ask(command).expect("a count")
    };
    let of = |state| ConsentFilter {
        state: Some(state),
        ..ConsentFilter::default()
    };
    assert_eq!((expiring(&house).consents, expiring(&house).days), (0, 30));
    let wider = ConsentFilter {
        expiring: Some(37),
        ..ConsentFilter::default()
    };
    assert_eq!(total(&house, wider), 1, "thirty-seven days");

    move_to(&mut house, "2026-12-21T09:00");
    assert_eq!(expiring(&house).consents, 1, "thirty days");
    let line = list(&house, ConsentFilter::default()).lines.remove(0);
    assert!(!line.items[0].expiring && line.items[1].expiring);
    assert_eq!(line.items[1].ends.as_deref(), Some("2027-01-20"));
    assert_eq!(total(&house, of(ConsentState::Expired)), 0);

    move_to(&mut house, "2027-01-21T00:01");
    assert_eq!(expiring(&house).consents, 0);
    assert_eq!(total(&house, of(ConsentState::Expired)), 1);
    assert_eq!(
        total(&house, of(ConsentState::Given)),
        1,
        "the other purpose"
    );
    let line = list(&house, ConsentFilter::default()).lines.remove(0);
    assert_eq!(line.items[1].state, ConsentState::Expired);
}

/// Moves the clock; sessions go meanwhile, so everyone comes in anew.
fn move_to(house: &mut House, at: &str) {
    house
        .clock
        .set(crate::clock::HandClock::parse(at).expect("a moment"));
    house.log_in_anew();
}

#[test]
fn filters_mean_what_they_say() {
    let house = House::new();
    let first = crate::consents::samples::text(&house, Relation::OwnBranch);
    let second = until(&house, "2027-06-01");
    consent(&house, Relation::OwnBranch, first.id);
    consent(&house, Relation::OtherBranch, first.id);
    consent(&house, Relation::OwnBranch, second.id);
    let any = ConsentFilter::default;
    assert_eq!(total(&house, any()), 3);
    let code = |code: &str| ConsentFilter {
        text: Some(code.to_owned()),
        ..any()
    };
    assert_eq!(total(&house, code("loyalty")), 2);
    assert_eq!(total(&house, code("until")), 1);
    assert_eq!(total(&house, code("other")), 0);
    let version = |version| ConsentFilter {
        version: Some(version),
        ..code("loyalty")
    };
    assert_eq!(
        (total(&house, version(1)), total(&house, version(2))),
        (2, 0)
    );
    let branch = ConsentFilter {
        branch: Some(house.place(Relation::OtherBranch).1),
        ..any()
    };
    assert_eq!(total(&house, branch), 1);
    let purpose = ConsentFilter {
        purpose: Some(first.purposes[1].id),
        state: Some(ConsentState::Given),
        ..any()
    };
    assert_eq!(
        total(&house, purpose),
        3,
        "the same purpose of another text counts"
    );
    let number = |typed: &str| ConsentFilter {
        number: typed.to_owned(),
        ..any()
    };
    let one = list(&house, any()).lines[0].number.clone();
    assert_eq!(total(&house, number(&one.to_lowercase())), 1);
    assert_eq!(total(&house, number("%")), 3, "no pattern");
}

#[test]
fn a_consultant_sees_the_branch_alone() {
    let house = House::new();
    let text = crate::consents::samples::text(&house, Relation::OwnBranch);
    consent(&house, Relation::OwnBranch, text.id);
    consent(&house, Relation::OtherBranch, text.id);
    let filter = ConsentFilter {
        branch: Some(house.place(Relation::OtherBranch).1),
        ..ConsentFilter::default()
    };
    let command = ListConsents { page: 0, filter };
    let page = house
        .as_role(Role::Consultant)
        .ask(command)
        .expect("a page");
    assert_eq!(page.total, 0);
}

#[test]
fn facets_name_each_text_and_purpose_once() {
    let house = House::new();
    let text = crate::consents::samples::text(&house, Relation::OwnBranch);
    crate::consents::samples::text(&house, Relation::OwnBranch);
    let facets = house
        .as_role(Role::Manager)
        .ask(RegisterFacetsOf {})
        .expect("facets");
    assert_eq!(facets.len(), 1);
    assert_eq!(facets[0].versions, [2, 1]);
    assert_eq!(facets[0].purposes.len(), text.purposes.len());
}

#[test]
fn the_workbook_leaves_blocked_people_out_and_says_so() {
    let house = House::new();
    let text = crate::consents::samples::text(&house, Relation::OwnBranch);
    consent(&house, Relation::OwnBranch, text.id);
    let other = consent(&house, Relation::OtherBranch, text.id);
    crate::consents::proof::tests::block(&house, other.client.0);
    let command = ExportConsents::default();
    let file = house
        .as_role(Role::Manager)
        .act(command)
        .expect("a workbook");
    assert_eq!((file.consents, file.left_out, file.cut), (1, 1, false));
    assert!(file.file.name.ends_with(".xlsx"));
    let entry = house.peek(
        "SELECT note || ' ' || fields || ' ' || length(seal) FROM journal WHERE command = 'consents.export'",
    );
    assert_eq!(entry, "xlsx consents 64");
}

#[test]
fn the_rule_in_sql_is_the_rule() {
    use crate::consents::texts::ConsentTerm;
    let house = House::new();
    let operator = house.place(Relation::OwnBranch).0;
    let open = "2028-02-29";
    for (id, until) in [(1, Some("2027-05-31")), (2, Some(open)), (3, None)] {
        let quoted = until.map_or("NULL".to_owned(), |day| format!("'{day}'"));
        house
            .raw(&format!("INSERT INTO programmes (id, operator_id, name_kk, name_ru, since, until) VALUES ({id}, {operator}, 'a', 'a', '2026-01-01', {quoted})"))
            .expect("a programme");
        house
            .raw(&format!(
                "INSERT INTO programme_operators VALUES ({id}, {operator})"
            ))
            .expect("its operator");
        // The last of those that have an end; none while one has no end.
        let ends = until.and_then(|day| day.parse().ok());
        for term in ConsentTerm::ALL {
            let until = (*term == ConsentTerm::Until).then_some("2027-03-01");
            let by_rule = expiry::last_day(*term, until.and_then(|day| day.parse().ok()), ends);
            let quoted = until.map_or("NULL".to_owned(), |day| format!("'{day}'"));
            let sql = format!(
                "SELECT coalesce({}, '') FROM (SELECT '{term}' AS term, {quoted} AS term_until) purposes, (SELECT {operator} AS operator_id) consents",
                store::last_day()
            );
            let by_sql = house.peek(&sql);
            assert_eq!(
                by_sql,
                by_rule.map_or_else(String::new, |day| day.to_string()),
                "{term} {id}"
            );
        }
    }
}
