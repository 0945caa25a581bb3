//! Samples of the commands of signings, and a ready-made one for tests.

use serde_json::json;

use super::{BeginSigning, SigningId, SigningShown};
use crate::clients::ClientId;
use crate::consents::withdrawals::WithdrawScope;
use crate::door::TabletId;
use crate::door::samples::Sample;
use crate::policy::Role;
use crate::requests::RightId;
use crate::testing::{House, Relation};

/// Sends a withdrawal of everything to a tablet, to be signed there.
pub fn signing(
    house: &House,
    relation: Relation,
    client: ClientId,
    tablet: TabletId,
) -> SigningShown {
    house
        .as_staff(relation, Role::Consultant)
        .act(BeginSigning {
            client,
            scope: WithdrawScope::whole(),
            wished: None,
            lang: crate::Lang::Kk,
            representative: None,
            tablet: Some(tablet),
        })
        .expect("a signing")
}

/// One per command.
pub fn samples(
    client: ClientId,
    tablet: TabletId,
    right: RightId,
    signing: SigningId,
) -> Vec<Sample> {
    let hash = "0".repeat(64);
    vec![
        (
            "consents.begin_signing",
            json!({"client": client, "scope": {"whole": true}, "lang": "kk", "tablet": tablet}),
        ),
        ("consents.signing", json!({"signing": signing})),
        ("consents.signings", json!({})),
        ("consents.prolong_signing", json!({"signing": signing})),
        ("consents.cancel_signing", json!({"signing": signing})),
        (
            "consents.save_signing",
            json!({"signing": signing, "rev": 1}),
        ),
        ("consents.print_signed_withdrawal", json!({"right": right})),
        (
            "tablet.withdrawal_shown",
            json!({"signing": signing, "sha256": hash}),
        ),
        (
            "tablet.withdrawal_language",
            json!({"signing": signing, "lang": "kk"}),
        ),
        (
            "tablet.withdrawal_read",
            json!({"signing": signing, "sha256": hash, "read": true}),
        ),
        (
            "tablet.withdrawal_sign",
            json!({"signing": signing, "sha256": hash, "strokes": []}),
        ),
        ("tablet.withdrawal_decline", json!({"signing": signing})),
        (
            "tablet.withdrawal_idle",
            json!({"signing": signing, "asks": true}),
        ),
        ("tablet.withdrawal_leave", json!({"signing": signing})),
        ("tablet.withdrawal_call", json!({"signing": signing})),
    ]
}
