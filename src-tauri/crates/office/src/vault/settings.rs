//! Settings of the installation: a name and a JSON value each.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Result;

/// The setting of that name, if it was ever written.
pub fn get<T: DeserializeOwned>(sql: &Connection, name: &str) -> Result<Option<T>> {
    let text: Option<String> = sql
        .prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row(params![name], |row| row.get(0))
        .optional()?;
    text.map(|text| serde_json::from_str(&text).map_err(|error| anyhow::Error::from(error).into()))
        .transpose()
}

/// Writes a setting.
pub fn put<T: Serialize>(sql: &Connection, name: &str, value: &T) -> Result<()> {
    let text = serde_json::to_string(value).map_err(anyhow::Error::from)?;
    sql.prepare_cached("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2")?
        .execute(params![name, text])?;
    Ok(())
}
