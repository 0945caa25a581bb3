//! Threads of the house: what goes on without anyone asking.

use std::sync::Arc;

use office::Door;
use post::Courier;
use station::{Page, Pages};
use tauri::{AppHandle, AssetResolver, Emitter, Manager, Wry};

use crate::frame::MAIN;

/// Starts every errand. They end with the program.
pub fn start(app: AppHandle, door: &Arc<Door>) -> std::io::Result<()> {
    app.manage(Courier::start(Arc::clone(door))?);
    let pages: Arc<dyn Pages> = Arc::new(BuiltIn(app.asset_resolver()));
    let house = Arc::clone(door);
    thread("station-keeper", move || station::keep(&house, &pages))?;
    let news = door.listen();
    thread("news", move || {
        for piece in news {
            if let Err(error) = app.emit_to(MAIN, "news", piece) {
                tracing::warn!(%error, "the window was not told");
            }
        }
    })
}

/// The tablet's page, built into the program beside the window's.
struct BuiltIn(AssetResolver<Wry>);

impl Pages for BuiltIn {
    fn get(&self, path: &str) -> Option<Page> {
        let kind = station::content_type(path)?;
        let asset = self.0.get(format!("tablet/{path}"))?;
        Some(Page {
            bytes: asset.bytes,
            kind,
        })
    }
}

fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(|_| ())
}
