//! A visit at the tablet (S2): from the first screen to the saved consent, the refusal, or a walk away.
//!
//! `opened → text_shown → filled → code_sent → confirmed → saved`, or `refused`, `abandoned`, `failed` from any step before `saved`.
//! What the client typed lives in a draft in the vault until the visit ends, and goes with it.

pub mod budget;
pub mod checks;
pub mod code;
mod commands;
pub mod draft;
mod form;
pub mod paper;
pub mod refusal;
pub mod represent;
mod save;
pub(super) mod store;
pub mod tablet;
mod view;

use super::texts::TextId;
use super::{ConsentsError, TextLang};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::door::{StaffId, TabletId};
use crate::error::Result;
use crate::messages::MessageState;
use crate::policy::{BranchId, OperatorId};
use crate::{Read, Write, id};

pub use budget::{AllowCodes, CodesToday};
pub use checks::{FindTwins, Twin};
pub use code::{CodeCheck, CodeId};
pub(in crate::consents) use commands::sweep;
pub use commands::*;
pub use draft::{Draft, SignPoint};
pub use form::PrintForm;
pub use paper::{AttachPaper, FindByNumber, OpenPaper, ReadPaperForm, ScanShown};
pub use refusal::{ListRefusals, RefusalShown};
pub use represent::{AuthorityKind, VisitRepresentative};
pub use save::*;
pub use tablet::*;
pub use view::*;
pub(in crate::consents) use view::{idle_left, look};

/// News of one place at the counter, by its tablet's number; 0 for all of them.
pub const SEAT: &str = "seat";

id! {
    /// A visit.
    VisitId
}

crate::named! {
    /// Where a visit stands.
    VisitState {
        /// Sent to the tablet; the language isn't chosen yet.
        Opened = "opened",
        /// The text was shown in the chosen language.
        TextShown = "text_shown",
        /// Data, answers and signature are complete.
        Filled = "filled",
        /// A code is on its way.
        CodeSent = "code_sent",
        /// The code was right (or the paper is signed): the consultant compares and saves.
        Confirmed = "confirmed",
        /// Client and consent are saved.
        Saved = "saved",
        /// The client refused as a whole.
        Refused = "refused",
        /// The client went away, or the tablet fell silent.
        Abandoned = "abandoned",
        /// The consultant ended it: what was shown doesn't agree.
        Failed = "failed",
    }
}

impl VisitState {
    /// Nothing more happens.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            VisitState::Saved | VisitState::Refused | VisitState::Abandoned | VisitState::Failed
        )
    }
    /// The client may still change something.
    pub fn is_open_to_client(self) -> bool {
        matches!(
            self,
            VisitState::Opened | VisitState::TextShown | VisitState::Filled | VisitState::CodeSent
        )
    }
    fn to(self, allowed: bool, next: VisitState) -> Result<VisitState, ConsentsError> {
        if allowed {
            Ok(next)
        } else {
            Err(ConsentsError::NotNow)
        }
    }
    /// The text is shown (again: in another language).
    pub fn show_text(self) -> Result<VisitState, ConsentsError> {
        self.to(self.is_open_to_client(), VisitState::TextShown)
    }
    /// Everything is complete.
    pub fn fill(self) -> Result<VisitState, ConsentsError> {
        self.to(
            matches!(self, VisitState::TextShown | VisitState::Filled),
            VisitState::Filled,
        )
    }
    /// Something that a code was bound to changed: back to filling.
    pub fn change(self) -> Result<VisitState, ConsentsError> {
        let next = if self == VisitState::Opened {
            VisitState::Opened
        } else {
            VisitState::TextShown
        };
        self.to(self.is_open_to_client(), next)
    }
    /// A code was made.
    pub fn send_code(self) -> Result<VisitState, ConsentsError> {
        self.to(
            matches!(self, VisitState::Filled | VisitState::CodeSent),
            VisitState::CodeSent,
        )
    }
    /// The right code was typed.
    pub fn confirm(self) -> Result<VisitState, ConsentsError> {
        self.to(self == VisitState::CodeSent, VisitState::Confirmed)
    }
    /// The visit goes on paper: from any step before the code was confirmed.
    pub fn take_paper(self) -> Result<VisitState, ConsentsError> {
        self.to(self.is_open_to_client(), VisitState::Confirmed)
    }
    /// Client and consent are saved.
    pub fn save(self) -> Result<VisitState, ConsentsError> {
        self.to(self == VisitState::Confirmed, VisitState::Saved)
    }
    /// The client refuses as a whole.
    pub fn refuse(self) -> Result<VisitState, ConsentsError> {
        self.to(!self.is_over(), VisitState::Refused)
    }
    /// Nobody is there any more.
    pub fn abandon(self) -> Result<VisitState, ConsentsError> {
        self.to(!self.is_over(), VisitState::Abandoned)
    }
    /// The consultant ends it.
    pub fn fail(self) -> Result<VisitState, ConsentsError> {
        self.to(!self.is_over(), VisitState::Failed)
    }
}

crate::named! {
    /// The page that the client sees, in their order (one thing a page).
    VisitStep {
        /// The choice of language.
        Language = "language",
        /// Who asks and what for, in seven lines.
        About = "about",
        /// Name, IIN, date of birth.
        Person = "person",
        /// Phone, e-mail, address.
        Contacts = "contacts",
        /// The full text and an answer to each purpose.
        Choices = "choices",
        /// Everything once more.
        Check = "check",
        /// The signature.
        Sign = "sign",
        /// The code.
        Code = "code",
        /// «Give the tablet back».
        Done = "done",
    }
}

