//! What SQLite does without us: prepared inserts and a prepared point query on a file with the same encryption, the same
//! pragmas and the same people.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

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

/// An empty file, encrypted and tuned as a vault is.
fn bare(file: &Path) -> Result<Connection> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "key", format!("x'{}'", "5a".repeat(48)))?;
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
         PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8000;",
    )?;
    Ok(connection)
}

/// The tables that an import of people writes to.
const TABLES: [(&str, &str); 3] = [
    ("clients", "id"),
    ("client_phones", "client_id"),
    ("client_names", "client_id"),
];

/// Puts the rows that an import left in the vault into an empty file with the same tables and the same indexes, chunk by
/// chunk, by prepared statements and nothing else. How long that took.
pub fn the_same_rows(vault: &Connection, file: &Path, people: u64) -> Result<Duration> {
    let connection = bare(file)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    let mut made = vault.prepare(
        "SELECT sql FROM sqlite_schema WHERE tbl_name IN ('clients', 'client_phones', 'client_names') \
         AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC",
    )?;
    for sql in made.query_map([], |row| row.get::<_, String>(0))? {
        connection.execute_batch(&sql?)?;
    }
    let mut rows = TABLES
        .map(|(table, key)| sorted(vault, table, key))
        .into_iter()
        .map(|rows| rows.map(|rows| rows.into_iter().peekable()))
        .collect::<Result<Vec<_>>>()?;
    let mut took = Duration::ZERO;
    for first in (0..people).step_by(CHUNK as usize) {
        let last = i64::try_from(first + CHUNK)?;
        let chunk: Vec<Vec<Vec<Value>>> = rows
            .iter_mut()
            .map(|table| {
                std::iter::from_fn(|| table.next_if(|(client, _)| *client <= last))
                    .map(|(_, row)| row)
                    .collect()
            })
            .collect();
        let begun = Instant::now();
        let transaction = connection.unchecked_transaction()?;
        for ((table, _), rows) in TABLES.iter().zip(&chunk) {
            let Some(width) = rows.first().map(Vec::len) else {
                continue;
            };
            let places = vec!["?"; width].join(", ");
            let mut insert =
                transaction.prepare_cached(&format!("INSERT INTO {table} VALUES ({places})"))?;
            for row in rows {
                insert.execute(params_from_iter(row))?;
            }
        }
        transaction.commit()?;
        took += begun.elapsed();
    }
    Ok(took)
}

/// Every row of a table by the number of its client.
fn sorted(vault: &Connection, table: &str, key: &str) -> Result<Vec<(i64, Vec<Value>)>> {
    let mut all = vault.prepare(&format!("SELECT * FROM {table}"))?;
    let width = all.column_count();
    let key = all.column_index(key)?;
    let mut rows = all
        .query_map([], |row| {
            let values = (0..width)
                .map(|at| row.get(at))
                .collect::<rusqlite::Result<_>>()?;
            Ok((row.get(key)?, values))
        })?
        .collect::<rusqlite::Result<Vec<(i64, Vec<Value>)>>>()?;
    // Stable: within a client the rows stay as the table has them.
    rows.sort_by_key(|(client, _)| *client);
    Ok(rows)
}

/// Makes and fills it. The people are made beforehand, so that only SQLite is counted.
pub fn fill(file: &Path, people: u64) -> Result<Raw> {
    let connection = bare(file)?;
    connection.execute_batch(
        "CREATE TABLE people (id INTEGER PRIMARY KEY, surname TEXT, given TEXT, patronymic TEXT, birth TEXT, iin TEXT UNIQUE,
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
