//! Ready-made houses for tests: a fresh vault, a clock that stands still, repeatable chance, staff of every role.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::clock::{HandClock, Moment, SeededChance};
use crate::door::{
    Act, Ask, Call, Caller, Config, Door, Reply, StaffId, TabletId, TabletSeat, Token,
};
use crate::error::Result;
use crate::operators;
use crate::policy::{BranchId, OperatorId, Role};
use crate::staff::{self, Invited, SetUpDone};
use crate::texts::Lang;
use crate::vault::keys::Hardness;
use crate::vault::{DataKey, KeyRing};

/// The moment at which a test's house opens: a Monday, two days before Independence Day.
pub const OPENING: &str = "2026-12-14T09:05";
/// The password of everyone in a test's house.
pub const PASSWORD: &str = "Таза су тасты тесер 7";

/// Where something is, as seen from the main operator's first branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The actor's own branch.
    OwnBranch,
    /// Another branch of the same operator.
    OtherBranch,
    /// Another operator.
    OtherOperator,
}

impl Relation {
    /// All three.
    pub const ALL: [Relation; 3] = [
        Relation::OwnBranch,
        Relation::OtherBranch,
        Relation::OtherOperator,
    ];
}

/// A house for tests. Two operators; the first has two branches; staff of every role at each of the three places.
pub struct House {
    /// The clock, to be moved.
    pub clock: HandClock,
    /// The way in.
    pub door: Arc<Door>,
    /// The recovery key of first start.
    pub recovery_key: String,
    dir: TempDir,
    tokens: HashMap<(Relation, Role), Token>,
    staff: HashMap<(Relation, Role), StaffId>,
    places: HashMap<Relation, (OperatorId, BranchId)>,
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}

impl House {
    /// A new house, everyone logged in.
    pub fn new() -> Self {
        Self::made(false)
    }

    /// A house for showing: like `--demo`.
    pub fn demo() -> Self {
        Self::made(true)
    }

