//! Faults of this room.

use super::{RightState, RightStep};
use crate::error::{Args, Fault, Kind};

/// Why something can't be done with a request.
#[derive(Debug, thiserror::Error)]
pub enum RequestsError {
    /// There is no such application or right.
    #[error("no such request")]
    NotFound,
    /// Somebody changed it meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// Somebody else has it.
    #[error("somebody else has it")]
    Taken {
        /// Who.
        owner: String,
    },
    /// Only whoever has the right can do that.
    #[error("not the owner")]
    NotOwner {
        /// Who has it.
        owner: String,
    },
    /// Only whoever has the right can do that, and nobody has.
    #[error("nobody has it")]
    NoOwner,
    /// Nothing is waiting to be taken.
    #[error("nothing to take")]
    NothingToTake,
    /// The step doesn't fit the state.
    #[error("{step} is not possible in state {state}")]
    Step {
        /// What was tried.
        step: RightStep,
        /// How the right stands.
        state: RightState,
    },
    /// The applicant has not proved who they are, as this kind of right needs.
    #[error("identity not proved")]
    NotProved,
    /// The second person must be another one.
    #[error("a second person is needed")]
    SecondPerson,
    /// An application asks for at least one right.
    #[error("no rights")]
    NoRights,
    /// The same right is asked for twice in one application.
    #[error("a right is named twice")]
    RightTwice,
    /// A rectification names the disputed fields.
    #[error("no fields")]
    NoFields,
    /// Who applies must be named.
    #[error("no applicant")]
    NoApplicant,
    /// An application has a text.
    #[error("no text")]
    NoText,
    /// The moment of receipt is no moment, or in the future, or older than a year.
    #[error("not a moment of receipt")]
    Received,
    /// Not a date.
    #[error("not a date")]
    Date,
    /// Too long.
    #[error("too long")]
    TooLong,
    /// An answer has a text.
    #[error("no answer")]
    NoAnswer,
    /// A refusal needs its ground.
    #[error("no ground")]
    NoGround,
    /// The right is late: its cause must be given.
    #[error("no cause of lateness")]
    NoCause,
    /// Another cause needs words.
    #[error("the cause in words is needed")]
    CauseText,
    /// The right is in time: there is no lateness to explain.
    #[error("not late")]
    NotLate,
    /// Nothing is lacking.
    #[error("nothing is lacking")]
    NothingLacks,
    /// A note has words.
    #[error("an empty note")]
    EmptyNote,
    /// Nobody of that number works on requests there.
    #[error("no such colleague")]
    NoColleague,
    /// Only taking, handing over and noting can be taken back, by whoever did it, within ten minutes, while nothing
    /// else has happened.
    #[error("can't be undone")]
    NoUndo,
    /// A right can't be linked with itself, with another person's, or with one that is itself linked.
    #[error("can't be linked")]
    Link,
    /// Such a branch isn't there.
    #[error("no such branch")]
    Branch,
    /// A term of the operator's rules is out of range.
    #[error("no such term")]
    Term,
}

impl Fault for RequestsError {
    fn code(&self) -> &'static str {
        match self {
            RequestsError::NotFound => "requests.not_found",
            RequestsError::Conflict => "requests.conflict",
            RequestsError::Taken { .. } => "requests.taken",
            RequestsError::NotOwner { .. } => "requests.not_owner",
            RequestsError::NoOwner => "requests.no_owner",
            RequestsError::NothingToTake => "requests.nothing_to_take",
            RequestsError::Step { .. } => "requests.step",
            RequestsError::NotProved => "requests.not_proved",
            RequestsError::SecondPerson => "requests.second_person",
            RequestsError::NoRights => "requests.no_rights",
            RequestsError::RightTwice => "requests.right_twice",
            RequestsError::NoFields => "requests.no_fields",
            RequestsError::NoApplicant => "requests.no_applicant",
            RequestsError::NoText => "requests.no_text",
            RequestsError::Received => "requests.received",
            RequestsError::Date => "requests.date",
            RequestsError::TooLong => "requests.too_long",
            RequestsError::NoAnswer => "requests.no_answer",
            RequestsError::NoGround => "requests.no_ground",
            RequestsError::NoCause => "requests.no_cause",
            RequestsError::CauseText => "requests.cause_text",
            RequestsError::NotLate => "requests.not_late",
            RequestsError::NothingLacks => "requests.nothing_lacks",
            RequestsError::EmptyNote => "requests.empty_note",
            RequestsError::NoColleague => "requests.no_colleague",
            RequestsError::NoUndo => "requests.no_undo",
            RequestsError::Link => "requests.link",
            RequestsError::Branch => "requests.branch",
            RequestsError::Term => "requests.term",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            RequestsError::NotFound => Kind::NotFound,
            RequestsError::Conflict | RequestsError::Taken { .. } => Kind::Conflict,
            RequestsError::NotOwner { .. }
            | RequestsError::NoOwner
            | RequestsError::NothingToTake
            | RequestsError::Step { .. }
            | RequestsError::NotProved
            | RequestsError::SecondPerson
            | RequestsError::NotLate
            | RequestsError::NothingLacks
            | RequestsError::NoUndo
            | RequestsError::Link => Kind::Refused,
            _ => Kind::Invalid,
        }
    }

    fn args(&self) -> Args {
        match self {
            RequestsError::Taken { owner } | RequestsError::NotOwner { owner } => {
                Args::none().text("owner", owner)
            }
            RequestsError::Step { step, state } => Args::none()
                .key(
                    "step",
                    format!("requests-step-{}", step.name().replace('_', "-")),
                )
                .key(
                    "state",
                    format!("requests-state-{}", state.name().replace('_', "-")),
                ),
            _ => Args::none(),
        }
    }

    fn field(&self) -> Option<&str> {
        match self {
            RequestsError::NoRights | RequestsError::RightTwice => Some("rights"),
            RequestsError::NoApplicant => Some("applicant"),
            RequestsError::NoText => Some("text"),
            RequestsError::Received => Some("received"),
            RequestsError::NoAnswer => Some("text"),
            RequestsError::NoGround => Some("ground"),
            RequestsError::NoCause => Some("cause"),
            RequestsError::CauseText => Some("cause_note"),
            RequestsError::EmptyNote => Some("text"),
            RequestsError::NoColleague => Some("to"),
            RequestsError::Branch => Some("branch"),
            _ => None,
        }
    }
}
