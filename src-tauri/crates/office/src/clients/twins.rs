//! Two cards of one person: the same document, the same phone with a near name, or the same birth date with a near name, under
//! another IIN or none. People decide, never the program.

use std::collections::BTreeMap;

use hmac::{Hmac, KeyInit, Mac};
use kz::names;
use sha2::Sha256;

use super::{ClientId, Datum, Values, store};
use crate::Read;
use crate::door::KeyUse;
use crate::error::Result;
use crate::policy::OperatorId;

crate::named! {
    /// What agrees between two cards.
    TwinWhy {
        /// The identity document.
        Document = "document",
        /// Phone and name.
        Phone = "phone",
        /// Birth date and name.
        Birth = "birth",
    }
}

/// Whom to look for, as typed.
pub(crate) struct Probe<'a> {
    pub operator: OperatorId,
    pub iin: &'a str,
    pub surname: &'a str,
    pub given: &'a str,
    pub birth_date: &'a str,
    pub phone: &'a str,
    pub document: &'a str,
}

/// Cards that may be the same person's. The card with the same IIN isn't among them: that one is the person.
pub(crate) fn find(cx: &Read<'_>, probe: &Probe<'_>) -> Result<BTreeMap<ClientId, Vec<TwinWhy>>> {
    let iin = kz::Iin::parse(probe.iin).ok();
    let phone = kz::Phone::parse(probe.phone).ok();
    let mut out: BTreeMap<ClientId, Vec<TwinWhy>> = BTreeMap::new();
    let mut note = |client: ClientId, values: &Values, why: TwinWhy| {
        let same = iin
            .as_ref()
            .is_some_and(|iin| values.get(&Datum::Iin).map(String::as_str) == Some(iin.as_str()));
        let near = why == TwinWhy::Document || is_near(values, probe);
        if !same && near {
            let whys = out.entry(client).or_default();
            if !whys.contains(&why) {
                whys.push(why);
            }
        }
    };
    let mut look = |clients: Vec<ClientId>, why: TwinWhy| -> Result<()> {
        for client in clients {
            if let Some(values) = store::values(cx, client)? {
                note(client, &values, why);
            }
        }
        Ok(())
    };
    for number in numbers(probe.document) {
        look(
            store::with_document(cx, probe.operator, &number)?,
            TwinWhy::Document,
        )?;
    }
    if let Some(phone) = phone {
        look(
            store::with_phone(cx, probe.operator, phone.as_e164())?,
            TwinWhy::Phone,
        )?;
    }
    if probe.birth_date.parse::<chrono::NaiveDate>().is_ok() {
        look(
            store::with_birth(cx, probe.operator, probe.birth_date)?,
            TwinWhy::Birth,
        )?;
    }
    Ok(out)
}

/// A document's number as a card may keep it: as written, and without the gaps.
fn numbers(typed: &str) -> Vec<String> {
    let written = typed.trim().to_uppercase();
    let solid: String = written
        .chars()
        .filter(|c| !matches!(c, ' ' | '-'))
        .collect();
    let mut numbers = vec![written, solid];
    numbers.dedup();
    numbers.retain(|number| !number.is_empty());
    numbers
}

/// Surname and name sound alike, a misprint apart at most; the order of the two doesn't matter.
fn is_near(values: &Values, probe: &Probe<'_>) -> bool {
    let kept = |datum| values.get(&datum).map(String::as_str).unwrap_or_default();
    let near = |a: &str, b: &str| {
        let (a, b) = (names::loose(a), names::loose(b));
        !a.is_empty() && (a == b || (a.chars().count() > 3 && names::within(&a, &b)))
    };
    let (surname, given) = (kept(Datum::Surname), kept(Datum::Given));
    let former = kept(Datum::FormerSurname);
    (near(surname, probe.surname) || near(former, probe.surname)) && near(given, probe.given)
        || near(surname, probe.given) && near(given, probe.surname)
}

/// The keyed hash that outlives a destroyed person.
pub(crate) fn mark(key: &[u8; 32], iin: &kz::Iin) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(iin.as_str().as_bytes());
    mac.finalize().into_bytes().into()
}

/// The day on which a person with this IIN was destroyed.
pub(crate) fn destroyed_on(
    cx: &Read<'_>,
    operator: OperatorId,
    iin: &kz::Iin,
) -> Result<Option<String>> {
    store::destroyed_on(cx, operator, &mark(&cx.key(KeyUse::Tombstones), iin))
}
