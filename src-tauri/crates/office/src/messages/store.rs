//! The SQL of the messages room.

use chrono::Datelike;
use rusqlite::{OptionalExtension, params};

use super::delivery::ASKED_FOR;
use super::notice::{self, MessageClass, Notice, NoticeKind, Values};
use super::{
    Awaited, DeliverySaid, DeliveryState, Fate, LEASE, Message, MessageCause, MessageDelivery,
    MessageId, MessageLine, MessageState, MessagesShown, Parcel, Receipt, gateway, measure,
};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::visits;
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Lang, Read, Write};

/// Lines of one page.
const PAGE: u32 = 50;

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
        .prepare_cached("SELECT state, cause, delivery FROM outbox WHERE id = ?1")?;
    let found = find.query_row([message], |row| {
        Ok(MessageDelivery {
            state: row.get(0)?,
            cause: row.get(1)?,
            delivery: row.get(2)?,
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
        "SELECT state, cause, delivery FROM outbox WHERE code_id = ?1 ORDER BY id DESC LIMIT 1",
    )?;
    Ok(find
        .query_row([code], |row| {
            Ok(MessageDelivery {
                state: row.get(0)?,
                cause: row.get(1)?,
                delivery: row.get(2)?,
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
        settle(cx, id, &fate, &Receipt::default())?;
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
                &Receipt::default(),
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

/// Makes of a message what came of it. Where more will be heard of it, the number stays that the gateway wants to hear again.
pub(super) fn settle(cx: &Write<'_>, id: MessageId, fate: &Fate, receipt: &Receipt) -> Result<()> {
    let (state, cause) = match fate {
        Fate::Again(at, cause) => {
            let mut again = cx.sql().prepare_cached(
                "UPDATE outbox SET state = 'queued', attempt = NULL, lease_till = NULL, due_at = ?2, cause = ?3 WHERE id = ?1",
            )?;
            again.execute(params![id, at, cause])?;
            return Ok(());
        }
        Fate::Over(state, cause) => (*state, *cause),
    };
    let gateway = gateway(cx)?;
    let heard_of = match state {
        MessageState::Accepted => gateway.tells_delivery(),
        MessageState::Uncertain => gateway.knows_identity(),
        _ => false,
    };
    let mut over = cx.sql().prepare_cached(
        "UPDATE outbox SET state = ?2, cause = ?3, gateway_id = ?4, gateway_ref = ?5, parts = coalesce(?6, parts), price = ?7,
             settled_at = ?8, lease_till = NULL, words = NULL, delivery = CASE WHEN ?9 AND gateway = ?10 THEN 'awaited' END,
             recipient = CASE WHEN ?9 AND ?11 THEN recipient ELSE '' END
         WHERE id = ?1",
    )?;
    over.execute(params![
        id,
        state,
        cause,
        receipt.id,
        receipt.reference,
        receipt.parts,
        receipt.price,
        cx.now(),
        heard_of,
        gateway.kind(),
        gateway.knows_identity(),
    ])?;
    let (code, identity) = code_and_identity(cx, id)?;
    match code {
        Some(code) => {
            let name = receipt.id.as_deref().unwrap_or(&identity);
            visits::message_settled(cx, code, state, name)?;
        }
        None => cx.news("messages", id.0),
    }
    Ok(())
}

fn code_and_identity(cx: &Read<'_>, id: MessageId) -> Result<(Option<i64>, String)> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT code_id, identity FROM outbox WHERE id = ?1")?;
    Ok(find.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

pub(super) fn is_awaited(cx: &Read<'_>) -> Result<bool> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM outbox WHERE delivery = 'awaited')")?;
    Ok(find.query_row([], |row| row.get(0))?)
}

pub(super) fn awaited(cx: &Read<'_>, gateway: &str, most: u32) -> Result<Vec<Awaited>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, identity, gateway_id, gateway_ref, recipient FROM outbox
         WHERE delivery = 'awaited' AND gateway = ?1 AND settled_at > ?2 ORDER BY settled_at LIMIT ?3",
    )?;
    let since = cx.now().plus(-ASKED_FOR);
    let found = find.query_map(params![gateway, since, most], |row| {
        Ok(Awaited {
            id: row.get(0)?,
            identity: row.get(1)?,
            gateway_id: row.get(2)?,
            reference: row.get(3)?,
            to: row.get(4)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Notes a delivery; says whether it was news.
pub(super) fn note_delivery(cx: &Write<'_>, said: &DeliverySaid) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, coalesce(gateway_id, identity) FROM outbox WHERE identity = ?1 AND delivery IN ('awaited', 'unknown')",
    )?;
    let found: Option<(MessageId, String)> = find
        .query_row([&said.identity], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((id, name)) = found else {
        return Ok(false);
    };
    let state = if said.delivered {
        DeliveryState::Delivered
    } else {
        DeliveryState::NotDelivered
    };
    let mut note = cx.sql().prepare_cached(
        "UPDATE outbox SET delivery = ?2, delivery_at = ?3, parts = coalesce(?4, parts), price = coalesce(?5, price), recipient = ''
         WHERE id = ?1",
    )?;
    note.execute(params![id, state, cx.now(), said.parts, said.price])?;
    if let (Some(code), _) = code_and_identity(cx, id)? {
        visits::message_delivered(cx, code, said.delivered, &name)?;
    }
    Ok(true)
}

/// After a day nobody is asked any more.
pub(super) fn give_up_deliveries(cx: &Write<'_>) -> Result<()> {
    let mut give_up = cx.sql().prepare_cached(
        "UPDATE outbox SET delivery = 'unknown', delivery_at = ?2, recipient = '' WHERE delivery = 'awaited' AND settled_at <= ?1",
    )?;
    give_up.execute(params![cx.now().plus(-ASKED_FOR), cx.now()])?;
    Ok(())
}

pub(super) fn list(cx: &Read<'_>, page: u32) -> Result<MessagesShown> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, class, notice, made_at, CASE WHEN state = 'queued' THEN due_at END, state, cause, delivery, delivery_at, gateway,
                gateway_id, parts, price
         FROM outbox ORDER BY id DESC LIMIT ?1 OFFSET ?2",
    )?;
    let lines = find.query_map(params![PAGE, page * PAGE], |row| {
        let stamp = |place| -> rusqlite::Result<_> {
            Ok(row.get::<_, Option<Moment>>(place)?.map(Moment::stamp))
        };
        Ok(MessageLine {
            id: row.get(0)?,
            class: row.get(1)?,
            notice: row.get(2)?,
            made: row.get::<_, Moment>(3)?.stamp(),
            leaves: stamp(4)?,
            state: row.get(5)?,
            cause: row.get(6)?,
            delivery: row.get(7)?,
            delivered: stamp(8)?,
            gateway: row.get(9)?,
            gateway_id: row.get(10)?,
            parts: row.get(11)?,
            price: row.get(12)?,
        })
    })?;
    let lines = lines.collect::<rusqlite::Result<_>>()?;
    let first = cx.today().with_day(1).unwrap_or_else(|| cx.today());
    let month = Moment::of_local(first.and_time(chrono::NaiveTime::MIN));
    let mut count = cx.sql().prepare_cached(
        "SELECT count(*), coalesce(sum(parts) FILTER (WHERE made_at >= ?1 AND state IN ('accepted', 'uncertain')), 0),
                coalesce(sum(price) FILTER (WHERE made_at >= ?1), 0) FROM outbox",
    )?;
    let (total, month_parts, month_price) =
        count.query_row([month], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(MessagesShown {
        lines,
        total,
        month_parts,
        month_price,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
