//! The SQL of loyalty programmes.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{
    DeclineReason, EndReason, LoyaltyError, MembershipId, MembershipState, Programme, ProgrammeId,
};
use crate::calendar::store::stored_date;
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::texts::TextPair;
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::{Read, Write};

const PROGRAMME: &str = "SELECT p.id, p.operator_id, p.name_kk, p.name_ru, p.since, p.until, p.version FROM programmes p";

type Raw = (Programme, String, Option<String>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let programme = Programme {
        id: row.get(0)?,
        operator: row.get(1)?,
        name: TextPair {
            kk: row.get(2)?,
            ru: row.get(3)?,
            ..TextPair::default()
        },
        since: NaiveDate::MIN,
        until: None,
        operators: Vec::new(),
        version: row.get(6)?,
    };
    Ok((programme, row.get(4)?, row.get(5)?))
}

fn whole(cx: &Read<'_>, (programme, since, until): Raw) -> Result<Programme> {
    let mut find = cx.sql().prepare_cached(
        "SELECT operator_id FROM programme_operators WHERE programme_id = ?1 ORDER BY operator_id",
    )?;
    let operators = find
        .query_map([programme.id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Programme {
        since: stored_date(&since)?,
        until: until.as_deref().map(stored_date).transpose()?,
        operators,
        ..programme
    })
}

pub(crate) fn programme(cx: &Read<'_>, id: ProgrammeId) -> Result<Programme> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{PROGRAMME} WHERE p.id = ?1"))?;
    let found = find.query_row([id], raw).optional()?;
    whole(cx, found.ok_or(LoyaltyError::NotFound)?)
}

/// Programmes that an operator has or shares; all of them where none is named.
pub(crate) fn programmes(cx: &Read<'_>, operator: Option<OperatorId>) -> Result<Vec<Programme>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{PROGRAMME} WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM programme_operators o \
         WHERE o.programme_id = p.id AND o.operator_id = ?1) ORDER BY p.id"
    ))?;
    let found: Vec<Raw> = find
        .query_map([operator], raw)?
        .collect::<rusqlite::Result<_>>()?;
    found.into_iter().map(|one| whole(cx, one)).collect()
}

/// Keeps a new programme.
pub(super) fn insert(cx: &Write<'_>, one: &Programme) -> Result<ProgrammeId> {
    let id = cx
        .sql()
        .prepare_cached(
            "INSERT INTO programmes (operator_id, name_kk, name_ru, since, until) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .insert(params![
            one.operator,
            one.name.kk,
            one.name.ru,
            one.since.to_string(),
            one.until.map(|day| day.to_string()),
        ])?;
    share(cx, ProgrammeId(id), &one.operators)?;
    Ok(ProgrammeId(id))
}

/// Changes a programme; `false` if somebody changed it meanwhile.
pub(super) fn update(cx: &Write<'_>, one: &Programme) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE programmes SET name_kk = ?3, name_ru = ?4, since = ?5, until = ?6, version = version + 1 \
             WHERE id = ?1 AND version = ?2",
        )?
        .execute(params![
            one.id,
            one.version,
            one.name.kk,
            one.name.ru,
            one.since.to_string(),
            one.until.map(|day| day.to_string()),
        ])?;
    share(cx, one.id, &one.operators)?;
    Ok(changed == 1)
}

fn share(cx: &Write<'_>, id: ProgrammeId, operators: &[OperatorId]) -> Result<()> {
    cx.sql()
        .prepare_cached("DELETE FROM programme_operators WHERE programme_id = ?1")?
        .execute([id])?;
    let mut add = cx.sql().prepare_cached(
        "INSERT INTO programme_operators (programme_id, operator_id) VALUES (?1, ?2)",
    )?;
    for operator in operators {
        add.execute(params![id, operator])?;
    }
    Ok(())
}

/// Puts a list of employees in the place of the former one.
pub(super) fn keep_employees(
    cx: &Write<'_>,
    operator: OperatorId,
    hashes: &[[u8; 32]],
) -> Result<()> {
    cx.sql()
        .prepare_cached("DELETE FROM employees WHERE operator_id = ?1")?
        .execute([operator])?;
    let mut add = cx.sql().prepare_cached(
        "INSERT OR IGNORE INTO employees (operator_id, iin_hash) VALUES (?1, ?2)",
    )?;
    for hash in hashes {
        add.execute(params![operator, hash])?;
    }
    cx.sql()
        .prepare_cached(
            "INSERT INTO employee_lists (operator_id, people, at, staff_id) \
             SELECT ?1, count(*), ?2, ?3 FROM employees WHERE operator_id = ?1 \
             ON CONFLICT (operator_id) DO UPDATE SET people = excluded.people, at = excluded.at, staff_id = excluded.staff_id",
        )?
        .execute(params![operator, cx.now(), cx.seat()?.staff])?;
    Ok(())
}

