//! The recovery slots of the key ring: the present key, and a newer one that waits to be put away.

use zeroize::Zeroizing;

use super::{DataKey, KeyRing, KeyRingError, RingFile, Slot, open, seal};
use crate::clock::Chance;
use crate::error::Result;

/// Letters of the recovery key: no I, L, O, U, so that it can be read from paper.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What a wrap under a recovery key is bound to.
const AAD: &[u8] = b"recovery";

/// A recovery key was tried and opens: names the slot that it opened.
#[derive(Debug)]
pub struct RecoveryProof(String);

impl RecoveryProof {
    fn is_of(&self, slot: Option<&Slot>) -> bool {
        slot.is_some_and(|slot| slot.nonce == self.0)
    }
}

impl KeyRing {
    /// Wraps the key under the first recovery key, and returns that key: it is shown once.
    pub fn wrap_recovery(
        &mut self,
        key: &DataKey,
        chance: &dyn Chance,
    ) -> Result<Zeroizing<String>> {
        let (text, slot) = self.recovery_slot(key, chance)?;
        let next = RingFile {
            recovery: Some(slot),
            next_recovery: None,
            recovery_kept: false,
            ..self.ring.clone()
        };
        self.replace(next)?;
        Ok(text)
    }

    /// Wraps the key under a newer recovery key, and returns that key. The present one goes on opening until
    /// [`Self::keep_recovery`].
    pub fn wrap_next_recovery(
        &mut self,
        key: &DataKey,
        chance: &dyn Chance,
    ) -> Result<Zeroizing<String>> {
        let (text, slot) = self.recovery_slot(key, chance)?;
        let next = RingFile {
            next_recovery: Some(slot),
            ..self.ring.clone()
        };
        self.replace(next)?;
        Ok(text)
    }

    fn recovery_slot(
        &self,
        key: &DataKey,
        chance: &dyn Chance,
    ) -> Result<(Zeroizing<String>, Slot)> {
        let text = recovery_text(chance);
        let secret = normal_recovery(&text);
        let slot = seal(key, secret.as_bytes(), AAD, self.hardness, chance)?;
        Ok((text, slot))
    }

    /// Tries a recovery key that somebody says they have put away.
    pub fn prove_recovery(&self, text: &str) -> Result<RecoveryProof> {
        let (_, slot) = self.open_recovery(text)?;
        Ok(RecoveryProof(slot.nonce.clone()))
    }

    /// The recovery key that was proved is the one from now on. A newer one takes the place of the older, which no longer
    /// opens.
    pub fn keep_recovery(&mut self, proof: &RecoveryProof) -> Result<()> {
        let mut next = self.ring.clone();
        next.recovery_kept = true;
        if proof.is_of(next.next_recovery.as_ref()) {
            next.recovery = next.next_recovery.take();
        } else if !proof.is_of(next.recovery.as_ref()) {
            // Another one was made meanwhile.
            return Err(KeyRingError::WrongRecovery.into());
        }
        self.replace(next)
    }

    /// Whether somebody has proved that the recovery key was put away, and whether a newer one waits for that.
    pub fn recovery_stands(&self) -> (bool, bool) {
        (self.ring.recovery_kept, self.ring.next_recovery.is_some())
    }

    /// Unwraps the key with the recovery key, however it was typed: case, spaces and hyphens don't count.
    pub fn unwrap_recovery(&self, text: &str) -> Result<DataKey> {
        Ok(self.open_recovery(text)?.0)
    }

    fn open_recovery(&self, text: &str) -> Result<(DataKey, &Slot)> {
        let secret = normal_recovery(text);
        let slots = [&self.ring.recovery, &self.ring.next_recovery];
        slots
            .into_iter()
            .flatten()
            .find_map(|slot| Some((open(slot, secret.as_bytes(), AAD).ok()?, slot)))
            .ok_or_else(|| KeyRingError::WrongRecovery.into())
    }
}

/// 160 random bits in eight groups of letters, for paper: `7K3Q-…`.
fn recovery_text(chance: &dyn Chance) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; 32]);
    chance.fill(bytes.as_mut());
    let mut text = Zeroizing::new(String::new());
    for (place, byte) in bytes.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    text
}

/// As it was meant: upper case, no separators, letters that look like digits read as digits.
fn normal_recovery(text: &str) -> Zeroizing<String> {
    let meant = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
    Zeroizing::new(meant.collect())
}
