//! The journal (A2): append-only and sealed. Each entry carries the hash of the one before it.
//!
//! It names who, when, from which workstation, which command, on which record, which fields — never the values, so that
//! destroying a person never breaks it. Checkpoints signed with the installation's Ed25519 key can be taken out of the
//! house, so that a rewritten chain is noticed as well.

mod commands;
pub(crate) mod place;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

pub use commands::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::clients::ClientId;
use crate::clock::{Moment, Stamp};
use crate::door::{Actor, Entry};
use crate::error::{Fault, Kind, Result};
use crate::policy::{BranchId, OperatorId};
use crate::vault::anchor::Anchor;
use crate::vault::{ANCHOR_FILE, DataKey, Vault, anchor_at};

/// A sealed line of the journal, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub seq: i64,
    pub at: Moment,
    pub actor: String,
    pub session: String,
    pub workstation: String,
    pub command: String,
    pub outcome: String,
    pub subject: String,
    pub subject_id: i64,
    pub client_id: Option<ClientId>,
    pub operator_id: Option<OperatorId>,
    pub branch_id: Option<BranchId>,
    pub fields: String,
    pub note: String,
    pub seal: String,
    pub prev: Vec<u8>,
    pub hash: Vec<u8>,
}

impl Line {
    /// Everything but the two hashes, by name.
    fn members(&self) -> BTreeMap<&'static str, serde_json::Value> {
        let number = |id: Option<i64>| id.map_or(serde_json::Value::Null, Into::into);
        [
            ("seq", self.seq.into()),
            ("at", self.at.text().into()),
            ("actor", self.actor.as_str().into()),
            ("session", self.session.as_str().into()),
            ("workstation", self.workstation.as_str().into()),
            ("command", self.command.as_str().into()),
            ("outcome", self.outcome.as_str().into()),
            ("subject", self.subject.as_str().into()),
            ("subject_id", self.subject_id.into()),
            ("client_id", number(self.client_id.map(|id| id.0))),
            ("operator_id", number(self.operator_id.map(|id| id.0))),
            ("branch_id", number(self.branch_id.map(|id| id.0))),
            ("fields", self.fields.as_str().into()),
            ("note", self.note.as_str().into()),
            ("seal", self.seal.as_str().into()),
        ]
        .into()
    }

    /// Canonical JSON (sorted keys, no space) of everything but the two hashes.
    fn canonical(&self) -> Vec<u8> {
        serde_json::to_vec(&self.members()).expect("a map of strings and numbers is JSON")
    }

    /// `SHA-256(previous hash ‖ canonical entry)`.
    fn chained_hash(&self) -> Vec<u8> {
        Sha256::new()
            .chain_update(&self.prev)
            .chain_update(self.canonical())
            .finalize()
            .to_vec()
    }
}

/// Who did it, where and with what outcome: the half of a line that the door knows.
#[derive(Debug, Clone)]
pub(crate) struct Signature<'a> {
    pub at: Moment,
    pub actor: &'a Actor,
    pub workstation: &'a str,
    pub command: &'static str,
    pub outcome: &'a str,
}

impl Actor {
    /// The actor as the journal names it: a kind and a number, no name.
    pub(crate) fn journal_name(&self) -> String {
        match self {
            Actor::Nobody => "nobody".to_owned(),
            Actor::Staff(seat) => format!("staff:{}", seat.staff),
            Actor::Tablet(seat) => format!("tablet:{}", seat.tablet.0),
            Actor::Machine => "house".to_owned(),
        }
    }
}

