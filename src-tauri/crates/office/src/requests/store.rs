//! The SQL of requests.

use chrono::NaiveDate;
use kz::term::{Count, Step};
use rusqlite::{OptionalExtension, Row, params};

use super::{
    Applicant, Channel, ClockRule, CountCause, Decision, EventId, EventKind, LateCause,
    ProofMethod, QueueView, RefusalGround, ReplyDelivery, Representative, RequestId, RequestsError,
    RightId, RightKind, RightState, ShownDocument,
};
use crate::calendar::store::stored_date;
use crate::clients::{ClientId, Field};
use crate::clock::Moment;
use crate::door::{Read, StaffId, Write};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId, Role};
use crate::texts::Lang;

/// Number of an application, as people write it: the year of receipt and its place.
pub(super) fn number(received_on: &str, id: RequestId) -> String {
    format!("{}-{:05}", received_on.get(..4).unwrap_or_default(), id.0)
}

/// An application, as it stands in the vault.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Application {
    pub id: RequestId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub branch_name: String,
    pub client: Option<ClientId>,
    pub applicant: Applicant,
    pub channel: Channel,
    pub received: Moment,
    pub received_on: String,
    pub text: String,
    pub lang: Lang,
    pub shown: ShownDocument,
    pub representative: Option<Representative>,
    pub entered_by: String,
    pub entered_at: Moment,
    pub version: i64,
}

const APPLICATION: &str = "SELECT a.id, a.operator_id, a.branch_id, b.name, a.client_id, a.applicant_name, \
     a.applicant_contact, a.channel, a.received_at, a.received_on, a.text, a.lang, a.document_number, a.document_issued, \
     a.document_issuer, a.signed, a.rep_name, a.rep_paper, a.rep_from, a.rep_until, s.name, a.entered_at, a.version \
     FROM applications a JOIN branches b ON b.id = a.branch_id JOIN staff s ON s.id = a.entered_by";

fn application_row(row: &Row<'_>) -> rusqlite::Result<Application> {
    let name: String = row.get(16)?;
    let representative = (!name.is_empty())
        .then(|| -> rusqlite::Result<_> {
            Ok(Representative {
                name,
                paper: row.get(17)?,
                from: row.get(18)?,
                until: row.get(19)?,
            })
        })
        .transpose()?;
    Ok(Application {
        id: row.get(0)?,
        operator: row.get(1)?,
        branch: row.get(2)?,
        branch_name: row.get(3)?,
        client: row.get(4)?,
        applicant: Applicant {
            name: row.get(5)?,
            contact: row.get(6)?,
        },
        channel: row.get(7)?,
        received: row.get(8)?,
        received_on: row.get(9)?,
        text: row.get(10)?,
        lang: row.get(11)?,
        shown: ShownDocument {
            number: row.get(12)?,
            issued: row.get(13)?,
            issuer: row.get(14)?,
            signed: row.get(15)?,
        },
        representative,
        entered_by: row.get(20)?,
        entered_at: row.get(21)?,
        version: row.get(22)?,
    })
}

pub(super) fn application(cx: &Read<'_>, id: RequestId) -> Result<Application> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{APPLICATION} WHERE a.id = ?1"))?;
    let found = statement
        .query_row(params![id], application_row)
        .optional()?;
    Ok(found.ok_or(RequestsError::NotFound)?)
}

/// The applications of a client, the newest first.
pub(super) fn of_client(cx: &Read<'_>, client: ClientId) -> Result<Vec<Application>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{APPLICATION} WHERE a.client_id = ?1 ORDER BY a.id DESC"
    ))?;
    let rows = statement.query_map(params![client], application_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is needed to keep an application.
pub(super) struct NewApplication<'a> {
    pub operator: OperatorId,
    pub branch: BranchId,
    pub client: Option<ClientId>,
    pub applicant: &'a Applicant,
    pub channel: Channel,
    pub received: Moment,
    pub text: &'a str,
    pub lang: Lang,
    pub shown: &'a ShownDocument,
    pub representative: Option<&'a Representative>,
}

