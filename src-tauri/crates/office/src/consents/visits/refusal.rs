//! A refusal of the whole is saved as a refusal (S4, S5): which text, in which language, when, where, before whom – and nothing
//! of what was typed. Its hash is sealed by the journal, as that of a consent is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Visit, VisitId, store};
use crate::clients::{self, ClientId};
use crate::clock::{Moment, Stamp};
use crate::consents::texts::{self, TextPair};
use crate::consents::{ConsentsError, hex, sha256};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId, Reach, Right, reach};
use crate::{Ask, Command, Read, Target, Write, journal, operators};

/// Name and version of the form in which a refusal's evidence is kept.
const SCHEMA: &str = "kelisim-refusal-evidence-1";

crate::named! {
    /// Who said that the client refuses.
    SaidBy {
        /// The client, on the tablet.
        Client = "client",
        /// The consultant, to whom the client said it.
        Consultant = "consultant",
    }
}

#[derive(Serialize)]
struct Evidence<'a> {
    schema: &'static str,
    number: &'a str,
    operator: Who,
    branch: String,
    tablet: Option<i64>,
    consultant: i64,
    said_by: &'static str,
    text: TextProof<'a>,
    purposes: Vec<&'a str>,
    by_representative: bool,
    times: Times,
    trail: Vec<Step>,
}

#[derive(Serialize)]
struct Who {
    name: String,
    bin: String,
}

#[derive(Serialize)]
struct TextProof<'a> {
    id: i64,
    code: &'a str,
    version: u32,
    /// None: the client refused before any text was shown.
    lang: Option<&'static str>,
    sha256: Option<&'a str>,
    title: &'a str,
    read_seconds: u32,
    read_to_end: bool,
}

#[derive(Serialize)]
struct Times {
    opened: String,
    text_shown: Option<String>,
    refused: String,
}

#[derive(Serialize)]
struct Step {
    at: String,
    kind: String,
    n: Option<u32>,
    word: Option<String>,
}

/// Puts the refusal on record; gives back the hash for the journal. The visit's trail has its end already.
pub(super) fn keep(cx: &Write<'_>, visit: &Visit, by: SaidBy) -> Result<[u8; 32]> {
    let text = texts::get(cx, visit.text)?;
    let lang = visit.shown_lang().lang();
    let profile = operators::store::operator(cx, visit.operator)?.profile;
    let evidence = Evidence {
        schema: SCHEMA,
        number: &visit.number,
        operator: Who {
            name: profile.name(lang).to_owned(),
            bin: profile.bin.clone(),
        },
        branch: operators::store::branch_name(cx, visit.branch)?,
        tablet: visit.tablet.map(|tablet| tablet.0),
        consultant: visit.staff.0,
        said_by: by.name(),
        text: TextProof {
            id: text.id.0,
            code: &text.code,
            version: text.version,
            lang: visit.lang.map(|lang| lang.name()),
            sha256: visit.lang.map(|lang| text.sha256.get(lang.lang())),
            title: text.title.get(lang),
            read_seconds: visit.read_seconds,
            read_to_end: visit.read_to_end,
        },
        purposes: text
            .purposes
            .iter()
            .map(|purpose| purpose.form.name.get(lang))
            .collect(),
        by_representative: visit.representative.is_some(),
        times: Times {
            opened: visit.opened.text(),
            text_shown: visit.shown.map(Moment::text),
            refused: cx.now().text(),
        },
        trail: store::events(cx, visit.id)?
            .into_iter()
            .map(|(at, kind, n, word)| Step {
                at: at.text(),
                kind,
                n,
                word,
            })
            .collect(),
    };
    let evidence = serde_json::to_string(&evidence).map_err(anyhow::Error::from)?;
    let seal = sha256(&evidence);
    store::add_refusal(cx, visit, by, &evidence, &hex(&seal))?;
    Ok(seal)
}

/// A refusal in a list.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct RefusalLine {
    /// The visit that it ended.
    pub visit: VisitId,
    /// Its readable number.
    pub number: String,
    /// Whose, where the visit was begun from a card.
    pub client: Option<ClientId>,
    /// Their name.
    pub client_name: Option<String>,
    /// What was asked.
    pub title: TextPair,
    /// Version of the text.
    pub version: u32,
    /// When.
    pub at: Stamp,
    /// Who said so.
    pub said_by: SaidBy,
    /// In which branch.
    pub branch: String,
}

/// A page of refusals.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct RefusalPage {
    /// The newest first.
    pub lines: Vec<RefusalLine>,
    /// Of how many.
    pub total: u32,
}

/// A refusal with its evidence.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct RefusalShown {
    /// When.
    pub at: Stamp,
    /// Who said so.
    pub said_by: SaidBy,
    /// The consultant before whom.
    pub consultant: String,
    /// The evidence, JSON.
    pub evidence: String,
    /// Its SHA-256 in hex.
    pub sha256: String,
    /// The evidence still has that hash.
    pub intact: bool,
    /// Number of the journal entry that sealed it.
    pub entry: Option<i64>,
}

/// The refusal that ended a visit.
pub(super) fn shown(cx: &Read<'_>, visit: VisitId) -> Result<Option<RefusalShown>> {
    let Some(mut shown) = store::refusal(cx, visit)? else {
        return Ok(None);
    };
    shown.intact = hex(&sha256(&shown.evidence)) == shown.sha256;
    shown.entry = journal::store::sealed(cx, "visit", visit.0, &shown.sha256)?.map(|(n, _)| n);
    Ok(Some(shown))
}

/// Lists refusals: of the branch, or of the operator for who sees all of it; of one client, where one is named.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListRefusals {
    /// Whose.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// Which page, from 0.
    #[serde(default)]
    pub page: u32,
}

impl Command for ListRefusals {
    const NAME: &'static str = "consents.refusals";
    const RIGHT: Right = Right::ReadConsents;
    type Output = RefusalPage;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        match self.client {
            Some(client) => clients::target(
                cx,
                client,
                crate::blocks::Deed::Show,
                crate::clients::Fields::All,
            ),
            None => Ok(Target::operator(cx)),
        }
    }
}

impl Ask for ListRefusals {
    fn run(self, cx: &Read<'_>) -> Result<RefusalPage> {
        let (operator, branch) = scope(cx)?;
        store::refusals(cx, operator, branch, self.client, self.page)
    }
}

/// The operator, and the branch where no more is seen.
pub(super) fn scope(cx: &Read<'_>) -> Result<(OperatorId, Option<BranchId>)> {
    let seat = cx.seat()?;
    let own = reach(seat.role, Right::ReadConsents) <= Reach::OwnBranch;
    Ok((seat.operator, own.then_some(seat.branch)))
}

/// A visit of the asker's own scope.
pub(super) fn in_scope(cx: &Read<'_>, visit: &Visit) -> Result<()> {
    let (operator, branch) = scope(cx)?;
    if visit.operator == operator && branch.is_none_or(|branch| branch == visit.branch) {
        Ok(())
    } else {
        Err(ConsentsError::VisitGone.into())
    }
}
