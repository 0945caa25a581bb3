//! Passwords: length over rules, and none that everyone tries first (NIST SP 800-63B-4).

use std::collections::HashSet;
use std::sync::LazyLock;

use zeroize::Zeroizing;

use crate::error::{Args, Fault};

/// Shortest password, in characters: it is the only factor.
const SHORTEST: usize = 12;
/// Longest, in characters.
const LONGEST: usize = 128;

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());

/// Why a password isn't taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Shorter than twelve characters.
    #[error("too short")]
    TooShort,
    /// Longer than 128.
    #[error("too long")]
    TooLong,
    /// One of those that are tried first, or a run of one letter or of neighbouring ones.
    #[error("too common")]
    Common,
    /// It holds the log-in name.
    #[error("holds the log-in name")]
    HoldsLogin,
}

impl Fault for PasswordError {
    fn code(&self) -> &'static str {
        match self {
            PasswordError::TooShort => "staff.password_too_short",
            PasswordError::TooLong => "staff.password_too_long",
            PasswordError::Common => "staff.password_common",
            PasswordError::HoldsLogin => "staff.password_holds_login",
        }
    }
    fn args(&self) -> Args {
        match self {
            PasswordError::TooShort => Args::none().number("least", SHORTEST as i64),
            PasswordError::TooLong => Args::none().number("most", LONGEST as i64),
            _ => Args::none(),
        }
    }
}

/// A password that may be used. Never shown, wiped when dropped.
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes a password, or says what is wrong with it.
    ///
    /// # Errors
    /// See [`PasswordError`].
    pub fn new(text: &str, login: &str) -> Result<Self, PasswordError> {
        let length = text.chars().count();
        if length < SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if length > LONGEST {
            return Err(PasswordError::TooLong);
        }
        let folded = text.to_lowercase();
        if login.len() >= 3 && folded.contains(login) {
            return Err(PasswordError::HoldsLogin);
        }
        if is_common(&folded) || is_run(&folded) {
            return Err(PasswordError::Common);
        }
        Ok(Password(Zeroizing::new(text.to_owned())))
    }

    /// For wrapping a key.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

/// A common word, alone or repeated, with digits and signs around it.
fn is_common(folded: &str) -> bool {
    let core = folded.trim_matches(|letter: char| !letter.is_alphabetic());
    if COMMON.contains(folded)
        || (!core.is_empty() && folded.len() < core.len() + 6 && COMMON.contains(core))
    {
        return true;
    }
    (1..=folded.chars().count() / 2).any(|length| {
        let unit: String = folded.chars().take(length).collect();
        let times = folded.chars().count() / length;
        folded == unit.repeat(times) && (COMMON.contains(unit.as_str()) || length <= 3)
    })
}

/// Nearly every letter follows from the one before it.
fn is_run(folded: &str) -> bool {
    let letters: Vec<u32> = folded.chars().map(u32::from).collect();
    let steps = letters
        .windows(2)
        .filter(|pair| pair[0].abs_diff(pair[1]) <= 1)
        .count();
    steps * 10 >= (letters.len() - 1) * 8
}
