//! The consent as a record in the sense of ISO/IEC TS 27560:2023: header, processing, parties, events.
//!
//! Our names stand in `record.schema.json`, which the tests hold every record against. The principal is named by the card's
//! number, never by the IIN; all states of the past stay in the events.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Dossier;
use super::store::Became;
use crate::consents::texts::ConsentPurpose;
use crate::consents::{ConsentState, Way};

/// Name and version of the form.
const SCHEMA: &str = "kelisim-consent-record-1";
const CONTROLLER: &str = "controller";

/// The record of a consent.
pub(super) fn record(dossier: &Dossier) -> Value {
    let kept = &dossier.kept;
    json!({
        "header": {
            "schema_version": SCHEMA,
            "record_id": record_id(dossier),
            "number": dossier.line.number,
            "pii_principal_id": format!("client-{}", kept.client),
        },
        "processing": {
            "privacy_notice": notice(dossier),
            "language": dossier.lang_shown(),
            "jurisdiction": "KZ",
            "purposes": purposes(dossier),
            "withdrawal_method": {
                "ways": ["visit", "post", "email"],
                "address": dossier.operator.address,
                "email": dossier.operator.email,
                "phone": dossier.operator.phone,
                "working_days": 15,
                "basis": "94-V 8(7)",
            },
            "privacy_rights": ["access", "rectify", "block", "destroy", "withdraw", "complain"],
        },
        "parties": [{
            "id": CONTROLLER,
            "role": "controller",
            "type": "organisation",
            "name": {"kk": dossier.operator.name_kk, "ru": dossier.operator.name_ru},
            "bin": dossier.operator.bin,
            "address": dossier.operator.address,
            "contact": dossier.operator.phone,
            "email": dossier.operator.email,
        }],
        "events": dossier.events.iter().map(|event| event_of(dossier, event)).collect::<Value>(),
    })
}

/// A UUID that is always the same for one consent of one installation (RFC 9562, version 8: of our own making).
fn record_id(dossier: &Dossier) -> String {
    let digest = Sha256::new()
        .chain_update("kelisim consent record\n")
        .chain_update(&dossier.fingerprint)
        .chain_update(&dossier.line.number)
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = verify::hex(&bytes);
    format!(
        "{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

/// The notice in its very version and language, known by its hash.
fn notice(dossier: &Dossier) -> Value {
    let text = &dossier.text;
    json!({
        "id": text.id,
        "code": text.code,
        "version": text.version,
        "published": text.published,
        "title": dossier.said("/text/title").unwrap_or(&text.title.ru),
        "sha256": dossier.said("/text/sha256"),
    })
}

fn purposes(dossier: &Dossier) -> Value {
    dossier
        .text
        .purposes
        .iter()
        .map(|purpose| purpose_of(dossier, purpose))
        .collect()
}

fn purpose_of(dossier: &Dossier, purpose: &ConsentPurpose) -> Value {
    let (text, form) = (&dossier.text, &purpose.form);
    let data = |field: &crate::clients::Field| json!({"type": field, "optional": !crate::consents::visits::draft::is_required(*field)});
    let third = text.third_parties.iter().cloned();
    let recipients: Vec<_> = form.recipients.iter().cloned().chain(third).collect();
    let upper = |countries: &[crate::consents::texts::Country]| -> Vec<String> {
        countries
            .iter()
            .map(|country| country.name().to_uppercase())
            .collect()
    };
    let mut abroad = upper(&text.countries);
    abroad.extend(upper(&form.countries));
    abroad.sort();
    abroad.dedup();
    json!({
        "id": format!("purpose-{}", purpose.id),
        "purpose": form.name,
        "purpose_type": form.kind,
        "lawful_basis": form.basis,
        "pii_information": form.data.iter().map(data).collect::<Value>(),
        "pii_controllers": [CONTROLLER],
        "collection_method": dossier.kept.way,
        "channels": form.channels,
        "storage_locations": upper(&text.stored_in),
        "retention_period": {"rule": form.term, "until": form.term_until},
        "geographic_restrictions": abroad,
        "recipients": recipients,
        "cross_border": text.cross_border,
        "public_sources": text.public_sources,
    })
}

/// An event, with whether the consent is valid after it.
fn event_of(dossier: &Dossier, event: &Became) -> Value {
    let by_client = matches!(
        event.state,
        ConsentState::Given | ConsentState::Refused | ConsentState::Renewed
    );
    let entity = if by_client || event.channel.is_some() {
        format!("client-{}", dossier.kept.client)
    } else {
        CONTROLLER.to_owned()
    };
    json!({
        "time": event.at.text(),
        "purpose": format!("purpose-{}", event.purpose),
        "state": event.state,
        "valid": matches!(event.state, ConsentState::Given | ConsentState::Renewed),
        "effective_from": event.effective_from,
        "entity": entity,
        "entered_by": event.staff.map(|staff| format!("staff-{staff}")),
        "type": match dossier.kept.way {
            Way::Paper => "written",
            Way::Tablet | Way::Window => "electronic_with_code",
            Way::Site => "electronic",
        },
        "channel": event.channel,
    })
}
