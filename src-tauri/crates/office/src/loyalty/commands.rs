//! What can be asked about taking part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::store::Membership;
use super::{
    Checked, DeclineReason, EndReason, LoyaltyError, MembershipId, MembershipState, ProgrammeId,
    ProgrammeShown, Requirement, entry, requirements, store,
};
use crate::blocks::{self, Deed};
use crate::clients::{self, ClientId, Field, Fields};
use crate::clock::Stamp;
use crate::consents::texts::ContactChannel;
use crate::consents::withdrawals;
use crate::contacts::{self, ContactUse};
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::messages::{self, Notice, NoticeWords};
use crate::texts::{Lang, people_date};
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// Rows of a page.
const PAGE: i64 = 100;

/// A participation, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MembershipShown {
    /// Number.
    pub id: MembershipId,
    /// In which programme.
    pub programme: ProgrammeShown,
    /// Who.
    pub client: ClientId,
    /// Their name, masked where it is blocked.
    pub name: String,
    /// How it stands.
    pub state: MembershipState,
    /// Every requirement, and whether it is met now.
    pub checks: Vec<Checked>,
    /// When it was applied for.
    pub applied: Stamp,
    /// Who wrote the application down.
    pub applied_by: String,
    /// When it was decided.
    pub decided: Option<Stamp>,
    /// By whom.
    pub decided_by: Option<String>,
    /// Why it was declined.
    pub reason: Option<DeclineReason>,
    /// In words.
    pub note: String,
    /// A notice of the acceptance was queued.
    pub noticed: bool,
    /// When it ended.
    pub ended: Option<Stamp>,
    /// Why.
    pub end_reason: Option<EndReason>,
    /// For noticing that somebody else changed it meanwhile.
    pub version: i64,
}

impl MembershipShown {
    fn new(cx: &Read<'_>, one: Membership) -> Result<Self> {
        let programme = store::programme(cx, one.programme)?;
        Ok(MembershipShown {
            checks: requirements(cx, &programme, one.client, one.applied_at.date())?,
            programme: ProgrammeShown::new(cx, programme),
            name: blocks::client_name(cx, one.client)?,
            applied: one.applied_at.stamp(),
            decided: one.decided_at.map(|at| at.stamp()),
            ended: one.ended_at.map(|at| at.stamp()),
            id: one.id,
            client: one.client,
            state: one.state,
            applied_by: one.applied_by,
            decided_by: one.decided_by,
            reason: one.reason,
            note: one.note,
            noticed: one.noticed,
            end_reason: one.end_reason,
            version: one.version,
        })
    }
}

/// What a client takes part in, and could take part in.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoyaltyOfClient {
    /// Who.
    pub client: ClientId,
}

/// A programme that a client could join, with the requirements as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Joinable {
    /// Which.
    pub programme: ProgrammeShown,
    /// Every requirement.
    pub checks: Vec<Checked>,
}

/// A client's part in loyalty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LoyaltyShown {
    /// The newest first.
    pub memberships: Vec<MembershipShown>,
    /// Programmes that run, in which the client neither takes part nor has applied.
    pub joinable: Vec<Joinable>,
}

impl Command for LoyaltyOfClient {
    const NAME: &'static str = "loyalty.of_client";
    const RIGHT: Right = Right::OpenClient;
    type Output = LoyaltyShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for LoyaltyOfClient {
    fn run(self, cx: &Read<'_>) -> Result<LoyaltyShown> {
        let mine = store::of_client(cx, self.client)?;
        let taken = |programme: ProgrammeId| {
            mine.iter().any(|one| {
                one.programme == programme
                    && matches!(
                        one.state,
                        MembershipState::Applied | MembershipState::Accepted
                    )
            })
        };
        let joinable = store::programmes(cx, Some(cx.seat()?.operator))?
            .into_iter()
            .filter(|one| one.runs(cx.today()) && !taken(one.id))
            .map(|one| {
                Ok(Joinable {
                    checks: requirements(cx, &one, self.client, cx.today())?,
                    programme: ProgrammeShown::new(cx, one),
                })
            })
            .collect::<Result<_>>()?;
        let memberships = mine
            .into_iter()
            .map(|one| MembershipShown::new(cx, one))
            .collect::<Result<_>>()?;
        Ok(LoyaltyShown {
            memberships,
            joinable,
        })
    }
}

/// Writes down a client's application to take part.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplyForProgramme {
    /// Who.
    pub client: ClientId,
    /// In which programme.
    pub programme: ProgrammeId,
}

impl Command for ApplyForProgramme {
    const NAME: &'static str = "loyalty.apply";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = MembershipShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Store, Fields::All)
    }
}

