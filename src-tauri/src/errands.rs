//! Threads of the house: what goes on without anyone asking.

use std::sync::Arc;

use office::Door;
use tauri::{AppHandle, Emitter};

use crate::frame::MAIN;

/// Starts every errand. They end with the program.
pub fn start(app: AppHandle, door: &Arc<Door>) -> std::io::Result<()> {
    let news = door.listen();
    thread("news", move || {
        for piece in news {
            if let Err(error) = app.emit_to(MAIN, "news", piece) {
                tracing::warn!(%error, "the window was not told");
            }
        }
    })
}

fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(|_| ())
}
