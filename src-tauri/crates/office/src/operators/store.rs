//! The SQL of operators.

use rusqlite::{OptionalExtension, Row, params};

use super::{Branch, Operator, OperatorsError, Profile};
use crate::door::{Read, Write};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};

fn raw_operator(row: &Row<'_>) -> rusqlite::Result<(OperatorId, String, i64)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn parsed((id, profile, version): (OperatorId, String, i64)) -> Result<Operator> {
    let profile: Profile = serde_json::from_str(&profile).map_err(anyhow::Error::from)?;
    Ok(Operator {
        id,
        profile,
        version,
    })
}

/// The operator of that number.
pub(crate) fn operator(cx: &Read<'_>, id: OperatorId) -> Result<Operator> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT id, profile, version FROM operators WHERE id = ?1")?;
    let raw = statement.query_row(params![id], raw_operator).optional()?;
    parsed(raw.ok_or(OperatorsError::NotFound)?)
}

pub(super) fn operators(cx: &Read<'_>) -> Result<Vec<Operator>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT id, profile, version FROM operators ORDER BY id")?;
    let rows = statement.query_map([], raw_operator)?;
    rows.map(|row| parsed(row?)).collect()
}

pub(super) fn bin_is_taken(cx: &Read<'_>, bin: &str, but: Option<OperatorId>) -> Result<bool> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT 1 FROM operators WHERE bin = ?1 AND id IS NOT ?2")?;
    Ok(statement.exists(params![bin, but])?)
}

pub(crate) fn insert_operator(cx: &Write<'_>, profile: &Profile) -> Result<OperatorId> {
    let text = serde_json::to_string(profile).map_err(anyhow::Error::from)?;
    cx.sql()
        .prepare_cached("INSERT INTO operators (bin, profile) VALUES (?1, ?2)")?
        .execute(params![profile.bin, text])?;
    Ok(OperatorId(cx.sql().last_insert_rowid()))
}

pub(super) fn update_operator(cx: &Write<'_>, operator: &Operator) -> Result<bool> {
    let text = serde_json::to_string(&operator.profile).map_err(anyhow::Error::from)?;
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE operators SET bin = ?2, profile = ?3, version = version + 1 WHERE id = ?1 AND version = ?4",
        )?
        .execute(params![operator.id, operator.profile.bin, text, operator.version])?;
    Ok(changed == 1)
}

fn branch_row(row: &Row<'_>) -> rusqlite::Result<Branch> {
    Ok(Branch {
        id: row.get(0)?,
        operator: row.get(1)?,
        name: row.get(2)?,
        closed: row.get(3)?,
    })
}

/// The branch of that number, if there is one.
pub(crate) fn branch(cx: &Read<'_>, id: BranchId) -> Result<Option<Branch>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT id, operator_id, name, closed FROM branches WHERE id = ?1")?;
    Ok(statement.query_row(params![id], branch_row).optional()?)
}

/// Name of a branch.
pub(crate) fn branch_name(cx: &Read<'_>, id: BranchId) -> Result<String> {
    Ok(branch(cx, id)?.ok_or(OperatorsError::NotFound)?.name)
}

/// Branches of one operator, or all.
pub(super) fn branches(cx: &Read<'_>, operator: Option<OperatorId>) -> Result<Vec<Branch>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT id, operator_id, name, closed FROM branches WHERE ?1 IS NULL OR operator_id = ?1 ORDER BY operator_id, name",
    )?;
    let rows = statement.query_map(params![operator], branch_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn branch_named(
    cx: &Read<'_>,
    operator: OperatorId,
    name: &str,
) -> Result<Option<BranchId>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT id FROM branches WHERE operator_id = ?1 AND name = ?2")?;
    Ok(statement
        .query_row(params![operator, name], |row| row.get(0))
        .optional()?)
}

pub(crate) fn insert_branch(cx: &Write<'_>, operator: OperatorId, name: &str) -> Result<BranchId> {
    cx.sql()
        .prepare_cached("INSERT INTO branches (operator_id, name) VALUES (?1, ?2)")?
        .execute(params![operator, name])?;
    Ok(BranchId(cx.sql().last_insert_rowid()))
}

pub(super) fn update_branch(cx: &Write<'_>, branch: &Branch) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE branches SET name = ?2, closed = ?3 WHERE id = ?1")?
        .execute(params![branch.id, branch.name, branch.closed])?;
    Ok(())
}

pub(super) fn staff_at(cx: &Read<'_>, branch: BranchId) -> Result<bool> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT 1 FROM staff WHERE branch_id = ?1 AND state <> 'disabled'")?;
    Ok(statement.exists(params![branch])?)
}
