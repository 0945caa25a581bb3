//! Who may take part, who decides, who is told, and how a withdrawal ends it.

use proptest::prelude::*;
use serde_json::json;

use super::samples::{applied, programme};
use super::{
    DecideMembership, DeclineReason, EndMembership, EndReason, ExportRecipients, LoyaltyOfClient,
    MembershipState, Person, Programme, ProgrammeId, ProgrammeShown, Requirement, SetEmployees,
    SetProgramme, check,
};
use crate::Moment;
use crate::clients::ClientId;
use crate::consents::samples::{consent, text, withdrawn};
use crate::consents::texts::{PublishText, TextId, TextPair};
use crate::consents::withdrawals::{BringWithdrawals, WithdrawScope};
use crate::policy::{OperatorId, Role};
use crate::requests::{AnswerRight, Decision};
use crate::testing::{House, Relation};

const HERE: Relation = Relation::OwnBranch;

/// A client with a consent, known for a week.
fn regular(house: &House) -> ClientId {
    known(house, text(house, HERE).id)
}

fn known(house: &House, text: TextId) -> ClientId {
    let client = consent(house, HERE, text).client;
    house
        .raw(&format!(
            "UPDATE clients SET created_at = '2026-12-07T04:00:00.000Z', card = '2600010000017', card_state = 'active' WHERE id = {client}"
        ))
        .expect("a card");
    client
}

fn decide(shown: &super::MembershipShown, declined: Option<DeclineReason>) -> DecideMembership {
    DecideMembership {
        membership: shown.id,
        version: shown.version,
        declined,
        note: String::new(),
    }
}

fn code<T>(outcome: crate::Result<T>) -> &'static str {
    outcome.err().map_or("", |error| error.code())
}

#[test]
fn who_meets_every_requirement_is_accepted_and_listed() {
    let house = House::new();
    let client = regular(&house);
    let programme = programme(&house, HERE);
    let shown = applied(&house, HERE, &programme, client);
    assert!(shown.checks.iter().all(|check| check.met), "{shown:?}");
    let manager = house.as_role(Role::Manager);
    let nobody = ExportRecipients {
        programme: programme.id,
    };
    assert_eq!(code(manager.act(nobody.clone())), "loyalty.nobody");
    let accepted = manager.act(decide(&shown, None)).expect("accepted");
    assert_eq!(accepted.state, MembershipState::Accepted);
    assert!(!accepted.noticed, "there is no gateway");
    assert_eq!(
        code(manager.act(decide(&shown, None))),
        "loyalty.conflict",
        "decided once"
    );
    let list = manager.act(nobody).expect("a list");
    assert_eq!((list.people, list.left_out), (1, 0));
    crate::blocks::samples::blocked(&house, HERE, client, crate::blocks::BlockScope::Everything);
    assert_eq!(
        code(manager.act(ExportRecipients {
            programme: programme.id
        })),
        "loyalty.nobody",
        "blocked data stay in the house"
    );
    let twice = house
        .as_role(Role::Consultant)
        .act(super::ApplyForProgramme {
            client,
            programme: programme.id,
        });
    assert_eq!(code(twice), "loyalty.already");
}

/// Why there is no list of recipients; empty if there is one.
fn listed(house: &House, programme: &ProgrammeShown) -> &'static str {
    let export = ExportRecipients {
        programme: programme.id,
    };
    code(house.as_role(Role::Manager).act(export))
}

/// An application for withdrawal, granted on the day it came.
fn granted(house: &House, client: ClientId, scope: WithdrawScope) {
    let asked = withdrawn(house, HERE, client, scope);
    let right = &asked.rights[0];
    let answer = AnswerRight {
        right: right.id,
        version: right.version,
        decision: Decision::Granted,
        ground: None,
        obligation: None,
        text: "Ответ".to_owned(),
    };
    house
        .as_role(Role::Consultant)
        .act(answer)
        .expect("granted");
}

