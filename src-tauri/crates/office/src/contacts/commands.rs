//! What can be asked about contacts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::{ContactReason, ContactUse, ContactVerdict, ContactsError, judge, store};
use crate::blocks::Deed;
use crate::clients::{self, ClientId, Fields};
use crate::clock::Stamp;
use crate::consents::texts::ContactChannel;
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::requests::Channel;
use crate::{
    Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write, calendar, messages,
};

/// May this client be contacted? For the card: each channel, for advertising and for service.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactsOfClient {
    /// Whom.
    pub client: ClientId,
}

/// A channel, and what it may be used for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ChannelShown {
    /// Which.
    pub channel: ContactChannel,
    /// For advertising.
    pub advertising: ContactVerdict,
    /// For what the person has with the operator.
    pub service: ContactVerdict,
    /// What the person wished of it, the newest first.
    pub wishes: Vec<WishShown>,
}

/// A wish, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WishShown {
    /// No advertising by this channel, or again.
    pub stop: bool,
    /// When it was said.
    pub at: Stamp,
    /// Who wrote it down.
    pub by: String,
    /// How it was said.
    pub how: Channel,
}

impl Command for ContactsOfClient {
    const NAME: &'static str = "contacts.of_client";
    const RIGHT: Right = Right::OpenClient;
    type Output = Vec<ChannelShown>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for ContactsOfClient {
    fn run(self, cx: &Read<'_>) -> Result<Vec<ChannelShown>> {
        shown(cx, self.client)
    }
}

fn shown(cx: &Read<'_>, client: ClientId) -> Result<Vec<ChannelShown>> {
    let facts = store::facts_of(cx, client)?;
    let calendar = calendar::current(cx)?;
    let now = cx.now().local();
    let wishes = store::wishes_of(cx, client)?;
    Ok(ContactChannel::ALL
        .iter()
        .map(|channel| ChannelShown {
            channel: *channel,
            advertising: judge(&facts, ContactUse::Advertising, *channel, now, &calendar),
            service: judge(&facts, ContactUse::Service, *channel, now, &calendar),
            wishes: wishes
                .iter()
                .filter(|(of, _)| of == channel)
                .map(|(_, wish)| WishShown {
                    stop: wish.stop,
                    at: wish.at.stamp(),
                    by: wish.by.clone(),
                    how: wish.how,
                })
                .collect(),
        })
        .collect())
}

/// Writes down what the client wishes of channels of advertising (C9). A stop counts at once.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetWish {
    /// Whose wish.
    pub client: ClientId,
    /// Of which channels.
    pub channels: Vec<ContactChannel>,
    /// No advertising, or again where a consent to it holds.
    pub stop: bool,
    /// How it was said.
    pub how: Channel,
}

impl Command for SetWish {
    const NAME: &'static str = "contacts.set_wish";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = Vec<ChannelShown>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        // A demand to stop is heard whatever is blocked.
        clients::target(cx, self.client, Deed::Store, Fields::All)
    }
}

impl Act for SetWish {
    fn run(self, cx: &Write<'_>) -> Result<Done<Vec<ChannelShown>>> {
        if self.channels.is_empty() {
            return Err(ContactsError::NoChannels.into());
        }
        for channel in &self.channels {
            store::add_wish(cx, self.client, *channel, self.stop, self.how)?;
        }
        if self.stop && self.channels.contains(&ContactChannel::Sms) {
            messages::drop_advertising(cx, self.client)?;
        }
        cx.news("client", self.client.0);
        let entry = Entry::about(Subject::client(self.client))
            .fields(self.channels.iter().map(|channel| channel.name()))
            .note(if self.stop { "stopped" } else { "allowed" });
        Ok(Done::new(shown(cx, self.client)?, entry))
    }
}

/// How many could be reached for advertising by a channel now, and how many not and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewAdvertising {
    /// By which channel.
    pub channel: ContactChannel,
}

/// People of one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReasonCount {
    /// Why they are not on the list.
    pub reason: ContactReason,
    /// How many.
    pub people: u32,
}

/// What a list would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AdvertisingPreview {
    /// By which channel.
    pub channel: ContactChannel,
    /// How many are on the list.
    pub people: u32,
    /// How many are not, by reason.
    pub out: Vec<ReasonCount>,
    /// Advertising may leave now; otherwise from when.
    pub from: Option<Stamp>,
    /// The lists that were made, the newest first.
    pub made: Vec<MadeList>,
}

/// A list that left the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct MadeList {
    /// Number.
    pub id: i64,
    /// By which channel.
    pub channel: ContactChannel,
    /// How many people.
    pub people: u32,
    /// When.
    pub at: Stamp,
    /// Who made it.
    pub by: String,
}

