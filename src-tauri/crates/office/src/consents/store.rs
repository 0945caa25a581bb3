//! The SQL of consents, their answers and their events.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::evidence::Proof;
use super::expiry;
use super::register::store::PROGRAMME_ENDS;
use super::texts::{PurposeId, TextPair};
use super::{
    ConsentEvent, ConsentId, ConsentItem, ConsentLine, ConsentSeal, ConsentShown, ConsentState,
    ConsentsError, VisitId, hex, sha256, visits,
};
use crate::clients::{self, ClientId};
use crate::clock::Moment;
use crate::error::Result;
use crate::requests::Channel;
use crate::{Read, Write, journal};

/// A consent that is saved now.
pub(super) struct NewConsent<'a> {
    pub client: ClientId,
    pub proof: &'a Proof<'a>,
    pub evidence: &'a str,
    pub sha: &'a str,
    pub strokes: &'a str,
}

pub(super) fn add(cx: &Write<'_>, new: &NewConsent<'_>) -> Result<ConsentId> {
    let visit = new.proof.visit;
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO consents (operator_id, branch_id, client_id, text_id, visit_id, number, lang, way, given_at, staff_id, evidence,
             evidence_sha, strokes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    let id = insert.insert(params![
        visit.operator,
        visit.branch,
        new.client,
        visit.text,
        visit.id,
        visit.number,
        visit.shown_lang(),
        new.proof.way,
        cx.now(),
        cx.seat()?.staff,
        new.evidence,
        new.sha,
        new.strokes,
    ])?;
    Ok(ConsentId(id))
}

pub(super) fn add_item(
    cx: &Write<'_>,
    consent: ConsentId,
    purpose: PurposeId,
    yes: bool,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO consent_items (consent_id, purpose_id, yes) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![consent, purpose, yes])?;
    Ok(())
}

pub(super) fn add_event(
    cx: &Write<'_>,
    consent: ConsentId,
    purpose: PurposeId,
    state: ConsentState,
    from: NaiveDate,
    channel: Option<Channel>,
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO consent_events (consent_id, purpose_id, state, at, effective_from, staff_id, channel)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute(params![
        consent,
        purpose,
        state,
        cx.now(),
        from.to_string(),
        cx.seat()?.staff,
        channel
    ])?;
    Ok(())
}

pub(super) fn client(cx: &Read<'_>, consent: ConsentId) -> Result<Option<ClientId>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT client_id FROM consents WHERE id = ?1")?;
    Ok(find.query_row([consent], |row| row.get(0)).optional()?)
}

pub(super) const LINE: &str = "SELECT consents.id, consents.number, consents.client_id, consent_texts.title_kk, consent_texts.title_ru,
    consent_texts.version, consents.way, consents.given_at, branches.name, consent_texts.title_en
    FROM consents JOIN consent_texts ON consent_texts.id = consents.text_id JOIN branches ON branches.id = consents.branch_id";

pub(super) fn line_row(row: &Row<'_>) -> rusqlite::Result<ConsentLine> {
    Ok(ConsentLine {
        id: row.get(0)?,
        number: row.get(1)?,
        client: row.get(2)?,
        name: String::new(),
        title: TextPair {
            kk: row.get(3)?,
            ru: row.get(4)?,
            en: row.get(9)?,
        },
        version: row.get(5)?,
        way: row.get(6)?,
        given: row.get::<_, Moment>(7)?.stamp(),
        branch: row.get(8)?,
        items: Vec::new(),
    })
}

/// Adds what stands in other tables to a line: the name, and where each purpose is today.
pub(super) fn whole(cx: &Read<'_>, mut line: ConsentLine) -> Result<ConsentLine> {
    line.name = clients::display_name(cx, line.client)?;
    line.items = items(cx, line.id)?;
    Ok(line)
}

