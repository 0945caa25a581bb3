//! Working on rights: take, hand over, note, prove, supply, answer, approve, close, reopen, undo (R3, R4, R6, R7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::life::{is_refusal, needs_second_person};
use super::queue::scope;
use super::register::{self, Place, about};
use super::shown::{self, can_undo, complaint_notice, level};
use super::store::{self, Before, RightRow};
use super::{
    Decision, EventId, EventKind, Lack, LateCause, ProofMethod, QueueView, RefusalGround,
    ReplyDelivery, Representative, RequestId, RequestShown, RequestsError, RightId, RightKind,
    RightShown, RightStep, ShownDocument, drafts, line_of, text_of,
};
use crate::blocks::Deed;
use crate::clients::{ClientId, Fields};
use crate::consents::withdrawals::{self, Obligation};
use crate::door::{Act, Command, Done, DoorError, Entry, Read, StaffId, Subject, Target, Write};
use crate::error::{Args, Invalid, Result};
use crate::policy::{BranchId, OperatorId, Right};

/// For how long an everyday act can be taken back.
pub(super) const UNDO_MINUTES: i64 = 10;

/// Where a right or an application is worked on, and whom it concerns.
pub(super) fn place_of(
    operator: OperatorId,
    branch: BranchId,
    client: Option<ClientId>,
    deed: Deed,
) -> Target {
    let target = Target::at(operator, vec![branch]);
    match client {
        Some(client) => target.touching(client, deed, Fields::All),
        None => target,
    }
}

pub(super) fn target_of_right(cx: &Read<'_>, id: RightId) -> Result<Target> {
    let right = store::right(cx, id)?;
    Ok(place_of(
        right.operator,
        right.branch,
        right.client,
        Deed::Answer,
    ))
}

fn target_of_request(cx: &Read<'_>, id: RequestId) -> Result<Target> {
    let application = store::application(cx, id)?;
    Ok(place_of(
        application.operator,
        application.branch,
        application.client,
        Deed::Answer,
    ))
}

/// The right at the version that the caller has read.
fn right_at(cx: &Read<'_>, id: RightId, version: i64) -> Result<RightRow> {
    let right = store::right(cx, id)?;
    if right.version == version {
        Ok(right)
    } else {
        Err(RequestsError::Conflict.into())
    }
}

/// The right, of which the caller must be the owner.
fn own_right(cx: &Read<'_>, id: RightId, version: i64) -> Result<RightRow> {
    let right = right_at(cx, id, version)?;
    match right.owner {
        Some(owner) if owner == cx.seat()?.staff => Ok(right),
        Some(_) => Err(RequestsError::NotOwner {
            owner: right.owner_name,
        }
        .into()),
        None => Err(RequestsError::NoOwner.into()),
    }
}

/// Writes a changed right with its event.
fn write(
    cx: &Write<'_>,
    mut right: RightRow,
    before: &Before,
    what: EventKind,
    note: &str,
) -> Result<()> {
    if !store::update_right(cx, &right)? {
        return Err(RequestsError::Conflict.into());
    }
    right.version += 1;
    store::add_change(cx, &right, before, what, note, None)?;
    cx.news("right", right.id.0);
    Ok(())
}

/// The answer about a right with its journal entry.
fn done(cx: &Write<'_>, right: RightId, note: &'static str) -> Result<Done<RightShown>> {
    let client = store::right(cx, right)?.client;
    Ok(Done::new(
        RightShown::read(cx, right)?,
        about(right, client).note(note),
    ))
}

/// Moves a right on to work where its owner has it and who applies is proved well enough.
fn move_on(cx: &Read<'_>, right: &mut RightRow) -> Result<()> {
    let proved = level(&store::proofs(cx, right.application)?) >= right.kind.level();
    if right.state == super::RightState::Checking && proved {
        right.state = right.state.after(RightStep::Prove)?;
    }
    Ok(())
}

/// Gives a right to the asker.
pub(super) fn take(cx: &Write<'_>, mut right: RightRow, version: Option<i64>) -> Result<()> {
    let me = cx.seat()?.staff;
    if right.owner.is_some() {
        return Err(RequestsError::Taken {
            owner: right.owner_name,
        }
        .into());
    }
    if version.is_some_and(|version| version != right.version) {
        return Err(RequestsError::Conflict.into());
    }
    let before = Before::from(&right);
    right.state = right.state.after(RightStep::Take)?;
    right.owner = Some(me);
    right.owner_since = Some(cx.now());
    move_on(cx, &mut right)?;
    write(cx, right, &before, EventKind::Taken, "")
}

