//! What a client can do at a tablet, apart from how it gets here: wait for something new, take a step. The server asks it for
//! tablets in the branch network; the shell for the second window of the workstation, which has no wire.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use office::consents::ConsentsError;
use office::consents::tablets::WindowSeat;
use office::consents::visits::TabletLook;
use office::door::{Caller, Reply, TabletSeat, list};
use office::{Door, Error, Lang, Right};
use serde_json::{Value, json};
use tokio::sync::broadcast;

/// How long a client's page waits for something new before it asks again.
const WAIT: Duration = Duration::from_secs(20);

/// The steps of one place at the counter.
#[derive(Clone)]
pub struct Counter {
    door: Arc<Door>,
    changes: broadcast::Sender<()>,
}

/// What a step or a wait came to.
pub enum Heard {
    /// The answer, good or bad.
    Reply(Reply),
    /// Nobody with such a seat is known any more.
    Unknown,
    /// The house is shut.
    Shut,
    /// There is no such step.
    NoStep,
}

impl Counter {
    /// Before a door; listens to its news from now on.
    pub fn new(door: Arc<Door>) -> Result<Self> {
        let changes = announce(&door)?;
        Ok(Counter { door, changes })
    }

    /// Answers when there is something else to show than `rev`, and after a while in any case. The seat is looked up anew each
    /// time: one that was taken away is noticed at once.
    pub async fn wait<S>(&self, seat: S, rev: i64, lang: Lang) -> Heard
    where
        S: Fn(&Door) -> Option<TabletSeat> + Clone + Send + 'static,
    {
        let until = tokio::time::Instant::now() + WAIT;
        loop {
            let mut changes = self.changes.subscribe();
            let (door, seat) = (self.door.clone(), seat.clone());
            let looked = blocking(move || {
                let seat = seat(&door)?;
                Some(door.ask(Caller::Tablet(&seat, lang), TabletLook {}))
            })
            .await;
            let view = match looked {
                Some(Some(Ok(view))) => view,
                Some(None) => return self.unknown(),
                _ => return Heard::Shut,
            };
            if view.rev != rev || tokio::time::Instant::now() >= until {
                let Ok(view) = serde_json::to_value(view) else {
                    return Heard::Shut;
                };
                return Heard::Reply(Reply::Ok(view));
            }
            let _ = tokio::time::timeout_at(until, changes.recv()).await;
        }
    }

    /// A step of the client: one of the tablet's own commands, by its verb.
    pub async fn step(&self, seat: TabletSeat, verb: &str, args: Value, lang: Lang) -> Heard {
        let command = format!("tablet.{verb}");
        if !is_step(&command) {
            return Heard::NoStep;
        }
        let door = self.door.clone();
        let reply =
            blocking(move || door.call_as(Caller::Tablet(&seat, lang), &command, args)).await;
        reply.map_or(Heard::Shut, Heard::Reply)
    }

    /// The second window's seat, while a visit is open in it.
    async fn window(&self) -> Option<TabletSeat> {
        let door = self.door.clone();
        blocking(move || window_seat(&door)).await?
    }

    /// The second window waits: without a visit in it, until there is one.
    pub async fn wait_in_window(&self, rev: i64, lang: Lang) -> Heard {
        let until = tokio::time::Instant::now() + WAIT;
        loop {
            let mut changes = self.changes.subscribe();
            if self.window().await.is_some() {
                return self.wait(window_seat, rev, lang).await;
            }
            if !self.door.is_open() {
                return Heard::Shut;
            }
            if rev != 0 || tokio::time::Instant::now() >= until {
                return Heard::Reply(Reply::Ok(json!({"rev": 0, "visit": null})));
            }
            let _ = tokio::time::timeout_at(until, changes.recv()).await;
        }
    }

    /// A step in the second window.
    pub async fn step_in_window(&self, verb: &str, args: Value, lang: Lang) -> Heard {
        match self.window().await {
            Some(seat) => self.step(seat, verb, args, lang).await,
            // The visit ended meanwhile: the waiting answer brings the next screen.
            None if self.door.is_open() => Heard::Reply(Reply::Error(
                Error::from(ConsentsError::VisitGone).refusal(self.door.texts(), lang, "window"),
            )),
            None => Heard::Shut,
        }
    }

    pub(crate) fn unknown(&self) -> Heard {
        if self.door.is_open() {
            Heard::Unknown
        } else {
            Heard::Shut
        }
    }
}

/// The second window's seat, while a visit is open in it.
fn window_seat(door: &Door) -> Option<TabletSeat> {
    let known = door.ask(Caller::Machine, WindowSeat {}).ok()??;
    Some(TabletSeat {
        tablet: known.tablet,
        operator: known.operator,
        branch: known.branch,
    })
}

/// The command is one of the tablet's own.
pub(crate) fn is_step(command: &str) -> bool {
    list::find(command).is_some_and(|listed| listed.right == Right::TabletStep)
}

/// Passes the house's news on to those who wait.
fn announce(door: &Door) -> Result<broadcast::Sender<()>> {
    let (changes, _) = broadcast::channel(16);
    let news = door.listen();
    let sender = changes.clone();
    std::thread::Builder::new()
        .name("station-news".to_owned())
        .spawn(move || {
            for piece in news {
                if matches!(piece.topic.as_str(), "visit" | "tablet")
                    && sender.send(()).is_err()
                    && sender.receiver_count() == 0
                {
                    continue;
                }
            }
        })?;
    Ok(changes)
}

/// The office is not asynchronous: its work is done off the threads that wait.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}
