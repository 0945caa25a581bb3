//! Consents (S1–S5): published texts, the tablet visit that takes a consent, the consent with its evidence, and its life.
//!
//! [`texts`] are what is agreed to, [`tablets`] the paired devices and the station's settings, [`visits`] the way from the first
//! screen to the last proof. What holds now is read from append-only events; nothing about it is stored beside them.

/// A step of the client: a command of the tablet's own, answered with its next screen.
macro_rules! tablet_command {
    ($type:ident, $name:literal) => {
        impl crate::Command for $type {
            const NAME: &'static str = $name;
            const RIGHT: crate::Right = crate::Right::TabletStep;
            type Output = crate::consents::visits::TabletView;
        }
    };
}

pub mod commands;
pub mod evidence;
mod evidence_parts;
mod expiry;
mod people;
pub mod proof;
pub mod register;
#[cfg(any(test, feature = "testing"))]
pub mod samples;
pub mod site;
mod store;
pub mod tablets;
#[cfg(test)]
pub(crate) mod tests;
pub mod texts;
pub mod visits;
pub mod withdrawals;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Args, Fault, Kind, Result};
use crate::{Lang, id};

pub use commands::*;
pub use proof::{ConsentReceipt, ProveConsent};
pub use register::{ConsentsExpiring, ExportConsents, ListConsents, RegisterFacetsOf};
pub use texts::{PurposeId, PurposeKind, TextId};
pub use visits::VisitId;
pub use withdrawals::WithdrawConsent;

id! {
    /// A consent.
    ConsentId
}

crate::named! {
    /// A language in which consent texts are published.
    TextLang {
        /// Kazakh.
        Kk = "kk",
        /// Russian.
        Ru = "ru",
        /// English, where a text has it.
        En = "en",
    }
}

impl TextLang {
    /// As a language of the interface.
    pub fn lang(self) -> Lang {
        match self {
            TextLang::Kk => Lang::Kk,
            TextLang::Ru => Lang::Ru,
            TextLang::En => Lang::En,
        }
    }
}

crate::named! {
    /// How a consent was given (S2, S3).
    Way {
        /// On the tablet, with a code.
        Tablet = "tablet",
        /// In a second window turned to the client, with a code.
        Window = "window",
        /// On paper, with the client's own signature.
        Paper = "paper",
        /// By ticks on a site; brought in from its list.
        Site = "site",
    }
}

crate::named! {
    /// Where a purpose of a consent stands.
    ConsentState {
        /// Given and in force.
        Given = "given",
        /// Refused when asked.
        Refused = "refused",
        /// Given once more.
        Renewed = "renewed",
        /// Withdrawn by the client.
        Withdrawn = "withdrawn",
        /// Its term is over.
        Expired = "expired",
        /// Ended by the operator.
        Terminated = "terminated",
    }
}

/// Letters and digits that are not taken for one another.
const NUMBER_ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// A number that people can read out: `26-K7QM-3XTE` – the year and forty bits of chance.
pub(crate) fn readable_number(year: i32, chance: [u8; 8]) -> String {
    let letters: String = chance
        .iter()
        .map(|byte| char::from(NUMBER_ALPHABET[usize::from(byte & 31)]))
        .collect();
    format!(
        "{:02}-{}-{}",
        year.rem_euclid(100),
        &letters[..4],
        &letters[4..]
    )
}

/// SHA-256 of a record's JSON: what the journal seals.
pub(crate) fn digest<T: Serialize>(record: &T) -> Result<[u8; 32]> {
    let bytes = serde_json::to_vec(record).map_err(anyhow::Error::from)?;
    Ok(Sha256::digest(bytes).into())
}