/// A programme of two operators.
fn shared(house: &House, own: OperatorId, sister: OperatorId) -> ProgrammeShown {
    let name = TextPair {
        kk: "Алтын Сандық".to_owned(),
        ru: "Алтын Сандық".to_owned(),
        ..TextPair::default()
    };
    let form = SetProgramme {
        id: None,
        version: 0,
        operator: own,
        name,
        since: "2026-12-01".to_owned(),
        until: None,
        operators: vec![sister],
    };
    house
        .as_role(Role::Administrator)
        .act(form)
        .expect("a programme")
}

#[test]
fn who_took_third_parties_back_stays_off_a_list_that_operators_share() {
    let mut house = House::new();
    let mut form = crate::consents::samples::form(HERE);
    form["third_parties"] =
        serde_json::json!({"kk": "Серіктеске: аты мен картасы.", "ru": "Партнёру: имя и карта."});
    let (own, _) = house.place(HERE);
    let (sister, _) = house.place(Relation::OtherOperator);
    let admin = house.as_role(Role::Administrator);
    let publish = PublishText {
        operator: Some(own),
        text: serde_json::from_value(form).expect("a form"),
    };
    let text = admin.act(publish).expect("published").id;
    let client = known(&house, text);
    let [alone, shared] = [programme(&house, HERE), shared(&house, own, sister)];
    for one in [&alone, &shared] {
        let shown = applied(&house, HERE, one, client);
        house
            .as_role(Role::Manager)
            .act(decide(&shown, None))
            .expect("accepted");
    }
    let scope = WithdrawScope {
        third_parties: true,
        ..WithdrawScope::default()
    };
    granted(&house, client, scope);
    assert_eq!(listed(&house, &shared), "", "until its day the notice runs");
    house.clock.set(Moment::of_local(
        "2026-12-29T08:00:00".parse().expect("a moment"),
    ));
    house.log_in_anew();
    assert_eq!(listed(&house, &shared), "loyalty.nobody");
    assert_eq!(listed(&house, &alone), "", "nobody else sees that one");
    consent(&house, HERE, text);
    assert_eq!(listed(&house, &shared), "", "a new consent allows it again");
}

#[test]
fn an_employee_of_a_sharing_operator_takes_no_part() {
    let house = House::new();
    let client = regular(&house);
    let (own, _) = house.place(HERE);
    let (sister, _) = house.place(Relation::OtherOperator);
    let admin = house.as_role(Role::Administrator);
    let shared = shared(&house, own, sister);
    let iin = house.peek(&format!("SELECT iin FROM clients WHERE id = {client}"));
    let wrong = SetEmployees {
        operator: sister,
        list: format!("{iin}\n880309400009"),
    };
    assert_eq!(code(admin.act(wrong)), "loyalty.iin");
    let lists = admin
        .act(SetEmployees {
            operator: sister,
            list: format!("\u{feff}{iin};Оспанова Мадина\n\n"),
        })
        .expect("a list");
    assert_eq!(lists[0].people, 1);
    assert_eq!(
        house.peek(&format!(
            "SELECT CAST(count(*) AS TEXT) FROM employees WHERE hex(iin_hash) LIKE '%' || hex('{iin}') || '%'"
        )),
        "0",
        "only a hash is kept"
    );
    let shown = applied(&house, HERE, &shared, client);
    let manager = house.as_role(Role::Manager);
    assert_eq!(
        code(manager.act(decide(&shown, None))),
        "loyalty.not_eligible"
    );
    let unsaid = decide(&shown, Some(DeclineReason::Other));
    assert_eq!(code(manager.act(unsaid)), "loyalty.no_words");
    let declined = manager
        .act(decide(&shown, Some(DeclineReason::Employee)))
        .expect("declined");
    assert_eq!(declined.state, MembershipState::Declined);
    assert!(!declined.noticed);
}

