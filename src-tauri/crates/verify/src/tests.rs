//! One changed byte anywhere is found, and its part is named.

use ed25519_dalek::{Signer as _, SigningKey};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::*;
use crate::journal::{EarlierCheckpoint, SealedEntry, SignedTree};
use crate::tree::{Hash, leaf};

const TEXT: &str = "# Не үшін\n\nКарта үшін.";

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn evidence() -> String {
    let strokes = hex(&Sha256::digest("[[[0.1,0.2,0,0.5]]]"));
    json!({"number": "26-AAAA-BBBB", "text": {"lang": "kk", "sha256": hex(&Sha256::digest(TEXT))},
           "signature": {"sha256": strokes}})
    .to_string()
}

/// A journal of some entries, the third of which seals the evidence.
fn chain(size: i64, evidence: &str) -> Vec<SealedEntry> {
    let mut prev: Hash = [0; 32];
    let mut entries = Vec::new();
    for seq in 1..=size {
        let seal = if seq == 3 {
            hex(&Sha256::digest(evidence))
        } else {
            String::new()
        };
        let rest = [("command".to_owned(), Value::from("consents.save_visit"))].into();
        let members = json!({"command": "consents.save_visit", "seal": seal, "seq": seq});
        let canonical = serde_json::to_vec(
            &serde_json::from_value::<std::collections::BTreeMap<String, Value>>(members).unwrap(),
        )
        .unwrap();
        let hash: Hash = Sha256::new()
            .chain_update(prev)
            .chain_update(canonical)
            .finalize()
            .into();
        entries.push(SealedEntry {
            seq,
            seal,
            prev: hex(&prev),
            hash: hex(&hash),
            rest,
        });
        prev = hash;
    }
    entries
}

fn place(evidence: &str) -> Value {
    let (size, at) = (11, "2026-12-14T04:05:00.000Z");
    let entries = chain(size, evidence);
    let leaves: Vec<Hash> = entries
        .iter()
        .map(|entry| leaf(&unhex(&entry.hash).unwrap()))
        .collect();
    let root = hex(&tree::root(&leaves));
    let way = |seq: usize| -> Vec<String> {
        tree::path(&leaves, seq - 1)
            .iter()
            .map(|hash| hex(hash))
            .collect()
    };
    let sign = |note: String| hex(&key().sign(note.as_bytes()).to_bytes());
    let point = &entries[6];
    json!({
        "entry": entries[2],
        "tree": {"size": size, "at": at, "root": root, "signature": sign(SignedTree::note(size, at, &root))},
        "path": way(3),
        "checkpoint": {"seq": 7, "at": at, "hash": point.hash, "path": way(7),
                       "signature": sign(EarlierCheckpoint::note(7, at, &point.hash))},
    })
}

fn parts() -> Vec<(&'static str, String)> {
    let evidence = evidence();
    let journal = place(&evidence).to_string();
    vec![
        ("format", json!({"name": FORMAT, "number": "26-AAAA-BBBB", "made_at": "2026-12-14T04:05:00.000Z"}).to_string()),
        ("evidence", evidence),
        ("text", json!({"body": {"kk": TEXT}}).to_string()),
        ("strokes", "[[[0.1,0.2,0,0.5]]]".to_owned()),
        ("record", json!({"header": {"number": "26-AAAA-BBBB"}}).to_string()),
        ("journal", journal),
        ("gaps", json!(["number-only"]).to_string()),
    ]
}

fn with(part: &str, json: Value) -> Vec<(&'static str, String)> {
    let changed = |(name, old): (&'static str, String)| {
        (name, if name == part { json.to_string() } else { old })
    };
    parts().into_iter().map(changed).collect()
}

fn fault(parts: &[(&str, String)]) -> String {
    check(&sealed::seal(parts, &key()))
        .fault
        .expect("it isn't sound")
        .to_string()
}

#[test]
fn a_sealed_proof_is_sound() {
    let verdict = check(&sealed::seal(&parts(), &key()));
    assert_eq!(verdict.fault, None);
    assert!(verdict.sound);
    assert_eq!((verdict.entry, verdict.entries), (Some(3), Some(11)));
    assert_eq!(verdict.gaps, ["number-only"]);
    assert_eq!(
        verdict.fingerprint,
        Some(fingerprint(key().verifying_key().as_bytes()))
    );
}

