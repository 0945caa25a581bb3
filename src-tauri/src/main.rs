//! The desktop shell: the staff's window with its one IPC command, the client's with its two, file dialogs, and the errands of the
//! house. No rules here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod client;
mod dialogs;
mod errands;
mod files;
mod frame;
mod ipc;
mod log;
#[cfg(feature = "seams")]
mod seams;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use ipc::Reception;
use office::door::Config;
use office::texts::Texts;
use office::{Args, Door, Lang};
use tauri_plugin_dialog::DialogExt;

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
    let begun = Instant::now();
    let folder = files::data_folder()?;
    files::make_private(&folder)?;
    let Some(lock) = files::Lock::take_patiently(&folder)? else {
        return say_already_open();
    };
    log::start(&folder)?;
    let mut config = Config::at(folder.clone());
    config.press = Arc::new(press::Typst);
    #[cfg(feature = "seams")]
    let clock = seams::clock()?;
    #[cfg(feature = "seams")]
    if let Some(clock) = &clock {
        config.clock = Arc::new(clock.clone());
    }
    config.anchor_dir = files::anchor_folder(&folder)?;
    let door = Door::open(config)?;
    let reception = Reception::new(
        Arc::clone(&door),
        begun,
        #[cfg(feature = "seams")]
        clock,
    );
    let counter = station::Counter::new(Arc::clone(&door))?;
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(dialogs::PickedPaths::default())
        .manage(Arc::new(reception))
        .manage(lock)
        .manage(counter)
        .invoke_handler(tauri::generate_handler![
            ipc::call,
            client::client_wait,
            client::client_step
        ])
        .setup(move |app| {
            frame::open(app, &folder, begun)?;
            errands::start(app.handle().clone(), &door)?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .context("running the window")
}

/// Two programs on one vault would each believe to be the only writer.
fn say_already_open() -> Result<()> {
    let text = Texts::built_in().get(lang_of_system(), "shell-already-open", &Args::none());
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            let handle = app.handle().clone();
            app.dialog()
                .message(text)
                .title("Kelisim")
                .show(move |_| handle.exit(0));
            Ok(())
        })
        .run(tauri::generate_context!())
        .context("saying that Kelisim is open already")
}

/// Before anyone has logged in, the computer's language is the best guess.
fn lang_of_system() -> Lang {
    let given = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    Lang::ALL
        .iter()
        .copied()
        .find(|lang| given.starts_with(lang.name()))
        .unwrap_or(Lang::Ru)
}
