//! The SQL of who is on which version, of notices and objections.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{ObjectionChannel, Told};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::texts::{ConsentText, TextId};
use crate::consents::{ConsentId, TextLang};
use crate::error::Result;
use crate::messages::MessageId;
use crate::policy::BranchId;
use crate::{Read, Write};

/// A client and the version that their newest consent of the family was given to.
#[derive(Debug, Clone)]
pub(super) struct Holder {
    pub consent: ConsentId,
    pub number: String,
    pub client: ClientId,
    pub branch: BranchId,
    pub branch_name: String,
    pub text: TextId,
    pub version: u32,
    pub given: Moment,
    pub lang: TextLang,
    pub told: Option<Told>,
    pub objected: Option<NaiveDate>,
}

/// Clients whose newest consent to a text of this family holds for some purpose today, by branch and number. What they were
/// told and what they objected to is about `newest`.
pub(super) fn holders(
    cx: &Read<'_>,
    newest: &ConsentText,
    branch: Option<BranchId>,
) -> Result<Vec<Holder>> {
    let mut find = cx.sql().prepare_cached(
        "WITH holding AS (
             SELECT DISTINCT consent_id FROM consent_states JOIN purposes ON purposes.id = purpose_id
             WHERE effective_from <= ?3 AND (till IS NULL OR till > ?3) AND state IN ('given', 'renewed')
               AND (purposes.term_until IS NULL OR purposes.term_until >= ?3)),
         held AS (
             SELECT consents.id, number, client_id, branch_id, text_id, version, given_at, lang,
                    row_number() OVER (PARTITION BY client_id ORDER BY given_at DESC, consents.id DESC) AS place
             FROM consents JOIN consent_texts ON consent_texts.id = text_id
             WHERE consents.operator_id = ?1 AND code = ?2 AND consents.id IN (SELECT consent_id FROM holding))
         SELECT held.id, held.number, held.client_id, held.branch_id, branches.name, held.text_id, version, given_at, held.lang,
                notice.id, notice.told_on, outbox.state, outbox.settled_at, outbox.delivery, objection.received_on
         FROM held JOIN branches ON branches.id = held.branch_id
         LEFT JOIN text_notices AS notice ON notice.id =
             (SELECT max(id) FROM text_notices WHERE text_notices.client_id = held.client_id AND text_notices.text_id = ?4)
         LEFT JOIN outbox ON outbox.id = notice.message_id
         LEFT JOIN text_objections AS objection ON objection.client_id = held.client_id AND objection.text_id = ?4
         WHERE place = 1 AND (?5 IS NULL OR held.branch_id = ?5)
         ORDER BY branches.name, held.id",
    )?;
    let today = cx.today().to_string();
    let rows = find.query_map(
        params![newest.operator, newest.code, today, newest.id, branch],
        holder,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn holder(row: &Row<'_>) -> rusqlite::Result<Holder> {
    let day = |at: usize| -> rusqlite::Result<Option<NaiveDate>> {
        let text: Option<String> = row.get(at)?;
        Ok(text.and_then(|text| text.parse().ok()))
    };
    let told = match row.get::<_, Option<i64>>(9)? {
        None => None,
        Some(_) => Some(
            match (day(10)?, row.get::<_, Option<String>>(11)?.as_deref()) {
                (Some(day), _) => Told::On(day),
                (None, Some("queued" | "handing")) => Told::Sending,
                (None, Some("accepted")) => {
                    let delivery: Option<String> = row.get(13)?;
                    let settled: Option<Moment> = row.get(12)?;
                    match settled.filter(|_| delivery.as_deref() != Some("not_delivered")) {
                        Some(at) => Told::On(at.date()),
                        None => Told::Failed,
                    }
                }
                (None, _) => Told::Failed,
            },
        ),
    };
    Ok(Holder {
        consent: row.get(0)?,
        number: row.get(1)?,
        client: row.get(2)?,
        branch: row.get(3)?,
        branch_name: row.get(4)?,
        text: row.get(5)?,
        version: row.get(6)?,
        given: row.get(7)?,
        lang: row.get(8)?,
        told,
        objected: day(14)?,
    })
}

/// The version that a consent was given to.
pub(super) fn text_of(cx: &Read<'_>, consent: ConsentId) -> Result<Option<TextId>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT text_id FROM consents WHERE id = ?1")?;
    Ok(find.query_row([consent], |row| row.get(0)).optional()?)
}

/// The newest version of the family that a text belongs to.
pub(super) fn newest(cx: &Read<'_>, text: TextId) -> Result<TextId> {
    let mut find = cx.sql().prepare_cached(
        "SELECT newer.id FROM consent_texts newer JOIN consent_texts this ON this.id = ?1
         WHERE newer.operator_id = this.operator_id AND newer.code = this.code ORDER BY newer.version DESC LIMIT 1",
    )?;
    Ok(find.query_row([text], |row| row.get(0))?)
}

/// The versions of a family, newest first: number, version, day of publishing.
pub(super) fn versions(cx: &Read<'_>, of: &ConsentText) -> Result<Vec<(TextId, u32, Moment)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, version, published_at FROM consent_texts WHERE operator_id = ?1 AND code = ?2 ORDER BY version DESC",
    )?;
    let rows = find.query_map(params![of.operator, of.code], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A notice that was sent or given.
pub(super) struct NewNotice {
    pub text: TextId,
    pub client: ClientId,
    pub consent: ConsentId,
    pub channel: &'static str,
    pub message: Option<MessageId>,
    pub told_on: Option<NaiveDate>,
}

pub(super) fn add_notice(cx: &Write<'_>, notice: &NewNotice) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO text_notices (text_id, client_id, consent_id, channel, message_id, told_on, at, staff_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    insert.execute(params![
        notice.text,
        notice.client,
        notice.consent,
        notice.channel,
        notice.message,
        notice.told_on.map(|day| day.to_string()),
        cx.now(),
        cx.seat()?.staff,
    ])?;
    Ok(())
}

pub(super) fn add_objection(
    cx: &Write<'_>,
    text: TextId,
    client: ClientId,
    received: NaiveDate,
    channel: ObjectionChannel,
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO text_objections (text_id, client_id, received_on, channel, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let received = received.to_string();
    insert.execute(params![
        text,
        client,
        received,
        channel,
        cx.now(),
        cx.seat()?.staff
    ])?;
    Ok(())
}

/// An objection as it was recorded: day, channel, when and by whom.
pub(super) fn objection(
    cx: &Read<'_>,
    text: TextId,
    client: ClientId,
) -> Result<Option<(String, ObjectionChannel, Moment, String)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT received_on, channel, at, staff.name FROM text_objections JOIN staff ON staff.id = staff_id
         WHERE text_id = ?1 AND client_id = ?2",
    )?;
    let found = find.query_row(params![text, client], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    Ok(found.optional()?)
}
