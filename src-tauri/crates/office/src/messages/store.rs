//! The SQL of the messages room.

use rusqlite::{OptionalExtension, params};

use super::{
    Fate, LEASE, Message, MessageCause, MessageDelivery, MessageId, MessageState, Parcel, gateway,
};
use crate::clock::Moment;
use crate::consents::visits;
use crate::error::Result;
use crate::{Read, Write};

pub(super) fn queue(
    cx: &Write<'_>,
    code: i64,
    recipient: &str,
    ends_at: Moment,
) -> Result<MessageId> {
    let identity = hex(&cx.random::<16>());
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO outbox (identity, recipient, code_id, state, due_at, ends_at, made_at)
         VALUES (?1, ?2, ?3, 'queued', ?4, ?5, ?4)",
    )?;
    Ok(MessageId(insert.insert(params![
        identity,
        recipient,
        code,
        cx.now(),
        ends_at
    ])?))
}

pub(super) fn delivery(cx: &Read<'_>, code: i64) -> Result<Option<MessageDelivery>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT state, cause FROM outbox WHERE code_id = ?1 ORDER BY id DESC LIMIT 1",
    )?;
    Ok(find
        .query_row([code], |row| {
            Ok(MessageDelivery {
                state: row.get(0)?,
                cause: row.get(1)?,
            })
        })
        .optional()?)
}

pub(super) fn drop_code(cx: &Write<'_>, code: i64) -> Result<()> {
    let mut drop = cx.sql().prepare_cached(
        "UPDATE outbox SET state = 'failed', cause = ?2, settled_at = ?3, recipient = '' WHERE code_id = ?1 AND state = 'queued'",
    )?;
    drop.execute(params![code, MessageCause::Superseded, cx.now()])?;
    Ok(())
}

pub(super) fn waiting(cx: &Read<'_>) -> Result<u32> {
    let mut count = cx
        .sql()
        .prepare_cached("SELECT count(*) FROM outbox WHERE state IN ('queued', 'handing')")?;
    Ok(count.query_row([], |row| row.get(0))?)
}

pub(super) fn is_due(cx: &Read<'_>) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE (state = 'queued' AND due_at <= ?1) OR (state = 'handing' AND lease_till < ?1))",
    )?;
    Ok(find.query_row([cx.now()], |row| row.get(0))?)
}

/// Settles what a carrier left behind: a lease that ran out is uncertain, a message whose time passed has failed.
pub(super) fn settle_abandoned(cx: &Write<'_>) -> Result<()> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, state FROM outbox WHERE (state = 'handing' AND lease_till < ?1) OR (state = 'queued' AND ends_at <= ?1)",
    )?;
    let left: Vec<(MessageId, MessageState)> = find
        .query_map([cx.now()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, state) in left {
        let fate = match state {
            MessageState::Handing => {
                Fate::Over(MessageState::Uncertain, Some(MessageCause::CutShort))
            }
            _ => Fate::Over(MessageState::Failed, Some(MessageCause::TooLate)),
        };
        settle(cx, id, &fate, None)?;
    }
    Ok(())
}

pub(super) fn take(cx: &Write<'_>) -> Result<Option<Parcel>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, identity, recipient, code_id FROM outbox WHERE state = 'queued' AND due_at <= ?1 ORDER BY due_at, id LIMIT 1",
    )?;
    let found: Option<(MessageId, String, String, i64)> = find
        .query_row([cx.now()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((id, identity, to, code)) = found else {
        return Ok(None);
    };
    let Some(text) = visits::code_message(cx, code)? else {
        settle(
            cx,
            id,
            &Fate::Over(MessageState::Failed, Some(MessageCause::Superseded)),
            None,
        )?;
        return Ok(None);
    };
    let gateway = gateway(cx)?;
    let attempt = hex(&cx.random::<8>());
    let mut lease = cx.sql().prepare_cached(
        "UPDATE outbox SET state = 'handing', attempt = ?2, lease_till = ?3, tries = tries + 1, gateway = ?4 WHERE id = ?1",
    )?;
    lease.execute(params![id, attempt, cx.now().plus(LEASE), gateway.kind()])?;
    Ok(Some(Parcel {
        id,
        attempt,
        identity,
        to,
        text,
        gateway,
    }))
}

pub(super) fn leased(cx: &Read<'_>, id: MessageId, attempt: &str) -> Result<Option<Message>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, state, tries, ends_at, cause FROM outbox WHERE id = ?1 AND attempt = ?2 AND state = 'handing'",
    )?;
    let message = find
        .query_row(params![id, attempt], |row| {
            Ok(Message {
                id: row.get(0)?,
                state: row.get(1)?,
                tries: row.get(2)?,
                ends_at: row.get(3)?,
                cause: row.get(4)?,
            })
        })
        .optional()?;
    Ok(message)
}

pub(super) fn settle(
    cx: &Write<'_>,
    id: MessageId,
    fate: &Fate,
    gateway_id: Option<&str>,
) -> Result<()> {
    match fate {
        Fate::Again(at, cause) => {
            let mut again = cx.sql().prepare_cached(
                "UPDATE outbox SET state = 'queued', attempt = NULL, lease_till = NULL, due_at = ?2, cause = ?3 WHERE id = ?1",
            )?;
            again.execute(params![id, at, cause])?;
        }
        Fate::Over(state, cause) => {
            let mut over = cx.sql().prepare_cached(
                "UPDATE outbox SET state = ?2, cause = ?3, gateway_id = ?4, settled_at = ?5, lease_till = NULL, recipient = '' WHERE id = ?1",
            )?;
            over.execute(params![id, state, cause, gateway_id, cx.now()])?;
            let mut find = cx
                .sql()
                .prepare_cached("SELECT code_id, identity FROM outbox WHERE id = ?1")?;
            let (code, identity): (i64, String) =
                find.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            visits::message_settled(cx, code, *state, gateway_id.unwrap_or(&identity))?;
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
