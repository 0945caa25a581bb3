//! The process is killed at random points. Everything that it acknowledged is there, and nothing is half there.
//!
//! The child is this test binary itself: it acts and says on stdout what it is about to do and what was acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use office::clock::{Chance, SystemChance};
use office::vault::keys::{Hardness, KeyRing};
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::place::{call, door, key, log_in, set_up, trials, verify};

/// What a child says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The work begins.
    Ready,
    /// About to do it.
    Try(String),
    /// It was acknowledged.
    Ack(String),
    /// It was refused with that code.
    Refused(String),
}

impl Line {
    fn parse(text: &str) -> Option<Self> {
        // The test harness begins the first line with words of its own.
        let (word, rest) = text.split_once("» ")?.1.split_once(' ')?;
        match word {
            "ready" => Some(Line::Ready),
            "try" => Some(Line::Try(rest.to_owned())),
            "ack" => Some(Line::Ack(rest.to_owned())),
            "refused" => Some(Line::Refused(rest.to_owned())),
            _ => None,
        }
    }
    /// The code of a refusal.
    pub fn refused(&self) -> Option<&str> {
        match self {
            Line::Refused(code) => Some(code),
            _ => None,
        }
    }
}

fn say(word: &str, rest: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "» {word} {rest}")
        .and_then(|()| out.flush())
        .expect("stdout");
}

/// A child at work.
pub struct Child(std::process::Child);

impl Child {
    /// Adds branches and invites staff until it is stopped or refused.
    pub fn acts(dir: &Path, life: &str, through: Option<Command>) -> Self {
        Self::start("acts", dir, life, through)
    }

    fn start(work: &str, dir: &Path, life: &str, through: Option<Command>) -> Self {
        let this = std::env::current_exe().expect("this binary");
        let mut command = match through {
            Some(mut command) => {
                command.arg(this);
                command
            }
            None => Command::new(this),
        };
        let child = command
            .args([
                "killed::child",
                "--exact",
                "--nocapture",
                "--test-threads=1",
            ])
            .env("KELISIM_CHILD", work)
            .env("KELISIM_CHILD_DIR", dir)
            .env("KELISIM_CHILD_LIFE", life)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child");
        Child(child)
    }

    /// Waits until it ends by itself.
    pub fn read_out(mut self) -> Vec<Line> {
        let out = self.0.stdout.take().expect("its stdout");
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let lines = lines.filter_map(|text| Line::parse(&text)).collect();
        self.0.wait().expect("its end");
        lines
    }

    /// Kills it this long after it began (`from_ready`: after it said that the work begins).
    fn killed_after(mut self, pause: Duration, from_ready: bool) -> Vec<Line> {
        let mut out = BufReader::new(self.0.stdout.take().expect("its stdout"));
        let mut text = String::new();
        let mut lines = Vec::new();
        while from_ready && !lines.contains(&Line::Ready) {
            text.clear();
            if out.read_line(&mut text).expect("a line") == 0 {
                break;
            }
            lines.extend(Line::parse(text.trim_end()));
        }
        std::thread::sleep(pause);
        self.0.kill().expect("a kill");
        self.0.wait().expect("its end");
        lines.extend(
            out.lines()
                .map_while(Result::ok)
                .filter_map(|text| Line::parse(&text)),
        );
        lines
    }
}

/// Not a test by itself: what a killed process was doing.
#[test]
fn child() {
    let Ok(work) = std::env::var("KELISIM_CHILD") else {
        return;
    };
    let dir = PathBuf::from(std::env::var("KELISIM_CHILD_DIR").expect("its folder"));
    let life = std::env::var("KELISIM_CHILD_LIFE").expect("its name");
    match work.as_str() {
        "acts" => act_on(&dir, &life),
        "first_start" => {
            set_up(&door(&dir)).expect("first start");
            say("ack", "first_start");
        }
        "rewrap" => rewrap(&dir, &life),
        other => panic!("no such work: {other}"),
    }
}

