//! The door: the only way in.
//!
//! For each call it finds the session, refuses if it is locked or over, reads the actor's state afresh, checks the right
//! for this actor *at this place*, asks the blocks, opens one transaction, runs, seals the journal entry in that same
//! transaction, commits, and answers. Hosts (window, tablet station, loopback host) bring calls here and hold no rules.

mod command;
mod cx;
mod desk;
mod gate;
pub mod list;
#[cfg(any(test, feature = "testing"))]
pub mod samples;
mod sessions;
#[cfg(test)]
mod tests;
pub mod wire;

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

pub use command::{Act, Ask, Command, Done, Entry, Gate, Place, Subject, Target, Touch};
pub use cx::{Actor, KeyUse, News, Read, Seat, StaffId, TabletId, TabletSeat, Write};
pub use desk::Desk;
pub use gate::GateKeeper;
pub use list::Listed;
pub use sessions::{SessionState, Token};
pub use wire::{Call, Reply};

use crate::blocks;
use crate::clients::ClientId;
use crate::clock::{Chance, Clock, Moment, SystemChance, SystemClock};
use crate::error::{Error, Fault, Kind, Result};
use crate::journal::{self, Signature};
use crate::policy::{Reach, Right, reach};
use crate::staff::{self, StaffState};
use crate::texts::{Lang, Texts};
use crate::vault::keys::Hardness;
use crate::vault::{ANCHOR_FILE, KeyRing, Vault, VaultError};
use sessions::Sessions;

/// What a host decides about the house that it opens.
pub struct Config {
    /// Where the vault and the key ring lie.
    pub dir: PathBuf,
    /// Where the anchor lies: best on another volume. Beside the vault where `None`.
    pub anchor_dir: Option<PathBuf>,
    /// The computer's name, for the journal.
    pub workstation: String,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The random generator.
    pub chance: Arc<dyn Chance>,
    /// How hard passwords are to guess.
    pub hardness: Hardness,
    /// What makes PDF of papers. A host that prints nothing has none.
    pub press: Arc<dyn papers::Press>,
}

impl Config {
    /// A house on this computer, with the system's clock and generator.
    pub fn at(dir: PathBuf) -> Self {
        Config {
            dir,
            anchor_dir: None,
            workstation: std::fs::read_to_string("/etc/hostname")
                .map_or_else(|_| "pc".to_owned(), |n| n.trim().to_owned()),
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
            hardness: Hardness::PASSWORD,
            press: Arc::new(papers::NoPress),
        }
    }
}

/// Why the door refuses before any room is asked.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// Nobody has logged in here.
    #[error("no session")]
    NoSession,
    /// The session is locked: the password opens it again, with everything half-typed kept.
    #[error("the session is locked")]
    SessionLocked,
    /// The session is over.
    #[error("the session is over")]
    SessionOver,
    /// The account was switched off.
    #[error("the account is disabled")]
    AccountDisabled,
    /// The account's owner has yet to set a password of their own.
    #[error("the account is invited")]
    AccountInvited,
    /// The role has no such right.
    #[error("the role has no such right")]
    NoRight,
    /// The right doesn't reach that branch or operator.
    #[error("the right does not reach there")]
    OutOfReach,
    /// There is no command of that name.
    #[error("no such command")]
    NoCommand,
    /// The arguments are not the command's.
    #[error("the arguments do not fit")]
    Malformed,
    /// The program failed inside; nothing was changed.
    #[error("a command panicked")]
    Panicked,
}

impl Fault for DoorError {
    fn code(&self) -> &'static str {
        match self {
            DoorError::NoSession => "door.no_session",
            DoorError::SessionLocked => "door.session_locked",
            DoorError::SessionOver => "door.session_over",
            DoorError::AccountDisabled => "door.account_disabled",
            DoorError::AccountInvited => "door.account_invited",
            DoorError::NoRight => "door.no_right",
            DoorError::OutOfReach => "door.out_of_reach",
            DoorError::NoCommand => "door.no_command",
            DoorError::Malformed => "door.malformed",
            DoorError::Panicked => "door.internal",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            DoorError::NoSession | DoorError::SessionLocked | DoorError::SessionOver => {
                Kind::Locked
            }
            DoorError::AccountDisabled
            | DoorError::AccountInvited
            | DoorError::NoRight
            | DoorError::OutOfReach => Kind::Forbidden,
            DoorError::NoCommand | DoorError::Malformed => Kind::Invalid,
            DoorError::Panicked => Kind::Internal,
        }
    }
}

