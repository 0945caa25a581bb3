//! The adapters and the courier before gateways of our own making: they speak TLS with a certificate of a test's authority, check
//! what is posted as the real ones document it, keep what they took, and can lose an answer or go away.

mod peer;

use std::sync::Arc;
use std::time::{Duration, Instant};

use office::clients::{ClientId, Datum, RegisterClient, SubjectKind};
use office::messages::{
    Awaited, Gateway, GatewayForm, Handed, ListMessages, MessageCause, MessageId, MessageState,
    Mobizon, Notice, NoticeWords, Parcel, Secret, SetGateway, SmscKz, send_notice,
};
use office::policy::Role;
use office::testing::House;
use office::{Act, Command, Done, Entry, Lang, Right, Subject, Write};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Courier, Wire};
use peer::{Mood, Peer};

const PHONE: &str = "+77011234567";
const WORDS: &str = "Эсперанс: код № 1 — 123456. Келісім";
const SECRET: &str = "geheim77";

fn smsc(peer: &Peer, secret: &str) -> Gateway {
    Gateway::Smsc(SmscKz {
        url: peer.url.clone(),
        login: "kelisim".to_owned(),
        secret: Secret::new(secret),
        sender: "KELISIM".to_owned(),
    })
}

fn mobizon(peer: &Peer, secret: &str) -> Gateway {
    Gateway::Mobizon(Mobizon {
        url: peer.url.clone(),
        key: Secret::new(secret),
        sender: "KELISIM".to_owned(),
    })
}

fn parcel(gateway: Gateway, identity: &str) -> Parcel {
    Parcel {
        id: MessageId(1),
        attempt: "a".to_owned(),
        identity: identity.to_owned(),
        to: PHONE.to_owned(),
        text: WORDS.to_owned(),
        gateway,
    }
}

fn awaited(identity: &str, handed: &Handed) -> Awaited {
    let (gateway_id, reference) = match handed {
        Handed::Accepted { receipt } => (receipt.id.clone(), receipt.reference.clone()),
        _ => (None, None),
    };
    Awaited {
        id: MessageId(1),
        identity: identity.to_owned(),
        gateway_id,
        reference,
        to: PHONE.to_owned(),
    }
}

const IDENTITY: &str = "4f00112233445566778899aabbccddee";

#[test]
fn nothing_secret_stands_in_an_address() {
    let peer = Peer::start();
    let wire = Wire::trusting(peer.roots());
    for gateway in [smsc(&peer, SECRET), mobizon(&peer, SECRET)] {
        let handed = wire.hand(&parcel(gateway.clone(), IDENTITY));
        assert!(matches!(handed, Handed::Accepted { .. }), "{handed:?}");
        wire.ask(&gateway, &[awaited(IDENTITY, &handed)]);
        wire.try_out(&gateway).expect("a balance");
    }
    let heard = peer.heard();
    assert!(heard.len() >= 6);
    for request in heard {
        assert!(request.line.starts_with("POST /"), "{}", request.line);
        for secret in [SECRET, "kelisim", "7701", "123456", "4f001122"] {
            assert!(!request.line.contains(secret), "{}", request.line);
        }
    }
}

#[test]
fn smsc_takes_a_message_and_tells_parts_price_and_delivery() {
    let peer = Peer::start();
    let wire = Wire::trusting(peer.roots());
    let handed = wire.hand(&parcel(smsc(&peer, SECRET), IDENTITY));
    let Handed::Accepted { receipt } = &handed else {
        panic!("{handed:?}");
    };
    assert_eq!((receipt.parts, receipt.price), (Some(1), Some(16_500)));
    assert_eq!(peer.taken(), vec![(PHONE.to_owned(), WORDS.to_owned())]);
    let message = [awaited(IDENTITY, &handed)];
    let gateway = smsc(&peer, SECRET);
    assert!(wire.ask(&gateway, &message).is_empty(), "on its way");
    peer.deliver(true);
    let said = wire.ask(&gateway, &message);
    assert_eq!((said.len(), said[0].delivered), (1, true));
    assert_eq!(said[0].identity, IDENTITY);
    assert_eq!(
        wire.try_out(&gateway).as_ref().map(Option::as_deref),
        Ok(Some("1234.50 KZT"))
    );
    assert_eq!(
        wire.hand(&parcel(smsc(&peer, "wrong"), "77")),
        Handed::Refused {
            cause: MessageCause::Account
        }
    );
}

#[test]
fn an_answer_that_was_lost_is_asked_for_and_never_sent_again() {
    let peer = Peer::start();
    let wire = Wire::trusting(peer.roots());
    peer.mood(Mood::LosesAnswers);
    let gateway = smsc(&peer, SECRET);
    assert_eq!(
        wire.hand(&parcel(gateway.clone(), IDENTITY)),
        Handed::Unsure
    );
    peer.mood(Mood::Well);
    peer.deliver(false);
    let said = wire.ask(&gateway, &[awaited(IDENTITY, &Handed::Unsure)]);
    assert_eq!((said.len(), said[0].delivered), (1, false));
    assert_eq!(peer.taken().len(), 1);
    assert!(
        wire.ask(&gateway, &[awaited("0badcafe00", &Handed::Unsure)])
            .is_empty(),
        "what it never heard of stays open"
    );
}

