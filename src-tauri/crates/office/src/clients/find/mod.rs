//! Looking people up by whatever was typed (C1).
//!
//! Digits are an IIN, a phone or its tail, a card, a document. Letters are names in any order, whole or begun. Each
//! word is looked for by its sound; how near the spelling is decides the order: exact, close, loose, then the same
//! family of names, then one misprint – these two only when nothing better was found.

mod people;
pub(super) mod store;

use std::collections::{BTreeMap, HashMap, HashSet};

use kz::{Phone, names};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use people::{FoundPerson, Mark};

use super::{ClientId, values};
use crate::door::{Ask, Command, Read, Target};
use crate::error::Result;
use crate::policy::{OperatorId, Right};
use store::Numbered;

/// People on a page.
pub const PAGE: usize = 50;
/// People gathered to be put in order; more than that aren't read through by anybody.
const GATHERED: usize = 200;
/// Pages that can be turned; a name so common needs another word.
const LAST_PAGE: u32 = 20;
/// Shortest tail of a phone number that is looked for.
const SHORTEST_TAIL: usize = 4;
/// Shortest beginning of an IIN, a card or a document number that is looked for.
const SHORTEST_HEAD: usize = 6;
/// Words of a query that count.
const MOST_WORDS: usize = 5;
/// Letters of a query that count.
const LONGEST_QUERY: usize = 160;
/// Letters of the longest word that is a name.
const LONGEST_WORD: usize = 60;
/// Letters that the longer of two sounds has at least, for one to be a misprint of the other.
const SHORTEST_MISPRINTED: usize = 5;
/// Spellings tried for one word of a query.
const SPELLINGS: usize = 300;
/// Look-ups in the index that one query may cost.
const MOST_SEEKS: usize = 3_000;
/// Rows of one spelling that may be read through for a pair of words that stand apart.
const READ_THROUGH: i64 = 50_000;

crate::named! {
    /// By what a person was found.
    How {
        /// The name.
        Name = "name",
        /// The IIN.
        Iin = "iin",
        /// A phone number or its tail.
        Phone = "phone",
        /// The loyalty card.
        Card = "card",
        /// The identity document.
        Document = "document",
    }
}

crate::named! {
    /// How near what was typed is to what is stored.
    Nearness {
        /// The same letters.
        Exact = "exact",
        /// The same but for Kazakh letters written in Russian, and Latin ones.
        Close = "close",
        /// The same sound.
        Loose = "loose",
        /// The same root: another ending of a surname or patronymic.
        Root = "root",
        /// A misprint away.
        Misprint = "misprint",
    }
}

/// Looks people up by whatever was typed (C1). Identifiers are masked: opening the card is another act.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindClients {
    /// What was typed.
    pub query: String,
    /// Page, from 0.
    #[serde(default)]
    pub page: u32,
}

/// What was found.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub struct Found {
    /// People, best first.
    pub people: Vec<FoundPerson>,
    /// There are more on the next page.
    pub more: bool,
    /// Too little was typed to look for anything.
    pub too_short: bool,
    /// How the query was understood, to start a new card with: data name → value.
    pub carried: BTreeMap<String, String>,
}

impl Command for FindClients {
    const NAME: &'static str = "clients.find";
    const RIGHT: Right = Right::FindClients;
    type Output = Found;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        Ok(Target::operator(cx))
    }
}

impl Ask for FindClients {
    fn run(self, cx: &Read<'_>) -> Result<Found> {
        let operator = cx.seat()?.operator;
        let cut: String = self.query.chars().take(LONGEST_QUERY).collect();
        let query = values::tidy(&cut);
        let page = self.page.min(LAST_PAGE);
        match understand(&query) {
            Asked::Nothing => Ok(Found {
                people: Vec::new(),
                more: false,
                too_short: true,
                carried: BTreeMap::new(),
            }),
            Asked::Number(number) => {
                let hits = numbers(cx, operator, &number, page)?;
                people::found(cx, hits, &[], page, carried_number(&number))
            }
            Asked::Words(words) => {
                let hits = by_words(cx, operator, &words, page)?;
                people::found(cx, hits, &words, page, carried_words(&query))
            }
        }
    }
}

