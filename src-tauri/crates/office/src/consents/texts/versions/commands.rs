//! What can be asked about who is on which version of a text.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store::{self, Holder, NewNotice};
use super::{Standing, Told, last_day, standing};
use crate::blocks::{Deed, permit};
use crate::clients::{self, ClientId, Datum, Fields};
use crate::clock::Stamp;
use crate::consents::commands::of_consent;
use crate::consents::texts::{ConsentText, TextId, TextPair, TextsError, get};
use crate::consents::{self, ConsentId};
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::messages::notice::{Notice, NoticeWords, preview, send_notice};
use crate::messages::{Parts, has_gateway};
use crate::policy::{BranchId, Reach, reach};
use crate::texts::people_date;
use crate::{Act, Ask, Command, Done, Entry, Lang, Read, Right, Subject, Target, Write, operators};

/// Lines of one page.
const PAGE: usize = 100;
/// Clients told by one call: a transaction stays short.
const AT_ONCE: usize = 200;

crate::named! {
    /// By which channel an objection came, or a client was told.
    ObjectionChannel {
        /// At the branch.
        Branch = "branch",
        /// By letter.
        Letter = "letter",
        /// By e-mail.
        Email = "email",
        /// By telephone, after proof of identity.
        Call = "call",
    }
}

/// The newest version of a family, the profile's rule, and everyone on some version of it.
struct Family {
    newest: ConsentText,
    silence: Option<u16>,
    holders: Vec<(Holder, Standing)>,
}

fn family(cx: &Read<'_>, text: TextId, branch: Option<BranchId>) -> Result<Family> {
    let newest = get(cx, store::newest(cx, text)?)?;
    let silence = operators::store::operator(cx, newest.operator)?
        .profile
        .silence_days;
    let today = cx.today();
    let holders = store::holders(cx, &newest, branch)?
        .into_iter()
        .map(|holder| {
            let on_newest = holder.text == newest.id;
            let stands = standing(
                on_newest,
                holder.told,
                holder.objected.is_some(),
                silence,
                today,
            );
            (holder, stands)
        })
        .collect();
    Ok(Family {
        newest,
        silence,
        holders,
    })
}

fn at(cx: &Read<'_>, text: TextId) -> Result<Target> {
    Ok(Target::at(get(cx, text)?.operator, Vec::new()))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// How many stand where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct StandingCount {
    /// Where.
    pub standing: Standing,
    /// How many.
    pub clients: u32,
}

/// A version and how many are on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct VersionCount {
    /// Which.
    pub text: TextId,
    /// Its number.
    pub version: u32,
    /// Day of publishing.
    pub published: String,
    /// Clients whose consent to it holds.
    pub clients: u32,
}

/// A branch and how many of its clients are on which version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct BranchCount {
    /// Which.
    pub branch: BranchId,
    /// Its name.
    pub name: String,
    /// On the newest version.
    pub current: u32,
    /// On an older one.
    pub older: u32,
    /// Of these: to be asked for a new consent.
    pub again: u32,
}

/// Who is on which version of a text, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct TextVersions {
    /// The newest version.
    pub text: TextId,
    /// Its number.
    pub version: u32,
    /// Family.
    pub code: String,
    /// Title of the newest version.
    pub title: TextPair,
    /// Day on which it was published.
    pub published: String,
    /// Days in which a client can object; none: silence is never acceptance.
    pub silence_days: Option<u16>,
    /// The versions, newest first.
    pub versions: Vec<VersionCount>,
    /// The branches.
    pub branches: Vec<BranchCount>,
    /// Where the clients stand.
    pub standings: Vec<StandingCount>,
    /// On an older version and not told yet, or not reached.
    pub to_tell: u32,
}

/// Tells who is on which version of a text: numbers alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountVersions {
    /// Any version of the family.
    pub text: TextId,
}

impl Command for CountVersions {
    const NAME: &'static str = "consents.versions";
    const RIGHT: Right = Right::ReadHouse;
    type Output = TextVersions;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.text)
    }
}

