//! The client's steps: nothing else can be done from a tablet on which a withdrawal is signed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::form::{Asked, WithdrawalForm, written};
use super::{Signing, SigningId, SigningState, store};
use crate::consents::visits::draft::check_strokes;
use crate::consents::visits::{SignPoint, TabletView, look};
use crate::consents::{ConsentsError, tablets};
use crate::error::Result;
use crate::texts::Lang;
use crate::{Act, Done, Read, Write};

/// The signing that runs on the tablet that asks; a step meant for another one isn't heard.
fn at_tablet(cx: &Read<'_>, meant: SigningId) -> Result<Signing> {
    let found = store::of_tablet(cx, cx.tablet()?.tablet)?;
    let found = found.filter(|one| one.id == meant);
    Ok(found.ok_or(ConsentsError::SigningGone)?)
}

/// Writes it back and answers with the next screen.
fn done(cx: &Write<'_>, mut one: Signing) -> Result<Done<TabletView>> {
    one.keep(cx)?;
    tablets::store::seen(cx, cx.tablet()?.tablet)?;
    Ok(Done::new(look(cx)?, one.entry().note(one.state.name())))
}

/// Somebody touched the tablet.
fn touched(mut one: Signing) -> Signing {
    one.warned = None;
    one
}

impl Signing {
    fn written(&self, cx: &Read<'_>, lang: Lang) -> Result<WithdrawalForm> {
        written(cx, &self.asked(), lang, self.signed.unwrap_or(cx.now()))
    }
    /// What it asks for and who signs it.
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked {
            operator: self.operator,
            client: self.client,
            scope: &self.scope,
            wished: self.wished.as_deref(),
            representative: self.representative.as_ref(),
        }
    }
    /// The words that were signed are still those that would be written for that moment.
    pub(super) fn holds(&self, cx: &Read<'_>) -> Result<bool> {
        Ok(self.written(cx, self.lang)? == *self.form()?)
    }
    /// What the client looks at is what is on the screen and still holds. If it doesn't hold any more, the new words are put
    /// on the screen instead.
    fn agrees(&mut self, cx: &Read<'_>, sha256: &str) -> Result<bool> {
        let now = self.written(cx, self.lang)?;
        if now != *self.form()? {
            self.reword(now)?;
            return Ok(false);
        }
        Ok(self.form()?.sha256()? == sha256)
    }
}

/// The application is on the screen: the tablet says so once it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalShown {
    /// In which signing.
    pub signing: SigningId,
    /// SHA-256 of what is on the screen.
    pub sha256: String,
}
tablet_command!(TabletWithdrawalShown, "tablet.withdrawal_shown");

impl Act for TabletWithdrawalShown {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = at_tablet(cx, self.signing)?;
        if one.state == SigningState::Opened && one.agrees(cx, &self.sha256)? {
            one.state = one.state.show()?;
            one.shown = Some(cx.now());
        }
        done(cx, one)
    }
}

/// Chooses another language, at any moment before the signature: the application is read anew in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalLanguage {
    /// In which signing.
    pub signing: SigningId,
    /// Which.
    pub lang: Lang,
}
tablet_command!(TabletWithdrawalLanguage, "tablet.withdrawal_language");

impl Act for TabletWithdrawalLanguage {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = touched(at_tablet(cx, self.signing)?);
        if one.lang != self.lang {
            let form = one.written(cx, self.lang)?;
            one.reword(form)?;
        }
        done(cx, one)
    }
}

/// What follows was read, or is to be read once more.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalRead {
    /// In which signing.
    pub signing: SigningId,
    /// SHA-256 of what is on the screen.
    pub sha256: String,
    /// It was read; false: back to reading.
    pub read: bool,
}
tablet_command!(TabletWithdrawalRead, "tablet.withdrawal_read");

impl Act for TabletWithdrawalRead {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = touched(at_tablet(cx, self.signing)?);
        if !self.read {
            // What was shown stays shown: only the tick is taken back.
            if one.state == SigningState::Read {
                one.state = one.state.show()?;
                one.read = None;
            }
        } else if one.agrees(cx, &self.sha256)? {
            one.state = one.state.read()?;
            one.calling = false;
            one.read = Some(cx.now());
        }
        done(cx, one)
    }
}

/// Signs what was read: strokes as points in a box of one by one.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalSign {
    /// In which signing.
    pub signing: SigningId,
    /// SHA-256 of what is signed.
    pub sha256: String,
    /// The strokes.
    pub strokes: Vec<Vec<SignPoint>>,
}
tablet_command!(TabletWithdrawalSign, "tablet.withdrawal_sign");

impl Act for TabletWithdrawalSign {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = touched(at_tablet(cx, self.signing)?);
        // A tablet whose line was cut says it again: it is signed once.
        if one.state != SigningState::Signed {
            check_strokes(&self.strokes)?;
            if one.agrees(cx, &self.sha256)? {
                one.state = one.state.sign()?;
                one.signed = Some(cx.now());
                one.strokes = self.strokes;
                one.calling = false;
            }
        }
        done(cx, one)
    }
}

/// The client thought better of it: nothing is withdrawn.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalDecline {
    /// In which signing.
    pub signing: SigningId,
}
tablet_command!(TabletWithdrawalDecline, "tablet.withdrawal_decline");

impl Act for TabletWithdrawalDecline {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = at_tablet(cx, self.signing)?;
        one.enter(cx, one.state.decline()?);
        done(cx, one)
    }
}

/// Nobody touches the tablet: it asks whether anybody is still there, or was answered. The consultant is told.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalIdle {
    /// In which signing.
    pub signing: SigningId,
    /// It asks.
    pub asks: bool,
}
tablet_command!(TabletWithdrawalIdle, "tablet.withdrawal_idle");

impl Act for TabletWithdrawalIdle {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = touched(at_tablet(cx, self.signing)?);
        if one.state.is_open_to_client() {
            one.warned = self.asks.then(|| cx.now());
        }
        done(cx, one)
    }
}

/// The client went away: the tablet asked, and nobody answered.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalLeave {
    /// In which signing.
    pub signing: SigningId,
}
tablet_command!(TabletWithdrawalLeave, "tablet.withdrawal_leave");

impl Act for TabletWithdrawalLeave {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = at_tablet(cx, self.signing)?;
        one.enter(cx, one.state.abandon()?);
        done(cx, one)
    }
}

/// Calls the consultant for help.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletWithdrawalCall {
    /// In which signing.
    pub signing: SigningId,
}
tablet_command!(TabletWithdrawalCall, "tablet.withdrawal_call");

impl Act for TabletWithdrawalCall {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut one = touched(at_tablet(cx, self.signing)?);
        one.calling = one.state.is_open_to_client();
        done(cx, one)
    }
}
