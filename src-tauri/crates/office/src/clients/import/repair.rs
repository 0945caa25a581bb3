//! Reading one row: what is certain is repaired, what is wrong is named with its column, nothing is guessed.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use kz::document::DocumentKind;
use kz::{Iin, Phone, names};
use sheets::{Cell, Origin, Row};

use super::{Flaw, Meaning, Reason, Repair};
use crate::clients::Datum;
use crate::clients::values::{self, ValueFault};

/// What a row holds after repair.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// Canonical values.
    pub values: BTreeMap<Datum, String>,
    /// What was repaired, each kind once.
    pub repairs: Vec<Repair>,
    /// What is wrong. A row with flaws doesn't land.
    pub flaws: Vec<Flaw>,
}

impl Draft {
    fn mend(&mut self, repair: Repair) {
        if !self.repairs.contains(&repair) {
            self.repairs.push(repair);
        }
    }

    fn flaw(&mut self, meaning: Meaning, reason: Reason) {
        self.flaws.push(Flaw {
            column: meaning,
            reason,
        });
    }

    fn set(&mut self, field: Datum, value: Option<String>) {
        if let Some(value) = value {
            self.values.insert(field, value);
        }
    }
}

/// What a row is.
pub(super) enum Reading {
    /// A person.
    Person(Draft),
    /// A line of totals under the table, or nothing in any column that we read.
    NotPerson,
}

/// Reads a row by the mapping of its columns.
pub(super) fn read(row: Row<'_>, mapping: &[Option<Meaning>], today: NaiveDate) -> Reading {
    let cells: BTreeMap<Meaning, Cell<'_>> = mapping
        .iter()
        .enumerate()
        .filter_map(|(at, meaning)| Some(((*meaning)?, row.cell(at))))
        .filter(|(_, cell)| !cell.text.trim().is_empty())
        .collect();
    if cells.is_empty() || is_total(row) {
        return Reading::NotPerson;
    }
    let mut draft = Draft::default();
    let mut rest = Vec::new();
    // The birth date first: lost zeros of an IIN come back only with its help.
    for (meaning, cell) in &cells {
        match meaning {
            Meaning::BirthDate => read_date(&mut draft, *meaning, *cell, today),
            _ => rest.push((*meaning, *cell)),
        }
    }
    let kind = document_kind(&mut draft, &cells);
    for (meaning, cell) in rest {
        read_cell(&mut draft, meaning, cell, kind, today);
    }
    for (meaning, reason) in [
        (Meaning::Surname, Reason::NoSurname),
        (Meaning::Given, Reason::NoGiven),
        (Meaning::Iin, Reason::NoIin),
    ] {
        let there = meaning
            .datum()
            .is_some_and(|datum| draft.values.contains_key(&datum));
        let named = draft.flaws.iter().any(|flaw| {
            flaw.column == meaning || meaning != Meaning::Iin && flaw.column == Meaning::FullName
        });
        if !there && !named {
            draft.flaw(meaning, reason);
        }
    }
    Reading::Person(draft)
}

/// «Итого: 5000» and the like: one filled cell, a word of totals.
fn is_total(row: Row<'_>) -> bool {
    let mut filled = row
        .cells()
        .map(|cell| cell.text.trim())
        .filter(|text| !text.is_empty());
    let Some(first) = filled.next() else {
        return true;
    };
    let word = first.to_lowercase();
    let total = ["итого", "всего", "барлығы", "жиыны", "total"]
        .iter()
        .any(|start| word.starts_with(start));
    total
        && filled.all(|text| {
            text.chars()
                .all(|letter| letter.is_ascii_digit() || letter == ' ')
        })
}

