//! A withdrawal as it is shown, and the words in which its consequences are told.

use chrono::NaiveDate;
use kz::term::Count;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::signing::SignedWithdrawal;
use super::{
    Consequence, Days, Held, Obligation, ShowingWay, WithdrawScope, Withdrawal, WithdrawalId,
    WithdrawalState, signing, store,
};
use crate::Read;
use crate::blocks::BlockId;
use crate::calendar::CountedDay;
use crate::clients::ClientId;
use crate::clock::Stamp;
use crate::consents::texts::{ContactChannel, PurposeKind, TextPair};
use crate::consents::{ConsentId, PurposeId, hex, sha256};
use crate::error::{Args, Result};
use crate::requests::RightId;
use crate::texts::{Lang, people_date};

/// A purpose that can be withdrawn, or that goes on whatever is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct HeldShown {
    /// Of which consent.
    pub consent: ConsentId,
    /// Its number.
    pub number: String,
    /// Title of its text.
    pub title: TextPair,
    /// Which purpose.
    pub purpose: PurposeId,
    /// Its name.
    pub name: TextPair,
    /// Needed for the service, or optional.
    pub kind: PurposeKind,
    /// It rests on the consent and can be taken back; otherwise on a contract or a law.
    pub can_be_withdrawn: bool,
    /// By which channels.
    pub channels: Vec<ContactChannel>,
    /// It ends already.
    pub ends: Option<String>,
    /// Its consent allows handing over to third parties.
    pub third_parties: bool,
    /// Its consent allows handing over abroad.
    pub cross_border: bool,
    /// Its consent allows publication.
    pub public_sources: bool,
}

impl From<Held> for HeldShown {
    fn from(held: Held) -> Self {
        HeldShown {
            can_be_withdrawn: held.basis == crate::consents::texts::ConsentBasis::Consent,
            ends: held.ends.map(|day| day.to_string()),
            consent: held.consent,
            number: held.number,
            title: held.title,
            purpose: held.purpose,
            name: held.name,
            kind: held.kind,
            channels: held.channels,
            third_parties: held.third_parties,
            cross_border: held.cross_border,
            public_sources: held.public_sources,
        }
    }
}

/// A count of days, with its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DaysCounted {
    /// How many working days.
    pub days: u32,
    /// The last of them.
    pub due: String,
    /// Every date from receipt to the last day.
    pub steps: Vec<CountedDay>,
    /// A date may still change: the year isn't confirmed.
    pub preliminary: bool,
}

impl From<&Count> for DaysCounted {
    fn from(count: &Count) -> Self {
        let counted = count
            .steps
            .iter()
            .filter(|step| matches!(step.kind, kz::term::StepKind::Counted { .. }));
        DaysCounted {
            days: u32::try_from(counted.count()).unwrap_or(u32::MAX),
            due: count.due.to_string(),
            steps: count.steps.iter().map(CountedDay::from).collect(),
            preliminary: count.preliminary,
        }
    }
}

/// The consequences, as a person is told them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Consequences {
    /// In their language.
    pub lang: Lang,
    /// One by one.
    pub list: Vec<Consequence>,
    /// The words, a line for each.
    pub lines: Vec<String>,
    /// SHA-256 of the words, in hex: what is shown is what is recorded.
    pub sha256: String,
}

/// That consequences were made known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ShowingShown {
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: String,
    /// How.
    pub way: ShowingWay,
    /// In which language.
    pub lang: Lang,
    /// The very words.
    pub lines: Vec<String>,
    /// Their SHA-256, in hex.
    pub sha256: String,
}

/// A withdrawal, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WithdrawalShown {
    /// Number.
    pub id: WithdrawalId,
    /// The right by which it was asked for.
    pub right: RightId,
    /// Whose.
    pub client: ClientId,
    /// What is taken back.
    pub scope: WithdrawScope,
    /// Names of the purposes of the scope, in its order.
    pub purposes: Vec<TextPair>,
    /// How it stands.
    pub state: WithdrawalState,
    /// The operator's notice.
    pub notice: DaysCounted,
    /// The law's ceiling.
    pub ceiling: DaysCounted,
    /// The day that the person named.
    pub wished: Option<String>,
    /// From which day it counts; while it isn't decided: from which day it would, if it were granted today.
    pub effective: String,
    /// The obligation by which it was refused.
    pub obligation: Option<Obligation>,
    /// How the consequences were made known, each time.
    pub showings: Vec<ShowingShown>,
    /// When its day was brought.
    pub took_effect: Option<Stamp>,
    /// The block that came of it.
    pub block: Option<BlockId>,
    /// When destruction was proposed, and the proposal stands.
    pub proposed: Option<Stamp>,
    /// The application, where it was signed on the tablet.
    pub signed: Option<SignedWithdrawal>,
}

