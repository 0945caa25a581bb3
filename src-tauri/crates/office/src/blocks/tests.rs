//! What a block stops, what it doesn't, and how it ends.

use std::collections::BTreeMap;

use serde_json::json;

use super::samples::blocked;
use super::*;
use crate::clients::{Datum, Ground, OpenClient, UpdateClient, samples::aigul};
use crate::door::list::{self, Manner};
use crate::door::{Ask, Caller, Command, Read, Reply, Target, samples};
use crate::error::{Kind, Result};
use crate::policy::{Right, Role};
use crate::requests::samples::{application, asked, registered};
use crate::requests::{AskedRight, Decision, RightKind};
use crate::testing::{House, Relation};

/// Asks the gate itself, for tests.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
struct Permit {
    client: ClientId,
    deed: Deed,
    fields: Option<Vec<Field>>,
}

impl Command for Permit {
    const NAME: &'static str = "test.permit";
    const RIGHT: Right = Right::FindClients;
    type Output = ();
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let fields = self.fields.clone().map_or(Fields::All, Fields::Some);
        crate::clients::target(cx, self.client, self.deed, fields)
    }
}

impl Ask for Permit {
    fn run(self, _: &Read<'_>) -> Result<()> {
        Ok(())
    }
}

fn stopped(
    house: &House,
    client: ClientId,
    deed: Deed,
    fields: Option<&[Field]>,
) -> Option<String> {
    let ask = Permit {
        client,
        deed,
        fields: fields.map(<[Field]>::to_vec),
    };
    let error = house.as_role(Role::Manager).ask(ask).err()?;
    assert_eq!(error.kind(), Kind::Blocked);
    Some(error.to_string())
}

fn address() -> BlockScope {
    BlockScope::Fields {
        fields: vec![Field::ResidenceAddress],
    }
}

/// Deed × scope of the block × data: what the law lets a block stop, and nothing else.
#[test]
fn the_table_of_deeds() {
    use Deed::{
        Answer, Block, Depersonalise, Destroy, Edit, Export, Import, Merge, Show, Store, Use,
    };
    let house = House::new();
    let whole = aigul(&house, Relation::OwnBranch);
    let part = crate::clients::samples::person(
        &house,
        Relation::OwnBranch,
        &[(Datum::Surname, "Ахметов"), (Datum::Given, "Дәурен")],
    );
    blocked(&house, Relation::OwnBranch, whole, BlockScope::Everything);
    blocked(&house, Relation::OwnBranch, part, address());
    let (disputed, other) = (
        Some(&[Field::ResidenceAddress][..]),
        Some(&[Field::Phone][..]),
    );
    for deed in Deed::ALL {
        let stops = match deed {
            Store | Show | Answer | Block => false,
            Edit | Use | Deed::Consent | Export | Merge | Import | Depersonalise | Destroy => true,
        };
        let is_stopped = |client, fields| stopped(&house, client, *deed, fields).is_some();
        for fields in [None, disputed, other] {
            assert_eq!(
                is_stopped(whole, fields),
                stops,
                "{deed} of {fields:?}, all blocked"
            );
        }
        assert_eq!(
            is_stopped(part, None),
            stops,
            "{deed} of all, one field blocked"
        );
        assert_eq!(
            is_stopped(part, disputed),
            stops,
            "{deed} of the blocked field"
        );
        assert!(
            !is_stopped(part, other),
            "{deed} of a field that isn't blocked"
        );
    }
}

#[test]
fn a_refusal_names_the_strongest_rule_and_its_end() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    blocked(&house, Relation::OwnBranch, client, address());
    let why = |deed| stopped(&house, client, deed, None).expect("stopped");
    assert!(why(Deed::Destroy).contains("block"), "a block alone");
    registered(
        &house,
        Relation::OwnBranch,
        application(Some(client), vec![asked(RightKind::Copy)]),
    );
    assert!(
        why(Deed::Destroy).contains("open_application"),
        "an application is evidence of itself"
    );
    assert!(
        why(Deed::Merge).contains("block"),
        "but doesn't stop a merge"
    );
    let order = SetBlock {
        client,
        scope: BlockScope::Everything,
        ground: BlockGround::AuthorityOrder,
        ground_text: "Предписание № 7".to_owned(),
        method: String::new(),
        review_on: Some("2027-03-01".to_owned()),
    };
    house.as_role(Role::Manager).act(order).expect("a block");
    assert!(
        why(Deed::Destroy).contains("authority_order"),
        "an order stands above"
    );

    let token = house.token(Relation::OwnBranch, Role::Consultant);
    let args = json!({"client": client, "version": 1, "ground": "application", "paper": "№ 5", "changes": {"phone": "87011234419"}});
    let Reply::Error(refusal) = house.call_json(Some(token), "clients.update", args) else {
        panic!("let in")
    };
    assert_eq!(
        (refusal.kind, refusal.code.as_str()),
        (Kind::Blocked, "blocks.blocked")
    );
    assert!(
        refusal.text.contains("01.03.2027") && refusal.text.contains("№ 2"),
        "{}",
        refusal.text
    );
}