#[test]
fn mobizon_takes_a_message_and_tells_parts_price_and_delivery() {
    let peer = Peer::start();
    let wire = Wire::trusting(peer.roots());
    let gateway = mobizon(&peer, SECRET);
    let handed = wire.hand(&parcel(gateway.clone(), IDENTITY));
    let message = [awaited(IDENTITY, &handed)];
    assert!(message[0].gateway_id.is_some() && message[0].reference.is_some());
    assert_eq!(
        peer.taken(),
        vec![(PHONE.trim_start_matches('+').to_owned(), WORDS.to_owned())]
    );
    assert!(wire.ask(&gateway, &message).is_empty(), "on its way");
    peer.deliver(true);
    let said = wire.ask(&gateway, &message);
    assert_eq!(
        (said[0].delivered, said[0].parts, said[0].price),
        (true, Some(1), Some(17_900))
    );
    assert_eq!(
        wire.try_out(&gateway).as_ref().map(Option::as_deref),
        Ok(Some("98.6000 KZT"))
    );
    assert_eq!(
        wire.try_out(&mobizon(&peer, "wrong")),
        Err(MessageCause::Account)
    );
}

#[test]
fn an_unknown_certificate_hears_no_byte_of_a_message() {
    let peer = Peer::start();
    let wire = Wire::default();
    for gateway in [smsc(&peer, SECRET), mobizon(&peer, SECRET)] {
        assert_eq!(
            wire.hand(&parcel(gateway.clone(), IDENTITY)),
            Handed::Unreachable {
                cause: MessageCause::Certificate
            }
        );
        assert_eq!(wire.try_out(&gateway), Err(MessageCause::Certificate));
    }
    assert!(peer.heard().is_empty());
}

#[test]
fn a_gateway_that_is_away_takes_nothing_and_is_tried_again() {
    let peer = Peer::start();
    let wire = Wire::trusting(peer.roots());
    let gateway = smsc(&peer, SECRET);
    peer.stop();
    assert_eq!(
        wire.hand(&parcel(gateway, IDENTITY)),
        Handed::Unreachable {
            cause: MessageCause::NoConnection
        }
    );
}

/// A room's command that sends some notices.
#[derive(Serialize, Deserialize, TS, JsonSchema)]
struct Tell {
    client: ClientId,
    count: u32,
}

impl Command for Tell {
    const NAME: &'static str = "messages.told_by_a_test";
    const RIGHT: Right = Right::Machine;
    type Output = ();
}

impl Act for Tell {
    fn run(self, cx: &Write<'_>) -> office::Result<Done<()>> {
        let phone = kz::Phone::parse(PHONE).expect("a number");
        for n in 0..self.count {
            let notice = Notice {
                operator: office::policy::OperatorId(1),
                client: self.client,
                phone: &phone,
                lang: Lang::Ru,
                words: NoticeWords::LoyaltyAccepted {
                    programme: format!("№ {n}"),
                },
            };
            send_notice(cx, &notice)?;
        }
        Ok(Done::new((), Entry::about(Subject::house())))
    }
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !done() {
        assert!(Instant::now() < end, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_gateway_goes_and_comes_back_and_each_message_arrives_once() {
    let house = House::new();
    let peer = Peer::start();
    let url = peer.url.clone();
    house
        .as_role(Role::Administrator)
        .act(SetGateway {
            gateway: GatewayForm::Smsc {
                url,
                user: "kelisim".to_owned(),
                password: Some(Secret::new(SECRET)),
                sender: String::new(),
            },
        })
        .expect("chosen");
    let values = [(Datum::Surname, "Серікова"), (Datum::Given, "Дана")];
    let values = values.map(|(datum, value)| (datum, value.to_owned()));
    let client = house
        .as_role(Role::Consultant)
        .act(RegisterClient {
            kind: SubjectKind::Client,
            values: values.into_iter().collect(),
            authority: None,
        })
        .expect("a client")
        .client;
    peer.stop();
    let tell = Tell { client, count: 5 };
    house.as_machine().act(tell).expect("queued");
    let wire = Wire::trusting(peer.roots());
    let courier = Courier::start_with(Arc::clone(&house.door), wire).expect("a courier");
    let shown = || {
        let list = ListMessages { page: 0 };
        house
            .as_role(Role::Administrator)
            .ask(list)
            .expect("a list")
    };
    until("a refused connection is noted", || {
        shown().lines.iter().all(|line| {
            line.state == MessageState::Queued && line.cause == Some(MessageCause::NoConnection)
        })
    });
    let peer = peer.again();
    // One answer is lost on the way: that message is known to the gateway alone.
    peer.mood(Mood::LosesOneAnswer);
    until("each is in the gateway", || {
        house.clock.advance(chrono::Duration::seconds(2));
        peer.taken().len() == 5
    });
    until("each is settled", || {
        shown()
            .lines
            .iter()
            .all(|line| line.state != MessageState::Queued && line.state != MessageState::Handing)
    });
    let mut texts: Vec<String> = peer.taken().into_iter().map(|(_, text)| text).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 5, "each once");
    let unsure = shown()
        .lines
        .iter()
        .filter(|line| line.state == MessageState::Uncertain)
        .count();
    assert_eq!(unsure, 1);
    peer.deliver(true);
    until("each delivery is known, of the lost answer too", || {
        shown()
            .lines
            .iter()
            .all(|line| line.delivery == Some(office::messages::DeliveryState::Delivered))
    });
    drop(courier);
    assert_eq!(peer.taken().len(), 5);
}
