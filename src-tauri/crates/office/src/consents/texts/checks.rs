//! What the law wants of a consent text before it is published (Law 94-V art. 8(4), 7(8), 12(2), 16, 22(1)(5)): a pure rule
//! over a draft. It says what lacks, of which of the eight items, and where it is mended; and what should be looked at again.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ConsentBasis, ConsentTerm, ConsentText, ContactChannel, Country, LONG, PurposeForm,
    PurposeKind, SHORT, TextForm, TextPair, at_home, is_clean, langs, wording,
};
use crate::clients::Field;
use crate::error::{Args, Fault, Invalid, Kind};
use crate::operators::Profile;
use crate::texts::{Lang, Texts};

/// Longest explanation of a purpose, in letters.
const NOTE: usize = 1_000;
/// Longest words about third parties or countries, in letters.
const WHO: usize = 2_000;
/// Most purposes of a text.
const PURPOSES: usize = 20;
/// Most recipients of a purpose.
const RECIPIENTS: usize = 20;

/// A purpose that is being written: nothing is chosen yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PurposeDraft {
    /// Needed for the service, or optional.
    pub kind: Option<PurposeKind>,
    /// On what it rests.
    pub basis: Option<ConsentBasis>,
    /// Its name.
    pub name: TextPair,
    /// One sentence that explains it.
    pub note: TextPair,
    /// By which channels.
    pub channels: Vec<ContactChannel>,
    /// With which data.
    pub data: Vec<Field>,
    /// Till when.
    pub term: Option<ConsentTerm>,
    /// The date, where the term is one.
    pub term_until: String,
    /// To whom data are passed for it.
    pub recipients: Vec<TextPair>,
    /// To which countries data go for it.
    pub countries: Vec<Country>,
}

/// A text that is being written. Whatever lacks may lack until it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    /// Family.
    pub code: String,
    /// It is written in English too.
    pub english: bool,
    /// Title.
    pub title: TextPair,
    /// The text: paragraphs parted by an empty line, headings begin with `# `.
    pub body: TextPair,
    /// The closed list of data.
    pub data: Vec<Field>,
    /// The term.
    pub term: Option<ConsentTerm>,
    /// Its date, where it is one.
    pub term_until: String,
    /// Data are passed to third parties.
    pub passes: Option<bool>,
    /// To whom.
    pub third_parties: TextPair,
    /// Data cross the border.
    pub crosses: Option<bool>,
    /// To whom there, and what for.
    pub cross_border: TextPair,
    /// To which countries.
    pub countries: Vec<Country>,
    /// Data are shown in public sources.
    pub public_sources: Option<bool>,
    /// In which countries the data are kept.
    pub stored_in: Vec<Country>,
    /// Purposes, in the order in which they are asked.
    pub purposes: Vec<PurposeDraft>,
}

impl Default for Draft {
    fn default() -> Self {
        Draft {
            code: String::new(),
            english: false,
            title: TextPair::default(),
            body: TextPair::default(),
            data: vec![
                Field::Surname,
                Field::Given,
                Field::Patronymic,
                Field::Phone,
            ],
            term: None,
            term_until: String::new(),
            passes: None,
            third_parties: TextPair::default(),
            crosses: None,
            cross_border: TextPair::default(),
            countries: Vec::new(),
            public_sources: None,
            stored_in: at_home(),
            purposes: vec![PurposeDraft::default()],
        }
    }
}

impl From<PurposeForm> for PurposeDraft {
    fn from(form: PurposeForm) -> Self {
        PurposeDraft {
            kind: Some(form.kind),
            basis: Some(form.basis),
            name: form.name,
            note: form.note,
            channels: form.channels,
            data: form.data,
            term: Some(form.term),
            term_until: form.term_until.unwrap_or_default(),
            recipients: form.recipients,
            countries: form.countries,
        }
    }
}

impl From<ConsentText> for Draft {
    fn from(text: ConsentText) -> Self {
        Draft::from(TextForm {
            code: text.code,
            title: text.title,
            body: text.body,
            data: text.data,
            term: text.term,
            term_until: text.term_until,
            third_parties: text.third_parties,
            cross_border: text.cross_border,
            countries: text.countries,
            public_sources: text.public_sources,
            stored_in: text.stored_in,
            purposes: text
                .purposes
                .into_iter()
                .map(|purpose| purpose.form)
                .collect(),
        })
    }
}

