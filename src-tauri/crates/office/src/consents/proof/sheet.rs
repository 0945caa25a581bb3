//! The evidence sheet: the dossier for people. IIN and phone masked; everything else in words.

use papers::{Fact, Paper, Part};
use serde_json::Value;
use verify::journal::Place;

use super::Dossier;
use super::gaps::Gap;
use super::words::{both, local, utc};
use crate::clients::{Datum, values};
use crate::clock::Moment;
use crate::consents::ConsentItem;
use crate::error::Args;
use crate::texts::Lang;
use crate::texts::{Words, day};

/// Longest first or last line of the text that is quoted, in letters.
const QUOTED: usize = 160;

/// The sheet in a language.
pub(super) fn sheet(
    dossier: &Dossier,
    place: Option<&Place>,
    gaps: &[String],
    made_by: &str,
    words: Words<'_>,
) -> Paper {
    let number = &dossier.line.number;
    let said = |key: &str| words.say(key);
    let mut parts = Vec::new();
    parts.extend(section(
        &words,
        "proof-section-who",
        Part::Facts {
            rows: who(dossier, &words),
        },
    ));
    parts.extend(section(
        &words,
        "proof-section-answers",
        answers(dossier, &words),
    ));
    parts.extend(section(
        &words,
        "proof-section-shown",
        Part::Facts {
            rows: shown(dossier, &words),
        },
    ));
    parts.extend(section(
        &words,
        "proof-section-how",
        Part::Facts {
            rows: how(dossier, &words),
        },
    ));
    if let Some(signature) = signature(dossier, &words) {
        parts.extend(section(&words, "proof-section-signature", signature));
    }
    parts.extend(section(
        &words,
        "proof-section-document",
        Part::Facts {
            rows: document(dossier, &words),
        },
    ));
    parts.extend(section(
        &words,
        "proof-section-trail",
        trail(dossier, &words),
    ));
    parts.push(Part::Small {
        text: said("proof-trail-note"),
    });
    parts.extend(section(&words, "proof-section-life", life(dossier, &words)));
    parts.extend(section(
        &words,
        "proof-section-chain",
        Part::Facts {
            rows: chain(dossier, place, &words),
        },
    ));
    parts.extend(section(
        &words,
        "proof-section-gaps",
        gaps_part(&words, gaps),
    ));
    parts.push(Part::Note {
        title: said("proof-check-title"),
        text: words.with(
            "proof-check-text",
            &Args::none()
                .text("file", format!("{number}.json"))
                .text("key", dossier.fingerprint.clone()),
        ),
    });
    Paper {
        lang: words.lang.name(),
        made: dossier.made.stamp().date,
        title: said("proof-title"),
        kicker: kicker(dossier, &words),
        number: number.clone(),
        lines: vec![
            words.with(
                "proof-made-at",
                &Args::none()
                    .text("local", local(dossier.made))
                    .text("utc", utc(dossier.made)),
            ),
            words.with(
                "proof-made-by",
                &Args::none()
                    .text("name", made_by)
                    .text("version", env!("CARGO_PKG_VERSION"))
                    .text("calendar", dossier.calendar.clone()),
            ),
        ],
        parts,
        foot: said("proof-foot"),
    }
}

/// Who keeps the promise.
pub(super) fn kicker(dossier: &Dossier, words: &Words<'_>) -> String {
    let bin = words.with(
        "consents-bin",
        &Args::none().text("bin", dossier.operator.bin.clone()),
    );
    format!("{}, {bin}", dossier.operator.name(words.lang))
}

fn section(words: &Words<'_>, key: &str, part: Part) -> [Part; 2] {
    [
        Part::Heading {
            text: words.say(key),
        },
        part,
    ]
}

fn gaps_part(words: &Words<'_>, gaps: &[String]) -> Part {
    let items = gaps.iter().map(|gap| words.of("consents-gap", gap));
    Part::List {
        items: items.collect(),
    }
}

/// The person as at that moment: the name of the evidence, identifiers masked.
fn who(dossier: &Dossier, words: &Words<'_>) -> Vec<Fact> {
    let mut rows = vec![Fact::new(
        words.say("proof-name"),
        dossier
            .said("/person/full_name")
            .unwrap_or(&dossier.line.name),
    )];
    if let Some(iin) = &dossier.iin {
        rows.push(Fact::new(words.say("proof-iin"), iin));
    }
    if let Some(phone) = dossier.said("/phone/number") {
        rows.push(Fact::new(
            words.say("proof-phone"),
            values::masked(Datum::Phone, phone),
        ));
        let proved = dossier.evidence["phone"]["proved_by_code"] == true;
        rows.push(Fact::new(
            words.say("proof-phone-proved"),
            words.yes(proved),
        ));
    }
    rows.extend(representative(&dossier.evidence["representative"], words));
    rows
}