#[test]
fn a_review_date_is_ten_working_days_on_unless_somebody_says() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let block = blocked(&house, Relation::OwnBranch, client, address());
    assert_eq!(block.review_on, "2026-12-29");
    let past = SetBlock {
        client,
        scope: address(),
        ground: BlockGround::Unlawful,
        ground_text: String::new(),
        method: String::new(),
        review_on: Some("2026-12-13".to_owned()),
    };
    assert_eq!(
        house
            .as_role(Role::Consultant)
            .act(past)
            .expect_err("in the past")
            .code(),
        "door.fields"
    );
    let review = |version, on: &str| ReviewBlock {
        block: block.id,
        version,
        review_on: on.to_owned(),
    };
    let desk = house.as_role(Role::Consultant);
    let later = desk
        .act(review(block.version, "2027-01-15"))
        .expect("another date");
    assert_eq!(later.review_on, "2027-01-15");
    assert_eq!(
        desk.act(review(block.version, "2027-01-16"))
            .expect_err("stale")
            .kind(),
        Kind::Conflict
    );

    blocked(&house, Relation::OwnBranch, client, BlockScope::Everything);
    let list = |view| desk.ask(ListBlocks { view, page: 0 }).expect("a list");
    assert_eq!(
        (
            list(BlockView::InForce).in_force,
            list(BlockView::PastReview).blocks.len()
        ),
        (2, 0)
    );
    assert_eq!(
        list(BlockView::InForce).blocks[0].client_name,
        "••••••",
        "the name is blocked too"
    );
    house
        .clock
        .set(crate::clock::HandClock::parse("2026-12-30T09:00").expect("a moment"));
    let manager = house.anew(Role::Manager);
    let args = json!({"view": "past_review"});
    let Reply::Ok(late) = house.call_json(Some(&manager), "blocks.list", args) else {
        panic!("refused")
    };
    assert_eq!(late["past_review"], 1);
    assert_eq!(late["blocks"][0]["block"]["past_review"], true);
}

#[test]
fn grounds_and_scopes_are_complete() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let set = |scope, ground, text: &str| SetBlock {
        client,
        scope,
        ground,
        ground_text: text.to_owned(),
        method: String::new(),
        review_on: None,
    };
    let desk = house.as_role(Role::Consultant);
    let none = BlockScope::Fields { fields: vec![] };
    assert!(desk.act(set(none, BlockGround::Unlawful, "")).is_err());
    assert!(desk.act(set(address(), BlockGround::Other, " ")).is_err());
    assert!(
        desk.act(set(address(), BlockGround::Other, &"д".repeat(1001)))
            .is_err()
    );
    let twice = BlockScope::Fields {
        fields: vec![Field::Phone, Field::Iin, Field::Phone],
    };
    let block = desk
        .act(set(twice, BlockGround::Other, "Просьба банка"))
        .expect("a block");
    assert_eq!(
        block.scope,
        BlockScope::Fields {
            fields: vec![Field::Iin, Field::Phone]
        }
    );
}

#[test]
fn lifting_has_an_outcome_and_happens_once() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let block = blocked(&house, Relation::OwnBranch, client, address());
    let lift = |version| LiftBlock {
        block: block.id,
        version,
        outcome: BlockOutcome::Confirmed,
        note: "Сверено с документом".to_owned(),
    };
    let manager = house.as_role(Role::Manager);
    assert_eq!(
        manager
            .act(lift(block.version + 1))
            .expect_err("stale")
            .kind(),
        Kind::Conflict
    );
    let ended = manager
        .act(lift(block.version))
        .expect("lifted")
        .ended
        .expect("an end");
    assert_eq!(ended.outcome, BlockOutcome::Confirmed);
    assert_eq!(
        manager
            .act(lift(block.version + 1))
            .expect_err("over")
            .code(),
        "blocks.already_ended"
    );
    assert!(stopped(&house, client, Deed::Destroy, None).is_none());
    let list = manager.ask(BlocksOfClient { client }).expect("a list");
    assert_eq!(list.len(), 1, "it stays on record");
}

