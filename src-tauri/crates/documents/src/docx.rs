//! Word documents: the words of the body, paragraph by paragraph, as they are seen when the changes are accepted.

use std::collections::{BTreeSet, HashSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::{DocumentError, Limits, Lost};

pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
) -> Result<(Vec<String>, BTreeSet<Lost>), DocumentError> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocumentError::Broken)?;
    if archive.len() > limits.zip_entries {
        return Err(DocumentError::TooDense);
    }
    let Some(body) = part(&mut archive, "word/document.xml", limits)? else {
        return Err(DocumentError::NotDocument);
    };
    let styles = part(&mut archive, "word/styles.xml", limits)?;
    let headings = styles
        .map(|styles| headings(&styles, limits))
        .transpose()?
        .unwrap_or_default();
    words(&body, &headings, limits)
}

/// One part of the container; a part that unpacks to more than it may isn't read to its end.
fn part(
    archive: &mut zip::ZipArchive<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
) -> Result<Option<Vec<u8>>, DocumentError> {
    let Some(index) = archive.index_for_name(name) else {
        return Ok(None);
    };
    let entry = archive.by_index(index).map_err(|_| DocumentError::Broken)?;
    if entry.encrypted() {
        return Err(DocumentError::OldOrLockedWord);
    }
    let mut bytes = Vec::new();
    entry
        .take(limits.unpacked_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| DocumentError::Broken)?;
    if bytes.len() as u64 > limits.unpacked_bytes {
        return Err(DocumentError::TooDense);
    }
    Ok(Some(bytes))
}

/// The value of `w:val`.
fn val(element: &BytesStart<'_>) -> Option<String> {
    attribute(element, "val")
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}

/// A switch such as `w:vanish` is on unless it says otherwise.
fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(
        val(element).as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}

/// Reads events one by one, no deeper than allowed; a document type is refused, it could grow without end.
fn events(
    bytes: &[u8],
    limits: &Limits,
    mut hear: impl FnMut(&Event<'_>),
) -> Result<(), DocumentError> {
    let mut reader = Reader::from_reader(bytes);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|_| DocumentError::Broken)?;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(DocumentError::Broken),
            Event::Eof => {
                return if depth == 0 {
                    Ok(())
                } else {
                    Err(DocumentError::Broken)
                };
            }
            _ => {}
        }
        if depth > limits.depth {
            return Err(DocumentError::TooDense);
        }
        hear(&event);
    }
}

/// Names of the paragraph styles that are headings: by what they are called, or by their outline level.
fn headings(styles: &[u8], limits: &Limits) -> Result<HashSet<String>, DocumentError> {
    let mut found = HashSet::new();
    let mut style = None;
    events(styles, limits, |event| match event {
        Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
            "style" => style = attribute(element, "styleId"),
            "name" => {
                let name = val(element).unwrap_or_default().to_lowercase();
                let heading = ["heading", "заголовок", "title", "название"];
                if heading.iter().any(|word| name.starts_with(word)) {
                    found.extend(style.clone());
                }
            }
            "outlineLvl" if val(element).is_some_and(|level| level != "9") => {
                found.extend(style.clone());
            }
            _ => {}
        },
        Event::End(element) if element.local_name().as_ref() == "style" => style = None,
        _ => {}
    })?;
    Ok(found)
}

/// What is known while the body is read.
#[derive(Default)]
struct Body {
    found: Vec<String>,
    lost: BTreeSet<Lost>,
    paragraph: String,
    heading: bool,
    item: bool,
    hidden: bool,
    /// Inside `w:t`.
    text: bool,
    /// Inside something whose words are not the document's: a text box's spare copy, a deletion.
    skip: usize,
}

impl Body {
    fn starts(&mut self, element: &BytesStart<'_>, headings: &HashSet<String>) {
        if self.skip > 0 {
            self.skip += 1;
            return;
        }
        match element.local_name().as_ref() {
            "p" => self.ends_paragraph(),
            "r" => self.hidden = false,
            "t" => self.text = true,
            "del" | "moveFrom" => {
                self.lost.insert(Lost::Changes);
                self.skip = 1;
            }
            // A text box stands twice: in the new form and, for old programs, in the old one.
            "Fallback" => self.skip = 1,
            "ins" | "moveTo" => _ = self.lost.insert(Lost::Changes),
            "tbl" => _ = self.lost.insert(Lost::Tables),
            _ => self.alone(element, headings),
        }
    }

    /// Elements that say something by being there.
    fn alone(&mut self, element: &BytesStart<'_>, headings: &HashSet<String>) {
        if self.skip > 0 {
            return;
        }
        match element.local_name().as_ref() {
            "p" => self.ends_paragraph(),
            "pStyle" => {
                self.heading |= val(element).is_some_and(|style| headings.contains(&style));
            }
            "outlineLvl" => self.heading |= val(element).is_some_and(|level| level != "9"),
            "numPr" => {
                self.item = true;
                self.lost.insert(Lost::Numbers);
            }
            "vanish" => self.hidden = is_on(element),
            "tab" if !self.paragraph.is_empty() => self.paragraph.push(' '),
            "br" | "cr" => self.paragraph.push('\n'),
            "noBreakHyphen" => self.paragraph.push('-'),
            "drawing" | "pict" | "object" => _ = self.lost.insert(Lost::Pictures),
            "footnoteReference" | "endnoteReference" => _ = self.lost.insert(Lost::Footnotes),
            _ => {}
        }
    }

    fn ends(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match name {
            "p" => self.ends_paragraph(),
            "t" => self.text = false,
            "r" => self.hidden = false,
            _ => {}
        }
    }

    fn says(&mut self, words: &str) {
        if self.skip == 0 && self.text && !self.hidden {
            self.paragraph.push_str(words);
        }
    }

    fn ends_paragraph(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        let (heading, item) = (
            std::mem::take(&mut self.heading),
            std::mem::take(&mut self.item),
        );
        if words.trim().is_empty() {
            return;
        }
        self.found.push(match (heading, item) {
            (true, _) => format!("# {}", words.replace('\n', " ").trim()),
            (false, true) => format!("– {}", words.trim_start()),
            (false, false) => words,
        });
    }
}

fn words(
    body: &[u8],
    headings: &HashSet<String>,
    limits: &Limits,
) -> Result<(Vec<String>, BTreeSet<Lost>), DocumentError> {
    let mut state = Body::default();
    events(body, limits, |event| match event {
        Event::Start(element) => state.starts(element, headings),
        Event::Empty(element) => state.alone(element, headings),
        Event::End(element) => state.ends(element.local_name().as_ref()),
        Event::Text(text) => {
            state.says(text);
        }
        Event::CData(text) => state.says(text),
        Event::GeneralRef(name) => {
            let char = name.resolve_char_ref().ok().flatten();
            let named = || match name.as_ref() {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => None,
            };
            if let Some(letter) = char.or_else(named) {
                state.says(letter.encode_utf8(&mut [0; 4]));
            }
        }
        _ => {}
    })?;
    state.ends_paragraph();
    Ok((state.found, state.lost))
}
