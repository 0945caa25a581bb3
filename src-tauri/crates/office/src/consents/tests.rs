//! Tests of consents: the whole visit, its code, its evidence.

mod code_model;
mod session_model;
mod visit_rules;

use serde_json::{Value, json};

use super::samples::{self, caller, consent, save, seat, tablet, text, visit};
use super::texts::{ConsentText, PublishText};
use super::visits::tablet::*;
use super::visits::*;
use super::*;
use crate::clients::Field;
use crate::door::{Door, TabletSeat};
use crate::error::Error;
use crate::messages::{GatewayForm, Handed, LookOut, SetGateway, SettleParcel, TakeParcel};
use crate::policy::Role;
use crate::testing::{House, Relation};
use visits::code::{CodeCheck, CodeStop};

/// A client at a tablet.
pub(super) struct AtTablet<'a> {
    pub door: &'a Door,
    pub seat: TabletSeat,
    pub visit: VisitId,
}

impl AtTablet<'_> {
    pub fn act<C: crate::Act>(&self, command: C) -> Result<C::Output> {
        self.door.act(caller(&self.seat), command)
    }
    pub fn look(&self) -> TabletView {
        self.door
            .ask(caller(&self.seat), TabletLook {})
            .expect("a view")
    }
    pub fn field(&self, field: Field, value: &str) -> Result<TabletView> {
        self.act(TabletField {
            visit: self.visit,
            field,
            value: value.to_owned(),
        })
    }
    pub fn answer_all(&self, yes: bool) {
        let shown = self.look().visit.expect("a visit");
        for purpose in shown.text.purposes {
            self.act(TabletAnswer {
                visit: self.visit,
                purpose: purpose.id,
                yes,
            })
            .expect("an answer");
        }
    }
    pub fn sign(&self) -> Result<TabletView> {
        let stroke = (0..20)
            .map(|n| SignPoint(n as f32 / 40.0, 0.5, n * 16, 0.5))
            .collect();
        self.act(TabletSign {
            visit: self.visit,
            strokes: vec![stroke],
        })
    }
    pub fn fill(&self) {
        self.act(TabletLanguage {
            visit: self.visit,
            lang: TextLang::Ru,
        })
        .expect("a language");
        for (field, value) in PERSON {
            self.field(*field, value).expect("a field");
        }
        self.answer_all(true);
        self.sign().expect("a signature");
    }
    pub fn ask_code(&self) -> Result<TabletView> {
        self.act(TabletAskCode { visit: self.visit })
    }
    pub fn check(&self, code: &str) -> CodeCheck {
        self.act(TabletCheckCode {
            visit: self.visit,
            code: code.to_owned(),
        })
        .expect("an answer")
        .check
    }
}

pub(super) const PERSON: &[(Field, &str)] = &[
    (Field::Surname, "Оспанова"),
    (Field::Given, "Мадина"),
    (Field::Iin, "880309400008"),
    (Field::BirthDate, "1988-03-09"),
    (Field::Phone, "8 701 555 01 02"),
];

/// A demonstration house with a text, a tablet and a visit on it.
pub(super) fn scene(house: &House) -> (ConsentText, AtTablet<'_>) {
    let text = text(house, Relation::OwnBranch);
    let (tablet, _) = tablet(house, Relation::OwnBranch, "Планшет 1");
    let opened = visit(house, Relation::OwnBranch, text.id, Some(tablet));
    let seat = seat(house, Relation::OwnBranch, tablet);
    (
        text,
        AtTablet {
            door: &house.door,
            seat,
            visit: opened.line.id,
        },
    )
}

pub(super) fn demo_code(house: &House, visit: VisitId) -> Option<String> {
    house
        .as_role(Role::Consultant)
        .ask(DemoCode { visit })
        .expect("a demonstration vault")
}

fn shown(house: &House, visit: VisitId) -> VisitShown {
    house
        .as_role(Role::Consultant)
        .ask(ShowVisit { visit })
        .expect("a visit")
}

/// The courier's round: everything due is accepted.
pub(super) fn deliver(house: &House) -> Vec<String> {
    let machine = house.as_machine();
    let mut sent = Vec::new();
    while machine.ask(LookOut {}).expect("an answer").due {
        if let Some(parcel) = machine.act(TakeParcel {}).expect("an answer") {
            sent.push(parcel.text.clone());
            let handed = Handed::Accepted {
                receipt: crate::messages::Receipt {
                    id: Some("g-1".to_owned()),
                    ..Default::default()
                },
            };
            machine
                .act(SettleParcel {
                    id: parcel.id,
                    attempt: parcel.attempt,
                    handed,
                })
                .expect("settled");
        }
    }
    sent
}