#[test]
fn a_disputed_field_is_blocked_until_the_dispute_is_decided() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let fields = vec![Field::ResidenceAddress, Field::Phone];
    let dispute = AskedRight {
        kind: RightKind::Rectify,
        fields,
        withdrawal: None,
    };
    let request = registered(
        &house,
        Relation::OwnBranch,
        crate::requests::RegisterRequest {
            take: true,
            ..application(Some(client), vec![dispute])
        },
    );
    let right = &request.rights[0];
    let manager = house.as_role(Role::Manager);
    let block = manager
        .ask(BlocksOfClient { client })
        .expect("a list")
        .remove(0);
    assert_eq!(
        (block.right, block.review_on.as_str()),
        (Some(right.id), right.due.date.as_str())
    );
    assert_eq!(block.ground, BlockGround::AccuracyDisputed);

    let lift = LiftBlock {
        block: block.id,
        version: block.version,
        outcome: BlockOutcome::Corrected,
        note: String::new(),
    };
    assert_eq!(
        manager.act(lift.clone()).expect_err("open").code(),
        "blocks.right_open"
    );
    let change = || UpdateClient {
        client,
        version: 1,
        ground: Ground::Document,
        paper: "Адресная справка № 9".to_owned(),
        changes: BTreeMap::from([(Datum::ResidenceAddress, "Алматы, Абая 10".to_owned())]),
    };
    let consultant = house.as_role(Role::Consultant);
    assert_eq!(
        consultant.act(change()).expect_err("disputed").kind(),
        Kind::Blocked
    );
    let answer = crate::requests::AnswerRight {
        right: right.id,
        version: right.version,
        decision: Decision::Granted,
        ground: None,
        obligation: None,
        text: "Адрес изменён.".to_owned(),
    };
    consultant.act(answer).expect("decided");
    manager.act(lift).expect("lifted");
    consultant.act(change()).expect("changed");
}

#[test]
fn masks_are_seen_through_by_the_manager_and_by_whoever_works_on_the_dispute() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let dispute = AskedRight {
        kind: RightKind::Rectify,
        fields: vec![Field::Phone],
        withdrawal: None,
    };
    let taken = crate::requests::RegisterRequest {
        take: true,
        ..application(Some(client), vec![dispute])
    };
    registered(&house, Relation::OwnBranch, taken);
    blocked(&house, Relation::OwnBranch, client, address());
    let masked = |role| {
        house
            .as_role(role)
            .ask(Masks { client })
            .expect("masks")
            .masked
    };
    assert_eq!(
        masked(Role::Consultant),
        [Field::ResidenceAddress],
        "their own case shows"
    );
    assert_eq!(masked(Role::Agent), [Field::ResidenceAddress, Field::Phone]);
    assert_eq!(masked(Role::Manager), []);
    house
        .as_role(Role::Agent)
        .act(OpenClient { client })
        .expect("a blocked card still opens");
}

/// Asks for the masks themselves, for tests.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
struct Masks {
    client: ClientId,
}

impl Command for Masks {
    const NAME: &'static str = "test.masks";
    const RIGHT: Right = Right::FindClients;
    type Output = BlockedFields;
}

impl Ask for Masks {
    fn run(self, cx: &Read<'_>) -> Result<BlockedFields> {
        masked_fields(cx, self.client)
    }
}

/// Whatever code forgets to ask the gate, the file itself refuses.
#[test]
fn the_file_refuses_what_the_gate_refuses() {
    let house = House::new();
    let client = aigul(&house, Relation::OwnBranch);
    let columns = [
        (Field::Surname, "surname"),
        (Field::Given, "given"),
        (Field::Patronymic, "patronymic"),
        (Field::FormerName, "former_surname"),
        (Field::Sex, "sex"),
        (Field::BirthDate, "birth_date"),
        (Field::BirthPlace, "birth_place"),
        (Field::Citizenship, "citizenship"),
        (Field::Iin, "iin"),
        (Field::RegistrationAddress, "registration_address"),
        (Field::ResidenceAddress, "residence_address"),
        (Field::Document, "document_kind"),
        (Field::Document, "document_number"),
        (Field::Document, "document_issuer"),
        (Field::Document, "document_issued"),
        (Field::Document, "document_expires"),
        (Field::Phone, "phone"),
        (Field::Phone, "other_phones"),
        (Field::Email, "email"),
        (Field::Card, "card"),
        (Field::Card, "card_state"),
        (Field::BankAccount, "bank_card"),
        (Field::Family, "marital_status"),
        (Field::Family, "dependants"),
        (Field::Employer, "employer"),
        (Field::Exposure, "public_official"),
        (Field::Exposure, "beneficial_owner"),
    ];
    let covered: std::collections::BTreeSet<Field> =
        columns.iter().map(|(field, _)| *field).collect();
    assert_eq!(
        covered.len(),
        Field::ALL.len(),
        "every category has its columns here"
    );
    let fresh = std::cell::Cell::new(100_000_000_000_u64);
    let update = |column: &str| {
        fresh.set(fresh.get() + 1);
        house.raw(&format!(
            "UPDATE clients SET {column} = '{}' WHERE id = {client}",
            fresh.get()
        ))
    };
    for (field, column) in columns {
        let block = blocked(
            &house,
            Relation::OwnBranch,
            client,
            BlockScope::Fields {
                fields: vec![field],
            },
        );
        assert!(
            update(column).is_err_and(|why| why.to_string().contains("blocked")),
            "{column} under a block of its own"
        );
        for (other, free) in columns
            .into_iter()
            .filter(|(other, _)| *other != field)
            .take(2)
        {
            update(free)
                .unwrap_or_else(|why| panic!("{free} ({other}) under a block of {field}: {why}"));
        }
        assert!(
            house
                .raw(&format!("DELETE FROM clients WHERE id = {client}"))
                .is_err()
        );
        let lift = LiftBlock {
            block: block.id,
            version: block.version,
            outcome: BlockOutcome::Unfounded,
            note: String::new(),
        };
        house.as_role(Role::Manager).act(lift).expect("lifted");
        update(column).expect("free again");
    }
    blocked(&house, Relation::OwnBranch, client, BlockScope::Everything);
    for (_, column) in columns {
        let other = house.raw(&format!(
            "UPDATE clients SET {column} = 'x' WHERE id = {client}"
        ));
        assert!(other.is_err(), "{column} while everything is blocked");
    }
    for sql in [
        "DELETE FROM blocks",
        "DELETE FROM block_fields",
        "UPDATE block_fields SET field = 'iin'",
        "UPDATE blocks SET ground = 'other'",
        "UPDATE blocks SET ended_at = NULL, outcome = NULL WHERE ended_at IS NOT NULL",
    ] {
        assert!(house.raw(sql).is_err(), "{sql}");
    }
}

