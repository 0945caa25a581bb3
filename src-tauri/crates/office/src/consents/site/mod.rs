//! Consents given on a site (S3): brought in from the site's own list, with what the list can prove and, openly, what it can't.
//!
//! Nobody of the house saw these people, no code proved their number and nothing is signed: the evidence says so. A person who is
//! known by the IIN keeps their card as it is; a new one gets a card with what the list says. A list that is brought in twice adds
//! nothing: each row has a keyed hash of who, which text and when.

mod commands;
mod evidence;
mod reading;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sheets::Sheet;
use ts_rs::TS;

use super::texts::{ConsentText, PurposeId};
use crate::Lang;
use crate::clients::import::picked::Columns;
use crate::error::{Fault, Kind};
use crate::policy::{BranchId, OperatorId};

pub use commands::*;

/// Rows of one step: one transaction, short enough that a colleague who saves meanwhile doesn't feel it.
const CHUNK: usize = 200;

crate::named! {
    /// What a column of a site's list means, beside the ticks.
    SiteMeaning {
        /// Surname, name, patronymic in one cell.
        FullName = "full_name",
        /// Surname.
        Surname = "surname",
        /// Given name.
        Given = "given",
        /// Patronymic.
        Patronymic = "patronymic",
        /// IIN: one IIN is one person.
        Iin = "iin",
        /// Phone.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// When the ticks were set.
        At = "at",
        /// From which network address.
        Ip = "ip",
        /// By which device or browser.
        Device = "device",
        /// In which language the text was shown.
        Lang = "lang",
        /// Which version of the text was shown.
        Version = "version",
    }
}

/// What a column means: a fact about the row, or the tick of a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum SiteColumn {
    /// A fact.
    Fact {
        /// Which.
        meaning: SiteMeaning,
    },
    /// A tick.
    Tick {
        /// Of which purpose.
        purpose: PurposeId,
    },
}

crate::named! {
    /// Why a row doesn't land.
    SiteFlaw {
        /// No surname or no name.
        NoName = "no_name",
        /// Digits or signs in a name.
        Name = "name",
        /// No IIN, or it isn't one.
        Iin = "iin",
        /// The person was under eighteen.
        UnderAge = "under_age",
        /// An employee of the operator, which takes none as clients.
        Employee = "employee",
        /// Not a phone.
        Phone = "phone",
        /// Not an e-mail.
        Email = "email",
        /// No moment, or not a moment.
        At = "at",
        /// In the future, or before the text was published.
        WrongTime = "wrong_time",
        /// Not a network address.
        Ip = "ip",
        /// Too long, or with control letters.
        Device = "device",
        /// Not a language of the text.
        Lang = "lang",
        /// Another version of the text than the one chosen.
        Version = "version",
        /// A tick that is neither yes nor no.
        Tick = "tick",
        /// Nothing was ticked: there is no consent.
        NothingGiven = "nothing_given",
        /// A formula, which is never run.
        Formula = "formula",
        /// The person's data are blocked.
        Blocked = "blocked",
    }
}

crate::named! {
    /// What a consent from a site can't prove. Stands in its evidence, in these words.
    SiteGap {
        /// Nothing is signed.
        NoSignature = "no_signature",
        /// No code proved the number.
        NoCode = "no_code",
        /// Nobody compared a document.
        NoDocument = "no_document",
        /// The list doesn't say from which address.
        NoIp = "no_ip",
        /// The list doesn't say by which device.
        NoDevice = "no_device",
        /// The list doesn't say which version was shown: whoever brought it in did.
        VersionNotListed = "version_not_listed",
        /// The list doesn't say in which language: whoever brought it in did.
        LangNotListed = "lang_not_listed",
    }
}

/// A list on the desk, and how it is read.
pub(super) struct Job {
    pub(super) sheet: Sheet,
    pub(super) name: String,
    pub(super) file_hash: String,
    pub(super) operator: OperatorId,
    pub(super) branch: BranchId,
    pub(super) text: ConsentText,
    pub(super) lang: Lang,
    state: Mutex<State>,
}

/// How far a list is.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) columns: Columns<SiteColumn>,
    /// The next row to land.
    pub(super) next: usize,
    pub(super) tally: SiteTally,
    /// Rows that didn't land.
    pub(super) bad: BTreeMap<usize, Vec<SiteFlaw>>,
}

impl State {
    /// Nothing has landed yet.
    pub(super) fn new(columns: Columns<SiteColumn>) -> Self {
        State {
            next: columns.first(),
            columns,
            tally: SiteTally::default(),
            bad: BTreeMap::new(),
        }
    }
    /// A person, a moment and a tick: without them there is nothing to prove.
    pub(super) fn is_enough(&self) -> bool {
        let has = |meaning| self.columns.has(SiteColumn::Fact { meaning });
        let named =
            has(SiteMeaning::FullName) || has(SiteMeaning::Surname) && has(SiteMeaning::Given);
        let ticked = self
            .columns
            .meanings
            .iter()
            .any(|column| matches!(column, Some(SiteColumn::Tick { .. })));
        named && has(SiteMeaning::Iin) && has(SiteMeaning::At) && ticked
    }
}

impl Job {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What became of the rows so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SiteTally {
    /// Consents added.
    pub landed: u32,
    /// People among them who got a new card.
    pub newcomers: u32,
    /// Rows that were brought in before.
    pub known: u32,
    /// Rows that didn't land.
    pub bad: u32,
    /// Why, with how many of each.
    pub flaws: BTreeMap<SiteFlaw, u32>,
}

impl SiteTally {
    fn add(&mut self, flaws: &[SiteFlaw]) {
        self.bad += 1;
        for flaw in flaws {
            *self.flaws.entry(*flaw).or_default() += 1;
        }
    }
}

/// Faults of bringing in a list.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// There is no such list at hand: open the file again.
    #[error("the list is not open")]
    NotOpen,
    /// A person, a moment and a tick are needed.
    #[error("columns are missing")]
    MissingColumns,
    /// A column that isn't there, a purpose of another text, or one meaning twice.
    #[error("the mapping does not fit")]
    Mapping,
    /// The text isn't published in that language.
    #[error("no such language")]
    Lang,
}

impl Fault for SiteError {
    fn code(&self) -> &'static str {
        match self {
            SiteError::NotOpen => "consents.site_not_open",
            SiteError::MissingColumns => "consents.site_missing_columns",
            SiteError::Mapping => "consents.site_mapping",
            SiteError::Lang => "consents.site_lang",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            SiteError::NotOpen => Kind::NotFound,
            _ => Kind::Invalid,
        }
    }
    fn field(&self) -> Option<&str> {
        matches!(self, SiteError::Lang).then_some("lang")
    }
}
