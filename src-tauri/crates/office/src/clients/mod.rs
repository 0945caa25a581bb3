//! Clients: the people whose data are kept (C1–C9).

use crate::id;

id! {
    /// A client: a person whose data are kept.
    ClientId
}

crate::named! {
    /// A category of data that the approved list may name (C2).
    Field {
        /// Surname.
        Surname = "surname",
        /// Given name.
        Given = "given",
        /// Patronymic.
        Patronymic = "patronymic",
        /// Former surname.
        FormerName = "former_name",
        /// Sex.
        Sex = "sex",
        /// Birth date.
        BirthDate = "birth_date",
        /// Birth place.
        BirthPlace = "birth_place",
        /// Citizenship.
        Citizenship = "citizenship",
        /// Individual identification number.
        Iin = "iin",
        /// Registration address.
        RegistrationAddress = "registration_address",
        /// Residence address.
        ResidenceAddress = "residence_address",
        /// Identity document: kind, number, issuer, dates.
        Document = "document",
        /// Phones.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Loyalty card.
        Card = "card",
        /// Bank card or account, masked.
        BankAccount = "bank_account",
        /// Marital status and dependants.
        Family = "family",
        /// Employer.
        Employer = "employer",
        /// Politically exposed person or beneficial owner.
        Exposure = "exposure",
    }
}

/// Which of a client's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fields {
    /// All of them, or the record as a whole.
    All,
    /// These.
    Some(Vec<Field>),
}
