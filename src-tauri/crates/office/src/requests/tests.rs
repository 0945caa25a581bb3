//! Applications, their rights and their clocks.

use serde_json::json;

use super::samples::{application, asked, registered};
use super::*;
use crate::clients::{Datum, Field, samples::aigul, samples::person};
use crate::clock::{HandClock, Stamp};
use crate::door::{Reply, StaffId};
use crate::error::{Error, Kind};
use crate::policy::Role;
use crate::testing::{House, Relation};
use crate::texts::Lang;

fn stamp(text: &str) -> Option<Stamp> {
    let (date, time) = text.split_once(' ')?;
    Some(Stamp {
        date: date.to_owned(),
        time: time.to_owned(),
    })
}

fn received(house: &House, at: &str, kind: RightKind) -> RequestShown {
    let command = RegisterRequest {
        received: stamp(at),
        ..application(None, vec![asked(kind)])
    };
    registered(house, Relation::OwnBranch, command)
}

fn set_clock(house: &House, at: &str) {
    house.clock.set(HandClock::parse(at).expect("a moment"));
}

fn owned(house: &House, kind: RightKind) -> RightShown {
    let command = RegisterRequest {
        take: true,
        ..application(None, vec![asked(kind)])
    };
    registered(house, Relation::OwnBranch, command)
        .rights
        .remove(0)
}

fn answer(right: &RightShown, decision: Decision) -> AnswerRight {
    AnswerRight {
        right: right.id,
        version: right.version,
        decision,
        ground: (decision == Decision::Refused).then_some(RefusalGround::LawKeeps),
        obligation: None,
        text: "По вашему обращению сообщаем.".to_owned(),
    }
}

fn close(right: &RightShown, cause: Option<LateCause>) -> CloseRight {
    CloseRight {
        right: right.id,
        version: right.version,
        delivery: ReplyDelivery::Email,
        cause,
        cause_note: String::new(),
    }
}

/// Registered on a Wednesday before a holiday, and every other kind of day.
#[test]
fn due_dates_by_the_calendar() {
    let house = House::new();
    set_clock(&house, "2027-03-20T12:00");
    let house_desk = house.anew(Role::Consultant);
    for (at, kind, due) in [
        ("2026-12-09 10:00", RightKind::Information, "2026-12-14"),
        ("2026-12-15 10:00", RightKind::Information, "2026-12-21"),
        ("2026-12-16 10:00", RightKind::Information, "2026-12-21"),
        ("2026-12-30 10:00", RightKind::Information, "2027-01-06"),
        ("2026-12-31 23:59", RightKind::Information, "2027-01-08"),
        ("2027-01-06 10:00", RightKind::Copy, "2027-01-12"),
        ("2026-12-15 00:30", RightKind::Block, "2026-12-17"),
        ("2026-12-14 23:59", RightKind::Block, "2026-12-15"),
        ("2026-03-20 10:00", RightKind::Withdraw, "2026-04-15"),
        ("2026-12-18 10:00", RightKind::SuspectedAccess, "2026-12-21"),
        ("2027-03-12 10:00", RightKind::Objection, "2027-03-18"),
    ] {
        let (date, time) = at.split_once(' ').expect("date and time");
        let args = json!({
            "applicant": {"name": "Заявитель"}, "channel": "letter", "text": "Прошу", "lang": "ru",
            "received": {"date": date, "time": time}, "rights": [{"kind": kind}],
        });
        let Reply::Ok(request) = house.call_json(Some(&house_desk), "requests.register", args)
        else {
            panic!("{at} was refused")
        };
        assert_eq!(
            request["rights"][0]["due"]["date"], due,
            "{kind} received {at}"
        );
    }
}

#[test]
fn a_count_explains_itself() {
    let house = House::new();
    let request = received(&house, "2026-12-14 09:00", RightKind::Information);
    let count = house
        .as_role(Role::Consultant)
        .ask(ReadCount {
            right: request.rights[0].id,
        })
        .expect("a count");
    let steps: Vec<_> = count
        .steps
        .iter()
        .map(|day| (day.date.as_str(), day.step, day.number))
        .collect();
    assert_eq!(
        steps,
        [
            ("2026-12-14", crate::calendar::CountStep::Received, None),
            ("2026-12-15", crate::calendar::CountStep::Counted, Some(1)),
            ("2026-12-16", crate::calendar::CountStep::Skipped, None),
            ("2026-12-17", crate::calendar::CountStep::Counted, Some(2)),
            ("2026-12-18", crate::calendar::CountStep::Counted, Some(3)),
        ]
    );
    assert_eq!(count.target, "2026-12-17");
    assert_eq!(count.rule.basis, TermBasis::Policy);
}

