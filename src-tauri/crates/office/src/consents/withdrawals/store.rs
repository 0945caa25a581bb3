//! The SQL of withdrawals.

use chrono::NaiveDate;
use kz::term::Count;
use rusqlite::{OptionalExtension, Row, params};

use super::{
    AskedWithdrawal, Days, Held, Limit, Obligation, ShowingWay, WithdrawScope, Withdrawal,
    WithdrawalId, WithdrawalState,
};
use crate::blocks::BlockId;
use crate::calendar::store::stored_date;
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::texts::{ContactChannel, TextPair};
use crate::consents::{ConsentId, ConsentState, PurposeId};
use crate::door::StaffId;
use crate::error::Result;
use crate::policy::OperatorId;
use crate::requests::{Channel, RightId};
use crate::texts::Lang;
use crate::{Read, Write};

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
}

const WITHDRAWAL: &str = "SELECT id, right_id, client_id, operator_id, scope, wished, notice, ceiling, state, effective_from, \
     granted_by, obligation, obligation_number, took_effect_at, block_id, card_blocked FROM withdrawals";

struct Raw {
    row: Withdrawal,
    texts: [String; 3],
    dates: [Option<String>; 2],
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let empty = || Count {
        due: NaiveDate::MIN,
        target: NaiveDate::MIN,
        steps: Vec::new(),
        preliminary: false,
        edition: String::new(),
    };
    let number: String = row.get(12)?;
    Ok(Raw {
        row: Withdrawal {
            id: row.get(0)?,
            right: row.get(1)?,
            client: row.get(2)?,
            operator: row.get(3)?,
            scope: WithdrawScope::default(),
            wished: None,
            days: Days {
                notice: empty(),
                ceiling: empty(),
            },
            state: row.get(8)?,
            effective_from: None,
            granted_by: row.get(10)?,
            obligation: row
                .get::<_, Option<_>>(11)?
                .map(|kind| Obligation { kind, number }),
            took_effect: row.get(13)?,
            block: row.get(14)?,
            card_blocked: row.get(15)?,
        },
        texts: [row.get(4)?, row.get(6)?, row.get(7)?],
        dates: [row.get(5)?, row.get(9)?],
    })
}

fn whole(raw: Raw) -> Result<Withdrawal> {
    let [scope, notice, ceiling] = &raw.texts;
    let date = |text: &Option<String>| text.as_deref().map(stored_date).transpose();
    Ok(Withdrawal {
        scope: read(scope)?,
        days: Days {
            notice: read(notice)?,
            ceiling: read(ceiling)?,
        },
        wished: date(&raw.dates[0])?,
        effective_from: date(&raw.dates[1])?,
        ..raw.row
    })
}

pub(super) fn insert(
    cx: &Write<'_>,
    right: RightId,
    client: ClientId,
    operator: OperatorId,
    asked: &AskedWithdrawal,
    days: &Days,
) -> Result<WithdrawalId> {
    let id = cx
        .sql()
        .prepare_cached(
            "INSERT INTO withdrawals (right_id, client_id, operator_id, scope, wished, notice, ceiling, state) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .insert(params![
            right,
            client,
            operator,
            json(&asked.scope)?,
            asked.wished,
            json(&days.notice)?,
            json(&days.ceiling)?,
            WithdrawalState::Asked,
        ])?;
    Ok(WithdrawalId(id))
}

pub(crate) fn of_right(cx: &Read<'_>, right: RightId) -> Result<Option<Withdrawal>> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{WITHDRAWAL} WHERE right_id = ?1"))?;
    find.query_row([right], raw)
        .optional()?
        .map(whole)
        .transpose()
}

/// The withdrawals of a client, the newest first.
pub(crate) fn of_client(cx: &Read<'_>, client: ClientId) -> Result<Vec<Withdrawal>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{WITHDRAWAL} WHERE client_id = ?1 ORDER BY id DESC"
    ))?;
    let rows = find.query_map([client], raw)?;
    rows.map(|row| whole(row?)).collect()
}

/// Granted ones whose day has come, in the order of their days.
pub(super) fn due(cx: &Read<'_>, today: NaiveDate) -> Result<Vec<Withdrawal>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{WITHDRAWAL} WHERE state = 'running' AND effective_from <= ?1 ORDER BY effective_from, id"
    ))?;
    let rows = find.query_map([today.to_string()], raw)?;
    rows.map(|row| whole(row?)).collect()
}

/// In effect and with a blocked card, but destruction isn't proposed: something held the data.
pub(super) fn unproposed(cx: &Read<'_>) -> Result<Vec<Withdrawal>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{WITHDRAWAL} WHERE state = 'in_effect' AND block_id IS NOT NULL \
         AND right_id NOT IN (SELECT right_id FROM destruction_proposals) ORDER BY id"
    ))?;
    let rows = find.query_map([], raw)?;
    rows.map(|row| whole(row?)).collect()
}

