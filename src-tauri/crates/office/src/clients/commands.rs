//! What can be asked about clients.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::find::{FoundPerson, by_number};
use super::{
    ClientId, ClientsError, Datum, Field, Fields, Ground, Name, SubjectKind, Values, need_name,
    read_form, store, target, values,
};
use crate::blocks::{self, Deed};
use crate::clock::Stamp;
use crate::door::{Act, Ask, Command, Done, Entry, Read, Subject, Target, Write};
use crate::error::{Invalid, Result};
use crate::journal::{self, JournalRow};
use crate::policy::{BranchId, OperatorId, Right};
use crate::{loyalty, operators};

/// Longest reason or number of a paper, in letters.
const LONGEST_NOTE: usize = 300;
/// Entries of the journal shown on a card.
const LOOKS: i64 = 200;
/// People shown before anything is typed.
const RECENT: usize = 12;
/// People are counted up to here.
const COUNTED: i64 = 10_000;

/// One value on a card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Shown {
    /// Which.
    pub datum: Datum,
    /// The category it belongs to.
    pub field: Field,
    /// The canonical value, for a form; none where nothing is known or a block hides it.
    pub value: Option<String>,
    /// As people read it.
    pub shown: Option<String>,
    /// A block covers it; whoever works on the block still reads the value.
    pub blocked: bool,
    /// How many former values are remembered.
    pub former: u32,
    /// When it was last changed.
    pub changed: Option<Stamp>,
}

/// By what document a representative acts (C3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Authority {
    /// Who is represented.
    pub represented: ClientId,
    /// The document: what, number.
    pub paper: String,
    /// Date of issue.
    pub issued: String,
    /// Valid until, inclusive.
    pub until: String,
    /// It is valid today.
    pub holds: bool,
}

/// A client's card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Card {
    /// Number.
    pub client: ClientId,
    /// Surname, name, patronymic in one line; none while a block hides the name.
    pub name: Option<String>,
    /// What the person is to the operator.
    pub kind: SubjectKind,
    /// Operator.
    pub operator: OperatorId,
    /// Home branch.
    pub branch: BranchId,
    /// Its name.
    pub branch_name: String,
    /// Every value that the operator's list names, in the list's order.
    pub data: Vec<Shown>,
    /// Blocked categories.
    pub blocked: Vec<Field>,
    /// Full years of age.
    pub age: Option<u32>,
    /// Values that look unlike one another: to be compared with the document, no error.
    pub doubts: Vec<Doubt>,
    /// For whom the person may act.
    pub authorities: Vec<Authority>,
    /// When the card was made.
    pub created: Stamp,
    /// By whom.
    pub created_by: String,
    /// When it was last changed.
    pub changed: Stamp,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

crate::named! {
    /// A likely mistake, to be looked at twice (C5: since 2013 an IIN needn't agree with birth date and sex).
    Doubt {
        /// The IIN says another birth date.
        BirthDate = "birth_date",
        /// The IIN says another sex.
        Sex = "sex",
        /// The document has expired.
        Expired = "expired",
    }
}

/// Reads a card for the asker: blocked values hidden.
fn card(cx: &Read<'_>, client: ClientId) -> Result<Card> {
    let record = store::record(cx, client)?.ok_or(ClientsError::NotFound)?;
    let values = store::values(cx, client)?.ok_or(ClientsError::NotFound)?;
    let blocks = blocks::masked_fields(cx, client)?;
    let changes = store::changes(cx, client)?;
    let profile = operators::store::operator(cx, record.operator)?.profile;
    let seen: Values = values
        .iter()
        .filter(|(datum, _)| !blocks.masked.contains(&datum.field()))
        .map(|(d, v)| (*d, v.clone()))
        .collect();
    let data = Datum::ALL
        .iter()
        .filter(|datum| profile.categories.contains(&datum.field()))
        .map(|datum| Shown {
            datum: *datum,
            field: datum.field(),
            value: seen.get(datum).cloned(),
            shown: seen.get(datum).map(|value| values::shown(*datum, value)),
            blocked: blocks.fields.contains(&datum.field()),
            former: changes.get(datum).map_or(0, |(count, _)| *count),
            changed: changes.get(datum).map(|(_, at)| at.stamp()),
        })
        .collect();
    let birth: Option<NaiveDate> = seen
        .get(&Datum::BirthDate)
        .and_then(|date| date.parse().ok());
    Ok(Card {
        client,
        name: Some(Name::of(&seen).whole()).filter(|name| !name.is_empty()),
        kind: record.kind,
        operator: record.operator,
        branch: record.branch,
        branch_name: record.branch_name,
        data,
        age: birth.and_then(|birth| cx.today().years_since(birth)),
        doubts: doubts(&seen, birth, cx.today()),
        blocked: blocks.fields,
        authorities: store::authorities(cx, client)?,
        created: record.created.stamp(),
        created_by: record.created_by,
        changed: record.changed.stamp(),
        version: record.version,
    })
}