#[test]
fn each_right_has_its_own_clock_and_the_operator_its_own_terms() {
    let house = House::new();
    let admin = house.token(Relation::OwnBranch, Role::Administrator);
    let (operator, _) = house.place(Relation::OwnBranch);
    let profile = json!({
        "name_ru": "ТОО «Эсперанс»", "name_kk": "«Эсперанс» ЖШС", "bin": "991240990006",
        "terms": [{"kind": "copy", "days": 5, "unit": "working", "start": "receipt", "basis": "policy", "policy_version": "3"}],
    });
    let args = json!({"id": operator, "version": 1, "operator": profile});
    assert!(matches!(
        house.call_json(Some(admin), "operators.update", args),
        Reply::Ok(_)
    ));
    let rights = vec![
        asked(RightKind::Copy),
        asked(RightKind::Destroy),
        asked(RightKind::Withdraw),
    ];
    let request = registered(&house, Relation::OwnBranch, application(None, rights));
    let dues: Vec<_> = request
        .rights
        .iter()
        .map(|right| (right.kind, right.due.date.as_str()))
        .collect();
    assert_eq!(
        dues,
        [
            (RightKind::Copy, "2026-12-22"),
            (RightKind::Destroy, "2026-12-15"),
            (RightKind::Withdraw, "2027-01-08"),
        ]
    );
    assert_eq!(request.rights[0].rule.policy_version, "3");
    for bad in [0, 91] {
        let mut profile = profile.clone();
        profile["terms"][0]["days"] = json!(bad);
        let args = json!({"id": operator, "version": 2, "operator": profile});
        assert!(
            matches!(
                house.call_json(Some(admin), "operators.update", args),
                Reply::Error(_)
            ),
            "{bad} days"
        );
    }
}

