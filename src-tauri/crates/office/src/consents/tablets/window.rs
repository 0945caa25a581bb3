//! The second window of the workstation, turned to the client: a tablet without a wire. The shell shows the client's page in a
//! window of its own, which can call nothing but the steps of the visit that was opened for it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KnownTablet, secret_hash, store};
use crate::door::TabletId;
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::{Args, Ask, Command, Read, Right, Write};

/// The second window of a branch; made when it is first used.
pub(in crate::consents) fn window(
    cx: &Write<'_>,
    operator: OperatorId,
    branch: BranchId,
) -> Result<TabletId> {
    if let Some(window) = store::window(cx, branch)? {
        return Ok(window);
    }
    let name = cx
        .texts()
        .get(cx.lang(), "consents-second-window", &Args::none());
    let nobody = crate::consents::hex(&cx.random::<32>());
    store::add_window(
        cx,
        operator,
        branch,
        &name,
        &secret_hash(cx, "window", &nobody),
    )
}

/// Which second window has a visit now: the shell asks before each step that it passes on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WindowSeat {}

impl Command for WindowSeat {
    const NAME: &'static str = "station.window_seat";
    const RIGHT: Right = Right::Machine;
    type Output = Option<KnownTablet>;
}

impl Ask for WindowSeat {
    fn run(self, cx: &Read<'_>) -> Result<Option<KnownTablet>> {
        store::window_at_work(cx)
    }
}
