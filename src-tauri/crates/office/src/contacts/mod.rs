//! May we contact? (C9): one answer for client × use × channel, with its reason and when it changes. Everything that
//! goes out to people by themselves asks here: the card, the queue of messages, the list for advertising.

mod commands;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use kz::Calendar;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use commands::*;

use crate::blocks::{BlockGround, BlockScope};
use crate::clients::{ClientId, Field};
use crate::clock::{Moment, Stamp};
use crate::consents::texts::ContactChannel;
use crate::error::{Fault, Kind, Result};
use crate::messages::hours;
use crate::{Read, calendar};

crate::named! {
    /// What a contact is for.
    ContactUse {
        /// Advertising: with prior consent alone.
        Advertising = "advertising",
        /// About what the person has with the operator: an order, a programme, a request.
        Service = "service",
        /// A one-time code that the person has just asked for.
        Code = "code",
    }
}

crate::named! {
    /// Why a contact may be made, or may not: the strongest reason is told.
    ContactReason {
        /// A consent to it holds.
        Consented = "consented",
        /// It needs no consent.
        NotAdvertising = "not_advertising",
        /// The data are blocked.
        Blocked = "blocked",
        /// The person asked to stop it.
        Stopped = "stopped",
        /// A withdrawal is being considered.
        WithdrawalOpen = "withdrawal_open",
        /// The consent was withdrawn.
        Withdrawn = "withdrawn",
        /// The person said no when asked.
        Refused = "refused",
        /// The consent is over.
        Expired = "expired",
        /// There never was a consent to it.
        NoConsent = "no_consent",
        /// There is no number or address.
        NoAddress = "no_address",
        /// Not at this hour.
        OutsideHours = "outside_hours",
    }
}

impl ContactReason {
    /// Whether it lets the contact through.
    pub fn allows(self) -> bool {
        matches!(
            self,
            ContactReason::Consented | ContactReason::NotAdvertising
        )
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ContactVerdict {
    /// It may be made now.
    pub allowed: bool,
    /// Why, or why not.
    pub reason: ContactReason,
    /// Number of the consent, block or application by which.
    pub number: Option<String>,
    /// When it changes by itself, where that is known.
    pub until: Option<Stamp>,
}

/// What a person wished of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish {
    pub stop: bool,
    pub at: Moment,
    pub by: String,
    pub how: crate::requests::Channel,
}

/// An optional purpose of a consent, as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Permission {
    pub number: String,
    pub state: crate::consents::ConsentState,
    pub channels: Vec<ContactChannel>,
    /// The last day on which it holds, where one is known.
    pub last_day: Option<NaiveDate>,
    /// Channels that were taken back.
    pub limited: Vec<ContactChannel>,
}

/// A block in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    pub number: String,
    pub ground: BlockGround,
    pub scope: BlockScope,
    pub review_on: NaiveDate,
}

/// Everything that the answer turns on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub permissions: Vec<Permission>,
    pub blocks: Vec<Held>,
    pub wishes: BTreeMap<ContactChannel, Wish>,
    /// Channels that an undecided withdrawal covers, with the number of its application.
    pub withdrawing: BTreeMap<ContactChannel, String>,
}

impl Facts {
    /// The field by which a channel reaches the person.
    fn field(channel: ContactChannel) -> Field {
        match channel {
            ContactChannel::Email => Field::Email,
            ContactChannel::Post => Field::ResidenceAddress,
            ContactChannel::Sms
            | ContactChannel::Call
            | ContactChannel::Messenger
            | ContactChannel::App => Field::Phone,
        }
    }

    /// Where a channel reaches the person.
    pub(crate) fn reach(&self, channel: ContactChannel) -> Option<&str> {
        match Self::field(channel) {
            Field::Email => self.email.as_deref(),
            Field::ResidenceAddress => self.address.as_deref(),
            _ => self.phone.as_deref(),
        }
    }
}

