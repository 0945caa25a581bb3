//! The SQL of clients: cards, former values, branches, authorities.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};

use super::find::store::{Indexer, reversed};
use super::{
    Authority, ClientId, ClientsError, Datum, Field, FormerValue, Ground, Name, NewAuthority,
    SubjectKind, Values, values,
};
use crate::clock::Moment;
use crate::door::{Actor, Place, Read, StaffId, Write};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};

/// Cards that a member of staff looked at lately are sought among so many journal entries.
const RECENT_ENTRIES: i64 = 5_000;

/// The columns of a person's values, in the order of [`Datum::ALL`].
static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    Datum::ALL
        .iter()
        .map(|datum| datum.name())
        .collect::<Vec<_>>()
        .join(", ")
});

static SELECT_VALUES: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM clients WHERE id = ?1", *COLUMNS));

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let places: Vec<String> = (1..=Datum::ALL.len() + 6)
        .map(|place| format!("?{place}"))
        .collect();
    format!(
        "INSERT INTO clients (operator_id, branch_id, kind, sort_key, created_at, created_by, changed_at, {}) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, {})",
        *COLUMNS,
        places
            .iter()
            .skip(6)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    )
});

/// What a card has beside its values.
pub(super) struct Record {
    pub kind: SubjectKind,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub branch_name: String,
    pub created: Moment,
    pub created_by: String,
    pub changed: Moment,
    pub version: i64,
}

/// Who acts, for the record.
fn staff(cx: &Read<'_>) -> Result<StaffId> {
    match cx.actor() {
        Actor::Staff(seat) => Ok(seat.staff),
        _ => Ok(cx.seat()?.staff),
    }
}

/// Where a client is kept: the operator, the home branch and those that received the person.
pub(super) fn place(cx: &Read<'_>, client: ClientId) -> Result<Option<Place>> {
    let mut home = cx
        .sql()
        .prepare_cached("SELECT operator_id, branch_id FROM clients WHERE id = ?1")?;
    let found: Option<(OperatorId, BranchId)> = home
        .query_row(params![client], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((operator, home)) = found else {
        return Ok(None);
    };
    let mut branches = vec![home];
    let mut others = cx
        .sql()
        .prepare_cached("SELECT branch_id FROM client_branches WHERE client_id = ?1")?;
    for branch in others.query_map(params![client], |row| row.get(0))? {
        branches.push(branch?);
    }
    Ok(Some(Place { operator, branches }))
}

/// Whether a branch received the person.
pub(super) fn is_received(cx: &Read<'_>, client: ClientId, branch: BranchId) -> Result<bool> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT 1 FROM client_branches WHERE client_id = ?1 AND branch_id = ?2")?;
    Ok(statement.exists(params![client, branch])?)
}

/// Notes that a branch serves the person; nothing if it did.
pub(super) fn add_branch(
    cx: &Write<'_>,
    client: ClientId,
    branch: BranchId,
    reason: &str,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT OR IGNORE INTO client_branches (client_id, branch_id, since, staff_id, reason) \
             SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM clients WHERE id = ?1 AND branch_id = ?2)",
        )?
        .execute(params![client, branch, cx.now(), staff(cx)?, reason])?;
    Ok(())
}

/// The card but for its values.
pub(super) fn record(cx: &Read<'_>, client: ClientId) -> Result<Option<Record>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT c.kind, c.operator_id, c.branch_id, b.name, c.created_at, s.name, c.changed_at, c.version FROM clients c \
         JOIN branches b ON b.id = c.branch_id JOIN staff s ON s.id = c.created_by WHERE c.id = ?1",
    )?;
    let record = statement.query_row(params![client], |row| {
        Ok(Record {
            kind: row.get(0)?,
            operator: row.get(1)?,
            branch: row.get(2)?,
            branch_name: row.get(3)?,
            created: row.get(4)?,
            created_by: row.get(5)?,
            changed: row.get(6)?,
            version: row.get(7)?,
        })
    });
    Ok(record.optional()?)
}