/// Who acted for the person, and by what document.
fn representative(representative: &Value, words: &Words<'_>) -> Option<Fact> {
    let said = |name: &str| {
        representative[name]
            .as_str()
            .filter(|value| !value.is_empty())
    };
    let name = said("name").or(said("full_name"))?;
    let paper = [
        said("paper").map(str::to_owned),
        said("number").map(str::to_owned),
        said("from").map(day),
        said("until").map(day),
    ];
    let rest: Vec<String> = paper.into_iter().flatten().collect();
    Some(Fact::new(
        words.say("proof-representative"),
        format!("{name}\n{}", rest.join(" · ")),
    ))
}

fn answers(dossier: &Dossier, words: &Words<'_>) -> Part {
    let heads = [
        "proof-purpose",
        "proof-basis",
        "proof-channels",
        "proof-answer",
        "proof-today",
    ];
    let row = |item: &ConsentItem| {
        let purpose = dossier.text.purpose(item.purpose);
        let answered = dossier.evidence["purposes"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|purpose| purpose["id"] == item.purpose.0);
        let channels: Vec<String> = purpose
            .into_iter()
            .flat_map(|purpose| &purpose.form.channels)
            .map(|channel| words.of("proof-channel", channel.name()))
            .collect();
        let basis = purpose.map_or_else(String::new, |purpose| {
            words.of("proof-basis", purpose.form.basis.name())
        });
        let answer = answered.map(|purpose| words.yes(purpose["answer"] == "yes"));
        vec![
            format!(
                "{} ({})",
                item.name.get(words.lang),
                words.of("consents-kind", item.kind.name())
            ),
            basis,
            if channels.is_empty() {
                "–".to_owned()
            } else {
                channels.join(", ")
            },
            answer.unwrap_or_else(|| "–".to_owned()),
            today(item, words),
        ]
    };
    Part::Table {
        heads: heads.iter().map(|key| words.say(key)).collect(),
        shares: vec![3.0, 1.4, 1.6, 1.0, 2.0],
        rows: dossier.line.items.iter().map(row).collect(),
    }
}

/// Where a purpose stands, and since when.
fn today(item: &ConsentItem, words: &Words<'_>) -> String {
    let since = words.with(
        "consents-since",
        &Args::none().text("day", day(&item.since)),
    );
    let state = format!("{}, {since}", words.of("consents-state", item.state.name()));
    match &item.ends {
        Some(ends) => format!(
            "{state}; {}",
            words.with("consents-ends", &Args::none().text("day", day(ends)))
        ),
        None => state,
    }
}

/// What was shown: which text, in which language, its hashes, and the four facts that are on record by law (art. 22(1)(5)).
fn shown(dossier: &Dossier, words: &Words<'_>) -> Vec<Fact> {
    let text = &dossier.text;
    let lang = dossier.lang_shown();
    let body = match lang {
        "kk" => text.body.get(Lang::Kk),
        "en" => text.body.get(Lang::En),
        _ => text.body.get(Lang::Ru),
    };
    let lines = || body.lines().map(str::trim).filter(|line| !line.is_empty());
    let quoted = |line: Option<&str>| -> String {
        let line = line.unwrap_or_default();
        let cut: String = line.chars().take(QUOTED).collect();
        if cut.len() < line.len() {
            format!("«{cut}…»")
        } else {
            format!("«{cut}»")
        }
    };
    let evidence = &dossier.evidence["text"];
    let none = || words.say("consents-no");
    let told = |name: &str| evidence[name].as_str().map_or_else(none, str::to_owned);
    let term = evidence["term"].as_str().unwrap_or(text.term.name());
    let until = evidence["term_until"].as_str().map(day).unwrap_or_default();
    let mut rows = vec![
        Fact::new(
            words.say("proof-text"),
            dossier
                .said("/text/title")
                .unwrap_or(text.title.get(words.lang)),
        ),
        Fact::new(
            words.say("proof-text-version"),
            words.with(
                "proof-text-which",
                &Args::none()
                    .text("code", text.code.clone())
                    .text("version", text.version.to_string())
                    .text("day", day(&text.published)),
            ),
        ),
        Fact::new(
            words.say("proof-text-lang"),
            words.of("consents-lang", lang),
        ),
        Fact::code(
            words.say("proof-text-hash"),
            dossier.said("/text/sha256").unwrap_or_default(),
        ),
        Fact::new(
            words.say("proof-text-length"),
            words.with(
                "proof-text-bytes",
                &Args::none()
                    .number("bytes", body.len() as i64)
                    .number("letters", body.chars().count() as i64),
            ),
        ),
        Fact::new(words.say("proof-text-first"), quoted(lines().next())),
        Fact::new(words.say("proof-text-last"), quoted(lines().next_back())),
    ];
    for (other, hash) in [("kk", &text.sha256.kk), ("ru", &text.sha256.ru)] {
        if other != lang {
            rows.push(Fact::code(
                words.with(
                    "proof-text-other",
                    &Args::none().key("lang", format!("consents-lang-{other}")),
                ),
                hash,
            ));
        }
    }
    let read = evidence["read_seconds"].as_i64().unwrap_or_default();
    let key = if evidence["read_to_end"] == true {
        "consents-read-to-end"
    } else {
        "consents-read"
    };
    rows.push(Fact::new(
        words.say("proof-text-read"),
        if read > 0 {
            words.with(key, &Args::none().number("seconds", read))
        } else {
            words.say("consents-read-not")
        },
    ));
    rows.extend([
        Fact::new(words.say("proof-data"), words.fields_in(&evidence["data"])),
        Fact::new(
            words.say("proof-term"),
            format!("{} {until}", words.of("consents-term", term)).trim_end(),
        ),
        Fact::new(words.say("proof-third-parties"), told("third_parties")),
        Fact::new(words.say("proof-cross-border"), told("cross_border")),
        Fact::new(
            words.say("proof-public"),
            words.yes(evidence["public_sources"] == true),
        ),
    ]);
    rows
}

