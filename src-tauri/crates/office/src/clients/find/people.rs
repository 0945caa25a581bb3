//! Hits as people in a list: put in order, identifiers masked, what was matched marked.

use std::collections::BTreeMap;

use kz::names;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Folder, Found, GATHERED, Hit, How, Nearness, PAGE, Word, nearness, spellings, store};
use crate::blocks;
use crate::clients::{ClientId, Datum, Field, Name, SubjectKind, values};
use crate::door::Read;
use crate::error::Result;
use crate::policy::{BranchId, Reach, Right, reach};

/// A person in a list of results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct FoundPerson {
    /// Number of the card.
    pub client: ClientId,
    /// Surname, name, patronymic in one line; none while the name is blocked.
    pub name: Option<String>,
    /// Former surname.
    pub former_surname: Option<String>,
    /// Where the name shows what was typed: for highlighting, in UTF-16 units of `name`.
    pub marks: Vec<Mark>,
    /// The former surname is what was matched.
    pub former_matched: bool,
    /// Year of birth, to tell namesakes apart.
    pub birth_year: Option<String>,
    /// IIN, masked.
    pub iin: Option<String>,
    /// Main phone, masked.
    pub phone: Option<String>,
    /// Document number, masked; shown where there is no IIN.
    pub document: Option<String>,
    /// Card, masked.
    pub card: Option<String>,
    /// State of the card.
    pub card_state: Option<String>,
    /// What the person is to the operator.
    pub kind: SubjectKind,
    /// Home branch.
    pub branch: BranchId,
    /// Its name.
    pub branch_name: String,
    /// The card can be opened at once; otherwise the person is received here first.
    pub open: bool,
    /// Blocked categories.
    pub blocked: Vec<Field>,
    /// By what the person was found.
    pub how: How,
    /// How near.
    pub nearness: Nearness,
}

/// A marked stretch of a text, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Mark {
    /// Where it begins.
    pub start: u32,
    /// How long it is.
    pub length: u32,
}

/// A client's row, as the list needs it.
pub(super) struct Line {
    pub name: Name,
    pub iin: Option<String>,
    pub phone: Option<String>,
    pub document: Option<String>,
    pub card: Option<String>,
    pub birth_date: Option<String>,
    pub kind: SubjectKind,
    pub branch: BranchId,
    pub branch_name: String,
    pub card_state: Option<String>,
}

/// The page of hits. Few hits are put in order as a whole; of very many, each page is.
pub(super) fn found(
    cx: &Read<'_>,
    hits: Vec<Hit>,
    words: &[Word],
    page: u32,
    carried: BTreeMap<String, String>,
) -> Result<Found> {
    let start = page as usize * PAGE;
    let whole = hits.len() < GATHERED;
    let hits = if whole {
        in_order(cx, hits, words)?
    } else {
        hits
    };
    let more = hits.len() > start + PAGE;
    let slice: Vec<Hit> = hits.into_iter().skip(start).take(PAGE).collect();
    let slice = if whole {
        slice
    } else {
        in_order(cx, slice, words)?
    };
    let people = slice
        .into_iter()
        .map(|hit| person(cx, hit, words))
        .collect::<Result<_>>()?;
    Ok(Found {
        people,
        more,
        too_short: false,
        carried,
    })
}

/// Nearest first, whole words before beginnings, then by the Kazakh alphabet.
fn in_order(cx: &Read<'_>, hits: Vec<Hit>, words: &[Word]) -> Result<Vec<Hit>> {
    let mut fold = Folder::default();
    let mut keyed = Vec::with_capacity(hits.len());
    for mut hit in hits {
        let (sort_key, name) = store::order_of(cx, hit.client)?;
        if words.len() > 1 {
            weigh(&mut hit, &name, words, &mut fold);
        }
        keyed.push((hit.nearness, !hit.whole, sort_key, hit));
    }
    keyed.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
    Ok(keyed.into_iter().map(|(_, _, _, hit)| hit).collect())
}

