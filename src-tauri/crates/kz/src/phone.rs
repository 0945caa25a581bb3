//! Phone numbers as they are kept (`+77011234567`) and as they are read (`+7 701 123 45 67`).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A phone number in its international form, Kazakhstan's or foreign.
///
/// A number is a way to reach somebody, never a person's key: families and offices share numbers.
/// `Debug` hides it, so that it can't slip into a log.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Why a text is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PhoneError {
    /// Nothing was given.
    #[error("no number given")]
    Empty,
    /// Letters or other signs that no number has.
    #[error("a character that no number has")]
    NotDigits,
    /// A local number without its area code: whose city isn't known.
    #[error("a local number without its code")]
    NoCode,
    /// Too few or too many digits, or no way to tell the country.
    #[error("{0} digits, which fit no number")]
    Length(usize),
}

/// Prefixes after +7 that subscribers' mobiles have here. Numbers move between networks, and new
/// ranges appear: another prefix is a reason to look twice, not to refuse.
const USUAL_MOBILE: [&str; 19] = [
    "700", "701", "702", "705", "706", "707", "708", "747", "760", "761", "762", "763", "764",
    "771", "775", "776", "777", "778", "785",
];

impl Phone {
    /// Reads a number in any of the ways in which it is written here: `8 (701) …`, `+7 701 …`, `701 …`,
    /// `8 727 …`, and foreign ones with `+`, `00` or `8 10` before the country.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let mut digits = String::new();
        let mut plus = false;
        for c in text.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() && !plus => plus = true,
                _ if is_filler(c) => {}
                _ => return Err(PhoneError::NotDigits),
            }
        }
        match digits.len() {
            0 => return Err(PhoneError::Empty),
            5..=7 if !plus => return Err(PhoneError::NoCode),
            _ => {}
        }
        if !plus {
            for access in ["810", "00"] {
                if let Some(rest) = digits.strip_prefix(access)
                    && rest.len() >= 10
                {
                    return Self::international(rest);
                }
            }
        }
        match (digits.len(), digits.as_bytes()) {
            (11, [b'7' | b'8', b'7', ..]) => Ok(Self(format!("+7{}", &digits[1..]))),
            (11, [b'8', ..]) if !plus => Self::international(&format!("7{}", &digits[1..])),
            (11, [b'7', ..]) => Self::international(&digits),
            (10, [b'7', ..]) if !plus => Ok(Self(format!("+7{digits}"))),
            _ if plus => Self::international(&digits),
            (n, _) => Err(PhoneError::Length(n)),
        }
    }

    fn international(digits: &str) -> Result<Self, PhoneError> {
        let fits = match digits.as_bytes() {
            [b'7', ..] => digits.len() == 11,
            [b'1'..=b'9', ..] => (8..=15).contains(&digits.len()),
            _ => false,
        };
        if fits {
            Ok(Self(format!("+{digits}")))
        } else {
            Err(PhoneError::Length(digits.len()))
        }
    }

    /// Every number in a cell that may hold several: "8701…, 8727… (мама)". What isn't a number is passed over.
    pub fn find_all(text: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for piece in text.split(|c: char| !(c.is_ascii_digit() || c == '+' || is_filler(c))) {
            for phone in Self::parse(piece).map_or_else(|_| run_together(piece), |one| vec![one]) {
                if !found.contains(&phone) {
                    found.push(phone);
                }
            }
        }
        found
    }

    /// `+77011234567`.
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// All digits, country first, without the plus.
    pub fn digits(&self) -> &str {
        &self.0[1..]
    }

    /// Whether the number is Kazakhstan's. Russia has the same country code, told apart by the digit after it.
    pub fn is_kazakhstan(&self) -> bool {
        self.0.starts_with("+77")
    }

    /// Whether the prefix is one that mobiles here usually have.
    pub fn is_usual_mobile(&self) -> bool {
        self.is_kazakhstan() && USUAL_MOBILE.contains(&&self.0[2..5])
    }

    /// As people read it: `+7 701 123 45 67`; foreign numbers in one run, because each country groups its own way.
    pub fn shown(&self) -> String {
        match self.groups() {
            Some([code, a, b, c]) => format!("+7 {code} {a} {b} {c}"),
            None => self.0.clone(),
        }
    }

    /// All but the last four digits hidden.
    pub fn masked(&self) -> String {
        match self.groups() {
            Some([.., b, c]) => format!("+7 ••• ••• {b} {c}"),
            None => format!("+{}{}", "•".repeat(self.digits().len() - 4), self.tail(4)),
        }
    }

    /// The last `n` digits, all of them if there are fewer.
    pub fn tail(&self, n: usize) -> &str {
        let digits = self.digits();
        &digits[digits.len().saturating_sub(n)..]
    }

    fn groups(&self) -> Option<[&str; 4]> {
        let national = self.0.strip_prefix("+7")?;
        Some([
            &national[..3],
            &national[3..6],
            &national[6..8],
            &national[8..],
        ])
    }
}

