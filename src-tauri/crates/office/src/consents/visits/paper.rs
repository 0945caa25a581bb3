//! A consent on paper: the form that is printed from the visit carries the visit's number and a QR code of it; by that number it
//! is found again, and the scan of what was signed is attached.

use std::io::Read as _;
use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::view::text_of;
use super::{
    Event, TextShown, Visit, VisitId, VisitRepresentative, VisitState, draft, store, view,
};
use crate::clients::Field;
use crate::clock::Stamp;
use crate::consents::texts;
use crate::consents::{ConsentId, ConsentsError, NUMBER_ALPHABET, TextLang, hex};
use crate::error::Result;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

/// Largest scan.
const LARGEST: u64 = 8 * 1024 * 1024;

/// Everything that the printed form says.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct PaperForm {
    /// The visit's number; its QR code says the same.
    pub number: String,
    /// The language of the form.
    pub lang: TextLang,
    /// Who asks.
    pub operator: String,
    /// BIN of who asks.
    pub bin: String,
    /// Address of who asks.
    pub address: String,
    /// In which branch.
    pub branch: String,
    /// The text.
    pub text: TextShown,
    /// Its hash, as evidence will name it.
    pub sha256: String,
    /// The fields that the client fills by hand.
    pub fields: Vec<Field>,
    /// Who acts for the client.
    pub representative: Option<VisitRepresentative>,
    /// When it was printed.
    pub printed: Stamp,
}

/// Gives what the paper form of a visit says.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadPaperForm {
    /// Of which visit.
    pub visit: VisitId,
    /// In which language; left out, the one that the client chose.
    #[serde(default)]
    pub lang: Option<TextLang>,
}

impl Command for ReadPaperForm {
    const NAME: &'static str = "consents.paper_form";
    const RIGHT: Right = Right::TakeConsent;
    type Output = PaperForm;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Ask for ReadPaperForm {
    fn run(self, cx: &Read<'_>) -> Result<PaperForm> {
        read_form(cx, self.visit, self.lang)
    }
}

/// Gathers what the form says.
pub(super) fn read_form(
    cx: &Read<'_>,
    visit: VisitId,
    lang: Option<TextLang>,
) -> Result<PaperForm> {
    let visit = store::visit(cx, visit)?;
    let text = texts::get(cx, visit.text)?;
    let lang = lang.unwrap_or_else(|| visit.shown_lang());
    if !view::langs(&text).contains(&lang) {
        return Err(ConsentsError::NotAsked.into());
    }
    let profile = operators::store::operator(cx, visit.operator)?.profile;
    Ok(PaperForm {
        number: visit.number.clone(),
        lang,
        operator: profile.name(lang.lang()).to_owned(),
        bin: profile.bin.clone(),
        address: profile.address.clone(),
        branch: operators::store::branch_name(cx, visit.branch)?,
        sha256: text.sha256.get(lang.lang()).to_owned(),
        text: text_of(&text, lang.lang()),
        fields: draft::asked(&text).collect(),
        representative: visit.representative,
        printed: cx.now().stamp(),
    })
}

/// What a number from a paper leads to.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct NumberFound {
    /// The visit.
    pub visit: VisitId,
    /// The number as it is written.
    pub number: String,
    /// Where the visit stands.
    pub state: VisitState,
    /// It goes on paper.
    pub paper: bool,
    /// The consent that came of it.
    pub consent: Option<ConsentId>,
    /// What was asked.
    pub title: String,
    /// When it was opened.
    pub opened: Stamp,
}

/// Finds a visit by the number on a paper, as typed or as a scanner typed it under whatever layout was on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindByNumber {
    /// What was typed.
    pub number: String,
}

impl Command for FindByNumber {
    const NAME: &'static str = "consents.by_number";
    const RIGHT: Right = Right::ReadConsents;
    type Output = Option<NumberFound>;
}

impl Ask for FindByNumber {
    fn run(self, cx: &Read<'_>) -> Result<Option<NumberFound>> {
        let Some(number) = read_number(&self.number) else {
            return Ok(None);
        };
        let (operator, branch) = super::refusal::scope(cx)?;
        let Some(visit) = store::visit_numbered(cx, &number)? else {
            return Ok(None);
        };
        if visit.operator != operator || branch.is_some_and(|branch| branch != visit.branch) {
            return Ok(None);
        }
        let line = store::line(cx, visit.id)?;
        Ok(Some(NumberFound {
            visit: visit.id,
            number,
            state: visit.state,
            paper: visit.paper,
            consent: line.consent,
            title: line.title,
            opened: line.opened,
        }))
    }
}

/// The number in what was typed: `26-K7QM-3XTE`, with or without hyphens, in any case, under any of the three layouts.
pub(crate) fn read_number(typed: &str) -> Option<String> {
    let letters: String = kz::layouts::by_place(typed)
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let fits = letters.len() == 10
        && letters.bytes().take(2).all(|b| b.is_ascii_digit())
        && letters
            .bytes()
            .skip(2)
            .all(|b| NUMBER_ALPHABET.contains(&b));
    fits.then(|| format!("{}-{}-{}", &letters[..2], &letters[2..6], &letters[6..]))
}

