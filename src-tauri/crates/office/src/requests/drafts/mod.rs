//! Half-written replies, kept in the vault while they are typed: a lock, a restart or a power cut costs a few words.
//! A draft belongs to whoever writes it; a colleague who takes the case over starts with their own.

pub(super) mod store;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::register::about;
use super::work::target_of_right;
use super::{Decision, RefusalGround, RequestsError, RightId, RightState, text_of};
use crate::door::{Act, Ask, Command, Done, Read, Target, Write};
use crate::error::Result;
use crate::policy::Right;

/// A reply that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyDraft {
    /// The decision, if one is chosen.
    pub decision: Option<Decision>,
    /// The ground of a refusal, if one is chosen.
    pub ground: Option<RefusalGround>,
    /// The words so far.
    pub text: String,
}

/// Keeps the asker's draft of a reply; an empty one is forgotten.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepReplyDraft {
    /// Of which right.
    pub right: RightId,
    /// The draft.
    pub draft: ReplyDraft,
}

impl Command for KeepReplyDraft {
    const NAME: &'static str = "requests.keep_draft";
    const RIGHT: Right = Right::WorkRequests;
    type Output = ();
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for KeepReplyDraft {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        let right = super::store::right(cx, self.right)?;
        if right.state == RightState::Answered {
            return Err(RequestsError::Conflict.into());
        }
        let draft = ReplyDraft {
            text: text_of(&self.draft.text)?,
            ..self.draft
        };
        let me = cx.seat()?.staff;
        if draft.text.is_empty() && draft.decision.is_none() {
            store::forget(cx, self.right, Some(me))?;
        } else {
            store::keep(cx, self.right, me, &draft)?;
        }
        Ok(Done::new((), about(self.right, right.client)))
    }
}

/// Reads the asker's draft of a reply.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadReplyDraft {
    /// Of which right.
    pub right: RightId,
}

impl Command for ReadReplyDraft {
    const NAME: &'static str = "requests.draft";
    const RIGHT: Right = Right::WorkRequests;
    type Output = Option<ReplyDraft>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Ask for ReadReplyDraft {
    fn run(self, cx: &Read<'_>) -> Result<Option<ReplyDraft>> {
        store::draft(cx, self.right, cx.seat()?.staff)
    }
}

#[cfg(test)]
mod tests;
