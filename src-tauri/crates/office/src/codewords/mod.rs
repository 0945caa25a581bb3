//! Code words (C8): set on a signed application, told by telephone to prove who calls. Kept so that nobody can read
//! them: the house answers «matches» or «does not match», and no more than five wrong ones a day.

mod commands;
mod form;
mod heard;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
mod store;
#[cfg(test)]
mod tests;

use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub use commands::*;
pub use form::PrintCodeWordForm;
pub(crate) use heard::as_heard;

use crate::Read;
use crate::door::KeyUse;
use crate::error::{Fault, Kind, Result};

/// Wrong words that a client's callers may say on one civil day.
pub const WRONG_A_DAY: u32 = 5;
/// Letters and digits that a word has at least and at most, as it is compared.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=40;

/// The word as it may be kept.
fn checked(word: &str, name: &[String]) -> Result<String, CodeWordsError> {
    let heard = as_heard(word);
    if !LENGTH.contains(&heard.chars().count()) {
        return Err(CodeWordsError::Length);
    }
    // What stands on the card itself proves nothing.
    if name.iter().any(|part| as_heard(part) == heard) {
        return Err(CodeWordsError::Known);
    }
    Ok(heard)
}

/// The slow keyed hash of a word: the file alone doesn't let anyone try words, and neither does the key alone quickly.
fn hash(cx: &Read<'_>, heard: &str, salt: &[u8; 16]) -> Result<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&cx.key(KeyUse::CodeWords))
        .expect("HMAC takes a key of any length");
    mac.update(heard.as_bytes());
    let keyed = mac.finalize().into_bytes();
    // 19 MiB and two passes: what OWASP names as the least; a call waits for it some hundredths of a second.
    let params =
        Params::new(19 * 1024, 2, 1, Some(32)).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(&keyed, salt, &mut out)
        .map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(out)
}

/// Equal, in a time that doesn't tell where the first difference is.
fn same(left: &[u8; 32], right: &[u8; 32]) -> bool {
    left.iter()
        .zip(right)
        .fold(0, |seen, (left, right)| seen | (left ^ right))
        == 0
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum CodeWordsError {
    /// Too short or too long.
    #[error("not a code word")]
    Length,
    /// It stands on the card.
    #[error("the word is known")]
    Known,
    /// A code word is set on a signed application alone.
    #[error("no signed application")]
    NoPaper,
    /// The client has none.
    #[error("no code word")]
    None,
    /// Too many wrong ones today.
    #[error("too many wrong words today")]
    TooMany,
}

impl Fault for CodeWordsError {
    fn code(&self) -> &'static str {
        match self {
            CodeWordsError::Length => "codewords.length",
            CodeWordsError::Known => "codewords.known",
            CodeWordsError::NoPaper => "codewords.no_paper",
            CodeWordsError::None => "codewords.none",
            CodeWordsError::TooMany => "codewords.too_many",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            CodeWordsError::None | CodeWordsError::TooMany => Kind::Refused,
            _ => Kind::Invalid,
        }
    }
    fn field(&self) -> Option<&str> {
        match self {
            CodeWordsError::Length | CodeWordsError::Known => Some("word"),
            CodeWordsError::NoPaper => Some("paper"),
            _ => None,
        }
    }
}