pub(super) fn insert_application(cx: &Write<'_>, new: &NewApplication<'_>) -> Result<RequestId> {
    let none = Representative::default();
    let representative = new.representative.unwrap_or(&none);
    cx.sql()
        .prepare_cached(
            "INSERT INTO applications (operator_id, branch_id, client_id, applicant_name, applicant_contact, channel, \
             received_at, received_on, text, lang, document_number, document_issued, document_issuer, signed, rep_name, \
             rep_paper, rep_from, rep_until, entered_by, entered_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        )?
        .execute(params![
            new.operator,
            new.branch,
            new.client,
            new.applicant.name,
            new.applicant.contact,
            new.channel,
            new.received,
            new.received.date().to_string(),
            new.text,
            new.lang,
            new.shown.number,
            new.shown.issued,
            new.shown.issuer,
            new.shown.signed,
            representative.name,
            representative.paper,
            representative.from,
            representative.until,
            cx.seat()?.staff,
            cx.now(),
        ])?;
    Ok(RequestId(cx.sql().last_insert_rowid()))
}

/// Writes what was supplied later; `false` if somebody changed the application meanwhile.
pub(super) fn supply(
    cx: &Write<'_>,
    id: RequestId,
    version: i64,
    shown: &ShownDocument,
    representative: Option<&Representative>,
) -> Result<bool> {
    let none = Representative::default();
    let representative = representative.unwrap_or(&none);
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE applications SET document_number = ?3, document_issued = ?4, document_issuer = ?5, signed = ?6, \
             rep_name = ?7, rep_paper = ?8, rep_from = ?9, rep_until = ?10, version = version + 1 \
             WHERE id = ?1 AND version = ?2",
        )?
        .execute(params![
            id,
            version,
            shown.number,
            shown.issued,
            shown.issuer,
            shown.signed,
            representative.name,
            representative.paper,
            representative.from,
            representative.until,
        ])?;
    Ok(changed == 1)
}

/// A right, as it stands in the vault.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RightRow {
    pub id: RightId,
    pub application: RequestId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub client: Option<ClientId>,
    pub kind: RightKind,
    pub fields: Vec<Field>,
    pub received: Moment,
    pub received_on: NaiveDate,
    pub rule: ClockRule,
    pub due: NaiveDate,
    pub state: RightState,
    pub owner: Option<StaffId>,
    pub owner_name: String,
    pub owner_since: Option<Moment>,
    pub decision: Option<Decision>,
    pub ground: Option<RefusalGround>,
    pub answer: String,
    pub delivery: Option<ReplyDelivery>,
    pub answered_at: Option<Moment>,
    pub late_cause: Option<LateCause>,
    pub late_note: String,
    pub duplicate_of: Option<RightId>,
    pub reopens: Option<RightId>,
    pub version: i64,
}

const RIGHT: &str = "SELECT r.id, r.application_id, r.operator_id, r.branch_id, r.client_id, r.kind, r.fields, r.received_on, \
     r.rule, r.due, r.state, r.owner_id, coalesce (s.name, ''), r.owner_since, r.decision, r.ground, r.answer, r.delivery, \
     r.answered_at, r.late_cause, r.late_note, r.duplicate_of, r.reopens, r.version, r.received_at \
     FROM rights r LEFT JOIN staff s ON s.id = r.owner_id";

/// A right whose texts are yet to be read.
struct RawRight {
    right: RightRow,
    fields: String,
    received_on: String,
    rule: String,
    due: String,
}