/// Writes how a withdrawal stands.
pub(super) fn keep(cx: &Write<'_>, one: &Withdrawal) -> Result<()> {
    let obligation = one.obligation.as_ref();
    cx.sql()
        .prepare_cached(
            "UPDATE withdrawals SET state = ?2, effective_from = ?3, granted_by = ?4, obligation = ?5, obligation_number = ?6, \
             took_effect_at = ?7, block_id = ?8, card_blocked = ?9, \
             returned_at = CASE WHEN ?2 = 'returned' THEN coalesce (returned_at, ?10) END WHERE id = ?1",
        )?
        .execute(params![
            one.id,
            one.state,
            one.effective_from.map(|day| day.to_string()),
            one.granted_by,
            obligation.map(|one| one.kind),
            obligation.map_or("", |one| one.number.as_str()),
            one.took_effect,
            one.block,
            one.card_blocked,
            cx.now(),
        ])?;
    Ok(())
}

/// Purposes of a client that hold on a day.
pub(super) fn held(cx: &Read<'_>, client: ClientId, day: NaiveDate) -> Result<Vec<Held>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT c.id, c.number, t.title_kk, t.title_ru, p.id, p.name_kk, p.name_ru, p.kind, p.basis, p.channels, s.till, \
                t.third_parties, t.cross_border, t.public_sources, t.title_en, p.name_en \
         FROM consents c JOIN consent_texts t ON t.id = c.text_id JOIN consent_states s ON s.consent_id = c.id \
         JOIN purposes p ON p.id = s.purpose_id \
         WHERE c.client_id = ?1 AND s.effective_from <= ?2 AND (s.till IS NULL OR s.till > ?2) \
           AND s.state IN ('given', 'renewed') AND NOT (p.term = 'until' AND p.term_until < ?2) \
         ORDER BY c.id, p.place",
    )?;
    let rows = find.query_map(params![client, day.to_string()], |row| {
        let held = Held {
            consent: row.get(0)?,
            number: row.get(1)?,
            title: TextPair {
                kk: row.get(2)?,
                ru: row.get(3)?,
                en: row.get(14)?,
            },
            purpose: row.get(4)?,
            name: TextPair {
                kk: row.get(5)?,
                ru: row.get(6)?,
                en: row.get(15)?,
            },
            kind: row.get(7)?,
            basis: row.get(8)?,
            channels: Vec::new(),
            ends: None,
            third_parties: row.get(11)?,
            cross_border: row.get(12)?,
            public_sources: row.get(13)?,
        };
        Ok((
            held,
            row.get::<_, String>(9)?,
            row.get::<_, Option<String>>(10)?,
        ))
    })?;
    rows.map(|row| {
        let (held, channels, till) = row?;
        let names: Vec<String> = read(&channels)?;
        Ok(Held {
            channels: names
                .iter()
                .filter_map(|name| ContactChannel::from_name(name))
                .collect(),
            ends: till.as_deref().map(stored_date).transpose()?,
            ..held
        })
    })
    .collect()
}

/// Takes a purpose back from a day on.
pub(super) fn withdraw(
    cx: &Write<'_>,
    held: &Held,
    from: NaiveDate,
    right: RightId,
    channel: Channel,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO consent_events (consent_id, purpose_id, state, at, effective_from, staff_id, channel, right_id) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            held.consent,
            held.purpose,
            ConsentState::Withdrawn,
            cx.now(),
            from.to_string(),
            cx.seat()?.staff,
            channel,
            right,
        ])?;
    Ok(())
}

pub(super) fn bars_third_parties(cx: &Read<'_>, client: ClientId, day: NaiveDate) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM consent_limits l JOIN consents c ON c.id = l.consent_id \
         WHERE c.client_id = ?1 AND l.what = 'third_parties' AND l.effective_from <= ?2 AND NOT EXISTS ( \
           SELECT 1 FROM consents later JOIN consent_texts t ON t.id = later.text_id \
           WHERE later.client_id = ?1 AND later.given_at > l.at AND t.third_parties = 1))",
    )?;
    Ok(find.query_row(params![client, day.to_string()], |row| row.get(0))?)
}

/// Puts a limit on a consent; the first one stands.
pub(super) fn limit(
    cx: &Write<'_>,
    consent: ConsentId,
    limit: Limit,
    from: NaiveDate,
    right: RightId,
) -> Result<()> {
    let channel = match limit {
        Limit::Channel(channel) => channel.name(),
        _ => "",
    };
    cx.sql()
        .prepare_cached(
            "INSERT OR IGNORE INTO consent_limits (consent_id, what, channel, at, effective_from, staff_id, right_id) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            consent,
            limit.name(),
            channel,
            cx.now(),
            from.to_string(),
            cx.seat()?.staff,
            right,
        ])?;
    Ok(())
}

