//! The sealed file: what a machine, an expert or a court checks without the application. The `verify` crate tells its form.

use base64::Engine as _;
use ed25519_dalek::SigningKey;
use serde_json::{Value, json};
use verify::journal::Place;

use super::{Dossier, record};
use crate::error::Result;

/// Seals the dossier.
pub(super) fn sealed(
    dossier: &Dossier,
    place: Option<&Place>,
    gaps: &[String],
    key: &SigningKey,
) -> Result<Vec<u8>> {
    let kept = &dossier.kept;
    let format = json!({
        "name": verify::FORMAT,
        "number": dossier.line.number,
        "made_at": dossier.made.text(),
        "program": concat!("Kelisim ", env!("CARGO_PKG_VERSION")),
        "calendar": dossier.calendar,
    });
    let parts = [
        ("format", format.to_string()),
        // Byte for byte: these are the bytes whose hash the journal has. Nothing may stand in them that would end the line.
        ("evidence", one_line(&kept.evidence)),
        ("text", text(dossier).to_string()),
        ("strokes", one_line(&kept.strokes)),
        ("trail", trail(dossier).to_string()),
        ("names", names(dossier).to_string()),
        ("record", record::record(dossier).to_string()),
        ("gaps", json!(gaps).to_string()),
        (
            "journal",
            serde_json::to_string(&place).map_err(anyhow::Error::from)?,
        ),
    ];
    Ok(verify::sealed::seal(&parts, key))
}

/// JSON that was kept as one line stays as it is; what somebody altered can't break the file's form.
fn one_line(kept: &str) -> String {
    let whole = !kept.contains(['\n', '\r']) && serde_json::from_str::<Value>(kept).is_ok();
    if whole {
        kept.to_owned()
    } else {
        Value::String(base64::engine::general_purpose::STANDARD.encode(kept)).to_string()
    }
}

/// The text in every language in which it was published: the bytes whose hashes stand in the evidence.
fn text(dossier: &Dossier) -> Value {
    let text = &dossier.text;
    json!({
        "code": text.code,
        "version": text.version,
        "published": text.published,
        "title": text.title,
        "body": text.body,
        "sha256": text.sha256,
    })
}

/// What happened at the visit up to now: a report of delivery may have come after the evidence was sealed.
fn trail(dossier: &Dossier) -> Value {
    let step = |step: &super::store::Step| json!({"at": step.at.text(), "kind": step.kind, "n": step.n, "word": step.word});
    dossier.trail.iter().map(step).collect()
}

/// Names beside the numbers of the evidence, as they are today.
fn names(dossier: &Dossier) -> Value {
    let kept = &dossier.kept;
    json!({
        "branch": {"id": kept.branch, "name": kept.branch_name},
        "consultant": {"id": kept.consultant_id, "name": kept.consultant},
        "tablet": kept.tablet,
        "operator": {"id": kept.operator, "name_kk": dossier.operator.name_kk, "name_ru": dossier.operator.name_ru, "bin": dossier.operator.bin},
    })
}