fn right_row(row: &Row<'_>) -> rusqlite::Result<RawRight> {
    let kind = row.get(5)?;
    Ok(RawRight {
        right: RightRow {
            id: row.get(0)?,
            application: row.get(1)?,
            operator: row.get(2)?,
            branch: row.get(3)?,
            client: row.get(4)?,
            kind,
            fields: Vec::new(),
            received_on: NaiveDate::MIN,
            rule: ClockRule::usual(kind),
            due: NaiveDate::MIN,
            state: row.get(10)?,
            owner: row.get(11)?,
            owner_name: row.get(12)?,
            owner_since: row.get(13)?,
            decision: row.get(14)?,
            ground: row.get(15)?,
            answer: row.get(16)?,
            delivery: row.get(17)?,
            answered_at: row.get(18)?,
            late_cause: row.get(19)?,
            late_note: row.get(20)?,
            duplicate_of: row.get(21)?,
            reopens: row.get(22)?,
            version: row.get(23)?,
            received: row.get(24)?,
        },
        fields: row.get(6)?,
        received_on: row.get(7)?,
        rule: row.get(8)?,
        due: row.get(9)?,
    })
}

fn whole(raw: RawRight) -> Result<RightRow> {
    Ok(RightRow {
        fields: raw.fields.split(',').filter_map(Field::from_name).collect(),
        received_on: stored_date(&raw.received_on)?,
        rule: from_json(&raw.rule)?,
        due: stored_date(&raw.due)?,
        ..raw.right
    })
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
}

fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

pub(super) fn right(cx: &Read<'_>, id: RightId) -> Result<RightRow> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{RIGHT} WHERE r.id = ?1"))?;
    let found = statement.query_row(params![id], right_row).optional()?;
    whole(found.ok_or(RequestsError::NotFound)?)
}

pub(super) fn rights_of(cx: &Read<'_>, application: RequestId) -> Result<Vec<RightRow>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{RIGHT} WHERE r.application_id = ?1 ORDER BY r.id"
    ))?;
    let rows = statement.query_map(params![application], right_row)?;
    rows.map(|row| whole(row?)).collect()
}

/// What is needed to keep a right.
pub(super) struct NewRight<'a> {
    pub application: RequestId,
    pub operator: OperatorId,
    pub branch: BranchId,
    pub client: Option<ClientId>,
    pub fields: &'a [Field],
    pub received: Moment,
    pub rule: &'a ClockRule,
    pub counted: &'a Count,
    pub reopens: Option<RightId>,
}

pub(super) fn insert_right(cx: &Write<'_>, new: &NewRight<'_>) -> Result<RightId> {
    let fields = new
        .fields
        .iter()
        .map(|field| field.name())
        .collect::<Vec<_>>()
        .join(",");
    cx.sql()
        .prepare_cached(
            "INSERT INTO rights (application_id, operator_id, branch_id, client_id, kind, fields, received_on, rule, due, \
             state, reopens, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            new.application,
            new.operator,
            new.branch,
            new.client,
            new.rule.kind,
            fields,
            new.received.date().to_string(),
            to_json(new.rule)?,
            new.counted.due.to_string(),
            RightState::New,
            new.reopens,
            new.received,
        ])?;
    let id = RightId(cx.sql().last_insert_rowid());
    add_count(cx, id, new.counted, CountCause::Registered)?;
    Ok(id)
}

/// Writes a right back, one version on; `false` if somebody changed it since `right.version` was read.
pub(super) fn update_right(cx: &Write<'_>, right: &RightRow) -> Result<bool> {
    let changed = cx
        .sql()
        .prepare_cached(
            "UPDATE rights SET state = ?3, owner_id = ?4, owner_since = ?5, decision = ?6, ground = ?7, answer = ?8, \
             delivery = ?9, answered_at = ?10, answered_on = ?11, late_cause = ?12, late_note = ?13, duplicate_of = ?14, \
             version = version + 1 WHERE id = ?1 AND version = ?2",
        )?
        .execute(params![
            right.id,
            right.version,
            right.state,
            right.owner,
            right.owner_since,
            right.decision,
            right.ground,
            right.answer,
            right.delivery,
            right.answered_at,
            right.answered_at.map(|at| at.date().to_string()),
            right.late_cause,
            right.late_note,
            right.duplicate_of,
        ])?;
    Ok(changed == 1)
}

