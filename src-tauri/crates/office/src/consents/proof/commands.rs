//! What can be asked for: the sheet, the sealed file, the client's receipt. Each is a file, and each is on record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::{Dossier, file, gaps, receipt, sheet, store};
use crate::blocks::Deed;
use crate::consents::{ConsentId, of_consent};
use crate::error::Result;
use crate::files::SavedFile;
use crate::texts::Lang;
use crate::{Act, Command, Done, Entry, Read, Right, Subject, Target, Write, journal};

crate::named! {
    /// In which form a proof is given out.
    ProofForm {
        /// A sheet for people.
        Pdf = "pdf",
        /// The sealed file.
        Json = "json",
    }
}

/// Makes a proof of consent, to be given to whoever may ask for it (S5). A blocked client's isn't given out.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProveConsent {
    /// Which.
    pub consent: ConsentId,
    /// Sheet or file.
    pub form: ProofForm,
    /// Language of the sheet; the asker's own where nothing is said.
    #[serde(default)]
    pub lang: Option<Lang>,
}

impl Command for ProveConsent {
    const NAME: &'static str = "consents.prove";
    const RIGHT: Right = Right::ReadConsents;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_consent(cx, self.consent, Deed::Export)
    }
}

impl Act for ProveConsent {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let dossier = Dossier::of(cx, self.consent)?;
        let place = dossier.place(cx)?;
        let has_checkpoint = place
            .as_ref()
            .is_some_and(|place| place.checkpoint.is_some());
        let gaps = gaps::gaps(&dossier, has_checkpoint);
        let lang = self.lang.unwrap_or(cx.lang());
        let bytes = match self.form {
            ProofForm::Pdf => {
                let words = cx.words(lang);
                let maker = store::name_of(cx, cx.seat()?.staff)?;
                let paper = sheet::sheet(&dossier, place.as_ref(), &gaps, &maker, words);
                cx.press().pdf(&paper)?
            }
            ProofForm::Json => {
                let key =
                    journal::store::signing_key_of(cx)?.ok_or(journal::JournalError::Empty)?;
                file::sealed(&dossier, place.as_ref(), &gaps, &key)?
            }
        };
        let name = match self.form {
            ProofForm::Pdf => format!("{}-{lang}.pdf", dossier.line.number),
            ProofForm::Json => format!("{}.json", dossier.line.number),
        };
        Ok(given_out(
            &dossier,
            self.consent,
            self.form.name(),
            name,
            &bytes,
        ))
    }
}

/// Makes the client's receipt: one page, in the language in which the client read. The person's own paper: a block doesn't stop it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentReceipt {
    /// Which.
    pub consent: ConsentId,
    /// Another language than the client's.
    #[serde(default)]
    pub lang: Option<Lang>,
}

impl Command for ConsentReceipt {
    const NAME: &'static str = "consents.receipt";
    const RIGHT: Right = Right::ReadConsents;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_consent(cx, self.consent, Deed::Show)
    }
}

impl Act for ConsentReceipt {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let dossier = Dossier::of(cx, self.consent)?;
        let read_in = Lang::ALL
            .iter()
            .copied()
            .find(|lang| lang.name() == dossier.lang_shown());
        let lang = self.lang.or(read_in).unwrap_or(cx.lang());
        let paper = receipt::receipt(&dossier, cx.words(lang));
        let bytes = cx.press().pdf(&paper)?;
        let name = format!("{}-{lang}-receipt.pdf", dossier.line.number);
        Ok(given_out(&dossier, self.consent, "receipt", name, &bytes))
    }
}

/// The file, and the entry that seals it: who took which proof out of the house is found by its hash.
fn given_out(
    dossier: &Dossier,
    consent: ConsentId,
    note: &'static str,
    name: String,
    bytes: &[u8],
) -> Done<SavedFile> {
    let entry = Entry::about(Subject::new("consent", consent.0))
        .of(dossier.kept.client)
        .fields(["evidence"])
        .note(note)
        .seal(Sha256::digest(bytes).into());
    let file = SavedFile::new(name, bytes);
    Done::new(file, entry)
}
