//! What a client can do at a tablet, apart from how it gets here: wait for something new, take a step. The server asks it for
//! tablets in the branch network; the shell for the second window of the workstation, which has no wire.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use office::consents::ConsentsError;
use office::consents::tablets::WindowSeat;
use office::consents::visits::{SEAT, TabletLook};
use office::door::{Caller, News, Reply, TabletId, TabletSeat, list};
use office::{Door, Error, Lang, Right};
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio::time::{Instant, timeout_at};

/// How long a client's page waits for something new before it asks again.
const WAIT: Duration = Duration::from_secs(20);
/// Looks at work at once, so that they leave room for steps; the others stand in line. Steps stand in the vault's own.
const LOOKS_AT_ONCE: usize = 2;
/// News kept for a place that is slow to hear them; one that missed some looks again.
const NEWS: usize = 256;

/// The places at the counter: tablets and the second window.
#[derive(Clone)]
pub struct Counter {
    door: Arc<Door>,
    changes: Sender<News>,
    looks: Arc<Semaphore>,
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
        Ok(Counter {
            door,
            changes,
            looks: Arc::new(Semaphore::new(LOOKS_AT_ONCE)),
        })
    }

    /// Answers when there is something else to show than `rev`, and after a while in any case. The seat is looked up anew each
    /// time: one that was taken away is noticed at once.
    pub async fn wait<S>(&self, seat: S, rev: i64, lang: Lang) -> Heard
    where
        S: Fn(&Door) -> Option<TabletSeat> + Clone + Send + 'static,
    {
        let until = Instant::now() + WAIT;
        loop {
            let mut changes = self.changes.subscribe();
            let seat = seat.clone();
            let looked = self
                .look(move |door| {
                    let seat = seat(door)?;
                    let view = door.ask(Caller::Tablet(&seat, lang), TabletLook {});
                    Some((seat.tablet, view))
                })
                .await;
            let (tablet, view) = match looked {
                Some(Some((tablet, Ok(view)))) => (tablet, view),
                Some(None) => return self.unknown(),
                _ => return Heard::Shut,
            };
            if view.rev != rev || Instant::now() >= until {
                let Ok(view) = serde_json::to_value(view) else {
                    return Heard::Shut;
                };
                return Heard::Reply(Reply::Ok(view));
            }
            // When the time is over the last look answers.
            let _ = timeout_at(until, something_for(tablet, &mut changes)).await;
        }
    }

    /// A step of the client: one of the tablet's own commands, by its verb.
    pub async fn step<S>(&self, seat: S, verb: &str, args: Value, lang: Lang) -> Heard
    where
        S: FnOnce(&Door) -> Option<TabletSeat> + Send + 'static,
    {
        let command = format!("tablet.{verb}");
        if !is_step(&command) {
            return Heard::NoStep;
        }
        let done = self
            .work(move |door| {
                let seat = seat(door)?;
                Some(door.call_as(Caller::Tablet(&seat, lang), &command, args))
            })
            .await;
        match done {
            Some(Some(reply)) => Heard::Reply(reply),
            Some(None) => self.unknown(),
            None => Heard::Shut,
        }
    }

    /// The second window waits: without a visit in it, until there is one.
    pub async fn wait_in_window(&self, rev: i64, lang: Lang) -> Heard {
        let until = Instant::now() + WAIT;
        loop {
            let mut changes = self.changes.subscribe();
            if self.look(window_seat).await.flatten().is_some() {
                return self.wait(window_seat, rev, lang).await;
            }
            if !self.door.is_open() {
                return Heard::Shut;
            }
            if rev != 0 || Instant::now() >= until {
                return Heard::Reply(Reply::Ok(
                    json!({"rev": 0, "visit": null, "withdrawal": null}),
                ));
            }
            let _ = timeout_at(until, changes.recv()).await;
        }
    }

    /// A step in the second window.
    pub async fn step_in_window(&self, verb: &str, args: Value, lang: Lang) -> Heard {
        match self.step(window_seat, verb, args, lang).await {
            // The visit ended meanwhile: the waiting answer brings the next screen.
            Heard::Unknown => Heard::Reply(Reply::Error(
                Error::from(ConsentsError::VisitGone).refusal(self.door.texts(), lang, "window"),
            )),
            heard => heard,
        }
    }

    async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Door) -> T + Send + 'static,
    ) -> Option<T> {
        let _turn = self.looks.acquire().await.ok()?;
        self.work(look).await
    }

    /// The office is not asynchronous: its work is done off the threads that wait.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Door) -> T + Send + 'static,
    ) -> Option<T> {
        let door = Arc::clone(&self.door);
        tokio::task::spawn_blocking(move || work(&door)).await.ok()
    }

    pub(crate) fn unknown(&self) -> Heard {
        if self.door.is_open() {
            Heard::Unknown
        } else {
            Heard::Shut
        }
    }
}

/// Until there is news of this place, or of all; who missed some looks in any case.
async fn something_for(tablet: TabletId, changes: &mut Receiver<News>) {
    while let Ok(piece) = changes.recv().await {
        if piece.id == tablet.0 || piece.id == 0 {
            return;
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

/// Passes the house's news of places at the counter on to those who wait.
fn announce(door: &Door) -> Result<Sender<News>> {
    let (changes, _) = broadcast::channel(NEWS);
    let news = door.listen();
    let sender = changes.clone();
    std::thread::Builder::new()
        .name("station-news".to_owned())
        .spawn(move || {
            for piece in news {
                if matches!(piece.topic.as_str(), SEAT | "tablet") {
                    // Nobody may be waiting just now.
                    let _ = sender.send(piece);
                }
            }
        })?;
    Ok(changes)
}
