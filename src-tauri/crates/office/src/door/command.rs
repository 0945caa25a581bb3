//! What a command is. A command that changes something can't compile without saying what the journal records.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use super::cx::{Read, Write};
use super::{Actor, GateKeeper};
use crate::blocks::Deed;
use crate::clients::{ClientId, Fields};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId, Right};

/// Something that can be asked of the house: a serialisable struct with a stable name and the right that it needs.
pub trait Command: Serialize + DeserializeOwned + TS + JsonSchema + 'static {
    /// Stable name, `room.verb`.
    const NAME: &'static str;
    /// The right that it needs.
    const RIGHT: Right;
    /// What comes back.
    type Output: Serialize + TS + JsonSchema + 'static;
    /// Where it acts and whom it concerns: the door checks the right there, and asks the blocks.
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(Target::own(cx))
    }
}

/// A command that only reads.
pub trait Ask: Command {
    /// Answers, in a read-only transaction.
    fn run(self, cx: &Read<'_>) -> Result<Self::Output>;
}

/// A command that changes something, or whose asking is itself to be recorded.
pub trait Act: Command {
    /// Acts, in one immediate transaction; what it returns for the journal is written in the same one.
    fn run(self, cx: &Write<'_>) -> Result<Done<Self::Output>>;
}

/// A command about the door itself: sessions and keys, which exist while the vault is still shut.
pub trait Gate: Command {
    /// Acts on the door.
    fn run(self, keeper: &GateKeeper<'_>) -> Result<Self::Output>;
}

/// Where a command acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The operator whose data it is.
    pub operator: OperatorId,
    /// The branches for which it is their own; empty where it belongs to the operator as a whole.
    pub branches: Vec<BranchId>,
}

/// What a command does to a client: the question for the blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    /// Whom.
    pub client: ClientId,
    /// What is done.
    pub deed: Deed,
    /// To which of the data.
    pub fields: Fields,
}

/// Where a command acts and whom it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Target {
    /// Where; `None` where the command is about the house as a whole.
    pub place: Option<Place>,
    /// Which clients, and what is done to them.
    pub touches: Vec<Touch>,
}

impl Target {
    /// The actor's own branch; the house, where the actor has none.
    pub fn own(cx: &Read<'_>) -> Self {
        match cx.actor() {
            Actor::Staff(seat) => Target::at(seat.operator, vec![seat.branch]),
            Actor::Tablet(seat) => Target::at(seat.operator, vec![seat.branch]),
            Actor::Nobody | Actor::Machine => Target::default(),
        }
    }
    /// The house as a whole.
    pub fn house() -> Self {
        Target::default()
    }
    /// A place.
    pub fn at(operator: OperatorId, branches: Vec<BranchId>) -> Self {
        Target {
            place: Some(Place { operator, branches }),
            touches: Vec::new(),
        }
    }
    /// The actor's operator, whatever the branch: a list that the command itself narrows to what the actor may see.
    pub fn operator(cx: &Read<'_>) -> Self {
        Target::own(cx)
    }
    /// Says what is done to a client.
    #[must_use]
    pub fn touching(mut self, client: ClientId, deed: Deed, fields: Fields) -> Self {
        self.touches.push(Touch {
            client,
            deed,
            fields,
        });
        self
    }
}

/// What an act returns: the answer, and what the journal is to record.
#[derive(Debug)]
pub struct Done<T> {
    pub(crate) output: T,
    pub(crate) entries: Vec<Entry>,
}

impl<T> Done<T> {
    /// The answer and its journal entry.
    pub fn new(output: T, entry: Entry) -> Self {
        Done {
            output,
            entries: vec![entry],
        }
    }
    /// The same act with another answer.
    pub fn map<U>(self, answer: impl FnOnce(T) -> U) -> Done<U> {
        Done {
            output: answer(self.output),
            entries: self.entries,
        }
    }
    /// One more journal entry, where the command touched a second record.
    #[must_use]
    pub fn also(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }
}

/// What a journal entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// Kind of record, the field's term.
    pub kind: &'static str,
    /// Its number.
    pub id: i64,
}

impl Subject {
    /// A record of some kind.
    pub fn new(kind: &'static str, id: i64) -> Self {
        Subject { kind, id }
    }
    /// A client.
    pub fn client(client: ClientId) -> Self {
        Subject {
            kind: "client",
            id: client.0,
        }
    }
    /// The installation.
    pub fn house() -> Self {
        Subject {
            kind: "house",
            id: 0,
        }
    }
}

/// What the journal records of an act, beside who, when and from where: about what, which fields, **never the values**.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub(crate) subject: Subject,
    pub(crate) client: Option<ClientId>,
    pub(crate) fields: Vec<&'static str>,
    pub(crate) note: Option<&'static str>,
    pub(crate) seal: Option<[u8; 32]>,
}

impl Entry {
    /// An entry about a record.
    pub fn about(subject: Subject) -> Self {
        let client = (subject.kind == "client").then_some(ClientId(subject.id));
        Entry {
            subject,
            client,
            fields: Vec::new(),
            note: None,
            seal: None,
        }
    }
    /// The client concerned, where the record is not the client: who looked, who changed, is found by it.
    #[must_use]
    pub fn of(mut self, client: ClientId) -> Self {
        self.client = Some(client);
        self
    }
    /// The fields that were read or changed.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = &'static str>) -> Self {
        self.fields.extend(fields);
        self
    }
    /// A word from a closed list: the ground, the outcome, the reason. Never free text.
    #[must_use]
    pub fn note(mut self, word: &'static str) -> Self {
        self.note = Some(word);
        self
    }
    /// The hash of a document or of evidence, which the chain then seals.
    #[must_use]
    pub fn seal(mut self, hash: [u8; 32]) -> Self {
        self.seal = Some(hash);
        self
    }
}
