//! The one answer: its order, its hours, the wishes, and the list that asks it.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use proptest::prelude::*;
use serde_json::json;

use super::{
    ContactReason, ContactUse, ContactsOfClient, ExportAdvertising, Facts, Held, Permission,
    PreviewAdvertising, SetWish, Wish, judge,
};
use crate::Moment;
use crate::blocks::{BlockGround, BlockScope};
use crate::clients::{ClientId, Field};
use crate::consents::ConsentState;
use crate::consents::samples::{consent, text, withdrawn};
use crate::consents::texts::ContactChannel as C;
use crate::consents::withdrawals::WithdrawScope;
use crate::policy::Role;
use crate::requests::Channel;
use crate::testing::{House, Relation};

const HERE: Relation = Relation::OwnBranch;

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a moment")
}

fn permission(number: &str, state: ConsentState) -> Permission {
    Permission {
        number: number.to_owned(),
        state,
        channels: vec![C::Sms],
        last_day: None,
        limited: Vec::new(),
    }
}

fn consented() -> Facts {
    Facts {
        phone: Some("+77015550102".to_owned()),
        permissions: vec![permission("26-A", ConsentState::Given)],
        ..Facts::default()
    }
}

fn reason(facts: &Facts, what: ContactUse, channel: C) -> ContactReason {
    let calendar = kz::calendar::builtin();
    judge(facts, what, channel, at("2026-12-14T10:00"), &calendar).reason
}

fn block(ground: BlockGround, scope: BlockScope) -> Held {
    Held {
        number: "7".to_owned(),
        ground,
        scope,
        review_on: "2026-12-28".parse().expect("a date"),
    }
}

#[test]
fn the_strongest_reason_is_told() {
    use ContactReason as R;
    let advertising = |facts: &Facts| reason(facts, ContactUse::Advertising, C::Sms);
    let mut facts = consented();
    assert_eq!(advertising(&facts), R::Consented);
    facts.permissions[0].limited.push(C::Sms);
    assert_eq!(advertising(&facts), R::Withdrawn);
    for (state, why) in [
        (ConsentState::Refused, R::Refused),
        (ConsentState::Withdrawn, R::Withdrawn),
        (ConsentState::Expired, R::Expired),
        (ConsentState::Terminated, R::Expired),
    ] {
        facts.permissions = vec![permission("26-A", state)];
        assert_eq!(advertising(&facts), why);
    }
    facts.permissions.clear();
    assert_eq!(advertising(&facts), R::NoConsent);
    facts.withdrawing.insert(C::Sms, "2026-00004".to_owned());
    assert_eq!(advertising(&facts), R::WithdrawalOpen);
    let stop = Wish {
        stop: true,
        at: Moment::of_local(at("2026-12-14T09:00")),
        by: "Дана".to_owned(),
        how: Channel::Phone,
    };
    facts.wishes.insert(C::Sms, stop);
    assert_eq!(advertising(&facts), R::Stopped);
    facts
        .blocks
        .push(block(BlockGround::Other, BlockScope::Everything));
    facts
        .blocks
        .push(block(BlockGround::AuthorityOrder, BlockScope::Everything));
    assert_eq!(advertising(&facts), R::Blocked);
}

#[test]
fn the_last_word_counts() {
    let mut facts = consented();
    facts
        .permissions
        .push(permission("26-B", ConsentState::Refused));
    assert_eq!(
        reason(&facts, ContactUse::Advertising, C::Sms),
        ContactReason::Refused
    );
    facts
        .permissions
        .push(permission("26-C", ConsentState::Given));
    assert_eq!(
        reason(&facts, ContactUse::Advertising, C::Sms),
        ContactReason::Consented
    );
    assert_eq!(
        reason(&facts, ContactUse::Advertising, C::Email),
        ContactReason::NoConsent,
        "a channel that nobody agreed to"
    );
}

#[test]
fn service_goes_on_after_a_withdrawal_and_stops_by_a_block_of_the_number() {
    let mut facts = consented();
    facts.permissions[0].state = ConsentState::Withdrawn;
    let service = |facts: &Facts| reason(facts, ContactUse::Service, C::Sms);
    facts
        .blocks
        .push(block(BlockGround::Withdrawal, BlockScope::Everything));
    assert_eq!(service(&facts), ContactReason::NotAdvertising);
    let phone = BlockScope::Fields {
        fields: vec![Field::Phone],
    };
    facts
        .blocks
        .push(block(BlockGround::AccuracyDisputed, phone));
    assert_eq!(service(&facts), ContactReason::Blocked);
    assert_eq!(
        reason(&facts, ContactUse::Code, C::Sms),
        ContactReason::NotAdvertising,
        "a code that was asked for"
    );
    assert_eq!(
        reason(&facts, ContactUse::Service, C::Email),
        ContactReason::NoAddress
    );
}

