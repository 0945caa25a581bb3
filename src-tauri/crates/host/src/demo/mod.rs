//! `demo`: a house for showing. Two operators, staff of every role, several hundred made-up clients, consents,
//! applications in every state, blocks, a loyalty programme. Everything goes through the door, with a clock that is moved: nothing is
//! written behind the back of a rule.

mod cases;
mod consents;
pub(crate) mod counters;
mod days;
mod loyalty;
mod staff;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use chrono::{NaiveDateTime, Timelike};
use office::Lang;
use office::clock::{Clock, HandClock, Moment, SystemClock};
use office::door::{Call, Caller, Config, Door, Reply, TabletSeat, Token, list};
use office::vault::keys::Hardness;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::people::{Person, person};
use days::Days;

/// The password of everyone in the demonstration.
pub const PASSWORD: &str = "kelisim demo 2026";

/// A house that is being filled.
struct Demo {
    door: Arc<Door>,
    clock: HandClock,
    days: Days,
    tokens: HashMap<String, (Token, Moment)>,
    /// Staff number by log-in name.
    staff: HashMap<String, i64>,
    /// Branch number by name.
    branches: HashMap<String, i64>,
    /// The operators' numbers: the retailer, the pawnshop.
    operators: [i64; 2],
    /// People who are clients already, with the branch that knows them.
    clients: Vec<Known>,
    /// How many of them came with the spreadsheets; the others came to a counter and gave a consent.
    brought_in: usize,
    /// The loyalty programme, once it is there.
    programme: i64,
    next_person: u64,
}

/// A client of the demonstration.
#[derive(Clone)]
struct Known {
    id: i64,
    person: Person,
    branch: &'static str,
}

/// Fills a folder.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let data: PathBuf = arguments
        .option("--data")?
        .context("--data DIR is missing")?;
    let now = match arguments.option::<String>("--clock")? {
        Some(text) => {
            HandClock::parse(&text).with_context(|| format!("--clock {text}: not a moment"))?
        }
        None => SystemClock.now(),
    };
    arguments.finish()?;
    if data.join("kelisim.keys").exists() {
        bail!("{}: there is a house already", data.display());
    }
    let mut demo = Demo::found(data, now)?;
    demo.fill()?;
    crate::say(&demo.letter())?;
    Ok(())
}

impl Demo {
    /// First start, long enough ago for a past.
    fn found(data: PathBuf, now: Moment) -> Result<Self> {
        let days = Days::until(now.local());
        let clock = HandClock::at(Moment::of_local(days.at(60, 9, 0)));
        let config = Config {
            clock: Arc::new(clock.clone()),
            // The password is printed: there is nothing that hard derivation could protect.
            hardness: Hardness::TEST,
            ..Config::at(data)
        };
        let door =
            Door::open(config).map_err(|error| anyhow::anyhow!("{}: {error}", error.code()))?;
        let mut demo = Demo {
            door,
            clock,
            days,
            tokens: HashMap::new(),
            staff: HashMap::new(),
            branches: HashMap::new(),
            operators: [0; 2],
            clients: Vec::new(),
            brought_in: 0,
            programme: 0,
            next_person: 0,
        };
        demo.set_up()?;
        Ok(demo)
    }

    fn fill(&mut self) -> Result<()> {
        self.hire()?;
        self.bring_in_clients()?;
        let text = self.publish_text()?;
        let tablets = self.pair_tablets()?;
        let mut plan = self.planned_consents(&text, &tablets);
        plan.extend(self.planned_cases());
        plan.extend(self.planned_loyalty());
        // Everything happens in its order, so that numbers, dates and the journal agree.
        plan.sort_by_key(|event| event.at);
        let now = self.days.now();
        let mut cases = cases::Cases::default();
        for event in plan.into_iter().filter(|event| event.at <= now) {
            self.clock.set(Moment::of_local(event.at));
            self.happen(event.what, &mut cases)
                .with_context(|| format!("on {}", event.at))?;
        }
        self.clock.set(Moment::of_local(now));
        for (token, _) in std::mem::take(&mut self.tokens).into_values() {
            // Sessions that fell asleep long ago end with the program.
            let _ = self.with(Some(&token), "staff.log_out", json!({}));
        }
        Ok(())
    }

    fn happen(&mut self, what: Event, cases: &mut cases::Cases) -> Result<()> {
        match what {
            Event::Consent(consent) => self.take_consent(&consent),
            Event::Case(step) => self.work_on(step, cases),
            Event::Block(block) => self.block(block),
            Event::Withdraw(nth) => self.withdraw(nth),
            Event::Loyalty(step) => self.take_part(step),
        }
    }

