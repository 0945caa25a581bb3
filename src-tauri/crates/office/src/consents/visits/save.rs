//! The end that a visit is for: the consultant compares with the document and saves client and consent in one transaction.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kz::document::{DocumentKind, check_number};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Draft, Event, PurposeAnswer, Visit, VisitId, VisitState, checks, draft, store};
use crate::blocks::Deed;
use crate::clients::{ClientId, Field, Fields};
use crate::consents::texts::{self, ConsentText};
use crate::consents::{
    ConsentId, ConsentsError, TextLang, Way, evidence, people, tablets, withdrawals,
};
use crate::error::{Invalid, Result};
use crate::policy::OperatorId;
use crate::{Act, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// The document that the client showed. Its number is kept, no copy of it (art. 7(10)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentShown {
    /// Kind: a name of the document kinds.
    pub kind: String,
    /// Number.
    pub number: String,
    /// Who gave it.
    pub issuer: String,
    /// When: `2021-03-04`.
    pub issued: String,
}

/// Saves client and consent: everything or nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveVisit {
    /// Which visit.
    pub visit: VisitId,
    /// As it was when the consultant looked.
    pub rev: i64,
    /// The person as the document says; what the client typed, corrected where it differed.
    pub person: BTreeMap<String, String>,
    /// The document.
    pub document: DocumentShown,
    /// The consultant saw the original.
    pub original_seen: bool,
    /// The card it belongs to; none: found by the IIN, or made new.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// Cards that look like the same person's and aren't: the consultant looked and decided.
    #[serde(default)]
    pub apart: Vec<ClientId>,
    /// On paper: the answers of the signed form. On the tablet the client's own stand.
    #[serde(default)]
    pub answers: Vec<PurposeAnswer>,
    /// On paper: the language of the signed form.
    #[serde(default)]
    pub lang: Option<TextLang>,
}

/// What was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct VisitSaved {
    /// The client.
    pub client: ClientId,
    /// The consent.
    pub consent: ConsentId,
}

impl SaveVisit {
    fn person(&self) -> Draft {
        Draft {
            fields: self.person.clone(),
            ..Draft::default()
        }
    }
    /// The card that this will be written to, if there is one already.
    fn client(&self, cx: &Read<'_>, visit: &Visit) -> Result<Option<ClientId>> {
        match self.client.or(visit.client) {
            Some(client) => Ok(Some(client)),
            None => known(cx, visit.operator, self.person().value(Field::Iin)),
        }
    }
}

impl Command for SaveVisit {
    const NAME: &'static str = "consents.save_visit";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitSaved;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let visit = store::visit(cx, self.visit)?;
        let target = Target::at(visit.operator, vec![visit.branch]);
        Ok(match self.client(cx, &visit)? {
            Some(client) => target.touching(client, Deed::Consent, Fields::All),
            None => target,
        })
    }
}

impl Act for SaveVisit {
    fn run(self, cx: &Write<'_>) -> Result<Done<VisitSaved>> {
        let mut visit = store::visit(cx, self.visit)?;
        if visit.rev != self.rev {
            return Err(ConsentsError::Moved.into());
        }
        let state = visit.state.save()?;
        let text = texts::get(cx, visit.text)?;
        let typed = store::draft(cx, visit.id)?;
        let person = self.person();
        let document = self.check(cx, &visit, &text, &typed, &person)?;
        let answers = if visit.paper {
            self.paper_answers(&text)?
        } else {
            typed.answers.clone()
        };
        if visit.paper {
            visit.lang = self.lang.or(visit.lang);
        }
        let known = self.client(cx, &visit)?;
        self.settle_twins(cx, &visit, &person, &document, known)?;
        let acting = visit.representative.clone();
        let fields: Vec<(Field, String)> = draft::asked(&text)
            .map(|field| (field, person.value(field).to_owned()))
            .filter(|(_, v)| !v.is_empty())
            .collect();
        let number = visit.number.clone();
        let to = people::Belongs {
            operator: visit.operator,
            branch: visit.branch,
            known,
            number: &number,
        };
        let serves = text.purposes.iter().any(|purpose| {
            purpose.form.kind == texts::PurposeKind::Service
                && answers.get(&purpose.id.0) == Some(&true)
        });
        let back = match known {
            Some(client) if serves => withdrawals::effect::welcome_back(cx, client, &number)?,
            _ => Vec::new(),
        };
        // A representative shows their own document: it isn't the client's.
        let listed =
            (acting.is_none() && text.data.contains(&Field::Document)).then_some(&document);
        let client = people::upsert(cx, &to, &fields, listed)?;
        let way = way(cx, &visit)?;
        let proof = evidence::Proof {
            visit: &visit,
            text: &text,
            typed: &typed,
            person: &person,
            answers: &answers,
            document: &document,
            way,
            acting: acting.as_ref(),
            scan: store::scan(cx, visit.id)?,
        };
        let (consent, seal) = evidence::keep(cx, client, &proof)?;
        visit.client = Some(client);
        visit.enter(cx, state)?;
        store::event(cx, visit.id, Event::Saved, None, None)?;
        visit.keep(cx)?;
        cx.news("client", client.0);
        cx.news("consent", consent.0);
        let names = fields
            .iter()
            .map(|(field, _)| field.name())
            .chain(["document"]);
        let entry = Entry::about(Subject::new("consent", consent.0))
            .of(client)
            .fields(names)
            .note(way.name())
            .seal(seal);
        let done = Done::new(VisitSaved { client, consent }, entry);
        Ok(back.into_iter().fold(done, Done::also))
    }
}

