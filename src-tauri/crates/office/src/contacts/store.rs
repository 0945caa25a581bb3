//! The SQL of contacts: what the answer turns on, for one client or for all of an operator's at once.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::{Facts, Held, Permission, Wish};
use crate::blocks::BlockScope;
use crate::calendar::store::stored_date;
use crate::clients::{ClientId, ClientsError, Field};
use crate::clock::Moment;
use crate::consents::ConsentState;
use crate::consents::texts::ContactChannel;
use crate::consents::withdrawals::WithdrawScope;
use crate::error::Result;
use crate::policy::OperatorId;
use crate::requests::Channel;
use crate::{Read, Write};

/// Facts of one client.
pub(crate) fn facts_of(cx: &Read<'_>, client: ClientId) -> Result<Facts> {
    let mut place = cx
        .sql()
        .prepare_cached("SELECT operator_id FROM clients WHERE id = ?1")?;
    let operator = place.query_row([client], |row| row.get(0))?;
    let mut found = facts(cx, operator, Some(client))?;
    Ok(found.remove(&client).ok_or(ClientsError::NotFound)?)
}

/// Facts of an operator's clients: six passes over indexes, however many there are.
pub(super) fn facts(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
) -> Result<HashMap<ClientId, Facts>> {
    let mut all = people(cx, operator, client)?;
    permissions(cx, operator, client, &mut all)?;
    limits(cx, operator, client, &mut all)?;
    blocks(cx, operator, client, &mut all)?;
    wishes(cx, operator, client, &mut all)?;
    withdrawing(cx, operator, client, &mut all)?;
    Ok(all)
}

