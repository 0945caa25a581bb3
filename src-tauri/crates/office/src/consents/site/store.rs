//! The SQL of consents from a site.

use rusqlite::{OptionalExtension, params};

use super::Job;
use super::reading::Given;
use crate::clients::ClientId;
use crate::consents::{ConsentId, Way, hex};
use crate::error::Result;
use crate::{Read, Write};

/// What a row becomes.
pub(super) struct Row<'a> {
    pub client: ClientId,
    pub number: &'a str,
    pub given: &'a Given,
    pub evidence: &'a str,
    pub seal: &'a [u8; 32],
    pub origin: &'a [u8; 32],
}

/// The row was brought in before.
pub(super) fn is_known(cx: &Read<'_>, origin: &[u8; 32]) -> Result<bool> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT 1 FROM consents WHERE origin = ?1")?;
    Ok(find.query_row([origin], |_| Ok(())).optional()?.is_some())
}

pub(super) fn add(cx: &Write<'_>, job: &Job, row: &Row<'_>) -> Result<ConsentId> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO consents (operator_id, branch_id, client_id, text_id, visit_id, number, lang, way, given_at, staff_id, evidence,
             evidence_sha, strokes, origin) VALUES (?1, ?2, ?3, ?4, NULL, ?5, ?6, ?7, ?8, ?9, ?10, ?11, '[]', ?12)",
    )?;
    Ok(ConsentId(insert.insert(params![
        job.operator,
        job.branch,
        row.client,
        job.text.id,
        row.number,
        row.given.lang,
        Way::Site,
        row.given.at,
        cx.seat()?.staff,
        row.evidence,
        hex(row.seal),
        row.origin,
    ])?))
}
