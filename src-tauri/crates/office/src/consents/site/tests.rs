//! What a site's list becomes, and what it doesn't.

use super::samples::open;
use super::*;
use crate::consents::TextId;
use crate::consents::samples::text;
use crate::consents::{ListConsents, OpenConsent, Way};
use crate::loyalty::samples::{bar_employees, employed};
use crate::policy::Role;
use crate::testing::{House, Relation};

const AIGUL: &str = "850615499005";
const HEAD: &str =
    "ФИО;ИИН;Телефон;Дата и время;IP;Браузер;Версия;Обслуживание по карте;Скидки по SMS";

/// A house with a text, and a list under the headings that a site would have.
fn scene(rows: &str) -> (House, SitePreview, TextId) {
    let house = House::new();
    let text = text(&house, Relation::OwnBranch);
    let names: Vec<&str> = text
        .purposes
        .iter()
        .map(|purpose| purpose.form.name.ru.as_str())
        .collect();
    let head: Vec<&str> = HEAD.split(';').take(7).chain(names).collect();
    let list = format!("{}\n{rows}", head.join(";"));
    let preview = house
        .as_role(Role::Manager)
        .act(open(&list, text.id))
        .expect("a list");
    (house, preview, text.id)
}

/// Ticks of every purpose: as many as the text has.
fn row(start: &str, ticks: &[&str]) -> String {
    format!("{start};{}\n", ticks.join(";"))
}

fn step(house: &House, list: i64) -> SiteProgress {
    house
        .as_role(Role::Manager)
        .act(StepSite { list })
        .expect("a step")
}

fn flaws(preview: &SitePreview) -> Vec<Vec<SiteFlaw>> {
    preview.shown.iter().map(|row| row.flaws.clone()).collect()
}

#[test]
fn a_list_becomes_consents_whose_evidence_says_what_it_lacks() {
    let rows = row(
        &format!(
            "Нұрғалиева Айгүл Серікқызы;{AIGUL};8 701 123 44 18;14.12.2026 08:30:05;91.185.20.7;Firefox/146;v1"
        ),
        &["да", "нет"],
    );
    let (house, preview, _) = scene(&rows);
    assert!(preview.enough, "{:?}", preview.columns);
    assert_eq!(flaws(&preview), vec![vec![]]);
    let progress = step(&house, preview.list);
    assert!(progress.finished);
    assert_eq!((progress.tally.landed, progress.tally.newcomers), (1, 1));
    let manager = house.as_role(Role::Manager);
    let line = manager
        .ask(list_all())
        .expect("the register")
        .lines
        .remove(0);
    assert_eq!(line.way, Way::Site);
    assert_eq!(
        (line.given.date.as_str(), line.given.time.as_str()),
        ("2026-12-14", "08:30")
    );
    let consent = line.id;
    let shown = manager.act(OpenConsent { consent }).expect("shown");
    assert!(shown.intact && shown.seal.is_some());
    let evidence: serde_json::Value = serde_json::from_str(&shown.evidence).expect("JSON");
    assert_eq!(evidence["site"]["ip"], "91.185.20.7");
    assert_eq!(evidence["site"]["ticked"], "2026-12-14T03:30:05.000Z");
    assert_eq!(evidence["phone"]["proved_by_code"], false);
    assert_eq!(
        evidence["gaps"],
        serde_json::json!(["no_signature", "no_code", "no_document", "lang_not_listed"])
    );
    assert_eq!(evidence["purposes"][0]["answer"], "yes");
    assert_eq!(evidence["purposes"][1]["answer"], "no");
}

fn list_all() -> ListConsents {
    serde_json::from_value(serde_json::json!({})).expect("arguments")
}

#[test]
fn a_list_brought_in_twice_adds_nothing() {
    let rows = row(
        &format!("Нұрғалиева Айгүл;{AIGUL};;2026-12-14T08:30:05+05:00;;;1"),
        &["1", "1"],
    );
    let (house, preview, text) = scene(&rows);
    assert_eq!(step(&house, preview.list).tally.landed, 1);
    // The same list under another name, its moment written otherwise.
    let again = rows.replace("2026-12-14T08:30:05+05:00", "2026-12-14 08:30:05");
    let names: Vec<String> = preview
        .columns
        .iter()
        .map(|column| column.heading.clone())
        .collect();
    let list = format!("{}\n{again}", names.join(";"));
    let preview = house
        .as_role(Role::Manager)
        .act(open(&list, text))
        .expect("a list");
    let tally = step(&house, preview.list).tally;
    assert_eq!((tally.landed, tally.known), (0, 1));
}

