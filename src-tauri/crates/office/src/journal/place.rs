//! An entry's place, shown to somebody outside: the entry, a tree over the whole journal that is signed for the occasion, and
//! the few hashes that lead from the one to the other. Nothing of any other entry is told.

use ed25519_dalek::{Signer as _, SigningKey};
use verify::journal::{EarlierCheckpoint, Place, SealedEntry, SignedTree};
use verify::tree::{self, BLOCK, Hash};

use super::{Line, hex, store};
use crate::door::{Read, Write};
use crate::error::Result;

const BLOCK_ENTRIES: i64 = BLOCK as i64;

impl Line {
    /// The line as a proof carries it: everything that its hash covers.
    fn sealed(&self) -> SealedEntry {
        let mut rest = self.members();
        for apart in ["seq", "seal"] {
            rest.remove(apart);
        }
        SealedEntry {
            seq: self.seq,
            seal: self.seal.clone(),
            prev: hex(&self.prev),
            hash: hex(&self.hash),
            rest: rest
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        }
    }
}

/// Signs a tree over all entries so far and shows where in it an entry stands.
pub(crate) fn place(cx: &Write<'_>, seq: i64, key: &SigningKey) -> Result<Option<Place>> {
    let (Some(line), Some(head)) = (store::line_at(cx, seq)?, store::head_of(cx)?) else {
        return Ok(None);
    };
    let blocks = blocks(cx, head.seq)?;
    let root = tree::root(&blocks);
    let at = cx.now().text();
    let note = SignedTree::note(head.seq, &at, &hex(root));
    let signature = key.sign(note.as_bytes()).to_bytes();
    store::add_tree(cx, head.seq, &root, &signature)?;
    let checkpoint = match store::checkpoint_covering(cx, seq)? {
        None => None,
        Some(point) => Some(EarlierCheckpoint {
            seq: point.seq,
            at: point.at.text(),
            hash: hex(&point.hash),
            signature: hex(&point.signature),
            path: way(cx, &blocks, point.seq, head.seq)?,
        }),
    };
    Ok(Some(Place {
        entry: line.sealed(),
        path: way(cx, &blocks, seq, head.seq)?,
        tree: SignedTree {
            size: head.seq,
            at,
            root: hex(root),
            signature: hex(signature),
        },
        checkpoint,
    }))
}

/// The hashes beside an entry's way to the root: within its block, then among the blocks.
fn way(cx: &Read<'_>, blocks: &[Hash], seq: i64, size: i64) -> Result<Vec<String>> {
    let (block, at) = ((seq - 1) / BLOCK_ENTRIES, (seq - 1) % BLOCK_ENTRIES);
    let leaves = leaves(cx, block, size)?;
    let index = |at: i64| usize::try_from(at).unwrap_or(usize::MAX);
    let within = tree::path(&leaves, index(at));
    let among = tree::path(blocks, index(block));
    Ok(within.into_iter().chain(among).map(hex).collect())
}

/// The roots of all blocks of a journal of that size. Those of whole blocks are reckoned once and kept.
fn blocks(cx: &Write<'_>, size: i64) -> Result<Vec<Hash>> {
    let kept = store::blocks(cx)?;
    let mut blocks: Vec<Hash> = kept.iter().filter_map(|root| hash(root)).collect();
    for block in blocks.len() as i64..size.div_euclid(BLOCK_ENTRIES) {
        let root = tree::root(&leaves(cx, block, size)?);
        store::add_block(cx, block, &root)?;
        blocks.push(root);
    }
    let tail = leaves(cx, size / BLOCK_ENTRIES, size)?;
    if !tail.is_empty() {
        blocks.push(tree::root(&tail));
    }
    Ok(blocks)
}

/// The leaves of one block.
fn leaves(cx: &Read<'_>, block: i64, size: i64) -> Result<Vec<Hash>> {
    let from = block * BLOCK_ENTRIES + 1;
    let hashes = store::hashes(cx, from, size.min(from + BLOCK_ENTRIES - 1))?;
    Ok(hashes
        .iter()
        .filter_map(|bytes| hash(bytes))
        .map(|entry| tree::leaf(&entry))
        .collect())
}

pub(super) fn hash(bytes: &[u8]) -> Option<Hash> {
    bytes.try_into().ok()
}