/// Calls **every** command of the list about clients who are blocked whole: none of them changes what is kept about
/// them, and those that would are refused by the gate with the rule named.
#[test]
fn every_command_on_blocked_clients() {
    let house = House::new();
    let samples = samples::all(&house, Relation::OwnBranch);
    let staff = house.staff(Relation::OwnBranch, Role::Manager);
    house
        .raw(&format!(
            "INSERT INTO blocks (client_id, operator_id, branch_id, ground, ground_text, method, set_by, set_at, review_on) \
             SELECT id, operator_id, branch_id, 'compromise', '', '', {staff}, '2026-12-14T04:05:00.000Z', '2026-12-29' \
             FROM clients"
        ))
        .expect("blocks");
    house
        .raw("INSERT OR IGNORE INTO block_fields (block_id, field) SELECT id, '*' FROM blocks")
        .expect("their scope");
    let kept = "SELECT group_concat (json_array (id, surname, given, patronymic, former_surname, sex, birth_date, \
         birth_place, citizenship, iin, registration_address, residence_address, document_kind, document_number, \
         document_issuer, document_issued, document_expires, phone, other_phones, email, card, card_state, bank_card, \
         marital_status, dependants, employer, public_official, beneficial_owner), char (10)) \
         FROM clients WHERE id IN (SELECT client_id FROM blocked_now WHERE field = '*')";
    let before = house.peek(kept);
    let mut refused = Vec::new();
    for (name, args) in samples {
        let listed = list::find(name).expect("a listed command");
        if listed.manner == Manner::Gate || name.starts_with("staff.") {
            continue;
        }
        for role in [
            Role::Consultant,
            Role::Agent,
            Role::Manager,
            Role::Administrator,
        ] {
            let caller = Caller::Window {
                token: Some(house.token(Relation::OwnBranch, role)),
                lang: crate::texts::Lang::Ru,
                quiet: true,
            };
            if let Err(error) = (listed.run)(&house.door, caller, args.clone())
                && error.kind() == Kind::Blocked
            {
                assert_eq!(error.code(), "blocks.blocked", "{name}");
                refused.push(name);
            }
        }
    }
    assert_eq!(
        house.peek(kept),
        before,
        "something about a blocked client changed"
    );
    assert!(refused.contains(&"clients.update"), "{refused:?}");
    for open in [
        "clients.open",
        "requests.register",
        "requests.answer",
        "blocks.set",
        "blocks.lift",
    ] {
        assert!(!refused.contains(&open), "{open} stays possible");
    }
}

#[test]
fn faults_have_words() {
    let house = House::new();
    let fault = BlocksError::Blocked {
        deed: Deed::Destroy,
        rule: Rule::Block,
        number: "7".to_owned(),
        until: "29.12.2026".to_owned(),
    };
    for lang in crate::texts::Lang::ALL {
        let text = house.door.texts().error(*lang, fault.code(), &fault.args());
        assert!(
            text.contains('7') && text.contains("29.12.2026") && !text.contains("blocks-"),
            "{text}"
        );
    }
}