#[test]
fn what_can_not_be_registered() {
    let house = House::new();
    let desk = house.as_role(Role::Consultant);
    let fields = |command: RegisterRequest| match desk.act(command) {
        Err(Error::Invalid(invalid)) => {
            let refusal = Error::Invalid(invalid).refusal(house.door.texts(), Lang::Ru, "");
            refusal
                .fields
                .into_iter()
                .map(|fault| fault.code)
                .collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let base = || application(None, vec![asked(RightKind::Copy)]);
    let nobody = Applicant::default();
    assert_eq!(
        fields(RegisterRequest {
            applicant: nobody,
            ..base()
        }),
        ["requests.no_applicant"]
    );
    assert_eq!(
        fields(RegisterRequest {
            text: " \n".to_owned(),
            ..base()
        }),
        ["requests.no_text"]
    );
    assert_eq!(
        fields(RegisterRequest {
            text: "я".repeat(20_001),
            ..base()
        }),
        ["requests.too_long"]
    );
    assert_eq!(
        fields(RegisterRequest {
            rights: vec![],
            ..base()
        }),
        ["requests.no_rights"]
    );
    let twice = vec![asked(RightKind::Copy), asked(RightKind::Copy)];
    assert_eq!(
        fields(RegisterRequest {
            rights: twice,
            ..base()
        }),
        ["requests.right_twice"]
    );
    let dispute = vec![asked(RightKind::Rectify)];
    assert_eq!(
        fields(RegisterRequest {
            rights: dispute,
            ..base()
        }),
        ["requests.no_fields"]
    );
    for at in [
        "2026-12-14 09:06",
        "2025-12-12 09:00",
        "2026-12-40 09:00",
        "вчера утром",
    ] {
        assert_eq!(
            fields(RegisterRequest {
                received: stamp(at),
                ..base()
            }),
            ["requests.received"],
            "{at}"
        );
    }
    let (_, other) = house.place(Relation::OtherBranch);
    let error = desk
        .act(RegisterRequest {
            branch: Some(other),
            ..base()
        })
        .expect_err("another branch");
    assert_eq!(error.code(), "door.out_of_reach");
    let agent = house.as_role(Role::Agent);
    let request = agent
        .act(RegisterRequest {
            branch: Some(other),
            ..base()
        })
        .expect("agents work for all branches");
    assert_eq!(request.branch, other);
}

#[test]
fn receipt_never_changes() {
    let house = House::new();
    let request = received(&house, "2026-12-10 10:00", RightKind::Copy).id;
    for column in [
        "received_at",
        "received_on",
        "text",
        "entered_at",
        "channel",
    ] {
        let sql = format!("UPDATE applications SET {column} = 'x' WHERE id = {request}");
        assert!(house.raw(&sql).is_err(), "{column}");
    }
    for sql in [
        "DELETE FROM rights",
        "DELETE FROM right_events",
        "UPDATE right_events SET note = 'x'",
        "DELETE FROM due_calcs",
        "UPDATE due_calcs SET due = '2030-01-01'",
    ] {
        assert!(house.raw(sql).is_err(), "{sql}");
    }
}

#[test]
fn what_lacks_is_listed_and_asked_for_while_the_clock_runs() {
    let house = House::new();
    let bare = RegisterRequest {
        shown: ShownDocument::default(),
        proof: None,
        channel: Channel::Email,
        lang: Lang::Kk,
        representative: Some(Representative {
            name: "Өкіл".to_owned(),
            ..Representative::default()
        }),
        ..application(None, vec![asked(RightKind::Copy)])
    };
    let request = registered(&house, Relation::OwnBranch, bare);
    use Lack::{
        Authority, AuthorityOver, DocumentIssued, DocumentIssuer, DocumentNumber, Signature,
    };
    assert_eq!(
        request.lacks,
        [
            DocumentNumber,
            DocumentIssued,
            DocumentIssuer,
            Signature,
            Authority
        ]
    );
    let desk = house.as_role(Role::Consultant);
    let letter = desk
        .act(AskMissing {
            request: request.id,
        })
        .expect("a letter")
        .text;
    assert!(
        letter.contains("өтініш")
            && letter.contains("қолтаңба")
            && letter.contains(&request.number),
        "{letter}"
    );

    let supply = |version, from: &str, until: &str| SupplyMissing {
        request: request.id,
        version,
        shown: application(None, vec![]).shown,
        representative: Some(Representative {
            name: "Өкіл".to_owned(),
            paper: "Сенімхат № 4".to_owned(),
            from: from.to_owned(),
            until: until.to_owned(),
        }),
    };
    let over = desk
        .act(supply(request.version, "2025-01-10", ""))
        .expect("supplied");
    assert_eq!(over.lacks, [AuthorityOver], "a year where nothing is said");
    let most = desk
        .act(supply(over.version, "2023-01-10", "2030-01-01"))
        .expect("supplied");
    assert_eq!(most.lacks, [AuthorityOver], "three years at most");
    let whole = desk
        .act(supply(most.version, "2026-10-10", ""))
        .expect("supplied");
    assert_eq!(whole.lacks, []);
    assert_eq!(whole.received, request.received);
    assert_eq!(whole.rights[0].due.date, request.rights[0].due.date);
    assert_eq!(
        desk.act(supply(request.version, "", ""))
            .expect_err("stale")
            .kind(),
        Kind::Conflict
    );
    assert_eq!(
        desk.act(AskMissing {
            request: request.id
        })
        .expect_err("whole")
        .code(),
        "requests.nothing_lacks"
    );

    let state = registered(
        &house,
        Relation::OwnBranch,
        RegisterRequest {
            shown: ShownDocument::default(),
            ..application(None, vec![asked(RightKind::StateDemand)])
        },
    );
    assert_eq!(state.lacks, [], "a state body shows no identity card");
}

/// State × step: each is allowed as here, or refused by name.
#[test]
fn the_table_of_steps() {
    use RightState::{Answered, Checking, Decided, ForApproval, InWork, New};
    use RightStep as S;
    let allowed = |state: RightState, step: RightStep| match (state, step) {
        (New, S::Take | S::HandOver) => Some(Checking),
        (New, S::Prove) => Some(New),
        (Checking | InWork, S::Prove) => Some(InWork),
        (Checking | InWork | ForApproval | Decided, S::Take | S::HandOver) => Some(state),
        (InWork, S::Decide) => Some(Decided),
        (InWork, S::Submit) => Some(ForApproval),
        (ForApproval, S::Approve) => Some(Decided),
        (ForApproval, S::SendBack) => Some(InWork),
        (Decided, S::Close) => Some(Answered),
        (Answered, S::Reopen) => Some(Answered),
        _ => None,
    };
    let mut legal = 0;
    for state in RightState::ALL {
        for step in RightStep::ALL {
            match (allowed(*state, *step), state.after(*step)) {
                (Some(next), Ok(found)) => {
                    assert_eq!(found, next, "{step} in {state}");
                    legal += 1;
                }
                (None, Err(RequestsError::Step { step: s, state: t })) => {
                    assert_eq!((s, t), (*step, *state))
                }
                (expected, found) => panic!("{step} in {state}: {found:?}, not {expected:?}"),
            }
        }
    }
    assert_eq!(legal, 19);
}

#[test]
fn from_receipt_to_reply() {
    let house = House::new();
    let desk = house.as_role(Role::Consultant);
    let command = RegisterRequest {
        proof: None,
        ..application(None, vec![asked(RightKind::Copy)])
    };
    let request = registered(&house, Relation::OwnBranch, command);
    let right = &request.rights[0];
    assert_eq!((right.state, right.proved), (RightState::New, false));
    let taken = desk
        .act(TakeRight {
            right: right.id,
            version: right.version,
        })
        .expect("taken");
    assert_eq!(taken.state, RightState::Checking);
    assert_eq!(
        desk.act(answer(&taken, Decision::Granted))
            .expect_err("unproved")
            .code(),
        "requests.not_proved"
    );
    let questions = ProveIdentity {
        request: request.id,
        method: ProofMethod::Questions,
    };
    let weak = desk.act(questions).expect("noted").rights.remove(0);
    assert_eq!(
        (weak.state, weak.proved),
        (RightState::Checking, false),
        "answers to questions don't prove enough"
    );
    let document = ProveIdentity {
        request: request.id,
        method: ProofMethod::DocumentSeen,
    };
    let proved = desk.act(document).expect("proved").rights.remove(0);
    assert_eq!((proved.state, proved.proved), (RightState::InWork, true));
    let decided = desk
        .act(answer(&proved, Decision::Granted))
        .expect("decided");
    assert_eq!(decided.state, RightState::Decided);
    assert!(
        desk.act(answer(&decided, Decision::Partly)).is_err(),
        "decided once"
    );
    let closed = desk.act(close(&decided, None)).expect("closed");
    assert_eq!(
        (closed.state, closed.due.look, closed.due.left),
        (RightState::Answered, DueLook::InTime, None)
    );
    let trail: Vec<_> = closed.events.iter().map(|event| event.what).collect();
    use EventKind::{Answered, Decided, Proved, Registered, Taken};
    assert_eq!(
        trail,
        [Registered, Taken, Proved, Proved, Decided, Answered]
    );
}

#[test]
fn a_refusal_needs_a_ground_a_second_person_and_tells_how_to_complain() {
    let house = House::new();
    let desk = house.as_role(Role::Consultant);
    let right = owned(&house, RightKind::Copy);
    let no_ground = AnswerRight {
        ground: None,
        ..answer(&right, Decision::Refused)
    };
    assert_eq!(
        desk.act(no_ground).expect_err("no ground").code(),
        "door.fields"
    );
    let submitted = desk
        .act(answer(&right, Decision::Refused))
        .expect("submitted");
    assert_eq!(submitted.state, RightState::ForApproval);
    assert!(
        submitted.answer.contains("обжаловать") && submitted.answer.contains("суд"),
        "{}",
        submitted.answer
    );

    let manager = house.as_role(Role::Manager);
    let back = SendBack {
        right: right.id,
        version: submitted.version,
        text: "Назовите закон".to_owned(),
    };
    let again = manager.act(back).expect("sent back");
    assert_eq!(again.state, RightState::InWork);
    let submitted = desk
        .act(answer(&again, Decision::Refused))
        .expect("submitted again");
    let approve = ApproveAnswer {
        right: right.id,
        version: submitted.version,
    };
    assert_eq!(
        manager.act(approve).expect("approved").state,
        RightState::Decided
    );

    let own = owned(&house, RightKind::Destroy);
    let me = house.staff(Relation::OwnBranch, Role::Manager);
    let given = Reassign {
        right: own.id,
        version: own.version,
        to: me,
        note: String::new(),
    };
    let own = manager.act(given).expect("reassigned");
    let submitted = manager
        .act(answer(&own, Decision::Granted))
        .expect("destruction needs a second person too");
    assert_eq!(submitted.state, RightState::ForApproval);
    let approve = |version| ApproveAnswer {
        right: own.id,
        version,
    };
    assert_eq!(
        manager
            .act(approve(submitted.version))
            .expect_err("oneself")
            .code(),
        "requests.second_person"
    );
    let to = house.staff(Relation::OwnBranch, Role::Agent);
    let passed = HandOver {
        right: own.id,
        version: submitted.version,
        to,
        note: String::new(),
    };
    let passed = manager.act(passed).expect("handed over");
    assert_eq!(
        manager
            .act(approve(passed.version))
            .expect_err("still oneself")
            .code(),
        "requests.second_person",
        "handing it over first changes nothing",
    );
    let other = house.as_staff(Relation::OtherBranch, Role::Manager);
    assert_eq!(
        other
            .act(approve(passed.version))
            .expect("another manager")
            .state,
        RightState::Decided
    );
}

#[test]
fn somebody_unproved_can_be_refused_for_just_that() {
    let house = House::new();
    let command = RegisterRequest {
        proof: None,
        take: true,
        ..application(None, vec![asked(RightKind::Copy)])
    };
    let right = registered(&house, Relation::OwnBranch, command)
        .rights
        .remove(0);
    let desk = house.as_role(Role::Consultant);
    let refuse = |ground| AnswerRight {
        ground: Some(ground),
        ..answer(&right, Decision::Refused)
    };
    assert_eq!(
        desk.act(refuse(RefusalGround::NoData))
            .expect_err("unproved")
            .code(),
        "requests.not_proved"
    );
    let submitted = desk
        .act(refuse(RefusalGround::NotIdentified))
        .expect("submitted");
    assert_eq!(submitted.state, RightState::ForApproval);
}

#[test]
fn who_takes_first_has_it() {
    let house = House::new();
    let right = received(&house, "2026-12-14 09:00", RightKind::Copy)
        .rights
        .remove(0);
    let take = || TakeRight {
        right: right.id,
        version: right.version,
    };
    house.as_role(Role::Consultant).act(take()).expect("taken");
    let error = house
        .as_role(Role::Agent)
        .act(take())
        .expect_err("taken already");
    assert_eq!(
        (error.code(), error.kind()),
        ("requests.taken", Kind::Conflict)
    );
    let text = error.refusal(house.door.texts(), Lang::Ru, "").text;
    assert!(text.contains("Сотрудник"), "it says who has it: {text}");
    let stranger = answer(&right, Decision::Granted);
    let stranger = AnswerRight {
        version: right.version + 1,
        ..stranger
    };
    assert_eq!(
        house
            .as_role(Role::Agent)
            .act(stranger)
            .expect_err("not theirs")
            .code(),
        "requests.not_owner"
    );
}

#[test]
fn the_most_urgent_is_taken_first() {
    let house = House::new();
    let later = received(&house, "2026-12-14 09:00", RightKind::Copy)
        .rights
        .remove(0);
    let sooner = received(&house, "2026-12-11 09:00", RightKind::Copy)
        .rights
        .remove(0);
    let soonest = received(&house, "2026-12-14 08:00", RightKind::Block)
        .rights
        .remove(0);
    let desk = house.as_role(Role::Consultant);
    let order: Vec<_> = (0..3)
        .map(|_| desk.act(TakeNext {}).expect("one more").id)
        .collect();
    assert_eq!(order, [soonest.id, sooner.id, later.id]);
    assert_eq!(
        desk.act(TakeNext {}).expect_err("none left").code(),
        "requests.nothing_to_take"
    );
}

#[test]
fn the_queue_by_view_branch_and_page() {
    let house = House::new();
    received(&house, "2026-12-08 09:00", RightKind::Copy);
    let today = received(&house, "2026-12-09 09:00", RightKind::Copy);
    received(&house, "2026-12-14 09:00", RightKind::Copy);
    owned(&house, RightKind::Withdraw);
    registered(
        &house,
        Relation::OtherBranch,
        application(None, vec![asked(RightKind::Copy)]),
    );
    registered(
        &house,
        Relation::OtherOperator,
        application(None, vec![asked(RightKind::Copy)]),
    );
    let queue = |role, view| {
        house
            .as_role(role)
            .ask(ListQueue {
                view,
                page: 0,
                branch: None,
            })
            .expect("a queue")
    };
    let consultant = queue(Role::Consultant, QueueView::All);
    let counts = QueueCounts {
        mine: 1,
        unassigned: 3,
        today: 1,
        overdue: 1,
        for_approval: 0,
        all: 4,
    };
    assert_eq!(consultant.counts, counts);
    let dues: Vec<_> = consultant
        .lines
        .iter()
        .map(|line| (line.due.date.as_str(), line.due.look))
        .collect();
    assert_eq!(
        dues,
        [
            ("2026-12-11", DueLook::Overdue),
            ("2026-12-14", DueLook::Today),
            ("2026-12-18", DueLook::Later),
            ("2027-01-08", DueLook::Later),
        ]
    );
    assert_eq!(consultant.lines[0].due.late, Some(1));
    assert_eq!(
        consultant.lines[1].due.left,
        Some(0),
        "the last day is zero, not nothing"
    );
    let only = queue(Role::Consultant, QueueView::Today);
    assert_eq!(
        only.lines
            .iter()
            .map(|line| line.request)
            .collect::<Vec<_>>(),
        [today.id]
    );
    assert_eq!(
        queue(Role::Agent, QueueView::All).counts.all,
        5,
        "agents see every branch of their operator"
    );
    let (_, other) = house.place(Relation::OtherBranch);
    let one = ListQueue {
        view: QueueView::All,
        page: 0,
        branch: Some(other),
    };
    assert_eq!(
        house
            .as_role(Role::Agent)
            .ask(one.clone())
            .expect("a queue")
            .lines
            .len(),
        1
    );
    assert_eq!(
        house
            .as_role(Role::Consultant)
            .ask(one)
            .expect("a queue")
            .lines
            .len(),
        4,
        "their own, whatever they ask"
    );
    assert!(queue(Role::Agent, QueueView::Mine).lines.is_empty());
    let next = ListQueue {
        view: QueueView::All,
        page: 1,
        branch: None,
    };
    assert!(
        house
            .as_role(Role::Agent)
            .ask(next)
            .expect("a page")
            .lines
            .is_empty()
    );
}

#[test]
fn everyday_acts_can_be_taken_back_for_ten_minutes() {
    let house = House::new();
    let desk = house.as_role(Role::Consultant);
    let right = received(&house, "2026-12-14 09:00", RightKind::Copy)
        .rights
        .remove(0);
    let taken = desk
        .act(TakeRight {
            right: right.id,
            version: right.version,
        })
        .expect("taken");
    let event = taken.undo.expect("something to take back");
    assert_eq!(
        house
            .as_role(Role::Agent)
            .act(UndoEvent { event })
            .expect_err("not theirs")
            .code(),
        "requests.no_undo"
    );
    let undone = desk.act(UndoEvent { event }).expect("taken back");
    assert_eq!(
        (undone.owner, undone.state, undone.undo),
        (None, RightState::New, None)
    );
    assert_eq!(undone.events.len(), 3, "a line more, never a line less");
    assert!(undone.events[1].undone && undone.events[2].undoes == Some(event));
    assert_eq!(
        desk.act(UndoEvent { event }).expect_err("twice").code(),
        "requests.no_undo"
    );

    let taken = desk
        .act(TakeRight {
            right: right.id,
            version: undone.version,
        })
        .expect("taken again");
    let to = house.staff(Relation::OwnBranch, Role::Agent);
    let given = desk
        .act(HandOver {
            right: right.id,
            version: taken.version,
            to,
            note: String::new(),
        })
        .expect("given");
    let back = desk
        .act(UndoEvent {
            event: given.undo.expect("the handing over"),
        })
        .expect("taken back");
    assert_eq!(back.owner, taken.owner);

    let note = desk
        .act(NoteRight {
            right: right.id,
            text: "Звонить после 15".to_owned(),
        })
        .expect("noted");
    let mark = note.undo.expect("the note");
    let without = desk.act(UndoEvent { event: mark }).expect("taken back");
    assert!(
        without.events.iter().all(|event| event.note.is_empty()),
        "its words are gone from sight"
    );

    let late = desk
        .act(NoteRight {
            right: right.id,
            text: "Ещё".to_owned(),
        })
        .expect("noted")
        .undo
        .expect("the note");
    house.clock.advance(chrono::Duration::minutes(6));
    let look = ReadCount { right: right.id };
    desk.ask(look).expect("at work all the time");
    house.clock.advance(chrono::Duration::seconds(4 * 60 + 1));
    assert_eq!(
        desk.act(UndoEvent { event: late })
            .expect_err("too late")
            .code(),
        "requests.no_undo"
    );

    let decided = desk
        .act(answer(&without, Decision::Granted))
        .expect("decided");
    let event = decided
        .events
        .iter()
        .find(|event| event.what == EventKind::Decided)
        .expect("the decision")
        .id;
    assert_eq!(
        desk.act(UndoEvent { event })
            .expect_err("no everyday act")
            .code(),
        "requests.no_undo"
    );
}

#[test]
fn hand_over_goes_to_those_who_can_work_there() {
    let house = House::new();
    let right = owned(&house, RightKind::Copy);
    let desk = house.as_role(Role::Consultant);
    let give = |to: StaffId| HandOver {
        right: right.id,
        version: right.version,
        to,
        note: String::new(),
    };
    for (relation, role) in [
        (Relation::OwnBranch, Role::Administrator),
        (Relation::OtherBranch, Role::Consultant),
        (Relation::OtherOperator, Role::Agent),
    ] {
        let error = desk
            .act(give(house.staff(relation, role)))
            .expect_err("can't work there");
        assert_eq!(
            error.code(),
            "requests.no_colleague",
            "{role} at {relation:?}"
        );
    }
    let given = desk
        .act(give(house.staff(Relation::OtherBranch, Role::Agent)))
        .expect("an agent works everywhere");
    let again = HandOver {
        version: given.version,
        ..give(house.staff(Relation::OwnBranch, Role::Manager))
    };
    assert_eq!(
        desk.act(again).expect_err("no longer theirs").code(),
        "requests.not_owner"
    );
}

#[test]
fn a_late_answer_needs_its_cause_once() {
    let house = House::new();
    let right = owned(&house, RightKind::Copy);
    let desk = house.as_role(Role::Consultant);
    let explain = |version, cause, note: &str| ExplainLate {
        right: right.id,
        version,
        cause,
        cause_note: note.to_owned(),
    };
    let early = explain(right.version, LateCause::Workload, "");
    assert_eq!(
        desk.act(early).expect_err("not late").code(),
        "requests.not_late"
    );
    let decided = desk
        .act(answer(&right, Decision::Granted))
        .expect("decided");
    set_clock(&house, "2026-12-19T10:00");
    let token = house.anew(Role::Consultant);
    let say =
        |command: &str, args: serde_json::Value| match house.call_json(Some(&token), command, args)
        {
            Reply::Ok(value) => Ok(value),
            Reply::Error(refusal) => Err(refusal.code),
        };
    let mut shut = json!({"right": right.id, "version": decided.version, "delivery": "email"});
    assert_eq!(
        say("requests.close", shut.clone()),
        Err("requests.no_cause".to_owned())
    );
    shut["cause"] = json!("other");
    assert_eq!(
        say("requests.close", shut.clone()),
        Err("requests.cause_text".to_owned())
    );
    shut["cause_note"] = json!("Выезд в архив");
    let closed = say("requests.close", shut).expect("closed");
    assert_eq!(closed["due"]["look"], "answered_late");
    assert_eq!(
        closed["due"]["late"], 0,
        "a Saturday after a Friday: late, though by no working day"
    );
    assert_eq!(closed["late_cause"], "other");
}

#[test]
fn an_answered_right_is_taken_up_again_as_a_new_one() {
    let house = House::new();
    let desk = house.as_role(Role::Consultant);
    let decided = desk
        .act(answer(&owned(&house, RightKind::Copy), Decision::Granted))
        .expect("decided");
    let manager = house.as_role(Role::Manager);
    let reopen = |right: &RightShown| Reopen {
        right: right.id,
        version: right.version,
        text: "Ответ неполон".to_owned(),
    };
    assert_eq!(
        manager
            .act(reopen(&decided))
            .expect_err("not answered")
            .code(),
        "requests.step"
    );
    let closed = desk.act(close(&decided, None)).expect("closed");
    house.clock.advance(chrono::Duration::minutes(5));
    let new = manager.act(reopen(&closed)).expect("reopened");
    assert_eq!(
        (new.reopens, new.state, new.owner),
        (Some(closed.id), RightState::New, None)
    );
    assert_eq!(new.due.date, "2026-12-18");
    let old = manager
        .act(OpenRequest {
            request: closed.request,
        })
        .expect("the application");
    assert_eq!(old.rights.len(), 2);
    assert_eq!(
        old.rights[0].answer, closed.answer,
        "nothing of the old one is gone"
    );
}

#[test]
fn likeness_is_a_hint_and_linking_a_persons_act() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let copy = || {
        registered(
            &house,
            Relation::OwnBranch,
            application(Some(client), vec![asked(RightKind::Copy)]),
        )
    };
    let (first, second) = (copy(), copy());
    let (a, b) = (&first.rights[0], &second.rights[0]);
    assert_eq!(
        b.alike.iter().map(|other| other.right).collect::<Vec<_>>(),
        [a.id]
    );
    let desk = house.as_role(Role::Consultant);
    let link = |of| LinkDuplicate {
        right: b.id,
        version: b.version,
        of,
    };
    let linked = desk.act(link(Some(a.id))).expect("linked");
    assert_eq!(
        (linked.duplicate_of, linked.state),
        (Some(a.id), RightState::New),
        "a hint, never a state"
    );
    for of in [b.id, owned(&house, RightKind::Copy).id] {
        let wrong = LinkDuplicate {
            version: linked.version,
            ..link(Some(of))
        };
        assert_eq!(
            desk.act(wrong).expect_err("can't be").code(),
            "requests.link"
        );
    }
    let back = LinkDuplicate {
        right: a.id,
        version: a.version,
        of: Some(b.id),
    };
    assert_eq!(
        desk.act(back).expect_err("a circle").code(),
        "requests.link"
    );
    let free = desk
        .act(LinkDuplicate {
            version: linked.version,
            ..link(None)
        })
        .expect("unlinked");
    assert_eq!(free.duplicate_of, None);
}

#[test]
fn a_dispute_blocks_by_itself_and_a_complaint_what_it_names() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let with = |kind, fields| AskedRight {
        kind,
        fields,
        withdrawal: None,
    };
    let request = registered(
        &house,
        Relation::OwnBranch,
        application(
            Some(client),
            vec![
                with(RightKind::Rectify, vec![Field::ResidenceAddress]),
                with(RightKind::Complaint, vec![Field::Phone]),
                with(RightKind::Copy, vec![Field::Iin]),
            ],
        ),
    );
    let blocked = house
        .as_role(Role::Manager)
        .ask(crate::blocks::BlocksOfClient { client })
        .expect("blocks");
    let fields: Vec<_> = blocked
        .iter()
        .map(|block| (block.right, block.scope.clone()))
        .collect();
    let scope = |field| crate::blocks::BlockScope::Fields {
        fields: vec![field],
    };
    assert_eq!(
        fields,
        [
            (Some(request.rights[1].id), scope(Field::Phone)),
            (Some(request.rights[0].id), scope(Field::ResidenceAddress)),
        ]
    );
    let queue = ListQueue {
        view: QueueView::All,
        page: 0,
        branch: None,
    };
    let lines = house
        .as_role(Role::Consultant)
        .ask(queue)
        .expect("a queue")
        .lines;
    assert!(
        lines
            .iter()
            .all(|line| line.blocked && line.who.contains("Нұрғалиева")),
        "the name itself is free"
    );
    let none = RegisterRequest {
        take: true,
        ..application(Some(client), vec![asked(RightKind::Complaint)])
    };
    registered(&house, Relation::OwnBranch, none);
    let after = house
        .as_role(Role::Manager)
        .ask(crate::blocks::BlocksOfClient { client })
        .expect("blocks");
    assert_eq!(
        after.len(),
        2,
        "a complaint that disputes no field blocks none"
    );
}