fn read_cell(
    draft: &mut Draft,
    meaning: Meaning,
    cell: Cell<'_>,
    kind: Option<DocumentKind>,
    today: NaiveDate,
) {
    let Some(text) = plain_text(draft, meaning, cell) else {
        return;
    };
    // A question mark where letters should be, or the sign for a broken byte: something was lost on the way.
    let lost = text.contains('\u{fffd}') || meaning.is_words() && text.contains('?');
    if lost {
        draft.flaw(meaning, Reason::LostLetters);
        return;
    }
    match meaning {
        Meaning::Surname | Meaning::Given | Meaning::Patronymic | Meaning::FormerSurname => {
            if let Some(field) = meaning.datum() {
                read_name(draft, meaning, field, &text);
            }
        }
        Meaning::FullName => read_full_name(draft, &text),
        Meaning::Iin => read_iin(draft, &text),
        Meaning::Phone => read_phones(draft, &text),
        Meaning::DocumentIssued | Meaning::DocumentExpires => {
            read_date(draft, meaning, cell, today)
        }
        Meaning::BirthDate | Meaning::DocumentKind => {}
        Meaning::Sex => {
            let sex = by_words(
                &text,
                &[
                    ("female", &["ж", "ә", "f", "w"]),
                    ("male", &["м", "е", "m"]),
                ],
            );
            keep_choice(draft, meaning, sex);
        }
        Meaning::CardState => {
            let state = by_words(
                &text,
                &[
                    ("active", &["акт", "действ", "белс", "act"]),
                    ("blocked", &["блок", "закр", "бұғат", "block"]),
                ],
            );
            keep_choice(draft, meaning, state);
        }
        Meaning::MaritalStatus => {
            let state = by_words(
                &text,
                &[
                    (
                        "married",
                        &["жен", "зам", "брак", "үйлен", "тұрмыс", "marr"],
                    ),
                    ("divorced", &["разв", "ажырас", "div"]),
                    ("widowed", &["вдов", "жесір", "тұл", "wid"]),
                    ("single", &["холост", "не ", "бойдақ", "sing"]),
                ],
            );
            keep_choice(draft, meaning, state);
        }
        _ => {
            if let Some(field) = meaning.datum() {
                match values::read(field, &text, kind, today) {
                    Ok(value) => draft.set(field, value),
                    Err(fault) => draft.flaw(meaning, Reason::of(fault)),
                }
            }
        }
    }
}

/// The cell as text: line breaks inside it joined, a link's formula replaced by the words people saw.
fn plain_text(draft: &mut Draft, meaning: Meaning, cell: Cell<'_>) -> Option<String> {
    let text = match cell.origin {
        Origin::Formula => match link_words(cell.text) {
            Some(words) => {
                draft.mend(Repair::FormulaText);
                words
            }
            None => {
                draft.flaw(meaning, Reason::Formula);
                return None;
            }
        },
        // Our own tables put an apostrophe before a plus, as Excel does.
        _ => cell
            .text
            .trim()
            .strip_prefix('\'')
            .filter(|rest| rest.starts_with('+'))
            .unwrap_or(cell.text)
            .to_owned(),
    };
    if text.trim().contains(['\n', '\r']) {
        draft.mend(Repair::QuotedNewline);
        let lines: Vec<&str> = text
            .lines()
            .map(|line| line.trim().trim_end_matches([',', ';']))
            .filter(|line| !line.is_empty())
            .collect();
        return Some(values::tidy(&lines.join(", ")));
    }
    Some(values::tidy(&text))
}

/// `=HYPERLINK("http://…";"Алматы")` shows «Алматы»: that is what stood in the table.
fn link_words(text: &str) -> Option<String> {
    let text = text
        .trim()
        .trim_start_matches('\'')
        .trim_start_matches('=')
        .trim();
    let inner = text
        .get(..9)
        .filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))
        .and_then(|_| text.get(9..))?;
    let inner = inner.trim().strip_prefix('(')?.strip_suffix(')')?;
    let (_, words) = inner
        .split_once([';', ','])
        .filter(|_| inner.starts_with('"'))?;
    let words = words.trim().strip_prefix('"')?.strip_suffix('"')?;
    let plain = !words.contains(['"', '=', '&']) && !words.trim().is_empty();
    plain.then(|| words.replace("\"\"", "\""))
}

