//! What can be asked about blocks.

use chrono::NaiveDate;
use kz::term::{Rule, count};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    BlockGround, BlockId, BlockOutcome, BlockScope, BlockShown, BlocksError, Deed, NewBlock,
    REVIEW_AFTER, set, store, text_of,
};
use crate::calendar;
use crate::clients::{self, ClientId, Fields};
use crate::consents::withdrawals;
use crate::door::{Act, Ask, Command, Done, DoorError, Entry, Read, Subject, Target, Write};
use crate::error::{Invalid, Result};
use crate::policy::{Reach, Right, reach};
use crate::requests;

/// Lines on a page of a list.
const PAGE: i64 = 200;

/// Blocks a client's data (D1).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetBlock {
    /// Whose data.
    pub client: ClientId,
    /// What of them.
    pub scope: BlockScope,
    /// Why.
    pub ground: BlockGround,
    /// Why, in words; needed for another ground.
    #[serde(default)]
    pub ground_text: String,
    /// How it is done in practice, where the ground leaves a choice.
    #[serde(default)]
    pub method: String,
    /// When to look at it again, `2026-12-28`; ten working days on where nothing is said.
    #[serde(default)]
    pub review_on: Option<String>,
}

impl Command for SetBlock {
    const NAME: &'static str = "blocks.set";
    const RIGHT: Right = Right::Block;
    type Output = BlockShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Block, self.scope.fields())
    }
}

impl Act for SetBlock {
    fn run(self, cx: &Write<'_>) -> Result<Done<BlockShown>> {
        let mut bad = Invalid::default();
        let scope = bad.take("scope", self.scope.checked());
        let ground_text = bad.take("ground_text", text_of(&self.ground_text));
        let method = bad.take("method", text_of(&self.method));
        if self.ground == BlockGround::Other && ground_text.as_ref().is_some_and(String::is_empty) {
            bad.note("ground_text", BlocksError::GroundText);
        }
        let review_on = match &self.review_on {
            Some(text) => bad.take("review_on", review_date(text, cx.today())),
            None => Some(
                count(
                    cx.now().local(),
                    &Rule::working(REVIEW_AFTER),
                    &calendar::current(cx)?,
                )
                .due,
            ),
        };
        bad.done()?;
        let (Some(scope), Some(ground_text), Some(method), Some(review_on)) =
            (scope, ground_text, method, review_on)
        else {
            return Err(DoorError::Malformed.into());
        };
        let fields = field_names(&scope);
        let new = NewBlock {
            client: self.client,
            ground: self.ground,
            ground_text: &ground_text,
            method: &method,
            scope,
            right: None,
            review_on,
            behalf: None,
        };
        let id = set(cx, new)?;
        let entry = Entry::about(Subject::new("block", id.0))
            .of(self.client)
            .fields(fields)
            .note(self.ground.name());
        Ok(Done::new(store::find(cx, id)?.shown(cx.today()), entry))
    }
}

/// Lifts a block with its outcome (D3).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiftBlock {
    /// Which.
    pub block: BlockId,
    /// Version that was read.
    pub version: i64,
    /// How it ended.
    pub outcome: BlockOutcome,
    /// In words; may be empty.
    #[serde(default)]
    pub note: String,
}

impl Command for LiftBlock {
    const NAME: &'static str = "blocks.lift";
    const RIGHT: Right = Right::Unblock;
    type Output = BlockShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_block(cx, self.block)
    }
}

impl Act for LiftBlock {
    fn run(self, cx: &Write<'_>) -> Result<Done<BlockShown>> {
        let block = store::find(cx, self.block)?;
        if block.ended.is_some() {
            return Err(BlocksError::AlreadyEnded.into());
        }
        if let Some(right) = block.right
            && let Some(number) = requests::store::undecided(cx, right)?
        {
            return Err(BlocksError::RightOpen { number }.into());
        }
        let by_hand = matches!(
            self.outcome,
            BlockOutcome::Unfounded | BlockOutcome::Destroyed
        );
        if !by_hand && withdrawals::store::holds_block(cx, self.block)? {
            return Err(BlocksError::NewConsent.into());
        }
        let note = text_of(&self.note)?;
        if !store::end(cx, self.block, self.version, self.outcome, &note)? {
            return Err(BlocksError::Conflict.into());
        }
        cx.news("block", self.block.0);
        cx.news("client", block.client.0);
        let entry = Entry::about(Subject::new("block", self.block.0))
            .of(block.client)
            .fields(field_names(&block.scope))
            .note(self.outcome.name());
        Ok(Done::new(
            store::find(cx, self.block)?.shown(cx.today()),
            entry,
        ))
    }
}

