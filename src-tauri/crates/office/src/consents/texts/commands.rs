//! What can be asked about consent texts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::checks::checks;
use super::comparison::{self, BesideRow, Fact, ParagraphChange, Piece};
use super::drafts::{self, TextDraftId};
use super::wording::paragraphs;
use super::{ConsentText, Draft, TextForm, TextId, TextPair, TextsError, get, langs, store};
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Act, Ask, Command, Done, Entry, Lang, Read, Right, Subject, Target, Write, operators};

/// A text in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TextLine {
    /// Which.
    pub id: TextId,
    /// Family.
    pub code: String,
    /// Version.
    pub version: u32,
    /// Title.
    pub title: TextPair,
    /// Day of publishing.
    pub published: String,
    /// The newest version of its family: the one that new visits show.
    pub newest: bool,
}

/// Lists the operator's published texts, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTexts {}

impl Command for ListTexts {
    const NAME: &'static str = "consents.texts";
    const RIGHT: Right = Right::ReadHouse;
    type Output = Vec<TextLine>;
}

impl Ask for ListTexts {
    fn run(self, cx: &Read<'_>) -> Result<Vec<TextLine>> {
        store::list(cx, cx.seat()?.operator)
    }
}

/// Shows one text, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowText {
    /// Which.
    pub text: TextId,
}

impl Command for ShowText {
    const NAME: &'static str = "consents.text";
    const RIGHT: Right = Right::ReadHouse;
    type Output = ConsentText;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(Target::at(get(cx, self.text)?.operator, Vec::new()))
    }
}

impl Ask for ShowText {
    fn run(self, cx: &Read<'_>) -> Result<ConsentText> {
        get(cx, self.text)
    }
}

/// Publishes a text, for ever. A family's next version takes the place of the one before for new visits.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishText {
    /// Whose; left out, one's own operator's.
    #[serde(default)]
    pub operator: Option<OperatorId>,
    /// What.
    pub text: TextForm,
}

impl Command for PublishText {
    const NAME: &'static str = "consents.publish_text";
    const RIGHT: Right = Right::ManageTexts;
    type Output = ConsentText;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(match self.operator {
            Some(operator) => Target::at(operator, Vec::new()),
            None => Target::own(cx),
        })
    }
}

impl Act for PublishText {
    fn run(self, cx: &Write<'_>) -> Result<Done<ConsentText>> {
        let operator = self.operator.unwrap_or(cx.seat()?.operator);
        publish(cx, operator, &Draft::from(self.text))
    }
}

/// Publishes what lacks nothing, for ever.
pub(super) fn publish(
    cx: &Write<'_>,
    operator: OperatorId,
    draft: &Draft,
) -> Result<Done<ConsentText>> {
    let profile = operators::store::operator(cx, operator)?.profile;
    checks(draft, &profile, cx.today()).refuse()?;
    let form = draft
        .form(cx.texts())
        .map_err(|lack| anyhow::anyhow!("a checked draft lacks {lack}"))?;
    let id = store::publish(cx, operator, &form)?;
    let text = get(cx, id)?;
    let seal = crate::consents::digest(&text)?;
    cx.news("consent_text", id.0);
    Ok(Done::new(
        text,
        Entry::about(Subject::new("consent_text", id.0)).seal(seal),
    ))
}

/// A text to be held beside another: a published one, or a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Written {
    /// A published text.
    Text {
        /// Which.
        id: TextId,
    },
    /// A draft.
    Draft {
        /// Which.
        id: TextDraftId,
    },
}

impl Written {
    fn place(self, cx: &Read<'_>) -> Result<OperatorId> {
        Ok(match self {
            Written::Text { id } => get(cx, id)?.operator,
            Written::Draft { id } => drafts::get(cx, id)?.operator,
        })
    }
    fn form(self, cx: &Read<'_>) -> Result<Draft> {
        Ok(match self {
            Written::Text { id } => Draft::from(get(cx, id)?),
            Written::Draft { id } => drafts::get(cx, id)?.form,
        })
    }
}

/// Two texts, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Comparison {
    /// The first, whole.
    pub from: Draft,
    /// The second, whole.
    pub to: Draft,
    /// The words of the title.
    pub title: Vec<Piece>,
    /// The paragraphs of the body.
    pub paragraphs: Vec<ParagraphChange>,
    /// What differs beside the words.
    pub facts: Vec<Fact>,
}

/// Compares two texts in one language, paragraph by paragraph.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompareTexts {
    /// The first.
    pub from: Written,
    /// The second.
    pub to: Written,
    /// In which language.
    pub lang: Lang,
}

impl Command for CompareTexts {
    const NAME: &'static str = "consents.compare_texts";
    const RIGHT: Right = Right::ManageTexts;
    type Output = Comparison;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let operator = self.from.place(cx)?;
        if operator != self.to.place(cx)? {
            return Err(TextsError::NotFound.into());
        }
        Ok(Target::at(operator, Vec::new()))
    }
}

impl Ask for CompareTexts {
    fn run(self, cx: &Read<'_>) -> Result<Comparison> {
        let (from, to) = (self.from.form(cx)?, self.to.form(cx)?);
        Ok(Comparison {
            title: comparison::words(from.title.own(self.lang), to.title.own(self.lang)),
            paragraphs: comparison::compare(from.body.own(self.lang), to.body.own(self.lang)),
            facts: comparison::facts(&from, &to),
            from,
            to,
        })
    }
}

/// Holds the languages of one text side by side.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextBeside {
    /// Which.
    pub of: Written,
}

/// The languages of a text, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Beside {
    /// The text, whole.
    pub form: Draft,
    /// Paragraph beside paragraph.
    pub rows: Vec<BesideRow>,
    /// Paragraphs of each language that it is written in, Kazakh first.
    pub counts: Vec<u32>,
}

impl Command for TextBeside {
    const NAME: &'static str = "consents.text_beside";
    const RIGHT: Right = Right::ManageTexts;
    type Output = Beside;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(Target::at(self.of.place(cx)?, Vec::new()))
    }
}

impl Ask for TextBeside {
    fn run(self, cx: &Read<'_>) -> Result<Beside> {
        let form = self.of.form(cx)?;
        let langs = langs(form.english);
        let count =
            |lang: &Lang| u32::try_from(paragraphs(form.body.own(*lang)).len()).unwrap_or(u32::MAX);
        Ok(Beside {
            rows: comparison::beside(&form.body, langs),
            counts: langs.iter().map(count).collect(),
            form,
        })
    }
}