impl Act for ApplyForProgramme {
    fn run(self, cx: &Write<'_>) -> Result<Done<MembershipShown>> {
        let seat = cx.seat()?.clone();
        let programme = store::programme(cx, self.programme)?;
        if !programme.operators.contains(&seat.operator) {
            return Err(LoyaltyError::NotFound.into());
        }
        if !programme.runs(cx.today()) {
            return Err(LoyaltyError::NotEligible {
                requirement: Requirement::Running,
            }
            .into());
        }
        let id = store::apply(cx, self.programme, self.client, seat.operator, seat.branch)?
            .ok_or(LoyaltyError::Already)?;
        cx.news("membership", id.0);
        let done = MembershipShown::new(cx, store::membership(cx, id)?)?;
        Ok(Done::new(done, entry(id, self.client).note("applied")))
    }
}

/// Decides an application: accepts who meets every requirement, or declines with a reason. Only who is accepted is told
/// by SMS.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideMembership {
    /// Which.
    pub membership: MembershipId,
    /// Version that was read.
    pub version: i64,
    /// Why it is declined; accepted where nothing is said.
    #[serde(default)]
    pub declined: Option<DeclineReason>,
    /// In words; needed for another reason.
    #[serde(default)]
    pub note: String,
}

fn of_membership(cx: &Read<'_>, id: MembershipId, deed: Deed) -> Result<Target> {
    let one = store::membership(cx, id)?;
    clients::target(cx, one.client, deed, Fields::Some(vec![Field::Card]))
}

impl Command for DecideMembership {
    const NAME: &'static str = "loyalty.decide";
    const RIGHT: Right = Right::DecideLoyalty;
    type Output = MembershipShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let deed = match self.declined {
            None => Deed::Use,
            Some(_) => Deed::Answer,
        };
        of_membership(cx, self.membership, deed)
    }
}

impl Act for DecideMembership {
    fn run(self, cx: &Write<'_>) -> Result<Done<MembershipShown>> {
        let one = store::membership(cx, self.membership)?;
        let note = self.note.trim();
        if note.chars().count() > 500
            || (self.declined == Some(DeclineReason::Other) && note.is_empty())
        {
            return Err(LoyaltyError::NoWords.into());
        }
        let programme = store::programme(cx, one.programme)?;
        if self.declined.is_none() {
            let checks = requirements(cx, &programme, one.client, one.applied_at.date())?;
            if let Some(failed) = checks.iter().find(|check| !check.met) {
                return Err(LoyaltyError::NotEligible {
                    requirement: failed.requirement,
                }
                .into());
            }
        }
        let declined = self.declined.map(|reason| (reason, note));
        if !store::decide(cx, one.id, self.version, declined)? {
            return Err(LoyaltyError::Conflict.into());
        }
        if self.declined.is_none() {
            notify(cx, &one, &programme.name)?;
        }
        cx.news("membership", one.id.0);
        let word = match self.declined {
            None => MembershipState::Accepted.name(),
            Some(reason) => reason.name(),
        };
        let shown = MembershipShown::new(cx, store::membership(cx, one.id)?)?;
        Ok(Done::new(shown, entry(one.id, one.client).note(word)))
    }
}

/// Tells who was accepted, where they may be reached: the one function says so.
fn notify(cx: &Write<'_>, one: &Membership, name: &crate::consents::texts::TextPair) -> Result<()> {
    let verdict = contacts::may(cx, one.client, ContactUse::Service, ContactChannel::Sms)?;
    let (_, phone, _, lang) = store::recipient(cx, one.client)?;
    let phone = phone.and_then(|text| kz::Phone::parse(&text).ok());
    let Some(phone) =
        phone.filter(|_| verdict.allowed && messages::has_gateway(cx).unwrap_or(false))
    else {
        return Ok(());
    };
    let lang = lang
        .and_then(|name| Lang::from_name(&name))
        .unwrap_or(Lang::Kk);
    let message = messages::send_notice(
        cx,
        &Notice {
            operator: one.operator,
            client: one.client,
            phone: &phone,
            lang,
            words: NoticeWords::LoyaltyAccepted {
                programme: name.get(lang).to_owned(),
            },
        },
    )?;
    store::noticed(cx, one.id, message.0)
}

/// Ends a participation.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndMembership {
    /// Which.
    pub membership: MembershipId,
    /// Version that was read.
    pub version: i64,
    /// Why.
    pub reason: EndReason,
}

impl Command for EndMembership {
    const NAME: &'static str = "loyalty.end";
    const RIGHT: Right = Right::DecideLoyalty;
    type Output = MembershipShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_membership(cx, self.membership, Deed::Store)
    }
}

impl Act for EndMembership {
    fn run(self, cx: &Write<'_>) -> Result<Done<MembershipShown>> {
        let one = store::membership(cx, self.membership)?;
        // A withdrawal ends a participation by itself, and by nothing else.
        if self.reason == EndReason::Withdrawal
            || !store::end(cx, one.id, self.version, self.reason)?
        {
            return Err(LoyaltyError::Conflict.into());
        }
        cx.news("membership", one.id.0);
        let shown = MembershipShown::new(cx, store::membership(cx, one.id)?)?;
        Ok(Done::new(
            shown,
            entry(one.id, one.client).note(self.reason.name()),
        ))
    }
}

