//! The courier: takes due messages from the office to their gateways, in a thread that a host gives it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use office::Door;
use office::consents::visits::{SilentVisits, SweepVisits};
use office::consents::withdrawals::{BringWithdrawals, WithdrawalsDue};
use office::door::Caller;
use office::error::Result;
use office::messages::{
    AwaitDeliveries, Awaited, LookOut, MessageId, ReportDeliveries, SettleParcel, TakeParcel,
    TriedGateway,
};

use crate::gateway::Wire;
use crate::reports::Reports;

/// Pause between two looks at the queue: a client waits at the counter, and a look costs one indexed read.
const PAUSE: Duration = Duration::from_millis(250);
/// Pause after a failure of the office itself.
const LONG_PAUSE: Duration = Duration::from_secs(5);
/// How often visits that fell silent are let go.
const SWEEP: Duration = Duration::from_secs(60);
/// Before a gateway is asked for the first time what came of a message.
const FIRST_QUESTION: Duration = Duration::from_secs(4);
/// The longest pause between two questions about one message.
const LONGEST_SILENCE: Duration = Duration::from_secs(30 * 60);
/// How often deliveries that nobody told of in a day are given up.
const GIVE_UP: Duration = Duration::from_secs(60 * 60);

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
        Self::start_with(door, Wire::default())
    }

    /// Begins to work over a wire of one's own: one that trusts the authority of a test's gateway.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start_with(door: Arc<Door>, wire: Wire) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let thread = std::thread::Builder::new()
            .name("courier".to_owned())
            .spawn(move || Round::new(door, wire).work(&told))?;
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

/// What the courier remembers between two looks: nothing that a restart would miss.
struct Round {
    door: Arc<Door>,
    wire: Wire,
    /// When, and on which day: the house works by itself at start, when the time is up, and when a new day begins.
    swept: Option<(Instant, String)>,
    given_up: Option<Instant>,
    /// When each message is asked about next, and how long the pause before it was.
    questions: HashMap<MessageId, (Instant, Duration)>,
    reports: Option<Reports>,
    deaf: Option<u16>,
}

impl Round {
    fn new(door: Arc<Door>, wire: Wire) -> Self {
        Round {
            door,
            wire,
            swept: None,
            given_up: None,
            questions: HashMap::new(),
            reports: None,
            deaf: None,
        }
    }

    fn work(mut self, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            if !self.door.is_open() {
                self.reports = None;
                std::thread::sleep(PAUSE);
                continue;
            }
            let today = self.door.now().stamp().date;
            let rests = |(at, day): &(Instant, String)| at.elapsed() < SWEEP && *day == today;
            if !self.swept.as_ref().is_some_and(rests) {
                self.swept = Some((Instant::now(), today));
                if let Err(error) = sweep(&self.door) {
                    tracing::warn!(
                        code = error.code(),
                        "the house did not do what it does by itself"
                    );
                }
            }
            match self.round() {
                Ok(true) => {}
                Ok(false) => std::thread::sleep(PAUSE),
                // Logging out shuts the vault under our hands: that is no fault.
                Err(_) if !self.door.is_open() => {}
                Err(error) => {
                    tracing::warn!(code = error.code(), "the queue could not be worked");
                    std::thread::sleep(LONG_PAUSE);
                }
            }
        }
    }

    /// One look at the queue. Says whether there was something to do.
    fn round(&mut self) -> Result<bool> {
        let waiting = self.door.ask(Caller::Machine, LookOut {})?;
        self.listen(waiting.report_port);
        if let Some((number, gateway)) = &waiting.trial {
            let tried = self.wire.try_out(gateway);
            self.door.act(
                Caller::Machine,
                TriedGateway {
                    number: *number,
                    cause: tried.as_ref().err().copied(),
                    balance: tried.ok().flatten(),
                },
            )?;
        }
        if !waiting.due {
            if waiting.awaited {
                self.ask()?;
            }
            return Ok(waiting.trial.is_some());
        }
        if let Some(parcel) = self.door.act(Caller::Machine, TakeParcel {})? {
            let handed = self.wire.hand(&parcel);
            tracing::info!(message = %parcel.id, gateway = parcel.gateway.kind(), ?handed, "handed over");
            self.door.act(
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

    /// Listens where Kannel reports, as the settings want it. A port that is taken is said once, not hammered.
    fn listen(&mut self, wanted: Option<u16>) {
        if self.reports.as_ref().map(|reports| reports.port) == wanted
            || self.deaf == wanted && wanted.is_some()
        {
            return;
        }
        self.reports = None;
        self.deaf = None;
        let Some(port) = wanted else { return };
        match Reports::start(Arc::clone(&self.door), port) {
            Ok(reports) => self.reports = Some(reports),
            Err(error) => {
                tracing::warn!(port, kind = ?error.kind(), "deliveries are not heard of");
                self.deaf = Some(port);
            }
        }
    }

    /// Asks the gateway about messages whose time for a question has come.
    fn ask(&mut self) -> Result<()> {
        let awaited = self.door.ask(Caller::Machine, AwaitDeliveries {})?;
        let now = Instant::now();
        let open: Vec<MessageId> = awaited.messages.iter().map(|message| message.id).collect();
        self.questions.retain(|id, _| open.contains(id));
        let mut asked: Vec<Awaited> = Vec::new();
        for message in awaited.messages {
            let first = (now + FIRST_QUESTION, FIRST_QUESTION);
            let (at, pause) = self.questions.entry(message.id).or_insert(first);
            if *at <= now {
                *pause = (*pause * 2).min(LONGEST_SILENCE);
                *at = now + *pause;
                asked.push(message);
            }
        }
        let said = if asked.is_empty() {
            Vec::new()
        } else {
            self.wire.ask(&awaited.gateway, &asked)
        };
        let give_up = self.given_up.is_none_or(|at| at.elapsed() >= GIVE_UP);
        if !said.is_empty() || give_up {
            self.given_up = Some(now);
            self.door.act(Caller::Machine, ReportDeliveries { said })?;
        }
        Ok(())
    }
}

fn sweep(door: &Door) -> Result<()> {
    if door.ask(Caller::Machine, SilentVisits {})? {
        let count = door.act(Caller::Machine, SweepVisits {})?;
        tracing::info!(count, "visits that fell silent were let go");
    }
    if door.ask(Caller::Machine, WithdrawalsDue {})? {
        let count = door.act(Caller::Machine, BringWithdrawals {})?;
        tracing::info!(count, "withdrawals took effect");
    }
    Ok(())
}
