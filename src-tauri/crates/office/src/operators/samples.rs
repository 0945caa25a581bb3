//! Samples of operators' commands.

use serde_json::json;

use crate::door::samples::Sample;
use crate::testing::{House, Relation};

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let (operator, branch) = house.place(relation);
    let profile = json!({"name_ru": "ТОО «Новое»", "name_kk": "«Жаңа» ЖШС", "bin": "090540011693"});
    vec![
        ("operators.list", json!({})),
        (
            "operators.add",
            json!({"operator": profile, "branch": "Семей-1"}),
        ),
        (
            "operators.update",
            json!({"id": operator, "version": 1, "operator": profile}),
        ),
        ("operators.branches", json!({})),
        (
            "operators.add_branch",
            json!({"operator": operator, "name": "Семей-2"}),
        ),
        (
            "operators.update_branch",
            json!({"id": branch, "name": "Семей-3", "closed": false}),
        ),
        ("operators.settings", json!({})),
        (
            "operators.update_settings",
            json!({"settings": {"idle_minutes": 5}}),
        ),
    ]
}
