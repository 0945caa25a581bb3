//! What can be asked about texts that are being written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KeptDraft, TextDraftId, fits, get, store};
use crate::clock::Stamp;
use crate::consents::texts::checks::checks;
use crate::consents::texts::commands::publish;
use crate::consents::texts::{self, ConsentText, Draft, Findings, TextId, TextPair, TextsError};
use crate::error::Result;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct DraftLine {
    /// Which.
    pub id: TextDraftId,
    /// Family, as far as it is named.
    pub code: String,
    /// Title, as far as it is written.
    pub title: TextPair,
    /// The version that it becomes when it is published now.
    pub version: u32,
    /// When it was changed last.
    pub changed: Stamp,
    /// By whom.
    pub by: String,
    /// How many things it lacks.
    pub lacking: u32,
}

/// A draft, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct DraftShown {
    /// Which.
    pub id: TextDraftId,
    /// For noticing that somebody else changed it meanwhile.
    pub rev: i64,
    /// The published version that it began from.
    pub base: Option<TextId>,
    /// That version's number. A newer one than that may be published since.
    pub base_version: Option<u32>,
    /// The version that it becomes when it is published now.
    pub version: u32,
    /// What is written.
    pub form: Draft,
    /// When it was changed last.
    pub changed: Stamp,
    /// By whom.
    pub by: String,
    /// What it lacks, and what should be looked at again.
    pub findings: Findings,
}

fn shown(cx: &Read<'_>, draft: KeptDraft) -> Result<DraftShown> {
    let base = draft.base.map(|base| texts::get(cx, base)).transpose()?;
    Ok(DraftShown {
        findings: findings(cx, &draft)?,
        version: texts::store::next_version(cx, draft.operator, &draft.form.code)?,
        id: draft.id,
        rev: draft.rev,
        base: draft.base,
        base_version: base.map(|base| base.version),
        form: draft.form,
        changed: draft.changed.stamp(),
        by: draft.by,
    })
}

fn findings(cx: &Read<'_>, draft: &KeptDraft) -> Result<Findings> {
    let profile = operators::store::operator(cx, draft.operator)?.profile;
    Ok(checks(&draft.form, &profile, cx.today()).told(cx.texts(), cx.lang()))
}

fn at(cx: &Read<'_>, draft: TextDraftId) -> Result<Target> {
    Ok(Target::at(get(cx, draft)?.operator, Vec::new()))
}

fn subject(draft: TextDraftId) -> Subject {
    Subject::new("text_draft", draft.0)
}

/// Lists the operator's drafts, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListDrafts {}

impl Command for ListDrafts {
    const NAME: &'static str = "consents.drafts";
    const RIGHT: Right = Right::ManageTexts;
    type Output = Vec<DraftLine>;
}

impl Ask for ListDrafts {
    fn run(self, cx: &Read<'_>) -> Result<Vec<DraftLine>> {
        let line = |draft: KeptDraft| {
            Ok(DraftLine {
                lacking: u32::try_from(findings(cx, &draft)?.lacking.len()).unwrap_or(u32::MAX),
                version: texts::store::next_version(cx, draft.operator, &draft.form.code)?,
                id: draft.id,
                code: draft.form.code,
                title: draft.form.title,
                changed: draft.changed.stamp(),
                by: draft.by,
            })
        };
        let found = store::list(cx, cx.seat()?.operator)?;
        found.into_iter().map(line).collect()
    }
}

/// Begins a draft: from an empty sheet, or from a published version.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginDraft {
    /// The version to begin from.
    #[serde(default)]
    pub from: Option<TextId>,
}

impl Command for BeginDraft {
    const NAME: &'static str = "consents.begin_draft";
    const RIGHT: Right = Right::ManageTexts;
    type Output = DraftShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(match self.from {
            Some(from) => Target::at(texts::get(cx, from)?.operator, Vec::new()),
            None => Target::own(cx),
        })
    }
}

impl Act for BeginDraft {
    fn run(self, cx: &Write<'_>) -> Result<Done<DraftShown>> {
        let base = self.from.map(|from| texts::get(cx, from)).transpose()?;
        let operator = match &base {
            Some(base) => base.operator,
            None => cx.seat()?.operator,
        };
        let form = base.map(Draft::from).unwrap_or_default();
        let id = store::add(cx, operator, self.from, &form)?;
        cx.news("consent_text", id.0);
        Ok(Done::new(
            shown(cx, get(cx, id)?)?,
            Entry::about(subject(id)),
        ))
    }
}

/// Shows a draft, whole, with what it lacks.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowDraft {
    /// Which.
    pub draft: TextDraftId,
}

impl Command for ShowDraft {
    const NAME: &'static str = "consents.draft";
    const RIGHT: Right = Right::ManageTexts;
    type Output = DraftShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.draft)
    }
}

impl Ask for ShowDraft {
    fn run(self, cx: &Read<'_>) -> Result<DraftShown> {
        shown(cx, get(cx, self.draft)?)
    }
}

/// Keeps a draft as it is typed. Refused where somebody else kept another meanwhile.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// Which.
    pub draft: TextDraftId,
    /// As it was when it was read.
    pub rev: i64,
    /// What is written.
    pub form: Draft,
}

impl Command for SaveDraft {
    const NAME: &'static str = "consents.save_draft";
    const RIGHT: Right = Right::ManageTexts;
    type Output = DraftShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.draft)
    }
}

impl Act for SaveDraft {
    fn run(mut self, cx: &Write<'_>) -> Result<Done<DraftShown>> {
        let kept = get(cx, self.draft)?;
        fits(&self.form)?;
        // A new version stays in its family.
        if let Some(base) = kept.base {
            self.form.code = texts::get(cx, base)?.code;
        }
        if !store::save(cx, self.draft, self.rev, &self.form)? {
            return Err(TextsError::DraftMoved.into());
        }
        cx.news("consent_text", self.draft.0);
        let entry = Entry::about(subject(self.draft)).fields(["form"]);
        Ok(Done::new(shown(cx, get(cx, self.draft)?)?, entry))
    }
}

/// Throws a draft away.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DropDraft {
    /// Which.
    pub draft: TextDraftId,
    /// As it was when it was read.
    pub rev: i64,
}

impl Command for DropDraft {
    const NAME: &'static str = "consents.drop_draft";
    const RIGHT: Right = Right::ManageTexts;
    type Output = ();
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.draft)
    }
}

impl Act for DropDraft {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        if get(cx, self.draft)?.rev != self.rev {
            return Err(TextsError::DraftMoved.into());
        }
        store::drop(cx, self.draft)?;
        cx.news("consent_text", self.draft.0);
        Ok(Done::new((), Entry::about(subject(self.draft))))
    }
}

/// Publishes a draft, for ever, if nothing lacks. The draft is gone then.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishDraft {
    /// Which.
    pub draft: TextDraftId,
    /// As it was when it was read: what is published is what was seen.
    pub rev: i64,
}

impl Command for PublishDraft {
    const NAME: &'static str = "consents.publish_draft";
    const RIGHT: Right = Right::ManageTexts;
    type Output = ConsentText;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.draft)
    }
}

impl Act for PublishDraft {
    fn run(self, cx: &Write<'_>) -> Result<Done<ConsentText>> {
        let kept = get(cx, self.draft)?;
        if kept.rev != self.rev {
            return Err(TextsError::DraftMoved.into());
        }
        let done = publish(cx, kept.operator, &kept.form)?;
        store::drop(cx, self.draft)?;
        Ok(done)
    }
}