impl From<TextForm> for Draft {
    fn from(form: TextForm) -> Self {
        Draft {
            english: !form.title.en.is_empty() || !form.body.en.is_empty(),
            code: form.code,
            title: form.title,
            body: form.body,
            data: form.data,
            term: Some(form.term),
            term_until: form.term_until.unwrap_or_default(),
            passes: Some(form.third_parties.is_some()),
            third_parties: form.third_parties.unwrap_or_default(),
            crosses: Some(form.cross_border.is_some()),
            cross_border: form.cross_border.unwrap_or_default(),
            countries: form.countries,
            public_sources: Some(form.public_sources),
            stored_in: form.stored_in,
            purposes: form.purposes.into_iter().map(PurposeDraft::from).collect(),
        }
    }
}

crate::named! {
    /// What the law wants to be said in a consent (art. 8(4)), and the form in which it is said.
    LawItem {
        /// The operator's name and BIN.
        Operator = "operator",
        /// The subject's full name.
        Subject = "subject",
        /// The term.
        Term = "term",
        /// Passing to third parties.
        ThirdParties = "third_parties",
        /// Crossing the border, with countries.
        CrossBorder = "cross_border",
        /// Public sources.
        PublicSources = "public_sources",
        /// The closed list of data.
        Data = "data",
        /// What for.
        Purpose = "purpose",
        /// The words themselves: both languages, a title, a short name.
        Words = "words",
    }
}

crate::named! {
    /// What a text lacks.
    Lack {
        /// The profile has no usable name or BIN.
        OperatorProfile = "operator_profile",
        /// The words don't name the operator by its BIN.
        OperatorBin = "operator_bin",
        /// The list of data has no surname or given name.
        SubjectName = "subject_name",
        /// No term is chosen.
        Term = "term",
        /// The term's date is missing or past.
        TermDate = "term_date",
        /// A purpose has no term.
        PurposeTerm = "purpose_term",
        /// A purpose's date is missing or past.
        PurposeDate = "purpose_date",
        /// Nobody said whether data are passed to third parties.
        ThirdParties = "third_parties",
        /// They are, and it isn't said to whom.
        ThirdPartiesWho = "third_parties_who",
        /// A purpose names recipients, and the text says that there are none.
        Recipients = "recipients",
        /// A recipient's name lacks in a language.
        RecipientName = "recipient_name",
        /// Nobody said whether data cross the border.
        CrossBorder = "cross_border",
        /// They do, and no country is named.
        Countries = "countries",
        /// A purpose names a country that the text doesn't.
        PurposeCountries = "purpose_countries",
        /// Nobody said whether data are shown in public sources.
        PublicSources = "public_sources",
        /// The list of data is empty or lacks the phone that the code goes to.
        DataPhone = "data_phone",
        /// The list goes beyond what the operator's profile approves.
        DataApproved = "data_approved",
        /// A purpose names no data.
        PurposeData = "purpose_data",
        /// A purpose uses data that the list doesn't name.
        PurposeBeyond = "purpose_beyond",
        /// No purpose, or too many.
        Purposes = "purposes",
        /// A purpose has no name in a language.
        PurposeName = "purpose_name",
        /// A purpose's explanation lacks in a language.
        PurposeNote = "purpose_note",
        /// Nobody said whether a purpose is needed for the service.
        PurposeKind = "purpose_kind",
        /// Nobody said on what a purpose rests.
        PurposeBasis = "purpose_basis",
        /// It isn't said where the data are kept.
        StoredIn = "stored_in",
        /// The short name isn't one.
        Code = "code",
        /// No title in a language.
        Title = "title",
        /// No words in a language.
        Body = "body",
        /// Too long, or with letters that aren't seen.
        Unclean = "unclean",
    }
}

