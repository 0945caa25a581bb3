//! The SQL of signings.

use rusqlite::{OptionalExtension, Row, params};

use super::evidence::Kept;
use super::form::{Asked, WithdrawalForm};
use super::{Signing, SigningId};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::ConsentsError;
use crate::door::{Seat, TabletId};
use crate::error::Result;
use crate::policy::BranchId;
use crate::requests::RightId;
use crate::{Read, Write};

const SIGNING: &str = "SELECT id, operator_id, branch_id, tablet_id, staff_id, client_id, scope, wished, representative, state, lang, form, \
     strokes, calling, stay, warned_at, opened_at, shown_at, read_at, signed_at, ended_at, rev, right_id FROM withdrawal_signings";

/// A value that is kept as JSON.
fn read<T: serde::de::DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let kept: Option<String> = row.get(at)?;
    serde_json::from_str(kept.as_deref().unwrap_or("null")).map_err(|fault| {
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(fault))
    })
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

fn signing_row(row: &Row<'_>) -> rusqlite::Result<Signing> {
    Ok(Signing {
        id: row.get(0)?,
        operator: row.get(1)?,
        branch: row.get(2)?,
        tablet: row.get(3)?,
        staff: row.get(4)?,
        client: row.get(5)?,
        scope: read(row, 6)?,
        wished: row.get(7)?,
        representative: read(row, 8)?,
        state: row.get(9)?,
        lang: row.get(10)?,
        form: read(row, 11)?,
        strokes: read(row, 12)?,
        calling: row.get(13)?,
        stay: row.get(14)?,
        warned: row.get(15)?,
        opened: row.get(16)?,
        shown: row.get(17)?,
        read: row.get(18)?,
        signed: row.get(19)?,
        ended: row.get(20)?,
        rev: row.get(21)?,
        right: row.get(22)?,
    })
}

pub(super) fn open(
    cx: &Write<'_>,
    seat: &Seat,
    tablet: TabletId,
    asked: &Asked<'_>,
    form: &WithdrawalForm,
) -> Result<SigningId> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO withdrawal_signings (operator_id, branch_id, tablet_id, staff_id, client_id, scope, wished, representative, state, \
             lang, form, opened_at, moved_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'opened', ?9, ?10, ?11, ?11)",
    )?;
    Ok(SigningId(insert.insert(params![
        asked.operator,
        seat.branch,
        tablet,
        seat.staff,
        asked.client,
        json(asked.scope)?,
        asked.wished,
        asked.representative.map(json).transpose()?,
        form.lang,
        json(form)?,
        cx.now(),
    ])?))
}

pub(crate) fn signing(cx: &Read<'_>, id: SigningId) -> Result<Signing> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{SIGNING} WHERE id = ?1"))?;
    let found = find.query_row([id], signing_row).optional()?;
    found.ok_or_else(|| ConsentsError::SigningGone.into())
}

/// What a tablet shows now.
pub(super) fn of_tablet(cx: &Read<'_>, tablet: TabletId) -> Result<Option<Signing>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{SIGNING} WHERE tablet_id = ?1 AND ended_at IS NULL"
    ))?;
    Ok(find.query_row([tablet], signing_row).optional()?)
}

/// What a client signs now, wherever that is.
pub(super) fn is_open(cx: &Read<'_>, client: ClientId) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT 1 FROM withdrawal_signings WHERE client_id = ?1 AND ended_at IS NULL",
    )?;
    Ok(find.exists([client])?)
}

/// What runs in a branch now, in order.
pub(super) fn of_branch(cx: &Read<'_>, branch: BranchId) -> Result<Vec<Signing>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{SIGNING} WHERE branch_id = ?1 AND ended_at IS NULL ORDER BY id"
    ))?;
    let found = find.query_map([branch], signing_row)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The signing by which a right was asked for.
pub(super) fn of_right(cx: &Read<'_>, right: RightId) -> Result<Option<(Signing, Kept)>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "SELECT one.*, evidence, evidence_sha FROM ({SIGNING} WHERE right_id = ?1) one \
         JOIN withdrawal_signings kept ON kept.id = one.id"
    ))?;
    let found = find.query_row([right], |row| {
        let kept = Kept {
            evidence: row.get(23)?,
            sha256: row.get(24)?,
        };
        Ok((signing_row(row)?, kept))
    });
    Ok(found.optional()?)
}

pub(super) fn keep(cx: &Write<'_>, one: &Signing) -> Result<()> {
    keep_with(cx, one, &Kept::default())
}

/// Writes it back, with its evidence where it is saved.
pub(super) fn keep_with(cx: &Write<'_>, one: &Signing, kept: &Kept) -> Result<()> {
    let mut update = cx.sql().prepare_cached(
        "UPDATE withdrawal_signings SET representative = ?2, state = ?3, lang = ?4, form = ?5, strokes = ?6, calling = ?7, stay = ?8, \
             warned_at = ?9, shown_at = ?10, read_at = ?11, signed_at = ?12, ended_at = ?13, rev = ?14, right_id = ?15, \
             evidence = ?16, evidence_sha = ?17, moved_at = max (moved_at, ?18) \
         WHERE id = ?1 AND rev = ?14 - 1",
    )?;
    let changed = update.execute(params![
        one.id,
        one.representative.as_ref().map(json).transpose()?,
        one.state,
        one.lang,
        one.form.as_ref().map(json).transpose()?,
        json(&one.strokes)?,
        one.calling,
        one.stay,
        one.warned,
        one.shown,
        one.read,
        one.signed,
        one.ended,
        one.rev,
        one.right,
        kept.evidence,
        kept.sha256,
        cx.now(),
    ])?;
    match changed {
        1 => Ok(()),
        _ => Err(ConsentsError::Moved.into()),
    }
}

/// Those that nobody touched since `before`, and nobody has signed.
pub(in crate::consents) fn silent(cx: &Read<'_>, before: Moment) -> Result<Vec<SigningId>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id FROM withdrawal_signings WHERE ended_at IS NULL AND moved_at < ?1 AND state IN ('opened', 'shown', 'read')",
    )?;
    let found = find.query_map([before], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Abandons them.
pub(in crate::consents) fn sweep(cx: &Write<'_>, before: Moment) -> Result<u32> {
    let found = silent(cx, before)?;
    for id in &found {
        let mut left = signing(cx, *id)?;
        let state = left.state.abandon()?;
        left.enter(cx, state);
        left.keep(cx)?;
    }
    Ok(found.len() as u32)
}
