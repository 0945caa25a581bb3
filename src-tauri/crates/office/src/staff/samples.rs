//! Samples of staff commands. Gates decide by the session alone and need none.

use serde_json::json;

use crate::door::samples::Sample;
use crate::policy::Role;
use crate::testing::{House, Relation};

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let consultant = house.staff(relation, Role::Consultant);
    let (_, branch) = house.place(relation);
    vec![
        ("staff.me", json!({})),
        ("staff.list", json!({})),
        ("staff.colleagues", json!({})),
        (
            "staff.invite",
            json!({"login": "new.one", "name": "Жаңа", "role": "agent", "branch": branch, "lang": "kk"}),
        ),
        (
            "staff.update",
            json!({"staff": consultant, "version": 1, "name": "Омарова Д.", "role": "agent", "branch": branch}),
        ),
        ("staff.reset_password", json!({"staff": consultant})),
        ("staff.disable", json!({"staff": consultant})),
        ("staff.enable", json!({"staff": consultant})),
    ]
}
