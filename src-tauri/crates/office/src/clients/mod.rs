//! Clients: the people whose data are kept (C1–C7).
//!
//! [`Field`] is a category of the approved list: what a profile switches on and a block covers. [`Datum`] is one value
//! inside a category: what a form has a box for, what the history remembers.

mod commands;
pub mod find;
pub mod import;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod samples;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod twins;
pub mod values;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use commands::*;
pub use find::FindClients;
pub use import::{CancelImport, ImportBadRows, ListImports, MapImport, OpenImport, StepImport};

use crate::blocks::{self, Deed};
use crate::door::{Read, Target, Write};
use crate::error::{Args, Fault, Invalid, Kind, Result};
use crate::id;
use crate::operators::Profile;
use crate::policy::{BranchId, OperatorId};

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

impl Fields {
    /// The categories of these values.
    pub fn of(data: impl IntoIterator<Item = Datum>) -> Self {
        let mut fields: Vec<Field> = data.into_iter().map(Datum::field).collect();
        fields.sort_unstable();
        fields.dedup();
        Fields::Some(fields)
    }
}

crate::named! {
    /// One value of a person's data (C2).
    Datum {
        /// Surname.
        Surname = "surname",
        /// Given name.
        Given = "given",
        /// Patronymic.
        Patronymic = "patronymic",
        /// Former surname.
        FormerSurname = "former_surname",
        /// Sex: `female`, `male`.
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
        /// Kind of the identity document.
        DocumentKind = "document_kind",
        /// Its number.
        DocumentNumber = "document_number",
        /// Who issued it.
        DocumentIssuer = "document_issuer",
        /// When it was issued.
        DocumentIssued = "document_issued",
        /// Until when it is valid.
        DocumentExpires = "document_expires",
        /// Main phone.
        Phone = "phone",
        /// Further phones, separated by commas.
        OtherPhones = "other_phones",
        /// E-mail.
        Email = "email",
        /// Loyalty card.
        Card = "card",
        /// Its state: `active`, `blocked`.
        CardState = "card_state",
        /// The last four digits of a bank card.
        BankCard = "bank_card",
        /// Marital status.
        MaritalStatus = "marital_status",
        /// How many dependants.
        Dependants = "dependants",
        /// Employer.
        Employer = "employer",
        /// Politically exposed person: `yes`, `no`.
        PublicOfficial = "public_official",
        /// Beneficial owner: `yes`, `no`.
        BeneficialOwner = "beneficial_owner",
    }
}

impl Datum {
    /// The category it belongs to.
    pub fn field(self) -> Field {
        match self {
            Datum::Surname => Field::Surname,
            Datum::Given => Field::Given,
            Datum::Patronymic => Field::Patronymic,
            Datum::FormerSurname => Field::FormerName,
            Datum::Sex => Field::Sex,
            Datum::BirthDate => Field::BirthDate,
            Datum::BirthPlace => Field::BirthPlace,
            Datum::Citizenship => Field::Citizenship,
            Datum::Iin => Field::Iin,
            Datum::RegistrationAddress => Field::RegistrationAddress,
            Datum::ResidenceAddress => Field::ResidenceAddress,
            Datum::DocumentKind
            | Datum::DocumentNumber
            | Datum::DocumentIssuer
            | Datum::DocumentIssued
            | Datum::DocumentExpires => Field::Document,
            Datum::Phone | Datum::OtherPhones => Field::Phone,
            Datum::Email => Field::Email,
            Datum::Card | Datum::CardState => Field::Card,
            Datum::BankCard => Field::BankAccount,
            Datum::MaritalStatus | Datum::Dependants => Field::Family,
            Datum::Employer => Field::Employer,
            Datum::PublicOfficial | Datum::BeneficialOwner => Field::Exposure,
        }
    }

    /// Whether it says who the person is: changed by a document that was shown, never by the person's word alone (C7).
    pub fn needs_document(self) -> bool {
        self.is_name()
            || matches!(
                self.field(),
                Field::Iin
                    | Field::BirthDate
                    | Field::BirthPlace
                    | Field::Sex
                    | Field::Citizenship
                    | Field::Document
            )
    }

    /// Whether it is part of the name by which a person is found.
    pub fn is_name(self) -> bool {
        matches!(
            self,
            Datum::Surname | Datum::Given | Datum::Patronymic | Datum::FormerSurname
        )
    }
}

