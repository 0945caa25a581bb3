//! Texts held side by side: version with version, paragraph by paragraph and word by word; language with language.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

use super::wording::{is_heading, numbers, paragraphs};
use super::{Draft, TextPair};
use crate::Lang;

/// Paragraphs are the same one, changed, when at least this share of their words is common.
const ALIKE: f64 = 0.34;
/// Beyond so many possible pairs paragraphs are paired in their order.
const PAIRS: usize = 40_000;

crate::named! {
    /// What became of a paragraph or a word.
    Change {
        /// Nothing.
        Same = "same",
        /// Other words in it.
        Changed = "changed",
        /// It is new.
        Added = "added",
        /// It is gone.
        Removed = "removed",
    }
}

crate::named! {
    /// What is structured beside the words.
    Fact {
        /// The closed list of data.
        Data = "data",
        /// The term.
        Term = "term",
        /// Third parties.
        ThirdParties = "third_parties",
        /// Crossing the border, and countries.
        CrossBorder = "cross_border",
        /// Public sources.
        PublicSources = "public_sources",
        /// Where data are kept.
        StoredIn = "stored_in",
        /// The purposes.
        Purposes = "purposes",
    }
}

/// Words that are the same on both sides, or stand on one alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Piece {
    /// Same, added or removed.
    pub change: Change,
    /// The words.
    pub text: String,
}

/// A paragraph and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ParagraphChange {
    /// What.
    pub change: Change,
    /// Its number before, from 1.
    pub from: Option<u32>,
    /// Its number after, from 1.
    pub to: Option<u32>,
    /// Its words, in their order; what was removed stands before what was added.
    pub pieces: Vec<Piece>,
}

/// The same paragraph in the languages of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct BesideRow {
    /// Its number, from 1.
    pub n: u32,
    /// Its words; empty in a language that has fewer paragraphs.
    pub words: TextPair,
    /// A heading in one language, none in another.
    pub shape: bool,
    /// Other numbers in one language than in another.
    pub numbers: bool,
}

/// What became of each paragraph from one text to the other.
pub fn compare(from: &str, to: &str) -> Vec<ParagraphChange> {
    let (old, new) = (paragraphs(from), paragraphs(to));
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        let (was, is) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => {
                for (a, b) in was.zip(is) {
                    found.push(same(&old, a, b));
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                for (a, b) in pairs(&old[was.clone()], &new[is.clone()]) {
                    let at = (a.map(|a| a + was.start), b.map(|b| b + is.start));
                    found.push(changed(&old, &new, at));
                }
            }
        }
    }
    found
}

/// What became of the words of one line or paragraph.
pub fn words(from: &str, to: &str) -> Vec<Piece> {
    let (old, new) = (tokens(from), tokens(to));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut put = |change: Change, tokens: &[&str]| {
        if tokens.is_empty() {
            return;
        }
        let text = tokens.concat();
        match pieces.last_mut() {
            Some(last) if last.change == change => last.text.push_str(&text),
            _ => pieces.push(Piece { change, text }),
        }
    };
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        match op {
            DiffOp::Equal { .. } => put(Change::Same, &old[op.old_range()]),
            _ => {
                put(Change::Removed, &old[op.old_range()]);
                put(Change::Added, &new[op.new_range()]);
            }
        }
    }
    pieces
}

/// The facts beside the words that differ.
pub fn facts(from: &Draft, to: &Draft) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut note = |fact: Fact, same: bool| {
        if !same {
            found.push(fact);
        }
    };
    note(Fact::Data, from.data == to.data);
    note(
        Fact::Term,
        (from.term, &from.term_until) == (to.term, &to.term_until),
    );
    note(
        Fact::ThirdParties,
        (from.passes, &from.third_parties) == (to.passes, &to.third_parties),
    );
    note(
        Fact::CrossBorder,
        (from.crosses, &from.cross_border, &from.countries)
            == (to.crosses, &to.cross_border, &to.countries),
    );
    note(
        Fact::PublicSources,
        from.public_sources == to.public_sources,
    );
    note(Fact::StoredIn, from.stored_in == to.stored_in);
    note(Fact::Purposes, from.purposes == to.purposes);
    found
}

