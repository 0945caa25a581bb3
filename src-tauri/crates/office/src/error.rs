//! Errors: what a room refuses ([`Fault`]), what fails inside the house ([`Error`]), and what crosses the door ([`Refusal`]).
//!
//! A fault carries a code and the values of its sentence; the sentence itself stands in the catalogues under
//! `error-<code>`. Internals never cross the door: they go to the log under an id that the sentence names.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::{Lang, Texts};

/// The result of everything behind the door.
pub type Result<T, E = Error> = std::result::Result<T, E>;

crate::named! {
    /// What the caller can do about a refusal.
    Kind {
        /// Something typed is wrong: mend the named fields.
        Invalid = "invalid",
        /// There is no such record.
        NotFound = "not_found",
        /// Somebody else changed or took it meanwhile: look again.
        Conflict = "conflict",
        /// This actor may not do this, here.
        Forbidden = "forbidden",
        /// A block or hold stops it; the sentence names the rule and when it ends.
        Blocked = "blocked",
        /// A rule of the work stops it.
        Refused = "refused",
        /// No session, or the session is locked or over.
        Locked = "locked",
        /// Not now: try again in a moment.
        Busy = "busy",
        /// Our own fault: the id leads to the log.
        Internal = "internal",
    }
}

/// A value in an error's sentence. Numbers also choose the plural form.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A count.
    Number(i64),
    /// A ready text: a date, a rule's name, a column's heading. Never personal data.
    Text(String),
    /// A catalogue key whose text is put in, in the reader's language.
    Key(String),
}

/// The values of an error's sentence, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Args(pub BTreeMap<&'static str, Arg>);

impl Args {
    /// No values.
    pub fn none() -> Self {
        Self::default()
    }
    /// Adds a count.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: impl Into<i64>) -> Self {
        self.0.insert(name, Arg::Number(value.into()));
        self
    }
    /// Adds a ready text.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.insert(name, Arg::Text(value.into()));
        self
    }
    /// Adds the text of another catalogue key.
    #[must_use]
    pub fn key(mut self, name: &'static str, key: impl Into<String>) -> Self {
        self.0.insert(name, Arg::Key(key.into()));
        self
    }
}

/// A refusal that a room has a name for. Each room has an enum of its own that implements this.
pub trait Fault: std::error::Error + Send + Sync + 'static {
    /// Stable code, `room.what_is_wrong`; the catalogue key is `error-room-what-is-wrong`.
    fn code(&self) -> &'static str;
    /// What the caller can do about it.
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    /// The values of the sentence.
    fn args(&self) -> Args {
        Args::none()
    }
    /// The field of the command that is wrong, where it is one field.
    fn field(&self) -> Option<&str> {
        None
    }
}

/// Why a command did not go through.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule refused it.
    #[error("{}", .0)]
    Fault(Box<dyn Fault>),
    /// Several fields of a form are wrong at once.
    #[error("{} fields are wrong", .0.faults.len())]
    Invalid(Invalid),
    /// The vault did not do what was asked of it.
    #[error("vault: {0}")]
    Sql(#[from] rusqlite::Error),
    /// Anything that should not happen.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl<F: Fault> From<F> for Error {
    fn from(fault: F) -> Self {
        Error::Fault(Box::new(fault))
    }
}

impl From<papers::PaperError> for Error {
    fn from(error: papers::PaperError) -> Self {
        Error::Internal(error.into())
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Error::Invalid(invalid)
    }
}

