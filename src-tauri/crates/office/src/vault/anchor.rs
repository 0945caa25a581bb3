//! The anchor: what was last seen of the journal, kept outside the vault's file.
//!
//! Encryption proves pages authentic, not current: an older copy of the file opens without complaint. So the journal's
//! head is written to a second file and compared at every opening (reliability: old state can't be passed off as current).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    /// The latest that anybody has seen.
    latest: Mutex<Option<Anchor>>,
    /// Number of the entry that was written last: callers come in any order, the anchor only goes forward.
    written: Mutex<i64>,
}

impl AnchorFile {
    /// The anchor at that place, sealed with a key of the vault.
    pub fn at(file: PathBuf, key: [u8; 32]) -> Self {
        AnchorFile {
            file,
            key,
            latest: Mutex::new(None),
            written: Mutex::new(0),
        }
    }

    /// What was last seen of the journal, if the anchor is there and its seal holds.
    pub fn read(&self) -> Option<Anchor> {
        let _writing = lock(&self.written);
        read(&self.file, &self.key)
    }

    /// Keeps what was seen of the journal: when this returns, that or something later stands in the file. Whoever waited for
    /// another's writing finds that it wrote what both had seen, and writes nothing.
    pub fn write(&self, anchor: &Anchor) -> Result<()> {
        {
            let mut latest = lock(&self.latest);
            if latest.as_ref().is_none_or(|known| known.seq < anchor.seq) {
                *latest = Some(anchor.clone());
            }
        }
        let mut written = lock(&self.written);
        if anchor.seq <= *written {
            return Ok(());
        }
        let newest = lock(&self.latest).clone().unwrap_or_else(|| anchor.clone());
        write(&self.file, &newest, &self.key)?;
        *written = newest.seq;
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn whoever_writes_the_latest_stands_there_when_all_are_done() {
        let dir = tempfile::tempdir().expect("a folder");
        let place = dir.path().join("anchor");
        let file = Arc::new(AnchorFile::at(place.clone(), [7; 32]));
        let writers: Vec<_> = (1..5)
            .map(|first| {
                let file = Arc::clone(&file);
                std::thread::spawn(move || {
                    for seq in (first..=200).step_by(4) {
                        let hash = format!("{seq:064x}");
                        file.write(&Anchor { seq, hash }).expect("written");
                        let stands = file.read().expect("an anchor");
                        assert!(stands.seq >= seq, "what returned is kept");
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().expect("a writer");
        }
        assert_eq!(file.read().map(|anchor| anchor.seq), Some(200));
        let stranger = AnchorFile::at(place, [8; 32]);
        assert_eq!(stranger.read(), None, "another key doesn't open it");
    }
}