#[test]
fn each_wrong_row_comes_back_with_its_reasons() {
    let good = format!("Нұрғалиева Айгүл;{AIGUL};;14.12.2026 08:30;;;1");
    for (rows, flaw) in [
        (
            row(&good.replace(AIGUL, "850615499006"), &["да", ""]),
            SiteFlaw::Iin,
        ),
        (row(&good.replace(AIGUL, ""), &["да", ""]), SiteFlaw::Iin),
        (
            row(&good.replace("Айгүл", ""), &["да", ""]),
            SiteFlaw::NoName,
        ),
        (
            row(&good.replace("Айгүл", "Айгүл 2"), &["да", ""]),
            SiteFlaw::Name,
        ),
        (
            row(&good.replace("08:30", "утром"), &["да", ""]),
            SiteFlaw::At,
        ),
        (
            row(&good.replace("08:30", "09:30"), &["да", ""]),
            SiteFlaw::WrongTime,
        ),
        (
            row(&good.replace("14.12", "13.12"), &["да", ""]),
            SiteFlaw::WrongTime,
        ),
        (
            row(&good.replace(";;;1", ";999.1.1.1;;1"), &["да", ""]),
            SiteFlaw::Ip,
        ),
        (
            row(&good.replace(";;;1", ";;;2"), &["да", ""]),
            SiteFlaw::Version,
        ),
        (row(&good, &["возможно", ""]), SiteFlaw::Tick),
        (row(&good, &["нет", ""]), SiteFlaw::NothingGiven),
        (row(&good, &["=1+1", "да"]), SiteFlaw::Formula),
    ] {
        let (house, preview, _) = scene(&rows);
        assert!(
            flaws(&preview)[0].contains(&flaw),
            "{rows}: {:?}",
            flaws(&preview)
        );
        let progress = step(&house, preview.list);
        assert_eq!(
            (progress.tally.landed, progress.tally.bad),
            (0, 1),
            "{rows}"
        );
        let list = preview.list;
        let back = house
            .as_role(Role::Manager)
            .act(SiteBadRows { list })
            .expect("a spreadsheet");
        assert!(back.name.ends_with(".xlsx") && back.bytes.len() > 1_000);
    }
}

#[test]
fn a_person_who_is_known_keeps_their_card_and_a_block_keeps_them_out() {
    let rows = row(
        &format!("Нурғалиева Айгуль;{AIGUL};8 777 000 00 00;14.12.2026 08:30;;;1"),
        &["да", "да"],
    );
    let (house, preview, _) = scene(&rows);
    crate::clients::samples::aigul(&house, Relation::OwnBranch);
    let tally = step(&house, preview.list).tally;
    assert_eq!((tally.landed, tally.newcomers), (1, 0));
    assert_eq!(
        house.peek("SELECT '' || count(*) FROM client_phones"),
        "1",
        "the number that the list names isn't written into the card"
    );

    let (house, preview, _) = scene(&rows);
    let blocked = crate::clients::samples::aigul(&house, Relation::OwnBranch);
    crate::blocks::samples::blocked(
        &house,
        Relation::OwnBranch,
        blocked,
        crate::blocks::BlockScope::Everything,
    );
    let tally = step(&house, preview.list).tally;
    assert_eq!(tally.flaws.get(&SiteFlaw::Blocked), Some(&1));
    assert_eq!(tally.landed, 0);
}

#[test]
fn a_column_is_given_another_meaning_and_one_meaning_has_one_column() {
    let (house, preview, _) = scene(&row(
        &format!("Нұрғалиева Айгүл;{AIGUL};;14.12.2026 08:30;;;1"),
        &["да", ""],
    ));
    let place = preview
        .columns
        .iter()
        .find(|column| {
            matches!(
                column.meaning,
                Some(SiteColumn::Fact {
                    meaning: SiteMeaning::At
                })
            )
        })
        .expect("a moment")
        .column;
    let map = |column, meaning| {
        let list = preview.list;
        let command = MapSite {
            list,
            column,
            meaning,
        };
        house.as_role(Role::Manager).ask(command)
    };
    let without = map(place, None).expect("a preview");
    assert!(!without.enough);
    let at = SiteColumn::Fact {
        meaning: SiteMeaning::At,
    };
    let moved = map(0, Some(at)).expect("a preview");
    assert_eq!(moved.columns[0].meaning, Some(at));
    let back = map(place, Some(at)).expect("a preview");
    assert_eq!(back.columns[0].meaning, None, "one meaning, one column");
    let foreign = SiteColumn::Tick {
        purpose: PurposeId(99_999),
    };
    assert!(map(0, Some(foreign)).is_err());
    assert!(map(999, None).is_err());
}

#[test]
fn an_employees_row_does_not_land_where_the_profile_says_so() {
    let (house, preview, _) = scene(&row(
        &format!("Нұрғалиева Айгүл;{AIGUL};;14.12.2026 08:30;;;1"),
        &["да", "да"],
    ));
    assert_eq!(flaws(&preview), vec![vec![]]);
    employed(&house, Relation::OwnBranch, AIGUL);
    bar_employees(&house, true);
    let tally = step(&house, preview.list).tally;
    assert_eq!((tally.landed, tally.bad), (0, 1));
}

#[test]
fn the_adults_rule_counts_at_the_moment_of_the_ticks() {
    // Born on 20.12.2008: seventeen on the day of the ticks.
    let young = (0..10_000)
        .map(|serial| format!("08122050{serial:04}"))
        .find(|digits| kz::Iin::parse(digits).is_ok())
        .expect("a number");
    let (_, preview, _) = scene(&row(
        &format!("Жас Адам;{young};;14.12.2026 08:30;;;1"),
        &["да", ""],
    ));
    assert_eq!(flaws(&preview), vec![vec![SiteFlaw::UnderAge]]);
}
