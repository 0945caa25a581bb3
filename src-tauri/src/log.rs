//! The log: what went wrong, under the id that the person at the screen was shown. Never personal data.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

const ROOM: u64 = 5 * 1024 * 1024;

/// Logs to `kelisim.log` in the data folder; a full one becomes `kelisim.old.log`.
pub fn start(folder: &Path) -> Result<()> {
    let file = open(folder)?;
    let filter = EnvFilter::try_from_env("KELISIM_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .try_init()
        .map_err(|error| anyhow::anyhow!("starting the log: {error}"))?;
    std::panic::set_hook(Box::new(|panic| {
        // The place alone: a message can quote a value.
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
    Ok(())
}

fn open(folder: &Path) -> Result<File> {
    let path = folder.join("kelisim.log");
    if path.metadata().is_ok_and(|found| found.len() > ROOM) {
        std::fs::rename(&path, folder.join("kelisim.old.log"))
            .context("putting the full log away")?;
    }
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .with_context(|| format!("opening {}", path.display()))
}
