//! Consent texts and their purposes (S1): pairs kk/ru, published once, never altered, known by their hash.

mod checks;
mod commands;
mod comparison;
mod countries;
mod drafts;
mod store;
#[cfg(test)]
mod tests;
mod versions;
mod wording;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::Field;
use crate::error::{Fault, Kind, Result};
use crate::policy::OperatorId;
use crate::{Lang, Read, id};

pub use checks::{Draft, Findings, Lack, Lacking, LawItem, PurposeDraft, Warned, Warning};
pub use commands::*;
pub use comparison::{BesideRow, Change, Fact, ParagraphChange, Piece};
pub use countries::Country;
pub use drafts::*;
pub use versions::*;

id! {
    /// A published consent text.
    TextId
}
id! {
    /// A purpose of a published text.
    PurposeId
}

/// Longest title or purpose name, in letters.
const SHORT: usize = 200;
/// Longest text, in letters.
const LONG: usize = 60_000;
/// Words that a person reads in a minute, for the honest «about N minutes».
const PACE: usize = 250;

crate::named! {
    /// Till when a consent holds (S6, Law 94-V art. 8(4)3).
    ConsentTerm {
        /// Until the purpose is reached (art. 8(6)).
        Purpose = "purpose",
        /// Until a date.
        Until = "until",
        /// While the programme lasts.
        Programme = "programme",
        /// While the programme lasts and twelve months more.
        ProgrammeAndYear = "programme_12",
    }
}

crate::named! {
    /// What a purpose is to the service (S4).
    PurposeKind {
        /// The service can't be given without it.
        Service = "service",
        /// Refusing it stops nothing.
        Optional = "optional",
    }
}

crate::named! {
    /// On what the processing rests.
    ConsentBasis {
        /// Consent (art. 7).
        Consent = "consent",
        /// A contract with the client.
        Contract = "contract",
        /// A law (art. 9).
        Law = "law",
    }
}

crate::named! {
    /// A way of reaching the client (C9).
    ContactChannel {
        /// SMS.
        Sms = "sms",
        /// E-mail.
        Email = "email",
        /// Telephone.
        Call = "call",
        /// Post.
        Post = "post",
        /// Messenger.
        Messenger = "messenger",
        /// Mobile application.
        App = "app",
    }
}

/// The same words in the languages of a text: Kazakh and Russian always, English where it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextPair {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English; empty: there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub en: String,
}

impl TextPair {
    /// The words in one language; a reader of English gets Russian where there is no English.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::En if !self.en.is_empty() => &self.en,
            Lang::Ru | Lang::En => &self.ru,
        }
    }
    /// The words of exactly that language.
    pub(crate) fn own(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }
    /// The words of each language, with the outer blanks taken off; without English where it isn't wanted.
    fn trimmed(&self, english: bool) -> Self {
        TextPair {
            kk: self.kk.trim().to_owned(),
            ru: self.ru.trim().to_owned(),
            en: if english {
                self.en.trim().to_owned()
            } else {
                String::new()
            },
        }
    }
    fn is_empty(&self) -> bool {
        [&self.kk, &self.ru, &self.en]
            .iter()
            .all(|words| words.trim().is_empty())
    }
}

/// No control letters but line ends: what is hashed is what is seen.
fn is_clean(words: &str) -> bool {
    words
        .chars()
        .all(|c| c == '\n' || !(c.is_control() || crate::plain::is_unseen(c)))
}

/// A purpose as it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurposeForm {
    /// Needed for the service, or optional.
    pub kind: PurposeKind,
    /// On what it rests.
    pub basis: ConsentBasis,
    /// Its name.
    pub name: TextPair,
    /// One sentence that explains it.
    pub note: TextPair,
    /// By which channels.
    #[serde(default)]
    pub channels: Vec<ContactChannel>,
    /// With which data.
    pub data: Vec<Field>,
    /// Till when.
    pub term: ConsentTerm,
    /// The date, where the term is one: `2027-12-31`.
    #[serde(default)]
    pub term_until: Option<String>,
    /// To whom data are passed for it.
    #[serde(default)]
    pub recipients: Vec<TextPair>,
    /// To which countries data go for it.
    #[serde(default)]
    pub countries: Vec<Country>,
}

/// A consent text with everything that the law wants beside it (art. 8(4), 22(1)(5)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextForm {
    /// Which family of texts it is a version of: short Latin word.
    pub code: String,
    /// Title.
    pub title: TextPair,
    /// The text: paragraphs parted by an empty line, headings begin with `# `.
    pub body: TextPair,
    /// The closed list of data.
    pub data: Vec<Field>,
    /// Flag 1: the term.
    pub term: ConsentTerm,
    /// The date, where the term is one.
    #[serde(default)]
    pub term_until: Option<String>,
    /// Flag 2: data are passed to third parties; to whom. `None`: they aren't.
    pub third_parties: Option<TextPair>,
    /// Flag 3: data cross the border; where to. `None`: they don't.
    pub cross_border: Option<TextPair>,
    /// Flag 3: to which countries.
    #[serde(default)]
    pub countries: Vec<Country>,
    /// Flag 4: data are shown in public sources.
    pub public_sources: bool,
    /// In which countries the data are kept (art. 12(2): in Kazakhstan).
    #[serde(default = "at_home")]
    pub stored_in: Vec<Country>,
    /// The purposes, in the order in which they are asked.
    pub purposes: Vec<PurposeForm>,
}

