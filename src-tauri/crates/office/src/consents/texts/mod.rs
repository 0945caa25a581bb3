//! Consent texts and their purposes (S1): pairs kk/ru, published once, never altered, known by their hash.

mod commands;
mod store;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::Field;
use crate::error::{Args, Fault, Kind, Result};
use crate::policy::OperatorId;
use crate::{Lang, Read, id};

pub use commands::*;

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

/// The same words in the two languages of a pair.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextPair {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
}

impl TextPair {
    /// The words in one language; texts have two, and a reader of a third gets Russian.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru | Lang::En => &self.ru,
        }
    }
    fn is_whole(&self, longest: usize) -> bool {
        [&self.kk, &self.ru].iter().all(|words| {
            !words.trim().is_empty() && words.chars().count() <= longest && is_clean(words)
        })
    }
    fn is_empty(&self) -> bool {
        self.kk.trim().is_empty() && self.ru.trim().is_empty()
    }
}

/// No control letters but line ends: what is hashed is what is seen.
fn is_clean(words: &str) -> bool {
    words.chars().all(|c| c == '\n' || !c.is_control())
        && !words.contains([
            '\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
        ])
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
    /// Flag 4: data are shown in public sources.
    pub public_sources: bool,
    /// The purposes, in the order in which they are asked.
    pub purposes: Vec<PurposeForm>,
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
    /// Public sources.
    pub public_sources: bool,
    /// Purposes.
    pub purposes: Vec<ConsentPurpose>,
}

impl ConsentText {
    /// How long reading it takes, in whole minutes.
    pub fn minutes(&self, lang: Lang) -> u32 {
        let words = self.body.get(lang).split_whitespace().count();
        u32::try_from(words.div_ceil(PACE).max(1)).unwrap_or(u32::MAX)
    }
    /// The purpose of that number.
    pub fn purpose(&self, id: PurposeId) -> Option<&ConsentPurpose> {
        self.purposes.iter().find(|purpose| purpose.id == id)
    }
}

/// What is wrong with a text that is to be published.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    /// The family's word is not short Latin.
    #[error("code")]
    Code,
    /// A language is missing, or the words are too long.
    #[error("both languages")]
    Pair,
    /// The list of data lacks name or phone, or repeats itself.
    #[error("data list")]
    Data,
    /// No purpose.
    #[error("no purpose")]
    NoPurpose,
    /// The list of data goes beyond what the operator's profile allows.
    #[error("data not approved")]
    NotApproved,
    /// A purpose uses data that the list doesn't name.
    #[error("purpose beyond the data list")]
    Beyond,
    /// The term's date is missing, past, or not asked for.
    #[error("term")]
    Term,
    /// No such text.
    #[error("no such text")]
    NotFound,
}

impl Fault for TextsError {
    fn code(&self) -> &'static str {
        match self {
            TextsError::Code => "consents.text_code",
            TextsError::Pair => "consents.text_pair",
            TextsError::Data => "consents.text_data",
            TextsError::NoPurpose => "consents.text_no_purpose",
            TextsError::NotApproved => "consents.text_not_approved",
            TextsError::Beyond => "consents.text_beyond",
            TextsError::Term => "consents.text_term",
            TextsError::NotFound => "consents.text_not_found",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            TextsError::NotFound => Kind::NotFound,
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        match self {
            TextsError::Pair => Args::none().number("most", LONG as i64),
            _ => Args::none(),
        }
    }
}

impl TextForm {
    /// Checks what the law wants of a text (art. 8(4)); every lack is named at once.
    pub(crate) fn check(&self, today: chrono::NaiveDate, approved: &[Field]) -> Result<()> {
        let mut bad = crate::Invalid::default();
        let ok = |good: bool, fault: TextsError| if good { Ok(()) } else { Err(fault) };
        let word = !self.code.is_empty()
            && self.code.len() <= 40
            && self
                .code
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        bad.take("code", ok(word, TextsError::Code));
        bad.take("title", ok(self.title.is_whole(SHORT), TextsError::Pair));
        bad.take("body", ok(self.body.is_whole(LONG), TextsError::Pair));
        bad.take("data", ok(self.has_data(), TextsError::Data));
        bad.take(
            "data",
            ok(
                self.data.iter().all(|field| approved.contains(field)),
                TextsError::NotApproved,
            ),
        );
        bad.take(
            "term_until",
            ok(
                is_term(self.term, self.term_until.as_deref(), today),
                TextsError::Term,
            ),
        );
        for (field, pair) in [
            ("third_parties", &self.third_parties),
            ("cross_border", &self.cross_border),
        ] {
            bad.take(
                field,
                ok(
                    pair.as_ref().is_none_or(|pair| pair.is_whole(2000)),
                    TextsError::Pair,
                ),
            );
        }
        bad.take(
            "purposes",
            ok(
                !self.purposes.is_empty() && self.purposes.len() <= 20,
                TextsError::NoPurpose,
            ),
        );
        for (n, purpose) in self.purposes.iter().enumerate() {
            let at = |field: &str| format!("purposes.{n}.{field}");
            bad.take(
                &at("name"),
                ok(purpose.name.is_whole(SHORT), TextsError::Pair),
            );
            bad.take(
                &at("note"),
                ok(
                    purpose.note.is_empty() || purpose.note.is_whole(1000),
                    TextsError::Pair,
                ),
            );
            let within = !purpose.data.is_empty()
                && purpose
                    .data
                    .iter()
                    .all(|category| self.data.contains(category));
            bad.take(&at("data"), ok(within, TextsError::Beyond));
            let term = is_term(purpose.term, purpose.term_until.as_deref(), today);
            bad.take(&at("term_until"), ok(term, TextsError::Term));
        }
        bad.done()
    }

    /// A name to know the person by and a phone for the code are always needed.
    fn has_data(&self) -> bool {
        let distinct: std::collections::BTreeSet<_> = self.data.iter().collect();
        distinct.len() == self.data.len()
            && [Field::Surname, Field::Given, Field::Phone]
                .iter()
                .all(|field| self.data.contains(field))
    }
}

/// A date exactly where the term is a date, and not a past one.
fn is_term(term: ConsentTerm, until: Option<&str>, today: chrono::NaiveDate) -> bool {
    match (term, until) {
        (ConsentTerm::Until, Some(until)) => until
            .parse::<chrono::NaiveDate>()
            .is_ok_and(|until| until >= today),
        (ConsentTerm::Until, None) => false,
        (_, until) => until.is_none(),
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