/// Takes a right that nobody has.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeRight {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
}

impl Command for TakeRight {
    const NAME: &'static str = "requests.take";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for TakeRight {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        take(cx, store::right(cx, self.right)?, Some(self.version))?;
        done(cx, self.right, EventKind::Taken.name())
    }
}

/// Takes the most urgent right that nobody has.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeNext {}

impl Command for TakeNext {
    const NAME: &'static str = "requests.take_next";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
}

impl Act for TakeNext {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let next = store::queue(cx, scope(cx, None)?, QueueView::Unassigned, (1, 0))?.pop();
        let next = next.ok_or(RequestsError::NothingToTake)?;
        let id = next.id;
        take(cx, next, None)?;
        done(cx, id, EventKind::Taken.name())
    }
}

/// Gives a right to somebody.
fn give(
    cx: &Write<'_>,
    mut right: RightRow,
    to: StaffId,
    what: EventKind,
    note: &str,
) -> Result<()> {
    store::colleague(cx, to, right.operator, right.branch)?.ok_or(RequestsError::NoColleague)?;
    let before = Before::from(&right);
    right.state = right.state.after(RightStep::HandOver)?;
    right.owner = Some(to);
    right.owner_since = Some(cx.now());
    move_on(cx, &mut right)?;
    write(cx, right, &before, what, &line_of(note)?)
}

/// Hands one's right over to a colleague.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// To whom.
    pub to: StaffId,
    /// In words; may be empty.
    #[serde(default)]
    pub note: String,
}

impl Command for HandOver {
    const NAME: &'static str = "requests.hand_over";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for HandOver {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let right = own_right(cx, self.right, self.version)?;
        give(cx, right, self.to, EventKind::HandedOver, &self.note)?;
        done(cx, self.right, EventKind::HandedOver.name())
    }
}

/// Gives a right to a member of staff, whoever has it (R8).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reassign {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// To whom.
    pub to: StaffId,
    /// In words; may be empty.
    #[serde(default)]
    pub note: String,
}

impl Command for Reassign {
    const NAME: &'static str = "requests.reassign";
    const RIGHT: Right = Right::AssignRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for Reassign {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let right = right_at(cx, self.right, self.version)?;
        give(cx, right, self.to, EventKind::Reassigned, &self.note)?;
        done(cx, self.right, EventKind::Reassigned.name())
    }
}

/// Notes something about a right.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteRight {
    /// Which.
    pub right: RightId,
    /// What.
    pub text: String,
}

impl Command for NoteRight {
    const NAME: &'static str = "requests.note";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for NoteRight {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let text = text_of(&self.text)?;
        if text.is_empty() {
            return Err(RequestsError::EmptyNote.into());
        }
        store::add_event(cx, self.right, EventKind::Noted, &text)?;
        cx.news("right", self.right.0);
        done(cx, self.right, EventKind::Noted.name())
    }
}

/// Notes that the applicant proved who they are.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProveIdentity {
    /// Of which application.
    pub request: RequestId,
    /// How.
    pub method: ProofMethod,
}

impl Command for ProveIdentity {
    const NAME: &'static str = "requests.identity_proved";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RequestShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_request(cx, self.request)
    }
}

impl Act for ProveIdentity {
    fn run(self, cx: &Write<'_>) -> Result<Done<RequestShown>> {
        store::add_proof(cx, self.request, self.method)?;
        for mut right in store::rights_of(cx, self.request)? {
            let id = right.id;
            let before = Before::from(&right);
            move_on(cx, &mut right)?;
            if right.state != before.state {
                write(cx, right, &before, EventKind::Proved, self.method.name())?;
            } else if !right.state.is_decided() {
                store::add_event(cx, right.id, EventKind::Proved, self.method.name())?;
            }
            withdrawals::proved(cx, id)?;
        }
        request_done(cx, self.request, self.method.name())
    }
}

/// Adds what an application lacked (R3). The moment of receipt stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplyMissing {
    /// To which application.
    pub request: RequestId,
    /// Version that was read.
    pub version: i64,
    /// What was shown, all of it: former and new.
    pub shown: ShownDocument,
    /// Who applies for the person, if anybody.
    #[serde(default)]
    pub representative: Option<Representative>,
}

impl Command for SupplyMissing {
    const NAME: &'static str = "requests.supply_missing";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RequestShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_request(cx, self.request)
    }
}

