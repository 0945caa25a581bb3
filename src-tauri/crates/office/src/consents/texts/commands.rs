//! What can be asked about consent texts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConsentText, TextForm, TextId, TextPair, get, store};
use crate::error::Result;
use crate::policy::OperatorId;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

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
        self.text.check(
            cx.today(),
            &operators::store::operator(cx, operator)?.profile.categories,
        )?;
        let id = store::publish(cx, operator, &self.text)?;
        let text = get(cx, id)?;
        let seal = crate::consents::digest(&text)?;
        cx.news("consent_text", id.0);
        Ok(Done::new(
            text,
            Entry::about(Subject::new("consent_text", id.0)).seal(seal),
        ))
    }
}
