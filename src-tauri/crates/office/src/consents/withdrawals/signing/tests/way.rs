//! From the first screen to the registered withdrawal: states, words, hashes, languages.

use super::*;

#[test]
fn each_state_goes_on_only_where_it_may() {
    type Step = fn(S) -> Result<S, ConsentsError>;
    let client = [S::Opened, S::Shown, S::Read];
    let steps: [(Step, &[S], S); 8] = [
        (S::reword, &client, S::Opened),
        (S::show, &client, S::Shown),
        (S::read, &[S::Shown, S::Read], S::Read),
        (S::sign, &[S::Read], S::Signed),
        (S::save, &[S::Signed], S::Saved),
        (S::decline, &client, S::Declined),
        (S::abandon, &client, S::Abandoned),
        (
            S::cancel,
            &[S::Opened, S::Shown, S::Read, S::Signed],
            S::Cancelled,
        ),
    ];
    for (step, from, to) in steps {
        for state in S::ALL {
            let next = step(*state).ok();
            assert_eq!(
                next,
                from.contains(state).then_some(to),
                "{state:?} to {to:?}"
            );
        }
    }
}

#[test]
fn what_the_client_read_and_signed_is_registered_with_its_showing_signature_and_seal() {
    let counter = Counter::new();
    let id = counter.begun();
    let screen = counter.on_screen();
    let form = screen.form.expect("an application");
    assert_eq!((screen.state, form.lang), (S::Opened, Lang::Kk));
    assert_eq!(screen.sha256, form.sha256().expect("a hash"));
    assert!(form.name.contains("Оспанова") && !format!("{form:?}").contains("880309400008"));
    assert!(form.effective.contains("29.12.2026"));
    assert_eq!(form.application.len(), 3, "everything, purpose by purpose");
    counter.house.clock.advance(chrono::Duration::minutes(1));
    assert_eq!(counter.show(id).state, S::Shown);
    counter.house.clock.advance(chrono::Duration::minutes(1));
    let screen = counter.sign(id);
    assert!(
        screen.state == S::Signed && screen.form.is_none(),
        "nothing is left to look at"
    );
    assert!(
        counter.withdrawals().is_empty(),
        "signed isn't registered yet"
    );
    let seen = counter.seen(id);
    assert!(seen.holds && seen.strokes == strokes());
    counter.house.clock.advance(chrono::Duration::minutes(1));
    let request = counter.save(id).expect("registered");
    assert_eq!(request.channel, Channel::Visit);
    assert!(request.lacks.is_empty(), "{:?}", request.lacks);
    assert!(counter.look().withdrawal.is_none());
    assert_eq!(
        counter.states(),
        [ConsentState::Given, ConsentState::Withdrawn]
    );
    let one = counter.withdrawals().remove(0);
    let [showing] = one.showings.as_slice() else {
        panic!("shown once")
    };
    assert_eq!((showing.way, showing.lang), (ShowingWay::Tablet, Lang::Kk));
    assert_eq!(
        (&showing.lines, showing.at.time.as_str()),
        (&form.consequences, "09:06")
    );
    let signed = one.signed.expect("a signature");
    assert_eq!((&signed.form, &signed.strokes), (&form, &strokes()));
    assert_eq!(
        (signed.shown.time.as_str(), signed.signed.time.as_str()),
        ("09:06", "09:07")
    );
    assert!(signed.intact && signed.entry.is_some());
    let sealed = counter.count(&format!(
        "SELECT count(*) FROM journal JOIN withdrawal_signings s ON seal = s.evidence_sha WHERE s.id = {id} AND subject_id = {id}"
    ));
    assert_eq!(sealed, "1");
    assert!(
        counter
            .house
            .raw("UPDATE withdrawal_signings SET strokes = '[]'")
            .is_err(),
        "what was saved never changes"
    );
    assert!(
        counter
            .house
            .raw("DELETE FROM withdrawal_signings")
            .is_err()
    );
    let paper = counter
        .consultant()
        .act(PrintSignedWithdrawal { right: one.right });
    assert!(!paper.expect("a paper").bytes.is_empty());
    assert_eq!(code_of(counter.save(id)), "consents.not_now");
}

#[test]
fn a_signature_or_a_word_that_was_changed_behind_the_house_is_named() {
    let counter = Counter::new();
    let id = counter.begun();
    counter.sign(id);
    counter.save(id).expect("registered");
    let forge = |sql: &str| {
        counter
            .house
            .raw("DROP TRIGGER IF EXISTS ended_signings_stay")
            .expect("as a thief would");
        counter.house.raw(sql).expect("changed");
        counter
            .withdrawals()
            .remove(0)
            .signed
            .expect("a signature")
            .intact
    };
    assert!(!forge(
        "UPDATE withdrawal_signings SET strokes = replace (strokes, '[[[0.0,', '[[[0.25,')"
    ));
    assert!(forge(
        "UPDATE withdrawal_signings SET strokes = replace (strokes, '[[[0.25,', '[[[0.0,')"
    ));
    assert!(!forge(
        "UPDATE withdrawal_signings SET form = replace (form, 'Оспанова', 'Оспанов')"
    ));
}