/// Who applied for, takes part in or was declined from a programme, at one's operator.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListMemberships {
    /// Of which programme.
    pub programme: ProgrammeId,
    /// Which of them.
    pub state: MembershipState,
    /// From 0.
    #[serde(default)]
    pub page: u32,
}

/// A shared programme is everybody's own who shares it; what is listed of it are one's own clients alone.
fn of_programme(cx: &Read<'_>, id: ProgrammeId) -> Result<Target> {
    let programme = store::programme(cx, id)?;
    let shares = programme.operators.contains(&cx.seat()?.operator);
    Ok(match shares {
        true => Target::own(cx),
        false => Target::at(programme.operator, Vec::new()),
    })
}

/// How many are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StateCount {
    /// Which.
    pub state: MembershipState,
    /// How many.
    pub people: u32,
}

/// A page of participations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MembershipPage {
    /// The lines, the oldest first.
    pub lines: Vec<MembershipShown>,
    /// How many there are in each state.
    pub counts: Vec<StateCount>,
    /// There is another page.
    pub more: bool,
}

impl Command for ListMemberships {
    const NAME: &'static str = "loyalty.list";
    const RIGHT: Right = Right::DecideLoyalty;
    type Output = MembershipPage;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_programme(cx, self.programme)
    }
}

impl Ask for ListMemberships {
    fn run(self, cx: &Read<'_>) -> Result<MembershipPage> {
        let operator = cx.seat()?.operator;
        let page = (PAGE + 1, i64::from(self.page) * PAGE);
        let mut found = store::of_programme(cx, self.programme, operator, self.state, page)?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        Ok(MembershipPage {
            lines: found
                .into_iter()
                .map(|one| MembershipShown::new(cx, one))
                .collect::<Result<_>>()?,
            counts: store::tally(cx, self.programme, operator)?
                .into_iter()
                .map(|(state, people)| StateCount { state, people })
                .collect(),
            more,
        })
    }
}

/// Hands out the list of recipients: who was accepted and whose data may leave the house.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportRecipients {
    /// Of which programme.
    pub programme: ProgrammeId,
}

/// A list that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RecipientsList {
    /// The workbook's name.
    pub name: String,
    /// Its bytes, base64.
    pub bytes: String,
    /// How many people.
    pub people: u32,
    /// How many were left out: their data are blocked, or no longer go to the programme's other operators.
    pub left_out: u32,
}

impl Command for ExportRecipients {
    const NAME: &'static str = "loyalty.export_recipients";
    const RIGHT: Right = Right::DecideLoyalty;
    type Output = RecipientsList;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_programme(cx, self.programme)
    }
}

impl Act for ExportRecipients {
    fn run(self, cx: &Write<'_>) -> Result<Done<RecipientsList>> {
        let operator = cx.seat()?.operator;
        let programme = store::programme(cx, self.programme)?;
        let accepted = store::of_programme(
            cx,
            self.programme,
            operator,
            MembershipState::Accepted,
            (i64::MAX, 0),
        )?;
        let word = |key: &str| cx.texts().get(cx.lang(), key, &Args::none());
        let mut rows = Vec::new();
        let mut left_out = 0;
        for one in &accepted {
            let shared = programme.operators.len() > 1;
            if blocks::permit(cx, one.client, Deed::Export, &Fields::All).is_err()
                || shared && withdrawals::bars_third_parties(cx, one.client)?
            {
                left_out += 1;
                continue;
            }
            let (name, phone, card, _) = store::recipient(cx, one.client)?;
            let decided = one.decided_at.map(|at| people_date(at.date()));
            rows.push(vec![
                one.id.to_string(),
                name,
                phone.unwrap_or_default(),
                card.unwrap_or_default(),
                decided.unwrap_or_default(),
            ]);
        }
        if rows.is_empty() {
            return Err(LoyaltyError::Nobody.into());
        }
        let people = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let name = cx.texts().get(
            cx.lang(),
            "loyalty-list-name",
            &Args::none().text("programme", programme.name.get(cx.lang())),
        );
        if left_out > 0 {
            let args = Args::none().number("count", left_out);
            let line = cx.texts().get(cx.lang(), "loyalty-list-left-out", &args);
            rows.push(Vec::new());
            rows.push(vec![String::new(), line]);
        }
        let heads = ["number", "person", "phone", "card", "decided"];
        let table = papers::Table {
            name: name.clone(),
            heads: heads
                .iter()
                .map(|head| word(&format!("loyalty-list-{head}")))
                .collect(),
            rows,
        };
        let bytes = papers::xlsx(&table)?;
        let sha: [u8; 32] = Sha256::digest(&bytes).into();
        let file = SavedFile::new(format!("{name} {}.xlsx", cx.today()), &bytes);
        let entry = Entry::about(Subject::new("programme", self.programme.0))
            .fields(["recipients"])
            .seal(sha);
        Ok(Done::new(
            RecipientsList {
                name: file.name,
                bytes: file.bytes,
                people,
                left_out,
            },
            entry,
        ))
    }
}
