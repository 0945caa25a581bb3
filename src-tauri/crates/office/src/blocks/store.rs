//! The SQL of blocks.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{
    Behalf, Block, BlockGround, BlockId, BlockOutcome, BlockScope, BlocksError, Ended, NewBlock,
};
use crate::calendar::store::stored_date;
use crate::clients::{ClientId, Field};
use crate::clock::Moment;
use crate::door::{Read, Write};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};

const EVERYTHING: &str = "*";

const BLOCK: &str = "SELECT b.id, b.client_id, b.ground, b.ground_text, b.method, b.right_id, s.name, b.set_at, b.review_on, \
     b.ended_at, e.name, b.outcome, b.end_note, b.version, \
     (SELECT group_concat (f.field) FROM block_fields f WHERE f.block_id = b.id), \
     (SELECT r.application_id FROM rights r WHERE r.id = b.right_id) \
     FROM blocks b JOIN staff s ON s.id = b.set_by LEFT JOIN staff e ON e.id = b.ended_by";

struct Raw {
    block: Block,
    review_on: String,
    covers: String,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let ended = match row.get::<_, Option<Moment>>(9)? {
        Some(at) => Some(Ended {
            at,
            by: row.get::<_, Option<String>>(10)?.unwrap_or_default(),
            outcome: row.get::<_, BlockOutcome>(11)?,
            note: row.get::<_, Option<String>>(12)?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Raw {
        block: Block {
            id: row.get(0)?,
            client: row.get(1)?,
            ground: row.get::<_, BlockGround>(2)?,
            ground_text: row.get(3)?,
            method: row.get(4)?,
            scope: BlockScope::Everything,
            right: row.get(5)?,
            request: row.get(15)?,
            set_by: row.get(6)?,
            set_at: row.get(7)?,
            review_on: NaiveDate::MIN,
            ended,
            version: row.get(13)?,
        },
        review_on: row.get(8)?,
        covers: row.get::<_, Option<String>>(14)?.unwrap_or_default(),
    })
}

fn whole(raw: Raw) -> Result<Block> {
    let scope = if raw.covers.split(',').any(|field| field == EVERYTHING) {
        BlockScope::Everything
    } else {
        let mut fields: Vec<Field> = raw.covers.split(',').filter_map(Field::from_name).collect();
        fields.sort_unstable();
        BlockScope::Fields { fields }
    };
    Ok(Block {
        scope,
        review_on: stored_date(&raw.review_on)?,
        ..raw.block
    })
}

pub(super) fn find(cx: &Read<'_>, id: BlockId) -> Result<Block> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{BLOCK} WHERE b.id = ?1"))?;
    let found = statement.query_row(params![id], raw).optional()?;
    whole(found.ok_or(BlocksError::NotFound)?)
}

/// Blocks of a client that are in force, the oldest first.
pub(super) fn in_force(cx: &Read<'_>, client: ClientId) -> Result<Vec<Block>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{BLOCK} WHERE b.client_id = ?1 AND b.ended_at IS NULL ORDER BY b.id"
    ))?;
    let rows = statement.query_map(params![client], raw)?;
    rows.map(|row| whole(row?)).collect()
}

/// Every block that a client ever had, those in force first, then the newest.
pub(super) fn of_client(cx: &Read<'_>, client: ClientId) -> Result<Vec<Block>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{BLOCK} WHERE b.client_id = ?1 ORDER BY b.ended_at IS NOT NULL, b.id DESC"
    ))?;
    let rows = statement.query_map(params![client], raw)?;
    rows.map(|row| whole(row?)).collect()
}

/// Blocks in force, the soonest to be looked at first: of an operator, or of one branch; only those past review before `past`.
pub(super) fn list(
    cx: &Read<'_>,
    operator: OperatorId,
    branch: Option<BranchId>,
    past: Option<NaiveDate>,
    page: (i64, i64),
) -> Result<Vec<Block>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{BLOCK} WHERE b.operator_id = ?1 AND b.ended_at IS NULL AND (?2 IS NULL OR b.branch_id = ?2) \
         AND (?3 IS NULL OR b.review_on < ?3) ORDER BY b.review_on, b.id LIMIT ?4 OFFSET ?5"
    ))?;
    let past = past.map(|date| date.to_string());
    let rows = statement.query_map(params![operator, branch, past, page.0, page.1], raw)?;
    rows.map(|row| whole(row?)).collect()
}

/// How many blocks are in force, and how many of them are past review.
pub(crate) fn tally(
    cx: &Read<'_>,
    operator: OperatorId,
    branch: Option<BranchId>,
    today: NaiveDate,
) -> Result<(u32, u32)> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT count (*), count (*) FILTER (WHERE review_on < ?3) FROM blocks \
         WHERE operator_id = ?1 AND ended_at IS NULL AND (?2 IS NULL OR branch_id = ?2)",
    )?;
    Ok(
        statement.query_row(params![operator, branch, today.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?,
    )
}

/// Clients of these that have a block in force.
pub(crate) fn is_blocked(cx: &Read<'_>, client: ClientId) -> Result<bool> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT 1 FROM blocks WHERE client_id = ?1 AND ended_at IS NULL")?;
    Ok(statement.exists(params![client])?)
}

pub(super) fn insert(cx: &Write<'_>, new: &NewBlock<'_>) -> Result<BlockId> {
    let by = match new.behalf {
        Some(behalf) => behalf,
        None => {
            let seat = cx.seat()?;
            Behalf {
                staff: seat.staff,
                operator: seat.operator,
                branch: seat.branch,
            }
        }
    };
    cx.sql()
        .prepare_cached(
            "INSERT INTO blocks (client_id, operator_id, branch_id, ground, ground_text, method, right_id, set_by, set_at, \
             review_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            new.client,
            by.operator,
            by.branch,
            new.ground,
            new.ground_text,
            new.method,
            new.right,
            by.staff,
            cx.now(),
            new.review_on.to_string()
        ])?;
    let id = BlockId(cx.sql().last_insert_rowid());
    let mut field = cx
        .sql()
        .prepare_cached("INSERT INTO block_fields (block_id, field) VALUES (?1, ?2)")?;
    match &new.scope {
        BlockScope::Everything => {
            field.execute(params![id, EVERYTHING])?;
        }
        BlockScope::Fields { fields } => {
            for one in fields {
                field.execute(params![id, one])?;
            }
        }
    }
    Ok(id)
}

/// Ends a block; `false` if somebody changed it meanwhile.
pub(super) fn end(
    cx: &Write<'_>,
    id: BlockId,
    version: i64,
    outcome: BlockOutcome,
    note: &str,
) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE blocks SET ended_at = ?3, ended_by = ?4, outcome = ?5, end_note = ?6, version = version + 1 \
             WHERE id = ?1 AND version = ?2 AND ended_at IS NULL",
        )?
        .execute(params![id, version, cx.now(), cx.seat()?.staff, outcome, note])?;
    Ok(changed == 1)
}

/// Sets another review date; `false` if somebody changed the block meanwhile.
pub(super) fn review(cx: &Write<'_>, id: BlockId, version: i64, on: NaiveDate) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE blocks SET review_on = ?3, version = version + 1 WHERE id = ?1 AND version = ?2 AND ended_at IS NULL",
        )?
        .execute(params![id, version, on.to_string()])?;
    Ok(changed == 1)
}
