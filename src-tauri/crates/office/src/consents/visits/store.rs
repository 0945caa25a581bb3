//! The SQL of visits, drafts, codes and their trail.

mod papers;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::code::Code;
use super::{
    CodeId, Draft, Event, OpenVisit, Visit, VisitEvent, VisitId, VisitLine, VisitRepresentative,
};
use crate::clock::Moment;
use crate::consents::ConsentsError;
use crate::door::{Seat, TabletId};
use crate::error::Result;
use crate::policy::BranchId;
use crate::{Read, Write};

pub(in crate::consents) use papers::scan;
pub(super) use papers::{add_refusal, keep_scan, refusal, refusals, scan_bytes};

const VISIT: &str = "SELECT id, operator_id, branch_id, number, text_id, tablet_id, client_id, state, step, lang, paper, blank, calling,
    read_seconds, read_to_end, opened_at, shown_at, confirmed_at, ended_at, rev, staff_id, warned_at, stay, representative FROM visits";

fn visit_row(row: &Row<'_>) -> rusqlite::Result<Visit> {
    Ok(Visit {
        id: row.get(0)?,
        operator: row.get(1)?,
        branch: row.get(2)?,
        number: row.get(3)?,
        text: row.get(4)?,
        tablet: row.get(5)?,
        client: row.get(6)?,
        state: row.get(7)?,
        step: row.get(8)?,
        lang: row.get(9)?,
        paper: row.get(10)?,
        blank: row.get(11)?,
        calling: row.get(12)?,
        read_seconds: row.get(13)?,
        read_to_end: row.get(14)?,
        opened: row.get(15)?,
        shown: row.get(16)?,
        confirmed: row.get(17)?,
        ended: row.get(18)?,
        rev: row.get(19)?,
        staff: row.get(20)?,
        warned: row.get(21)?,
        stay: row.get(22)?,
        representative: representative(row.get(23)?)?,
    })
}

fn representative(kept: Option<String>) -> rusqlite::Result<Option<VisitRepresentative>> {
    kept.map(|kept| serde_json::from_str(&kept))
        .transpose()
        .map_err(|fault| {
            rusqlite::Error::FromSqlConversionFailure(
                23,
                rusqlite::types::Type::Text,
                Box::new(fault),
            )
        })
}

pub(super) fn open(
    cx: &Write<'_>,
    seat: &Seat,
    visit: &OpenVisit,
    tablet: Option<TabletId>,
    acting: Option<&VisitRepresentative>,
    number: &str,
) -> Result<VisitId> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO visits (operator_id, branch_id, number, text_id, tablet_id, staff_id, client_id, state, step, opened_at, moved_at,
             representative)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'opened', 'language', ?8, ?8, ?9)",
    )?;
    let id = insert.insert(params![
        seat.operator,
        seat.branch,
        number,
        visit.text,
        tablet,
        seat.staff,
        visit.client,
        cx.now(),
        acting.map(json).transpose()?,
    ])?;
    let mut draft = cx.sql().prepare_cached(
        "INSERT INTO drafts (visit_id, fields, answers, strokes) VALUES (?1, '{}', '{}', '[]')",
    )?;
    draft.execute([id])?;
    Ok(VisitId(id))
}

pub(crate) fn visit(cx: &Read<'_>, visit: VisitId) -> Result<Visit> {
    let mut find = cx.sql().prepare_cached(&format!("{VISIT} WHERE id = ?1"))?;
    let found = find.query_row([visit], visit_row).optional()?;
    found.ok_or_else(|| ConsentsError::VisitGone.into())
}

pub(super) fn visit_of_tablet(cx: &Read<'_>, tablet: TabletId) -> Result<Option<Visit>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{VISIT} WHERE tablet_id = ?1 AND ended_at IS NULL"
    ))?;
    Ok(find.query_row([tablet], visit_row).optional()?)
}

