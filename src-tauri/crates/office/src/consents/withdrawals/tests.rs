//! Withdrawal through its days: told, asked for, decided, in effect, and back by a new consent.

use chrono::{Datelike, Days as Span, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{
    BringWithdrawals, Days, Obligation, ObligationKind, PrintWithdrawal, ShowWithdrawal,
    TellConsequences, Told, WithdrawConsent, WithdrawScope, WithdrawalState, WithdrawalsDue,
    WithdrawalsOfClient, WithdrawnPurpose,
};
use crate::blocks::{BlockOutcome, BlocksOfClient, LiftBlock};
use crate::clients::ClientId;
use crate::consents::samples::{consent, save, text, withdrawal, withdrawn};
use crate::consents::texts::{ConsentText, ContactChannel};
use crate::consents::visits::OpenVisit;
use crate::consents::{ConsentState, ConsentsOfClient};
use crate::door::{Caller, Token};
use crate::error::Result;
use crate::operators::Profile;
use crate::policy::Role;
use crate::requests::{
    AnswerRight, ApproveAnswer, Decision, ProofMethod, ProveIdentity, RefusalGround, RequestShown,
    RightShown,
};
use crate::testing::{Desk, House, Relation};
use crate::{Fault, Lang, Moment};

const HERE: Relation = Relation::OwnBranch;

fn code_of<T>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(crate::Error::Fault(fault)) => Fault::code(fault.as_ref()),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it went through"),
    }
}

/// A client who agreed to everything and has an active card.
fn client(house: &House) -> (ClientId, ConsentText, crate::consents::ConsentId) {
    let text = text(house, HERE);
    let saved = consent(house, HERE, text.id);
    house
        .raw(&format!(
            "UPDATE clients SET card = '2600010000017', card_state = 'active' WHERE id = {}",
            saved.client
        ))
        .expect("a card");
    (saved.client, text, saved.consent)
}

fn states(house: &House, client: ClientId) -> Vec<ConsentState> {
    let lines = house
        .as_role(Role::Consultant)
        .ask(ConsentsOfClient { client })
        .expect("consents");
    let items = lines.into_iter().flat_map(|line| line.items);
    items.map(|item| item.state).collect()
}

fn answer(right: &RightShown, decision: Decision, ground: Option<RefusalGround>) -> AnswerRight {
    AnswerRight {
        right: right.id,
        version: right.version,
        decision,
        ground,
        obligation: None,
        text: "Ответ".to_owned(),
    }
}

fn grant(house: &House, request: &RequestShown) -> RightShown {
    house
        .as_role(Role::Consultant)
        .act(answer(&request.rights[0], Decision::Granted, None))
        .expect("an answer")
}

fn shown(house: &House, client: ClientId) -> super::WithdrawalShown {
    let mut lines = house
        .as_role(Role::Consultant)
        .ask(WithdrawalsOfClient { client })
        .expect("withdrawals");
    lines.remove(0).withdrawal
}

fn at(house: &House, day: &str, time: &str) {
    let local = format!("{day}T{time}:00").parse().expect("a local moment");
    house.clock.set(Moment::of_local(local));
}

/// Whoever works meanwhile logs in anew: a session doesn't last for weeks.
fn desk<'a>(house: &'a House, token: &'a Token) -> Desk<'a> {
    Desk {
        door: &house.door,
        caller: Caller::Window {
            token: Some(token),
            lang: Lang::Ru,
            quiet: false,
        },
    }
}

fn bring(house: &House) -> u32 {
    match house
        .as_machine()
        .ask(WithdrawalsDue {})
        .expect("an answer")
    {
        true => house.as_machine().act(BringWithdrawals {}).expect("an act"),
        false => 0,
    }
}

fn card_state(house: &House, client: ClientId) -> String {
    house.peek(&format!(
        "SELECT card_state FROM clients WHERE id = {client}"
    ))
}

fn count(house: &House, sql: &str) -> String {
    house.peek(&format!("SELECT CAST(({sql}) AS TEXT)"))
}

/// Calls after a new log-in, as on another day.
fn call(house: &House, role: Role, command: &str, args: Value) -> Value {
    let token = house.anew(role);
    match house.call_json(Some(&token), command, args) {
        crate::door::Reply::Ok(value) => value,
        crate::door::Reply::Error(refusal) => panic!("{command}: {refusal:?}"),
    }
}

