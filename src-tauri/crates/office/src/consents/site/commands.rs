//! What can be asked about lists of a site's consents.

use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use hmac::{Hmac, KeyInit, Mac};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use ts_rs::TS;

use super::reading::{self, Given};
use super::{CHUNK, Job, SiteColumn, SiteError, SiteFlaw, SiteTally, State, evidence, store};
use crate::blocks::{self, Deed};
use crate::clients::import::picked::{Picked, count};
use crate::clients::{ClientId, Fields};
use crate::consents::texts::{self, PurposeId, TextId, TextPair};
use crate::consents::{ConsentState, people, readable_number, store as consents};
use crate::door::KeyUse;
use crate::error::{Args, Kind, Result};
use crate::files::SavedFile;
use crate::{Act, Ask, Command, Done, Entry, Lang, Read, Right, Subject, Target, Write};
use crate::{loyalty, operators};

/// Rows shown in a preview.
const SHOWN: usize = 30;
/// Wrong rows shown beside the first ones.
const SHOWN_BAD: usize = 30;
/// Rows that are examined for a preview.
const EXAMINED: usize = 20_000;

/// A column, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct SiteColumnShown {
    /// Its place, from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// What it means; none: it isn't read.
    pub meaning: Option<SiteColumn>,
    /// Its first cells.
    pub examples: Vec<String>,
}

/// A purpose that a column can tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct SitePurpose {
    /// Which.
    pub id: PurposeId,
    /// Its name.
    pub name: TextPair,
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct SiteRow {
    /// Number, as the spreadsheet program shows it.
    pub row: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// What is wrong.
    pub flaws: Vec<SiteFlaw>,
}

/// A list before anything of it lands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct SitePreview {
    /// The list on the desk.
    pub list: i64,
    /// Name of the file.
    pub name: String,
    /// Number of the heading row.
    pub heading_row: Option<u32>,
    /// Columns.
    pub columns: Vec<SiteColumnShown>,
    /// The purposes of the text.
    pub purposes: Vec<SitePurpose>,
    /// The columns are enough for a proof.
    pub enough: bool,
    /// Rows under the heading.
    pub rows: u32,
    /// Rows that were looked at for the figures.
    pub examined: u32,
    /// Rows that don't land, and why.
    pub tally: SiteTally,
    /// The first rows, and the first wrong ones.
    pub shown: Vec<SiteRow>,
}

/// Reads a site's list and shows how it was understood. Nothing lands yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenSite {
    /// The file, on the computer where the core runs.
    #[serde(default)]
    pub path: Option<String>,
    /// Or its bytes, base64.
    #[serde(default)]
    pub bytes: Option<String>,
    /// Its name, where bytes were sent.
    #[serde(default)]
    pub name: Option<String>,
    /// The text that the site showed.
    pub text: TextId,
    /// In which language, where the list doesn't say.
    pub lang: Lang,
}

impl Command for OpenSite {
    const NAME: &'static str = "consents.site_open";
    const RIGHT: Right = Right::ImportClients;
    type Output = SitePreview;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(Target::at(texts::get(cx, self.text)?.operator, Vec::new()))
    }
}

impl Act for OpenSite {
    fn run(self, cx: &Write<'_>) -> Result<Done<SitePreview>> {
        let picked = Picked::read(self.path.as_deref(), self.bytes.as_deref(), self.name)?;
        let text = texts::get(cx, self.text)?;
        if !text.langs().contains(&self.lang) {
            return Err(SiteError::Lang.into());
        }
        let seat = cx.seat()?;
        let state = reading::guess(&picked.sheet, &text);
        let job = Job {
            sheet: picked.sheet,
            name: picked.name,
            file_hash: picked.hash,
            operator: seat.operator,
            branch: seat.branch,
            text,
            lang: self.lang,
            state: Mutex::new(state),
        };
        // Far from the numbers of other things on the desk, and exact in a window's numbers.
        let list = (1_i64 << 50) | (i64::from_be_bytes(cx.random()) & ((1 << 48) - 1));
        let shown = preview(cx, list, &job)?;
        cx.desk().put(list, job);
        let entry = Entry::about(Subject::new("text", self.text.0)).fields(["site_list"]);
        Ok(Done::new(shown, entry))
    }
}