impl Act for SupplyMissing {
    fn run(self, cx: &Write<'_>) -> Result<Done<RequestShown>> {
        let mut bad = Invalid::default();
        let shown = self.shown.checked(&mut bad);
        let representative = self
            .representative
            .as_ref()
            .and_then(|person| person.checked(&mut bad));
        bad.done()?;
        let shown = shown.ok_or(DoorError::Malformed)?;
        if !store::supply(
            cx,
            self.request,
            self.version,
            &shown,
            representative.as_ref(),
        )? {
            return Err(RequestsError::Conflict.into());
        }
        note_on_open(cx, self.request, EventKind::Supplied)?;
        request_done(cx, self.request, EventKind::Supplied.name())
    }
}

/// Asks the applicant for what lacks (R3): gives the words, and notes that they were asked.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskMissing {
    /// Of which application.
    pub request: RequestId,
}

/// What to tell the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AskedFor {
    /// What lacks.
    pub lacks: Vec<Lack>,
    /// The words, in the language of the reply.
    pub text: String,
}

impl Command for AskMissing {
    const NAME: &'static str = "requests.ask_missing";
    const RIGHT: Right = Right::WorkRequests;
    type Output = AskedFor;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_request(cx, self.request)
    }
}

impl Act for AskMissing {
    fn run(self, cx: &Write<'_>) -> Result<Done<AskedFor>> {
        let application = store::application(cx, self.request)?;
        let lacks = shown::lacks(cx, &application)?;
        if lacks.is_empty() {
            return Err(RequestsError::NothingLacks.into());
        }
        let say = |key: &str, args: &Args| cx.texts().get(application.lang, key, args);
        let number = store::number(&application.received_on, application.id);
        let mut lines = vec![say(
            "requests-letter-lacks",
            &Args::none().text("number", number),
        )];
        lines.extend(lacks.iter().map(|lack| {
            let key = format!("requests-lack-{}", lack.name().replace('_', "-"));
            format!("— {}", say(&key, &Args::none()))
        }));
        lines.push(say("requests-letter-clock", &Args::none()));
        note_on_open(cx, self.request, EventKind::Asked)?;
        let mut entry =
            Entry::about(Subject::new("request", self.request.0)).note(EventKind::Asked.name());
        if let Some(client) = application.client {
            entry = entry.of(client);
        }
        Ok(Done::new(
            AskedFor {
                lacks,
                text: lines.join("\n"),
            },
            entry,
        ))
    }
}

/// Notes something on every right of an application that isn't answered.
fn note_on_open(cx: &Write<'_>, request: RequestId, what: EventKind) -> Result<()> {
    for right in store::rights_of(cx, request)?
        .iter()
        .filter(|right| !right.state.is_answered())
    {
        store::add_event(cx, right.id, what, "")?;
    }
    Ok(())
}

fn request_done(
    cx: &Write<'_>,
    request: RequestId,
    note: &'static str,
) -> Result<Done<RequestShown>> {
    cx.news("request", request.0);
    let shown = RequestShown::read(cx, request)?;
    let entry = Entry::about(Subject::new("request", request.0)).note(note);
    let entry = match shown.client {
        Some(client) => entry.of(client),
        None => entry,
    };
    Ok(Done::new(shown, entry))
}

/// Answers a right: decides it, or submits the answer to a second person where one is needed.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerRight {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// How it is decided.
    pub decision: Decision,
    /// Why, where it is refused.
    #[serde(default)]
    pub ground: Option<RefusalGround>,
    /// The obligation for which a withdrawal is refused.
    #[serde(default)]
    #[ts(optional)]
    pub obligation: Option<Obligation>,
    /// The answer, in the language of the reply. A refusal gets the notice of the right to complain added.
    pub text: String,
}