#[test]
fn a_whole_withdrawal_goes_through_its_days_to_the_blocked_card_and_back_by_a_new_consent() {
    let house = House::new();
    let (client, text, _) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    // Advertising stopped with the application; what the service needs holds on.
    assert_eq!(
        states(&house, client),
        [ConsentState::Given, ConsentState::Withdrawn]
    );
    let one = shown(&house, client);
    assert_eq!((one.state, one.showings.len()), (WithdrawalState::Asked, 1));
    // Ten working days from Monday the 14th, with Independence Day on the 16th; fifteen go past the New Year.
    assert_eq!(
        (one.notice.days, one.notice.due.as_str()),
        (10, "2026-12-29")
    );
    assert_eq!(
        (one.ceiling.days, one.ceiling.due.as_str()),
        (15, "2027-01-08")
    );
    grant(&house, &asked);
    let one = shown(&house, client);
    assert_eq!(one.state, WithdrawalState::Running);
    assert_eq!(one.effective, "2026-12-29");
    let mut day: NaiveDate = "2026-12-14".parse().expect("a date");
    while day < "2026-12-29".parse().expect("a date") {
        at(&house, &day.to_string(), "23:59");
        assert_eq!(bring(&house), 0, "{day}");
        assert_eq!(card_state(&house, client), "active", "{day}");
        day = day.checked_add_days(Span::new(1)).expect("a day");
    }
    at(&house, "2026-12-29", "00:00");
    assert_eq!(bring(&house), 1);
    assert_eq!(bring(&house), 0, "twice is once");
    assert_eq!(card_state(&house, client), "blocked");
    let blocks = "SELECT count(*) FROM blocks WHERE ground = 'withdrawal' AND ended_at IS NULL";
    let proposals = "SELECT count(*) FROM destruction_proposals WHERE ended_at IS NULL";
    assert_eq!(count(&house, blocks), "1");
    // The application itself isn't closed: nothing else holds the data, so destruction is proposed and nothing destroyed.
    assert_eq!(count(&house, proposals), "1");
    let held = call(
        &house,
        Role::Consultant,
        "consents.of_client",
        json!({"client": client}),
    );
    assert_eq!(held[0]["items"][0]["state"], "withdrawn");
    // Back: a new consent, on paper.
    let token = house.anew(Role::Consultant);
    let opened = desk(&house, &token)
        .act(OpenVisit {
            text: text.id,
            tablet: None,
            client: Some(client),
            representative: None,
            window: false,
        })
        .expect("a visit");
    let saved = desk(&house, &token).act(save(&opened, true));
    assert_eq!(saved.expect("saved").client, client);
    assert_eq!(card_state(&house, client), "active");
    assert_eq!(count(&house, blocks), "0");
    assert_eq!(count(&house, proposals), "0");
    let lines = call(
        &house,
        Role::Consultant,
        "consents.withdrawals_of_client",
        json!({"client": client}),
    );
    assert_eq!(lines[0]["withdrawal"]["state"], "returned");
    assert_eq!(bring(&house), 0, "what came back stays");
}

#[test]
fn the_printed_application_says_what_follows() {
    let house = House::new();
    let (client, ..) = client(&house);
    let file = house
        .as_role(Role::Consultant)
        .act(PrintWithdrawal {
            client,
            scope: WithdrawScope::whole(),
            wished: None,
            lang: Lang::Kk,
        })
        .expect("a form");
    assert_eq!(file.name, "Келісімді қайтарып алу туралы өтініш.pdf");
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, file.bytes);
    let paper = String::from_utf8(bytes.expect("base64")).expect("the press of tests writes JSON");
    assert!(
        paper.contains("29.12.2026") && paper.contains("Қолы"),
        "{paper}"
    );
}

#[test]
fn days_that_nobody_was_there_for_are_brought_when_somebody_is() {
    let house = House::new();
    let (client, ..) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    grant(&house, &asked);
    at(&house, "2027-03-01", "09:00");
    assert_eq!(bring(&house), 1);
    assert_eq!(card_state(&house, client), "blocked");
    let from = "SELECT max(effective_from) FROM consent_events WHERE state = 'withdrawn'";
    assert_eq!(house.peek(from), "2026-12-29", "the day stays the day");
}

#[test]
fn advertising_alone_stops_today_and_the_card_stays() {
    let house = House::new();
    let (client, text, consent) = client(&house);
    let scope = WithdrawScope {
        purposes: vec![WithdrawnPurpose {
            consent,
            purpose: text.purposes[1].id,
        }],
        ..WithdrawScope::default()
    };
    let asked = withdrawn(&house, HERE, client, scope);
    grant(&house, &asked);
    let one = shown(&house, client);
    assert_eq!(one.state, WithdrawalState::InEffect);
    assert_eq!(one.effective, "2026-12-14");
    assert_eq!(
        states(&house, client),
        [ConsentState::Given, ConsentState::Withdrawn]
    );
    at(&house, "2027-03-01", "09:00");
    assert_eq!(bring(&house), 0);
    assert_eq!(card_state(&house, client), "active");
}