/// A client's values, unmasked: for rules inside the core. What leaves it goes through the card.
pub(crate) fn values(cx: &Read<'_>, client: ClientId) -> Result<Option<Values>> {
    let mut statement = cx.sql().prepare_cached(&SELECT_VALUES)?;
    Ok(statement
        .query_row(params![client], read_values)
        .optional()?)
}

fn read_values(row: &Row<'_>) -> rusqlite::Result<Values> {
    let mut values = Values::new();
    for (place, datum) in Datum::ALL.iter().enumerate() {
        if let Some(value) = row.get(place)? {
            values.insert(*datum, value);
        }
    }
    Ok(values)
}

/// The client with this IIN. Same IIN within an operator, same person.
pub(crate) fn with_iin(cx: &Read<'_>, operator: OperatorId, iin: &str) -> Result<Option<ClientId>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT id FROM clients WHERE operator_id = ?1 AND iin = ?2")?;
    Ok(statement
        .query_row(params![operator, iin], |row| row.get(0))
        .optional()?)
}

fn clients(rows: impl Iterator<Item = rusqlite::Result<ClientId>>) -> Result<Vec<ClientId>> {
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// People with this document.
pub(super) fn with_document(
    cx: &Read<'_>,
    operator: OperatorId,
    number: &str,
) -> Result<Vec<ClientId>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT id FROM clients WHERE operator_id = ?1 AND document_number = ?2")?;
    clients(find.query_map(params![operator, number], |row| row.get(0))?)
}

/// People with this phone, main or further.
pub(super) fn with_phone(cx: &Read<'_>, operator: OperatorId, e164: &str) -> Result<Vec<ClientId>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT client_id FROM client_phones WHERE operator_id = ?1 AND tail = ?2 LIMIT 50",
    )?;
    let tail = reversed(e164.trim_start_matches('+'));
    clients(find.query_map(params![operator, tail], |row| row.get(0))?)
}

/// People born on this day.
pub(super) fn with_birth(cx: &Read<'_>, operator: OperatorId, date: &str) -> Result<Vec<ClientId>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT id FROM clients WHERE operator_id = ?1 AND birth_date = ?2")?;
    clients(find.query_map(params![operator, date], |row| row.get(0))?)
}

/// The day on which a person was destroyed, by the keyed hash that was left.
pub(super) fn destroyed_on(
    cx: &Read<'_>,
    operator: OperatorId,
    hash: &[u8; 32],
) -> Result<Option<String>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT destroyed_on FROM tombstones WHERE operator_id = ?1 AND hash = ?2",
    )?;
    Ok(find
        .query_row(params![operator, hash], |row| row.get(0))
        .optional()?)
}

/// A new card, found from now on.
pub(super) fn insert(
    cx: &Write<'_>,
    operator: OperatorId,
    branch: BranchId,
    kind: SubjectKind,
    values: &Values,
) -> Result<ClientId> {
    let mut indexer = Indexer::default();
    let client = insert_with(cx, &mut indexer, operator, branch, kind, values)?;
    indexer.finish(cx, operator)?;
    Ok(client)
}

/// The same for many: the caller finishes the index.
pub(super) fn insert_with(
    cx: &Write<'_>,
    indexer: &mut Indexer,
    operator: OperatorId,
    branch: BranchId,
    kind: SubjectKind,
    values: &Values,
) -> Result<ClientId> {
    let name = Name::of(values);
    let fixed: [Value; 6] = [
        operator.0.into(),
        branch.0.into(),
        kind.name().to_owned().into(),
        kz::names::sort_key(&name.whole()).into(),
        cx.now().text().into(),
        staff(cx)?.0.into(),
    ];
    let own = Datum::ALL
        .iter()
        .map(|datum| values.get(datum).cloned().map_or(Value::Null, Value::Text));
    cx.sql()
        .prepare_cached(&INSERT)?
        .execute(params_from_iter(fixed.into_iter().chain(own)))?;
    let client = ClientId(cx.sql().last_insert_rowid());
    add_phones(cx, operator, client, values)?;
    indexer.add(cx, operator, client, &name)?;
    Ok(client)
}

