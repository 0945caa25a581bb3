//! Samples of requests' commands, and ready-made applications for tests.

use serde_json::json;

use super::{
    Applicant, AskedRight, Channel, ProofMethod, RegisterRequest, RequestShown, RightKind,
    ShownDocument,
};
use crate::clients::{ClientId, Datum, samples::person};
use crate::door::samples::Sample;
use crate::policy::Role;
use crate::testing::{House, Relation};
use crate::texts::Lang;

/// An application of a client who came with a document, asking for these.
pub fn application(client: Option<ClientId>, rights: Vec<AskedRight>) -> RegisterRequest {
    RegisterRequest {
        client,
        applicant: Applicant {
            name: "Заявитель".to_owned(),
            contact: String::new(),
        },
        channel: Channel::Visit,
        received: None,
        text: "Прошу сообщить, какие мои данные хранятся.".to_owned(),
        lang: Lang::Ru,
        shown: ShownDocument {
            number: "030446179".to_owned(),
            issued: "2022-01-30".to_owned(),
            issuer: "МВД РК".to_owned(),
            signed: true,
        },
        representative: None,
        proof: Some(ProofMethod::DocumentSeen),
        rights,
        branch: None,
        take: false,
    }
}

/// A right without disputed fields.
pub fn asked(kind: RightKind) -> AskedRight {
    AskedRight {
        kind,
        fields: Vec::new(),
        withdrawal: None,
    }
}

/// Registers an application, as the consultant of the place.
pub fn registered(house: &House, relation: Relation, command: RegisterRequest) -> RequestShown {
    house
        .as_staff(relation, Role::Consultant)
        .act(command)
        .expect("an application that can be registered")
}

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let client = person(
        house,
        relation,
        &[(Datum::Surname, "Заявителева"), (Datum::Given, "Мира")],
    );
    let request = registered(
        house,
        relation,
        application(Some(client), vec![asked(RightKind::Information)]),
    );
    let (id, version) = (request.id, request.version);
    let right = &request.rights[0];
    let colleague = house.staff(relation, Role::Manager);
    let at = |mut more: serde_json::Value| {
        more["right"] = json!(right.id);
        more["version"] = json!(right.version);
        more
    };
    let text = json!({"text": "Проверено"});
    vec![
        (
            "requests.register",
            json!({"client": client, "channel": "visit", "text": "Прошу", "lang": "kk", "rights": [{"kind": "copy"}]}),
        ),
        ("requests.terms", json!({"kinds": ["copy", "rectify"]})),
        ("requests.open", json!({"request": id})),
        ("requests.of_client", json!({"client": client})),
        ("requests.queue", json!({"view": "all"})),
        ("requests.board", json!({})),
        ("requests.count", json!({"right": right.id})),
        ("requests.take", at(json!({}))),
        ("requests.take_next", json!({})),
        ("requests.hand_over", at(json!({"to": colleague}))),
        ("requests.reassign", at(json!({"to": colleague}))),
        (
            "requests.note",
            json!({"right": right.id, "text": "Перезвонить"}),
        ),
        (
            "requests.identity_proved",
            json!({"request": id, "method": "document_seen"}),
        ),
        (
            "requests.supply_missing",
            json!({"request": id, "version": version, "shown": {"signed": true}}),
        ),
        ("requests.ask_missing", json!({"request": id})),
        ("requests.draft", json!({"right": right.id})),
        (
            "requests.keep_draft",
            json!({"right": right.id, "draft": {"decision": "granted", "ground": null, "text": "Отв"}}),
        ),
        (
            "requests.answer",
            at(json!({"decision": "granted", "text": "Ответ"})),
        ),
        ("requests.approve", at(json!({}))),
        ("requests.send_back", at(text.clone())),
        ("requests.explain_late", at(json!({"cause": "workload"}))),
        ("requests.close", at(json!({"delivery": "in_hand"}))),
        ("requests.reopen", at(text)),
        ("requests.link_duplicate", at(json!({"of": null}))),
        ("requests.undo", json!({"event": right.events[0].id})),
    ]
}
