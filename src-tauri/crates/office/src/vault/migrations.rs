//! The schema, as numbered SQL files, each run once inside a transaction.

use include_dir::{Dir, include_dir};
use rusqlite::{Connection, TransactionBehavior};

use super::VaultError;
use crate::error::Result;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/vault/migrations");

/// Brings a file to the newest schema; refuses one that a later program wrote.
pub(super) fn run(connection: &mut Connection) -> Result<()> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let steps = steps();
    let known = steps.last().map_or(0, |(number, _)| *number);
    if found > known {
        return Err(VaultError::Newer { found, known }.into());
    }
    for (number, sql) in steps.into_iter().filter(|(number, _)| *number > found) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
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