/// Seals an entry onto the chain. Runs in the transaction of the command.
pub(crate) fn append(
    sql: &rusqlite::Connection,
    signature: &Signature<'_>,
    entry: &Entry,
) -> Result<()> {
    let (seq, prev) = store::head(sql)?.map_or((0, vec![0; 32]), |head| (head.seq, head.hash));
    let (session, operator_id, branch_id) = match signature.actor {
        Actor::Staff(seat) => (seat.session.clone(), Some(seat.operator), Some(seat.branch)),
        Actor::Tablet(seat) => (String::new(), Some(seat.operator), Some(seat.branch)),
        Actor::Nobody | Actor::Machine => (String::new(), None, None),
    };
    let mut line = Line {
        seq: seq + 1,
        at: signature.at,
        actor: signature.actor.journal_name(),
        session,
        workstation: signature.workstation.to_owned(),
        command: signature.command.to_owned(),
        outcome: signature.outcome.to_owned(),
        subject: entry.subject.kind.to_owned(),
        subject_id: entry.subject.id,
        client_id: entry.client,
        operator_id,
        branch_id,
        fields: entry.fields.join(","),
        note: entry.note.unwrap_or_default().to_owned(),
        seal: entry.seal.map(hex).unwrap_or_default(),
        prev,
        hash: Vec::new(),
    };
    line.hash = line.chained_hash();
    store::insert(sql, &line)
}

/// What a walk over the chain found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Verdict {
    /// Every entry holds.
    pub whole: bool,
    /// Entries walked.
    pub entries: i64,
    /// The first entry that doesn't hold.
    pub first_broken: Option<Broken>,
    /// Hash of the last entry: what a checkpoint or a daily sheet shows.
    pub head: String,
    /// Checkpoints whose signature and place in the chain were checked.
    pub checkpoints: i64,
    /// Trees that were signed for proofs, and still are those of the chain.
    pub trees: i64,
    /// Fingerprint of the installation's key, to be compared with that of a proof.
    pub fingerprint: String,
    /// Where the clock was set back between two entries: not a break, but said.
    pub clock_set_back: Vec<i64>,
}

/// Where the chain breaks, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Broken {
    /// Number of the entry.
    pub seq: i64,
    /// How.
    pub fault: BrokenHow,
    /// When the entry says that it was written.
    pub at: Option<Stamp>,
}

crate::named! {
    /// How an entry breaks the chain.
    BrokenHow {
        /// Its content isn't what was sealed.
        Altered = "altered",
        /// An entry before it is missing.
        Missing = "missing",
        /// It doesn't continue the one before it.
        Unlinked = "unlinked",
        /// A signed checkpoint, or the anchor outside the file, disagrees with it.
        Checkpoint = "checkpoint",
        /// The journal ends before a checkpoint or the anchor outside the file.
        CutOff = "cut_off",
    }
}

/// Walks the whole chain and every checkpoint, and compares with what was seen of the journal outside the file.
pub(crate) fn verify(sql: &rusqlite::Connection, anchor: Option<&Anchor>) -> Result<Verdict> {
    let mut walk = Walk {
        prev: vec![0; 32],
        expected: 1,
        ..Walk::default()
    };
    // Without a readable key no checkpoint holds, which is what the walk then says.
    let public = store::public_key(sql).unwrap_or_default();
    let mut checkpoints = store::checkpoints(sql)?.into_iter().peekable();
    let mut trees = store::trees(sql)?.into_iter().peekable();
    store::walk(sql, |seq, line| {
        let Some(line) = line else {
            walk.broken(walk.expected.min(seq), BrokenHow::Altered, None);
            return false;
        };
        walk.step(&line);
        if anchor.is_some_and(|anchor| anchor.seq == line.seq && anchor.hash != hex(&line.hash)) {
            walk.broken(line.seq, BrokenHow::Checkpoint, Some(line.at));
        }
        while checkpoints
            .peek()
            .is_some_and(|point| point.seq == line.seq)
        {
            let point = checkpoints.next().expect("peeked a moment ago");
            walk.checkpoints += 1;
            if point.hash != line.hash || !point.is_signed_by(public.as_ref()) {
                walk.broken(line.seq, BrokenHow::Checkpoint, Some(line.at));
            }
        }
        while let Some((_, root)) = trees.next_if(|(size, _)| *size == line.seq) {
            walk.trees += 1;
            if root != walk.tree.root() {
                walk.broken(line.seq, BrokenHow::Checkpoint, Some(line.at));
            }
        }
        walk.first_broken.is_none()
    })?;
    if let Some((size, _)) = trees.next() {
        walk.broken(size, BrokenHow::CutOff, None);
    }
    if let Some(point) = checkpoints.next() {
        walk.broken(point.seq, BrokenHow::CutOff, None);
    }
    if anchor.is_some_and(|anchor| anchor.seq >= walk.expected) {
        walk.broken(walk.expected, BrokenHow::CutOff, None);
    }
    let fingerprint = public.map(|key| verify::fingerprint(key.as_bytes()));
    Ok(Verdict {
        fingerprint: fingerprint.unwrap_or_default(),
        ..walk.verdict()
    })
}