#[test]
fn a_channel_is_a_limit_on_what_goes_on() {
    let house = House::new();
    let (client, ..) = client(&house);
    let scope = WithdrawScope {
        channels: vec![ContactChannel::Sms],
        ..WithdrawScope::default()
    };
    let asked = withdrawn(&house, HERE, client, scope);
    let limits =
        "SELECT group_concat(what || ':' || channel || ':' || effective_from) FROM consent_limits";
    assert_eq!(house.peek(limits), "channel:sms:2026-12-14", "at once");
    grant(&house, &asked);
    assert_eq!(
        states(&house, client),
        [ConsentState::Given, ConsentState::Given]
    );
    assert!(house.raw("DELETE FROM consent_limits").is_err());
    assert!(
        house
            .raw("UPDATE consent_limits SET effective_from = '2030-01-01'")
            .is_err()
    );
}

#[test]
fn an_open_obligation_refuses_what_the_service_needs_and_nothing_more() {
    let house = House::new();
    let (client, ..) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    let consultant = house.as_role(Role::Consultant);
    let right = &asked.rights[0];
    let ground = Some(RefusalGround::Obligation);
    let unnamed = answer(right, Decision::Refused, ground);
    assert_eq!(
        code_of(consultant.act(unnamed.clone())),
        "consents.obligation_unnamed"
    );
    let named = AnswerRight {
        obligation: Some(Obligation {
            kind: ObligationKind::PledgeTicket,
            number: "ЗБ-004512".to_owned(),
        }),
        ..unnamed
    };
    let submitted = consultant.act(named).expect("submitted");
    assert!(
        submitted.answer.contains("Ответ\n\n"),
        "{}",
        submitted.answer
    );
    assert_eq!(shown(&house, client).state, WithdrawalState::Asked);
    let approve = ApproveAnswer {
        right: right.id,
        version: submitted.version,
    };
    house.as_role(Role::Manager).act(approve).expect("approved");
    let one = shown(&house, client);
    assert_eq!(one.state, WithdrawalState::Refused);
    assert_eq!(
        one.obligation.expect("the obligation").kind,
        ObligationKind::PledgeTicket
    );
    assert_eq!(
        states(&house, client),
        [ConsentState::Given, ConsentState::Withdrawn]
    );
    at(&house, "2027-03-01", "09:00");
    assert_eq!(bring(&house), 0);
    assert_eq!(card_state(&house, client), "active");
}

#[test]
fn what_is_granted_in_part_is_refused_in_part() {
    let house = House::new();
    let (client, ..) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    let right = &asked.rights[0];
    let consultant = house.as_role(Role::Consultant);
    assert!(matches!(
        consultant.act(answer(right, Decision::Partly, None)),
        Err(crate::Error::Invalid(_))
    ));
    let partly = answer(right, Decision::Partly, Some(RefusalGround::LawKeeps));
    let submitted = consultant.act(partly).expect("submitted");
    house
        .as_role(Role::Manager)
        .act(ApproveAnswer {
            right: right.id,
            version: submitted.version,
        })
        .expect("approved");
    at(&house, "2027-03-01", "09:00");
    bring(&house);
    assert_eq!(card_state(&house, client), "active");
    let given = "SELECT count(*) FROM consent_events WHERE state = 'withdrawn'";
    assert_eq!(count(&house, given), "1", "advertising alone");
}

#[test]
fn nothing_is_granted_before_the_person_was_told_what_follows() {
    let house = House::new();
    let (client, ..) = client(&house);
    let untold = WithdrawConsent {
        told: None,
        ..withdrawal(&house, HERE, client, WithdrawScope::whole())
    };
    let consultant = house.as_role(Role::Consultant);
    let asked = consultant.act(untold).expect("registered");
    let right = &asked.rights[0];
    assert_eq!(
        code_of(consultant.act(answer(right, Decision::Granted, None))),
        "consents.consequences_not_shown"
    );
    let other = Told {
        way: super::ShowingWay::Told,
        lang: Lang::Kk,
        sha256: "00".repeat(32),
    };
    let tell = |told| TellConsequences {
        right: right.id,
        told,
    };
    assert_eq!(
        code_of(consultant.act(tell(other.clone()))),
        "consents.moved"
    );
    let words = consultant
        .ask(ShowWithdrawal {
            right: right.id,
            lang: Lang::Kk,
        })
        .expect("the words")
        .consequences;
    assert!(words.lines.iter().any(|line| line.contains("29.12.2026")));
    let told = consultant.act(tell(Told {
        sha256: words.sha256,
        ..other
    }));
    assert_eq!(told.expect("recorded").showings[0].lines, words.lines);
    grant(&house, &asked);
    assert!(house.raw("DELETE FROM withdrawal_showings").is_err());
    assert!(
        house
            .raw("UPDATE withdrawal_showings SET words = 'x'")
            .is_err()
    );
}

