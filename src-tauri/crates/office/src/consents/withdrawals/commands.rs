//! What can be asked about withdrawals.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decide::wished;
use super::{
    AskedWithdrawal, Consequences, Days, DaysCounted, HeldShown, ShowingWay, WithdrawScope,
    WithdrawalShown, days, effect, held, shown, store,
};
use crate::blocks::Deed;
use crate::clients::{self, ClientId, Fields};
use crate::clock::{Moment, Stamp};
use crate::consents::{ConsentsError, digest};
use crate::door::DoorError;
use crate::error::Result;
use crate::requests::{
    self, Applicant, AskedRight, Channel, ProofMethod, RegisterRequest, Representative,
    RequestShown, RightId, RightKind, ShownDocument,
};
use crate::texts::Lang;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// Shows what could be withdrawn and what would follow, before anything is registered. Changes nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewWithdrawal {
    /// Whose consents.
    pub client: ClientId,
    /// What of them.
    pub scope: WithdrawScope,
    /// When the application arrived; now where nothing is said.
    #[serde(default)]
    pub received: Option<Stamp>,
    /// From which day, where the person names one.
    #[serde(default)]
    pub wished: Option<String>,
    /// In which language the person reads.
    pub lang: Lang,
}

/// What could be withdrawn and what would follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WithdrawalPreview {
    /// What holds today.
    pub held: Vec<HeldShown>,
    /// The operator's notice.
    pub notice: DaysCounted,
    /// The law's ceiling.
    pub ceiling: DaysCounted,
    /// From which day it would count.
    pub effective: String,
    /// What follows.
    pub consequences: Consequences,
    /// The words of the application.
    pub text: String,
}

impl Command for PreviewWithdrawal {
    const NAME: &'static str = "consents.withdrawal_preview";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = WithdrawalPreview;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for PreviewWithdrawal {
    fn run(self, cx: &Read<'_>) -> Result<WithdrawalPreview> {
        let received = requests::received_at(self.received.as_ref(), cx.now())?;
        let days = days(cx, cx.seat()?.operator, received)?;
        let wished = wished(self.wished.as_deref())?;
        let held = held(cx, self.client)?;
        Ok(WithdrawalPreview {
            notice: DaysCounted::from(&days.notice),
            ceiling: DaysCounted::from(&days.ceiling),
            effective: days.effective(wished, cx.today()).to_string(),
            consequences: shown::worded(cx, &self.scope, &held, &days, wished, self.lang),
            text: shown::application(cx, &self.scope, &held, self.lang),
            held: held.into_iter().map(HeldShown::from).collect(),
        })
    }
}

/// That the consequences were made known: how, and which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// How.
    pub way: ShowingWay,
    /// In which language.
    pub lang: Lang,
    /// SHA-256 of the words that were shown, in hex.
    pub sha256: String,
}

/// Registers an application that withdraws consents, whole or in part (S7). Advertising stops at once; the rest is
/// carried out by answering the right.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    /// Whose consents.
    pub client: ClientId,
    /// What of them.
    pub scope: WithdrawScope,
    /// From which day, where the person names one that is later than the notice.
    #[serde(default)]
    pub wished: Option<String>,
    /// How the application arrived.
    pub channel: Channel,
    /// When it arrived; now where nothing is said.
    #[serde(default)]
    pub received: Option<Stamp>,
    /// What it says; the words of the printed form where nothing is said.
    #[serde(default)]
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
    /// That the consequences were made known, where they were.
    #[serde(default)]
    pub told: Option<Told>,
    /// Take the right at once.
    #[serde(default)]
    pub take: bool,
}

impl Command for WithdrawConsent {
    const NAME: &'static str = "consents.withdraw";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = RequestShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        // A right of the person: a block doesn't stop it.
        clients::target(cx, self.client, Deed::Store, Fields::All)
    }
}

/// Something that holds is among what is withdrawn.
pub(super) fn withdraws(scope: &WithdrawScope, held: &[super::Held]) -> bool {
    held.iter().any(|held| scope.covers(held))
        || (!held.is_empty() && scope.purposes.is_empty() && !scope.whole)
}

impl Act for WithdrawConsent {
    fn run(self, cx: &Write<'_>) -> Result<Done<RequestShown>> {
        if let Some(told) = &self.told {
            told.by_staff()?;
        }
        let scope = self.scope.checked()?;
        let held = held(cx, self.client)?;
        if !withdraws(&scope, &held) {
            return Err(ConsentsError::NothingToWithdraw.into());
        }
        let text = match self.text.trim() {
            "" => shown::application(cx, &scope, &held, self.lang),
            text => text.to_owned(),
        };
        let done = RegisterRequest {
            client: Some(self.client),
            applicant: Applicant::default(),
            channel: self.channel,
            received: self.received,
            text,
            lang: self.lang,
            shown: self.shown,
            representative: self.representative,
            proof: self.proof,
            rights: vec![AskedRight {
                kind: RightKind::Withdraw,
                fields: Vec::new(),
                withdrawal: Some(AskedWithdrawal {
                    scope,
                    wished: self.wished,
                }),
            }],
            branch: None,
            take: self.take,
        }
        .run(cx)?;
        let Some(told) = self.told else {
            return Ok(done);
        };
        let right = done.output.rights.first().ok_or(DoorError::Malformed)?.id;
        // What was shown is told of what held before anything stopped.
        let entry = tell(cx, right, &told, Some(&held), cx.now())?;
        Ok(done.also(entry))
    }
}

impl Told {
    /// That they were read on the tablet is told by the tablet alone.
    fn by_staff(&self) -> Result<(), DoorError> {
        match self.way {
            ShowingWay::Tablet => Err(DoorError::Malformed),
            _ => Ok(()),
        }
    }
}

