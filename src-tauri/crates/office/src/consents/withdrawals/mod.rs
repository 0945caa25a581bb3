//! Withdrawal of a consent, whole or in part (S7, S8).
//!
//! A withdrawal is asked for by an application and has the clock of its right; answering that right carries it out.
//! Advertising stops at once. What the service needs stops on the effective day: the operator's notice, which can't be
//! longer than the fifteen working days of Law 94-V art. 8(7). The house itself does what the day brings.

mod commands;
mod decide;
pub(crate) mod effect;
mod form;
mod shown;
pub mod signing;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use kz::term::{Count, Rule, count};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use commands::*;
pub(crate) use decide::{asked, check_answer, decided, proved, reopened};
pub use form::PrintWithdrawal;
pub use shown::*;

use super::texts::{ConsentBasis, ContactChannel, PurposeKind};
use super::{ConsentId, ConsentsError, PurposeId};
use crate::calendar;
use crate::clock::Moment;
use crate::error::Result;
use crate::id;
use crate::operators::Profile;
use crate::{Entry, Read, Subject};

id! {
    /// A withdrawal.
    WithdrawalId
}

/// The law's fifteen working days for stopping or refusing with reasons (Law 94-V art. 8(7)).
pub const CEILING: u16 = 15;

crate::named! {
    /// How a withdrawal stands.
    WithdrawalState {
        /// Asked for, not decided. Advertising has stopped.
        Asked = "asked",
        /// Granted; its day is yet to come.
        Running = "running",
        /// Its day has come and brought what it brings.
        InEffect = "in_effect",
        /// Refused with reasons.
        Refused = "refused",
        /// The person came back by a new consent.
        Returned = "returned",
    }
}

crate::named! {
    /// What follows from a withdrawal.
    Consequence {
        /// Advertising stops at once.
        AdvertisingStops = "advertising_stops",
        /// The purposes stop on the day.
        PurposesStop = "purposes_stop",
        /// Handing over to third parties stops.
        ThirdPartiesStop = "third_parties_stop",
        /// Handing over abroad stops.
        CrossBorderStops = "cross_border_stops",
        /// Publication stops.
        PublicStops = "public_stops",
        /// Participation in the loyalty programme ends.
        ParticipationEnds = "participation_ends",
        /// The card is blocked and gives no discount.
        CardBlocked = "card_blocked",
        /// Codes and messages about one's orders go on.
        ServiceGoesOn = "service_goes_on",
        /// What rests on a contract or a law goes on.
        OtherBasisGoesOn = "other_basis_goes_on",
        /// Destruction is proposed where nothing else holds the data.
        DestructionProposed = "destruction_proposed",
        /// An unperformed obligation may be a ground to refuse (art. 8(2)).
        ObligationHolds = "obligation_holds",
        /// Coming back asks for a new consent.
        ReturnByNewConsent = "return_by_new_consent",
    }
}

crate::named! {
    /// How the consequences were made known.
    ShowingWay {
        /// Read on the consultant's screen, turned to the person.
        Screen = "screen",
        /// On the printed form.
        Printed = "printed",
        /// Told by word of mouth or telephone.
        Told = "told",
        /// Sent by letter or e-mail.
        Sent = "sent",
        /// Read on the tablet, where the application was signed.
        Tablet = "tablet",
    }
}

crate::named! {
    /// An unperformed obligation that forbids a withdrawal (Law 94-V art. 8(2)): the closed list.
    ObligationKind {
        /// An open pledge ticket.
        PledgeTicket = "pledge_ticket",
        /// A microcredit that isn't repaid.
        Microcredit = "microcredit",
        /// Another contract that isn't performed.
        Contract = "contract",
    }
}

/// The obligation by which a withdrawal is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// What it is.
    pub kind: ObligationKind,
    /// Number of the ticket or contract.
    pub number: String,
}

/// A purpose that is withdrawn.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct WithdrawnPurpose {
    /// Of which consent.
    pub consent: ConsentId,
    /// Which.
    pub purpose: PurposeId,
}

/// What is withdrawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawScope {
    /// Everything that the person agreed to; the rest then says nothing.
    #[serde(default)]
    pub whole: bool,
    /// These purposes.
    #[serde(default)]
    pub purposes: Vec<WithdrawnPurpose>,
    /// Advertising by these channels.
    #[serde(default)]
    pub channels: Vec<ContactChannel>,
    /// Handing over to third parties.
    #[serde(default)]
    pub third_parties: bool,
    /// Handing over abroad.
    #[serde(default)]
    pub cross_border: bool,
    /// Publication.
    #[serde(default)]
    pub public_sources: bool,
}

impl WithdrawScope {
    /// Everything.
    pub fn whole() -> Self {
        WithdrawScope {
            whole: true,
            ..Self::default()
        }
    }

    /// Each part once; a whole withdrawal has no parts; nothing is no withdrawal.
    pub(crate) fn checked(mut self) -> Result<Self, ConsentsError> {
        if self.whole {
            return Ok(Self::whole());
        }
        self.purposes.sort_unstable();
        self.purposes.dedup();
        self.channels.sort_unstable();
        self.channels.dedup();
        if self == Self::default() {
            Err(ConsentsError::NothingToWithdraw)
        } else {
            Ok(self)
        }
    }

