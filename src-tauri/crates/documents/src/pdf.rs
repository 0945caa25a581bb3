//! PDF: where the words stand on the page is all that it says, so lines and paragraphs are made from their places.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, ObjectId};

use crate::{DocumentError, Limits, Lost};

/// Words that stand at one place.
#[derive(Debug, Clone)]
struct Piece {
    x: f32,
    y: f32,
    size: f32,
    text: String,
}

/// A line of a page.
#[derive(Debug, Clone)]
struct Line {
    y: f32,
    x: f32,
    size: f32,
    text: String,
}

pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
) -> Result<(Vec<String>, BTreeSet<Lost>), DocumentError> {
    let unpacked = usize::try_from(limits.unpacked_bytes).unwrap_or(usize::MAX);
    let options = LoadOptions::with_max_decompressed_size(unpacked);
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            lopdf::Error::InvalidPassword | lopdf::Error::Unimplemented(_) => {
                DocumentError::LockedPdf
            }
            lopdf::Error::Decryption(_) => DocumentError::LockedPdf,
            _ => DocumentError::Broken,
        })?;
    if document.is_encrypted() {
        return Err(DocumentError::LockedPdf);
    }
    let pages = document.get_pages();
    if pages.len() > limits.pages {
        return Err(DocumentError::TooManyPages {
            limit: limits.pages,
        });
    }
    let mut lines = Vec::new();
    let mut letters = 0;
    for page in pages.values() {
        let pieces = page_pieces(&document, *page, unpacked)?;
        letters += pieces
            .iter()
            .map(|piece| piece.text.chars().count())
            .sum::<usize>();
        if letters > limits.letters * 2 {
            return Err(DocumentError::TooLong {
                limit: limits.letters,
            });
        }
        lines.push(page_lines(pieces));
    }
    if lines.iter().all(Vec::is_empty) {
        return Err(if pages.is_empty() {
            DocumentError::Empty
        } else {
            DocumentError::Scanned
        });
    }
    Ok((paragraphs(&lines), BTreeSet::from([Lost::Guessed])))
}

/// The fonts of a page. A font that has a map to Unicode is read by it alone, which is what copying from a PDF does.
fn fonts(document: &Document, page: ObjectId) -> Result<Vec<(Vec<u8>, Dictionary)>, DocumentError> {
    let found = document
        .get_page_fonts(page)
        .map_err(|_| DocumentError::Broken)?;
    let alone = |(name, font): (Vec<u8>, &Dictionary)| {
        let mut font = font.clone();
        if font.has(b"ToUnicode") {
            font.remove(b"Encoding");
        }
        (name, font)
    };
    Ok(found.into_iter().map(alone).collect())
}

/// An affine transformation, as PDF writes it.
#[derive(Debug, Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn shift(x: f32, y: f32) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }
    /// First this one, then the other.
    fn then(self, Matrix(b): Matrix) -> Matrix {
        let a = self.0;
        Matrix([
            a[0] * b[0] + a[1] * b[2],
            a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4],
            a[4] * b[1] + a[5] * b[3] + b[5],
        ])
    }
    fn of(operands: &[Object]) -> Option<Matrix> {
        let mut numbers = [0.0; 6];
        for (at, number) in numbers.iter_mut().enumerate() {
            *number = operands.get(at)?.as_float().ok()?;
        }
        Some(Matrix(numbers))
    }
}

/// The state of the page while it is drawn.
struct Page<'a> {
    place: Matrix,
    kept: Vec<Matrix>,
    text: Matrix,
    line: Matrix,
    leading: f32,
    size: f32,
    font: Option<&'a Encoding<'a>>,
    pieces: Vec<Piece>,
}

fn page_pieces(
    document: &Document,
    page: ObjectId,
    most: usize,
) -> Result<Vec<Piece>, DocumentError> {
    let fonts = fonts(document, page)?;
    let fonts: BTreeMap<&[u8], Encoding<'_>> = fonts
        .iter()
        .filter_map(|(name, font)| {
            let encoding = font.get_font_encoding_with_limit(document, most).ok()?;
            Some((name.as_slice(), encoding))
        })
        .collect();
    let content = document
        .get_page_content_with_limit(page, most)
        .map_err(|_| DocumentError::TooDense)?;
    let content = Content::decode(&content).map_err(|_| DocumentError::Broken)?;
    let mut state = Page {
        place: Matrix::ONE,
        kept: Vec::new(),
        text: Matrix::ONE,
        line: Matrix::ONE,
        leading: 0.0,
        size: 1.0,
        font: None,
        pieces: Vec::new(),
    };
    for operation in &content.operations {
        let operands = &operation.operands;
        if operation.operator == "Tf" {
            let name = operands.first().and_then(|name| name.as_name().ok());
            state.font = name.and_then(|name| fonts.get(name));
            state.size = number(operands, 1);
        } else {
            state.does(&operation.operator, operands);
        }
    }
    Ok(state.pieces)
}

fn number(operands: &[Object], at: usize) -> f32 {
    operands
        .get(at)
        .and_then(|number| number.as_float().ok())
        .unwrap_or(0.0)
}

