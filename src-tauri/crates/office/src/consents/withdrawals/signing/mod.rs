//! A withdrawal that the client signs on the tablet (S7): the application and what follows from it are read and signed
//! there; the consultant registers it.
//!
//! `opened → shown → read → signed → saved`, or `declined`, `abandoned`, `cancelled` from any step before `saved`. Until it
//! is saved nothing is registered; what ends otherwise leaves neither the application nor a signature behind.

mod commands;
mod evidence;
mod form;
mod print;
#[cfg(any(test, feature = "testing"))]
pub mod samples;
pub(super) mod store;
mod tablet;
#[cfg(test)]
mod tests;
mod view;

pub use commands::*;
pub use evidence::SignedWithdrawal;
pub use form::WithdrawalForm;
pub use print::PrintSignedWithdrawal;
pub use tablet::*;
pub use view::*;

pub(super) use evidence::of_right;
pub(in crate::consents) use store::{silent, sweep};
pub(in crate::consents) use view::of_tablet;

use super::WithdrawScope;
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::ConsentsError;
use crate::consents::visits::{SEAT, SignPoint};
use crate::door::{StaffId, TabletId};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::requests::{Representative, RightId};
use crate::texts::Lang;
use crate::{Entry, Subject, Write, id};

id! {
    /// A withdrawal that is signed on a tablet.
    SigningId
}

crate::named! {
    /// How far the signing of a withdrawal is.
    SigningState {
        /// Sent to the tablet, which hasn't shown it yet in this language.
        Opened = "opened",
        /// On the screen.
        Shown = "shown",
        /// The client said that what follows was read.
        Read = "read",
        /// Signed: the consultant registers it.
        Signed = "signed",
        /// The withdrawal is registered.
        Saved = "saved",
        /// The client thought better of it.
        Declined = "declined",
        /// The client went away, or the tablet fell silent.
        Abandoned = "abandoned",
        /// The consultant ended it.
        Cancelled = "cancelled",
    }
}

impl SigningState {
    /// Nothing more happens.
    pub fn is_over(self) -> bool {
        use SigningState as S;
        matches!(self, S::Saved | S::Declined | S::Abandoned | S::Cancelled)
    }
    /// The client is at it.
    pub fn is_open_to_client(self) -> bool {
        use SigningState as S;
        matches!(self, S::Opened | S::Shown | S::Read)
    }
    fn to(self, allowed: bool, next: SigningState) -> Result<SigningState, ConsentsError> {
        match allowed {
            true => Ok(next),
            false => Err(ConsentsError::NotNow),
        }
    }
    /// Other words take the place of those on the screen: another language, or something changed meanwhile.
    pub fn reword(self) -> Result<SigningState, ConsentsError> {
        self.to(self.is_open_to_client(), SigningState::Opened)
    }
    /// The words are on the screen; whoever had read them goes back to them.
    pub fn show(self) -> Result<SigningState, ConsentsError> {
        self.to(self.is_open_to_client(), SigningState::Shown)
    }
    /// What follows was read.
    pub fn read(self) -> Result<SigningState, ConsentsError> {
        use SigningState as S;
        self.to(matches!(self, S::Shown | S::Read), S::Read)
    }
    /// The client signs what was read.
    pub fn sign(self) -> Result<SigningState, ConsentsError> {
        self.to(self == SigningState::Read, SigningState::Signed)
    }
    /// The withdrawal is registered.
    pub fn save(self) -> Result<SigningState, ConsentsError> {
        self.to(self == SigningState::Signed, SigningState::Saved)
    }
    /// The client thought better of it.
    pub fn decline(self) -> Result<SigningState, ConsentsError> {
        self.to(self.is_open_to_client(), SigningState::Declined)
    }
    /// Nobody is there any more.
    pub fn abandon(self) -> Result<SigningState, ConsentsError> {
        self.to(self.is_open_to_client(), SigningState::Abandoned)
    }
    /// The consultant ends it.
    pub fn cancel(self) -> Result<SigningState, ConsentsError> {
        self.to(!self.is_over(), SigningState::Cancelled)
    }
}

/// A signing as the room keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Signing {
    pub id: SigningId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub tablet: TabletId,
    pub staff: StaffId,
    pub client: ClientId,
    pub scope: WithdrawScope,
    pub wished: Option<String>,
    pub representative: Option<Representative>,
    pub state: SigningState,
    pub lang: Lang,
    /// Gone where it ended without being saved.
    pub form: Option<WithdrawalForm>,
    pub strokes: Vec<Vec<SignPoint>>,
    pub calling: bool,
    pub stay: u32,
    pub warned: Option<Moment>,
    pub opened: Moment,
    pub shown: Option<Moment>,
    pub read: Option<Moment>,
    pub signed: Option<Moment>,
    pub ended: Option<Moment>,
    pub rev: i64,
    pub right: Option<RightId>,
}

impl Signing {
    /// What is on the screen.
    fn form(&self) -> Result<&WithdrawalForm, ConsentsError> {
        self.form.as_ref().ok_or(ConsentsError::SigningGone)
    }
    /// Puts words on the screen that nobody has seen yet.
    fn reword(&mut self, form: WithdrawalForm) -> Result<(), ConsentsError> {
        self.state = self.state.reword()?;
        self.lang = form.lang;
        self.form = Some(form);
        (self.shown, self.read) = (None, None);
        Ok(())
    }
    /// Moves it to a state. The end frees the tablet; only what is saved keeps the application and the signature.
    fn enter(&mut self, cx: &Write<'_>, state: SigningState) {
        self.state = state;
        if !state.is_over() {
            return;
        }
        self.ended = Some(cx.now());
        self.warned = None;
        self.representative = None;
        if state != SigningState::Saved {
            self.form = None;
            self.strokes = Vec::new();
        }
    }
    /// Writes it back and tells the windows, and the one place at the counter where it runs.
    fn keep(&mut self, cx: &Write<'_>) -> Result<()> {
        self.rev += 1;
        store::keep(cx, self)?;
        self.tell(cx);
        Ok(())
    }
    fn tell(&self, cx: &Write<'_>) {
        cx.news("signing", self.id.0);
        cx.news(SEAT, self.tablet.0);
    }
    /// For the journal.
    fn entry(&self) -> Entry {
        Entry::about(Subject::new("withdrawal_signing", self.id.0)).of(self.client)
    }
}
