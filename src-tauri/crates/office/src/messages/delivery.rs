//! What became of a message after a gateway took it: reported by the gateway, or asked for. The words of a report are evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Gateway, MessageCause, MessageClass, MessageId, MessageState, NoticeKind, gateway, store,
};
use crate::clock::Stamp;
use crate::error::Result;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// How long a gateway is asked what came of a message: networks keep one for a day at most.
pub(super) const ASKED_FOR: chrono::Duration = chrono::Duration::hours(25);
/// Messages that the courier asks about at once.
const AT_ONCE: u32 = 50;

crate::named! {
    /// What the network says about a message.
    DeliveryState {
        /// Nothing yet.
        Awaited = "awaited",
        /// It reached the phone.
        Delivered = "delivered",
        /// It did not, and won't.
        NotDelivered = "not_delivered",
        /// A day passed without a word.
        Unknown = "unknown",
    }
}

/// A message whose delivery isn't known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Awaited {
    /// Which.
    pub id: MessageId,
    /// Its own identity.
    pub identity: String,
    /// The gateway's number for it.
    pub gateway_id: Option<String>,
    /// What else the gateway calls it by.
    pub reference: Option<String>,
    /// To whom, where the gateway wants to hear it again.
    pub to: String,
}

/// What the courier is to ask about, and whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DeliveriesAwaited {
    /// By which gateway they went.
    pub gateway: Gateway,
    /// Those of it that aren't known yet, the oldest first.
    pub messages: Vec<Awaited>,
}

/// Asks which deliveries aren't known yet: of the gateway that is chosen now.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwaitDeliveries {}

impl Command for AwaitDeliveries {
    const NAME: &'static str = "messages.awaited";
    const RIGHT: Right = Right::Machine;
    type Output = DeliveriesAwaited;
}

impl Ask for AwaitDeliveries {
    fn run(self, cx: &Read<'_>) -> Result<DeliveriesAwaited> {
        let gateway = gateway(cx)?;
        let messages = store::awaited(cx, gateway.kind(), AT_ONCE)?;
        Ok(DeliveriesAwaited { gateway, messages })
    }
}

/// What a gateway said about one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliverySaid {
    /// Which, by its own identity.
    pub identity: String,
    /// It reached the phone, or won't.
    pub delivered: bool,
    /// Messages that the gateway counted.
    #[serde(default)]
    pub parts: Option<u32>,
    /// Thousandths of the account's currency that it took.
    #[serde(default)]
    pub price: Option<i64>,
}

/// Notes what gateways said about messages. What isn't ours, or is known already, is left alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportDeliveries {
    /// What was said.
    pub said: Vec<DeliverySaid>,
}

impl Command for ReportDeliveries {
    const NAME: &'static str = "messages.report";
    const RIGHT: Right = Right::Machine;
    type Output = u32;
}

impl Act for ReportDeliveries {
    fn run(self, cx: &Write<'_>) -> Result<Done<u32>> {
        let mut noted = 0;
        for said in &self.said {
            noted += u32::from(store::note_delivery(cx, said)?);
        }
        store::give_up_deliveries(cx)?;
        if noted > 0 {
            cx.news("messages", 0);
        }
        let entry = Entry::about(Subject::house()).fields(["delivery"]);
        Ok(Done::new(noted, entry))
    }
}

/// A message in the list: nothing of its words, its number or its client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MessageLine {
    /// Which.
    pub id: MessageId,
    /// What it is for.
    pub class: MessageClass,
    /// What it says, where it is a notice.
    pub notice: Option<NoticeKind>,
    /// When it was queued.
    pub made: Stamp,
    /// When it leaves, where it waits.
    pub leaves: Option<Stamp>,
    /// Where it stands.
    pub state: MessageState,
    /// Why it isn't accepted.
    pub cause: Option<MessageCause>,
    /// What the network says.
    pub delivery: Option<DeliveryState>,
    /// When it said so.
    pub delivered: Option<Stamp>,
    /// By which gateway.
    pub gateway: Option<String>,
    /// The gateway's number for it.
    pub gateway_id: Option<String>,
    /// Messages that the network counts.
    pub parts: Option<u32>,
    /// Thousandths of the account's currency.
    pub price: Option<i64>,
}

/// The messages of the latest days, and what this month took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MessagesShown {
    /// The newest first.
    pub lines: Vec<MessageLine>,
    /// How many there are in all.
    pub total: u32,
    /// Messages that the network counted this month.
    pub month_parts: u32,
    /// What they took, as far as gateways told it: thousandths.
    pub month_price: i64,
}

/// Lists messages: how they fared and what they took, for whoever keeps the gateway.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListMessages {
    /// Page, from 0.
    #[serde(default)]
    pub page: u32,
}

impl Command for ListMessages {
    const NAME: &'static str = "messages.list";
    const RIGHT: Right = Right::ManageHouse;
    type Output = MessagesShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for ListMessages {
    fn run(self, cx: &Read<'_>) -> Result<MessagesShown> {
        store::list(cx, self.page)
    }
}
