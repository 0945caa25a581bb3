//! What a visit keeps and what it refuses: the refusal on record, more time, the branch's codes, the second window, a
//! representative, the paper with its number, cards of one person.

use super::*;
use crate::clients::{ClientId, Datum};
use crate::door::Caller;
use crate::loyalty::samples::{bar_employees, employed};
use tablets::WindowSeat;
use visits::budget::BRANCH_A_DAY;
use visits::paper::read_number;
use visits::refusal::SaidBy;

fn consultant(house: &House) -> crate::testing::Desk<'_> {
    house.as_role(Role::Consultant)
}

fn compared(seen: &VisitShown) -> SaveVisit {
    let mut form = save(seen, false);
    for (field, value) in PERSON {
        form.person
            .insert(field.name().to_owned(), (*value).to_owned());
    }
    form
}

/// Confirms the code of a filled visit.
fn confirm(house: &House, client: &AtTablet<'_>) {
    client.ask_code().expect("a code");
    let digits = demo_code(house, client.visit).expect("digits");
    assert_eq!(client.check(&digits), CodeCheck::Right);
}

#[test]
fn a_refusal_is_a_sealed_record_and_leaves_no_client() {
    let house = House::demo();
    let (text, client) = scene(&house);
    client.fill();
    client
        .act(TabletRead {
            visit: client.visit,
            seconds: 40,
            to_end: true,
        })
        .expect("read");
    client
        .act(TabletRefuse {
            visit: client.visit,
        })
        .expect("refused");
    let seen = shown(&house, client.visit);
    let record = seen.refusal.expect("a record");
    assert!(record.intact && record.entry.is_some());
    assert_eq!(record.said_by, SaidBy::Client);
    let evidence: Value = serde_json::from_str(&record.evidence).expect("JSON");
    assert_eq!(evidence["number"], json!(seen.line.number));
    assert_eq!(evidence["text"]["sha256"], json!(text.sha256.ru));
    assert_eq!(evidence["text"]["read_to_end"], json!(true));
    let last = evidence["trail"].as_array().and_then(|trail| trail.last());
    assert_eq!(
        last.map(|step| step["kind"].clone()),
        Some(json!("refused"))
    );
    for typed in ["Оспанова", "Мадина", "880309400008", "7015550102", "1988"] {
        assert!(!record.evidence.contains(typed), "{typed} is kept");
    }
    let found = consultant(&house)
        .ask(crate::clients::FindClients {
            query: "880309400008".to_owned(),
            page: 0,
        })
        .expect("an answer");
    assert!(found.people.is_empty(), "no half-saved client");
    let list = consultant(&house)
        .ask(ListRefusals {
            client: None,
            page: 0,
        })
        .expect("a list");
    assert_eq!((list.total, list.lines[0].visit), (1, client.visit));
    let elsewhere = house
        .as_staff(Relation::OtherBranch, Role::Consultant)
        .ask(ListRefusals {
            client: None,
            page: 0,
        })
        .expect("a list");
    assert_eq!(elsewhere.total, 0, "another branch's refusals aren't seen");
    assert_eq!(
        code_of(client.act(TabletRefuse {
            visit: client.visit
        })),
        "consents.visit_gone"
    );
}

#[test]
fn a_refusal_that_was_said_aloud_is_on_record_too() {
    let house = House::demo();
    let (_, client) = scene(&house);
    let ended = consultant(&house)
        .act(EndVisit {
            visit: client.visit,
            why: VisitEnd::Refused,
        })
        .expect("ended");
    let record = ended.refusal.expect("a record");
    assert_eq!(record.said_by, SaidBy::Consultant);
    let evidence: Value = serde_json::from_str(&record.evidence).expect("JSON");
    assert_eq!(
        evidence["text"]["lang"],
        Value::Null,
        "no text was shown yet"
    );
    assert_eq!(shown(&house, client.visit).line.state, VisitState::Refused);
}

