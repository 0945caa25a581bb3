//! The host for tests and scripts. Whatever the window can do, a script can do through it, and no more. Never part of
//! what is given to a branch.

mod arguments;
mod bench;
mod demo;
mod errands;
mod people;
mod serve;
mod verify;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use arguments::Arguments;
use office::door::{list, wire};

const USAGE: &str = "\
kelisim-host serve --data DIR [--clock 2026-12-14T09:05+05:00] [--port N] [--ui DIR] [--tablet-ui DIR] [--quick-keys]
kelisim-host demo --data DIR [--clock 2026-12-14T09:05+05:00]
kelisim-host bench [--clients 1000000] [--requests 100000] [--data DIR] [--window FILE]
kelisim-host commands
kelisim-host verify FILE
kelisim-host types [--out FILE]
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "kelisim-host: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = Arguments::from_environment();
    match arguments.command().as_deref() {
        Some("serve") => serve::run(arguments).map(|()| ExitCode::SUCCESS),
        Some("bench") => bench::run(arguments).map(|()| ExitCode::SUCCESS),
        Some("demo") => demo::run(arguments).map(|()| ExitCode::SUCCESS),
        Some("commands") => {
            arguments.finish()?;
            say(&serde_json::to_string_pretty(&commands())?)
        }
        Some("verify") => verify::run(arguments),
        Some("types") => {
            let out: Option<PathBuf> = arguments.option("--out")?;
            arguments.finish()?;
            match out {
                Some(file) => {
                    std::fs::write(&file, wire::typescript())
                        .with_context(|| format!("writing {}", file.display()))?;
                    Ok(ExitCode::SUCCESS)
                }
                None => say(&wire::typescript()),
            }
        }
        _ => {
            say(USAGE)?;
            Ok(ExitCode::from(2))
        }
    }
}

/// Every command with its right and the schemas of its arguments and its output.
fn commands() -> serde_json::Value {
    let one = |listed: &list::Listed| {
        let (args, output) = (listed.schemas)();
        serde_json::json!({
            "name": listed.name,
            "right": listed.right,
            "kind": listed.manner,
            "args": args,
            "output": output,
        })
    };
    list::ALL.iter().map(one).collect()
}

/// Says it on standard output. A reader that stops reading is no fault of ours.
fn say(text: &str) -> Result<ExitCode> {
    match writeln!(std::io::stdout(), "{}", text.trim_end()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
