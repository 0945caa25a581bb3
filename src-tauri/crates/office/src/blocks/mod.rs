//! Blocks: what may not be done to a client's data meanwhile, and until when (D1–D3).
//!
//! One gate, [`permit`], is asked by the door for every command that names a client, and repeated by triggers on the
//! clients' table. A block stops edit, use, export, merge, import, depersonalising **and destruction**
//! (Law 94-V art. 1(3)); storing, showing with masks, and answering the person stay possible.

mod commands;
mod gate;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub use commands::*;
pub(crate) use gate::stopped_by;
pub use gate::{BlockedFields, Rule, client_name, masked_fields, permit};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::{ClientId, Field, Fields};
use crate::clock::{Moment, Stamp};
use crate::door::{Read, StaffId, Write};
use crate::error::{Args, Fault, Kind, Result};
use crate::id;
use crate::policy::{BranchId, OperatorId};
use crate::requests::{RequestId, RightId};

id! {
    /// A block.
    BlockId
}

crate::named! {
    /// What a command does to a client's data: the question for the gate.
    Deed {
        /// Store what the client brings, as is.
        Store = "store",
        /// Show on the card; blocked fields masked.
        Show = "show",
        /// Change.
        Edit = "edit",
        /// Use for a purpose: discount, advertising.
        Use = "use",
        /// Take a new consent: the way back after a withdrawal.
        Consent = "consent",
        /// Hand out of the house: export, report.
        Export = "export",
        /// Join two cards.
        Merge = "merge",
        /// Write over from a spreadsheet.
        Import = "import",
        /// Cut the tie to the person.
        Depersonalise = "depersonalise",
        /// Destroy.
        Destroy = "destroy",
        /// Answer the person, or a state body.
        Answer = "answer",
        /// Set or lift a block.
        Block = "block",
    }
}

crate::named! {
    /// Why data are blocked: the closed list (D1).
    BlockGround {
        /// The person says that the data are wrong; until it is confirmed.
        AccuracyDisputed = "accuracy_disputed",
        /// The person applies to protect their rights.
        RightsApplication = "rights_application",
        /// The consent was withdrawn.
        Withdrawal = "withdrawal",
        /// Information of unlawful processing.
        Unlawful = "unlawful",
        /// Suspected access by strangers.
        Compromise = "compromise",
        /// An order of the authorised body or a court. Stands above every other rule.
        AuthorityOrder = "authority_order",
        /// Another ground, in words.
        Other = "other",
    }
}

crate::named! {
    /// How a block ended (D3).
    BlockOutcome {
        /// The data proved right.
        Confirmed = "confirmed",
        /// The data are to be put right.
        Corrected = "corrected",
        /// The ground did not hold.
        Unfounded = "unfounded",
        /// The data are to be destroyed.
        Destroyed = "destroyed",
        /// Access was restored on application with documents.
        AccessRestored = "access_restored",
    }
}

/// What a block covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum BlockScope {
    /// The record as a whole.
    Everything,
    /// These fields.
    Fields {
        /// Which; at least one.
        fields: Vec<Field>,
    },
}

impl BlockScope {
    /// The fields, for the gate.
    pub fn fields(&self) -> Fields {
        match self {
            BlockScope::Everything => Fields::All,
            BlockScope::Fields { fields } => Fields::Some(fields.clone()),
        }
    }

    /// Whether it covers any of these data.
    fn meets(&self, wanted: &Fields) -> bool {
        match (self, wanted) {
            (BlockScope::Everything, _) | (_, Fields::All) => true,
            (BlockScope::Fields { fields }, Fields::Some(wanted)) => {
                wanted.iter().any(|field| fields.contains(field))
            }
        }
    }

    /// Each field once, in the order of the list; at least one.
    pub(crate) fn checked(self) -> Result<Self, BlocksError> {
        match self {
            BlockScope::Everything => Ok(self),
            BlockScope::Fields { mut fields } => {
                fields.sort_unstable();
                fields.dedup();
                if fields.is_empty() {
                    Err(BlocksError::NoFields)
                } else {
                    Ok(BlockScope::Fields { fields })
                }
            }
        }
    }
}

