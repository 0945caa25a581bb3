//! A tree of hashes over the journal (as in RFC 6962): a few hashes show that an entry stands at its place, and tell
//! nothing of any other entry.

use sha2::{Digest, Sha256};

/// A hash.
pub type Hash = [u8; 32];

/// Entries whose part of the tree may be kept as one hash: a power of two, so that whole blocks are whole branches.
pub const BLOCK: usize = 1024;

/// The leaf of an entry: from the entry's own hash.
pub fn leaf(entry: &Hash) -> Hash {
    Sha256::new()
        .chain_update([0])
        .chain_update(entry)
        .finalize()
        .into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// Where the left branch of so many leaves ends: the largest power of two below their number.
fn split(leaves: usize) -> usize {
    leaves.next_power_of_two() / 2
}

/// The root over leaves, or over whole blocks of leaves.
pub fn root(nodes: &[Hash]) -> Hash {
    match nodes {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        _ => {
            let (left, right) = nodes.split_at(split(nodes.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The hashes beside the way from a node up to the root, the nearest first. Empty where there is no such node.
pub fn path(nodes: &[Hash], at: usize) -> Vec<Hash> {
    if nodes.len() < 2 || at >= nodes.len() {
        return Vec::new();
    }
    let (left, right) = nodes.split_at(split(nodes.len()));
    let (mut path, beside) = match at.checked_sub(left.len()) {
        None => (path(left, at), root(right)),
        Some(at) => (path(right, at), root(left)),
    };
    path.push(beside);
    path
}

/// The root that a leaf at a place gives with the hashes beside its way; none if there can't be so many of them.
pub fn climb(leaf: Hash, at: u64, size: u64, path: &[Hash]) -> Option<Hash> {
    if at >= size {
        return None;
    }
    // From the leaf up: `at` is the place on this floor, `last` the last place on it (RFC 9162, 2.1.3.2).
    let (mut at, mut last, mut found) = (at, size - 1, leaf);
    for beside in path {
        if last == 0 {
            return None;
        }
        if at % 2 == 1 || at == last {
            found = node(beside, &found);
            while at % 2 == 0 && at != 0 {
                at /= 2;
                last /= 2;
            }
        } else {
            found = node(&found, beside);
        }
        at /= 2;
        last /= 2;
    }
    (last == 0).then_some(found)
}

/// The tree of a chain that is walked: keeps only the roots of its whole branches.
#[derive(Debug, Clone, Default)]
pub struct Growing {
    branches: Vec<(u32, Hash)>,
}

impl Growing {
    /// One leaf more.
    pub fn push(&mut self, leaf: Hash) {
        let mut grown = (0, leaf);
        while let Some((floor, left)) = self.branches.pop_if(|(floor, _)| *floor == grown.0) {
            grown = (floor + 1, node(&left, &grown.1));
        }
        self.branches.push(grown);
    }

    /// The root over all leaves so far.
    pub fn root(&self) -> Hash {
        let mut branches = self.branches.iter().rev().map(|(_, hash)| *hash);
        match branches.next() {
            None => root(&[]),
            Some(last) => branches.fold(last, |right, left| node(&left, &right)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn leaves(n: usize) -> Vec<Hash> {
        (0..n)
            .map(|at| leaf(&Sha256::digest(at.to_be_bytes()).into()))
            .collect()
    }

    /// The vectors that Certificate Transparency's authors test with: eight leaves of known bytes.
    #[test]
    fn the_tree_is_that_of_rfc_6962() {
        let bytes: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let leaves: Vec<Hash> = bytes
            .iter()
            .map(|bytes| {
                Sha256::new()
                    .chain_update([0])
                    .chain_update(bytes)
                    .finalize()
                    .into()
            })
            .collect();
        assert_eq!(
            crate::hex(&root(&leaves)),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
        assert_eq!(
            crate::hex(&root(&leaves[..1])),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
    }

    #[test]
    fn a_growing_tree_is_the_same_at_every_size() {
        let nodes = leaves(70);
        let mut growing = Growing::default();
        assert_eq!(growing.root(), root(&[]));
        for size in 1..=70 {
            growing.push(nodes[size - 1]);
            assert_eq!(growing.root(), root(&nodes[..size]), "{size}");
        }
    }

    proptest! {
        #[test]
        fn every_leaf_climbs_to_the_root_and_to_no_other(size in 1usize..200, at in 0usize..200, other in 0usize..200) {
            let at = at % size;
            let nodes = leaves(size);
            let way = path(&nodes, at);
            let (place, whole) = (at as u64, size as u64);
            prop_assert_eq!(climb(nodes[at], place, whole, &way), Some(root(&nodes)));
            let other = other % size;
            if other != at {
                prop_assert_ne!(climb(nodes[other], place, whole, &way), Some(root(&nodes)));
                prop_assert_ne!(climb(nodes[at], other as u64, whole, &way), Some(root(&nodes)));
            }
        }

        #[test]
        fn blocks_make_the_same_tree(size in 1usize..100, at in 0usize..100, block in 0u32..5) {
            let (at, block) = (at % size, 1usize << block);
            let nodes = leaves(size);
            let blocks: Vec<Hash> = nodes.chunks(block).map(root).collect();
            prop_assert_eq!(root(&blocks), root(&nodes));
            let mut way = path(nodes.chunks(block).nth(at / block).expect("its block"), at % block);
            way.extend(path(&blocks, at / block));
            prop_assert_eq!(way, path(&nodes, at));
        }
    }
}
