//! What a running command has at hand.

use std::cell::RefCell;
use std::ops::Deref;

use chrono::NaiveDate;
use rusqlite::Connection;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::desk::Desk;
use crate::clock::{Chance, Moment};
use crate::error::Result;
use crate::id;
use crate::policy::{BranchId, OperatorId, Role};
use crate::texts::{Lang, Texts, Words};
use crate::vault::{KeyRing, Vault, settings};

id! {
    /// A member of staff.
    StaffId
}
id! {
    /// A paired tablet.
    TabletId
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Nobody has logged in.
    Nobody,
    /// A member of staff with a live session.
    Staff(Seat),
    /// A client at a paired tablet, inside one session that a consultant started.
    Tablet(TabletSeat),
    /// The house itself: what is sent, expired and ticked without anyone asking.
    Machine,
}

/// A member of staff at work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub staff: StaffId,
    /// What they are there for.
    pub role: Role,
    /// For which operator.
    pub operator: OperatorId,
    /// In which branch.
    pub branch: BranchId,
    /// Short public number of the session, for the journal.
    pub session: String,
}

/// A paired tablet at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabletSeat {
    /// Which.
    pub tablet: TabletId,
    /// Of which operator.
    pub operator: OperatorId,
    /// In which branch.
    pub branch: BranchId,
}

/// Something changed: windows that show it read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct News {
    /// Kind of record.
    pub topic: String,
    /// Its number, 0 for many.
    pub id: i64,
}

/// Purposes for which keys are derived from the vault's key; one purpose, one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyUse {
    /// Keyed hashes of one-time codes.
    Codes,
    /// Keyed hashes of tablets' secrets.
    Tablets,
    /// Keyed hashes that outlive a destroyed person.
    Tombstones,
    /// Keyed hashes of rows that were brought in.
    Origins,
    /// Keyed hashes of employees' IINs.
    Employees,
    /// Keyed hashes of clients' code words.
    CodeWords,
}

impl KeyUse {
    pub(crate) fn info(self) -> &'static [u8] {
        match self {
            KeyUse::Codes => b"kelisim codes 1",
            KeyUse::Tablets => b"kelisim tablets 1",
            KeyUse::Tombstones => b"kelisim tombstones 1",
            KeyUse::Origins => b"kelisim origins 1",
            KeyUse::Employees => b"kelisim employees 1",
            KeyUse::CodeWords => b"kelisim code words 1",
        }
    }
}

/// What a command that reads has at hand.
pub struct Read<'a> {
    pub(super) sql: &'a Connection,
    pub(super) actor: &'a Actor,
    pub(super) now: Moment,
    pub(super) lang: Lang,
    pub(super) vault: &'a Vault,
    pub(super) chance: &'a dyn Chance,
    pub(super) texts: &'a Texts,
    pub(super) desk: &'a Desk,
    pub(super) press: &'a dyn papers::Press,
}

impl<'a> Read<'a> {
    /// The moment of the command, the same for everything it writes.
    pub fn now(&self) -> Moment {
        self.now
    }
    /// Today in Kazakhstan.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }
    /// Who asks.
    pub fn actor(&self) -> &Actor {
        self.actor
    }
    /// The member of staff who asks.
    ///
    /// # Errors
    /// If it isn't a member of staff, which the policy has made impossible for commands that ask this.
    pub fn seat(&self) -> Result<&Seat> {
        match self.actor {
            Actor::Staff(seat) => Ok(seat),
            _ => Err(anyhow::anyhow!("a command of staff was run for another actor").into()),
        }
    }
    /// The tablet that asks.
    ///
    /// # Errors
    /// If it isn't a tablet.
    pub fn tablet(&self) -> Result<&TabletSeat> {
        match self.actor {
            Actor::Tablet(seat) => Ok(seat),
            _ => Err(anyhow::anyhow!("a command of the tablet was run for another actor").into()),
        }
    }
    /// The language in which the asker reads.
    pub fn lang(&self) -> Lang {
        self.lang
    }
    /// The catalogues, for letters and lists that the core itself words.
    pub fn texts(&self) -> &Texts {
        self.texts
    }
    /// The catalogues in the language of a paper.
    pub(crate) fn words(&self, lang: Lang) -> Words<'_> {
        Words::new(self.texts, lang)
    }
    /// The transaction. For the rooms' `store.rs` alone; a test keeps it so.
    pub fn sql(&self) -> &'a Connection {
        self.sql
    }
    /// Random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.chance.fill(&mut bytes);
        bytes
    }
    /// A key for one purpose, derived from the vault's key.
    pub fn key(&self, purpose: KeyUse) -> [u8; 32] {
        self.vault.derive(purpose.info())
    }
    /// The vault itself: to wrap its key once more, or to look at it from another moment.
    pub(crate) fn vault(&self) -> &'a Vault {
        self.vault
    }
    /// This vault was made with `--demo`.
    pub fn is_demo(&self) -> bool {
        self.vault.is_demo()
    }
    /// What lies on the desk: parsed spreadsheets and the like, in memory only, gone at log-out.
    pub fn desk(&self) -> &Desk {
        self.desk
    }
    /// What makes PDF of papers.
    pub fn press(&self) -> &dyn papers::Press {
        self.press
    }
    /// A setting of the installation, or its default.
    pub fn setting<T: DeserializeOwned + Default>(&self, name: &str) -> Result<T> {
        Ok(settings::get(self.sql, name)?.unwrap_or_default())
    }
}

/// Work on the key ring that is due once the transaction is safe.
pub(super) type AfterCommit = Box<dyn FnOnce(&mut KeyRing) -> Result<()>>;

/// What a command that changes something has at hand.
pub struct Write<'a> {
    pub(super) read: Read<'a>,
    pub(super) after: RefCell<Vec<AfterCommit>>,
    pub(super) news: RefCell<Vec<News>>,
    pub(super) ended: RefCell<Vec<StaffId>>,
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;
    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

impl Write<'_> {
    /// Windows that show this record are to read again, once the transaction is safe.
    pub fn news(&self, topic: &str, id: i64) {
        self.news.borrow_mut().push(News {
            topic: topic.to_owned(),
            id,
        });
    }
    /// Writes a setting of the installation.
    pub fn set_setting<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        settings::put(self.sql, name, value)
    }
    /// Changes the key ring, once the transaction is safe.
    pub(crate) fn after_commit(&self, work: impl FnOnce(&mut KeyRing) -> Result<()> + 'static) {
        self.after.borrow_mut().push(Box::new(work));
    }
    /// Ends every session of a member of staff, once the transaction is safe.
    pub(crate) fn end_sessions(&self, staff: StaffId) {
        self.ended.borrow_mut().push(staff);
    }
}