impl Error {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Fault(fault) => fault.code(),
            Error::Invalid(_) => "door.fields",
            Error::Sql(error) if is_full(error) => "vault.full",
            Error::Sql(_) | Error::Internal(_) => "door.internal",
        }
    }

    /// What the caller can do about it.
    pub fn kind(&self) -> Kind {
        match self {
            Error::Fault(fault) => fault.kind(),
            Error::Invalid(_) => Kind::Invalid,
            Error::Sql(error) if is_busy(error) => Kind::Busy,
            Error::Sql(_) | Error::Internal(_) => Kind::Internal,
        }
    }

    /// Puts the error into the caller's language. Internals are logged under `id` and do not cross.
    pub fn refusal(&self, texts: &Texts, lang: Lang, id: &str) -> Refusal {
        let internal = self.kind() == Kind::Internal;
        if internal {
            tracing::error!(id, code = self.code(), error = ?self.without_values(), "command failed");
        }
        let args = match self {
            Error::Fault(fault) => fault.args(),
            Error::Invalid(invalid) => Args::none().number("count", invalid.faults.len() as i64),
            _ => Args::none().text("id", id),
        };
        let field = match self {
            Error::Fault(fault) => fault.field().map(str::to_owned),
            _ => None,
        };
        let fields = match self {
            Error::Invalid(invalid) => invalid.faults.iter().map(|f| f.wire(texts, lang)).collect(),
            _ => Vec::new(),
        };
        Refusal {
            kind: self.kind(),
            code: self.code().to_owned(),
            text: texts.error(lang, self.code(), &args),
            id: internal.then(|| id.to_owned()),
            field,
            fields,
        }
    }

    /// SQLite's messages can quote a value of a row: only the code of the failure is fit for the log.
    fn without_values(&self) -> String {
        match self {
            Error::Sql(error) => match error.sqlite_error() {
                Some(inner) => format!("sqlite {:?} ({})", inner.code, inner.extended_code),
                None => "sqlite call failed".to_owned(),
            },
            other => format!("{other:#}"),
        }
    }
}

/// The disk has no room for the write.
pub fn is_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
}

/// Another process holds the file.
fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
}

/// One wrong field of a form.
#[derive(Debug)]
pub struct FieldFault {
    field: String,
    fault: Box<dyn Fault>,
}

impl FieldFault {
    fn wire(&self, texts: &Texts, lang: Lang) -> FieldRefusal {
        FieldRefusal {
            field: self.field.clone(),
            code: self.fault.code().to_owned(),
            text: texts.error(lang, self.fault.code(), &self.fault.args()),
        }
    }
}

/// Collects the wrong fields of a form, so that all are named at once and nothing typed is lost.
#[derive(Debug, Default)]
pub struct Invalid {
    faults: Vec<FieldFault>,
}

impl Invalid {
    /// Takes the value, or notes that `field` is wrong.
    pub fn take<T, F: Fault>(&mut self, field: &str, value: Result<T, F>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.note(field, fault);
                None
            }
        }
    }
    /// Notes that `field` is wrong.
    pub fn note<F: Fault>(&mut self, field: &str, fault: F) {
        self.faults.push(FieldFault {
            field: field.to_owned(),
            fault: Box::new(fault),
        });
    }
    /// Nothing was wrong.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }
    /// The wrong fields and what is wrong with each, by code.
    pub fn codes(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.faults
            .iter()
            .map(|fault| (fault.field.as_str(), fault.fault.code()))
    }
    /// Refuses if anything was wrong.
    pub fn done(self) -> Result<()> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(Error::Invalid(self))
        }
    }
}

/// A refusal as it crosses the door: what happened, in the caller's language, and what it is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Refusal {
    /// What the caller can do about it.
    pub kind: Kind,
    /// Stable code.
    pub code: String,
    /// The sentence.
    pub text: String,
    /// Leads to the log, where the fault is ours.
    pub id: Option<String>,
    /// The wrong field, where it is one.
    pub field: Option<String>,
    /// The wrong fields of a form.
    pub fields: Vec<FieldRefusal>,
}

/// One wrong field of a form, as it crosses the door.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct FieldRefusal {
    /// The field's name in the command.
    pub field: String,
    /// Stable code.
    pub code: String,
    /// The sentence.
    pub text: String,
}
