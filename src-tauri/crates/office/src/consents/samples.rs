//! Samples of the commands of consents, and ready-made texts, tablets and visits for tests.

use serde_json::{Value, json};

use super::ConsentId;
use super::tablets::{JoinTablet, PairCheck, PairTablet, Pairing};
use super::texts::{BeginDraft, ConsentText, DraftShown, PublishText, TextId};
use super::visits::{OpenVisit, SaveVisit, TakePaper, VisitSaved, VisitShown};
use super::withdrawals::signing::samples::{samples as signing_samples, signing};
use super::withdrawals::{
    PreviewWithdrawal, ShowWithdrawal, ShowingWay, Told, WithdrawConsent, WithdrawScope,
};
use crate::clients::ClientId;
use crate::door::samples::Sample;
use crate::door::{Caller, TabletId};
use crate::messages::Secret;
use crate::policy::Role;
use crate::requests::{Channel, ProofMethod, RequestShown, ShownDocument};
use crate::testing::{House, Relation};

/// A text of our own words: a loyalty programme, advertising apart.
pub fn form(relation: Relation) -> Value {
    let bin = match relation {
        Relation::OwnBranch | Relation::OtherBranch => "991240990006",
        Relation::OtherOperator => "010540000712",
    };
    json!({
        "code": "loyalty",
        "title": {"kk": "Алтын карта: деректерді өңдеуге келісім", "ru": "Алтын карта: согласие на обработку данных"},
        "body": {
            "kk": format!("# Не үшін\n\nБіз (БСН {bin}) деректеріңізді карта жүргізу үшін жинаймыз.\n\n# Қалай қайтарып алуға болады\n\nКез келген филиалға өтініш беріңіз."),
            "ru": format!("# Зачем\n\nМы (БИН {bin}) собираем ваши данные, чтобы вести карту.\n\n# Как отозвать\n\nПодайте заявление в любом филиале.")
        },
        "data": ["surname", "given", "patronymic", "iin", "birth_date", "phone", "email", "document"],
        "term": "programme_12",
        "third_parties": null,
        "cross_border": null,
        "public_sources": false,
        "purposes": [
            {"kind": "service", "basis": "consent", "name": {"kk": "Карта жүргізу", "ru": "Ведение карты"},
             "note": {"kk": "Онсыз карта жұмыс істемейді.", "ru": "Без этого карта не работает."},
             "data": ["surname", "given", "iin", "phone"], "term": "programme_12"},
            {"kind": "optional", "basis": "consent", "name": {"kk": "SMS арқылы жарнама", "ru": "Реклама по SMS"},
             "note": {"kk": "Айына төрт хабарламадан аспайды.", "ru": "Не больше четырёх сообщений в месяц."},
             "channels": ["sms"], "data": ["phone"], "term": "programme"}
        ]
    })
}

/// Publishes a text at a place.
pub fn text(house: &House, relation: Relation) -> ConsentText {
    let text = serde_json::from_value(form(relation)).expect("a form of a text");
    let (operator, _) = house.place(relation);
    house
        .as_role(Role::Administrator)
        .act(PublishText {
            operator: Some(operator),
            text,
        })
        .expect("a text that can be published")
}

/// A family of two versions at a place, and a consent that was given to the first.
pub fn versions(house: &House, relation: Relation) -> (ConsentId, TextId) {
    let publish = || {
        let mut form = form(relation);
        form["code"] = json!("club");
        let text = serde_json::from_value(form).expect("a form of a text");
        let (operator, _) = house.place(relation);
        house
            .as_role(Role::Administrator)
            .act(PublishText {
                operator: Some(operator),
                text,
            })
            .expect("a text that can be published")
    };
    let older = consent(house, relation, publish().id).consent;
    (older, publish().id)
}

/// Begins a draft of the next version at a place.
pub fn draft(house: &House, relation: Relation, from: TextId) -> DraftShown {
    house
        .as_staff(relation, Role::Administrator)
        .act(BeginDraft { from: Some(from) })
        .expect("a draft")
}