fn preview(cx: &Read<'_>, list: i64, job: &Job) -> Result<SitePreview> {
    let state = job.state().clone();
    let (mut tally, mut shown) = (SiteTally::default(), Vec::new());
    let end = job.sheet.len().min(state.columns.first() + EXAMINED);
    let mut rows = 0;
    for at in state.columns.first()..end {
        let Some(row) = job.sheet.row(at).filter(|row| !reading::is_empty(row)) else {
            continue;
        };
        rows += 1;
        let flaws = read(cx, job, &state, at)?.err().unwrap_or_default();
        if !flaws.is_empty() {
            tally.add(&flaws);
        }
        let wrong = !flaws.is_empty() && (tally.bad as usize) <= SHOWN_BAD;
        if shown.len() < SHOWN || wrong {
            shown.push(SiteRow {
                row: row.number(),
                cells: row.cells().map(|cell| cell.text.to_owned()).collect(),
                flaws,
            });
        }
    }
    Ok(SitePreview {
        list,
        name: job.name.clone(),
        heading_row: state.columns.heading_row(&job.sheet),
        columns: columns(job, &state),
        purposes: job
            .text
            .purposes
            .iter()
            .map(|purpose| SitePurpose {
                id: purpose.id,
                name: purpose.form.name.clone(),
            })
            .collect(),
        enough: state.is_enough(),
        rows: count(job.sheet.len().saturating_sub(state.columns.first())),
        examined: rows,
        tally,
        shown,
    })
}

fn columns(job: &Job, state: &State) -> Vec<SiteColumnShown> {
    let seen = state.columns.seen(&job.sheet);
    seen.map(|seen| SiteColumnShown {
        column: seen.column,
        heading: seen.heading,
        meaning: seen.meaning,
        examples: seen.examples,
    })
    .collect()
}

/// Reads one row of a list.
fn read(
    cx: &Read<'_>,
    job: &Job,
    state: &State,
    at: usize,
) -> Result<std::result::Result<Given, Vec<SiteFlaw>>> {
    let published: NaiveDate = job
        .text
        .published
        .parse()
        .map_err(|error| anyhow::anyhow!("a day of publishing: {error}"))?;
    let Some(row) = job.sheet.row(at) else {
        return Ok(Err(Vec::new()));
    };
    let operator = operators::store::operator(cx, job.operator)?;
    let read = reading::read(&row, state, &job.text, job.lang, published, cx.now());
    Ok(match read {
        Ok(given) if loyalty::bars_as_client(cx, &operator, given.iin.as_str())? => {
            Err(vec![SiteFlaw::Employee])
        }
        read => read,
    })
}

/// The list on the desk.
fn open(cx: &Read<'_>, list: i64) -> Result<Arc<Job>> {
    Ok(cx.desk().get::<Job>(list).ok_or(SiteError::NotOpen)?)
}

fn target(cx: &Read<'_>, list: i64) -> Result<Target> {
    let job = open(cx, list)?;
    Ok(Target::at(job.operator, vec![job.branch]))
}

/// Corrects what a column means, and shows the preview anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MapSite {
    /// The list.
    pub list: i64,
    /// The column, from 0.
    pub column: u32,
    /// What it means; none: it isn't read.
    pub meaning: Option<SiteColumn>,
}

impl Command for MapSite {
    const NAME: &'static str = "consents.site_map";
    const RIGHT: Right = Right::ImportClients;
    type Output = SitePreview;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.list)
    }
}

impl Ask for MapSite {
    fn run(self, cx: &Read<'_>) -> Result<SitePreview> {
        let job = open(cx, self.list)?;
        {
            let mut state = job.state();
            if state.next != state.columns.first() {
                return Err(SiteError::Mapping.into());
            }
            if let Some(SiteColumn::Tick { purpose }) = self.meaning
                && job.text.purpose(purpose).is_none()
            {
                return Err(SiteError::Mapping.into());
            }
            state
                .columns
                .set(self.column, self.meaning)
                .ok_or(SiteError::Mapping)?;
        }
        preview(cx, self.list, &job)
    }
}

/// How far a list is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct SiteProgress {
    /// Rows that were looked at.
    pub done: u32,
    /// Rows in all.
    pub total: u32,
    /// What became of them.
    pub tally: SiteTally,
    /// Nothing is left.
    pub finished: bool,
}

/// Brings in the next rows of a list: whole or not at all.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepSite {
    /// The list.
    pub list: i64,
}

impl Command for StepSite {
    const NAME: &'static str = "consents.site_step";
    const RIGHT: Right = Right::ImportClients;
    type Output = SiteProgress;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.list)
    }
}

