//! `verify FILE`: walks the journal of a vault and names the first broken entry (A2), or checks a sealed proof of consent (S5).

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use office::clock::{SystemChance, SystemClock};
use office::journal;
use office::vault::keys::Hardness;
use office::vault::{DataKey, KeyRing};

use crate::arguments::Arguments;

/// Asks for a log-in name and password, or for the recovery key; 0 if the chain is whole, 1 if it is broken.
pub fn run(mut arguments: Arguments) -> Result<ExitCode> {
    let file: PathBuf = arguments.word("the vault's file")?.into();
    arguments.finish()?;
    anyhow::ensure!(file.is_file(), "{} is not a file", file.display());
    let keys = file.with_extension("keys");
    if !keys.is_file() {
        return sealed(&file);
    }
    let mut ring = KeyRing::open(&keys, Hardness::PASSWORD).map_err(plain)?;
    let key = unwrap(&mut ring)?;
    let verdict = journal::verify_file(&file, &key).map_err(plain)?;
    crate::say(&serde_json::to_string_pretty(&verdict)?)?;
    Ok(match verdict.first_broken {
        None => ExitCode::SUCCESS,
        Some(broken) => {
            writeln!(
                std::io::stderr(),
                "first broken entry: {} ({})",
                broken.seq,
                broken.fault
            )?;
            ExitCode::FAILURE
        }
    })
}

/// A vault lies beside its key ring; what doesn't is a sealed file, or nothing of ours.
fn sealed(file: &Path) -> Result<ExitCode> {
    let verdict = verify::check(&std::fs::read(file)?);
    crate::say(&serde_json::to_string_pretty(&verdict)?)?;
    Ok(match verdict.fault {
        None => ExitCode::SUCCESS,
        Some(fault) => {
            writeln!(std::io::stderr(), "it doesn't hold: {fault}")?;
            ExitCode::FAILURE
        }
    })
}

fn unwrap(ring: &mut KeyRing) -> Result<DataKey> {
    if let Ok(recovery) = std::env::var("KELISIM_RECOVERY_KEY") {
        return ring.unwrap_recovery(&recovery).map_err(plain);
    }
    let login = given("KELISIM_LOGIN", "login (empty: recovery key)")?;
    if login.is_empty() {
        return ring
            .unwrap_recovery(&prompt("recovery key")?)
            .map_err(plain);
    }
    let password = given("KELISIM_PASSWORD", "password")?;
    let now = office::clock::Clock::now(&SystemClock);
    ring.unwrap(&login, &password, now, &SystemChance)
        .map_err(plain)
}

fn given(variable: &str, what: &str) -> Result<String> {
    std::env::var(variable).map_or_else(|_| prompt(what), Ok)
}

fn prompt(what: &str) -> Result<String> {
    write!(std::io::stderr(), "{what}: ")?;
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("reading the answer")?;
    Ok(line.trim().to_owned())
}

/// For a terminal the code and the kind suffice.
fn plain(error: office::Error) -> anyhow::Error {
    anyhow::anyhow!("{} ({error})", error.code())
}
