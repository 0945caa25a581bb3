//! Loyalty programmes (C6): who may take part, who decided it and why, and whom the notice and the list of recipients
//! are for. A programme can be shared by several operators; an employee of any of them takes no part.

mod commands;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
mod settings;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use hmac::{Hmac, KeyInit, Mac};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use ts_rs::TS;

pub use commands::*;
pub use settings::*;

use crate::blocks::{self, Deed};
use crate::clients::{ClientId, Field, Fields};
use crate::consents::texts::TextPair;
use crate::door::KeyUse;
use crate::error::{Args, Fault, Kind, Result};
use crate::id;
use crate::operators::Operator;
use crate::policy::OperatorId;
use crate::{Entry, Read, Subject, Write};

id! {
    /// A loyalty programme.
    ProgrammeId
}
id! {
    /// A client's participation in a programme, from the application on.
    MembershipId
}

crate::named! {
    /// How a participation stands.
    MembershipState {
        /// Applied for, not decided.
        Applied = "applied",
        /// Takes part.
        Accepted = "accepted",
        /// Declined.
        Declined = "declined",
        /// Over.
        Ended = "ended",
    }
}

crate::named! {
    /// What must hold of a person to take part.
    Requirement {
        /// A client known by IIN before the day of the application.
        Regular = "regular",
        /// Eighteen or older.
        Adult = "adult",
        /// Not an employee of any of the programme's operators.
        NotEmployee = "not_employee",
        /// A consent to what the programme needs holds.
        Consented = "consented",
        /// The data aren't blocked.
        NotBlocked = "not_blocked",
        /// The programme runs.
        Running = "running",
    }
}

crate::named! {
    /// Why an application was declined: the closed list.
    DeclineReason {
        /// Not a regular client.
        NotRegular = "not_regular",
        /// Under eighteen.
        UnderAge = "under_age",
        /// An employee of one of the operators.
        Employee = "employee",
        /// No consent.
        NoConsent = "no_consent",
        /// The client changed their mind.
        ClientsWish = "clients_wish",
        /// Another reason, in words.
        Other = "other",
    }
}

crate::named! {
    /// Why a participation is over.
    EndReason {
        /// The consent was withdrawn.
        Withdrawal = "withdrawal",
        /// The client asked for it.
        ClientsWish = "clients_wish",
        /// The rules of the programme were broken.
        Breach = "breach",
    }
}

/// A programme, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Programme {
    pub id: ProgrammeId,
    pub operator: OperatorId,
    pub name: TextPair,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
    pub operators: Vec<OperatorId>,
    pub version: i64,
}

impl Programme {
    /// Whether it runs on a day.
    pub(crate) fn runs(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What is known of a person for the requirements; no values leave this room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub regular: bool,
    pub birth: Option<NaiveDate>,
    pub employee: bool,
    pub consented: bool,
    pub blocked: bool,
}

/// A requirement and whether it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Checked {
    /// Which.
    pub requirement: Requirement,
    /// It is met.
    pub met: bool,
}

/// Youngest age of a participant.
const OF_AGE: u32 = 18;

/// Judges a person against the requirements. A date of birth that isn't known isn't proof of age.
pub(crate) fn check(person: &Person, programme: &Programme, today: NaiveDate) -> Vec<Checked> {
    let adult = person
        .birth
        .and_then(|birth| today.years_since(birth))
        .is_some_and(|age| age >= OF_AGE);
    [
        (Requirement::Regular, person.regular),
        (Requirement::Adult, adult),
        (Requirement::NotEmployee, !person.employee),
        (Requirement::Consented, person.consented),
        (Requirement::NotBlocked, !person.blocked),
        (Requirement::Running, programme.runs(today)),
    ]
    .into_iter()
    .map(|(requirement, met)| Checked { requirement, met })
    .collect()
}

/// The requirements for a client now.
pub(crate) fn requirements(
    cx: &Read<'_>,
    programme: &Programme,
    client: ClientId,
    applied_on: NaiveDate,
) -> Result<Vec<Checked>> {
    let (iin, birth) = store::identity(cx, client)?;
    let iin = iin.and_then(|iin| kz::Iin::parse(&iin).ok());
    let (regular, employee) = match &iin {
        Some(iin) => (
            store::is_regular(cx, &programme.operators, iin.as_str(), applied_on)?,
            is_employee(cx, &programme.operators, iin)?,
        ),
        None => (false, false),
    };
    let held = crate::consents::withdrawals::held(cx, client)?;
    let person = Person {
        regular,
        employee,
        birth,
        consented: held.iter().any(|held| held.is_service()),
        blocked: blocks::permit(cx, client, Deed::Use, &Fields::Some(vec![Field::Card])).is_err(),
    };
    Ok(check(&person, programme, cx.today()))
}

