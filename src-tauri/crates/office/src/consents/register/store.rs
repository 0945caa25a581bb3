//! The SQL of the register.

use chrono::{Days, NaiveDate};
use rusqlite::ToSql;

use super::{ConsentFilter, FacetPurpose, FacetText, Scope};
use crate::Read;
use crate::consents::ConsentLine;
use crate::consents::store::{LINE, line_row, whole};
use crate::consents::texts::TextPair;
use crate::error::Result;
use crate::policy::OperatorId;

/// Lines of one page.
const PAGE: u32 = 100;

/// The last day of the operator's programmes. A text names no programme: while one of them goes on, or has no end yet, there is none.
pub(in crate::consents) const PROGRAMME_ENDS: &str =
    "(SELECT CASE WHEN count(programmes.until) = count(*) THEN max(programmes.until) END
      FROM programmes JOIN programme_operators shared ON shared.programme_id = programmes.id
      WHERE shared.operator_id = consents.operator_id)";

/// The last day on which a purpose holds by its term: [`super::super::expiry::last_day`] in SQL; a test holds the two together.
pub(super) fn last_day() -> String {
    format!(
        "CASE purposes.term WHEN 'until' THEN purposes.term_until WHEN 'programme' THEN {PROGRAMME_ENDS}
         WHEN 'programme_12' THEN date({PROGRAMME_ENDS}, '+12 months', 'floor') END"
    )
}

/// A consent that the filter means.
fn meant() -> String {
    let last_day = last_day();
    format!(
        "consents.operator_id = :operator AND (:branch IS NULL OR consents.branch_id = :branch)
         AND (:at_branch IS NULL OR consents.branch_id = :at_branch)
         AND (:text IS NULL OR consent_texts.code = :text) AND (:version IS NULL OR consent_texts.version = :version)
         AND (:number = '' OR consents.number LIKE :number || '%')
         AND ((:purpose IS NULL AND :state IS NULL AND :till IS NULL) OR EXISTS (
             SELECT 1 FROM purposes
             JOIN consent_events now ON now.consent_id = consents.id AND now.purpose_id = purposes.id AND now.effective_from <= :today
             WHERE purposes.text_id = consents.text_id
               AND NOT EXISTS (SELECT 1 FROM consent_events later WHERE later.consent_id = now.consent_id
                   AND later.purpose_id = now.purpose_id AND later.effective_from <= :today
                   AND (later.effective_from, later.id) > (now.effective_from, now.id))
               AND (:purpose IS NULL OR purposes.name_ru = (SELECT name_ru FROM purposes wanted WHERE wanted.id = :purpose))
               AND (:state IS NULL OR :state = CASE WHEN now.state IN ('given', 'renewed') AND {last_day} < :today THEN 'expired'
                   ELSE now.state END)
               AND (:till IS NULL OR (now.state IN ('given', 'renewed') AND {last_day} BETWEEN :today AND :till))))"
    )
}

/// What the filter says, as it is bound.
struct Bound<'a> {
    scope: Scope,
    filter: &'a ConsentFilter,
    number: String,
    today: String,
    till: Option<String>,
}

impl<'a> Bound<'a> {
    fn new(cx: &Read<'_>, scope: Scope, filter: &'a ConsentFilter) -> Self {
        let today: NaiveDate = cx.today();
        let till = filter
            .expiring
            .and_then(|days| today.checked_add_days(Days::new(days.into())));
        Bound {
            scope,
            filter,
            // What would be a pattern isn't one: numbers have none of these letters.
            number: filter.number.trim().to_uppercase().replace(['%', '_'], ""),
            today: today.to_string(),
            till: till.map(|till| till.to_string()),
        }
    }
    fn params(&self) -> [(&'static str, &dyn ToSql); 10] {
        [
            (":operator", &self.scope.operator),
            (":branch", &self.scope.branch),
            (":at_branch", &self.filter.branch),
            (":text", &self.filter.text),
            (":version", &self.filter.version),
            (":purpose", &self.filter.purpose),
            (":state", &self.filter.state),
            (":number", &self.number),
            (":today", &self.today),
            (":till", &self.till),
        ]
    }
}

pub(super) fn page(
    cx: &Read<'_>,
    scope: Scope,
    filter: &ConsentFilter,
    page: u32,
) -> Result<Vec<ConsentLine>> {
    lines(cx, scope, filter, PAGE, i64::from(page) * i64::from(PAGE))
}

pub(super) fn lines(
    cx: &Read<'_>,
    scope: Scope,
    filter: &ConsentFilter,
    most: u32,
    after: i64,
) -> Result<Vec<ConsentLine>> {
    let mut find = cx.sql().prepare_cached(&format!(
        "{LINE} WHERE {} ORDER BY consents.id DESC LIMIT {most} OFFSET {after}",
        meant()
    ))?;
    let bound = Bound::new(cx, scope, filter);
    let lines: Vec<ConsentLine> = find
        .query_map(&bound.params(), line_row)?
        .collect::<rusqlite::Result<_>>()?;
    lines.into_iter().map(|line| whole(cx, line)).collect()
}

pub(super) fn count(cx: &Read<'_>, scope: Scope, filter: &ConsentFilter) -> Result<u32> {
    let mut find = cx.sql().prepare_cached(&format!(
        "SELECT count(*) FROM consents JOIN consent_texts ON consent_texts.id = consents.text_id WHERE {}",
        meant()
    ))?;
    let bound = Bound::new(cx, scope, filter);
    Ok(find.query_row(&bound.params(), |row| row.get(0))?)
}

pub(super) fn facets(cx: &Read<'_>, operator: OperatorId) -> Result<Vec<FacetText>> {
    let mut find = cx.sql().prepare_cached(
        "SELECT code, version, title_kk, title_ru, title_en FROM consent_texts WHERE operator_id = ?1 ORDER BY code, version DESC",
    )?;
    let mut facets: Vec<FacetText> = Vec::new();
    let mut rows = find.query([operator])?;
    while let Some(row) = rows.next()? {
        let (code, version): (String, u32) = (row.get(0)?, row.get(1)?);
        match facets.last_mut().filter(|facet| facet.code == code) {
            Some(facet) => facet.versions.push(version),
            None => facets.push(FacetText {
                code,
                title: TextPair {
                    kk: row.get(2)?,
                    ru: row.get(3)?,
                    en: row.get(4)?,
                },
                versions: vec![version],
                purposes: Vec::new(),
            }),
        }
    }
    let mut find = cx.sql().prepare_cached(
        "SELECT max(purposes.id), name_kk, name_ru, name_en FROM purposes JOIN consent_texts ON consent_texts.id = text_id
         WHERE operator_id = ?1 AND code = ?2 GROUP BY name_ru ORDER BY max(version) DESC, place",
    )?;
    for facet in &mut facets {
        let found = find.query_map((operator, &facet.code), |row| {
            Ok(FacetPurpose {
                id: row.get(0)?,
                name: TextPair {
                    kk: row.get(1)?,
                    ru: row.get(2)?,
                    en: row.get(3)?,
                },
            })
        })?;
        facet.purposes = found.collect::<rusqlite::Result<_>>()?;
    }
    Ok(facets)
}