/// People by their cards' numbers, in the order given.
pub(crate) fn by_number(cx: &Read<'_>, clients: Vec<ClientId>) -> Result<Vec<FoundPerson>> {
    clients
        .into_iter()
        .map(|client| people::person(cx, hit(client, Nearness::Exact, true), &[]))
        .collect()
}

/// What a query asks for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// Digits, or letters and digits of a document or card number.
    Number(String),
    Words(Vec<Word>),
}

/// One word of a query, or of a stored name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As typed, in lower case.
    pub spelling: String,
    pub close: String,
    pub loose: String,
}

fn understand(query: &str) -> Asked {
    let digits = query.chars().filter(char::is_ascii_digit).count();
    let letters = query
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count();
    if digits >= SHORTEST_TAIL && letters <= 3 {
        let number = query
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_uppercase);
        return Asked::Number(number.collect());
    }
    let words: Vec<Word> = words(query).take(MOST_WORDS).collect();
    if words.is_empty() || letters == 0 {
        Asked::Nothing
    } else {
        Asked::Words(words)
    }
}

/// The words of a text: what people separate by spaces, hyphens, dots.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    spellings(text).filter_map(|spelling| {
        let close = names::close(&spelling);
        // Nobody is called so: folding would only shorten it until it resembles somebody.
        let loose = if spelling.chars().count() > LONGEST_WORD {
            spelling.clone()
        } else {
            names::loose(&close)
        };
        (!loose.is_empty()).then_some(Word {
            spelling,
            close,
            loose,
        })
    })
}

/// The same, before folding.
pub(super) fn spellings(text: &str) -> impl Iterator<Item = String> + '_ {
    let is_apostrophe = |letter: char| matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´');
    text.split(move |letter: char| !(letter.is_alphanumeric() || is_apostrophe(letter)))
        .map(move |word| {
            let bare: String = word
                .chars()
                .filter(|letter| !is_apostrophe(*letter))
                .collect();
            names::by_shape(&bare).to_lowercase()
        })
        .filter(|word| !word.is_empty())
}

/// Somebody found, before their row is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub client: ClientId,
    pub how: How,
    pub nearness: Nearness,
    /// A whole word or number, not a beginning.
    pub whole: bool,
}

/// People by a number: the IIN, then phones, cards, documents.
fn numbers(cx: &Read<'_>, operator: OperatorId, number: &str, page: u32) -> Result<Vec<Hit>> {
    let most = gathered(page);
    let mut hits = Hits::default();
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        if number.len() >= SHORTEST_HEAD {
            hits.add(
                How::Iin,
                number.len() == 12,
                store::by_iin(cx, operator, number, most)?,
            );
        }
        let phone = Phone::parse(number).ok();
        let tail = phone.as_ref().map_or(number, Phone::digits);
        hits.add(
            How::Phone,
            phone.is_some(),
            store::by_phone(cx, operator, tail, most)?,
        );
    }
    let mut look = |how, kind, number: &str| -> Result<()> {
        for (client, whole) in store::by_numbered(cx, operator, kind, number, SHORTEST_HEAD, most)?
        {
            hits.add(how, whole, vec![client]);
        }
        Ok(())
    };
    look(How::Card, Numbered::Card, number)?;
    look(How::Document, Numbered::Document, number)?;
    // Passports are remembered by their digits: N stands before them.
    if digits && (7..=8).contains(&number.len()) {
        look(How::Document, Numbered::Document, &format!("N{number}"))?;
    }
    Ok(hits.list)
}

fn gathered(page: u32) -> usize {
    GATHERED.max((page as usize + 1) * PAGE + 1)
}

#[derive(Default)]
struct Hits {
    list: Vec<Hit>,
    seen: HashSet<i64>,
}

impl Hits {
    fn add(&mut self, how: How, whole: bool, clients: Vec<ClientId>) {
        for client in clients {
            let nearness = if whole {
                Nearness::Exact
            } else {
                Nearness::Close
            };
            self.push(Hit {
                client,
                how,
                nearness,
                whole,
            });
        }
    }

    fn push(&mut self, hit: Hit) {
        if self.seen.insert(hit.client.0) {
            self.list.push(hit);
        }
    }
}

/// A stored spelling that may be what a word of the query means.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    pub word: String,
    pub loose: String,
    pub people: i64,
    pub nearness: Nearness,
    pub whole: bool,
}