impl SaveVisit {
    /// Cards that may be the same person's: each is either the one that is written to, or known to be somebody else's.
    fn settle_twins(
        &self,
        cx: &Write<'_>,
        visit: &Visit,
        person: &Draft,
        document: &DocumentShown,
        known: Option<ClientId>,
    ) -> Result<()> {
        // The document of a representative says nothing about the client.
        let number = match visit.representative {
            Some(_) => "",
            None => document.number.as_str(),
        };
        let found = checks::found(cx, visit, person, number)?;
        let open: Vec<&ClientId> = found
            .keys()
            .filter(|twin| Some(**twin) != known && !self.apart.contains(*twin))
            .collect();
        if !open.is_empty() {
            return Err(ConsentsError::Twins.into());
        }
        let apart = found.keys().filter(|twin| Some(**twin) != known).count() as u32;
        if apart > 0 {
            store::event(cx, visit.id, Event::Apart, Some(apart), None)?;
        }
        Ok(())
    }

    /// Checks the form against the visit; every wrong field is named at once.
    fn check(
        &self,
        cx: &Read<'_>,
        visit: &Visit,
        text: &ConsentText,
        typed: &Draft,
        person: &Draft,
    ) -> Result<DocumentShown> {
        let mut bad = Invalid::default();
        for field in draft::asked(text) {
            let value = person.value(field);
            bad.take(
                &format!("person.{field}"),
                draft::check(field, value, visit.rules(cx)),
            );
        }
        if person
            .fields
            .keys()
            .any(|name| !draft::asked(text).any(|field| field.name() == name))
        {
            return Err(ConsentsError::NotAsked.into());
        }
        if checks::is_barred_employee(cx, visit.operator, person.value(Field::Iin))? {
            return Err(ConsentsError::Employee.into());
        }
        if let Some(acting) = &visit.representative
            && !acting.holds(cx.today())
        {
            return Err(ConsentsError::AuthorityOver.into());
        }
        let same = |draft: &Draft| draft::phone(draft.value(Field::Phone)).ok();
        let proved = !visit.paper && visit.representative.is_none();
        if visit.state == VisitState::Confirmed && proved && same(person) != same(typed) {
            bad.note("person.phone", ConsentsError::PhoneProved);
        }
        let kind = bad.take(
            "document.kind",
            document_kind(&self.document.kind).ok_or(ConsentsError::DocumentNumber),
        );
        let number = kind.and_then(|kind| {
            bad.take(
                "document.number",
                check_number(kind, &self.document.number)
                    .map_err(|_| ConsentsError::DocumentNumber),
            )
        });
        let issued = self
            .document
            .issued
            .parse::<NaiveDate>()
            .ok()
            .filter(|issued| *issued <= cx.today());
        bad.take("document.issued", issued.ok_or(ConsentsError::DocumentDate));
        let issuer = self.document.issuer.trim();
        let fits = !issuer.is_empty()
            && issuer.chars().count() <= 200
            && !issuer.chars().any(char::is_control);
        bad.take(
            "document.issuer",
            if fits {
                Ok(())
            } else {
                Err(ConsentsError::FieldEmpty)
            },
        );
        bad.take(
            "original_seen",
            if self.original_seen {
                Ok(())
            } else {
                Err(ConsentsError::OriginalNotSeen)
            },
        );
        bad.done()?;
        Ok(DocumentShown {
            number: number.map(|checked| checked.number).unwrap_or_default(),
            issuer: issuer.to_owned(),
            ..self.document.clone()
        })
    }

    /// The answers of the signed form: one to each purpose.
    fn paper_answers(&self, text: &ConsentText) -> Result<BTreeMap<i64, bool>> {
        let answers: BTreeMap<i64, bool> = self
            .answers
            .iter()
            .map(|answer| (answer.purpose.0, answer.yes))
            .collect();
        let whole = answers.len() == text.purposes.len()
            && text.purposes.iter().all(|p| answers.contains_key(&p.id.0));
        if whole {
            Ok(answers)
        } else {
            Err(ConsentsError::Unanswered.into())
        }
    }
}

/// How the consent was given.
fn way(cx: &Read<'_>, visit: &Visit) -> Result<Way> {
    Ok(match visit.tablet {
        _ if visit.paper => Way::Paper,
        Some(tablet) if tablets::store::is_window(cx, tablet)? => Way::Window,
        _ => Way::Tablet,
    })
}

/// The operator's client with this IIN, if there is one.
pub(super) fn known(cx: &Read<'_>, operator: OperatorId, iin: &str) -> Result<Option<ClientId>> {
    match kz::Iin::parse(iin) {
        Ok(iin) => people::by_iin(cx, operator, &iin),
        Err(_) => Ok(None),
    }
}

/// The kind of that name.
fn document_kind(name: &str) -> Option<DocumentKind> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}