fn doubts(seen: &Values, birth: Option<NaiveDate>, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if let Some(iin) = seen
        .get(&Datum::Iin)
        .and_then(|iin| kz::Iin::parse(iin).ok())
    {
        let hint = iin.hint();
        if hint.birth.is_some() && birth.is_some() && hint.birth != birth {
            doubts.push(Doubt::BirthDate);
        }
        let said = hint.sex.map(|sex| match sex {
            kz::Sex::Female => "female",
            kz::Sex::Male => "male",
        });
        if let (Some(said), Some(sex)) = (said, seen.get(&Datum::Sex))
            && said != sex
        {
            doubts.push(Doubt::Sex);
        }
    }
    let expires: Option<NaiveDate> = seen
        .get(&Datum::DocumentExpires)
        .and_then(|date| date.parse().ok());
    if expires.is_some_and(|expires| expires < today) {
        doubts.push(Doubt::Expired);
    }
    doubts
}

/// Opens a client's card. Every look is on record (A1).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenClient {
    /// Whose.
    pub client: ClientId,
}

impl Command for OpenClient {
    const NAME: &'static str = "clients.open";
    const RIGHT: Right = Right::OpenClient;
    type Output = Card;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Act for OpenClient {
    fn run(self, cx: &Write<'_>) -> Result<Done<Card>> {
        Ok(Done::new(
            card(cx, self.client)?,
            Entry::about(Subject::client(self.client)),
        ))
    }
}

/// Serves here a person whom another branch knows: the branch is added to the card, with the reason.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveClient {
    /// Whom.
    pub client: ClientId,
    /// Why the person is here.
    pub reason: String,
}

impl Command for ReceiveClient {
    const NAME: &'static str = "clients.receive";
    const RIGHT: Right = Right::ReceiveClient;
    type Output = Card;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Act for ReceiveClient {
    fn run(self, cx: &Write<'_>) -> Result<Done<Card>> {
        let reason = note(&self.reason).ok_or(ClientsError::NoReason)?;
        store::add_branch(cx, self.client, cx.seat()?.branch, &reason)?;
        cx.news("client", self.client.0);
        Ok(Done::new(
            card(cx, self.client)?,
            Entry::about(Subject::client(self.client)),
        ))
    }
}

/// A short text that may not be empty.
fn note(text: &str) -> Option<String> {
    let tidy = values::tidy(text);
    (!tidy.is_empty() && tidy.chars().count() <= LONGEST_NOTE).then_some(tidy)
}

/// The document that gives a representative the authority.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAuthority {
    /// Who is represented.
    pub represented: ClientId,
    /// The document: what, number.
    pub paper: String,
    /// Date of issue, `2026-11-22`.
    pub issued: String,
    /// Valid until, inclusive.
    pub until: String,
}

impl NewAuthority {
    fn checked(&self, cx: &Read<'_>, bad: &mut Invalid) -> Option<NewAuthority> {
        let operator = cx.seat().ok()?.operator;
        let known = store::place(cx, self.represented)
            .ok()
            .flatten()
            .is_some_and(|place| place.operator == operator);
        if !known {
            bad.note("authority.represented", ClientsError::NotFound);
        }
        let paper = bad.take(
            "authority.paper",
            note(&self.paper).ok_or(ClientsError::NoAuthority),
        );
        let dates = values::date(&self.issued).zip(values::date(&self.until));
        let fit = dates.filter(|(issued, until)| *issued <= cx.today() && *until >= cx.today());
        let dates = bad.take("authority.until", fit.ok_or(ClientsError::AuthorityDates));
        let ((issued, until), paper) = dates.zip(paper)?;
        Some(NewAuthority {
            represented: self.represented,
            paper,
            issued: issued.to_string(),
            until: until.to_string(),
        })
    }
}

