//! The paper form of a visit: the text that the tablet would show, boxes for the answers, lines for the data and the signature, the
//! visit's number and its QR code.

use papers::{Choice, Fact, Paper, Part};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VisitId;
use super::paper::{PaperForm, place, read_form};
use crate::consents::TextLang;
use crate::consents::texts::ConsentTerm;
use crate::error::Result;
use crate::files::SavedFile;
use crate::texts::{Words, day};
use crate::{Act, Args, Command, Done, Entry, Read, Right, Subject, Target, Write};
use ts_rs::TS;

/// Prints the paper form of a visit. On record: a form that was printed may have been signed.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintForm {
    /// Of which visit.
    pub visit: VisitId,
    /// In which language; left out, the one that the client chose.
    #[serde(default)]
    pub lang: Option<TextLang>,
}

impl Command for PrintForm {
    const NAME: &'static str = "consents.print_form";
    const RIGHT: Right = Right::TakeConsent;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for PrintForm {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let form = read_form(cx, self.visit, self.lang)?;
        let bytes = cx.press().pdf(&paper(cx, &form))?;
        let file = SavedFile::new(format!("{}.pdf", form.number), &bytes);
        let entry = Entry::about(Subject::new("visit", self.visit.0)).fields(["paper"]);
        Ok(Done::new(file, entry))
    }
}

fn paper(cx: &Read<'_>, form: &PaperForm) -> Paper {
    let words = cx.words(form.lang.lang());
    let field = |name: &str| words.of("tablet-field", name);
    let mut parts = vec![
        Part::Code {
            text: form.number.clone(),
            caption: form.number.clone(),
        },
        Part::Facts {
            rows: seven(&words, form),
        },
    ];
    if let Some(acting) = &form.representative {
        parts.push(Part::Note {
            title: words.with(
                "visits-by-representative",
                &Args::none().text("name", &*acting.name),
            ),
            text: words.with(
                "visits-authority-is",
                &Args::none()
                    .text("paper", &*acting.paper)
                    .text("issued", day(&acting.issued)),
            ),
        });
    }
    for paragraph in form.text.body.split("\n\n").map(str::trim) {
        parts.push(match paragraph.strip_prefix("# ") {
            Some(heading) => Part::Heading {
                text: heading.to_owned(),
            },
            None => Part::Text {
                text: paragraph.to_owned(),
            },
        });
    }
    parts.push(Part::Heading {
        text: words.say("tablet-choices"),
    });
    parts.push(Part::Small {
        text: words.say("visits-form-choices"),
    });
    parts.push(Part::Choices {
        rows: form
            .text
            .purposes
            .iter()
            .map(|purpose| Choice {
                text: purpose.name.clone(),
                note: purpose.note.clone(),
                yes: words.say("tablet-give"),
                no: words.say("tablet-give-not"),
                answer: None,
            })
            .collect(),
    });
    parts.push(Part::Heading {
        text: words.say("tablet-person"),
    });
    let captions: Vec<String> = form.fields.iter().map(|one| field(one.name())).collect();
    for pair in captions.chunks(2) {
        parts.push(Part::Blanks {
            captions: pair.to_vec(),
        });
    }
    parts.push(Part::Small {
        text: words.say("visits-form-sign"),
    });
    parts.push(Part::Blanks {
        captions: vec![
            words.say("visits-form-signature"),
            words.say("visits-form-date"),
        ],
    });
    parts.push(Part::Small {
        text: format!("{}: {}", words.say("visits-form-sha"), form.sha256),
    });
    Paper {
        lang: form.lang.name(),
        made: form.printed.date.clone(),
        title: form.text.title.clone(),
        kicker: form.operator.clone(),
        number: form.number.clone(),
        lines: vec![
            words.with(
                "visits-form-printed",
                &Args::none()
                    .text("branch", &*form.branch)
                    .text("day", day(&form.printed.date))
                    .text("time", &*form.printed.time),
            ),
        ],
        parts,
        foot: form.number.clone(),
    }
}

/// The law's list, as on the tablet's first page.
fn seven(words: &Words<'_>, form: &PaperForm) -> Vec<Fact> {
    let text = &form.text;
    let or_no = |said: &Option<String>| said.clone().unwrap_or_else(|| words.say("tablet-no"));
    let names: Vec<String> = text
        .data
        .iter()
        .map(|one| words.of("tablet-field", one.name()))
        .collect();
    let purposes: Vec<&str> = text
        .purposes
        .iter()
        .map(|purpose| purpose.name.as_str())
        .collect();
    let until = Args::none().text("date", day(text.term_until.as_deref().unwrap_or_default()));
    let term = match text.term {
        ConsentTerm::Purpose => words.say("tablet-term-purpose"),
        ConsentTerm::Until => words.with("tablet-term-until", &until),
        ConsentTerm::Programme => words.say("tablet-term-programme"),
        ConsentTerm::ProgrammeAndYear => words.say("tablet-term-programme-12"),
    };
    let bin = words.with("tablet-about-bin", &Args::none().text("bin", &*form.bin));
    let public = if text.public_sources {
        "tablet-yes"
    } else {
        "tablet-no"
    };
    vec![
        Fact::new(
            words.say("tablet-about-who"),
            format!("{}, {bin}", form.operator),
        ),
        Fact::new(words.say("tablet-about-why"), purposes.join("; ")),
        Fact::new(words.say("tablet-about-data"), names.join(", ")),
        Fact::new(words.say("tablet-about-third"), or_no(&text.third_parties)),
        Fact::new(words.say("tablet-about-abroad"), or_no(&text.cross_border)),
        Fact::new(words.say("tablet-about-public"), words.say(public)),
        Fact::new(
            words.say("tablet-about-term"),
            format!("{term} {}", words.say("tablet-withdraw")),
        ),
    ]
}