/// A word of the query with everything that it may mean.
struct Meant {
    spellings: Vec<Spelling>,
    /// Beginnings of sounds, for words that follow the leading one.
    heads: Vec<(String, Nearness)>,
    people: i64,
}

fn by_words(cx: &Read<'_>, operator: OperatorId, words: &[Word], page: u32) -> Result<Vec<Hit>> {
    let most = gathered(page);
    let plain = words
        .iter()
        .map(|word| plainly(cx, operator, word))
        .collect::<Result<Vec<_>>>()?;
    let hits = gather(cx, operator, &plain, most)?;
    if !hits.is_empty() {
        return Ok(hits);
    }
    // «Нур Али» may be stored as one word.
    for at in 0..words.len().saturating_sub(1) {
        let mut joined = words.to_vec();
        let next = joined.remove(at + 1);
        if let (Some(first), word) = (joined.get_mut(at), next) {
            first.spelling.push_str(&word.spelling);
            first.close.push_str(&word.close);
            first.loose = names::loose(&first.close);
        }
        let meant = joined
            .iter()
            .map(|word| plainly(cx, operator, word))
            .collect::<Result<Vec<_>>>()?;
        let hits = gather(cx, operator, &meant, most)?;
        if !hits.is_empty() {
            return Ok(hits);
        }
    }
    let wide = words
        .iter()
        .zip(plain)
        .map(|(word, meant)| widely(cx, operator, word, meant))
        .collect::<Result<Vec<_>>>()?;
    gather(cx, operator, &wide, most)
}

/// Spellings that sound like the word or begin so.
fn plainly(cx: &Read<'_>, operator: OperatorId, word: &Word) -> Result<Meant> {
    let mut spellings = store::spellings_from(cx, operator, &word.loose, SPELLINGS)?;
    let more = continued(&word.loose);
    for head in &more {
        let left = SPELLINGS.saturating_sub(spellings.len());
        let begun = |spelling: &Spelling| names::close(&spelling.word).starts_with(&word.close);
        spellings.extend(
            store::spellings_from(cx, operator, head, left)?
                .into_iter()
                .filter(begun),
        );
    }
    for spelling in &mut spellings {
        spelling.whole = spelling.loose == word.loose;
        spelling.nearness = nearness(word, &spelling.word);
    }
    spellings.sort_by_key(|spelling| (spelling.nearness, !spelling.whole));
    let people = spellings.iter().map(|spelling| spelling.people).sum();
    let heads = std::iter::once(word.loose.clone())
        .chain(more)
        .map(|head| (head, Nearness::Exact))
        .collect();
    Ok(Meant {
        spellings,
        heads,
        people,
    })
}

/// Sounds of a word that is still being typed, where its next letter changes the sound of its last: `ли` may become
/// `лиана`, which sounds `лана`, and `д` may become `джамбул`, which sounds `жамбул`.
fn continued(loose: &str) -> Vec<String> {
    if let Some(base) = loose.strip_suffix('и') {
        let after_vowel = base.ends_with(['а', 'е', 'и', 'о', 'у']);
        let vowels = if after_vowel { "аеоу" } else { "а" };
        return vowels
            .chars()
            .map(|vowel| format!("{base}{vowel}"))
            .collect();
    }
    loose
        .strip_suffix('д')
        .map(|base| format!("{base}ж"))
        .into_iter()
        .collect()
}

/// How near a stored spelling is, given that the sounds agree.
pub(super) fn nearness(word: &Word, spelling: &str) -> Nearness {
    if spelling.starts_with(&word.spelling) {
        Nearness::Exact
    } else if names::close(spelling).starts_with(&word.close) {
        Nearness::Close
    } else {
        Nearness::Loose
    }
}