#[test]
fn the_file_is_json() {
    let file: Value = serde_json::from_slice(&sealed::seal(&parts(), &key())).unwrap();
    assert_eq!(file["evidence"]["number"], "26-AAAA-BBBB");
}

#[test]
fn whoever_seals_anew_is_known_by_another_key() {
    let file = sealed::seal(&parts(), &SigningKey::from_bytes(&[8; 32]));
    // Its tree is still signed by the true key: the forger can't sign another.
    assert!(!check(&file).sound);
    let mine = fingerprint(key().verifying_key().as_bytes());
    let sound = sealed::seal(&parts(), &key());
    assert!(check_with_key(&sound, Some(&mine.to_lowercase().replace(' ', ""))).sound);
    let other = check_with_key(&sound, Some("0000 0000"));
    assert_eq!(other.fault.unwrap().part, "key");
    assert!(!check_with_key(&sound, Some("")).sound);
}

#[test]
fn parts_that_contradict_one_another_are_named() {
    let other = json!({"number": "26-AAAA-BBBC"});
    assert!(fault(&with("evidence", other)).starts_with("evidence: it is the evidence of another"));
    assert!(fault(&with("text", json!({"body": {"kk": "other"}}))).starts_with("text:"));
    assert!(fault(&with("strokes", json!([]))).starts_with("strokes:"));
    assert!(fault(&with("record", json!({"header": {"number": "x"}}))).starts_with("record:"));
    assert!(fault(&with("journal", Value::Null)).starts_with("journal: no entry"));
    assert!(fault(&parts()[1..]).starts_with("format: it isn't in the file"));
    for (pointer, value) in [
        ("/entry/command", json!("consents.withdraw")),
        ("/entry/seq", json!(4)),
        ("/tree/size", json!(12)),
        ("/tree/root", json!("00")),
        ("/path/0", json!(hex(&[1; 32]))),
        ("/checkpoint/seq", json!(8)),
        ("/checkpoint/path", json!([])),
    ] {
        let mut altered = place(&evidence());
        *altered.pointer_mut(pointer).unwrap() = value;
        assert!(
            fault(&with("journal", altered)).starts_with("journal:"),
            "{pointer}"
        );
    }
}

#[test]
fn something_else_is_no_proof() {
    for file in [
        &b""[..],
        b"{}",
        b"{\n}\n",
        b"SQLite format 3\0",
        b"{\n\"seal\":{}\n}\n",
    ] {
        assert!(check(file).fault.is_some());
    }
}

/// The part in which a byte of the file stands; the line end after a part belongs to that part or to what is around it.
fn part_at(file: &[u8], at: usize) -> String {
    let line = file[..at].iter().filter(|byte| **byte == b'\n').count();
    let names = parts();
    match line {
        0 => sealed::FRAME.to_owned(),
        n if n <= names.len() => names[n - 1].0.to_owned(),
        n if n == names.len() + 1 => sealed::SEAL.to_owned(),
        _ => sealed::FRAME.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn one_changed_byte_is_refused_and_its_part_named(at in any::<prop::sample::Index>(), flip in 1u8..) {
        let mut file = sealed::seal(&parts(), &key());
        let at = at.index(file.len());
        let part = part_at(&file, at);
        file[at] ^= flip;
        let fault = check(&file).fault.expect("it was changed");
        let on_edge = file[at] == b'\n' || (file[at] ^ flip) == b'\n';
        prop_assert!(fault.part == part || on_edge && !fault.part.is_empty(), "{} for {part}", fault);
    }

    #[test]
    fn whatever_is_given_nothing_panics(file in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(!check(&file).sound);
    }
}

#[test]
fn every_single_byte_counts() {
    let file = sealed::seal(&parts(), &key());
    for at in 0..file.len() {
        for flip in [1, 0x20, 0x80] {
            let mut other = file.clone();
            other[at] ^= flip;
            assert!(!check(&other).sound, "byte {at}");
        }
        let mut short = file.clone();
        short.remove(at);
        assert!(!check(&short).sound, "without byte {at}");
    }
}