/// A block, as it stands in the vault.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    pub id: BlockId,
    pub client: ClientId,
    pub ground: BlockGround,
    pub ground_text: String,
    pub method: String,
    pub scope: BlockScope,
    pub right: Option<RightId>,
    pub request: Option<RequestId>,
    pub set_by: String,
    pub set_at: Moment,
    pub review_on: NaiveDate,
    pub ended: Option<Ended>,
    pub version: i64,
}

/// How and when a block ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ended {
    pub at: Moment,
    pub by: String,
    pub outcome: BlockOutcome,
    pub note: String,
}

/// A block, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BlockShown {
    /// Number.
    pub id: BlockId,
    /// Whose data.
    pub client: ClientId,
    /// Why.
    pub ground: BlockGround,
    /// Why, in words; may be empty.
    pub ground_text: String,
    /// How it is done in practice; may be empty.
    pub method: String,
    /// What it covers.
    pub scope: BlockScope,
    /// The right from which it came.
    pub right: Option<RightId>,
    /// The application in which that right was asked for.
    pub request: Option<RequestId>,
    /// Who set it.
    pub set_by: String,
    /// When.
    pub set_at: Stamp,
    /// When it is to be looked at again.
    pub review_on: String,
    /// That date has passed.
    pub past_review: bool,
    /// How it ended; nothing while it is in force.
    pub ended: Option<BlockEnded>,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

/// How a block ended, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BlockEnded {
    /// When.
    pub at: Stamp,
    /// Who lifted it.
    pub by: String,
    /// With what outcome.
    pub outcome: BlockOutcome,
    /// In words; may be empty.
    pub note: String,
}

impl Block {
    fn shown(self, today: NaiveDate) -> BlockShown {
        BlockShown {
            id: self.id,
            client: self.client,
            ground: self.ground,
            ground_text: self.ground_text,
            method: self.method,
            scope: self.scope,
            right: self.right,
            request: self.request,
            set_by: self.set_by,
            set_at: self.set_at.stamp(),
            review_on: self.review_on.to_string(),
            past_review: self.ended.is_none() && self.review_on < today,
            ended: self.ended.map(|ended| BlockEnded {
                at: ended.at.stamp(),
                by: ended.by,
                outcome: ended.outcome,
                note: ended.note,
            }),
            version: self.version,
        }
    }
}

/// What is needed to set a block.
pub(crate) struct NewBlock<'a> {
    pub client: ClientId,
    pub ground: BlockGround,
    pub ground_text: &'a str,
    pub method: &'a str,
    pub scope: BlockScope,
    pub right: Option<RightId>,
    pub review_on: NaiveDate,
    /// By whose decision, where the house itself sets it.
    pub behalf: Option<Behalf>,
}

/// By whose decision the house acts, and for which place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Behalf {
    pub staff: StaffId,
    pub operator: OperatorId,
    pub branch: BranchId,
}

/// Sets a block in the transaction of the command that needs it: registering a rectification does.
pub(crate) fn set(cx: &Write<'_>, new: NewBlock<'_>) -> Result<BlockId> {
    let id = store::insert(cx, &new)?;
    cx.news("block", id.0);
    cx.news("client", new.client.0);
    Ok(id)
}

/// Ends a block in the transaction of the command that brings its end.
pub(crate) fn end(cx: &Write<'_>, id: BlockId, outcome: BlockOutcome) -> Result<()> {
    let block = store::find(cx, id)?;
    if block.ended.is_none() {
        store::end(cx, id, block.version, outcome, "")?;
        cx.news("block", id.0);
        cx.news("client", block.client.0);
    }
    Ok(())
}

/// Whether a block of another ground is in force.
pub(crate) fn in_force_beside(
    cx: &Read<'_>,
    client: ClientId,
    ground: BlockGround,
) -> Result<bool> {
    let blocks = store::in_force(cx, client)?;
    Ok(blocks.iter().any(|block| block.ground != ground))
}

