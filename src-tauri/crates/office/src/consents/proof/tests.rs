//! Proofs hold outside the house, say what they can't prove, and are given out under the rules of the house.

use base64::Engine as _;
use serde_json::{Value, json};

use super::*;
use crate::consents::samples::{consent, save, text};
use crate::consents::tests::{AtTablet, deliver, demo_code, scene};
use crate::consents::visits::code::CodeCheck;
use crate::consents::visits::*;
use crate::error::Error;
use crate::files::SavedFile;
use crate::journal::{SignCheckpoint, VerifyJournal};
use crate::policy::Role;
use crate::testing::{House, Relation};
use crate::texts::Lang;

const SCHEMA: &str = include_str!("record.schema.json");

/// A consent given on the tablet, with a code that was first typed wrong.
pub(super) fn given(house: &House) -> ConsentId {
    let (_, client) = scene(house);
    saved(house, &client)
}

fn saved(house: &House, client: &AtTablet<'_>) -> ConsentId {
    client.fill();
    client.ask_code().expect("a code");
    deliver(house);
    let code = demo_code(house, client.visit).expect("a code");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_ne!(client.check(wrong), CodeCheck::Right);
    assert_eq!(client.check(&code), CodeCheck::Right);
    let staff = house.as_role(Role::Consultant);
    let shown = staff
        .ask(ShowVisit {
            visit: client.visit,
        })
        .expect("a visit");
    let mut form = save(&shown, false);
    form.person = crate::consents::tests::PERSON
        .iter()
        .map(|(field, value)| (field.name().to_owned(), (*value).to_owned()))
        .collect();
    staff.act(form).expect("a consent").consent
}

pub(super) fn bytes(file: &SavedFile) -> Vec<u8> {
    base64::engine::general_purpose::STANDARD
        .decode(&file.bytes)
        .expect("base64")
}

fn prove(house: &House, consent: ConsentId, form: ProofForm, lang: Lang) -> Result<SavedFile> {
    house.as_role(Role::Manager).act(ProveConsent {
        consent,
        form,
        lang: Some(lang),
    })
}

fn sealed(house: &House, consent: ConsentId) -> Vec<u8> {
    bytes(&prove(house, consent, ProofForm::Json, Lang::Ru).expect("a file"))
}

fn part(file: &[u8], name: &str) -> Value {
    let file: Value = serde_json::from_slice(file).expect("JSON");
    file[name].clone()
}

#[test]
fn a_sealed_file_is_sound_outside_the_house() {
    let house = House::demo();
    let consent = given(&house);
    let file = sealed(&house, consent);
    let edition = kz::calendar::builtin().edition();
    assert!(String::from_utf8_lossy(&file).contains(&format!("\"calendar\":\"{edition}\"")));
    let verdict = verify::check(&file);
    assert_eq!(verdict.fault, None);
    let journal = house
        .as_role(Role::Administrator)
        .ask(VerifyJournal {})
        .expect("a verdict");
    assert!(journal.whole);
    assert_eq!(journal.trees, 1);
    assert_eq!(
        verdict.fingerprint.as_deref(),
        Some(journal.fingerprint.as_str())
    );
    let shown = house
        .as_role(Role::Manager)
        .act(crate::consents::OpenConsent { consent })
        .expect("a consent");
    assert_eq!(verdict.entry, shown.seal.map(|seal| seal.entry));
    assert_eq!(verdict.number, Some(shown.line.number));
    assert_eq!(
        verdict.gaps,
        [
            "number_only",
            "no_delivery",
            "not_read",
            "clock_unchecked",
            "no_checkpoint"
        ]
    );
}

#[test]
fn one_changed_byte_is_refused_and_its_part_named() {
    let house = House::demo();
    let file = sealed(&house, given(&house));
    let lines: Vec<&[u8]> = file.split(|byte| *byte == b'\n').collect();
    let name = |line: usize| -> String {
        let text = String::from_utf8_lossy(lines[line]);
        text.split('"').nth(1).unwrap_or("frame").to_owned()
    };
    let mut line = 0;
    for at in 0..file.len() {
        if file[at] == b'\n' {
            line += 1;
            continue;
        }
        if at % 7 != 0 {
            continue;
        }
        let mut other = file.clone();
        other[at] ^= 4;
        let fault = verify::check(&other).fault.expect("it was changed");
        assert_eq!(fault.part, name(line), "byte {at}: {fault}");
    }
}

#[test]
fn no_digit_of_a_code_leaves_the_house() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    client.ask_code().expect("a code");
    deliver(&house);
    let code = demo_code(&house, client.visit).expect("a code");
    assert_eq!(client.check(&code), CodeCheck::Right);
    let staff = house.as_role(Role::Consultant);
    let shown = staff
        .ask(ShowVisit {
            visit: client.visit,
        })
        .expect("a visit");
    let mut form = save(&shown, false);
    form.person = crate::consents::tests::PERSON
        .iter()
        .map(|(field, value)| (field.name().to_owned(), (*value).to_owned()))
        .collect();
    let consent = staff.act(form).expect("a consent").consent;
    let file = String::from_utf8(sealed(&house, consent)).expect("text");
    for part in file.split(|c: char| !c.is_ascii_digit()) {
        assert_ne!(part, code);
    }
}

