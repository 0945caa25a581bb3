//! One thing at a time, restarts, silence, changes meanwhile, and ends without a withdrawal.

use super::*;

#[test]
fn what_changed_while_the_client_read_is_read_anew() {
    let counter = Counter::new();
    let id = counter.begun();
    let sha = counter.read(id).sha256;
    counter.house.clock.advance(chrono::Duration::days(1));
    let token = counter.house.anew(Role::Consultant);
    let screen = counter.step(sign(id, sha.clone())).expect("an answer");
    assert_eq!(screen.state, S::Opened);
    assert_ne!(screen.sha256, sha);
    assert!(
        screen
            .form
            .expect("an application")
            .effective
            .contains("30.12.2026")
    );
    let seen = counter.house.call_json(
        Some(&token),
        "consents.signing",
        serde_json::json!({"signing": id}),
    );
    assert!(matches!(seen, crate::door::Reply::Ok(_)));
}

#[test]
fn what_no_longer_holds_after_the_signature_is_not_registered() {
    let counter = Counter::new();
    let id = counter.begun();
    counter.sign(id);
    let rev = counter.seen(id).rev;
    assert_eq!(
        code_of(counter.consultant().act(save(id, rev - 1))),
        "consents.moved"
    );
    // The same person's advertising is taken back by an application on paper meanwhile.
    let held = counter.consultant().ask(ConsentsOfClient {
        client: counter.client,
    });
    let consent = &held.expect("consents")[0];
    let optional = WithdrawScope {
        purposes: vec![WithdrawnPurpose {
            consent: consent.id,
            purpose: consent.items[1].purpose,
        }],
        ..WithdrawScope::default()
    };
    withdrawn(&counter.house, HERE, counter.client, optional);
    assert!(!counter.seen(id).holds);
    assert_eq!(code_of(counter.save(id)), "consents.signed_otherwise");
    assert_eq!(counter.withdrawals().len(), 1);
    assert_eq!(counter.count("SELECT count(*) FROM applications"), "1");
    assert_eq!(counter.seen(id).state, S::Signed);
}

#[test]
fn a_tablet_does_one_thing_at_a_time() {
    let counter = Counter::new();
    let opened = visit(&counter.house, HERE, counter.text, Some(counter.tablet));
    assert_eq!(
        code_of(counter.consultant().act(begin(&counter))),
        "consents.tablet_busy"
    );
    counter
        .consultant()
        .act(crate::consents::visits::EndVisit {
            visit: opened.line.id,
            why: crate::consents::visits::VisitEnd::Mistake,
        })
        .expect("ended");
    let id = counter.begun();
    let rev = counter.look().rev % 1_000_000;
    assert!(rev > 500_000, "never that of a visit");
    let tablets = counter
        .consultant()
        .ask(crate::consents::tablets::ListTablets {});
    assert!(tablets.expect("tablets")[0].busy);
    assert_eq!(
        code_of(counter.open_visit(Some(counter.tablet))),
        "consents.tablet_busy"
    );
    let (second, _) = tablet(&counter.house, HERE, "Планшет 2");
    let again = BeginSigning {
        tablet: Some(second),
        ..begin(&counter)
    };
    assert_eq!(
        code_of(counter.consultant().act(again)),
        "consents.signing_open"
    );
    // The vault itself holds it, whatever a program forgets.
    let visit = format!(
        "INSERT INTO visits (operator_id, branch_id, number, text_id, tablet_id, staff_id, state, step, opened_at, moved_at) \
         SELECT operator_id, branch_id, 'x', text_id, {}, staff_id, 'opened', 'language', opened_at, moved_at FROM visits LIMIT 1",
        counter.tablet
    );
    let refused = counter.house.raw(&visit).expect_err("refused");
    assert!(
        format!("{refused:?}").contains("one thing at a time"),
        "{refused:?}"
    );
    counter
        .consultant()
        .act(CancelSigning { signing: id })
        .expect("ended");
    counter.open_visit(Some(counter.tablet)).expect("a visit");
    let signing = format!("UPDATE withdrawal_signings SET ended_at = NULL WHERE id = {id}");
    assert!(counter.house.raw(&signing).is_err());
}

#[test]
fn the_second_window_signs_as_a_tablet_does() {
    let counter = Counter::new();
    let window = || {
        counter
            .house
            .as_machine()
            .ask(WindowSeat {})
            .expect("an answer")
    };
    assert_eq!(window(), None);
    let seen = counter
        .consultant()
        .act(BeginSigning {
            tablet: None,
            ..begin(&counter)
        })
        .expect("in the window");
    assert!(seen.window && window().is_some());
    assert_eq!(code_of(counter.open_visit(None)), "consents.tablet_busy");
    counter
        .consultant()
        .act(CancelSigning { signing: seen.id })
        .expect("ended");
    assert_eq!(window(), None);
}

