//! Applications and the rights inside them, each with its own clock (R1–R8).
//!
//! An *application* is what arrived: channel, moment of receipt, text, what the applicant showed. It asks for one or
//! more *rights*; each has its own rule, due date with the steps of its count, owner, decision and reply.

mod board;
mod commands;
mod drafts;
mod due;
mod faults;
mod life;
mod linked;
mod preview;
mod queue;
pub(crate) mod recount;
mod register;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
mod shown;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod work;

pub use board::*;
pub use commands::*;
pub use drafts::*;
pub use due::*;
pub use faults::RequestsError;
pub use life::{RightState, RightStep};
pub(crate) use linked::{channel_of, lang_of, number_of, numbered, proved_level, request_of};
pub use preview::*;
pub use queue::*;
pub use recount::MovedRight;
pub(crate) use register::received_at;
pub use register::*;
pub use shown::*;
pub use work::*;

use crate::id;

id! {
    /// An application: what arrived.
    RequestId
}
id! {
    /// A right that an application asks for.
    RightId
}
id! {
    /// Something that happened to a right.
    EventId
}

crate::named! {
    /// How an application arrived (R1).
    Channel {
        /// In the branch.
        Visit = "visit",
        /// On paper by post or courier.
        Letter = "letter",
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// In a chat or messenger.
        Chat = "chat",
        /// In a social network.
        Social = "social",
        /// In the operator's application or on its site.
        App = "app",
    }
}

crate::named! {
    /// What is asked for (R2).
    RightKind {
        /// Information about the processing.
        Information = "information",
        /// Access to or a copy of the data.
        Copy = "copy",
        /// Rectification.
        Rectify = "rectify",
        /// Blocking.
        Block = "block",
        /// Destruction.
        Destroy = "destroy",
        /// Withdrawal of a consent.
        Withdraw = "withdraw",
        /// A complaint or claim.
        Complaint = "complaint",
        /// Suspected access by strangers.
        SuspectedAccess = "suspected_access",
        /// Setting or changing a code word.
        CodeWord = "code_word",
        /// Objection to a change of the policy.
        Objection = "objection",
        /// A demand of a state body.
        StateDemand = "state_demand",
    }
}

impl RightKind {
    /// How well the applicant must have proved who they are before the right is worked on: 1 tells general
    /// information, 2 reads out or copies a person's own data, 3 changes, blocks, withdraws, destroys.
    pub fn level(self) -> u8 {
        match self {
            RightKind::Complaint | RightKind::SuspectedAccess | RightKind::StateDemand => 0,
            RightKind::Objection => 1,
            RightKind::Information | RightKind::Copy => 2,
            RightKind::Rectify
            | RightKind::Block
            | RightKind::Destroy
            | RightKind::Withdraw
            | RightKind::CodeWord => 3,
        }
    }

    /// Whether registering it blocks the disputed fields by itself (D1).
    pub fn disputes(self) -> bool {
        matches!(self, RightKind::Rectify | RightKind::Complaint)
    }
}

crate::named! {
    /// How a right was decided.
    Decision {
        /// As asked.
        Granted = "granted",
        /// In part.
        Partly = "partly",
        /// Not.
        Refused = "refused",
    }
}

crate::named! {
    /// Why a right is refused: the closed list.
    RefusalGround {
        /// The applicant did not prove who they are.
        NotIdentified = "not_identified",
        /// The representative has no authority.
        NoAuthority = "no_authority",
        /// A law orders the data to be kept.
        LawKeeps = "law_keeps",
        /// An obligation is unperformed (Law 94-V art. 8(2)).
        Obligation = "obligation",
        /// It would tell another person's data.
        OthersData = "others_data",
        /// There are no such data.
        NoData = "no_data",
        /// What is claimed was not confirmed.
        NotConfirmed = "not_confirmed",
        /// The request was answered before, and nothing has changed.
        Repeated = "repeated",
        /// Another law.
        OtherLaw = "other_law",
    }
}

crate::named! {
    /// Why a right passed its due date: the closed list.
    LateCause {
        /// The proof of identity came late.
        Identity = "identity",
        /// The applicant was waited for.
        Applicant = "applicant",
        /// Another organisation was waited for.
        ThirdParty = "third_party",
        /// The second person was waited for.
        Approval = "approval",
        /// Too much work.
        Workload = "workload",
        /// Computers or the network.
        Technical = "technical",
        /// Registered too late.
        Registration = "registration",
        /// Another cause, in words.
        Other = "other",
    }
}

