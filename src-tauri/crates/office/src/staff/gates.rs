//! First start, log-in, lock: commands about sessions and keys, which exist while the vault is still shut.

use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroize;

use super::store::{self, NewMember};
use super::{Look, Member, Password, StaffError, StaffState, login_name, name_of};
use crate::door::{
    Actor, Command, DoorError, Entry, Gate, GateKeeper, Seat, SessionState, StaffId, Subject, Token,
};
use crate::error::{Invalid, Result};
use crate::operators::{self, Profile, Settings};
use crate::policy::{BranchId, OperatorId, Right, Role};
use crate::texts::Lang;
use crate::vault::{DataKey, KeyRingError};

/// How the house and the caller's session stand: the first question of every window.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HouseState {}

/// How the house and the caller's session stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct HouseStateNow {
    /// First start is behind us.
    pub set_up: bool,
    /// The caller's session.
    pub session: SessionState,
    /// Filled with made-up people.
    pub demo: bool,
    /// Version of the program.
    pub version: String,
    /// Today in Kazakhstan.
    pub today: String,
}

impl Command for HouseState {
    const NAME: &'static str = "staff.house_state";
    const RIGHT: Right = Right::Anyone;
    type Output = HouseStateNow;
}

impl Gate for HouseState {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<HouseStateNow> {
        let set_up =
            keeper.ring(|ring| Ok(!ring.is_empty() || ring.is_missing(keeper.vault_exists())))?;
        let demo = keeper.vault_is_open() && keeper.read(|cx| Ok(cx.is_demo()))?;
        Ok(HouseStateNow {
            set_up,
            session: keeper.session().0,
            demo,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            today: keeper.now().date().to_string(),
        })
    }
}

/// First start: the operator, the first branch, the administrator, and the recovery key.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// Language of the administrator's window.
    pub lang: Lang,
    /// Who the operator is.
    pub operator: Profile,
    /// Name of the first branch.
    pub branch: String,
    /// The administrator's name.
    pub name: String,
    /// The administrator's log-in name.
    pub login: String,
    /// The administrator's password.
    pub password: String,
    /// Made-up people are to be shown here; real ones never.
    #[serde(default)]
    pub demo: bool,
}

/// First start is done.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct SetUpDone {
    /// Shown once: it opens the vault when every administrator is lost.
    pub recovery_key: String,
    /// The administrator is logged in.
    pub session: LoggedIn,
}

impl Command for SetUp {
    const NAME: &'static str = "staff.set_up";
    const RIGHT: Right = Right::Anyone;
    type Output = SetUpDone;
}

impl Gate for SetUp {
    fn run(mut self, keeper: &GateKeeper<'_>) -> Result<SetUpDone> {
        if !keeper.ring(|ring| Ok(ring.is_empty()))? {
            return Err(StaffError::AlreadySetUp.into());
        }
        let mut bad = Invalid::default();
        let login = bad.take("login", login_name(&self.login));
        let password = bad.take(
            "password",
            Password::new(&self.password, login.as_deref().unwrap_or_default()),
        );
        self.password.zeroize();
        let name = bad.take("name", name_of(&self.name));
        let branch = bad.take("branch", name_of(&self.branch));
        let operator = self.operator.checked(&mut bad);
        bad.done()?;
        let (Some(login), Some(password), Some(name), Some(branch), Some(operator)) =
            (login, password, name, branch, operator)
        else {
            return Err(DoorError::Malformed.into());
        };

        // The vault is filled first and the ring written last: a first start that is cut short begins again.
        let key = DataKey::random(keeper.chance());
        keeper.begin_founding()?;
        keeper.open_vault(key.clone(), true)?;
        let lang = self.lang;
        let demo = self.demo;
        let member = keeper.write(Self::NAME, "done", |cx| {
            store::found_house(cx, demo, cx.now(), cx.random())?;
            let operator = operators::store::insert_operator(cx, &operator)?;
            let branch = operators::store::insert_branch(cx, operator, &branch)?;
            let new = NewMember {
                login: &login,
                name: &name,
                role: Role::Administrator,
                state: StaffState::Active,
                operator,
                branch,
                lang,
            };
            let id = store::insert(cx, &new)?;
            let member = store::find(cx, id)?.ok_or(StaffError::NotFound)?;
            Ok((member, Actor::Nobody, Entry::about(Subject::house())))
        })?;
        if demo {
            keeper.mark_demo();
        }
        let recovery_key = keeper.ring(|ring| {
            let recovery = ring.wrap_recovery(&key, keeper.chance())?;
            ring.wrap(&login, password.reveal(), &key, keeper.chance())?;
            Ok(recovery.to_string())
        })?;
        Ok(SetUpDone {
            recovery_key,
            session: begin(keeper, member)?,
        })
    }
}

