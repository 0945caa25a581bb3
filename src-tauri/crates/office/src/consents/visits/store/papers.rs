//! The SQL of refusals and of signed forms.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::texts::TextPair;
use crate::consents::visits::paper::{ScanKind, ScanShown};
use crate::consents::visits::refusal::{RefusalLine, RefusalPage, RefusalShown, SaidBy};
use crate::consents::visits::{Visit, VisitId};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::{Read, Write, blocks};

/// Lines of one page.
const PAGE: u32 = 100;

pub(in crate::consents::visits) fn add_refusal(
    cx: &Write<'_>,
    visit: &Visit,
    by: SaidBy,
    evidence: &str,
    sha: &str,
) -> Result<()> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO refusals (visit_id, operator_id, branch_id, client_id, text_id, number, lang, at, said_by, staff_id, evidence, evidence_sha)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    insert.execute(params![
        visit.id,
        visit.operator,
        visit.branch,
        visit.client,
        visit.text,
        visit.number,
        visit.lang,
        cx.now(),
        by,
        visit.staff,
        evidence,
        sha,
    ])?;
    Ok(())
}

pub(in crate::consents::visits) fn refusal(
    cx: &Read<'_>,
    visit: VisitId,
) -> Result<Option<RefusalShown>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT at, said_by, staff.name, evidence, evidence_sha FROM refusals JOIN staff ON staff.id = refusals.staff_id
         WHERE visit_id = ?1",
    )?;
    let found = find.query_row([visit], |row| {
        Ok(RefusalShown {
            at: row.get::<_, Moment>(0)?.stamp(),
            said_by: row.get(1)?,
            consultant: row.get(2)?,
            evidence: row.get(3)?,
            sha256: row.get(4)?,
            intact: false,
            entry: None,
        })
    });
    Ok(found.optional()?)
}

fn refusal_row(row: &Row<'_>) -> rusqlite::Result<RefusalLine> {
    Ok(RefusalLine {
        visit: row.get(0)?,
        number: row.get(1)?,
        client: row.get(2)?,
        client_name: None,
        title: TextPair {
            kk: row.get(3)?,
            ru: row.get(4)?,
            ..TextPair::default()
        },
        version: row.get(5)?,
        at: row.get::<_, Moment>(6)?.stamp(),
        said_by: row.get(7)?,
        branch: row.get(8)?,
    })
}

pub(in crate::consents::visits) fn refusals(
    cx: &Read<'_>,
    operator: OperatorId,
    branch: Option<BranchId>,
    client: Option<ClientId>,
    page: u32,
) -> Result<RefusalPage> {
    let mut find = cx.sql().prepare_cached(
        "SELECT visit_id, refusals.number, client_id, consent_texts.title_kk, consent_texts.title_ru, consent_texts.version, at, said_by,
                branches.name
         FROM refusals JOIN consent_texts ON consent_texts.id = text_id JOIN branches ON branches.id = refusals.branch_id
         WHERE refusals.operator_id = ?1 AND (?2 IS NULL OR refusals.branch_id = ?2) AND (?3 IS NULL OR client_id = ?3)
         ORDER BY refusals.id DESC LIMIT ?4 OFFSET ?5",
    )?;
    let offset = i64::from(page) * i64::from(PAGE);
    let mut lines: Vec<RefusalLine> = find
        .query_map(params![operator, branch, client, PAGE, offset], refusal_row)?
        .collect::<rusqlite::Result<_>>()?;
    for line in &mut lines {
        line.client_name = line
            .client
            .map(|client| blocks::client_name(cx, client))
            .transpose()?;
    }
    let mut count = cx.sql().prepare_cached(
        "SELECT count (*) FROM refusals WHERE operator_id = ?1 AND (?2 IS NULL OR branch_id = ?2) AND (?3 IS NULL OR client_id = ?3)",
    )?;
    Ok(RefusalPage {
        lines,
        total: count.query_row(params![operator, branch, client], |row| row.get(0))?,
    })
}

pub(in crate::consents::visits) fn keep_scan(
    cx: &Write<'_>,
    visit: VisitId,
    kind: ScanKind,
    bytes: &[u8],
    sha: &str,
) -> Result<()> {
    let mut keep = cx.sql().prepare_cached(
        "INSERT INTO visit_papers (visit_id, kind, bytes, sha256, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (visit_id) DO UPDATE SET kind = ?2, bytes = ?3, sha256 = ?4, at = ?5, staff_id = ?6",
    )?;
    keep.execute(params![visit, kind, bytes, sha, cx.now(), cx.seat()?.staff])?;
    Ok(())
}

pub(in crate::consents) fn scan(cx: &Read<'_>, visit: VisitId) -> Result<Option<ScanShown>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT kind, length (bytes), sha256, at FROM visit_papers WHERE visit_id = ?1",
    )?;
    let found = find.query_row([visit], |row| {
        Ok(ScanShown {
            kind: row.get(0)?,
            size: row.get(1)?,
            sha256: row.get(2)?,
            at: row.get::<_, Moment>(3)?.stamp(),
        })
    });
    Ok(found.optional()?)
}

pub(in crate::consents::visits) fn scan_bytes(
    cx: &Read<'_>,
    visit: VisitId,
) -> Result<Option<(ScanKind, Vec<u8>)>> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT kind, bytes FROM visit_papers WHERE visit_id = ?1")?;
    let found = find.query_row([visit], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}
