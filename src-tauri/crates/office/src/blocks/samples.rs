//! Samples of blocks' commands.

use serde_json::json;

use super::{BlockGround, BlockScope, BlockShown, SetBlock};
use crate::clients::{ClientId, Datum, Field, samples::person};
use crate::door::samples::Sample;
use crate::policy::Role;
use crate::testing::{House, Relation};

/// Blocks a client's address, as the consultant of the place.
pub fn blocked(
    house: &House,
    relation: Relation,
    client: ClientId,
    scope: BlockScope,
) -> BlockShown {
    let command = SetBlock {
        client,
        scope,
        ground: BlockGround::AccuracyDisputed,
        ground_text: String::new(),
        method: String::new(),
        review_on: None,
    };
    house
        .as_staff(relation, Role::Consultant)
        .act(command)
        .expect("a block that can be set")
}

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let client = person(
        house,
        relation,
        &[(Datum::Surname, "Блоков"), (Datum::Given, "Олжас")],
    );
    let fields = BlockScope::Fields {
        fields: vec![Field::ResidenceAddress],
    };
    let block = blocked(house, relation, client, fields);
    let (id, version) = (block.id, block.version);
    vec![
        (
            "blocks.set",
            json!({"client": client, "scope": {"what": "everything"}, "ground": "compromise"}),
        ),
        (
            "blocks.lift",
            json!({"block": id, "version": version, "outcome": "confirmed"}),
        ),
        (
            "blocks.review",
            json!({"block": id, "version": version, "review_on": "2026-12-30"}),
        ),
        ("blocks.of_client", json!({"client": client})),
        ("blocks.list", json!({"view": "in_force"})),
    ]
}
