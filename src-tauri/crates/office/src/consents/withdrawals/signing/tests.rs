//! A withdrawal that is signed on the tablet: how far it may go, what is hashed, what is left where nothing came of it.

use super::*;
use crate::clients::ClientId;
use crate::consents::samples::{caller, consent, seat, signing, tablet, text, visit, withdrawn};
use crate::consents::tablets::WindowSeat;
use crate::consents::visits::{
    OpenVisit, SilentVisits, SweepVisits, TabletLook, TabletView, VisitShown,
};
use crate::consents::withdrawals::{
    ShowingWay, TellConsequences, Told, WithdrawalShown, WithdrawalsOfClient, WithdrawnPurpose,
};
use crate::consents::{ConsentState, ConsentsOfClient, TextId};
use crate::door::{Act, Caller, TabletSeat};
use crate::policy::Role;
use crate::requests::{Channel, ProofMethod, RequestShown, ShownDocument};
use crate::testing::{Desk, House, Relation};
use crate::{Fault, Lang};
use SigningState as S;

const HERE: Relation = Relation::OwnBranch;

fn code_of<T>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(crate::Error::Fault(fault)) => Fault::code(fault.as_ref()),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it went through"),
    }
}

/// A client who agreed to everything, a text, a tablet.
struct Counter {
    house: House,
    client: ClientId,
    text: TextId,
    tablet: TabletId,
}

impl Counter {
    fn new() -> Self {
        let house = House::new();
        let text = text(&house, HERE).id;
        let client = consent(&house, HERE, text).client;
        let (tablet, _) = tablet(&house, HERE, "Планшет 1");
        Counter {
            house,
            client,
            text,
            tablet,
        }
    }
    fn consultant(&self) -> Desk<'_> {
        self.house.as_role(Role::Consultant)
    }
    fn seat(&self) -> TabletSeat {
        seat(&self.house, HERE, self.tablet)
    }
    /// A step of the client.
    fn step<C: Act<Output = TabletView>>(&self, step: C) -> Result<TabletWithdrawal> {
        let seat = self.seat();
        let desk = Desk {
            door: &self.house.door,
            caller: caller(&seat),
        };
        let view = desk.act(step)?;
        Ok(view.withdrawal.expect("a withdrawal is on the screen"))
    }
    /// The last step of the client.
    fn leave<C: Act<Output = TabletView>>(&self, step: C) {
        let seat = self.seat();
        let desk = Desk {
            door: &self.house.door,
            caller: caller(&seat),
        };
        let view = desk.act(step).expect("a step");
        assert!(
            view.withdrawal.is_none() && view.rev == 0,
            "the tablet is wiped"
        );
    }
    fn look(&self) -> TabletView {
        let seat = self.seat();
        let desk = Desk {
            door: &self.house.door,
            caller: caller(&seat),
        };
        desk.ask(TabletLook {}).expect("a view")
    }
    fn on_screen(&self) -> TabletWithdrawal {
        self.look()
            .withdrawal
            .expect("a withdrawal is on the screen")
    }
    fn begun(&self) -> SigningId {
        signing(&self.house, HERE, self.client, self.tablet).id
    }
    fn show(&self, signing: SigningId) -> TabletWithdrawal {
        let sha256 = self.on_screen().sha256;
        self.step(TabletWithdrawalShown { signing, sha256 })
            .expect("shown")
    }
    fn read(&self, signing: SigningId) -> TabletWithdrawal {
        let sha256 = self.show(signing).sha256;
        self.step(read(signing, sha256)).expect("read")
    }
    fn sign(&self, signing: SigningId) -> TabletWithdrawal {
        let sha256 = self.read(signing).sha256;
        self.step(sign(signing, sha256)).expect("signed")
    }
    fn seen(&self, signing: SigningId) -> SigningShown {
        self.consultant()
            .ask(ShowSigning { signing })
            .expect("seen")
    }
    fn save(&self, signing: SigningId) -> Result<RequestShown> {
        let rev = self.seen(signing).rev;
        self.consultant().act(save(signing, rev))
    }
    fn withdrawals(&self) -> Vec<WithdrawalShown> {
        let lines = self
            .consultant()
            .ask(WithdrawalsOfClient {
                client: self.client,
            })
            .expect("withdrawals");
        lines.into_iter().map(|line| line.withdrawal).collect()
    }
    fn states(&self) -> Vec<ConsentState> {
        let lines = self
            .consultant()
            .ask(ConsentsOfClient {
                client: self.client,
            })
            .expect("consents");
        let items = lines.into_iter().flat_map(|line| line.items);
        items.map(|item| item.state).collect()
    }
    fn count(&self, sql: &str) -> String {
        self.house.peek(&format!("SELECT CAST(({sql}) AS TEXT)"))
    }
    fn open_visit(&self, tablet: Option<TabletId>) -> Result<VisitShown> {
        self.consultant().act(OpenVisit {
            text: self.text,
            tablet,
            window: tablet.is_none(),
            representative: None,
            client: None,
        })
    }
    /// Nothing is registered, nothing written down is left, and the tablet is free.
    fn check_nothing_came_of(&self, signing: SigningId, state: S) {
        assert_eq!(self.seen(signing).state, state);
        assert!(self.withdrawals().is_empty());
        assert_eq!(self.states(), [ConsentState::Given, ConsentState::Given]);
        assert_eq!(self.count("SELECT count(*) FROM applications"), "0");
        let left = "SELECT count(*) FROM withdrawal_signings WHERE form IS NOT NULL OR strokes <> '[]' \
                    OR representative IS NOT NULL OR evidence <> ''";
        assert_eq!(self.count(left), "0");
        assert!(self.look().withdrawal.is_none());
        let noted = format!(
            "SELECT count(*) FROM journal WHERE subject = 'withdrawal_signing' AND subject_id = {signing} AND note = '{}'",
            state.name()
        );
        assert_eq!(self.count(&noted), "1");
        self.begun();
    }
}