/// Pairs a tablet at a place; gives back the secret that it carries, too.
pub fn tablet(house: &House, relation: Relation, name: &str) -> (TabletId, Secret) {
    let (_, branch) = house.place(relation);
    let command = PairTablet {
        name: name.to_owned(),
        branch: Some(branch),
        tablet: None,
    };
    let Pairing { token, digits, .. } = house
        .as_role(Role::Administrator)
        .act(command)
        .expect("a pairing");
    let joined = house
        .as_machine()
        .act(JoinTablet { token, digits })
        .expect("an answer");
    let PairCheck::Paired { secret } = joined else {
        panic!("the digits are right")
    };
    let known = house
        .as_machine()
        .ask(super::tablets::KnowTablet {
            secret: secret.clone(),
        })
        .expect("an answer");
    (known.expect("it is known by its secret").tablet, secret)
}

/// Opens a visit at a place, on a tablet or on paper.
pub fn visit(
    house: &House,
    relation: Relation,
    text: TextId,
    tablet: Option<TabletId>,
) -> VisitShown {
    let staff = house.as_staff(relation, Role::Consultant);
    staff
        .act(OpenVisit {
            text,
            tablet,
            window: false,
            representative: None,
            client: None,
        })
        .expect("a visit")
}

/// The form that saves a visit of a made-up person: one person per branch.
pub fn save(visit: &VisitShown, paper: bool) -> SaveVisit {
    let people = [
        ("880309400008", "1988-03-09", "+77015550104", "045123680"),
        ("900517400005", "1990-05-17", "+77015550102", "045123678"),
        ("920229400003", "1992-02-29", "+77015550103", "045123679"),
    ];
    let (iin, birth, phone, document) =
        people[visit.branch.0.unsigned_abs() as usize % people.len()];
    let answers: Vec<Value> = match paper {
        true => visit
            .text
            .purposes
            .iter()
            .map(|purpose| json!({"purpose": purpose.id, "yes": true}))
            .collect(),
        false => Vec::new(),
    };
    serde_json::from_value(json!({
        "visit": visit.line.id, "rev": visit.rev, "original_seen": true, "answers": answers,
        "lang": if paper { json!("ru") } else { Value::Null },
        "person": {"surname": "Оспанова", "given": "Мадина", "birth_date": birth, "phone": phone,
                   "iin": iin},
        "document": {"kind": "id_card", "number": document, "issuer": "ҚР ІІМ", "issued": "2021-03-04"},
    }))
    .expect("a form of a visit")
}

/// A consent that was given on paper.
pub fn consent(house: &House, relation: Relation, text: TextId) -> VisitSaved {
    let visit = visit(house, relation, text, None);
    house
        .as_staff(relation, Role::Consultant)
        .act(save(&visit, true))
        .expect("a saved consent")
}

/// A picture as a scanner writes it, in the house's folder.
pub fn scan(house: &House) -> String {
    let path = house.door.file().with_file_name("scan.png");
    std::fs::write(&path, b"\x89PNG\r\n\x1A\n of a signed form").expect("a file");
    path.display().to_string()
}

/// A visit on paper with its scan.
pub fn on_paper(house: &House, relation: Relation, text: TextId) -> VisitShown {
    let opened = visit(house, relation, text, None);
    house
        .as_staff(relation, Role::Consultant)
        .act(super::visits::AttachPaper {
            visit: opened.line.id,
            path: scan(house),
        })
        .expect("a scan");
    opened
}

/// An application that takes consents back, of a person who came with a document; the consequences were shown.
pub fn withdrawal(
    house: &House,
    relation: Relation,
    client: ClientId,
    scope: WithdrawScope,
) -> WithdrawConsent {
    let lang = crate::Lang::Ru;
    let preview = PreviewWithdrawal {
        client,
        scope: scope.clone(),
        received: None,
        wished: None,
        lang,
    };
    let preview = house
        .as_staff(relation, Role::Consultant)
        .ask(preview)
        .expect("a preview");
    WithdrawConsent {
        client,
        scope,
        wished: None,
        channel: Channel::Visit,
        received: None,
        text: String::new(),
        lang,
        shown: ShownDocument {
            number: "045123678".to_owned(),
            issued: "2021-03-04".to_owned(),
            issuer: "МВД РК".to_owned(),
            signed: true,
        },
        representative: None,
        proof: Some(ProofMethod::DocumentSeen),
        told: Some(Told {
            way: ShowingWay::Screen,
            lang,
            sha256: preview.consequences.sha256,
        }),
        take: true,
    }
}

