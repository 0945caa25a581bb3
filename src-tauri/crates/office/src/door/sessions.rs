//! Sessions: in memory alone, so that a restart asks for passwords again.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DoorError, StaffId};
use crate::clock::{Chance, Moment};
use crate::error::Result;
use crate::texts::Lang;

/// A working day and a bit: then the password is asked for anew.
const LONGEST: Duration = Duration::hours(10);

/// The secret that names a session: 128 random bits.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// A token as a host received it.
    pub fn new(text: impl Into<String>) -> Self {
        Token(text.into())
    }
    /// For the host that keeps it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    fn random(chance: &dyn Chance) -> Self {
        let mut bytes = [0; 16];
        chance.fill(&mut bytes);
        Token(B64.encode(bytes))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

crate::named! {
    /// How a session stands.
    SessionState {
        /// Nobody has logged in.
        None = "none",
        /// At work.
        Live = "live",
        /// Waits for the password.
        Locked = "locked",
        /// Over.
        Expired = "expired",
    }
}

#[derive(Debug, Clone)]
struct Session {
    staff: StaffId,
    number: String,
    lang: Lang,
    started: Moment,
    last_act: Moment,
    idle: Duration,
    locked: bool,
}

/// What the door learns from a session that is live.
pub(super) struct Entered {
    pub staff: StaffId,
    pub number: String,
}

/// All sessions.
#[derive(Default)]
pub(super) struct Sessions {
    open: HashMap<Token, Session>,
    last_number: u64,
}

impl Sessions {
    /// Begins a session.
    pub fn begin(
        &mut self,
        staff: StaffId,
        lang: Lang,
        idle: Duration,
        now: Moment,
        chance: &dyn Chance,
    ) -> Token {
        self.last_number += 1;
        let token = Token::random(chance);
        let number = format!("{}-{}", now.utc().timestamp(), self.last_number);
        let session = Session {
            staff,
            number,
            lang,
            started: now,
            last_act: now,
            idle,
            locked: false,
        };
        self.open.insert(token.clone(), session);
        token
    }

    /// The session of a token, live; counts as activity unless quiet.
    pub fn enter(&mut self, token: &Token, now: Moment, quiet: bool) -> Result<Entered> {
        match self.state(token, now) {
            SessionState::None => Err(DoorError::NoSession.into()),
            SessionState::Expired => Err(DoorError::SessionOver.into()),
            SessionState::Locked => Err(DoorError::SessionLocked.into()),
            SessionState::Live => {
                let session = self.open.get_mut(token).expect("a live session is there");
                if !quiet {
                    session.last_act = now;
                }
                Ok(Entered {
                    staff: session.staff,
                    number: session.number.clone(),
                })
            }
        }
    }

    /// How a session stands. Idleness locks it for good: a clock set back does not open it.
    pub fn state(&mut self, token: &Token, now: Moment) -> SessionState {
        let Some(session) = self.open.get_mut(token) else {
            return SessionState::None;
        };
        if now.since(session.started) >= LONGEST {
            return SessionState::Expired;
        }
        session.locked |= now.since(session.last_act) >= session.idle;
        if session.locked {
            SessionState::Locked
        } else {
            SessionState::Live
        }
    }

    /// Whose session it is, whatever its state.
    pub fn staff(&self, token: &Token) -> Option<StaffId> {
        self.open.get(token).map(|session| session.staff)
    }

    /// In which language it reads.
    pub fn lang(&self, token: &Token) -> Option<Lang> {
        self.open.get(token).map(|session| session.lang)
    }

    /// Reads in another language from now on.
    pub fn set_lang(&mut self, token: &Token, lang: Lang) {
        if let Some(session) = self.open.get_mut(token) {
            session.lang = lang;
        }
    }

    /// Locks.
    pub fn lock(&mut self, token: &Token) {
        if let Some(session) = self.open.get_mut(token) {
            session.locked = true;
        }
    }

    /// Unlocks, after the password was given again.
    pub fn unlock(&mut self, token: &Token, now: Moment) {
        if let Some(session) = self.open.get_mut(token) {
            session.locked = false;
            session.last_act = now;
        }
    }

    /// Ends one session; says whether any is left.
    pub fn end(&mut self, token: &Token) -> bool {
        self.open.remove(token);
        !self.open.is_empty()
    }

    /// Ends every session of these members of staff.
    pub fn end_all_of(&mut self, staff: &[StaffId]) {
        self.open
            .retain(|_, session| !staff.contains(&session.staff));
    }

    /// Nobody is logged in.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Ends all.
    pub fn clear(&mut self) {
        self.open.clear();
    }
}
