//! Papers: one model for everything that is printed, whoever prints it.
//!
//! A paper is made of parts – facts, tables, notes, a drawn signature, boxes to tick by hand – and every word in it stands
//! as it was given: nothing of it can become a command of the typesetter.

use serde::Serialize;

use crate::PaperError;

/// A paper to be printed or saved: A4, upright.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paper {
    /// Language of its words: `kk`, `ru`, `en`.
    pub lang: &'static str,
    /// The civil day on which it was made, `2026-12-14`: kept in the file, which an archive asks for.
    pub made: String,
    /// What it is.
    pub title: String,
    /// Whose it is: stands above the title, and at the head of every page.
    pub kicker: String,
    /// Its number, at the head of every page.
    pub number: String,
    /// Lines under the title: when and by whom it was made.
    pub lines: Vec<String>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// What stands at the foot of every page, beside the page's number.
    pub foot: String,
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part {
    /// A headline.
    Heading {
        /// Its words.
        text: String,
    },
    /// Running text; an empty line parts paragraphs.
    Text {
        /// Its words.
        text: String,
    },
    /// The same in small letters: an explanation.
    Small {
        /// Its words.
        text: String,
    },
    /// Names with their values, one under the other.
    Facts {
        /// The rows.
        rows: Vec<Fact>,
    },
    /// A table whose heading is repeated on every page.
    Table {
        /// Headings.
        heads: Vec<String>,
        /// Share of the width of each column.
        shares: Vec<f32>,
        /// Rows, as long as the heading.
        rows: Vec<Vec<String>>,
    },
    /// Items, each with a dash.
    List {
        /// The items.
        items: Vec<String>,
    },
    /// Something in a frame that must not be overlooked.
    Note {
        /// What it is.
        title: String,
        /// What it says.
        text: String,
    },
    /// A signature, drawn from its points as lines.
    Signature {
        /// Strokes of points in a box of one by one.
        strokes: Vec<Vec<(f32, f32)>>,
        /// What stands under it.
        caption: String,
    },
    /// Questions with a box for yes and a box for no; ticked where an answer is known.
    Choices {
        /// The questions.
        rows: Vec<Choice>,
    },
    /// Lines to be filled by hand, with their captions below.
    Blanks {
        /// The captions, side by side.
        captions: Vec<String>,
    },
    /// A square that a camera reads.
    Code {
        /// What it says to the camera.
        text: String,
        /// What it says to people.
        caption: String,
    },
    /// What follows begins on a new page.
    Break,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
    /// The value is a hash or a key: letters of one width.
    pub code: bool,
}

impl Fact {
    /// A plain fact.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Fact {
            name: name.into(),
            value: value.into(),
            code: false,
        }
    }
    /// A hash or a key.
    pub fn code(name: impl Into<String>, value: impl Into<String>) -> Self {
        Fact {
            code: true,
            ..Fact::new(name, value)
        }
    }
}

/// A question with yes and no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The question.
    pub text: String,
    /// An explanation under it; may be empty.
    pub note: String,
    /// Word beside the first box.
    pub yes: String,
    /// Word beside the second box.
    pub no: String,
    /// The answer, where it is known; both boxes stay empty where it isn't.
    pub answer: Option<bool>,
}

/// The press of a house that prints nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPress;

impl Press for NoPress {
    fn pdf(&self, _: &Paper) -> Result<Vec<u8>, PaperError> {
        Err(PaperError::Typeset("this host has no press".to_owned()))
    }
}

/// Makes PDF of papers. The core only says what stands in a paper; hosts bring the press.
pub trait Press: Send + Sync {
    /// Makes the PDF.
    ///
    /// # Errors
    /// [`PaperError::Typeset`] if the typesetter refuses, which a test of every kind of part rules out.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, PaperError>;
}