/// A person's values in their canonical form; what isn't there isn't known.
pub type Values = BTreeMap<Datum, String>;

/// A person's name, as stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Name {
    pub surname: Option<String>,
    pub given: Option<String>,
    pub patronymic: Option<String>,
    pub former_surname: Option<String>,
}

impl Name {
    fn of(values: &Values) -> Self {
        let part = |datum| values.get(&datum).cloned();
        Name {
            surname: part(Datum::Surname),
            given: part(Datum::Given),
            patronymic: part(Datum::Patronymic),
            former_surname: part(Datum::FormerSurname),
        }
    }

    /// Surname, name, patronymic in one line.
    pub fn whole(&self) -> String {
        let parts = [&self.surname, &self.given, &self.patronymic];
        parts
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

crate::named! {
    /// What a person is to the operator (C3).
    SubjectKind {
        /// A client.
        Client = "client",
        /// A person who contacted the operator.
        Contact = "contact",
        /// An authorised representative, by a document.
        Representative = "representative",
    }
}

crate::named! {
    /// On what ground a person's data were changed (C7).
    Ground {
        /// The person's written application.
        Application = "application",
        /// A document that was shown.
        Document = "document",
        /// The person typed it, at the tablet.
        Consent = "consent",
        /// A spreadsheet that was brought in.
        Import = "import",
        /// A withdrawal of consent took effect.
        Withdrawal = "withdrawal",
    }
}

/// Faults of this room, beside those of single values.
#[derive(Debug, thiserror::Error)]
pub enum ClientsError {
    /// There is no such client.
    #[error("no such client")]
    NotFound,
    /// Somebody changed the card meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// A person with that IIN is there already: one IIN, one person.
    #[error("the IIN is known")]
    IinKnown,
    /// The operator takes adults only (C5).
    #[error("under age")]
    UnderAge,
    /// The operator takes none of its employees as clients (C5).
    #[error("an employee of the operator")]
    Employee,
    /// The operator's list doesn't have this category (C2).
    #[error("the category is not on the operator's list")]
    NotListed,
    /// A change needs its ground: the number and date of the application or document (C7).
    #[error("no ground given")]
    NoGround,
    /// Who a person is changes by a document alone (C7).
    #[error("a document is needed")]
    DocumentNeeded,
    /// Only an application or a document can be a ground here.
    #[error("not a ground for a change by hand")]
    WrongGround,
    /// A representative's data are taken only with the document that gives the authority (C3).
    #[error("no authority shown")]
    NoAuthority,
    /// The authority is over, or its dates don't fit.
    #[error("the authority's dates do not fit")]
    AuthorityDates,
    /// A card needs a surname.
    #[error("no surname")]
    NoSurname,
    /// A card needs a name.
    #[error("no given name")]
    NoGiven,
    /// Nothing was changed.
    #[error("nothing changed")]
    NothingChanged,
    /// Receiving a person here needs a reason.
    #[error("no reason given")]
    NoReason,
}

impl Fault for ClientsError {
    fn code(&self) -> &'static str {
        match self {
            ClientsError::NotFound => "clients.not_found",
            ClientsError::Conflict => "clients.conflict",
            ClientsError::IinKnown => "clients.iin_known",
            ClientsError::UnderAge => "clients.under_age",
            ClientsError::Employee => "clients.employee",
            ClientsError::NotListed => "clients.not_listed",
            ClientsError::NoGround => "clients.no_ground",
            ClientsError::DocumentNeeded => "clients.document_needed",
            ClientsError::WrongGround => "clients.wrong_ground",
            ClientsError::NoAuthority => "clients.no_authority",
            ClientsError::AuthorityDates => "clients.authority_dates",
            ClientsError::NoSurname => "clients.no_surname",
            ClientsError::NoGiven => "clients.no_given",
            ClientsError::NothingChanged => "clients.nothing_changed",
            ClientsError::NoReason => "clients.no_reason",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            ClientsError::NotFound => Kind::NotFound,
            ClientsError::Conflict => Kind::Conflict,
            ClientsError::IinKnown => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn args(&self) -> Args {
        Args::none()
    }
}

/// Where a client is kept and what is done to them: for the door. Rooms whose commands name a client use it.
pub fn target(cx: &Read<'_>, client: ClientId, deed: Deed, fields: Fields) -> Result<Target> {
    let place = store::place(cx, client)?.ok_or(ClientsError::NotFound)?;
    Ok(Target::at(place.operator, place.branches).touching(client, deed, fields))
}

/// The client's name in one line, for lists of other rooms.
pub fn display_name(cx: &Read<'_>, client: ClientId) -> Result<String> {
    Ok(Name::of(&store::values(cx, client)?.ok_or(ClientsError::NotFound)?).whole())
}

/// Blocks or opens a client's card because of a withdrawal or a new consent, by the decision of a member of staff.
pub(crate) fn set_card_state(
    cx: &Write<'_>,
    client: ClientId,
    state: &str,
    by: crate::door::StaffId,
    paper: &str,
) -> Result<()> {
    store::set_card_state(cx, client, state, by, paper)?;
    cx.news("client", client.0);
    Ok(())
}

/// Youngest age at which a person decides alone.
const OF_AGE: u32 = 18;

/// Reads what a form brought into canonical values, noting what is wrong by box.
fn read_form(
    form: &BTreeMap<Datum, String>,
    profile: &Profile,
    today: NaiveDate,
    bad: &mut Invalid,
) -> BTreeMap<Datum, Option<String>> {
    let kind = form
        .get(&Datum::DocumentKind)
        .and_then(|name| values::document_kind(name));
    let mut read = BTreeMap::new();
    for (datum, text) in form {
        if !profile.categories.contains(&datum.field()) && !text.trim().is_empty() {
            bad.note(datum.name(), ClientsError::NotListed);
        } else if let Some(value) = bad.take(datum.name(), values::read(*datum, text, kind, today))
        {
            read.insert(*datum, value);
        }
    }
    let birth = read
        .get(&Datum::BirthDate)
        .and_then(Option::as_deref)
        .and_then(|date| date.parse::<NaiveDate>().ok());
    if profile.adults_only
        && birth.is_some_and(|birth| today.years_since(birth).is_none_or(|age| age < OF_AGE))
    {
        bad.note(Datum::BirthDate.name(), ClientsError::UnderAge);
    }
    read
}

/// Notes what no card can be without.
fn need_name(values: &Values, bad: &mut Invalid) {
    if !values.contains_key(&Datum::Surname) {
        bad.note(Datum::Surname.name(), ClientsError::NoSurname);
    }
    if !values.contains_key(&Datum::Given) {
        bad.note(Datum::Given.name(), ClientsError::NoGiven);
    }
}

/// Keeps what a person typed at the tablet and confirmed by a code: a new card, or changes to the one they have.
///
/// The same IIN within an operator is the same person. What was typed replaces what was kept; the former values go to
/// the history on the ground of the consent. `paper` is the consent's number.
pub fn upsert_from_consent(
    cx: &Write<'_>,
    operator: OperatorId,
    branch: BranchId,
    known: Option<ClientId>,
    typed: &BTreeMap<Datum, String>,
    paper: &str,
) -> Result<ClientId> {
    let profile = crate::operators::store::operator(cx, operator)?.profile;
    let mut bad = Invalid::default();
    let read = read_form(typed, &profile, cx.today(), &mut bad);
    bad.done()?;
    let values: Values = read
        .into_iter()
        .filter_map(|(datum, value)| Some((datum, value?)))
        .collect();
    let by_iin = match values.get(&Datum::Iin) {
        Some(iin) => store::with_iin(cx, operator, iin)?,
        None => None,
    };
    if let (Some(known), Some(found)) = (known, by_iin)
        && known != found
    {
        return Err(ClientsError::IinKnown.into());
    }
    match known.or(by_iin) {
        Some(client) => {
            let kept = store::values(cx, client)?.unwrap_or_default();
            let changes: BTreeMap<Datum, Option<String>> = values
                .into_iter()
                .filter(|(datum, value)| kept.get(datum) != Some(value))
                .map(|(datum, value)| (datum, Some(value)))
                .collect();
            if !changes.is_empty() {
                // Confirming what is kept is no change; writing over blocked data is one.
                blocks::permit(cx, client, Deed::Edit, &Fields::of(changes.keys().copied()))?;
                store::change(cx, client, &changes, Ground::Consent, paper)?;
            }
            store::add_branch(cx, client, branch, "consent")?;
            Ok(client)
        }
        None => {
            let mut bad = Invalid::default();
            need_name(&values, &mut bad);
            bad.done()?;
            store::insert(cx, operator, branch, SubjectKind::Client, &values)
        }
    }
}
