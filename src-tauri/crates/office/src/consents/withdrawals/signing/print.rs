//! The application that was signed on the tablet, on paper.

use papers::{Paper, Part};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::commands::of_right as target_of;
use super::evidence;
use crate::blocks::Deed;
use crate::consents::ConsentsError;
use crate::consents::withdrawals::store;
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::requests::{self, RightId};
use crate::texts;
use crate::{Act, Command, Done, Read, Right, Target, Write};

/// Prints the application that a person signed on the tablet, in the language in which they read it, with their signature.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintSignedWithdrawal {
    /// The right that was asked for by it.
    pub right: RightId,
}

impl Command for PrintSignedWithdrawal {
    const NAME: &'static str = "consents.print_signed_withdrawal";
    const RIGHT: Right = Right::WorkRequests;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of(cx, self.right, Deed::Answer)
    }
}

impl Act for PrintSignedWithdrawal {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let one = store::of_right(cx, self.right)?.ok_or(ConsentsError::WithdrawalGone)?;
        let signed = evidence::of_right(cx, self.right)?.ok_or(ConsentsError::SigningGone)?;
        let form = signed.form;
        let text = |text: String| Part::Text { text };
        let mut parts: Vec<Part> = form.application.into_iter().map(text).collect();
        parts.push(Part::Heading { text: form.heading });
        parts.push(Part::List {
            items: form.consequences,
        });
        parts.push(text(form.effective));
        parts.push(text(form.statement));
        let when = Args::none()
            .text("name", &form.name)
            .text("day", texts::day(&signed.signed.date))
            .text("time", &signed.signed.time);
        parts.push(Part::Signature {
            strokes: signed
                .strokes
                .iter()
                .map(|stroke| stroke.iter().map(|point| (point.0, point.1)).collect())
                .collect(),
            caption: cx.words(form.lang).with("withdrawals-form-signed", &when),
        });
        parts.push(Part::Small {
            text: format!("SHA-256 {}", signed.sha256),
        });
        let number = requests::number_of(cx, self.right)?;
        let paper = Paper {
            lang: form.lang.name(),
            made: cx.today().to_string(),
            title: form.title.clone(),
            kicker: form.operator.clone(),
            number: number.clone(),
            lines: std::iter::once(form.name).chain(form.acting).collect(),
            parts,
            foot: form.operator,
        };
        let bytes = cx.press().pdf(&paper)?;
        let file = SavedFile::new(format!("{} {number}.pdf", form.title), &bytes);
        let entry = one.entry("signed_withdrawal_printed").fields(["paper"]);
        Ok(Done::new(file, entry))
    }
}