/// The answer, from facts alone. The order of the questions is the order of what is told: a block stands above a wish,
/// a wish above a consent, and the hour comes last.
pub(crate) fn judge(
    facts: &Facts,
    what: ContactUse,
    channel: ContactChannel,
    now: NaiveDateTime,
    calendar: &Calendar,
) -> ContactVerdict {
    let no = |reason, number: Option<&str>, until: Option<NaiveDateTime>| ContactVerdict {
        allowed: false,
        reason,
        number: number.map(str::to_owned),
        until: until.map(|at| Moment::of_local(at).stamp()),
    };
    if what != ContactUse::Code
        && let Some(block) = blocking(facts, what, channel)
    {
        let until = block.review_on.and_time(NaiveTime::MIN);
        return no(ContactReason::Blocked, Some(&block.number), Some(until));
    }
    if what != ContactUse::Advertising {
        return match facts.reach(channel) {
            Some(_) => yes(ContactReason::NotAdvertising, None, None),
            None => no(ContactReason::NoAddress, None, None),
        };
    }
    if facts.wishes.get(&channel).is_some_and(|wish| wish.stop) {
        return no(ContactReason::Stopped, None, None);
    }
    if let Some(number) = facts.withdrawing.get(&channel) {
        return no(ContactReason::WithdrawalOpen, Some(number), None);
    }
    let permission = match permission(facts, channel) {
        Ok(permission) => permission,
        Err((reason, number)) => return no(reason, number, None),
    };
    if facts.reach(channel).is_none() {
        return no(ContactReason::NoAddress, None, None);
    }
    // A letter disturbs nobody at night.
    if channel != ContactChannel::Post {
        let from = hours::advertising_from(now, calendar);
        if from != now {
            return no(
                ContactReason::OutsideHours,
                Some(&permission.number),
                Some(from),
            );
        }
    }
    let ends = permission.last_day.and_then(|day| day.succ_opt());
    yes(
        ContactReason::Consented,
        Some(&permission.number),
        ends.map(|day| day.and_time(NaiveTime::MIN)),
    )
}

fn yes(
    reason: ContactReason,
    number: Option<&str>,
    until: Option<NaiveDateTime>,
) -> ContactVerdict {
    ContactVerdict {
        allowed: true,
        reason,
        number: number.map(str::to_owned),
        until: until.map(|at| Moment::of_local(at).stamp()),
    }
}

/// The block that stops it; an order of the authorised body before every other. What the person withdrew stops
/// advertising alone: messages about what goes on still reach them.
fn blocking(facts: &Facts, what: ContactUse, channel: ContactChannel) -> Option<&Held> {
    let field = Facts::field(channel);
    let stops = |block: &&Held| {
        let covers = match &block.scope {
            BlockScope::Everything => true,
            // Advertising uses the name as well; a block of any field leaves it out.
            BlockScope::Fields { fields } => {
                what == ContactUse::Advertising || fields.contains(&field)
            }
        };
        covers && (what == ContactUse::Advertising || block.ground != BlockGround::Withdrawal)
    };
    facts
        .blocks
        .iter()
        .filter(stops)
        .min_by_key(|block| block.ground != BlockGround::AuthorityOrder)
}

/// The consent that lets a channel be used, or the reason why none does, with the number of what was asked. The newest
/// consent that speaks of the channel is the person's last word on it.
fn permission(
    facts: &Facts,
    channel: ContactChannel,
) -> Result<&Permission, (ContactReason, Option<&str>)> {
    use crate::consents::ConsentState as S;
    let about = |one: &&Permission| one.channels.contains(&channel);
    let Some(last) = facts.permissions.iter().rfind(about) else {
        return Err((ContactReason::NoConsent, None));
    };
    let said = facts
        .permissions
        .iter()
        .filter(about)
        .filter(|one| one.number == last.number);
    let holds = |one: &&Permission| {
        matches!(one.state, S::Given | S::Renewed) && !one.limited.contains(&channel)
    };
    if let Some(held) = said.clone().find(holds) {
        return Ok(held);
    }
    let reason = match last.state {
        S::Given | S::Renewed | S::Withdrawn => ContactReason::Withdrawn,
        S::Refused => ContactReason::Refused,
        S::Expired | S::Terminated => ContactReason::Expired,
    };
    Err((reason, Some(last.number.as_str())))
}

/// May we contact this client now? The one function that everybody asks.
pub(crate) fn may(
    cx: &Read<'_>,
    client: ClientId,
    what: ContactUse,
    channel: ContactChannel,
) -> Result<ContactVerdict> {
    let facts = store::facts_of(cx, client)?;
    let calendar = calendar::current(cx)?;
    Ok(judge(&facts, what, channel, cx.now().local(), &calendar))
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum ContactsError {
    /// A wish names at least one channel.
    #[error("no channels")]
    NoChannels,
    /// Nobody may be contacted so.
    #[error("nobody is on the list")]
    Nobody,
}

impl Fault for ContactsError {
    fn code(&self) -> &'static str {
        match self {
            ContactsError::NoChannels => "contacts.no_channels",
            ContactsError::Nobody => "contacts.nobody",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            ContactsError::NoChannels => Kind::Invalid,
            ContactsError::Nobody => Kind::Refused,
        }
    }
    fn field(&self) -> Option<&str> {
        match self {
            ContactsError::NoChannels => Some("channels"),
            ContactsError::Nobody => None,
        }
    }
}
