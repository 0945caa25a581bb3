//! The gatekeeper: what commands about sessions and keys have at hand, while the vault may still be shut.

use std::sync::{Arc, PoisonError};

use chrono::Duration;

use super::{Actor, Caller, Door, DoorError, Entry, Read, SessionState, StaffId, Token, Write};
use crate::clock::{Chance, Moment};
use crate::error::Result;
use crate::journal;
use crate::texts::Lang;
use crate::vault::{ANCHOR_FILE, DataKey, KeyRing, Vault, VaultError};

/// What a [`super::Gate`] command has at hand.
pub struct GateKeeper<'a> {
    door: &'a Door,
    caller: Caller<'a>,
}

impl<'a> GateKeeper<'a> {
    pub(super) fn new(door: &'a Door, caller: Caller<'a>) -> Self {
        GateKeeper { door, caller }
    }

    pub(crate) fn now(&self) -> Moment {
        self.door.now()
    }

    pub(crate) fn lang(&self) -> Lang {
        self.caller.lang()
    }

    pub(crate) fn chance(&self) -> &dyn Chance {
        &*self.door.config.chance
    }

    pub(crate) fn ring<T>(&self, work: impl FnOnce(&mut KeyRing) -> Result<T>) -> Result<T> {
        work(&mut self.door.ring())
    }

    /// The caller's token.
    pub(crate) fn token(&self) -> Result<&'a Token> {
        match self.caller {
            Caller::Window {
                token: Some(token), ..
            } => Ok(token),
            _ => Err(DoorError::NoSession.into()),
        }
    }

    /// How the caller's session stands, and whose it is.
    pub(crate) fn session(&self) -> (SessionState, Option<StaffId>) {
        let Ok(token) = self.token() else {
            return (SessionState::None, None);
        };
        let mut sessions = self.door.sessions();
        (sessions.state(token, self.now()), sessions.staff(token))
    }

    /// The session is there, live or locked.
    pub(crate) fn present(&self) -> Result<StaffId> {
        match self.session() {
            (SessionState::Live | SessionState::Locked, Some(staff)) => Ok(staff),
            (SessionState::Expired, _) => Err(DoorError::SessionOver.into()),
            _ => Err(DoorError::NoSession.into()),
        }
    }

    /// Opens the vault with the key, unless it stands open; refuses a file that is behind its anchor.
    pub(crate) fn open_vault(&self, key: DataKey, accept_older: bool) -> Result<Arc<Vault>> {
        let mut place = self
            .door
            .vault
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(vault) = &*place {
            return Ok(vault.clone());
        }
        let vault = Arc::new(Vault::open(
            &self.door.file(),
            key,
            self.door.anchor_file(),
        )?);
        if let Some(known) = vault.anchored()
            && !accept_older
            && !vault.read(|sql| journal::store::holds(sql, &known))?
        {
            return Err(VaultError::RolledBack.into());
        }
        *place = Some(vault.clone());
        Ok(vault)
    }

    /// Reads, for a vault that stands open.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        let vault = self.door.vault()?;
        vault.read(|sql| work(&self.door.read(sql, &vault, &Actor::Nobody, self.lang())))
    }

    /// Writes, with its journal entry, as an actor of the gate's choosing.
    pub(crate) fn write<T>(
        &self,
        command: &'static str,
        outcome: &'static str,
        work: impl FnOnce(&Write<'_>) -> Result<(T, Actor, Entry)>,
    ) -> Result<T> {
        let vault = self.door.vault()?;
        let (value, head) = vault.write(|sql| {
            let cx = self
                .door
                .write(self.door.read(sql, &vault, &Actor::Nobody, self.lang()));
            let (value, actor, entry) = work(&cx)?;
            journal::append(
                sql,
                &self.door.signature(cx.now(), &actor, command, outcome),
                &entry,
            )?;
            Ok((value, journal::store::anchor(sql)?))
        })?;
        if let Some(head) = head {
            vault.set_anchor(&head);
        }
        Ok(value)
    }

    /// Begins a session.
    pub(crate) fn begin(&self, staff: StaffId, lang: Lang, idle: Duration) -> Token {
        self.door
            .sessions()
            .begin(staff, lang, idle, self.now(), self.chance())
    }

    /// Locks the caller's session.
    pub(crate) fn lock(&self) -> Result<()> {
        self.door.sessions().lock(self.token()?);
        Ok(())
    }

    /// Unlocks the caller's session.
    pub(crate) fn unlock(&self) -> Result<()> {
        let now = self.now();
        self.door.sessions().unlock(self.token()?, now);
        Ok(())
    }

    /// Reads in another language.
    pub(crate) fn set_lang(&self, lang: Lang) -> Result<()> {
        self.door.sessions().set_lang(self.token()?, lang);
        Ok(())
    }

    /// Ends the caller's session; shuts the vault after the last one.
    pub(crate) fn end(&self) -> Result<()> {
        let left = self.door.sessions().end(self.token()?);
        if !left {
            self.door.shut();
        }
        Ok(())
    }

    pub(crate) fn vault_is_open(&self) -> bool {
        self.door.is_open()
    }

    /// Shuts the vault again where nobody came in after all.
    pub(crate) fn shut_if_empty(&self) {
        if self.door.sessions().is_empty() {
            self.door.shut();
        }
    }

    /// There is a vault's file, whether or not it can be opened.
    pub(crate) fn vault_exists(&self) -> bool {
        self.door.file().exists()
    }

    /// Begins first start. A half-made vault that an earlier one left, whose key nobody has, is taken away.
    pub(crate) fn begin_founding(&self) -> Result<()> {
        let exists = self.vault_exists();
        self.ring(|ring| ring.begin_founding(exists))?;
        for file in [
            "kelisim.db",
            "kelisim.db-wal",
            "kelisim.db-shm",
            ANCHOR_FILE,
        ] {
            match std::fs::remove_file(self.door.config.dir.join(file)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(anyhow::Error::new(error).into());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// This vault is for showing.
    pub(crate) fn mark_demo(&self) {
        if let Ok(vault) = self.door.vault() {
            vault.mark_demo();
        }
    }
}