/// Enters a person in the actor's branch.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterClient {
    /// What the person is to the operator.
    pub kind: SubjectKind,
    /// What was typed, by box.
    pub values: BTreeMap<Datum, String>,
    /// A representative's document.
    #[serde(default)]
    pub authority: Option<NewAuthority>,
}

impl Command for RegisterClient {
    const NAME: &'static str = "clients.register";
    const RIGHT: Right = Right::EditClient;
    type Output = Card;
}

impl Act for RegisterClient {
    fn run(self, cx: &Write<'_>) -> Result<Done<Card>> {
        let seat = cx.seat()?;
        let (operator, branch) = (seat.operator, seat.branch);
        let keeper = operators::store::operator(cx, operator)?;
        let mut bad = Invalid::default();
        let read = read_form(&self.values, &keeper.profile, cx.today(), &mut bad);
        let values: Values = read
            .into_iter()
            .filter_map(|(datum, value)| Some((datum, value?)))
            .collect();
        if !self.values.is_empty() && bad.is_empty() || self.values.is_empty() {
            need_name(&values, &mut bad);
        }
        if let Some(iin) = values.get(&Datum::Iin) {
            if store::with_iin(cx, operator, iin)?.is_some() {
                bad.note(Datum::Iin.name(), ClientsError::IinKnown);
            } else if self.kind == SubjectKind::Client && loyalty::bars_as_client(cx, &keeper, iin)?
            {
                bad.note(Datum::Iin.name(), ClientsError::Employee);
            }
        }
        let authority = match (&self.authority, self.kind) {
            (Some(authority), SubjectKind::Representative) => authority.checked(cx, &mut bad),
            (None, SubjectKind::Representative) => {
                bad.note("authority.paper", ClientsError::NoAuthority);
                None
            }
            _ => None,
        };
        bad.done()?;
        let client = store::insert(cx, operator, branch, self.kind, &values)?;
        if let Some(authority) = authority {
            store::add_authority(cx, client, &authority)?;
        }
        cx.news("client", client.0);
        let entry =
            Entry::about(Subject::client(client)).fields(values.keys().map(|datum| datum.name()));
        Ok(Done::new(card(cx, client)?, entry))
    }
}

/// Changes a person's data on the ground of an application or a document (C7).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateClient {
    /// Whose.
    pub client: ClientId,
    /// Version of the card that was read.
    pub version: i64,
    /// On what ground.
    pub ground: Ground,
    /// Number and date of the application or document.
    pub paper: String,
    /// New values by box; an empty one clears.
    pub changes: BTreeMap<Datum, String>,
}

impl Command for UpdateClient {
    const NAME: &'static str = "clients.update";
    const RIGHT: Right = Right::EditClient;
    type Output = Card;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(
            cx,
            self.client,
            Deed::Edit,
            Fields::of(self.changes.keys().copied()),
        )
    }
}