/// Besides: the same root, and one misprint.
fn widely(cx: &Read<'_>, operator: OperatorId, word: &Word, mut meant: Meant) -> Result<Meant> {
    let mut known: HashSet<String> = meant
        .spellings
        .iter()
        .map(|spelling| spelling.word.clone())
        .collect();
    let root = names::stem(&word.loose);
    let mut add = |found: Vec<Spelling>, nearness: Nearness, head: &str| {
        let mut any = false;
        for spelling in found {
            any |= known.insert(spelling.word.clone());
            meant.people += spelling.people;
            meant.spellings.push(Spelling {
                nearness,
                whole: true,
                ..spelling
            });
        }
        if any {
            meant.heads.push((head.to_owned(), nearness));
        }
    };
    if root != word.loose && root.chars().count() >= 4 {
        add(
            store::spellings_from(cx, operator, &root, SPELLINGS)?,
            Nearness::Root,
            &root,
        );
    }
    if word.loose.chars().count() >= 4 {
        for sound in store::sounds_near(cx, operator, &slips(&word.loose))? {
            // Four letters with one of them wrong are somebody else's name: Жанна isn't Дана.
            let long = sound.chars().count().max(word.loose.chars().count()) >= SHORTEST_MISPRINTED;
            if sound != word.loose && long && names::within(&sound, &word.loose) {
                add(
                    store::spellings_of(cx, operator, &sound)?,
                    Nearness::Misprint,
                    &sound,
                );
            }
        }
    }
    Ok(meant)
}

/// The word, and the word with each letter left out in turn.
pub(super) fn slips(loose: &str) -> Vec<String> {
    let letters: Vec<char> = loose.chars().collect();
    let mut all: Vec<String> = (0..letters.len())
        .map(|out| {
            letters
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != out)
                .map(|(_, letter)| *letter)
                .collect()
        })
        .collect();
    all.push(loose.to_owned());
    all.sort_unstable();
    all.dedup();
    all
}

fn gather(cx: &Read<'_>, operator: OperatorId, meant: &[Meant], most: usize) -> Result<Vec<Hit>> {
    let mut hits = Hits::default();
    if let [only] = meant {
        for spelling in &only.spellings {
            let left = most.saturating_sub(hits.list.len());
            if left == 0 {
                break;
            }
            for client in store::led_by(cx, operator, &spelling.word, left)? {
                hits.push(hit(client, spelling.nearness, spelling.whole));
            }
        }
        return Ok(hits.list);
    }
    let mut order: Vec<(usize, usize)> = (0..meant.len())
        .flat_map(|a| {
            (0..meant.len())
                .filter(move |b| *b != a)
                .map(move |b| (a, b))
        })
        .collect();
    order.sort_by_key(|(leader, _)| {
        meant
            .get(*leader)
            .map_or(0, |leader| leader.spellings.len())
    });
    let mut seeks = 0;
    for (leader, next) in &order {
        let (Some(lead), Some(follow)) = (meant.get(*leader), meant.get(*next)) else {
            continue;
        };
        for spelling in &lead.spellings {
            for (head, nearness) in &follow.heads {
                seeks += 1;
                if hits.list.len() >= most || seeks > MOST_SEEKS {
                    return Ok(hits.list);
                }
                for (client, rest) in store::led_by_with(cx, operator, &spelling.word, head, most)?
                {
                    if others_fit(meant, &[*leader, *next], &rest) {
                        hits.push(hit(
                            client,
                            spelling.nearness.max(*nearness),
                            spelling.whole,
                        ));
                    }
                }
            }
        }
    }
    if hits.list.len() < PAGE {
        apart(cx, operator, meant, &mut hits, most)?;
    }
    Ok(hits.list)
}

/// Two words that no row of the index keeps side by side – surname and patronymic without the name between them – are
/// found by reading through the rows of the rarer one.
fn apart(
    cx: &Read<'_>,
    operator: OperatorId,
    meant: &[Meant],
    hits: &mut Hits,
    most: usize,
) -> Result<()> {
    let Some((leader, lead)) = meant.iter().enumerate().min_by_key(|(_, one)| one.people) else {
        return Ok(());
    };
    let bound = if hits.list.is_empty() {
        READ_THROUGH
    } else {
        READ_THROUGH / 20
    };
    if lead.people > bound {
        return Ok(());
    }
    let Some((_, follow)) = meant.iter().enumerate().find(|(at, _)| *at != leader) else {
        return Ok(());
    };
    for spelling in &lead.spellings {
        for (head, nearness) in &follow.heads {
            let left = most.saturating_sub(hits.list.len());
            if left == 0 {
                return Ok(());
            }
            for (client, rest) in store::led_by_somewhere(cx, operator, &spelling.word, head, left)?
            {
                if others_fit(meant, &[leader], &rest) {
                    hits.push(hit(
                        client,
                        spelling.nearness.max(*nearness),
                        spelling.whole,
                    ));
                }
            }
        }
    }
    Ok(())
}

