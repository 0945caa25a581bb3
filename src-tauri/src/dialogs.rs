//! File dialogs. A path that was picked here is the only kind of path that a command may name.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use base64::Engine as _;
use serde::{Deserialize, Serialize};
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FilePath};

/// Asks for a file to read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PickFile {
    /// Over the dialog, in the person's language.
    title: String,
    /// What the list is narrowed to: a name for people and the endings, without dots.
    kinds: Vec<Kind>,
}

/// Asks where to keep a file, and writes it there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaveFile {
    /// Over the dialog, in the person's language.
    title: String,
    /// Suggested name.
    name: String,
    /// What the list is narrowed to.
    #[serde(default)]
    kinds: Vec<Kind>,
    /// The file's bytes.
    base64: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    name: String,
    endings: Vec<String>,
}

/// A file that a person picked.
#[derive(Debug, Serialize)]
pub struct Picked {
    /// To be named in a command.
    path: String,
    /// To be shown.
    name: String,
    /// Bytes.
    size: u64,
}

/// The paths that people picked since the program started.
#[derive(Default)]
pub struct PickedPaths(Mutex<HashSet<PathBuf>>);

impl PickedPaths {
    fn note(&self, path: &Path) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(path.to_owned());
    }

    /// A command may name this path.
    pub fn allow(&self, path: &str) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(Path::new(path))
    }
}

/// Shows the dialog; `None` if it was closed without a choice.
pub fn pick(window: &WebviewWindow, paths: &PickedPaths, ask: PickFile) -> Result<Option<Picked>> {
    let Some(path) = ask_for_file(window, &ask.title, &ask.kinds)? else {
        return Ok(None);
    };
    let size = path.metadata().context("looking at the picked file")?.len();
    paths.note(&path);
    Ok(Some(Picked {
        path: path.to_string_lossy().into_owned(),
        name: name(&path),
        size,
    }))
}

/// Shows the dialog and writes the file; `None` if it was closed without a choice.
pub fn save(window: &WebviewWindow, ask: SaveFile) -> Result<Option<Picked>> {
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(&ask.base64)
        .context("the file's bytes")?;
    let Some(path) = ask_where(window, &ask.title, &ask.name, &ask.kinds)? else {
        return Ok(None);
    };
    std::fs::write(&path, &bytes).context("writing the file")?;
    Ok(Some(Picked {
        path: path.to_string_lossy().into_owned(),
        name: name(&path),
        size: bytes.len() as u64,
    }))
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn ask_for_file(window: &WebviewWindow, title: &str, kinds: &[Kind]) -> Result<Option<PathBuf>> {
    #[cfg(feature = "seams")]
    if let Some(answer) = crate::seams::dialog_answer()? {
        return Ok(answer);
    }
    dialog(window, title, kinds)
        .blocking_pick_file()
        .map(into_path)
        .transpose()
}

fn ask_where(
    window: &WebviewWindow,
    title: &str,
    name: &str,
    kinds: &[Kind],
) -> Result<Option<PathBuf>> {
    #[cfg(feature = "seams")]
    if let Some(answer) = crate::seams::dialog_answer()? {
        return Ok(answer);
    }
    dialog(window, title, kinds)
        .set_file_name(name)
        .blocking_save_file()
        .map(into_path)
        .transpose()
}

fn dialog(
    window: &WebviewWindow,
    title: &str,
    kinds: &[Kind],
) -> tauri_plugin_dialog::FileDialogBuilder<tauri::Wry> {
    let mut dialog = window.dialog().file().set_parent(window).set_title(title);
    for kind in kinds {
        let endings: Vec<&str> = kind.endings.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(&kind.name, &endings);
    }
    dialog
}

fn into_path(file: FilePath) -> Result<PathBuf> {
    file.into_path()
        .map_err(|_| anyhow::anyhow!("the dialog answered with something that isn't a path"))
}
