//! Samples of the commands about a site's list.

use serde_json::json;

use super::OpenSite;
use crate::Lang;
use crate::consents::samples::text;
use crate::consents::texts::TextId;
use crate::door::samples::Sample;
use crate::policy::Role;
use crate::testing::{House, Relation};

/// The form that opens a list.
pub(crate) fn open(list: &str, text: TextId) -> OpenSite {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD.encode(list);
    OpenSite {
        path: None,
        bytes: Some(bytes),
        name: Some("site.csv".to_owned()),
        text,
        lang: Lang::Ru,
    }
}

/// One per command.
pub fn samples(house: &House, relation: Relation) -> Vec<Sample> {
    let text = text(house, relation).id;
    let form = open("Фамилия;Имя;ИИН;Время\nЖоқ;Ешкім;000;вчера\n", text);
    let manager = house.as_staff(relation, Role::Manager);
    let list = manager.act(form.clone()).expect("a list").list;
    vec![
        ("consents.site_open", json!(form)),
        (
            "consents.site_map",
            json!({"list": list, "column": 0, "meaning": null}),
        ),
        ("consents.site_step", json!({"list": list})),
        ("consents.site_bad_rows", json!({"list": list})),
    ]
}
