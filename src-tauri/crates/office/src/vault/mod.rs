//! The vault: one encrypted SQLite file, one writer, a few readers.
//!
//! SQLCipher with a raw random key (see [`keys`]); WAL with `synchronous=FULL`, so that what was acknowledged survives
//! a power cut. Only the writer connection ever commits, so it is also the only one that checkpoints, which keeps clear
//! of the WAL-reset fault; versions of SQLite that have the fault are refused at start all the same.

pub(crate) mod anchor;
pub mod keys;
mod migrations;
pub(crate) mod settings;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hkdf::Hkdf;
use parking_lot::FairMutex;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use sha2::Sha256;

pub use keys::{DataKey, KeyRing, KeyRingError};

use crate::error::{Fault, Kind, Result};
use anchor::{Anchor, AnchorFile};

/// SQLite 3.51.3, the first version without the WAL-reset fault.
const OLDEST_SQLITE: i32 = 3_051_003;
/// Name of the anchor's file.
pub(crate) const ANCHOR_FILE: &str = "kelisim.anchor";
/// Names the key that seals the anchor.
const ANCHOR_SEAL: &[u8] = b"kelisim anchor 1";
/// Readers kept open; more are opened and closed again under load.
const READERS: usize = 4;

/// Why the vault does not open.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The SQLite that is linked in can lose committed data.
    #[error("SQLite {0} is too old")]
    OldSqlite(i32),
    /// The file is older than what was already seen of it: it was put back, or rows were cut off.
    #[error("the vault is behind its anchor")]
    RolledBack,
    /// The file was written by a later Kelisim.
    #[error("the vault has schema {found}, this program knows {known}")]
    Newer {
        /// Schema of the file.
        found: i64,
        /// Newest schema this program knows.
        known: i64,
    },
    /// A migration would leave rows that refer to nothing: the file stays as it was.
    #[error("migration {0} would leave torn references")]
    Torn(i64),
    /// The disk failed while writing: nothing more is acknowledged until the vault is opened anew.
    #[error("the vault was shut after a failed write")]
    Poisoned,
}

impl Fault for VaultError {
    fn code(&self) -> &'static str {
        match self {
            VaultError::OldSqlite(_) => "vault.old_sqlite",
            VaultError::RolledBack => "vault.rolled_back",
            VaultError::Newer { .. } => "vault.newer",
            VaultError::Torn(_) => "vault.torn",
            VaultError::Poisoned => "vault.poisoned",
        }
    }
    fn kind(&self) -> Kind {
        Kind::Refused
    }
}

/// An open vault.
pub struct Vault {
    file: PathBuf,
    key: DataKey,
    anchor: AnchorFile,
    demo: AtomicBool,
    poisoned: AtomicBool,
    /// First come, first served: a counter that asks often doesn't pass by one that waits.
    writer: FairMutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Vault {
    /// Opens the file with the key, makes it if it isn't there, and brings its schema up to date.
    /// Its anchor lies at `anchor`; comparing with it is the caller's decision.
    pub fn open(file: &Path, key: DataKey, anchor: PathBuf) -> Result<Self> {
        let version = rusqlite::version_number();
        if version < OLDEST_SQLITE {
            return Err(VaultError::OldSqlite(version).into());
        }
        let mut writer = connect(
            file,
            &key,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        migrations::run(&mut writer)?;
        let demo = settings::get::<bool>(&writer, "house.demo")?.unwrap_or(false);
        Ok(Vault {
            file: file.to_owned(),
            anchor: AnchorFile::at(anchor, derive(&key, ANCHOR_SEAL)),
            key,
            demo: AtomicBool::new(demo),
            poisoned: AtomicBool::new(false),
            writer: FairMutex::new(writer),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// What was last seen of the journal, as kept outside the file.
    pub(crate) fn anchored(&self) -> Option<Anchor> {
        self.anchor.read()
    }

    /// Keeps outside the file what was last acknowledged.
    pub(crate) fn set_anchor(&self, head: &Anchor) {
        if let Err(error) = self.anchor.write(head) {
            tracing::warn!(code = error.code(), "the anchor could not be written");
        }
    }

    /// Opens the file for looking only: verification of a copy.
    pub(crate) fn open_for_reading(file: &Path, key: &DataKey) -> Result<Connection> {
        connect(file, key, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// The key itself, for wrapping it once more.
    pub(crate) fn data_key(&self) -> &DataKey {
        &self.key
    }

    /// A key for one purpose.
    pub fn derive(&self, info: &[u8]) -> [u8; 32] {
        derive(&self.key, info)
    }

    /// Made with `--demo`.
    pub fn is_demo(&self) -> bool {
        self.demo.load(Ordering::Relaxed)
    }

    pub(crate) fn mark_demo(&self) {
        self.demo.store(true, Ordering::Relaxed);
    }

    /// Runs reading work in one read transaction on a connection that can't write.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.sound()?;
        let pooled = lock(&self.readers).pop();
        let connection = match pooled {
            Some(connection) => connection,
            None => {
                let connection = connect(&self.file, &self.key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
                connection.pragma_update(None, "query_only", true)?;
                connection
            }
        };
        let transaction = connection.unchecked_transaction()?;
        let result = work(&transaction);
        drop(transaction);
        let mut pool = lock(&self.readers);
        if pool.len() < READERS {
            pool.push(connection);
        }
        result
    }

    /// Runs writing work in one immediate transaction: all of it is there after the answer, or none.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.sound()?;
        let mut writer = self.writer.lock();
        let outcome = (|| {
            let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        })();
        if let Err(crate::error::Error::Sql(error)) = &outcome
            && error.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure)
        {
            self.poisoned.store(true, Ordering::SeqCst);
        }
        outcome
    }

    /// Folds the log into the file: at log-out, and before a copy is taken.
    pub(crate) fn checkpoint(&self) -> Result<()> {
        let writer = self.writer.lock();
        writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Leaves room for this many more pages, as a disk that is nearly full does.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn leave_room_for(&self, pages: i64) -> Result<()> {
        let writer = self.writer.lock();
        let used: i64 = writer.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let most = used.saturating_add(pages);
        writer.query_row(&format!("PRAGMA max_page_count={most}"), [], |_| Ok(()))?;
        Ok(())
    }

    fn sound(&self) -> Result<()> {
        if self.poisoned.load(Ordering::SeqCst) {
            Err(VaultError::Poisoned.into())
        } else {
            Ok(())
        }
    }
}

/// The anchor at that place, if its seal fits the key.
pub(crate) fn anchor_at(file: PathBuf, key: &DataKey) -> Option<Anchor> {
    AnchorFile::at(file, derive(key, ANCHOR_SEAL)).read()
}

/// What somebody with both the file and the key has in hand: a connection that no rule of ours holds back.
#[cfg(any(test, feature = "testing"))]
pub fn connect_past_the_rules(file: &Path, key: &DataKey) -> Result<Connection> {
    connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

pub(crate) fn derive(key: &DataKey, info: &[u8]) -> [u8; 32] {
    let mut derived = [0; 32];
    Hkdf::<Sha256>::new(None, key.bytes())
        .expand(info, &mut derived)
        .expect("32 bytes is a length that HKDF gives");
    derived
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A keyed connection with every pragma and limit set.
fn connect(file: &Path, key: &DataKey, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.pragma_update(None, "key", key.pragma().as_str())?;
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    connection.execute_batch(
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
         PRAGMA mmap_size=0; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=5000;
         PRAGMA wal_autocheckpoint=8000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-65536;
         PRAGMA recursive_triggers=ON;",
    )?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 200_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 100)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}
