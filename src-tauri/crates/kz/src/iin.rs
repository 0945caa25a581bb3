//! The individual's and the organisation's identification numbers (ЖСН/ИИН, БСН/БИН).

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

const LENGTH: usize = 12;

/// Individual identification number: twelve digits, the last of which checks the others.
///
/// The number is believed by its check digit alone. Since 2013 the birth date and the sex that
/// can be read from it need not be true (Government Resolution № 853), so they are only a [hint](Iin::hint).
/// `Debug` shows the last four digits only, so that a number can't slip into a log.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iin([u8; LENGTH]);

/// Business identification number of an organisation or its branch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bin([u8; LENGTH]);

/// Why a text is no IIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum IinError {
    /// Nothing was given.
    #[error("no number given")]
    Empty,
    /// Something other than digits, spaces and hyphens.
    #[error("a character that is not a digit")]
    NotDigits,
    /// Another number of digits than twelve.
    #[error("{0} digits instead of 12")]
    Length(usize),
    /// The same digit twelve times.
    #[error("the same digit throughout")]
    Repeated,
    /// The fifth digit belongs to an organisation's number.
    #[error("the number of an organisation")]
    OfOrganisation,
    /// The fifth digit fits no number.
    #[error("no such structure")]
    Structure,
    /// The last digit doesn't agree with the others.
    #[error("the check digit does not agree")]
    CheckDigit,
}

/// Why a text is no BIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum BinError {
    /// Nothing was given.
    #[error("no number given")]
    Empty,
    /// Something other than digits, spaces and hyphens.
    #[error("a character that is not a digit")]
    NotDigits,
    /// Another number of digits than twelve.
    #[error("{0} digits instead of 12")]
    Length(usize),
    /// The same digit twelve times.
    #[error("the same digit throughout")]
    Repeated,
    /// The fifth digit belongs to a person's number.
    #[error("the number of a person")]
    OfPerson,
    /// No such month of registration, or a fifth digit that fits no number.
    #[error("no such structure")]
    Structure,
    /// The last digit doesn't agree with the others.
    #[error("the check digit does not agree")]
    CheckDigit,
}

/// Sex as documents state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Әйел, женский.
    Female,
    /// Ер, мужской.
    Male,
}

/// What an IIN seems to say about its owner; never a reason to refuse the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IinHint {
    /// Birth date, if the first seven digits spell a date that existed.
    pub birth: Option<NaiveDate>,
    /// Sex by the seventh digit.
    pub sex: Option<Sex>,
    /// What a member of staff should look at twice.
    pub warning: Option<IinWarning>,
}

/// An oddity of a number that passes its check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IinWarning {
    /// The first six digits spell a day that never was.
    NoSuchDate,
    /// The seventh digit is none of 1–6; seen at foreigners, the meaning isn't confirmed.
    Century,
}

impl Iin {
    /// Reads a number as people type it: spaces and hyphens don't matter.
    pub fn parse(text: &str) -> Result<Self, IinError> {
        let digits = twelve(text).map_err(|fault| match fault {
            Fault::Empty => IinError::Empty,
            Fault::NotDigits => IinError::NotDigits,
            Fault::Length(n) => IinError::Length(n),
            Fault::Repeated => IinError::Repeated,
        })?;
        match digits[4] {
            b'0'..=b'3' if check(&digits) => Ok(Self(digits)),
            b'0'..=b'3' => Err(IinError::CheckDigit),
            b'4'..=b'6' => Err(IinError::OfOrganisation),
            _ => Err(IinError::Structure),
        }
    }

    /// Gives back leading zeros that a spreadsheet dropped, and only when nothing is guessed:
    /// the check digit holds and the number says the birth date that stands beside it.
    pub fn padded(text: &str, birth: NaiveDate) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !is_gap(*c)).collect();
        if !(7..LENGTH).contains(&digits.len()) {
            return None;
        }
        let number = Self::parse(&format!("{digits:0>LENGTH$}")).ok()?;
        (number.hint().birth == Some(birth)).then_some(number)
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("twelve ASCII digits")
    }

    /// All but the last four digits hidden.
    pub fn masked(&self) -> String {
        format!("••••••••{}", &self.as_str()[8..])
    }

    /// What the number seems to say about birth date and sex.
    pub fn hint(&self) -> IinHint {
        let pair = |at: usize| u32::from(self.0[at] - b'0') * 10 + u32::from(self.0[at + 1] - b'0');
        let (century, sex) = match self.0[6] {
            b'1' => (Some(1800), Some(Sex::Male)),
            b'2' => (Some(1800), Some(Sex::Female)),
            b'3' => (Some(1900), Some(Sex::Male)),
            b'4' => (Some(1900), Some(Sex::Female)),
            b'5' => (Some(2000), Some(Sex::Male)),
            b'6' => (Some(2000), Some(Sex::Female)),
            _ => (None, None),
        };
        let birth = century
            .and_then(|c| NaiveDate::from_ymd_opt(c + pair(0).cast_signed(), pair(2), pair(4)));
        let warning = match (century, birth) {
            (None, _) => Some(IinWarning::Century),
            (Some(_), None) => Some(IinWarning::NoSuchDate),
            _ => None,
        };
        IinHint {
            birth,
            sex,
            warning,
        }
    }
}