fn read_name(draft: &mut Draft, meaning: Meaning, field: Datum, text: &str) {
    if meaning == Meaning::Patronymic && is_no_word(text) {
        draft.mend(Repair::NoPatronymicWord);
        return;
    }
    let mended = names::by_shape(text);
    if mended != text {
        draft.mend(Repair::LatinLookalikes);
    }
    let cased = title_case(&mended);
    if cased != mended {
        draft.mend(Repair::SpacesCaps);
    }
    match values::read(field, &cased, None, NaiveDate::MAX) {
        Ok(value) => draft.set(field, value),
        Err(fault) => draft.flaw(meaning, Reason::of(fault)),
    }
}

fn read_full_name(draft: &mut Draft, text: &str) {
    let words: Vec<&str> = text.split(' ').collect();
    let (surname, given, patronymic) = match words.as_slice() {
        [surname, given] => (*surname, *given, String::new()),
        [surname, given, rest @ ..] => (*surname, *given, rest.join(" ")),
        _ => {
            draft.flaw(Meaning::FullName, Reason::NoGiven);
            return;
        }
    };
    read_name(draft, Meaning::Surname, Datum::Surname, surname);
    read_name(draft, Meaning::Given, Datum::Given, given);
    if !patronymic.is_empty() {
        read_name(draft, Meaning::Patronymic, Datum::Patronymic, &patronymic);
    }
}

/// What people write where there is no patronymic.
fn is_no_word(text: &str) -> bool {
    let word = text.to_lowercase();
    matches!(
        word.as_str(),
        "нет"
            | "жоқ"
            | "no"
            | "none"
            | "без отчества"
            | "отсутствует"
            | "б/о"
            | "н/д"
    ) || text
        .chars()
        .all(|letter| matches!(letter, '-' | '–' | '—' | '.' | '_' | '/'))
}

/// `ОМАРОВА-СЕЙІТ` is `Омарова-Сейіт`; a name that has small letters keeps the case it was given.
fn title_case(text: &str) -> String {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    let upper = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .all(char::is_uppercase);
    let lower = letters.all(char::is_lowercase);
    let single = text.chars().filter(|letter| letter.is_alphabetic()).count() == 1;
    if single || !(upper || lower) {
        return text.to_owned();
    }
    let mut start = true;
    text.chars()
        .flat_map(|letter| {
            let cased: Vec<char> = if !letter.is_alphabetic() {
                vec![letter]
            } else if start {
                letter.to_uppercase().collect()
            } else {
                letter.to_lowercase().collect()
            };
            start = matches!(letter, ' ' | '-' | '‐' | '–');
            cased
        })
        .collect()
}

fn read_iin(draft: &mut Draft, text: &str) {
    let whole = whole_number(text);
    if whole.contains(' ') || whole.contains('-') {
        draft.mend(Repair::IinSpace);
    }
    let digits = whole.replace([' ', '-'], "");
    match values::iin(&digits) {
        Ok(iin) => draft.set(Datum::Iin, Some(iin.as_str().to_owned())),
        Err(ValueFault::IinLength) if digits.len() < 12 => {
            let birth = draft
                .values
                .get(&Datum::BirthDate)
                .and_then(|date| date.parse().ok());
            match birth.and_then(|birth| Iin::padded(&digits, birth)) {
                Some(iin) => {
                    draft.mend(Repair::IinLostZeros);
                    draft.set(Datum::Iin, Some(iin.as_str().to_owned()));
                }
                None => draft.flaw(Meaning::Iin, Reason::IinLength),
            }
        }
        Err(fault) => draft.flaw(Meaning::Iin, Reason::of(fault)),
    }
}

/// `850615499005.0` is a whole number that went through a float. `8.50615E+11` has lost digits and stays what it is.
fn whole_number(text: &str) -> &str {
    match text.split_once(['.', ',']) {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => {
            whole
        }
        _ => text,
    }
}

