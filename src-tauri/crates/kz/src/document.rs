//! Identity documents: kinds and the forms of their numbers.
//!
//! Only the two documents whose form is known for certain are checked hard; everything else may at
//! most be odd. Foreign documents are never refused for their form.

use serde::{Deserialize, Serialize};

/// What a person shows (Law on identity documents, art. 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Жеке куәлік, удостоверение личности.
    IdCard,
    /// Passport of a citizen of Kazakhstan.
    Passport,
    /// Residence permit of a foreigner.
    ResidencePermit,
    /// Identity document of a stateless person.
    StatelessId,
    /// Passport of another country.
    ForeignPassport,
    /// Birth certificate.
    BirthCertificate,
    /// Diplomatic passport.
    DiplomaticPassport,
    /// Service passport.
    ServicePassport,
    /// Refugee's identity document.
    RefugeeId,
    /// Seafarer's identity document.
    SeafarerId,
    /// Certificate of return.
    ReturnCertificate,
}

impl DocumentKind {
    /// Every kind, the commonest first.
    pub const ALL: [Self; 11] = [
        Self::IdCard,
        Self::Passport,
        Self::ResidencePermit,
        Self::ForeignPassport,
        Self::StatelessId,
        Self::BirthCertificate,
        Self::DiplomaticPassport,
        Self::ServicePassport,
        Self::RefugeeId,
        Self::SeafarerId,
        Self::ReturnCertificate,
    ];

    /// Whether civil transactions may be made on it (art. 6(3)).
    pub fn serves_transactions(self) -> bool {
        matches!(
            self,
            Self::IdCard
                | Self::Passport
                | Self::ResidencePermit
                | Self::StatelessId
                | Self::ForeignPassport
                | Self::BirthCertificate
        )
    }
}

/// A number fit to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Upper case, one space at most between groups, none in numbers of a known form.
    pub number: String,
    /// What a member of staff should look at twice.
    pub warning: Option<DocumentWarning>,
}

/// An oddity of a number that is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentWarning {
    /// Passports begin with N.
    PassportLetter,
    /// Residence permits and stateless persons' documents have nine digits.
    NineDigitsUsual,
}

/// Why a number can't be a document's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DocumentError {
    /// Nothing was given.
    #[error("no number given")]
    Empty,
    /// More than any document has.
    #[error("too long")]
    TooLong,
    /// Signs that no document number has.
    #[error("a character that no number has")]
    Characters,
    /// An identity card has nine digits.
    #[error("an identity card has nine digits")]
    IdCard,
    /// A passport has a letter and seven or eight digits.
    #[error("a passport has a letter and seven or eight digits")]
    Passport,
}

/// Longest number kept, in characters.
const LONGEST: usize = 30;

/// Puts a number into the form in which it is kept and says what is wrong or odd about it.
pub fn check_number(kind: DocumentKind, text: &str) -> Result<Checked, DocumentError> {
    let number = text
        .trim_start_matches('№')
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_uppercase();
    if number.is_empty() {
        return Err(DocumentError::Empty);
    }
    if number.chars().count() > LONGEST {
        return Err(DocumentError::TooLong);
    }
    if !number
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.' | '№'))
    {
        return Err(DocumentError::Characters);
    }
    let solid: String = number
        .chars()
        .filter(|c| !matches!(c, ' ' | '-'))
        .map(latin_by_shape)
        .collect();
    let digits = |text: &str, from: usize, to: usize| {
        (from..=to).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    match kind {
        DocumentKind::IdCard if digits(&solid, 9, 9) => Ok(Checked {
            number: solid,
            warning: None,
        }),
        DocumentKind::IdCard => Err(DocumentError::IdCard),
        DocumentKind::Passport => {
            let mut rest = solid.chars();
            match rest.next() {
                Some(letter @ 'A'..='Z') if digits(rest.as_str(), 7, 8) => {
                    let warning = (letter != 'N').then_some(DocumentWarning::PassportLetter);
                    Ok(Checked {
                        number: solid,
                        warning,
                    })
                }
                _ => Err(DocumentError::Passport),
            }
        }
        DocumentKind::ResidencePermit | DocumentKind::StatelessId => {
            if digits(&solid, 9, 9) {
                Ok(Checked {
                    number: solid,
                    warning: None,
                })
            } else {
                Ok(Checked {
                    number,
                    warning: Some(DocumentWarning::NineDigitsUsual),
                })
            }
        }
        _ => Ok(Checked {
            number,
            warning: None,
        }),
    }
}

/// Series letters are Latin; a Cyrillic keyboard gives letters that look the same.
fn latin_by_shape(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_that_are_known() {
        let good = |kind, text| check_number(kind, text).map(|c| (c.number, c.warning));
        assert_eq!(
            good(DocumentKind::IdCard, " 030 446 179"),
            Ok(("030446179".into(), None))
        );
        assert_eq!(
            good(DocumentKind::IdCard, "№030446179"),
            Ok(("030446179".into(), None))
        );
        assert_eq!(
            good(DocumentKind::IdCard, "30446179"),
            Err(DocumentError::IdCard)
        );
        assert_eq!(
            good(DocumentKind::IdCard, "03044617A"),
            Err(DocumentError::IdCard)
        );
        assert_eq!(
            good(DocumentKind::Passport, "n12345678"),
            Ok(("N12345678".into(), None))
        );
        assert_eq!(
            good(DocumentKind::Passport, "N 1234567"),
            Ok(("N1234567".into(), None))
        );
        assert_eq!(
            good(DocumentKind::Passport, "К12345678"),
            Ok(("K12345678".into(), Some(DocumentWarning::PassportLetter))),
        );
        assert_eq!(
            good(DocumentKind::Passport, "12345678"),
            Err(DocumentError::Passport)
        );
        assert_eq!(
            good(DocumentKind::ResidencePermit, "000 123 456"),
            Ok(("000123456".into(), None))
        );
        assert_eq!(
            good(DocumentKind::ResidencePermit, "A-12"),
            Ok(("A-12".into(), Some(DocumentWarning::NineDigitsUsual))),
        );
    }

    #[test]
    fn foreign_forms_are_kept_as_they_stand() {
        for text in ["AB 1234567", "70 05 123456", "X/123.4", "I-АЯ № 123456"] {
            assert_eq!(
                check_number(DocumentKind::ForeignPassport, text).map(|c| c.number),
                Ok(text.to_owned())
            );
        }
        assert_eq!(
            check_number(DocumentKind::ForeignPassport, " "),
            Err(DocumentError::Empty)
        );
        assert_eq!(
            check_number(DocumentKind::ForeignPassport, "a\0b"),
            Err(DocumentError::Characters)
        );
        assert_eq!(
            check_number(DocumentKind::ForeignPassport, &"1".repeat(31)),
            Err(DocumentError::TooLong)
        );
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_what_it_kept(text in "\\PC*", kind in 0usize..11) {
            let kind = DocumentKind::ALL[kind];
            if let Ok(once) = check_number(kind, &text) {
                prop_assert_eq!(check_number(kind, &once.number), Ok(once));
            }
        }
    }
}
