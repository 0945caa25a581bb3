//! What can be asked about imports.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sheets::{Encoding, Form, Separator};
use ts_rs::TS;

pub use super::job::Tally;
use super::job::{self, Job, Map};
use super::picked::{Picked, count};
use super::repair::Reading;
pub use super::store::ImportState;
use super::{Flaw, ImportError, ImportId, Meaning, Merging, Repair, store};
use crate::clock::Stamp;
use crate::door::{Act, Ask, Command, Done, Entry, Read, Subject, Target, Write};
use crate::error::{Args, Result};
use crate::files::SavedFile;
use crate::operators::{self, Operator};
use crate::policy::{BranchId, Right};

/// Rows shown in a preview.
const SHOWN: usize = 30;
/// Rows with something wrong shown in a preview, beside the first ones.
const SHOWN_BAD: usize = 30;
/// Rows that are examined for a preview; of a larger file the rest is counted when it lands.
const EXAMINED: usize = 20_000;
/// Imports in the list.
const LISTED: i64 = 30;

/// A column, as it was understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Column {
    /// Its place, from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// What it means; none: it isn't brought in.
    pub meaning: Option<Meaning>,
    /// Its first cells.
    pub examples: Vec<String>,
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PreviewRow {
    /// Number, as the spreadsheet program shows it.
    pub row: u32,
    /// Its cells, as they stand in the file.
    pub cells: Vec<String>,
    /// What is wrong.
    pub flaws: Vec<Flaw>,
    /// What will be repaired.
    pub repairs: Vec<Repair>,
}

/// A file before anything of it lands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Preview {
    /// The import.
    pub import: ImportId,
    /// Name of the file.
    pub name: String,
    /// `utf8`, `utf16`, `windows1251` or `xlsx`.
    pub form: String,
    /// `semicolon`, `comma`, `tab`, or the name of the sheet.
    pub detail: String,
    /// Number of the heading row; none: no headings were found.
    pub heading_row: Option<u32>,
    /// Columns.
    pub columns: Vec<Column>,
    /// The columns are enough to know a person by.
    pub enough: bool,
    /// Rows under the heading.
    pub rows: u32,
    /// Rows examined for the figures below.
    pub examined: u32,
    /// What would become of them: wrong rows and repairs; who is there already is known only when they land.
    pub tally: Tally,
    /// The first rows, and the first wrong ones.
    pub shown: Vec<PreviewRow>,
    /// The same file was brought in before.
    pub earlier: Option<Stamp>,
}

/// Reads a spreadsheet and shows how it was understood. Nothing lands yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenImport {
    /// The file, on the computer where the core runs.
    #[serde(default)]
    pub path: Option<String>,
    /// Or its bytes, base64.
    #[serde(default)]
    pub bytes: Option<String>,
    /// Its name, where bytes were sent.
    #[serde(default)]
    pub name: Option<String>,
    /// The branch whose clients these are; the asker's own where none is named.
    #[serde(default)]
    pub branch: Option<BranchId>,
}

impl Command for OpenImport {
    const NAME: &'static str = "clients.import_open";
    const RIGHT: Right = Right::ImportClients;
    type Output = Preview;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let Some(branch) = self.branch else {
            return Ok(Target::own(cx));
        };
        let branch =
            operators::store::branch(cx, branch)?.ok_or(operators::OperatorsError::NotFound)?;
        Ok(Target::at(branch.operator, vec![branch.id]))
    }
}

impl Act for OpenImport {
    fn run(self, cx: &Write<'_>) -> Result<Done<Preview>> {
        let picked = Picked::read(self.path.as_deref(), self.bytes.as_deref(), self.name)?;
        let seat = cx.seat()?;
        let earlier = store::earlier(cx, seat.operator, &picked.hash)?;
        let new = store::NewImport {
            operator: seat.operator,
            branch: self.branch.unwrap_or(seat.branch),
            staff: seat.staff,
            file_hash: picked.hash,
        };
        let id = store::insert(cx, &new)?;
        let job = Job::new(picked.sheet, picked.name);
        let mut preview = preview(cx, id, &job)?;
        preview.earlier = earlier.map(|at| at.stamp());
        cx.desk().put(id.0, job);
        Ok(Done::new(
            preview,
            Entry::about(Subject::new("import", id.0)),
        ))
    }
}

