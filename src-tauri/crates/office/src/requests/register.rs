//! Registering an application: what arrived, when, and which rights it asks for (R1, R3).

use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use kz::term::count;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store::{self, Before, NewApplication, NewRight};
use super::{
    Channel, ClockRule, EventKind, ProofMethod, RequestShown, RequestsError, RightId, RightKind,
    line_of, text_of, work,
};
use crate::blocks::{self, BlockGround, BlockScope, Deed, NewBlock};
use crate::calendar;
use crate::clients::{self, ClientId, Field, Fields};
use crate::clock::{Moment, Stamp};
use crate::consents::withdrawals::{self, AskedWithdrawal};
use crate::door::{Act, Command, Done, DoorError, Entry, Read, Subject, Target, Write};
use crate::error::{Invalid, Result};
use crate::operators;
use crate::policy::{BranchId, OperatorId, Reach, Right, reach};
use crate::texts::Lang;

/// Who applies, where they are no client yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// Their name.
    #[serde(default)]
    pub name: String,
    /// How to reach them.
    #[serde(default)]
    pub contact: String,
}

/// What the applicant showed of who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShownDocument {
    /// Number of the identity document.
    #[serde(default)]
    pub number: String,
    /// When it was issued, `2022-01-30`.
    #[serde(default)]
    pub issued: String,
    /// Who issued it.
    #[serde(default)]
    pub issuer: String,
    /// The application is signed, or has what stands for it electronically.
    #[serde(default)]
    pub signed: bool,
}

impl ShownDocument {
    /// As it is kept.
    pub(super) fn checked(&self, bad: &mut Invalid) -> Option<Self> {
        let number = bad.take("shown.number", line_of(&self.number));
        let issued = bad.take("shown.issued", date_of(&self.issued));
        let issuer = bad.take("shown.issuer", line_of(&self.issuer));
        Some(ShownDocument {
            number: number?,
            issued: issued?,
            issuer: issuer?,
            signed: self.signed,
        })
    }
}

/// Who applies for the person, and by what document (C3, R3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    /// Their name.
    pub name: String,
    /// The document that gives the authority, with its number.
    #[serde(default)]
    pub paper: String,
    /// Its date. A power of attorney without one is void.
    #[serde(default)]
    pub from: String,
    /// Until when it holds; a year where nothing is said, three at most (Civil Code art. 168).
    #[serde(default)]
    pub until: String,
}

impl Representative {
    pub(crate) fn checked(&self, bad: &mut Invalid) -> Option<Self> {
        let name = bad.take("representative.name", line_of(&self.name));
        let paper = bad.take("representative.paper", line_of(&self.paper));
        let from = bad.take("representative.from", date_of(&self.from));
        let until = bad.take("representative.until", date_of(&self.until));
        if name.as_ref().is_some_and(String::is_empty) {
            bad.note("representative.name", RequestsError::NoApplicant);
        }
        Some(Representative {
            name: name?,
            paper: paper?,
            from: from?,
            until: until?,
        })
    }

    /// The document is named and its authority had begun on that day.
    pub(super) fn is_complete(&self, on: NaiveDate) -> bool {
        !self.paper.is_empty() && self.from().is_some_and(|from| from <= on)
    }

    /// The authority was over on that day.
    pub(super) fn is_over(&self, on: NaiveDate) -> bool {
        let Some(from) = self.from() else {
            return false;
        };
        let most = from.checked_add_months(Months::new(36)).unwrap_or(from);
        let year = from.checked_add_months(Months::new(12)).unwrap_or(from);
        let until = self.until.parse::<NaiveDate>().unwrap_or(year);
        until.min(most) < on
    }

    fn from(&self) -> Option<NaiveDate> {
        self.from.parse().ok()
    }
}

/// A right that an application asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedRight {
    /// What is asked for.
    pub kind: RightKind,
    /// The disputed fields: a rectification names at least one, a complaint may.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// What is withdrawn, where a consent is; everything where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub withdrawal: Option<AskedWithdrawal>,
}

