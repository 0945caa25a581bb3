//! Bringing in a client base from a spreadsheet (C4).
//!
//! The file is read once and its rows wait on the desk. The caller looks at the preview, corrects the mapping, and takes
//! one step after another: each is one transaction of whole rows, so that a cancelled or killed import leaves whole
//! chunks, and the same file can be brought in again without doubles, because one IIN is one person.

mod commands;
mod heads;
mod job;
pub(crate) mod picked;
mod repair;
mod store;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use commands::*;

use super::Datum;
use super::values::ValueFault;
use crate::error::{Args, Fault, Kind};
use crate::id;

id! {
    /// An import of a spreadsheet.
    ImportId
}

crate::named! {
    /// What a column of a spreadsheet means: one of our values, or something that is taken apart into several.
    Meaning {
        /// Surname, name, patronymic in one cell.
        FullName = "full_name",
        /// Surname.
        Surname = "surname",
        /// Given name.
        Given = "given",
        /// Patronymic.
        Patronymic = "patronymic",
        /// Former surname.
        FormerSurname = "former_surname",
        /// IIN.
        Iin = "iin",
        /// Birth date.
        BirthDate = "birth_date",
        /// Birth place.
        BirthPlace = "birth_place",
        /// Sex.
        Sex = "sex",
        /// Citizenship.
        Citizenship = "citizenship",
        /// Phone; of several in a cell the first is the main one.
        Phone = "phone",
        /// Further phones.
        OtherPhones = "other_phones",
        /// E-mail.
        Email = "email",
        /// Registration address.
        RegistrationAddress = "registration_address",
        /// Residence address.
        ResidenceAddress = "residence_address",
        /// Kind of document.
        DocumentKind = "document_kind",
        /// Number of an identity card.
        IdCardNumber = "id_card_number",
        /// Number of a passport.
        PassportNumber = "passport_number",
        /// Number of a document whose kind isn't said.
        DocumentNumber = "document_number",
        /// Who issued it.
        DocumentIssuer = "document_issuer",
        /// When it was issued.
        DocumentIssued = "document_issued",
        /// Until when it is valid.
        DocumentExpires = "document_expires",
        /// Loyalty card.
        Card = "card",
        /// State of the card.
        CardState = "card_state",
        /// Bank card, masked.
        BankCard = "bank_card",
        /// Marital status.
        MaritalStatus = "marital_status",
        /// Dependants.
        Dependants = "dependants",
        /// Employer.
        Employer = "employer",
    }
}

impl Meaning {
    /// The value that it fills; none for a cell that is taken apart.
    pub fn datum(self) -> Option<Datum> {
        match self {
            Meaning::FullName => None,
            Meaning::IdCardNumber | Meaning::PassportNumber => Some(Datum::DocumentNumber),
            other => Datum::from_name(other.name()),
        }
    }

    /// Words of a language, in which a question mark can only be a lost letter.
    fn is_words(self) -> bool {
        !matches!(
            self,
            Meaning::Iin
                | Meaning::Phone
                | Meaning::OtherPhones
                | Meaning::BirthDate
                | Meaning::DocumentIssued
                | Meaning::DocumentExpires
                | Meaning::Card
                | Meaning::BankCard
                | Meaning::Dependants
        )
    }
}

crate::named! {
    /// What was repaired in a row, because it was certain.
    Repair {
        /// Spaces around a name, all capitals or all small letters.
        SpacesCaps = "spaces_caps",
        /// «нет» or a dash for a patronymic that isn't there.
        NoPatronymicWord = "no_patronymic_word",
        /// Spaces or hyphens in an IIN.
        IinSpace = "iin_space",
        /// A date written year first.
        IsoDate = "iso_date",
        /// Latin letters in a Cyrillic word.
        LatinLookalikes = "latin_lookalikes",
        /// Leading zeros of an IIN that a spreadsheet dropped.
        IinLostZeros = "iin_lost_zeros",
        /// A link's formula in place of its words.
        FormulaText = "formula_text",
        /// Two phones in one cell.
        TwoPhones = "two_phones",
        /// A line break inside a cell.
        QuotedNewline = "quoted_newline",
        /// A date kept as a spreadsheet's number.
        ExcelDate = "excel_date",
    }
}

crate::named! {
    /// Why a row doesn't land.
    Reason {
        /// No IIN.
        NoIin = "no_iin",
        /// Not twelve digits, and no sure way to put zeros before them.
        IinLength = "iin_length",
        /// The check digit doesn't agree.
        IinCheck = "iin_check",
        /// No person's number.
        IinForm = "iin_form",
        /// No surname.
        NoSurname = "no_surname",
        /// No name.
        NoGiven = "no_given",
        /// Digits or signs in a name.
        NameLetters = "name_letters",
        /// An impossible birth date.
        BirthDate = "birth_date",
        /// An impossible date.
        Date = "date",
        /// No telephone number.
        Phone = "phone",
        /// No e-mail address.
        Email = "email",
        /// No such document number.
        DocumentNumber = "document_number",
        /// No card number.
        Card = "card",
        /// A word that none of the choices fits.
        Choice = "choice",
        /// Too long.
        TooLong = "too_long",
        /// A formula, which is never run.
        Formula = "formula",
        /// Letters were lost when the file was saved: question marks stand in their place.
        LostLetters = "lost_letters",
        /// The person is under age, and the operator takes adults only.
        UnderAge = "under_age",
        /// An employee of the operator, which takes none as clients.
        Employee = "employee",
        /// The person's data are blocked.
        Blocked = "blocked",
    }
}