impl Ask for CountVersions {
    fn run(self, cx: &Read<'_>) -> Result<TextVersions> {
        let Family {
            newest,
            silence,
            holders,
        } = family(cx, self.text, None)?;
        let mut branches: BTreeMap<BranchId, BranchCount> = BTreeMap::new();
        for (holder, stands) in &holders {
            let branch = branches
                .entry(holder.branch)
                .or_insert_with(|| BranchCount {
                    branch: holder.branch,
                    name: holder.branch_name.clone(),
                    current: 0,
                    older: 0,
                    again: 0,
                });
            branch.current += u32::from(*stands == Standing::Current);
            branch.older += u32::from(*stands != Standing::Current);
            branch.again += u32::from(stands.asks_again());
        }
        let version = |(text, version, published): (TextId, u32, crate::Moment)| VersionCount {
            clients: count(
                holders
                    .iter()
                    .filter(|(holder, _)| holder.text == text)
                    .count(),
            ),
            text,
            version,
            published: published.date().to_string(),
        };
        let stands = |standing: &Standing| StandingCount {
            standing: *standing,
            clients: count(holders.iter().filter(|(_, one)| one == standing).count()),
        };
        Ok(TextVersions {
            versions: store::versions(cx, &newest)?
                .into_iter()
                .map(version)
                .collect(),
            branches: branches.into_values().collect(),
            standings: Standing::ALL
                .iter()
                .map(stands)
                .filter(|one| one.clients > 0)
                .collect(),
            to_tell: count(
                holders
                    .iter()
                    .filter(|(holder, one)| one.is_to_tell(holder.told))
                    .count(),
            ),
            text: newest.id,
            version: newest.version,
            code: newest.code,
            title: newest.title,
            published: newest.published,
            silence_days: silence,
        })
    }
}

crate::named! {
    /// Which holders are listed.
    HolderFilter {
        /// On an older version.
        Older = "older",
        /// To be asked for a new consent.
        Again = "again",
        /// Everyone.
        All = "all",
    }
}

impl HolderFilter {
    fn takes(self, standing: Standing) -> bool {
        match self {
            HolderFilter::Older => standing != Standing::Current,
            HolderFilter::Again => standing.asks_again(),
            HolderFilter::All => true,
        }
    }
}

/// A client and the version that they are on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct HolderLine {
    /// Who.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// The consent.
    pub consent: ConsentId,
    /// Its number.
    pub number: String,
    /// The version that it was given to.
    pub version: u32,
    /// When.
    pub given: Stamp,
    /// Name of the branch.
    pub branch: String,
    /// Where they stand.
    pub standing: Standing,
    /// The day on which they were told of the newest version.
    pub told: Option<String>,
    /// The last day on which they can object.
    pub until: Option<String>,
    /// The day of their objection.
    pub objected: Option<String>,
}

fn line(
    cx: &Read<'_>,
    (holder, standing): &(Holder, Standing),
    silence: Option<u16>,
) -> Result<HolderLine> {
    let told = match holder.told {
        Some(Told::On(day)) => Some(day),
        _ => None,
    };
    let until = told
        .zip(silence)
        .map(|(day, days)| last_day(day, days).to_string());
    Ok(HolderLine {
        client: holder.client,
        name: clients::display_name(cx, holder.client)?,
        consent: holder.consent,
        number: holder.number.clone(),
        version: holder.version,
        given: holder.given.stamp(),
        branch: holder.branch_name.clone(),
        standing: *standing,
        told: told.map(|day| day.to_string()),
        until: until.filter(|_| matches!(standing, Standing::Waiting | Standing::Accepted)),
        objected: holder.objected.map(|day| day.to_string()),
    })
}

/// The branch that a reader is kept to.
fn own_branch(cx: &Read<'_>, right: Right) -> Result<Option<BranchId>> {
    let seat = cx.seat()?;
    Ok((reach(seat.role, right) == Reach::OwnBranch).then_some(seat.branch))
}

/// Lists the clients who are on a version of a text: those of the branch, or of the operator for roles that reach so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListHolders {
    /// Any version of the family.
    pub text: TextId,
    /// Which of them.
    pub only: HolderFilter,
    /// Of this branch.
    #[serde(default)]
    pub branch: Option<BranchId>,
    /// Page, from 0.
    #[serde(default)]
    pub page: u32,
}

/// A page of holders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct HolderPage {
    /// The lines.
    pub lines: Vec<HolderLine>,
    /// How many there are in all.
    pub total: u32,
}