impl Lack {
    /// The item of the law that it belongs to.
    pub fn item(self) -> LawItem {
        use Lack as L;
        match self {
            L::OperatorProfile | L::OperatorBin => LawItem::Operator,
            L::SubjectName => LawItem::Subject,
            L::Term | L::TermDate | L::PurposeTerm | L::PurposeDate => LawItem::Term,
            L::ThirdParties | L::ThirdPartiesWho | L::Recipients | L::RecipientName => {
                LawItem::ThirdParties
            }
            L::CrossBorder | L::Countries | L::PurposeCountries | L::StoredIn => {
                LawItem::CrossBorder
            }
            L::PublicSources => LawItem::PublicSources,
            L::DataPhone | L::DataApproved | L::PurposeData | L::PurposeBeyond => LawItem::Data,
            L::Purposes | L::PurposeName | L::PurposeNote | L::PurposeKind | L::PurposeBasis => {
                LawItem::Purpose
            }
            L::Code | L::Title | L::Body | L::Unclean => LawItem::Words,
        }
    }
}

crate::named! {
    /// What should be looked at again before a text is published for ever.
    Warning {
        /// The list of data is left open: "and other", "etc.".
        OpenList = "open_list",
        /// Advertising is bundled into a purpose that the service needs.
        AdvertisingBundled = "advertising_bundled",
        /// The words speak of advertising, and no optional purpose asks about it.
        AdvertisingUnasked = "advertising_unasked",
        /// Data are kept outside Kazakhstan.
        StoredAbroad = "stored_abroad",
        /// The words speak of keeping data abroad.
        WordsAbroad = "words_abroad",
        /// The patronymic isn't on the list.
        Patronymic = "patronymic",
        /// The languages don't have as many paragraphs.
        ParagraphCount = "paragraph_count",
        /// The same paragraph has other numbers in another language.
        Numbers = "numbers",
        /// No optional purpose: the client can only agree to everything or leave.
        NoChoice = "no_choice",
    }
}

/// Something that lacks: what it is and where it is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Lacking {
    /// What.
    pub what: Lack,
    /// Which item of the law.
    pub item: LawItem,
    /// The field of the draft in which it is mended; `profile` is the operator's profile.
    pub field: String,
    /// Number of the purpose, from 1.
    pub purpose: Option<u32>,
    /// In which language.
    pub lang: Option<Lang>,
    /// The sentence for the reader.
    pub text: String,
}

/// Something that should be looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Warned {
    /// What.
    pub what: Warning,
    /// The field of the draft that it is about.
    pub field: String,
    /// Number of the purpose or paragraph, from 1.
    pub n: Option<u32>,
    /// In which language.
    pub lang: Option<Lang>,
    /// The words that were found.
    pub words: Option<String>,
    /// The sentence for the reader.
    pub text: String,
}

/// What came of checking a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Findings {
    /// What lacks: with any of it nothing is published.
    pub lacking: Vec<Lacking>,
    /// What should be looked at again: it doesn't stop publishing.
    pub warnings: Vec<Warned>,
}

impl Findings {
    /// Refuses where anything lacks; every lack is named at once.
    pub(crate) fn refuse(&self) -> crate::error::Result<()> {
        let mut bad = Invalid::default();
        for lacking in &self.lacking {
            bad.note(&lacking.field, Lacks(lacking.clone()));
        }
        bad.done()
    }
    /// Puts the sentences in, in the reader's language.
    #[must_use]
    pub(crate) fn told(mut self, texts: &Texts, lang: Lang) -> Self {
        for lacking in &mut self.lacking {
            let fault = Lacks(lacking.clone());
            lacking.text = texts.error(lang, fault.code(), &fault.args());
        }
        for warned in &mut self.warnings {
            let key = format!("texts-warning-{}", warned.what.name().replace('_', "-"));
            let args =
                args(warned.n, warned.lang).text("words", warned.words.clone().unwrap_or_default());
            warned.text = texts.get(lang, &key, &args);
        }
        self
    }
}

fn args(n: Option<u32>, lang: Option<Lang>) -> Args {
    let args = Args::none().text("n", n.map(|n| n.to_string()).unwrap_or_default());
    match lang {
        Some(lang) => args.key("lang", format!("texts-lang-{}", lang.name())),
        None => args,
    }
}

