//! The journal's SQL.

use ed25519_dalek::{SigningKey, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Checkpoint, JournalFilter, JournalRow, Line};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::door::{Read, Write};
use crate::error::Result;
use crate::policy::OperatorId;
use crate::vault::anchor::Anchor;
use crate::vault::settings;

const LINE: &str = "seq, at, actor, session, workstation, command, outcome, subject, subject_id, client_id, operator_id, \
                    branch_id, fields, note, seal, prev, hash";
/// The installation's signing key.
const SIGNING_KEY: &str = "journal.signing_key";

pub(super) struct Head {
    pub seq: i64,
    pub hash: Vec<u8>,
}

pub(super) fn head(sql: &Connection) -> Result<Option<Head>> {
    Ok(sql
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Head {
                seq: row.get(0)?,
                hash: row.get(1)?,
            })
        })
        .optional()?)
}

/// The head, as the anchor outside the file keeps it.
pub(crate) fn anchor(sql: &Connection) -> Result<Option<Anchor>> {
    Ok(head(sql)?.map(|head| Anchor {
        seq: head.seq,
        hash: super::hex(head.hash),
    }))
}

/// The anchored entry is still there, unchanged.
pub(crate) fn holds(sql: &Connection, anchor: &Anchor) -> Result<bool> {
    let hash: Option<Vec<u8>> = sql
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row(params![anchor.seq], |row| row.get(0))
        .optional()?;
    Ok(hash.is_some_and(|hash| super::hex(hash) == anchor.hash))
}

pub(super) fn insert(sql: &Connection, line: &Line) -> Result<()> {
    let insert = format!(
        "INSERT INTO journal ({LINE}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
    );
    sql.prepare_cached(&insert)?.execute(params![
        line.seq,
        line.at,
        line.actor,
        line.session,
        line.workstation,
        line.command,
        line.outcome,
        line.subject,
        line.subject_id,
        line.client_id,
        line.operator_id,
        line.branch_id,
        line.fields,
        line.note,
        line.seal,
        line.prev,
        line.hash,
    ])?;
    Ok(())
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        session: row.get(3)?,
        workstation: row.get(4)?,
        command: row.get(5)?,
        outcome: row.get(6)?,
        subject: row.get(7)?,
        subject_id: row.get(8)?,
        client_id: row.get(9)?,
        operator_id: row.get(10)?,
        branch_id: row.get(11)?,
        fields: row.get(12)?,
        note: row.get(13)?,
        seal: row.get(14)?,
        prev: row.get(15)?,
        hash: row.get(16)?,
    })
}

/// Hands over every line in order, until the visitor has seen enough; only its number where the line can't be read.
pub(super) fn walk(
    sql: &Connection,
    mut visit: impl FnMut(i64, Option<Line>) -> bool,
) -> Result<()> {
    let mut statement = sql.prepare(&format!("SELECT {LINE} FROM journal ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if !visit(row.get(0)?, line(row).ok()) {
            break;
        }
    }
    Ok(())
}

