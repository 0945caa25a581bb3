//! The desktop shell: one window, one IPC command, file dialogs, and the errands of the house. No rules here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialogs;
mod files;
mod frame;
mod ipc;
mod log;
#[cfg(feature = "seams")]
mod seams;

use std::process::ExitCode;

use anyhow::{Context, Result};
use tauri::Manager;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "could not start");
            // Whoever started it from a terminal, or reads the system's journal, is told as well.
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr(), "kelisim: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let folder = files::data_folder()?;
    files::make_private(&folder)?;
    let lock = files::Lock::take(&folder)?;
    if lock.is_some() {
        log::start(&folder)?;
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(dialogs::PickedPaths::default())
        .invoke_handler(tauri::generate_handler![ipc::call])
        .setup(move |app| {
            frame::open(app, &folder)?;
            app.manage(lock);
            Ok(())
        })
        .run(tauri::generate_context!())
        .context("running the window")
}
