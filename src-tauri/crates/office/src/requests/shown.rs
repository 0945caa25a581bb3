//! Applications and rights as they cross the door.

use chrono::{Days, NaiveDate};
use kz::Calendar;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store::{self, Application, EventRow, RightRow};
use super::work::UNDO_MINUTES;
use super::{
    Applicant, Channel, ClockRule, Decision, Due, EventId, EventKind, Lack, LateCause, ProofMethod,
    RefusalGround, ReplyDelivery, Representative, RequestId, RightId, RightKind, RightState,
    RightStep, ShownDocument,
};
use crate::blocks;
use crate::calendar;
use crate::clients::{ClientId, Field};
use crate::clock::Stamp;
use crate::door::{Read, StaffId};
use crate::error::{Args, Result};
use crate::policy::BranchId;
use crate::texts::Lang;

/// An application with everything in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RequestShown {
    /// Number in the vault.
    pub id: RequestId,
    /// Number as people write it: `2026-00017`.
    pub number: String,
    /// In which branch it is worked on.
    pub branch: BranchId,
    /// Its name.
    pub branch_name: String,
    /// Whose data, where they are a client.
    pub client: Option<ClientId>,
    /// Who applies: the client's name, or the applicant's. Masked where the data are blocked.
    pub who: String,
    /// Who applies, where they are no client, and how to reach them.
    pub applicant: Applicant,
    /// How it arrived.
    pub channel: Channel,
    /// When; never changes.
    pub received: Stamp,
    /// When it was entered.
    pub entered: Stamp,
    /// By whom.
    pub entered_by: String,
    /// What it says.
    pub text: String,
    /// The language of the reply.
    pub lang: Lang,
    /// What the applicant showed.
    pub shown: ShownDocument,
    /// Who applies for the person.
    pub representative: Option<Representative>,
    /// What is still lacking.
    pub lacks: Vec<Lack>,
    /// How the applicant proved who they are.
    pub proofs: Vec<ProofShown>,
    /// What is asked for.
    pub rights: Vec<RightShown>,
    /// What a refusal adds to its text, in the language of the reply.
    pub complaint_notice: String,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

/// A proof of identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProofShown {
    /// How.
    pub method: ProofMethod,
    /// When.
    pub at: Stamp,
    /// Before whom.
    pub by: String,
}

/// A right with everything about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RightShown {
    /// Number.
    pub id: RightId,
    /// Of which application.
    pub request: RequestId,
    /// What is asked for.
    pub kind: RightKind,
    /// The disputed fields.
    pub fields: Vec<Field>,
    /// How it stands.
    pub state: RightState,
    /// The steps that fit that state.
    pub steps: Vec<RightStep>,
    /// Who has it.
    pub owner: Option<StaffId>,
    /// Their name; empty where nobody has it.
    pub owner_name: String,
    /// Since when.
    pub owner_since: Option<Stamp>,
    /// When it is due.
    pub due: Due,
    /// The last day before it was counted anew, where it moved.
    pub due_before: Option<String>,
    /// By which rule.
    pub rule: ClockRule,
    /// Who applies has proved it well enough for this kind of right.
    pub proved: bool,
    /// How it was decided.
    pub decision: Option<Decision>,
    /// Why it was refused.
    pub ground: Option<RefusalGround>,
    /// The answer.
    pub answer: String,
    /// How the reply reached the person.
    pub delivery: Option<ReplyDelivery>,
    /// When.
    pub answered: Option<Stamp>,
    /// Why it is late.
    pub late_cause: Option<LateCause>,
    /// In words; may be empty.
    pub late_note: String,
    /// The same matter as this right.
    pub duplicate_of: Option<RightId>,
    /// The right that this one takes up again.
    pub reopens: Option<RightId>,
    /// Other rights that may be the same matter: a hint, never a state.
    pub alike: Vec<AlikeRight>,
    /// What happened to it, in order.
    pub events: Vec<EventShown>,
    /// The last thing that the asker did here and can still take back.
    pub undo: Option<EventId>,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

