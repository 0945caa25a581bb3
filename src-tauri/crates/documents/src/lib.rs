//! Reads the words of an operator's own documents – DOCX, PDF, Markdown, plain text – into paragraphs.
//!
//! Foreign files are hostile until read: nothing here trusts a size, a count or an offset that the file states about
//! itself, nothing panics, and every refusal is a typed [`DocumentError`] that a person can be told about. What comes out
//! is plain words: paragraphs parted by an empty line, headings that begin with `# `. What couldn't be brought along is
//! said ([`Lost`]) rather than dropped in silence.

mod docx;
mod pdf;
mod plain;

use std::collections::BTreeSet;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// What a file may cost us at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Size of the file, in bytes.
    pub file_bytes: u64,
    /// Letters of the text that comes out.
    pub letters: usize,
    /// Pages of a PDF.
    pub pages: usize,
    /// Bytes of one part of the file when it is unpacked.
    pub unpacked_bytes: u64,
    /// Entries in a zip container.
    pub zip_entries: usize,
    /// Depth of nested elements.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 20 << 20,
            letters: 200_000,
            pages: 200,
            unpacked_bytes: 32 << 20,
            zip_entries: 5_000,
            depth: 256,
        }
    }
}

/// What kind of file it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Word.
    Docx,
    /// PDF.
    Pdf,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Form {
    /// A stable word, for catalogues of texts.
    pub fn name(self) -> &'static str {
        match self {
            Form::Docx => "docx",
            Form::Pdf => "pdf",
            Form::Markdown => "markdown",
            Form::Text => "text",
        }
    }
}

/// What of a document is not among its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// Numbers that the word processor counts by itself.
    Numbers,
    /// Tables: their cells became paragraphs.
    Tables,
    /// Pictures.
    Pictures,
    /// Footnotes.
    Footnotes,
    /// Changes that are still to be accepted: what was deleted is left out, what was added is kept.
    Changes,
    /// Paragraphs of a PDF: they were guessed from where the lines stand.
    Guessed,
}

impl Lost {
    /// A stable word, for catalogues of texts.
    pub fn name(self) -> &'static str {
        match self {
            Lost::Numbers => "numbers",
            Lost::Tables => "tables",
            Lost::Pictures => "pictures",
            Lost::Footnotes => "footnotes",
            Lost::Changes => "changes",
            Lost::Guessed => "guessed",
        }
    }
}

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What kind of file it was.
    pub form: Form,
    /// Its words: paragraphs parted by an empty line, headings that begin with `# `.
    pub text: String,
    /// What is not among them.
    pub lost: BTreeSet<Lost>,
}

/// Why a file can't be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DocumentError {
    /// The file is larger than allowed.
    #[error("the file is larger than {limit_mb} MB")]
    TooLarge {
        /// The limit, in megabytes.
        limit_mb: u64,
    },
    /// No words in it.
    #[error("no words in the file")]
    Empty,
    /// A PDF of pictures: pages, but no words.
    #[error("scanned pages")]
    Scanned,
    /// A picture, whatever the name says.
    #[error("the file is a picture")]
    Picture,
    /// The old binary Word form, or a document locked with a password (both are kept in the same container).
    #[error("an old or password-protected Word file")]
    OldOrLockedWord,
    /// A PDF locked with a password.
    #[error("a password-protected PDF")]
    LockedPdf,
    /// Rich Text Format.
    #[error("an RTF file")]
    Rtf,
    /// Some other kind of file.
    #[error("not a document")]
    NotDocument,
    /// More words than allowed.
    #[error("more than {limit} letters")]
    TooLong {
        /// The limit, in letters.
        limit: usize,
    },
    /// More pages than allowed.
    #[error("more than {limit} pages")]
    TooManyPages {
        /// The limit.
        limit: usize,
    },
    /// It unpacks to far more than it holds.
    #[error("the file unpacks to too much")]
    TooDense,
    /// Damaged.
    #[error("the file is damaged")]
    Broken,
    /// The file could not be opened or read at all.
    #[error("the file can't be read: {0}")]
    Unreadable(std::io::ErrorKind),
}

