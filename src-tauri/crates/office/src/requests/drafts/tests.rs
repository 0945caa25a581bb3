use super::*;
use crate::policy::Role;
use crate::requests::samples::{application, asked, registered};
use crate::requests::{
    AnswerRight, CloseRight, HandOver, RegisterRequest, ReplyDelivery, RightKind, RightShown,
};
use crate::testing::{House, Relation};

fn taken(house: &House) -> RightShown {
    let command = RegisterRequest {
        take: true,
        ..application(None, vec![asked(RightKind::Information)])
    };
    registered(house, Relation::OwnBranch, command)
        .rights
        .remove(0)
}

fn typed(text: &str) -> ReplyDraft {
    ReplyDraft {
        decision: Some(Decision::Granted),
        ground: None,
        text: text.to_owned(),
    }
}

fn keep(house: &House, role: Role, right: RightId, draft: ReplyDraft) {
    house
        .as_role(role)
        .act(KeepReplyDraft { right, draft })
        .unwrap();
}

fn found(house: &House, role: Role, right: RightId) -> Option<ReplyDraft> {
    house.as_role(role).ask(ReadReplyDraft { right }).unwrap()
}

#[test]
fn a_half_written_reply_survives_and_stays_its_writers_own() {
    let house = House::new();
    let right = taken(&house).id;
    keep(&house, Role::Consultant, right, typed("Сообщаем, что"));
    keep(&house, Role::Consultant, right, typed("Сообщаем, что ваши"));
    assert_eq!(
        found(&house, Role::Consultant, right),
        Some(typed("Сообщаем, что ваши"))
    );
    assert_eq!(found(&house, Role::Manager, right), None);
    let empty = ReplyDraft {
        decision: None,
        ..typed("  \n")
    };
    keep(&house, Role::Consultant, right, empty);
    assert_eq!(found(&house, Role::Consultant, right), None);
}

#[test]
fn an_answer_ends_the_drafts() {
    let house = House::new();
    let right = taken(&house);
    keep(&house, Role::Consultant, right.id, typed("Начато"));
    keep(&house, Role::Manager, right.id, typed("Мысль руководителя"));
    let desk = house.as_role(Role::Consultant);
    let decided = desk
        .act(AnswerRight {
            right: right.id,
            version: right.version,
            decision: Decision::Granted,
            ground: None,
            obligation: None,
            text: "Сообщаем.".to_owned(),
        })
        .unwrap();
    assert_eq!(found(&house, Role::Consultant, right.id), None);
    assert!(found(&house, Role::Manager, right.id).is_some());
    desk.act(CloseRight {
        right: right.id,
        version: decided.version,
        delivery: ReplyDelivery::InHand,
        cause: None,
        cause_note: String::new(),
    })
    .unwrap();
    assert_eq!(found(&house, Role::Manager, right.id), None);
    let late = desk.act(KeepReplyDraft {
        right: right.id,
        draft: typed("Поздно"),
    });
    assert_eq!(late.unwrap_err().code(), "requests.conflict");
}

#[test]
fn whoever_takes_over_starts_anew() {
    let house = House::new();
    let right = taken(&house);
    keep(&house, Role::Consultant, right.id, typed("Начато"));
    let to = house.staff(Relation::OwnBranch, Role::Manager);
    house
        .as_role(Role::Consultant)
        .act(HandOver {
            right: right.id,
            version: right.version,
            to,
            note: String::new(),
        })
        .unwrap();
    assert_eq!(found(&house, Role::Manager, right.id), None);
}