/// Records that the consequences were made known at that moment, if these are the words.
pub(super) fn tell(
    cx: &Write<'_>,
    right: RightId,
    told: &Told,
    before: Option<&[super::Held]>,
    at: Moment,
) -> Result<Entry> {
    let one = store::of_right(cx, right)?.ok_or(ConsentsError::WithdrawalGone)?;
    let now;
    let held = match before {
        Some(held) => held,
        None => {
            now = held(cx, one.client)?;
            &now
        }
    };
    let worded = shown::worded(cx, &one.scope, held, &one.days, one.wished, told.lang);
    if worded.sha256 != told.sha256 {
        return Err(ConsentsError::Moved.into());
    }
    store::add_showing(
        cx,
        one.id,
        at,
        told.way,
        told.lang,
        &worded.lines.join("\n"),
        &worded.sha256,
    )?;
    cx.news("withdrawal", one.id.0);
    Ok(one.entry("consequences_shown").seal(digest(&worded)?))
}

/// Records that the consequences of a registered withdrawal were made known.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TellConsequences {
    /// Of which right.
    pub right: RightId,
    /// How, and which words.
    pub told: Told,
}

/// The right's place, and the client.
pub(super) fn of_right(cx: &Read<'_>, right: RightId, deed: Deed) -> Result<Target> {
    let one = store::of_right(cx, right)?.ok_or(ConsentsError::WithdrawalGone)?;
    clients::target(cx, one.client, deed, Fields::All)
}

impl Command for TellConsequences {
    const NAME: &'static str = "consents.tell_consequences";
    const RIGHT: Right = Right::WorkRequests;
    type Output = WithdrawalShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_right(cx, self.right, Deed::Store)
    }
}

impl Act for TellConsequences {
    fn run(self, cx: &Write<'_>) -> Result<Done<WithdrawalShown>> {
        self.told.by_staff()?;
        let entry = tell(cx, self.right, &self.told, None, cx.now())?;
        let one = store::of_right(cx, self.right)?.ok_or(ConsentsError::WithdrawalGone)?;
        Ok(Done::new(WithdrawalShown::new(cx, one)?, entry))
    }
}

/// The withdrawal that a right asks for.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowWithdrawal {
    /// Which right.
    pub right: RightId,
    /// In which language the person is told the consequences.
    pub lang: Lang,
}

/// A withdrawal with what would be told of it now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WithdrawalOfRight {
    /// The withdrawal.
    pub withdrawal: WithdrawalShown,
    /// What of it holds today.
    pub held: Vec<HeldShown>,
    /// What would be told now.
    pub consequences: Consequences,
}

impl Command for ShowWithdrawal {
    const NAME: &'static str = "consents.withdrawal";
    const RIGHT: Right = Right::WorkRequests;
    type Output = WithdrawalOfRight;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_right(cx, self.right, Deed::Show)
    }
}

impl Ask for ShowWithdrawal {
    fn run(self, cx: &Read<'_>) -> Result<WithdrawalOfRight> {
        let one = store::of_right(cx, self.right)?.ok_or(ConsentsError::WithdrawalGone)?;
        let held = held(cx, one.client)?;
        let days: &Days = &one.days;
        Ok(WithdrawalOfRight {
            consequences: shown::worded(cx, &one.scope, &held, days, one.wished, self.lang),
            held: held.into_iter().map(HeldShown::from).collect(),
            withdrawal: WithdrawalShown::new(cx, one)?,
        })
    }
}

/// The withdrawals of a client, the newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalsOfClient {
    /// Whose.
    pub client: ClientId,
}

/// A line of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WithdrawalLine {
    /// The withdrawal.
    pub withdrawal: WithdrawalShown,
    /// The application in which it was asked for.
    pub request: requests::RequestId,
    /// Its number.
    pub number: String,
}

impl Command for WithdrawalsOfClient {
    const NAME: &'static str = "consents.withdrawals_of_client";
    const RIGHT: Right = Right::ReadConsents;
    type Output = Vec<WithdrawalLine>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for WithdrawalsOfClient {
    fn run(self, cx: &Read<'_>) -> Result<Vec<WithdrawalLine>> {
        let found = store::of_client(cx, self.client)?;
        found
            .into_iter()
            .map(|one| {
                Ok(WithdrawalLine {
                    request: requests::request_of(cx, one.right)?,
                    number: requests::number_of(cx, one.right)?,
                    withdrawal: WithdrawalShown::new(cx, one)?,
                })
            })
            .collect()
    }
}

/// Says whether the day of some withdrawal has come.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalsDue {}

impl Command for WithdrawalsDue {
    const NAME: &'static str = "consents.withdrawals_due";
    const RIGHT: Right = Right::Machine;
    type Output = bool;
}

impl Ask for WithdrawalsDue {
    fn run(self, cx: &Read<'_>) -> Result<bool> {
        effect::is_due(cx)
    }
}

/// Brings what the days of withdrawals bring (S8). The house asks for it when it starts and from then on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BringWithdrawals {}

impl Command for BringWithdrawals {
    const NAME: &'static str = "consents.bring_withdrawals";
    const RIGHT: Right = Right::Machine;
    type Output = u32;
}

impl Act for BringWithdrawals {
    fn run(self, cx: &Write<'_>) -> Result<Done<u32>> {
        let (count, entries) = effect::take_all(cx)?;
        let about = Entry::about(Subject::new("withdrawal", 0)).note("brought");
        Ok(entries
            .into_iter()
            .fold(Done::new(count, about), Done::also))
    }
}