/// The first number is the person's main one, the others are further ones.
fn read_phones(draft: &mut Draft, text: &str) {
    let found = Phone::find_all(whole_number(text));
    match found.split_first() {
        None => draft.flaw(
            Meaning::Phone,
            values::phone(text).err().map_or(Reason::Phone, Reason::of),
        ),
        Some((main, others)) => {
            draft.set(Datum::Phone, Some(main.as_e164().to_owned()));
            if !others.is_empty() {
                draft.mend(Repair::TwoPhones);
                let known = draft.values.remove(&Datum::OtherPhones);
                let all: Vec<&str> = others
                    .iter()
                    .map(Phone::as_e164)
                    .chain(known.as_deref())
                    .collect();
                draft.set(Datum::OtherPhones, Some(all.join(", ")));
            }
        }
    }
}

fn read_date(draft: &mut Draft, meaning: Meaning, cell: Cell<'_>, today: NaiveDate) {
    let Some(field) = meaning.datum() else { return };
    let text = values::tidy(cell.text);
    let day = text.split(' ').next().unwrap_or("");
    let text = match cell.origin {
        Origin::Date => {
            draft.mend(Repair::ExcelDate);
            day.to_owned()
        }
        // A date whose cell lost its format is the number of days since the last day but one of 1899.
        Origin::Number => match serial_date(&text) {
            Some(date) => {
                draft.mend(Repair::ExcelDate);
                date.to_string()
            }
            None => text.clone(),
        },
        Origin::Text | Origin::Formula => {
            let time = text
                .split_once(' ')
                .is_some_and(|(_, time)| time.starts_with("00:00") || time.starts_with("0:00"));
            let plain = if time { day.to_owned() } else { text.clone() };
            if plain.get(4..5) == Some("-") && values::date(&plain).is_some() {
                draft.mend(Repair::IsoDate);
            }
            plain
        }
    };
    match values::read(field, &text, None, today) {
        Ok(value) => draft.set(field, value),
        Err(fault) => draft.flaw(meaning, Reason::of(fault)),
    }
}

fn serial_date(text: &str) -> Option<NaiveDate> {
    let days: u64 = whole_number(text).parse().ok()?;
    // From 1 March 1900, before which Excel's calendar has a day that never was, to the end of 2099.
    (61..=73_050)
        .contains(&days)
        .then(|| NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days)))
        .flatten()
}

/// The document's kind: by its own column, or by the name of the number's column.
fn document_kind(draft: &mut Draft, cells: &BTreeMap<Meaning, Cell<'_>>) -> Option<DocumentKind> {
    let kind = if let Some(cell) = cells.get(&Meaning::DocumentKind) {
        let kind = by_words(
            &values::tidy(cell.text),
            &[
                (
                    "residence_permit",
                    &["вид на жит", "внж", "ықтиярхат", "residence"],
                ),
                (
                    "foreign_passport",
                    &["загран", "иностр", "шетел", "foreign"],
                ),
                ("id_card", &["удост", "жеке куә", "уд", "id"]),
                ("passport", &["пасп", "төлқұж", "pass"]),
            ],
        );
        if kind.is_none() {
            draft.flaw(Meaning::DocumentKind, Reason::Choice);
        }
        kind
    } else if cells.contains_key(&Meaning::IdCardNumber) {
        Some("id_card")
    } else if cells.contains_key(&Meaning::PassportNumber) {
        Some("passport")
    } else {
        None
    };
    draft.set(Datum::DocumentKind, kind.map(str::to_owned));
    kind.and_then(values::document_kind)
}

/// The name whose words the text begins with.
fn by_words(text: &str, choices: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let word = text.to_lowercase();
    choices
        .iter()
        .find(|(_, words)| words.iter().any(|start| word.starts_with(start)))
        .map(|(name, _)| *name)
}

fn keep_choice(draft: &mut Draft, meaning: Meaning, choice: Option<&'static str>) {
    match (meaning.datum(), choice) {
        (Some(field), Some(name)) => draft.set(field, Some(name.to_owned())),
        _ => draft.flaw(meaning, Reason::Choice),
    }
}