#[test]
fn the_consultant_sees_the_last_call_and_gives_more_time() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    let idle = |asks| {
        client
            .act(TabletIdle {
                visit: client.visit,
                asks,
            })
            .expect("heard")
    };
    assert_eq!(shown(&house, client.visit).idle, None);
    idle(true);
    house.clock.advance(chrono::Duration::seconds(10));
    assert_eq!(shown(&house, client.visit).idle, Some(20));
    let before = client.look().visit.expect("a visit").stay;
    let seen = consultant(&house)
        .act(ProlongVisit {
            visit: client.visit,
        })
        .expect("more time");
    assert_eq!(seen.idle, None);
    let after = client.look().visit.expect("a visit");
    assert_eq!(
        after.stay,
        before + 1,
        "the tablet's two minutes begin anew"
    );
    assert!(after.fields.iter().any(|field| field.value == "Оспанова"));
    idle(true);
    client.field(Field::Given, "Мәдина").expect("a field");
    assert_eq!(shown(&house, client.visit).idle, None, "somebody is there");
}

#[test]
fn a_branch_sends_so_many_codes_a_day_and_a_manager_allows_more() {
    let house = House::demo();
    let (_, client) = scene(&house);
    let allow = |role, more| house.as_role(role).act(AllowCodes { branch: None, more });
    let start = allow(Role::Manager, 0).expect("a manager may");
    assert_eq!((start.sent, start.allowed), (0, BRANCH_A_DAY));
    assert!(allow(Role::Consultant, 10).is_err(), "a consultant may not");
    // As many as the branch has went out before.
    let (_, branch) = house.place(Relation::OwnBranch);
    house
        .raw(&format!(
            "INSERT INTO branch_days (branch_id, day, sent) VALUES ({branch}, '2026-12-14', {BRANCH_A_DAY})
             ON CONFLICT DO UPDATE SET sent = excluded.sent"
        ))
        .expect("a row");
    client.fill();
    let stop = client.look().visit.expect("a visit").stop;
    assert_eq!(stop, Some(CodeStop::BranchToday));
    assert_eq!(code_of(client.ask_code()), "consents.code_branch");
    let more = allow(Role::Manager, 1).expect("one more");
    assert_eq!((more.sent, more.allowed), (BRANCH_A_DAY, BRANCH_A_DAY + 1));
    client.ask_code().expect("the one more");
    house.clock.advance(chrono::Duration::seconds(60));
    assert_eq!(code_of(client.ask_code()), "consents.code_branch");
    // A clock that is set back a day finds the same counters.
    house.clock.advance(chrono::Duration::days(-1));
    assert_eq!(code_of(client.ask_code()), "consents.code_branch");
}

#[test]
fn the_second_window_is_a_tablet_that_nobody_else_can_be() {
    let house = House::demo();
    let text = text(&house, Relation::OwnBranch);
    let machine = house.as_machine();
    assert!(machine.ask(WindowSeat {}).expect("an answer").is_none());
    let open = || {
        consultant(&house).act(OpenVisit {
            text: text.id,
            tablet: None,
            window: true,
            representative: None,
            client: None,
        })
    };
    let opened = open().expect("a visit in the window");
    assert!(opened.window && !opened.paper);
    assert_eq!(code_of(open()), "consents.tablet_busy");
    let known = machine
        .ask(WindowSeat {})
        .expect("an answer")
        .expect("a seat");
    let (operator, branch) = house.place(Relation::OwnBranch);
    assert_eq!((known.operator, known.branch), (operator, branch));
    let tablets = consultant(&house)
        .ask(super::tablets::ListTablets {})
        .expect("a list");
    assert!(
        tablets.iter().all(|line| line.id != known.tablet),
        "it isn't chosen as a tablet"
    );
    let client = AtTablet {
        door: &house.door,
        seat: TabletSeat {
            tablet: known.tablet,
            operator,
            branch,
        },
        visit: opened.line.id,
    };
    client.fill();
    confirm(&house, &client);
    let saved = consultant(&house)
        .act(compared(&shown(&house, client.visit)))
        .expect("saved");
    let line = consultant(&house)
        .ask(ConsentsOfClient {
            client: saved.client,
        })
        .expect("a list");
    assert_eq!(line[0].way, Way::Window);
    assert!(
        machine.ask(WindowSeat {}).expect("an answer").is_none(),
        "nothing is left to reach"
    );
    // The seat that a tablet has reaches no command of the staff.
    let refused = house.door.call_as(
        Caller::Tablet(&client.seat, crate::Lang::Ru),
        "consents.visits",
        json!({}),
    );
    assert!(
        matches!(refused, crate::door::Reply::Error(_)),
        "{refused:?}"
    );
}

