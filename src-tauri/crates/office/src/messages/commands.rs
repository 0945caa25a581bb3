//! What can be asked of the messages room.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::gateway::{GATEWAY, facts};
use super::{
    Gateway, GatewayFacts, GatewayForm, Handed, MessageCause, MessageId, MessagesError, Parcel,
    Receipt, TRIAL, gateway, store,
};
use crate::clock::Stamp;
use crate::error::Result;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// The gateway as the settings show it: never with its password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct GatewayShown {
    /// `off`, `demo`, `kannel`, `smsc` or `mobizon`.
    pub kind: String,
    /// Address, account and sender, where there is one.
    pub facts: Option<GatewayFacts>,
    /// The demonstration gateway may be chosen: this is a demonstration vault.
    pub demo: bool,
    /// The latest trial of the connection.
    pub trial: Option<GatewayTrial>,
    /// Messages that wait.
    pub waiting: u32,
}

/// A trial of the connection: asked for in the settings, made by the courier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct GatewayTrial {
    /// Its number.
    pub number: i64,
    /// When it was asked for.
    pub asked: Stamp,
    /// It is over.
    pub done: bool,
    /// Why it failed, if it did.
    pub cause: Option<MessageCause>,
    /// What is left on the account, where the gateway tells it: `1234.50 KZT`.
    #[serde(default)]
    pub balance: Option<String>,
}

/// Shows the gateway.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowGateway {}

impl Command for ShowGateway {
    const NAME: &'static str = "messages.gateway";
    const RIGHT: Right = Right::ManageHouse;
    type Output = GatewayShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for ShowGateway {
    fn run(self, cx: &Read<'_>) -> Result<GatewayShown> {
        shown(cx)
    }
}

fn shown(cx: &Read<'_>) -> Result<GatewayShown> {
    let gateway = gateway(cx)?;
    Ok(GatewayShown {
        kind: gateway.kind().to_owned(),
        facts: facts(&gateway),
        demo: cx.is_demo(),
        trial: cx.setting(TRIAL)?,
        waiting: store::waiting(cx)?,
    })
}

/// Chooses the gateway.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetGateway {
    /// Which.
    pub gateway: GatewayForm,
}

impl Command for SetGateway {
    const NAME: &'static str = "messages.set_gateway";
    const RIGHT: Right = Right::ManageHouse;
    type Output = GatewayShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for SetGateway {
    fn run(self, cx: &Write<'_>) -> Result<Done<GatewayShown>> {
        let kept = gateway(cx)?;
        let chosen = self.gateway.check(&kept, cx.is_demo())?;
        cx.set_setting(GATEWAY, &Some(chosen))?;
        cx.set_setting(TRIAL, &None::<GatewayTrial>)?;
        cx.news("messages", 0);
        Ok(Done::new(
            shown(cx)?,
            Entry::about(Subject::house()).fields(["gateway"]),
        ))
    }
}

/// Asks the courier to try the connection. The answer comes as news, and stands in the settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TryGateway {}

impl Command for TryGateway {
    const NAME: &'static str = "messages.try_gateway";
    const RIGHT: Right = Right::ManageHouse;
    type Output = GatewayShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for TryGateway {
    fn run(self, cx: &Write<'_>) -> Result<Done<GatewayShown>> {
        let last: Option<GatewayTrial> = cx.setting(TRIAL)?;
        let number = last.map_or(0, |trial| trial.number) + 1;
        cx.set_setting(
            TRIAL,
            &Some(GatewayTrial {
                number,
                asked: cx.now().stamp(),
                done: false,
                cause: None,
                balance: None,
            }),
        )?;
        cx.news("messages", 0);
        Ok(Done::new(
            shown(cx)?,
            Entry::about(Subject::house()).fields(["gateway"]),
        ))
    }
}

/// What waits for the courier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CourierWaiting {
    /// Some message is due, or a lease ran out.
    pub due: bool,
    /// A trial of the connection to make: its number and the gateway.
    pub trial: Option<(i64, Gateway)>,
    /// Some delivery isn't known yet.
    pub awaited: bool,
    /// Where Kannel reports deliveries on this computer.
    pub report_port: Option<u16>,
}

/// Asks what waits for the courier.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LookOut {}

impl Command for LookOut {
    const NAME: &'static str = "messages.look_out";
    const RIGHT: Right = Right::Machine;
    type Output = CourierWaiting;
}

impl Ask for LookOut {
    fn run(self, cx: &Read<'_>) -> Result<CourierWaiting> {
        let trial: Option<GatewayTrial> = cx.setting(TRIAL)?;
        let trial = match trial.filter(|trial| !trial.done) {
            Some(trial) => Some((trial.number, gateway(cx)?)),
            None => None,
        };
        Ok(CourierWaiting {
            due: store::is_due(cx)?,
            trial,
            awaited: store::is_awaited(cx)?,
            report_port: match gateway(cx)? {
                Gateway::Kannel(kannel) => kannel.reports_at(),
                _ => None,
            },
        })
    }
}

/// Takes the next due message under a lease.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeParcel {}

impl Command for TakeParcel {
    const NAME: &'static str = "messages.take";
    const RIGHT: Right = Right::Machine;
    type Output = Option<Parcel>;
}

impl Act for TakeParcel {
    fn run(self, cx: &Write<'_>) -> Result<Done<Option<Parcel>>> {
        store::settle_abandoned(cx)?;
        let parcel = store::take(cx)?;
        let number = parcel.as_ref().map_or(0, |parcel| parcel.id.0);
        Ok(Done::new(
            parcel,
            Entry::about(Subject::new("message", number)),
        ))
    }
}

/// Says what came of a message.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleParcel {
    /// Which.
    pub id: MessageId,
    /// Under which lease.
    pub attempt: String,
    /// What came of it.
    pub handed: Handed,
}

impl Command for SettleParcel {
    const NAME: &'static str = "messages.settle";
    const RIGHT: Right = Right::Machine;
    type Output = ();
}

impl Act for SettleParcel {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        let message = store::leased(cx, self.id, &self.attempt)?.ok_or(MessagesError::Lease)?;
        let fate = message.fate(&self.handed, cx.now());
        let receipt = match self.handed {
            Handed::Accepted { receipt } => receipt,
            _ => Receipt::default(),
        };
        store::settle(cx, self.id, &fate, &receipt)?;
        Ok(Done::new(
            (),
            Entry::about(Subject::new("message", self.id.0)).fields(["state"]),
        ))
    }
}

/// Says what came of a trial of the connection.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TriedGateway {
    /// Which trial.
    pub number: i64,
    /// Why it failed, if it did.
    pub cause: Option<MessageCause>,
    /// What is left on the account.
    #[serde(default)]
    pub balance: Option<String>,
}

impl Command for TriedGateway {
    const NAME: &'static str = "messages.tried_gateway";
    const RIGHT: Right = Right::Machine;
    type Output = ();
}

impl Act for TriedGateway {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        let trial: Option<GatewayTrial> = cx.setting(TRIAL)?;
        if let Some(trial) = trial.filter(|trial| trial.number == self.number) {
            cx.set_setting(
                TRIAL,
                &Some(GatewayTrial {
                    done: true,
                    cause: self.cause,
                    balance: self.balance,
                    ..trial
                }),
            )?;
            cx.news("messages", 0);
        }
        Ok(Done::new(
            (),
            Entry::about(Subject::house()).fields(["gateway"]),
        ))
    }
}