#[test]
fn a_wish_stops_at_once_and_the_list_leaves_people_out_with_the_reason() {
    let house = House::new();
    let text = text(&house, HERE);
    let client = consent(&house, HERE, text.id).client;
    let stranger = crate::clients::samples::aigul(&house, HERE);
    let manager = house.as_role(Role::Manager);
    let list = || {
        manager
            .ask(PreviewAdvertising { channel: C::Sms })
            .expect("a list")
    };
    assert_eq!(list().people, 1);
    let out: Vec<_> = list()
        .out
        .iter()
        .map(|line| (line.reason, line.people))
        .collect();
    assert_eq!(out, [(ContactReason::NoConsent, 1)], "{stranger}");
    let made = manager
        .act(ExportAdvertising { channel: C::Sms })
        .expect("a file");
    assert_eq!(made.preview.people, 1);
    assert_eq!(
        house.peek("SELECT subject || ':' || fields FROM journal WHERE command = 'contacts.export_advertising'"),
        "advertising_list:sms"
    );
    let wish = |stop| SetWish {
        client,
        channels: vec![C::Sms],
        stop,
        how: Channel::Phone,
    };
    let agent = house.as_role(Role::Agent);
    let shown = agent.act(wish(true)).expect("written down");
    assert_eq!(shown[0].advertising.reason, ContactReason::Stopped);
    assert_eq!(list().people, 0);
    agent.act(wish(false)).expect("written down");
    assert_eq!(list().people, 1);
    // An undecided withdrawal is enough to be out.
    withdrawn(&house, HERE, client, WithdrawScope::whole());
    assert_eq!(list().people, 0);
    assert!(house.raw("UPDATE contact_wishes SET stop = 0").is_err());
    assert!(
        manager
            .act(ExportAdvertising { channel: C::Sms })
            .is_err_and(|error| error.code() == "contacts.nobody")
    );
}

#[test]
fn the_card_shows_every_channel() {
    let house = House::new();
    let text = text(&house, HERE);
    let client: ClientId = consent(&house, HERE, text.id).client;
    let shown = house
        .as_role(Role::Consultant)
        .ask(ContactsOfClient { client })
        .expect("channels");
    assert_eq!(shown.len(), C::ALL.len());
    assert!(shown[0].advertising.allowed && shown[0].service.allowed);
    // In the evening the same consent waits for the morning.
    house.clock.set(Moment::of_local(at("2026-12-14T21:00")));
    let token = house.anew(Role::Consultant);
    let reply = house.call_json(
        Some(&token),
        "contacts.of_client",
        json!({"client": client}),
    );
    let crate::door::Reply::Ok(shown) = reply else {
        panic!("{reply:?}")
    };
    assert_eq!(shown[0]["advertising"]["reason"], "outside_hours");
    assert_eq!(shown[0]["advertising"]["until"]["date"], "2026-12-15");
}

fn state() -> impl Strategy<Value = ConsentState> {
    proptest::sample::select(ConsentState::ALL.to_vec())
}

proptest! {
    #[test]
    fn advertising_never_leaves_without_consent_or_hours(
        states in proptest::collection::vec(state(), 0..4),
        limited in any::<bool>(), stop in any::<bool>(), blocked in any::<bool>(), open in any::<bool>(), phone in any::<bool>(),
        day in 0_u64..700, minute in 0_u32..1440, channel in proptest::sample::select(C::ALL.to_vec()),
    ) {
        let mut facts = Facts { phone: phone.then(|| "+77015550102".to_owned()), ..Facts::default() };
        for (at, state) in states.iter().enumerate() {
            let mut one = permission(&format!("26-{at}"), *state);
            if limited { one.limited.push(C::Sms); }
            facts.permissions.push(one);
        }
        if stop {
            facts.wishes.insert(C::Sms, Wish { stop, at: Moment::of_local(at("2026-12-14T09:00")), by: String::new(), how: Channel::Visit });
        }
        if blocked { facts.blocks.push(block(BlockGround::Unlawful, BlockScope::Everything)); }
        if open { facts.withdrawing.insert(C::Sms, "1".to_owned()); }
        let start: NaiveDate = "2025-06-01".parse().expect("a date");
        let when = start.checked_add_days(chrono::Days::new(day)).expect("a date").and_hms_opt(minute / 60, minute % 60, 0).expect("a time");
        let calendar = kz::calendar::builtin();
        let verdict = judge(&facts, ContactUse::Advertising, channel, when, &calendar);
        prop_assert_eq!(verdict.allowed, verdict.reason.allows());
        if verdict.allowed {
            prop_assert_eq!(channel, C::Sms);
            prop_assert!(matches!(states.last(), Some(ConsentState::Given | ConsentState::Renewed)));
            prop_assert!(!limited && !stop && !blocked && !open && phone);
            prop_assert!((9..21).contains(&when.hour()) && calendar.is_work(when.date()));
        }
        if verdict.reason == ContactReason::OutsideHours {
            let from = verdict.until.expect("when it changes");
            let from = at(&format!("{}T{}", from.date, from.time));
            prop_assert!(from > when);
            prop_assert!(judge(&facts, ContactUse::Advertising, channel, from, &calendar).allowed);
        }
    }
}