crate::named! {
    /// How the reply reached the person.
    ReplyDelivery {
        /// Into their hands.
        InHand = "in_hand",
        /// By e-mail.
        Email = "email",
        /// By post.
        Post = "post",
        /// In the operator's application or on its site.
        App = "app",
        /// In a chat or messenger.
        Chat = "chat",
        /// Told by telephone.
        Phone = "phone",
    }
}

crate::named! {
    /// How an applicant proved who they are.
    ProofMethod {
        /// The identity document was seen.
        DocumentSeen = "document_seen",
        /// The representative's document was seen, with their own.
        AuthoritySeen = "authority_seen",
        /// An electronic digital signature was checked.
        Eds = "eds",
        /// The signature was compared with the one on file.
        SignatureCompared = "signature_compared",
        /// A code sent to the number on file was told.
        SmsCode = "sms_code",
        /// The code word was told.
        CodeWord = "code_word",
        /// The caller answered questions about the data on file.
        Questions = "questions",
    }
}

impl ProofMethod {
    /// How much it proves, on the scale of [`RightKind::level`].
    pub fn level(self) -> u8 {
        match self {
            ProofMethod::DocumentSeen | ProofMethod::AuthoritySeen | ProofMethod::Eds => 3,
            ProofMethod::SignatureCompared | ProofMethod::SmsCode | ProofMethod::CodeWord => 2,
            ProofMethod::Questions => 1,
        }
    }
}

crate::named! {
    /// What an application lacks to be admissible (R3). It is asked for; the clock runs meanwhile.
    Lack {
        /// Number of the identity document.
        DocumentNumber = "document_number",
        /// Its date of issue.
        DocumentIssued = "document_issued",
        /// Who issued it.
        DocumentIssuer = "document_issuer",
        /// The signature, or what stands for it electronically.
        Signature = "signature",
        /// The representative's document, with its date.
        Authority = "authority",
        /// The representative's document is over.
        AuthorityOver = "authority_over",
    }
}

crate::named! {
    /// What happened to a right.
    EventKind {
        /// It was registered.
        Registered = "registered",
        /// Somebody took it.
        Taken = "taken",
        /// It was handed over.
        HandedOver = "handed_over",
        /// The manager gave it to somebody.
        Reassigned = "reassigned",
        /// A note.
        Noted = "noted",
        /// The applicant proved who they are.
        Proved = "proved",
        /// What lacks was asked for.
        Asked = "asked",
        /// What lacked was supplied.
        Supplied = "supplied",
        /// An answer was written that needs a second person.
        Submitted = "submitted",
        /// The second person sent it back.
        SentBack = "sent_back",
        /// It was decided.
        Decided = "decided",
        /// The reply was sent or handed over.
        Answered = "answered",
        /// A new right takes it up again.
        Reopened = "reopened",
        /// The due date was counted anew.
        Recounted = "recounted",
        /// The cause of lateness was given.
        Explained = "explained",
        /// It was linked with another as the same matter.
        Linked = "linked",
        /// The data were blocked because of it.
        Blocked = "blocked",
        /// An everyday act was taken back.
        Undone = "undone",
    }
}

impl EventKind {
    /// The everyday acts that can be taken back for ten minutes.
    pub fn can_be_undone(self) -> bool {
        matches!(
            self,
            EventKind::Taken | EventKind::HandedOver | EventKind::Noted
        )
    }
}

/// Longest text of an application or an answer, in letters.
const LONGEST: usize = 20_000;
/// Longest note or single line, in letters.
const LONGEST_LINE: usize = 500;

/// A text as it is kept.
fn text_of(text: &str) -> Result<String, RequestsError> {
    kept(text, LONGEST)
}

/// A single line or a note, as it is kept.
fn line_of(text: &str) -> Result<String, RequestsError> {
    kept(text, LONGEST_LINE)
}

fn kept(text: &str, longest: usize) -> Result<String, RequestsError> {
    let kept = crate::plain::words(text);
    if kept.chars().count() <= longest {
        Ok(kept)
    } else {
        Err(RequestsError::TooLong)
    }
}