/// What happened in a visit, for its trail. The names stand in evidence and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    Opened,
    TextShown,
    TextRead,
    Signed,
    CodeMade,
    CodeHanded,
    CodeNotHanded,
    CodeUncertain,
    CodeDelivered,
    CodeUndelivered,
    CodeWrong,
    CodeExpired,
    CodeVoid,
    CodeConfirmed,
    Paper,
    Scan,
    Help,
    Apart,
    Saved,
    Refused,
    Abandoned,
    Failed,
}

impl Event {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Event::Opened => "opened",
            Event::TextShown => "text_shown",
            Event::TextRead => "text_read",
            Event::Signed => "signed",
            Event::CodeMade => "code_made",
            Event::CodeHanded => "code_handed",
            Event::CodeNotHanded => "code_not_handed",
            Event::CodeUncertain => "code_uncertain",
            Event::CodeDelivered => "code_delivered",
            Event::CodeUndelivered => "code_undelivered",
            Event::CodeWrong => "code_wrong",
            Event::CodeExpired => "code_expired",
            Event::CodeVoid => "code_void",
            Event::CodeConfirmed => "code_confirmed",
            Event::Paper => "paper",
            Event::Scan => "scan",
            Event::Help => "help",
            Event::Apart => "apart",
            Event::Saved => "saved",
            Event::Refused => "refused",
            Event::Abandoned => "abandoned",
            Event::Failed => "failed",
        }
    }
}

/// A visit as the room keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub id: VisitId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub number: String,
    pub text: TextId,
    pub tablet: Option<TabletId>,
    pub staff: StaffId,
    pub client: Option<ClientId>,
    pub state: VisitState,
    pub step: VisitStep,
    pub lang: Option<TextLang>,
    pub paper: bool,
    pub blank: bool,
    pub calling: bool,
    pub read_seconds: u32,
    pub read_to_end: bool,
    pub opened: Moment,
    pub shown: Option<Moment>,
    pub confirmed: Option<Moment>,
    pub ended: Option<Moment>,
    pub rev: i64,
    pub warned: Option<Moment>,
    pub stay: u32,
    pub representative: Option<VisitRepresentative>,
}

impl Visit {
    /// The language of the text that is shown; Kazakh until the client chose.
    pub(crate) fn shown_lang(&self) -> TextLang {
        self.lang.unwrap_or(TextLang::Kk)
    }
    /// By what the typing is judged today.
    pub(crate) fn rules(&self, cx: &Read<'_>) -> draft::Rules {
        draft::Rules {
            today: cx.today(),
            alone: self.representative.is_none(),
        }
    }
    /// The number to which codes go: that of the person at the tablet.
    pub(crate) fn code_phone(&self, draft: &Draft) -> Result<kz::Phone, ConsentsError> {
        match &self.representative {
            Some(acting) => draft::phone(&acting.phone),
            None => draft::phone(draft.value(crate::clients::Field::Phone)),
        }
    }
    /// Moves the visit to a state; the end empties the draft and frees the tablet.
    pub(crate) fn enter(&mut self, cx: &Write<'_>, state: VisitState) -> Result<()> {
        self.state = state;
        if state == VisitState::Confirmed {
            self.confirmed = Some(cx.now());
        }
        if state.is_over() {
            self.ended = Some(cx.now());
            self.warned = None;
            self.representative = None;
            code::kill(cx, self, None)?;
            store::forget_draft(cx, self.id)?;
        }
        Ok(())
    }
    /// Writes the visit back and tells the windows.
    pub(crate) fn keep(&mut self, cx: &Write<'_>) -> Result<()> {
        self.rev += 1;
        store::keep(cx, self)?;
        self.tell(cx);
        Ok(())
    }
    /// Tells the windows that show it, and the one place at the counter where it runs: no other place is disturbed.
    fn tell(&self, cx: &Write<'_>) {
        cx.news("visit", self.id.0);
        if let Some(tablet) = self.tablet {
            cx.news(SEAT, tablet.0);
        }
    }
    /// Something that a code is bound to changed: the code dies, the signature stays only where the text did.
    pub(crate) fn changed(&mut self, cx: &Write<'_>) -> Result<()> {
        self.state = self.state.change()?;
        code::kill(cx, self, Some(Event::CodeVoid))
    }
}

/// What hangs on the visit changed – the fate of a message, a scan: those who watch it read again.
fn stirred(cx: &Write<'_>, visit: VisitId) -> Result<()> {
    store::touch(cx, visit)?;
    store::visit(cx, visit)?.tell(cx);
    Ok(())
}

/// The words of a code's message, made at the moment of handing over; `None` if the code is over.
pub(crate) fn code_message(cx: &Read<'_>, code: i64) -> Result<Option<String>> {
    code::message(cx, CodeId(code))
}

/// The gateway reported what became of a code's message after it had taken it.
pub(crate) fn message_delivered(
    cx: &Write<'_>,
    code: i64,
    delivered: bool,
    gateway_id: &str,
) -> Result<()> {
    code::delivered(cx, CodeId(code), delivered, gateway_id)
}

/// The queue settled a code's message: notes it in the trail and lets the seed go.
pub(crate) fn message_settled(
    cx: &Write<'_>,
    code: i64,
    state: MessageState,
    identity: &str,
) -> Result<()> {
    code::settled(cx, CodeId(code), state, identity)
}
