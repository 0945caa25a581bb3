//! Every paper, word for word: what changes in one is seen when it changes, in each language.

use std::fmt::Write as _;

use serde_json::Value;

use super::tests::{bytes, given};
use super::*;
use crate::codewords::PrintCodeWordForm;
use crate::consents::samples::text;
use crate::consents::visits::{OpenVisit, PrintForm};
use crate::consents::withdrawals::{PrintWithdrawal, WithdrawScope};
use crate::consents::{OpenConsent, TextLang};
use crate::files::SavedFile;
use crate::policy::Role;
use crate::testing::{House, Relation};
use crate::texts::Lang;

/// A paper as it reads from top to bottom. The press of tests gives the paper as JSON.
fn read(file: &SavedFile) -> String {
    let paper: Value = serde_json::from_slice(&bytes(file)).expect("a paper");
    let mut out = format!("«{}»\n", file.name);
    for name in ["kicker", "number", "title"] {
        line(&mut out, "", &paper[name]);
    }
    each(&paper["lines"], |one| line(&mut out, "", one));
    each(&paper["parts"], |part| write_part(&mut out, part));
    line(&mut out, "foot: ", &paper["foot"]);
    out
}

fn write_part(out: &mut String, part: &Value) {
    match part["part"].as_str().expect("a kind") {
        "heading" => line(out, "\n# ", &part["text"]),
        "text" => line(out, "", &part["text"]),
        "small" => line(out, "small: ", &part["text"]),
        "facts" => each(&part["rows"], |row| {
            let pair = format!("{}: {}", said(&row["name"]), said(&row["value"]));
            writeln!(out, "  {pair}").expect("a string");
        }),
        "table" => {
            row(out, &part["heads"]);
            each(&part["rows"], |cells| row(out, cells));
        }
        "list" => each(&part["items"], |item| line(out, "— ", item)),
        "note" => {
            line(out, "! ", &part["title"]);
            line(out, "  ", &part["text"]);
        }
        "signature" => line(out, "~~~ ", &part["caption"]),
        "choices" => each(&part["rows"], |choice| {
            let box_of = |answer: bool| {
                if choice["answer"] == answer {
                    "[x]"
                } else {
                    "[ ]"
                }
            };
            writeln!(
                out,
                "{} {} {} {} {} ({})",
                said(&choice["text"]),
                box_of(true),
                said(&choice["yes"]),
                box_of(false),
                said(&choice["no"]),
                said(&choice["note"])
            )
            .expect("a string");
        }),
        "blanks" => each(&part["captions"], |caption| line(out, "____ ", caption)),
        "code" => line(out, "QR ", &part["text"]),
        "break" => out.push_str("\n---\n"),
        other => panic!("a part that isn't read here: {other}"),
    }
}

fn each(list: &Value, mut run: impl FnMut(&Value)) {
    list.as_array().into_iter().flatten().for_each(&mut run);
}

fn said(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn line(out: &mut String, mark: &str, value: &Value) {
    writeln!(out, "{mark}{}", said(value)).expect("a string");
}

fn row(out: &mut String, cells: &Value) {
    let cells: Vec<&str> = cells.as_array().into_iter().flatten().map(said).collect();
    writeln!(out, "| {} |", cells.join(" | ")).expect("a string");
}

#[test]
fn every_paper_reads_as_agreed() {
    let house = House::demo();
    let consent = given(&house);
    let manager = house.as_role(Role::Manager);
    let consultant = house.as_role(Role::Consultant);
    let client = manager
        .act(OpenConsent { consent })
        .expect("a consent")
        .line
        .client;
    for lang in Lang::ALL.iter().copied() {
        let sheet = ProveConsent {
            consent,
            form: ProofForm::Pdf,
            lang: Some(lang),
        };
        let receipt = ConsentReceipt {
            consent,
            lang: Some(lang),
        };
        let withdrawal = PrintWithdrawal {
            client,
            scope: WithdrawScope::whole(),
            wished: None,
            lang,
        };
        let word = PrintCodeWordForm { client, lang };
        for (name, file) in [
            ("sheet", manager.act(sheet)),
            ("receipt", manager.act(receipt)),
            ("withdrawal", consultant.act(withdrawal)),
            ("code_word", manager.act(word)),
        ] {
            let file = file.expect("a paper");
            insta::assert_snapshot!(format!("{name}_{lang}"), read(&file));
        }
    }
    let open = OpenVisit {
        text: text(&house, Relation::OwnBranch).id,
        tablet: None,
        window: false,
        representative: None,
        client: None,
    };
    let visit = consultant.act(open).expect("a visit on paper").line.id;
    for lang in [TextLang::Kk, TextLang::Ru] {
        let form = PrintForm {
            visit,
            lang: Some(lang),
        };
        let file = consultant.act(form).expect("a form");
        insta::assert_snapshot!(format!("form_{}", lang.name()), read(&file));
    }
}