#[test]
fn only_what_is_on_the_screen_can_be_read_and_signed() {
    let counter = Counter::new();
    let id = counter.begun();
    let other = || "0".repeat(64);
    let screen = counter.step(TabletWithdrawalShown {
        signing: id,
        sha256: other(),
    });
    assert_eq!(screen.expect("an answer").state, S::Opened);
    let sha = counter.on_screen().sha256;
    assert_eq!(
        code_of(counter.step(read(id, sha.clone()))),
        "consents.not_now"
    );
    assert_eq!(
        code_of(counter.step(sign(id, sha.clone()))),
        "consents.not_now"
    );
    counter.show(id);
    assert_eq!(
        code_of(counter.step(sign(id, sha.clone()))),
        "consents.not_now"
    );
    assert_eq!(
        counter.step(read(id, other())).expect("an answer").state,
        S::Shown
    );
    assert_eq!(
        counter.step(read(id, sha.clone())).expect("read").state,
        S::Read
    );
    assert_eq!(
        counter.step(sign(id, other())).expect("an answer").state,
        S::Read
    );
    let dot = TabletWithdrawalSign {
        signing: id,
        sha256: sha.clone(),
        strokes: vec![vec![SignPoint(0.5, 0.5, 0, 0.5)]],
    };
    assert_eq!(code_of(counter.step(dot)), "consents.signature");
    // Back to reading, and forth.
    let back = TabletWithdrawalRead {
        signing: id,
        sha256: sha.clone(),
        read: false,
    };
    assert_eq!(counter.step(back).expect("back").state, S::Shown);
    counter.step(read(id, sha.clone())).expect("read");
    counter.step(sign(id, sha.clone())).expect("signed");
    // A cut line: the tablet says it again, with whatever it drew since.
    counter.step(sign(id, sha)).expect("heard");
    assert_eq!(counter.seen(id).state, S::Signed);
    let missed = TabletWithdrawalDecline { signing: id };
    assert_eq!(code_of(counter.step(missed)), "consents.not_now");
    let stranger = TabletWithdrawalCall {
        signing: SigningId(id.0 + 1),
    };
    assert_eq!(code_of(counter.step(stranger)), "consents.signing_gone");
}

#[test]
fn another_language_is_read_anew_and_signed_in_its_words() {
    let counter = Counter::new();
    let id = counter.begun();
    counter.read(id);
    let language = |lang| TabletWithdrawalLanguage { signing: id, lang };
    let kk = counter.on_screen().sha256;
    for lang in [Lang::En, Lang::Ru] {
        let screen = counter.step(language(lang)).expect("another language");
        let form = screen.form.expect("an application");
        assert_eq!((screen.state, form.lang), (S::Opened, lang));
        assert_ne!(screen.sha256, kk);
    }
    let old = counter.step(sign(id, kk)).expect("an answer");
    assert_eq!(old.state, S::Opened, "words that are gone can't be signed");
    counter.sign(id);
    assert_eq!(
        code_of(counter.step(language(Lang::Kk))),
        "consents.not_now"
    );
    let request = counter.save(id).expect("registered");
    assert_eq!(request.lang, Lang::Ru);
    assert_eq!(counter.withdrawals()[0].showings[0].lang, Lang::Ru);
}

#[test]
fn the_hash_covers_every_word_that_was_shown() {
    let counter = Counter::new();
    counter.begun();
    let form = counter.on_screen().form.expect("an application");
    let sha = form.sha256().expect("a hash");
    let json = serde_json::to_value(&form).expect("JSON");
    let fields = json.as_object().expect("fields");
    assert_eq!(fields.len(), 12);
    for (name, value) in fields {
        let mut other = json.clone();
        other[name] = match value {
            serde_json::Value::Array(_) => serde_json::json!(["другое"]),
            _ if name == "lang" => serde_json::json!("en"),
            _ => serde_json::json!("другое"),
        };
        let other: WithdrawalForm = serde_json::from_value(other).expect("an application");
        assert_ne!(other.sha256().expect("a hash"), sha, "{name} isn't hashed");
    }
}

#[test]
fn a_representative_stands_in_the_application_and_in_the_request() {
    let counter = Counter::new();
    let acting = Representative {
        name: "Оспанов Ерлан".to_owned(),
        paper: "Доверенность № 17".to_owned(),
        from: "2026-11-02".to_owned(),
        until: String::new(),
    };
    let command = BeginSigning {
        representative: Some(acting.clone()),
        ..begin(&counter)
    };
    let id = counter.consultant().act(command).expect("a signing").id;
    let form = counter.on_screen().form.expect("an application");
    let said = form.acting.expect("who signs");
    assert!(said.contains(&acting.name) && said.contains(&acting.paper));
    counter.sign(id);
    let request = counter.save(id).expect("registered");
    assert_eq!(request.representative, Some(acting));
    assert_eq!(
        counter.count("SELECT count(*) FROM withdrawal_signings WHERE representative IS NOT NULL"),
        "0"
    );
}

#[test]
fn that_it_was_read_on_the_tablet_is_told_by_the_tablet_alone() {
    let counter = Counter::new();
    let asked = withdrawn(&counter.house, HERE, counter.client, WithdrawScope::whole());
    let told = Told {
        way: ShowingWay::Tablet,
        lang: Lang::Ru,
        sha256: "0".repeat(64),
    };
    let command = TellConsequences {
        right: asked.rights[0].id,
        told,
    };
    assert_eq!(code_of(counter.consultant().act(command)), "door.malformed");
}
