//! What can be asked of the register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::store;
use crate::blocks::{self, Deed};
use crate::clients::Fields;
use crate::consents::texts::{PurposeId, TextPair};
use crate::consents::{ConsentItem, ConsentLine, ConsentPage, ConsentState, expiry};
use crate::error::{Args, Error, Kind, Result};
use crate::files::SavedFile;
use crate::policy::{BranchId, OperatorId, Reach};
use crate::texts::day;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Write, policy};

/// Most consents in one workbook.
const MOST: u32 = 50_000;

/// What to show of the register; everything where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ConsentFilter {
    /// Family of texts.
    pub text: Option<String>,
    /// Version of the text.
    pub version: Option<u32>,
    /// A purpose; the same one of other versions counts too.
    pub purpose: Option<PurposeId>,
    /// Where a purpose stands today.
    pub state: Option<ConsentState>,
    /// Given in this branch.
    pub branch: Option<BranchId>,
    /// A purpose that holds ends by its term within so many days.
    pub expiring: Option<u16>,
    /// Beginning of the number.
    pub number: String,
}

/// Whose consents somebody sees: those of the operator, or of one branch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    pub operator: OperatorId,
    pub branch: Option<BranchId>,
}

fn scope(cx: &Read<'_>, right: Right) -> Result<Scope> {
    let seat = cx.seat()?;
    let own = policy::reach(seat.role, right) == Reach::OwnBranch;
    Ok(Scope {
        operator: seat.operator,
        branch: own.then_some(seat.branch),
    })
}

/// Lists consents, newest first: those of the branch, or of the operator for roles that reach so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ListConsents {
    /// Page, from 0.
    pub page: u32,
    /// What to show.
    pub filter: ConsentFilter,
}

impl Command for ListConsents {
    const NAME: &'static str = "consents.list";
    const RIGHT: Right = Right::ReadConsents;
    type Output = ConsentPage;
}

impl Ask for ListConsents {
    fn run(self, cx: &Read<'_>) -> Result<ConsentPage> {
        let scope = scope(cx, Right::ReadConsents)?;
        Ok(ConsentPage {
            lines: store::page(cx, scope, &self.filter, self.page)?,
            total: store::count(cx, scope, &self.filter)?,
        })
    }
}

/// A family of texts, to filter by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct FacetText {
    /// Its short word.
    pub code: String,
    /// Title of its newest version.
    pub title: TextPair,
    /// Its versions, newest first.
    pub versions: Vec<u32>,
    /// Its purposes, each once.
    pub purposes: Vec<FacetPurpose>,
}

/// A purpose, to filter by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct FacetPurpose {
    /// Which: of the newest version that has it.
    pub id: PurposeId,
    /// Its name.
    pub name: TextPair,
}

/// Lists what the register can be filtered by.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterFacetsOf {}

impl Command for RegisterFacetsOf {
    const NAME: &'static str = "consents.facets";
    const RIGHT: Right = Right::ReadConsents;
    type Output = Vec<FacetText>;
}

impl Ask for RegisterFacetsOf {
    fn run(self, cx: &Read<'_>) -> Result<Vec<FacetText>> {
        store::facets(cx, cx.seat()?.operator)
    }
}

/// How many consents end within thirty days by their term: for the board.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentsExpiring {}

/// What ends soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Expiring {
    /// Consents with a purpose that holds and ends soon.
    pub consents: u32,
    /// Within so many days.
    pub days: u16,
}

impl Command for ConsentsExpiring {
    const NAME: &'static str = "consents.expiring";
    const RIGHT: Right = Right::ReadConsents;
    type Output = Expiring;
}

impl Ask for ConsentsExpiring {
    fn run(self, cx: &Read<'_>) -> Result<Expiring> {
        let days = u16::try_from(expiry::SOON).unwrap_or(u16::MAX);
        let filter = ConsentFilter {
            expiring: Some(days),
            ..ConsentFilter::default()
        };
        Ok(Expiring {
            consents: store::count(cx, scope(cx, Right::ReadConsents)?, &filter)?,
            days,
        })
    }
}

