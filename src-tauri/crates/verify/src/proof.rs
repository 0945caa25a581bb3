//! What a proof of consent holds, and how its parts agree with one another.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::journal::Place;
use crate::sealed::{self, Opened};
use crate::{Fault, Verdict, fingerprint, hex};

/// Name and version of the form.
pub const FORMAT: &str = "kelisim-proof-1";

/// Checks a file: every byte of it against the seal, then every part against the others.
pub fn check(file: &[u8]) -> Verdict {
    let mut verdict = Verdict {
        sound: false,
        fault: None,
        fingerprint: None,
        number: None,
        made_at: None,
        entry: None,
        entries: None,
        gaps: Vec::new(),
    };
    match sealed::open(file).and_then(|opened| parts_agree(&opened, &mut verdict)) {
        Ok(()) => verdict.sound = true,
        Err(fault) => verdict.fault = Some(fault),
    }
    verdict
}

/// The same, and the key must be the one whose fingerprint is given: from the printed sheet, or from the operator's own screen.
pub fn check_with_key(file: &[u8], expected: Option<&str>) -> Verdict {
    let mut verdict = check(file);
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_ascii_alphanumeric())
            .collect::<String>()
            .to_uppercase()
    };
    if let (true, Some(expected), Some(found)) = (verdict.sound, expected, &verdict.fingerprint)
        && plain(expected) != plain(found)
    {
        verdict.sound = false;
        verdict.fault = Some(Fault::new(
            "key",
            "it was sealed by another key than the one that was named",
        ));
    }
    verdict
}

fn parts_agree(opened: &Opened<'_>, verdict: &mut Verdict) -> Result<(), Fault> {
    verdict.fingerprint = Some(fingerprint(opened.key.as_bytes()));
    let format = json(opened, "format")?;
    if format["name"] != FORMAT {
        return Err(Fault::new("format", "not a form that this checker knows"));
    }
    let word = |value: &Value| value.as_str().map(str::to_owned);
    verdict.made_at = word(&format["made_at"]);
    verdict.number = word(&format["number"]);
    verdict.gaps = json(opened, "gaps")?
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(word)
        .collect();

    let evidence = json(opened, "evidence")?;
    if evidence["number"] != format["number"] {
        return Err(Fault::new(
            "evidence",
            "it is the evidence of another consent",
        ));
    }
    shown_text_agrees(&evidence, &json(opened, "text")?)?;
    let strokes = hash_of(opened, "strokes")?;
    let signed = &evidence["signature"]["sha256"];
    if !signed.is_null() && *signed != strokes {
        return Err(Fault::new(
            "strokes",
            "the signature isn't the one in the evidence",
        ));
    }

    let place: Option<Place> = serde_json::from_slice(bytes(opened, "journal")?)
        .map_err(|_| Fault::new("journal", "it can't be read"))?;
    let Some(place) = place else {
        return Err(Fault::new(
            "journal",
            "no entry of the journal seals this evidence",
        ));
    };
    verdict.entry = Some(place.entry.seq);
    verdict.entries = Some(place.tree.size);
    place
        .check(&opened.key)
        .map_err(|what| Fault::new("journal", what))?;
    if place.entry.seal != hash_of(opened, "evidence")? {
        return Err(Fault::new(
            "evidence",
            "it isn't the evidence that the journal sealed",
        ));
    }
    let record = json(opened, "record")?;
    if record["header"]["number"] != evidence["number"] {
        return Err(Fault::new("record", "it is the record of another consent"));
    }
    Ok(())
}

/// The words that were shown have the hash that the evidence names.
fn shown_text_agrees(evidence: &Value, text: &Value) -> Result<(), Fault> {
    let lang = evidence["text"]["lang"].as_str().unwrap_or_default();
    let body = text["body"][lang].as_str();
    let same = body.is_some_and(|body| hex(&Sha256::digest(body)) == evidence["text"]["sha256"]);
    if same {
        Ok(())
    } else {
        Err(Fault::new(
            "text",
            "it isn't the text whose hash is in the evidence",
        ))
    }
}

fn bytes<'a>(opened: &'a Opened<'_>, part: &str) -> Result<&'a [u8], Fault> {
    let found = opened.parts.iter().find(|(name, _)| name == part);
    found
        .map(|(_, bytes)| *bytes)
        .ok_or(Fault::new(part, "it isn't in the file"))
}

fn json(opened: &Opened<'_>, part: &str) -> Result<Value, Fault> {
    serde_json::from_slice(bytes(opened, part)?).map_err(|_| Fault::new(part, "it can't be read"))
}

fn hash_of(opened: &Opened<'_>, part: &str) -> Result<String, Fault> {
    Ok(hex(&Sha256::digest(bytes(opened, part)?)))
}