impl Command for ListHolders {
    const NAME: &'static str = "consents.holders";
    const RIGHT: Right = Right::ReadConsents;
    type Output = HolderPage;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.text, self.branch)
    }
}

/// The branch that is asked for, or the reader's own, at the operator of the text.
fn place(cx: &Read<'_>, text: TextId, branch: Option<BranchId>) -> Result<Target> {
    let operator = get(cx, text)?.operator;
    let branch = branch.or_else(|| cx.seat().ok().map(|seat| seat.branch));
    Ok(Target::at(operator, branch.into_iter().collect()))
}

impl Ask for ListHolders {
    fn run(self, cx: &Read<'_>) -> Result<HolderPage> {
        let own = own_branch(cx, Right::ReadConsents)?;
        let Family {
            silence, holders, ..
        } = family(cx, self.text, own.or(self.branch))?;
        let found: Vec<_> = holders
            .into_iter()
            .filter(|(_, standing)| self.only.takes(*standing))
            .collect();
        let page = found.iter().skip(self.page as usize * PAGE).take(PAGE);
        Ok(HolderPage {
            lines: page
                .map(|one| line(cx, one, silence))
                .collect::<Result<_>>()?,
            total: count(found.len()),
        })
    }
}

/// The words of the notice about a version.
fn words(
    cx: &Read<'_>,
    newest: &ConsentText,
    silence: Option<u16>,
    lang: Lang,
) -> Result<NoticeWords> {
    let title = newest.title.get(lang).to_owned();
    let from: NaiveDate = newest.published.parse().map_err(anyhow::Error::from)?;
    Ok(match silence {
        Some(days) => NoticeWords::TextChanged {
            title,
            from,
            object_by: last_day(cx.today(), days),
        },
        None => NoticeWords::ReconsentAsked { title, from },
    })
}

/// The notice in one language, and what it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct NoticeShown {
    /// Language.
    pub lang: Lang,
    /// The words.
    pub words: String,
    /// What they take.
    pub parts: Parts,
}

/// What would be sent, before it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct TellPreview {
    /// In each language.
    pub notices: Vec<NoticeShown>,
    /// How many would be told.
    pub clients: u32,
    /// A gateway is chosen.
    pub gateway: bool,
}

/// Shows the notice about the newest version, and how many it would go to.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewTelling {
    /// Any version of the family.
    pub text: TextId,
}

impl Command for PreviewTelling {
    const NAME: &'static str = "consents.preview_telling";
    const RIGHT: Right = Right::TellClients;
    type Output = TellPreview;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.text)
    }
}

impl Ask for PreviewTelling {
    fn run(self, cx: &Read<'_>) -> Result<TellPreview> {
        let Family {
            newest,
            silence,
            holders,
        } = family(cx, self.text, None)?;
        let shown = |lang: &Lang| {
            let said = words(cx, &newest, silence, *lang)?;
            let (words, parts) = preview(cx, newest.operator, *lang, &said)?;
            Ok(NoticeShown {
                lang: *lang,
                words,
                parts,
            })
        };
        Ok(TellPreview {
            notices: newest.langs().iter().map(shown).collect::<Result<_>>()?,
            clients: count(
                holders
                    .iter()
                    .filter(|(holder, one)| one.is_to_tell(holder.told))
                    .count(),
            ),
            gateway: has_gateway(cx)?,
        })
    }
}

/// Sends the notice about the newest version to those on an older one who weren't told yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TellClients {
    /// The version that they are told of: the newest.
    pub text: TextId,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Telling {
    /// Notices that were queued.
    pub queued: u32,
    /// Clients without a number that takes SMS: they are told another way.
    pub without_phone: u32,
    /// Clients whose data are blocked: nothing is sent to them.
    pub blocked: u32,
    /// Clients that are left for the next call.
    pub left: u32,
}

impl Command for TellClients {
    const NAME: &'static str = "consents.tell_clients";
    const RIGHT: Right = Right::TellClients;
    type Output = Telling;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        at(cx, self.text)
    }
}

