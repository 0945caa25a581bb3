//! Tests of the queue: what was accepted is never sent again.

use super::*;
use crate::consents::samples::{seat, tablet, text, visit};
use crate::policy::Role;
use crate::testing::{House, Relation};

/// A house in which a code is queued: everything before it is the visit's own affair.
fn queued() -> House {
    let house = House::demo();
    let text = text(&house, Relation::OwnBranch);
    let (tablet, _) = tablet(&house, Relation::OwnBranch, "Планшет 1");
    visit(&house, Relation::OwnBranch, text.id, Some(tablet));
    crate::consents::tests::ask_a_code(&house, seat(&house, Relation::OwnBranch, tablet));
    house
}

fn take(house: &House) -> Option<Parcel> {
    house.as_machine().act(TakeParcel {}).expect("an answer")
}

fn settle(house: &House, parcel: &Parcel, handed: Handed) -> Result<()> {
    house.as_machine().act(SettleParcel {
        id: parcel.id,
        attempt: parcel.attempt.clone(),
        handed,
    })
}

fn accepted() -> Handed {
    Handed::Accepted {
        receipt: Receipt::default(),
    }
}

fn is_due(house: &House) -> bool {
    house.as_machine().ask(LookOut {}).expect("an answer").due
}

#[test]
fn a_message_is_in_one_hand_at_a_time_and_sent_once() {
    let house = queued();
    let parcel = take(&house).expect("a message");
    assert!(take(&house).is_none(), "it is in hand");
    settle(&house, &parcel, accepted()).expect("settled");
    assert!(!is_due(&house) && take(&house).is_none());
    assert!(
        settle(&house, &parcel, Handed::Unsure).is_err(),
        "an answer that comes twice isn't heard"
    );
}

#[test]
fn what_surely_was_not_taken_goes_again_under_the_same_identity() {
    let house = queued();
    let first = take(&house).expect("a message");
    settle(
        &house,
        &first,
        Handed::Unreachable {
            cause: MessageCause::NoConnection,
        },
    )
    .expect("settled");
    assert!(!is_due(&house), "a pause");
    house.clock.advance(Duration::seconds(1));
    let second = take(&house).expect("the same message");
    assert_eq!(
        (&first.identity, &first.text),
        (&second.identity, &second.text)
    );
    assert_ne!(first.attempt, second.attempt);
    settle(
        &house,
        &second,
        Handed::Unreachable {
            cause: MessageCause::NotNow,
        },
    )
    .expect("settled");
    house.clock.advance(Duration::minutes(5));
    assert!(
        take(&house).is_none(),
        "after five minutes the code is of no use"
    );
}

#[test]
fn a_carrier_that_died_leaves_the_message_uncertain_and_unsent() {
    let house = queued();
    let parcel = take(&house).expect("a message");
    house.clock.advance(Duration::seconds(61));
    assert!(is_due(&house));
    assert!(take(&house).is_none(), "perhaps it was sent: not again");
    assert!(
        settle(&house, &parcel, accepted()).is_err(),
        "the lease is over"
    );
}

#[test]
fn a_perhaps_is_never_sent_again() {
    let house = queued();
    let parcel = take(&house).expect("a message");
    settle(&house, &parcel, Handed::Unsure).expect("settled");
    house.clock.advance(Duration::seconds(90));
    assert!(take(&house).is_none());
}