/// A right of the same person and kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AlikeRight {
    /// Which.
    pub right: RightId,
    /// Of which application.
    pub request: RequestId,
    /// Its number.
    pub number: String,
    /// How it stands.
    pub state: RightState,
}

/// Something that happened to a right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct EventShown {
    /// Number.
    pub id: EventId,
    /// What.
    pub what: EventKind,
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: String,
    /// The state after it, where it changed.
    pub state: Option<RightState>,
    /// Who has it after that, where it changed; empty: nobody.
    pub owner: Option<String>,
    /// In words, or the former due date.
    pub note: String,
    /// It takes this one back.
    pub undoes: Option<EventId>,
    /// It was taken back.
    pub undone: bool,
}

/// How many days back an answered right may still be the same matter.
const ALIKE_DAYS: u64 = 30;

impl RequestShown {
    /// An application with everything in it, as the asker may see it.
    pub(super) fn read(cx: &Read<'_>, id: RequestId) -> Result<Self> {
        Self::new(cx, store::application(cx, id)?)
    }

    pub(super) fn new(cx: &Read<'_>, application: Application) -> Result<Self> {
        let calendar = calendar::current(cx)?;
        let proofs = store::proofs(cx, application.id)?;
        let lacks = lacks(cx, &application)?;
        let rights = store::rights_of(cx, application.id)?
            .into_iter()
            .map(|right| RightShown::new(cx, right, &calendar, level(&proofs)))
            .collect::<Result<_>>()?;
        Ok(RequestShown {
            id: application.id,
            number: store::number(&application.received_on, application.id),
            branch: application.branch,
            branch_name: application.branch_name,
            client: application.client,
            who: who(cx, application.client, &application.applicant)?,
            applicant: application.applicant,
            channel: application.channel,
            received: application.received.stamp(),
            entered: application.entered_at.stamp(),
            entered_by: application.entered_by,
            text: application.text,
            lang: application.lang,
            shown: application.shown,
            representative: application.representative,
            lacks,
            proofs: proofs
                .into_iter()
                .map(|(method, at, by)| ProofShown {
                    method,
                    at: at.stamp(),
                    by,
                })
                .collect(),
            rights,
            complaint_notice: complaint_notice(cx, application.lang),
            version: application.version,
        })
    }
}

impl RightShown {
    /// A right, as the asker may see it.
    pub(super) fn read(cx: &Read<'_>, id: RightId) -> Result<Self> {
        let right = store::right(cx, id)?;
        let proved = level(&store::proofs(cx, right.application)?);
        Self::new(cx, right, &calendar::current(cx)?, proved)
    }

    fn new(cx: &Read<'_>, right: RightRow, calendar: &Calendar, proved: u8) -> Result<Self> {
        let events = store::events(cx, right.id)?;
        let counts = store::counts(cx, right.id)?;
        let due_before = counts
            .iter()
            .rev()
            .map(|kept| kept.count.due)
            .find(|due| *due != right.due)
            .map(|due| due.to_string());
        let since = cx
            .today()
            .checked_sub_days(Days::new(ALIKE_DAYS))
            .unwrap_or(NaiveDate::MIN);
        let alike = store::alike(cx, &right, since)?
            .into_iter()
            .map(|other| AlikeRight {
                right: other.id,
                request: other.application,
                number: store::number(&other.received_on.to_string(), other.application),
                state: other.state,
            })
            .collect();
        Ok(RightShown {
            id: right.id,
            request: right.application,
            kind: right.kind,
            state: right.state,
            steps: right.state.steps(),
            owner: right.owner,
            owner_since: right.owner_since.map(|at| at.stamp()),
            due: due(cx, &right, calendar),
            due_before,
            proved: proved >= right.kind.level(),
            decision: right.decision,
            ground: right.ground,
            delivery: right.delivery,
            answered: right.answered_at.map(|at| at.stamp()),
            late_cause: right.late_cause,
            duplicate_of: right.duplicate_of,
            reopens: right.reopens,
            alike,
            undo: undoable(cx, &right, &events)?,
            events: events.into_iter().map(EventShown::from).collect(),
            version: right.version,
            fields: right.fields,
            owner_name: right.owner_name,
            rule: right.rule,
            answer: right.answer,
            late_note: right.late_note,
        })
    }
}

