//! A new version of a text: who is still on which, who was told, who objected, and who has to be asked again (S9).
//!
//! Nothing about acceptance is stored: it is reckoned from the notice, the objection and the operator's profile each time.

mod commands;
mod store;
#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};

pub use commands::*;

crate::named! {
    /// Where a client stands who agreed to some version of a text.
    Standing {
        /// On the newest version.
        Current = "current",
        /// On an older one; nobody told them of the newest.
        NotTold = "not_told",
        /// The notice is on its way.
        Telling = "telling",
        /// The notice didn't reach them.
        Unreached = "unreached",
        /// Told; the days in which they can object run.
        Waiting = "waiting",
        /// Told; nobody objected in time, and the profile counts that as acceptance.
        Accepted = "accepted",
        /// Objected.
        Objected = "objected",
        /// Silence doesn't count: a new consent is needed.
        Reconsent = "reconsent",
    }
}

impl Standing {
    /// The client has to be asked for a new consent.
    pub fn asks_again(self) -> bool {
        matches!(self, Standing::Objected | Standing::Reconsent)
    }
    /// The client may be told of the newest version: it wasn't done, or it failed.
    fn is_to_tell(self, told: Option<Told>) -> bool {
        let untold = matches!(told, None | Some(Told::Failed));
        matches!(
            self,
            Standing::NotTold | Standing::Unreached | Standing::Reconsent
        ) && untold
    }
}

/// What came of telling a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// On its way.
    Sending,
    /// Told on that day: the message was handed over, or a member of staff told them.
    On(NaiveDate),
    /// It didn't reach them.
    Failed,
}

/// Where a client stands. `silence` are the profile's days in which to object; without them silence is never acceptance.
pub fn standing(
    newest: bool,
    told: Option<Told>,
    objected: bool,
    silence: Option<u16>,
    today: NaiveDate,
) -> Standing {
    let Some(days) = silence.filter(|_| !newest && !objected) else {
        return match (newest, objected) {
            (true, _) => Standing::Current,
            (false, true) => Standing::Objected,
            (false, false) => Standing::Reconsent,
        };
    };
    match told {
        None => Standing::NotTold,
        Some(Told::Sending) => Standing::Telling,
        Some(Told::Failed) => Standing::Unreached,
        Some(Told::On(day)) if today > last_day(day, days) => Standing::Accepted,
        Some(Told::On(_)) => Standing::Waiting,
    }
}

/// The last day on which an objection is in time: the day of the notice isn't counted.
pub fn last_day(told: NaiveDate, days: u16) -> NaiveDate {
    told.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}
