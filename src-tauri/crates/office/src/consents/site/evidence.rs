//! The evidence of a consent from a site: the same form as that of a visit, with what a list knows and, named, what it lacks.

use serde::Serialize;

use super::reading::Given;
use super::{Job, SiteGap};
use crate::Write;
use crate::clients::Field;
use crate::consents::evidence_parts::{PhoneProof, PurposeProof, TextProof, Who};
use crate::consents::{Way, sha256};
use crate::error::Result;
use crate::operators;

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
    signature: Option<()>,
    document: Option<()>,
    original_seen: bool,
    times: Times,
    trail: [(); 0],
    site: SiteProof<'a>,
    gaps: Vec<&'static str>,
}

#[derive(Serialize)]
struct PersonProof {
    full_name: String,
    typed: Vec<&'static str>,
    corrected: [&'static str; 0],
}

#[derive(Serialize)]
struct Times {
    opened: Option<String>,
    text_shown: Option<String>,
    confirmed: Option<String>,
    saved: String,
}

/// What the list says, and which list it was.
#[derive(Serialize)]
struct SiteProof<'a> {
    ticked: String,
    ip: Option<String>,
    device: Option<&'a str>,
    list_sha256: &'a str,
    list_row: u32,
}

/// The evidence of a row as JSON text, and its hash.
pub(super) fn of(
    cx: &Write<'_>,
    job: &Job,
    given: &Given,
    number: &str,
    row: u32,
) -> Result<(String, [u8; 32])> {
    let (text, lang) = (&job.text, given.lang);
    let profile = operators::store::operator(cx, job.operator)?.profile;
    let value = |field| given.fields.get(&field).map_or("", String::as_str);
    let name = [Field::Surname, Field::Given, Field::Patronymic].map(value);
    let phone = kz::Phone::parse(value(Field::Phone)).ok();
    let evidence = Evidence {
        schema: "kelisim-consent-evidence-1",
        number,
        way: Way::Site.name(),
        operator: Who::of(&profile, lang),
        branch: operators::store::branch_name(cx, job.branch)?,
        tablet: None,
        consultant: cx.seat()?.staff.0,
        text: TextProof::of(text, lang),
        purposes: PurposeProof::of_each(text, lang, &given.ticks),
        person: PersonProof {
            full_name: name.join(" ").trim().to_owned(),
            typed: given.fields.keys().map(|field| field.name()).collect(),
            corrected: [],
        },
        phone: phone.map(|phone| PhoneProof {
            number: phone.as_e164().to_owned(),
            proved_by_code: false,
            codes: 0,
            wrong_tries: 0,
        }),
        signature: None,
        document: None,
        original_seen: false,
        times: Times {
            opened: None,
            text_shown: None,
            confirmed: Some(given.at.text()),
            saved: cx.now().text(),
        },
        trail: [],
        site: SiteProof {
            ticked: given.at.text(),
            ip: given.ip.map(|ip| ip.to_string()),
            device: given.device.as_deref(),
            list_sha256: &job.file_hash,
            list_row: row,
        },
        gaps: given.gaps.iter().copied().map(SiteGap::name).collect(),
    };
    let text = serde_json::to_string(&evidence).map_err(anyhow::Error::from)?;
    let seal = sha256(&text);
    Ok((text, seal))
}
