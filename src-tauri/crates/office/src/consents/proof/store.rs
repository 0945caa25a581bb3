//! The SQL of proofs.

use rusqlite::{OptionalExtension, params};

use crate::Read;
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::texts::{PurposeId, TextId};
use crate::consents::{ConsentId, ConsentState, VisitId, Way};
use crate::door::StaffId;
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};

/// A consent as it stands in the vault, byte for byte.
pub(crate) struct Kept {
    pub client: ClientId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub branch_name: String,
    pub text: TextId,
    pub visit: Option<VisitId>,
    pub way: Way,
    pub lang: String,
    pub given: Moment,
    pub evidence: String,
    pub sha256: String,
    pub strokes: String,
    pub consultant: String,
    pub consultant_id: i64,
    pub tablet: Option<String>,
}

pub(super) fn kept(cx: &Read<'_>, consent: ConsentId) -> Result<Option<Kept>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT c.client_id, c.operator_id, c.branch_id, branches.name, c.text_id, c.visit_id, c.way, c.lang, c.given_at, c.evidence,
                c.evidence_sha, c.strokes, staff.name, staff.id, tablets.name
         FROM consents c JOIN branches ON branches.id = c.branch_id JOIN staff ON staff.id = c.staff_id
         LEFT JOIN visits ON visits.id = c.visit_id LEFT JOIN tablets ON tablets.id = visits.tablet_id
         WHERE c.id = ?1 AND c.evidence <> ''",
    )?;
    let found = find.query_row(params![consent], |row| {
        Ok(Kept {
            client: row.get(0)?,
            operator: row.get(1)?,
            branch: row.get(2)?,
            branch_name: row.get(3)?,
            text: row.get(4)?,
            visit: row.get(5)?,
            way: row.get(6)?,
            lang: row.get(7)?,
            given: row.get(8)?,
            evidence: row.get(9)?,
            sha256: row.get(10)?,
            strokes: row.get(11)?,
            consultant: row.get(12)?,
            consultant_id: row.get(13)?,
            tablet: row.get(14)?,
        })
    });
    Ok(found.optional()?)
}

/// Something that happened at a visit.
pub(crate) struct Step {
    pub at: Moment,
    pub kind: String,
    pub n: Option<u32>,
    pub word: Option<String>,
}

pub(super) fn trail(cx: &Read<'_>, visit: VisitId) -> Result<Vec<Step>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT at, kind, n, word FROM visit_events WHERE visit_id = ?1 ORDER BY id",
    )?;
    let found = find.query_map([visit], |row| {
        Ok(Step {
            at: row.get(0)?,
            kind: row.get(1)?,
            n: row.get(2)?,
            word: row.get(3)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What became of a purpose.
pub(crate) struct Became {
    pub purpose: PurposeId,
    pub state: ConsentState,
    pub at: Moment,
    pub effective_from: String,
    pub staff: Option<i64>,
    pub channel: Option<String>,
}

pub(super) fn events(cx: &Read<'_>, consent: ConsentId) -> Result<Vec<Became>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT purpose_id, state, at, effective_from, staff_id, channel FROM consent_events WHERE consent_id = ?1 ORDER BY id",
    )?;
    let found = find.query_map([consent], |row| {
        Ok(Became {
            purpose: row.get(0)?,
            state: row.get(1)?,
            at: row.get(2)?,
            effective_from: row.get(3)?,
            staff: row.get(4)?,
            channel: row.get(5)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Name of a member of staff, as it is today.
pub(super) fn name_of(cx: &Read<'_>, staff: StaffId) -> Result<String> {
    let member = crate::staff::store::by_id(cx.sql(), staff)?;
    Ok(member.map_or_else(String::new, |member| member.name))
}
