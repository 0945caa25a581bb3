//! The life of a right: six states, and which step leads from which to which.
//!
//! Overdue, blocked, waiting for the applicant, possible duplicate are facts beside the state, never states.

use super::{Decision, RequestsError, RightKind};

crate::named! {
    /// How a right stands.
    RightState {
        /// Registered; the clock has been running since receipt.
        New = "new",
        /// Somebody has it; who applies isn't proved yet.
        Checking = "checking",
        /// Being worked on.
        InWork = "in_work",
        /// The answer waits for a second person.
        ForApproval = "for_approval",
        /// Decided; the reply is yet to be sent.
        Decided = "decided",
        /// The reply is with the person.
        Answered = "answered",
    }
}

crate::named! {
    /// What can be done with a right.
    RightStep {
        /// Take it.
        Take = "take",
        /// Note that identity is proved well enough.
        Prove = "prove",
        /// Answer it, where one person decides.
        Decide = "decide",
        /// Answer it, where a second person decides.
        Submit = "submit",
        /// Approve what was submitted.
        Approve = "approve",
        /// Send back what was submitted.
        SendBack = "send_back",
        /// Send or hand over the reply.
        Close = "close",
        /// Hand it over, or give it to somebody.
        HandOver = "hand_over",
        /// Take it up again, as a new right linked to this one.
        Reopen = "reopen",
    }
}

impl RightState {
    /// The state after a step.
    ///
    /// # Errors
    /// [`RequestsError::Step`] where the step doesn't fit.
    pub fn after(self, step: RightStep) -> Result<RightState, RequestsError> {
        use RightState::{Answered, Checking, Decided, ForApproval, InWork, New};
        use RightStep as S;
        Ok(match (self, step) {
            (New, S::Take) => Checking,
            // Without an owner, by an undone or handed-back step: it goes on where it was.
            (Checking | InWork | ForApproval | Decided, S::Take) => self,
            // Proved before anybody took it: the state waits for its owner.
            (New, S::Prove) => New,
            (Checking, S::Prove) => InWork,
            (InWork, S::Prove) => InWork,
            (InWork, S::Decide) => Decided,
            (InWork, S::Submit) => ForApproval,
            (ForApproval, S::Approve) => Decided,
            (ForApproval, S::SendBack) => InWork,
            (Decided, S::Close) => Answered,
            (New, S::HandOver) => Checking,
            (Checking | InWork | ForApproval | Decided, S::HandOver) => self,
            (Answered, S::Reopen) => Answered,
            (state, step) => return Err(RequestsError::Step { step, state }),
        })
    }

    /// The steps that fit the state.
    pub fn steps(self) -> Vec<RightStep> {
        RightStep::ALL
            .iter()
            .copied()
            .filter(|step| self.after(*step).is_ok())
            .collect()
    }

    /// The reply is with the person: the clock stands.
    pub fn is_answered(self) -> bool {
        self == RightState::Answered
    }

    /// What was asked for is decided: a block that came from it may be lifted.
    pub fn is_decided(self) -> bool {
        matches!(self, RightState::Decided | RightState::Answered)
    }
}

/// Whether a second person decides: whatever can't be taken back, and every refusal. What isn't granted of a withdrawal
/// is refused.
pub(super) fn needs_second_person(kind: RightKind, decision: Decision) -> bool {
    kind == RightKind::Destroy || is_refusal(kind, decision)
}

/// Whether something is refused: a ground is named, and the right to complain.
pub(super) fn is_refusal(kind: RightKind, decision: Decision) -> bool {
    decision == Decision::Refused || (kind == RightKind::Withdraw && decision == Decision::Partly)
}
