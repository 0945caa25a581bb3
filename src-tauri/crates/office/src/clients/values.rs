//! What may stand in each field: how a typed value is read, and why it is refused.
//!
//! A value is kept in one canonical form (`+77011234567`, `1989-04-12`, twelve digits), so that two branches that type
//! it differently keep the same thing, and is shown in the form people read.

use chrono::NaiveDate;
use kz::document::{self, DocumentError, DocumentKind};
use kz::{Iin, IinError, Phone, PhoneError};

use super::Datum;
use crate::error::{Args, Fault};

/// Longest value of a field, in letters.
const LONGEST: usize = 500;
/// Longest part of a name, in letters.
const LONGEST_NAME: usize = 120;
/// Nobody alive was born before.
const EARLIEST_BIRTH: i32 = 1900;

/// Why a value can't stand in its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum ValueFault {
    /// Not twelve digits.
    #[error("an IIN has twelve digits")]
    IinLength,
    /// The check digit doesn't agree.
    #[error("the check digit does not agree")]
    IinCheck,
    /// Signs other than digits, or digits that no person's number has.
    #[error("no person's IIN")]
    IinForm,
    /// The number of an organisation.
    #[error("an organisation's number")]
    IinOfOrganisation,
    /// No such date.
    #[error("no such date")]
    Date,
    /// A birth date that can't be: in the future, or before anybody alive.
    #[error("no possible birth date")]
    BirthDate,
    /// No telephone number.
    #[error("no telephone number")]
    Phone,
    /// A local number without its area code.
    #[error("a local number without its code")]
    PhoneCode,
    /// No e-mail address.
    #[error("no e-mail address")]
    Email,
    /// A number that this kind of document never has.
    #[error("no such document number")]
    DocumentNumber,
    /// No loyalty card number.
    #[error("no card number")]
    Card,
    /// More than the last four digits of a bank card.
    #[error("only the last four digits of a bank card are kept")]
    BankCard,
    /// Digits or signs in a name.
    #[error("a name has only letters")]
    NameLetters,
    /// Too long.
    #[error("too long")]
    TooLong,
    /// Not a number of people.
    #[error("no number of people")]
    Count,
    /// None of the choices.
    #[error("none of the choices")]
    Choice,
    /// Nothing where something is needed.
    #[error("needed")]
    Needed,
}

impl Fault for ValueFault {
    fn code(&self) -> &'static str {
        match self {
            ValueFault::IinLength => "clients.iin_length",
            ValueFault::IinCheck => "clients.iin_check",
            ValueFault::IinForm => "clients.iin_form",
            ValueFault::IinOfOrganisation => "clients.iin_of_organisation",
            ValueFault::Date => "clients.date",
            ValueFault::BirthDate => "clients.birth_date",
            ValueFault::Phone => "clients.phone",
            ValueFault::PhoneCode => "clients.phone_code",
            ValueFault::Email => "clients.email",
            ValueFault::DocumentNumber => "clients.document_number",
            ValueFault::Card => "clients.card",
            ValueFault::BankCard => "clients.bank_card",
            ValueFault::NameLetters => "clients.name_letters",
            ValueFault::TooLong => "clients.too_long",
            ValueFault::Count => "clients.count",
            ValueFault::Choice => "clients.choice",
            ValueFault::Needed => "clients.needed",
        }
    }
    fn args(&self) -> Args {
        match self {
            ValueFault::TooLong => Args::none().number("most", LONGEST as i64),
            _ => Args::none(),
        }
    }
}

/// Reads what was typed into a field: the canonical value, or `None` for an empty box.
///
/// `kind` is the kind of document that stands beside a document's number. `today` bounds birth dates.
pub fn read(
    field: Datum,
    text: &str,
    kind: Option<DocumentKind>,
    today: NaiveDate,
) -> Result<Option<String>, ValueFault> {
    let text = tidy(text);
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > LONGEST {
        return Err(ValueFault::TooLong);
    }
    match field {
        Datum::Surname | Datum::Given | Datum::Patronymic | Datum::FormerSurname => name(&text),
        Datum::Iin => iin(&text).map(|number| number.as_str().to_owned()),
        Datum::BirthDate => birth(&text, today),
        Datum::DocumentIssued | Datum::DocumentExpires => date(&text)
            .map(|date| date.to_string())
            .ok_or(ValueFault::Date),
        Datum::Phone => phone(&text).map(|number| number.as_e164().to_owned()),
        Datum::OtherPhones => phones(&text),
        Datum::Email => email(&text),
        Datum::DocumentNumber => document_number(&text, kind),
        Datum::DocumentKind => choice(
            &text,
            DocumentKind::ALL
                .iter()
                .map(|kind| document_kind_name(*kind)),
        ),
        Datum::Sex => choice(&text, ["female", "male"]),
        Datum::CardState => choice(&text, ["active", "blocked"]),
        Datum::MaritalStatus => choice(&text, ["single", "married", "divorced", "widowed"]),
        Datum::PublicOfficial | Datum::BeneficialOwner => choice(&text, ["yes", "no"]),
        Datum::Card => card(&text),
        Datum::BankCard => bank_card(&text),
        Datum::Dependants => text
            .parse::<u8>()
            .map(|n| n.to_string())
            .map_err(|_| ValueFault::Count),
        _ => Ok(text),
    }
    .map(Some)
}