/// Sets another date for looking at a block again.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewBlock {
    /// Which.
    pub block: BlockId,
    /// Version that was read.
    pub version: i64,
    /// `2026-12-28`
    pub review_on: String,
}

impl Command for ReviewBlock {
    const NAME: &'static str = "blocks.review";
    const RIGHT: Right = Right::Block;
    type Output = BlockShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_block(cx, self.block)
    }
}

impl Act for ReviewBlock {
    fn run(self, cx: &Write<'_>) -> Result<Done<BlockShown>> {
        let on = review_date(&self.review_on, cx.today())?;
        let block = store::find(cx, self.block)?;
        if block.ended.is_some() {
            return Err(BlocksError::AlreadyEnded.into());
        }
        if !store::review(cx, self.block, self.version, on)? {
            return Err(BlocksError::Conflict.into());
        }
        cx.news("block", self.block.0);
        let entry = Entry::about(Subject::new("block", self.block.0))
            .of(block.client)
            .fields(["review_on"]);
        Ok(Done::new(
            store::find(cx, self.block)?.shown(cx.today()),
            entry,
        ))
    }
}

/// The blocks of a client, those in force first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlocksOfClient {
    /// Whose.
    pub client: ClientId,
}

impl Command for BlocksOfClient {
    const NAME: &'static str = "blocks.of_client";
    const RIGHT: Right = Right::OpenClient;
    type Output = Vec<BlockShown>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for BlocksOfClient {
    fn run(self, cx: &Read<'_>) -> Result<Vec<BlockShown>> {
        Ok(store::of_client(cx, self.client)?
            .into_iter()
            .map(|block| block.shown(cx.today()))
            .collect())
    }
}

crate::named! {
    /// Which blocks a list shows.
    BlockView {
        /// All that are in force.
        InForce = "in_force",
        /// Those whose review date has passed.
        PastReview = "past_review",
    }
}

/// The blocks in force, the soonest to be looked at first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListBlocks {
    /// Which of them.
    pub view: BlockView,
    /// From 0.
    #[serde(default)]
    pub page: u32,
}

/// A page of blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BlockList {
    /// The lines.
    pub blocks: Vec<BlockLine>,
    /// How many are in force.
    pub in_force: u32,
    /// How many of them are past review.
    pub past_review: u32,
    /// There is another page.
    pub more: bool,
}

/// A line of the list of blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BlockLine {
    /// The block.
    pub block: BlockShown,
    /// Whose data: the name.
    pub client_name: String,
}

impl Command for ListBlocks {
    const NAME: &'static str = "blocks.list";
    const RIGHT: Right = Right::Block;
    type Output = BlockList;
}

impl Ask for ListBlocks {
    fn run(self, cx: &Read<'_>) -> Result<BlockList> {
        let seat = cx.seat()?;
        let branch = (reach(seat.role, Right::Block) == Reach::OwnBranch).then_some(seat.branch);
        let today = cx.today();
        let past = (self.view == BlockView::PastReview).then_some(today);
        let (in_force, past_review) = store::tally(cx, seat.operator, branch, today)?;
        let mut found = store::list(
            cx,
            seat.operator,
            branch,
            past,
            (PAGE + 1, i64::from(self.page) * PAGE),
        )?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let mut blocks = Vec::with_capacity(found.len());
        for block in found {
            let client_name = super::client_name(cx, block.client)?;
            blocks.push(BlockLine {
                block: block.shown(today),
                client_name,
            });
        }
        Ok(BlockList {
            blocks,
            in_force,
            past_review,
            more,
        })
    }
}

fn target_of_block(cx: &Read<'_>, id: BlockId) -> Result<Target> {
    let block = store::find(cx, id)?;
    clients::target(cx, block.client, Deed::Block, block.scope.fields())
}

fn review_date(text: &str, today: NaiveDate) -> Result<NaiveDate, BlocksError> {
    text.parse()
        .ok()
        .filter(|date| *date >= today)
        .ok_or(BlocksError::ReviewDate)
}

/// Names of the covered fields, for the journal.
fn field_names(scope: &BlockScope) -> Vec<&'static str> {
    match scope {
        BlockScope::Everything => vec!["everything"],
        BlockScope::Fields { fields } => fields.iter().map(|field| field.name()).collect(),
    }
}