/// Registers an application; the clock of each right runs from receipt.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterRequest {
    /// Whose data, where they are a client.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// Who applies, where they are no client.
    #[serde(default)]
    pub applicant: Applicant,
    /// How it arrived.
    pub channel: Channel,
    /// When it arrived, by local time; now where nothing is said.
    #[serde(default)]
    pub received: Option<Stamp>,
    /// What it says.
    pub text: String,
    /// The language of the reply.
    pub lang: Lang,
    /// What the applicant showed.
    #[serde(default)]
    pub shown: ShownDocument,
    /// Who applies for the person.
    #[serde(default)]
    pub representative: Option<Representative>,
    /// How the applicant proved who they are, where they did.
    #[serde(default)]
    pub proof: Option<ProofMethod>,
    /// What is asked for; each once.
    pub rights: Vec<AskedRight>,
    /// The branch that works on it; one's own where nothing is said.
    #[serde(default)]
    pub branch: Option<BranchId>,
    /// Take it at once.
    #[serde(default)]
    pub take: bool,
}

impl Command for RegisterRequest {
    const NAME: &'static str = "requests.register";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = RequestShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        match self.client {
            Some(client) => clients::target(cx, client, Deed::Store, Fields::All),
            None => match self.branch {
                Some(branch) => {
                    let branch =
                        operators::store::branch(cx, branch)?.ok_or(RequestsError::Branch)?;
                    Ok(Target::at(branch.operator, vec![branch.id]))
                }
                None => Ok(Target::own(cx)),
            },
        }
    }
}

impl Act for RegisterRequest {
    fn run(self, cx: &Write<'_>) -> Result<Done<RequestShown>> {
        let seat = cx.seat()?.clone();
        let mut bad = Invalid::default();
        let branch = bad.take("branch", branch_for(cx, self.branch)?);
        let name = bad.take("applicant", line_of(&self.applicant.name));
        let contact = bad.take("applicant", line_of(&self.applicant.contact));
        if self.client.is_none() && name.as_ref().is_some_and(String::is_empty) {
            bad.note("applicant", RequestsError::NoApplicant);
        }
        let received = bad.take("received", received_at(self.received.as_ref(), cx.now()));
        let text = bad.take("text", text_of(&self.text));
        if text.as_ref().is_some_and(String::is_empty) {
            bad.note("text", RequestsError::NoText);
        }
        let shown = self.shown.checked(&mut bad);
        let representative = self
            .representative
            .as_ref()
            .and_then(|person| person.checked(&mut bad));
        bad.take("rights", check_rights(&self.rights));
        bad.done()?;
        let (Some(branch), Some(name), Some(contact), Some(received), Some(text), Some(shown)) =
            (branch, name, contact, received, text, shown)
        else {
            return Err(DoorError::Malformed.into());
        };
        let request = store::insert_application(
            cx,
            &NewApplication {
                operator: seat.operator,
                branch,
                client: self.client,
                applicant: &Applicant { name, contact },
                channel: self.channel,
                received,
                text: &text,
                lang: self.lang,
                shown: &shown,
                representative: representative.as_ref(),
            },
        )?;
        let mut entry = Entry::about(Subject::new("request", request.0)).note(self.channel.name());
        if let Some(client) = self.client {
            entry = entry.of(client);
        }
        if let Some(method) = self.proof {
            store::add_proof(cx, request, method)?;
        }
        let place = Place {
            operator: seat.operator,
            branch,
            client: self.client,
        };
        let mut others = Vec::new();
        for asked in &self.rights {
            others.extend(open_right(cx, &place, request, received, asked)?);
        }
        if self.take {
            for right in store::rights_of(cx, request)? {
                work::take(cx, right, None)?;
            }
        }
        cx.news("request", request.0);
        let done = Done::new(RequestShown::read(cx, request)?, entry);
        Ok(others.into_iter().fold(done, Done::also))
    }
}

/// Where a right is worked on and whose it is.
pub(super) struct Place {
    pub operator: OperatorId,
    pub branch: BranchId,
    pub client: Option<ClientId>,
}