fn people(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
) -> Result<HashMap<ClientId, Facts>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, phone, email, coalesce (residence_address, registration_address) FROM clients \
         WHERE operator_id = ?1 AND (?2 IS NULL OR id = ?2)",
    )?;
    let rows = find.query_map(params![operator, client], |row| {
        let facts = Facts {
            phone: row.get(1)?,
            email: row.get(2)?,
            address: row.get(3)?,
            ..Facts::default()
        };
        Ok((row.get(0)?, facts))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The channels in a purpose's list.
fn channels(text: &str) -> Result<Vec<ContactChannel>> {
    let names: Vec<String> = serde_json::from_str(text).map_err(anyhow::Error::from)?;
    let known = names
        .iter()
        .filter_map(|name| ContactChannel::from_name(name));
    Ok(known.collect())
}

fn permissions(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
    all: &mut HashMap<ClientId, Facts>,
) -> Result<()> {
    let mut find = cx.sql().prepare_cached(
        "SELECT c.client_id, c.number, s.state, p.channels, s.till, CASE WHEN p.term = 'until' THEN p.term_until END \
         FROM consents c JOIN consent_states s ON s.consent_id = c.id JOIN purposes p ON p.id = s.purpose_id \
         WHERE c.operator_id = ?1 AND (?2 IS NULL OR c.client_id = ?2) AND p.kind = 'optional' AND p.channels <> '[]' \
           AND s.effective_from <= ?3 AND (s.till IS NULL OR s.till > ?3) ORDER BY c.id, p.place",
    )?;
    let today = cx.today();
    let mut rows = find.query(params![operator, client, today.to_string()])?;
    while let Some(row) = rows.next()? {
        let till: Option<String> = row.get(4)?;
        let until: Option<String> = row.get(5)?;
        let mut state: ConsentState = row.get(2)?;
        // A term that is a date needs no event to end.
        let until = until.as_deref().map(stored_date).transpose()?;
        if until.is_some_and(|day| day < today)
            && matches!(state, ConsentState::Given | ConsentState::Renewed)
        {
            state = ConsentState::Expired;
        }
        let before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
        let till = till.as_deref().map(stored_date).transpose()?.map(before);
        let permission = Permission {
            number: row.get(1)?,
            state,
            channels: channels(&row.get::<_, String>(3)?)?,
            last_day: [till, until].into_iter().flatten().min(),
            limited: Vec::new(),
        };
        if let Some(facts) = all.get_mut(&row.get(0)?) {
            facts.permissions.push(permission);
        }
    }
    Ok(())
}

fn limits(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
    all: &mut HashMap<ClientId, Facts>,
) -> Result<()> {
    let mut find = cx.sql().prepare_cached(
        "SELECT c.client_id, c.number, l.channel FROM consent_limits l JOIN consents c ON c.id = l.consent_id \
         WHERE c.operator_id = ?1 AND (?2 IS NULL OR c.client_id = ?2) AND l.what = 'channel' AND l.effective_from <= ?3",
    )?;
    let mut rows = find.query(params![operator, client, cx.today().to_string()])?;
    while let Some(row) = rows.next()? {
        let (number, channel): (String, String) = (row.get(1)?, row.get(2)?);
        let channel = ContactChannel::from_name(&channel);
        let facts = all.get_mut(&row.get(0)?);
        if let (Some(facts), Some(channel)) = (facts, channel) {
            let of_it = facts.permissions.iter_mut();
            for one in of_it.filter(|one| one.number == number) {
                one.limited.push(channel);
            }
        }
    }
    Ok(())
}

fn blocks(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
    all: &mut HashMap<ClientId, Facts>,
) -> Result<()> {
    let mut find = cx.sql().prepare_cached(
        "SELECT b.client_id, b.id, b.ground, b.review_on, \
                (SELECT group_concat (f.field) FROM block_fields f WHERE f.block_id = b.id) \
         FROM blocks b JOIN clients c ON c.id = b.client_id \
         WHERE c.operator_id = ?1 AND (?2 IS NULL OR b.client_id = ?2) AND b.ended_at IS NULL ORDER BY b.id",
    )?;
    let mut rows = find.query(params![operator, client])?;
    while let Some(row) = rows.next()? {
        let covers: String = row.get::<_, Option<String>>(4)?.unwrap_or_default();
        let scope = match covers.split(',').any(|field| field == "*") {
            true => BlockScope::Everything,
            false => BlockScope::Fields {
                fields: covers.split(',').filter_map(Field::from_name).collect(),
            },
        };
        let held = Held {
            number: row.get::<_, i64>(1)?.to_string(),
            ground: row.get(2)?,
            scope,
            review_on: stored_date(&row.get::<_, String>(3)?)?,
        };
        if let Some(facts) = all.get_mut(&row.get(0)?) {
            facts.blocks.push(held);
        }
    }
    Ok(())
}

fn wish(row: &Row<'_>) -> rusqlite::Result<Wish> {
    Ok(Wish {
        stop: row.get(2)?,
        at: row.get(3)?,
        by: row.get(4)?,
        how: row.get(5)?,
    })
}

fn wishes(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
    all: &mut HashMap<ClientId, Facts>,
) -> Result<()> {
    let mut find = cx.sql().prepare_cached(
        "SELECT w.client_id, w.channel, w.stop, w.at, s.name, w.how FROM contact_wishes w \
         JOIN clients c ON c.id = w.client_id JOIN staff s ON s.id = w.staff_id \
         WHERE c.operator_id = ?1 AND (?2 IS NULL OR w.client_id = ?2) ORDER BY w.id",
    )?;
    let mut rows = find.query(params![operator, client])?;
    while let Some(row) = rows.next()? {
        let channel: ContactChannel = row.get(1)?;
        let wish = wish(row)?;
        if let Some(facts) = all.get_mut(&row.get(0)?) {
            facts.wishes.insert(channel, wish);
        }
    }
    Ok(())
}

fn withdrawing(
    cx: &Read<'_>,
    operator: OperatorId,
    client: Option<ClientId>,
    all: &mut HashMap<ClientId, Facts>,
) -> Result<()> {
    let mut find = cx.sql().prepare_cached(
        "SELECT w.client_id, w.scope, r.application_id, r.received_on FROM withdrawals w JOIN rights r ON r.id = w.right_id \
         WHERE w.operator_id = ?1 AND (?2 IS NULL OR w.client_id = ?2) AND w.state = 'asked' ORDER BY w.id",
    )?;
    let mut rows = find.query(params![operator, client])?;
    while let Some(row) = rows.next()? {
        let scope: WithdrawScope =
            serde_json::from_str(&row.get::<_, String>(1)?).map_err(anyhow::Error::from)?;
        let received: String = row.get(3)?;
        let number = crate::requests::numbered(&received, row.get(2)?);
        let covered = covered(cx, &scope)?;
        if let Some(facts) = all.get_mut(&row.get(0)?) {
            for channel in covered {
                facts.withdrawing.insert(channel, number.clone());
            }
        }
    }
    Ok(())
}

/// The channels of advertising that a scope takes back.
fn covered(cx: &Read<'_>, scope: &WithdrawScope) -> Result<Vec<ContactChannel>> {
    if scope.whole {
        return Ok(ContactChannel::ALL.to_vec());
    }
    let mut found = scope.channels.clone();
    let mut find = cx
        .sql()
        .prepare_cached("SELECT channels FROM purposes WHERE id = ?1")?;
    for part in &scope.purposes {
        found.extend(channels(
            &find.query_row([part.purpose], |row| row.get::<_, String>(0))?,
        )?);
    }
    Ok(found)
}

/// Keeps a wish.
pub(super) fn add_wish(
    cx: &Write<'_>,
    client: ClientId,
    channel: ContactChannel,
    stop: bool,
    how: Channel,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO contact_wishes (client_id, channel, stop, how, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![client, channel, stop, how, cx.now(), cx.seat()?.staff])?;
    Ok(())
}

/// Every wish of a client, the newest first.
pub(super) fn wishes_of(cx: &Read<'_>, client: ClientId) -> Result<Vec<(ContactChannel, Wish)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT w.client_id, w.channel, w.stop, w.at, s.name, w.how FROM contact_wishes w JOIN staff s ON s.id = w.staff_id \
         WHERE w.client_id = ?1 ORDER BY w.id DESC",
    )?;
    let rows = find.query_map([client], |row| Ok((row.get(1)?, wish(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names and the language in which a person agreed last, for the list.
pub(super) fn names(
    cx: &Read<'_>,
    operator: OperatorId,
) -> Result<BTreeMap<ClientId, (String, Option<String>)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT c.id, trim (coalesce (c.surname, '') || ' ' || coalesce (c.given, '') || ' ' || coalesce (c.patronymic, '')), \
                (SELECT lang FROM consents WHERE client_id = c.id ORDER BY id DESC LIMIT 1) \
         FROM clients c WHERE c.operator_id = ?1",
    )?;
    let rows = find.query_map([operator], |row| {
        Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A list that was made: when, of which channel, how many.
pub(super) fn keep_list(
    cx: &Write<'_>,
    operator: OperatorId,
    channel: ContactChannel,
    people: u32,
    sha: &str,
) -> Result<i64> {
    Ok(cx
        .sql()
        .prepare_cached(
            "INSERT INTO advertising_lists (operator_id, channel, people, sha, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .insert(params![operator, channel, people, sha, cx.now(), cx.seat()?.staff])?)
}

/// A list that was made: its number, channel, people, when and by whom.
pub(super) type ListMade = (i64, ContactChannel, u32, Moment, String);

/// The lists that were made, the newest first.
pub(super) fn lists(cx: &Read<'_>, operator: OperatorId) -> Result<Vec<ListMade>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT l.id, l.channel, l.people, l.at, s.name FROM advertising_lists l JOIN staff s ON s.id = l.staff_id \
         WHERE l.operator_id = ?1 ORDER BY l.id DESC LIMIT 20",
    )?;
    let rows = find.query_map([operator], |row| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
