//! The SQL of half-written replies.

use rusqlite::{OptionalExtension, params};

use super::ReplyDraft;
use crate::door::{Read, StaffId, Write};
use crate::error::Result;
use crate::requests::RightId;

/// Keeps somebody's half-written reply.
pub(super) fn keep(
    cx: &Write<'_>,
    right: RightId,
    staff: StaffId,
    draft: &ReplyDraft,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO reply_drafts (right_id, staff_id, decision, ground, text, kept_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
             ON CONFLICT (right_id, staff_id) DO UPDATE SET decision = ?3, ground = ?4, text = ?5, kept_at = ?6",
        )?
        .execute(params![right, staff, draft.decision, draft.ground, draft.text, cx.now()])?;
    Ok(())
}

/// Somebody's half-written reply.
pub(super) fn draft(cx: &Read<'_>, right: RightId, staff: StaffId) -> Result<Option<ReplyDraft>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT decision, ground, text FROM reply_drafts WHERE right_id = ?1 AND staff_id = ?2",
    )?;
    let draft = statement.query_row(params![right, staff], |row| {
        Ok(ReplyDraft {
            decision: row.get(0)?,
            ground: row.get(1)?,
            text: row.get(2)?,
        })
    });
    Ok(draft.optional()?)
}

/// Forgets somebody's half-written reply, or everybody's.
pub(in crate::requests) fn forget(
    cx: &Write<'_>,
    right: RightId,
    staff: Option<StaffId>,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "DELETE FROM reply_drafts WHERE right_id = ?1 AND (?2 IS NULL OR staff_id = ?2)",
        )?
        .execute(params![right, staff])?;
    Ok(())
}
