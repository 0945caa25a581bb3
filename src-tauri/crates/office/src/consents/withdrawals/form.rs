//! The printed application for withdrawal: its words, what follows from it, lines for the document and the signature.

use papers::{Paper, Part};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decide::wished;
use super::{WithdrawScope, days, held, shown};
use crate::blocks::Deed;
use crate::clients::{self, ClientId, Fields};
use crate::error::Result;
use crate::files::SavedFile;
use crate::texts::Lang;
use crate::{Act, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

/// Prints an application for withdrawal with its consequences, for the person to sign. On record: what is printed may
/// be signed.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintWithdrawal {
    /// Whose consents.
    pub client: ClientId,
    /// What of them.
    pub scope: WithdrawScope,
    /// From which day, where the person names one.
    #[serde(default)]
    pub wished: Option<String>,
    /// In which language the person reads.
    pub lang: Lang,
}

impl Command for PrintWithdrawal {
    const NAME: &'static str = "consents.print_withdrawal";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Answer, Fields::All)
    }
}

impl Act for PrintWithdrawal {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let scope = self.scope.checked()?;
        let operator = cx.seat()?.operator;
        let days = days(cx, operator, cx.now())?;
        let wished = wished(self.wished.as_deref())?;
        let held = held(cx, self.client)?;
        let told = shown::worded(cx, &scope, &held, &days, wished, self.lang);
        let words = cx.words(self.lang);
        let profile = operators::store::operator(cx, operator)?.profile;
        let title = words.say("withdrawals-form-title");
        let mut parts = Vec::new();
        for line in shown::application(cx, &scope, &held, self.lang).lines() {
            parts.push(Part::Text {
                text: line.to_owned(),
            });
        }
        parts.push(Part::Heading {
            text: words.say("withdrawals-form-consequences"),
        });
        for line in &told.lines {
            parts.push(Part::Text {
                text: format!("— {line}"),
            });
        }
        parts.push(Part::Small {
            text: format!("SHA-256 {}", told.sha256),
        });
        for pair in [
            ["withdrawals-form-name", "withdrawals-form-document"],
            ["withdrawals-form-issuer", "withdrawals-form-issued"],
            ["withdrawals-form-signature", "withdrawals-form-date"],
        ] {
            parts.push(Part::Blanks {
                captions: pair.iter().map(|key| words.say(key)).collect(),
            });
        }
        let paper = Paper {
            lang: self.lang.name(),
            made: cx.today().to_string(),
            title: title.clone(),
            kicker: profile.name(self.lang).to_owned(),
            number: String::new(),
            lines: Vec::new(),
            parts,
            foot: profile.name(self.lang).to_owned(),
        };
        let bytes = cx.press().pdf(&paper)?;
        let file = SavedFile::new(format!("{title}.pdf"), &bytes);
        let entry = Entry::about(Subject::client(self.client))
            .fields(["paper"])
            .note("withdrawal_printed");
        Ok(Done::new(file, entry))
    }
}