fn act_on(dir: &Path, life: &str) {
    let door = door(dir);
    let token = log_in(&door).expect("log-in");
    let me = call(&door, Some(&token), "staff.me", json!({})).expect("me");
    let (operator, branch) = (&me["member"]["operator"], &me["member"]["branch"]);
    say("ready", life);
    let mut refusals = 0;
    for number in 0.. {
        let name = format!("{life}-{number}");
        let (command, args) = if number % 3 == 2 {
            let args = json!({"login": format!("z{name}"), "name": name, "role": "agent", "branch": branch, "lang": "kk"});
            ("staff.invite", args)
        } else {
            (
                "operators.add_branch",
                json!({"operator": operator, "name": name}),
            )
        };
        say("try", &format!("{command} {name}"));
        match call(&door, Some(&token), command, args) {
            Ok(output) => {
                let password = output["first_password"].as_str().unwrap_or_default();
                say("ack", format!("{command} {name} {password}").trim_end());
            }
            Err(refusal) => {
                say("refused", &refusal.code);
                refusals += 1;
            }
        }
        if refusals == 3 {
            return;
        }
    }
}

/// Everything acknowledged is there, every record has its one journal entry, and at most the act that was under way is
/// there without its acknowledgement.
pub fn check(dir: &Path, lines: &[Line]) {
    let door = door(dir);
    let token = log_in(&door).expect("log-in after the kill");
    let names = |command: &str| -> BTreeSet<String> {
        let Value::Array(records) = call(&door, Some(&token), command, json!({})).expect("a list")
        else {
            panic!("not a list");
        };
        records
            .iter()
            .map(|record| record["name"].as_str().expect("a name").to_owned())
            .collect()
    };
    let there: BTreeMap<&str, BTreeSet<String>> = [
        ("operators.add_branch", names("operators.branches")),
        ("staff.invite", names("staff.list")),
    ]
    .into();
    let mut under_way = None;
    for line in lines {
        match line {
            Line::Try(act) => under_way = Some(act.clone()),
            Line::Ack(act) => {
                under_way = None;
                let mut words = act.split(' ');
                let (command, name) = (
                    words.next().expect("a command"),
                    words.next().expect("a name"),
                );
                assert!(
                    there[command].contains(name),
                    "{act} was acknowledged and is lost"
                );
                if let Some(password) = words.next() {
                    let mut ring =
                        KeyRing::open(&dir.join("kelisim.keys"), Hardness::TEST).expect("the ring");
                    ring.unwrap(&format!("z{name}"), password, door.now(), &SystemChance)
                        .expect("an acknowledged first password opens");
                }
            }
            Line::Refused(_) => {
                let act = under_way.take().expect("what was refused");
                let (command, name) = act.split_once(' ').expect("a command and a name");
                assert!(
                    !there[command].contains(name),
                    "{act} was refused and is there"
                );
            }
            Line::Ready => {}
        }
    }
    let mut entries: BTreeMap<String, usize> = BTreeMap::new();
    let mut before = Value::Null;
    loop {
        let page = call(
            &door,
            Some(&token),
            "journal.list",
            json!({"before": before}),
        )
        .expect("the journal");
        let rows = page.as_array().expect("rows");
        let Some(last) = rows.last() else { break };
        before = last["seq"].clone();
        for row in rows.iter().filter(|row| row["outcome"] == "done") {
            *entries
                .entry(row["command"].as_str().expect("a command").to_owned())
                .or_default() += 1;
        }
    }
    // The first branch and the administrator came with first start.
    for (command, names) in &there {
        let sealed = entries.get(*command).copied().unwrap_or_default();
        assert_eq!(
            sealed,
            names.len() - 1,
            "{command}: records and journal entries differ"
        );
    }
}

/// A pause between nothing and `longest`.
fn pause(longest: Duration) -> Duration {
    let mut bytes = [0; 4];
    SystemChance.fill(&mut bytes);
    longest.mul_f64(f64::from(u32::from_be_bytes(bytes)) / f64::from(u32::MAX))
}

