//! The key ring: the vault's random key, kept only wrapped.
//!
//! One slot per member of staff, under a key that Argon2id derives from that person's password, and one slot under the
//! recovery key that was printed at set-up. Logging in *is* unwrapping: no secret lies on the disk.
//! Wrong passwords are counted here, outside the vault, because the vault may still be shut when they are typed.

mod recovery;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as B64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::clock::{Chance, Moment};
use crate::error::{Args, Error, Fault, Kind, Result};
pub use recovery::RecoveryProof;

/// Wrong passwords in a row before a pause is asked for.
const FREE_TRIES: u32 = 3;
/// The first pause, doubled with each further wrong password.
const FIRST_PAUSE_SECONDS: i64 = 5;
/// The longest pause.
const LONGEST_PAUSE_SECONDS: i64 = 900;
/// Wrong passwords in a row after which only a new password helps (NIST SP 800-63B-4 allows at most 100).
const MOST_TRIES: u32 = 100;
/// The vault's key: 32 random bytes, and the salt of the file.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 48]>);

impl DataKey {
    /// A new random key.
    pub fn random(chance: &dyn Chance) -> Self {
        let mut bytes = Zeroizing::new([0; 48]);
        chance.fill(bytes.as_mut());
        DataKey(bytes)
    }
    /// As SQLCipher takes a raw key with its salt.
    pub(super) fn pragma(&self) -> Zeroizing<String> {
        use std::fmt::Write as _;
        let mut text = Zeroizing::new(String::with_capacity(99));
        text.push_str("x'");
        for byte in self.0.iter() {
            write!(text, "{byte:02x}").expect("writing to a string does not fail");
        }
        text.push('\'');
        text
    }
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0[..32]
    }
}

/// How hard a password is to guess from the file. Weaker only in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hardness {
    /// Memory, KiB.
    pub memory: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Hardness {
    /// For a password: 64 MiB, 3 passes, 4 lanes.
    pub const PASSWORD: Hardness = Hardness {
        memory: 64 * 1024,
        passes: 3,
        lanes: 4,
    };
    /// For tests: as little as Argon2 takes.
    pub const TEST: Hardness = Hardness {
        memory: 32,
        passes: 1,
        lanes: 1,
    };
}

/// Why the ring does not give the key.
#[derive(Debug, thiserror::Error)]
pub enum KeyRingError {
    /// No such log-in name, or not that password; which of the two is not said.
    #[error("name or password is wrong")]
    Wrong,
    /// Too many wrong passwords: wait.
    #[error("wait {seconds} s")]
    Wait {
        /// How long.
        seconds: i64,
    },
    /// A hundred wrong passwords: an administrator sets a new one.
    #[error("the slot is closed")]
    Closed,
    /// The recovery key is mistyped or another installation's.
    #[error("the recovery key does not fit")]
    WrongRecovery,
    /// The ring can't be read.
    #[error("the key ring is damaged")]
    Damaged,
    /// There is a vault, and no ring beside it.
    #[error("the key ring is missing")]
    Missing,
}

