//! The SQL of imports.

use rusqlite::{OptionalExtension, Row, params};

use super::job::Tally;
use super::{ImportId, Merging};
use crate::clock::Moment;
use crate::door::{Read, StaffId, Write};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};

crate::named! {
    /// Where an import stands.
    ImportState {
        /// The file was read; nothing has landed.
        Opened = "opened",
        /// Some chunks have landed.
        Running = "running",
        /// Every row was read.
        Finished = "finished",
        /// Somebody stopped it; whole chunks stay.
        Cancelled = "cancelled",
    }
}

/// An import, as the vault knows it.
pub(super) struct Import {
    pub id: ImportId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub state: ImportState,
    pub merging: Merging,
    pub next_row: usize,
    pub tally: Tally,
}

pub(super) struct NewImport {
    pub operator: OperatorId,
    pub branch: BranchId,
    pub staff: StaffId,
    pub file_hash: String,
}

pub(super) fn insert(cx: &Write<'_>, new: &NewImport) -> Result<ImportId> {
    let tally = written(&Tally::default())?;
    cx.sql()
        .prepare_cached(
            "INSERT INTO imports (operator_id, branch_id, staff_id, file_hash, opened_at, moved_at, state, merging, tally) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![new.operator, new.branch, new.staff, new.file_hash, cx.now(), ImportState::Opened, Merging::Keep, tally])?;
    Ok(ImportId(cx.sql().last_insert_rowid()))
}

fn written(tally: &Tally) -> Result<String> {
    serde_json::to_string(tally).map_err(|error| anyhow::Error::from(error).into())
}

pub(super) fn place(cx: &Read<'_>, import: ImportId) -> Result<Option<(OperatorId, BranchId)>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT operator_id, branch_id FROM imports WHERE id = ?1")?;
    Ok(statement
        .query_row(params![import], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn import(cx: &Read<'_>, id: ImportId) -> Result<Option<Import>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT operator_id, branch_id, state, merging, next_row, tally FROM imports WHERE id = ?1",
    )?;
    let found = statement
        .query_row(params![id], |row| {
            let next: i64 = row.get(4)?;
            let tally: String = row.get(5)?;
            Ok((
                Import {
                    id,
                    operator: row.get(0)?,
                    branch: row.get(1)?,
                    state: row.get(2)?,
                    merging: row.get(3)?,
                    next_row: usize::try_from(next).unwrap_or(0),
                    tally: Tally::default(),
                },
                tally,
            ))
        })
        .optional()?;
    let Some((import, tally)) = found else {
        return Ok(None);
    };
    Ok(Some(Import {
        tally: serde_json::from_str(&tally).map_err(anyhow::Error::from)?,
        ..import
    }))
}

pub(super) fn save(cx: &Write<'_>, import: &Import) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE imports SET moved_at = ?2, state = ?3, merging = ?4, next_row = ?5, tally = ?6 WHERE id = ?1")?
        .execute(params![
            import.id,
            cx.now(),
            import.state,
            import.merging,
            i64::try_from(import.next_row).unwrap_or(i64::MAX),
            written(&import.tally)?
        ])?;
    Ok(())
}

/// The same file, brought in to its end before.
pub(super) fn earlier(
    cx: &Read<'_>,
    operator: OperatorId,
    file_hash: &str,
) -> Result<Option<Moment>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT moved_at FROM imports WHERE operator_id = ?1 AND file_hash = ?2 AND state = 'finished' ORDER BY id DESC LIMIT 1",
    )?;
    Ok(statement
        .query_row(params![operator, file_hash], |row| row.get(0))
        .optional()?)
}

/// One line of the list of imports, its tally still text.
pub(super) type ListLine = (ImportId, Moment, String, String, ImportState, String);

/// Imports of an operator from which something landed, newest first.
pub(super) fn list(cx: &Read<'_>, operator: OperatorId, most: i64) -> Result<Vec<ListLine>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT i.id, i.moved_at, s.name, b.name, i.state, i.tally FROM imports i JOIN staff s ON s.id = i.staff_id \
         JOIN branches b ON b.id = i.branch_id WHERE i.operator_id = ?1 AND i.state <> 'opened' ORDER BY i.id DESC LIMIT ?2",
    )?;
    let line = |row: &Row<'_>| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
        ))
    };
    let rows = statement.query_map(params![operator, most], line)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