fn preview(cx: &Read<'_>, import: ImportId, job: &Job) -> Result<Preview> {
    let map = job.map();
    let operator = operator(cx)?;
    let first = map.first();
    let mut tally = Tally::default();
    let mut shown = Vec::new();
    let mut bad = 0;
    let end = job.sheet.len().min(first + EXAMINED);
    for at in first..end {
        let Reading::Person(draft) = job.read(cx, at, &map, &operator)? else {
            continue;
        };
        tally.rows += 1;
        tally.add_repairs(&draft.repairs);
        tally.add_flaws(&draft.flaws);
        let wrong = !draft.flaws.is_empty();
        bad += usize::from(wrong);
        if (shown.len() < SHOWN || wrong && bad <= SHOWN_BAD)
            && let Some(row) = job.sheet.row(at)
        {
            let cells = row.cells().map(|cell| cell.text.to_owned()).collect();
            shown.push(PreviewRow {
                row: row.number(),
                cells,
                flaws: draft.flaws,
                repairs: draft.repairs,
            });
        }
    }
    let (form, detail) = form(&job.sheet.form);
    Ok(Preview {
        import,
        name: job.name.clone(),
        form,
        detail,
        heading_row: map.heading_row(&job.sheet),
        columns: columns(job, &map),
        enough: map.is_enough(),
        rows: count(job.sheet.len().saturating_sub(first)),
        examined: count(end.saturating_sub(first)),
        tally,
        shown,
        earlier: None,
    })
}

fn operator(cx: &Read<'_>) -> Result<Operator> {
    operators::store::operator(cx, cx.seat()?.operator)
}

fn form(form: &Form) -> (String, String) {
    match form {
        Form::Csv {
            encoding,
            separator,
        } => {
            let encoding = match encoding {
                Encoding::Utf8 => "utf8",
                Encoding::Utf16 => "utf16",
                Encoding::Windows1251 => "windows1251",
            };
            let separator = match separator {
                Separator::Semicolon => "semicolon",
                Separator::Comma => "comma",
                Separator::Tab => "tab",
            };
            (encoding.to_owned(), separator.to_owned())
        }
        Form::Xlsx { sheet } => ("xlsx".to_owned(), sheet.clone()),
    }
}

fn columns(job: &Job, map: &Map) -> Vec<Column> {
    map.seen(&job.sheet)
        .map(|seen| Column {
            column: seen.column,
            heading: seen.heading,
            meaning: seen.meaning,
            examples: seen.examples,
        })
        .collect()
}

/// The import's file on the desk.
fn open(cx: &Read<'_>, import: ImportId) -> Result<Arc<Job>> {
    Ok(cx.desk().get::<Job>(import.0).ok_or(ImportError::NotOpen)?)
}

fn target(cx: &Read<'_>, import: ImportId) -> Result<Target> {
    let (operator, branch) = job::place(cx, import)?.ok_or(ImportError::NotOpen)?;
    Ok(Target::at(operator, vec![branch]))
}

/// What a column means, as somebody corrected it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnMeaning {
    /// The column, from 0.
    pub column: u32,
    /// What it means; none: it isn't brought in.
    pub meaning: Option<Meaning>,
}

/// Corrects the heading row or what columns mean, and shows the preview anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MapImport {
    /// The import.
    pub import: ImportId,
    /// Number of the heading row, as the spreadsheet program shows it; the columns are guessed from it anew.
    #[serde(default)]
    pub heading_row: Option<u32>,
    /// Columns whose meaning changes.
    #[serde(default)]
    pub columns: Vec<ColumnMeaning>,
}

impl Command for MapImport {
    const NAME: &'static str = "clients.import_map";
    const RIGHT: Right = Right::ImportClients;
    type Output = Preview;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.import)
    }
}

impl Ask for MapImport {
    fn run(self, cx: &Read<'_>) -> Result<Preview> {
        let job = open(cx, self.import)?;
        let mut map = job.map();
        if let Some(number) = self.heading_row {
            let at = job
                .sheet
                .rows()
                .position(|row| row.number() == number)
                .ok_or(ImportError::Mapping)?;
            map = Map::guess(&job.sheet, Some(at));
        }
        for change in &self.columns {
            map.set(change.column, change.meaning)
                .ok_or(ImportError::Mapping)?;
        }
        job.set_map(map);
        preview(cx, self.import, &job)
    }
}

/// How far an import has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Progress {
    /// The import.
    pub import: ImportId,
    /// Where it stands.
    pub state: ImportState,
    /// Rows behind it.
    pub done: u32,
    /// Rows in all.
    pub total: u32,
    /// What has become of them.
    pub tally: Tally,
}

fn progress(job: &Job, import: &store::Import) -> Progress {
    let first = job.map().first();
    Progress {
        import: import.id,
        state: import.state,
        done: count(import.next_row.saturating_sub(first)),
        total: count(job.sheet.len().saturating_sub(first)),
        tally: import.tally.clone(),
    }
}