#[test]
fn the_managers_board() {
    let house = House::new();
    let late = received(&house, "2026-12-08 09:00", RightKind::Copy)
        .rights
        .remove(0);
    received(&house, "2026-12-09 09:00", RightKind::Copy);
    received(&house, "2026-12-14 09:00", RightKind::Block);
    received(&house, "2026-12-14 09:00", RightKind::Copy);
    registered(
        &house,
        Relation::OtherBranch,
        application(None, vec![asked(RightKind::Copy)]),
    );
    let desk = house.as_role(Role::Consultant);
    let done = owned(&house, RightKind::Copy);
    let decided = desk.act(answer(&done, Decision::Granted)).expect("decided");
    desk.act(close(&decided, None)).expect("closed");
    let manager = house.as_role(Role::Manager);
    let explain = ExplainLate {
        right: late.id,
        version: late.version,
        cause: LateCause::Workload,
        cause_note: String::new(),
    };
    manager.act(explain).expect("explained");
    let board = manager.ask(ReadBoard { branch: None }).expect("a board");
    let shown: Vec<_> = board
        .late
        .iter()
        .map(|line| (line.right, line.due.late, line.late_cause))
        .collect();
    assert_eq!(shown, [(late.id, Some(1), Some(LateCause::Workload))]);
    let risk: Vec<_> = board.at_risk.iter().map(|line| line.due.look).collect();
    assert_eq!(risk, [DueLook::Today, DueLook::Tomorrow]);
    assert_eq!(board.counts.all, 5);
    let branches: Vec<_> = board
        .branches
        .iter()
        .map(|line| (line.name.as_str(), line.open, line.overdue, line.share))
        .collect();
    assert_eq!(
        branches,
        [("Алматы-2", 4, 1, Some(100)), ("Шымкент-1", 1, 0, None)]
    );
    assert_eq!(board.unconfirmed_years, [2026]);
    let (_, other) = house.place(Relation::OtherBranch);
    let one = manager
        .ask(ReadBoard {
            branch: Some(other),
        })
        .expect("a board");
    assert_eq!(
        (one.late.len(), one.branches.len(), one.counts.all),
        (0, 1, 1)
    );
}

