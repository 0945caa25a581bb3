//! The operator's own documents, brought into a draft: their words alone, read apart from the vault.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as B64;
use documents::{Document, DocumentError, Limits};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::consents::texts::wording::paragraphs;
use crate::error::{Args, Fault, Result};
use crate::{Act, Command, Done, Entry, Right, Subject, Write};

crate::named! {
    /// What kind of file a document was.
    DocumentForm {
        /// Word.
        Docx = "docx",
        /// PDF.
        Pdf = "pdf",
        /// Markdown.
        Markdown = "markdown",
        /// Plain text.
        Text = "text",
    }
}

crate::named! {
    /// What of a document isn't among its words.
    DocumentLost {
        /// Numbers that the word processor counts by itself.
        Numbers = "numbers",
        /// Tables: their cells became paragraphs.
        Tables = "tables",
        /// Pictures.
        Pictures = "pictures",
        /// Footnotes.
        Footnotes = "footnotes",
        /// Changes that are still to be accepted.
        Changes = "changes",
        /// Paragraphs were guessed from where the lines stand.
        Guessed = "guessed",
    }
}

/// Reads the words of a document. Nothing of it is kept: the one who brought it puts the words into a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BringDocument {
    /// The file, on the computer where the core runs.
    #[serde(default)]
    pub path: Option<String>,
    /// Or its bytes, base64.
    #[serde(default)]
    pub bytes: Option<String>,
    /// Its name, where bytes were sent.
    #[serde(default)]
    pub name: Option<String>,
}

/// The words of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Brought {
    /// Name of the file.
    pub name: String,
    /// What kind of file it was.
    pub form: DocumentForm,
    /// Its words: paragraphs parted by an empty line, headings begin with `# `.
    pub text: String,
    /// How many paragraphs.
    pub paragraphs: u32,
    /// What isn't among the words.
    pub lost: Vec<DocumentLost>,
}

impl Command for BringDocument {
    const NAME: &'static str = "consents.bring_document";
    const RIGHT: Right = Right::ManageTexts;
    type Output = Brought;
}

impl Act for BringDocument {
    fn run(self, _: &Write<'_>) -> Result<Done<Brought>> {
        let limits = Limits::default();
        let (bytes, name) = match (&self.path, &self.bytes) {
            (Some(path), _) => {
                let path = PathBuf::from(path);
                let name = path
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                (documents::load(&path, &limits).map_err(Unread)?, name)
            }
            (None, Some(text)) => (
                B64.decode(text)
                    .map_err(|_| Unread(DocumentError::NotDocument))?,
                self.name.unwrap_or_default(),
            ),
            (None, None) => return Err(Unread(DocumentError::Empty).into()),
        };
        let Document { form, text, lost } =
            documents::read(&bytes, &name, &limits).map_err(Unread)?;
        let brought = Brought {
            name,
            form: DocumentForm::from_name(form.name()).unwrap_or(DocumentForm::Text),
            paragraphs: u32::try_from(paragraphs(&text).len()).unwrap_or(u32::MAX),
            lost: lost
                .into_iter()
                .filter_map(|lost| DocumentLost::from_name(lost.name()))
                .collect(),
            text,
        };
        Ok(Done::new(brought, Entry::about(Subject::house())))
    }
}

/// Why a document can't be read.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct Unread(DocumentError);

impl Fault for Unread {
    fn code(&self) -> &'static str {
        match self.0 {
            DocumentError::TooLarge { .. } => "consents.file_too_large",
            DocumentError::Empty => "consents.file_empty",
            DocumentError::Scanned => "consents.file_scanned",
            DocumentError::Picture => "consents.file_picture",
            DocumentError::OldOrLockedWord => "consents.file_old_or_locked_word",
            DocumentError::LockedPdf => "consents.file_locked_pdf",
            DocumentError::Rtf => "consents.file_rtf",
            DocumentError::NotDocument => "consents.file_not_document",
            DocumentError::TooLong { .. } => "consents.file_too_long",
            DocumentError::TooManyPages { .. } => "consents.file_too_many_pages",
            DocumentError::TooDense => "consents.file_too_dense",
            DocumentError::Broken => "consents.file_broken",
            DocumentError::Unreadable(_) => "consents.file_unreadable",
        }
    }
    fn args(&self) -> Args {
        match &self.0 {
            DocumentError::TooLarge { limit_mb } => {
                Args::none().number("most", i64::try_from(*limit_mb).unwrap_or(i64::MAX))
            }
            DocumentError::TooLong { limit } | DocumentError::TooManyPages { limit } => {
                Args::none().number("most", i64::try_from(*limit).unwrap_or(i64::MAX))
            }
            _ => Args::none(),
        }
    }
}