#[test]
fn what_was_acknowledged_survives_a_kill_and_nothing_is_half_done() {
    let (mut kills, mut in_an_act) = (0, 0);
    for house in 0..trials(4) {
        let dir = tempdir().unwrap();
        set_up(&door(dir.path())).expect("first start");
        let mut acknowledged = Vec::new();
        for life in 0..30 {
            let child = Child::acts(dir.path(), &format!("{house}-{life}"), None);
            let lines = child.killed_after(pause(Duration::from_millis(60)), true);
            kills += 1;
            in_an_act += u32::from(matches!(lines.last(), Some(Line::Try(_))));
            assert!(
                lines.iter().all(|line| line.refused().is_none()),
                "{lines:?}"
            );
            check(dir.path(), &lines);
            acknowledged.extend(lines);
        }
        // What was true after each kill is true after all of them.
        check(dir.path(), &acknowledged);
        let verdict = verify(dir.path());
        assert!(verdict.whole, "{verdict:?}");
    }
    assert!(
        in_an_act * 10 >= kills * 4,
        "only {in_an_act} of {kills} kills hit an act"
    );
}

#[test]
fn a_first_start_that_is_killed_can_begin_again_or_is_done() {
    let whole = Instant::now();
    let dir = tempdir().unwrap();
    Child::start("first_start", dir.path(), "whole", None).read_out();
    let longest = whole.elapsed();
    let (mut again, mut done) = (0, 0);
    for life in 0..trials(50) {
        let dir = tempdir().unwrap();
        let child = Child::start("first_start", dir.path(), &life.to_string(), None);
        let lines = child.killed_after(pause(longest), false);
        let house = door(dir.path());
        let state = call(&house, None, "staff.house_state", json!({})).expect("a state");
        if state["set_up"] == true {
            done += 1;
        } else {
            assert!(lines.is_empty(), "an acknowledged first start is gone");
            set_up(&house).expect("first start begins again");
            again += 1;
        }
        drop(house);
        let house = door(dir.path());
        log_in(&house).expect("the administrator's password opens");
        assert!(verify(dir.path()).whole);
    }
    assert!(again > 0, "no kill came before the end ({done} after it)");
}

fn rewrap(dir: &Path, first: &str) {
    let key = key(dir);
    let mut ring = KeyRing::open(&dir.join("kelisim.keys"), Hardness::TEST).expect("the ring");
    let first: u64 = first.parse().expect("a number");
    say("ready", "rewrap");
    for number in first.. {
        say("try", &number.to_string());
        ring.wrap("second", &format!("пароль {number}"), &key, &SystemChance)
            .expect("a wrap");
        say("ack", &number.to_string());
    }
}

#[test]
fn a_ring_killed_while_it_is_written_opens_with_the_old_or_the_new_password() {
    let dir = tempdir().unwrap();
    set_up(&door(dir.path())).expect("first start");
    let (mut next, mut held) = (0_u64, None);
    for _ in 0..trials(60) {
        let child = Child::start("rewrap", dir.path(), &next.to_string(), None);
        let lines = child.killed_after(pause(Duration::from_millis(25)), true);
        let mut allowed: Vec<u64> = held.into_iter().collect();
        for line in &lines {
            match line {
                Line::Try(number) => allowed.push(number.parse().unwrap()),
                Line::Ack(number) => allowed = vec![number.parse().unwrap()],
                _ => {}
            }
        }
        // Nothing but the key itself opens the file, so this also proves that the key is the right one.
        verify(dir.path());
        let now = door(dir.path()).now();
        let opens = |number: &u64| {
            let mut ring = KeyRing::open(&dir.path().join("kelisim.keys"), Hardness::TEST)
                .expect("a whole ring");
            ring.unwrap("second", &format!("пароль {number}"), now, &SystemChance)
                .is_ok()
        };
        held = allowed.iter().copied().find(opens);
        assert_eq!(
            held.is_some(),
            !allowed.is_empty(),
            "of {allowed:?} after {lines:?}"
        );
        next = allowed.last().map_or(0, |last| last + 1);
    }
}
