//! A spreadsheet on the desk, and what is done with its rows.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sheets::Sheet;
use ts_rs::TS;

use super::picked::Columns;
use super::repair::{self, Draft, Reading};
use super::{Flaw, ImportId, Meaning, Merging, Reason, Repair, heads, store};
use crate::blocks::{self, Deed};
use crate::clients::find::store::Indexer;
use crate::clients::{ClientId, Datum, Fields, Ground, SubjectKind, Values, store as cards};
use crate::door::{Read, Write};
use crate::error::{Kind, Result};
use crate::loyalty;
use crate::operators::Operator;
use crate::policy::{BranchId, OperatorId};

/// Rows of one step: one transaction. So many that they share pages of the indexes, so few that a colleague who saves
/// meanwhile doesn't feel the wait.
pub(super) const CHUNK: usize = 2_000;
/// Youngest age that an operator of adults takes (C5).
const OF_AGE: u32 = 18;

/// The parsed file, and how its columns are read.
pub(super) struct Job {
    pub sheet: Sheet,
    pub name: String,
    pub map: Mutex<Map>,
    /// Rows that didn't land, by their place in the sheet: known once their chunk is committed.
    bad: Mutex<BTreeMap<usize, Vec<Flaw>>>,
}

/// How the columns are read.
pub(super) type Map = Columns<Meaning>;

impl Map {
    /// Guesses from the headings.
    pub fn guess(sheet: &Sheet, head: Option<usize>) -> Map {
        let headings = head.and_then(|at| sheet.row(at));
        let mut meanings = headings.map_or_else(Vec::new, heads::mapping);
        meanings.resize(sheet.width(), None);
        Map { head, meanings }
    }

    /// Whether a person can be known by these columns.
    pub fn is_enough(&self) -> bool {
        self.has(Meaning::Iin)
            && (self.has(Meaning::FullName)
                || self.has(Meaning::Surname) && self.has(Meaning::Given))
    }
}

impl Job {
    pub fn new(sheet: Sheet, name: String) -> Job {
        let map = Map::guess(&sheet, heads::heading_row(&sheet));
        Job {
            sheet,
            name,
            map: Mutex::new(map),
            bad: Mutex::new(BTreeMap::new()),
        }
    }

    pub fn map(&self) -> Map {
        self.map
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub fn set_map(&self, map: Map) {
        *self.map.lock().unwrap_or_else(PoisonError::into_inner) = map;
    }

    pub fn bad(&self) -> BTreeMap<usize, Vec<Flaw>> {
        self.bad
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn note_bad(&self, at: usize, flaws: Vec<Flaw>) {
        self.bad
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(at, flaws);
    }

    /// Reads one row; columns outside the operator's list are passed over (C2).
    pub fn read(
        &self,
        cx: &Read<'_>,
        at: usize,
        map: &Map,
        operator: &Operator,
    ) -> Result<Reading> {
        let Some(row) = self.sheet.row(at) else {
            return Ok(Reading::NotPerson);
        };
        let (profile, today) = (&operator.profile, cx.today());
        let mut reading = repair::read(row, &map.meanings, today);
        if let Reading::Person(draft) = &mut reading {
            draft
                .values
                .retain(|datum, _| profile.categories.contains(&datum.field()));
            let birth = draft
                .values
                .get(&Datum::BirthDate)
                .and_then(|date| date.parse::<NaiveDate>().ok());
            if profile.adults_only
                && birth
                    .is_some_and(|birth| today.years_since(birth).is_none_or(|age| age < OF_AGE))
            {
                draft.flaws.push(Flaw {
                    column: Meaning::BirthDate,
                    reason: Reason::UnderAge,
                });
            }
            if let Some(iin) = draft.values.get(&Datum::Iin)
                && loyalty::bars_as_client(cx, operator, iin)?
            {
                draft.flaws.push(Flaw {
                    column: Meaning::Iin,
                    reason: Reason::Employee,
                });
            }
        }
        Ok(reading)
    }
}

/// What has become of the rows so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Tally {
    /// Rows of people read.
    pub rows: u32,
    /// New cards.
    pub landed: u32,
    /// People who were there already and whose card changed.
    pub merged: u32,
    /// People who were there already and whose card stayed as it is.
    pub same: u32,
    /// Rows that are wrong.
    pub bad: u32,
    /// Rows that somebody has to look at.
    pub held: u32,
    /// Why rows didn't land: reason → rows, each row by its first reason.
    pub reasons: BTreeMap<String, u32>,
    /// What was repaired: kind → rows.
    pub repaired: BTreeMap<String, u32>,
}

impl Tally {
    pub(super) fn add_repairs(&mut self, repairs: &[Repair]) {
        for repair in repairs {
            *self.repaired.entry(repair.name().to_owned()).or_default() += 1;
        }
    }

