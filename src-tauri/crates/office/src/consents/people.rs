//! The seam to the room of clients: who a saved visit belongs to.

use std::collections::BTreeMap;

use super::visits::DocumentShown;
use crate::clients::{self, ClientId, Datum, Field};
use crate::error::Result;
use crate::policy::{BranchId, OperatorId};
use crate::{Read, Write};

/// The operator's client with this IIN.
pub(super) fn by_iin(
    cx: &Read<'_>,
    operator: OperatorId,
    iin: &kz::Iin,
) -> Result<Option<ClientId>> {
    clients::store::with_iin(cx, operator, iin.as_str())
}

/// Where a saved visit belongs.
pub(super) struct Belongs<'a> {
    pub operator: OperatorId,
    pub branch: BranchId,
    /// The card that is known already.
    pub known: Option<ClientId>,
    /// The consent's number, for the history.
    pub number: &'a str,
}

/// Writes the person into the card, or makes one. The document only where the text's list of data names it.
pub(super) fn upsert(
    cx: &Write<'_>,
    to: &Belongs<'_>,
    fields: &[(Field, String)],
    document: Option<&DocumentShown>,
) -> Result<ClientId> {
    let typed = fields
        .iter()
        .filter_map(|(field, value)| Some((datum(*field)?, value.clone())));
    let shown = document.into_iter().flat_map(|document| {
        [
            (Datum::DocumentKind, document.kind.clone()),
            (Datum::DocumentNumber, document.number.clone()),
            (Datum::DocumentIssuer, document.issuer.clone()),
            (Datum::DocumentIssued, document.issued.clone()),
        ]
    });
    let values: BTreeMap<Datum, String> = typed.chain(shown).collect();
    clients::upsert_from_consent(cx, to.operator, to.branch, to.known, &values, to.number)
}

/// The one value of a field that is typed at the tablet.
fn datum(field: Field) -> Option<Datum> {
    match field {
        Field::Surname => Some(Datum::Surname),
        Field::Given => Some(Datum::Given),
        Field::Patronymic => Some(Datum::Patronymic),
        Field::Iin => Some(Datum::Iin),
        Field::BirthDate => Some(Datum::BirthDate),
        Field::Phone => Some(Datum::Phone),
        Field::Email => Some(Datum::Email),
        Field::ResidenceAddress => Some(Datum::ResidenceAddress),
        _ => None,
    }
}