impl Fault for KeyRingError {
    fn code(&self) -> &'static str {
        match self {
            KeyRingError::Wrong => "keys.wrong",
            KeyRingError::Wait { .. } => "keys.wait",
            KeyRingError::Closed => "keys.closed",
            KeyRingError::WrongRecovery => "keys.wrong_recovery",
            KeyRingError::Damaged => "keys.damaged",
            KeyRingError::Missing => "keys.missing",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            KeyRingError::Wrong | KeyRingError::WrongRecovery => Kind::Invalid,
            KeyRingError::Wait { .. } => Kind::Busy,
            KeyRingError::Closed | KeyRingError::Damaged | KeyRingError::Missing => Kind::Refused,
        }
    }
    fn args(&self) -> Args {
        match self {
            KeyRingError::Wait { seconds } => Args::none().number("seconds", *seconds),
            _ => Args::none(),
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Slot {
    hardness: Hardness,
    salt: String,
    nonce: String,
    wrapped: String,
    #[serde(default)]
    wrong: u32,
    #[serde(default)]
    not_before: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct RingFile {
    version: u32,
    /// Log-in name → slot.
    staff: BTreeMap<String, Slot>,
    recovery: Option<Slot>,
    /// A newer recovery key that was shown and not yet proved to be put away: it opens as well.
    #[serde(default)]
    next_recovery: Option<Slot>,
    /// Somebody has proved that the recovery key was put away.
    #[serde(default)]
    recovery_kept: bool,
    /// First start has begun and isn't done: the vault beside it holds nothing yet.
    #[serde(default)]
    founding: bool,
}

/// The key ring beside the vault.
pub struct KeyRing {
    file: PathBuf,
    ring: RingFile,
    hardness: Hardness,
}

impl KeyRing {
    /// Reads the ring; an empty one where none was made yet.
    pub fn open(file: &Path, hardness: Hardness) -> Result<Self> {
        let ring = match fs::read(file) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| KeyRingError::Damaged)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => RingFile {
                version: 1,
                ..RingFile::default()
            },
            Err(error) => return Err(anyhow::Error::new(error).into()),
        };
        Ok(KeyRing {
            file: file.to_owned(),
            ring,
            hardness,
        })
    }

    /// No key was wrapped yet: the installation is not set up.
    pub fn is_empty(&self) -> bool {
        self.ring.staff.is_empty()
    }

    /// A vault stands here whose ring was lost.
    pub fn is_missing(&self, vault_exists: bool) -> bool {
        vault_exists && self.is_empty() && !self.ring.founding
    }

    /// Notes that first start begins: a vault that it leaves half-made may be made anew.
    ///
    /// # Errors
    /// [`KeyRingError::Missing`] if a vault stands here whose ring was lost: making it anew would destroy it.
    pub fn begin_founding(&mut self, vault_exists: bool) -> Result<()> {
        if self.is_missing(vault_exists) {
            return Err(KeyRingError::Missing.into());
        }
        self.ring.founding = true;
        self.save()
    }

    /// Wraps the key for a member of staff under a password, in place of an older wrap.
    pub fn wrap(
        &mut self,
        login: &str,
        password: &str,
        key: &DataKey,
        chance: &dyn Chance,
    ) -> Result<()> {
        let slot = seal(key, password.as_bytes(), &aad(login), self.hardness, chance)?;
        self.ring.founding = false;
        let kept = self.ring.staff.insert(login.to_owned(), slot);
        if let Err(error) = self.save() {
            match kept {
                Some(slot) => self.ring.staff.insert(login.to_owned(), slot),
                None => self.ring.staff.remove(login),
            };
            return Err(error);
        }
        Ok(())
    }

    /// Takes a member of staff's slot away.
    pub fn remove(&mut self, login: &str) -> Result<()> {
        self.ring.staff.remove(login);
        self.save()
    }

    /// Unwraps the key with a password. Wrong ones are counted in the file, so that a restart doesn't forgive them.
    pub fn unwrap(
        &mut self,
        login: &str,
        password: &str,
        now: Moment,
        chance: &dyn Chance,
    ) -> Result<DataKey> {
        if self.is_empty() {
            return Err(KeyRingError::Missing.into());
        }
        let Some(slot) = self.ring.staff.get(login).cloned() else {
            // An unknown name costs the same time as a wrong password.
            let _ = seal(
                &DataKey::random(chance),
                password.as_bytes(),
                b"",
                self.hardness,
                chance,
            )?;
            return Err(KeyRingError::Wrong.into());
        };
        if slot.wrong >= MOST_TRIES {
            return Err(KeyRingError::Closed.into());
        }
        let seconds = slot
            .not_before
            .as_deref()
            .map_or(0, |until| seconds_until(until, now));
        if seconds > LONGEST_PAUSE_SECONDS {
            // The clock was set back meanwhile: the pause begins anew, or it would last until the clock is there again.
            return Err(self.pause_anew(login, now)?.into());
        }
        if seconds > 0 {
            return Err(KeyRingError::Wait { seconds }.into());
        }
        let opened = open(&slot, password.as_bytes(), &aad(login));
        let slot = self
            .ring
            .staff
            .get_mut(login)
            .expect("the slot was there a moment ago");
        match opened {
            Ok(key) => {
                if slot.wrong > 0 {
                    slot.wrong = 0;
                    slot.not_before = None;
                    self.save()?;
                }
                Ok(key)
            }
            Err(error) => {
                slot.wrong += 1;
                slot.not_before = pause(slot.wrong).map(|pause| now.plus(pause).text());
                self.save()?;
                Err(error)
            }
        }
    }

    fn pause_anew(&mut self, login: &str, now: Moment) -> Result<KeyRingError> {
        let until = now.plus(chrono::Duration::seconds(LONGEST_PAUSE_SECONDS));
        if let Some(slot) = self.ring.staff.get_mut(login) {
            slot.not_before = Some(until.text());
        }
        self.save()?;
        Ok(KeyRingError::Wait {
            seconds: LONGEST_PAUSE_SECONDS,
        })
    }

    /// Wrong passwords in a row for a log-in name.
    pub fn wrong_tries(&self, login: &str) -> u32 {
        self.ring.staff.get(login).map_or(0, |slot| slot.wrong)
    }

    /// Puts another state in place of this one, once it is safely written.
    fn replace(&mut self, next: RingFile) -> Result<()> {
        let before = std::mem::replace(&mut self.ring, next);
        let saved = self.save();
        if saved.is_err() {
            self.ring = before;
        }
        saved
    }

    /// Writes the ring beside the old one and puts it in its place: a power cut leaves one of the two.
    fn save(&self) -> Result<()> {
        let bytes = serde_json::to_vec_pretty(&self.ring).map_err(anyhow::Error::from)?;
        replace_file(&self.file, &bytes).map_err(|error| anyhow::Error::new(error).into())
    }
}

/// Replaces a file's content so that a power cut leaves the old or the new one, whole.
pub(crate) fn replace_file(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let fresh = file.with_extension("new");
    let mut out = fs::File::create(&fresh)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    fs::rename(&fresh, file)?;
    if let Some(dir) = file.parent() {
        fs::File::open(dir)?.sync_all()?;
    }
    Ok(())
}

fn aad(login: &str) -> Vec<u8> {
    [b"staff ", login.as_bytes()].concat()
}

fn pause(wrong: u32) -> Option<chrono::Duration> {
    let doubled = wrong.checked_sub(FREE_TRIES)?.min(10);
    Some(chrono::Duration::seconds(
        (FIRST_PAUSE_SECONDS << doubled).min(LONGEST_PAUSE_SECONDS),
    ))
}

fn seconds_until(until: &str, now: Moment) -> i64 {
    let Ok(until) = chrono::DateTime::parse_from_rfc3339(until) else {
        return 0;
    };
    let left = (until.with_timezone(&chrono::Utc) - now.utc()).num_milliseconds();
    (left.max(0) + 999) / 1000
}

fn wrapping_key(secret: &[u8], salt: &[u8], hardness: Hardness) -> Result<Zeroizing<[u8; 32]>> {
    let broken = |error: argon2::Error| Error::Internal(anyhow::anyhow!("argon2: {error}"));
    let params =
        Params::new(hardness.memory, hardness.passes, hardness.lanes, Some(32)).map_err(broken)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, key.as_mut())
        .map_err(broken)?;
    Ok(key)
}