/// As people read the value: dates with dots, numbers in groups. Choices stay names; the catalogue has their words.
pub fn shown(field: Datum, value: &str) -> String {
    match field {
        Datum::BirthDate | Datum::DocumentIssued | Datum::DocumentExpires => {
            value.parse::<NaiveDate>().map_or_else(
                |_| value.to_owned(),
                |date| date.format("%d.%m.%Y").to_string(),
            )
        }
        Datum::Iin => value
            .split_at_checked(6)
            .map_or_else(|| value.to_owned(), |(born, rest)| format!("{born} {rest}")),
        Datum::Phone => {
            Phone::parse(value).map_or_else(|_| value.to_owned(), |phone| phone.shown())
        }
        Datum::OtherPhones => {
            let numbers: Vec<String> = Phone::find_all(value).iter().map(Phone::shown).collect();
            numbers.join(", ")
        }
        _ => value.to_owned(),
    }
}

/// The value with all but a tail hidden, for identifiers in lists; other fields are hidden whole.
pub fn masked(field: Datum, value: &str) -> String {
    match field {
        Datum::Phone => {
            Phone::parse(value).map_or_else(|_| hidden(value, 4), |phone| phone.masked())
        }
        Datum::Iin | Datum::Card => hidden(value, 4),
        Datum::DocumentNumber => hidden(value, 3),
        _ => "•••".to_owned(),
    }
}

fn hidden(value: &str, tail: usize) -> String {
    let count = value.chars().count();
    let tail = if count > tail { tail } else { 0 };
    let shown: String = value.chars().skip(count - tail).collect();
    format!("{}{shown}", "•".repeat(count - tail))
}