/// The languages of a text, paragraph beside paragraph.
pub fn beside(body: &TextPair, langs: &[Lang]) -> Vec<BesideRow> {
    let sides: Vec<(Lang, Vec<&str>)> = langs
        .iter()
        .map(|lang| (*lang, paragraphs(body.own(*lang))))
        .collect();
    let rows = sides.iter().map(|(_, side)| side.len()).max().unwrap_or(0);
    (0..rows)
        .map(|row| {
            let at = |lang: Lang| {
                let side = sides.iter().find(|(of, _)| *of == lang);
                side.and_then(|(_, side)| side.get(row).copied())
                    .unwrap_or_default()
            };
            let there: Vec<&str> = sides
                .iter()
                .filter_map(|(_, side)| side.get(row).copied())
                .collect();
            let differ =
                |by: &dyn Fn(&str) -> String| there.windows(2).any(|two| by(two[0]) != by(two[1]));
            BesideRow {
                n: count(row),
                words: TextPair {
                    kk: at(Lang::Kk).to_owned(),
                    ru: at(Lang::Ru).to_owned(),
                    en: at(Lang::En).to_owned(),
                },
                shape: differ(&|words| is_heading(words).to_string()),
                numbers: differ(&|words| format!("{:?}", numbers(words))),
            }
        })
        .collect()
}

fn same(old: &[&str], a: usize, b: usize) -> ParagraphChange {
    ParagraphChange {
        change: Change::Same,
        from: Some(count(a)),
        to: Some(count(b)),
        pieces: vec![Piece {
            change: Change::Same,
            text: old[a].to_owned(),
        }],
    }
}

fn changed(old: &[&str], new: &[&str], at: (Option<usize>, Option<usize>)) -> ParagraphChange {
    let whole = |change: Change, text: &str| {
        let text = text.to_owned();
        (change, vec![Piece { change, text }])
    };
    let (change, pieces) = match at {
        (Some(a), Some(b)) => (Change::Changed, words(old[a], new[b])),
        (Some(a), None) => whole(Change::Removed, old[a]),
        (None, Some(b)) => whole(Change::Added, new[b]),
        (None, None) => (Change::Same, Vec::new()),
    };
    ParagraphChange {
        change,
        from: at.0.map(count),
        to: at.1.map(count),
        pieces,
    }
}

/// Which old paragraph became which new one, in their order: the pairing that keeps the most words.
fn pairs(old: &[&str], new: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
    let (n, m) = (old.len(), new.len());
    let bags: (Vec<_>, Vec<_>) = (
        old.iter().map(|words| bag(words)).collect(),
        new.iter().map(|words| bag(words)).collect(),
    );
    if n * m > PAIRS {
        let both = (0..n.min(m)).map(|at| (Some(at), Some(at)));
        let rest = (n.min(m)..n).map(|at| (Some(at), None));
        return both
            .chain(rest)
            .chain((n.min(m)..m).map(|at| (None, Some(at))))
            .collect();
    }
    // best[a][b]: the most that can be kept of old[a..] and new[b..].
    let mut best = vec![vec![0.0_f64; m + 1]; n + 1];
    let mut alike = vec![vec![0.0_f64; m]; n];
    for a in (0..n).rev() {
        for b in (0..m).rev() {
            alike[a][b] = common(&bags.0[a], &bags.1[b]);
            let kept = if alike[a][b] >= ALIKE {
                alike[a][b] + best[a + 1][b + 1]
            } else {
                0.0
            };
            best[a][b] = kept.max(best[a + 1][b]).max(best[a][b + 1]);
        }
    }
    let mut found = Vec::with_capacity(n.max(m));
    let (mut a, mut b) = (0, 0);
    while a < n && b < m {
        if alike[a][b] >= ALIKE && alike[a][b] + best[a + 1][b + 1] >= best[a][b] {
            found.push((Some(a), Some(b)));
            (a, b) = (a + 1, b + 1);
        } else if best[a + 1][b] >= best[a][b + 1] {
            found.push((Some(a), None));
            a += 1;
        } else {
            found.push((None, Some(b)));
            b += 1;
        }
    }
    found.extend((a..n).map(|at| (Some(at), None)));
    found.extend((b..m).map(|at| (None, Some(at))));
    found
}

