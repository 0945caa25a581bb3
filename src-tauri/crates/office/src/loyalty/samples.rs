//! Samples of loyalty's commands.

use serde_json::json;

use super::{ApplyForProgramme, MembershipShown, ProgrammeShown, SetProgramme};
use crate::clients::{ClientId, Datum, samples::person};
use crate::consents::texts::TextPair;
use crate::door::samples::Sample;
use crate::policy::Role;
use crate::testing::{House, Relation};

/// A programme of a place's operator, from the day before the tests open.
pub fn programme(house: &House, relation: Relation) -> ProgrammeShown {
    let (operator, _) = house.place(relation);
    house
        .as_role(Role::Administrator)
        .act(SetProgramme {
            id: None,
            version: 0,
            operator,
            name: TextPair {
                kk: "Алтын Сандық".to_owned(),
                ru: "Алтын Сандық".to_owned(),
                ..TextPair::default()
            },
            since: "2026-12-01".to_owned(),
            until: Some("2027-12-31".to_owned()),
            operators: Vec::new(),
        })
        .expect("a programme")
}

/// Says whether the operators take their own employees as clients.
#[cfg(test)]
pub fn bar_employees(house: &House, barred: bool) {
    use crate::operators::{ListOperators, UpdateOperator};
    let admin = house.as_role(Role::Administrator);
    for mut one in admin.ask(ListOperators {}).expect("operators") {
        one.profile.no_employees = barred;
        let changed = UpdateOperator {
            id: one.id,
            version: one.version,
            operator: one.profile,
        };
        admin.act(changed).expect("kept");
    }
}

/// Somebody with this IIN is an employee of a place's operator.
#[cfg(test)]
pub fn employed(house: &House, relation: Relation, iin: &str) {
    let (operator, _) = house.place(relation);
    let list = super::SetEmployees {
        operator,
        list: iin.to_owned(),
    };
    house
        .as_role(Role::Administrator)
        .act(list)
        .expect("a list");
}

/// An application of a client.
pub fn applied(
    house: &House,
    relation: Relation,
    programme: &ProgrammeShown,
    client: ClientId,
) -> MembershipShown {
    house
        .as_staff(relation, Role::Consultant)
        .act(ApplyForProgramme {
            client,
            programme: programme.id,
        })
        .expect("an application")
}

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let (operator, _) = house.place(relation);
    let client = person(
        house,
        relation,
        &[(Datum::Surname, "Бонусова"), (Datum::Given, "Дина")],
    );
    let other = person(
        house,
        relation,
        &[(Datum::Surname, "Бонусов"), (Datum::Given, "Ерлан")],
    );
    let programme = programme(house, relation);
    let applied = applied(house, relation, &programme, client);
    let name = json!({"kk": "Алтын", "ru": "Алтын"});
    vec![
        ("loyalty.programmes", json!({})),
        (
            "loyalty.set_programme",
            json!({"operator": operator, "name": name, "since": "2026-12-01"}),
        ),
        ("loyalty.employees", json!({})),
        (
            "loyalty.set_employees",
            json!({"operator": operator, "list": "880309400008"}),
        ),
        ("loyalty.of_client", json!({"client": client})),
        (
            "loyalty.apply",
            json!({"client": other, "programme": programme.id}),
        ),
        (
            "loyalty.decide",
            json!({"membership": applied.id, "version": applied.version, "declined": "not_regular"}),
        ),
        (
            "loyalty.end",
            json!({"membership": applied.id, "version": applied.version, "reason": "clients_wish"}),
        ),
        (
            "loyalty.list",
            json!({"programme": programme.id, "state": "applied"}),
        ),
        (
            "loyalty.export_recipients",
            json!({"programme": programme.id}),
        ),
    ]
}
