//! Seams for the tests that drive the built window. Compiled with the feature `seams` alone.

use std::path::PathBuf;

use anyhow::{Context, Result};
use office::clock::HandClock;
use office::door::Call;

/// The clock that the tests move: `KELISIM_CLOCK=2026-12-14T09:05+05:00`.
const CLOCK: &str = "KELISIM_CLOCK";
const ANSWERS: &str = "KELISIM_DIALOG_ANSWERS";

/// Takes the next line of the file that `KELISIM_DIALOG_ANSWERS` names: a path, or an empty line for a closed dialog.
/// `None` if the tests answer no dialogs.
pub fn dialog_answer() -> Result<Option<Option<PathBuf>>> {
    let Some(file) = std::env::var_os(ANSWERS) else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(&file).context("reading the answers of dialogs")?;
    let (first, rest) = text
        .split_once('\n')
        .context("a dialog was opened that the test has no answer for")?;
    std::fs::write(&file, rest).context("taking an answer")?;
    Ok(Some((!first.is_empty()).then(|| PathBuf::from(first))))
}

/// The clock that the test set by hand, if it did.
pub fn clock() -> Result<Option<HandClock>> {
    let Ok(text) = std::env::var(CLOCK) else {
        return Ok(None);
    };
    let at = HandClock::parse(&text).with_context(|| format!("{CLOCK} is not a moment"))?;
    Ok(Some(HandClock::at(at)))
}

/// Moves the clock: `clock.set {at}` or `clock.advance {seconds}`.
pub fn move_clock(clock: &HandClock, call: &Call) -> Option<()> {
    match call.args.get("seconds") {
        Some(seconds) => clock.advance(chrono::Duration::seconds(seconds.as_i64()?)),
        None => clock.set(HandClock::parse(call.args.get("at")?.as_str()?)?),
    }
    Some(())
}
