//! `bench`: what the first release promises of speed, measured on made-up people in a folder that is thrown away.
//!
//! Look-ups and imports go through the door as a window's do; beside them stand a prepared point query and prepared
//! inserts on a bare file with the same encryption and the same pragmas, in the same run.

mod raw;
mod table;
mod visits;
mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use office::calendar::{ConfirmDay, PreviewDay};
use office::clients::{FindClients, OpenImport, StepImport};
use office::clock::{HandClock, SeededChance};
use office::door::{Caller, Config, Door, Token};
use office::requests::RegisterRequest;
use office::staff::{AcceptInvitation, Invited, LogIn, LoggedIn, SetUp, SetUpDone};
use office::vault::keys::Hardness;
use office::vault::{KeyRing, connect_past_the_rules};
use office::{Act, Ask, Lang};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::people::{Person, person};
use table::{Figure, Table, Times};

const PASSWORD: &str = "бір екі үш төрт бес";
/// Rows of one spreadsheet: more than a branch has, less than the limit.
const SHEET: u64 = 100_000;
/// Look-ups of each kind.
const LOOKS: u64 = 2_000;
/// Ten rights in an application; none of them disputes a field.
const RIGHTS: [&str; 10] = [
    "information",
    "copy",
    "withdraw",
    "complaint",
    "suspected_access",
    "code_word",
    "objection",
    "state_demand",
    "block",
    "destroy",
];

/// A house that is measured.
struct Bench {
    door: Arc<Door>,
    admin: Token,
    manager: Token,
    clients: u64,
}

/// Measures and prints.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let clients: u64 = arguments.option("--clients")?.unwrap_or(1_000_000);
    let requests: u64 = arguments.option("--requests")?.unwrap_or(100_000);
    let dir: Option<PathBuf> = arguments.option("--data")?;
    let window: Option<PathBuf> = arguments.option("--window")?;
    let only: Option<String> = arguments.option("--only")?;
    arguments.finish()?;
    if only.as_deref().is_some_and(|only| only != "visits") {
        bail!("--only: «visits» alone can be measured by itself");
    }
    if clients < 1_000 {
        bail!("--clients {clients}: at least 1000 are needed to tell anything");
    }
    let dir = dir.unwrap_or_else(|| {
        std::env::temp_dir().join(format!("kelisim-bench-{}", std::process::id()))
    });
    if dir.join("kelisim.keys").exists() {
        bail!("{}: there is a house already", dir.display());
    }
    std::fs::create_dir_all(&dir).with_context(|| format!("making {}", dir.display()))?;
    let outcome = if only.is_some() {
        let mut table = Table::new(0);
        visits::measure(&dir, &mut table).map(|()| table)
    } else {
        measure(&dir, clients, requests, window.as_deref())
    };
    let removed =
        std::fs::remove_dir_all(&dir).with_context(|| format!("removing {}", dir.display()));
    crate::say(&outcome?.to_string())?;
    removed
}

fn measure(dir: &Path, clients: u64, requests: u64, window: Option<&Path>) -> Result<Table> {
    let mut table = Table::new(clients);
    let bench = Bench::found(dir, clients)?;
    let raw = raw::fill(&dir.join("raw.db"), clients)?;
    let took = bench.import(dir)?;
    let same = bench.the_same_rows(dir)?;
    table.import(clients, took, same, raw.took);
    table.add(Figure::times(
        "bare point query by IIN",
        None,
        raw.point_queries(LOOKS)?,
    ));
    drop(raw);
    bench.look_up(&mut table)?;
    bench.recount(requests, &mut table)?;
    drop(bench);
    visits::measure(dir, &mut table)?;
    open_again(dir, &mut table)?;
    if let Some(program) = window {
        table.start(window::starts(program, dir)?);
    }
    Ok(table)
}

fn config(dir: &Path) -> Result<Config> {
    let clock = HandClock::parse("2026-12-14T09:05").context("a moment")?;
    Ok(Config {
        clock: Arc::new(HandClock::at(clock)),
        chance: Arc::new(SeededChance::new(2026)),
        hardness: Hardness::TEST,
        ..Config::at(dir.to_owned())
    })
}

fn open(config: Config) -> Result<Arc<Door>> {
    Door::open(config).map_err(refused)
}