/// The service purposes that a right took back.
pub(super) fn ended_service(cx: &Read<'_>, right: RightId) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT 1 FROM consent_events e JOIN purposes p ON p.id = e.purpose_id \
         WHERE e.right_id = ?1 AND p.kind = 'service' AND p.basis = 'consent'",
    )?;
    Ok(find.exists([right])?)
}

/// What was shown, when, by whom.
pub(super) struct Showing {
    pub at: Moment,
    pub by: String,
    pub way: ShowingWay,
    pub lang: Lang,
    pub words: String,
    pub sha: String,
}

pub(super) fn add_showing(
    cx: &Write<'_>,
    one: WithdrawalId,
    at: Moment,
    way: ShowingWay,
    lang: Lang,
    words: &str,
    sha: &str,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO withdrawal_showings (withdrawal_id, at, staff_id, way, lang, words, sha) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![one, at, cx.seat()?.staff, way, lang, words, sha])?;
    Ok(())
}

pub(super) fn showings(cx: &Read<'_>, one: WithdrawalId) -> Result<Vec<Showing>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT w.at, s.name, w.way, w.lang, w.words, w.sha FROM withdrawal_showings w JOIN staff s ON s.id = w.staff_id \
         WHERE w.withdrawal_id = ?1 ORDER BY w.id",
    )?;
    let rows = find.query_map([one], |row| {
        Ok(Showing {
            at: row.get(0)?,
            by: row.get(1)?,
            way: row.get(2)?,
            lang: row.get(3)?,
            words: row.get(4)?,
            sha: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Another application of the person that isn't answered.
pub(super) fn other_open(cx: &Read<'_>, client: ClientId, right: RightId) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT 1 FROM rights WHERE client_id = ?1 AND id <> ?2 AND state <> 'answered'",
    )?;
    Ok(find.exists(params![client, right])?)
}

pub(super) fn propose(cx: &Write<'_>, one: &Withdrawal) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT OR IGNORE INTO destruction_proposals (client_id, operator_id, ground, right_id, proposed_at) \
             VALUES (?1, ?2, 'withdrawal', ?3, ?4)",
        )?
        .execute(params![one.client, one.operator, one.right, cx.now()])?;
    Ok(())
}

/// When destruction was proposed, and whether the proposal stands.
pub(super) fn proposal(cx: &Read<'_>, right: RightId) -> Result<Option<(Moment, bool)>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT proposed_at, ended_at IS NULL FROM destruction_proposals WHERE right_id = ?1",
    )?;
    Ok(find
        .query_row([right], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Takes back what was proposed: the person has come back.
pub(super) fn end_proposals(cx: &Write<'_>, client: ClientId) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "UPDATE destruction_proposals SET ended_at = ?2, outcome = 'returned' WHERE client_id = ?1 AND ended_at IS NULL",
        )?
        .execute(params![client, cx.now()])?;
    Ok(())
}

/// The names of purposes, for a scope that is shown.
pub(super) fn purpose_name(cx: &Read<'_>, purpose: PurposeId) -> Result<TextPair> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT name_kk, name_ru, name_en FROM purposes WHERE id = ?1")?;
    Ok(find.query_row([purpose], |row| {
        Ok(TextPair {
            kk: row.get(0)?,
            ru: row.get(1)?,
            en: row.get(2)?,
        })
    })?)
}

/// A member of staff by whose decision the house acts, with the place of the client.
pub(super) fn behalf(
    cx: &Read<'_>,
    client: ClientId,
    staff: StaffId,
) -> Result<crate::blocks::Behalf> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT operator_id, branch_id FROM clients WHERE id = ?1")?;
    Ok(find.query_row([client], |row| {
        Ok(crate::blocks::Behalf {
            staff,
            operator: row.get(0)?,
            branch: row.get(1)?,
        })
    })?)
}

/// The main phone.
pub(super) fn phone(cx: &Read<'_>, client: ClientId) -> Result<Option<String>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT phone FROM clients WHERE id = ?1")?;
    Ok(find.query_row([client], |row| row.get(0))?)
}

/// Number and state of the card.
pub(super) fn card(cx: &Read<'_>, client: ClientId) -> Result<(Option<String>, Option<String>)> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT card, card_state FROM clients WHERE id = ?1")?;
    Ok(find.query_row([client], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The block came from a withdrawal that is in effect: only a new consent lifts it.
pub(crate) fn holds_block(cx: &Read<'_>, block: BlockId) -> Result<bool> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT 1 FROM withdrawals WHERE block_id = ?1 AND state = 'in_effect'")?;
    Ok(find.exists([block])?)
}