/// Who calls, before the door knows what they may.
#[derive(Debug, Clone, Copy)]
pub enum Caller<'a> {
    /// A window: the token of its session, if it has one.
    Window {
        /// From `staff.log_in`.
        token: Option<&'a Token>,
        /// The language to answer in where no session says.
        lang: Lang,
        /// A refresh that nobody asked for: doesn't count as activity.
        quiet: bool,
    },
    /// A client at a paired tablet.
    Tablet(&'a TabletSeat, Lang),
    /// The house itself.
    Machine,
}

/// The way in.
pub struct Door {
    config: Config,
    texts: Texts,
    ring: Mutex<KeyRing>,
    vault: RwLock<Option<Arc<Vault>>>,
    sessions: Mutex<Sessions>,
    desk: Desk,
    listeners: Mutex<Vec<Sender<News>>>,
    faults: AtomicU64,
}

impl Door {
    /// Stands before a house; its vault stays shut until somebody logs in.
    pub fn open(config: Config) -> Result<Arc<Self>> {
        std::fs::create_dir_all(&config.dir).map_err(anyhow::Error::from)?;
        let ring = KeyRing::open(&config.dir.join("kelisim.keys"), config.hardness)?;
        Ok(Arc::new(Door {
            config,
            texts: Texts::built_in(),
            ring: Mutex::new(ring),
            vault: RwLock::new(None),
            sessions: Mutex::new(Sessions::default()),
            desk: Desk::default(),
            listeners: Mutex::new(Vec::new()),
            faults: AtomicU64::new(0),
        }))
    }

    /// Leaves room in the vault for this many more pages, as a disk that is nearly full does. For tests.
    #[cfg(any(test, feature = "testing"))]
    pub fn leave_room_for(&self, pages: i64) -> Result<()> {
        self.vault()?.leave_room_for(pages)
    }

    /// The vault's file.
    pub fn file(&self) -> PathBuf {
        self.config.dir.join("kelisim.db")
    }

    /// Answers a window's call as it came over a wire. Never panics; never says more than the caller may know.
    pub fn call(&self, token: Option<&Token>, call: Call) -> Reply {
        let lang = token
            .and_then(|token| self.sessions().lang(token))
            .or(call.lang)
            .unwrap_or(Lang::Ru);
        self.call_as(
            Caller::Window {
                token,
                lang,
                quiet: call.quiet,
            },
            &call.command,
            call.args,
        )
    }