/// Keeps a count and puts it in force.
pub(super) fn add_count(
    cx: &Write<'_>,
    right: RightId,
    counted: &Count,
    cause: CountCause,
) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO due_calcs (right_id, at, due, edition, cause, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            right,
            cx.now(),
            counted.due.to_string(),
            counted.edition,
            cause,
            to_json(counted)?
        ])?;
    let calc = cx.sql().last_insert_rowid();
    cx.sql()
        .prepare_cached("UPDATE rights SET due = ?2, calc_id = ?3 WHERE id = ?1")?
        .execute(params![right, counted.due.to_string(), calc])?;
    Ok(())
}

/// A count that was made of a right's due date.
pub(super) struct KeptCount {
    pub at: Moment,
    pub cause: CountCause,
    pub count: Count,
}

/// Every count of a right, the one in force last.
pub(super) fn counts(cx: &Read<'_>, right: RightId) -> Result<Vec<KeptCount>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT at, cause, count FROM due_calcs WHERE right_id = ?1 ORDER BY id")?;
    let rows = statement.query_map(params![right], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
    })?;
    rows.map(|row| {
        let (at, cause, count) = row?;
        Ok(KeptCount {
            at,
            cause,
            count: from_json(&count)?,
        })
    })
    .collect()
}

/// An open right with the count in force.
pub(super) struct Counted {
    pub id: RightId,
    pub number: String,
    pub kind: RightKind,
    pub branch: String,
    pub received: Moment,
    pub rule: ClockRule,
    pub due: NaiveDate,
    pub steps: Vec<Step>,
}

/// Open rights whose count passes over a date: from the day of receipt to the last day.
pub(super) fn counted_over(cx: &Read<'_>, date: NaiveDate) -> Result<Vec<Counted>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT r.id, r.application_id, r.received_on, r.kind, b.name, r.received_at, r.rule, r.due, c.count \
         FROM rights r JOIN branches b ON b.id = r.branch_id \
         JOIN due_calcs c ON c.id = r.calc_id \
         WHERE r.state <> 'answered' AND r.received_on <= ?1 AND r.due >= ?1 ORDER BY r.due, r.id",
    )?;
    let rows = statement.query_map(params![date.to_string()], |row| {
        Ok((
            (
                row.get(0)?,
                row.get(1)?,
                row.get::<_, String>(2)?,
                row.get(3)?,
                row.get(4)?,
                row.get(5)?,
            ),
            (
                row.get::<_, String>(6)?,
                row.get::<_, String>(7)?,
                row.get::<_, String>(8)?,
            ),
        ))
    })?;
    rows.map(|row| {
        let ((id, application, received_on, kind, branch, received), (rule, due, count)) = row?;
        Ok(Counted {
            id,
            number: number(&received_on, application),
            kind,
            branch,
            received,
            rule: from_json(&rule)?,
            due: stored_date(&due)?,
            steps: from_json::<Count>(&count)?.steps,
        })
    })
    .collect()
}

pub(super) fn add_proof(cx: &Write<'_>, application: RequestId, method: ProofMethod) -> Result<()> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO proofs (application_id, method, at, by) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![application, method, cx.now(), cx.seat()?.staff])?;
    Ok(())
}