/// When a block is to be looked at again if nobody says: ten working days on, where no right says sooner.
pub(crate) const REVIEW_AFTER: u16 = 10;

/// Faults of this room.
#[derive(Debug, thiserror::Error)]
pub enum BlocksError {
    /// A rule stops the deed.
    #[error("{rule} stops it")]
    Blocked {
        /// What was to be done.
        deed: Deed,
        /// Which rule.
        rule: Rule,
        /// Number of the block or application.
        number: String,
        /// When it ends or is looked at again.
        until: String,
    },
    /// A block of fields names at least one.
    #[error("no fields")]
    NoFields,
    /// Another ground needs words.
    #[error("a ground in words is needed")]
    GroundText,
    /// Too long a text.
    #[error("too long")]
    TooLong,
    /// The review date is in the past or no date.
    #[error("not a review date")]
    ReviewDate,
    /// There is no such block.
    #[error("no such block")]
    NotFound,
    /// The block has ended.
    #[error("the block has ended")]
    AlreadyEnded,
    /// Somebody changed it meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// After a withdrawal only a new consent opens the data again.
    #[error("a new consent is needed")]
    NewConsent,
    /// The right from which the block came isn't decided yet.
    #[error("the right from which it came is open")]
    RightOpen {
        /// Number of the application.
        number: String,
    },
}

impl Fault for BlocksError {
    fn code(&self) -> &'static str {
        match self {
            BlocksError::Blocked { .. } => "blocks.blocked",
            BlocksError::NoFields => "blocks.no_fields",
            BlocksError::GroundText => "blocks.ground_text",
            BlocksError::TooLong => "blocks.too_long",
            BlocksError::ReviewDate => "blocks.review_date",
            BlocksError::NotFound => "blocks.not_found",
            BlocksError::AlreadyEnded => "blocks.already_ended",
            BlocksError::Conflict => "blocks.conflict",
            BlocksError::NewConsent => "blocks.new_consent",
            BlocksError::RightOpen { .. } => "blocks.right_open",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            BlocksError::Blocked { .. } => Kind::Blocked,
            BlocksError::NotFound => Kind::NotFound,
            BlocksError::Conflict => Kind::Conflict,
            BlocksError::AlreadyEnded | BlocksError::NewConsent | BlocksError::RightOpen { .. } => {
                Kind::Refused
            }
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        match self {
            BlocksError::Blocked {
                deed,
                rule,
                number,
                until,
            } => Args::none()
                .key(
                    "deed",
                    format!("blocks-deed-{}", deed.name().replace('_', "-")),
                )
                .key(
                    "rule",
                    format!("blocks-rule-{}", rule.name().replace('_', "-")),
                )
                .text("number", number)
                .text("until", until),
            BlocksError::RightOpen { number } => Args::none().text("number", number),
            _ => Args::none(),
        }
    }
    fn field(&self) -> Option<&str> {
        match self {
            BlocksError::NoFields => Some("scope"),
            BlocksError::GroundText => Some("ground_text"),
            BlocksError::ReviewDate => Some("review_on"),
            _ => None,
        }
    }
}

/// Longest ground, method or note, in letters.
const LONGEST: usize = 1000;

/// A text as it is kept.
fn text_of(text: &str) -> Result<String, BlocksError> {
    let kept = crate::plain::words(text);
    if kept.chars().count() <= LONGEST {
        Ok(kept)
    } else {
        Err(BlocksError::TooLong)
    }
}

/// The members of staff who see what a mask hides: the manager, and whoever works on the right that caused the block.
fn sees_through(cx: &Read<'_>, block: &Block) -> Result<bool> {
    let Ok(seat) = cx.seat() else {
        return Ok(false);
    };
    if seat.role == crate::policy::Role::Manager {
        return Ok(true);
    }
    match block.right {
        Some(right) => Ok(crate::requests::store::owner(cx, right)? == Some(seat.staff)),
        None => Ok(false),
    }
}