impl Page<'_> {
    fn does(&mut self, operator: &str, operands: &[Object]) {
        match operator {
            "q" if self.kept.len() < 256 => self.kept.push(self.place),
            "Q" => self.place = self.kept.pop().unwrap_or(self.place),
            "cm" => {
                if let Some(matrix) = Matrix::of(operands) {
                    self.place = matrix.then(self.place);
                }
            }
            "BT" => (self.text, self.line) = (Matrix::ONE, Matrix::ONE),
            "Tm" => {
                if let Some(matrix) = Matrix::of(operands) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            "TL" => self.leading = number(operands, 0),
            "Td" => self.moves(number(operands, 0), number(operands, 1)),
            "TD" => {
                self.leading = -number(operands, 1);
                self.moves(number(operands, 0), number(operands, 1));
            }
            "T*" => self.moves(0.0, -self.leading),
            "Tj" | "TJ" => self.shows(operands),
            "'" => {
                self.moves(0.0, -self.leading);
                self.shows(operands);
            }
            "\"" => {
                self.moves(0.0, -self.leading);
                self.shows(operands.get(2..).unwrap_or_default());
            }
            _ => {}
        }
    }

    fn moves(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn shows(&mut self, operands: &[Object]) {
        let Some(font) = self.font else {
            return;
        };
        let mut text = String::new();
        for operand in operands {
            show(font, operand, &mut text);
        }
        if text.is_empty() {
            return;
        }
        let Matrix(at) = self.text.then(self.place);
        let size = (self.size * (at[2] * at[2] + at[3] * at[3]).sqrt()).abs();
        self.pieces.push(Piece {
            x: at[4],
            y: at[5],
            size: if size.is_finite() && size > 0.0 {
                size
            } else {
                1.0
            },
            text,
        });
        // How wide a letter is, only the font knows; half its height is near enough to tell a gap from none.
        let width = self.size
            * 0.5
            * self
                .pieces
                .last()
                .map_or(0, |piece| piece.text.chars().count()) as f32;
        self.text = Matrix::shift(width, 0.0).then(self.text);
    }
}

fn show(font: &Encoding<'_>, operand: &Object, text: &mut String) {
    match operand {
        Object::String(bytes, _) => {
            if let Ok(words) = Document::decode_text(font, bytes) {
                text.push_str(&words);
            }
        }
        Object::Array(parts) => {
            for part in parts {
                match part {
                    // A wide step back within a line is a blank.
                    Object::Integer(step) if *step < -180 => text.push(' '),
                    Object::Real(step) if *step < -180.0 => text.push(' '),
                    Object::String(..) => show(font, part, text),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Pieces that stand at one height make a line, in the order in which they were drawn.
fn page_lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        if !piece.y.is_finite() || piece.text.trim().is_empty() && lines.is_empty() {
            continue;
        }
        match lines.last_mut() {
            Some(line) if (line.y - piece.y).abs() < piece.size.min(line.size) * 0.4 => {
                let glued = line.text.ends_with(char::is_whitespace)
                    || piece.text.starts_with(char::is_whitespace);
                let sign = piece
                    .text
                    .starts_with([',', '.', ';', ':', ')', '»', '!', '?']);
                // The end of what was drawn before is only guessed, so a blank is put where the letters allow it.
                let end = line.x + line.text.chars().count() as f32 * line.size * 0.4;
                if !glued && !sign && piece.x > end {
                    line.text.push(' ');
                }
                line.text.push_str(&piece.text);
                line.size = line.size.max(piece.size);
            }
            _ => lines.push(Line {
                y: piece.y,
                x: piece.x,
                size: piece.size,
                text: piece.text,
            }),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

/// Lines make paragraphs: a wider gap, an indent or larger letters begin a new one. Heads and feet that repeat are dropped.
fn paragraphs(pages: &[Vec<Line>]) -> Vec<String> {
    let body = usual(pages.iter().flatten().map(|line| line.size));
    let step = usual(
        pages
            .iter()
            .flat_map(|page| page.windows(2).map(|two| two[0].y - two[1].y))
            .filter(|step| *step > 0.0),
    );
    let left = usual(pages.iter().flatten().map(|line| line.x));
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for page in pages {
        let mut above: Option<&Line> = None;
        for line in page {
            let text = line.text.trim();
            if is_page_number(text)
                && (above.is_none() || std::ptr::eq(line, &page[page.len() - 1]))
            {
                continue;
            }
            let heading = line.size > body * 1.12 && text.chars().count() < 160;
            let far = above.is_some_and(|above| above.y - line.y > step * 1.35 || line.y > above.y);
            let indented = line.x > left + body * 1.2;
            let other = above.is_some_and(|above| (above.size - line.size).abs() > body * 0.1);
            // A sentence that goes on over the edge of a page goes on.
            let over = above.is_none()
                && !found.last().is_some_and(|last| {
                    last.ends_with(['.', ':', ';', '!', '?']) || last.starts_with("# ")
                });
            let new = !open || far || other || indented || above.is_none() && (heading || !over);
            if new {
                let head = if heading { "# " } else { "" };
                found.push(format!("{head}{text}"));
            } else if let Some(last) = found.last_mut() {
                if !unhyphened(last, text) {
                    last.push(' ');
                }
                last.push_str(text);
            }
            open = true;
            above = Some(line);
        }
    }
    found
}

/// A word parted at the end of a line is joined again.
fn unhyphened(last: &mut String, next: &str) -> bool {
    let parted = last.ends_with('-')
        && last.chars().rev().nth(1).is_some_and(char::is_lowercase)
        && next.chars().next().is_some_and(char::is_lowercase);
    if parted {
        last.pop();
    }
    parted
}

fn is_page_number(text: &str) -> bool {
    text.chars().count() <= 6
        && text.chars().any(|c| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " -–/".contains(c))
}

/// The value that occurs most, to a tenth of a point.
fn usual(values: impl Iterator<Item = f32>) -> f32 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for value in values.filter(|value| value.is_finite()) {
        *counts.entry((value * 10.0).round() as i64).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(value, count)| (*count, -*value))
        .map_or(0.0, |(value, _)| value as f32 / 10.0)
}