/// Logs in: unwraps the vault's key with the password.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogIn {
    /// Log-in name.
    pub login: String,
    /// Password.
    pub password: String,
}

/// A session has begun.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct LoggedIn {
    /// Names the session; the shell keeps it from the window.
    pub token: Token,
    /// Who logged in.
    pub member: Member,
    /// Must set a password of their own first.
    pub invited: bool,
}

impl Command for LogIn {
    const NAME: &'static str = "staff.log_in";
    const RIGHT: Right = Right::Anyone;
    type Output = LoggedIn;
}

impl Gate for LogIn {
    fn run(mut self, keeper: &GateKeeper<'_>) -> Result<LoggedIn> {
        let login = login_name(&self.login).map_err(|_| KeyRingError::Wrong)?;
        let (key, tried) = unwrap_counted(keeper, Self::NAME, &login, &self.password)?;
        self.password.zeroize();
        keeper.open_vault(key, false)?;
        let member = keeper.read(|cx| store::by_login(cx, &login))?;
        let Some(member) = member.filter(|member| member.state != StaffState::Disabled) else {
            keeper.shut_if_empty();
            return Err(DoorError::AccountDisabled.into());
        };
        let session = begin(keeper, member)?;
        let seat = seat_of(&session.member);
        keeper.write(
            Self::NAME,
            if tried > 0 {
                "after_wrong_passwords"
            } else {
                "done"
            },
            |_| {
                Ok((
                    (),
                    Actor::Staff(seat),
                    Entry::about(Subject::new("staff", session.member.id.0)),
                ))
            },
        )?;
        Ok(session)
    }
}

/// An invited member of staff sets a password of their own.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    /// The password that the administrator gave.
    pub first_password: String,
    /// One's own.
    pub password: String,
}

impl Command for AcceptInvitation {
    const NAME: &'static str = "staff.accept_invitation";
    const RIGHT: Right = Right::OwnSession;
    type Output = Member;
}

impl Gate for AcceptInvitation {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<Member> {
        let mut member = present_member(keeper, &[StaffState::Invited])?;
        set_own_password(
            keeper,
            Self::NAME,
            &member,
            &self.first_password,
            &self.password,
        )?;
        member.state = StaffState::Active;
        keeper.write(Self::NAME, "done", |cx| {
            if !store::update(cx, &member)? {
                return Err(StaffError::Conflict.into());
            }
            let after = store::find(cx, member.id)?.ok_or(StaffError::NotFound)?;
            let entry = Entry::about(Subject::new("staff", member.id.0)).fields(["password"]);
            Ok((after, Actor::Staff(seat_of(&member)), entry))
        })
    }
}

/// Sets another password for oneself.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The present one.
    pub present: String,
    /// The next one.
    pub password: String,
}

impl Command for ChangePassword {
    const NAME: &'static str = "staff.change_password";
    const RIGHT: Right = Right::OwnSession;
    type Output = ();
}

impl Gate for ChangePassword {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<()> {
        live(keeper)?;
        let member = present_member(keeper, &[StaffState::Active])?;
        set_own_password(keeper, Self::NAME, &member, &self.present, &self.password)?;
        keeper.write(Self::NAME, "done", |_| {
            let entry = Entry::about(Subject::new("staff", member.id.0)).fields(["password"]);
            Ok(((), Actor::Staff(seat_of(&member)), entry))
        })
    }
}

/// Opens a locked session with the password; everything half-typed is still there.
#[derive(Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// Password.
    pub password: String,
}

impl Command for Unlock {
    const NAME: &'static str = "staff.unlock";
    const RIGHT: Right = Right::OwnSession;
    type Output = ();
}

impl Gate for Unlock {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<()> {
        let member = present_member(keeper, &[StaffState::Active, StaffState::Invited])?;
        unwrap_counted(keeper, Self::NAME, &member.login, &self.password)?;
        keeper.unlock()?;
        note_own(keeper, Self::NAME, &member)
    }
}

/// Locks one's session.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lock {}

impl Command for Lock {
    const NAME: &'static str = "staff.lock";
    const RIGHT: Right = Right::OwnSession;
    type Output = ();
}

impl Gate for Lock {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<()> {
        keeper.present()?;
        keeper.lock()
    }
}

/// Ends one's session; after the last one the vault is shut.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogOut {}

impl Command for LogOut {
    const NAME: &'static str = "staff.log_out";
    const RIGHT: Right = Right::OwnSession;
    type Output = ();
}

impl Gate for LogOut {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<()> {
        if let Ok(staff) = keeper.present()
            && let Some(member) = keeper.read(|cx| store::find(cx, staff))?
        {
            note_own(keeper, Self::NAME, &member)?;
        }
        keeper.end()
    }
}

/// Reads in another language from now on; kept with the account.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLanguage {
    /// Which.
    pub lang: Lang,
}