/// The keyed hash under which an employee's IIN is kept.
pub(crate) fn iin_hash(cx: &Read<'_>, iin: &kz::Iin) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&cx.key(KeyUse::Employees))
        .expect("HMAC takes a key of any length");
    mac.update(iin.as_str().as_bytes());
    mac.finalize().into_bytes().into()
}

/// Whether the person is an employee of any of these operators.
pub(crate) fn is_employee(cx: &Read<'_>, operators: &[OperatorId], iin: &kz::Iin) -> Result<bool> {
    store::is_employee(cx, operators, &iin_hash(cx, iin))
}

/// The operator takes no employees as clients, and the person is on its list of them (C5).
pub(crate) fn bars_as_client(cx: &Read<'_>, operator: &Operator, iin: &str) -> Result<bool> {
    match kz::Iin::parse(iin) {
        Ok(iin) if operator.profile.no_employees => is_employee(cx, &[operator.id], &iin),
        _ => Ok(false),
    }
}

/// Ends what a client takes part in, because a withdrawal took effect.
pub(crate) fn end_for_withdrawal(cx: &Write<'_>, client: ClientId) -> Result<Vec<Entry>> {
    let ended = store::end_all(cx, client, EndReason::Withdrawal)?;
    cx.news("membership", 0);
    Ok(ended
        .into_iter()
        .map(|one| entry(one, client).note(EndReason::Withdrawal.name()))
        .collect())
}

/// A new consent opens again what a withdrawal had ended, where the programme still runs.
pub(crate) fn reopen_after_withdrawal(cx: &Write<'_>, client: ClientId) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for (membership, programme) in store::ended_by_withdrawal(cx, client)? {
        if store::programme(cx, programme)?.runs(cx.today()) && store::reopen(cx, membership)? {
            entries.push(entry(membership, client).note("returned"));
        }
    }
    cx.news("membership", 0);
    Ok(entries)
}

fn entry(membership: MembershipId, client: ClientId) -> Entry {
    Entry::about(Subject::new("membership", membership.0)).of(client)
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum LoyaltyError {
    /// No such programme or participation.
    #[error("not found")]
    NotFound,
    /// A programme has a name in both languages.
    #[error("no name")]
    Name,
    /// The dates of a programme aren't dates, or end before they begin.
    #[error("not the dates of a programme")]
    Dates,
    /// A line of the employees' list isn't an IIN.
    #[error("line {line} is not an IIN")]
    Iin {
        /// Which line, from 1.
        line: u32,
    },
    /// The client takes part already, or has applied.
    #[error("applied already")]
    Already,
    /// A requirement isn't met.
    #[error("not eligible")]
    NotEligible {
        /// Which.
        requirement: Requirement,
    },
    /// Another reason needs words.
    #[error("no words")]
    NoWords,
    /// It was decided meanwhile.
    #[error("decided meanwhile")]
    Conflict,
    /// Nobody was accepted.
    #[error("nobody")]
    Nobody,
}

impl Fault for LoyaltyError {
    fn code(&self) -> &'static str {
        match self {
            LoyaltyError::NotFound => "loyalty.not_found",
            LoyaltyError::Name => "loyalty.name",
            LoyaltyError::Dates => "loyalty.dates",
            LoyaltyError::Iin { .. } => "loyalty.iin",
            LoyaltyError::Already => "loyalty.already",
            LoyaltyError::NotEligible { .. } => "loyalty.not_eligible",
            LoyaltyError::NoWords => "loyalty.no_words",
            LoyaltyError::Conflict => "loyalty.conflict",
            LoyaltyError::Nobody => "loyalty.nobody",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            LoyaltyError::NotFound => Kind::NotFound,
            LoyaltyError::Conflict => Kind::Conflict,
            LoyaltyError::Already | LoyaltyError::NotEligible { .. } | LoyaltyError::Nobody => {
                Kind::Refused
            }
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        match self {
            LoyaltyError::Iin { line } => Args::none().number("line", *line),
            LoyaltyError::NotEligible { requirement } => Args::none().key(
                "requirement",
                format!(
                    "loyalty-requirement-{}",
                    requirement.name().replace('_', "-")
                ),
            ),
            _ => Args::none(),
        }
    }
    fn field(&self) -> Option<&str> {
        match self {
            LoyaltyError::Name => Some("name"),
            LoyaltyError::Dates => Some("since"),
            LoyaltyError::Iin { .. } => Some("list"),
            LoyaltyError::NoWords => Some("note"),
            _ => None,
        }
    }
}