    fn made(demo: bool) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let clock = HandClock::at(HandClock::parse(OPENING).expect("the opening moment"));
        let door = Door::open(config(&dir, &clock, 1)).expect("a door");
        let done: SetUpDone = call(
            &door,
            None,
            "staff.set_up",
            json!({
                "lang": "ru", "branch": "Алматы-2", "name": "Серікова Айгүл", "login": "admin", "password": PASSWORD, "demo": demo,
                "operator": { "name_ru": "ТОО «Эсперанс»", "name_kk": "«Эсперанс» ЖШС", "bin": "991240990006" },
            }),
        );
        let admin = done.session.token;
        let mut house = House {
            clock,
            door,
            recovery_key: done.recovery_key,
            dir,
            tokens: HashMap::new(),
            staff: HashMap::new(),
            places: HashMap::new(),
        };
        let first = done.session.member;
        house
            .places
            .insert(Relation::OwnBranch, (first.operator, first.branch));
        house
            .tokens
            .insert((Relation::OwnBranch, Role::Administrator), admin.clone());
        house
            .staff
            .insert((Relation::OwnBranch, Role::Administrator), first.id);
        let other: operators::Branch = call(
            &house.door,
            Some(&admin),
            "operators.add_branch",
            json!({"operator": first.operator, "name": "Шымкент-1"}),
        );
        house
            .places
            .insert(Relation::OtherBranch, (other.operator, other.id));
        let sister: operators::Operator = call(
            &house.door,
            Some(&admin),
            "operators.add",
            json!({"branch": "Тараз-1", "operator": {"name_ru": "ТОО «Ломбард»", "name_kk": "«Ломбард» ЖШС", "bin": "010540000712"}}),
        );
        let branches: Vec<operators::Branch> =
            call(&house.door, Some(&admin), "operators.branches", json!({}));
        let third = branches
            .iter()
            .find(|branch| branch.operator == sister.id)
            .expect("its first branch");
        house
            .places
            .insert(Relation::OtherOperator, (sister.id, third.id));
        for relation in Relation::ALL {
            for role in Role::ALL {
                if (relation, *role) != (Relation::OwnBranch, Role::Administrator) {
                    house.hire(relation, *role);
                }
            }
        }
        house
    }

    fn hire(&mut self, relation: Relation, role: Role) {
        let admin = self.token(Relation::OwnBranch, Role::Administrator).clone();
        let place = match relation {
            Relation::OwnBranch => "almaty",
            Relation::OtherBranch => "shymkent",
            Relation::OtherOperator => "taraz",
        };
        let login = format!("{}.{place}", role.name());
        let invited: Invited = call(
            &self.door,
            Some(&admin),
            "staff.invite",
            json!({"login": login, "name": format!("Сотрудник {}", self.staff.len() + 1), "role": role, "branch": self.places[&relation].1, "lang": "ru"}),
        );
        let session: staff::LoggedIn = call(
            &self.door,
            None,
            "staff.log_in",
            json!({"login": login, "password": invited.first_password}),
        );
        let _: Value = call(
            &self.door,
            Some(&session.token),
            "staff.accept_invitation",
            json!({"first_password": invited.first_password, "password": PASSWORD}),
        );
        self.tokens.insert((relation, role), session.token);
        self.staff.insert((relation, role), invited.member.id);
    }

    /// The folder with the vault and the key ring.
    pub fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }

    /// Operator and branch of a place.
    pub fn place(&self, relation: Relation) -> (OperatorId, BranchId) {
        self.places[&relation]
    }

    /// Number of a member of staff.
    pub fn staff(&self, relation: Relation, role: Role) -> StaffId {
        self.staff[&(relation, role)]
    }

    /// Token of a member of staff.
    pub fn token(&self, relation: Relation, role: Role) -> &Token {
        &self.tokens[&(relation, role)]
    }

    /// As a member of staff of the first branch.
    pub fn as_role(&self, role: Role) -> Desk<'_> {
        self.as_staff(Relation::OwnBranch, role)
    }

    /// As a member of staff of some place.
    pub fn as_staff(&self, relation: Relation, role: Role) -> Desk<'_> {
        let caller = Caller::Window {
            token: Some(self.token(relation, role)),
            lang: Lang::Ru,
            quiet: false,
        };
        Desk {
            door: &self.door,
            caller,
        }
    }

    /// As the house itself.
    pub fn as_machine(&self) -> Desk<'_> {
        Desk {
            door: &self.door,
            caller: Caller::Machine,
        }
    }

    /// A tablet at a place.
    pub fn tablet_seat(&self, relation: Relation, tablet: TabletId) -> TabletSeat {
        let (operator, branch) = self.place(relation);
        TabletSeat {
            tablet,
            operator,
            branch,
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.door.now()
    }

    /// Calls as a window would, JSON in and out.
    pub fn call_json(&self, token: Option<&Token>, command: &str, args: Value) -> Reply {
        self.door.call(
            token,
            Call {
                command: command.to_owned(),
                args,
                lang: None,
                quiet: false,
            },
        )
    }

    /// The vault's key, as somebody has it who knows a password.
    pub fn key(&self) -> DataKey {
        let mut ring =
            KeyRing::open(&self.dir().join("kelisim.keys"), Hardness::TEST).expect("the key ring");
        ring.unwrap("admin", PASSWORD, self.now(), &SeededChance::new(3))
            .expect("the password opens")
    }

    /// A new session of a member of staff of the first branch, after the clock has gone past the old one.
    pub fn anew(&self, role: Role) -> Token {
        let login = match role {
            Role::Administrator => "admin".to_owned(),
            role => format!("{}.almaty", role.name()),
        };
        let session: staff::LoggedIn = call(
            &self.door,
            None,
            "staff.log_in",
            json!({"login": login, "password": PASSWORD}),
        );
        session.token
    }

    /// Everyone of the first branch comes in anew: their sessions are over.
    pub fn log_in_anew(&mut self) {
        for role in Role::ALL {
            let token = self.anew(*role);
            self.tokens.insert((Relation::OwnBranch, *role), token);
        }
    }

    /// Runs SQL past every rule of the house, as somebody with the file and its key could; says why the file refuses.
    pub fn raw(&self, sql: &str) -> crate::error::Result<usize> {
        let vault = self.door.vault().expect("the vault is open");
        vault.write(|connection| Ok(connection.execute(sql, [])?))
    }

    /// One value out of the file, as text.
    pub fn peek(&self, sql: &str) -> String {
        let vault = self.door.vault().expect("the vault is open");
        vault
            .read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?))
            .expect("a query with one value")
    }

    /// A key that is derived from the vault's, as rooms get it.
    #[cfg(test)]
    pub(crate) fn derived(&self, purpose: crate::door::KeyUse) -> [u8; 32] {
        let vault = self.door.vault().expect("the vault is open");
        vault.derive(purpose.info())
    }

    /// Ends the program and starts it again: a new door on the same folder, opened by the administrator's log-in.
    #[cfg(test)]
    pub(crate) fn restart(&mut self) {
        // Chance never repeats itself, whatever was restarted.
        let seen = self.peek("SELECT CAST (coalesce (max (seq), 0) AS TEXT) FROM journal");
        let seed = 1000 + seen.parse::<u64>().expect("a number");
        self.door = Door::open(config(&self.dir, &self.clock, seed)).expect("a door");
        let _: staff::LoggedIn = call(
            &self.door,
            None,
            "staff.log_in",
            json!({"login": "admin", "password": PASSWORD}),
        );
    }

    /// A second door on the same folder, as after a restart. The first one should be dropped or left alone.
    pub fn reopened(&self) -> Arc<Door> {
        Door::open(config(&self.dir, &self.clock, 2)).expect("a door")
    }
}

/// Gives a paper as JSON, so that tests of the core read its words; the press itself is tested where it is.
struct JsonPress;

impl papers::Press for JsonPress {
    fn pdf(&self, paper: &papers::Paper) -> std::result::Result<Vec<u8>, papers::PaperError> {
        serde_json::to_vec_pretty(paper)
            .map_err(|error| papers::PaperError::Typeset(error.to_string()))
    }
}

/// Somebody who calls.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The way in.
    pub door: &'a Door,
    /// Who.
    pub caller: Caller<'a>,
}

impl Desk<'_> {
    /// Asks.
    pub fn ask<C: Ask>(&self, command: C) -> Result<C::Output> {
        self.door.ask(self.caller, command)
    }
    /// Acts.
    pub fn act<C: Act>(&self, command: C) -> Result<C::Output> {
        self.door.act(self.caller, command)
    }
}

fn config(dir: &TempDir, clock: &HandClock, seed: u64) -> Config {
    Config {
        dir: dir.path().to_owned(),
        anchor_dir: None,
        workstation: "test".to_owned(),
        clock: Arc::new(clock.clone()),
        chance: Arc::new(SeededChance::new(seed)),
        hardness: Hardness::TEST,
        press: Arc::new(JsonPress),
    }
}

/// A call that must go through.
fn call<T: serde::de::DeserializeOwned>(
    door: &Door,
    token: Option<&Token>,
    command: &str,
    args: Value,
) -> T {
    match door.call(
        token,
        Call {
            command: command.to_owned(),
            args,
            lang: None,
            quiet: false,
        },
    ) {
        Reply::Ok(value) => serde_json::from_value(value).expect("the output's type"),
        Reply::Error(refusal) => panic!("{command}: {refusal:?}"),
    }
}
