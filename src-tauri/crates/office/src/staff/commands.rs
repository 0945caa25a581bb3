//! What can be asked about staff by those who are logged in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::store::{self, NewMember};
use super::{Look, Member, StaffError, StaffState, login_name, name_of};
use crate::door::{Act, Ask, Command, Done, DoorError, Entry, Read, StaffId, Subject, Write};
use crate::error::{Invalid, Result};
use crate::operators;
use crate::policy::{BranchId, Reach, Right, Role, reach};
use crate::texts::Lang;

/// Letters of a first password: none that look alike.
const FIRST_PASSWORD_LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Who am I, and what may I do?
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Me {}

/// Who is logged in, and what they may do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MeNow {
    /// The account.
    pub member: Member,
    /// Name of the branch.
    pub branch_name: String,
    /// Name of the operator, in the language of the window.
    pub operator_name: String,
    /// The rights that the role has at all: the window greys out the rest and says why.
    pub rights: Vec<Right>,
    /// How this person looks at the window.
    pub look: Look,
    /// Minutes until the window locks itself.
    pub idle_minutes: u16,
}

impl Command for Me {
    const NAME: &'static str = "staff.me";
    const RIGHT: Right = Right::ReadHouse;
    type Output = MeNow;
}

impl Ask for Me {
    fn run(self, cx: &Read<'_>) -> Result<MeNow> {
        let seat = cx.seat()?;
        let member = store::find(cx, seat.staff)?.ok_or(StaffError::NotFound)?;
        let rights = Right::ALL
            .iter()
            .copied()
            .filter(|right| reach(member.role, *right) > Reach::Nothing)
            .collect();
        let settings: operators::Settings = cx.setting(operators::SETTINGS)?;
        Ok(MeNow {
            branch_name: operators::store::branch_name(cx, member.branch)?,
            operator_name: operators::store::operator(cx, member.operator)?
                .profile
                .name(cx.lang())
                .to_owned(),
            look: store::look(cx, member.id)?,
            member,
            rights,
            idle_minutes: settings.idle_minutes,
        })
    }
}

/// Lists every account.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListStaff {}

impl Command for ListStaff {
    const NAME: &'static str = "staff.list";
    const RIGHT: Right = Right::ManageStaff;
    type Output = Vec<Member>;
}

impl Ask for ListStaff {
    fn run(self, cx: &Read<'_>) -> Result<Vec<Member>> {
        store::all(cx)
    }
}

/// Lists the operator's staff at work: to hand a case over.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListColleagues {}

/// A member of staff, as colleagues see them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Colleague {
    /// Number.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// In which branch.
    pub branch: BranchId,
}

impl Command for ListColleagues {
    const NAME: &'static str = "staff.colleagues";
    const RIGHT: Right = Right::ReadHouse;
    type Output = Vec<Colleague>;
}

impl Ask for ListColleagues {
    fn run(self, cx: &Read<'_>) -> Result<Vec<Colleague>> {
        let colleague = |member: Member| Colleague {
            id: member.id,
            name: member.name,
            role: member.role,
            branch: member.branch,
        };
        Ok(store::of_operator(cx, cx.seat()?.operator)?
            .into_iter()
            .map(colleague)
            .collect())
    }
}

/// Makes an account with a first password that its owner replaces.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteStaff {
    /// Name to log in with.
    pub login: String,
    /// Name as colleagues read it.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// In which branch; the operator follows from it.
    pub branch: BranchId,
    /// Language of their window.
    pub lang: Lang,
}

/// A first password, shown to the administrator once.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct Invited {
    /// The account.
    pub member: Member,
    /// To be told to its owner.
    pub first_password: String,
}

impl Command for InviteStaff {
    const NAME: &'static str = "staff.invite";
    const RIGHT: Right = Right::ManageStaff;
    type Output = Invited;
}

impl Act for InviteStaff {
    fn run(self, cx: &Write<'_>) -> Result<Done<Invited>> {
        let mut bad = Invalid::default();
        let login = bad.take("login", login_name(&self.login));
        let name = bad.take("name", name_of(&self.name));
        let branch = operators::store::branch(cx, self.branch)?;
        let branch = bad.take(
            "branch",
            branch
                .filter(|branch| !branch.closed)
                .ok_or(StaffError::Branch),
        );
        if let Some(login) = &login
            && store::by_login(cx, login)?.is_some()
        {
            bad.note("login", StaffError::LoginTaken);
        }
        bad.done()?;
        let (Some(login), Some(name), Some(branch)) = (login, name, branch) else {
            return Err(DoorError::Malformed.into());
        };
        let new = NewMember {
            login: &login,
            name: &name,
            role: self.role,
            state: StaffState::Invited,
            operator: branch.operator,
            branch: branch.id,
            lang: self.lang,
        };
        let id = store::insert(cx, &new)?;
        let first_password = give_first_password(cx, &login);
        let member = store::find(cx, id)?.ok_or(StaffError::NotFound)?;
        let entry =
            Entry::about(Subject::new("staff", id.0)).fields(["login", "name", "role", "branch"]);
        Ok(Done::new(
            Invited {
                member,
                first_password,
            },
            entry,
        ))
    }
}

/// Changes an account: name, role, branch.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateStaff {
    /// Whose.
    pub staff: StaffId,
    /// Version that was read.
    pub version: i64,
    /// Name.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// In which branch.
    pub branch: BranchId,
}