fn items(cx: &Read<'_>, consent: ConsentId) -> Result<Vec<ConsentItem>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "SELECT purposes.id, purposes.name_kk, purposes.name_ru, purposes.kind, state, effective_from, till, purposes.term_until,
                purposes.name_en, purposes.term, {PROGRAMME_ENDS}
         FROM consent_states JOIN purposes ON purposes.id = purpose_id JOIN consents ON consents.id = consent_id
         WHERE consent_id = ?1 AND effective_from <= ?2 AND (till IS NULL OR till > ?2) ORDER BY purposes.place"
    ))?;
    let today = cx.today();
    let found = find.query_map(params![consent, today.to_string()], |row| {
        // A term that ends needs no event to end: the day after it the consent doesn't hold.
        let date = |at| -> rusqlite::Result<Option<NaiveDate>> {
            let text: Option<String> = row.get(at)?;
            Ok(text.and_then(|text| text.parse().ok()))
        };
        let last = expiry::last_day(row.get(9)?, date(7)?, date(10)?);
        let state = row.get(4)?;
        let mut item = ConsentItem {
            purpose: row.get(0)?,
            name: TextPair {
                kk: row.get(1)?,
                ru: row.get(2)?,
                en: row.get(8)?,
            },
            kind: row.get(3)?,
            state: expiry::state_on(today, state, last),
            since: row.get(5)?,
            ends: row.get(6)?,
            expiring: expiry::ends_within(today, expiry::SOON, state, last),
        };
        if matches!(item.state, ConsentState::Given | ConsentState::Renewed) {
            item.ends = item.ends.or_else(|| last.map(|last| last.to_string()));
        }
        Ok(item)
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn line(cx: &Read<'_>, consent: ConsentId) -> Result<ConsentLine> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{LINE} WHERE consents.id = ?1"))?;
    let found = find.query_row([consent], line_row).optional()?;
    whole(cx, found.ok_or(ConsentsError::ConsentGone)?)
}

pub(super) fn of_client(cx: &Read<'_>, client: ClientId) -> Result<Vec<ConsentLine>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{LINE} WHERE consents.client_id = ?1 ORDER BY consents.given_at DESC"
    ))?;
    let found: Vec<ConsentLine> = find
        .query_map([client], line_row)?
        .collect::<rusqlite::Result<_>>()?;
    found.into_iter().map(|line| whole(cx, line)).collect()
}

pub(super) fn shown(cx: &Read<'_>, consent: ConsentId) -> Result<ConsentShown> {
    let line = line(cx, consent)?;
    let mut find = cx.sql().prepare_cached(
        "SELECT evidence, evidence_sha, strokes, staff.name, tablets.name, visit_id
         FROM consents JOIN staff ON staff.id = consents.staff_id LEFT JOIN visits ON visits.id = visit_id
         LEFT JOIN tablets ON tablets.id = visits.tablet_id WHERE consents.id = ?1",
    )?;
    let taken = |row: &Row<'_>| -> rusqlite::Result<(String, Option<String>, Option<VisitId>)> {
        Ok((row.get(3)?, row.get(4)?, row.get(5)?))
    };
    let (evidence, sha, strokes, (consultant, tablet, visit)): (String, String, String, _) =
        find.query_row([consent], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, taken(row)?))
        })?;
    let mut find = cx.sql().prepare_cached(
        "SELECT purpose_id, state, at, effective_from, channel FROM consent_events WHERE consent_id = ?1 ORDER BY id",
    )?;
    let events = find.query_map([consent], |row| {
        Ok(ConsentEvent {
            purpose: row.get(0)?,
            state: row.get(1)?,
            at: row.get::<_, Moment>(2)?.stamp(),
            effective_from: row.get(3)?,
            channel: row.get(4)?,
        })
    })?;
    let seal = journal::store::sealed(cx, "consent", consent.0, &sha)?;
    Ok(ConsentShown {
        line,
        consultant,
        tablet,
        trail: match visit {
            Some(visit) => visits::store::trail(cx, visit)?,
            None => Vec::new(),
        },
        seal: seal.map(|(entry, hash)| ConsentSeal { entry, hash }),
        fingerprint: journal::store::fingerprint(cx)?.unwrap_or_default(),
        intact: hex(&sha256(&evidence)) == sha,
        events: events.collect::<rusqlite::Result<_>>()?,
        strokes: serde_json::from_str(&strokes).map_err(anyhow::Error::from)?,
        evidence,
        sha256: sha,
    })
}