/// Where data are kept unless a text says otherwise.
pub(crate) fn at_home() -> Vec<Country> {
    vec![Country::Kz]
}

/// A published purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentPurpose {
    /// Which.
    pub id: PurposeId,
    /// What it says.
    #[serde(flatten)]
    pub form: PurposeForm,
}

/// A published text, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentText {
    /// Which.
    pub id: TextId,
    /// Whose.
    pub operator: OperatorId,
    /// Family.
    pub code: String,
    /// Version in the family, from 1.
    pub version: u32,
    /// Day of publishing.
    pub published: String,
    /// Title.
    pub title: TextPair,
    /// The text.
    pub body: TextPair,
    /// SHA-256 of each language's text, in hex.
    pub sha256: TextPair,
    /// The closed list of data.
    pub data: Vec<Field>,
    /// The term.
    pub term: ConsentTerm,
    /// Its date.
    pub term_until: Option<String>,
    /// Third parties.
    pub third_parties: Option<TextPair>,
    /// Cross-border.
    pub cross_border: Option<TextPair>,
    /// To which countries.
    pub countries: Vec<Country>,
    /// Public sources.
    pub public_sources: bool,
    /// In which countries the data are kept.
    pub stored_in: Vec<Country>,
    /// Purposes.
    pub purposes: Vec<ConsentPurpose>,
}

impl ConsentText {
    /// How long reading it takes, in whole minutes.
    pub fn minutes(&self, lang: Lang) -> u32 {
        let words = self.body.get(lang).split_whitespace().count();
        u32::try_from(words.div_ceil(PACE).max(1)).unwrap_or(u32::MAX)
    }
    /// There is an English side.
    pub fn has_english(&self) -> bool {
        !self.body.en.is_empty()
    }
    /// The languages in which it can be shown.
    pub fn langs(&self) -> &'static [Lang] {
        langs(self.has_english())
    }
    /// The purpose of that number.
    pub fn purpose(&self, id: PurposeId) -> Option<&ConsentPurpose> {
        self.purposes.iter().find(|purpose| purpose.id == id)
    }
}

/// The languages of a text.
fn langs(english: bool) -> &'static [Lang] {
    if english {
        &[Lang::Kk, Lang::Ru, Lang::En]
    } else {
        &[Lang::Kk, Lang::Ru]
    }
}

/// What is refused about texts. What a text that is to be published lacks has names of its own: [`Lack`].
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    /// No such text.
    #[error("no such text")]
    NotFound,
    /// No such draft.
    #[error("no such draft")]
    DraftGone,
    /// Somebody else kept another draft meanwhile.
    #[error("draft moved")]
    DraftMoved,
    /// More than a draft may hold.
    #[error("draft too long")]
    TooLong,
    /// Nothing of this consent holds, or the client gave a later one.
    #[error("not the consent that holds")]
    NotHeld,
    /// The client is on the newest version.
    #[error("on the newest version")]
    OnNewest,
    /// Not a day between the publishing of the version and today.
    #[error("not a fitting day")]
    Day,
    /// The objection stands on record.
    #[error("objected already")]
    Objected,
}

impl Fault for TextsError {
    fn code(&self) -> &'static str {
        match self {
            TextsError::NotFound => "consents.text_not_found",
            TextsError::DraftGone => "consents.draft_gone",
            TextsError::DraftMoved => "consents.draft_moved",
            TextsError::TooLong => "consents.draft_long",
            TextsError::NotHeld => "consents.not_held",
            TextsError::OnNewest => "consents.on_newest",
            TextsError::Day => "consents.notice_day",
            TextsError::Objected => "consents.objected",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            TextsError::NotFound | TextsError::DraftGone => Kind::NotFound,
            TextsError::DraftMoved => Kind::Conflict,
            TextsError::TooLong | TextsError::Day => Kind::Invalid,
            TextsError::NotHeld | TextsError::OnNewest | TextsError::Objected => Kind::Refused,
        }
    }
    fn field(&self) -> Option<&str> {
        matches!(self, TextsError::Day).then_some("day")
    }
}

/// A published text, for the rooms next door.
pub(crate) fn get(cx: &Read<'_>, text: TextId) -> Result<ConsentText> {
    store::get(cx, text)?.ok_or_else(|| TextsError::NotFound.into())
}

/// The text is the newest of its family: the one that new visits show.
pub(crate) fn is_newest(cx: &Read<'_>, text: TextId) -> Result<bool> {
    store::is_newest(cx, text)
}
