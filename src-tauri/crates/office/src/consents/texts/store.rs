//! The SQL of consent texts.

use rusqlite::{OptionalExtension, Row, params};

use super::{
    ConsentPurpose, ConsentText, ContactChannel, Country, PurposeForm, TextForm, TextId, TextLine,
    TextPair,
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
    let sha = |words: &str| match words {
        "" => String::new(),
        words => hex(&sha256(words)),
    };
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO consent_texts (operator_id, code, version, title_kk, title_ru, title_en, body_kk, body_ru, body_en, sha_kk, sha_ru, sha_en,
             data, term, term_until, third_parties, third_parties_kk, third_parties_ru, third_parties_en,
             cross_border, cross_border_kk, cross_border_ru, cross_border_en, countries, public_sources, stored_in, published_at, published_by)
         VALUES (?1, ?2, (SELECT coalesce(max(version), 0) + 1 FROM consent_texts WHERE operator_id = ?1 AND code = ?2),
             ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)",
    )?;
    let id = TextId(insert.insert(params![
        operator,
        form.code,
        form.title.kk,
        form.title.ru,
        form.title.en,
        form.body.kk,
        form.body.ru,
        form.body.en,
        sha(&form.body.kk),
        sha(&form.body.ru),
        sha(&form.body.en),
        json(&form.data)?,
        form.term,
        form.term_until,
        form.third_parties.is_some(),
        third.kk,
        third.ru,
        third.en,
        form.cross_border.is_some(),
        abroad.kk,
        abroad.ru,
        abroad.en,
        json(&form.countries)?,
        form.public_sources,
        json(&form.stored_in)?,
        cx.now(),
        cx.seat()?.staff,
    ])?);
    let mut insert = cx.sql().prepare_cached(
        "INSERT INTO purposes (text_id, place, kind, basis, name_kk, name_ru, name_en, note_kk, note_ru, note_en, channels, data, term, term_until,
             recipients, countries)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?;
    for (place, purpose) in form.purposes.iter().enumerate() {
        insert.execute(params![
            id,
            place as i64,
            purpose.kind,
            purpose.basis,
            purpose.name.kk,
            purpose.name.ru,
            purpose.name.en,
            purpose.note.kk,
            purpose.note.ru,
            purpose.note.en,
            json(&purpose.channels)?,
            json(&purpose.data)?,
            purpose.term,
            purpose.term_until,
            json(&purpose.recipients)?,
            json(&purpose.countries)?,
        ])?;
    }
    Ok(id)
}

pub(super) fn list(cx: &Read<'_>, operator: OperatorId) -> Result<Vec<TextLine>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, code, version, published_at, version = max(version) OVER (PARTITION BY code), title_kk, title_ru, title_en
         FROM consent_texts WHERE operator_id = ?1 ORDER BY id DESC",
    )?;
    let lines = find.query_map([operator], |row| {
        Ok(TextLine {
            id: row.get(0)?,
            code: row.get(1)?,
            version: row.get(2)?,
            published: row.get::<_, Moment>(3)?.date().to_string(),
            newest: row.get(4)?,
            title: words(row, 5)?,
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn get(cx: &Read<'_>, text: TextId) -> Result<Option<ConsentText>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT id, operator_id, code, version, published_at, title_kk, title_ru, title_en, body_kk, body_ru, body_en, sha_kk, sha_ru, sha_en,
                data, term, term_until, third_parties, third_parties_kk, third_parties_ru, third_parties_en,
                cross_border, cross_border_kk, cross_border_ru, cross_border_en, countries, public_sources, stored_in
         FROM consent_texts WHERE id = ?1",
    )?;
    let Some(mut found) = find.query_row([text], text_of).optional()? else {
        return Ok(None);
    };
    let mut find = cx.sql().prepare_cached(
        "SELECT id, kind, basis, name_kk, name_ru, name_en, note_kk, note_ru, note_en, channels, data, term, term_until, recipients, countries
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

/// The version that the next published text of a family gets.
pub(super) fn next_version(cx: &Read<'_>, operator: OperatorId, code: &str) -> Result<u32> {
    let mut find = cx.sql().prepare_cached(
        "SELECT coalesce(max(version), 0) + 1 FROM consent_texts WHERE operator_id = ?1 AND code = ?2",
    )?;
    Ok(find.query_row(params![operator, code], |row| row.get(0))?)
}

/// Words in the three languages, from three columns.
pub(super) fn words(row: &Row<'_>, first: usize) -> rusqlite::Result<TextPair> {
    Ok(TextPair {
        kk: row.get(first)?,
        ru: row.get(first + 1)?,
        en: row.get(first + 2)?,
    })
}

fn text_of(row: &Row<'_>) -> rusqlite::Result<ConsentText> {
    let flagged = |flag: usize| -> rusqlite::Result<Option<TextPair>> {
        row.get::<_, bool>(flag)?
            .then(|| words(row, flag + 1))
            .transpose()
    };
    Ok(ConsentText {
        id: row.get(0)?,
        operator: row.get(1)?,
        code: row.get(2)?,
        version: row.get(3)?,
        published: row.get::<_, Moment>(4)?.date().to_string(),
        title: words(row, 5)?,
        body: words(row, 8)?,
        sha256: words(row, 11)?,
        data: names(&row.get::<_, String>(14)?, Field::from_name),
        term: row.get(15)?,
        term_until: row.get(16)?,
        third_parties: flagged(17)?,
        cross_border: flagged(21)?,
        countries: names(&row.get::<_, String>(25)?, Country::from_name),
        public_sources: row.get(26)?,
        stored_in: names(&row.get::<_, String>(27)?, Country::from_name),
        purposes: Vec::new(),
    })
}

fn purpose_of(row: &Row<'_>) -> rusqlite::Result<ConsentPurpose> {
    Ok(ConsentPurpose {
        id: row.get(0)?,
        form: PurposeForm {
            kind: row.get(1)?,
            basis: row.get(2)?,
            name: words(row, 3)?,
            note: words(row, 6)?,
            channels: names(&row.get::<_, String>(9)?, ContactChannel::from_name),
            data: names(&row.get::<_, String>(10)?, Field::from_name),
            term: row.get(11)?,
            term_until: row.get(12)?,
            recipients: serde_json::from_str(&row.get::<_, String>(13)?).unwrap_or_default(),
            countries: names(&row.get::<_, String>(14)?, Country::from_name),
        },
    })
}

pub(super) fn json<T: serde::Serialize>(of: &T) -> Result<String> {
    Ok(serde_json::to_string(of).map_err(anyhow::Error::from)?)
}

/// A stored list of names. What a later version doesn't know any more is left out rather than refused.
fn names<T>(stored: &str, of: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let names: Vec<String> = serde_json::from_str(stored).unwrap_or_default();
    names.iter().filter_map(|name| of(name)).collect()
}