#[expect(clippy::needless_pass_by_value, reason = "fits map_err")]
fn refused(error: office::Error) -> anyhow::Error {
    anyhow::anyhow!("{}: {error}", error.code())
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T> {
    Ok(serde_json::from_value(value)?)
}

const NOBODY: Caller<'static> = Caller::Window {
    token: None,
    lang: Lang::Ru,
    quiet: false,
};

fn window(token: &Token) -> Caller<'_> {
    Caller::Window {
        token: Some(token),
        lang: Lang::Ru,
        quiet: false,
    }
}

impl Bench {
    fn found(dir: &Path, clients: u64) -> Result<Self> {
        let door = open(config(dir)?)?;
        let set_up: SetUp = read(json!({
            "lang": "ru", "branch": "Алматы-2", "name": "Измеритель", "login": "admin", "password": PASSWORD,
            "operator": {"name_ru": "ТОО «Мера»", "name_kk": "«Өлшем» ЖШС", "bin": "991240990006"},
        }))?;
        let done: SetUpDone = door.gate(NOBODY, set_up).map_err(refused)?;
        let admin = done.session.token;
        let invite = read(json!({
            "login": "manager", "name": "Менеджер", "role": "manager", "branch": done.session.member.branch, "lang": "ru",
        }))?;
        let invited: Invited = door
            .act::<office::staff::InviteStaff>(window(&admin), invite)
            .map_err(refused)?;
        let log_in = LogIn {
            login: "manager".to_owned(),
            password: invited.first_password.clone(),
        };
        let session: LoggedIn = door.gate(NOBODY, log_in).map_err(refused)?;
        let accept = AcceptInvitation {
            first_password: invited.first_password,
            password: PASSWORD.to_owned(),
        };
        door.gate(window(&session.token), accept).map_err(refused)?;
        Ok(Bench {
            door,
            admin,
            manager: session.token,
            clients,
        })
    }

    fn ask<C: Ask>(&self, command: C) -> Result<C::Output> {
        self.door
            .ask(window(&self.manager), command)
            .map_err(refused)
    }

    fn act<C: Act>(&self, token: &Token, command: C) -> Result<C::Output> {
        self.door.act(window(token), command).map_err(refused)
    }

    /// Brings everybody in, sheet by sheet; only the door's work is counted.
    fn import(&self, dir: &Path) -> Result<Duration> {
        let mut took = Duration::ZERO;
        let file = dir.join("clients.csv");
        for first in (0..self.clients).step_by(SHEET as usize) {
            let people = (first..self.clients.min(first + SHEET)).map(person);
            std::fs::write(&file, sheet(people))?;
            let begun = Instant::now();
            let open: OpenImport = read(json!({"path": file}))?;
            let preview = self.act(&self.manager, open)?;
            loop {
                let step: StepImport = read(json!({"import": preview.import, "merging": "keep"}))?;
                let progress = self.act(&self.manager, step)?;
                if progress.done >= progress.total {
                    break;
                }
            }
            took += begun.elapsed();
        }
        Ok(took)
    }

    /// The rows of the import once more, by SQLite alone.
    fn the_same_rows(&self, dir: &Path) -> Result<Duration> {
        let mut ring = KeyRing::open(&dir.join("kelisim.keys"), Hardness::TEST).map_err(refused)?;
        let key = ring
            .unwrap("manager", PASSWORD, self.door.now(), &SeededChance::new(1))
            .map_err(refused)?;
        let vault = connect_past_the_rules(&self.door.file(), &key).map_err(refused)?;
        raw::the_same_rows(&vault, &dir.join("same.db"), self.clients)
    }

