//! The SQL of the messages room.

use rusqlite::{OptionalExtension, params};

use super::notice::{self, MessageClass, Notice, NoticeKind, Values};
use super::{
    Fate, LEASE, Message, MessageCause, MessageDelivery, MessageId, MessageState, Parcel, gateway,
    measure,
};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::visits;
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Lang, Read, Write};

/// A message that is due, as far as its words need.
struct Due {
    id: MessageId,
    identity: String,
    to: String,
    class: MessageClass,
    code: Option<i64>,
    notice: Option<(OperatorId, ClientId, Lang, NoticeKind)>,
    words: String,
}

pub(super) fn queue(
    cx: &Write<'_>,
    code: i64,
    recipient: &str,
    ends_at: Moment,
) -> Result<MessageId> {
    let identity = hex(&cx.random::<16>());
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO outbox (identity, class, recipient, code_id, state, due_at, ends_at, made_at)
         VALUES (?1, 'code', ?2, ?3, 'queued', ?4, ?5, ?4)",
    )?;
    Ok(MessageId(insert.insert(params![
        identity,
        recipient,
        code,
        cx.now(),
        ends_at
    ])?))
}

pub(super) fn queue_notice(
    cx: &Write<'_>,
    notice: &Notice<'_>,
    values: &Values,
    due: Moment,
    ends: Moment,
) -> Result<MessageId> {
    let kind = notice.words.kind();
    let values = serde_json::to_string(values).map_err(anyhow::Error::from)?;
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO outbox (identity, class, recipient, operator_id, client_id, notice, lang, words, state, due_at, ends_at, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'queued', ?9, ?10, ?11)",
    )?;
    Ok(MessageId(insert.insert(params![
        hex(&cx.random::<16>()),
        kind.class(),
        notice.phone.as_e164(),
        notice.operator,
        notice.client,
        kind,
        notice.lang,
        values,
        due,
        ends,
        cx.now()
    ])?))
}

pub(super) fn stands(cx: &Read<'_>, message: MessageId) -> Result<Option<MessageDelivery>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT state, cause FROM outbox WHERE id = ?1")?;
    let found = find.query_row([message], |row| {
        Ok(MessageDelivery {
            state: row.get(0)?,
            cause: row.get(1)?,
        })
    });
    Ok(found.optional()?)
}

pub(super) fn drop_notices(cx: &Write<'_>, client: ClientId, class: MessageClass) -> Result<()> {
    let mut drop = cx.sql().prepare_cached(
        "UPDATE outbox SET state = 'failed', cause = ?3, settled_at = ?4, recipient = '', words = NULL
         WHERE client_id = ?1 AND class = ?2 AND state = 'queued'",
    )?;
    drop.execute(params![client, class, MessageCause::Blocked, cx.now()])?;
    Ok(())
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

/// Takes the next due message under a lease. Codes go first: somebody waits for them at the counter.
pub(super) fn take(cx: &Write<'_>) -> Result<Option<Parcel>> {
    let Some(due) = next_due(cx)? else {
        return Ok(None);
    };
    let leaves = notice::leaves(cx, due.class, cx.now())?;
    if leaves > cx.now() {
        put_off(cx, due.id, leaves)?;
        return Ok(None);
    }
    let text = match words_of(cx, &due)? {
        Ok(text) => text,
        Err(cause) => {
            settle(
                cx,
                due.id,
                &Fate::Over(MessageState::Failed, Some(cause)),
                None,
            )?;
            return Ok(None);
        }
    };
    let gateway = gateway(cx)?;
    let attempt = hex(&cx.random::<8>());
    let mut lease = cx.sql().prepare_cached(
        "UPDATE outbox SET state = 'handing', attempt = ?2, lease_till = ?3, tries = tries + 1, gateway = ?4, parts = ?5 WHERE id = ?1",
    )?;
    lease.execute(params![
        due.id,
        attempt,
        cx.now().plus(LEASE),
        gateway.kind(),
        measure(&text).parts
    ])?;
    Ok(Some(Parcel {
        id: due.id,
        attempt,
        identity: due.identity,
        to: due.to,
        text,
        gateway,
    }))
}

fn next_due(cx: &Read<'_>) -> Result<Option<Due>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, identity, recipient, class, code_id, operator_id, client_id, lang, notice, words FROM outbox
         WHERE state = 'queued' AND due_at <= ?1 ORDER BY class <> 'code', due_at, id LIMIT 1",
    )?;
    let found = find.query_row([cx.now()], |row| {
        let kind: Option<NoticeKind> = row.get(8)?;
        Ok(Due {
            id: row.get(0)?,
            identity: row.get(1)?,
            to: row.get(2)?,
            class: row.get(3)?,
            code: row.get(4)?,
            notice: match kind {
                Some(kind) => Some((row.get(5)?, row.get(6)?, row.get(7)?, kind)),
                None => None,
            },
            words: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
        })
    });
    Ok(found.optional()?)
}

/// The words of a message that is to leave now, or why it may not any more.
fn words_of(cx: &Read<'_>, due: &Due) -> Result<Result<String, MessageCause>> {
    if let Some(code) = due.code {
        return Ok(visits::code_message(cx, code)?.ok_or(MessageCause::Superseded));
    }
    let Some((operator, client, lang, kind)) = due.notice else {
        return Ok(Err(MessageCause::Superseded));
    };
    if let Some(cause) = notice::stopped(cx, due.class, client)? {
        return Ok(Err(cause));
    }
    let values: Values = serde_json::from_str(&due.words).map_err(anyhow::Error::from)?;
    notice::text_of(cx, operator, lang, kind, &values).map(Ok)
}

/// Outside its hours: it waits for them.
fn put_off(cx: &Write<'_>, id: MessageId, due: Moment) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE outbox SET due_at = ?2 WHERE id = ?1")?
        .execute(params![id, due])?;
    Ok(())
}

pub(super) fn leased(cx: &Read<'_>, id: MessageId, attempt: &str) -> Result<Option<Message>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, state, tries, ends_at, cause, class FROM outbox WHERE id = ?1 AND attempt = ?2 AND state = 'handing'",
    )?;
    let message = find
        .query_row(params![id, attempt], |row| {
            Ok(Message {
                id: row.get(0)?,
                state: row.get(1)?,
                tries: row.get(2)?,
                ends_at: row.get(3)?,
                cause: row.get(4)?,
                class: row.get(5)?,
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
                "UPDATE outbox SET state = ?2, cause = ?3, gateway_id = ?4, settled_at = ?5, lease_till = NULL, recipient = '', words = NULL
                 WHERE id = ?1",
            )?;
            over.execute(params![id, state, cause, gateway_id, cx.now()])?;
            let mut find = cx
                .sql()
                .prepare_cached("SELECT code_id, identity FROM outbox WHERE id = ?1")?;
            let (code, identity): (Option<i64>, String) =
                find.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            match code {
                Some(code) => {
                    visits::message_settled(cx, code, *state, gateway_id.unwrap_or(&identity))?;
                }
                None => cx.news("messages", id.0),
            }
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