fn moment(text: Option<&str>) -> Option<Moment> {
    let at = chrono::DateTime::parse_from_rfc3339(text?).ok()?;
    Some(Moment::new(at.with_timezone(&chrono::Utc)))
}

/// How it was given: where, on what, with whom, by whose hand.
fn how(dossier: &Dossier, words: &Words<'_>) -> Vec<Fact> {
    let kept = &dossier.kept;
    let mut rows = vec![
        Fact::new(
            words.say("proof-way"),
            words.of("consents-way", kept.way.name()),
        ),
        Fact::new(words.say("proof-branch"), &kept.branch_name),
    ];
    if let Some(tablet) = &kept.tablet {
        rows.push(Fact::new(words.say("proof-tablet"), tablet));
    }
    rows.push(Fact::new(words.say("proof-consultant"), &kept.consultant));
    if kept.visit.is_some() {
        rows.push(Fact::new(words.say("proof-in-person"), words.yes(true)));
    }
    for (key, pointer) in [
        ("proof-opened", "/times/opened"),
        ("proof-text-shown-at", "/times/text_shown"),
        ("proof-confirmed", "/times/confirmed"),
        ("proof-saved", "/times/saved"),
    ] {
        if let Some(at) = moment(dossier.said(pointer)) {
            rows.push(Fact::new(words.say(key), both(at)));
        }
    }
    let person = &dossier.evidence["person"];
    if person["typed"].is_array() {
        rows.push(Fact::new(
            words.say("proof-typed"),
            words.fields_in(&person["typed"]),
        ));
        rows.push(Fact::new(
            words.say("proof-corrected"),
            words.fields_in(&person["corrected"]),
        ));
    }
    rows
}

/// The signature, drawn from its points.
fn signature(dossier: &Dossier, words: &Words<'_>) -> Option<Part> {
    let strokes: Vec<Vec<[f32; 4]>> = serde_json::from_str(&dossier.kept.strokes).ok()?;
    if strokes.iter().all(Vec::is_empty) {
        return None;
    }
    let points: usize = strokes.iter().map(Vec::len).sum();
    let at = |stroke: &Vec<[f32; 4]>| stroke.iter().map(|[x, y, ..]| (*x, *y)).collect();
    Some(Part::Signature {
        strokes: strokes.iter().map(at).collect(),
        caption: words.with(
            "proof-signature",
            &Args::none()
                .text(
                    "name",
                    dossier
                        .said("/person/full_name")
                        .unwrap_or(&dossier.line.name),
                )
                .number("strokes", strokes.len() as i64)
                .number("points", points as i64),
        ),
    })
}

