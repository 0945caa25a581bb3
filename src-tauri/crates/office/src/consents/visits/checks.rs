//! What the house knows about the person before the visit is saved: the same person under another IIN, a card that is blocked,
//! a person who was destroyed here before, an employee of the operator. Settled on the consultant's screen and never shown on the
//! tablet.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Draft, Visit, VisitId, refusal, store};
use crate::clients::find::FoundPerson;
use crate::clients::twins::{self, Probe, TwinWhy};
use crate::clients::{ClientId, Field};
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Ask, Command, Read, Right, Target};
use crate::{loyalty, operators};

/// Somebody who may be the same person.
#[derive(Debug, Clone, PartialEq, Serialize, TS, JsonSchema)]
pub struct Twin {
    /// Who, as the search shows people: masked.
    pub person: FoundPerson,
    /// What agrees.
    pub why: Vec<TwinWhy>,
}

/// Looks for cards of the same person, by what the form says so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindTwins {
    /// In which visit.
    pub visit: VisitId,
    /// The person as the form says.
    pub person: BTreeMap<String, String>,
    /// Number of the document, as typed.
    #[serde(default)]
    pub document: String,
}

impl Command for FindTwins {
    const NAME: &'static str = "consents.twins";
    const RIGHT: Right = Right::TakeConsent;
    type Output = Vec<Twin>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let visit = store::visit(cx, self.visit)?;
        Ok(Target::at(visit.operator, vec![visit.branch]))
    }
}

impl Ask for FindTwins {
    fn run(self, cx: &Read<'_>) -> Result<Vec<Twin>> {
        let visit = store::visit(cx, self.visit)?;
        refusal::in_scope(cx, &visit)?;
        let person = Draft {
            fields: self.person,
            ..Draft::default()
        };
        let found = found(cx, &visit, &person, &self.document)?;
        let people = crate::clients::find::by_number(cx, found.keys().copied().collect())?;
        Ok(people
            .into_iter()
            .map(|person| Twin {
                why: found.get(&person.client).cloned().unwrap_or_default(),
                person,
            })
            .collect())
    }
}

/// The cards that may be the same person's, and what agrees with each.
pub(super) fn found(
    cx: &Read<'_>,
    visit: &Visit,
    person: &Draft,
    document: &str,
) -> Result<BTreeMap<ClientId, Vec<TwinWhy>>> {
    let probe = Probe {
        operator: visit.operator,
        iin: person.value(Field::Iin),
        surname: person.value(Field::Surname),
        given: person.value(Field::Given),
        birth_date: person.value(Field::BirthDate),
        phone: person.value(Field::Phone),
        document,
    };
    twins::find(cx, &probe)
}

/// The person is on the operator's list of employees, and the profile takes none as clients (C5).
pub(super) fn is_barred_employee(cx: &Read<'_>, operator: OperatorId, iin: &str) -> Result<bool> {
    loyalty::bars_as_client(cx, &operators::store::operator(cx, operator)?, iin)
}

/// The day on which a person with this IIN was destroyed here, if so: a new consent begins everything anew.
pub(super) fn destroyed_on(
    cx: &Read<'_>,
    operator: OperatorId,
    iin: &str,
) -> Result<Option<String>> {
    match kz::Iin::parse(iin) {
        Ok(iin) => twins::destroyed_on(cx, operator, &iin),
        Err(_) => Ok(None),
    }
}