/// Opens a right with its clock; blocks the disputed fields where it disputes any (D1). Returns what the journal records.
fn open_right(
    cx: &Write<'_>,
    place: &Place,
    request: super::RequestId,
    received: Moment,
    asked: &AskedRight,
) -> Result<Vec<Entry>> {
    let rules = operators::store::operator(cx, place.operator)?
        .profile
        .terms;
    let rule = ClockRule::of(&rules, asked.kind);
    let right = insert_right(cx, place, request, received, &rule, &asked.fields, None)?;
    let mut entries = vec![about(right, place.client).note(asked.kind.name())];
    if let (RightKind::Withdraw, Some(client)) = (asked.kind, place.client) {
        let wanted = asked.withdrawal.as_ref();
        entries.extend(withdrawals::asked(
            cx,
            right,
            client,
            place.operator,
            received,
            wanted,
        )?);
    }
    if let Some(client) = place.client
        && asked.kind.disputes()
        && !asked.fields.is_empty()
    {
        let ground = match asked.kind {
            RightKind::Complaint => BlockGround::RightsApplication,
            _ => BlockGround::AccuracyDisputed,
        };
        let review_on = store::right(cx, right)?.due;
        let scope = BlockScope::Fields {
            fields: asked.fields.clone(),
        }
        .checked()?;
        let new = NewBlock {
            client,
            ground,
            ground_text: "",
            method: "",
            scope,
            right: Some(right),
            review_on,
            behalf: None,
        };
        let block = blocks::set(cx, new)?;
        store::add_event(cx, right, EventKind::Blocked, &block.to_string())?;
        let fields = asked.fields.iter().map(|field| field.name());
        entries.push(
            Entry::about(Subject::new("block", block.0))
                .of(client)
                .fields(fields)
                .note(ground.name()),
        );
    }
    Ok(entries)
}

/// Keeps a right with its first count, and the event of its registration.
pub(super) fn insert_right(
    cx: &Write<'_>,
    place: &Place,
    request: super::RequestId,
    received: Moment,
    rule: &ClockRule,
    fields: &[Field],
    reopens: Option<RightId>,
) -> Result<RightId> {
    let counted = count(received.local(), &rule.term(), &calendar::current(cx)?);
    let right = store::insert_right(
        cx,
        &NewRight {
            application: request,
            operator: place.operator,
            branch: place.branch,
            client: place.client,
            fields,
            received,
            rule,
            counted: &counted,
            reopens,
        },
    )?;
    let row = store::right(cx, right)?;
    store::add_change(
        cx,
        &row,
        &Before::from(&row),
        EventKind::Registered,
        "",
        None,
    )?;
    Ok(right)
}

/// A journal entry about a right.
pub(super) fn about(right: RightId, client: Option<ClientId>) -> Entry {
    let entry = Entry::about(Subject::new("right", right.0));
    match client {
        Some(client) => entry.of(client),
        None => entry,
    }
}

/// The branch that works on it: one's own, or another of the operator for those whose right reaches there.
fn branch_for(cx: &Read<'_>, wanted: Option<BranchId>) -> Result<Result<BranchId, RequestsError>> {
    let seat = cx.seat()?;
    let Some(wanted) = wanted else {
        return Ok(Ok(seat.branch));
    };
    let found = operators::store::branch(cx, wanted)?;
    let reached = found.filter(|branch| {
        branch.operator == seat.operator
            && !branch.closed
            && (branch.id == seat.branch
                || reach(seat.role, Right::RegisterRequest) >= Reach::Operator)
    });
    Ok(reached.map(|branch| branch.id).ok_or(RequestsError::Branch))
}

/// The moment of receipt: not in the future and not longer ago than a year.
pub(crate) fn received_at(given: Option<&Stamp>, now: Moment) -> Result<Moment, RequestsError> {
    let Some(given) = given else { return Ok(now) };
    let text = format!("{}T{}", given.date, given.time);
    let local = NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M")
        .map_err(|_| RequestsError::Received)?;
    let received = Moment::of_local(local);
    let earliest = now
        .date()
        .checked_sub_days(Days::new(366))
        .unwrap_or(NaiveDate::MIN);
    if received <= now && received.date() >= earliest {
        Ok(received)
    } else {
        Err(RequestsError::Received)
    }
}

fn check_rights(rights: &[AskedRight]) -> Result<(), RequestsError> {
    if rights.is_empty() {
        return Err(RequestsError::NoRights);
    }
    let mut kinds: Vec<_> = rights.iter().map(|right| right.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < rights.len() {
        return Err(RequestsError::RightTwice);
    }
    if rights
        .iter()
        .any(|right| right.kind == RightKind::Rectify && right.fields.is_empty())
    {
        return Err(RequestsError::NoFields);
    }
    Ok(())
}

/// A date as it is kept; empty where none was given.
fn date_of(text: &str) -> Result<String, RequestsError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    text.parse::<NaiveDate>()
        .map(|date| date.to_string())
        .map_err(|_| RequestsError::Date)
}