/// Fills the visit on a tablet and asks for a code, for the tests of the queue.
pub(crate) fn ask_a_code(house: &House, seat: TabletSeat) {
    let mut client = AtTablet {
        door: &house.door,
        seat,
        visit: VisitId(0),
    };
    client.visit = client.look().visit.expect("a visit").id;
    client.fill();
    client.ask_code().expect("a code");
}

pub(crate) fn code_of(error: Result<impl std::fmt::Debug>) -> &'static str {
    error.expect_err("a refusal").code()
}

#[test]
fn a_visit_goes_from_the_first_screen_to_a_sealed_consent() {
    let house = House::demo();
    let (text, client) = scene(&house);
    let first = client.look().visit.expect("a visit");
    assert_eq!(
        (first.step, first.state),
        (VisitStep::Language, VisitState::Opened)
    );
    client.fill();
    assert_eq!(shown(&house, client.visit).line.state, VisitState::Filled);
    let view = client.ask_code().expect("a code").visit.expect("a visit");
    let code = view.code.expect("a code on its way");
    assert_eq!(
        (code.n, code.left, code.phone.as_str()),
        (1, 5, "+7 701 555 01 02")
    );
    let digits = demo_code(&house, client.visit).expect("the marked panel");
    let sent = deliver(&house);
    assert!(
        sent[0].contains(&digits) && sent[0].encode_utf16().count() <= 70,
        "{sent:?}"
    );
    assert_eq!(client.check(&digits), CodeCheck::Right);
    let after = client.look().visit.expect("a visit");
    assert_eq!(after.step, VisitStep::Done);
    assert!(
        after.fields.is_empty() && after.strokes.is_empty(),
        "the tablet that is handed back shows nothing"
    );

    let seen = shown(&house, client.visit);
    let typed = seen.typed.as_ref().expect("to compare with the document");
    assert!(
        typed
            .fields
            .iter()
            .any(|typed| typed.field == Field::Surname && typed.value == "Оспанова")
    );
    let mut form = save(&seen, false);
    for (field, value) in PERSON {
        form.person
            .insert(field.name().to_owned(), (*value).to_owned());
    }
    form.person
        .insert("phone".to_owned(), "+77015550102".to_owned());
    form.person.insert("surname".to_owned(), "Оспан".to_owned());
    let saved = house.as_role(Role::Consultant).act(form).expect("saved");
    assert!(
        client.look().visit.is_none(),
        "the tablet waits for the next one"
    );

    let whole = house
        .as_role(Role::Consultant)
        .act(OpenConsent {
            consent: saved.consent,
        })
        .expect("a consent");
    assert!(whole.intact);
    assert!(
        !whole.evidence.contains(&digits),
        "no digit of a code is kept"
    );
    let evidence: Value = serde_json::from_str(&whole.evidence).expect("JSON");
    assert_eq!(evidence["text"]["sha256"], text.sha256.ru);
    assert_eq!(evidence["person"]["corrected"], json!(["surname"]));
    assert_eq!(
        evidence["phone"],
        json!({"number": "+77015550102", "proved_by_code": true, "codes": 1, "wrong_tries": 0})
    );
    let kinds: Vec<_> = evidence["trail"]
        .as_array()
        .expect("a trail")
        .iter()
        .map(|step| step["kind"].clone())
        .collect();
    assert_eq!(
        kinds,
        [
            "opened",
            "text_shown",
            "signed",
            "code_made",
            "code_handed",
            "code_confirmed"
        ]
    );
    let lines = house
        .as_role(Role::Consultant)
        .ask(ConsentsOfClient {
            client: saved.client,
        })
        .expect("a list");
    assert!(
        lines[0]
            .items
            .iter()
            .all(|item| item.state == ConsentState::Given)
    );
    assert_eq!(lines[0].name, "Оспан Мадина");
}

