//! Messages that leave the house (S2, S9): one-time codes and notices, the queue, its states, and the gateway chosen in settings.
//!
//! A message is `queued → handing → accepted | failed | uncertain`. Handing is a lease: who holds it may carry the message once.
//! A lease that ran out means that the carrier died with the message in hand. Kannel can't be asked whether it took it, so such
//! a message is *uncertain* and is never sent again by itself: the client asks for a new code instead (`reliability` before comfort).

pub mod commands;
pub mod delivery;
pub mod gateway;
pub mod hours;
pub mod notice;
pub mod parts;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
mod store;
#[cfg(test)]
mod tests;

use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock::Moment;
use crate::error::{Args, Fault, Kind, Result};
use crate::{Read, Write, id};

pub use commands::*;
pub use delivery::*;
pub use gateway::*;
pub use notice::{
    MessageClass, Notice, NoticeKind, NoticeWords, drop_advertising, preview, send_notice,
};
pub use parts::{Letters, Parts, measure};

id! {
    /// A message in the queue.
    MessageId
}

/// The longest that a carrier may hold a message: more than a gateway call can last.
const LEASE: Duration = Duration::seconds(60);
/// The longest pause between two tries of a code: somebody waits at the counter.
const LONGEST_PAUSE: i64 = 30;
/// The longest pause between two tries of a notice.
const LONGEST_NOTICE_PAUSE: i64 = 15 * 60;
/// The setting that holds the latest trial of the gateway.
const TRIAL: &str = "messages.trial";
/// Longest sender name that networks take.
const SENDER: usize = 11;

crate::named! {
    /// Where a message stands.
    MessageState {
        /// Waits for the courier.
        Queued = "queued",
        /// The courier has it in hand.
        Handing = "handing",
        /// The gateway promised to deliver it.
        Accepted = "accepted",
        /// The gateway refused it, or its time passed.
        Failed = "failed",
        /// Handed over without an answer: perhaps sent. Not sent again.
        Uncertain = "uncertain",
    }
}

crate::named! {
    /// Why a gateway did not take a message.
    MessageCause {
        /// No gateway is chosen.
        Off = "off",
        /// The gateway can't be reached.
        NoConnection = "no_connection",
        /// The gateway's certificate isn't trusted.
        Certificate = "certificate",
        /// The address isn't that of a gateway.
        Address = "address",
        /// The gateway doesn't know this account.
        Account = "account",
        /// The account has no money left.
        NoMoney = "no_money",
        /// The gateway refuses this message.
        Rejected = "rejected",
        /// The gateway asks to come later.
        NotNow = "not_now",
        /// The gateway's answer isn't understood.
        Answer = "answer",
        /// Its time passed before a gateway took it.
        TooLate = "too_late",
        /// The carrier died with the message in hand.
        CutShort = "cut_short",
        /// The vault was shut, or a newer code took its place.
        Superseded = "superseded",
        /// The client's data are blocked, or advertising was forbidden meanwhile.
        Blocked = "blocked",
    }
}

/// A password: stored in the vault, shown to the courier alone, printed nowhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a password.
    pub fn new(text: impl Into<String>) -> Self {
        Secret(text.into())
    }
    /// The password itself.
    pub fn show(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// One message in the courier's hands.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct Parcel {
    /// Which.
    pub id: MessageId,
    /// This lease. An answer under another one isn't heard.
    pub attempt: String,
    /// The message's own identity, the same on every try.
    pub identity: String,
    /// E.164.
    pub to: String,
    /// The words.
    pub text: String,
    /// By which gateway.
    pub gateway: Gateway,
}

/// What a gateway says about a message that it took.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The gateway's number for it, where it gives one.
    pub id: Option<String>,
    /// What else it calls it by: a campaign.
    pub reference: Option<String>,
    /// Messages that it counted.
    pub parts: Option<u32>,
    /// Thousandths of the account's currency that it takes for it.
    pub price: Option<i64>,
}

/// What came of handing a message over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Handed {
    /// The gateway promised to deliver it.
    Accepted {
        /// What the gateway says about it.
        #[serde(default)]
        receipt: Receipt,
    },
    /// Refused for good.
    Refused {
        /// Why.
        cause: MessageCause,
    },
    /// Surely not taken: may be tried again.
    Unreachable {
        /// Why.
        cause: MessageCause,
    },
    /// Perhaps taken: may not be tried again.
    Unsure,
}

/// A message as the room keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Which.
    pub id: MessageId,
    /// What it is for.
    pub class: MessageClass,
    /// Where it stands.
    pub state: MessageState,
    /// How often it was handed over.
    pub tries: u32,
    /// After it sending is of no use.
    pub ends_at: Moment,
    /// Why it isn't accepted.
    pub cause: Option<MessageCause>,
}