fn acting() -> VisitRepresentative {
    VisitRepresentative {
        name: "Ахметов Ерлан".to_owned(),
        phone: "+7 702 555 01 03".to_owned(),
        kind: AuthorityKind::Attorney,
        paper: "Доверенность № 117, нотариус Сейтова".to_owned(),
        issued: "2026-03-01".to_owned(),
        until: String::new(),
    }
}

#[test]
fn a_representative_gives_the_clients_consent_and_both_are_named() {
    let house = House::demo();
    let (text, mut client) = scene(&house);
    consultant(&house)
        .act(EndVisit {
            visit: client.visit,
            why: VisitEnd::Mistake,
        })
        .expect("ended");
    let open = |representative| {
        consultant(&house).act(OpenVisit {
            text: text.id,
            tablet: Some(client.seat.tablet),
            window: false,
            representative: Some(representative),
            client: None,
        })
    };
    let undated = VisitRepresentative {
        issued: String::new(),
        ..acting()
    };
    let Err(Error::Invalid(wrong)) = open(undated) else {
        panic!("an undated authority is void")
    };
    let wrong: Vec<_> = wrong.codes().collect();
    assert_eq!(
        wrong,
        [("representative.issued", "consents.authority_undated")]
    );
    let opened = open(acting()).expect("a visit");
    assert_eq!(
        opened.representative.expect("who acts").until,
        "2027-03-01",
        "where none is stated, a year"
    );
    client.visit = opened.line.id;
    client.fill();
    // A child is represented; alone, a child couldn't.
    client
        .field(Field::BirthDate, "2015-06-15")
        .expect("a field");
    let shown_at = client.look().visit.expect("a visit");
    assert!(
        shown_at.fields.iter().all(|field| field.fault.is_none()),
        "{:?}",
        shown_at.fields
    );
    client
        .field(Field::BirthDate, "1988-03-09")
        .expect("a field");
    client.sign().expect("signed");
    let view = client.ask_code().expect("a code").visit.expect("a visit");
    assert_eq!(
        view.code.expect("a code").phone,
        "+7 702 555 01 03",
        "to whoever holds the tablet"
    );
    let digits = demo_code(&house, client.visit).expect("digits");
    assert_eq!(client.check(&digits), CodeCheck::Right);
    let mut form = compared(&shown(&house, client.visit));
    // The code didn't prove the client's own number: it may be corrected.
    form.person
        .insert("phone".to_owned(), "+7 701 555 01 99".to_owned());
    let saved = consultant(&house).act(form).expect("saved");
    let whole = consultant(&house)
        .act(OpenConsent {
            consent: saved.consent,
        })
        .expect("a consent");
    let evidence: Value = serde_json::from_str(&whole.evidence).expect("JSON");
    assert_eq!(evidence["person"]["full_name"], json!("Оспанова Мадина"));
    assert_eq!(evidence["representative"]["name"], json!("Ахметов Ерлан"));
    assert_eq!(evidence["representative"]["until"], json!("2027-03-01"));
    assert_eq!(evidence["phone"]["number"], json!("+77025550103"));
    let card = consultant(&house)
        .act(crate::clients::OpenClient {
            client: saved.client,
        })
        .expect("a card");
    let number = card
        .data
        .iter()
        .find(|shown| shown.datum == Datum::DocumentNumber)
        .and_then(|shown| shown.value.clone());
    assert_eq!(
        number, None,
        "the document that was shown isn't the client's"
    );
    assert!(
        shown(&house, client.visit).representative.is_none(),
        "the evidence alone keeps it"
    );
}