/// Brings in the next two thousand rows: all of them or, should anything fail, none.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepImport {
    /// The import.
    pub import: ImportId,
    /// What to do with people who are there already.
    pub merging: Merging,
}

impl Command for StepImport {
    const NAME: &'static str = "clients.import_step";
    const RIGHT: Right = Right::ImportClients;
    type Output = Progress;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.import)
    }
}

impl Act for StepImport {
    fn run(self, cx: &Write<'_>) -> Result<Done<Progress>> {
        let job = open(cx, self.import)?;
        let mut import = store::import(cx, self.import)?.ok_or(ImportError::NotOpen)?;
        if !job.map().is_enough() {
            return Err(ImportError::MissingColumns.into());
        }
        if matches!(import.state, ImportState::Opened | ImportState::Running) {
            import.merging = self.merging;
            job::step(cx, &job, &mut import, &operator(cx)?)?;
            let over = import.next_row >= job.sheet.len();
            import.state = if over {
                ImportState::Finished
            } else {
                ImportState::Running
            };
            store::save(cx, &import)?;
            if over {
                cx.news("client", 0);
            }
        }
        let entry = Entry::about(Subject::new("import", self.import.0)).note(import.merging.name());
        Ok(Done::new(progress(&job, &import), entry))
    }
}

/// Stops an import: whole chunks stay, the rest of the file is let go.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelImport {
    /// The import.
    pub import: ImportId,
}

impl Command for CancelImport {
    const NAME: &'static str = "clients.import_cancel";
    const RIGHT: Right = Right::ImportClients;
    type Output = Progress;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.import)
    }
}

impl Act for CancelImport {
    fn run(self, cx: &Write<'_>) -> Result<Done<Progress>> {
        let job = open(cx, self.import)?;
        let mut import = store::import(cx, self.import)?.ok_or(ImportError::NotOpen)?;
        if matches!(import.state, ImportState::Opened | ImportState::Running) {
            import.state = ImportState::Cancelled;
            store::save(cx, &import)?;
            cx.news("client", 0);
        }
        Ok(Done::new(
            progress(&job, &import),
            Entry::about(Subject::new("import", self.import.0)),
        ))
    }
}

/// Hands back the rows that didn't land, as they stood in the file, with the reasons in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportBadRows {
    /// The import.
    pub import: ImportId,
}

impl Command for ImportBadRows {
    const NAME: &'static str = "clients.import_bad_rows";
    const RIGHT: Right = Right::ImportClients;
    type Output = SavedFile;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        target(cx, self.import)
    }
}

impl Act for ImportBadRows {
    fn run(self, cx: &Write<'_>) -> Result<Done<SavedFile>> {
        let job = open(cx, self.import)?;
        let map = job.map();
        let word = |kind: &str, name: &str| {
            let key = format!("clients-{kind}-{}", name.replace('_', "-"));
            cx.texts().get(cx.lang(), &key, &Args::none())
        };
        let said = |flaw: &Flaw| {
            let column = word("meaning", flaw.column.name());
            format!("{column}: {}", word("reason", flaw.reason.name()))
        };
        let bad = job.bad().into_iter();
        let file = map.bad_rows(
            cx,
            &job.sheet,
            &job.name,
            bad.map(|(at, flaws)| (at, flaws.iter().map(said).collect())),
        )?;
        let entry = Entry::about(Subject::new("import", self.import.0));
        Ok(Done::new(file, entry))
    }
}

/// Lists imports from which something landed, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListImports {}

/// An import in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ImportLine {
    /// The import.
    pub import: ImportId,
    /// When its last chunk landed.
    pub at: Stamp,
    /// Who brought it in.
    pub staff_name: String,
    /// For which branch.
    pub branch_name: String,
    /// Where it stands; one that is still running and isn't on the desk was cut off.
    pub state: ImportState,
    /// What has become of its rows.
    pub tally: Tally,
}

impl Command for ListImports {
    const NAME: &'static str = "clients.imports";
    const RIGHT: Right = Right::ImportClients;
    type Output = Vec<ImportLine>;
}

impl Ask for ListImports {
    fn run(self, cx: &Read<'_>) -> Result<Vec<ImportLine>> {
        let lines = store::list(cx, cx.seat()?.operator, LISTED)?;
        let line = |(import, at, staff_name, branch_name, state, tally): store::ListLine| {
            let tally = serde_json::from_str(&tally).map_err(anyhow::Error::from)?;
            Ok(ImportLine {
                import,
                at: at.stamp(),
                staff_name,
                branch_name,
                state,
                tally,
            })
        };
        lines.into_iter().map(line).collect()
    }
}