#[test]
fn the_requests_of_a_client() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let other = person(
        &house,
        Relation::OwnBranch,
        &[(Datum::Surname, "Ким"), (Datum::Given, "Олег")],
    );
    for (who, kind) in [
        (client, RightKind::Copy),
        (other, RightKind::Copy),
        (client, RightKind::Information),
    ] {
        registered(
            &house,
            Relation::OwnBranch,
            application(Some(who), vec![asked(kind)]),
        );
    }
    let list = house
        .as_role(Role::Agent)
        .ask(RequestsOfClient { client })
        .expect("a list");
    let kinds: Vec<_> = list.iter().map(|request| request.rights[0].kind).collect();
    assert_eq!(
        kinds,
        [RightKind::Information, RightKind::Copy],
        "the newest first"
    );
    assert!(list[0].who.contains("Нұрғалиева"));
}

#[test]
fn bad_input_is_answered() {
    let house = House::new();
    let right = owned(&house, RightKind::Copy);
    let desk = house.as_role(Role::Consultant);
    let note = |text: &str| {
        desk.act(NoteRight {
            right: right.id,
            text: text.to_owned(),
        })
    };
    assert_eq!(
        note(" \u{0}\u{7} ").expect_err("nothing in it").code(),
        "requests.empty_note"
    );
    assert_eq!(
        note(&"я".repeat(20_001)).expect_err("too long").code(),
        "requests.too_long"
    );
    let kept = note("😀 \u{202e}abc\u{0} =1+1").expect("kept");
    // The mark that turns a line around goes: what is read is what is kept.
    assert_eq!(kept.events.last().expect("the note").note, "😀 abc =1+1");
    for (command, args) in [
        ("requests.open", json!({"request": 999})),
        ("requests.take", json!({"right": -1, "version": 0})),
        ("requests.undo", json!({"event": 999})),
    ] {
        let token = house.token(Relation::OwnBranch, Role::Consultant);
        let Reply::Error(refusal) = house.call_json(Some(token), command, args) else {
            panic!("{command}")
        };
        assert_eq!(refusal.kind, Kind::NotFound, "{command}");
    }
}