#[derive(Default)]
struct Walk {
    prev: Vec<u8>,
    expected: i64,
    entries: i64,
    checkpoints: i64,
    trees: i64,
    tree: verify::tree::Growing,
    last_at: Option<Moment>,
    clock_set_back: Vec<i64>,
    first_broken: Option<Broken>,
}

impl Walk {
    fn step(&mut self, line: &Line) {
        self.entries += 1;
        if line.seq != self.expected {
            self.broken(self.expected, BrokenHow::Missing, Some(line.at));
        } else if line.prev != self.prev {
            self.broken(line.seq, BrokenHow::Unlinked, Some(line.at));
        } else if line.hash != line.chained_hash() {
            self.broken(line.seq, BrokenHow::Altered, Some(line.at));
        }
        if self.last_at.is_some_and(|last| last > line.at) {
            self.clock_set_back.push(line.seq);
        }
        self.last_at = Some(line.at);
        if let Some(hash) = place::hash(&line.hash) {
            self.tree.push(verify::tree::leaf(&hash));
        }
        self.expected = line.seq + 1;
        self.prev.clone_from(&line.hash);
    }
    fn broken(&mut self, seq: i64, fault: BrokenHow, at: Option<Moment>) {
        if self.first_broken.is_none() {
            self.first_broken = Some(Broken {
                seq,
                fault,
                at: at.map(Moment::stamp),
            });
        }
    }
    fn verdict(self) -> Verdict {
        Verdict {
            whole: self.first_broken.is_none(),
            entries: self.entries,
            first_broken: self.first_broken,
            head: hex(self.prev),
            checkpoints: self.checkpoints,
            trees: self.trees,
            fingerprint: String::new(),
            clock_set_back: self.clock_set_back,
        }
    }
}

/// A signed head of the chain.
pub(crate) struct Checkpoint {
    pub seq: i64,
    pub at: Moment,
    pub hash: Vec<u8>,
    pub signature: Vec<u8>,
}

impl Checkpoint {
    /// The bytes that are signed: what a stranger can rebuild from the printed lines.
    pub(crate) fn note(seq: i64, at: Moment, hash: &[u8]) -> String {
        format!("kelisim journal\n{seq}\n{}\n{}\n", at.text(), hex(hash))
    }
    fn is_signed_by(&self, key: Option<&ed25519_dalek::VerifyingKey>) -> bool {
        let Some(key) = key else { return false };
        let Ok(signature) = ed25519_dalek::Signature::from_slice(&self.signature) else {
            return false;
        };
        key.verify_strict(
            Self::note(self.seq, self.at, &self.hash).as_bytes(),
            &signature,
        )
        .is_ok()
    }
}

/// Verifies the journal of a vault's file without the application: for `./dev verify`. Looks for the anchor beside it.
///
/// # Errors
/// If the file can't be opened with that key.
pub fn verify_file(file: &Path, key: &DataKey) -> Result<Verdict> {
    let anchor = anchor_at(file.with_file_name(ANCHOR_FILE), key);
    verify(&Vault::open_for_reading(file, key)?, anchor.as_ref())
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is nothing to sign yet.
    #[error("the journal is empty")]
    Empty,
}

impl Fault for JournalError {
    fn code(&self) -> &'static str {
        "journal.empty"
    }
    fn kind(&self) -> Kind {
        Kind::Refused
    }
}

pub(crate) fn hex(bytes: impl AsRef<[u8]>) -> String {
    use std::fmt::Write as _;
    bytes.as_ref().iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string does not fail");
        text
    })
}