impl Bin {
    /// Reads a number as people type it: spaces and hyphens don't matter.
    pub fn parse(text: &str) -> Result<Self, BinError> {
        let digits = twelve(text).map_err(|fault| match fault {
            Fault::Empty => BinError::Empty,
            Fault::NotDigits => BinError::NotDigits,
            Fault::Length(n) => BinError::Length(n),
            Fault::Repeated => BinError::Repeated,
        })?;
        match digits[4] {
            b'0'..=b'3' => return Err(BinError::OfPerson),
            b'4'..=b'6' => {}
            _ => return Err(BinError::Structure),
        }
        if !matches!(&digits[2..4], [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']) {
            return Err(BinError::Structure);
        }
        if check(&digits) {
            Ok(Self(digits))
        } else {
            Err(BinError::CheckDigit)
        }
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("twelve ASCII digits")
    }
}

enum Fault {
    Empty,
    NotDigits,
    Length(usize),
    Repeated,
}

/// Spaces of any kind and hyphens or dashes, which people put between groups of digits.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{feff}'
        )
}

fn twelve(text: &str) -> Result<[u8; LENGTH], Fault> {
    let mut digits = Vec::with_capacity(LENGTH);
    for c in text.chars().filter(|c| !is_gap(*c)) {
        match u8::try_from(c) {
            Ok(digit @ b'0'..=b'9') => digits.push(digit),
            _ => return Err(Fault::NotDigits),
        }
    }
    if digits.is_empty() {
        return Err(Fault::Empty);
    }
    let twelve: [u8; LENGTH] = digits
        .try_into()
        .map_err(|d: Vec<u8>| Fault::Length(d.len()))?;
    if twelve.iter().all(|digit| *digit == twelve[0]) {
        return Err(Fault::Repeated);
    }
    Ok(twelve)
}

/// Whether the last digit agrees: the eleven before it, weighted 1…11, modulo 11; where that
/// gives 10, weighted 3…11, 1, 2; where that gives 10 too, no number was ever issued.
fn check(digits: &[u8; LENGTH]) -> bool {
    let rest = |weights: [u32; 11]| {
        digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum::<u32>()
            % 11
    };
    let expected = match rest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
        10 => rest([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]),
        first => first,
    };
    expected == u32::from(digits[LENGTH - 1] - b'0')
}

impl fmt::Debug for Iin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iin({})", self.masked())
    }
}

impl fmt::Debug for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bin({})", self.as_str())
    }
}

