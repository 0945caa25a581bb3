//! What can be asked about consents: the register, one with its evidence, those of a client, a withdrawal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::texts::{PurposeId, PurposeKind, TextPair};
use super::visits::{SignPoint, VisitEvent};
use super::{ConsentId, ConsentState, ConsentsError, Way, store};
use crate::blocks::Deed;
use crate::clients::{ClientId, Fields};
use crate::clock::Stamp;
use crate::error::Result;
use crate::requests::Channel;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// A consent in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentLine {
    /// Which.
    pub id: ConsentId,
    /// Its readable number.
    pub number: String,
    /// Whose.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// Title of the text.
    pub title: TextPair,
    /// Version of the text.
    pub version: u32,
    /// How it was given.
    pub way: Way,
    /// When.
    pub given: Stamp,
    /// Name of the branch.
    pub branch: String,
    /// Each purpose and where it stands today.
    pub items: Vec<ConsentItem>,
}

/// A purpose of a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentItem {
    /// Which.
    pub purpose: PurposeId,
    /// Its name.
    pub name: TextPair,
    /// Needed for the service, or optional.
    pub kind: PurposeKind,
    /// Where it stands today.
    pub state: ConsentState,
    /// Since when.
    pub since: String,
    /// A change that comes: withdrawn from this day on, or its last day by its term.
    pub ends: Option<String>,
    /// It holds, and its last day is at most thirty days away.
    pub expiring: bool,
}

/// A page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentPage {
    /// The lines.
    pub lines: Vec<ConsentLine>,
    /// How many there are in all.
    pub total: u32,
}

/// Lists a client's consents, for the card.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentsOfClient {
    /// Whose.
    pub client: ClientId,
}

impl Command for ConsentsOfClient {
    const NAME: &'static str = "consents.of_client";
    const RIGHT: Right = Right::ReadConsents;
    type Output = Vec<ConsentLine>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        crate::clients::target(cx, self.client, Deed::Show, Fields::All)
    }
}

impl Ask for ConsentsOfClient {
    fn run(self, cx: &Read<'_>) -> Result<Vec<ConsentLine>> {
        store::of_client(cx, self.client)
    }
}

/// A consent with its evidence.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct ConsentShown {
    /// Line of the register.
    pub line: ConsentLine,
    /// The evidence, as it was sealed.
    pub evidence: String,
    /// Its SHA-256, in hex: the same stands in the journal.
    pub sha256: String,
    /// The evidence still has this hash.
    pub intact: bool,
    /// The signature.
    pub strokes: Vec<Vec<SignPoint>>,
    /// What happened to it since.
    pub events: Vec<ConsentEvent>,
    /// Who took it.
    pub consultant: String,
    /// On which tablet.
    pub tablet: Option<String>,
    /// The trail of its visit, in the time of the house; the evidence has the same in UTC.
    pub trail: Vec<VisitEvent>,
    /// The entry of the journal that seals it; none: there is no entry with this hash.
    pub seal: Option<ConsentSeal>,
    /// Fingerprint of the key that seals proofs, to be compared with that of a sheet or a file.
    pub fingerprint: String,
}

/// Where a consent is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentSeal {
    /// Number of the journal's entry.
    pub entry: i64,
    /// Hash of the entry, in hex: it covers all entries before it too.
    pub hash: String,
}

/// One event of a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct ConsentEvent {
    /// About which purpose.
    pub purpose: PurposeId,
    /// What it became.
    pub state: ConsentState,
    /// When it was entered.
    pub at: Stamp,
    /// From which day it counts.
    pub effective_from: String,
    /// By which channel.
    pub channel: Option<Channel>,
}

/// The target of a command about one consent.
pub(super) fn of_consent(cx: &Read<'_>, consent: ConsentId, deed: Deed) -> Result<Target> {
    let client = store::client(cx, consent)?.ok_or(ConsentsError::ConsentGone)?;
    crate::clients::target(cx, client, deed, Fields::All)
}

/// Opens a consent with its evidence. On record, like every look at a person's data.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenConsent {
    /// Which.
    pub consent: ConsentId,
}

impl Command for OpenConsent {
    const NAME: &'static str = "consents.open";
    const RIGHT: Right = Right::ReadConsents;
    type Output = ConsentShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        of_consent(cx, self.consent, Deed::Show)
    }
}

impl Act for OpenConsent {
    fn run(self, cx: &Write<'_>) -> Result<Done<ConsentShown>> {
        let shown = store::shown(cx, self.consent)?;
        let entry = Entry::about(Subject::new("consent", self.consent.0))
            .of(shown.line.client)
            .fields(["evidence"]);
        Ok(Done::new(shown, entry))
    }
}
