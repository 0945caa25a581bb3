//! Operators: who keeps the promises (A7) — profiles, branches, settings of the installation.

mod commands;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
pub(crate) mod store;

pub use commands::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::Field;
use crate::consents::withdrawals;
use crate::error::{Fault, Invalid, Kind};
use crate::policy::{BranchId, OperatorId};
use crate::requests::ClockRule;
use crate::staff::name_of;
use crate::texts::Lang;

/// Name of the settings of the installation in the vault.
pub(crate) const SETTINGS: &str = "house.settings";

/// Days of silence that a profile may count as acceptance.
const SILENCE: std::ops::RangeInclusive<u16> = 5..=180;

/// What an operator is and asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Name in Russian, as registered.
    pub name_ru: String,
    /// Name in Kazakh, as registered.
    pub name_kk: String,
    /// Business identification number.
    pub bin: String,
    /// Where people write to.
    #[serde(default)]
    pub address: String,
    /// Where people call.
    #[serde(default)]
    pub phone: String,
    /// Where people send letters.
    #[serde(default)]
    pub email: String,
    /// Only people of 18 and older (C5).
    #[serde(default = "yes")]
    pub adults_only: bool,
    /// The operator's own employees aren't taken as clients (C5), by the list that the loyalty room keeps.
    #[serde(default)]
    pub no_employees: bool,
    /// The approved list of data categories (C2): no others are kept.
    #[serde(default = "all_fields")]
    pub categories: Vec<Field>,
    /// Days in which a client can object to a new version of a text; silence is acceptance then (S9). None: it never is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub silence_days: Option<u16>,
    /// How long for which kind of request, and by what law or promise (R4); usual where nothing is said.
    #[serde(default = "ClockRule::all_usual")]
    #[ts(optional, as = "Option<Vec<ClockRule>>")]
    pub terms: Vec<ClockRule>,
    /// How many working days ahead a withdrawal is told, by the operator's own rules: one to the law's fifteen (S7).
    #[serde(default = "usual_notice")]
    #[ts(optional, as = "Option<u16>")]
    pub withdrawal_notice: u16,
}

/// Ten working days: what a written withdrawal is asked to be ahead of its day.
fn usual_notice() -> u16 {
    10
}

fn yes() -> bool {
    true
}

fn all_fields() -> Vec<Field> {
    Field::ALL.to_vec()
}

impl Profile {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.name_kk,
            Lang::Ru | Lang::En => &self.name_ru,
        }
    }

    /// As it may be kept; wrong fields are noted under `operator.…`.
    pub(crate) fn checked(mut self, bad: &mut Invalid) -> Option<Self> {
        self.name_ru = bad.take(
            "operator.name_ru",
            name_of(&self.name_ru).map_err(|_| OperatorsError::Name),
        )?;
        let days = self.silence_days.is_none_or(|days| SILENCE.contains(&days));
        bad.take(
            "operator.silence_days",
            if days {
                Ok(())
            } else {
                Err(OperatorsError::SilenceDays)
            },
        );
        bad.take("operator.terms", ClockRule::check_all(&self.terms));
        if !(1..=withdrawals::CEILING).contains(&self.withdrawal_notice) {
            bad.note("operator.withdrawal_notice", OperatorsError::Notice);
        }
        self.name_kk = bad.take(
            "operator.name_kk",
            name_of(&self.name_kk).map_err(|_| OperatorsError::Name),
        )?;
        let bin = kz::Bin::parse(&self.bin).map_err(|_| OperatorsError::Bin);
        self.bin = bad.take("operator.bin", bin)?.as_str().to_owned();
        Some(self)
    }
}

/// An operator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Operator {
    /// Number.
    pub id: OperatorId,
    /// What it is and asks for.
    pub profile: Profile,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

/// A branch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Branch {
    /// Number.
    pub id: BranchId,
    /// Of which operator.
    pub operator: OperatorId,
    /// Name.
    pub name: String,
    /// Works no more.
    pub closed: bool,
}

/// Settings of the installation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Minutes without a touch until a window locks itself.
    pub idle_minutes: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { idle_minutes: 10 }
    }
}

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum OperatorsError {
    /// A name is needed, of at most 120 letters.
    #[error("not a name")]
    Name,
    /// Not a BIN.
    #[error("not a BIN")]
    Bin,
    /// An operator with that BIN is there.
    #[error("the BIN is taken")]
    BinTaken,
    /// A branch of that name is there.
    #[error("the branch name is taken")]
    BranchTaken,
    /// There is no such operator or branch.
    #[error("not found")]
    NotFound,
    /// Somebody changed it meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// One to sixty minutes.
    #[error("idle minutes out of range")]
    IdleMinutes,
    /// The notice of a withdrawal is one to fifteen working days.
    #[error("not a notice")]
    Notice,
    /// Five to a hundred and eighty days.
    #[error("days of silence out of range")]
    SilenceDays,
    /// People still work there.
    #[error("staff still work in the branch")]
    BranchHasStaff,
}

impl Fault for OperatorsError {
    fn code(&self) -> &'static str {
        match self {
            OperatorsError::Name => "operators.name",
            OperatorsError::Bin => "operators.bin",
            OperatorsError::BinTaken => "operators.bin_taken",
            OperatorsError::BranchTaken => "operators.branch_taken",
            OperatorsError::NotFound => "operators.not_found",
            OperatorsError::Conflict => "operators.conflict",
            OperatorsError::IdleMinutes => "operators.idle_minutes",
            OperatorsError::Notice => "operators.notice",
            OperatorsError::SilenceDays => "operators.silence_days",
            OperatorsError::BranchHasStaff => "operators.branch_has_staff",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            OperatorsError::NotFound => Kind::NotFound,
            OperatorsError::Conflict => Kind::Conflict,
            OperatorsError::BranchHasStaff => Kind::Refused,
            _ => Kind::Invalid,
        }
    }
}