/// How the applicant proved who they are: method, when, before whom.
pub(super) fn proofs(
    cx: &Read<'_>,
    application: RequestId,
) -> Result<Vec<(ProofMethod, Moment, String)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT p.method, p.at, s.name FROM proofs p JOIN staff s ON s.id = p.by WHERE p.application_id = ?1 ORDER BY p.id",
    )?;
    let rows = statement.query_map(params![application], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Something that happened to a right.
pub(super) struct EventRow {
    pub id: EventId,
    pub right: RightId,
    pub at: Moment,
    pub by: StaffId,
    pub by_name: String,
    pub what: EventKind,
    pub from_state: RightState,
    pub to_state: RightState,
    pub from_owner: Option<StaffId>,
    pub to_owner: Option<StaffId>,
    pub to_owner_name: String,
    pub note: String,
    pub undoes: Option<EventId>,
    pub undone: bool,
    pub version: i64,
}

const EVENT: &str = "SELECT e.id, e.right_id, e.at, e.by, s.name, e.what, e.from_state, e.to_state, e.from_owner, e.to_owner, \
     coalesce (t.name, ''), e.note, e.undoes, EXISTS (SELECT 1 FROM right_events u WHERE u.undoes = e.id), e.version \
     FROM right_events e JOIN staff s ON s.id = e.by LEFT JOIN staff t ON t.id = e.to_owner";

fn event_row(row: &Row<'_>) -> rusqlite::Result<EventRow> {
    Ok(EventRow {
        id: row.get(0)?,
        right: row.get(1)?,
        at: row.get(2)?,
        by: row.get(3)?,
        by_name: row.get(4)?,
        what: row.get(5)?,
        from_state: row.get(6)?,
        to_state: row.get(7)?,
        from_owner: row.get(8)?,
        to_owner: row.get(9)?,
        to_owner_name: row.get(10)?,
        note: row.get(11)?,
        undoes: row.get(12)?,
        undone: row.get(13)?,
        version: row.get(14)?,
    })
}

pub(super) fn event(cx: &Read<'_>, id: EventId) -> Result<EventRow> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{EVENT} WHERE e.id = ?1"))?;
    let found = statement.query_row(params![id], event_row).optional()?;
    Ok(found.ok_or(RequestsError::NotFound)?)
}

/// What happened to a right, in order.
pub(super) fn events(cx: &Read<'_>, right: RightId) -> Result<Vec<EventRow>> {
    let mut statement = cx
        .sql()
        .prepare_cached(&format!("{EVENT} WHERE e.right_id = ?1 ORDER BY e.id"))?;
    let rows = statement.query_map(params![right], event_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a right was before something happened to it.
pub(super) struct Before {
    pub state: RightState,
    pub owner: Option<StaffId>,
}

impl From<&RightRow> for Before {
    fn from(right: &RightRow) -> Self {
        Before {
            state: right.state,
            owner: right.owner,
        }
    }
}

/// Notes something that left state and owner as they were.
pub(super) fn add_event(
    cx: &Write<'_>,
    id: RightId,
    what: EventKind,
    note: &str,
) -> Result<EventId> {
    let now = right(cx, id)?;
    add_change(cx, &now, &Before::from(&now), what, note, None)
}

/// Notes something with the state and the owner before and after it.
pub(super) fn add_change(
    cx: &Write<'_>,
    after: &RightRow,
    before: &Before,
    what: EventKind,
    note: &str,
    undoes: Option<EventId>,
) -> Result<EventId> {
    cx.sql()
        .prepare_cached(
            "INSERT INTO right_events (right_id, at, by, what, from_state, to_state, from_owner, to_owner, note, undoes, \
             version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            after.id,
            cx.now(),
            cx.seat()?.staff,
            what,
            before.state,
            after.state,
            before.owner,
            after.owner,
            note,
            undoes,
            after.version,
        ])?;
    Ok(EventId(cx.sql().last_insert_rowid()))
}

/// Who submitted the answer that waits for a second person.
pub(super) fn submitted_by(cx: &Read<'_>, right: RightId) -> Result<Option<StaffId>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT by FROM right_events WHERE right_id = ?1 AND what = 'submitted' ORDER BY id DESC LIMIT 1",
    )?;
    Ok(statement
        .query_row(params![right], |row| row.get(0))
        .optional()?)
}

/// Whose work is listed: an operator's, or one branch's of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    pub operator: OperatorId,
    pub branch: Option<BranchId>,
    pub me: StaffId,
    pub today: NaiveDate,
}