/// The lists: operator, how many, when, by whom.
pub(super) fn employee_lists(cx: &Read<'_>) -> Result<Vec<(OperatorId, u32, Moment, String)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT l.operator_id, l.people, l.at, s.name FROM employee_lists l JOIN staff s ON s.id = l.staff_id ORDER BY l.operator_id",
    )?;
    let rows = find.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn is_employee(
    cx: &Read<'_>,
    operators: &[OperatorId],
    hash: &[u8; 32],
) -> Result<bool> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT 1 FROM employees WHERE operator_id = ?1 AND iin_hash = ?2")?;
    for operator in operators {
        if find.exists(params![operator, hash])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A client of one of the operators had this IIN before the day.
pub(super) fn is_regular(
    cx: &Read<'_>,
    operators: &[OperatorId],
    iin: &str,
    before: NaiveDate,
) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT created_at FROM clients WHERE operator_id = ?1 AND iin = ?2 AND kind = 'client'",
    )?;
    for operator in operators {
        let made: Option<Moment> = find
            .query_row(params![operator, iin], |row| row.get(0))
            .optional()?;
        if made.is_some_and(|made| made.date() < before) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// IIN and date of birth.
pub(super) fn identity(
    cx: &Read<'_>,
    client: ClientId,
) -> Result<(Option<String>, Option<NaiveDate>)> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT iin, birth_date FROM clients WHERE id = ?1")?;
    let (iin, birth): (_, Option<String>) =
        find.query_row([client], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((iin, birth.as_deref().map(stored_date).transpose()?))
}

/// A participation, as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Membership {
    pub id: MembershipId,
    pub programme: ProgrammeId,
    pub client: ClientId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub state: MembershipState,
    pub applied_at: Moment,
    pub applied_by: String,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<String>,
    pub reason: Option<DeclineReason>,
    pub note: String,
    pub noticed: bool,
    pub ended_at: Option<Moment>,
    pub end_reason: Option<EndReason>,
    pub version: i64,
}

const MEMBERSHIP: &str = "SELECT m.id, m.programme_id, m.client_id, m.operator_id, m.branch_id, m.state, m.applied_at, a.name, \
     m.decided_at, d.name, m.reason, m.note, m.message_id IS NOT NULL, m.ended_at, m.end_reason, m.version FROM memberships m \
     JOIN staff a ON a.id = m.applied_by LEFT JOIN staff d ON d.id = m.decided_by";

fn membership_row(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership {
        id: row.get(0)?,
        programme: row.get(1)?,
        client: row.get(2)?,
        operator: row.get(3)?,
        branch: row.get(4)?,
        state: row.get(5)?,
        applied_at: row.get(6)?,
        applied_by: row.get(7)?,
        decided_at: row.get(8)?,
        decided_by: row.get(9)?,
        reason: row.get(10)?,
        note: row.get(11)?,
        noticed: row.get(12)?,
        ended_at: row.get(13)?,
        end_reason: row.get(14)?,
        version: row.get(15)?,
    })
}

pub(super) fn membership(cx: &Read<'_>, id: MembershipId) -> Result<Membership> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{MEMBERSHIP} WHERE m.id = ?1"))?;
    let found = find.query_row([id], membership_row).optional()?;
    Ok(found.ok_or(LoyaltyError::NotFound)?)
}