#[test]
fn the_record_has_the_form_of_its_schema() {
    let house = House::demo();
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let on_tablet = part(&sealed(&house, given(&house)), "record");
    // Another house: the same person would be asked about as a likely double here.
    let house = House::new();
    let text = text(&house, Relation::OwnBranch).id;
    let on_paper = consent(&house, Relation::OwnBranch, text).consent;
    let on_paper = part(&sealed(&house, on_paper), "record");
    for record in [&on_tablet, &on_paper] {
        let faults: Vec<String> = validator
            .iter_errors(record)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert_eq!(faults, Vec::<String>::new());
    }
    // And the schema does refuse: each mandatory field of the standard, taken away; a state that isn't one; an IIN.
    for pointer in [
        "/header/schema_version",
        "/header/record_id",
        "/header/pii_principal_id",
        "/processing/privacy_notice",
        "/processing/language",
        "/processing/purposes",
        "/processing/jurisdiction",
        "/processing/withdrawal_method",
        "/processing/purposes/0/purpose",
        "/processing/purposes/0/lawful_basis",
        "/processing/purposes/0/pii_information",
        "/processing/purposes/0/pii_controllers",
        "/processing/purposes/0/storage_locations",
        "/processing/purposes/0/retention_period",
        "/processing/purposes/0/recipients",
        "/parties/0/id",
        "/parties/0/name",
        "/parties/0/address",
        "/events/0/time",
        "/events/0/valid",
        "/events/0/entity",
        "/events/0/type",
        "/events/0/state",
    ] {
        let mut lacking = on_tablet.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let object = lacking.pointer_mut(parent).and_then(Value::as_object_mut);
        assert!(
            object.expect("an object").remove(name).is_some(),
            "{pointer}"
        );
        assert!(!validator.is_valid(&lacking), "{pointer}");
    }
    for (pointer, value) in [
        ("/events/0/state", json!("perhaps")),
        ("/events/0/valid", json!(false)),
        ("/header/pii_principal_id", json!("880309400008")),
        ("/processing/language", json!("de")),
        ("/processing/purposes/0/storage_locations", json!([])),
        ("/parties/0/bin", json!("991240")),
    ] {
        let mut wrong = on_tablet.clone();
        *wrong.pointer_mut(pointer).expect("a field") = value;
        assert!(!validator.is_valid(&wrong), "{pointer}");
    }
}

#[test]
fn a_record_keeps_its_number() {
    let house = House::demo();
    let consent = given(&house);
    let id = |file: &[u8]| part(file, "record")["header"]["record_id"].clone();
    let (first, second) = (sealed(&house, consent), sealed(&house, consent));
    assert_eq!(id(&first), id(&second));
}

#[test]
fn the_sheet_speaks_three_languages_and_masks_identifiers() {
    let house = House::demo();
    let consent = given(&house);
    for lang in Lang::ALL {
        let file = prove(&house, consent, ProofForm::Pdf, *lang).expect("a sheet");
        assert!(file.name.ends_with(&format!("-{lang}.pdf")));
        let words = String::from_utf8(bytes(&file)).expect("words");
        assert!(
            !words.contains("880309400008")
                && !words.contains("5550102")
                && !words.contains("555 01 02"),
            "{lang}: identifiers stand in it"
        );
        assert!(words.contains("Оспанова Мадина") && words.contains("01 02"));
        for key in ["proof-", "consents-", "clients-"] {
            assert!(!words.contains(&format!("\"{key}")), "{lang}: a bare key");
        }
        assert!(words.contains("HMAC-SHA-256"));
    }
}

#[test]
fn the_receipt_is_in_the_clients_language() {
    let house = House::demo();
    let consent = given(&house);
    let receipt = |lang| {
        let command = ConsentReceipt { consent, lang };
        house
            .as_role(Role::Consultant)
            .act(command)
            .expect("a receipt")
    };
    let own = String::from_utf8(bytes(&receipt(None))).expect("words");
    assert!(own.contains("Расписка о согласии") && own.contains("15 рабочих дней"));
    let other = String::from_utf8(bytes(&receipt(Some(Lang::Kk)))).expect("words");
    assert!(other.contains("Келісім туралы қолхат"));
}

#[test]
fn a_blocked_persons_proof_stays_in_the_house() {
    let house = House::demo();
    let consent = given(&house);
    let client = house.peek(&format!(
        "SELECT CAST(client_id AS TEXT) FROM consents WHERE id = {consent}"
    ));
    block(&house, client.parse().expect("a number"));
    for form in [ProofForm::Pdf, ProofForm::Json] {
        let refused: Error = prove(&house, consent, form, Lang::Ru).expect_err("blocked");
        assert_eq!(refused.kind(), crate::Kind::Blocked);
    }
    let own = ConsentReceipt {
        consent,
        lang: None,
    };
    house
        .as_role(Role::Consultant)
        .act(own)
        .expect("a person's own receipt");
}