impl DocumentError {
    /// A stable word for each error, for catalogues of texts.
    pub fn code(&self) -> &'static str {
        match self {
            DocumentError::TooLarge { .. } => "too_large",
            DocumentError::Empty => "empty",
            DocumentError::Scanned => "scanned",
            DocumentError::Picture => "picture",
            DocumentError::OldOrLockedWord => "old_or_locked_word",
            DocumentError::LockedPdf => "locked_pdf",
            DocumentError::Rtf => "rtf",
            DocumentError::NotDocument => "not_document",
            DocumentError::TooLong { .. } => "too_long",
            DocumentError::TooManyPages { .. } => "too_many_pages",
            DocumentError::TooDense => "too_dense",
            DocumentError::Broken => "broken",
            DocumentError::Unreadable(_) => "unreadable",
        }
    }
}

/// Reads a file of at most the allowed size.
///
/// # Errors
/// Where it can't be opened, or is too large.
pub fn load(path: &Path, limits: &Limits) -> Result<Vec<u8>, DocumentError> {
    let unreadable = |error: std::io::Error| DocumentError::Unreadable(error.kind());
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limits.file_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    weigh(&bytes, limits)?;
    Ok(bytes)
}

/// Reads the words of a document. What it is, its bytes say; the name only tells Markdown from plain text.
///
/// # Errors
/// Where it isn't a document, holds no words, or is larger, longer or denser than allowed.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Document, DocumentError> {
    weigh(bytes, limits)?;
    // The readers are foreign code fed with foreign bytes: should one panic, the file is simply broken.
    let read = || -> Result<(Form, Vec<String>, BTreeSet<Lost>), DocumentError> {
        match kind(bytes)? {
            Kind::Zip => docx::read(bytes, limits).map(|(words, lost)| (Form::Docx, words, lost)),
            Kind::Pdf => pdf::read(bytes, limits).map(|(words, lost)| (Form::Pdf, words, lost)),
            Kind::Plain => plain::read(bytes, name),
        }
    };
    let (form, paragraphs, lost) =
        catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(DocumentError::Broken))?;
    let text = joined(&paragraphs, limits)?;
    if text.is_empty() {
        return Err(DocumentError::Empty);
    }
    Ok(Document { form, text, lost })
}

fn weigh(bytes: &[u8], limits: &Limits) -> Result<(), DocumentError> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(DocumentError::TooLarge {
            limit_mb: limits.file_bytes >> 20,
        });
    }
    if bytes.is_empty() {
        return Err(DocumentError::Empty);
    }
    Ok(())
}

enum Kind {
    Zip,
    Pdf,
    Plain,
}

fn kind(bytes: &[u8]) -> Result<Kind, DocumentError> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"PK\x03\x04") {
        return Ok(Kind::Zip);
    }
    // Readers of PDF allow some rubbish before the head.
    if bytes[..bytes.len().min(1024)]
        .windows(5)
        .any(|five| five == b"%PDF-")
    {
        return Ok(Kind::Pdf);
    }
    if starts(b"\xd0\xcf\x11\xe0") {
        return Err(DocumentError::OldOrLockedWord);
    }
    if starts(b"{\\rtf") {
        return Err(DocumentError::Rtf);
    }
    let pictures: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
    if pictures.iter().any(|magic| starts(magic)) {
        return Err(DocumentError::Picture);
    }
    Ok(Kind::Plain)
}

/// Paragraphs as one text: cleaned of what isn't seen, composed, blanks single, empty ones dropped.
fn joined(paragraphs: &[String], limits: &Limits) -> Result<String, DocumentError> {
    let mut text = String::new();
    let mut letters = 0;
    for paragraph in paragraphs {
        let clean = clean(paragraph);
        if clean.is_empty() || clean == "#" {
            continue;
        }
        letters += clean.chars().count();
        if letters > limits.letters {
            return Err(DocumentError::TooLong {
                limit: limits.letters,
            });
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&clean);
    }
    Ok(text)
}

fn clean(paragraph: &str) -> String {
    let seen = |c: &char| {
        !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
            && (!c.is_control() || c.is_whitespace())
    };
    let lines = paragraph.nfc().filter(seen).collect::<String>();
    let lines = lines.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests;