impl TryFrom<String> for Iin {
    type Error = IinError;
    fn try_from(text: String) -> Result<Self, IinError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for Bin {
    type Error = BinError;
    fn try_from(text: String) -> Result<Self, BinError> {
        Self::parse(&text)
    }
}

impl From<Iin> for String {
    fn from(number: Iin) -> Self {
        number.as_str().to_owned()
    }
}

impl From<Bin> for String {
    fn from(number: Bin) -> Self {
        number.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_table_of_numbers() {
        let valid = [
            ("990101399002", Some("1999-01-01"), Sex::Male, None),
            ("990101399311", Some("1999-01-01"), Sex::Male, None),
            ("990101399323", Some("1999-01-01"), Sex::Male, None),
            (
                "050229699002",
                None,
                Sex::Female,
                Some(IinWarning::NoSuchDate),
            ),
            ("000229699003", Some("2000-02-29"), Sex::Female, None),
            ("850615499005", Some("1985-06-15"), Sex::Female, None),
        ];
        for (text, birth, sex, warning) in valid {
            let hint = Iin::parse(text)
                .unwrap_or_else(|e| panic!("{text}: {e}"))
                .hint();
            assert_eq!(
                hint,
                IinHint {
                    birth: birth.map(day),
                    sex: Some(sex),
                    warning
                },
                "{text}"
            );
        }
        for last in 0..10 {
            assert_eq!(
                Iin::parse(&format!("99010139930{last}")),
                Err(IinError::CheckDigit),
                "never issued"
            );
        }
        let refused = [
            ("990101399020", IinError::CheckDigit),
            ("991301399004", IinError::CheckDigit),
            ("000000000000", IinError::Repeated),
            ("777777777777", IinError::Repeated),
            ("", IinError::Empty),
            (" - ", IinError::Empty),
            ("99010139900", IinError::Length(11)),
            ("9901013990022", IinError::Length(13)),
            ("99O101399002", IinError::NotDigits),
            ("٩٩٠١٠١٣٩٩٠٠٢", IinError::NotDigits),
            ("991240990006", IinError::OfOrganisation),
            ("990171399002", IinError::Structure),
        ];
        for (text, fault) in refused {
            assert_eq!(Iin::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn organisations() {
        for text in [
            "991240990006",
            "010540000712",
            "090540011693",
            "220240037922",
        ] {
            assert_eq!(
                Bin::parse(text).map(|b| b.as_str().to_owned()),
                Ok(text.to_owned())
            );
        }
        assert_eq!(Bin::parse("990101399002"), Err(BinError::OfPerson));
        assert_eq!(Bin::parse("991340990006"), Err(BinError::Structure));
        assert_eq!(Bin::parse("990040990006"), Err(BinError::Structure));
        assert_eq!(Bin::parse("991240990007"), Err(BinError::CheckDigit));
        assert_eq!(Bin::parse("  "), Err(BinError::Empty));
    }

    #[test]
    fn as_people_type_it() {
        for text in [
            " 990101 399002",
            "990101-399-002",
            "9901\u{a0}0139\u{2009}9002\u{feff}",
            "990101–399002",
        ] {
            assert_eq!(Iin::parse(text).unwrap().as_str(), "990101399002", "{text}");
        }
    }

    #[test]
    fn lost_zeros_come_back_only_when_nothing_is_guessed() {
        let number = Iin::parse("000229699003").unwrap();
        assert_eq!(Iin::padded("229699003", day("2000-02-29")), Some(number));
        assert_eq!(Iin::padded(" 229 699003", day("2000-02-29")), Some(number));
        assert_eq!(
            Iin::padded("229699003", day("2000-02-28")),
            None,
            "another birth date"
        );
        assert_eq!(
            Iin::padded("229699004", day("2000-02-29")),
            None,
            "another check digit"
        );
        assert_eq!(
            Iin::padded("50229699002", day("2005-03-01")),
            None,
            "says no date at all"
        );
        assert_eq!(
            Iin::padded("000229699003", day("2000-02-29")),
            None,
            "lost nothing"
        );
        assert_eq!(Iin::padded("ы29699003", day("2000-02-29")), None);
    }

    #[test]
    fn the_seventh_digit_of_foreigners_is_a_warning() {
        let odd = (0..10)
            .map(|last| format!("99010109900{last}"))
            .find_map(|text| Iin::parse(&text).ok())
            .unwrap();
        assert_eq!(
            odd.hint(),
            IinHint {
                birth: None,
                sex: None,
                warning: Some(IinWarning::Century)
            }
        );
    }

    #[test]
    fn nothing_but_four_digits_reaches_a_log() {
        let number = Iin::parse("990101399002").unwrap();
        assert_eq!(format!("{number:?}"), "Iin(••••••••9002)");
        assert_eq!(number.masked(), "••••••••9002");
    }

    #[test]
    fn json_is_the_bare_number_and_is_checked() {
        let number = Iin::parse("990101399002").unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"990101399002\"");
        assert_eq!(
            serde_json::from_str::<Iin>("\"990101399002\"").unwrap(),
            number
        );
        assert!(serde_json::from_str::<Iin>("\"990101399003\"").is_err());
    }

    /// The eleventh digit has weight 11, so the first pass doesn't see it: a property of the number itself.
    #[test]
    fn a_wrong_digit_is_found_in_all_places_but_one() {
        for at in (0..12).filter(|at| *at != 10) {
            for by in 1..10 {
                let mut digits = *b"850615499005";
                digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
                assert!(
                    Iin::parse(str::from_utf8(&digits).unwrap()).is_err(),
                    "{at} {by}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*", birth in 0..50_000i32) {
            let _ = (Iin::parse(&text), Bin::parse(&text));
            let birth = NaiveDate::from_num_days_from_ce_opt(700_000 + birth).unwrap();
            let _ = Iin::padded(&text, birth);
        }

        #[test]
        fn what_was_read_is_read_again(first in 0u64..1_000_000_000_000) {
            if let Ok(number) = Iin::parse(&format!("{first:012}")) {
                prop_assert_eq!(Iin::parse(number.as_str()), Ok(number));
                let _ = number.hint();
            }
        }
    }
}
