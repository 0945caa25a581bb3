//! Proof of a consent, to be given out (S5, Law 94-V art. 25(2)(5)): a sheet for people, a sealed file for machines and
//! courts, a receipt for the client. All are made of one [`Dossier`]; what it can't prove it says itself.
//!
//! The sheet masks what identifies beyond the name – IIN and phone – because it travels. The file carries the evidence byte for
//! byte, phone included, because only those bytes have the hash that the journal sealed.

mod commands;
mod file;
mod gaps;
#[cfg(test)]
mod golden;
mod receipt;
mod record;
mod sheet;
mod store;
#[cfg(test)]
pub(in crate::consents) mod tests;
mod words;

use serde_json::Value;
use verify::journal::Place;

use super::texts::{self, ConsentText};
use super::{ConsentId, ConsentLine, ConsentsError, sha256};
use crate::calendar;
use crate::clients::{self, Datum};
use crate::clock::Moment;
use crate::error::Result;
use crate::journal;
use crate::operators::{self, Profile};
use crate::{Read, Write};

pub use commands::*;
pub use gaps::Gap;

/// Everything that is known of one consent.
pub(crate) struct Dossier {
    /// Line of the register.
    pub line: ConsentLine,
    /// The text as published.
    pub text: ConsentText,
    /// What stands in the vault, byte for byte.
    pub kept: store::Kept,
    /// The evidence, read.
    pub evidence: Value,
    /// What happened at the visit, up to now.
    pub trail: Vec<store::Step>,
    /// What became of each purpose.
    pub events: Vec<store::Became>,
    /// Who keeps the promise.
    pub operator: Profile,
    /// The client's IIN, masked.
    pub iin: Option<String>,
    /// Entry of the journal that seals the evidence.
    pub entry: Option<i64>,
    /// The clock was set back while the consent was taken.
    pub clock_set_back: bool,
    /// Fingerprint of the installation's key.
    pub fingerprint: String,
    /// Edition of the working calendar by which its dates count.
    pub calendar: String,
    /// When the proof is made.
    pub made: Moment,
}

impl Dossier {
    /// Reads it all.
    pub(crate) fn of(cx: &Read<'_>, consent: ConsentId) -> Result<Self> {
        let kept = store::kept(cx, consent)?.ok_or(ConsentsError::ConsentGone)?;
        let evidence: Value = serde_json::from_str(&kept.evidence).unwrap_or_default();
        let sealed = journal::store::sealed(cx, "consent", consent.0, &kept.sha256)?;
        let entry = sealed.map(|(entry, _)| entry);
        let trail = match kept.visit {
            Some(visit) => store::trail(cx, visit)?,
            None => Vec::new(),
        };
        let clock_set_back = match (kept.visit, entry) {
            (Some(visit), Some(entry)) => {
                journal::store::clock_was_set_back(cx, "visit", visit.0, entry)?
            }
            _ => false,
        };
        let values = clients::store::values(cx, kept.client)?.unwrap_or_default();
        let iin = values.get(&Datum::Iin);
        Ok(Dossier {
            line: super::store::line(cx, consent)?,
            text: texts::get(cx, kept.text)?,
            events: store::events(cx, consent)?,
            operator: operators::store::operator(cx, kept.operator)?.profile,
            iin: iin.map(|iin| clients::values::masked(Datum::Iin, iin)),
            fingerprint: journal::store::fingerprint(cx)?.unwrap_or_default(),
            calendar: calendar::current(cx)?.edition(),
            made: cx.now(),
            entry,
            clock_set_back,
            trail,
            evidence,
            kept,
        })
    }

    /// The evidence still has the hash under which it was kept.
    pub(crate) fn is_intact(&self) -> bool {
        super::hex(&sha256(&self.kept.evidence)) == self.kept.sha256
    }

    /// Where the consent stands in the journal, signed now.
    pub(crate) fn place(&self, cx: &Write<'_>) -> Result<Option<Place>> {
        match (self.entry, journal::store::signing_key_of(cx)?) {
            (Some(entry), Some(key)) => journal::place::place(cx, entry, &key),
            _ => Ok(None),
        }
    }

    /// A word of the evidence.
    pub(crate) fn said(&self, pointer: &str) -> Option<&str> {
        self.evidence.pointer(pointer)?.as_str()
    }

    /// The language in which the text was read.
    pub(crate) fn lang_shown(&self) -> &str {
        self.said("/text/lang").unwrap_or(&self.kept.lang)
    }
}