/// A lack as a refusal.
#[derive(Debug, thiserror::Error)]
#[error("the text lacks {}", .0.what)]
struct Lacks(Lacking);

impl Fault for Lacks {
    fn code(&self) -> &'static str {
        use Lack as L;
        match self.0.what {
            L::OperatorProfile => "consents.lack_operator_profile",
            L::OperatorBin => "consents.lack_operator_bin",
            L::SubjectName => "consents.lack_subject_name",
            L::Term => "consents.lack_term",
            L::TermDate => "consents.lack_term_date",
            L::PurposeTerm => "consents.lack_purpose_term",
            L::PurposeDate => "consents.lack_purpose_date",
            L::ThirdParties => "consents.lack_third_parties",
            L::ThirdPartiesWho => "consents.lack_third_parties_who",
            L::Recipients => "consents.lack_recipients",
            L::RecipientName => "consents.lack_recipient_name",
            L::CrossBorder => "consents.lack_cross_border",
            L::Countries => "consents.lack_countries",
            L::PurposeCountries => "consents.lack_purpose_countries",
            L::PublicSources => "consents.lack_public_sources",
            L::DataPhone => "consents.lack_data_phone",
            L::DataApproved => "consents.lack_data_approved",
            L::PurposeData => "consents.lack_purpose_data",
            L::PurposeBeyond => "consents.lack_purpose_beyond",
            L::Purposes => "consents.lack_purposes",
            L::PurposeName => "consents.lack_purpose_name",
            L::PurposeNote => "consents.lack_purpose_note",
            L::PurposeKind => "consents.lack_purpose_kind",
            L::PurposeBasis => "consents.lack_purpose_basis",
            L::StoredIn => "consents.lack_stored_in",
            L::Code => "consents.lack_code",
            L::Title => "consents.lack_title",
            L::Body => "consents.lack_body",
            L::Unclean => "consents.lack_unclean",
        }
    }
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn args(&self) -> Args {
        args(self.0.purpose, self.0.lang)
    }
}

/// Checks a draft against the law and the operator's profile, as it stands on a day.
pub(crate) fn checks(draft: &Draft, profile: &Profile, today: NaiveDate) -> Findings {
    let mut check = Check {
        draft,
        profile,
        today,
        langs: langs(draft.english),
        found: Findings::default(),
    };
    check.operator();
    check.words();
    check.data();
    check.facts();
    check.purposes();
    check.warnings();
    check.found.lacking.sort_by_key(|lacking| lacking.item);
    check.found
}

struct Check<'a> {
    draft: &'a Draft,
    profile: &'a Profile,
    today: NaiveDate,
    langs: &'static [Lang],
    found: Findings,
}

