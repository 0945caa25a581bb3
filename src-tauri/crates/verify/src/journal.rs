//! The journal's part of a proof: an entry, its hash, the signed tree, and the way from the one to the other.

use std::collections::BTreeMap;

use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::tree::{Hash, climb, leaf};
use crate::unhex;

/// An entry, whole: what the hash covers, and both hashes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SealedEntry {
    /// Number in the chain, from 1.
    pub seq: i64,
    /// SHA-256 of the evidence that it seals, in hex.
    pub seal: String,
    /// Hash of the entry before it, in hex.
    pub prev: String,
    /// Its own hash, in hex.
    pub hash: String,
    /// Everything else that was recorded.
    #[serde(flatten)]
    pub rest: BTreeMap<String, Value>,
}

impl SealedEntry {
    /// `SHA-256(previous hash ‖ canonical entry)`, the canonical entry being JSON with sorted keys, without space.
    fn chained(&self) -> Option<Hash> {
        let mut members = self.rest.clone();
        members.insert("seq".to_owned(), self.seq.into());
        members.insert("seal".to_owned(), self.seal.as_str().into());
        let prev: Hash = unhex(&self.prev)?;
        let canonical = serde_json::to_vec(&members).ok()?;
        Some(
            Sha256::new()
                .chain_update(prev)
                .chain_update(canonical)
                .finalize()
                .into(),
        )
    }
}

/// A signed tree over all entries that there were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedTree {
    /// How many entries.
    pub size: i64,
    /// When, UTC.
    pub at: String,
    /// Its root, in hex.
    pub root: String,
    /// The signature, in hex.
    pub signature: String,
}

impl SignedTree {
    /// The bytes that are signed.
    pub fn note(size: i64, at: &str, root: &str) -> String {
        format!("kelisim journal tree\n{size}\n{at}\n{root}\n")
    }
    fn is_signed_by(&self, key: &VerifyingKey) -> bool {
        signed(
            key,
            &Self::note(self.size, &self.at, &self.root),
            &self.signature,
        )
    }
}

/// A checkpoint that was signed earlier and may have left the house then, with its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierCheckpoint {
    /// Number of the last entry that it covers.
    pub seq: i64,
    /// When, UTC.
    pub at: String,
    /// Hash of that entry, in hex.
    pub hash: String,
    /// The signature, in hex.
    pub signature: String,
    /// The hashes beside its way to the root.
    pub path: Vec<String>,
}

impl EarlierCheckpoint {
    /// The bytes that are signed.
    pub fn note(seq: i64, at: &str, hash: &str) -> String {
        format!("kelisim journal\n{seq}\n{at}\n{hash}\n")
    }
}

/// Where a consent stands in the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The entry that seals it.
    pub entry: SealedEntry,
    /// The tree that was signed for this file.
    pub tree: SignedTree,
    /// The hashes beside the entry's way to the root.
    pub path: Vec<String>,
    /// The nearest checkpoint that covers the entry, if one was signed before.
    pub checkpoint: Option<EarlierCheckpoint>,
}

impl Place {
    /// Checks the entry's hash, its place, and every signature; says what doesn't hold.
    pub fn check(&self, key: &VerifyingKey) -> Result<(), &'static str> {
        let hash: Hash = unhex(&self.entry.hash).ok_or("the entry's hash can't be read")?;
        if self.entry.chained() != Some(hash) {
            return Err("the entry isn't the one whose hash it carries");
        }
        if !self.tree.is_signed_by(key) {
            return Err("the tree isn't signed by the key of the seal");
        }
        let stands = |seq: i64, hash: Hash, path: &[String]| {
            let path: Option<Vec<Hash>> = path.iter().map(|beside| unhex(beside)).collect();
            let (Ok(at), Ok(size)) = (u64::try_from(seq - 1), u64::try_from(self.tree.size)) else {
                return false;
            };
            let root: Option<Hash> = unhex(&self.tree.root);
            path.is_some_and(|path| root.is_some() && climb(leaf(&hash), at, size, &path) == root)
        };
        if !stands(self.entry.seq, hash, &self.path) {
            return Err("the entry doesn't stand at its place in the signed tree");
        }
        let Some(point) = &self.checkpoint else {
            return Ok(());
        };
        let note = EarlierCheckpoint::note(point.seq, &point.at, &point.hash);
        if !signed(key, &note, &point.signature) {
            return Err("the earlier checkpoint isn't signed by the key of the seal");
        }
        let covered: Option<Hash> = unhex(&point.hash);
        match covered {
            Some(hash) if point.seq >= self.entry.seq && stands(point.seq, hash, &point.path) => {
                Ok(())
            }
            _ => Err("the earlier checkpoint doesn't stand at its place in the signed tree"),
        }
    }
}

fn signed(key: &VerifyingKey, note: &str, signature: &str) -> bool {
    let Some(bytes) = unhex(signature) else {
        return false;
    };
    key.verify_strict(note.as_bytes(), &Signature::from_bytes(&bytes))
        .is_ok()
}