#[test]
fn the_password_is_not_shown_and_stays_with_its_address() {
    let house = House::new();
    let admin = house.as_role(Role::Administrator);
    let form = |url: &str, password: Option<&str>| SetGateway {
        gateway: GatewayForm::Kannel {
            url: url.to_owned(),
            user: "kelisim".to_owned(),
            password: password.map(Secret::new),
            sender: "KELISIM".to_owned(),
            report_port: 0,
        },
    };
    let shown = admin
        .act(form("https://sms.example/sendsms", Some("тәттi")))
        .expect_err("not ASCII");
    assert_eq!(shown.code(), "door.fields");
    let shown = admin
        .act(form("https://sms.example/sendsms", Some("geheim77")))
        .expect("kept");
    assert!(!format!("{shown:?}").contains("geheim77"));
    admin
        .act(form("https://sms.example/sendsms", None))
        .expect("the password stays");
    assert!(
        admin
            .act(form("https://evil.example/sendsms", None))
            .is_err(),
        "not for another address"
    );
    assert!(
        admin
            .act(form("http://sms.example/sendsms", Some("x")))
            .is_err(),
        "not in the clear"
    );
    let waiting = house.as_machine().ask(LookOut {}).expect("an answer");
    assert_eq!(waiting.trial, None);
    admin.act(TryGateway {}).expect("asked");
    let (number, gateway) = house
        .as_machine()
        .ask(LookOut {})
        .expect("an answer")
        .trial
        .expect("a trial");
    assert!(
        !format!("{gateway:?}").contains("geheim77"),
        "passwords aren't printed"
    );
    house
        .as_machine()
        .act(TriedGateway {
            number,
            cause: Some(MessageCause::Account),
            balance: None,
        })
        .expect("told");
    let trial = admin
        .ask(ShowGateway {})
        .expect("shown")
        .trial
        .expect("a trial");
    assert_eq!(
        (trial.done, trial.cause),
        (true, Some(MessageCause::Account))
    );
}

#[test]
fn addresses_in_the_clear_are_this_computer_alone() {
    for (url, good) in [
        ("https://sms.kz/send", true),
        ("http://127.0.0.1:13013/cgi-bin/sendsms", true),
        ("http://[::1]:13013/x", true),
        ("http://localhost/x", true),
        ("http://sms.kz/send", false),
        ("http://127.0.0.1.evil.kz/x", false),
        ("http://127.0.0.1@evil.kz/x", false),
        ("https://user:word@sms.kz", false),
        ("ftp://sms.kz", false),
        ("sms.kz", false),
        ("https://", false),
    ] {
        assert_eq!(gateway::check_url(url).is_ok(), good, "{url}");
    }
}

/// A room's command that sends a notice, or stops advertising where it is told no words.
#[derive(Debug, Serialize, Deserialize, TS, JsonSchema)]
struct Tell {
    client: crate::clients::ClientId,
    #[serde(skip)]
    words: Option<NoticeWords>,
}

impl crate::Command for Tell {
    const NAME: &'static str = "messages.told_by_a_test";
    const RIGHT: crate::Right = crate::Right::Machine;
    type Output = Option<MessageId>;
}

impl crate::Act for Tell {
    fn run(self, cx: &Write<'_>) -> Result<crate::Done<Option<MessageId>>> {
        let entry = crate::Entry::about(crate::Subject::house());
        let Some(words) = self.words else {
            drop_advertising(cx, self.client)?;
            return Ok(crate::Done::new(None, entry));
        };
        let phone = kz::Phone::parse("+77011234567").expect("a number");
        let notice = Notice {
            operator: crate::policy::OperatorId(1),
            client: self.client,
            phone: &phone,
            lang: crate::Lang::Kk,
            words,
        };
        Ok(crate::Done::new(Some(send_notice(cx, &notice)?), entry))
    }
}

fn client(house: &House) -> crate::clients::ClientId {
    crate::clients::samples::aigul(house, Relation::OwnBranch)
}

/// A client who agreed to advertising.
fn consented(house: &House) -> crate::clients::ClientId {
    let text = crate::consents::samples::text(house, Relation::OwnBranch);
    crate::consents::samples::consent(house, Relation::OwnBranch, text.id).client
}

fn tell(
    house: &House,
    client: crate::clients::ClientId,
    words: NoticeWords,
) -> Result<Option<MessageId>> {
    let words = Some(words);
    house.as_machine().act(Tell { client, words })
}

fn at(house: &House, moment: &str) {
    house
        .clock
        .set(crate::clock::HandClock::parse(moment).expect("a moment"));
}

fn advertising() -> NoticeWords {
    NoticeWords::Advertising {
        text: "Жаңа жылдық жеңілдік".to_owned(),
    }
}

