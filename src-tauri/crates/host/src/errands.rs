//! Threads of the house: what goes on without anyone asking.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use office::Door;
use post::Courier;
use station::{Folder, Pages};

/// Starts every errand. They end with the program.
pub fn start(door: &Arc<Door>, tablet_pages: Option<PathBuf>) -> Result<Courier> {
    if let Some(folder) = tablet_pages {
        let pages: Arc<dyn Pages> = Arc::new(Folder(folder));
        let door = Arc::clone(door);
        std::thread::Builder::new()
            .name("station-keeper".to_owned())
            .spawn(move || station::keep(&door, &pages))?;
    }
    Ok(Courier::start(Arc::clone(door))?)
}