pub(super) fn keep(cx: &Write<'_>, visit: &Visit) -> Result<()> {
    let mut update = cx.sql().prepare_cached(
        "UPDATE visits SET client_id = ?2, state = ?3, step = ?4, lang = ?5, paper = ?6, blank = ?7, calling = ?8, read_seconds = ?9,
             read_to_end = ?10, shown_at = ?11, confirmed_at = ?12, ended_at = ?13, rev = ?14, moved_at = max (moved_at, ?15),
             warned_at = ?16, stay = ?17, representative = ?18
         WHERE id = ?1 AND rev = ?14 - 1",
    )?;
    let changed = update.execute(params![
        visit.id,
        visit.client,
        visit.state,
        visit.step,
        visit.lang,
        visit.paper,
        visit.blank,
        visit.calling,
        visit.read_seconds,
        visit.read_to_end,
        visit.shown,
        visit.confirmed,
        visit.ended,
        visit.rev,
        cx.now(),
        visit.warned,
        visit.stay,
        visit.representative.as_ref().map(json).transpose()?,
    ])?;
    if changed == 1 {
        Ok(())
    } else {
        Err(ConsentsError::Moved.into())
    }
}

/// The latest moment at which the visit moved, whatever the clock did since.
pub(super) fn moved_at(cx: &Read<'_>, visit: VisitId) -> Result<Moment> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT moved_at FROM visits WHERE id = ?1")?;
    Ok(find.query_row([visit], |row| row.get(0))?)
}

pub(super) fn visit_numbered(cx: &Read<'_>, number: &str) -> Result<Option<Visit>> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{VISIT} WHERE number = ?1"))?;
    Ok(find.query_row([number], visit_row).optional()?)
}

/// What hangs on the visit changed – the fate of a message: those who watch it read again.
pub(super) fn touch(cx: &Write<'_>, visit: VisitId) -> Result<()> {
    let mut update = cx
        .sql()
        .prepare_cached("UPDATE visits SET rev = rev + 1 WHERE id = ?1 AND ended_at IS NULL")?;
    update.execute([visit])?;
    Ok(())
}