#[test]
fn the_journal_seals_the_evidence_and_holds_no_value() {
    let house = House::new();
    let text = text(&house, Relation::OwnBranch);
    let saved = consent(&house, Relation::OwnBranch, text.id);
    let whole = house
        .as_role(Role::Consultant)
        .act(OpenConsent {
            consent: saved.consent,
        })
        .expect("a consent");
    let token = house.token(Relation::OwnBranch, Role::Administrator);
    let journal = house.call_json(Some(token), "journal.list", json!({}));
    let journal = serde_json::to_string(&journal).expect("JSON");
    assert!(
        journal.contains(&whole.sha256),
        "the chain carries the evidence's hash"
    );
    for value in [
        "Оспанова",
        "8803094",
        "9005174",
        "9202294",
        "7015550102",
        "045123678",
    ] {
        assert!(!journal.contains(value), "{value} in the journal");
    }
}

#[test]
fn a_wrong_code_is_counted_even_though_it_is_only_an_answer() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("a code");
    let digits = demo_code(&house, client.visit).expect("digits");
    let wrong = if digits == "111111" {
        "222222"
    } else {
        "111111"
    };
    assert_eq!(client.check("12345"), CodeCheck::NotSix { typed: 5 });
    for left in [4, 3, 2, 1] {
        assert_eq!(client.check(wrong), CodeCheck::Wrong { left });
    }
    assert_eq!(client.check(wrong), CodeCheck::Spent);
    assert_eq!(
        client.check(&digits),
        CodeCheck::None,
        "a spent code opens nothing"
    );
}

#[test]
fn tries_of_a_number_add_up_over_resends_and_visits() {
    let house = House::demo();
    let (text, mut client) = scene(&house);
    client.fill();
    let mut wrong = 0;
    for round in 0.. {
        house.clock.advance(chrono::Duration::seconds(125));
        if round == 3 {
            house
                .as_role(Role::Consultant)
                .act(EndVisit {
                    visit: client.visit,
                    why: VisitEnd::Mistake,
                })
                .expect("ended");
            client.visit = visit(
                &house,
                Relation::OwnBranch,
                text.id,
                Some(client.seat.tablet),
            )
            .line
            .id;
            client.fill();
        }
        if client.ask_code().is_err() {
            break;
        }
        let digits = demo_code(&house, client.visit).expect("digits");
        let other = if digits == "000000" {
            "000001"
        } else {
            "000000"
        };
        for _ in 0..4 {
            if matches!(
                client.check(other),
                CodeCheck::Wrong { .. } | CodeCheck::TooManyToday
            ) {
                wrong += 1;
            }
        }
    }
    assert_eq!(wrong, 10);
    assert_eq!(
        client.look().visit.expect("a visit").stop,
        Some(CodeStop::TooManyToday)
    );
    house.clock.advance(chrono::Duration::hours(24));
    assert_ne!(
        client.look().visit.map(|visit| visit.stop),
        Some(Some(CodeStop::TooManyToday)),
        "a new day"
    );
}

#[test]
fn a_code_dies_with_anything_that_it_was_bound_to() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    let changes: [(&str, &dyn Fn()); 3] = [
        ("phone", &|| {
            drop(
                client
                    .field(Field::Phone, "+7 702 555 01 03")
                    .expect("a field"),
            )
        }),
        ("answers", &|| {
            client.answer_all(false);
            client.sign().expect("signed again");
        }),
        ("text", &|| {
            client
                .act(TabletLanguage {
                    visit: client.visit,
                    lang: TextLang::Kk,
                })
                .expect("a language");
            client.sign().expect("signed again");
        }),
    ];
    for (what, change) in changes {
        client.ask_code().expect(what);
        let digits = demo_code(&house, client.visit).expect("digits");
        change();
        assert_eq!(client.check(&digits), CodeCheck::None, "{what} changed");
        house.clock.advance(chrono::Duration::minutes(5));
    }
}

#[test]
fn the_signature_goes_with_the_words_that_were_signed() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("a code");
    let view = client
        .act(TabletLanguage {
            visit: client.visit,
            lang: TextLang::Kk,
        })
        .expect("a language");
    let visit = view.visit.expect("a visit");
    assert!(visit.strokes.is_empty());
    assert_eq!(
        (visit.step, visit.state),
        (VisitStep::Sign, VisitState::TextShown)
    );
    assert!(
        visit.fields.iter().any(|shown| shown.value == "Оспанова"),
        "what was typed stays"
    );
    assert_eq!(visit.text.title, "Алтын карта: деректерді өңдеуге келісім");
    assert_eq!(code_of(client.ask_code()), "consents.incomplete");
}