impl Act for TellClients {
    fn run(self, cx: &Write<'_>) -> Result<Done<Telling>> {
        let Family {
            newest,
            silence,
            holders,
        } = family(cx, self.text, None)?;
        if newest.id != self.text {
            return Err(consents::ConsentsError::OldText.into());
        }
        let mut done = Telling {
            queued: 0,
            without_phone: 0,
            blocked: 0,
            left: 0,
        };
        let meant = holders
            .iter()
            .filter(|(holder, one)| one.is_to_tell(holder.told));
        for (holder, _) in meant {
            if permit(cx, holder.client, Deed::Use, &Fields::All).is_err() {
                done.blocked += 1;
                continue;
            }
            let phone = phone(cx, holder.client)?;
            let Some(phone) = phone else {
                done.without_phone += 1;
                continue;
            };
            if done.queued as usize >= AT_ONCE {
                done.left += 1;
                continue;
            }
            let lang = holder.lang.lang();
            let message = send_notice(
                cx,
                &Notice {
                    operator: newest.operator,
                    client: holder.client,
                    phone: &phone,
                    lang,
                    words: words(cx, &newest, silence, lang)?,
                },
            )?;
            store::add_notice(
                cx,
                &NewNotice {
                    text: newest.id,
                    client: holder.client,
                    consent: holder.consent,
                    channel: "sms",
                    message: Some(message),
                    told_on: None,
                },
            )?;
            done.queued += 1;
        }
        cx.news("consent_text", newest.id.0);
        let entry = Entry::about(Subject::new("consent_text", newest.id.0)).note("told");
        Ok(Done::new(done, entry))
    }
}

/// The client's own number, if it takes messages.
fn phone(cx: &Read<'_>, client: ClientId) -> Result<Option<kz::Phone>> {
    let values = clients::store::values(cx, client)?.unwrap_or_default();
    let phone = values
        .get(&Datum::Phone)
        .and_then(|text| kz::Phone::parse(text).ok());
    Ok(phone.filter(kz::Phone::is_usual_mobile))
}

/// Where a client stands to a new version, with what was recorded.
fn of_holder(cx: &Read<'_>, consent: ConsentId) -> Result<(Family, Holder)> {
    let text = store::text_of(cx, consent)?.ok_or(consents::ConsentsError::ConsentGone)?;
    let mut family = family(cx, text, None)?;
    let found = family
        .holders
        .iter()
        .position(|(holder, _)| holder.consent == consent);
    let (holder, _) = found
        .map(|place| family.holders.swap_remove(place))
        .ok_or(TextsError::NotHeld)?;
    if holder.text == family.newest.id {
        return Err(TextsError::OnNewest.into());
    }
    Ok((family, holder))
}

/// The day that a form names, between the publishing of the version and today.
fn day(cx: &Read<'_>, text: &str, newest: &ConsentText) -> Result<NaiveDate> {
    let day: NaiveDate = text.parse().map_err(|_| TextsError::Day)?;
    let published: NaiveDate = newest.published.parse().map_err(anyhow::Error::from)?;
    if (published..=cx.today()).contains(&day) {
        Ok(day)
    } else {
        Err(TextsError::Day.into())
    }
}

/// Records that a client was told of the newest version otherwise than by SMS.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteTold {
    /// The consent that they gave to an older version.
    pub consent: ConsentId,
    /// On which day: `2026-12-14`.
    pub on: String,
    /// How.
    pub channel: ObjectionChannel,
}

impl Command for NoteTold {
    const NAME: &'static str = "consents.note_told";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = ();
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_consent(cx, self.consent, Deed::Store)
    }
}

impl Act for NoteTold {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        let (family, holder) = of_holder(cx, self.consent)?;
        let told_on = day(cx, &self.on, &family.newest)?;
        store::add_notice(
            cx,
            &NewNotice {
                text: family.newest.id,
                client: holder.client,
                consent: holder.consent,
                channel: self.channel.name(),
                message: None,
                told_on: Some(told_on),
            },
        )?;
        cx.news("consent", self.consent.0);
        let entry = Entry::about(Subject::new("consent_text", family.newest.id.0))
            .of(holder.client)
            .note("told");
        Ok(Done::new((), entry))
    }
}

