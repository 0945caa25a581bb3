//! Who acts for the client (C3, S3): the document of authority and its dates.
//!
//! A power of attorney without a date is void; one that states no term holds for a year; none holds for more than three
//! (Civil Code art. 168). A legal representative – a parent, a guardian – acts by a document without a term of its own.

use chrono::{Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft;
use crate::consents::ConsentsError;
use crate::error::Invalid;

/// Longest name of a document, in letters.
const LONGEST: usize = 200;

crate::named! {
    /// On what an authority rests.
    AuthorityKind {
        /// A power of attorney.
        Attorney = "attorney",
        /// The law: a parent, a guardian.
        Law = "law",
    }
}

/// Who acts for the client, and by what document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitRepresentative {
    /// Name, as in the identity document.
    pub name: String,
    /// Their own phone: the code goes there.
    pub phone: String,
    /// On what the authority rests.
    pub kind: AuthorityKind,
    /// The document of authority: what, number, who certified it.
    pub paper: String,
    /// Its date.
    pub issued: String,
    /// Until when it holds, as the document says; empty where it says nothing.
    #[serde(default)]
    pub until: String,
}

impl VisitRepresentative {
    /// Checks the document and its dates; gives back what is kept, with the day on which the authority really ends.
    pub(super) fn checked(&self, today: NaiveDate, bad: &mut Invalid) -> Option<Self> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        bad.take(
            "representative.name",
            if name.is_empty() {
                Err(ConsentsError::FieldEmpty)
            } else if draft::is_name(&name) && name.chars().count() <= LONGEST {
                Ok(())
            } else {
                Err(ConsentsError::Name)
            },
        );
        let phone = bad.take("representative.phone", draft::phone(&self.phone));
        let paper = self.paper.trim();
        bad.take(
            "representative.paper",
            match paper.chars().count() {
                0 => Err(ConsentsError::FieldEmpty),
                n if n > LONGEST || paper.chars().any(char::is_control) => {
                    Err(ConsentsError::FieldLong)
                }
                _ => Ok(()),
            },
        );
        let issued = bad.take("representative.issued", self.issued_on(today));
        let until = issued
            .and_then(|issued| bad.take("representative.until", self.last_day(issued, today)));
        bad.is_empty().then_some(())?;
        Some(VisitRepresentative {
            name,
            phone: phone?.as_e164().to_owned(),
            kind: self.kind,
            paper: paper.to_owned(),
            issued: issued?.to_string(),
            until: until?.map(|day| day.to_string()).unwrap_or_default(),
        })
    }

    /// The document's date. Without one it is void.
    fn issued_on(&self, today: NaiveDate) -> Result<NaiveDate, ConsentsError> {
        if self.issued.trim().is_empty() {
            return Err(ConsentsError::AuthorityUndated);
        }
        let issued = self.issued.trim().parse::<NaiveDate>().ok();
        issued
            .filter(|issued| *issued <= today)
            .ok_or(ConsentsError::AuthorityDates)
    }

    /// The last day of the authority; none where the law sets none.
    fn last_day(
        &self,
        issued: NaiveDate,
        today: NaiveDate,
    ) -> Result<Option<NaiveDate>, ConsentsError> {
        let stated = match self.until.trim() {
            "" => None,
            text => Some(
                text.parse::<NaiveDate>()
                    .ok()
                    .filter(|until| *until >= issued)
                    .ok_or(ConsentsError::AuthorityDates)?,
            ),
        };
        let after = |months| issued.checked_add_months(Months::new(months));
        let last = match self.kind {
            AuthorityKind::Law => stated,
            AuthorityKind::Attorney => stated
                .or_else(|| after(12))
                .map(|until| after(36).map_or(until, |most| until.min(most))),
        };
        match last {
            Some(last) if last < today => Err(ConsentsError::AuthorityOver),
            last => Ok(last),
        }
    }

    /// It still holds on that day: a visit may go on past midnight.
    pub(super) fn holds(&self, today: NaiveDate) -> bool {
        self.until
            .parse::<NaiveDate>()
            .map_or(self.kind == AuthorityKind::Law, |until| until >= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn by(kind: AuthorityKind, issued: &str, until: &str) -> VisitRepresentative {
        VisitRepresentative {
            name: "Ахметов  Ерлан".to_owned(),
            phone: "8 702 555 01 03".to_owned(),
            kind,
            paper: "Доверенность № 117".to_owned(),
            issued: issued.to_owned(),
            until: until.to_owned(),
        }
    }

    /// The last day, or the codes of what is wrong.
    fn checked(of: &VisitRepresentative) -> Result<String, Vec<String>> {
        let mut bad = Invalid::default();
        let kept = of.checked(day("2026-12-14"), &mut bad);
        let codes: Vec<String> = bad.codes().map(|(_, code)| code.to_owned()).collect();
        match kept {
            Some(kept) => Ok(kept.until),
            None => Err(codes),
        }
    }

    #[test]
    fn an_undated_authority_is_void_and_its_term_is_one_year_or_three_at_most() {
        use AuthorityKind::{Attorney, Law};
        let wrong = |code: &str| Err(vec![code.to_owned()]);
        assert_eq!(
            checked(&by(Attorney, "", "")),
            wrong("consents.authority_undated")
        );
        assert_eq!(
            checked(&by(Attorney, "2026-12-15", "")),
            wrong("consents.authority_dates")
        );
        assert_eq!(
            checked(&by(Attorney, "2026-03-01", "")),
            Ok("2027-03-01".to_owned())
        );
        assert_eq!(
            checked(&by(Attorney, "2025-12-14", "")),
            Ok("2026-12-14".to_owned())
        );
        assert_eq!(
            checked(&by(Attorney, "2025-12-13", "")),
            wrong("consents.authority_over")
        );
        assert_eq!(
            checked(&by(Attorney, "2024-05-20", "2034-05-20")),
            Ok("2027-05-20".to_owned())
        );
        assert_eq!(
            checked(&by(Attorney, "2023-12-13", "2034-01-01")),
            wrong("consents.authority_over")
        );
        assert_eq!(
            checked(&by(Attorney, "2026-03-01", "2026-02-01")),
            wrong("consents.authority_dates")
        );
        assert_eq!(checked(&by(Law, "2012-06-01", "")), Ok(String::new()));
        assert_eq!(
            checked(&by(Law, "2012-06-01", "2026-12-13")),
            wrong("consents.authority_over")
        );
    }

    proptest! {
        #[test]
        fn no_attorney_acts_undated_or_beyond_three_years(issued in 0_i64..3000, term in proptest::option::of(0_i64..3000), ahead in 0_i64..1200) {
            let start = day("2020-01-01");
            let issued = start + chrono::Duration::days(issued);
            let today = issued + chrono::Duration::days(ahead);
            let until = term.map(|days| issued + chrono::Duration::days(days));
            let paper = by(AuthorityKind::Attorney, &issued.to_string(), &until.map(|day| day.to_string()).unwrap_or_default());
            let mut bad = Invalid::default();
            let kept = paper.checked(today, &mut bad);
            let year = issued.checked_add_months(Months::new(12)).expect("a date");
            let most = issued.checked_add_months(Months::new(36)).expect("a date");
            let last = until.unwrap_or(year).min(most);
            prop_assert_eq!(kept.is_some(), last >= today);
            if let Some(kept) = kept {
                prop_assert_eq!(&kept.until, &last.to_string());
                prop_assert!(kept.holds(last) && !kept.holds(last + chrono::Duration::days(1)));
            }
        }
    }
}
