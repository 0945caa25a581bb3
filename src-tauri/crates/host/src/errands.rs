//! Threads of the house: what goes on without anyone asking.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use office::Door;

/// Starts every errand. They end with the program.
pub fn start(_door: &Arc<Door>, _data: &Path, _tablet_pages: Option<PathBuf>) -> Result<()> {
    Ok(())
}