    /// Whether it takes this back.
    pub(crate) fn covers(&self, held: &Held) -> bool {
        held.basis == ConsentBasis::Consent
            && (self.whole
                || self.purposes.contains(&WithdrawnPurpose {
                    consent: held.consent,
                    purpose: held.purpose,
                }))
    }

    /// What limits it puts on a consent whose text allows these.
    fn limits(&self, held: &Held) -> Vec<Limit> {
        let mut limits: Vec<Limit> = match self.whole {
            true => Vec::new(),
            false => self.channels.iter().copied().map(Limit::Channel).collect(),
        };
        let all = self.whole;
        for (asked, allowed, limit) in [
            (self.third_parties, held.third_parties, Limit::ThirdParties),
            (self.cross_border, held.cross_border, Limit::CrossBorder),
            (
                self.public_sources,
                held.public_sources,
                Limit::PublicSources,
            ),
        ] {
            if (asked || all) && allowed {
                limits.push(limit);
            }
        }
        limits
    }
}

/// What an application for withdrawal says beside its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedWithdrawal {
    /// What is withdrawn.
    pub scope: WithdrawScope,
    /// From which day, where the person names one that is later than the notice.
    #[serde(default)]
    pub wished: Option<String>,
}

/// A part of a consent that stops while its purposes hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Advertising by a channel.
    Channel(ContactChannel),
    /// Handing over to third parties.
    ThirdParties,
    /// Handing over abroad.
    CrossBorder,
    /// Publication.
    PublicSources,
}

impl Limit {
    fn name(self) -> &'static str {
        match self {
            Limit::Channel(_) => "channel",
            Limit::ThirdParties => "third_parties",
            Limit::CrossBorder => "cross_border",
            Limit::PublicSources => "public_sources",
        }
    }
    /// A channel is for advertising, and advertising stops at once.
    fn is_at_once(self) -> bool {
        matches!(self, Limit::Channel(_))
    }
}

/// A purpose that holds today, with what its consent allows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Held {
    pub consent: ConsentId,
    pub number: String,
    pub title: super::texts::TextPair,
    pub purpose: PurposeId,
    pub name: super::texts::TextPair,
    pub kind: PurposeKind,
    pub basis: ConsentBasis,
    pub channels: Vec<ContactChannel>,
    /// It ends already: withdrawn from that day on.
    pub ends: Option<NaiveDate>,
    pub third_parties: bool,
    pub cross_border: bool,
    pub public_sources: bool,
}

impl Held {
    /// The service needs it, and it rests on the consent: it stops on the effective day.
    pub(crate) fn is_service(&self) -> bool {
        self.kind == PurposeKind::Service && self.basis == ConsentBasis::Consent
    }
}

/// From which day a withdrawal counts, reckoned from the day of receipt.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Days {
    /// The operator's notice.
    pub notice: Count,
    /// The law's ceiling.
    pub ceiling: Count,
}

impl Days {
    /// Counts both. A notice that is longer than the law's term is cut to it.
    pub(crate) fn counted(received: Moment, profile: &Profile, calendar: &kz::Calendar) -> Self {
        let days = profile.withdrawal_notice.min(CEILING);
        Days {
            notice: count(received.local(), &Rule::working(days), calendar),
            ceiling: count(received.local(), &Rule::working(CEILING), calendar),
        }
    }

    /// The day from which it counts: the end of the notice or the later day that the person named; never before the
    /// day of the decision.
    pub(crate) fn effective(&self, wished: Option<NaiveDate>, decided_on: NaiveDate) -> NaiveDate {
        let latest = self.notice.due.min(self.ceiling.due);
        wished.map_or(latest, |day| day.max(latest)).max(decided_on)
    }
}

/// A withdrawal, as it stands in the vault.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Withdrawal {
    pub id: WithdrawalId,
    pub right: crate::requests::RightId,
    pub client: crate::clients::ClientId,
    pub operator: crate::policy::OperatorId,
    pub scope: WithdrawScope,
    pub wished: Option<NaiveDate>,
    pub days: Days,
    pub state: WithdrawalState,
    pub effective_from: Option<NaiveDate>,
    pub granted_by: Option<crate::door::StaffId>,
    pub obligation: Option<Obligation>,
    pub took_effect: Option<Moment>,
    pub block: Option<crate::blocks::BlockId>,
    pub card_blocked: bool,
}

impl Withdrawal {
    /// For the journal.
    pub(crate) fn entry(&self, note: &'static str) -> Entry {
        Entry::about(Subject::new("withdrawal", self.id.0))
            .of(self.client)
            .note(note)
    }
}

/// The client took back that their data go to third parties, and consented to it in no text since (S7).
pub(crate) fn bars_third_parties(cx: &Read<'_>, client: crate::clients::ClientId) -> Result<bool> {
    store::bars_third_parties(cx, client, cx.today())
}

/// Purposes of a client that hold today.
pub(crate) fn held(cx: &Read<'_>, client: crate::clients::ClientId) -> Result<Vec<Held>> {
    store::held(cx, client, cx.today())
}

/// The days for an application received then.
fn days(cx: &Read<'_>, operator: crate::policy::OperatorId, received: Moment) -> Result<Days> {
    let profile = crate::operators::store::operator(cx, operator)?.profile;
    Ok(Days::counted(received, &profile, &calendar::current(cx)?))
}