/// Changes values and remembers the former ones; the changed data, nothing where all stood as asked already.
pub(super) fn change(
    cx: &Write<'_>,
    client: ClientId,
    changes: &BTreeMap<Datum, Option<String>>,
    ground: Ground,
    paper: &str,
) -> Result<Vec<Datum>> {
    let operator = record(cx, client)?.ok_or(ClientsError::NotFound)?.operator;
    let mut indexer = Indexer::default();
    let changed = change_with(cx, &mut indexer, operator, client, changes, ground, paper)?;
    indexer.finish(cx, operator)?;
    Ok(changed)
}

/// The same for many: the caller finishes the index.
pub(super) fn change_with(
    cx: &Write<'_>,
    indexer: &mut Indexer,
    operator: OperatorId,
    client: ClientId,
    changes: &BTreeMap<Datum, Option<String>>,
    ground: Ground,
    paper: &str,
) -> Result<Vec<Datum>> {
    let before = values(cx, client)?.ok_or(ClientsError::NotFound)?;
    let mut after = before.clone();
    let mut changed = Vec::new();
    let by = staff(cx)?;
    let mut remember = cx.sql().prepare_cached(
        "INSERT INTO client_history (client_id, datum, former, at, staff_id, ground, paper) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (datum, value) in changes {
        if before.get(datum) == value.as_ref() {
            continue;
        }
        remember.execute(params![
            client,
            datum,
            before.get(datum),
            cx.now(),
            by,
            ground,
            paper
        ])?;
        cx.sql()
            .prepare_cached(&format!(
                "UPDATE clients SET {} = ?2 WHERE id = ?1",
                datum.name()
            ))?
            .execute(params![client, value])?;
        match value {
            Some(value) => after.insert(*datum, value.clone()),
            None => after.remove(datum),
        };
        changed.push(*datum);
    }
    if changed.is_empty() {
        return Ok(changed);
    }
    if changed.iter().any(|datum| datum.is_name()) {
        indexer.remove(cx, operator, client, &Name::of(&before))?;
        indexer.add(cx, operator, client, &Name::of(&after))?;
    }
    if changed.iter().any(|datum| datum.field() == Field::Phone) {
        cx.sql()
            .prepare_cached(
                "DELETE FROM client_phones WHERE operator_id = ?1 AND tail = ?2 AND client_id = ?3",
            )
            .map(|mut delete| {
                tails(&before)
                    .try_for_each(|tail| delete.execute(params![operator, tail, client]).map(drop))
            })??;
        add_phones(cx, operator, client, &after)?;
    }
    cx.sql()
        .prepare_cached("UPDATE clients SET sort_key = ?2, changed_at = ?3, version = version + 1 WHERE id = ?1")?
        .execute(params![client, kz::names::sort_key(&Name::of(&after).whole()), cx.now()])?;
    Ok(changed)
}

fn tails(values: &Values) -> impl Iterator<Item = String> + '_ {
    let all = [Datum::Phone, Datum::OtherPhones]
        .into_iter()
        .filter_map(|datum| values.get(&datum));
    all.flat_map(|text| text.split(", "))
        .map(|number| reversed(number.trim_start_matches('+')))
}

fn add_phones(
    cx: &Write<'_>,
    operator: OperatorId,
    client: ClientId,
    values: &Values,
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT OR IGNORE INTO client_phones (operator_id, tail, client_id) VALUES (?1, ?2, ?3)",
    )?;
    for tail in tails(values) {
        insert.execute(params![operator, tail, client])?;
    }
    Ok(())
}

