//! The SQL of code words.

use rusqlite::{OptionalExtension, params};

use crate::clients::ClientId;
use crate::clock::Moment;
use crate::error::Result;
use crate::{Read, Write};

/// A kept word: its hash, and who set it when on what paper.
pub(super) struct Kept {
    pub salt: [u8; 16],
    pub hash: [u8; 32],
    pub set_at: Moment,
    pub set_by: String,
    pub paper: String,
}

pub(super) fn find(cx: &Read<'_>, client: ClientId) -> Result<Option<Kept>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT w.salt, w.hash, w.set_at, s.name, w.paper FROM code_words w JOIN staff s ON s.id = w.set_by WHERE w.client_id = ?1",
    )?;
    Ok(find
        .query_row([client], |row| {
            Ok(Kept {
                salt: row.get(0)?,
                hash: row.get(1)?,
                set_at: row.get(2)?,
                set_by: row.get(3)?,
                paper: row.get(4)?,
            })
        })
        .optional()?)
}

pub(super) fn keep(
    cx: &Write<'_>,
    client: ClientId,
    salt: &[u8; 16],
    hash: &[u8; 32],
    paper: &str,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO code_words (client_id, salt, hash, set_at, set_by, paper) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
             ON CONFLICT (client_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, set_at = excluded.set_at, \
             set_by = excluded.set_by, paper = excluded.paper",
        )?
        .execute(params![client, salt, hash, cx.now(), cx.seat()?.staff, paper])?;
    Ok(())
}

/// How many wrong words were said today.
pub(super) fn wrong_today(cx: &Read<'_>, client: ClientId) -> Result<u32> {
    let mut find = cx
        .sql()
        .prepare_cached("SELECT wrong FROM code_word_days WHERE client_id = ?1 AND day = ?2")?;
    Ok(find
        .query_row(params![client, cx.today().to_string()], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// Counts a try.
pub(super) fn count(cx: &Write<'_>, client: ClientId, matched: bool) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO code_word_days (client_id, day, wrong, matched) VALUES (?1, ?2, NOT ?3, ?3) \
             ON CONFLICT (client_id, day) DO UPDATE SET wrong = wrong + NOT ?3, matched = matched + ?3",
        )?
        .execute(params![client, cx.today().to_string(), matched])?;
    Ok(())
}

/// Surname, given name and patronymic, for the application.
pub(super) fn full_name(cx: &Read<'_>, client: ClientId) -> Result<String> {
    let mut find = cx.sql().prepare_cached(
        "SELECT concat_ws (' ', surname, given, patronymic) FROM clients WHERE id = ?1",
    )?;
    Ok(find.query_row([client], |row| row.get(0))?)
}

/// What stands on the card of a person: the parts of their name, their dates and numbers.
pub(super) fn on_the_card(cx: &Read<'_>, client: ClientId) -> Result<Vec<String>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT surname, given, patronymic, former_surname, iin, birth_date, phone, card, document_number FROM clients WHERE id = ?1",
    )?;
    let found = find.query_row([client], |row| {
        (0..9)
            .map(|column| row.get::<_, Option<String>>(column))
            .collect::<rusqlite::Result<Vec<_>>>()
    })?;
    Ok(found.into_iter().flatten().collect())
}