    /// Answers a call of any caller by the command's name.
    pub fn call_as(&self, caller: Caller<'_>, command: &str, args: serde_json::Value) -> Reply {
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let listed = list::find(command).ok_or(DoorError::NoCommand)?;
            (listed.run)(self, caller, args)
        }));
        match outcome.unwrap_or_else(|_| Err(DoorError::Panicked.into())) {
            Ok(value) => Reply::Ok(value),
            Err(error) => Reply::Error(error.refusal(&self.texts, caller.lang(), &self.fault_id())),
        }
    }

    /// Runs a reading command for a Rust caller.
    pub fn ask<C: Ask>(&self, caller: Caller<'_>, command: C) -> Result<C::Output> {
        let vault = self.vault()?;
        let mut known: Option<Actor> = None;
        let mut client = None;
        let outcome = vault.read(|sql| {
            let actor = known.insert(self.actor(sql, caller, C::RIGHT)?);
            let cx = self.read(sql, &vault, actor, caller.lang());
            self.admit(&cx, &command, &mut client)?;
            command.run(&cx)
        });
        if let (Err(error), Some(actor)) = (&outcome, &known) {
            self.note_refusal(&vault, actor, C::NAME, client, error);
        }
        outcome
    }

    /// Runs a changing command for a Rust caller.
    pub fn act<C: Act>(&self, caller: Caller<'_>, command: C) -> Result<C::Output> {
        let vault = self.vault()?;
        let mut known: Option<Actor> = None;
        let mut client = None;
        let outcome = vault.write(|sql| {
            let actor = known.insert(self.actor(sql, caller, C::RIGHT)?);
            let cx = self.write(self.read(sql, &vault, actor, caller.lang()));
            self.admit(&cx, &command, &mut client)?;
            let done = command.run(&cx)?;
            for entry in &done.entries {
                journal::append(
                    sql,
                    &self.signature(cx.now(), actor, C::NAME, "done"),
                    entry,
                )?;
            }
            let anchor = journal::store::anchor(sql)?;
            Ok((
                done.output,
                cx.after.into_inner(),
                cx.news.into_inner(),
                cx.ended.into_inner(),
                anchor,
            ))
        });
        match outcome {
            Ok((output, after, news, ended, head)) => {
                self.sessions().end_all_of(&ended);
                if let Some(head) = head {
                    vault.set_anchor(&head);
                }
                for work in after {
                    work(&mut self.ring())?;
                }
                for news in news {
                    self.tell(&news);
                }
                Ok(output)
            }
            Err(error) => {
                if let Some(actor) = &known {
                    self.note_refusal(&vault, actor, C::NAME, client, &error);
                }
                if matches!(&error, Error::Fault(fault) if fault.code() == VaultError::Poisoned.code())
                {
                    self.shut();
                }
                Err(error)
            }
        }
    }

    /// Runs a command about the door itself.
    pub fn gate<C: Gate>(&self, caller: Caller<'_>, command: C) -> Result<C::Output> {
        command.run(&GateKeeper::new(self, caller))
    }

    /// Whether a call would be let in, and no more: nothing is run. For the table of rights.
    pub fn would_admit<C: Command>(&self, caller: Caller<'_>, command: &C) -> Result<()> {
        let vault = self.vault()?;
        vault.read(|sql| {
            let actor = self.actor(sql, caller, C::RIGHT)?;
            self.admit(
                &self.read(sql, &vault, &actor, caller.lang()),
                command,
                &mut None,
            )
        })
    }

    /// News of what changed, for windows to read again.
    pub fn listen(&self) -> Receiver<News> {
        let (sender, receiver) = channel();
        lock(&self.listeners).push(sender);
        receiver
    }

    /// Somebody has logged in and the vault is open: background work can go on.
    pub fn is_open(&self) -> bool {
        self.vault
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some()
    }

    /// The catalogues.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Now, by the house's clock.
    pub fn now(&self) -> Moment {
        self.config.clock.now()
    }

    /// Who asks, with their state read afresh: a role taken away a moment ago no longer counts.
    fn actor(&self, sql: &rusqlite::Connection, caller: Caller<'_>, right: Right) -> Result<Actor> {
        let (token, quiet) = match caller {
            Caller::Machine => return Ok(Actor::Machine),
            Caller::Tablet(seat, _) => return Ok(Actor::Tablet(seat.clone())),
            Caller::Window { token: None, .. } if right == Right::Anyone => {
                return Ok(Actor::Nobody);
            }
            Caller::Window { token, quiet, .. } => (token.ok_or(DoorError::NoSession)?, quiet),
        };
        let session = self.sessions().enter(token, self.now(), quiet)?;
        let member = staff::store::by_id(sql, session.staff)?.ok_or(DoorError::AccountDisabled)?;
        match member.state {
            StaffState::Active => {}
            StaffState::Invited => return Err(DoorError::AccountInvited.into()),
            StaffState::Disabled => return Err(DoorError::AccountDisabled.into()),
        }
        Ok(Actor::Staff(Seat {
            staff: member.id,
            role: member.role,
            operator: member.operator,
            branch: member.branch,
            session: session.number,
        }))
    }

    /// The right, at the place; then the blocks. Tells which client was concerned, for the record of a refusal.
    fn admit<C: Command>(
        &self,
        cx: &Read<'_>,
        command: &C,
        client: &mut Option<ClientId>,
    ) -> Result<()> {
        let seat = match cx.actor() {
            Actor::Machine if matches!(C::RIGHT, Right::Machine | Right::Anyone) => None,
            Actor::Tablet(_) if C::RIGHT == Right::TabletStep => None,
            Actor::Nobody if C::RIGHT == Right::Anyone => None,
            Actor::Staff(seat) => Some(seat),
            Actor::Machine | Actor::Tablet(_) | Actor::Nobody => {
                return Err(DoorError::NoRight.into());
            }
        };
        let reach = seat.map_or(Reach::House, |seat| reach(seat.role, C::RIGHT));
        if reach == Reach::Nothing {
            return Err(DoorError::NoRight.into());
        }
        let target = command.target(cx)?;
        *client = target.touches.first().map(|touch| touch.client);
        if let (Some(seat), Some(place)) = (seat, &target.place) {
            let reached = match reach {
                Reach::Nothing => false,
                Reach::OwnBranch => {
                    place.operator == seat.operator && place.branches.contains(&seat.branch)
                }
                Reach::Operator => place.operator == seat.operator,
                Reach::House => true,
            };
            if !reached {
                return Err(DoorError::OutOfReach.into());
            }
        }
        for touch in &target.touches {
            blocks::permit(cx, touch.client, touch.deed, &touch.fields)?;
        }
        Ok(())
    }

    /// A refusal by right or by block is itself on record; other refusals are everyday typing.
    fn note_refusal(
        &self,
        vault: &Vault,
        actor: &Actor,
        command: &'static str,
        client: Option<ClientId>,
        error: &Error,
    ) {
        if !matches!(error.kind(), Kind::Forbidden | Kind::Blocked) {
            return;
        }
        let entry = Entry::about(client.map_or_else(Subject::house, Subject::client));
        let written = vault.write(|sql| {
            journal::append(
                sql,
                &self.signature(self.now(), actor, command, error.code()),
                &entry,
            )?;
            journal::store::anchor(sql)
        });
        match written {
            Ok(Some(head)) => vault.set_anchor(&head),
            Ok(None) => {}
            Err(error) => tracing::error!(code = error.code(), "a refusal could not be journalled"),
        }
    }

    fn signature<'a>(
        &'a self,
        at: Moment,
        actor: &'a Actor,
        command: &'static str,
        outcome: &'a str,
    ) -> Signature<'a> {
        Signature {
            at,
            actor,
            workstation: &self.config.workstation,
            command,
            outcome,
        }
    }

    fn read<'a>(
        &'a self,
        sql: &'a rusqlite::Connection,
        vault: &'a Vault,
        actor: &'a Actor,
        lang: Lang,
    ) -> Read<'a> {
        Read {
            sql,
            actor,
            now: self.now(),
            lang,
            vault,
            chance: &*self.config.chance,
            texts: &self.texts,
            desk: &self.desk,
            press: &*self.config.press,
        }
    }

    fn write<'a>(&'a self, read: Read<'a>) -> Write<'a> {
        Write {
            read,
            after: RefCell::default(),
            news: RefCell::default(),
            ended: RefCell::default(),
        }
    }

    pub(crate) fn vault(&self) -> Result<Arc<Vault>> {
        let vault = self
            .vault
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        vault.ok_or_else(|| DoorError::NoSession.into())
    }

    /// Shuts the vault: nobody is logged in, and the key is forgotten.
    fn shut(&self) {
        let vault = self
            .vault
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        self.sessions().clear();
        self.desk.clear();
        if let Some(vault) = vault
            && let Err(error) = vault.checkpoint()
        {
            tracing::warn!(
                code = error.code(),
                "the log was not folded into the file; the next opening does it"
            );
        }
    }

    fn anchor_file(&self) -> PathBuf {
        self.config
            .anchor_dir
            .as_ref()
            .unwrap_or(&self.config.dir)
            .join(ANCHOR_FILE)
    }

    fn tell(&self, news: &News) {
        lock(&self.listeners).retain(|listener| listener.send(news.clone()).is_ok());
    }

    fn ring(&self) -> MutexGuard<'_, KeyRing> {
        lock(&self.ring)
    }

    fn sessions(&self) -> MutexGuard<'_, Sessions> {
        lock(&self.sessions)
    }

    /// A number by which a fault is found in the log.
    fn fault_id(&self) -> String {
        let count = self.faults.fetch_add(1, Ordering::Relaxed);
        format!("{:x}-{count}", self.now().utc().timestamp())
    }
}

impl Caller<'_> {
    fn lang(&self) -> Lang {
        match self {
            Caller::Window { lang, .. } | Caller::Tablet(_, lang) => *lang,
            Caller::Machine => Lang::Ru,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
