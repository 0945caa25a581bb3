//! Blocks: what may not be done to a client's data meanwhile, and until when (D1–D3).

use crate::clients::{ClientId, Fields};
use crate::door::Read;
use crate::error::Result;

crate::named! {
    /// What a command does to a client's data: the question for the gate.
    Deed {
        /// Store what the client brings, as is.
        Store = "store",
        /// Show on the card; blocked fields masked.
        Show = "show",
        /// Change.
        Edit = "edit",
        /// Use for a purpose: discount, advertising, a new consent.
        Use = "use",
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

/// The gate: may this be done to these data of this client? The door asks it for every command that names a client.
pub fn permit(_cx: &Read<'_>, _client: ClientId, _deed: Deed, _fields: &Fields) -> Result<()> {
    Ok(())
}