fn seal(
    key: &DataKey,
    secret: &[u8],
    aad: &[u8],
    hardness: Hardness,
    chance: &dyn Chance,
) -> Result<Slot> {
    let mut salt = [0; 16];
    let mut nonce = [0; 24];
    chance.fill(&mut salt);
    chance.fill(&mut nonce);
    let wrapping = wrapping_key(secret, &salt, hardness)?;
    let cipher =
        XChaCha20Poly1305::new_from_slice(wrapping.as_ref()).expect("the key has 32 bytes");
    let wrapped = cipher
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: key.0.as_ref(),
                aad,
            },
        )
        .map_err(|_| Error::Internal(anyhow::anyhow!("the key could not be wrapped")))?;
    Ok(Slot {
        hardness,
        salt: B64.encode(salt),
        nonce: B64.encode(nonce),
        wrapped: B64.encode(wrapped),
        wrong: 0,
        not_before: None,
    })
}

fn open(slot: &Slot, secret: &[u8], aad: &[u8]) -> Result<DataKey> {
    let decode = |text: &str| {
        B64.decode(text)
            .map_err(|_| Error::from(KeyRingError::Damaged))
    };
    let (salt, nonce, wrapped) = (
        decode(&slot.salt)?,
        decode(&slot.nonce)?,
        decode(&slot.wrapped)?,
    );
    let nonce: [u8; 24] = nonce.try_into().map_err(|_| KeyRingError::Damaged)?;
    let wrapping = wrapping_key(secret, &salt, slot.hardness)?;
    let cipher =
        XChaCha20Poly1305::new_from_slice(wrapping.as_ref()).expect("the key has 32 bytes");
    let plain = Zeroizing::new(
        cipher
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: wrapped.as_ref(),
                    aad,
                },
            )
            .map_err(|_| KeyRingError::Wrong)?,
    );
    let mut key = Zeroizing::new([0; 48]);
    if plain.len() != key.len() {
        return Err(KeyRingError::Damaged.into());
    }
    key.copy_from_slice(&plain);
    Ok(DataKey(key))
}