pub(in crate::consents) fn block(house: &House, client: i64) {
    let sample = crate::blocks::samples::samples(house, Relation::OwnBranch)
        .into_iter()
        .find(|(name, _)| *name == "blocks.set")
        .expect("a sample");
    let mut args = sample.1;
    args["client"] = client.into();
    let token = house.token(Relation::OwnBranch, Role::Manager);
    let reply = house.call_json(Some(token), "blocks.set", args);
    assert!(matches!(reply, crate::door::Reply::Ok(_)), "{reply:?}");
}

#[test]
fn what_was_given_out_is_on_record_by_its_hash() {
    let house = House::demo();
    let consent = given(&house);
    let file = sealed(&house, consent);
    let hash = verify::hex(&sha256(&String::from_utf8(file).expect("text")));
    let entry = house.peek(&format!(
        "SELECT command || ' ' || note || ' ' || subject || ' ' || (client_id IS NOT NULL) FROM journal WHERE seal = '{hash}'"
    ));
    assert_eq!(entry, "consents.prove json consent 1");
}

#[test]
fn a_checkpoint_that_left_the_house_is_named() {
    let house = House::demo();
    let consent = given(&house);
    house
        .as_role(Role::Administrator)
        .act(SignCheckpoint {})
        .expect("a checkpoint");
    let file = sealed(&house, consent);
    let verdict = verify::check(&file);
    assert_eq!(verdict.fault, None);
    assert!(!verdict.gaps.contains(&"no_checkpoint".to_owned()));
    assert!(part(&file, "journal")["checkpoint"]["seq"].is_number());
}

#[test]
fn evidence_that_somebody_altered_proves_nothing() {
    let house = House::demo();
    let consent = given(&house);
    house
        .raw("DROP TRIGGER consents_stay")
        .expect("somebody with the key");
    house
        .raw("UPDATE consents SET evidence = replace(evidence, '\"answer\":\"yes\"', '\"answer\":\"no\"')")
        .expect("an update");
    let verdict = verify::check(&sealed(&house, consent));
    assert_eq!(verdict.fault.expect("a fault").part, "evidence");
    assert_eq!(verdict.gaps[0], "altered");
}

#[test]
fn a_tree_that_was_promised_has_to_stay_true() {
    let house = House::demo();
    let consent = given(&house);
    sealed(&house, consent);
    for trigger in ["journal_trees_stay", "journal_trees_remain"] {
        assert!(house.raw("DELETE FROM journal_trees").is_err());
        house
            .raw(&format!("DROP TRIGGER {trigger}"))
            .expect("somebody with the key");
    }
    house
        .raw("UPDATE journal_trees SET root = zeroblob(32)")
        .expect("an update");
    let journal = house
        .as_role(Role::Administrator)
        .ask(VerifyJournal {})
        .expect("a verdict");
    assert!(!journal.whole);
}

#[test]
fn a_clock_that_was_set_back_is_said() {
    let house = House::demo();
    let (_, client) = scene(&house);
    client.fill();
    house.clock.advance(chrono::Duration::minutes(-3));
    client.ask_code().expect("a code");
    deliver(&house);
    let code = demo_code(&house, client.visit).expect("a code");
    assert_eq!(client.check(&code), CodeCheck::Right);
    let staff = house.as_role(Role::Consultant);
    let shown = staff
        .ask(ShowVisit {
            visit: client.visit,
        })
        .expect("a visit");
    let mut form = save(&shown, false);
    form.person = crate::consents::tests::PERSON
        .iter()
        .map(|(field, value)| (field.name().to_owned(), (*value).to_owned()))
        .collect();
    let consent = staff.act(form).expect("a consent").consent;
    let verdict = verify::check(&sealed(&house, consent));
    assert!(verdict.gaps.contains(&"clock_set_back".to_owned()));
}

#[test]
fn a_long_journal_is_proved_by_a_few_hashes() {
    let house = House::demo();
    let consent = given(&house);
    let look = || {
        house
            .as_role(Role::Manager)
            .act(crate::consents::OpenConsent { consent })
            .expect("a consent")
    };
    for _ in 0..1030 {
        look();
    }
    let file = sealed(&house, consent);
    let verdict = verify::check(&file);
    assert_eq!(verdict.fault, None);
    assert!(verdict.entries > Some(1024));
    let path = part(&file, "journal")["path"].clone();
    assert!(path.as_array().is_some_and(|path| path.len() <= 12));
    assert_eq!(
        house.peek("SELECT CAST(count(*) AS TEXT) FROM journal_blocks"),
        "1"
    );
    assert_eq!(verify::check(&sealed(&house, consent)).fault, None);
    let journal = house
        .as_role(Role::Administrator)
        .ask(VerifyJournal {})
        .expect("a verdict");
    assert!(journal.whole && journal.trees == 2);
}