impl Command for SetLanguage {
    const NAME: &'static str = "staff.set_language";
    const RIGHT: Right = Right::OwnSession;
    type Output = ();
}

impl Gate for SetLanguage {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<()> {
        live(keeper)?;
        let mut member = present_member(keeper, &[StaffState::Active, StaffState::Invited])?;
        member.lang = self.lang;
        keeper.write(Self::NAME, "done", |cx| {
            store::update(cx, &member)?;
            let entry = Entry::about(Subject::new("staff", member.id.0)).fields(["lang"]);
            Ok(((), Actor::Staff(seat_of(&member)), entry))
        })?;
        keeper.set_lang(self.lang)
    }
}

/// Looks at the window another way from now on; kept with the account.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLook {
    /// How.
    pub look: Look,
}

impl Command for SetLook {
    const NAME: &'static str = "staff.set_look";
    const RIGHT: Right = Right::OwnSession;
    type Output = ();
}

impl Gate for SetLook {
    fn run(self, keeper: &GateKeeper<'_>) -> Result<()> {
        live(keeper)?;
        let member = present_member(keeper, &[StaffState::Active])?;
        keeper.write(Self::NAME, "done", |cx| {
            store::set_look(cx, member.id, self.look.in_bounds())?;
            let entry = Entry::about(Subject::new("staff", member.id.0)).fields(["look"]);
            Ok(((), Actor::Staff(seat_of(&member)), entry))
        })
    }
}

/// Tries a password; a wrong one is journalled while the vault is open, and counted in any case.
/// Returns the key and how many wrong passwords went before.
pub(super) fn unwrap_counted(
    keeper: &GateKeeper<'_>,
    command: &'static str,
    login: &str,
    password: &str,
) -> Result<(DataKey, u32)> {
    let now = keeper.now();
    let (tried, outcome) = keeper.ring(|ring| {
        let tried = ring.wrong_tries(login);
        Ok((tried, ring.unwrap(login, password, now, keeper.chance())))
    })?;
    if outcome.is_err() && keeper.vault_is_open() {
        keeper.write(command, "wrong_password", |cx| {
            let known = store::by_login(cx, login)?.map_or(0, |member| member.id.0);
            Ok((
                (),
                Actor::Nobody,
                Entry::about(Subject::new("staff", known)),
            ))
        })?;
    }
    Ok((outcome?, tried))
}

fn set_own_password(
    keeper: &GateKeeper<'_>,
    command: &'static str,
    member: &Member,
    present: &str,
    next: &str,
) -> Result<()> {
    let mut bad = Invalid::default();
    let password = bad.take("password", Password::new(next, &member.login));
    bad.done()?;
    let Some(password) = password else {
        return Err(DoorError::Malformed.into());
    };
    let (key, _) = unwrap_counted(keeper, command, &member.login, present)?;
    keeper.ring(|ring| ring.wrap(&member.login, password.reveal(), &key, keeper.chance()))
}

pub(super) fn live(keeper: &GateKeeper<'_>) -> Result<()> {
    match keeper.session().0 {
        SessionState::Live => Ok(()),
        SessionState::Locked => Err(DoorError::SessionLocked.into()),
        SessionState::Expired => Err(DoorError::SessionOver.into()),
        SessionState::None => Err(DoorError::NoSession.into()),
    }
}

pub(super) fn present_member(keeper: &GateKeeper<'_>, states: &[StaffState]) -> Result<Member> {
    let staff: StaffId = keeper.present()?;
    let member = keeper
        .read(|cx| store::find(cx, staff))?
        .ok_or(StaffError::NotFound)?;
    if member.state == StaffState::Disabled {
        return Err(DoorError::AccountDisabled.into());
    }
    if states.contains(&member.state) {
        Ok(member)
    } else {
        Err(StaffError::State.into())
    }
}

pub(super) fn begin(keeper: &GateKeeper<'_>, member: Member) -> Result<LoggedIn> {
    let settings: Settings = keeper.read(|cx| cx.setting(operators::SETTINGS))?;
    let idle = Duration::minutes(settings.idle_minutes.into());
    let token = keeper.begin(member.id, member.lang, idle);
    Ok(LoggedIn {
        token,
        invited: member.state == StaffState::Invited,
        member,
    })
}

fn note_own(keeper: &GateKeeper<'_>, command: &'static str, member: &Member) -> Result<()> {
    keeper.write(command, "done", |_| {
        Ok((
            (),
            Actor::Staff(seat_of(member)),
            Entry::about(Subject::new("staff", member.id.0)),
        ))
    })
}

pub(super) fn seat_of(member: &Member) -> Seat {
    let (operator, branch): (OperatorId, BranchId) = (member.operator, member.branch);
    Seat {
        staff: member.id,
        role: member.role,
        operator,
        branch,
        session: String::new(),
    }
}