impl WithdrawalShown {
    pub(super) fn new(cx: &Read<'_>, one: Withdrawal) -> Result<Self> {
        let showings = store::showings(cx, one.id)?;
        let effective = one
            .effective_from
            .unwrap_or_else(|| one.days.effective(one.wished, cx.today()));
        let purposes = one.scope.purposes.iter();
        Ok(WithdrawalShown {
            purposes: purposes
                .map(|part| store::purpose_name(cx, part.purpose))
                .collect::<Result<_>>()?,
            proposed: store::proposal(cx, one.right)?
                .filter(|(_, stands)| *stands)
                .map(|(at, _)| at.stamp()),
            signed: signing::of_right(cx, one.right)?,
            id: one.id,
            right: one.right,
            client: one.client,
            scope: one.scope,
            state: one.state,
            notice: DaysCounted::from(&one.days.notice),
            ceiling: DaysCounted::from(&one.days.ceiling),
            wished: one.wished.map(|day| day.to_string()),
            effective: effective.to_string(),
            obligation: one.obligation,
            showings: showings
                .into_iter()
                .map(|shown| ShowingShown {
                    at: shown.at.stamp(),
                    by: shown.by,
                    way: shown.way,
                    lang: shown.lang,
                    lines: shown.words.lines().map(str::to_owned).collect(),
                    sha256: shown.sha,
                })
                .collect(),
            took_effect: one.took_effect.map(|at| at.stamp()),
            block: one.block,
        })
    }
}

/// What follows if this is taken back from that day on.
pub(super) fn consequences(scope: &WithdrawScope, held: &[Held]) -> Vec<Consequence> {
    use Consequence as C;
    let meant = |held: &&Held| scope.covers(held);
    let services = held.iter().filter(|held| held.is_service());
    let ends_service = services.clone().any(|held| scope.covers(held));
    let ends_all = ends_service && services.clone().all(|held| scope.covers(held));
    // What was stopped at once, when the application came, is told all the same.
    let stopped = |part: &super::WithdrawnPurpose| {
        !held
            .iter()
            .any(|held| (held.consent, held.purpose) == (part.consent, part.purpose))
    };
    let advertising = scope.whole
        || !scope.channels.is_empty()
        || scope.purposes.iter().any(stopped)
        || held
            .iter()
            .filter(meant)
            .any(|held| held.kind == PurposeKind::Optional);
    let allows = |flag: fn(&Held) -> bool| held.iter().any(flag);
    let mut list = Vec::new();
    let mut say = |holds: bool, what| {
        if holds {
            list.push(what);
        }
    };
    say(advertising, C::AdvertisingStops);
    say(ends_service, C::PurposesStop);
    say(
        (scope.third_parties || scope.whole) && allows(|held| held.third_parties),
        C::ThirdPartiesStop,
    );
    say(
        (scope.cross_border || scope.whole) && allows(|held| held.cross_border),
        C::CrossBorderStops,
    );
    say(
        (scope.public_sources || scope.whole) && allows(|held| held.public_sources),
        C::PublicStops,
    );
    say(ends_all, C::ParticipationEnds);
    say(ends_all, C::CardBlocked);
    say(true, C::ServiceGoesOn);
    say(
        held.iter()
            .any(|held| held.basis != crate::consents::texts::ConsentBasis::Consent),
        C::OtherBasisGoesOn,
    );
    say(ends_all, C::DestructionProposed);
    say(ends_service, C::ObligationHolds);
    say(ends_service, C::ReturnByNewConsent);
    list
}

/// The words for it, in the language of the person.
pub(super) fn worded(
    cx: &Read<'_>,
    scope: &WithdrawScope,
    held: &[Held],
    days: &Days,
    wished: Option<NaiveDate>,
    lang: Lang,
) -> Consequences {
    let list = consequences(scope, held);
    let day = people_date(days.effective(wished, cx.today()));
    let lines: Vec<String> = list
        .iter()
        .map(|what| {
            let key = format!("withdrawals-consequence-{}", what.name().replace('_', "-"));
            cx.texts()
                .get(lang, &key, &Args::none().text("day", day.clone()))
        })
        .collect();
    let sha256 = hex(&sha256(&lines.join("\n")));
    Consequences {
        lang,
        list,
        lines,
        sha256,
    }
}

/// The words of an application for this, as the printed form has them.
pub(super) fn application(
    cx: &Read<'_>,
    scope: &WithdrawScope,
    held: &[Held],
    lang: Lang,
) -> String {
    let say = |key: &str, args: Args| cx.texts().get(lang, key, &args);
    if scope.whole {
        return say("withdrawals-application-whole", Args::none());
    }
    let mut lines = vec![say("withdrawals-application-part", Args::none())];
    for held in held.iter().filter(|held| scope.covers(held)) {
        let args = Args::none()
            .text("name", held.name.get(lang))
            .text("number", &held.number);
        lines.push(format!(
            "— {}",
            say("withdrawals-application-purpose", args)
        ));
    }
    for channel in &scope.channels {
        let key = format!("withdrawals-channel-{}", channel.name());
        let name = say(&key, Args::none());
        let args = Args::none().text("channel", name);
        lines.push(format!(
            "— {}",
            say("withdrawals-application-channel", args)
        ));
    }
    for (asked, key) in [
        (scope.third_parties, "withdrawals-part-third-parties"),
        (scope.cross_border, "withdrawals-part-cross-border"),
        (scope.public_sources, "withdrawals-part-public-sources"),
    ] {
        if asked {
            lines.push(format!("— {}", say(key, Args::none())));
        }
    }
    lines.join("\n")
}
