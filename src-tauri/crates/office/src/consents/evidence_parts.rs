//! Parts of the evidence that every consent has, however it was given.

use std::collections::BTreeMap;

use serde::Serialize;

use super::texts::{ConsentText, PurposeKind};
use super::visits::SignPoint;
use super::{digest, hex};
use crate::error::Result;
use crate::operators::Profile;
use crate::texts::Lang;

#[derive(Serialize)]
pub(in crate::consents) struct Who {
    pub name: String,
    pub bin: String,
}

impl Who {
    pub fn of(profile: &Profile, lang: Lang) -> Self {
        Who {
            name: profile.name(lang).to_owned(),
            bin: profile.bin.clone(),
        }
    }
}

/// The text as it was shown, and the four facts that the law wants on record (art. 22(1)(5)).
#[derive(Serialize)]
pub(in crate::consents) struct TextProof<'a> {
    pub id: i64,
    pub code: &'a str,
    pub version: u32,
    pub lang: &'static str,
    pub sha256: &'a str,
    pub title: &'a str,
    pub data: Vec<&'static str>,
    pub term: &'static str,
    pub term_until: Option<&'a str>,
    pub third_parties: Option<&'a str>,
    pub cross_border: Option<&'a str>,
    pub public_sources: bool,
    pub read_seconds: Option<u32>,
    pub read_to_end: Option<bool>,
}

impl<'a> TextProof<'a> {
    /// The text in a language; nothing is known of its reading.
    pub fn of(text: &'a ConsentText, lang: Lang) -> Self {
        TextProof {
            id: text.id.0,
            code: &text.code,
            version: text.version,
            lang: lang.name(),
            sha256: text.sha256.get(lang),
            title: text.title.get(lang),
            data: text.data.iter().map(|field| field.name()).collect(),
            term: text.term.name(),
            term_until: text.term_until.as_deref(),
            third_parties: text.third_parties.as_ref().map(|pair| pair.get(lang)),
            cross_border: text.cross_border.as_ref().map(|pair| pair.get(lang)),
            public_sources: text.public_sources,
            read_seconds: None,
            read_to_end: None,
        }
    }
    /// How it was read.
    pub fn read(self, seconds: u32, to_end: bool) -> Self {
        TextProof {
            read_seconds: Some(seconds),
            read_to_end: Some(to_end),
            ..self
        }
    }
}

#[derive(Serialize)]
pub(in crate::consents) struct PurposeProof<'a> {
    pub id: i64,
    pub name: &'a str,
    pub kind: &'static str,
    pub basis: &'static str,
    pub channels: Vec<&'static str>,
    pub answer: &'static str,
}

impl<'a> PurposeProof<'a> {
    /// Each purpose of the text with its answer; no answer is a no.
    pub fn of_each(text: &'a ConsentText, lang: Lang, answers: &BTreeMap<i64, bool>) -> Vec<Self> {
        text.purposes
            .iter()
            .map(|purpose| PurposeProof {
                id: purpose.id.0,
                name: purpose.form.name.get(lang),
                kind: match purpose.form.kind {
                    PurposeKind::Service => "service",
                    PurposeKind::Optional => "optional",
                },
                basis: purpose.form.basis.name(),
                channels: purpose.form.channels.iter().map(|one| one.name()).collect(),
                answer: if answers.get(&purpose.id.0) == Some(&true) {
                    "yes"
                } else {
                    "no"
                },
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(in crate::consents) struct PhoneProof {
    pub number: String,
    pub proved_by_code: bool,
    pub codes: u32,
    pub wrong_tries: u32,
}

/// A signature by its size and the hash of its points.
#[derive(Serialize)]
pub(in crate::consents) struct SignatureProof {
    pub strokes: usize,
    pub points: usize,
    pub sha256: String,
}

impl SignatureProof {
    pub fn of(strokes: &[Vec<SignPoint>]) -> Result<Self> {
        Ok(SignatureProof {
            strokes: strokes.len(),
            points: strokes.iter().map(Vec::len).sum(),
            sha256: hex(&digest(&strokes)?),
        })
    }
}
