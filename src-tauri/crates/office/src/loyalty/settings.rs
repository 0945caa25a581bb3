//! What an administrator keeps of loyalty: programmes with their dates and operators, and the lists of employees.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LoyaltyError, Programme, ProgrammeId, iin_hash, store};
use crate::clock::Stamp;
use crate::consents::texts::TextPair;
use crate::door::DoorError;
use crate::error::{Invalid, Result};
use crate::policy::{OperatorId, Reach, Right, reach};
use crate::{Act, Ask, Command, Done, Entry, Read, Subject, Write, operators};

/// A programme, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProgrammeShown {
    /// Number.
    pub id: ProgrammeId,
    /// Who runs it.
    pub operator: OperatorId,
    /// Name.
    pub name: TextPair,
    /// Its first day.
    pub since: String,
    /// Its last day; none where it has no end.
    pub until: Option<String>,
    /// The operators that share it, the one that runs it among them.
    pub operators: Vec<OperatorId>,
    /// It runs today.
    pub runs: bool,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

impl ProgrammeShown {
    pub(super) fn new(cx: &Read<'_>, one: Programme) -> Self {
        ProgrammeShown {
            runs: one.runs(cx.today()),
            since: one.since.to_string(),
            until: one.until.map(|day| day.to_string()),
            id: one.id,
            operator: one.operator,
            name: one.name,
            operators: one.operators,
            version: one.version,
        }
    }
}

/// The programmes that one's operator has or shares; all of them for who keeps the house.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListProgrammes {}

impl Command for ListProgrammes {
    const NAME: &'static str = "loyalty.programmes";
    const RIGHT: Right = Right::ReadHouse;
    type Output = Vec<ProgrammeShown>;
}

impl Ask for ListProgrammes {
    fn run(self, cx: &Read<'_>) -> Result<Vec<ProgrammeShown>> {
        let seat = cx.seat()?;
        let all = reach(seat.role, Right::ManageHouse) == Reach::House;
        let found = store::programmes(cx, (!all).then_some(seat.operator))?;
        Ok(found
            .into_iter()
            .map(|one| ProgrammeShown::new(cx, one))
            .collect())
    }
}

/// Adds a programme, or changes one.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetProgramme {
    /// Which; none adds one.
    #[serde(default)]
    pub id: Option<ProgrammeId>,
    /// Version that was read.
    #[serde(default)]
    pub version: i64,
    /// Who runs it.
    pub operator: OperatorId,
    /// Name, in both languages.
    pub name: TextPair,
    /// Its first day.
    pub since: String,
    /// Its last day; none where it has no end.
    #[serde(default)]
    pub until: Option<String>,
    /// The operators that share it; the one that runs it is always among them.
    #[serde(default)]
    pub operators: Vec<OperatorId>,
}

impl Command for SetProgramme {
    const NAME: &'static str = "loyalty.set_programme";
    const RIGHT: Right = Right::ManageHouse;
    type Output = ProgrammeShown;
}

impl Act for SetProgramme {
    fn run(self, cx: &Write<'_>) -> Result<Done<ProgrammeShown>> {
        let mut bad = Invalid::default();
        let name = |text: &str| {
            let text = text.trim();
            let fits = !text.is_empty()
                && text.chars().count() <= 120
                && !text.chars().any(char::is_control);
            fits.then(|| text.to_owned()).ok_or(LoyaltyError::Name)
        };
        let kk = bad.take("name.kk", name(&self.name.kk));
        let ru = bad.take("name.ru", name(&self.name.ru));
        let day = |text: &str| text.parse::<NaiveDate>().map_err(|_| LoyaltyError::Dates);
        let since = bad.take("since", day(&self.since));
        let until = match self.until.as_deref().filter(|text| !text.is_empty()) {
            Some(text) => bad.take("until", day(text)).map(Some),
            None => Some(None),
        };
        if let (Some(since), Some(Some(until))) = (since, until)
            && until < since
        {
            bad.note("until", LoyaltyError::Dates);
        }
        bad.done()?;
        let (Some(kk), Some(ru), Some(since), Some(until)) = (kk, ru, since, until) else {
            return Err(DoorError::Malformed.into());
        };
        let mut shared = self.operators;
        shared.push(self.operator);
        shared.sort_unstable();
        shared.dedup();
        for operator in &shared {
            operators::store::operator(cx, *operator)?;
        }
        let one = Programme {
            id: self.id.unwrap_or(ProgrammeId(0)),
            operator: self.operator,
            name: TextPair {
                kk,
                ru,
                ..TextPair::default()
            },
            since,
            until,
            operators: shared,
            version: self.version,
        };
        let id = match self.id {
            None => store::insert(cx, &one)?,
            Some(id) if store::programme(cx, id)?.operator != self.operator => {
                return Err(LoyaltyError::NotFound.into());
            }
            Some(id) if store::update(cx, &one)? => id,
            Some(_) => return Err(LoyaltyError::Conflict.into()),
        };
        cx.news("programme", id.0);
        let entry = Entry::about(Subject::new("programme", id.0)).fields([
            "name",
            "since",
            "until",
            "operators",
        ]);
        Ok(Done::new(
            ProgrammeShown::new(cx, store::programme(cx, id)?),
            entry,
        ))
    }
}

/// The lists of employees: how many of which operator, and since when. Nobody can read who.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListEmployees {}

/// A list of employees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct EmployeesShown {
    /// Of which operator.
    pub operator: OperatorId,
    /// How many.
    pub people: u32,
    /// When it was brought in.
    pub at: Stamp,
    /// By whom.
    pub by: String,
}

impl Command for ListEmployees {
    const NAME: &'static str = "loyalty.employees";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Vec<EmployeesShown>;
}

impl Ask for ListEmployees {
    fn run(self, cx: &Read<'_>) -> Result<Vec<EmployeesShown>> {
        Ok(store::employee_lists(cx)?
            .into_iter()
            .map(|(operator, people, at, by)| EmployeesShown {
                operator,
                people,
                at: at.stamp(),
                by,
            })
            .collect())
    }
}

/// Puts a list of employees' IINs in the place of the former one. Only keyed hashes are kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetEmployees {
    /// Of which operator.
    pub operator: OperatorId,
    /// The IINs, one a line; anything after the number on its line is left out.
    pub list: String,
}

impl Command for SetEmployees {
    const NAME: &'static str = "loyalty.set_employees";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Vec<EmployeesShown>;
}

impl Act for SetEmployees {
    fn run(self, cx: &Write<'_>) -> Result<Done<Vec<EmployeesShown>>> {
        operators::store::operator(cx, self.operator)?;
        let mut hashes = Vec::new();
        for (line, text) in (1u32..).zip(self.list.lines()) {
            let number: String = text
                .trim_start_matches(['\u{feff}', '"', ' ', '\t'])
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            if text.trim().is_empty() {
                continue;
            }
            let iin = kz::Iin::parse(&number).map_err(|_| LoyaltyError::Iin { line })?;
            hashes.push(iin_hash(cx, &iin));
        }
        store::keep_employees(cx, self.operator, &hashes)?;
        cx.news("programme", 0);
        let entry = Entry::about(Subject::new("operator", self.operator.0)).fields(["employees"]);
        Ok(Done::new(ListEmployees {}.run(cx)?, entry))
    }
}
