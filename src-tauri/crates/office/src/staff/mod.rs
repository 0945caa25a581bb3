//! Staff: accounts, first start, log-in, lock, passwords (A1, A3).

mod commands;
mod gates;
mod passwords;
mod recovery;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub use commands::*;
pub use gates::*;
pub use passwords::{Password, PasswordError};
pub use recovery::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::StaffId;
use crate::error::{Fault, Kind};
use crate::policy::{BranchId, OperatorId, Role};
use crate::texts::Lang;

crate::named! {
    /// How an account stands.
    StaffState {
        /// At work.
        Active = "active",
        /// Has a first password from the administrator and has yet to set one of their own.
        Invited = "invited",
        /// Switched off.
        Disabled = "disabled",
    }
}

crate::named! {
    /// Light or dark.
    Theme {
        /// As the desktop is.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// How a member of staff looks at the window. Belongs to the person, not to the computer: branches share computers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text in pixels, 12 to 18.
    pub text_size: u8,
    /// Plain letters act in lists and cards (WCAG 2.1.4 wants a switch).
    pub letters: bool,
}

impl Look {
    /// With a size of text that the window has.
    #[must_use]
    pub fn in_bounds(self) -> Self {
        Look {
            text_size: self.text_size.clamp(12, 18),
            ..self
        }
    }
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Member {
    /// Number.
    pub id: StaffId,
    /// Name to log in with: small letters, digits, dots.
    pub login: String,
    /// Name as colleagues read it.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// How the account stands.
    pub state: StaffState,
    /// For which operator.
    pub operator: OperatorId,
    /// In which branch.
    pub branch: BranchId,
    /// Language of their window.
    pub lang: Lang,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The installation was set up before.
    #[error("already set up")]
    AlreadySetUp,
    /// Log-in names are small Latin letters, digits, dots and hyphens, 2 to 40.
    #[error("not a log-in name")]
    LoginForm,
    /// Somebody has that log-in name.
    #[error("the log-in name is taken")]
    LoginTaken,
    /// A name is needed, of at most 120 letters.
    #[error("not a name")]
    Name,
    /// There is no such member of staff.
    #[error("no such member of staff")]
    NotFound,
    /// Somebody changed the account meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// One can't switch off or demote oneself.
    #[error("not oneself")]
    NotOneself,
    /// The account stands otherwise.
    #[error("the account is not in that state")]
    State,
    /// That branch isn't the operator's.
    #[error("no such branch")]
    Branch,
}

impl Fault for StaffError {
    fn code(&self) -> &'static str {
        match self {
            StaffError::AlreadySetUp => "staff.already_set_up",
            StaffError::LoginForm => "staff.login_form",
            StaffError::LoginTaken => "staff.login_taken",
            StaffError::Name => "staff.name",
            StaffError::NotFound => "staff.not_found",
            StaffError::Conflict => "staff.conflict",
            StaffError::NotOneself => "staff.not_oneself",
            StaffError::State => "staff.state",
            StaffError::Branch => "staff.branch",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            StaffError::NotFound => Kind::NotFound,
            StaffError::Conflict => Kind::Conflict,
            StaffError::AlreadySetUp | StaffError::NotOneself | StaffError::State => Kind::Refused,
            _ => Kind::Invalid,
        }
    }
}

/// A log-in name as it is kept: trimmed, small.
///
/// # Errors
/// [`StaffError::LoginForm`] if it isn't 2 to 40 Latin letters, digits, dots and hyphens.
pub(crate) fn login_name(text: &str) -> Result<String, StaffError> {
    let login = text.trim().to_lowercase();
    let fits = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '.' | '-' | '_')
    };
    if (2..=40).contains(&login.len()) && login.chars().all(fits) {
        Ok(login)
    } else {
        Err(StaffError::LoginForm)
    }
}

/// A name of a person, a branch, an operator: something, without control characters, of at most 120 letters.
pub(crate) fn name_of(text: &str) -> Result<String, StaffError> {
    let name = crate::plain::words(text);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    if (1..=120).contains(&length) && !name.chars().any(char::is_control) {
        Ok(name)
    } else {
        Err(StaffError::Name)
    }
}
