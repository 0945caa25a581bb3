//! The SQL of tablets and pairings.

use rusqlite::{OptionalExtension, params};

use super::{KnownTablet, TabletLine};
use crate::clock::Moment;
use crate::door::TabletId;
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::{Read, Write};

/// A pairing that can still be used, as far as time goes.
pub(super) struct OpenPairing {
    pub id: i64,
    pub digits: [u8; 32],
    pub tries: u32,
    /// The tablet that is paired once more.
    pub tablet: Option<TabletId>,
}

/// Where on the desk the moment lies at which a tablet was last heard of.
pub(super) fn heard(tablet: TabletId) -> i64 {
    -1 - tablet.0
}

pub(super) fn list(cx: &Read<'_>, branch: Option<BranchId>) -> Result<Vec<TabletLine>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT tablets.id, tablets.name, tablets.branch_id, branches.name, paired_at, seen_at, revoked_at IS NOT NULL,
                EXISTS (SELECT 1 FROM tablets_at_work WHERE tablet_id = tablets.id)
         FROM tablets JOIN branches ON branches.id = tablets.branch_id
         WHERE tablets.kind = 'tablet' AND (?1 IS NULL OR (tablets.branch_id = ?1 AND revoked_at IS NULL)) ORDER BY revoked_at IS NOT NULL, tablets.name",
    )?;
    let found = find.query_map([branch], |row| {
        let id = row.get(0)?;
        let written: Moment = row.get(5)?;
        let seen = cx
            .desk()
            .get::<Moment>(heard(id))
            .map_or(written, |heard| written.max(*heard));
        Ok(TabletLine {
            id,
            name: row.get(1)?,
            branch: row.get(2)?,
            branch_name: row.get(3)?,
            paired: row.get::<_, Moment>(4)?.stamp(),
            seen: seen.stamp(),
            silent: cx.now().since(seen).num_seconds().max(0),
            revoked: row.get(6)?,
            busy: row.get(7)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn place(cx: &Read<'_>, tablet: TabletId) -> Result<Option<(OperatorId, BranchId)>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT operator_id, branch_id FROM tablets WHERE id = ?1")?;
    Ok(find
        .query_row([tablet], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Whether a tablet of this branch has nothing to do; `None` if it isn't one.
pub(super) fn is_free(cx: &Read<'_>, tablet: TabletId, branch: BranchId) -> Result<Option<bool>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM tablets_at_work WHERE tablet_id = ?1)
         FROM tablets WHERE id = ?1 AND branch_id = ?2 AND revoked_at IS NULL",
    )?;
    Ok(find
        .query_row(params![tablet, branch], |row| row.get(0))
        .optional()?)
}

/// The second window of this branch, if it was ever used.
pub(super) fn window(cx: &Read<'_>, branch: BranchId) -> Result<Option<TabletId>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT id FROM tablets WHERE branch_id = ?1 AND kind = 'window'")?;
    Ok(find.query_row([branch], |row| row.get(0)).optional()?)
}

/// A second window for this branch. Its secret hash is of a secret that nobody was given.
pub(super) fn add_window(
    cx: &Write<'_>,
    operator: OperatorId,
    branch: BranchId,
    name: &str,
    secret: &[u8; 32],
) -> Result<TabletId> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO tablets (operator_id, branch_id, name, secret_hash, paired_at, seen_at, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?5, 'window')",
    )?;
    Ok(TabletId(insert.insert(params![
        operator,
        branch,
        name,
        secret,
        cx.now()
    ])?))
}

/// A tablet is the second window of a workstation.
pub(in crate::consents) fn is_window(cx: &Read<'_>, tablet: TabletId) -> Result<bool> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT kind = 'window' FROM tablets WHERE id = ?1")?;
    Ok(find
        .query_row([tablet], |row| row.get(0))
        .optional()?
        .unwrap_or(false))
}

/// The second window in which a client is at work: the one that was opened last.
pub(super) fn window_at_work(cx: &Read<'_>) -> Result<Option<KnownTablet>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT tablets.id, tablets.operator_id, tablets.branch_id FROM tablets JOIN tablets_at_work ON tablet_id = tablets.id
         WHERE tablets.kind = 'window' ORDER BY opened_at DESC, tablets.id DESC LIMIT 1",
    )?;
    let found = find.query_row([], |row| {
        Ok(KnownTablet {
            tablet: row.get(0)?,
            operator: row.get(1)?,
            branch: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

pub(in crate::consents) fn name(cx: &Read<'_>, tablet: TabletId) -> Result<String> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT name FROM tablets WHERE id = ?1")?;
    Ok(find.query_row([tablet], |row| row.get(0))?)
}

pub(super) fn rename(cx: &Write<'_>, tablet: TabletId, name: &str) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE tablets SET name = ?2 WHERE id = ?1")?
        .execute(params![tablet, name])?;
    Ok(())
}

pub(super) fn revoke(cx: &Write<'_>, tablet: TabletId) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE tablets SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL")?
        .execute(params![tablet, cx.now()])?;
    Ok(())
}

/// What a pairing is for.
pub(super) struct PairingOf<'a> {
    pub operator: OperatorId,
    pub branch: BranchId,
    pub name: &'a str,
    /// The tablet that is paired once more.
    pub tablet: Option<TabletId>,
}

/// Keeps a pairing: hashes of its word and of its digits.
pub(super) fn begin_pairing(
    cx: &Write<'_>,
    of: &PairingOf<'_>,
    (token, digits): &([u8; 32], [u8; 32]),
    ends: Moment,
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO pairings (operator_id, branch_id, name, token_hash, digits_hash, ends_at, tablet_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute(params![
        of.operator,
        of.branch,
        of.name,
        token,
        digits,
        ends,
        of.tablet
    ])?;
    Ok(())
}

pub(super) fn pairing(cx: &Read<'_>, token: &[u8; 32]) -> Result<Option<OpenPairing>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, digits_hash, tries, tablet_id FROM pairings WHERE token_hash = ?1 AND used_at IS NULL AND ends_at > ?2",
    )?;
    let found = find.query_row(params![token, cx.now()], |row| {
        Ok(OpenPairing {
            id: row.get(0)?,
            digits: row.get(1)?,
            tries: row.get(2)?,
            tablet: row.get(3)?,
        })
    });
    Ok(found.optional()?)
}

pub(super) fn count_pairing(cx: &Write<'_>, pairing: i64) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE pairings SET tries = tries + 1 WHERE id = ?1")?
        .execute([pairing])?;
    Ok(())
}

pub(super) fn join(cx: &Write<'_>, pairing: &OpenPairing, secret: &[u8; 32]) -> Result<TabletId> {
    cx.sql()
        .prepare_cached("UPDATE pairings SET used_at = ?2 WHERE id = ?1")?
        .execute(params![pairing.id, cx.now()])?;
    if let Some(tablet) = pairing.tablet {
        let mut again = cx.sql().prepare_cached(
            "UPDATE tablets SET secret_hash = ?2, paired_at = ?3, seen_at = ?3, revoked_at = NULL WHERE id = ?1",
        )?;
        again.execute(params![tablet, secret, cx.now()])?;
        return Ok(tablet);
    }
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO tablets (operator_id, branch_id, name, secret_hash, paired_at, seen_at)
         SELECT operator_id, branch_id, name, ?2, ?3, ?3 FROM pairings WHERE id = ?1",
    )?;
    Ok(TabletId(insert.insert(params![
        pairing.id,
        secret,
        cx.now()
    ])?))
}

pub(super) fn know(cx: &Read<'_>, secret: &[u8; 32]) -> Result<Option<KnownTablet>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT id, operator_id, branch_id FROM tablets WHERE secret_hash = ?1 AND revoked_at IS NULL AND kind = 'tablet'")?;
    let found = find
        .query_row([secret], |row| {
            Ok(KnownTablet {
                tablet: row.get(0)?,
                operator: row.get(1)?,
                branch: row.get(2)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// The tablet was heard of.
pub(in crate::consents) fn seen(cx: &Write<'_>, tablet: TabletId) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE tablets SET seen_at = ?2 WHERE id = ?1")?
        .execute(params![tablet, cx.now()])?;
    Ok(())
}
