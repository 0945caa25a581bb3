//! A folder with a house in it, as it is found after a crash, a copy, or a restart.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use office::Result;
use office::clock::{HandClock, SystemChance};
use office::door::{Caller, Config, Door, Reply, Token};
use office::error::Refusal;
use office::journal::{Verdict, verify_file};
use office::staff::{LogIn, SetUp, SetUpDone};
use office::testing::{OPENING, PASSWORD};
use office::texts::Lang;
use office::vault::keys::{DataKey, Hardness, KeyRing};
use serde_json::{Value, json};

/// The files that make a house.
pub const FILES: [&str; 4] = [
    "kelisim.db",
    "kelisim.db-wal",
    "kelisim.keys",
    "kelisim.anchor",
];

/// How many times more than usual to try what is random.
pub fn trials(usual: u32) -> u32 {
    let times = std::env::var("KELISIM_TRIALS").ok();
    usual
        * times
            .and_then(|times| times.parse::<u32>().ok())
            .unwrap_or(1)
}

/// The caller that nobody is yet.
pub const NOBODY: Caller<'static> = Caller::Window {
    token: None,
    lang: Lang::Ru,
    quiet: false,
};

/// A door on a folder, with a clock that stands at the opening.
pub fn door(dir: &Path) -> Arc<Door> {
    let clock = HandClock::at(HandClock::parse(OPENING).expect("the opening moment"));
    Door::open(Config {
        clock: Arc::new(clock),
        chance: Arc::new(SystemChance),
        hardness: Hardness::TEST,
        workstation: "test".to_owned(),
        ..Config::at(dir.to_owned())
    })
    .expect("a door")
}

/// First start of a small house.
pub fn set_up(door: &Door) -> Result<SetUpDone> {
    door.gate(NOBODY, first_start())
}

/// The answers to the wizard.
pub fn first_start() -> SetUp {
    serde_json::from_value(json!({
        "lang": "ru", "branch": "Алматы-2", "name": "Серікова Айгүл", "login": "admin", "password": PASSWORD,
        "operator": { "name_ru": "ТОО «Эсперанс»", "name_kk": "«Эсперанс» ЖШС", "bin": "991240990006" },
    }))
    .expect("the arguments of first start")
}

/// Logs the administrator in.
pub fn log_in(door: &Door) -> Result<Token> {
    let log_in = LogIn {
        login: "admin".to_owned(),
        password: PASSWORD.to_owned(),
    };
    Ok(door.gate(NOBODY, log_in)?.token)
}

/// Calls by the command's name.
pub fn call(
    door: &Door,
    token: Option<&Token>,
    command: &str,
    args: Value,
) -> Result<Value, Box<Refusal>> {
    let call = office::door::Call {
        command: command.to_owned(),
        args,
        lang: None,
        quiet: false,
    };
    match door.call(token, call) {
        Reply::Ok(value) => Ok(value),
        Reply::Error(refusal) => Err(Box::new(refusal)),
    }
}

/// The vault's key, got with the administrator's password.
pub fn key(dir: &Path) -> DataKey {
    let now = HandClock::parse(OPENING).expect("the opening moment");
    let mut ring = KeyRing::open(&dir.join("kelisim.keys"), Hardness::TEST).expect("the key ring");
    ring.unwrap("admin", PASSWORD, now, &SystemChance)
        .expect("the password opens")
}

/// Walks the journal of the folder's vault, without the application.
pub fn verify(dir: &Path) -> Verdict {
    verify_file(&dir.join("kelisim.db"), &key(dir)).expect("the file opens")
}

/// Copies a house, as somebody does who wants to put it back later.
pub fn copy(from: &Path, to: &Path) {
    for file in FILES {
        let target: PathBuf = to.join(file);
        if from.join(file).exists() {
            std::fs::copy(from.join(file), target).expect("a copy");
        } else if target.exists() {
            std::fs::remove_file(target).expect("a file less");
        }
    }
}
