use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn totals_of_the_published_years() {
    for (year, work_days, confirmed) in [
        (2024, 249, true),
        (2025, 246, true),
        (2026, 247, false),
        (2027, 247, false),
    ] {
        let view = builtin().year(year);
        assert_eq!(
            (view.work_days, view.confirmed),
            (work_days, confirmed),
            "{year}"
        );
    }
}

#[test]
fn the_data_file_and_the_rules_explain_each_other() {
    let moved: Vec<String> = (2024..=2027)
        .flat_map(|year| builtin().year(year).special)
        .filter(|(_, info)| info.reason == Reason::Moved)
        .map(|(date, info)| format!("{date} {:?}", info.day))
        .collect();
    assert_eq!(
        moved,
        [
            "2024-05-04 Work",
            "2024-05-08 Off",
            "2025-01-03 Off",
            "2025-01-05 Work"
        ]
    );
}

#[test]
fn substitutes_name_their_holiday() {
    let of = |date: &str| match builtin().day(day(date)).reason {
        Reason::Substitute { holiday, of } => (holiday, of.to_string()),
        other => panic!("{date}: {other:?}"),
    };
    for (date, holiday, was) in [
        ("2024-03-25", Holiday::Nauryz, "2024-03-23"),
        ("2024-07-08", Holiday::Capital, "2024-07-06"),
        ("2025-03-10", Holiday::WomensDay, "2025-03-08"),
        ("2025-03-24", Holiday::Nauryz, "2025-03-22"),
        ("2025-03-25", Holiday::Nauryz, "2025-03-23"),
        ("2025-09-01", Holiday::Constitution, "2025-08-30"),
        ("2026-03-24", Holiday::Nauryz, "2026-03-21"),
        ("2026-03-25", Holiday::Nauryz, "2026-03-22"),
        ("2026-05-11", Holiday::Victory, "2026-05-09"),
        ("2027-01-04", Holiday::NewYear, "2027-01-02"),
        ("2027-03-24", Holiday::Nauryz, "2027-03-21"),
        ("2027-05-03", Holiday::Unity, "2027-05-01"),
        ("2027-05-10", Holiday::Victory, "2027-05-09"),
    ] {
        assert_eq!(of(date), (holiday, was.to_owned()), "{date}");
    }
}

#[test]
fn days_that_are_told_apart() {
    let c = builtin();
    let holiday = |date: &str| match c.day(day(date)).reason {
        Reason::Holiday { holiday } => Some(holiday),
        _ => None,
    };
    assert_eq!(holiday("2026-12-16"), Some(Holiday::Independence));
    assert_eq!(holiday("2026-05-27"), Some(Holiday::KurbanAit));
    assert_eq!(holiday("2027-03-15"), Some(Holiday::Constitution));
    assert_eq!(holiday("2025-08-30"), Some(Holiday::Constitution));
    assert!(
        c.is_work(day("2026-08-31")),
        "30 August is no holiday any more"
    );
    assert!(
        !c.is_confirmed(2026),
        "31 August 2026 still wants confirming"
    );
    assert!(
        c.is_work(day("2024-01-08")) && !c.is_work(day("2024-01-07")),
        "7 January is never given back"
    );
    assert!(c.is_work(day("2024-06-17")), "nor is Kurban Ait");
    assert!(c.is_work(day("2024-05-04")) && !c.is_work(day("2024-05-08")));
}

#[test]
fn other_years_follow_the_rules_and_say_so() {
    let c = builtin();
    for year in [2019, 2023, 2028, 2040, 2055] {
        let view = c.year(year);
        assert!(
            !view.confirmed
                && view
                    .special
                    .iter()
                    .all(|(_, d)| d.source == Source::Rules && !d.confirmed)
        );
        assert!(
            (240..=252).contains(&view.work_days),
            "{year}: {}",
            view.work_days
        );
    }
    // 2028: 1 and 2 January are Saturday and Sunday.
    assert!(
        !c.is_work(day("2028-01-03"))
            && !c.is_work(day("2028-01-04"))
            && c.is_work(day("2028-01-05"))
    );
}

#[test]
fn an_entry_lies_over_everything_and_names_its_source() {
    let entry = |date: &str, kind| Override {
        date: day(date),
        kind,
        source: "Order 17".into(),
    };
    let c = builtin().with([
        entry("2026-12-17", Day::Off),
        entry("2026-12-19", Day::Work),
        entry("2060-06-01", Day::Off),
    ]);
    assert!(
        !c.is_work(day("2026-12-17"))
            && c.is_work(day("2026-12-19"))
            && !c.is_work(day("2060-06-01"))
    );
    assert_eq!(c.day(day("2026-12-17")).source, Source::Entered);
    assert_eq!(c.entered(day("2026-12-19")).unwrap().source, "Order 17");
    assert!(
        builtin().is_work(day("2026-12-17")),
        "the built-in calendar stays as it was"
    );
    assert_eq!(c.year(2026).work_days, 247);
}

#[test]
fn the_edition_names_the_contents() {
    let entry = |kind| Override {
        date: day("2026-12-17"),
        kind,
        source: "any".into(),
    };
    let base = builtin().edition();
    let off = builtin().with([entry(Day::Off)]).edition();
    assert_ne!(base, off);
    assert_ne!(off, builtin().with([entry(Day::Work)]).edition());
    assert_eq!(
        off,
        builtin()
            .with([entry(Day::Work), entry(Day::Off)])
            .edition(),
        "the later entry wins"
    );
    assert_ne!(base, builtin().confirm([2026]).edition());
    assert_eq!(
        base,
        builtin().confirm([2024]).edition(),
        "it was confirmed already"
    );
}

#[test]
fn confirming_a_year() {
    let c = builtin().confirm([2026, 2031]);
    assert!(c.is_confirmed(2026) && c.is_confirmed(2031) && !c.is_confirmed(2027));
    assert!(c.day(day("2026-08-31")).confirmed && c.day(day("2031-02-03")).confirmed);
}

#[test]
fn counting_between() {
    let c = builtin();
    assert_eq!(c.work_days_between(day("2026-12-14"), day("2026-12-18")), 3);
    assert_eq!(c.work_days_between(day("2026-12-18"), day("2026-12-14")), 0);
    assert_eq!(c.work_days_between(day("2026-12-18"), day("2026-12-20")), 0);
    assert_eq!(c.next_work_day(day("2026-12-31")), day("2027-01-05"));
}
