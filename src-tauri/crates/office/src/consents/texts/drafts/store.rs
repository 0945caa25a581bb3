//! The SQL of texts that are being written.

use rusqlite::{OptionalExtension, params};

use super::{Draft, KeptDraft, TextDraftId};
use crate::clock::Moment;
use crate::consents::texts::{TextId, store::json};
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Read, Write};

const KEPT: &str =
    "SELECT text_drafts.id, text_drafts.operator_id, base_id, form, rev, changed_at, staff.name
    FROM text_drafts JOIN staff ON staff.id = changed_by";

type Raw = (
    TextDraftId,
    OperatorId,
    Option<TextId>,
    String,
    i64,
    Moment,
    String,
);

fn raw(row: &rusqlite::Row<'_>) -> rusqlite::Result<Raw> {
    Ok((
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
        row.get(5)?,
        row.get(6)?,
    ))
}

fn kept((id, operator, base, form, rev, changed, by): Raw) -> Result<KeptDraft> {
    let form: Draft = serde_json::from_str(&form).map_err(anyhow::Error::from)?;
    Ok(KeptDraft {
        id,
        operator,
        base,
        form,
        rev,
        changed,
        by,
    })
}

pub(super) fn add(
    cx: &Write<'_>,
    operator: OperatorId,
    base: Option<TextId>,
    form: &Draft,
) -> Result<TextDraftId> {
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO text_drafts (operator_id, base_id, form, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let form = json(form)?;
    let id = insert.insert(params![operator, base, form, cx.now(), cx.seat()?.staff])?;
    Ok(TextDraftId(id))
}

pub(super) fn get(cx: &Read<'_>, draft: TextDraftId) -> Result<Option<KeptDraft>> {
    let mut find = cx
        .sql()
        .prepare_cached(&format!("{KEPT} WHERE text_drafts.id = ?1"))?;
    find.query_row([draft], raw)
        .optional()?
        .map(kept)
        .transpose()
}

pub(super) fn list(cx: &Read<'_>, operator: OperatorId) -> Result<Vec<KeptDraft>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{KEPT} WHERE text_drafts.operator_id = ?1 ORDER BY changed_at DESC, text_drafts.id DESC"
    ))?;
    let found: Vec<Raw> = find
        .query_map([operator], raw)?
        .collect::<rusqlite::Result<_>>()?;
    found.into_iter().map(kept).collect()
}

/// Keeps the form if nobody kept another since `rev`.
pub(super) fn save(cx: &Write<'_>, draft: TextDraftId, rev: i64, form: &Draft) -> Result<bool> {
    let mut update = cx.sql().prepare_cached(
        "UPDATE text_drafts SET form = ?3, rev = rev + 1, changed_at = ?4, changed_by = ?5 WHERE id = ?1 AND rev = ?2",
    )?;
    let form = json(form)?;
    Ok(update.execute(params![draft, rev, form, cx.now(), cx.seat()?.staff])? == 1)
}

pub(super) fn drop(cx: &Write<'_>, draft: TextDraftId) -> Result<()> {
    cx.sql()
        .prepare_cached("DELETE FROM text_drafts WHERE id = ?1")?
        .execute([draft])?;
    Ok(())
}
