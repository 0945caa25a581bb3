//! What can be asked about code words. Nothing here reads one back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CodeWordsError, WRONG_A_DAY, as_heard, checked, hash, same, store};
use crate::blocks::{self, BlockGround, Deed};
use crate::clients::{self, ClientId, Fields};
use crate::clock::Stamp;
use crate::error::{Invalid, Result};
use crate::messages::Secret;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// Says whether a client has a code word, and how many wrong ones are left today.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowCodeWord {
    /// Whose.
    pub client: ClientId,
}

/// What is known of a code word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CodeWordShown {
    /// When it was set; none: there is no code word.
    pub set: Option<Stamp>,
    /// By whom.
    pub by: Option<String>,
    /// On what paper.
    pub paper: Option<String>,
    /// Wrong words that may still be said today.
    pub left: u32,
}

impl Command for ShowCodeWord {
    const NAME: &'static str = "codewords.show";
    const RIGHT: Right = Right::CodeWords;
    type Output = CodeWordShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for ShowCodeWord {
    fn run(self, cx: &Read<'_>) -> Result<CodeWordShown> {
        shown(cx, self.client)
    }
}

fn shown(cx: &Read<'_>, client: ClientId) -> Result<CodeWordShown> {
    let left = WRONG_A_DAY.saturating_sub(store::wrong_today(cx, client)?);
    Ok(match store::find(cx, client)? {
        None => CodeWordShown {
            set: None,
            by: None,
            paper: None,
            left,
        },
        Some(kept) => CodeWordShown {
            set: Some(kept.set_at.stamp()),
            by: Some(kept.set_by),
            paper: Some(kept.paper),
            left,
        },
    })
}

/// Sets or changes a code word on a signed application.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCodeWord {
    /// Whose.
    pub client: ClientId,
    /// The word, as the application has it.
    pub word: Secret,
    /// Number and date of the signed application.
    pub paper: String,
    /// The application is signed, and the signature was compared.
    pub signed: bool,
}

impl Command for SetCodeWord {
    const NAME: &'static str = "codewords.set";
    const RIGHT: Right = Right::CodeWords;
    type Output = CodeWordShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        // While the data are in dispute or strangers may have had them, nobody gets a new key to them.
        clients::target(cx, self.client, Deed::Edit, Fields::All)
    }
}

impl Act for SetCodeWord {
    fn run(self, cx: &Write<'_>) -> Result<Done<CodeWordShown>> {
        let mut bad = Invalid::default();
        let known = store::on_the_card(cx, self.client)?;
        let word = bad.take("word", checked(self.word.show(), &known));
        let paper = self.paper.trim();
        let fits = !paper.is_empty()
            && paper.chars().count() <= 200
            && !paper.chars().any(char::is_control);
        if !fits || !self.signed {
            bad.note("paper", CodeWordsError::NoPaper);
        }
        bad.done()?;
        let Some(word) = word else {
            return Err(CodeWordsError::Length.into());
        };
        let salt = cx.random();
        store::keep(cx, self.client, &salt, &hash(cx, &word, &salt)?, paper)?;
        cx.news("client", self.client.0);
        let entry = Entry::about(Subject::client(self.client)).fields(["code_word"]);
        Ok(Done::new(shown(cx, self.client)?, entry))
    }
}

/// Blocks that stop service by telephone: strangers may know the word, an authority or the person has closed the data.
/// A dispute about an address doesn't: its caller is to be served, and the word says that it is they who call.
const STOPPING: [BlockGround; 4] = [
    BlockGround::AuthorityOrder,
    BlockGround::Compromise,
    BlockGround::Unlawful,
    BlockGround::Withdrawal,
];

/// Compares what a caller says with the code word. Both outcomes are on record.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckCodeWord {
    /// Whose.
    pub client: ClientId,
    /// What the caller says.
    pub word: Secret,
}

/// The answer, and nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CodeWordChecked {
    /// It matches.
    pub matches: bool,
    /// Wrong words that may still be said today.
    pub left: u32,
}

impl Command for CheckCodeWord {
    const NAME: &'static str = "codewords.check";
    const RIGHT: Right = Right::CodeWords;
    type Output = CodeWordChecked;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Answer, Fields::All)
    }
}

impl Act for CheckCodeWord {
    fn run(self, cx: &Write<'_>) -> Result<Done<CodeWordChecked>> {
        blocks::stopped_by(cx, self.client, Deed::Use, &STOPPING)?;
        let kept = store::find(cx, self.client)?.ok_or(CodeWordsError::None)?;
        let wrong = store::wrong_today(cx, self.client)?;
        if wrong >= WRONG_A_DAY {
            return Err(CodeWordsError::TooMany.into());
        }
        let heard = as_heard(self.word.show());
        let matches = same(&hash(cx, &heard, &kept.salt)?, &kept.hash);
        store::count(cx, self.client, matches)?;
        let left = WRONG_A_DAY - wrong - u32::from(!matches);
        let note = if matches { "matches" } else { "does_not_match" };
        let entry = Entry::about(Subject::client(self.client))
            .fields(["code_word"])
            .note(note);
        Ok(Done::new(CodeWordChecked { matches, left }, entry))
    }
}
