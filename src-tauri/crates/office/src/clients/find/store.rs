//! The SQL of looking people up, and of the index of names.

use rusqlite::{Row, params};

use super::people::Line;
use super::{Folder, Hit, IndexRow, Nearness, Spelling, slips};
use crate::clients::{ClientId, Name};
use crate::door::{Read, Write};
use crate::error::Result;
use crate::policy::OperatorId;

/// Shortest sound for which misprints are looked for.
const SHORTEST_SLIP: usize = 4;

/// The text just past everything that begins with `head`: the end of a range in an index.
fn past(head: &str) -> String {
    let mut end = head.to_owned();
    end.push(char::MAX);
    end
}

fn ids(rows: impl Iterator<Item = rusqlite::Result<ClientId>>) -> Result<Vec<ClientId>> {
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// `usize` limits as SQL takes them.
fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// People whose IIN begins so.
pub(super) fn by_iin(
    cx: &Read<'_>,
    operator: OperatorId,
    head: &str,
    most: usize,
) -> Result<Vec<ClientId>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT id FROM clients WHERE operator_id = ?1 AND iin >= ?2 AND iin < ?3 ORDER BY iin LIMIT ?4",
    )?;
    ids(
        statement.query_map(params![operator, head, past(head), limit(most)], |row| {
            row.get(0)
        })?,
    )
}

/// People with a phone whose digits end so.
pub(super) fn by_phone(
    cx: &Read<'_>,
    operator: OperatorId,
    digits: &str,
    most: usize,
) -> Result<Vec<ClientId>> {
    let head = reversed(digits);
    let mut statement = cx.sql().prepare_cached(
        "SELECT client_id FROM client_phones WHERE operator_id = ?1 AND tail >= ?2 AND tail < ?3 ORDER BY tail LIMIT ?4",
    )?;
    ids(
        statement.query_map(params![operator, head, past(&head), limit(most)], |row| {
            row.get(0)
        })?,
    )
}

/// A number of a client that is looked up whole, or by its beginning where enough of it was typed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Numbered {
    Card,
    Document,
}

/// People with this number; whether it is the whole one.
pub(super) fn by_numbered(
    cx: &Read<'_>,
    operator: OperatorId,
    kind: Numbered,
    number: &str,
    shortest: usize,
    most: usize,
) -> Result<Vec<(ClientId, bool)>> {
    let mut statement = cx.sql().prepare_cached(match kind {
        Numbered::Card => {
            "SELECT id, card = ?2 FROM clients WHERE operator_id = ?1 AND card >= ?2 AND card < ?3 ORDER BY card LIMIT ?4"
        }
        Numbered::Document => {
            "SELECT id, document_number = ?2 FROM clients WHERE operator_id = ?1 AND document_number >= ?2 \
             AND document_number < ?3 ORDER BY document_number LIMIT ?4"
        }
    })?;
    let end = if number.len() >= shortest {
        past(number)
    } else {
        format!("{number}\0")
    };
    let rows = statement.query_map(params![operator, number, end, limit(most)], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// People with a row that this spelling leads.
pub(super) fn led_by(
    cx: &Read<'_>,
    operator: OperatorId,
    word: &str,
    most: usize,
) -> Result<Vec<ClientId>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT client_id FROM client_names WHERE operator_id = ?1 AND word = ?2 ORDER BY rest LIMIT ?3",
    )?;
    ids(statement.query_map(params![operator, word, limit(most)], |row| row.get(0))?)
}

/// People with a row that this spelling leads and such a sound follows at once.
pub(super) fn led_by_with(
    cx: &Read<'_>,
    operator: OperatorId,
    word: &str,
    head: &str,
    most: usize,
) -> Result<Vec<(ClientId, String)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT client_id, rest FROM client_names WHERE operator_id = ?1 AND word = ?2 AND rest >= ?3 AND rest < ?4 \
         ORDER BY rest LIMIT ?5",
    )?;
    let rows = statement.query_map(params![operator, word, head, past(head), limit(most)], pair)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// People with a row that this spelling leads and in which such a sound follows somewhere.