pub(super) fn silent(cx: &Read<'_>, before: Moment) -> Result<Vec<VisitId>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id FROM visits WHERE ended_at IS NULL AND moved_at < ?1 AND state IN ('opened', 'text_shown', 'filled', 'code_sent')",
    )?;
    let found = find.query_map([before], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Abandons every visit that nobody touched since `before`.
pub(super) fn sweep(cx: &Write<'_>, before: Moment) -> Result<u32> {
    let found = silent(cx, before)?;
    for id in &found {
        let mut left = visit(cx, *id)?;
        let state = left.state.abandon()?;
        left.enter(cx, state)?;
        event(cx, *id, Event::Abandoned, None, Some("silence"))?;
        left.keep(cx)?;
    }
    Ok(found.len() as u32)
}

pub(super) fn draft(cx: &Read<'_>, visit: VisitId) -> Result<Draft> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT fields, answers, strokes FROM drafts WHERE visit_id = ?1")?;
    let found: Option<(String, String, String)> = find
        .query_row([visit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((fields, answers, strokes)) = found else {
        return Ok(Draft::default());
    };
    Ok(Draft {
        fields: parse(&fields)?,
        answers: parse(&answers)?,
        strokes: parse(&strokes)?,
    })
}

pub(super) fn keep_draft(cx: &Write<'_>, visit: VisitId, draft: &Draft) -> Result<()> {
    let mut update = cx.sql().prepare_cached(
        "UPDATE drafts SET fields = ?2, answers = ?3, strokes = ?4 WHERE visit_id = ?1",
    )?;
    update.execute(params![
        visit,
        json(&draft.fields)?,
        json(&draft.answers)?,
        json(&draft.strokes)?
    ])?;
    Ok(())
}

pub(super) fn forget_draft(cx: &Write<'_>, visit: VisitId) -> Result<()> {
    cx.sql()
        .prepare_cached("DELETE FROM drafts WHERE visit_id = ?1")?
        .execute([visit])?;
    Ok(())
}

fn parse<T: serde::de::DeserializeOwned>(stored: &str) -> Result<T> {
    Ok(serde_json::from_str(stored).map_err(anyhow::Error::from)?)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

pub(crate) fn event(
    cx: &Write<'_>,
    visit: VisitId,
    event: Event,
    n: Option<u32>,
    word: Option<&str>,
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO visit_events (visit_id, at, kind, n, word) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.execute(params![visit, cx.now(), event.name(), n, word])?;
    Ok(())
}

/// Moment, kind, number and word of an event.
type Happened = (Moment, String, Option<u32>, Option<String>);

/// Each event of a visit, in order.
pub(crate) fn events(cx: &Read<'_>, visit: VisitId) -> Result<Vec<Happened>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT at, kind, n, word FROM visit_events WHERE visit_id = ?1 ORDER BY id",
    )?;
    let found = find.query_map([visit], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn trail(cx: &Read<'_>, visit: VisitId) -> Result<Vec<VisitEvent>> {
    let events = events(cx, visit)?.into_iter();
    Ok(events
        .map(|(at, kind, n, word)| VisitEvent {
            at: at.stamp(),
            kind,
            n,
            word,
        })
        .collect())
}

const LINE: &str = "SELECT visits.id, visits.number, visits.state, visits.step, visits.calling, visits.opened_at, visits.ended_at,
    consent_texts.title_kk, consent_texts.title_ru, tablets.name, consents.id
    FROM visits JOIN consent_texts ON consent_texts.id = visits.text_id
    LEFT JOIN tablets ON tablets.id = visits.tablet_id LEFT JOIN consents ON consents.visit_id = visits.id";

fn line_row(cx: &Read<'_>, row: &Row<'_>) -> rusqlite::Result<VisitLine> {
    Ok(VisitLine {
        id: row.get(0)?,
        number: row.get(1)?,
        state: row.get(2)?,
        step: row.get(3)?,
        calling: row.get(4)?,
        opened: row.get::<_, Moment>(5)?.stamp(),
        ended: row.get::<_, Option<Moment>>(6)?.map(Moment::stamp),
        title: if cx.lang() == crate::Lang::Kk {
            row.get(7)?
        } else {
            row.get(8)?
        },
        tablet: row.get(9)?,
        consent: row.get(10)?,
    })
}

pub(super) fn line(cx: &Read<'_>, visit: VisitId) -> Result<VisitLine> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{LINE} WHERE visits.id = ?1"))?;
    Ok(find.query_row([visit], |row| line_row(cx, row))?)
}

pub(super) fn lines(cx: &Read<'_>, branch: BranchId, since: Moment) -> Result<Vec<VisitLine>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{LINE} WHERE visits.branch_id = ?1 AND (visits.ended_at IS NULL OR visits.opened_at >= ?2)
         ORDER BY visits.ended_at IS NOT NULL, visits.id DESC LIMIT 200"
    ))?;
    let found = find.query_map(params![branch, since], |row| line_row(cx, row))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

const CODE: &str = "SELECT id, visit_id, n, seed, hash, binding, phone_hash, made_at, ends_at, again_at, tries FROM codes";

fn code_row(row: &Row<'_>) -> rusqlite::Result<Code> {
    Ok(Code {
        id: row.get(0)?,
        visit: row.get(1)?,
        n: row.get(2)?,
        seed: row.get(3)?,
        hash: row.get(4)?,
        binding: row.get(5)?,
        phone: row.get(6)?,
        made: row.get(7)?,
        ends: row.get(8)?,
        again: row.get(9)?,
        tries: row.get(10)?,
    })
}

pub(super) fn add_code(cx: &Write<'_>, code: &Code) -> Result<CodeId> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO codes (visit_id, n, seed, hash, binding, phone_hash, made_at, ends_at, again_at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'live')",
    )?;
    let id = insert.insert(params![
        code.visit,
        code.n,
        code.seed,
        code.hash,
        code.binding,
        code.phone,
        code.made,
        code.ends,
        code.again,
    ])?;
    Ok(CodeId(id))
}

pub(super) fn code(cx: &Read<'_>, code: CodeId) -> Result<Option<Code>> {
    let mut find = cx.sql().prepare_cached(&format!("{CODE} WHERE id = ?1"))?;
    Ok(find.query_row([code], code_row).optional()?)
}

pub(super) fn live_code(cx: &Read<'_>, visit: VisitId) -> Result<Option<Code>> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{CODE} WHERE visit_id = ?1 AND state = 'live'"))?;
    Ok(find.query_row([visit], code_row).optional()?)
}

pub(super) fn last_code(cx: &Read<'_>, visit: VisitId) -> Result<Option<Code>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{CODE} WHERE visit_id = ?1 ORDER BY n DESC LIMIT 1"
    ))?;
    Ok(find.query_row([visit], code_row).optional()?)
}

pub(super) fn count_try(cx: &Write<'_>, code: CodeId, tries: u32) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE codes SET tries = ?2 WHERE id = ?1")?
        .execute(params![code, tries])?;
    Ok(())
}

pub(super) fn use_code(cx: &Write<'_>, code: CodeId) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE codes SET state = 'used', seed = NULL WHERE id = ?1")?
        .execute([code])?;
    Ok(())
}

pub(super) fn kill_code(cx: &Write<'_>, code: CodeId) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE codes SET state = 'dead', seed = NULL WHERE id = ?1")?
        .execute([code])?;
    Ok(())
}

pub(super) fn forget_seed(cx: &Write<'_>, code: CodeId) -> Result<()> {
    cx.sql()
        .prepare_cached("UPDATE codes SET seed = NULL WHERE id = ?1")?
        .execute([code])?;
    Ok(())
}

/// Messages and wrong tries of a number today. Days that a clock set back has made future ones count as well.
pub(super) fn phone_day(cx: &Read<'_>, phone: &[u8; 32], day: NaiveDate) -> Result<(u32, u32)> {
    let mut find = cx.sql().prepare_cached(
        "SELECT coalesce (sum (sent), 0), coalesce (sum (wrong), 0) FROM phone_days WHERE phone_hash = ?1 AND day >= ?2",
    )?;
    Ok(find.query_row(params![phone, day.to_string()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?)
}

pub(super) fn count_phone(
    cx: &Write<'_>,
    phone: &[u8; 32],
    day: NaiveDate,
    sent: u32,
    wrong: u32,
) -> Result<()> {
    let mut count = cx.sql().prepare_cached(
        "INSERT INTO phone_days (phone_hash, day, sent, wrong) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (phone_hash, day) DO UPDATE SET sent = sent + ?3, wrong = wrong + ?4",
    )?;
    count.execute(params![phone, day.to_string(), sent, wrong])?;
    Ok(())
}

/// Codes of a branch today, and how many more were allowed.
pub(super) fn branch_day(cx: &Read<'_>, branch: BranchId, day: NaiveDate) -> Result<(u32, u32)> {
    let mut find = cx.sql().prepare_cached(
        "SELECT coalesce (sum (sent), 0), coalesce (sum (more), 0) FROM branch_days WHERE branch_id = ?1 AND day >= ?2",
    )?;
    Ok(find.query_row(params![branch, day.to_string()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?)
}

pub(super) fn count_branch(
    cx: &Write<'_>,
    branch: BranchId,
    day: NaiveDate,
    sent: u32,
    more: u32,
) -> Result<()> {
    let mut count = cx.sql().prepare_cached(
        "INSERT INTO branch_days (branch_id, day, sent, more) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (branch_id, day) DO UPDATE SET sent = sent + ?3, more = more + ?4",
    )?;
    count.execute(params![branch, day.to_string(), sent, more])?;
    Ok(())
}
