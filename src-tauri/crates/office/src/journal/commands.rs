//! What can be asked of the journal.

use chrono::NaiveDate;
use ed25519_dalek::Signer as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Checkpoint, JournalError, Verdict, hex, store};
use crate::clients::ClientId;
use crate::clock::{Moment, Stamp};
use crate::door::{Act, Ask, Command, Done, Entry, Read, StaffId, Subject, Target, Write};
use crate::error::Result;
use crate::policy::{Reach, Right, reach};

/// Entries on one page.
const PAGE: i64 = 200;

/// What to show of the journal.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct JournalFilter {
    /// Beginning of the command's name: a room or one command.
    pub command: String,
    /// One member of staff.
    pub staff: Option<StaffId>,
    /// From this civil date.
    pub from: Option<String>,
    /// To this civil date, inclusive.
    pub until: Option<String>,
    /// Only what was refused.
    pub refused_only: bool,
}

impl JournalFilter {
    pub(super) fn begins_at(&self) -> String {
        self.from
            .as_deref()
            .and_then(midnight)
            .map(Moment::text)
            .unwrap_or_default()
    }
    pub(super) fn ends_before(&self) -> String {
        let next = |date: &String| {
            date.parse::<NaiveDate>()
                .ok()?
                .succ_opt()
                .and_then(|date| midnight(&date.to_string()))
        };
        self.until
            .as_ref()
            .and_then(next)
            .map(Moment::text)
            .unwrap_or_default()
    }
}

fn midnight(date: &str) -> Option<Moment> {
    Some(Moment::of_local(
        date.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0)?,
    ))
}

/// A journal entry, to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct JournalRow {
    /// Number in the chain.
    pub seq: i64,
    /// When.
    pub at: Stamp,
    /// Kind and number of the actor.
    pub actor: String,
    /// Name, where it is a member of staff.
    pub staff_name: Option<String>,
    /// From which computer.
    pub workstation: String,
    /// Which command.
    pub command: String,
    /// `done`, or the code of the refusal.
    pub outcome: String,
    /// Kind of record.
    pub subject: String,
    /// Its number.
    pub subject_id: i64,
    /// The client concerned.
    pub client: Option<ClientId>,
    /// The actor's branch.
    pub branch_name: Option<String>,
    /// Which fields.
    pub fields: Vec<String>,
    /// A word from a closed list.
    pub note: String,
    /// Hash of the evidence that this entry seals.
    pub seal: String,
}

/// Lists the journal, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListJournal {
    /// What to show.
    #[serde(default)]
    pub filter: JournalFilter,
    /// Entries before this number; from the newest where there is none.
    #[serde(default)]
    pub before: Option<i64>,
}

impl Command for ListJournal {
    const NAME: &'static str = "journal.list";
    const RIGHT: Right = Right::ReadJournal;
    type Output = Vec<JournalRow>;
}

impl Ask for ListJournal {
    fn run(self, cx: &Read<'_>) -> Result<Vec<JournalRow>> {
        let seat = cx.seat()?;
        let whole_house = reach(seat.role, Right::ReadJournal) == Reach::House;
        let operator = (!whole_house).then_some(seat.operator);
        store::list(
            cx,
            &self.filter,
            operator,
            self.before.unwrap_or(i64::MAX),
            PAGE,
        )
    }
}

/// Walks the chain and names the first entry that doesn't hold.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyJournal {}

impl Command for VerifyJournal {
    const NAME: &'static str = "journal.verify";
    const RIGHT: Right = Right::ReadJournal;
    type Output = Verdict;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for VerifyJournal {
    fn run(self, cx: &Read<'_>) -> Result<Verdict> {
        store::verify(cx)
    }
}

/// Signs the head of the chain, to be kept outside the house.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignCheckpoint {}

/// A signed head of the chain, as text to be saved, sent or printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SignedCheckpoint {
    /// Number of the last entry that it covers.
    pub seq: i64,
    /// The note with its signature and the public key.
    pub text: String,
    /// A name for the file.
    pub file_name: String,
}

impl Command for SignCheckpoint {
    const NAME: &'static str = "journal.checkpoint";
    const RIGHT: Right = Right::ReadJournal;
    type Output = SignedCheckpoint;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for SignCheckpoint {
    fn run(self, cx: &Write<'_>) -> Result<Done<SignedCheckpoint>> {
        let head = store::head_of(cx)?.ok_or(JournalError::Empty)?;
        let key = store::signing_key_of(cx)?.ok_or(JournalError::Empty)?;
        let note = Checkpoint::note(head.seq, cx.now(), &head.hash);
        let signature = key.sign(note.as_bytes()).to_bytes().to_vec();
        let text = format!(
            "{note}\n{}\n{}\n",
            hex(&signature),
            hex(key.verifying_key().as_bytes())
        );
        store::insert_checkpoint(
            cx,
            &Checkpoint {
                seq: head.seq,
                at: cx.now(),
                hash: head.hash,
                signature,
            },
        )?;
        let file_name = format!("kelisim-journal-{}.txt", head.seq);
        Ok(Done::new(
            SignedCheckpoint {
                seq: head.seq,
                text,
                file_name,
            },
            Entry::about(Subject::new("checkpoint", head.seq)),
        ))
    }
}