/// SHA-256 of a text's bytes.
pub(crate) fn sha256(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// A hash as people compare it.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is refused on the way of a consent.
#[derive(Debug, thiserror::Error)]
pub enum ConsentsError {
    /// A required field is empty.
    #[error("empty field")]
    FieldEmpty,
    /// A value is too long or holds control letters.
    #[error("long field")]
    FieldLong,
    /// Not a name.
    #[error("not a name")]
    Name,
    /// Not an IIN.
    #[error("not an IIN")]
    Iin,
    /// Not a date of birth.
    #[error("not a date of birth")]
    BirthDate,
    /// Under eighteen.
    #[error("under age")]
    UnderAge,
    /// On the operator's list of employees, where the profile takes none as clients (C5).
    #[error("an employee")]
    Employee,
    /// Not a phone.
    #[error("not a phone")]
    Phone,
    /// Not an e-mail.
    #[error("not an e-mail")]
    Email,
    /// The text doesn't ask for this.
    #[error("not asked for")]
    NotAsked,
    /// The signature is missing, or isn't one.
    #[error("no signature")]
    Signature,
    /// Something before this step is still missing.
    #[error("incomplete")]
    Incomplete,
    /// The visit isn't at a point where this can be done.
    #[error("not now")]
    NotNow,
    /// The visit is over, or was never this tablet's.
    #[error("no such visit")]
    VisitGone,
    /// No code can be sent.
    #[error("code stopped")]
    CodeStopped(visits::code::CodeStop),
    /// Only in a demonstration vault.
    #[error("demonstration only")]
    DemoOnly,
    /// The tablet is revoked, unknown, or of another branch.
    #[error("no such tablet")]
    TabletGone,
    /// The tablet has a visit already.
    #[error("tablet is busy")]
    TabletBusy,
    /// The tablet's name is empty or too long.
    #[error("tablet name")]
    TabletName,
    /// A newer version of the text is in force.
    #[error("old text")]
    OldText,
    /// The consultant hasn't seen the original document.
    #[error("original not seen")]
    OriginalNotSeen,
    /// The document's number can't be one of its kind.
    #[error("document number")]
    DocumentNumber,
    /// The document's date is missing or in the future.
    #[error("document date")]
    DocumentDate,
    /// The phone was proved by the code and isn't changed here.
    #[error("phone is proved")]
    PhoneProved,
    /// A purpose isn't answered.
    #[error("unanswered")]
    Unanswered,
    /// Somebody moved the visit meanwhile.
    #[error("moved meanwhile")]
    Moved,
    /// No such consent.
    #[error("no such consent")]
    ConsentGone,
    /// Nothing that holds is among what is withdrawn.
    #[error("nothing to withdraw")]
    NothingToWithdraw,
    /// The power of attorney has no date: it is void.
    #[error("the authority is undated")]
    AuthorityUndated,
    /// The dates of the authority don't fit.
    #[error("the authority's dates")]
    AuthorityDates,
    /// The authority is over.
    #[error("the authority is over")]
    AuthorityOver,
    /// A card may be the same person's, and nobody decided.
    #[error("a possible duplicate")]
    Twins,
    /// The file isn't a scan, or too large, or can't be read.
    #[error("not a scan")]
    PaperFile,
    /// No such withdrawal.
    #[error("no such withdrawal")]
    WithdrawalGone,
    /// The day from which to withdraw isn't a date.
    #[error("not a day")]
    WishedDay,
    /// A withdrawal is granted only after the person was told what follows.
    #[error("the consequences were not made known")]
    ConsequencesNotShown,
    /// A refusal for an obligation names the ticket or contract.
    #[error("the obligation is not named")]
    ObligationUnnamed,
    /// No such signing, or not on this tablet.
    #[error("no such signing")]
    SigningGone,
    /// The person's withdrawal is being signed on a tablet already.
    #[error("a signing is open")]
    SigningOpen,
    /// What was signed isn't what would be registered now.
    #[error("signed otherwise")]
    SignedOtherwise,
    /// A port or a name of the station isn't one.
    #[error("station address")]
    StationAddress,
}

impl Fault for ConsentsError {
    fn code(&self) -> &'static str {
        use ConsentsError as E;
        use visits::code::CodeStop;
        match self {
            E::FieldEmpty => "consents.field_empty",
            E::FieldLong => "consents.field_long",
            E::Name => "consents.name",
            E::Iin => "consents.iin",
            E::BirthDate => "consents.birth_date",
            E::UnderAge => "consents.under_age",
            E::Employee => "consents.employee",
            E::Phone => "consents.phone",
            E::Email => "consents.email",
            E::NotAsked => "consents.not_asked",
            E::Signature => "consents.signature",
            E::Incomplete => "consents.incomplete",
            E::NotNow => "consents.not_now",
            E::VisitGone => "consents.visit_gone",
            E::CodeStopped(CodeStop::NoGateway) => "consents.no_gateway",
            E::CodeStopped(CodeStop::Wait { .. }) => "consents.code_wait",
            E::CodeStopped(CodeStop::TooManyInVisit) => "consents.code_visit",
            E::CodeStopped(CodeStop::TooManyToday) => "consents.code_today",
            E::DemoOnly => "consents.demo_only",
            E::TabletGone => "consents.tablet_gone",
            E::TabletBusy => "consents.tablet_busy",
            E::TabletName => "consents.tablet_name",
            E::OldText => "consents.old_text",
            E::OriginalNotSeen => "consents.original_not_seen",
            E::DocumentNumber => "consents.document_number",
            E::DocumentDate => "consents.document_date",
            E::PhoneProved => "consents.phone_proved",
            E::Unanswered => "consents.unanswered",
            E::Moved => "consents.moved",
            E::ConsentGone => "consents.consent_gone",
            E::NothingToWithdraw => "consents.nothing_to_withdraw",
            E::CodeStopped(CodeStop::BranchToday) => "consents.code_branch",
            E::AuthorityUndated => "consents.authority_undated",
            E::AuthorityDates => "consents.authority_dates",
            E::AuthorityOver => "consents.authority_over",
            E::Twins => "consents.twins",
            E::PaperFile => "consents.paper_file",
            E::WithdrawalGone => "consents.withdrawal_gone",
            E::WishedDay => "consents.wished_day",
            E::ConsequencesNotShown => "consents.consequences_not_shown",
            E::ObligationUnnamed => "consents.obligation_unnamed",
            E::SigningGone => "consents.signing_gone",
            E::SigningOpen => "consents.signing_open",
            E::SignedOtherwise => "consents.signed_otherwise",
            E::StationAddress => "consents.station_address",
        }
    }
    fn kind(&self) -> Kind {
        use ConsentsError as E;
        match self {
            E::VisitGone | E::TabletGone | E::ConsentGone | E::WithdrawalGone | E::SigningGone => {
                Kind::NotFound
            }
            E::Moved
            | E::TabletBusy
            | E::OldText
            | E::Twins
            | E::SigningOpen
            | E::SignedOtherwise => Kind::Conflict,
            E::CodeStopped(_)
            | E::DemoOnly
            | E::NotNow
            | E::Incomplete
            | E::NotAsked
            | E::NothingToWithdraw
            | E::ConsequencesNotShown
            | E::UnderAge
            | E::Employee => Kind::Refused,
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        match self {
            ConsentsError::CodeStopped(visits::code::CodeStop::Wait { seconds }) => {
                Args::none().number("seconds", *seconds)
            }
            _ => Args::none(),
        }
    }
    fn field(&self) -> Option<&str> {
        match self {
            ConsentsError::OriginalNotSeen => Some("original_seen"),
            ConsentsError::DocumentNumber => Some("document.number"),
            ConsentsError::DocumentDate => Some("document.issued"),
            ConsentsError::PhoneProved => Some("person.phone"),
            ConsentsError::TabletName => Some("name"),
            ConsentsError::WishedDay => Some("wished"),
            ConsentsError::ObligationUnnamed => Some("obligation"),
            _ => None,
        }
    }
}