impl Act for UpdateClient {
    fn run(self, cx: &Write<'_>) -> Result<Done<Card>> {
        let record = store::record(cx, self.client)?.ok_or(ClientsError::NotFound)?;
        if record.version != self.version {
            return Err(ClientsError::Conflict.into());
        }
        let profile = operators::store::operator(cx, record.operator)?.profile;
        let mut bad = Invalid::default();
        let paper = bad.take("paper", note(&self.paper).ok_or(ClientsError::NoGround));
        match self.ground {
            Ground::Document => {}
            // Who a person is changes by a document alone: the person's word isn't enough (C7).
            Ground::Application if self.changes.keys().any(|datum| datum.needs_document()) => {
                bad.note("ground", ClientsError::DocumentNeeded);
            }
            Ground::Application => {}
            Ground::Consent | Ground::Import | Ground::Withdrawal => {
                bad.note("ground", ClientsError::WrongGround)
            }
        }
        let mut form = self.changes;
        // The number is judged by the kind that stands beside it, typed now or kept.
        let kept = store::values(cx, self.client)?.unwrap_or_default();
        let kind_kept =
            !form.contains_key(&Datum::DocumentKind) && form.contains_key(&Datum::DocumentNumber);
        if let Some(kind) = kept.get(&Datum::DocumentKind).filter(|_| kind_kept) {
            form.insert(Datum::DocumentKind, kind.clone());
        }
        let changes = read_form(&form, &profile, cx.today(), &mut bad);
        let cleared = |datum| matches!(changes.get(&datum), Some(None));
        if cleared(Datum::Surname) {
            bad.note(Datum::Surname.name(), ClientsError::NoSurname);
        }
        if cleared(Datum::Given) {
            bad.note(Datum::Given.name(), ClientsError::NoGiven);
        }
        if let Some(Some(iin)) = changes.get(&Datum::Iin)
            && store::with_iin(cx, record.operator, iin)?.is_some_and(|other| other != self.client)
        {
            bad.note(Datum::Iin.name(), ClientsError::IinKnown);
        }
        bad.done()?;
        let changed = store::change(
            cx,
            self.client,
            &changes,
            self.ground,
            &paper.unwrap_or_default(),
        )?;
        if changed.is_empty() {
            return Err(ClientsError::NothingChanged.into());
        }
        cx.news("client", self.client.0);
        let entry = Entry::about(Subject::client(self.client))
            .fields(changed.iter().map(|datum| datum.name()))
            .note(self.ground.name());
        Ok(Done::new(card(cx, self.client)?, entry))
    }
}

/// A former value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct FormerValue {
    /// Of what.
    pub datum: Datum,
    /// What stood there; none where nothing did, or a block hides it.
    pub former: Option<String>,
    /// When it was changed.
    pub at: Stamp,
    /// By whom.
    pub staff_name: String,
    /// On what ground.
    pub ground: Ground,
    /// Number and date of the paper.
    pub paper: String,
    /// A block hides it.
    pub blocked: bool,
}

/// Reads the former values of a card, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientHistory {
    /// Whose.
    pub client: ClientId,
    /// Of one value, or of all.
    #[serde(default)]
    pub datum: Option<Datum>,
}

impl Command for ClientHistory {
    const NAME: &'static str = "clients.history";
    const RIGHT: Right = Right::OpenClient;
    type Output = Vec<FormerValue>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for ClientHistory {
    fn run(self, cx: &Read<'_>) -> Result<Vec<FormerValue>> {
        let masked = blocks::masked_fields(cx, self.client)?.masked;
        let mut history = store::history(cx, self.client, self.datum)?;
        for former in &mut history {
            if masked.contains(&former.datum.field()) {
                former.former = None;
                former.blocked = true;
            }
        }
        Ok(history)
    }
}

/// Reads who looked at a card and what was done with it, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientLooks {
    /// Whose.
    pub client: ClientId,
}

impl Command for ClientLooks {
    const NAME: &'static str = "clients.looks";
    const RIGHT: Right = Right::OpenClient;
    type Output = Vec<JournalRow>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.client, Deed::Show, Fields::Some(Vec::new()))
    }
}

impl Ask for ClientLooks {
    fn run(self, cx: &Read<'_>) -> Result<Vec<JournalRow>> {
        journal::store::of_client(cx, self.client, LOOKS)
    }
}

/// What to show before anything is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecentClients {}

/// The empty search.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct Recent {
    /// People whose cards the asker opened lately, the latest first.
    pub people: Vec<FoundPerson>,
    /// People the operator has, counted up to ten thousand.
    pub count: i64,
    /// There are more than were counted.
    pub more: bool,
}

impl Command for RecentClients {
    const NAME: &'static str = "clients.recent";
    const RIGHT: Right = Right::FindClients;
    type Output = Recent;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(Target::operator(cx))
    }
}

impl Ask for RecentClients {
    fn run(self, cx: &Read<'_>) -> Result<Recent> {
        let seat = cx.seat()?;
        let people = by_number(cx, store::recent(cx, seat.staff, RECENT)?)?;
        let count = store::count(cx, seat.operator, COUNTED + 1)?;
        Ok(Recent {
            people,
            count: count.min(COUNTED),
            more: count > COUNTED,
        })
    }
}