impl Command for UpdateStaff {
    const NAME: &'static str = "staff.update";
    const RIGHT: Right = Right::ManageStaff;
    type Output = Member;
}

impl Act for UpdateStaff {
    fn run(self, cx: &Write<'_>) -> Result<Done<Member>> {
        let before = store::find(cx, self.staff)?.ok_or(StaffError::NotFound)?;
        if cx.seat()?.staff == self.staff && self.role != before.role {
            return Err(StaffError::NotOneself.into());
        }
        let branch = operators::store::branch(cx, self.branch)?.ok_or(StaffError::Branch)?;
        let name = name_of(&self.name)?;
        let moved = self.role != before.role || branch.id != before.branch;
        let next = Member {
            name,
            role: self.role,
            branch: branch.id,
            operator: branch.operator,
            version: self.version,
            ..before
        };
        let member = write_back(cx, &next)?;
        if moved && cx.seat()?.staff != self.staff {
            cx.end_sessions(self.staff);
        }
        let entry =
            Entry::about(Subject::new("staff", self.staff.0)).fields(["name", "role", "branch"]);
        Ok(Done::new(member, entry))
    }
}

/// Gives a new first password: the old one stops, and so do the sessions.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// Whose.
    pub staff: StaffId,
}

impl Command for ResetPassword {
    const NAME: &'static str = "staff.reset_password";
    const RIGHT: Right = Right::ManageStaff;
    type Output = Invited;
}

impl Act for ResetPassword {
    fn run(self, cx: &Write<'_>) -> Result<Done<Invited>> {
        let mut member = other(cx, self.staff)?;
        if member.state == StaffState::Disabled {
            return Err(StaffError::State.into());
        }
        member.state = StaffState::Invited;
        let member = write_back(cx, &member)?;
        let first_password = give_first_password(cx, &member.login);
        cx.end_sessions(self.staff);
        let entry = Entry::about(Subject::new("staff", self.staff.0)).fields(["password"]);
        Ok(Done::new(
            Invited {
                member,
                first_password,
            },
            entry,
        ))
    }
}

/// Switches an account off: its sessions end at once and its wrap of the key is taken away.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableStaff {
    /// Whose.
    pub staff: StaffId,
}

impl Command for DisableStaff {
    const NAME: &'static str = "staff.disable";
    const RIGHT: Right = Right::ManageStaff;
    type Output = Member;
}

impl Act for DisableStaff {
    fn run(self, cx: &Write<'_>) -> Result<Done<Member>> {
        let mut member = other(cx, self.staff)?;
        member.state = StaffState::Disabled;
        let member = write_back(cx, &member)?;
        cx.end_sessions(self.staff);
        let login = member.login.clone();
        cx.after_commit(move |ring| ring.remove(&login));
        Ok(Done::new(
            member,
            Entry::about(Subject::new("staff", self.staff.0)).fields(["state"]),
        ))
    }
}

/// Switches an account on again, with a new first password.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnableStaff {
    /// Whose.
    pub staff: StaffId,
}

impl Command for EnableStaff {
    const NAME: &'static str = "staff.enable";
    const RIGHT: Right = Right::ManageStaff;
    type Output = Invited;
}

impl Act for EnableStaff {
    fn run(self, cx: &Write<'_>) -> Result<Done<Invited>> {
        let mut member = other(cx, self.staff)?;
        if member.state != StaffState::Disabled {
            return Err(StaffError::State.into());
        }
        member.state = StaffState::Invited;
        let member = write_back(cx, &member)?;
        let first_password = give_first_password(cx, &member.login);
        let entry = Entry::about(Subject::new("staff", self.staff.0)).fields(["state", "password"]);
        Ok(Done::new(
            Invited {
                member,
                first_password,
            },
            entry,
        ))
    }
}

/// Somebody else's account.
fn other(cx: &Read<'_>, staff: StaffId) -> Result<Member> {
    if cx.seat()?.staff == staff {
        return Err(StaffError::NotOneself.into());
    }
    Ok(store::find(cx, staff)?.ok_or(StaffError::NotFound)?)
}

fn write_back(cx: &Write<'_>, member: &Member) -> Result<Member> {
    if !store::update(cx, member)? {
        return Err(StaffError::Conflict.into());
    }
    Ok(store::find(cx, member.id)?.ok_or(StaffError::NotFound)?)
}

/// Draws a first password and wraps the vault's key under it, once the transaction is safe.
fn give_first_password(cx: &Write<'_>, login: &str) -> String {
    let letters: [u8; 16] = cx.random();
    let mut text = Zeroizing::new(String::new());
    for (place, letter) in letters.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(FIRST_PASSWORD_LETTERS[usize::from(letter % 32)]));
    }
    let key = cx.vault().data_key().clone();
    let seed: [u8; 40] = cx.random();
    let (login, password) = (login.to_owned(), text.clone());
    cx.after_commit(move |ring| ring.wrap(&login, &password, &key, &Once::new(seed)));
    text.to_string()
}

/// Bytes that were drawn inside the transaction, for the wrap that follows it: salt and nonce, once.
struct Once(std::sync::Mutex<Vec<u8>>);

impl Once {
    fn new(bytes: [u8; 40]) -> Self {
        Once(std::sync::Mutex::new(bytes.to_vec()))
    }
}

impl crate::clock::Chance for Once {
    fn fill(&self, buffer: &mut [u8]) {
        let mut left = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let taken: Vec<u8> = left.drain(..buffer.len()).collect();
        buffer.copy_from_slice(&taken);
    }
}