#[test]
fn a_paper_form_is_found_by_its_number_and_its_scan_is_sealed() {
    let house = House::demo();
    let text = text(&house, Relation::OwnBranch);
    let opened = visit(&house, Relation::OwnBranch, text.id, None);
    let form = consultant(&house)
        .ask(ReadPaperForm {
            visit: opened.line.id,
            lang: Some(TextLang::Kk),
        })
        .expect("a form");
    assert_eq!(
        (form.number.as_str(), form.sha256.as_str()),
        (opened.line.number.as_str(), text.sha256.kk.as_str())
    );
    let printed = consultant(&house)
        .act(PrintForm {
            visit: opened.line.id,
            lang: Some(TextLang::Ru),
        })
        .expect("a paper");
    assert_eq!(printed.name, format!("{}.pdf", form.number));
    let find = |relation, typed: &str| {
        house
            .as_staff(relation, Role::Consultant)
            .ask(FindByNumber {
                number: typed.to_owned(),
            })
            .expect("an answer")
    };
    let typed = form.number.to_lowercase().replace('-', " ");
    let found = find(Relation::OwnBranch, &typed).expect("the visit");
    assert_eq!(
        (found.visit, found.paper, found.consent),
        (opened.line.id, true, None)
    );
    assert!(find(Relation::OtherBranch, &typed).is_none());
    assert!(find(Relation::OwnBranch, "26-2222-2222").is_none());
    assert_eq!(read_number("ЖСН"), None);

    let attach = |path: &str| {
        consultant(&house).act(AttachPaper {
            visit: opened.line.id,
            path: path.to_owned(),
        })
    };
    let wrong = house.door.file().with_file_name("scan.exe");
    std::fs::write(&wrong, b"MZ").expect("a file");
    assert_eq!(
        code_of(attach(&wrong.display().to_string())),
        "consents.paper_file"
    );
    assert_eq!(code_of(attach("/nowhere/scan.pdf")), "consents.paper_file");
    let scan = attach(&samples::scan(&house)).expect("attached");
    let seen = shown(&house, opened.line.id);
    let saved = consultant(&house).act(save(&seen, true)).expect("saved");
    let whole = consultant(&house)
        .act(OpenConsent {
            consent: saved.consent,
        })
        .expect("a consent");
    let evidence: Value = serde_json::from_str(&whole.evidence).expect("JSON");
    assert_eq!(evidence["paper"]["sha256"], json!(scan.sha256));
    assert_eq!(
        code_of(attach(&samples::scan(&house))),
        "consents.not_now",
        "what was signed stays"
    );
    let found = find(Relation::OwnBranch, &form.number).expect("the visit");
    assert_eq!(found.consent, Some(saved.consent));
}

/// A person who is known already, and the answer to the same visit's save.
fn twin(house: &House, values: &[(Datum, &str)]) -> (SaveVisit, ClientId, Vec<Twin>) {
    let known = crate::clients::samples::person(house, Relation::OwnBranch, values);
    let (_, client) = scene(house);
    client.fill();
    confirm(house, &client);
    let form = compared(&shown(house, client.visit));
    let twins = consultant(house)
        .ask(FindTwins {
            visit: client.visit,
            person: form.person.clone(),
            document: form.document.number.clone(),
        })
        .expect("an answer");
    (form, known, twins)
}