#[test]
fn a_withdrawal_ends_it_and_a_new_consent_opens_it_again() {
    let house = House::new();
    let client = regular(&house);
    let programme = programme(&house, HERE);
    let shown = applied(&house, HERE, &programme, client);
    house
        .as_role(Role::Manager)
        .act(decide(&shown, None))
        .expect("accepted");
    granted(&house, client, WithdrawScope::whole());
    house.clock.set(Moment::of_local(
        "2026-12-29T08:00:00".parse().expect("a moment"),
    ));
    house
        .as_machine()
        .act(BringWithdrawals {})
        .expect("brought");
    let state = "SELECT state || coalesce(':' || end_reason, '') FROM memberships";
    assert_eq!(house.peek(state), "ended:withdrawal");
    let token = house.anew(Role::Consultant);
    let reply = house.call_json(Some(&token), "loyalty.of_client", json!({"client": client}));
    assert!(matches!(reply, crate::door::Reply::Ok(_)), "{reply:?}");
    let text = house.peek("SELECT CAST(max(id) AS TEXT) FROM consent_texts");
    let desk = crate::testing::Desk {
        door: &house.door,
        caller: crate::door::Caller::Window {
            token: Some(&token),
            lang: crate::Lang::Ru,
            quiet: false,
        },
    };
    let visit = desk
        .act(crate::consents::visits::OpenVisit {
            text: crate::consents::TextId(text.parse().expect("a number")),
            tablet: None,
            client: Some(client),
            representative: None,
            window: false,
        })
        .expect("a visit");
    desk.act(crate::consents::samples::save(&visit, true))
        .expect("a new consent");
    assert_eq!(house.peek(state), "accepted");
}

#[test]
fn it_ends_at_the_clients_wish_but_never_by_a_made_up_withdrawal() {
    let house = House::new();
    let client = regular(&house);
    let programme = programme(&house, HERE);
    let shown = applied(&house, HERE, &programme, client);
    let manager = house.as_role(Role::Manager);
    let accepted = manager.act(decide(&shown, None)).expect("accepted");
    let end = |reason| EndMembership {
        membership: accepted.id,
        version: accepted.version,
        reason,
    };
    assert_eq!(
        code(manager.act(end(EndReason::Withdrawal))),
        "loyalty.conflict"
    );
    manager.act(end(EndReason::ClientsWish)).expect("ended");
    let shown = house
        .as_role(Role::Consultant)
        .ask(LoyaltyOfClient { client })
        .expect("a part");
    assert_eq!(shown.memberships[0].state, MembershipState::Ended);
    assert_eq!(shown.joinable.len(), 1, "one may apply anew");
    assert!(house.raw("DELETE FROM memberships").is_err());
}

proptest! {
    #[test]
    fn all_must_be_met_and_each_is_told(
        regular in any::<bool>(), employee in any::<bool>(), consented in any::<bool>(), blocked in any::<bool>(),
        born in proptest::option::of(0_u64..30_000), day in 0_u64..1500,
    ) {
        let start: chrono::NaiveDate = "1940-01-01".parse().expect("a date");
        let birth = born.and_then(|days| start.checked_add_days(chrono::Days::new(days)));
        let since: chrono::NaiveDate = "2026-01-01".parse().expect("a date");
        let until: chrono::NaiveDate = "2027-12-31".parse().expect("a date");
        let today = since.checked_add_days(chrono::Days::new(day)).expect("a date");
        let programme = Programme {
            id: ProgrammeId(1), operator: OperatorId(1), name: TextPair::default(), since, until: Some(until),
            operators: vec![OperatorId(1)], version: 1,
        };
        let person = Person { regular, birth, employee, consented, blocked };
        let checks = check(&person, &programme, today);
        prop_assert_eq!(checks.len(), Requirement::ALL.len());
        let adult = birth.is_some_and(|birth| today >= birth.checked_add_months(chrono::Months::new(18 * 12)).expect("a date"));
        let all = checks.iter().all(|check| check.met);
        prop_assert_eq!(all, regular && adult && !employee && consented && !blocked && today <= until);
    }
}
