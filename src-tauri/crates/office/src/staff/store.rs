//! The SQL of staff.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Look, Member, StaffState};
use crate::clock::Moment;
use crate::door::{Read, StaffId, Write};
use crate::error::Result;
use crate::journal;
use crate::policy::{BranchId, OperatorId, Role};
use crate::texts::Lang;
use crate::vault::settings;

const MEMBER: &str =
    "SELECT id, login, name, role, state, operator_id, branch_id, lang, version FROM staff";

fn member(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        id: row.get(0)?,
        login: row.get(1)?,
        name: row.get(2)?,
        role: row.get(3)?,
        state: row.get(4)?,
        operator: row.get(5)?,
        branch: row.get(6)?,
        lang: row.get(7)?,
        version: row.get(8)?,
    })
}

pub(crate) fn by_id(sql: &Connection, id: StaffId) -> Result<Option<Member>> {
    Ok(sql
        .prepare_cached(&format!("{MEMBER} WHERE id = ?1"))?
        .query_row(params![id], member)
        .optional()?)
}

pub(super) fn find(cx: &Read<'_>, id: StaffId) -> Result<Option<Member>> {
    by_id(cx.sql(), id)
}

pub(super) fn by_login(cx: &Read<'_>, login: &str) -> Result<Option<Member>> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{MEMBER} WHERE login = ?1"))?;
    Ok(statement.query_row(params![login], member).optional()?)
}

pub(super) fn all(cx: &Read<'_>) -> Result<Vec<Member>> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{MEMBER} ORDER BY state, name, id"))?;
    let rows = statement.query_map([], member)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn of_operator(cx: &Read<'_>, operator: OperatorId) -> Result<Vec<Member>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{MEMBER} WHERE operator_id = ?1 AND state = 'active' ORDER BY name, id"
    ))?;
    let rows = statement.query_map(params![operator], member)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn look(cx: &Read<'_>, id: StaffId) -> Result<Look> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT theme, text_size, letters FROM staff WHERE id = ?1")?;
    Ok(statement.query_row(params![id], |row| {
        Ok(Look {
            theme: row.get(0)?,
            text_size: row.get(1)?,
            letters: row.get(2)?,
        })
    })?)
}

pub(super) fn set_look(cx: &Write<'_>, id: StaffId, look: Look) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE staff SET theme = ?2, text_size = ?3, letters = ?4 WHERE id = ?1")?
        .execute(params![id, look.theme, look.text_size, look.letters])?;
    Ok(())
}

/// What is needed to make an account.
pub(super) struct NewMember<'a> {
    pub login: &'a str,
    pub name: &'a str,
    pub role: Role,
    pub state: StaffState,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub lang: Lang,
}

pub(super) fn insert(cx: &Write<'_>, new: &NewMember<'_>) -> Result<StaffId> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO staff (login, name, role, state, operator_id, branch_id, lang, created_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![new.login, new.name, new.role, new.state, new.operator, new.branch, new.lang, cx.now()])?;
    Ok(StaffId(cx.sql().last_insert_rowid()))
}

/// Writes an account back; `false` if somebody changed it meanwhile.
pub(super) fn update(cx: &Write<'_>, member: &Member) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE staff SET name = ?2, role = ?3, state = ?4, operator_id = ?5, branch_id = ?6, lang = ?7, \
             version = version + 1 WHERE id = ?1 AND version = ?8",
        )?
        .execute(params![
            member.id,
            member.name,
            member.role,
            member.state,
            member.operator,
            member.branch,
            member.lang,
            member.version
        ])?;
    Ok(changed == 1)
}

/// What the vault holds from its first moment: when it was made, whether for demonstration, the signing key.
pub(super) fn found_house(
    cx: &Write<'_>,
    demo: bool,
    at: Moment,
    signing_seed: [u8; 32],
) -> Result<()> {
    settings::put(cx.sql(), "house.founded", &at.text())?;
    settings::put(cx.sql(), "house.demo", &demo)?;
    journal::store::make_signing_key(cx.sql(), signing_seed)
}