/// Those of a client, the newest first.
pub(super) fn of_client(cx: &Read<'_>, client: ClientId) -> Result<Vec<Membership>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{MEMBERSHIP} WHERE m.client_id = ?1 ORDER BY m.id DESC"
    ))?;
    let rows = find.query_map([client], membership_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those of a programme at an operator, in one state, the oldest first.
pub(super) fn of_programme(
    cx: &Read<'_>,
    programme: ProgrammeId,
    operator: OperatorId,
    state: MembershipState,
    page: (i64, i64),
) -> Result<Vec<Membership>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{MEMBERSHIP} WHERE m.programme_id = ?1 AND m.operator_id = ?2 AND m.state = ?3 ORDER BY m.id LIMIT ?4 OFFSET ?5"
    ))?;
    let rows = find.query_map(
        params![programme, operator, state, page.0, page.1],
        membership_row,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many of a programme at an operator are in each state.
pub(super) fn tally(
    cx: &Read<'_>,
    programme: ProgrammeId,
    operator: OperatorId,
) -> Result<Vec<(MembershipState, u32)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT state, count(*) FROM memberships WHERE programme_id = ?1 AND operator_id = ?2 GROUP BY state",
    )?;
    let rows = find.query_map(params![programme, operator], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps an application; nothing if the client takes part or has applied already.
pub(super) fn apply(
    cx: &Write<'_>,
    programme: ProgrammeId,
    client: ClientId,
    operator: OperatorId,
    branch: BranchId,
) -> Result<Option<MembershipId>> {
    let added = cx
        .sql()
        .prepare_cached(
            "INSERT INTO memberships (programme_id, client_id, operator_id, branch_id, state, applied_at, applied_by) \
             VALUES (?1, ?2, ?3, ?4, 'applied', ?5, ?6) ON CONFLICT DO NOTHING",
        )?
        .execute(params![programme, client, operator, branch, cx.now(), cx.seat()?.staff])?;
    Ok((added == 1).then(|| MembershipId(cx.sql().last_insert_rowid())))
}

/// Decides an application; `false` if it was decided meanwhile.
pub(super) fn decide(
    cx: &Write<'_>,
    id: MembershipId,
    version: i64,
    declined: Option<(DeclineReason, &str)>,
) -> Result<bool> {
    let state = match declined {
        None => MembershipState::Accepted,
        Some(_) => MembershipState::Declined,
    };
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE memberships SET state = ?3, reason = ?4, note = ?5, decided_at = ?6, decided_by = ?7, version = version + 1 \
             WHERE id = ?1 AND version = ?2 AND state = 'applied'",
        )?
        .execute(params![
            id,
            version,
            state,
            declined.map(|(reason, _)| reason),
            declined.map_or("", |(_, note)| note),
            cx.now(),
            cx.seat()?.staff,
        ])?;
    Ok(changed == 1)
}

/// Notes that the notice was queued.
pub(super) fn noticed(cx: &Write<'_>, id: MembershipId, message: i64) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE memberships SET message_id = ?2 WHERE id = ?1")?
        .execute(params![id, message])?;
    Ok(())
}

/// Ends one; `false` if it isn't running, or somebody changed it meanwhile.
pub(super) fn end(
    cx: &Write<'_>,
    id: MembershipId,
    version: i64,
    reason: EndReason,
) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE memberships SET state = 'ended', end_reason = ?3, ended_at = ?4, version = version + 1 \
             WHERE id = ?1 AND version = ?2 AND state = 'accepted'",
        )?
        .execute(params![id, version, reason, cx.now()])?;
    Ok(changed == 1)
}

/// Ends everything that a client takes part in or applied for.
pub(super) fn end_all(
    cx: &Write<'_>,
    client: ClientId,
    reason: EndReason,
) -> Result<Vec<MembershipId>> {
    let mut find = cx.sql().prepare_cached(
        "UPDATE memberships SET state = 'ended', end_reason = ?2, ended_at = ?3, version = version + 1 \
         WHERE client_id = ?1 AND state IN ('applied', 'accepted') RETURNING id",
    )?;
    let rows = find.query_map(params![client, reason, cx.now()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a withdrawal ended: the last participation in each programme.
pub(super) fn ended_by_withdrawal(
    cx: &Read<'_>,
    client: ClientId,
) -> Result<Vec<(MembershipId, ProgrammeId)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT max(id), programme_id FROM memberships WHERE client_id = ?1 AND state = 'ended' AND end_reason = 'withdrawal' \
         AND decided_at IS NOT NULL GROUP BY programme_id",
    )?;
    let rows = find.query_map([client], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Opens one again, unless the client has applied anew.
pub(super) fn reopen(cx: &Write<'_>, id: MembershipId) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE OR IGNORE memberships SET state = 'accepted', end_reason = NULL, ended_at = NULL, version = version + 1 WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(changed == 1)
}

/// Name, phone, card and the language of the last consent.
pub(super) type Recipient = (String, Option<String>, Option<String>, Option<String>);

/// Somebody on the recipients' list.
pub(super) fn recipient(cx: &Read<'_>, client: ClientId) -> Result<Recipient> {
    let mut find = cx.sql().prepare_cached(
        "SELECT trim (coalesce (surname, '') || ' ' || coalesce (given, '') || ' ' || coalesce (patronymic, '')), phone, card, \
                (SELECT lang FROM consents WHERE client_id = clients.id ORDER BY id DESC LIMIT 1) FROM clients WHERE id = ?1",
    )?;
    Ok(find.query_row([client], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?)
}
