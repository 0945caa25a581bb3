//! Checks a sealed evidence file without the application: signature, hashes, place in the journal.
//!
//! What a sound file shows: this installation (whose key it is, has to be compared with a fingerprint from another hand: the
//! printed sheet, the application's own screen) signed these bytes; the evidence in it is the one that the journal sealed
//! when the consent was saved; that entry stands at its place among all entries that the installation had signed for.
//! What it can't show: that the installation's clock was right, or that the installation told the truth.

pub mod journal;
pub mod sealed;
pub mod tree;

mod proof;

use serde::Serialize;
use sha2::{Digest, Sha256};

pub use proof::{FORMAT, check, check_with_key};

/// What is wrong, and in which part of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{part}: {what}")]
pub struct Fault {
    /// The part: a name in the file, `seal`, or `frame` for what stands around the parts.
    pub part: String,
    /// What is wrong with it.
    pub what: &'static str,
}

impl Fault {
    pub(crate) fn new(part: &str, what: &'static str) -> Self {
        Fault {
            part: part.to_owned(),
            what,
        }
    }
}

/// What the check of a file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Everything that can be checked from the file alone holds.
    pub sound: bool,
    /// The first thing that doesn't hold.
    pub fault: Option<Fault>,
    /// Fingerprint of the key that sealed the file, to be compared with one from another hand.
    pub fingerprint: Option<String>,
    /// Number of the consent.
    pub number: Option<String>,
    /// When the file was made, UTC.
    pub made_at: Option<String>,
    /// Number of the journal's entry that sealed the evidence.
    pub entry: Option<i64>,
    /// How many entries the signed tree had.
    pub entries: Option<i64>,
    /// What the file itself says it can't prove: names of gaps.
    pub gaps: Vec<String>,
}

/// Fingerprint of a public key: the first 16 bytes of its SHA-256 in groups that people can compare.
pub fn fingerprint(key: &[u8; 32]) -> String {
    let groups: Vec<String> = Sha256::digest(key)[..16]
        .chunks(2)
        .map(|pair| hex(pair).to_uppercase())
        .collect();
    groups.join(" ")
}

/// A hash in letters.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes from small letters; none if there are more, less, or others.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests;