/// Registers it.
pub fn withdrawn(
    house: &House,
    relation: Relation,
    client: ClientId,
    scope: WithdrawScope,
) -> RequestShown {
    house
        .as_staff(relation, Role::Consultant)
        .act(withdrawal(house, relation, client, scope))
        .expect("an application that can be registered")
}

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let text = text(house, relation).id;
    let draft = draft(house, relation, text);
    let (older, newer) = versions(house, relation);
    let (desk, _) = tablet(house, relation, "Планшет 2");
    let (tablet, secret) = tablet(house, relation, "Планшет 1");
    let saved = consent(house, relation, text);
    let visit = visit(house, relation, text, Some(tablet));
    let paper = save(&visit, true);
    let papers = on_paper(house, relation, text);
    let (operator, branch) = house.place(relation);
    let asked = withdrawn(house, relation, saved.client, WithdrawScope::whole());
    let withdrawal = asked.rights[0].id;
    let at_desk = signing(house, relation, saved.client, desk).id;
    let lang = crate::Lang::Ru;
    let told = house
        .as_staff(relation, Role::Consultant)
        .ask(ShowWithdrawal {
            right: withdrawal,
            lang,
        })
        .expect("a withdrawal")
        .consequences
        .sha256;
    let id = visit.line.id;
    let keys = json!({"authority": "", "authority_key": "", "leaf": "", "leaf_key": "", "names": [], "last_day": "2027-02-01"});
    let purpose = visit.text.purposes[0].id;
    let mut samples = signing_samples(saved.client, tablet, withdrawal, at_desk);
    samples.extend([
        ("consents.texts", json!({})),
        ("consents.text", json!({"text": text})),
        (
            "consents.publish_text",
            json!({"operator": operator, "text": form(relation)}),
        ),
        ("consents.drafts", json!({})),
        ("consents.begin_draft", json!({"from": text})),
        ("consents.draft", json!({"draft": draft.id})),
        (
            "consents.save_draft",
            json!({"draft": draft.id, "rev": draft.rev, "form": draft.form}),
        ),
        (
            "consents.drop_draft",
            json!({"draft": draft.id, "rev": draft.rev}),
        ),
        (
            "consents.publish_draft",
            json!({"draft": draft.id, "rev": draft.rev}),
        ),
        (
            "consents.compare_texts",
            json!({"from": {"kind": "text", "id": text}, "to": {"kind": "draft", "id": draft.id}, "lang": "ru"}),
        ),
        (
            "consents.bring_document",
            json!({"bytes": "0JfQsNGH0LXQvA==", "name": "text.txt"}),
        ),
        ("consents.versions", json!({"text": newer})),
        (
            "consents.holders",
            json!({"text": newer, "only": "all", "branch": branch}),
        ),
        ("consents.preview_telling", json!({"text": newer})),
        ("consents.tell_clients", json!({"text": newer})),
        (
            "consents.note_told",
            json!({"consent": older, "on": "2026-12-14", "channel": "branch"}),
        ),
        (
            "consents.record_objection",
            json!({"consent": older, "received": "2026-12-14", "channel": "letter"}),
        ),
        (
            "consents.export_holders",
            json!({"text": newer, "only": "again", "branch": branch}),
        ),
        (
            "consents.text_beside",
            json!({"of": {"kind": "draft", "id": draft.id}}),
        ),
        (
            "consents.open_visit",
            json!({"text": text, "tablet": tablet}),
        ),
        ("consents.visits", json!({})),
        ("consents.visit", json!({"visit": id})),
        ("consents.cover_tablet", json!({"visit": id, "blank": true})),
        ("consents.take_paper", json!(TakePaper { visit: id })),
        ("consents.end_visit", json!({"visit": id, "why": "mistake"})),
        ("consents.prolong_visit", json!({"visit": id})),
        (
            "consents.allow_codes",
            json!({"branch": branch, "more": 10}),
        ),
        (
            "consents.twins",
            json!({"visit": id, "person": {"surname": "Оспанова"}, "document": ""}),
        ),
        ("consents.paper_form", json!({"visit": id})),
        ("consents.print_form", json!({"visit": id})),
        (
            "consents.attach_paper",
            json!({"visit": papers.line.id, "path": scan(house)}),
        ),
        ("consents.open_paper", json!({"visit": papers.line.id})),
        ("consents.by_number", json!({"number": "26-2222-2222"})),
        ("consents.refusals", json!({})),
        ("consents.save_visit", json!(paper)),
        ("consents.demo_code", json!({"visit": id})),
        ("consents.silent_visits", json!({})),
        ("consents.sweep_visits", json!({})),
        ("consents.list", json!({})),
        ("consents.of_client", json!({"client": saved.client})),
        ("consents.open", json!({"consent": saved.consent})),
        ("consents.facets", json!({})),
        ("consents.expiring", json!({})),
        ("consents.export", json!({})),
        (
            "consents.prove",
            json!({"consent": saved.consent, "form": "json"}),
        ),
        ("consents.receipt", json!({"consent": saved.consent})),
        (
            "consents.withdraw",
            json!({"client": saved.client, "scope": {"whole": true}, "channel": "visit", "lang": "ru"}),
        ),
        (
            "consents.withdrawal_preview",
            json!({"client": saved.client, "scope": {"whole": true}, "lang": "kk"}),
        ),
        (
            "consents.print_withdrawal",
            json!({"client": saved.client, "scope": {"whole": true}, "lang": "kk"}),
        ),
        (
            "consents.tell_consequences",
            json!({"right": withdrawal, "told": {"way": "screen", "lang": "ru", "sha256": told}}),
        ),
        (
            "consents.withdrawal",
            json!({"right": withdrawal, "lang": "ru"}),
        ),
        (
            "consents.withdrawals_of_client",
            json!({"client": saved.client}),
        ),
        ("consents.withdrawals_due", json!({})),
        ("consents.bring_withdrawals", json!({})),
        ("tablet.view", json!({})),
        ("tablet.language", json!({"visit": id, "lang": "kk"})),
        ("tablet.turn", json!({"visit": id, "step": "language"})),
        (
            "tablet.field",
            json!({"visit": id, "field": "given", "value": "Мадина"}),
        ),
        (
            "tablet.answer",
            json!({"visit": id, "purpose": purpose, "yes": true}),
        ),
        (
            "tablet.read",
            json!({"visit": id, "seconds": 20, "to_end": true}),
        ),
        ("tablet.sign", json!({"visit": id, "strokes": []})),
        ("tablet.ask_code", json!({"visit": id})),
        ("tablet.check_code", json!({"visit": id, "code": "000000"})),
        ("tablet.refuse", json!({"visit": id})),
        ("tablet.idle", json!({"visit": id, "asks": true})),
        ("tablet.leave", json!({"visit": id})),
        ("tablet.call", json!({"visit": id, "paper": false})),
        ("tablets.list", json!({})),
        (
            "tablets.pair",
            json!({"name": "Планшет 2", "branch": branch}),
        ),
        (
            "tablets.rename",
            json!({"tablet": tablet, "name": "Касса 2"}),
        ),
        (
            "station.bring_certificate",
            json!({"certificate": "/nowhere.pem", "key": "/nowhere.pem"}),
        ),
        ("station.drop_certificate", json!({})),
        ("tablets.revoke", json!({"tablet": tablet})),
        ("station.show", json!({})),
        (
            "station.set",
            json!({"settings": {"on": false, "port": 8443, "names": []}}),
        ),
        ("station.wanted", json!({})),
        ("station.keep_keys", json!({"keys": keys})),
        ("station.runs", json!({"url": null})),
        ("station.know_tablet", json!({"secret": secret})),
        ("station.window_seat", json!({})),
        ("station.join", json!({"token": "AAAA", "digits": "000000"})),
    ]);
    samples
}

/// The tablet of a place, as a caller.
pub fn seat(house: &House, relation: Relation, tablet: TabletId) -> crate::door::TabletSeat {
    house.tablet_seat(relation, tablet)
}

/// A tablet as a caller, reading in Russian.
pub fn caller(seat: &crate::door::TabletSeat) -> Caller<'_> {
    Caller::Tablet(seat, crate::Lang::Ru)
}
