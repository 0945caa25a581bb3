//! What can be asked about operators.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Branch, Operator, OperatorsError, Profile, SETTINGS, Settings, store};
use crate::door::{Act, Ask, Command, Done, DoorError, Entry, Read, Subject, Write};
use crate::error::{Invalid, Result};
use crate::policy::{BranchId, OperatorId, Reach, Right, reach};
use crate::staff::name_of;

/// Lists the operators of the installation; the administrator's view.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListOperators {}

impl Command for ListOperators {
    const NAME: &'static str = "operators.list";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Vec<Operator>;
}

impl Ask for ListOperators {
    fn run(self, cx: &Read<'_>) -> Result<Vec<Operator>> {
        store::operators(cx)
    }
}

/// Adds an operator (A7).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddOperator {
    /// What it is and asks for.
    pub operator: Profile,
    /// Name of its first branch.
    pub branch: String,
}

impl Command for AddOperator {
    const NAME: &'static str = "operators.add";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Operator;
}

impl Act for AddOperator {
    fn run(self, cx: &Write<'_>) -> Result<Done<Operator>> {
        let mut bad = Invalid::default();
        let profile = self.operator.checked(&mut bad);
        let branch = bad.take("branch", name_of(&self.branch));
        if let Some(profile) = &profile
            && store::bin_is_taken(cx, &profile.bin, None)?
        {
            bad.note("operator.bin", OperatorsError::BinTaken);
        }
        bad.done()?;
        let (Some(profile), Some(branch)) = (profile, branch) else {
            return Err(DoorError::Malformed.into());
        };
        let id = store::insert_operator(cx, &profile)?;
        store::insert_branch(cx, id, &branch)?;
        Ok(Done::new(
            store::operator(cx, id)?,
            Entry::about(Subject::new("operator", id.0)),
        ))
    }
}

/// Changes an operator's profile.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateOperator {
    /// Which.
    pub id: OperatorId,
    /// Version that was read.
    pub version: i64,
    /// What it is and asks for.
    pub operator: Profile,
}

impl Command for UpdateOperator {
    const NAME: &'static str = "operators.update";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Operator;
}

impl Act for UpdateOperator {
    fn run(self, cx: &Write<'_>) -> Result<Done<Operator>> {
        let mut bad = Invalid::default();
        let profile = self.operator.checked(&mut bad);
        if let Some(profile) = &profile
            && store::bin_is_taken(cx, &profile.bin, Some(self.id))?
        {
            bad.note("operator.bin", OperatorsError::BinTaken);
        }
        bad.done()?;
        let Some(profile) = profile else {
            return Err(DoorError::Malformed.into());
        };
        if !store::update_operator(
            cx,
            &Operator {
                id: self.id,
                profile,
                version: self.version,
            },
        )? {
            return Err(OperatorsError::Conflict.into());
        }
        let entry = Entry::about(Subject::new("operator", self.id.0)).fields(["profile"]);
        Ok(Done::new(store::operator(cx, self.id)?, entry))
    }
}

/// Lists branches: the own operator's, or all for who keeps the house.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListBranches {}

impl Command for ListBranches {
    const NAME: &'static str = "operators.branches";
    const RIGHT: Right = Right::ReadHouse;
    type Output = Vec<Branch>;
}

impl Ask for ListBranches {
    fn run(self, cx: &Read<'_>) -> Result<Vec<Branch>> {
        let seat = cx.seat()?;
        let whole_house = reach(seat.role, Right::ManageHouse) == Reach::House;
        store::branches(cx, (!whole_house).then_some(seat.operator))
    }
}

/// Adds a branch.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddBranch {
    /// Of which operator.
    pub operator: OperatorId,
    /// Name.
    pub name: String,
}

impl Command for AddBranch {
    const NAME: &'static str = "operators.add_branch";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Branch;
}

impl Act for AddBranch {
    fn run(self, cx: &Write<'_>) -> Result<Done<Branch>> {
        let mut bad = Invalid::default();
        let name = bad.take("name", name_of(&self.name));
        bad.done()?;
        let operator = store::operator(cx, self.operator)?.id;
        let name = name.unwrap_or_default();
        if store::branch_named(cx, operator, &name)?.is_some() {
            return Err(OperatorsError::BranchTaken.into());
        }
        let id = store::insert_branch(cx, operator, &name)?;
        let branch = store::branch(cx, id)?.ok_or(OperatorsError::NotFound)?;
        Ok(Done::new(
            branch,
            Entry::about(Subject::new("branch", id.0)).fields(["name"]),
        ))
    }
}

/// Renames a branch, closes it, opens it again.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateBranch {
    /// Which.
    pub id: BranchId,
    /// Name.
    pub name: String,
    /// Works no more.
    pub closed: bool,
}

impl Command for UpdateBranch {
    const NAME: &'static str = "operators.update_branch";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Branch;
}

impl Act for UpdateBranch {
    fn run(self, cx: &Write<'_>) -> Result<Done<Branch>> {
        let mut branch = store::branch(cx, self.id)?.ok_or(OperatorsError::NotFound)?;
        branch.name = name_of(&self.name)?;
        if store::branch_named(cx, branch.operator, &branch.name)?
            .is_some_and(|other| other != branch.id)
        {
            return Err(OperatorsError::BranchTaken.into());
        }
        if self.closed && !branch.closed && store::staff_at(cx, branch.id)? {
            return Err(OperatorsError::BranchHasStaff.into());
        }
        branch.closed = self.closed;
        store::update_branch(cx, &branch)?;
        Ok(Done::new(
            branch,
            Entry::about(Subject::new("branch", self.id.0)).fields(["name", "closed"]),
        ))
    }
}

/// Reads the settings of the installation.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadSettings {}

impl Command for ReadSettings {
    const NAME: &'static str = "operators.settings";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Settings;
}

impl Ask for ReadSettings {
    fn run(self, cx: &Read<'_>) -> Result<Settings> {
        cx.setting(SETTINGS)
    }
}

/// Changes the settings of the installation.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSettings {
    /// The new ones.
    pub settings: Settings,
}

impl Command for UpdateSettings {
    const NAME: &'static str = "operators.update_settings";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Settings;
}

impl Act for UpdateSettings {
    fn run(self, cx: &Write<'_>) -> Result<Done<Settings>> {
        if !(1..=60).contains(&self.settings.idle_minutes) {
            let mut bad = Invalid::default();
            bad.note("idle_minutes", OperatorsError::IdleMinutes);
            bad.done()?;
        }
        cx.set_setting(SETTINGS, &self.settings)?;
        Ok(Done::new(
            self.settings,
            Entry::about(Subject::house()).fields(["settings"]),
        ))
    }
}
