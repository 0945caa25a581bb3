//! Texts that are being written: kept in the vault as they are typed, seen by every administrator, published once whole.

mod bring;
mod commands;
mod store;

pub use bring::*;
pub use commands::*;

use super::{Draft, LONG, TextId, TextsError};
use crate::clock::Moment;
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Read, id};

id! {
    /// A text that is being written.
    TextDraftId
}

/// A draft as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct KeptDraft {
    pub id: TextDraftId,
    pub operator: OperatorId,
    /// The published version that it began from.
    pub base: Option<TextId>,
    pub form: Draft,
    pub rev: i64,
    pub changed: Moment,
    pub by: String,
}

/// The draft of that number.
pub(super) fn get(cx: &Read<'_>, draft: TextDraftId) -> Result<KeptDraft> {
    store::get(cx, draft)?.ok_or_else(|| TextsError::DraftGone.into())
}

/// A draft may lack anything, but it doesn't grow without end.
fn fits(form: &Draft) -> Result<(), TextsError> {
    let long = |words: &super::TextPair, most: usize| {
        [&words.kk, &words.ru, &words.en]
            .iter()
            .any(|words| words.chars().count() > most)
    };
    // Twice what can be published: what is brought in is shortened here.
    let too_long = long(&form.body, 2 * LONG)
        || [&form.title, &form.third_parties, &form.cross_border]
            .iter()
            .any(|words| long(words, 10_000))
        || form.purposes.len() > 50
        || form.purposes.iter().any(|purpose| {
            long(&purpose.name, 10_000)
                || long(&purpose.note, 10_000)
                || purpose.recipients.len() > 50
                || purpose.recipients.iter().any(|who| long(who, 1_000))
        });
    if too_long {
        Err(TextsError::TooLong)
    } else {
        Ok(())
    }
}