impl From<EventRow> for EventShown {
    fn from(event: EventRow) -> Self {
        EventShown {
            id: event.id,
            what: event.what,
            at: event.at.stamp(),
            by: event.by_name,
            state: (event.from_state != event.to_state).then_some(event.to_state),
            owner: (event.from_owner != event.to_owner).then_some(event.to_owner_name),
            note: if event.undone {
                String::new()
            } else {
                event.note
            },
            undoes: event.undoes,
            undone: event.undone,
        }
    }
}

/// The last thing that the asker did to a right and can still take back.
fn undoable(cx: &Read<'_>, right: &RightRow, events: &[EventRow]) -> Result<Option<EventId>> {
    let me = cx.seat()?.staff;
    Ok(events
        .iter()
        .rev()
        .find(|event| can_undo(event, right, me, cx.now()))
        .map(|event| event.id))
}

/// Everyday acts, by whoever did them, within ten minutes, while nothing else has changed the right.
pub(super) fn can_undo(
    event: &EventRow,
    right: &RightRow,
    me: StaffId,
    now: crate::Moment,
) -> bool {
    event.what.can_be_undone()
        && !event.undone
        && event.by == me
        && now.since(event.at) <= chrono::Duration::minutes(UNDO_MINUTES)
        && (event.what == EventKind::Noted || event.version == right.version)
}

/// When a right is due and how that stands.
pub(super) fn due(cx: &Read<'_>, right: &RightRow, calendar: &Calendar) -> Due {
    Due::new(
        right.due,
        right.received_on,
        cx.today(),
        right.answered_at.map(|at| at.date()),
        calendar,
    )
}

/// How well the applicant proved who they are.
pub(super) fn level(proofs: &[(ProofMethod, crate::Moment, String)]) -> u8 {
    proofs
        .iter()
        .map(|(method, ..)| method.level())
        .max()
        .unwrap_or(0)
}

/// Who applies: the client by name, masked where a block covers the name, or the applicant.
pub(super) fn who(
    cx: &Read<'_>,
    client: Option<ClientId>,
    applicant: &Applicant,
) -> Result<String> {
    match client {
        Some(client) => blocks::client_name(cx, client),
        None => Ok(applicant.name.clone()),
    }
}

/// That a refusal can be complained of, and where (R6).
pub(super) fn complaint_notice(cx: &Read<'_>, lang: Lang) -> String {
    cx.texts()
        .get(lang, "requests-letter-complaint", &Args::none())
}

/// What an application lacks (R3). A demand of a state body isn't a person's application.
pub(super) fn lacks(cx: &Read<'_>, application: &Application) -> Result<Vec<Lack>> {
    if store::rights_of(cx, application.id)?
        .iter()
        .all(|right| right.kind == RightKind::StateDemand)
    {
        return Ok(Vec::new());
    }
    let shown = &application.shown;
    // What a code, a code word or an electronic signature proves stands for the signature.
    let signed_otherwise = store::proofs(cx, application.id)?
        .iter()
        .any(|(method, ..)| {
            matches!(
                method,
                ProofMethod::Eds | ProofMethod::SmsCode | ProofMethod::CodeWord
            )
        });
    let mut lacks = Vec::new();
    let mut need = |there: bool, lack| {
        if !there {
            lacks.push(lack);
        }
    };
    need(!shown.number.is_empty(), Lack::DocumentNumber);
    need(!shown.issued.is_empty(), Lack::DocumentIssued);
    need(!shown.issuer.is_empty(), Lack::DocumentIssuer);
    need(shown.signed || signed_otherwise, Lack::Signature);
    if let Some(representative) = &application.representative {
        let received = application.received.date();
        need(representative.is_complete(received), Lack::Authority);
        need(!representative.is_over(received), Lack::AuthorityOver);
    }
    Ok(lacks)
}
