//! Samples of the calendar's commands.

use serde_json::json;

use crate::door::samples::Sample;
use crate::testing::{House, Relation};

/// One per command. The calendar is the house's: the same for every place.
pub fn samples(_: &House, _: Relation) -> Vec<Sample> {
    vec![
        ("calendar.year", json!({"year": 2026})),
        ("calendar.years", json!({})),
        (
            "calendar.preview",
            json!({"date": "2026-12-17", "kind": "off"}),
        ),
        (
            "calendar.confirm",
            json!({"date": "2026-12-17", "kind": "off", "source": "Приказ № 1", "edition": "kz-2026-11"}),
        ),
        (
            "calendar.confirm_year",
            json!({"year": 2026, "source": "Приказ № 2"}),
        ),
    ]
}