/// ?1 operator, ?2 branch or nothing, ?3 oneself, ?4 today.
const OPEN_IN_SCOPE: &str = "r.operator_id = ?1 AND r.state <> 'answered' AND (?2 IS NULL OR r.branch_id = ?2) AND ?3 = ?3 AND ?4 = ?4";

fn condition(view: QueueView) -> &'static str {
    match view {
        QueueView::Mine => "r.owner_id = ?3",
        QueueView::Unassigned => "r.owner_id IS NULL",
        QueueView::Today => "r.due = ?4",
        QueueView::Overdue => "r.due < ?4",
        QueueView::ForApproval => "r.state = 'for_approval'",
        QueueView::All => "1",
    }
}

/// A page of open rights, next-due first.
pub(super) fn queue(
    cx: &Read<'_>,
    scope: Scope,
    view: QueueView,
    page: (i64, i64),
) -> Result<Vec<RightRow>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{RIGHT} WHERE {OPEN_IN_SCOPE} AND {} ORDER BY r.due, r.id LIMIT ?5 OFFSET ?6",
        condition(view)
    ))?;
    let today = scope.today.to_string();
    let rows = statement.query_map(
        params![
            scope.operator,
            scope.branch,
            scope.me,
            today,
            page.0,
            page.1
        ],
        right_row,
    )?;
    rows.map(|row| whole(row?)).collect()
}

/// Open rights that are late or due until `until`, next-due first.
pub(super) fn due_until(
    cx: &Read<'_>,
    scope: Scope,
    until: NaiveDate,
    most: i64,
) -> Result<Vec<RightRow>> {
    let mut statement = cx.sql().prepare_cached(&format!(
        "{RIGHT} WHERE {OPEN_IN_SCOPE} AND r.due <= ?5 ORDER BY r.due, r.id LIMIT ?6"
    ))?;
    let (today, until) = (scope.today.to_string(), until.to_string());
    let rows = statement.query_map(
        params![scope.operator, scope.branch, scope.me, today, until, most],
        right_row,
    )?;
    rows.map(|row| whole(row?)).collect()
}

/// How many open rights each view has, in the order of [`QueueView::ALL`].
pub(super) fn tally(cx: &Read<'_>, scope: Scope) -> Result<Vec<u32>> {
    let counts = QueueView::ALL
        .iter()
        .map(|view| format!("count (*) FILTER (WHERE {})", condition(*view)))
        .collect::<Vec<_>>()
        .join(", ");
    let mut statement = cx.sql().prepare_cached(&format!(
        "SELECT {counts} FROM rights r WHERE {OPEN_IN_SCOPE}"
    ))?;
    let today = scope.today.to_string();
    let row = statement.query_row(
        params![scope.operator, scope.branch, scope.me, today],
        |row| {
            (0..QueueView::ALL.len())
                .map(|at| row.get(at))
                .collect::<rusqlite::Result<Vec<u32>>>()
        },
    )?;
    Ok(row)
}

/// Work of a branch: open, overdue, due by a date; answered since another, and of those in time.
pub(super) struct BranchTally {
    pub branch: BranchId,
    pub name: String,
    pub open: u32,
    pub overdue: u32,
    pub unassigned: u32,
    pub answered: u32,
    pub in_time: u32,
}

