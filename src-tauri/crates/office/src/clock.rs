//! Time and chance: the only two ways by which the outside world enters the core. Tests fix both.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An instant, in UTC, to the millisecond. Stored as text that sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<Utc>);

impl Moment {
    /// The instant, cut to the millisecond that is stored.
    pub fn new(at: DateTime<Utc>) -> Self {
        Moment(at.trunc_subsecs(3))
    }
    /// The instant of a civil date and time in Kazakhstan.
    pub fn of_local(local: NaiveDateTime) -> Self {
        Moment::new(kz::time::to_utc(local))
    }
    /// As UTC.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
    /// Civil date and time in Kazakhstan (Asia/Almaty by the IANA data that we ship).
    pub fn local(self) -> NaiveDateTime {
        kz::time::local(self.0)
    }
    /// Civil date in Kazakhstan.
    pub fn date(self) -> NaiveDate {
        self.local().date()
    }
    /// As the wire shows it.
    pub fn stamp(self) -> Stamp {
        let local = self.local();
        Stamp {
            date: local.date().to_string(),
            time: local.format("%H:%M").to_string(),
        }
    }
    /// The stored form, `2026-12-14T04:05:00.000Z`.
    pub fn text(self) -> String {
        self.0.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
    }
    /// This moment and a span more.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Moment(self.0 + span)
    }
    /// How long ago `earlier` was; negative if the clock was set back.
    pub fn since(self, earlier: Moment) -> Duration {
        self.0 - earlier.0
    }
}

impl rusqlite::ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.text().into())
    }
}

impl rusqlite::types::FromSql for Moment {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let text = value.as_str()?;
        DateTime::parse_from_rfc3339(text)
            .map(|at| Moment::new(at.with_timezone(&Utc)))
            .map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
    }
}

/// A moment as people read it: civil date and time in Kazakhstan. The UI shows it and never converts a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Stamp {
    /// `2026-12-14`
    pub date: String,
    /// `09:05`
    pub time: String,
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// The computer's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
    fn now(&self) -> Moment {
        Moment::new(Utc::now())
    }
}

/// A clock that stands still until it is moved: for tests and scripts.
#[derive(Clone)]
pub struct HandClock(Arc<Mutex<Moment>>);

impl HandClock {
    /// A clock that shows `at`.
    pub fn at(at: Moment) -> Self {
        HandClock(Arc::new(Mutex::new(at)))
    }
    /// A clock that shows this civil time in Kazakhstan; `None` if the text isn't `2026-12-14T09:05` (with or without an offset).
    pub fn parse(text: &str) -> Option<Moment> {
        if let Ok(at) = DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z")
            .or_else(|_| DateTime::parse_from_rfc3339(text))
        {
            return Some(Moment::new(at.with_timezone(&Utc)));
        }
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
            .ok()
            .map(Moment::of_local)
    }
    /// Moves on (or back).
    pub fn advance(&self, span: Duration) {
        let mut at = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *at = at.plus(span);
    }
    /// Shows another moment.
    pub fn set(&self, to: Moment) {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = to;
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Gives random bytes.
pub trait Chance: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's generator.
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, buffer: &mut [u8]) {
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}

/// Repeatable bytes from a seed: for tests. SHA-256 in counter mode.
pub struct SeededChance {
    seed: u64,
    drawn: Mutex<u64>,
}

impl SeededChance {
    /// The same seed gives the same bytes.
    pub fn new(seed: u64) -> Self {
        SeededChance {
            seed,
            drawn: Mutex::new(0),
        }
    }
}

impl Chance for SeededChance {
    fn fill(&self, buffer: &mut [u8]) {
        use sha2::{Digest, Sha256};
        let mut drawn = self
            .drawn
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in buffer.chunks_mut(32) {
            *drawn += 1;
            let block = Sha256::new()
                .chain_update(self.seed.to_be_bytes())
                .chain_update(drawn.to_be_bytes())
                .finalize();
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}