/// Spaces of all kinds become one plain space, invisible marks go, ends are trimmed, letters are composed.
pub fn tidy(text: &str) -> String {
    use crate::plain::is_unseen;
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfc() {
        if is_unseen(letter) {
            continue;
        }
        if letter.is_whitespace() || letter.is_control() {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

fn name(text: &str) -> Result<String, ValueFault> {
    if text.chars().count() > LONGEST_NAME {
        return Err(ValueFault::TooLong);
    }
    let fits = |letter: char| {
        letter.is_alphabetic()
            || matches!(letter, ' ' | '-' | '‐' | '–' | '\'' | '’' | 'ʼ' | '`' | '.')
    };
    let fits_all = text
        .chars()
        .all(|letter| fits(letter) || is_combining(letter));
    if fits_all && text.chars().any(char::is_alphabetic) {
        Ok(text.to_owned())
    } else {
        Err(ValueFault::NameLetters)
    }
}

fn is_combining(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

pub(super) fn iin(text: &str) -> Result<Iin, ValueFault> {
    Iin::parse(text).map_err(|fault| match fault {
        IinError::Empty => ValueFault::Needed,
        IinError::Length(_) => ValueFault::IinLength,
        IinError::CheckDigit => ValueFault::IinCheck,
        IinError::OfOrganisation => ValueFault::IinOfOrganisation,
        IinError::NotDigits | IinError::Repeated | IinError::Structure => ValueFault::IinForm,
    })
}

/// A date as people type it: `22.11.2026`, `22.11.26`, `22112026`, `22/11/2026`, or `2026-11-22`.
pub fn date(text: &str) -> Option<NaiveDate> {
    let numbers: Vec<&str> = text
        .split(['.', '/', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let parts: Vec<u32> = match numbers.as_slice() {
        [all] if all.len() == 8 && all.is_ascii() => [&all[..2], &all[2..4], &all[4..]]
            .iter()
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?,
        three => three
            .iter()
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?,
    };
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if *first > 31 {
        (*first, *last)
    } else {
        (*last, *first)
    };
    let year = if year < 100 {
        if year > 40 { 1900 + year } else { 2000 + year }
    } else {
        year
    };
    (1000..=9999)
        .contains(&year)
        .then(|| NaiveDate::from_ymd_opt(year.cast_signed(), *month, day))
        .flatten()
}

fn birth(text: &str, today: NaiveDate) -> Result<String, ValueFault> {
    use chrono::Datelike;
    let date = date(text).ok_or(ValueFault::BirthDate)?;
    let possible = date <= today && date.year() >= EARLIEST_BIRTH;
    if possible {
        Ok(date.to_string())
    } else {
        Err(ValueFault::BirthDate)
    }
}

pub(super) fn phone(text: &str) -> Result<Phone, ValueFault> {
    Phone::parse(text).map_err(|fault| match fault {
        PhoneError::NoCode => ValueFault::PhoneCode,
        PhoneError::Empty | PhoneError::NotDigits | PhoneError::Length(_) => ValueFault::Phone,
    })
}

/// Further numbers, kept in one line: `+77011234567, +77272974478`.
fn phones(text: &str) -> Result<String, ValueFault> {
    let numbers: Vec<String> = Phone::find_all(text)
        .into_iter()
        .map(String::from)
        .collect();
    if numbers.is_empty() {
        Err(ValueFault::Phone)
    } else {
        Ok(numbers.join(", "))
    }
}

fn email(text: &str) -> Result<String, ValueFault> {
    let lower = text.to_lowercase();
    let good = lower.split_once('@').is_some_and(|(who, house)| {
        !who.is_empty()
            && house.contains('.')
            && !house.contains('@')
            && house.split('.').all(|part| !part.is_empty())
            && !lower.contains([' ', ',', ';', '<', '>', '"'])
    });
    if good && lower.len() <= 254 {
        Ok(lower)
    } else {
        Err(ValueFault::Email)
    }
}

fn document_number(text: &str, kind: Option<DocumentKind>) -> Result<String, ValueFault> {
    // Without a kind nothing is known of the form: the rules for foreign documents refuse the least.
    document::check_number(kind.unwrap_or(DocumentKind::ForeignPassport), text)
        .map(|checked| checked.number)
        .map_err(|fault| match fault {
            DocumentError::TooLong => ValueFault::TooLong,
            DocumentError::Empty => ValueFault::Needed,
            DocumentError::Characters | DocumentError::IdCard | DocumentError::Passport => {
                ValueFault::DocumentNumber
            }
        })
}

fn card(text: &str) -> Result<String, ValueFault> {
    let number: String = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '№'))
        .collect();
    let good =
        (4..=32).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if good {
        Ok(number.to_ascii_uppercase())
    } else {
        Err(ValueFault::Card)
    }
}

/// The operator's list names the *mask* of a bank card (C2): a whole number is never kept.
fn bank_card(text: &str) -> Result<String, ValueFault> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let signs = text.chars().all(|letter| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '*' | '•' | '-' | 'x' | 'X')
    });
    if signs && (4..=10).contains(&digits.len()) {
        Ok(format!("•••• {}", &digits[digits.len() - 4..]))
    } else {
        Err(ValueFault::BankCard)
    }
}

fn choice<'n>(text: &str, names: impl IntoIterator<Item = &'n str>) -> Result<String, ValueFault> {
    names
        .into_iter()
        .find(|name| *name == text)
        .map(str::to_owned)
        .ok_or(ValueFault::Choice)
}

/// The stable name of a kind of document, as it is stored and sent.
pub fn document_kind_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::IdCard => "id_card",
        DocumentKind::Passport => "passport",
        DocumentKind::ResidencePermit => "residence_permit",
        DocumentKind::StatelessId => "stateless_id",
        DocumentKind::ForeignPassport => "foreign_passport",
        DocumentKind::BirthCertificate => "birth_certificate",
        DocumentKind::DiplomaticPassport => "diplomatic_passport",
        DocumentKind::ServicePassport => "service_passport",
        DocumentKind::RefugeeId => "refugee_id",
        DocumentKind::SeafarerId => "seafarer_id",
        DocumentKind::ReturnCertificate => "return_certificate",
    }
}

/// The kind of document of that stable name.
pub fn document_kind(name: &str) -> Option<DocumentKind> {
    DocumentKind::ALL
        .into_iter()
        .find(|kind| document_kind_name(*kind) == name)
}