pub(super) fn branches(cx: &Read<'_>, scope: Scope, since: NaiveDate) -> Result<Vec<BranchTally>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT b.id, b.name, \
         (SELECT count (*) FROM rights r WHERE r.operator_id = ?1 AND r.state <> 'answered' AND r.branch_id = b.id), \
         (SELECT count (*) FROM rights r WHERE r.operator_id = ?1 AND r.state <> 'answered' AND r.branch_id = b.id AND r.due < ?2), \
         (SELECT count (*) FROM rights r WHERE r.operator_id = ?1 AND r.state <> 'answered' AND r.branch_id = b.id AND r.owner_id IS NULL), \
         (SELECT count (*) FROM rights r WHERE r.operator_id = ?1 AND r.state = 'answered' AND r.branch_id = b.id AND r.answered_on >= ?3), \
         (SELECT count (*) FROM rights r WHERE r.operator_id = ?1 AND r.state = 'answered' AND r.branch_id = b.id AND r.answered_on >= ?3 \
          AND r.answered_on <= r.due) \
         FROM branches b WHERE b.operator_id = ?1 AND NOT b.closed ORDER BY b.name, b.id",
    )?;
    let rows = statement.query_map(
        params![scope.operator, scope.today.to_string(), since.to_string()],
        |row| {
            Ok(BranchTally {
                branch: row.get(0)?,
                name: row.get(1)?,
                open: row.get(2)?,
                overdue: row.get(3)?,
                unassigned: row.get(4)?,
                answered: row.get(5)?,
                in_time: row.get(6)?,
            })
        },
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Rights of the same person and kind that may be the same matter: open, or answered since a date.
pub(super) fn alike(cx: &Read<'_>, right: &RightRow, since: NaiveDate) -> Result<Vec<RightRow>> {
    let Some(client) = right.client else {
        return Ok(Vec::new());
    };
    let mut statement = cx.sql().prepare_cached(&format!(
        "{RIGHT} WHERE r.client_id = ?1 AND r.operator_id = ?2 AND r.kind = ?3 AND r.id <> ?4 \
         AND (r.state <> 'answered' OR r.answered_on >= ?5) ORDER BY r.id DESC LIMIT 5"
    ))?;
    let rows = statement.query_map(
        params![
            client,
            right.operator,
            right.kind,
            right.id,
            since.to_string()
        ],
        right_row,
    )?;
    rows.map(|row| whole(row?)).collect()
}

/// Who has a right.
pub(crate) fn owner(cx: &Read<'_>, id: RightId) -> Result<Option<StaffId>> {
    let mut statement = cx
        .sql()
        .prepare_cached("SELECT owner_id FROM rights WHERE id = ?1")?;
    Ok(statement
        .query_row(params![id], |row| row.get(0))
        .optional()?
        .flatten())
}

/// Number of the application of a right that isn't decided yet.
pub(crate) fn undecided(cx: &Read<'_>, id: RightId) -> Result<Option<String>> {
    let right = right(cx, id)?;
    Ok((!right.state.is_decided())
        .then(|| number(&right.received_on.to_string(), right.application)))
}

/// Number and last day of a client's application that isn't answered, the next due one.
pub(crate) fn open_of(cx: &Read<'_>, client: ClientId) -> Result<Option<(String, NaiveDate)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT received_on, application_id, due FROM rights WHERE client_id = ?1 AND state <> 'answered' \
         ORDER BY due, id LIMIT 1",
    )?;
    let found = statement
        .query_row(params![client], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get(1)?,
                row.get::<_, String>(2)?,
            ))
        })
        .optional()?;
    found
        .map(|(received_on, id, due)| Ok((number(&received_on, id), stored_date(&due)?)))
        .transpose()
}

/// A member of staff who can have a right at this place: at work, for the operator, and not the administrator.
pub(super) fn colleague(
    cx: &Read<'_>,
    id: StaffId,
    operator: OperatorId,
    branch: BranchId,
) -> Result<Option<(String, Role)>> {
    let mut statement = cx.sql().prepare_cached(
        "SELECT name, role, branch_id FROM staff WHERE id = ?1 AND operator_id = ?2 AND state = 'active'",
    )?;
    let found: Option<(String, Role, BranchId)> = statement
        .query_row(params![id, operator], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    Ok(found
        .filter(|(_, role, at)| match role {
            Role::Consultant => *at == branch,
            Role::Agent | Role::Manager => true,
            Role::Administrator => false,
        })
        .map(|(name, role, _)| (name, role)))
}