#[test]
fn a_notice_is_worded_when_it_leaves_and_nothing_of_it_is_kept() {
    let house = House::demo();
    let done = NoticeWords::WithdrawalDone {
        number: "26-K7QM-3XTE".to_owned(),
    };
    let id = tell(&house, client(&house), done).expect("queued");
    let parcel = take(&house).expect("a message");
    assert_eq!(Some(parcel.id), id);
    assert!(parcel.text.contains("«Эсперанс» ЖШС"), "{}", parcel.text);
    assert!(parcel.text.contains("26-K7QM-3XTE"));
    settle(&house, &parcel, accepted()).expect("settled");
    assert_eq!(
        house.peek("SELECT recipient || '|' || coalesce(words, '') || '|' || parts FROM outbox"),
        format!("||{}", measure(&parcel.text).parts)
    );
}

#[test]
fn advertising_waits_for_its_hours_and_service_messages_do_not() {
    let house = House::demo();
    let client = consented(&house);
    // A Friday evening: ten past nine.
    at(&house, "2026-12-18T21:10");
    tell(&house, client, advertising()).expect("queued");
    assert!(!is_due(&house), "not in the evening");
    at(&house, "2026-12-19T12:00");
    assert!(!is_due(&house), "not on a Saturday");
    at(&house, "2026-12-21T09:00");
    assert!(take(&house).is_some());

    // Queued within the hours, found by the courier only after them.
    tell(&house, client, advertising()).expect("queued");
    at(&house, "2026-12-21T21:00");
    assert!(is_due(&house) && take(&house).is_none() && !is_due(&house));
    let accepted = NoticeWords::LoyaltyAccepted {
        programme: "Алтын Сандық".to_owned(),
    };
    tell(&house, client, accepted).expect("queued");
    assert!(take(&house).is_some(), "a service message goes at once");
    at(&house, "2026-12-22T09:00");
    assert!(take(&house).is_some());
}

#[test]
fn advertising_stops_at_once() {
    let house = House::demo();
    let client = consented(&house);
    tell(&house, client, advertising()).expect("queued");
    let words = None;
    house
        .as_machine()
        .act(Tell { client, words })
        .expect("stopped");
    assert!(!is_due(&house));
    // Queued before the block, to leave after it.
    tell(&house, client, advertising()).expect("queued");
    crate::blocks::samples::blocked(
        &house,
        Relation::OwnBranch,
        client,
        crate::blocks::BlockScope::Everything,
    );
    assert!(take(&house).is_none());
    assert_eq!(
        house.peek("SELECT group_concat(state || ' ' || cause || recipient, ', ') FROM outbox"),
        "failed blocked, failed blocked"
    );
}

#[test]
fn what_is_longer_than_a_notice_may_be_is_refused() {
    let house = House::demo();
    let long = NoticeWords::Advertising {
        text: "қ".repeat(300),
    };
    let refused = |house: &House, words| tell(house, client(house), words).expect_err("refused");
    assert_eq!(refused(&house, long).code(), "messages.too_long");
    assert_eq!(
        refused(&House::new(), advertising()).code(),
        "messages.no_gateway"
    );
}

#[test]
fn a_notice_may_wait_longer_between_tries_than_a_code() {
    assert_eq!(pause(MessageClass::Code, 20), Duration::seconds(30));
    assert_eq!(pause(MessageClass::Service, 20), Duration::minutes(15));
    assert_eq!(pause(MessageClass::Advertising, 1), Duration::seconds(1));
}

/// The gateway that a test's house uses, which tells what came of a message.
fn with_gateway(house: &House, gateway: GatewayForm) {
    house
        .as_role(Role::Administrator)
        .act(SetGateway { gateway })
        .expect("chosen");
}

fn smsc() -> GatewayForm {
    GatewayForm::Smsc {
        url: String::new(),
        user: "kelisim".to_owned(),
        password: Some(Secret::new("geheim77")),
        sender: String::new(),
    }
}

fn mobizon() -> GatewayForm {
    GatewayForm::Mobizon {
        url: String::new(),
        password: Some(Secret::new("kz77key")),
        sender: "KELISIM".to_owned(),
    }
}

fn awaited(house: &House) -> Vec<Awaited> {
    let awaited = house.as_machine().ask(AwaitDeliveries {});
    awaited.expect("an answer").messages
}

fn report(house: &House, identity: &str, delivered: bool) -> u32 {
    let said = DeliverySaid {
        identity: identity.to_owned(),
        delivered,
        parts: Some(1),
        price: Some(16_500),
    };
    let said = vec![said];
    let noted = house.as_machine().act(ReportDeliveries { said });
    noted.expect("noted")
}