#[test]
fn a_possible_duplicate_is_settled_by_the_consultant_and_never_shown_on_the_tablet() {
    use visits::checks::Twin as Found;
    let cases: [(&[(Datum, &str)], &str); 3] = [
        (
            &[
                (Datum::Surname, "Аспанова"),
                (Datum::Given, "Мадина"),
                (Datum::Phone, "+77015550102"),
            ],
            "phone",
        ),
        (
            &[
                (Datum::Surname, "Оспанова"),
                (Datum::Given, "Мәдина"),
                (Datum::BirthDate, "1988-03-09"),
            ],
            "birth",
        ),
        (
            &[
                (Datum::Surname, "Ким"),
                (Datum::Given, "Ольга"),
                (Datum::DocumentKind, "id_card"),
                (Datum::DocumentNumber, "045123678"),
                (Datum::DocumentIssuer, "МВД РК"),
                (Datum::DocumentIssued, "2021-03-04"),
            ],
            "document",
        ),
    ];
    for (values, why) in cases {
        let house = House::demo();
        let (form, known, twins) = twin(&house, values);
        let found: Vec<_> = twins
            .iter()
            .map(|Found { person, why }| {
                (
                    person.client,
                    why.iter().map(|why| why.name()).collect::<Vec<_>>(),
                )
            })
            .collect();
        assert_eq!(found, [(known, vec![why])]);
        assert_eq!(
            code_of(consultant(&house).act(form.clone())),
            "consents.twins",
            "{why}: undecided"
        );
        let same = SaveVisit {
            client: Some(known),
            ..form.clone()
        };
        let apart = SaveVisit {
            apart: vec![known],
            ..form
        };
        if why == "birth" {
            let saved = consultant(&house).act(apart).expect("somebody else");
            assert_ne!(saved.client, known);
            let whole = consultant(&house)
                .act(OpenConsent {
                    consent: saved.consent,
                })
                .expect("a consent");
            assert!(whole.trail.iter().any(|event| event.kind == "apart"));
        } else {
            let saved = consultant(&house).act(same).expect("the same person");
            assert_eq!(saved.client, known);
        }
    }
}

#[test]
fn a_person_who_was_destroyed_here_begins_anew() {
    let house = House::demo();
    let (_, client) = scene(&house);
    let (operator, _) = house.place(Relation::OwnBranch);
    client.fill();
    let iin = kz::Iin::parse("880309400008").expect("an IIN");
    let mark = crate::clients::twins::mark(&house.derived(crate::door::KeyUse::Tombstones), &iin);
    house
        .raw(&format!(
            "INSERT INTO tombstones (operator_id, hash, destroyed_on) VALUES ({operator}, X'{}', '2026-03-02')",
            hex(&mark)
        ))
        .expect("a row");
    confirm(&house, &client);
    let typed = shown(&house, client.visit).typed.expect("typed");
    assert_eq!(typed.destroyed_on.as_deref(), Some("2026-03-02"));
}

#[test]
fn an_employee_is_taken_as_a_client_only_where_the_profile_allows_it() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    confirm(&house, &client);
    let typed = || shown(&house, client.visit).typed.expect("typed");
    bar_employees(&house, true);
    assert!(!typed().employee, "nobody is on the list");
    employed(&house, Relation::OwnBranch, "880309400008");
    assert!(typed().employee);
    let form = compared(&shown(&house, client.visit));
    let refused = consultant(&house).act(form.clone()).expect_err("barred");
    assert_eq!(refused.code(), "consents.employee");
    assert_eq!(
        house.peek("SELECT CAST (count (*) AS TEXT) FROM clients"),
        "0"
    );
    bar_employees(&house, false);
    assert!(!typed().employee);
    consultant(&house).act(form).expect("saved");
}

#[test]
fn people_who_only_share_a_phone_or_a_birthday_are_no_duplicates() {
    let house = House::demo();
    let (form, _, twins) = twin(
        &house,
        &[
            (Datum::Surname, "Ким"),
            (Datum::Given, "Ольга"),
            (Datum::Phone, "+77015550102"),
            (Datum::BirthDate, "1988-03-09"),
        ],
    );
    assert!(twins.is_empty(), "a mother's phone, a namesake's birthday");
    consultant(&house).act(form).expect("saved");
}
