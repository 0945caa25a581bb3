//! The words after the program's name.

use std::collections::VecDeque;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// What hasn't been taken yet.
pub struct Arguments(VecDeque<String>);

impl Arguments {
    /// Those of this program.
    pub fn from_environment() -> Self {
        Arguments(std::env::args().skip(1).collect())
    }

    /// The first word.
    pub fn command(&mut self) -> Option<String> {
        self.0.pop_front()
    }

    /// `--name value`, if it is there.
    pub fn option<T: FromStr<Err: std::fmt::Display>>(&mut self, name: &str) -> Result<Option<T>> {
        let Some(at) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.0.remove(at);
        let value = self
            .0
            .remove(at)
            .with_context(|| format!("{name} needs a value"))?;
        match value.parse() {
            Ok(value) => Ok(Some(value)),
            Err(error) => bail!("{name} {value}: {error}"),
        }
    }

    /// `--name`, if it is there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// A word that isn't an option.
    pub fn word(&mut self, what: &str) -> Result<String> {
        self.0
            .pop_front()
            .with_context(|| format!("{what} is missing"))
    }

    /// Refuses what nobody took.
    pub fn finish(self) -> Result<()> {
        match self.0.front() {
            None => Ok(()),
            Some(word) => bail!("unknown argument {word}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_flags_and_words_are_taken_in_any_order() {
        let given = ["--port", "7", "file", "--quick"].map(str::to_owned);
        let mut arguments = Arguments(given.into());
        assert!(arguments.flag("--quick"));
        assert_eq!(arguments.option::<u16>("--port").unwrap(), Some(7));
        assert_eq!(arguments.option::<u16>("--port").unwrap(), None);
        assert_eq!(arguments.word("a file").unwrap(), "file");
        assert!(arguments.word("a file").is_err());
        arguments.finish().unwrap();
        assert!(Arguments(["--x".to_owned()].into()).finish().is_err());
        assert!(
            Arguments(["--port".to_owned()].into())
                .option::<u16>("--port")
                .is_err()
        );
    }
}