    fn look_up(&self, table: &mut Table) -> Result<()> {
        let exact = Some(Duration::from_millis(1));
        let names = Some(Duration::from_millis(10));
        let tail =
            |person: &Person, digits: usize| person.phone[person.phone.len() - digits..].to_owned();
        type Query<'a> = Box<dyn Fn(&Person) -> String + 'a>;
        let kinds: Vec<(&str, Option<Duration>, Query<'_>)> = vec![
            ("IIN", exact, Box::new(|person| person.iin.clone())),
            (
                "phone, whole",
                exact,
                Box::new(|person| person.phone.clone()),
            ),
            (
                "phone, last seven digits",
                exact,
                Box::new(|person| tail(person, 7)),
            ),
            (
                "phone, last four digits",
                exact,
                Box::new(|person| tail(person, 4)),
            ),
            (
                "loyalty card",
                exact,
                Box::new(|person| person.card.clone()),
            ),
            (
                "document",
                exact,
                Box::new(|person| person.document.clone()),
            ),
            (
                "name of two prefixes",
                names,
                Box::new(|person| {
                    format!("{} {}", begin(&person.surname, 5), begin(&person.given, 3))
                }),
            ),
            (
                "surname alone",
                names,
                Box::new(|person| person.surname.clone()),
            ),
            (
                "misprinted name",
                names,
                Box::new(|person| format!("{} {}", misprinted(&person.surname), person.given)),
            ),
        ];
        for (kind, aim, query) in kinds {
            let mut times = Times::default();
            let mut missed = 0;
            for nth in 0..LOOKS {
                let person = person(nth.wrapping_mul(7_368_787) % self.clients);
                // In a name of three letters a misprint makes another name.
                if person.surname.chars().count() < 5 {
                    continue;
                }
                let command: FindClients = read(json!({"query": query(&person)}))?;
                let begun = Instant::now();
                let found = self.ask(command)?;
                times.add(begun.elapsed());
                missed += u32::from(found.people.is_empty());
            }
            if missed > LOOKS as u32 / 50 {
                bail!("{kind}: {missed} of {LOOKS} look-ups found nobody");
            }
            table.add(Figure::times(kind, aim, times));
        }
        Ok(())
    }

    /// Counts every open right anew, as when the government moves a day.
    fn recount(&self, requests: u64, table: &mut Table) -> Result<()> {
        let rights: Vec<Value> = RIGHTS.iter().map(|kind| json!({"kind": kind})).collect();
        for nth in 0..requests.div_ceil(RIGHTS.len() as u64) {
            let person = person(nth);
            let register: RegisterRequest = read(json!({
                "applicant": {"name": person.surname}, "channel": "letter", "text": "Прошу", "lang": "ru", "rights": rights,
            }))?;
            self.act(&self.manager, register)?;
        }
        let begun = Instant::now();
        let preview: PreviewDay = read(json!({"date": "2026-12-15", "kind": "off"}))?;
        let shown = self
            .door
            .ask(window(&self.admin), preview)
            .map_err(refused)?;
        table.once(
            &format!("{requests} open requests: which would move"),
            begun.elapsed(),
        );
        let begun = Instant::now();
        let confirm: ConfirmDay = read(
            json!({"date": "2026-12-15", "kind": "off", "source": "Проверка скорости", "edition": shown.edition}),
        )?;
        self.act(&self.admin, confirm)?;
        table.once(
            &format!("{requests} open requests: counted anew and kept"),
            begun.elapsed(),
        );
        Ok(())
    }
}

/// What logging in costs on top of the password's hardness.
fn open_again(dir: &Path, table: &mut Table) -> Result<()> {
    let door = open(config(dir)?)?;
    let begun = Instant::now();
    let log_in = LogIn {
        login: "manager".to_owned(),
        password: PASSWORD.to_owned(),
    };
    door.gate(NOBODY, log_in).map_err(refused)?;
    table.once(
        "log-in that opens the vault (without the hardness of the password)",
        begun.elapsed(),
    );
    Ok(())
}

fn sheet(people: impl Iterator<Item = Person>) -> String {
    let mut rows =
        String::from("Фамилия;Имя;Отчество;Дата рождения;ИИН;Телефон;Карта;Удостоверение;Адрес\n");
    for person in people {
        rows.push_str(&format!(
            "{};{};{};{};{};{};{};{};{}\n",
            person.surname,
            person.given,
            person.patronymic.as_deref().unwrap_or_default(),
            person.birth.format("%d.%m.%Y"),
            person.iin,
            person.phone,
            person.card,
            person.document,
            person.address,
        ));
    }
    rows
}

/// The first letters.
fn begin(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

/// The word with its third letter replaced.
fn misprinted(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if let Some(third) = letters.get_mut(2) {
        *third = if *third == 'р' { 'т' } else { 'р' };
    }
    letters.into_iter().collect()
}