#[test]
fn resends_wait_longer_each_time_and_end_after_three() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("the first");
    let stop = |client: &AtTablet<'_>| client.look().visit.expect("a visit").stop;
    assert_eq!(stop(&client), Some(CodeStop::Wait { seconds: 60 }));
    let first = demo_code(&house, client.visit).expect("digits");
    house.clock.advance(chrono::Duration::seconds(59));
    assert_eq!(code_of(client.ask_code()), "consents.code_wait");
    house.clock.advance(chrono::Duration::seconds(1));
    client.ask_code().expect("the second");
    let second = demo_code(&house, client.visit).expect("digits");
    assert_ne!(first, second);
    assert!(
        matches!(client.check(&first), CodeCheck::Wrong { .. }),
        "a resend kills the code before it"
    );
    house.clock.advance(chrono::Duration::seconds(119));
    assert_eq!(code_of(client.ask_code()), "consents.code_wait");
    house.clock.advance(chrono::Duration::seconds(1));
    client.ask_code().expect("the third");
    house.clock.advance(chrono::Duration::hours(1));
    assert_eq!(code_of(client.ask_code()), "consents.code_visit");
}

#[test]
fn a_number_takes_eight_messages_a_day() {
    let house = House::demo();
    let (text, mut client) = scene(&house);
    let mut sent = 0;
    for _ in 0..4 {
        client.fill();
        for _ in 0..3 {
            sent += u32::from(client.ask_code().is_ok());
            house.clock.advance(chrono::Duration::seconds(125));
        }
        house
            .as_role(Role::Consultant)
            .act(EndVisit {
                visit: client.visit,
                why: VisitEnd::Left,
            })
            .expect("ended");
        client.visit = visit(
            &house,
            Relation::OwnBranch,
            text.id,
            Some(client.seat.tablet),
        )
        .line
        .id;
    }
    assert_eq!(sent, 8);
}

#[test]
fn a_code_lives_five_minutes_and_not_before_it_was_made() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("a code");
    let digits = demo_code(&house, client.visit).expect("digits");
    house.clock.advance(chrono::Duration::seconds(300));
    assert_eq!(client.check(&digits), CodeCheck::Expired);
    assert_eq!(client.check(&digits), CodeCheck::None);
    client.ask_code().expect("another");
    let digits = demo_code(&house, client.visit).expect("digits");
    house.clock.advance(chrono::Duration::seconds(-30));
    assert_eq!(
        client.check(&digits),
        CodeCheck::Expired,
        "the clock was set back"
    );
}

#[test]
fn every_message_fits_into_one_sms_whatever_the_operator_is_called() {
    let house = House::demo();
    let text = text(&house, Relation::OwnBranch);
    let (tablet, _) = tablet(&house, Relation::OwnBranch, "Планшет 1");
    let long =
        "Товарищество с ограниченной ответственностью «Центр обслуживания населения города Алматы»";
    let (operator, _) = house.place(Relation::OwnBranch);
    let admin = house.token(Relation::OwnBranch, Role::Administrator);
    let profile = json!({"name_ru": long, "name_kk": long, "bin": "991240990006"});
    let reply = house.call_json(
        Some(admin),
        "operators.update",
        json!({"id": operator, "version": 1, "operator": profile}),
    );
    assert!(matches!(reply, crate::door::Reply::Ok(_)), "{reply:?}");
    for lang in &[TextLang::Kk, TextLang::Ru] {
        let opened = visit(&house, Relation::OwnBranch, text.id, Some(tablet));
        let seat = seat(&house, Relation::OwnBranch, tablet);
        let client = AtTablet {
            door: &house.door,
            seat,
            visit: opened.line.id,
        };
        client.fill();
        client
            .act(TabletLanguage {
                visit: client.visit,
                lang: *lang,
            })
            .expect("a language");
        client.sign().expect("signed");
        client.ask_code().expect("a code");
        let sent = deliver(&house);
        assert_eq!(sent.len(), 1);
        assert!(
            sent[0].encode_utf16().count() <= visits::code::MESSAGE,
            "{lang}: {}",
            sent[0]
        );
        assert!(
            sent[0].contains('1') && sent[0].starts_with("Товарищ"),
            "{}",
            sent[0]
        );
        house
            .as_role(Role::Consultant)
            .act(EndVisit {
                visit: client.visit,
                why: VisitEnd::Left,
            })
            .expect("ended");
        house.clock.advance(chrono::Duration::minutes(3));
    }
}