crate::named! {
    /// What a scan is.
    ScanKind {
        /// PDF.
        Pdf = "pdf",
        /// JPEG.
        Jpeg = "jpeg",
        /// PNG.
        Png = "png",
    }
}

impl ScanKind {
    /// By the first bytes: what a file is called says nothing.
    fn of(bytes: &[u8]) -> Option<Self> {
        [
            (ScanKind::Pdf, b"%PDF-".as_slice()),
            (ScanKind::Jpeg, b"\xFF\xD8\xFF"),
            (ScanKind::Png, b"\x89PNG\r\n\x1A\n"),
        ]
        .into_iter()
        .find_map(|(kind, head)| bytes.starts_with(head).then_some(kind))
    }
}

/// The scan of a signed form, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ScanShown {
    /// What it is.
    pub kind: ScanKind,
    /// Bytes.
    pub size: u32,
    /// SHA-256 in hex.
    pub sha256: String,
    /// When it was attached.
    pub at: Stamp,
}

/// A scan with its bytes.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct Scan {
    /// What it is.
    pub kind: ScanKind,
    /// Base64.
    pub base64: String,
}

/// Attaches the scan of the signed form: until the visit is saved, or once after it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachPaper {
    /// To which visit.
    pub visit: VisitId,
    /// The file, as a dialog gave it.
    pub path: String,
}

impl Command for AttachPaper {
    const NAME: &'static str = "consents.attach_paper";
    const RIGHT: Right = Right::TakeConsent;
    type Output = ScanShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for AttachPaper {
    fn run(self, cx: &Write<'_>) -> Result<Done<ScanShown>> {
        let visit = store::visit(cx, self.visit)?;
        if !visit.paper || !matches!(visit.state, VisitState::Confirmed | VisitState::Saved) {
            return Err(ConsentsError::NotNow.into());
        }
        if visit.state == VisitState::Saved && store::scan(cx, visit.id)?.is_some() {
            return Err(ConsentsError::NotNow.into());
        }
        let bytes = read_file(Path::new(&self.path))?;
        let kind = ScanKind::of(&bytes).ok_or(ConsentsError::PaperFile)?;
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        store::keep_scan(cx, visit.id, kind, &bytes, &hex(&hash))?;
        if visit.state == VisitState::Confirmed {
            store::event(cx, visit.id, Event::Scan, None, None)?;
        }
        super::stirred(cx, visit.id)?;
        let shown = store::scan(cx, visit.id)?.ok_or(ConsentsError::VisitGone)?;
        let entry = Entry::about(Subject::new("visit", visit.id.0))
            .fields(["paper"])
            .seal(hash);
        Ok(Done::new(shown, entry))
    }
}

/// Reads a scan that isn't larger than one may be.
fn read_file(path: &Path) -> Result<Vec<u8>, ConsentsError> {
    let mut bytes = Vec::new();
    let read =
        std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Ok(size) if size as u64 <= LARGEST => Ok(bytes),
        _ => Err(ConsentsError::PaperFile),
    }
}

/// Gives the scan of a signed form. Looking at it is on record.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenPaper {
    /// Of which visit.
    pub visit: VisitId,
}

impl Command for OpenPaper {
    const NAME: &'static str = "consents.open_paper";
    const RIGHT: Right = Right::ReadConsents;
    type Output = Scan;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for OpenPaper {
    fn run(self, cx: &Write<'_>) -> Result<Done<Scan>> {
        use base64::Engine as _;
        let (kind, bytes) = store::scan_bytes(cx, self.visit)?.ok_or(ConsentsError::PaperFile)?;
        let scan = Scan {
            kind,
            base64: base64::engine::general_purpose::STANDARD.encode(bytes),
        };
        let entry = Entry::about(Subject::new("visit", self.visit.0)).fields(["paper"]);
        Ok(Done::new(scan, entry))
    }
}

pub(super) fn place(cx: &Read<'_>, visit: VisitId) -> Result<Target> {
    let Visit {
        operator,
        branch,
        client,
        ..
    } = store::visit(cx, visit)?;
    let target = Target::at(operator, vec![branch]);
    Ok(match client {
        Some(client) => target.touching(
            client,
            crate::blocks::Deed::Show,
            crate::clients::Fields::All,
        ),
        None => target,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_under_any_layout() {
        for typed in [
            "26-K7QM-3XTE",
            "26k7qm3xte",
            " 26 K7QM 3XTE\n",
            // A scanner under the Russian layout.
            "26-Л7ЙЬ-3ЧЕУ",
            // And under the Kazakh one.
            "ә,өл.йьөічеу",
        ] {
            assert_eq!(
                read_number(typed).as_deref(),
                Some("26-K7QM-3XTE"),
                "{typed}"
            );
        }
        for typed in [
            "",
            "26-K7QM-3XT",
            "26-K7QM-3XTEE",
            "880309400008",
            "O0-K7QM-3XTE",
            "26-K7Q0-3XTE",
        ] {
            assert_eq!(read_number(typed), None, "{typed}");
        }
    }
}
