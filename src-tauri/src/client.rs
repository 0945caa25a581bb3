//! The second window, turned to the client: the tablet's page in a window of its own. It has two commands – wait for something
//! new, take a step – and they reach nothing but the visit that was opened for it. No session lives on this side, and the one
//! command of the staff's window answers nobody else.

use office::Lang;
use office::door::Reply;
use serde::Serialize;
use serde_json::Value;
use station::{Counter, Heard};
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::frame::is_ours;

/// The window's label, which its own capability names.
pub const CLIENT: &str = "client";

/// What the page hears: an answer, or why there is none.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Told {
    /// The answer.
    Reply(Reply),
    /// None.
    Trouble {
        /// As the page names it.
        trouble: &'static str,
    },
}

fn told(heard: Heard) -> Told {
    match heard {
        Heard::Reply(reply) => Told::Reply(reply),
        Heard::Shut => Told::Trouble { trouble: "shut" },
        Heard::Unknown | Heard::NoStep => Told::Trouble {
            trouble: "unpaired",
        },
    }
}

/// Answers when there is something else to show, and after a while in any case.
#[tauri::command]
pub async fn client_wait(
    window: WebviewWindow,
    counter: State<'_, Counter>,
    rev: i64,
    lang: Lang,
) -> Result<Told, ()> {
    only_the_client(&window)?;
    Ok(told(counter.wait_in_window(rev, lang).await))
}

/// A step of the client.
#[tauri::command]
pub async fn client_step(
    window: WebviewWindow,
    counter: State<'_, Counter>,
    verb: String,
    args: Value,
    lang: Lang,
) -> Result<Told, ()> {
    only_the_client(&window)?;
    Ok(told(counter.step_in_window(&verb, args, lang).await))
}

/// The capability says so already; a fault there would not be enough.
fn only_the_client(window: &WebviewWindow) -> Result<(), ()> {
    (window.label() == CLIENT).then_some(()).ok_or(())
}

/// Opens the window, on the second screen where there is one, or brings it to the front.
pub fn show(app: &AppHandle) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(CLIENT) {
        window.show()?;
        window.unminimize()?;
        return window.set_focus();
    }
    let page = WebviewUrl::App("tablet/index.html".into());
    let mut builder = WebviewWindowBuilder::new(app, CLIENT, page)
        .title("Kelisim")
        .inner_size(1024.0, 768.0)
        .min_inner_size(640.0, 480.0)
        .zoom_hotkeys_enabled(false)
        .devtools(cfg!(debug_assertions))
        .incognito(!cfg!(feature = "seams"))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    let staff = app.get_webview_window(crate::frame::MAIN);
    let here = staff
        .as_ref()
        .and_then(|staff| staff.current_monitor().ok().flatten());
    let other = app.available_monitors()?.into_iter().find(|monitor| {
        here.as_ref()
            .is_some_and(|here| here.name() != monitor.name())
    });
    if let Some(other) = other {
        let place = other.position().to_logical::<f64>(other.scale_factor());
        builder = builder.position(place.x, place.y).maximized(true);
    }
    builder.build().map(drop)
}

/// The staff's window is closed: nobody is left to serve the client.
pub fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(CLIENT)
        && let Err(error) = window.destroy()
    {
        tracing::warn!(%error, "the client's window was not closed");
    }
}