/// What a message becomes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fate {
    /// Tried again at this moment.
    Again(Moment, MessageCause),
    /// Over.
    Over(MessageState, Option<MessageCause>),
}

impl Message {
    /// What the gateway's answer makes of a message that was handed over at `now`.
    pub(crate) fn fate(&self, handed: &Handed, now: Moment) -> Fate {
        match handed {
            Handed::Accepted { .. } => Fate::Over(MessageState::Accepted, None),
            Handed::Refused { cause } => Fate::Over(MessageState::Failed, Some(*cause)),
            Handed::Unsure => Fate::Over(MessageState::Uncertain, Some(MessageCause::Answer)),
            Handed::Unreachable { cause } => {
                let next = now.plus(pause(self.class, self.tries));
                if next < self.ends_at {
                    Fate::Again(next, *cause)
                } else {
                    Fate::Over(MessageState::Failed, Some(MessageCause::TooLate))
                }
            }
        }
    }
}

/// The pause after the n-th try: one second, doubled each time, half a minute at most; a quarter of an hour for what nobody waits for.
fn pause(class: MessageClass, tries: u32) -> Duration {
    let longest = match class {
        MessageClass::Code => LONGEST_PAUSE,
        MessageClass::Service | MessageClass::Advertising => LONGEST_NOTICE_PAUSE,
    };
    Duration::seconds((1_i64 << tries.saturating_sub(1).min(10)).min(longest))
}

/// Where a message stands, as the consultant and the tablet are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MessageDelivery {
    /// State.
    pub state: MessageState,
    /// Why it isn't accepted.
    pub cause: Option<MessageCause>,
    /// What the network reported, where the gateway tells it.
    pub delivery: Option<DeliveryState>,
}

/// Where a message stands, for the room that sent it.
pub fn stands(cx: &Read<'_>, message: MessageId) -> Result<Option<MessageDelivery>> {
    store::stands(cx, message)
}

/// Queues a code's message, to be sent at once and not after `ends_at`.
pub(crate) fn queue_code(
    cx: &Write<'_>,
    code: i64,
    recipient: &kz::Phone,
    ends_at: Moment,
) -> Result<MessageId> {
    store::queue(cx, code, recipient.as_e164(), ends_at)
}

/// Where the message of a code stands.
pub(crate) fn delivery(cx: &Read<'_>, code: i64) -> Result<Option<MessageDelivery>> {
    store::delivery(cx, code)
}

/// A code died: what of it is still queued is not sent any more.
pub(crate) fn drop_code(cx: &Write<'_>, code: i64) -> Result<()> {
    store::drop_code(cx, code)
}

/// What is wrong with a message or a gateway.
#[derive(Debug, thiserror::Error)]
pub enum MessagesError {
    /// The address isn't one.
    #[error("not a gateway address")]
    Url,
    /// The port is taken by the system or isn't one.
    #[error("not a port")]
    Port,
    /// Plain HTTP to another computer.
    #[error("plain HTTP to another computer")]
    PlainHttp,
    /// No account.
    #[error("no account")]
    User,
    /// No password.
    #[error("no password")]
    Password,
    /// Sender name empty or too long.
    #[error("sender name")]
    Sender,
    /// The demonstration gateway outside a demonstration vault.
    #[error("demonstration gateway in a working vault")]
    DemoOnly,
    /// The lease is over or somebody else's.
    #[error("the lease is over")]
    Lease,
    /// No gateway is chosen.
    #[error("no gateway")]
    NoGateway,
    /// The words take more messages than a notice may.
    #[error("too long for a message")]
    TooLong,
}

impl Fault for MessagesError {
    fn code(&self) -> &'static str {
        match self {
            MessagesError::Url => "messages.url",
            MessagesError::Port => "messages.port",
            MessagesError::PlainHttp => "messages.plain_http",
            MessagesError::User => "messages.user",
            MessagesError::Password => "messages.password",
            MessagesError::Sender => "messages.sender",
            MessagesError::DemoOnly => "messages.demo_only",
            MessagesError::Lease => "messages.lease",
            MessagesError::NoGateway => "messages.no_gateway",
            MessagesError::TooLong => "messages.too_long",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            MessagesError::DemoOnly | MessagesError::NoGateway => Kind::Refused,
            MessagesError::Lease => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        match self {
            MessagesError::Sender => Args::none().number("most", SENDER as i64),
            MessagesError::TooLong => Args::none().number("most", notice::MOST_PARTS),
            _ => Args::none(),
        }
    }
}
