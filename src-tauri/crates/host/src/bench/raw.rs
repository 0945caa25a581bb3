//! What SQLite does without us: prepared inserts and a prepared point query on a file with the same encryption, the same
//! pragmas and the same people.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use rusqlite::{Connection, params};

use super::table::Times;
use crate::people::{Person, person};

/// Rows of one transaction: as many as an import commits at once.
const CHUNK: u64 = 2_000;

/// The bare file.
pub struct Raw {
    connection: Connection,
    people: u64,
    /// How long the inserts took.
    pub took: Duration,
}

/// Makes and fills it. The people are made beforehand, so that only SQLite is counted.
pub fn fill(file: &Path, people: u64) -> Result<Raw> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "key", format!("x'{}'", "5a".repeat(48)))?;
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
         PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8000;
         CREATE TABLE people (id INTEGER PRIMARY KEY, surname TEXT, given TEXT, patronymic TEXT, birth TEXT, iin TEXT UNIQUE,
             phone TEXT, card TEXT, document TEXT, address TEXT) STRICT;",
    )?;
    let mut took = Duration::ZERO;
    for first in (0..people).step_by(CHUNK as usize) {
        let chunk: Vec<Person> = (first..people.min(first + CHUNK)).map(person).collect();
        let begun = Instant::now();
        let transaction = connection.unchecked_transaction()?;
        let mut insert = transaction.prepare_cached(
            "INSERT INTO people (surname, given, patronymic, birth, iin, phone, card, document, address)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        for person in &chunk {
            insert.execute(params![
                person.surname,
                person.given,
                person.patronymic,
                person.birth.to_string(),
                person.iin,
                person.phone,
                person.card,
                person.document,
                person.address,
            ])?;
        }
        drop(insert);
        transaction.commit()?;
        took += begun.elapsed();
    }
    Ok(Raw {
        connection,
        people,
        took,
    })
}

impl Raw {
    /// Looks people up by their number.
    pub fn point_queries(&self, looks: u64) -> Result<Times> {
        let mut times = Times::default();
        for nth in 0..looks {
            let wanted = person(nth.wrapping_mul(7_368_787) % self.people);
            let begun = Instant::now();
            let mut query = self
                .connection
                .prepare_cached("SELECT surname, given, phone FROM people WHERE iin = ?1")?;
            let found: (String, String, String) = query.query_row([&wanted.iin], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
            times.add(begun.elapsed());
            debug_assert_eq!(found.0, wanted.surname);
        }
        Ok(times)
    }
}