/// Of several words the farthest decides: the index knew only the word that led to the person.
fn weigh(hit: &mut Hit, name: &Name, words: &[Word], fold: &mut Folder) {
    let parts = [
        &name.surname,
        &name.given,
        &name.patronymic,
        &name.former_surname,
    ];
    let stored: Vec<String> = parts
        .into_iter()
        .flatten()
        .flat_map(|part| spellings(part))
        .collect();
    let mut farthest = Nearness::Exact;
    let mut whole = true;
    for word in words {
        let best = stored
            .iter()
            .filter(|spelling| {
                spelling.starts_with(&word.spelling)
                    || fold.loose(spelling).starts_with(&word.loose)
            })
            .map(|spelling| {
                (
                    nearness(word, spelling),
                    spelling.chars().count() != word.spelling.chars().count(),
                )
            })
            .min();
        match best {
            Some((nearness, begun)) => {
                farthest = farthest.max(nearness);
                whole &= !begun;
            }
            None => farthest = farthest.max(hit.nearness),
        }
    }
    hit.nearness = farthest;
    hit.whole = whole;
}

pub(super) fn person(cx: &Read<'_>, hit: Hit, words: &[Word]) -> Result<FoundPerson> {
    let line = store::line(cx, hit)?;
    let blocks = blocks::masked_fields(cx, hit.client)?;
    let free = |field: Field| !blocks.masked.contains(&field);
    let masked = |datum: Datum, value: Option<String>| {
        value
            .filter(|_| free(datum.field()))
            .map(|value| values::masked(datum, &value))
    };
    let shown = Name {
        surname: line.name.surname.clone().filter(|_| free(Field::Surname)),
        given: line.name.given.clone().filter(|_| free(Field::Given)),
        patronymic: line
            .name
            .patronymic
            .clone()
            .filter(|_| free(Field::Patronymic)),
        former_surname: None,
    };
    let name = Some(shown.whole()).filter(|name| !name.is_empty());
    let former = line.name.former_surname.filter(|_| free(Field::FormerName));
    let marks = name
        .as_deref()
        .map_or_else(Vec::new, |name| marks(name, words));
    let former_matched = former
        .as_deref()
        .is_some_and(|former| !marks_in(former, words).is_empty());
    let open = is_open_here(cx, hit.client, line.branch)?;
    Ok(FoundPerson {
        client: hit.client,
        name,
        former_surname: former,
        marks,
        former_matched,
        birth_year: line
            .birth_date
            .filter(|_| free(Field::BirthDate))
            .and_then(|date| date.get(..4).map(str::to_owned)),
        document: if line.iin.is_none() {
            masked(Datum::DocumentNumber, line.document)
        } else {
            None
        },
        iin: masked(Datum::Iin, line.iin),
        phone: masked(Datum::Phone, line.phone),
        card: masked(Datum::Card, line.card),
        card_state: line.card_state.filter(|_| free(Field::Card)),
        kind: line.kind,
        branch: line.branch,
        branch_name: line.branch_name,
        open,
        blocked: blocks.fields,
        how: hit.how,
        nearness: hit.nearness,
    })
}

/// Whether the asker may open the card as things are.
fn is_open_here(cx: &Read<'_>, client: ClientId, home: BranchId) -> Result<bool> {
    let seat = cx.seat()?;
    Ok(match reach(seat.role, Right::OpenClient) {
        Reach::Nothing => false,
        Reach::OwnBranch => {
            home == seat.branch || crate::clients::store::is_received(cx, client, seat.branch)?
        }
        Reach::Operator | Reach::House => true,
    })
}

fn marks(name: &str, words: &[Word]) -> Vec<Mark> {
    marks_in(name, words)
}

/// For each word of the name that a word of the query begins: the letters that it covers.
fn marks_in(name: &str, words: &[Word]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut start = 0u32;
    for piece in
        name.split_inclusive(|letter: char| !(letter.is_alphanumeric() || "'’ʼ".contains(letter)))
    {
        let bare = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if let Some(spelling) = spellings(bare).next()
            && let Some(length) = words
                .iter()
                .filter_map(|word| covered(bare, &spelling, word))
                .max()
        {
            marks.push(Mark { start, length });
        }
        start += utf16(piece);
    }
    marks
}

/// How much of the beginning of a stored word makes the sound of the typed one.
fn covered(stored: &str, spelling: &str, word: &Word) -> Option<u32> {
    if spelling.starts_with(&word.spelling) {
        return Some(utf16(
            &stored
                .chars()
                .take(word.spelling.chars().count())
                .collect::<String>(),
        ));
    }
    if !names::loose(spelling).starts_with(&word.loose) {
        return None;
    }
    let mut head = String::new();
    for letter in stored.chars() {
        head.push(letter);
        if names::loose(&head).starts_with(&word.loose) {
            return Some(utf16(&head));
        }
    }
    Some(utf16(stored))
}

fn utf16(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