impl Check<'_> {
    fn lacks(&mut self, what: Lack, field: &str) {
        self.lacks_of(what, field.to_owned(), None, None);
    }
    fn lacks_of(&mut self, what: Lack, field: String, purpose: Option<usize>, lang: Option<Lang>) {
        self.found.lacking.push(Lacking {
            what,
            item: what.item(),
            field,
            purpose: purpose.map(count),
            lang,
            text: String::new(),
        });
    }
    fn warn(
        &mut self,
        what: Warning,
        field: String,
        n: Option<u32>,
        lang: Option<Lang>,
        words: Option<String>,
    ) {
        self.found.warnings.push(Warned {
            what,
            field,
            n,
            lang,
            words,
            text: String::new(),
        });
    }
    /// Every language has the words, within their length and without letters that aren't seen.
    fn pair(
        &mut self,
        what: Lack,
        field: &str,
        pair: &TextPair,
        longest: usize,
        purpose: Option<usize>,
    ) {
        for lang in self.langs {
            let words = pair.own(*lang);
            let field = format!("{field}.{}", lang.name());
            if words.trim().is_empty() {
                self.lacks_of(what, field, purpose, Some(*lang));
            } else if words.chars().count() > longest || !is_clean(words) {
                self.lacks_of(Lack::Unclean, field, purpose, Some(*lang));
            }
        }
    }

    fn operator(&mut self) {
        let named = [&self.profile.name_kk, &self.profile.name_ru]
            .iter()
            .all(|name| !name.trim().is_empty());
        let Ok(bin) = kz::Bin::parse(&self.profile.bin) else {
            return self.lacks(Lack::OperatorProfile, "profile");
        };
        if !named {
            self.lacks(Lack::OperatorProfile, "profile");
        }
        for lang in self.langs {
            let words = self.draft.body.own(*lang);
            if !words.trim().is_empty() && !wording::has_number(words, bin.as_str()) {
                self.lacks_of(
                    Lack::OperatorBin,
                    format!("body.{}", lang.name()),
                    None,
                    Some(*lang),
                );
            }
        }
    }

    fn words(&mut self) {
        let code = &self.draft.code;
        let is_word = !code.is_empty()
            && code.len() <= 40
            && code
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !is_word {
            self.lacks(Lack::Code, "code");
        }
        self.pair(Lack::Title, "title", &self.draft.title, SHORT, None);
        self.pair(Lack::Body, "body", &self.draft.body, LONG, None);
    }

    fn data(&mut self) {
        let data = &self.draft.data;
        if ![Field::Surname, Field::Given]
            .iter()
            .all(|field| data.contains(field))
        {
            self.lacks(Lack::SubjectName, "data");
        }
        if !data.contains(&Field::Phone) {
            self.lacks(Lack::DataPhone, "data");
        }
        if !data
            .iter()
            .all(|field| self.profile.categories.contains(field))
        {
            self.lacks(Lack::DataApproved, "data");
        }
    }

    fn facts(&mut self) {
        let draft = self.draft;
        self.term(
            draft.term,
            &draft.term_until,
            (Lack::Term, Lack::TermDate),
            "",
            None,
        );
        match draft.passes {
            None => self.lacks(Lack::ThirdParties, "passes"),
            Some(true) => self.pair(
                Lack::ThirdPartiesWho,
                "third_parties",
                &draft.third_parties,
                WHO,
                None,
            ),
            Some(false) => {}
        }
        match draft.crosses {
            None => self.lacks(Lack::CrossBorder, "crosses"),
            Some(true)
                if !draft
                    .countries
                    .iter()
                    .any(|country| *country != Country::Kz) =>
            {
                self.lacks(Lack::Countries, "countries");
            }
            Some(_) => {}
        }
        if draft.public_sources.is_none() {
            self.lacks(Lack::PublicSources, "public_sources");
        }
        if draft.stored_in.is_empty() {
            self.lacks(Lack::StoredIn, "stored_in");
        }
    }

    fn term(
        &mut self,
        term: Option<ConsentTerm>,
        until: &str,
        (lack, date): (Lack, Lack),
        at: &str,
        n: Option<usize>,
    ) {
        match term {
            None => self.lacks_of(lack, format!("{at}term"), n, None),
            Some(ConsentTerm::Until) => {
                let good = until
                    .parse::<NaiveDate>()
                    .is_ok_and(|until| until >= self.today);
                if !good {
                    self.lacks_of(date, format!("{at}term_until"), n, None);
                }
            }
            Some(_) => {}
        }
    }

    fn purposes(&mut self) {
        let draft = self.draft;
        if draft.purposes.is_empty() || draft.purposes.len() > PURPOSES {
            self.lacks(Lack::Purposes, "purposes");
        }
        for (at, purpose) in draft.purposes.iter().enumerate() {
            self.purpose(at, purpose);
        }
    }

    fn purpose(&mut self, at: usize, purpose: &PurposeDraft) {
        let draft = self.draft;
        let here = format!("purposes.{at}.");
        let n = Some(at);
        self.pair(
            Lack::PurposeName,
            &format!("{here}name"),
            &purpose.name,
            SHORT,
            n,
        );
        if !purpose.note.is_empty() {
            self.pair(
                Lack::PurposeNote,
                &format!("{here}note"),
                &purpose.note,
                NOTE,
                n,
            );
        }
        if purpose.kind.is_none() {
            self.lacks_of(Lack::PurposeKind, format!("{here}kind"), n, None);
        }
        if purpose.basis.is_none() {
            self.lacks_of(Lack::PurposeBasis, format!("{here}basis"), n, None);
        }
        let lacks = (Lack::PurposeTerm, Lack::PurposeDate);
        self.term(purpose.term, &purpose.term_until, lacks, &here, n);
        if purpose.data.is_empty() {
            self.lacks_of(Lack::PurposeData, format!("{here}data"), n, None);
        } else if !purpose.data.iter().all(|field| draft.data.contains(field)) {
            self.lacks_of(Lack::PurposeBeyond, format!("{here}data"), n, None);
        }
        if !purpose.recipients.is_empty() && draft.passes == Some(false) {
            self.lacks_of(Lack::Recipients, format!("{here}recipients"), n, None);
        }
        for (place, recipient) in purpose.recipients.iter().enumerate().take(RECIPIENTS) {
            let field = format!("{here}recipients.{place}");
            self.pair(Lack::RecipientName, &field, recipient, SHORT, n);
        }
        let declared =
            |country: &Country| draft.crosses == Some(true) && draft.countries.contains(country);
        let abroad = |country: &&Country| **country != Country::Kz;
        if draft.crosses.is_some() && !purpose.countries.iter().filter(abroad).all(declared) {
            self.lacks_of(Lack::PurposeCountries, format!("{here}countries"), n, None);
        }
    }

    fn warnings(&mut self) {
        let draft = self.draft;
        if draft.data.contains(&Field::Surname) && !draft.data.contains(&Field::Patronymic) {
            self.warn(Warning::Patronymic, "data".to_owned(), None, None, None);
        }
        if draft
            .stored_in
            .iter()
            .any(|country| *country != Country::Kz)
        {
            self.warn(
                Warning::StoredAbroad,
                "stored_in".to_owned(),
                None,
                None,
                None,
            );
        }
        for lang in self.langs {
            let body = draft.body.own(*lang);
            let field = format!("body.{}", lang.name());
            for (n, words) in wording::open_lists(body, *lang) {
                self.warn(
                    Warning::OpenList,
                    field.clone(),
                    Some(count(n)),
                    Some(*lang),
                    Some(words),
                );
            }
            for (n, words) in wording::kept_abroad(body, *lang) {
                self.warn(
                    Warning::WordsAbroad,
                    field.clone(),
                    Some(count(n)),
                    Some(*lang),
                    Some(words),
                );
            }
        }
        self.advertising();
        self.languages();
        let chosen = draft.purposes.iter().filter_map(|purpose| purpose.kind);
        if draft.purposes.len() > 1
            && chosen.clone().count() == draft.purposes.len()
            && chosen.clone().all(|kind| kind == PurposeKind::Service)
        {
            self.warn(Warning::NoChoice, "purposes".to_owned(), None, None, None);
        }
    }

    /// Advertising needs a yes of its own (S4): a purpose without which there is no service may not carry it.
    fn advertising(&mut self) {
        let draft = self.draft;
        let of = |purpose: &PurposeDraft| {
            self.langs.iter().find_map(|lang| {
                [&purpose.name, &purpose.note]
                    .into_iter()
                    .find_map(|pair| wording::advertising(pair.own(*lang), *lang))
            })
        };
        let found: Vec<_> = draft.purposes.iter().map(of).collect();
        let mut asked = false;
        for (at, words) in found.into_iter().enumerate() {
            match (draft.purposes[at].kind, words) {
                (Some(PurposeKind::Service), Some(words)) => {
                    let field = format!("purposes.{at}.kind");
                    self.warn(
                        Warning::AdvertisingBundled,
                        field,
                        Some(count(at)),
                        None,
                        Some(words),
                    );
                }
                (_, Some(_)) => asked = true,
                (Some(PurposeKind::Optional), None) => {
                    asked |= !draft.purposes[at].channels.is_empty()
                }
                _ => {}
            }
        }
        if asked {
            return;
        }
        for lang in self.langs {
            if let Some(words) = wording::advertising(draft.body.own(*lang), *lang) {
                let field = format!("body.{}", lang.name());
                self.warn(
                    Warning::AdvertisingUnasked,
                    field,
                    None,
                    Some(*lang),
                    Some(words),
                );
                return;
            }
        }
    }

    /// The languages say the same as far as a program can see: as many paragraphs, and the same numbers in each.
    fn languages(&mut self) {
        let sides: Vec<(Lang, Vec<&str>)> = self
            .langs
            .iter()
            .map(|lang| (*lang, wording::paragraphs(self.draft.body.own(*lang))))
            .filter(|(_, paragraphs)| !paragraphs.is_empty())
            .collect();
        let Some(((_, first), others)) = sides.split_first() else {
            return;
        };
        for (lang, other) in others {
            let field = format!("body.{}", lang.name());
            if other.len() != first.len() {
                let words = format!("{} ≠ {}", first.len(), other.len());
                self.warn(
                    Warning::ParagraphCount,
                    field,
                    None,
                    Some(*lang),
                    Some(words),
                );
                continue;
            }
            for (n, (one, two)) in first.iter().zip(other).enumerate() {
                if wording::numbers(one) != wording::numbers(two) {
                    self.warn(
                        Warning::Numbers,
                        field.clone(),
                        Some(count(n)),
                        Some(*lang),
                        None,
                    );
                }
            }
        }
    }
}

