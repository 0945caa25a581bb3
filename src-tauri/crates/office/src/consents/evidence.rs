//! The proof of a consent (S5, Law 94-V art. 25(2)(5)): what was shown, in which words, what was answered, by whose number it was
//! confirmed, who compared which document. Kept as one JSON text whose hash the journal seals. No digit of a code is in it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::evidence_parts::{PhoneProof, PurposeProof, SignatureProof, TextProof, Who};
use super::texts::ConsentText;
use super::visits::{DocumentShown, Draft, ScanShown, Visit, VisitRepresentative, draft};
use super::{ConsentId, ConsentState, Way, store, visits};
use crate::clients::{ClientId, Field};
use crate::clock::Moment;
use crate::error::Result;
use crate::{Write, operators};

/// Name and version of the form in which evidence is kept.
const SCHEMA: &str = "kelisim-consent-evidence-1";

/// Everything that the evidence is made of.
pub(crate) struct Proof<'a> {
    /// The visit.
    pub visit: &'a Visit,
    /// The text that was shown.
    pub text: &'a ConsentText,
    /// What the client typed and signed.
    pub typed: &'a Draft,
    /// The person as compared with the document.
    pub person: &'a Draft,
    /// The answers that stand.
    pub answers: &'a BTreeMap<i64, bool>,
    /// The document.
    pub document: &'a DocumentShown,
    /// How it was given.
    pub way: Way,
    /// Who acted for the client.
    pub acting: Option<&'a VisitRepresentative>,
    /// The scan of the signed form.
    pub scan: Option<ScanShown>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    schema: &'static str,
    number: &'a str,
    way: &'static str,
    operator: Who,
    branch: String,
    tablet: Option<i64>,
    consultant: i64,
    text: TextProof<'a>,
    purposes: Vec<PurposeProof<'a>>,
    person: PersonProof,
    phone: Option<PhoneProof>,
    signature: Option<SignatureProof>,
    document: &'a DocumentShown,
    original_seen: bool,
    /// The consent is the client's; given by this person, whose document `document` then is.
    #[serde(skip_serializing_if = "Option::is_none")]
    representative: Option<&'a VisitRepresentative>,
    /// The scan of the signed form, by its hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<PaperProof>,
    times: Times,
    trail: Vec<Step>,
}

#[derive(Serialize)]
struct PaperProof {
    kind: &'static str,
    size: u32,
    sha256: String,
}

/// Which fields the client typed, and which the consultant corrected by the document. No values: the card has them.
#[derive(Serialize)]
struct PersonProof {
    full_name: String,
    typed: Vec<&'static str>,
    corrected: Vec<&'static str>,
}

#[derive(Serialize)]
struct Times {
    opened: String,
    text_shown: Option<String>,
    confirmed: Option<String>,
    saved: String,
}

#[derive(Serialize)]
struct Step {
    at: String,
    kind: String,
    n: Option<u32>,
    word: Option<String>,
}

/// Saves the consent, its answers and its first events; gives back the hash for the journal.
pub(crate) fn keep(
    cx: &Write<'_>,
    client: ClientId,
    proof: &Proof<'_>,
) -> Result<(ConsentId, [u8; 32])> {
    let evidence = evidence(cx, proof)?;
    let text = serde_json::to_string(&evidence).map_err(anyhow::Error::from)?;
    let seal = super::sha256(&text);
    let strokes = serde_json::to_string(&proof.typed.strokes).map_err(anyhow::Error::from)?;
    let kept = store::NewConsent {
        client,
        proof,
        evidence: &text,
        sha: &super::hex(&seal),
        strokes: &strokes,
    };
    let consent = store::add(cx, &kept)?;
    for purpose in &proof.text.purposes {
        let yes = proof.answers.get(&purpose.id.0).copied().unwrap_or(false);
        let state = if yes {
            ConsentState::Given
        } else {
            ConsentState::Refused
        };
        store::add_item(cx, consent, purpose.id, yes)?;
        store::add_event(cx, consent, purpose.id, state, cx.today(), None)?;
    }
    Ok((consent, seal))
}

fn evidence<'a>(cx: &Write<'_>, proof: &'a Proof<'a>) -> Result<Evidence<'a>> {
    let Proof {
        visit,
        text,
        typed,
        person,
        ..
    } = *proof;
    let lang = visit.shown_lang().lang();
    let profile = operators::store::operator(cx, visit.operator)?.profile;
    let trail = visits::store::events(cx, visit.id)?;
    let count = |kind: &str| {
        trail
            .iter()
            .filter(|(_, happened, ..)| happened == kind)
            .count() as u32
    };
    let on_tablet = matches!(proof.way, Way::Tablet | Way::Window);
    // The number that the code proved is that of whoever held the tablet.
    let number = proof
        .acting
        .map_or(person.value(Field::Phone), |acting| &acting.phone);
    let phone = draft::phone(number).ok().map(|phone| PhoneProof {
        number: phone.as_e164().to_owned(),
        proved_by_code: on_tablet,
        codes: count("code_made"),
        wrong_tries: count("code_wrong"),
    });
    let asked: Vec<Field> = draft::asked(text).collect();
    let differs = |field: &&Field| on_tablet && !is_same(**field, person, typed);
    let name = [Field::Surname, Field::Given, Field::Patronymic].map(|field| person.value(field));
    Ok(Evidence {
        schema: SCHEMA,
        number: &visit.number,
        way: proof.way.name(),
        operator: Who::of(&profile, lang),
        branch: operators::store::branch_name(cx, visit.branch)?,
        tablet: visit.tablet.map(|tablet| tablet.0),
        consultant: cx.seat()?.staff.0,
        text: TextProof::of(text, lang).read(visit.read_seconds, visit.read_to_end),
        purposes: PurposeProof::of_each(text, lang, proof.answers),
        person: PersonProof {
            full_name: name.join(" ").trim().to_owned(),
            typed: asked
                .iter()
                .filter(|field| on_tablet && !typed.value(**field).is_empty())
                .map(|f| f.name())
                .collect(),
            corrected: asked
                .iter()
                .filter(differs)
                .map(|field| field.name())
                .collect(),
        },
        phone,
        signature: if typed.has_signature() {
            Some(SignatureProof::of(&typed.strokes)?)
        } else {
            None
        },
        document: proof.document,
        original_seen: true,
        representative: proof.acting,
        paper: proof.scan.as_ref().map(|scan| PaperProof {
            kind: scan.kind.name(),
            size: scan.size,
            sha256: scan.sha256.clone(),
        }),
        times: Times {
            opened: visit.opened.text(),
            text_shown: visit.shown.map(Moment::text),
            confirmed: visit.confirmed.map(Moment::text),
            saved: cx.now().text(),
        },
        trail: trail
            .into_iter()
            .map(|(at, kind, n, word)| Step {
                at: at.text(),
                kind,
                n,
                word,
            })
            .collect(),
    })
}

/// A number typed in another form is the same number.
fn is_same(field: Field, person: &Draft, typed: &Draft) -> bool {
    let phone = |draft: &Draft| draft::phone(draft.value(field)).ok();
    let iin = |draft: &Draft| kz::Iin::parse(draft.value(field)).ok();
    match field {
        Field::Phone => phone(person) == phone(typed),
        Field::Iin => iin(person) == iin(typed),
        _ => person.value(field) == typed.value(field),
    }
}
