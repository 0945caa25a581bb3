//! The SQL of consent texts.

use rusqlite::{OptionalExtension, Row, params};

use super::{
    ConsentPurpose, ConsentText, ContactChannel, PurposeForm, TextForm, TextId, TextLine, TextPair,
};
use crate::clients::Field;
use crate::clock::Moment;
use crate::consents::{hex, sha256};
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Read, Write};

pub(super) fn publish(cx: &Write<'_>, operator: OperatorId, form: &TextForm) -> Result<TextId> {
    let none = TextPair::default();
    let third = form.third_parties.as_ref().unwrap_or(&none);
    let abroad = form.cross_border.as_ref().unwrap_or(&none);
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO consent_texts (operator_id, code, version, title_kk, title_ru, body_kk, body_ru, sha_kk, sha_ru, data, term, term_until,
             third_parties, third_parties_kk, third_parties_ru, cross_border, cross_border_kk, cross_border_ru, public_sources,
             published_at, published_by)
         VALUES (?1, ?2, (SELECT coalesce(max(version), 0) + 1 FROM consent_texts WHERE operator_id = ?1 AND code = ?2),
             ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
    )?;
    let id = TextId(insert.insert(params![
        operator,
        form.code,
        form.title.kk.trim(),
        form.title.ru.trim(),
        form.body.kk,
        form.body.ru,
        hex(&sha256(&form.body.kk)),
        hex(&sha256(&form.body.ru)),
        json(&form.data)?,
        form.term,
        form.term_until,
        form.third_parties.is_some(),
        third.kk,
        third.ru,
        form.cross_border.is_some(),
        abroad.kk,
        abroad.ru,
        form.public_sources,
        cx.now(),
        cx.seat()?.staff,
    ])?);
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO purposes (text_id, place, kind, basis, name_kk, name_ru, note_kk, note_ru, channels, data, term, term_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    for (place, purpose) in form.purposes.iter().enumerate() {
        insert.execute(params![
            id,
            place as i64,
            purpose.kind,
            purpose.basis,
            purpose.name.kk.trim(),
            purpose.name.ru.trim(),
            purpose.note.kk.trim(),
            purpose.note.ru.trim(),
            json(&purpose.channels)?,
            json(&purpose.data)?,
            purpose.term,
            purpose.term_until,
        ])?;
    }
    Ok(id)
}

pub(super) fn list(cx: &Read<'_>, operator: OperatorId) -> Result<Vec<TextLine>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, code, version, title_kk, title_ru, published_at,
                version = max(version) OVER (PARTITION BY code)
         FROM consent_texts WHERE operator_id = ?1 ORDER BY id DESC",
    )?;
    let lines = find.query_map([operator], |row| {
        Ok(TextLine {
            id: row.get(0)?,
            code: row.get(1)?,
            version: row.get(2)?,
            title: TextPair {
                kk: row.get(3)?,
                ru: row.get(4)?,
            },
            published: row.get::<_, Moment>(5)?.date().to_string(),
            newest: row.get(6)?,
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn get(cx: &Read<'_>, text: TextId) -> Result<Option<ConsentText>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, operator_id, code, version, published_at, title_kk, title_ru, body_kk, body_ru, sha_kk, sha_ru, data, term, term_until,
                third_parties, third_parties_kk, third_parties_ru, cross_border, cross_border_kk, cross_border_ru, public_sources
         FROM consent_texts WHERE id = ?1",
    )?;
    let Some(mut found) = find.query_row([text], text_of).optional()? else {
        return Ok(None);
    };
    let mut find = cx.sql().prepare_cached(
        "SELECT id, kind, basis, name_kk, name_ru, note_kk, note_ru, channels, data, term, term_until
         FROM purposes WHERE text_id = ?1 ORDER BY place",
    )?;
    found.purposes = find
        .query_map([text], purpose_of)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(found))
}

pub(super) fn is_newest(cx: &Read<'_>, text: TextId) -> Result<bool> {
    let mut find = cx.sql().prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM consent_texts newer JOIN consent_texts this ON this.id = ?1
         WHERE newer.operator_id = this.operator_id AND newer.code = this.code AND newer.version > this.version)",
    )?;
    Ok(find.query_row([text], |row| row.get(0))?)
}

fn text_of(row: &Row<'_>) -> rusqlite::Result<ConsentText> {
    let pair = |flag: usize| -> rusqlite::Result<Option<TextPair>> {
        Ok(match row.get(flag)? {
            true => Some(TextPair {
                kk: row.get(flag + 1)?,
                ru: row.get(flag + 2)?,
            }),
            false => None,
        })
    };
    Ok(ConsentText {
        id: row.get(0)?,
        operator: row.get(1)?,
        code: row.get(2)?,
        version: row.get(3)?,
        published: row.get::<_, Moment>(4)?.date().to_string(),
        title: TextPair {
            kk: row.get(5)?,
            ru: row.get(6)?,
        },
        body: TextPair {
            kk: row.get(7)?,
            ru: row.get(8)?,
        },
        sha256: TextPair {
            kk: row.get(9)?,
            ru: row.get(10)?,
        },
        data: names(&row.get::<_, String>(11)?, Field::from_name),
        term: row.get(12)?,
        term_until: row.get(13)?,
        third_parties: pair(14)?,
        cross_border: pair(17)?,
        public_sources: row.get(20)?,
        purposes: Vec::new(),
    })
}

fn purpose_of(row: &Row<'_>) -> rusqlite::Result<ConsentPurpose> {
    Ok(ConsentPurpose {
        id: row.get(0)?,
        form: PurposeForm {
            kind: row.get(1)?,
            basis: row.get(2)?,
            name: TextPair {
                kk: row.get(3)?,
                ru: row.get(4)?,
            },
            note: TextPair {
                kk: row.get(5)?,
                ru: row.get(6)?,
            },
            channels: names(&row.get::<_, String>(7)?, ContactChannel::from_name),
            data: names(&row.get::<_, String>(8)?, Field::from_name),
            term: row.get(9)?,
            term_until: row.get(10)?,
        },
    })
}

fn json<T: serde::Serialize>(list: &[T]) -> Result<String> {
    Ok(serde_json::to_string(list).map_err(anyhow::Error::from)?)
}

/// A stored list of names. What a later version doesn't know any more is left out rather than refused.
fn names<T>(stored: &str, of: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let names: Vec<String> = serde_json::from_str(stored).unwrap_or_default();
    names.iter().filter_map(|name| of(name)).collect()
}
