//! Plain text and Markdown, in whatever encoding.

use std::collections::BTreeSet;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use crate::{DocumentError, Form, Lost};

/// Lines as long as this were broken by a program, not by the writer.
const BROKEN: usize = 60;

type Plain = (Form, Vec<String>, BTreeSet<Lost>);

pub(crate) fn read(bytes: &[u8], name: &str) -> Result<Plain, DocumentError> {
    let text = decoded(bytes)?;
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let none = BTreeSet::new();
    Ok(match ending.as_str() {
        "md" | "markdown" => (Form::Markdown, markdown(&text), none),
        _ => (Form::Text, paragraphs(&text), none),
    })
}

/// The text of the bytes: by its mark, as UTF-8, or as Windows-1251, which branches have from old programs.
fn decoded(bytes: &[u8]) -> Result<String, DocumentError> {
    let text = if bytes.starts_with(b"\xff\xfe") {
        UTF_16LE.decode_with_bom_removal(bytes).0
    } else if bytes.starts_with(b"\xfe\xff") {
        UTF_16BE.decode_with_bom_removal(bytes).0
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8.decode_with_bom_removal(bytes).0
    } else {
        let (text, wrong) = WINDOWS_1251.decode_without_bom_handling(bytes);
        let letters = text
            .chars()
            .filter(|c| c.is_alphabetic() || c.is_whitespace())
            .count();
        // Words are mostly letters; other bytes read as Windows-1251 are not.
        if wrong || letters * 10 < text.chars().count() * 6 {
            return Err(DocumentError::NotDocument);
        }
        text
    };
    if text.contains('\0') {
        return Err(DocumentError::NotDocument);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Where empty lines part paragraphs, the lines between belong together; where there are none, each line is one.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if !lines
        .iter()
        .skip_while(|line| line.is_empty())
        .any(|line| line.is_empty())
    {
        return lines.into_iter().map(str::to_owned).collect();
    }
    blocks(&lines).iter().map(|block| together(block)).collect()
}

fn blocks<'a>(lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    lines
        .split(|line| line.trim().is_empty())
        .map(<[&str]>::to_vec)
        .filter(|block| !block.is_empty())
        .collect()
}

/// Long lines were broken by a program and are joined; short ones the writer meant.
fn together(block: &[&str]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for line in block {
        if !text.is_empty() {
            let meant = before < BROKEN || is_item(line);
            text.push(if meant { '\n' } else { ' ' });
        }
        text.push_str(line);
        before = line.chars().count();
    }
    text
}

/// The line begins an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    ["- ", "– ", "— ", "• ", "* "]
        .iter()
        .any(|mark| line.starts_with(mark))
        || digits > 0 && line[digits..].starts_with(['.', ')'])
}

fn markdown(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for block in blocks(&lines) {
        let mut words = String::new();
        for (at, line) in block.iter().enumerate() {
            let line = line.trim();
            let hashes = line.chars().take_while(|c| *c == '#').count();
            if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
                found.push(std::mem::take(&mut words));
                found.push(format!(
                    "# {}",
                    inline(line[hashes..].trim().trim_end_matches('#'))
                ));
                continue;
            }
            // A line of = or - under another one makes it a heading.
            let under = block
                .get(at + 1)
                .map(|next| next.trim())
                .unwrap_or_default();
            if words.is_empty()
                && under.len() >= 3
                && (under.chars().all(|c| c == '=') || under.chars().all(|c| c == '-'))
            {
                found.push(format!("# {}", inline(line)));
                continue;
            }
            if line.len() >= 3
                && ['=', '-', '*', '_']
                    .iter()
                    .any(|rule| line.chars().all(|c| c == *rule))
            {
                continue;
            }
            let line = line.trim_start_matches("> ");
            let (item, line) = match ["- ", "* ", "+ "]
                .iter()
                .find_map(|mark| line.strip_prefix(mark))
            {
                Some(rest) => (true, format!("– {rest}")),
                None => (is_item(line), line.to_owned()),
            };
            if !words.is_empty() {
                words.push(if item { '\n' } else { ' ' });
            }
            words.push_str(&inline(&line));
        }
        found.push(words);
    }
    found
}

/// The words of a line without the marks of emphasis; a link keeps its address.
fn inline(line: &str) -> String {
    let mut text = line.replace("**", "").replace("__", "").replace('`', "");
    while let Some(open) = text.find('[') {
        let Some(middle) = text[open..].find("](").map(|at| open + at) else {
            break;
        };
        let Some(close) = text[middle..].find(')').map(|at| middle + at) else {
            break;
        };
        let (words, address) = (
            text[open + 1..middle].to_owned(),
            text[middle + 2..close].to_owned(),
        );
        let shown = if words == address || address.is_empty() {
            words
        } else {
            format!("{words} ({address})")
        };
        let shown = shown.replace(['[', ']'], "");
        text.replace_range(open..=close, &shown);
    }
    text
}
