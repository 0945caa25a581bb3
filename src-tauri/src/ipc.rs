//! The one IPC command. The session's token stays on this side: the page never holds it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::Instant;

use office::door::{Call, DoorError, Reply, Token};
use office::{Door, Error, Fault, Kind, Lang};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::{Manager, State, WebviewWindow};

use crate::dialogs::{self, PickedPaths};
use crate::frame::MAIN;

/// What the shell itself refuses.
#[derive(Debug, thiserror::Error)]
enum ShellError {
    /// A command named a file that nobody picked in a dialog.
    #[error("the file was not picked in a dialog")]
    NotPicked,
    /// The file could not be read or written.
    #[error("the file could not be read or written")]
    File,
}

impl Fault for ShellError {
    fn code(&self) -> &'static str {
        match self {
            ShellError::NotPicked => "shell.not_picked",
            ShellError::File => "shell.file",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            ShellError::NotPicked => Kind::Forbidden,
            ShellError::File => Kind::Refused,
        }
    }
}

/// The house as the window's side sees it.
pub struct Reception {
    /// The way in.
    pub door: Arc<Door>,
    #[cfg(feature = "seams")]
    clock: Option<office::clock::HandClock>,
    token: Mutex<Option<Token>>,
    faults: AtomicU64,
    begun: Instant,
    first: Once,
}

impl Reception {
    /// Before a door, in a program that was started at `begun`.
    pub fn new(
        door: Arc<Door>,
        begun: Instant,
        #[cfg(feature = "seams")] clock: Option<office::clock::HandClock>,
    ) -> Self {
        Reception {
            door,
            #[cfg(feature = "seams")]
            clock,
            token: Mutex::default(),
            faults: AtomicU64::default(),
            begun,
            first: Once::new(),
        }
    }

    fn token(&self) -> std::sync::MutexGuard<'_, Option<Token>> {
        self.token.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(
        &self,
        window: &WebviewWindow,
        paths: &PickedPaths,
        call: Call,
    ) -> Result<Reply, Error> {
        match call.command.as_str() {
            "shell.pick_file" => said(dialogs::pick(window, paths, arguments(call.args)?)),
            "shell.drawn" => {
                let ms = self.begun.elapsed().as_millis();
                self.first
                    .call_once(|| tracing::info!(ms, "the first screen is drawn"));
                Ok(Reply::Ok(Value::Null))
            }
            "shell.client_window" => Ok(Reply::Ok(Value::Bool(
                crate::client::show(window.app_handle())
                    .inspect_err(|error| tracing::warn!(%error, "the client's window did not open"))
                    .is_ok(),
            ))),
            "shell.save_file" => said(dialogs::save(window, arguments(call.args)?)),
            #[cfg(feature = "seams")]
            "clock.set" | "clock.advance" => {
                let clock = self.clock.as_ref().ok_or(DoorError::NoCommand)?;
                crate::seams::move_clock(clock, &call).ok_or(DoorError::Malformed)?;
                Ok(Reply::Ok(Value::String(self.door.now().text())))
            }
            _ => {
                if let Some(path) = call.args.get("path").filter(|path| !path.is_null())
                    && !path.as_str().is_some_and(|path| paths.allow(path))
                {
                    return Err(ShellError::NotPicked.into());
                }
                Ok(self.ask_the_door(call))
            }
        }
    }

    fn ask_the_door(&self, call: Call) -> Reply {
        let command = call.command.clone();
        let token = self.token().clone();
        let mut reply = self.door.call(token.as_ref(), call);
        if let Reply::Ok(output) = &mut reply {
            if command == "staff.log_out" {
                *self.token() = None;
            } else if command.starts_with("staff.")
                && let Some(token) = take_token(output)
            {
                *self.token() = Some(token);
            }
        }
        reply
    }

    fn refusal(&self, error: &Error, lang: Lang) -> Reply {
        let id = format!("s{}", self.faults.fetch_add(1, Ordering::Relaxed));
        Reply::Error(error.refusal(self.door.texts(), lang, &id))
    }
}

/// Answers the page. Never rejects: what goes wrong is a reply like any other.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    reception: State<'_, Arc<Reception>>,
    request: Value,
) -> Result<Reply, ()> {
    let reception = Arc::clone(&reception);
    // The capability says so already; a fault there would not be enough.
    if window.label() != MAIN {
        return Ok(reception.refusal(&DoorError::NoRight.into(), Lang::Ru));
    }
    let Ok(call) = serde_json::from_value::<Call>(request) else {
        return Ok(reception.refusal(&DoorError::Malformed.into(), Lang::Ru));
    };
    let lang = call.lang.unwrap_or(Lang::Ru);
    let worker = Arc::clone(&reception);
    // Off the main thread, which draws the window, and off the few threads of the runtime.
    let work = move || {
        let paths = window.state::<PickedPaths>();
        worker.answer(&window, &paths, call)
    };
    Ok(match tauri::async_runtime::spawn_blocking(work).await {
        Ok(Ok(reply)) => reply,
        Ok(Err(error)) => reception.refusal(&error, lang),
        Err(_) => reception.refusal(&DoorError::Panicked.into(), lang),
    })
}

fn arguments<T: DeserializeOwned>(args: Value) -> Result<T, Error> {
    serde_json::from_value(args).map_err(|_| DoorError::Malformed.into())
}

/// An answer of the dialogs; why a file failed goes to the log without its name.
fn said<T: Serialize>(answer: anyhow::Result<T>) -> Result<Reply, Error> {
    let answer = answer.map_err(|error| {
        tracing::warn!(reason = %error.root_cause(), "a file could not be read or written");
        ShellError::File
    })?;
    let value = serde_json::to_value(answer).map_err(anyhow::Error::from)?;
    Ok(Reply::Ok(value))
}

/// Takes the token out of the answer that begins a session.
fn take_token(output: &mut Value) -> Option<Token> {
    let members = output.as_object_mut()?;
    if let Some(Value::String(token)) = members.get_mut("token") {
        return Some(Token::new(std::mem::take(token)));
    }
    take_token(members.get_mut("session")?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_token_does_not_reach_the_page() {
        let mut log_in = json!({"token": "secret", "member": {"name": "А"}});
        assert_eq!(take_token(&mut log_in).unwrap().as_str(), "secret");
        assert_eq!(log_in["token"], "");
        let mut set_up = json!({"recovery_key": "k", "session": {"token": "secret"}});
        assert_eq!(take_token(&mut set_up).unwrap().as_str(), "secret");
        assert!(!set_up.to_string().contains("secret"));
        assert!(take_token(&mut json!({"session": "live"})).is_none());
        assert!(take_token(&mut json!([])).is_none());
    }
}
