//! `kelisim-verify FILE [--key "FINGERPRINT"]`: checks a sealed evidence file. Needs neither the application nor the vault.

use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "\
kelisim-verify FILE [--key FINGERPRINT]

Checks a sealed proof of consent: its signature, the hash of every part, its place in the journal.
Prints what it found as JSON. Leaves with 0 if the file is sound, with 1 if it isn't, with 2 if it can't be read.

Whose key it is, the file can't say of itself. Give the fingerprint that stands on the printed sheet, or that the operator
shows in the application (Settings, Journal), after --key; spaces and case don't matter. Without it, compare it yourself.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (file, key) = match words.as_slice() {
        [file] if !file.starts_with('-') => (file, None),
        [file, option, key] if option == "--key" => (file, Some(key)),
        _ => return say(2, USAGE),
    };
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return say(2, &format!("{file}: {error}")),
    };
    let verdict = verify::check_with_key(&bytes, key.map(String::as_str));
    let code = u8::from(!verdict.sound);
    match serde_json::to_string_pretty(&verdict) {
        Ok(text) => say(code, &text),
        Err(error) => say(2, &error.to_string()),
    }
}

fn say(code: u8, text: &str) -> ExitCode {
    // A reader that stopped reading is no fault of ours.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
    ExitCode::from(code)
}
