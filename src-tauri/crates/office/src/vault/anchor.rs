//! The anchor: what was last seen of the journal, kept outside the vault's file.
//!
//! Encryption proves pages authentic, not current: an older copy of the file opens without complaint. So the journal's
//! head is written to a second file and compared at every opening (reliability: old state can't be passed off as current).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as B64;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::error::Result;

/// What was last seen of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Anchor {
    /// Number of the last entry.
    pub seq: i64,
    /// Its hash, hexadecimal.
    pub hash: String,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    anchor: Anchor,
    mac: String,
}

/// Where the anchor of one vault lies.
pub(crate) struct AnchorFile {
    file: PathBuf,
    key: [u8; 32],
    /// Number of the entry that was written last: callers come in any order, the anchor only goes forward.
    written: Mutex<i64>,
}

impl AnchorFile {
    /// The anchor at that place, sealed with a key of the vault.
    pub fn at(file: PathBuf, key: [u8; 32]) -> Self {
        AnchorFile {
            file,
            key,
            written: Mutex::new(0),
        }
    }

    /// What was last seen of the journal, if the anchor is there and its seal holds.
    pub fn read(&self) -> Option<Anchor> {
        let _writing = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        read(&self.file, &self.key)
    }

    /// Writes what was seen of the journal, unless something later stands there.
    pub fn write(&self, anchor: &Anchor) -> Result<()> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if anchor.seq > *written {
            write(&self.file, anchor, &self.key)?;
            *written = anchor.seq;
        }
        Ok(())
    }
}

fn write(file: &Path, anchor: &Anchor, key: &[u8; 32]) -> Result<()> {
    let sealed = Sealed {
        anchor: anchor.clone(),
        mac: B64.encode(mac(anchor, key).finalize().into_bytes()),
    };
    let text = serde_json::to_vec(&sealed).map_err(anyhow::Error::from)?;
    let fresh = file.with_extension("new");
    fs::write(&fresh, text)
        .and_then(|()| fs::rename(&fresh, file))
        .map_err(|error| anyhow::Error::new(error).into())
}

/// The anchor, if there is one and its seal holds. A missing or torn one tells nothing; it isn't an alarm by itself.
fn read(file: &Path, key: &[u8; 32]) -> Option<Anchor> {
    let sealed: Sealed = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    mac(&sealed.anchor, key)
        .verify_slice(&B64.decode(&sealed.mac).ok()?)
        .ok()?;
    Some(sealed.anchor)
}

fn mac(anchor: &Anchor, key: &[u8; 32]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(&anchor.seq.to_be_bytes());
    mac.update(anchor.hash.as_bytes());
    mac
}