impl Act for StepSite {
    fn run(self, cx: &Write<'_>) -> Result<Done<SiteProgress>> {
        let job = open(cx, self.list)?;
        let mut state = job.state().clone();
        if !state.is_enough() {
            return Err(SiteError::MissingColumns.into());
        }
        let end = job.sheet.len().min(state.next + CHUNK);
        let about = Entry::about(Subject::new("text", job.text.id.0)).fields(["site_list"]);
        let mut entries = Vec::new();
        for at in state.next..end {
            let Some(row) = job.sheet.row(at).filter(|row| !reading::is_empty(row)) else {
                continue;
            };
            let landed = match read(cx, &job, &state, at)? {
                Ok(given) => land(cx, &job, &given, row.number())?,
                Err(flaws) => Landed::Not(flaws),
            };
            match landed {
                Landed::Added { newcomer, entry } => {
                    state.tally.landed += 1;
                    state.tally.newcomers += u32::from(newcomer);
                    entries.push(entry);
                }
                Landed::Known => state.tally.known += 1,
                Landed::Not(flaws) => {
                    state.tally.add(&flaws);
                    state.bad.insert(at, flaws);
                }
            }
        }
        state.next = end;
        cx.news("consent", 0);
        let progress = SiteProgress {
            done: count(end.saturating_sub(state.columns.first())),
            total: count(job.sheet.len().saturating_sub(state.columns.first())),
            tally: state.tally.clone(),
            finished: end >= job.sheet.len(),
        };
        // Only what is kept counts as read: where the transaction fails, the same rows come again.
        let kept = Arc::clone(&job);
        cx.after_commit(move |_| {
            *kept.state() = state;
            Ok(())
        });
        let done = entries
            .into_iter()
            .fold(Done::new(progress, about), Done::also);
        Ok(done)
    }
}

/// What became of a row.
enum Landed {
    Added { newcomer: bool, entry: Entry },
    Known,
    Not(Vec<SiteFlaw>),
}

fn land(cx: &Write<'_>, job: &Job, given: &Given, row: u32) -> Result<Landed> {
    let origin = origin(cx, job, given);
    if store::is_known(cx, &origin)? {
        return Ok(Landed::Known);
    }
    let known = people::by_iin(cx, job.operator, &given.iin)?;
    if let Some(client) = known
        && is_blocked(cx, client)?
    {
        return Ok(Landed::Not(vec![SiteFlaw::Blocked]));
    }
    let number = readable_number(chrono::Datelike::year(&cx.today()), cx.random());
    let client = match known {
        Some(client) => client,
        None => {
            let fields: Vec<_> = given
                .fields
                .iter()
                .filter(|(field, _)| job.text.data.contains(field))
                .map(|(field, value)| (*field, value.clone()))
                .collect();
            let to = people::Belongs {
                operator: job.operator,
                branch: job.branch,
                known: None,
                number: &number,
            };
            people::upsert(cx, &to, &fields, None)?
        }
    };
    let (evidence, seal) = evidence::of(cx, job, given, &number, row)?;
    let kept = store::Row {
        client,
        number: &number,
        given,
        evidence: &evidence,
        seal: &seal,
        origin: &origin,
    };
    let consent = store::add(cx, job, &kept)?;
    for purpose in &job.text.purposes {
        let yes = given.ticks.get(&purpose.id.0) == Some(&true);
        let state = if yes {
            ConsentState::Given
        } else {
            ConsentState::Refused
        };
        consents::add_item(cx, consent, purpose.id, yes)?;
        consents::add_event(cx, consent, purpose.id, state, given.at.date(), None)?;
    }
    cx.news("client", client.0);
    let entry = Entry::about(Subject::new("consent", consent.0))
        .of(client)
        .fields(["evidence"])
        .note("site")
        .seal(seal);
    Ok(Landed::Added {
        newcomer: known.is_none(),
        entry,
    })
}

fn is_blocked(cx: &Read<'_>, client: ClientId) -> Result<bool> {
    match blocks::permit(cx, client, Deed::Import, &Fields::All) {
        Ok(()) => Ok(false),
        Err(error) if error.kind() == Kind::Blocked => Ok(true),
        Err(error) => Err(error),
    }
}

/// Who, which text, when: the same row of the same site, however often it is brought in.
fn origin(cx: &Read<'_>, job: &Job, given: &Given) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&cx.key(KeyUse::Origins))
        .expect("HMAC takes a key of any length");
    mac.update(&job.operator.0.to_be_bytes());
    mac.update(&job.text.id.0.to_be_bytes());
    mac.update(given.iin.as_str().as_bytes());
    mac.update(given.at.text().as_bytes());
    mac.finalize().into_bytes().into()
}

/// Gives back the rows that didn't land, each with its reasons, as a spreadsheet to correct and bring in again.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteBadRows {
    /// The list.
    pub list: i64,
}

impl Command for SiteBadRows {
    const NAME: &'static str = "consents.site_bad_rows";
    const RIGHT: Right = Right::ImportClients;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.list)
    }
}

impl Act for SiteBadRows {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let job = open(cx, self.list)?;
        let state = job.state().clone();
        let said = |flaw: &SiteFlaw| {
            let key = format!("consents-site-flaw-{}", flaw.name().replace('_', "-"));
            cx.texts().get(cx.lang(), &key, &Args::none())
        };
        let bad = state.bad.iter();
        let file = state.columns.bad_rows(
            cx,
            &job.sheet,
            &job.name,
            bad.map(|(at, flaws)| (*at, flaws.iter().map(said).collect())),
        )?;
        let entry = Entry::about(Subject::new("text", job.text.id.0)).fields(["site_list"]);
        Ok(Done::new(file, entry))
    }
}