#[test]
fn nothing_is_registered_unless_it_is_saved() {
    let counter = Counter::new();
    let id = counter.begun();
    counter.read(id);
    counter.leave(TabletWithdrawalDecline { signing: id });
    counter.check_nothing_came_of(id, S::Declined);
    let id = counter.on_screen().id;
    counter.leave(TabletWithdrawalLeave { signing: id });
    counter.check_nothing_came_of(id, S::Abandoned);
    let id = counter.on_screen().id;
    counter.sign(id);
    counter
        .consultant()
        .act(CancelSigning { signing: id })
        .expect("ended");
    counter.check_nothing_came_of(id, S::Cancelled);
}

#[test]
fn a_tablet_that_fell_silent_is_swept_and_a_signature_waits_for_the_consultant() {
    let counter = Counter::new();
    let id = counter.begun();
    let machine = counter.house.as_machine();
    counter.house.clock.advance(chrono::Duration::minutes(29));
    assert!(!machine.ask(SilentVisits {}).expect("an answer"));
    counter.house.clock.advance(chrono::Duration::minutes(2));
    assert!(machine.ask(SilentVisits {}).expect("an answer"));
    assert_eq!(machine.act(SweepVisits {}).expect("swept"), 1);
    let token = counter.house.anew(Role::Consultant);
    let consultant = Desk {
        door: &counter.house.door,
        caller: Caller::Window {
            token: Some(&token),
            lang: Lang::Ru,
            quiet: false,
        },
    };
    let seen = consultant.ask(ShowSigning { signing: id }).expect("seen");
    assert_eq!(seen.state, S::Abandoned);
    let id = consultant.act(begin(&counter)).expect("anew").id;
    counter.sign(id);
    counter.house.clock.advance(chrono::Duration::minutes(31));
    assert!(!machine.ask(SilentVisits {}).expect("an answer"));
}

#[test]
fn the_consultant_is_told_of_a_call_and_of_the_last_half_a_minute() {
    let counter = Counter::new();
    let id = counter.begun();
    counter.show(id);
    counter
        .step(TabletWithdrawalCall { signing: id })
        .expect("called");
    counter
        .step(TabletWithdrawalIdle {
            signing: id,
            asks: true,
        })
        .expect("asked");
    counter.house.clock.advance(chrono::Duration::seconds(10));
    let seen = counter.seen(id);
    assert_eq!((seen.calling, seen.idle), (true, Some(20)));
    let seen = counter
        .consultant()
        .act(ProlongSigning { signing: id })
        .expect("more time");
    assert_eq!(seen.idle, None);
    assert_eq!(counter.on_screen().stay, 1);
    counter.read(id);
    assert!(!counter.seen(id).calling);
}

#[test]
fn a_restart_at_any_step_goes_on_where_it_was() {
    let mut counter = Counter::new();
    let id = counter.begun();
    for (state, step) in [
        (S::Opened, None),
        (
            S::Shown,
            Some(Counter::show as fn(&Counter, SigningId) -> TabletWithdrawal),
        ),
        (S::Read, Some(Counter::read)),
        (S::Signed, Some(Counter::sign)),
    ] {
        if let Some(step) = step {
            step(&counter, id);
        }
        let before = counter.look();
        counter.house.restart();
        let after = counter.look();
        assert_eq!(
            serde_json::to_value(&before).expect("JSON"),
            serde_json::to_value(&after).expect("JSON"),
            "{state:?}"
        );
        assert_eq!(counter.on_screen().state, state);
    }
    counter.house.log_in_anew();
    counter.save(id).expect("registered");
}

#[test]
fn another_branchs_tablet_and_another_branchs_signing_are_out_of_reach() {
    let counter = Counter::new();
    let (there, _) = tablet(&counter.house, Relation::OtherBranch, "Планшет там");
    let command = BeginSigning {
        tablet: Some(there),
        ..begin(&counter)
    };
    assert_eq!(
        code_of(counter.consultant().act(command)),
        "consents.tablet_gone"
    );
    let id = counter.begun();
    let elsewhere = counter
        .house
        .as_staff(Relation::OtherBranch, Role::Consultant);
    assert_eq!(
        code_of(elsewhere.ask(ShowSigning { signing: id })),
        "door.out_of_reach"
    );
    assert_eq!(
        code_of(elsewhere.act(CancelSigning { signing: id })),
        "door.out_of_reach"
    );
    assert!(elsewhere.ask(ListSignings {}).expect("a list").is_empty());
    assert_eq!(
        counter
            .consultant()
            .ask(ListSignings {})
            .expect("a list")
            .len(),
        1
    );
}
