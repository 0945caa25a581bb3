//! Seams for the tests that drive the built window. Compiled with the feature `seams` alone.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// The clock that the tests move: `KELISIM_CLOCK=2026-12-14T09:05+05:00`.
pub const CLOCK: &str = "KELISIM_CLOCK";
const ANSWERS: &str = "KELISIM_DIALOG_ANSWERS";

/// Takes the next line of the file that `KELISIM_DIALOG_ANSWERS` names: a path, or an empty line for a closed dialog.
/// `None` if the tests answer no dialogs.
pub fn dialog_answer() -> Result<Option<Option<PathBuf>>> {
    let Some(file) = std::env::var_os(ANSWERS) else { return Ok(None) };
    let text = std::fs::read_to_string(&file).context("reading the answers of dialogs")?;
    let (first, rest) = text.split_once('\n').context("a dialog was opened that the test has no answer for")?;
    std::fs::write(&file, rest).context("taking an answer")?;
    Ok(Some((!first.is_empty()).then(|| PathBuf::from(first))))
}