/// What people put between groups of digits.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | ')' | '-' | '.' | '~' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}')
}

/// Numbers with nothing but spaces between them: groups are taken until they make a number.
fn run_together(piece: &str) -> Vec<Phone> {
    let mut found = Vec::new();
    let mut so_far = String::new();
    for group in piece.split_whitespace() {
        so_far.push_str(group);
        if let Ok(phone) = Phone::parse(&so_far) {
            found.push(phone);
            so_far.clear();
        }
    }
    found
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;
    fn try_from(text: String) -> Result<Self, PhoneError> {
        Self::parse(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn e164(text: &str) -> Result<String, PhoneError> {
        Phone::parse(text).map(String::from)
    }

    #[test]
    fn the_ways_in_which_numbers_are_written() {
        let table = [
            ("87011234567", "+77011234567"),
            ("8(701)123-45-67", "+77011234567"),
            ("+7 701 123 4567", "+77011234567"),
            ("7011234567", "+77011234567"),
            ("7 701 123 45 67", "+77011234567"),
            ("+77011234567", "+77011234567"),
            ("+8 701 123 45 67", "+77011234567"),
            ("8 727 2974478", "+77272974478"),
            ("00 7 701 123 45 67", "+77011234567"),
            ("8 10 7 701 123 45 67", "+77011234567"),
            ("8~10 996 555 123456", "+996555123456"),
            ("810996555123456", "+996555123456"),
            ("00996555123456", "+996555123456"),
            ("+996 555 123 456", "+996555123456"),
            ("+7 912 345-67-89", "+79123456789"),
            ("8 912 345 67 89", "+79123456789"),
            ("+1 202 555 0123", "+12025550123"),
            ("\u{202a}+7\u{a0}701\u{a0}123‑45‑67\u{202c}", "+77011234567"),
        ];
        for (text, kept) in table {
            assert_eq!(e164(text), Ok(kept.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        let table = [
            ("", PhoneError::Empty),
            ("+", PhoneError::Empty),
            ("абонент", PhoneError::NotDigits),
            ("8701123456a", PhoneError::NotDigits),
            ("+7+701", PhoneError::NotDigits),
            ("2974478", PhoneError::NoCode),
            ("297447", PhoneError::NoCode),
            ("870112345", PhoneError::Length(9)),
            ("990101399002", PhoneError::Length(12)),
            ("+7 701 123 45 6", PhoneError::Length(10)),
            ("9123456789", PhoneError::Length(10)),
            ("+0 701 123 45 67", PhoneError::Length(11)),
            ("+1234567", PhoneError::Length(7)),
            ("+1234567890123456", PhoneError::Length(16)),
        ];
        for (text, fault) in table {
            assert_eq!(e164(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn shown_masked_and_by_its_tail() {
        let own = Phone::parse("87011234567").unwrap();
        assert_eq!(own.shown(), "+7 701 123 45 67");
        assert_eq!(own.masked(), "+7 ••• ••• 45 67");
        assert_eq!(own.tail(4), "4567");
        assert_eq!(own.tail(40), "77011234567");
        assert!(own.is_usual_mobile() && own.is_kazakhstan());
        assert_eq!(format!("{own:?}"), "Phone(+7 ••• ••• 45 67)");

        let foreign = Phone::parse("+996555123456").unwrap();
        assert_eq!(foreign.shown(), "+996555123456");
        assert_eq!(foreign.masked(), "+••••••••3456");
        assert!(!foreign.is_kazakhstan() && !foreign.is_usual_mobile());

        let fixed = Phone::parse("8 727 2974478").unwrap();
        assert!(fixed.is_kazakhstan() && !fixed.is_usual_mobile());
    }

    #[test]
    fn several_numbers_in_a_cell() {
        let all = |text| {
            Phone::find_all(text)
                .into_iter()
                .map(String::from)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            all("87070571925, 8 727 2974478"),
            ["+77070571925", "+77272974478"]
        );
        assert_eq!(
            all("8(775)640-84-05; мама +7 701 123 45 67"),
            ["+77756408405", "+77011234567"]
        );
        assert_eq!(
            all("8 701 222 33 44 8 702 333 44 55"),
            ["+77012223344", "+77023334455"]
        );
        assert_eq!(all("87012223344/87012223344"), ["+77012223344"]);
        assert_eq!(all("абонент"), [""; 0]);
        assert_eq!(all(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn never_panics_and_reads_again_what_it_kept(text in "\\PC*") {
            let _ = Phone::find_all(&text);
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(phone.as_e164()).unwrap(), phone.clone());
                prop_assert_eq!(Phone::parse(&phone.shown()).unwrap(), phone.clone());
                prop_assert!(phone.masked().ends_with(&phone.tail(2).to_string()));
            }
        }

        #[test]
        fn reads_numbers_in_noise(text in "[+]?[0-9() -]{5,20}") {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(phone.as_e164()).unwrap(), phone);
            }
        }
    }
}