/// The words of a paragraph and how often each stands there.
fn bag(paragraph: &str) -> (HashMap<String, usize>, usize) {
    let mut bag = HashMap::new();
    let mut all = 0;
    for word in paragraph
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *bag.entry(word.to_lowercase()).or_default() += 1;
        all += 1;
    }
    (bag, all)
}

/// The share of words that two paragraphs have in common, from 0 to 1.
fn common(one: &(HashMap<String, usize>, usize), two: &(HashMap<String, usize>, usize)) -> f64 {
    let both: usize = one
        .0
        .iter()
        .map(|(word, n)| two.0.get(word).map_or(0, |m| *n.min(m)))
        .sum();
    match one.1 + two.1 {
        0 => 0.0,
        all => 2.0 * both as f64 / all as f64,
    }
}

/// Words, the blanks between them, and every other sign by itself.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        c if c.is_alphanumeric() => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let now = kind(c);
        if before.is_some_and(|before| before != now || now == 2) {
            found.push(&text[start..at]);
            start = at;
        }
        before = Some(now);
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

fn count(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(from: &str, to: &str) -> Vec<(Change, Option<u32>, Option<u32>)> {
        compare(from, to)
            .into_iter()
            .map(|one| (one.change, one.from, one.to))
            .collect()
    }

    #[test]
    fn paragraphs_are_aligned_as_a_reader_would() {
        let old = "# Срок\n\nХраним данные двенадцать месяцев после закрытия карты.\n\nПередаём только почте.\n\n# Отзыв";
        let new = "# Срок\n\nСначала новый абзац совсем о другом.\n\nХраним данные шесть месяцев после закрытия карты.\n\n# Отзыв";
        assert_eq!(
            shape(old, new),
            [
                (Change::Same, Some(1), Some(1)),
                (Change::Added, None, Some(2)),
                (Change::Changed, Some(2), Some(3)),
                (Change::Removed, Some(3), None),
                (Change::Same, Some(4), Some(4)),
            ]
        );
        let pieces = &compare(old, new)[2].pieces;
        let marked: Vec<(Change, &str)> = pieces
            .iter()
            .map(|piece| (piece.change, piece.text.as_str()))
            .collect();
        assert_eq!(
            marked,
            [
                (Change::Same, "Храним данные "),
                (Change::Removed, "двенадцать"),
                (Change::Added, "шесть"),
                (Change::Same, " месяцев после закрытия карты."),
            ]
        );
    }

    #[test]
    fn languages_stand_paragraph_beside_paragraph() {
        let body = TextPair {
            kk: "# Мерзімі\n\n10 күн".to_owned(),
            ru: "# Срок\n\n15 дней\n\nЕщё".to_owned(),
            en: String::new(),
        };
        let rows = beside(&body, &[Lang::Kk, Lang::Ru]);
        assert_eq!(rows.len(), 3);
        assert!(!rows[0].numbers && !rows[0].shape);
        assert!(rows[1].numbers, "ten and fifteen");
        assert_eq!(
            (rows[2].words.kk.as_str(), rows[2].words.ru.as_str()),
            ("", "Ещё")
        );
        assert!(!rows[2].numbers, "one that isn't there says nothing");
    }

    proptest::proptest! {
        /// Nothing is lost or made up: the kept and removed words are the old text, the kept and added the new one.
        #[test]
        fn pieces_add_up_to_both_texts(old in "([а-д]{1,3}[ .]|\n\n){0,40}", new in "([а-д]{1,3}[ .]|\n\n){0,40}") {
            let found = compare(&old, &new);
            let side = |gone: Change| -> Vec<String> {
                found
                    .iter()
                    .filter(|one| one.change != gone)
                    .map(|one| one.pieces.iter().filter(|piece| piece.change != gone).map(|piece| piece.text.as_str()).collect())
                    .collect()
            };
            proptest::prop_assert_eq!(side(Change::Added), paragraphs(&old));
            proptest::prop_assert_eq!(side(Change::Removed), paragraphs(&new));
        }
    }
}
