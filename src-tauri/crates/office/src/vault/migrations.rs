//! The schema, as numbered SQL files, each run once inside a transaction.

use include_dir::{Dir, include_dir};
use rusqlite::{Connection, TransactionBehavior};

use super::VaultError;
use crate::error::Result;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/vault/migrations");

/// Brings a file to the newest schema; refuses one that a later program wrote.
pub(super) fn run(connection: &mut Connection) -> Result<()> {
    run_all(connection, steps())
}

/// Brings a file to an older schema, as a program of that time did.
#[cfg(test)]
pub(crate) fn run_to(connection: &mut Connection, last: i64) -> Result<()> {
    let older = steps().into_iter().filter(|(number, _)| *number <= last);
    run_all(connection, older.collect())
}

fn run_all(connection: &mut Connection, steps: Vec<(i64, &str)>) -> Result<()> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = steps.last().map_or(0, |(number, _)| *number);
    if found > known {
        return Err(VaultError::Newer { found, known }.into());
    }
    // A table is rebuilt by copy, drop and rename: references are off meanwhile, and looked through before each commit.
    connection.pragma_update(None, "foreign_keys", false)?;
    for (number, sql) in steps.into_iter().filter(|(number, _)| *number > found) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        if transaction
            .prepare("PRAGMA foreign_key_check")?
            .exists([])?
        {
            return Err(VaultError::Torn(number).into());
        }
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(())
}

/// Number and text of each file, in order.
fn steps() -> Vec<(i64, &'static str)> {
    let mut steps: Vec<_> = FILES
        .files()
        .map(|file| {
            let name = file.path().to_str().expect("migration names are ASCII");
            let number = name[..4]
                .parse()
                .expect("a migration's name begins with its number");
            (number, file.contents_utf8().expect("migrations are UTF-8"))
        })
        .collect();
    steps.sort_unstable_by_key(|(number, _)| *number);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema of the first release: no file out there is older.
    const FIRST: i64 = 7;

    #[test]
    fn every_older_schema_comes_to_the_newest() {
        let newest = steps().last().map_or(0, |(number, _)| *number);
        for older in FIRST..=newest {
            let mut connection = Connection::open_in_memory().unwrap();
            run_to(&mut connection, older).unwrap();
            run(&mut connection).unwrap();
            let version: i64 = connection
                .query_row("PRAGMA user_version", [], |row| row.get(0))
                .unwrap();
            assert_eq!(version, newest);
        }
    }

    #[test]
    fn a_step_that_tears_references_leaves_the_file_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection).unwrap();
        let tear = "INSERT INTO client_phones (operator_id, tail, client_id) VALUES (1, '7', 404);";
        let torn = run_all(&mut connection, vec![(9_999, tear)]).unwrap_err();
        assert_eq!(torn.code(), "vault.torn");
        let rows: i64 = connection
            .query_row("SELECT count(*) FROM client_phones", [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, 0);
    }
}