#[test]
fn a_refusal_is_kept_and_what_was_typed_is_not() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client
        .act(TabletRefuse {
            visit: client.visit,
        })
        .expect("a refusal");
    let seen = shown(&house, client.visit);
    assert_eq!(seen.line.state, VisitState::Refused);
    assert_eq!(
        seen.trail.last().map(|event| event.kind.as_str()),
        Some("refused")
    );
    assert!(seen.fields.iter().all(|field| !field.done) && !seen.signed);
    assert_eq!(
        code_of(client.field(Field::Given, "Мадина")),
        "consents.visit_gone"
    );
}

#[test]
fn without_a_gateway_the_visit_goes_on_paper() {
    let house = House::new();
    let (_, client) = scene(&house);
    client.fill();
    assert_eq!(
        client.look().visit.expect("a visit").stop,
        Some(CodeStop::NoGateway)
    );
    assert_eq!(code_of(client.ask_code()), "consents.no_gateway");
    client
        .act(TabletCall {
            visit: client.visit,
            paper: true,
        })
        .expect("a call");
    assert!(shown(&house, client.visit).line.calling);
    let seen = house
        .as_role(Role::Consultant)
        .act(TakePaper {
            visit: client.visit,
        })
        .expect("paper");
    assert_eq!(seen.line.state, VisitState::Confirmed);
    let saved = house
        .as_role(Role::Consultant)
        .act(save(&seen, true))
        .expect("saved");
    let whole = house
        .as_role(Role::Consultant)
        .act(OpenConsent {
            consent: saved.consent,
        })
        .expect("a consent");
    assert_eq!(whole.line.way, Way::Paper);
    assert!(whole.evidence.contains("\"proved_by_code\":false"));
    assert_eq!(
        whole.line.number, seen.line.number,
        "the paper's number finds it"
    );
}

#[test]
fn client_and_consent_are_saved_together_or_not_at_all() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("a code");
    client.check(&demo_code(&house, client.visit).expect("digits"));
    let seen = shown(&house, client.visit);
    let consultant = house.as_role(Role::Consultant);
    let mut form = save(&seen, false);
    form.original_seen = false;
    form.document.number = "12".to_owned();
    form.person
        .insert("phone".to_owned(), "+77019999999".to_owned());
    let Err(Error::Invalid(_)) = consultant.act(form) else {
        panic!("several fields are wrong")
    };
    let mut stale = save(&seen, false);
    stale.rev -= 1;
    assert_eq!(code_of(consultant.act(stale)), "consents.moved");
    assert_eq!(
        consultant
            .ask(ListConsents::default())
            .expect("a page")
            .total,
        0
    );
    consultant.act(save(&seen, false)).expect("saved");
    assert_eq!(
        code_of(consultant.act(save(&seen, false))),
        "consents.moved",
        "not twice"
    );
    assert_eq!(
        consultant
            .ask(ListConsents::default())
            .expect("a page")
            .total,
        1
    );
}

#[test]
fn the_same_iin_is_the_same_person() {
    let house = House::new();
    let text = text(&house, Relation::OwnBranch);
    let first = consent(&house, Relation::OwnBranch, text.id);
    let again = consent(&house, Relation::OwnBranch, text.id);
    assert_eq!(first.client, again.client);
    assert_ne!(first.consent, again.consent);
}

#[test]
fn a_tablet_reaches_its_own_visit_and_no_other() {
    let house = House::demo();
    let (text, client) = scene(&house);
    let (second, _) = tablet(&house, Relation::OwnBranch, "Планшет 2");
    let other = visit(&house, Relation::OwnBranch, text.id, Some(second));
    let stranger = AtTablet {
        door: &house.door,
        seat: seat(&house, Relation::OwnBranch, second),
        visit: client.visit,
    };
    assert_eq!(
        code_of(stranger.field(Field::Given, "Мадина")),
        "consents.visit_gone"
    );
    assert_eq!(
        stranger.look().visit.map(|visit| visit.id),
        Some(other.line.id)
    );
    assert_eq!(
        code_of(client.act(CoverTablet {
            visit: client.visit,
            blank: true
        })),
        "door.no_right"
    );
    let taken = house.as_role(Role::Consultant).act(OpenVisit {
        text: text.id,
        tablet: Some(second),
        window: false,
        representative: None,
        client: None,
    });
    assert_eq!(code_of(taken), "consents.tablet_busy");
    let away = house
        .as_staff(Relation::OtherBranch, Role::Consultant)
        .act(OpenVisit {
            text: text.id,
            tablet: Some(second),
            window: false,
            representative: None,
            client: None,
        });
    assert_eq!(code_of(away), "door.out_of_reach");
}