/// State, delivery and number of the newest message.
fn newest(house: &House) -> String {
    house.peek(
        "SELECT state || ' ' || coalesce(delivery, '-') || ' ' || recipient FROM outbox ORDER BY id DESC LIMIT 1",
    )
}

#[test]
fn a_delivery_is_noted_once_and_stands_in_the_trail() {
    let house = queued();
    with_gateway(&house, mobizon());
    let parcel = take(&house).expect("a message");
    let receipt = Receipt {
        id: Some("12111324".to_owned()),
        reference: Some("1759377".to_owned()),
        ..Receipt::default()
    };
    settle(&house, &parcel, Handed::Accepted { receipt }).expect("settled");
    assert_eq!(
        newest(&house),
        "accepted awaited ",
        "Mobizon is asked by its own number: ours to whom is forgotten"
    );
    let waiting = awaited(&house);
    assert_eq!(
        (
            waiting[0].gateway_id.as_deref(),
            waiting[0].reference.as_deref()
        ),
        (Some("12111324"), Some("1759377"))
    );
    assert_eq!(report(&house, "somebody else's", true), 0);
    assert_eq!(report(&house, &parcel.identity, true), 1);
    assert_eq!(report(&house, &parcel.identity, false), 0, "said once");
    assert_eq!(newest(&house), "accepted delivered ");
    assert!(awaited(&house).is_empty());
    assert_eq!(
        house.peek("SELECT kind || ' ' || word FROM visit_events ORDER BY id DESC LIMIT 1"),
        "code_delivered 12111324"
    );
    let shown = house
        .as_role(Role::Administrator)
        .ask(ListMessages { page: 0 })
        .expect("a list");
    assert_eq!(
        (shown.total, shown.month_parts, shown.month_price),
        (1, 1, 16_500)
    );
    assert_eq!(shown.lines[0].delivery, Some(DeliveryState::Delivered));
}

#[test]
fn a_gateway_that_knows_our_number_is_asked_about_what_it_never_answered_for() {
    let house = queued();
    with_gateway(&house, smsc());
    let parcel = take(&house).expect("a message");
    settle(&house, &parcel, Handed::Unsure).expect("settled");
    let phone = parcel.to.clone();
    assert_eq!(newest(&house), format!("uncertain awaited {phone}"));
    assert_eq!(awaited(&house)[0].to, phone);
    assert!(take(&house).is_none(), "asking isn't sending");
    report(&house, &parcel.identity, true);
    assert_eq!(newest(&house), "uncertain delivered ");
}

#[test]
fn after_a_day_nobody_is_asked_any_more() {
    let house = queued();
    with_gateway(&house, smsc());
    let parcel = take(&house).expect("a message");
    settle(&house, &parcel, accepted()).expect("settled");
    house.clock.advance(Duration::hours(26));
    assert!(awaited(&house).is_empty());
    report(&house, "nobody's", true);
    assert_eq!(newest(&house), "accepted unknown ");
    assert_eq!(
        report(&house, &parcel.identity, true),
        1,
        "late is better than never"
    );
}

#[test]
fn a_gateway_that_tells_nothing_is_not_waited_for() {
    let house = queued();
    let parcel = take(&house).expect("a message");
    settle(&house, &parcel, accepted()).expect("settled");
    assert_eq!(newest(&house), "accepted - ");
}

#[test]
fn a_secret_goes_to_no_other_kind_of_gateway() {
    let house = House::new();
    with_gateway(&house, smsc());
    let other = GatewayForm::Mobizon {
        url: "https://smsc.kz".to_owned(),
        password: None,
        sender: String::new(),
    };
    let refused = house
        .as_role(Role::Administrator)
        .act(SetGateway { gateway: other });
    assert!(refused.is_err());
    let shown = house
        .as_role(Role::Administrator)
        .ask(ShowGateway {})
        .expect("shown");
    assert!(!format!("{shown:?}").contains("geheim77"));
    assert_eq!(
        shown.facts.map(|facts| (facts.url, facts.user)),
        Some(("https://smsc.kz".to_owned(), "kelisim".to_owned()))
    );
}