/// The document as the consultant read it; no picture is taken.
fn document(dossier: &Dossier, words: &Words<'_>) -> Vec<Fact> {
    let document = &dossier.evidence["document"];
    let said = |name: &str| document[name].as_str().filter(|value| !value.is_empty());
    let mut rows = Vec::new();
    if let Some(kind) = said("kind") {
        rows.push(Fact::new(
            words.say("consents-document-kind"),
            words.of("consents-document-kind", kind),
        ));
    }
    for (key, name) in [
        ("consents-document-number", "number"),
        ("consents-document-issuer", "issuer"),
    ] {
        if let Some(value) = said(name) {
            rows.push(Fact::new(words.say(key), value));
        }
    }
    if let Some(issued) = said("issued") {
        rows.push(Fact::new(
            words.say("consents-document-issued"),
            day(issued),
        ));
    }
    let seen = dossier.evidence["original_seen"] == true;
    rows.push(Fact::new(words.say("proof-original"), words.yes(seen)));
    rows
}

/// What happened, by both clocks: codes among it, their digits never.
fn trail(dossier: &Dossier, words: &Words<'_>) -> Part {
    if dossier.trail.is_empty() {
        return Part::Small {
            text: words.say("proof-trail-empty"),
        };
    }
    let gateway = |step: &super::store::Step| {
        let by_gateway = matches!(
            step.kind.as_str(),
            "code_handed"
                | "code_not_handed"
                | "code_uncertain"
                | "code_delivered"
                | "code_undelivered"
        );
        step.word.clone().filter(|_| by_gateway).unwrap_or_default()
    };
    let rows = dossier.trail.iter().zip(1..).map(|(step, n): (_, u32)| {
        vec![
            n.to_string(),
            local(step.at),
            utc(step.at),
            words.step(step),
            gateway(step),
        ]
    });
    Part::Table {
        heads: [
            "proof-n",
            "proof-local",
            "proof-utc",
            "proof-event",
            "proof-gateway-id",
        ]
        .iter()
        .map(|key| words.say(key))
        .collect(),
        shares: vec![0.4, 1.7, 1.9, 3.0, 1.6],
        rows: rows.collect(),
    }
}

/// What became of each purpose.
fn life(dossier: &Dossier, words: &Words<'_>) -> Part {
    let row = |event: &super::store::Became| {
        let purpose = dossier.text.purpose(event.purpose);
        let channel = event
            .channel
            .as_deref()
            .map(|channel| words.of("consents-channel", channel));
        vec![
            local(event.at),
            purpose.map_or_else(String::new, |purpose| {
                purpose.form.name.get(words.lang).to_owned()
            }),
            words.of("consents-state", event.state.name()),
            day(&event.effective_from),
            channel.unwrap_or_else(|| "–".to_owned()),
        ]
    };
    Part::Table {
        heads: [
            "proof-local",
            "proof-purpose",
            "proof-state",
            "proof-from",
            "proof-channel",
        ]
        .iter()
        .map(|key| words.say(key))
        .collect(),
        shares: vec![1.7, 3.0, 1.2, 1.2, 1.4],
        rows: dossier.events.iter().map(row).collect(),
    }
}

/// Place in the journal, so that the sheet can be compared with the file and with the house.
fn chain(dossier: &Dossier, place: Option<&Place>, words: &Words<'_>) -> Vec<Fact> {
    let mut rows = vec![Fact::code(
        words.say("proof-evidence-hash"),
        &dossier.kept.sha256,
    )];
    let Some(place) = place else {
        rows.push(Fact::new(
            words.say("proof-entry"),
            words.of("consents-gap", Gap::NoSeal.name()),
        ));
        return rows;
    };
    let counted = |key: &str, n: i64| words.with(key, &Args::none().text("n", n.to_string()));
    rows.extend([
        Fact::new(
            words.say("proof-entry"),
            counted("proof-entry-n", place.entry.seq),
        ),
        Fact::code(words.say("proof-entry-prev"), &place.entry.prev),
        Fact::code(words.say("proof-entry-hash"), &place.entry.hash),
        Fact::new(
            words.say("proof-tree"),
            counted("proof-tree-of", place.tree.size),
        ),
        Fact::code(words.say("proof-tree-root"), &place.tree.root),
    ]);
    match &place.checkpoint {
        Some(point) => {
            let at = moment(Some(&point.at)).map_or_else(|| point.at.clone(), both);
            rows.push(Fact::new(
                words.say("proof-checkpoint"),
                words.with(
                    "proof-checkpoint-at",
                    &Args::none().text("n", point.seq.to_string()).text("at", at),
                ),
            ));
        }
        None => rows.push(Fact::new(
            words.say("proof-checkpoint"),
            words.say("proof-checkpoint-none"),
        )),
    }
    rows.push(Fact::code(words.say("proof-key"), &dossier.fingerprint));
    rows
}