impl Command for AnswerRight {
    const NAME: &'static str = "requests.answer";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for AnswerRight {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let mut right = own_right(cx, self.right, self.version)?;
        let refused = is_refusal(right.kind, self.decision);
        let second = needs_second_person(right.kind, self.decision);
        let step = if second {
            RightStep::Submit
        } else {
            RightStep::Decide
        };
        let before = Before::from(&right);
        // Somebody who never proved who they are can still be refused for just that.
        let unproved = refused && self.ground == Some(RefusalGround::NotIdentified);
        right.state = match right.state {
            super::RightState::Checking if unproved => super::RightState::InWork.after(step)?,
            super::RightState::Checking => return Err(RequestsError::NotProved.into()),
            state => state.after(step)?,
        };
        let mut bad = Invalid::default();
        let text = bad.take("text", text_of(&self.text));
        if text.as_ref().is_some_and(String::is_empty) {
            bad.note("text", RequestsError::NoAnswer);
        }
        if refused && self.ground.is_none() {
            bad.note("ground", RequestsError::NoGround);
        }
        bad.done()?;
        let text = text.ok_or(DoorError::Malformed)?;
        if right.kind == RightKind::Withdraw {
            let obligation = self.obligation.as_ref();
            withdrawals::check_answer(cx, right.id, self.decision, self.ground, obligation)?;
        }
        let lang = store::application(cx, right.application)?.lang;
        right.answer = if refused {
            format!("{text}\n\n{}", complaint_notice(cx, lang))
        } else {
            text
        };
        right.decision = Some(self.decision);
        right.ground = self.ground.filter(|_| refused);
        let what = if second {
            EventKind::Submitted
        } else {
            EventKind::Decided
        };
        let ground = right.ground;
        write(cx, right, &before, what, self.decision.name())?;
        drafts::store::forget(cx, self.right, Some(cx.seat()?.staff))?;
        let done = done(cx, self.right, self.decision.name())?;
        if second {
            return Ok(done);
        }
        let entries = withdrawals::decided(cx, self.right, self.decision, ground)?;
        Ok(entries.into_iter().fold(done, Done::also))
    }
}

/// Approves an answer, as the second person.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveAnswer {
    /// Of which right.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
}

impl Command for ApproveAnswer {
    const NAME: &'static str = "requests.approve";
    const RIGHT: Right = Right::AssignRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for ApproveAnswer {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let mut right = right_at(cx, self.right, self.version)?;
        let me = cx.seat()?.staff;
        let before = Before::from(&right);
        right.state = right.state.after(RightStep::Approve)?;
        if right.owner == Some(me) || store::submitted_by(cx, right.id)? == Some(me) {
            return Err(RequestsError::SecondPerson.into());
        }
        let (decision, ground) = (right.decision, right.ground);
        write(cx, right, &before, EventKind::Decided, "")?;
        let done = done(cx, self.right, RightStep::Approve.name())?;
        let entries = match decision {
            Some(decision) => withdrawals::decided(cx, self.right, decision, ground)?,
            None => Vec::new(),
        };
        Ok(entries.into_iter().fold(done, Done::also))
    }
}

/// Sends a submitted answer back, with what is wrong about it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SendBack {
    /// Of which right.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// What is wrong.
    pub text: String,
}

impl Command for SendBack {
    const NAME: &'static str = "requests.send_back";
    const RIGHT: Right = Right::AssignRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for SendBack {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let mut right = right_at(cx, self.right, self.version)?;
        let before = Before::from(&right);
        right.state = right.state.after(RightStep::SendBack)?;
        let text = line_of(&self.text)?;
        if text.is_empty() {
            return Err(RequestsError::EmptyNote.into());
        }
        write(cx, right, &before, EventKind::SentBack, &text)?;
        done(cx, self.right, RightStep::SendBack.name())
    }
}

/// The cause of lateness, checked.
fn cause(given: Option<LateCause>, note: &str) -> Result<Option<(LateCause, String)>> {
    let note = line_of(note)?;
    match given {
        None => Ok(None),
        Some(LateCause::Other) if note.is_empty() => Err(RequestsError::CauseText.into()),
        Some(cause) => Ok(Some((cause, note))),
    }
}

/// Gives the cause of lateness: asked once, from then on shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainLate {
    /// Of which right.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// Why.
    pub cause: LateCause,
    /// In words; needed for another cause.
    #[serde(default)]
    pub cause_note: String,
}

impl Command for ExplainLate {
    const NAME: &'static str = "requests.explain_late";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for ExplainLate {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let mut right = right_at(cx, self.right, self.version)?;
        let ended = right.answered_at.map_or(cx.today(), |at| at.date());
        if ended <= right.due {
            return Err(RequestsError::NotLate.into());
        }
        let before = Before::from(&right);
        if let Some((cause, note)) = cause(Some(self.cause), &self.cause_note)? {
            (right.late_cause, right.late_note) = (Some(cause), note);
        }
        write(cx, right, &before, EventKind::Explained, self.cause.name())?;
        done(cx, self.right, self.cause.name())
    }
}

