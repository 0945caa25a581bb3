//! The recovery key: what opens the vault when every administrator's password is lost.
//!
//! It is shown once. A new one opens beside the old one until somebody has proved that it was put away: a program that
//! is killed between the two never leaves a house whose recovery key nobody has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroize;

use super::gates::{begin, live, present_member, seat_of, unwrap_counted};
use super::store;
use super::{LoggedIn, Member, Password, StaffError, StaffState, login_name};
use crate::door::{Actor, Command, DoorError, Entry, Gate, GateKeeper, Subject};
use crate::error::{Invalid, Result};
use crate::policy::{Reach, Right, Role, reach};

/// Every administrator is lost, or the file was put back to an older state: the recovery key opens the vault and sets a
/// new password for an administrator.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// From the paper that was printed at first start.
    pub recovery_key: String,
    /// Log-in name of an administrator.
    pub login: String,
    /// The new password.
    pub password: String,
    /// It is known that the file is older than what was seen of it, and accepted: what came after is lost.
    #[serde(default)]
    pub accept_older: bool,
}

impl Command for Recover {
    const NAME: &'static str = "staff.recover";
    const RIGHT: Right = Right::Anyone;
    type Output = LoggedIn;
}

impl Gate for Recover {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<LoggedIn> {
        let key = keeper.ring(|ring| ring.unwrap_recovery(&self.recovery_key))?;
        let mut bad = Invalid::default();
        let login = bad.take("login", login_name(&self.login));
        let password = bad.take(
            "password",
            Password::new(&self.password, login.as_deref().unwrap_or_default()),
        );
        bad.done()?;
        let (Some(login), Some(password)) = (login, password) else {
            return Err(DoorError::Malformed.into());
        };
        keeper.open_vault(key.clone(), self.accept_older)?;
        let member = keeper.read(|cx| store::by_login(cx, &login))?;
        let Some(mut member) = member.filter(|member| member.role == Role::Administrator) else {
            keeper.shut_if_empty();
            return Err(StaffError::NotFound.into());
        };
        member.state = StaffState::Active;
        let outcome = if self.accept_older {
            "older_vault_accepted"
        } else {
            "done"
        };
        let member = keeper.write(Self::NAME, outcome, |cx| {
            store::update(cx, &member)?;
            let after = store::find(cx, member.id)?.ok_or(StaffError::NotFound)?;
            let entry = Entry::about(Subject::new("staff", member.id.0)).fields(["password"]);
            Ok((after, Actor::Nobody, entry))
        })?;
        keeper.ring(|ring| ring.wrap(&login, password.reveal(), &key, keeper.chance()))?;
        begin(keeper, member)
    }
}

/// Makes a new recovery key, for a house whose key was lost, seen by a stranger, or never shown because the first start
/// was cut short. The old one goes on opening until [`KeepRecoveryKey`] proves that the new one was put away.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRecoveryKey {
    /// One's own password, typed again.
    pub password: String,
}

/// A new recovery key.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct RecoveryKeyMade {
    /// Shown once.
    pub recovery_key: String,
}

impl Command for NewRecoveryKey {
    const NAME: &'static str = "staff.new_recovery_key";
    const RIGHT: Right = Right::ManageHouse;
    type Output = RecoveryKeyMade;
}

impl Gate for NewRecoveryKey {
    fn run(mut self, keeper: &GateKeeper<'_>) -> Result<RecoveryKeyMade> {
        let member = entitled(keeper, Self::NAME, Self::RIGHT)?;
        let opened = unwrap_counted(keeper, Self::NAME, &member.login, &self.password);
        self.password.zeroize();
        let (key, _) = opened?;
        // On record first: an entry about a key that was never made harms nobody, a key without an entry might.
        note(keeper, Self::NAME, &member)?;
        let text = keeper.ring(|ring| ring.wrap_next_recovery(&key, keeper.chance()))?;
        Ok(RecoveryKeyMade {
            recovery_key: text.to_string(),
        })
    }
}

/// Proves that the recovery key was put away: from now on it alone opens, and an older one no longer does.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepRecoveryKey {
    /// The key that was shown.
    pub recovery_key: String,
}

impl Command for KeepRecoveryKey {
    const NAME: &'static str = "staff.keep_recovery_key";
    const RIGHT: Right = Right::ManageHouse;
    type Output = ();
}

impl Gate for KeepRecoveryKey {
    fn run(mut self, keeper: &GateKeeper<'_>) -> Result<()> {
        let member = entitled(keeper, Self::NAME, Self::RIGHT)?;
        let proved = keeper.ring(|ring| ring.prove_recovery(&self.recovery_key));
        self.recovery_key.zeroize();
        let proof = proved?;
        note(keeper, Self::NAME, &member)?;
        keeper.ring(|ring| ring.keep_recovery(&proof))
    }
}

/// Was the recovery key put away by somebody?
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecoveryKeyState {}

/// How the recovery key stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RecoveryKeyStands {
    /// An administrator has proved that it was put away.
    pub kept: bool,
    /// A newer one was shown and nobody has proved it yet: both open.
    pub next: bool,
}

impl Command for RecoveryKeyState {
    const NAME: &'static str = "staff.recovery_key_state";
    const RIGHT: Right = Right::ManageHouse;
    type Output = RecoveryKeyStands;
}

impl Gate for RecoveryKeyState {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<RecoveryKeyStands> {
        entitled(keeper, Self::NAME, Self::RIGHT)?;
        keeper.ring(|ring| {
            let (kept, next) = ring.recovery_stands();
            Ok(RecoveryKeyStands { kept, next })
        })
    }
}

/// Who asks, at work and with a role that has the right. A refusal by right is on record, as at the door.
fn entitled(keeper: &GateKeeper<'_>, command: &'static str, right: Right) -> Result<Member> {
    live(keeper)?;
    let member = present_member(keeper, &[StaffState::Active])?;
    if reach(member.role, right) == Reach::House {
        return Ok(member);
    }
    let refusal = DoorError::NoRight;
    keeper.write(command, crate::error::Fault::code(&refusal), |_| {
        let entry = Entry::about(Subject::house());
        Ok(((), Actor::Staff(seat_of(&member)), entry))
    })?;
    Err(refusal.into())
}

fn note(keeper: &GateKeeper<'_>, command: &'static str, member: &Member) -> Result<()> {
    keeper.write(command, "done", |_| {
        let entry = Entry::about(Subject::house()).fields(["recovery_key"]);
        Ok(((), Actor::Staff(seat_of(member)), entry))
    })
}