/// Every name of every list here has its words in every language.
#[test]
fn names_have_words() {
    let house = House::new();
    let mut keys: Vec<String> = Vec::new();
    let mut list = |prefix: &str, names: Vec<&'static str>| {
        keys.extend(
            names
                .into_iter()
                .map(|name| format!("{prefix}-{}", name.replace('_', "-"))),
        );
    };
    list(
        "requests-channel",
        Channel::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-kind",
        RightKind::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-state",
        RightState::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-step",
        RightStep::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-decision",
        Decision::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-ground",
        RefusalGround::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-cause",
        LateCause::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-delivery",
        ReplyDelivery::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-proof",
        ProofMethod::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-lack",
        Lack::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-event",
        EventKind::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-basis",
        TermBasis::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-unit",
        TermUnit::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-start",
        TermStart::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-view",
        QueueView::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "requests-count-cause",
        CountCause::ALL.iter().map(|v| v.name()).collect(),
    );
    use crate::blocks::{BlockGround, BlockOutcome, BlockView, Deed, Rule};
    list("blocks-deed", Deed::ALL.iter().map(|v| v.name()).collect());
    list("blocks-rule", Rule::ALL.iter().map(|v| v.name()).collect());
    list(
        "blocks-ground",
        BlockGround::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "blocks-outcome",
        BlockOutcome::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "blocks-view",
        BlockView::ALL.iter().map(|v| v.name()).collect(),
    );
    use crate::calendar::{DayKind, DayReason, DaySource, HolidayName};
    list(
        "calendar-kind",
        DayKind::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "calendar-reason",
        DayReason::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "calendar-by",
        DaySource::ALL.iter().map(|v| v.name()).collect(),
    );
    list(
        "calendar-holiday",
        HolidayName::ALL.iter().map(|v| v.name()).collect(),
    );
    for lang in Lang::ALL {
        for key in &keys {
            assert!(house.door.texts().has(*lang, key), "{lang}: {key}");
        }
    }
}