fn strokes() -> Vec<Vec<SignPoint>> {
    let point = |n: u8| {
        let at = f32::from(n) / 10.0;
        SignPoint(at, 0.5, u32::from(n) * 16, 0.5)
    };
    vec![(0..10).map(point).collect()]
}

fn read(signing: SigningId, sha256: String) -> TabletWithdrawalRead {
    TabletWithdrawalRead {
        signing,
        sha256,
        read: true,
    }
}

fn sign(signing: SigningId, sha256: String) -> TabletWithdrawalSign {
    TabletWithdrawalSign {
        signing,
        sha256,
        strokes: strokes(),
    }
}

fn save(signing: SigningId, rev: i64) -> SaveSigning {
    SaveSigning {
        signing,
        rev,
        shown: ShownDocument {
            number: "045123678".to_owned(),
            issued: "2021-03-04".to_owned(),
            issuer: "МВД РК".to_owned(),
            signed: false,
        },
        proof: Some(ProofMethod::DocumentSeen),
        take: true,
    }
}

fn begin(counter: &Counter) -> BeginSigning {
    BeginSigning {
        client: counter.client,
        scope: WithdrawScope::whole(),
        wished: None,
        lang: Lang::Kk,
        representative: None,
        tablet: Some(counter.tablet),
    }
}

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
        "UPDATE withdrawal_signings SET strokes = replace (strokes, '0.5', '0.6')"
    ));
    assert!(forge(
        "UPDATE withdrawal_signings SET strokes = replace (strokes, '0.6', '0.5')"
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
    assert_eq!(code_of(counter.step(sign(id, kk))), "consents.not_now");
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
    let visits = counter.look().rev;
    let id = counter.begun();
    assert_ne!(counter.look().rev, visits);
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
    assert!(refused.contains("one thing at a time"), "{refused}");
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