    pub(super) fn add_flaws(&mut self, flaws: &[Flaw]) {
        let Some(first) = flaws.first() else { return };
        if flaws.iter().all(|flaw| flaw.reason.is_for_attention()) {
            self.held += 1;
        } else {
            self.bad += 1;
        }
        *self
            .reasons
            .entry(first.reason.name().to_owned())
            .or_default() += 1;
    }
}

/// What becomes of one person.
enum Fate {
    Landed,
    Merged,
    Same,
    Held,
}

/// One step: the next chunk, in the transaction of the command. Where the import stands is the vault's word, so that a
/// step whose transaction failed is simply taken again.
pub(super) fn step(
    cx: &Write<'_>,
    job: &Job,
    import: &mut store::Import,
    operator: &Operator,
) -> Result<()> {
    let map = job.map();
    let start = import.next_row.max(map.first());
    let end = job.sheet.len().min(start + CHUNK);
    let mut indexer = Indexer::default();
    for at in start..end {
        let Reading::Person(draft) = job.read(cx, at, &map, operator)? else {
            continue;
        };
        import.tally.rows += 1;
        import.tally.add_repairs(&draft.repairs);
        if !draft.flaws.is_empty() {
            import.tally.add_flaws(&draft.flaws);
            job.note_bad(at, draft.flaws);
            continue;
        }
        match land(cx, &mut indexer, import, draft)? {
            Fate::Landed => import.tally.landed += 1,
            Fate::Merged => import.tally.merged += 1,
            Fate::Same => import.tally.same += 1,
            Fate::Held => {
                let flaws = vec![Flaw {
                    column: Meaning::Iin,
                    reason: Reason::Blocked,
                }];
                import.tally.add_flaws(&flaws);
                job.note_bad(at, flaws);
            }
        }
    }
    indexer.finish(cx, import.operator)?;
    import.next_row = end;
    Ok(())
}

fn land(
    cx: &Write<'_>,
    indexer: &mut Indexer,
    import: &store::Import,
    draft: Draft,
) -> Result<Fate> {
    let known = match draft.values.get(&Datum::Iin) {
        Some(iin) => cards::with_iin(cx, import.operator, iin)?,
        None => None,
    };
    match known {
        Some(client) => merge(cx, indexer, import, client, draft.values),
        None => {
            cards::insert_with(
                cx,
                indexer,
                import.operator,
                import.branch,
                SubjectKind::Client,
                &draft.values,
            )?;
            Ok(Fate::Landed)
        }
    }
}

fn merge(
    cx: &Write<'_>,
    indexer: &mut Indexer,
    import: &store::Import,
    client: ClientId,
    values: Values,
) -> Result<Fate> {
    let kept = cards::values(cx, client)?.unwrap_or_default();
    let changes: BTreeMap<Datum, Option<String>> = values
        .into_iter()
        .filter(|(datum, value)| match import.merging {
            Merging::Keep => false,
            Merging::Fill => !kept.contains_key(datum),
            Merging::Replace => kept.get(datum) != Some(value),
        })
        .map(|(datum, value)| (datum, Some(value)))
        .collect();
    // A block stops an import whatever it would change: the person's row goes to those who look at it.
    let allowed = blocks::permit(cx, client, Deed::Import, &Fields::All);
    match allowed {
        Ok(()) => {}
        Err(error) if error.kind() == Kind::Blocked => return Ok(Fate::Held),
        Err(error) => return Err(error),
    }
    cards::add_branch(cx, client, import.branch, "import")?;
    if changes.is_empty() {
        return Ok(Fate::Same);
    }
    cards::change_with(
        cx,
        indexer,
        import.operator,
        client,
        &changes,
        Ground::Import,
        &format!("№ {}", import.id),
    )?;
    Ok(Fate::Merged)
}

/// Whose import it is: for the door.
pub(super) fn place(cx: &Read<'_>, import: ImportId) -> Result<Option<(OperatorId, BranchId)>> {
    store::place(cx, import)
}
