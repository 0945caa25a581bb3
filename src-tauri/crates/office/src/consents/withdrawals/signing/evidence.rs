//! What proves that a person signed: the application word for word, the signature, the moments, before whom and where. Its hash
//! is sealed by the journal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::form::WithdrawalForm;
use super::{Signing, store};
use crate::clock::{Moment, Stamp};
use crate::consents::evidence_parts::SignatureProof;
use crate::consents::visits::SignPoint;
use crate::consents::{digest, hex, sha256, tablets};
use crate::error::Result;
use crate::requests::RightId;
use crate::{Read, journal, operators};

/// Name and version of the form in which this evidence is kept.
const SCHEMA: &str = "kelisim-withdrawal-evidence-1";

/// Evidence as it is kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    pub evidence: String,
    pub sha256: String,
}

#[derive(Serialize)]
struct Evidence<'a> {
    schema: &'static str,
    right: RightId,
    client: i64,
    branch: String,
    tablet: i64,
    way: &'static str,
    consultant: i64,
    registered_by: i64,
    form: &'a WithdrawalForm,
    form_sha256: String,
    signature: SignatureProof,
    times: Times,
}

#[derive(Serialize)]
struct Times {
    opened: String,
    shown: Option<String>,
    read: Option<String>,
    signed: Option<String>,
    saved: String,
}

/// Draws the evidence up; gives the hash for the journal, too.
pub(super) fn drawn_up(cx: &Read<'_>, one: &Signing, right: RightId) -> Result<(Kept, [u8; 32])> {
    let form = one.form()?;
    let evidence = Evidence {
        schema: SCHEMA,
        right,
        client: one.client.0,
        branch: operators::store::branch_name(cx, one.branch)?,
        tablet: one.tablet.0,
        way: match tablets::store::is_window(cx, one.tablet)? {
            true => "window",
            false => "tablet",
        },
        consultant: one.staff.0,
        registered_by: cx.seat()?.staff.0,
        form,
        form_sha256: form.sha256()?,
        signature: SignatureProof::of(&one.strokes)?,
        times: Times {
            opened: one.opened.text(),
            shown: one.shown.map(Moment::text),
            read: one.read.map(Moment::text),
            signed: one.signed.map(Moment::text),
            saved: cx.now().text(),
        },
    };
    let evidence = serde_json::to_string(&evidence).map_err(anyhow::Error::from)?;
    let seal = sha256(&evidence);
    let kept = Kept {
        evidence,
        sha256: hex(&seal),
    };
    Ok((kept, seal))
}

/// An application that was signed on the tablet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SignedWithdrawal {
    /// The application, word for word.
    pub form: WithdrawalForm,
    /// SHA-256 of it, in hex.
    pub sha256: String,
    /// The signature.
    pub strokes: Vec<Vec<SignPoint>>,
    /// Name of the tablet.
    pub tablet: String,
    /// When it was on the screen in this language.
    pub shown: Stamp,
    /// When it was signed.
    pub signed: Stamp,
    /// Application and signature are those whose hashes were sealed.
    pub intact: bool,
    /// Number of the journal entry that sealed them.
    pub entry: Option<i64>,
}

/// The application by which a right was asked for, where it was signed on the tablet.
pub(in crate::consents::withdrawals) fn of_right(
    cx: &Read<'_>,
    right: RightId,
) -> Result<Option<SignedWithdrawal>> {
    let Some((one, kept)) = store::of_right(cx, right)? else {
        return Ok(None);
    };
    // Whoever was destroyed since leaves no application.
    let (Some(form), Some(shown), Some(signed)) = (one.form, one.shown, one.signed) else {
        return Ok(None);
    };
    let said: serde_json::Value =
        serde_json::from_str(&kept.evidence).map_err(anyhow::Error::from)?;
    let sha = form.sha256()?;
    let strokes = hex(&digest(&one.strokes)?);
    let intact = hex(&sha256(&kept.evidence)) == kept.sha256
        && said["form_sha256"].as_str() == Some(&sha)
        && said["signature"]["sha256"].as_str() == Some(&strokes);
    let sealed = journal::store::sealed(cx, "withdrawal_signing", one.id.0, &kept.sha256)?;
    Ok(Some(SignedWithdrawal {
        form,
        sha256: sha,
        strokes: one.strokes,
        tablet: tablets::store::name(cx, one.tablet)?,
        shown: shown.stamp(),
        signed: signed.stamp(),
        intact,
        entry: sealed.map(|(number, _)| number),
    }))
}
