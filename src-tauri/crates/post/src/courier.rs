//! The courier: takes due messages from the office to their gateways, in a thread that a host gives it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use office::Door;
use office::consents::visits::{SilentVisits, SweepVisits};
use office::door::Caller;
use office::error::Result;
use office::messages::{LookOut, SettleParcel, TakeParcel, TriedGateway};

use crate::gateway::{hand, try_out};

/// Pause between two looks at the queue: a client waits at the counter, and a look costs one indexed read.
const PAUSE: Duration = Duration::from_millis(250);
/// Pause after a failure of the office itself.
const LONG_PAUSE: Duration = Duration::from_secs(5);
/// How often visits that fell silent are let go.
const SWEEP: Duration = Duration::from_secs(60);

/// Works until it is dropped.
pub struct Courier {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Courier {
    /// Begins to work. While nobody has logged in the queue is shut, and the courier waits.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(door: Arc<Door>) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let thread = std::thread::Builder::new()
            .name("courier".to_owned())
            .spawn(move || work(&door, &told))?;
        Ok(Courier {
            stop,
            thread: Some(thread),
        })
    }
}

impl Drop for Courier {
    /// Lets the message in hand be settled, then ends.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the courier failed");
        }
    }
}

fn work(door: &Door, stop: &AtomicBool) {
    let mut swept: Option<Instant> = None;
    while !stop.load(Ordering::Relaxed) {
        if !door.is_open() {
            std::thread::sleep(PAUSE);
            continue;
        }
        if swept.is_none_or(|at| at.elapsed() >= SWEEP) {
            swept = Some(Instant::now());
            if let Err(error) = sweep(door) {
                tracing::warn!(
                    code = error.code(),
                    "visits that fell silent were not let go"
                );
            }
        }
        match round(door) {
            Ok(true) => {}
            Ok(false) => std::thread::sleep(PAUSE),
            // Logging out shuts the vault under our hands: that is no fault.
            Err(_) if !door.is_open() => {}
            Err(error) => {
                tracing::warn!(code = error.code(), "the queue could not be worked");
                std::thread::sleep(LONG_PAUSE);
            }
        }
    }
}

/// One look at the queue. Says whether there was something to do.
fn round(door: &Door) -> Result<bool> {
    let waiting = door.ask(Caller::Machine, LookOut {})?;
    if let Some((number, gateway)) = &waiting.trial {
        let cause = try_out(gateway).err();
        door.act(
            Caller::Machine,
            TriedGateway {
                number: *number,
                cause,
            },
        )?;
    }
    if !waiting.due {
        return Ok(waiting.trial.is_some());
    }
    if let Some(parcel) = door.act(Caller::Machine, TakeParcel {})? {
        let handed = hand(&parcel);
        tracing::info!(message = %parcel.id, gateway = parcel.gateway.kind(), ?handed, "handed over");
        door.act(
            Caller::Machine,
            SettleParcel {
                id: parcel.id,
                attempt: parcel.attempt,
                handed,
            },
        )?;
    }
    Ok(true)
}

fn sweep(door: &Door) -> Result<()> {
    if door.ask(Caller::Machine, SilentVisits {})? {
        let count = door.act(Caller::Machine, SweepVisits {})?;
        tracing::info!(count, "visits that fell silent were let go");
    }
    Ok(())
}