/// Notes that the reply was sent or handed over: the clock stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseRight {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// How the reply reached the person.
    pub delivery: ReplyDelivery,
    /// Why it is late, where it is and nobody has said yet.
    #[serde(default)]
    pub cause: Option<LateCause>,
    /// In words; needed for another cause.
    #[serde(default)]
    pub cause_note: String,
}

impl Command for CloseRight {
    const NAME: &'static str = "requests.close";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for CloseRight {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let mut right = own_right(cx, self.right, self.version)?;
        let before = Before::from(&right);
        right.state = right.state.after(RightStep::Close)?;
        let late = cx.today() > right.due;
        if let Some((cause, note)) = cause(self.cause, &self.cause_note)?.filter(|_| late) {
            (right.late_cause, right.late_note) = (Some(cause), note);
        }
        if late && right.late_cause.is_none() {
            return Err(RequestsError::NoCause.into());
        }
        right.delivery = Some(self.delivery);
        right.answered_at = Some(cx.now());
        write(
            cx,
            right,
            &before,
            EventKind::Answered,
            self.delivery.name(),
        )?;
        drafts::store::forget(cx, self.right, None)?;
        done(cx, self.right, self.delivery.name())
    }
}

/// Takes an answered right up again, as a new right linked to it; nothing of the old one is deleted.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// Why.
    pub text: String,
}

impl Command for Reopen {
    const NAME: &'static str = "requests.reopen";
    const RIGHT: Right = Right::AssignRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for Reopen {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let right = right_at(cx, self.right, self.version)?;
        let before = Before::from(&right);
        right.state.after(RightStep::Reopen)?;
        let text = line_of(&self.text)?;
        if text.is_empty() {
            return Err(RequestsError::EmptyNote.into());
        }
        let place = Place {
            operator: right.operator,
            branch: right.branch,
            client: right.client,
        };
        let new = register::insert_right(
            cx,
            &place,
            right.application,
            cx.now(),
            &right.rule,
            &right.fields,
            Some(right.id),
        )?;
        write(cx, right, &before, EventKind::Reopened, &text)?;
        withdrawals::reopened(cx, self.right, new)?;
        cx.news("right", new.0);
        Ok(done(cx, new, EventKind::Reopened.name())?
            .also(about(self.right, place.client).note("reopened")))
    }
}

/// Links a right with another as the same matter, or unlinks it. Never automatic, and never a state.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkDuplicate {
    /// Which.
    pub right: RightId,
    /// Version that was read.
    pub version: i64,
    /// With which; nothing unlinks.
    pub of: Option<RightId>,
}

impl Command for LinkDuplicate {
    const NAME: &'static str = "requests.link_duplicate";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, self.right)
    }
}

impl Act for LinkDuplicate {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let mut right = right_at(cx, self.right, self.version)?;
        let before = Before::from(&right);
        if let Some(of) = self.of {
            let other = store::right(cx, of)?;
            let same = other.client.is_some()
                && other.client == right.client
                && other.operator == right.operator;
            if other.id == right.id || !same || other.duplicate_of.is_some() {
                return Err(RequestsError::Link.into());
            }
        }
        right.duplicate_of = self.of;
        write(cx, right, &before, EventKind::Linked, "")?;
        done(cx, self.right, EventKind::Linked.name())
    }
}

/// Takes back what one did within the last ten minutes: taking, handing over, noting. A line more, never a line less.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoEvent {
    /// What.
    pub event: EventId,
}

impl Command for UndoEvent {
    const NAME: &'static str = "requests.undo";
    const RIGHT: Right = Right::WorkRequests;
    type Output = RightShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target_of_right(cx, store::event(cx, self.event)?.right)
    }
}

impl Act for UndoEvent {
    fn run(self, cx: &Write<'_>) -> Result<Done<RightShown>> {
        let event = store::event(cx, self.event)?;
        let mut right = store::right(cx, event.right)?;
        if !can_undo(&event, &right, cx.seat()?.staff, cx.now()) {
            return Err(RequestsError::NoUndo.into());
        }
        let before = Before::from(&right);
        if event.what != EventKind::Noted {
            right.state = event.from_state;
            right.owner = event.from_owner;
            right.owner_since = event.from_owner.map(|_| cx.now());
            if !store::update_right(cx, &right)? {
                return Err(RequestsError::Conflict.into());
            }
            right.version += 1;
        }
        let id = right.id;
        store::add_change(cx, &right, &before, EventKind::Undone, "", Some(event.id))?;
        cx.news("right", id.0);
        done(cx, id, EventKind::Undone.name())
    }
}