pub(super) fn led_by_somewhere(
    cx: &Read<'_>,
    operator: OperatorId,
    word: &str,
    head: &str,
    most: usize,
) -> Result<Vec<(ClientId, String)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT client_id, rest FROM client_names WHERE operator_id = ?1 AND word = ?2 AND instr (' ' || rest, ' ' || ?3) > 0 \
         ORDER BY rest LIMIT ?4",
    )?;
    let rows = statement.query_map(params![operator, word, head, limit(most)], pair)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn pair(row: &Row<'_>) -> rusqlite::Result<(ClientId, String)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// Spellings whose sound begins so.
pub(super) fn spellings_from(
    cx: &Read<'_>,
    operator: OperatorId,
    head: &str,
    most: usize,
) -> Result<Vec<Spelling>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT word, loose, people FROM name_words WHERE operator_id = ?1 AND loose >= ?2 AND loose < ?3 ORDER BY loose LIMIT ?4",
    )?;
    let rows = statement.query_map(params![operator, head, past(head), limit(most)], spelling)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Spellings of this sound.
pub(super) fn spellings_of(
    cx: &Read<'_>,
    operator: OperatorId,
    loose: &str,
) -> Result<Vec<Spelling>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT word, loose, people FROM name_words WHERE operator_id = ?1 AND loose = ?2",
    )?;
    let rows = statement.query_map(params![operator, loose], spelling)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn spelling(row: &Row<'_>) -> rusqlite::Result<Spelling> {
    Ok(Spelling {
        word: row.get(0)?,
        loose: row.get(1)?,
        people: row.get(2)?,
        nearness: Nearness::Loose,
        whole: false,
    })
}

/// Sounds that share one of these slips.
pub(super) fn sounds_near(
    cx: &Read<'_>,
    operator: OperatorId,
    slips: &[String],
) -> Result<Vec<String>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT loose FROM name_slips WHERE operator_id = ?1 AND slip = ?2")?;
    let mut sounds = Vec::new();
    for slip in slips {
        for sound in statement.query_map(params![operator, slip], |row| row.get::<_, String>(0))? {
            sounds.push(sound?);
        }
    }
    sounds.sort_unstable();
    sounds.dedup();
    Ok(sounds)
}

/// What is needed to put a person in order: the key of the alphabet, and the name.
pub(super) fn order_of(cx: &Read<'_>, client: ClientId) -> Result<(String, Name)> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT sort_key, surname, given, patronymic, former_surname FROM clients WHERE id = ?1",
    )?;
    Ok(statement.query_row(params![client], |row| {
        let name = Name {
            surname: row.get(1)?,
            given: row.get(2)?,
            patronymic: row.get(3)?,
            former_surname: row.get(4)?,
        };
        Ok((row.get(0)?, name))
    })?)
}

/// What is needed to show a person in a list.
pub(super) fn line(cx: &Read<'_>, hit: Hit) -> Result<Line> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT c.surname, c.given, c.patronymic, c.former_surname, c.iin, c.phone, c.document_number, c.card, c.birth_date, \
         c.kind, c.branch_id, b.name, c.card_state FROM clients c JOIN branches b ON b.id = c.branch_id WHERE c.id = ?1",
    )?;
    Ok(statement.query_row(params![hit.client], |row| {
        Ok(Line {
            name: Name {
                surname: row.get(0)?,
                given: row.get(1)?,
                patronymic: row.get(2)?,
                former_surname: row.get(3)?,
            },
            iin: row.get(4)?,
            phone: row.get(5)?,
            document: row.get(6)?,
            card: row.get(7)?,
            birth_date: row.get(8)?,
            kind: row.get(9)?,
            branch: row.get(10)?,
            branch_name: row.get(11)?,
            card_state: row.get(12)?,
        })
    })?)
}

/// Digits from the last to the first.
pub(in crate::clients) fn reversed(digits: &str) -> String {
    digits.chars().rev().collect()
}