/// Gives the register out as a workbook. People whose data are blocked aren't in it: how many, and why, stands at its end.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ExportConsents {
    /// What to give out.
    pub filter: ConsentFilter,
}

/// A register that was given out.
#[derive(Debug, Clone, PartialEq, Serialize, TS, JsonSchema)]
pub struct RegisterFile {
    /// The workbook.
    pub file: SavedFile,
    /// Consents in it.
    pub consents: u32,
    /// Consents that are left out, for the data are blocked.
    pub left_out: u32,
    /// There were more than a workbook takes: narrow the filter for the rest.
    pub cut: bool,
}

impl Command for ExportConsents {
    const NAME: &'static str = "consents.export";
    const RIGHT: Right = Right::ExportConsents;
    type Output = RegisterFile;
}

impl Act for ExportConsents {
    fn run(self, cx: &Write<'_>) -> Result<Done<RegisterFile>> {
        let scope = scope(cx, Right::ExportConsents)?;
        let lines = store::lines(cx, scope, &self.filter, MOST + 1, 0)?;
        let cut = lines.len() > MOST as usize;
        let (mut rows, mut consents, mut left_out) = (Vec::new(), 0, 0);
        for line in lines.into_iter().take(MOST as usize) {
            if is_given_out(cx, &line)? {
                consents += 1;
                rows.extend(line.items.iter().map(|item| row(cx, &line, item)));
            } else {
                left_out += 1;
            }
        }
        let word = |key: &str| cx.texts().get(cx.lang(), key, &Args::none());
        if left_out > 0 {
            let note = Args::none().number("n", left_out);
            rows.push(Vec::new());
            rows.push(vec![cx.texts().get(cx.lang(), "register-left-out", &note)]);
        }
        let heads = [
            "register-number",
            "register-client",
            "register-text",
            "register-version",
            "register-way",
            "register-given",
            "register-branch",
            "register-purpose",
            "register-kind",
            "register-state",
            "register-since",
            "register-ends",
        ];
        let table = papers::Table {
            name: word("register-sheet"),
            heads: heads.into_iter().map(word).collect(),
            rows,
        };
        let bytes = papers::xlsx(&table)?;
        let name = format!("{} {}.xlsx", word("register-sheet"), cx.today());
        let entry = Entry::about(Subject::new("operator", scope.operator.0))
            .fields(["consents"])
            .note("xlsx")
            .seal(Sha256::digest(&bytes).into());
        let file = RegisterFile {
            file: SavedFile::new(name, &bytes),
            consents,
            left_out,
            cut,
        };
        Ok(Done::new(file, entry))
    }
}

/// The gate of blocks, asked for every person: a refusal leaves the person out, any other fault stops the work.
fn is_given_out(cx: &Read<'_>, line: &ConsentLine) -> Result<bool> {
    match blocks::permit(cx, line.client, Deed::Export, &Fields::All) {
        Ok(()) => Ok(true),
        Err(error) if is_refusal(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

fn is_refusal(error: &Error) -> bool {
    error.kind() == Kind::Blocked
}

fn row(cx: &Read<'_>, line: &ConsentLine, item: &ConsentItem) -> Vec<String> {
    let lang = cx.lang();
    let word = |list: &str, name: &str| {
        let key = format!("{list}-{}", name.replace('_', "-"));
        cx.texts().get(lang, &key, &Args::none())
    };
    vec![
        line.number.clone(),
        line.name.clone(),
        line.title.get(lang).to_owned(),
        line.version.to_string(),
        word("consents-way", line.way.name()),
        format!("{} {}", day(&line.given.date), line.given.time),
        line.branch.clone(),
        item.name.get(lang).to_owned(),
        word("consents-kind", item.kind.name()),
        word("consents-state", item.state.name()),
        day(&item.since),
        item.ends.as_deref().map(day).unwrap_or_default(),
    ]
}