#[test]
fn who_is_not_proved_takes_nothing_back_until_they_are() {
    let house = House::new();
    let (client, ..) = client(&house);
    let unproved = WithdrawConsent {
        proof: None,
        take: false,
        ..withdrawal(&house, HERE, client, WithdrawScope::whole())
    };
    let consultant = house.as_role(Role::Consultant);
    let asked = consultant.act(unproved).expect("registered");
    assert_eq!(
        states(&house, client),
        [ConsentState::Given, ConsentState::Given]
    );
    consultant
        .act(ProveIdentity {
            request: asked.id,
            method: ProofMethod::DocumentSeen,
        })
        .expect("proved");
    assert_eq!(
        states(&house, client),
        [ConsentState::Given, ConsentState::Withdrawn]
    );
}

#[test]
fn after_a_withdrawal_only_a_new_consent_opens_the_card() {
    let house = House::new();
    let (client, ..) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    grant(&house, &asked);
    at(&house, "2026-12-29", "08:00");
    assert_eq!(bring(&house), 1);
    let token = house.anew(Role::Manager);
    let desk = desk(&house, &token);
    let block = desk
        .ask(BlocksOfClient { client })
        .expect("blocks")
        .remove(0);
    let lift = LiftBlock {
        block: block.id,
        version: block.version,
        outcome: BlockOutcome::AccessRestored,
        note: String::new(),
    };
    assert_eq!(code_of(desk.act(lift)), "blocks.new_consent");
}

#[test]
fn another_block_on_the_card_does_not_stop_the_day() {
    let house = House::new();
    let (client, ..) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    grant(&house, &asked);
    crate::blocks::samples::blocked(&house, HERE, client, crate::blocks::BlockScope::Everything);
    at(&house, "2026-12-29", "08:00");
    assert_eq!(bring(&house), 1);
    assert_eq!(
        card_state(&house, client),
        "active",
        "written later, blocked all the same"
    );
    let fields = "SELECT field FROM block_fields f JOIN blocks b ON b.id = f.block_id WHERE b.ground = 'withdrawal'";
    assert_eq!(house.peek(fields), "card", "the other block holds the data");
    let proposals = "SELECT count(*) FROM destruction_proposals";
    assert_eq!(count(&house, proposals), "0");
}

#[test]
fn nothing_that_holds_is_nothing_to_withdraw() {
    let house = House::new();
    let (client, ..) = client(&house);
    let asked = withdrawn(&house, HERE, client, WithdrawScope::whole());
    grant(&house, &asked);
    at(&house, "2026-12-29", "08:00");
    bring(&house);
    let token = house.anew(Role::Consultant);
    let args =
        json!({"client": client, "scope": {"whole": true}, "channel": "visit", "lang": "ru"});
    match house.call_json(Some(&token), "consents.withdraw", args) {
        crate::door::Reply::Error(refusal) => {
            assert_eq!(refusal.code, "consents.nothing_to_withdraw");
        }
        crate::door::Reply::Ok(_) => panic!("it went through"),
    }
}

fn profile(notice: u16) -> Profile {
    let mut profile: Profile = serde_json::from_value(json!({
        "name_ru": "ТОО", "name_kk": "ЖШС", "bin": "991240990006"
    }))
    .expect("a profile");
    profile.withdrawal_notice = notice;
    profile
}

proptest! {
    #[test]
    fn the_day_is_never_before_the_decision_and_never_past_the_law(
        day in 0_u64..900, minute in 0_i64..1440, notice in 1_u16..90, decided in 0_u64..60, wish in proptest::option::of(0_u64..90),
    ) {
        let start: NaiveDate = "2025-01-01".parse().expect("a date");
        let received_on = start.checked_add_days(Span::new(day)).expect("a date");
        let received = received_on.and_hms_opt(0, 0, 0).expect("midnight") + chrono::Duration::minutes(minute);
        let days = Days::counted(Moment::of_local(received), &profile(notice), &kz::calendar::builtin());
        let decided_on = received_on.checked_add_days(Span::new(decided)).expect("a date");
        let wished = wish.and_then(|after| received_on.checked_add_days(Span::new(after)));
        let from = days.effective(wished, decided_on);
        prop_assert!(from >= decided_on);
        prop_assert!(days.notice.due <= days.ceiling.due);
        prop_assert!(days.notice.due > received_on);
        if wished.is_none() {
            prop_assert!(from <= days.ceiling.due.max(decided_on));
        } else {
            prop_assert!(from <= days.ceiling.due.max(decided_on).max(wished.unwrap_or(decided_on)));
        }
        // The last day of a term is a working day.
        prop_assert!(kz::calendar::builtin().day(days.notice.due).day == kz::calendar::Day::Work, "{}", days.notice.due.weekday());
    }
}
