//! What the client types: fields, answers, signature; and when each is complete.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::VisitStep;
use crate::clients::Field;
use crate::consents::ConsentsError;
use crate::consents::texts::{ConsentText, PurposeId};

/// Longest value of a field, in letters.
const LONGEST: usize = 200;
/// Most points of a signature.
const MOST_POINTS: usize = 20_000;
/// Fewest points of a signature: one dot is none.
const FEWEST_POINTS: usize = 3;
/// From this age a person gives consent alone.
const OF_AGE: u32 = 18;

/// The fields that a client can type at the tablet, in the order of the pages. What else a text names – the document above all –
/// the consultant takes from the original.
const TYPED: &[Field] = &[
    Field::Surname,
    Field::Given,
    Field::Patronymic,
    Field::Iin,
    Field::BirthDate,
    Field::Phone,
    Field::Email,
    Field::ResidenceAddress,
];

/// The fields that a text asks the client for: what its list of data doesn't name isn't collected.
pub fn asked(text: &ConsentText) -> impl Iterator<Item = Field> + use<'_> {
    TYPED
        .iter()
        .copied()
        .filter(|field| text.data.contains(field))
}

/// The page on which a field stands.
pub fn page(field: Field) -> VisitStep {
    match field {
        Field::Phone | Field::Email | Field::ResidenceAddress => VisitStep::Contacts,
        _ => VisitStep::Person,
    }
}

/// The field may not stay empty.
pub fn is_required(field: Field) -> bool {
    !matches!(
        field,
        Field::Patronymic | Field::Email | Field::ResidenceAddress
    )
}

/// By what typed values are judged.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Today.
    pub today: NaiveDate,
    /// The person acts alone, and is therefore of age; for another, a representative acts.
    pub alone: bool,
}

/// Checks a typed value; an empty one is right where it may stay empty.
pub fn check(field: Field, value: &str, rules: Rules) -> Result<(), ConsentsError> {
    let value = value.trim();
    if value.is_empty() {
        return if is_required(field) {
            Err(ConsentsError::FieldEmpty)
        } else {
            Ok(())
        };
    }
    if value.chars().count() > LONGEST || value.chars().any(char::is_control) {
        return Err(ConsentsError::FieldLong);
    }
    match field {
        Field::Surname | Field::Given | Field::Patronymic => {
            is_name(value).then_some(()).ok_or(ConsentsError::Name)
        }
        Field::Iin => kz::Iin::parse(value)
            .map(drop)
            .map_err(|_| ConsentsError::Iin),
        Field::BirthDate => check_birth(value, rules),
        Field::Phone => phone(value).map(drop),
        Field::Email => is_email(value).then_some(()).ok_or(ConsentsError::Email),
        _ => Ok(()),
    }
}

/// A number that takes codes.
pub(crate) fn phone(value: &str) -> Result<kz::Phone, ConsentsError> {
    kz::Phone::parse(value).map_err(|_| ConsentsError::Phone)
}

pub(super) fn is_name(value: &str) -> bool {
    value.chars().any(char::is_alphabetic)
        && value
            .chars()
            .all(|c| c.is_alphabetic() || " -'’ʼ.".contains(c))
}

fn is_email(value: &str) -> bool {
    let Some((user, host)) = value.split_once('@') else {
        return false;
    };
    !user.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !value.contains(char::is_whitespace)
        && !host.contains('@')
}

fn check_birth(value: &str, rules: Rules) -> Result<(), ConsentsError> {
    let birth: NaiveDate = value.parse().map_err(|_| ConsentsError::BirthDate)?;
    let age = rules
        .today
        .years_since(birth)
        .ok_or(ConsentsError::BirthDate)?;
    match age {
        0..OF_AGE if rules.alone => Err(ConsentsError::UnderAge),
        0..=120 => Ok(()),
        _ => Err(ConsentsError::BirthDate),
    }
}

/// A point of the signature: place in a box of one by one, time in milliseconds, pressure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SignPoint(pub f32, pub f32, pub u32, pub f32);

/// The draft of a visit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// What was typed, as typed.
    pub fields: BTreeMap<String, String>,
    /// Yes or no per purpose; a purpose without an answer is missing.
    pub answers: BTreeMap<i64, bool>,
    /// The strokes of the signature.
    pub strokes: Vec<Vec<SignPoint>>,
}

impl Draft {
    /// What was typed into a field.
    pub fn value(&self, field: Field) -> &str {
        self.fields
            .get(field.name())
            .map_or("", |value| value.trim())
    }
    /// The answer to a purpose.
    pub fn answer(&self, purpose: PurposeId) -> Option<bool> {
        self.answers.get(&purpose.0).copied()
    }
    /// The fields of a page are right.
    pub fn has_page(&self, text: &ConsentText, page: VisitStep, rules: Rules) -> bool {
        asked(text)
            .filter(|field| self::page(*field) == page)
            .all(|field| check(field, self.value(field), rules).is_ok())
    }
    /// Every purpose is answered.
    pub fn has_answers(&self, text: &ConsentText) -> bool {
        text.purposes
            .iter()
            .all(|purpose| self.answers.contains_key(&purpose.id.0))
    }
    /// The signature is more than a dot.
    pub fn has_signature(&self) -> bool {
        check_strokes(&self.strokes).is_ok()
    }
    /// What must be complete before a step may be shown.
    pub fn allows(&self, step: VisitStep, text: &ConsentText, rules: Rules) -> bool {
        let person = || self.has_page(text, VisitStep::Person, rules);
        let contacts = || self.has_page(text, VisitStep::Contacts, rules);
        match step {
            VisitStep::Language | VisitStep::About | VisitStep::Person => true,
            VisitStep::Contacts => person(),
            VisitStep::Choices => person() && contacts(),
            VisitStep::Check | VisitStep::Sign => person() && contacts() && self.has_answers(text),
            VisitStep::Code => self.is_filled(text, rules),
            VisitStep::Done => false,
        }
    }
    /// Data, answers and signature are complete.
    pub fn is_filled(&self, text: &ConsentText, rules: Rules) -> bool {
        self.allows(VisitStep::Sign, text, rules) && self.has_signature()
    }
}

/// A signature is strokes within the box, neither a dot nor a flood.
pub(in crate::consents) fn check_strokes(strokes: &[Vec<SignPoint>]) -> Result<(), ConsentsError> {
    let points = strokes.iter().map(Vec::len).sum::<usize>();
    let inside = strokes
        .iter()
        .flatten()
        .all(|SignPoint(x, y, _, pressure)| {
            (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y) && (0.0..=1.0).contains(pressure)
        });
    if (FEWEST_POINTS..=MOST_POINTS).contains(&points) && inside {
        Ok(())
    } else {
        Err(ConsentsError::Signature)
    }
}
