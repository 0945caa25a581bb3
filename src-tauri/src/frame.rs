//! The one window: our own pages and nothing else, the size that it had last time.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{
    App, Manager, PhysicalSize, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

/// The window's label, which the capability names.
pub const MAIN: &str = "main";

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Size {
    width: f64,
    height: f64,
    maximized: bool,
}

const FIRST: Size = Size {
    width: 1440.0,
    height: 900.0,
    maximized: false,
};
const LEAST: Size = Size {
    width: 1100.0,
    height: 680.0,
    maximized: false,
};

/// Opens the window. `begun` is when the program was started: how long people waited goes to the log.
pub fn open(app: &App, folder: &Path, begun: Instant) -> tauri::Result<WebviewWindow> {
    let remembered = folder.join("window.json");
    let size = read(&remembered);
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Kelisim")
        .inner_size(size.width, size.height)
        .min_inner_size(LEAST.width, LEAST.height)
        .maximized(size.maximized)
        .zoom_hotkeys_enabled(false)
        .devtools(cfg!(debug_assertions))
        // Nothing that was shown stays on the disk. WebDriver can't drive a private view.
        .incognito(!cfg!(feature = "seams"))
        // Under a Cyrillic layout the view doesn't paste by Ctrl and V: the page does, and may therefore ask the clipboard.
        .enable_clipboard_access()
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_page_load(move |_, load| {
            if load.event() == PageLoadEvent::Finished {
                tracing::info!(ms = begun.elapsed().as_millis(), "the page is loaded");
            }
        })
        .build()?;
    remember(&window, remembered);
    Ok(window)
}

pub fn is_ours(url: &tauri::Url) -> bool {
    (url.scheme() == "tauri" && url.host_str() == Some("localhost"))
        || (matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost"))
}

fn read(path: &Path) -> Size {
    let found = std::fs::read(path)
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Size>(&bytes).ok());
    match found {
        Some(size) if size.width >= LEAST.width && size.height >= LEAST.height => size,
        _ => FIRST,
    }
}

fn remember(window: &WebviewWindow, path: PathBuf) {
    let watched = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { .. } = event {
            if let Err(error) = write(&watched, &path) {
                tracing::warn!(%error, "the window's size was not kept");
            }
            crate::client::close(watched.app_handle());
        }
    });
}

fn write(window: &WebviewWindow, path: &Path) -> anyhow::Result<()> {
    let maximized = window.is_maximized()?;
    let before = read(path);
    let size = if maximized {
        Size {
            maximized,
            ..before
        }
    } else {
        let PhysicalSize { width, height } = window.inner_size()?;
        let logical = PhysicalSize { width, height }.to_logical::<f64>(window.scale_factor()?);
        Size {
            width: logical.width,
            height: logical.height,
            maximized,
        }
    };
    Ok(std::fs::write(path, serde_json::to_vec(&size)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_shown() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        assert!(ours("http://tauri.localhost/"));
        assert!(!ours("http://tauri.localhost.example.kz/"));
        assert!(!ours("https://example.kz/"));
        assert!(!ours("file:///etc/passwd"));
        assert!(!ours("data:text/html,hello"));
    }

    #[test]
    fn a_spoilt_or_tiny_size_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        assert_eq!(read(&path), FIRST);
        std::fs::write(&path, b"{").unwrap();
        assert_eq!(read(&path), FIRST);
        std::fs::write(&path, br#"{"width":10,"height":10,"maximized":false}"#).unwrap();
        assert_eq!(read(&path), FIRST);
        std::fs::write(&path, br#"{"width":1200,"height":800,"maximized":true}"#).unwrap();
        assert_eq!(
            read(&path),
            Size {
                width: 1200.0,
                height: 800.0,
                maximized: true
            }
        );
    }
}