/// A number for people, from 1.
fn count(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

impl Draft {
    /// As it is published. Only where nothing lacks: what isn't chosen is given back as the lack that it is.
    pub(crate) fn form(&self, texts: &Texts) -> Result<TextForm, Lack> {
        let english = self.english;
        let passes = self.passes.ok_or(Lack::ThirdParties)?;
        let crosses = self.crosses.ok_or(Lack::CrossBorder)?;
        let term = self.term.ok_or(Lack::Term)?;
        Ok(TextForm {
            code: self.code.clone(),
            title: self.title.trimmed(english),
            body: self.body.trimmed(english),
            data: distinct(&self.data),
            term,
            term_until: until(term, &self.term_until),
            third_parties: passes.then(|| self.third_parties.trimmed(english)),
            cross_border: crosses.then(|| self.abroad(texts)),
            countries: if crosses {
                distinct(&self.countries)
            } else {
                Vec::new()
            },
            public_sources: self.public_sources.ok_or(Lack::PublicSources)?,
            stored_in: distinct(&self.stored_in),
            purposes: self
                .purposes
                .iter()
                .map(|purpose| purpose.form(english))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Where data go abroad, in words: the countries by name, then what was written about them.
    fn abroad(&self, texts: &Texts) -> TextPair {
        let said = self.cross_border.trimmed(self.english);
        let words = |lang: Lang| {
            let names: Vec<String> = distinct(&self.countries)
                .into_iter()
                .map(|country| texts.get(lang, &country.key(), &Args::none()))
                .collect();
            let names = names.join(", ");
            let said = said.own(lang);
            if said.is_empty() {
                names
            } else if said.contains(&names) {
                said.to_owned()
            } else {
                format!("{names}: {said}")
            }
        };
        TextPair {
            kk: words(Lang::Kk),
            ru: words(Lang::Ru),
            en: if self.english {
                words(Lang::En)
            } else {
                String::new()
            },
        }
    }
}

impl PurposeDraft {
    fn form(&self, english: bool) -> Result<PurposeForm, Lack> {
        let term = self.term.ok_or(Lack::PurposeTerm)?;
        Ok(PurposeForm {
            kind: self.kind.ok_or(Lack::PurposeKind)?,
            basis: self.basis.ok_or(Lack::PurposeBasis)?,
            name: self.name.trimmed(english),
            note: self.note.trimmed(english),
            channels: distinct(&self.channels),
            data: distinct(&self.data),
            term,
            term_until: until(term, &self.term_until),
            recipients: self
                .recipients
                .iter()
                .map(|who| who.trimmed(english))
                .collect(),
            countries: distinct(&self.countries),
        })
    }
}

/// A date exactly where the term is one.
fn until(term: ConsentTerm, date: &str) -> Option<String> {
    (term == ConsentTerm::Until).then(|| date.to_owned())
}

/// Each once, in the order in which they stand.
fn distinct<T: Copy + PartialEq>(list: &[T]) -> Vec<T> {
    let mut kept = Vec::with_capacity(list.len());
    for one in list {
        if !kept.contains(one) {
            kept.push(*one);
        }
    }
    kept
}
