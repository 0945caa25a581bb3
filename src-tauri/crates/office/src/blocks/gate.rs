//! The gate that the door asks for every command that names a client.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Block, BlockGround, BlockScope, BlocksError, Deed, sees_through, store};
use crate::clients::{self, ClientId, Field, Fields};
use crate::door::Read;
use crate::error::Result;
use crate::requests;
use crate::texts::people_date;

crate::named! {
    /// The rules that can stop a deed, the strongest first: a refusal names the strongest.
    Rule {
        /// An order of the authorised body or a court.
        AuthorityOrder = "authority_order",
        /// An application of the person that isn't answered yet.
        OpenApplication = "open_application",
        /// A block.
        Block = "block",
    }
}

/// Whether a block stops such a deed at all (Law 94-V art. 1(3)).
fn is_stopped_by_block(deed: Deed) -> bool {
    match deed {
        Deed::Store | Deed::Show | Deed::Answer | Deed::Block => false,
        Deed::Edit
        | Deed::Use
        | Deed::Consent
        | Deed::Export
        | Deed::Merge
        | Deed::Import
        | Deed::Depersonalise
        | Deed::Destroy => true,
    }
}

/// Whether an application that isn't answered protects the data from such a deed: it is evidence of itself.
fn is_stopped_by_application(deed: Deed) -> bool {
    matches!(deed, Deed::Depersonalise | Deed::Destroy)
}

/// The gate: may this be done to these data of this client? The door asks it for every command that names a client.
///
/// # Errors
/// [`BlocksError::Blocked`] names the strongest rule that stops it and when that ends or is looked at again.
pub fn permit(cx: &Read<'_>, client: ClientId, deed: Deed, fields: &Fields) -> Result<()> {
    if !is_stopped_by_block(deed) {
        return Ok(());
    }
    let blocks: Vec<Block> = store::in_force(cx, client)?
        .into_iter()
        .filter(|block| block.scope.meets(fields))
        // Who withdrew may come back: a new consent is what lifts this block.
        .filter(|block| deed != Deed::Consent || block.ground != BlockGround::Withdrawal)
        .collect();
    let order = blocks
        .iter()
        .find(|block| block.ground == BlockGround::AuthorityOrder);
    if let Some(order) = order {
        return Err(refusal(deed, Rule::AuthorityOrder, order).into());
    }
    if is_stopped_by_application(deed)
        && let Some((number, due)) = requests::store::open_of(cx, client)?
    {
        let until = people_date(due);
        return Err(BlocksError::Blocked {
            deed,
            rule: Rule::OpenApplication,
            number,
            until,
        }
        .into());
    }
    match blocks.first() {
        Some(block) => Err(refusal(deed, Rule::Block, block).into()),
        None => Ok(()),
    }
}

/// Refuses a deed that the gate lets through for most grounds, where a block of one of these is in force.
///
/// # Errors
/// [`BlocksError::Blocked`], as [`permit`].
pub(crate) fn stopped_by(
    cx: &Read<'_>,
    client: ClientId,
    deed: Deed,
    grounds: &[BlockGround],
) -> Result<()> {
    let blocks = store::in_force(cx, client)?;
    match blocks.iter().find(|block| grounds.contains(&block.ground)) {
        Some(block) => Err(refusal(deed, Rule::Block, block).into()),
        None => Ok(()),
    }
}

fn refusal(deed: Deed, rule: Rule, block: &Block) -> BlocksError {
    BlocksError::Blocked {
        deed,
        rule,
        number: block.id.to_string(),
        until: people_date(block.review_on),
    }
}

/// Which of a client's data are blocked, and which of them the asker sees masked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct BlockedFields {
    /// The record as a whole is blocked.
    pub everything: bool,
    /// Blocked fields; all of them where everything is.
    pub fields: Vec<Field>,
    /// Those of them that this asker sees masked: all, but for the manager and for whoever works on the right from
    /// which the block came.
    pub masked: Vec<Field>,
}

/// What of a client's card is blocked, and what of it is masked for the asker.
pub fn masked_fields(cx: &Read<'_>, client: ClientId) -> Result<BlockedFields> {
    let mut out = BlockedFields::default();
    for block in store::in_force(cx, client)? {
        let covered: Vec<Field> = match &block.scope {
            BlockScope::Everything => {
                out.everything = true;
                Field::ALL.to_vec()
            }
            BlockScope::Fields { fields } => fields.clone(),
        };
        if !sees_through(cx, &block)? {
            out.masked.extend(&covered);
        }
        out.fields.extend(covered);
    }
    for list in [&mut out.fields, &mut out.masked] {
        list.sort_unstable();
        list.dedup();
    }
    Ok(out)
}

/// A client's name for lists and requests: masked where a block covers it and the asker doesn't see through.
pub fn client_name(cx: &Read<'_>, client: ClientId) -> Result<String> {
    let masked = masked_fields(cx, client)?.masked;
    if [Field::Surname, Field::Given, Field::Patronymic]
        .iter()
        .any(|field| masked.contains(field))
    {
        return Ok("••••••".to_owned());
    }
    clients::display_name(cx, client)
}