pub(super) fn checkpoints(sql: &Connection) -> Result<Vec<Checkpoint>> {
    let mut statement =
        sql.prepare("SELECT seq, at, hash, signature FROM checkpoints ORDER BY seq")?;
    let rows = statement.query_map([], |row| {
        Ok(Checkpoint {
            seq: row.get(0)?,
            // A moment that can't be read was never signed: the signature then fails, which is what has to be said.
            at: row
                .get(1)
                .unwrap_or(Moment::new(chrono::DateTime::UNIX_EPOCH)),
            hash: row.get(2)?,
            signature: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_checkpoint(cx: &Read<'_>, point: &Checkpoint) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT OR REPLACE INTO checkpoints (seq, at, hash, signature) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![point.seq, point.at, point.hash, point.signature])?;
    Ok(())
}

pub(super) fn head_of(cx: &Read<'_>) -> Result<Option<Head>> {
    head(cx.sql())
}

pub(super) fn verify(cx: &Read<'_>) -> Result<super::Verdict> {
    // The anchor goes forward while this transaction looks at an earlier moment: an anchor beyond its end is compared
    // in a transaction that began after the anchor was read.
    let anchor = cx.vault().anchored();
    let seen = head_of(cx)?.map_or(0, |head| head.seq);
    match anchor {
        Some(anchor) if anchor.seq > seen => {
            cx.vault().read(|sql| super::verify(sql, Some(&anchor)))
        }
        anchor => super::verify(cx.sql(), anchor.as_ref()),
    }
}

/// Makes the installation's signing key, once.
pub(crate) fn make_signing_key(sql: &Connection, seed: [u8; 32]) -> Result<()> {
    settings::put(sql, SIGNING_KEY, &seed.to_vec())
}

pub(super) fn signing_key(sql: &Connection) -> Result<Option<SigningKey>> {
    let seed: Option<Vec<u8>> = settings::get(sql, SIGNING_KEY)?;
    Ok(seed
        .and_then(|seed| <[u8; 32]>::try_from(seed).ok())
        .map(|seed| SigningKey::from_bytes(&seed)))
}

pub(crate) fn signing_key_of(cx: &Read<'_>) -> Result<Option<SigningKey>> {
    signing_key(cx.sql())
}

pub(super) fn public_key(sql: &Connection) -> Result<Option<VerifyingKey>> {
    Ok(signing_key(sql)?.map(|key| key.verifying_key()))
}

const ROW: &str = "SELECT j.seq, j.at, j.actor, s.name, j.workstation, j.command, j.outcome, j.subject, j.subject_id, \
                   j.client_id, b.name, j.fields, j.note, j.seal FROM journal j \
                   LEFT JOIN staff s ON j.actor = 'staff:' || s.id LEFT JOIN branches b ON b.id = j.branch_id";

fn journal_row(row: &Row<'_>) -> rusqlite::Result<JournalRow> {
    let at: crate::clock::Moment = row.get(1)?;
    let fields: String = row.get(11)?;
    Ok(JournalRow {
        seq: row.get(0)?,
        at: at.stamp(),
        actor: row.get(2)?,
        staff_name: row.get(3)?,
        workstation: row.get(4)?,
        command: row.get(5)?,
        outcome: row.get(6)?,
        subject: row.get(7)?,
        subject_id: row.get(8)?,
        client: row.get(9)?,
        branch_name: row.get(10)?,
        fields: fields
            .split(',')
            .filter(|field| !field.is_empty())
            .map(str::to_owned)
            .collect(),
        note: row.get(12)?,
        seal: row.get(13)?,
    })
}

/// Entries before a number, newest first, narrowed by the filter and to one operator unless the reader keeps the house.
pub(super) fn list(
    cx: &Read<'_>,
    filter: &JournalFilter,
    operator: Option<OperatorId>,
    before: i64,
    limit: i64,
) -> Result<Vec<JournalRow>> {
    let query = format!(
        "{ROW} WHERE j.seq < ?1 AND (?2 IS NULL OR j.operator_id = ?2) AND (?3 = '' OR j.command LIKE ?3 || '%') \
         AND (?4 = '' OR j.actor = ?4) AND (?5 = '' OR j.at >= ?5) AND (?6 = '' OR j.at < ?6) \
         AND (?7 = 0 OR j.outcome <> 'done') ORDER BY j.seq DESC LIMIT ?8"
    );
    let mut statement = cx.sql().prepare_cached(&query)?;
    let rows = statement.query_map(
        params![
            before,
            operator,
            filter.command,
            filter
                .staff
                .map(|staff| format!("staff:{staff}"))
                .unwrap_or_default(),
            filter.begins_at(),
            filter.ends_before(),
            filter.refused_only,
            limit
        ],
        journal_row,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who looked at a client's card and changed it, newest first (A1).
pub(crate) fn of_client(cx: &Read<'_>, client: ClientId, limit: i64) -> Result<Vec<JournalRow>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{ROW} WHERE j.client_id = ?1 ORDER BY j.seq DESC LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![client, limit], journal_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where the evidence of a record is sealed: number and hash (hex) of the first entry that carries its hash.
pub(crate) fn sealed(
    cx: &Read<'_>,
    subject: &str,
    id: i64,
    seal: &str,
) -> Result<Option<(i64, String)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT seq, lower(hex(hash)) FROM journal WHERE subject = ?1 AND subject_id = ?2 AND seal = ?3 \
         ORDER BY seq LIMIT 1",
    )?;
    Ok(statement
        .query_row(params![subject, id, seal], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?)
}

/// The hashes of entries, in order: from one number to another, both included.
pub(super) fn hashes(cx: &Read<'_>, from: i64, to: i64) -> Result<Vec<Vec<u8>>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT hash FROM journal WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq")?;
    let rows = find.query_map(params![from, to], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn line_at(cx: &Read<'_>, seq: i64) -> Result<Option<Line>> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("SELECT {LINE} FROM journal WHERE seq = ?1"))?;
    Ok(find.query_row([seq], line).optional()?)
}

/// The first checkpoint that covers an entry.
pub(super) fn checkpoint_covering(cx: &Read<'_>, seq: i64) -> Result<Option<Checkpoint>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT seq, at, hash, signature FROM checkpoints WHERE seq >= ?1 ORDER BY seq LIMIT 1",
    )?;
    let found = find.query_row([seq], |row| {
        Ok(Checkpoint {
            seq: row.get(0)?,
            at: row.get(1)?,
            hash: row.get(2)?,
            signature: row.get(3)?,
        })
    });
    Ok(found.optional()?)
}

/// Roots of whole blocks of the tree, in order.
pub(super) fn blocks(cx: &Read<'_>) -> Result<Vec<Vec<u8>>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT root FROM journal_blocks ORDER BY n")?;
    let rows = find.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn add_block(cx: &Write<'_>, n: i64, root: &[u8; 32]) -> Result<()> {
    let mut insert = cx
        .sql()
        .prepare_cached("INSERT INTO journal_blocks (n, root) VALUES (?1, ?2)")?;
    insert.execute(params![n, root])?;
    Ok(())
}

/// Keeps a tree that was signed for somebody outside.
pub(super) fn add_tree(
    cx: &Write<'_>,
    size: i64,
    root: &[u8; 32],
    signature: &[u8; 64],
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO journal_trees (size, at, root, signature) VALUES (?1, ?2, ?3, ?4)",
    )?;
    insert.execute(params![size, cx.now(), root, signature])?;
    Ok(())
}

/// Trees that were signed: size and root, in order. A file that no program has opened since there are trees has none.
pub(super) fn trees(sql: &Connection) -> Result<Vec<(i64, Vec<u8>)>> {
    let known: bool = sql.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'journal_trees')",
        [],
        |row| row.get(0),
    )?;
    if !known {
        return Ok(Vec::new());
    }
    let mut find = sql.prepare("SELECT size, root FROM journal_trees ORDER BY size")?;
    let rows = find.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The clock was set back between the first entry about a record and another entry.
pub(crate) fn clock_was_set_back(
    cx: &Read<'_>,
    subject: &str,
    id: i64,
    until: i64,
) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM journal earlier JOIN journal later ON later.seq = earlier.seq + 1
         WHERE earlier.seq >= (SELECT coalesce(min(seq), ?3) FROM journal WHERE subject = ?1 AND subject_id = ?2)
           AND later.seq <= ?3 AND later.at < earlier.at)",
    )?;
    Ok(find.query_row(params![subject, id, until], |row| row.get(0))?)
}

/// Fingerprint of the installation's public key, as people compare it.
pub(crate) fn fingerprint(cx: &Read<'_>) -> Result<Option<String>> {
    let key = public_key(cx.sql())?;
    Ok(key.map(|key| verify::fingerprint(key.as_bytes())))
}
