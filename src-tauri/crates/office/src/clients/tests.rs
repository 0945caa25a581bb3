use std::collections::BTreeMap;

use serde_json::json;

use super::samples::{aigul, person};
use super::*;
use crate::blocks::{BlockGround, BlockScope, SetBlock};
use crate::door::Reply;
use crate::error::Error;
use crate::loyalty::samples::{bar_employees, employed};
use crate::policy::Role;
use crate::testing::{House, Relation};

fn find(house: &House, query: &str) -> Vec<find::FoundPerson> {
    house
        .as_role(Role::Consultant)
        .ask(FindClients {
            query: query.to_owned(),
            page: 0,
        })
        .unwrap()
        .people
}

fn found_names(house: &House, query: &str) -> Vec<String> {
    find(house, query)
        .into_iter()
        .map(|person| person.name.unwrap_or_default())
        .collect()
}

fn named(house: &House, surname: &str, given: &str, patronymic: &str) -> ClientId {
    let values = [
        (Datum::Surname, surname),
        (Datum::Given, given),
        (Datum::Patronymic, patronymic),
    ];
    person(house, Relation::OwnBranch, &values)
}

fn value(card: &Card, datum: Datum) -> Option<&str> {
    card.data
        .iter()
        .find(|shown| shown.datum == datum)?
        .value
        .as_deref()
}

fn fields(error: &Error) -> Vec<(String, String)> {
    match error {
        Error::Invalid(invalid) => invalid
            .codes()
            .map(|(field, code)| (field.to_owned(), code.to_owned()))
            .collect(),
        other => panic!("{other}"),
    }
}

#[test]
fn seven_ways_to_find_a_person() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    for query in [
        "850615499005",
        "850615 499005",
        "850615",
        "4418",
        "87011234418",
        "+7 (701) 123-44-18",
        "7011234418",
        "2966300334365",
        "2966 3003 34365",
        "030446179",
        "нургали айг",
        "Айгүл Нұрғалиева",
        "айгуль нургалиева",
        "Nurgalieva Aigul",
        "НУРГАЛИЕВА",
        "Айгул Серик",
        "серікқызы айгүл",
        "нурғалиева серикк",
        "Hұpғaлиeвa",
        "Нургалиива",
        "Айгл",
    ] {
        let found = find(&house, query);
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found[0].client, client, "{query}");
    }
    for query in [
        "",
        " ",
        "441",
        "9999",
        "Иванов",
        "айгуль иванова",
        "850615499013",
        "🙂",
        "\u{202e}",
        "%",
        "_",
        "';--",
    ] {
        assert!(find(&house, query).is_empty(), "{query}");
    }
    let long = "ә".repeat(10_000);
    assert!(find(&house, &long).is_empty());
}

#[test]
fn identifiers_are_masked_until_the_card_is_opened() {
    let house = House::new();
    aigul(&house, Relation::OwnBranch);
    let found = find(&house, "айгүл").remove(0);
    assert_eq!(found.iin.as_deref(), Some("••••••••9005"));
    assert_eq!(found.phone.as_deref(), Some("+7 ••• ••• 44 18"));
    assert_eq!(found.card.as_deref(), Some("•••••••••4365"));
    assert_eq!(found.birth_year.as_deref(), Some("1985"));
    assert_eq!(found.document, None, "one identifier is enough");
    let wire = serde_json::to_string(&found).unwrap();
    for secret in ["850615", "1234418", "030446179", "296630033"] {
        assert!(!wire.contains(secret), "{secret}");
    }
}

#[test]
fn what_was_typed_is_marked_in_the_name() {
    let house = House::new();
    aigul(&house, Relation::OwnBranch);
    let marks = |query: &str| {
        find(&house, query)
            .remove(0)
            .marks
            .iter()
            .map(|mark| (mark.start, mark.length))
            .collect::<Vec<_>>()
    };
    assert_eq!(marks("нургали айг"), [(0, 7), (11, 3)]);
    assert_eq!(marks("айгуль"), [(11, 5)]);
    assert_eq!(marks("4418"), []);
}

