//! The client's receipt: one page, in the language in which they read. The same facts that the record has, in words.

use papers::{Choice, Fact, Paper, Part};

use super::Dossier;
use super::sheet::kicker;
use super::words::local;
use crate::consents::ConsentItem;
use crate::error::Args;
use crate::texts::{Words, day};

/// The receipt in a language.
pub(super) fn receipt(dossier: &Dossier, words: Words<'_>) -> Paper {
    let said = |key: &str| words.say(key);
    let number = &dossier.line.number;
    let heading = |key: &str| Part::Heading { text: said(key) };
    let mut parts = vec![
        Part::Facts {
            rows: who(dossier, &words),
        },
        heading("proof-receipt-answers"),
        Part::Choices {
            rows: dossier
                .line
                .items
                .iter()
                .map(|item| choice(dossier, item, &words))
                .collect(),
        },
        heading("proof-receipt-data"),
        Part::Facts {
            rows: data(dossier, &words),
        },
        heading("proof-receipt-rights"),
        Part::Text {
            text: withdrawal(dossier, &words),
        },
    ];
    parts.push(Part::Small {
        text: words.with(
            "proof-receipt-text",
            &Args::none()
                .text(
                    "title",
                    dossier
                        .said("/text/title")
                        .unwrap_or(dossier.text.title.get(words.lang)),
                )
                .text("version", dossier.text.version.to_string())
                .text("hash", dossier.said("/text/sha256").unwrap_or_default()),
        ),
    });
    Paper {
        lang: words.lang.name(),
        made: dossier.made.stamp().date,
        title: said("proof-receipt-title"),
        kicker: kicker(dossier, &words),
        number: number.clone(),
        lines: vec![
            words.with(
                "proof-receipt-made",
                &Args::none()
                    .text("number", number.clone())
                    .text("at", local(dossier.kept.given)),
            ),
        ],
        parts,
        foot: said("proof-receipt-foot"),
    }
}

fn who(dossier: &Dossier, words: &Words<'_>) -> Vec<Fact> {
    let operator = &dossier.operator;
    let contacts = [&operator.address, &operator.phone, &operator.email];
    let contacts: Vec<&str> = contacts
        .into_iter()
        .map(String::as_str)
        .filter(|value| !value.is_empty())
        .collect();
    let mut rows = vec![
        Fact::new(
            words.say("proof-receipt-client"),
            dossier
                .said("/person/full_name")
                .unwrap_or(&dossier.line.name),
        ),
        Fact::new(words.say("proof-receipt-operator"), kicker(dossier, words)),
    ];
    if !contacts.is_empty() {
        rows.push(Fact::new(
            words.say("proof-receipt-contacts"),
            contacts.join("\n"),
        ));
    }
    rows.push(Fact::new(
        words.say("proof-branch"),
        &dossier.kept.branch_name,
    ));
    rows
}

/// What the client answered, as it was answered.
fn choice(dossier: &Dossier, item: &ConsentItem, words: &Words<'_>) -> Choice {
    let answered = dossier.evidence["purposes"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|purpose| purpose["id"] == item.purpose.0)
        .and_then(|purpose| purpose["answer"].as_str());
    let purpose = dossier.text.purpose(item.purpose);
    let term = purpose.map(|purpose| {
        let until = purpose
            .form
            .term_until
            .as_deref()
            .map(day)
            .unwrap_or_default();
        let term = words.of("consents-term", purpose.form.term.name());
        format!("{}: {term} {until}", words.say("proof-term"))
            .trim_end()
            .to_owned()
    });
    let fields = purpose.map(|purpose| words.fields(purpose.form.data.iter().map(|f| f.name())));
    let notes: Vec<String> = fields.into_iter().chain(term).collect();
    Choice {
        text: item.name.get(words.lang).to_owned(),
        note: notes.join(". "),
        yes: words.say("consents-yes"),
        no: words.say("consents-no"),
        answer: answered.map(|answer| answer == "yes"),
    }
}

fn data(dossier: &Dossier, words: &Words<'_>) -> Vec<Fact> {
    let evidence = &dossier.evidence["text"];
    let told = |name: &str| {
        evidence[name]
            .as_str()
            .map_or_else(|| words.say("consents-no"), str::to_owned)
    };
    vec![
        Fact::new(words.say("proof-data"), words.fields_in(&evidence["data"])),
        Fact::new(words.say("proof-third-parties"), told("third_parties")),
        Fact::new(words.say("proof-cross-border"), told("cross_border")),
        Fact::new(
            words.say("proof-public"),
            words.yes(evidence["public_sources"] == true),
        ),
    ]
}

/// How to take it back, and what else the client may ask for (art. 8(7), 24).
fn withdrawal(dossier: &Dossier, words: &Words<'_>) -> String {
    let operator = &dossier.operator;
    let ways = [
        Some(words.say("proof-receipt-way-branch")),
        (!operator.address.is_empty()).then(|| {
            words.with(
                "proof-receipt-way-letter",
                &Args::none().text("address", operator.address.clone()),
            )
        }),
        (!operator.email.is_empty()).then(|| {
            words.with(
                "proof-receipt-way-email",
                &Args::none().text("email", operator.email.clone()),
            )
        }),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    format!(
        "{}\n\n{}",
        words.with(
            "proof-receipt-withdraw",
            &Args::none().text("ways", ways.join("; "))
        ),
        words.say("proof-receipt-ask")
    )
}