impl Reason {
    fn of(fault: ValueFault) -> Self {
        match fault {
            ValueFault::IinLength => Reason::IinLength,
            ValueFault::IinCheck => Reason::IinCheck,
            ValueFault::IinForm | ValueFault::IinOfOrganisation => Reason::IinForm,
            ValueFault::Date => Reason::Date,
            ValueFault::BirthDate => Reason::BirthDate,
            ValueFault::Phone | ValueFault::PhoneCode => Reason::Phone,
            ValueFault::Email => Reason::Email,
            ValueFault::DocumentNumber => Reason::DocumentNumber,
            ValueFault::Card | ValueFault::BankCard => Reason::Card,
            ValueFault::NameLetters => Reason::NameLetters,
            ValueFault::TooLong => Reason::TooLong,
            ValueFault::Count | ValueFault::Choice | ValueFault::Needed => Reason::Choice,
        }
    }

    /// Not wrong in itself: somebody has to look at the row and decide.
    pub fn is_for_attention(self) -> bool {
        matches!(self, Reason::LostLetters | Reason::Blocked)
    }
}

/// What is wrong with a row, and in which column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Flaw {
    /// What the column means.
    pub column: Meaning,
    /// What is wrong.
    pub reason: Reason,
}

crate::named! {
    /// What to do with a person who is there already.
    Merging {
        /// Keep the card as it is.
        Keep = "keep",
        /// Fill only what is empty.
        Fill = "fill",
        /// Replace with what the spreadsheet says; former values go to the history.
        Replace = "replace",
    }
}

/// Faults of importing.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file can't be read as a table.
    #[error("{0}")]
    Sheet(#[from] sheets::SheetError),
    /// There is no such import, or its rows are no longer at hand: open the file again.
    #[error("the import is not open")]
    NotOpen,
    /// Names and IIN are needed to know a person.
    #[error("columns are missing")]
    MissingColumns,
    /// A column that isn't there, or one meaning twice.
    #[error("the mapping does not fit")]
    Mapping,
    /// The bytes are no base64.
    #[error("the bytes are damaged")]
    Bytes,
    /// The spreadsheet of bad rows can't be written.
    #[error("the spreadsheet can't be written: {0}")]
    Paper(#[from] papers::PaperError),
}

impl Fault for ImportError {
    fn code(&self) -> &'static str {
        use sheets::SheetError as S;
        match self {
            ImportError::Sheet(error) => match error {
                S::TooLarge { .. } => "clients.sheet_too_large",
                S::Empty => "clients.sheet_empty",
                S::Picture => "clients.sheet_picture",
                S::OldOrLockedExcel => "clients.sheet_old_or_locked",
                S::NotTable => "clients.sheet_not_table",
                S::Nul { .. } => "clients.sheet_nul",
                S::OpenQuote { .. } => "clients.sheet_open_quote",
                S::TooManyRows { .. } => "clients.sheet_too_many_rows",
                S::TooManyColumns { .. } => "clients.sheet_too_many_columns",
                S::CellTooLong { .. } => "clients.sheet_cell_too_long",
                S::TooDense => "clients.sheet_too_dense",
                S::Broken => "clients.sheet_broken",
                S::Unreadable(_) => "clients.sheet_unreadable",
            },
            ImportError::NotOpen => "clients.import_not_open",
            ImportError::MissingColumns => "clients.import_missing_columns",
            ImportError::Mapping => "clients.import_mapping",
            ImportError::Bytes => "clients.sheet_broken",
            ImportError::Paper(_) => "clients.import_paper",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            ImportError::NotOpen => Kind::NotFound,
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        use sheets::SheetError as S;
        match self {
            ImportError::Sheet(S::TooLarge { limit_mb }) => {
                Args::none().number("most", i64::try_from(*limit_mb).unwrap_or(0))
            }
            ImportError::Sheet(S::Nul { row } | S::OpenQuote { row }) => {
                Args::none().number("row", *row)
            }
            ImportError::Sheet(S::TooManyRows { limit }) => Args::none().number("most", *limit),
            ImportError::Sheet(S::TooManyColumns { row, limit }) => {
                Args::none().number("row", *row).number("most", *limit)
            }
            ImportError::Sheet(S::CellTooLong { row, limit_kb }) => Args::none()
                .number("row", *row)
                .number("most", i64::try_from(*limit_kb).unwrap_or(0)),
            _ => Args::none(),
        }
    }
}