/// Writes the index of names. One writer for many people remembers what it has folded and which words are known, so
/// that a spreadsheet costs one look at a word, not one per person.
#[derive(Default)]
pub(in crate::clients) struct Indexer {
    folder: Folder,
    /// Word → its sound and how many rows more it leads.
    counts: std::collections::BTreeMap<String, (String, i64)>,
}

impl Indexer {
    /// Rows for a new name.
    pub(in crate::clients) fn add(
        &mut self,
        cx: &Write<'_>,
        operator: OperatorId,
        client: ClientId,
        name: &Name,
    ) -> Result<()> {
        let mut insert = cx.sql().prepare_cached(
            "INSERT OR IGNORE INTO client_names (operator_id, word, rest, client_id) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for row in super::index_rows(name, &mut self.folder) {
            insert.execute(params![operator, row.word, row.rest, client])?;
            self.count(row, 1);
        }
        Ok(())
    }

    /// Takes the rows of a former name away.
    pub(in crate::clients) fn remove(
        &mut self,
        cx: &Write<'_>,
        operator: OperatorId,
        client: ClientId,
        name: &Name,
    ) -> Result<()> {
        let mut delete = cx.sql().prepare_cached(
            "DELETE FROM client_names WHERE operator_id = ?1 AND word = ?2 AND rest = ?3 AND client_id = ?4",
        )?;
        for row in super::index_rows(name, &mut self.folder) {
            delete.execute(params![operator, row.word, row.rest, client])?;
            self.count(row, -1);
        }
        Ok(())
    }

    fn count(&mut self, row: IndexRow, by: i64) {
        let (_, count) = self.counts.entry(row.word).or_insert((row.loose, 0));
        *count += by;
    }

    /// Brings the words up to date; words that lead nobody go, and their slips with them.
    pub(in crate::clients) fn finish(
        &mut self,
        cx: &Write<'_>,
        operator: OperatorId,
    ) -> Result<()> {
        let mut update =
            cx.sql().prepare_cached("UPDATE name_words SET people = people + ?4 WHERE operator_id = ?1 AND loose = ?2 AND word = ?3")?;
        let mut insert = cx.sql().prepare_cached(
            "INSERT INTO name_words (operator_id, loose, word, people) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for (word, (loose, by)) in std::mem::take(&mut self.counts) {
            if by == 0 {
                continue;
            }
            if update.execute(params![operator, loose, word, by])? == 0 {
                insert.execute(params![operator, loose, word, by])?;
                add_slips(cx, operator, &loose)?;
            } else if by < 0 {
                drop_idle(cx, operator, &loose)?;
            }
        }
        Ok(())
    }
}

fn add_slips(cx: &Write<'_>, operator: OperatorId, loose: &str) -> Result<()> {
    if loose.chars().count() < SHORTEST_SLIP {
        return Ok(());
    }
    let mut insert = cx.sql().prepare_cached(
        "INSERT OR IGNORE INTO name_slips (operator_id, slip, loose) VALUES (?1, ?2, ?3)",
    )?;
    for slip in slips(loose) {
        insert.execute(params![operator, slip, loose])?;
    }
    Ok(())
}

fn drop_idle(cx: &Write<'_>, operator: OperatorId, loose: &str) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "DELETE FROM name_words WHERE operator_id = ?1 AND loose = ?2 AND people <= 0",
        )?
        .execute(params![operator, loose])?;
    let mut left = cx
        .sql()
        .prepare_cached("SELECT 1 FROM name_words WHERE operator_id = ?1 AND loose = ?2")?;
    if !left.exists(params![operator, loose])? {
        let mut delete = cx.sql().prepare_cached(
            "DELETE FROM name_slips WHERE operator_id = ?1 AND slip = ?2 AND loose = ?3",
        )?;
        for slip in slips(loose) {
            delete.execute(params![operator, slip, loose])?;
        }
    }
    Ok(())
}