    /// Calls as a member of staff, who logs in where the clock has moved on.
    fn call(&mut self, login: &str, command: &str, args: Value) -> Result<Value> {
        let now = self.clock.now();
        let fresh = self
            .tokens
            .get(login)
            .is_some_and(|(_, at)| now.since(*at) < chrono::Duration::minutes(9));
        if !fresh {
            let session = self.nobody(
                "staff.log_in",
                json!({"login": login, "password": PASSWORD}),
            )?;
            let token = Token::new(text(&session["token"]));
            self.tokens.insert(login.to_owned(), (token, now));
        }
        let token = self.tokens[login].0.clone();
        self.with(Some(&token), command, args)
            .with_context(|| format!("as {login}"))
    }

    fn nobody(&self, command: &str, args: Value) -> Result<Value> {
        self.with(None, command, args)
    }

    fn with(&self, token: Option<&Token>, command: &str, args: Value) -> Result<Value> {
        let call = Call {
            command: command.to_owned(),
            args,
            lang: None,
            quiet: false,
        };
        match self.door.call(token, call) {
            Reply::Ok(value) => Ok(value),
            Reply::Error(refusal) => {
                let fields: Vec<_> = refusal
                    .fields
                    .iter()
                    .map(|field| format!("{}: {}", field.field, field.code))
                    .collect();
                bail!("{command}: {} {}", refusal.code, fields.join(", "))
            }
        }
    }

    /// Calls as a client at a tablet, or as the house itself.
    fn past_the_windows(&self, caller: Caller<'_>, command: &str, args: Value) -> Result<Value> {
        let listed = list::find(command).with_context(|| format!("{command}: no such command"))?;
        (listed.run)(&self.door, caller, args)
            .map_err(|error| anyhow::anyhow!("{command}: {}", error.code()))
    }

    fn at_tablet(&self, seat: &TabletSeat, command: &str, args: Value) -> Result<Value> {
        self.past_the_windows(Caller::Tablet(seat, Lang::Ru), command, args)
    }

    /// Somebody who isn't a client yet.
    fn newcomer(&mut self) -> Person {
        self.next_person += 1;
        person(self.next_person)
    }

    /// Goes on a little, as time does between two acts.
    fn pass(&self, minutes: i64) {
        self.clock.advance(chrono::Duration::minutes(minutes));
    }
}

/// Something that happened at a moment.
struct Planned {
    at: NaiveDateTime,
    what: Event,
}

enum Event {
    Consent(consents::Consent),
    Case(cases::Step),
    Block(cases::Block),
    Withdraw(usize),
    Loyalty(loyalty::Step),
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> Result<i64> {
    value
        .as_i64()
        .with_context(|| format!("not a number: {value}"))
}

/// A civil moment as commands take it.
fn stamp(at: NaiveDateTime) -> Value {
    json!({"date": at.date().to_string(), "time": format!("{:02}:{:02}", at.hour(), at.minute())})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_for_showing_has_something_of_everything() {
        let dir = tempfile::tempdir().unwrap();
        let now = HandClock::parse("2026-12-14T09:05").unwrap();
        let mut demo = Demo::found(dir.path().to_owned(), now).unwrap();
        demo.fill().unwrap();

        let counts = demo
            .call("manager", "requests.queue", json!({"view": "all"}))
            .unwrap()["counts"]
            .clone();
        for view in ["overdue", "today", "unassigned", "for_approval"] {
            assert!(counts[view].as_i64() > Some(0), "none {view}: {counts}");
        }
        let blocks = demo
            .call("manager", "blocks.list", json!({"view": "in_force"}))
            .unwrap();
        assert!(blocks.to_string().contains("\"past_review\":true"));
        let consents = demo
            .call("manager", "consents.list", json!({}))
            .unwrap()
            .to_string();
        for state in ["given", "refused", "withdrawn"] {
            assert!(consents.contains(&format!("\"{state}\"")), "none {state}");
        }
        let programmes = demo
            .call("lombard.manager", "loyalty.programmes", json!({}))
            .unwrap();
        assert_eq!(programmes[0]["operators"], json!(demo.operators));
        let members = demo
            .call(
                "manager",
                "loyalty.list",
                json!({"programme": programmes[0]["id"], "state": "applied"}),
            )
            .unwrap();
        let counts = members["counts"].as_array().unwrap();
        for state in ["applied", "accepted", "declined", "ended"] {
            assert!(
                counts
                    .iter()
                    .any(|one| one["state"] == state && one["people"].as_i64() > Some(0)),
                "nobody {state}: {counts:?}"
            );
        }
        let verdict = demo.call("admin", "journal.verify", json!({})).unwrap();
        assert_eq!(verdict["whole"], true, "{verdict}");
        assert_eq!(verdict["clock_set_back"], json!([]));
        assert!(demo.letter().contains(PASSWORD));
    }
}