/// Pairs of a stored and a typed spelling that are one name, and pairs that are not.
#[test]
fn spellings_of_one_name_meet_and_others_do_not() {
    let same = [
        ("Қайрат", "Кайрат"),
        ("Қайрат", "Kairat"),
        ("Қайрат", "Kayrat"),
        ("Қайрат", "Qairat"),
        ("Кайрат", "Қайрат"),
        ("Әлия", "Алия"),
        ("Әлия", "Aliya"),
        ("Алия", "Әлия"),
        ("Aliya", "Әлия"),
        ("Шыңғыс", "Чингис"),
        ("Шыңғыс", "Шынгыс"),
        ("Чингис", "Шыңғыс"),
        ("Шыңғыс", "Şyñğys"),
        ("Сағынтаев", "Sagintayev"),
        ("Сағынтаев", "Сагинтаев"),
        ("Хилл", "Hill"),
        ("Khill", "Хилл"),
        ("Әсел", "Асель"),
        ("Асель", "Әсел"),
        ("Күләш", "Куляш"),
        ("Ерғали", "Эргали"),
        ("Жамбыл", "Джамбул"),
        ("Джамбул", "Жамбыл"),
        ("Өтегенов", "Утегенов"),
        ("Үсенова", "Усенова"),
        ("Ұлпан", "Улпан"),
        ("Һасан", "Хасан"),
        ("Гүлнұр", "Гульнур"),
        ("Гүлнұр", "Gulnur"),
        ("Щербаков", "Shcherbakov"),
        ("Юрий", "Yuriy"),
        ("Юлия", "Yuliya"),
        ("Ёлкин", "Елкин"),
        ("Жанболат", "Жанбулат"),
        ("Мұхтар", "Мухтар"),
        ("Мұхтар", "Mukhtar"),
        ("Сәуле", "Сауле"),
        ("Шевченко", "Шeвчeнкo"),
        ("Шевченко", "Шевчнеко"),
        ("Шевченко", "Шевченк"),
        ("Бекмұратова", "Бекмуратов"),
        ("Дәурен", "Даурен"),
        ("Дәурен", "Дауырен"),
        ("Ботагөз", "Ботагоз"),
        ("Қарлығаш", "Карлыгаш"),
        ("Нұрғалиева", "Нургалиева"),
        ("Жақсыбекова", "Джаксыбекова"),
        ("О'Коннор", "Оконнор"),
        ("Салтыков-Щедрин", "щедрин"),
    ];
    let other = [
        ("Қайрат", "Марат"),
        ("Әлия", "Олег"),
        ("Ерлан", "Ермек"),
        ("Нұрлан", "Нұргүл"),
        ("Айгүл", "Айнұр"),
        ("Цой", "Цай"),
        ("Рахимова", "Ибраева"),
        ("Дана", "Жанна"),
        ("Ли", "Лян"),
        ("Асқар", "Азат"),
    ];
    let house = House::new();
    let mut missed = Vec::new();
    for (at, (stored, typed)) in same.iter().enumerate() {
        // Each in a house of its own would be slow: a patronymic that is nobody else's keeps the pairs apart.
        let own = letters(at);
        let client = named(&house, stored, "Ян", &own);
        if !find(&house, &format!("{typed} {own}"))
            .iter()
            .any(|person| person.client == client)
        {
            missed.push((stored, typed));
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
    let mut wrong = Vec::new();
    for (at, (stored, typed)) in other.iter().enumerate() {
        let own = letters(at + 500);
        named(&house, stored, "Ян", &own);
        if !find(&house, &format!("{typed} {own}")).is_empty() {
            wrong.push((stored, typed));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A made-up patronymic that is more than a misprint away from any other.
fn letters(number: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ба", "во", "гу", "де", "зи", "ко", "му", "ро", "са", "ту"];
    let part = |n: usize| SYLLABLES[n % 10];
    format!(
        "{0}{0}{1}{1}{2}{2}",
        part(number),
        part(number / 10),
        part(number / 100 + 3)
    )
}

#[test]
fn the_nearest_spelling_stands_first() {
    let house = House::new();
    for (surname, given) in [
        ("Лиянова", "Қайрат"),
        ("Ли", "Кайрат"),
        ("Лианова", "Қайрат"),
        ("Ли", "Қайрат"),
        ("Ли", "Kairat"),
    ] {
        named(&house, surname, given, "");
    }
    assert_eq!(
        found_names(&house, "Қайрат ли"),
        [
            "Ли Қайрат",
            "Лианова Қайрат",
            "Лиянова Қайрат",
            "Ли Кайрат",
            "Ли Kairat"
        ]
    );
    assert_eq!(
        found_names(&house, "Кайрат").first().map(String::as_str),
        Some("Ли Кайрат")
    );
    assert_eq!(
        found_names(&house, "Лианава"),
        ["Лианова Қайрат", "Лиянова Қайрат"],
        "a misprint, since nothing else was found"
    );
    let all = [
        "Ли Кайрат",
        "Ли Қайрат",
        "Ли Kairat",
        "Лианова Қайрат",
        "Лиянова Қайрат",
    ];
    assert_eq!(
        found_names(&house, "ли"),
        all,
        "whole words first, then by the alphabet"
    );
}

#[test]
fn pages_turn_and_say_when_there_are_more() {
    let house = House::new();
    for number in 0..120 {
        named(&house, "Ахметов", &letters(number), "");
    }
    let page = |page| {
        house
            .as_role(Role::Consultant)
            .ask(FindClients {
                query: "ахметов".to_owned(),
                page,
            })
            .unwrap()
    };
    let (first, second, third) = (page(0), page(1), page(2));
    assert_eq!((first.people.len(), first.more), (50, true));
    assert_eq!((second.people.len(), second.more), (50, true));
    assert_eq!((third.people.len(), third.more), (20, false));
    let mut all: Vec<ClientId> = [first, second, third]
        .iter()
        .flat_map(|page| page.people.iter().map(|p| p.client))
        .collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 120);
}

#[test]
fn nothing_found_carries_what_was_typed() {
    let house = House::new();
    let carried = |query: &str| {
        house
            .as_role(Role::Consultant)
            .ask(FindClients {
                query: query.to_owned(),
                page: 0,
            })
            .unwrap()
            .carried
    };
    assert_eq!(carried("850615 499005")["iin"], "850615499005");
    assert_eq!(carried("8 701 123 45 67")["phone"], "+7 701 123 45 67");
    assert_eq!(carried("нұрғалиева айгүл")["surname"], "Нұрғалиева");
    assert_eq!(carried("нұрғалиева айгүл")["given"], "Айгүл");
}

#[test]
fn a_change_needs_its_ground_and_keeps_the_former_value() {
    let house = House::new();
    let desk = house.as_role(Role::Consultant);
    let client = aigul(&house, Relation::OwnBranch);
    let change = |version, ground, paper: &str, changes: &[(Datum, &str)]| {
        let changes: BTreeMap<Datum, String> = changes
            .iter()
            .map(|(datum, value)| (*datum, (*value).to_owned()))
            .collect();
        desk.act(UpdateClient {
            client,
            version,
            ground,
            paper: paper.to_owned(),
            changes,
        })
    };
    let error = change(1, Ground::Application, " ", &[(Datum::Email, "нет")]).unwrap_err();
    assert_eq!(
        fields(&error),
        [
            ("paper".into(), "clients.no_ground".into()),
            ("email".into(), "clients.email".into())
        ]
    );
    let error = change(
        1,
        Ground::Application,
        "№ 3",
        &[(Datum::Surname, "Омарова")],
    )
    .unwrap_err();
    assert_eq!(
        fields(&error),
        [("ground".into(), "clients.document_needed".into())]
    );
    let error = change(1, Ground::Import, "№ 3", &[(Datum::Email, "a@b.kz")]).unwrap_err();
    assert_eq!(
        fields(&error),
        [("ground".into(), "clients.wrong_ground".into())]
    );
    assert_eq!(
        change(7, Ground::Document, "№ 3", &[]).unwrap_err().code(),
        "clients.conflict"
    );
    assert_eq!(
        change(1, Ground::Document, "№ 3", &[(Datum::Given, "Айгүл")])
            .unwrap_err()
            .code(),
        "clients.nothing_changed"
    );

    let paper = "удостоверение 031234567 от 12.12.2026";
    let card = change(
        1,
        Ground::Document,
        paper,
        &[
            (Datum::Surname, "Омарова"),
            (Datum::FormerSurname, "Нұрғалиева"),
            (Datum::Phone, "8 705 555 66 77"),
        ],
    )
    .unwrap();
    assert_eq!(card.version, 2);
    assert_eq!(card.name.as_deref(), Some("Омарова Айгүл Серікқызы"));
    let history = desk
        .ask(ClientHistory {
            client,
            datum: Some(Datum::Surname),
        })
        .unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(
        (history[0].former.as_deref(), history[0].paper.as_str()),
        (Some("Нұрғалиева"), paper)
    );
    assert_eq!(history[0].at.date, "2026-12-14");
    assert_eq!(found_names(&house, "омарова"), ["Омарова Айгүл Серікқызы"]);
    assert_eq!(
        found_names(&house, "нургалиева айг"),
        ["Омарова Айгүл Серікқызы"],
        "by the former surname"
    );
    assert!(find(&house, "нургалиева")[0].former_matched);
    assert_eq!(find(&house, "6677").len(), 1);
    assert!(
        find(&house, "4418").is_empty(),
        "the former number finds nobody"
    );
}

#[test]
fn an_employee_gets_no_card_where_the_profile_says_so() {
    let house = House::new();
    let register = |kind| {
        let values = [
            (Datum::Surname, "Нұрғалиева".to_owned()),
            (Datum::Given, "Айгүл".to_owned()),
            (Datum::Iin, "850615499005".to_owned()),
        ];
        house.as_role(Role::Consultant).act(RegisterClient {
            kind,
            values: values.into(),
            authority: None,
        })
    };
    employed(&house, Relation::OwnBranch, "850615499005");
    bar_employees(&house, true);
    let error = register(SubjectKind::Client).unwrap_err();
    assert_eq!(fields(&error), [("iin".into(), "clients.employee".into())]);
    let error = register(SubjectKind::Representative).unwrap_err();
    assert_eq!(
        fields(&error),
        [("authority.paper".into(), "clients.no_authority".into())],
        "an employee may act for a client"
    );
    bar_employees(&house, false);
    assert!(register(SubjectKind::Client).is_ok());
}

#[test]
fn a_form_names_all_its_faults_at_once() {
    let house = House::new();
    aigul(&house, Relation::OwnBranch);
    let desk = house.as_role(Role::Consultant);
    let register = |values: &[(Datum, &str)], kind| {
        let values: BTreeMap<Datum, String> = values
            .iter()
            .map(|(datum, value)| (*datum, (*value).to_owned()))
            .collect();
        desk.act(RegisterClient {
            kind,
            values,
            authority: None,
        })
    };
    let error = register(
        &[
            (Datum::Surname, "Цой2"),
            (Datum::Iin, "850615499004"),
            (Datum::Phone, "2974478"),
            (Datum::BirthDate, "31.02.1980"),
        ],
        SubjectKind::Client,
    )
    .unwrap_err();
    let mut codes = fields(&error);
    codes.sort();
    let expected = [
        ("birth_date", "clients.birth_date"),
        ("iin", "clients.iin_check"),
        ("phone", "clients.phone_code"),
        ("surname", "clients.name_letters"),
    ];
    assert_eq!(
        codes,
        expected.map(|(field, code)| (field.to_owned(), code.to_owned()))
    );
    let error = register(&[], SubjectKind::Client).unwrap_err();
    assert_eq!(fields(&error).len(), 2);
    let error = register(
        &[
            (Datum::Surname, "Цой"),
            (Datum::Given, "Ян"),
            (Datum::Iin, "850615499005"),
        ],
        SubjectKind::Client,
    )
    .unwrap_err();
    assert_eq!(fields(&error), [("iin".into(), "clients.iin_known".into())]);
    let error = register(
        &[
            (Datum::Surname, "Цой"),
            (Datum::Given, "Ян"),
            (Datum::BirthDate, "15.12.2008"),
        ],
        SubjectKind::Client,
    )
    .unwrap_err();
    assert_eq!(
        fields(&error),
        [("birth_date".into(), "clients.under_age".into())]
    );
    assert!(
        register(
            &[
                (Datum::Surname, "Цой"),
                (Datum::Given, "Ян"),
                (Datum::BirthDate, "14.12.2008")
            ],
            SubjectKind::Client
        )
        .is_ok()
    );
    let error = register(
        &[(Datum::Surname, "Цой"), (Datum::Given, "Ян")],
        SubjectKind::Representative,
    )
    .unwrap_err();
    assert_eq!(
        fields(&error),
        [("authority.paper".into(), "clients.no_authority".into())]
    );
}

#[test]
fn a_representative_comes_with_the_document() {
    let house = House::new();
    let represented = aigul(&house, Relation::OwnBranch);
    let values = BTreeMap::from([
        (Datum::Surname, "Цой".to_owned()),
        (Datum::Given, "Ян".to_owned()),
    ]);
    let register = |until: &str| {
        let authority = NewAuthority {
            represented,
            paper: "доверенность № 12".to_owned(),
            issued: "2026-12-01".to_owned(),
            until: until.to_owned(),
        };
        let command = RegisterClient {
            kind: SubjectKind::Representative,
            values: values.clone(),
            authority: Some(authority),
        };
        house.as_role(Role::Consultant).act(command)
    };
    assert_eq!(
        fields(&register("2026-12-13").unwrap_err()),
        [("authority.until".into(), "clients.authority_dates".into())]
    );
    let card = register("2026-12-14").unwrap();
    assert_eq!(card.authorities[0].represented, represented);
    assert!(card.authorities[0].holds);
}

#[test]
fn the_iin_only_hints_at_birth_date_and_sex() {
    let house = House::new();
    let values = [
        (Datum::Surname, "Цой"),
        (Datum::Given, "Ян"),
        (Datum::Iin, "850615499005"),
        (Datum::BirthDate, "1986-06-15"),
        (Datum::Sex, "male"),
    ];
    let client = person(&house, Relation::OwnBranch, &values);
    let card = house
        .as_role(Role::Consultant)
        .act(OpenClient { client })
        .unwrap();
    assert_eq!(card.doubts, [Doubt::BirthDate, Doubt::Sex]);
    assert_eq!(value(&card, Datum::BirthDate), Some("1986-06-15"));
    assert_eq!(card.age, Some(40));
}

#[test]
fn another_branch_receives_a_person_before_opening() {
    let house = House::new();
    let client = aigul(&house, Relation::OtherBranch);
    let here = house.as_role(Role::Consultant);
    assert!(!find(&house, "айгүл")[0].open);
    assert_eq!(
        here.act(OpenClient { client }).unwrap_err().code(),
        "door.out_of_reach"
    );
    let receive = |reason: &str| {
        here.act(ReceiveClient {
            client,
            reason: reason.to_owned(),
        })
    };
    assert_eq!(receive(" ").unwrap_err().code(), "clients.no_reason");
    assert_eq!(receive("пришла с обращением").unwrap().client, client);
    assert!(here.act(OpenClient { client }).is_ok());
    assert!(find(&house, "айгүл")[0].open);
    let looks = here.ask(ClientLooks { client }).unwrap();
    assert!(
        looks.iter().any(|look| look.command == "clients.receive"),
        "{looks:?}"
    );
    let stranger = house.as_staff(Relation::OtherOperator, Role::Consultant);
    assert_eq!(
        stranger
            .act(ReceiveClient {
                client,
                reason: "так".to_owned()
            })
            .unwrap_err()
            .code(),
        "door.out_of_reach"
    );
    assert!(
        stranger
            .ask(FindClients {
                query: "айгүл".to_owned(),
                page: 0
            })
            .unwrap()
            .people
            .is_empty()
    );
}

#[test]
fn every_look_is_on_record_and_makes_the_recent_list() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let other = named(&house, "Цой", "Ян", "");
    let desk = house.as_role(Role::Agent);
    desk.act(OpenClient { client: other }).unwrap();
    desk.act(OpenClient { client }).unwrap();
    let recent = desk.ask(RecentClients {}).unwrap();
    assert_eq!(
        recent
            .people
            .iter()
            .map(|person| person.client)
            .collect::<Vec<_>>(),
        [client, other]
    );
    assert_eq!((recent.count, recent.more), (2, false));
    let looks = desk.ask(ClientLooks { client }).unwrap();
    assert_eq!(looks[0].command, "clients.open");
    assert!(looks.iter().all(|look| look.client == Some(client)));
}

#[test]
fn the_same_iin_is_the_same_person_within_an_operator() {
    let house = House::new();
    aigul(&house, Relation::OwnBranch);
    aigul(&house, Relation::OtherOperator);
    assert_eq!(find(&house, "850615499005").len(), 1);
}

#[test]
fn what_the_wire_brings_is_checked() {
    let house = House::new();
    let token = Some(house.token(Relation::OwnBranch, Role::Consultant));
    let code = |command: &str, args| match house.call_json(token, command, args) {
        Reply::Error(refusal) => refusal.code,
        Reply::Ok(value) => panic!("{value}"),
    };
    assert_eq!(
        code(
            "clients.register",
            json!({"kind": "client", "values": {"shoe_size": "42"}})
        ),
        "door.malformed"
    );
    assert_eq!(
        code("clients.open", json!({"client": 4711})),
        "clients.not_found"
    );
}

fn block(house: &House, client: ClientId, scope: BlockScope) {
    let command = SetBlock {
        client,
        scope,
        ground: BlockGround::Compromise,
        ground_text: String::new(),
        method: String::new(),
        review_on: None,
    };
    house.as_role(Role::Consultant).act(command).unwrap();
}

#[test]
fn blocked_data_are_masked_everywhere_and_stay_as_they_are() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let desk = house.as_role(Role::Consultant);
    block(
        &house,
        client,
        BlockScope::Fields {
            fields: vec![Field::Phone],
        },
    );
    let found = find(&house, "айгүл").remove(0);
    assert_eq!((found.phone, found.blocked), (None, vec![Field::Phone]));
    let card = desk.act(OpenClient { client }).unwrap();
    assert_eq!(value(&card, Datum::Phone), None);
    assert!(
        card.data
            .iter()
            .any(|shown| shown.datum == Datum::Phone && shown.blocked)
    );
    assert_eq!(value(&card, Datum::Iin), Some("850615499005"));
    let change = |datum: Datum, value: &str| {
        let changes = BTreeMap::from([(datum, value.to_owned())]);
        desk.act(UpdateClient {
            client,
            version: 1,
            ground: Ground::Application,
            paper: "№ 7".to_owned(),
            changes,
        })
    };
    assert_eq!(
        change(Datum::Phone, "87055556677").unwrap_err().kind(),
        Kind::Blocked
    );
    assert!(
        change(Datum::Email, "a@example.kz").is_ok(),
        "what isn't blocked can be changed"
    );

    block(&house, client, BlockScope::Everything);
    let found = find(&house, "850615499005").remove(0);
    assert_eq!(
        (found.name, found.iin, found.birth_year),
        (None, None, None)
    );
    let card = desk.act(OpenClient { client }).unwrap();
    assert!(
        card.name.is_none()
            && card
                .data
                .iter()
                .all(|shown| shown.value.is_none() && shown.blocked)
    );
    let history = desk
        .ask(ClientHistory {
            client,
            datum: None,
        })
        .unwrap();
    assert!(
        history
            .iter()
            .all(|former| former.blocked && former.former.is_none())
    );
}
