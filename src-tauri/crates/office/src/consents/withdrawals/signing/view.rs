//! A signing as the tablet shows it, and as the consultant follows it.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::form::WithdrawalForm;
use super::{Signing, SigningId, SigningState, store};
use crate::clients::ClientId;
use crate::clock::{Moment, Stamp};
use crate::consents::tablets;
use crate::consents::visits::{SignPoint, idle_left};
use crate::consents::withdrawals::WithdrawScope;
use crate::door::TabletId;
use crate::error::Result;
use crate::texts::Lang;
use crate::{Read, blocks};

/// A withdrawal as the client sees it.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct TabletWithdrawal {
    /// Which.
    pub id: SigningId,
    /// How far it is.
    pub state: SigningState,
    /// The language on the screen.
    pub lang: Lang,
    /// Moves on when the consultant gives more time.
    pub stay: u32,
    /// The consultant was called.
    pub calling: bool,
    /// To whom it is said.
    pub operator: String,
    /// The application; none once it is signed.
    pub form: Option<WithdrawalForm>,
    /// SHA-256 of the application, in hex.
    pub sha256: String,
}

/// What the tablet shows of a signing, with its revision among those of everything that a tablet shows.
pub(in crate::consents) fn of_tablet(
    cx: &Read<'_>,
    tablet: TabletId,
) -> Result<Option<(i64, TabletWithdrawal)>> {
    let Some(one) = store::of_tablet(cx, tablet)? else {
        return Ok(None);
    };
    let form = one.form()?;
    // A visit of the same number never comes to the upper half of its million.
    let rev = one.id.0 * 1_000_000 + 500_000 + one.rev;
    let view = TabletWithdrawal {
        id: one.id,
        state: one.state,
        lang: one.lang,
        stay: one.stay,
        calling: one.calling,
        operator: form.operator.clone(),
        sha256: form.sha256()?,
        form: one.form.filter(|_| one.state.is_open_to_client()),
    };
    Ok(Some((rev, view)))
}

/// A signing as the consultant sees it.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct SigningShown {
    /// Which.
    pub id: SigningId,
    /// Whose.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// How far it is.
    pub state: SigningState,
    /// For the next command.
    pub rev: i64,
    /// Name of the tablet.
    pub tablet: String,
    /// The tablet is the second window of a workstation.
    pub window: bool,
    /// The client calls for help.
    pub calling: bool,
    /// The tablet asks whether anybody is there: seconds until it wipes.
    pub idle: Option<i64>,
    /// What is withdrawn.
    pub scope: WithdrawScope,
    /// From which day, where the person named one.
    pub wished: Option<String>,
    /// The language on the tablet.
    pub lang: Lang,
    /// The application; none where it ended without being saved.
    pub form: Option<WithdrawalForm>,
    /// The signature, once it is there.
    pub strokes: Vec<Vec<SignPoint>>,
    /// What was signed is still what would be registered.
    pub holds: bool,
    /// When it was sent.
    pub opened: Stamp,
    /// When it was on the screen.
    pub shown: Option<Stamp>,
    /// When it was read.
    pub read: Option<Stamp>,
    /// When it was signed.
    pub signed: Option<Stamp>,
}

/// The signing for the consultant.
pub(super) fn of_staff(cx: &Read<'_>, one: Signing) -> Result<SigningShown> {
    let stamp = |at: Option<Moment>| at.map(Moment::stamp);
    Ok(SigningShown {
        id: one.id,
        client: one.client,
        client_name: blocks::client_name(cx, one.client)?,
        state: one.state,
        rev: one.rev,
        tablet: tablets::store::name(cx, one.tablet)?,
        window: tablets::store::is_window(cx, one.tablet)?,
        calling: one.calling,
        idle: idle_left(cx, one.warned),
        scope: one.scope.clone(),
        wished: one.wished.clone(),
        lang: one.lang,
        holds: one.state != SigningState::Signed || one.holds(cx)?,
        opened: one.opened.stamp(),
        shown: stamp(one.shown),
        read: stamp(one.read),
        signed: stamp(one.signed),
        form: one.form,
        strokes: one.strokes,
    })
}