impl Command for PreviewAdvertising {
    const NAME: &'static str = "contacts.preview_advertising";
    const RIGHT: Right = Right::Advertise;
    type Output = AdvertisingPreview;
}

impl Ask for PreviewAdvertising {
    fn run(self, cx: &Read<'_>) -> Result<AdvertisingPreview> {
        Ok(chosen(cx, self.channel)?.0)
    }
}

/// Who is on the list, and what is told of the rest. Everybody is asked about by the one function; the hour is told
/// apart, since a list is made at any hour and leaves in its own.
fn chosen(
    cx: &Read<'_>,
    channel: ContactChannel,
) -> Result<(AdvertisingPreview, Vec<(ClientId, String)>)> {
    let operator = cx.seat()?.operator;
    let calendar = calendar::current(cx)?;
    let now = cx.now().local();
    let open = messages::hours::advertising_from(now, &calendar);
    let mut people = Vec::new();
    let mut out = std::collections::BTreeMap::new();
    for (client, facts) in store::facts(cx, operator, None)? {
        let verdict = judge(&facts, ContactUse::Advertising, channel, open, &calendar);
        match facts.reach(channel) {
            Some(reach) if verdict.allowed => people.push((client, reach.to_owned())),
            _ => *out.entry(verdict.reason).or_insert(0) += 1,
        }
    }
    people.sort_unstable();
    let waits = channel != ContactChannel::Post && open != now;
    let preview = AdvertisingPreview {
        channel,
        people: u32::try_from(people.len()).unwrap_or(u32::MAX),
        out: out
            .into_iter()
            .map(|(reason, people)| ReasonCount { reason, people })
            .collect(),
        from: waits.then(|| crate::Moment::of_local(open).stamp()),
        made: store::lists(cx, operator)?
            .into_iter()
            .map(|(id, channel, people, at, by)| MadeList {
                id,
                channel,
                people,
                at: at.stamp(),
                by,
            })
            .collect(),
    };
    Ok((preview, people))
}

/// Hands out the list for advertising by a channel: only people whom the one function lets be contacted.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportAdvertising {
    /// By which channel.
    pub channel: ContactChannel,
}

/// A list that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AdvertisingList {
    /// The workbook.
    pub file: SavedFile,
    /// What it holds.
    pub preview: AdvertisingPreview,
}

impl Command for ExportAdvertising {
    const NAME: &'static str = "contacts.export_advertising";
    const RIGHT: Right = Right::Advertise;
    type Output = AdvertisingList;
}

impl Act for ExportAdvertising {
    fn run(self, cx: &Write<'_>) -> Result<Done<AdvertisingList>> {
        let operator = cx.seat()?.operator;
        let (preview, people) = chosen(cx, self.channel)?;
        if people.is_empty() {
            return Err(ContactsError::Nobody.into());
        }
        let word = |key: &str| cx.texts().get(cx.lang(), key, &Args::none());
        let names = store::names(cx, operator)?;
        let channel = word(&format!("withdrawals-channel-{}", self.channel.name()));
        let name = cx.texts().get(
            cx.lang(),
            "contacts-list-name",
            &Args::none().text("channel", channel),
        );
        let mut rows: Vec<Vec<String>> = people
            .into_iter()
            .map(|(client, reach)| {
                let (name, lang) = names.get(&client).cloned().unwrap_or_default();
                vec![client.to_string(), name, reach, lang.unwrap_or_default()]
            })
            .collect();
        rows.push(Vec::new());
        for line in &preview.out {
            let reason = word(&format!(
                "contacts-reason-{}",
                line.reason.name().replace('_', "-")
            ));
            rows.push(vec![
                String::new(),
                cx.texts().get(
                    cx.lang(),
                    "contacts-list-out",
                    &Args::none()
                        .text("reason", reason)
                        .number("count", line.people),
                ),
            ]);
        }
        let heads = ["client", "name-head", "reach", "lang"];
        let table = papers::Table {
            name: name.clone(),
            heads: heads
                .iter()
                .map(|head| word(&format!("contacts-list-{head}")))
                .collect(),
            rows,
        };
        let bytes = papers::xlsx(&table)?;
        let sha: [u8; 32] = Sha256::digest(&bytes).into();
        let id = store::keep_list(
            cx,
            operator,
            self.channel,
            preview.people,
            &crate::consents::hex(&sha),
        )?;
        let entry = Entry::about(Subject::new("advertising_list", id))
            .fields([self.channel.name()])
            .seal(sha);
        let file = SavedFile::new(format!("{name} {}.xlsx", cx.today()), &bytes);
        Ok(Done::new(AdvertisingList { file, preview }, entry))
    }
}