#[test]
fn a_revoked_tablet_and_a_used_pairing_open_nothing() {
    use super::tablets::{JoinTablet, KnowTablet, PairCheck, PairTablet, RevokeTablet};
    let house = House::new();
    let admin = house.as_role(Role::Administrator);
    let pairing = admin
        .act(PairTablet {
            name: "Касса".to_owned(),
            branch: None,
            tablet: None,
        })
        .expect("a pairing");
    let machine = house.as_machine();
    let join = |digits: &str| {
        machine
            .act(JoinTablet {
                token: pairing.token.clone(),
                digits: digits.to_owned(),
            })
            .expect("an answer")
    };
    let wrong = if pairing.digits == "000000" {
        "000001"
    } else {
        "000000"
    };
    assert_eq!(join(wrong), PairCheck::Wrong { left: 4 });
    let PairCheck::Paired { secret } = join(&pairing.digits) else {
        panic!("the digits are right")
    };
    assert_eq!(join(&pairing.digits), PairCheck::Over, "once");
    let known = machine
        .ask(KnowTablet {
            secret: secret.clone(),
        })
        .expect("an answer")
        .expect("known");
    admin
        .act(RevokeTablet {
            tablet: known.tablet,
        })
        .expect("revoked");
    assert_eq!(machine.ask(KnowTablet { secret }).expect("an answer"), None);
    let late = admin
        .act(PairTablet {
            name: "Касса".to_owned(),
            branch: None,
            tablet: None,
        })
        .expect("a pairing");
    house.clock.advance(chrono::Duration::minutes(10));
    let join = machine
        .act(JoinTablet {
            token: late.token,
            digits: late.digits,
        })
        .expect("an answer");
    assert_eq!(join, PairCheck::Over, "ten minutes");
}

#[test]
fn a_text_is_checked_whole_and_never_changes() {
    let house = House::new();
    let admin = house.as_role(Role::Administrator);
    let mut broken = samples::form(Relation::OwnBranch);
    broken["code"] = json!("Loyalty!");
    broken["body"]["kk"] = json!("");
    broken["data"] = json!(["surname"]);
    broken["term"] = json!("until");
    broken["purposes"][1]["data"] = json!(["email"]);
    let text = serde_json::from_value(broken).expect("a form");
    let Err(Error::Invalid(_)) = admin.act(PublishText {
        operator: None,
        text,
    }) else {
        panic!("refused")
    };
    let first = samples::text(&house, Relation::OwnBranch);
    let second = samples::text(&house, Relation::OwnBranch);
    assert_eq!((first.version, second.version), (1, 2));
    let old = house.as_role(Role::Consultant).act(OpenVisit {
        text: first.id,
        tablet: None,
        window: false,
        representative: None,
        client: None,
    });
    assert_eq!(code_of(old), "consents.old_text");
}

#[test]
fn a_silent_visit_is_let_go() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    let machine = house.as_machine();
    assert!(!machine.ask(SilentVisits {}).expect("an answer"));
    house.clock.advance(chrono::Duration::minutes(31));
    assert!(machine.ask(SilentVisits {}).expect("an answer"));
    assert_eq!(machine.act(SweepVisits {}).expect("an answer"), 1);
    assert!(client.look().visit.is_none());
    let token = house.token(Relation::OwnBranch, Role::Consultant);
    house.call_json(
        Some(token),
        "staff.unlock",
        json!({"password": crate::testing::PASSWORD}),
    );
    assert_eq!(
        shown(&house, client.visit).line.state,
        VisitState::Abandoned
    );
}

#[test]
fn no_code_can_be_read_outside_a_demonstration() {
    let house = House::new();
    let gateway = GatewayForm::Kannel {
        url: "http://127.0.0.1:1/sendsms".to_owned(),
        user: "kelisim".to_owned(),
        password: Some(crate::messages::Secret::new("x")),
        sender: "KELISIM".to_owned(),
        report_port: 0,
    };
    house
        .as_role(Role::Administrator)
        .act(SetGateway { gateway })
        .expect("a gateway");
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("a code");
    assert_eq!(
        code_of(house.as_role(Role::Consultant).ask(DemoCode {
            visit: client.visit
        })),
        "consents.demo_only"
    );
    assert_eq!(
        code_of(house.as_role(Role::Administrator).act(SetGateway {
            gateway: GatewayForm::Demo
        })),
        "messages.demo_only"
    );
}