/// Records that a client objects to the newest version. A right of the person: a block doesn't stop it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordObjection {
    /// The consent that they gave to an older version.
    pub consent: ConsentId,
    /// On which day it was received: `2026-12-14`.
    pub received: String,
    /// By which channel.
    pub channel: ObjectionChannel,
}

/// An objection, as it stands on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Objection {
    /// The day on which it was received.
    pub received: String,
    /// By which channel.
    pub channel: ObjectionChannel,
    /// When it was entered.
    pub at: Stamp,
    /// By whom.
    pub by: String,
    /// After the last day: silence had been acceptance by then. The objection counts from its day on.
    pub late: bool,
}

impl Command for RecordObjection {
    const NAME: &'static str = "consents.record_objection";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = Objection;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_consent(cx, self.consent, Deed::Store)
    }
}

impl Act for RecordObjection {
    fn run(self, cx: &Write<'_>) -> Result<Done<Objection>> {
        let (family, holder) = of_holder(cx, self.consent)?;
        if holder.objected.is_some() {
            return Err(TextsError::Objected.into());
        }
        let received = day(cx, &self.received, &family.newest)?;
        store::add_objection(cx, family.newest.id, holder.client, received, self.channel)?;
        let kept = store::objection(cx, family.newest.id, holder.client)?;
        let (received_on, channel, at, by) = kept.ok_or(TextsError::NotHeld)?;
        let late = match (holder.told, family.silence) {
            (Some(Told::On(told)), Some(days)) => received > last_day(told, days),
            _ => false,
        };
        cx.news("consent", self.consent.0);
        let entry = Entry::about(Subject::new("consent_text", family.newest.id.0))
            .of(holder.client)
            .fields(["objection"])
            .note(self.channel.name());
        let objection = Objection {
            received: received_on,
            channel,
            at: at.stamp(),
            by,
            late,
        };
        Ok(Done::new(objection, entry))
    }
}

/// Hands out the list of clients who are to be asked for a new consent, as a spreadsheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportHolders {
    /// Any version of the family.
    pub text: TextId,
    /// Which of them.
    pub only: HolderFilter,
    /// Of this branch.
    #[serde(default)]
    pub branch: Option<BranchId>,
}

impl Command for ExportHolders {
    const NAME: &'static str = "consents.export_holders";
    const RIGHT: Right = Right::ReadConsents;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.text, self.branch)
    }
}

impl Act for ExportHolders {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let own = own_branch(cx, Right::ReadConsents)?.or(self.branch);
        let Family {
            newest,
            silence,
            holders,
        } = family(cx, self.text, own)?;
        let word = |key: &str| cx.texts().get(cx.lang(), key, &Args::none());
        let people = |day: Option<String>| {
            day.and_then(|day| day.parse().ok())
                .map(people_date)
                .unwrap_or_default()
        };
        let mut rows = Vec::new();
        for one in holders
            .iter()
            .filter(|(_, standing)| self.only.takes(*standing))
        {
            // A block stops handing data out: of such a client the list names the consent alone.
            let free = permit(cx, one.0.client, Deed::Export, &Fields::All).is_ok();
            let shown = line(cx, one, silence)?;
            let number = if free { phone(cx, shown.client)? } else { None };
            let name = if free {
                shown.name
            } else {
                word("texts-list-blocked")
            };
            rows.push(vec![
                name,
                number.map(|phone| phone.shown()).unwrap_or_default(),
                shown.branch,
                shown.number,
                shown.version.to_string(),
                people(Some(shown.given.date)),
                word(&format!(
                    "texts-standing-{}",
                    shown.standing.name().replace('_', "-")
                )),
                people(shown.told),
                people(shown.objected),
            ]);
        }
        let heads = [
            "name", "phone", "branch", "number", "version", "given", "standing", "told", "objected",
        ]
        .iter()
        .map(|head| word(&format!("texts-head-{head}")))
        .collect();
        let sheet = word("texts-list-sheet");
        let name = format!("{sheet} {} v{}.xlsx", newest.code, newest.version);
        let table = papers::Table {
            name: sheet,
            heads,
            rows,
        };
        let bytes = papers::xlsx(&table)?;
        let entry = Entry::about(Subject::new("consent_text", newest.id.0)).note("list");
        Ok(Done::new(SavedFile::new(name, &bytes), entry))
    }
}
