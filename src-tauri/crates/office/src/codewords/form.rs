//! The printed application for a code word: what the word is for, the lines where the person writes it and signs.

use papers::{Fact, Paper, Part};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LENGTH, WRONG_A_DAY, store};
use crate::blocks::Deed;
use crate::clients::{self, ClientId, Fields};
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::texts::Lang;
use crate::{Act, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

/// Prints an application for a new code word, for the person to fill and sign. The word itself is written by hand: the house
/// learns it from the paper and keeps nothing that could be read back.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintCodeWordForm {
    /// Whose.
    pub client: ClientId,
    /// In which language the person reads.
    pub lang: Lang,
}

impl Command for PrintCodeWordForm {
    const NAME: &'static str = "codewords.print_form";
    const RIGHT: Right = Right::CodeWords;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Edit, Fields::All)
    }
}

impl Act for PrintCodeWordForm {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let bytes = cx.press().pdf(&paper(cx, self.client, self.lang)?)?;
        let title = cx.words(self.lang).say("codewords-form-title");
        let entry = Entry::about(Subject::client(self.client)).fields(["paper"]);
        Ok(Done::new(
            SavedFile::new(format!("{title}.pdf"), &bytes),
            entry,
        ))
    }
}

fn paper(cx: &Read<'_>, client: ClientId, lang: Lang) -> Result<Paper> {
    let words = cx.words(lang);
    let profile = operators::store::operator(cx, cx.seat()?.operator)?.profile;
    let operator = Args::none().text("operator", profile.name(lang));
    let rules = Args::none()
        .number("shortest", *LENGTH.start() as i64)
        .number("longest", *LENGTH.end() as i64);
    let tries = Args::none().number("n", i64::from(WRONG_A_DAY));
    let blanks = |keys: &[&str]| Part::Blanks {
        captions: keys.iter().map(|key| words.say(key)).collect(),
    };
    Ok(Paper {
        lang: lang.name(),
        made: cx.today().to_string(),
        title: words.say("codewords-form-title"),
        kicker: profile.name(lang).to_owned(),
        number: String::new(),
        lines: Vec::new(),
        parts: vec![
            Part::Facts {
                rows: vec![Fact::new(
                    words.say("codewords-form-name"),
                    store::full_name(cx, client)?,
                )],
            },
            blanks(&["codewords-form-document", "codewords-form-phone"]),
            Part::Text {
                text: words.with("codewords-form-ask", &operator),
            },
            blanks(&["codewords-form-word"]),
            Part::List {
                items: vec![
                    words.with("codewords-form-rule-word", &rules),
                    words.say("codewords-form-rule-secret"),
                    words.say("codewords-form-rule-keeping"),
                    words.with("codewords-form-rule-tries", &tries),
                    words.say("codewords-form-rule-lost"),
                ],
            },
            blanks(&["codewords-form-signature", "codewords-form-date"]),
            Part::Heading {
                text: words.say("codewords-form-taken"),
            },
            blanks(&["codewords-form-staff", "codewords-form-compared"]),
            blanks(&["codewords-form-number", "codewords-form-date"]),
        ],
        foot: profile.name(lang).to_owned(),
    })
}
