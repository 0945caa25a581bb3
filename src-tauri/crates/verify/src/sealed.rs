//! The form of a sealed file: JSON, one part to a line, closed by a seal over the very bytes of every part.
//!
//! ```text
//! {
//! "format":{…},
//! "evidence":{…},
//! …
//! "seal":{"algorithm":"ed25519","key":"…","parts":[["format","…"],["evidence","…"],…],"signature":"…"}
//! }
//! ```
//! Each hash is SHA-256 of the bytes between the colon and the comma; the signature is over [`note`]. No canonical form of
//! JSON is needed to check it: the bytes are what they are.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Fault, hex, unhex};

/// The part that closes the file.
pub const SEAL: &str = "seal";
/// Braces, commas and line ends around the parts.
pub const FRAME: &str = "frame";

const ALGORITHM: &str = "ed25519";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    algorithm: String,
    key: String,
    parts: Vec<(String, String)>,
    signature: String,
}

/// What is signed: a line per part with its hash.
fn note(parts: &[(String, String)]) -> String {
    let lines = parts.iter().map(|(name, hash)| format!("{name} {hash}\n"));
    std::iter::once("kelisim proof\n".to_owned())
        .chain(lines)
        .collect()
}

/// Seals parts – a name and JSON without line ends – into a file.
pub fn seal(parts: &[(&str, String)], key: &SigningKey) -> Vec<u8> {
    let hashed: Vec<(String, String)> = parts
        .iter()
        .map(|(name, json)| ((*name).to_owned(), hex(&Sha256::digest(json))))
        .collect();
    let seal = Seal {
        algorithm: ALGORITHM.to_owned(),
        key: hex(key.verifying_key().as_bytes()),
        signature: hex(&key.sign(note(&hashed).as_bytes()).to_bytes()),
        parts: hashed,
    };
    let mut file = String::from("{\n");
    for (name, json) in parts {
        file.push_str(&format!("\"{name}\":{json},\n"));
    }
    file.push_str(&line_of(&seal));
    file.push_str("\n}\n");
    file.into_bytes()
}

fn line_of(seal: &Seal) -> String {
    let json = serde_json::to_string(seal).expect("a seal is JSON");
    format!("\"{SEAL}\":{json}")
}

/// A file whose bytes are those that were sealed.
#[derive(Debug)]
pub struct Opened<'a> {
    /// Each part: its name and its bytes.
    pub parts: Vec<(String, &'a [u8])>,
    /// The key that sealed it.
    pub key: VerifyingKey,
}

/// Checks the bytes against the seal.
///
/// # Errors
/// The part that isn't as it was sealed.
pub fn open(file: &[u8]) -> Result<Opened<'_>, Fault> {
    let lines: Vec<&[u8]> = file.split(|byte| *byte == b'\n').collect();
    // Open brace, parts, seal, closing brace, nothing.
    let [first, parts @ .., line, close, end] = lines.as_slice() else {
        return Err(broken_end(&lines));
    };
    if !line.starts_with(b"\"seal\":") {
        return Err(broken_end(&lines));
    }
    let (seal, key) =
        read_seal(line).ok_or(Fault::new(SEAL, "the seal can't be read, or was altered"))?;
    for (at, (name, hash)) in seal.parts.iter().enumerate() {
        let whole = parts.get(at).and_then(|line| value_of(line, name));
        if whole.is_none_or(|value| hex(&Sha256::digest(value)) != *hash) {
            return Err(Fault::new(name, "its bytes aren't those that were sealed"));
        }
    }
    let framed =
        *first == b"{" && *close == b"}" && end.is_empty() && parts.len() == seal.parts.len();
    if !framed {
        return Err(Fault::new(
            FRAME,
            "something stands around the parts that wasn't sealed",
        ));
    }
    let named = seal.parts.iter().zip(parts);
    let parts = named
        .filter_map(|((name, _), line)| Some((name.clone(), value_of(line, name)?)))
        .collect();
    Ok(Opened { parts, key })
}

/// The last lines aren't where they belong: the seal, or what closes the file.
fn broken_end(lines: &[&[u8]]) -> Fault {
    if lines.iter().any(|line| line.starts_with(b"\"seal\":{")) {
        Fault::new(
            FRAME,
            "something stands around the parts that wasn't sealed",
        )
    } else {
        Fault::new(
            SEAL,
            "there is no seal: this is no sealed file, or its seal was altered",
        )
    }
}

/// The seal and its key, if both are whole and the signature is right.
fn read_seal(line: &[u8]) -> Option<(Seal, VerifyingKey)> {
    let seal: Seal = serde_json::from_slice(line.strip_prefix(b"\"seal\":")?).ok()?;
    if line_of(&seal).as_bytes() != line || seal.algorithm != ALGORITHM {
        return None;
    }
    let key = VerifyingKey::from_bytes(&unhex(&seal.key)?).ok()?;
    let signature = Signature::from_bytes(&unhex(&seal.signature)?);
    key.verify_strict(note(&seal.parts).as_bytes(), &signature)
        .ok()?;
    Some((seal, key))
}

/// What stands between the name of a part and the comma after it.
fn value_of<'a>(line: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let named = format!("\"{name}\":");
    line.strip_prefix(named.as_bytes())?.strip_suffix(b",")
}