/// Whether every other word of the query begins some word of the rest.
fn others_fit(meant: &[Meant], but: &[usize], rest: &str) -> bool {
    meant
        .iter()
        .enumerate()
        .filter(|(at, _)| !but.contains(at))
        .all(|(_, other)| {
            rest.split(' ').any(|word| {
                other
                    .heads
                    .iter()
                    .any(|(head, _)| word.starts_with(head.as_str()))
            })
        })
}

fn hit(client: ClientId, nearness: Nearness, whole: bool) -> Hit {
    Hit {
        client,
        how: How::Name,
        nearness,
        whole,
    }
}

/// What a new card starts with when a number found nobody.
fn carried_number(number: &str) -> BTreeMap<String, String> {
    let (name, value) = if number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit()) {
        ("iin", number.to_owned())
    } else if let Ok(phone) = Phone::parse(number) {
        ("phone", phone.shown())
    } else if number.starts_with(|letter: char| letter.is_alphabetic()) || number.len() == 9 {
        ("document_number", number.to_owned())
    } else {
        ("card", number.to_owned())
    };
    BTreeMap::from([(name.to_owned(), value)])
}

/// What a new card starts with when a name found nobody: surname, name, patronymic, as people say them.
fn carried_words(query: &str) -> BTreeMap<String, String> {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect::<String>()
        })
    };
    let all: Vec<String> = query.split(' ').map(capital).collect();
    ["surname", "given", "patronymic"]
        .into_iter()
        .map(str::to_owned)
        .zip(all)
        .collect()
}

/// The rows of the index for a name: each word leads one, followed by the sounds of the others.
///
/// The follower that people type next stands first: after a surname the name, after a name the surname, after a
/// patronymic the name.
pub(super) fn index_rows(name: &super::Name, fold: &mut Folder) -> Vec<IndexRow> {
    let parts = [
        &name.surname,
        &name.given,
        &name.patronymic,
        &name.former_surname,
    ];
    let words: Vec<Vec<String>> = parts
        .iter()
        .map(|part| {
            part.as_deref()
                .map_or_else(Vec::new, |text| spellings(text).collect())
        })
        .collect();
    let sounds: Vec<Vec<String>> = words
        .iter()
        .map(|part| {
            part.iter()
                .map(|word| fold.loose(word))
                .filter(|sound| !sound.is_empty())
                .collect()
        })
        .collect();
    const AFTER: [[usize; 3]; 4] = [[1, 2, 3], [0, 2, 3], [1, 0, 3], [1, 2, 0]];
    let mut rows = Vec::new();
    for (part, leading) in words.iter().enumerate() {
        let Some(after) = AFTER.get(part) else {
            continue;
        };
        let others: Vec<&str> = after
            .iter()
            .flat_map(|other| sounds.get(*other))
            .flatten()
            .map(String::as_str)
            .collect();
        let glued = (leading.len() > 1).then(|| leading.concat());
        for (at, word) in leading.iter().chain(&glued).enumerate() {
            let loose = fold.loose(word);
            if loose.is_empty() {
                continue;
            }
            let own = sounds
                .get(part)
                .into_iter()
                .flatten()
                .enumerate()
                .filter(|(other, _)| leading.len() > 1 && *other != at && at < leading.len());
            let rest: Vec<&str> = others
                .iter()
                .copied()
                .chain(own.map(|(_, sound)| sound.as_str()))
                .collect();
            rows.push(IndexRow {
                word: word.clone(),
                loose,
                rest: rest.join(" "),
            });
        }
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// A row of the index, and the sound of its leading word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct IndexRow {
    pub word: String,
    pub rest: String,
    pub loose: String,
}

/// Folds words, remembering what it has folded: names repeat.
#[derive(Default)]
pub(super) struct Folder(HashMap<String, String>);

impl Folder {
    pub(super) fn loose(&mut self, word: &str) -> String {
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        let loose = names::glued(&names::loose(word));
        self.0.insert(word.to_owned(), loose.clone());
        loose
    }
}