/// When and how often each value was changed.
pub(super) fn changes(cx: &Read<'_>, client: ClientId) -> Result<BTreeMap<Datum, (u32, Moment)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT datum, count (*), max (at) FROM client_history WHERE client_id = ?1 GROUP BY datum",
    )?;
    let rows = statement.query_map(params![client], |row| {
        Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Sets the state of a card, with its former value in the history.
pub(super) fn set_card_state(
    cx: &Write<'_>,
    client: ClientId,
    state: &str,
    by: StaffId,
    paper: &str,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO client_history (client_id, datum, former, at, staff_id, ground, paper) \
             SELECT id, ?2, card_state, ?3, ?4, ?5, ?6 FROM clients WHERE id = ?1",
        )?
        .execute(params![
            client,
            Datum::CardState,
            cx.now(),
            by,
            Ground::Withdrawal,
            paper
        ])?;
    cx.sql()
        .prepare_cached(
            "UPDATE clients SET card_state = ?2, changed_at = ?3, version = version + 1 WHERE id = ?1",
        )?
        .execute(params![client, state, cx.now()])?;
    Ok(())
}

/// Former values, newest first; of one value or of all.
pub(super) fn history(
    cx: &Read<'_>,
    client: ClientId,
    datum: Option<Datum>,
) -> Result<Vec<FormerValue>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT h.datum, h.former, h.at, s.name, h.ground, h.paper FROM client_history h JOIN staff s ON s.id = h.staff_id \
         WHERE h.client_id = ?1 AND (?2 IS NULL OR h.datum = ?2) ORDER BY h.id DESC",
    )?;
    let rows = statement.query_map(params![client, datum], |row| {
        let datum: Datum = row.get(0)?;
        let former: Option<String> = row.get(1)?;
        let at: Moment = row.get(2)?;
        Ok(FormerValue {
            datum,
            former: former.map(|value| values::shown(datum, &value)),
            at: at.stamp(),
            staff_name: row.get(3)?,
            ground: row.get(4)?,
            paper: row.get(5)?,
            blocked: false,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps the document by which a representative acts.
pub(super) fn add_authority(
    cx: &Write<'_>,
    client: ClientId,
    authority: &NewAuthority,
) -> Result<()> {
    cx.sql()
        .prepare_cached("INSERT INTO authorities (client_id, represented_id, paper, issued, until) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![client, authority.represented, authority.paper, authority.issued, authority.until])?;
    Ok(())
}

/// For whom a person may act.
pub(super) fn authorities(cx: &Read<'_>, client: ClientId) -> Result<Vec<Authority>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT represented_id, paper, issued, until FROM authorities WHERE client_id = ?1 ORDER BY until DESC",
    )?;
    let today = cx.today().to_string();
    let rows = statement.query_map(params![client], |row| {
        let until: String = row.get(3)?;
        Ok(Authority {
            represented: row.get(0)?,
            paper: row.get(1)?,
            issued: row.get(2)?,
            holds: until >= today,
            until,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// People of an operator, counted no further than `most`.
pub(super) fn count(cx: &Read<'_>, operator: OperatorId, most: i64) -> Result<i64> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT count (*) FROM (SELECT 1 FROM clients WHERE operator_id = ?1 LIMIT ?2)",
    )?;
    Ok(statement.query_row(params![operator, most], |row| row.get(0))?)
}

/// Clients whose cards a member of staff opened lately, the latest first.
pub(super) fn recent(cx: &Read<'_>, staff: StaffId, most: usize) -> Result<Vec<ClientId>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT j.client_id FROM journal j JOIN clients c ON c.id = j.client_id \
         WHERE j.seq > (SELECT coalesce (max (seq), 0) FROM journal) - ?2 AND j.actor = ?1 AND j.outcome = 'done' \
         AND j.command IN ('clients.open', 'clients.register', 'clients.receive') \
         GROUP BY j.client_id ORDER BY max (j.seq) DESC LIMIT ?3",
    )?;
    let actor = format!("staff:{}", staff.0);
    let rows = statement.query_map(
        params![
            actor,
            RECENT_ENTRIES,
            i64::try_from(most).unwrap_or(i64::MAX)
        ],
        |row| row.get(0),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
