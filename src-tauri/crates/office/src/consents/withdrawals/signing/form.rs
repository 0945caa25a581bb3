//! The application as the tablet shows it, word for word: what is hashed is what was on the screen.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::decide::wished;
use super::super::{Held, WithdrawScope, days, held, shown};
use crate::clients::{self, ClientId};
use crate::clock::Moment;
use crate::consents::{digest, hex, sha256};
use crate::error::{Args, Result};
use crate::policy::OperatorId;
use crate::requests::Representative;
use crate::texts::{Lang, people_date};
use crate::{Read, operators};

/// Everything that a client reads before signing, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WithdrawalForm {
    /// The language.
    pub lang: Lang,
    /// To whom.
    pub operator: String,
    /// BIN of whom.
    pub bin: String,
    /// What it is.
    pub title: String,
    /// Who withdraws.
    pub name: String,
    /// Who signs for them, and by what document.
    pub acting: Option<String>,
    /// What is withdrawn, a line each.
    pub application: Vec<String>,
    /// The headline of what follows.
    pub heading: String,
    /// What follows, a line each.
    pub consequences: Vec<String>,
    /// From which day it counts.
    pub effective: String,
    /// What is ticked once it was read.
    pub understood: String,
    /// What the signature means.
    pub statement: String,
}

impl WithdrawalForm {
    /// SHA-256 of all of it, in hex.
    pub(crate) fn sha256(&self) -> Result<String> {
        Ok(hex(&digest(self)?))
    }
    /// The consequences as they are recorded as shown.
    pub(super) fn told(&self) -> String {
        hex(&sha256(&self.consequences.join("\n")))
    }
}

/// What an application asks for and who signs it.
pub(super) struct Asked<'a> {
    pub operator: OperatorId,
    pub client: ClientId,
    pub scope: &'a WithdrawScope,
    pub wished: Option<&'a str>,
    pub representative: Option<&'a Representative>,
}

/// The words of an application received then.
pub(super) fn written(
    cx: &Read<'_>,
    asked: &Asked<'_>,
    lang: Lang,
    received: Moment,
) -> Result<WithdrawalForm> {
    let held = held(cx, asked.client)?;
    let days = days(cx, asked.operator, received)?;
    let wished: Option<NaiveDate> = wished(asked.wished)?;
    let profile = operators::store::operator(cx, asked.operator)?.profile;
    let words = cx.words(lang);
    let day = people_date(days.effective(wished, cx.today()));
    Ok(WithdrawalForm {
        lang,
        operator: profile.name(lang).to_owned(),
        title: words.say("withdrawals-form-title"),
        // Whoever signs reads their own name, whatever of the card is covered for others.
        name: clients::display_name(cx, asked.client)?,
        acting: asked.representative.map(|person| {
            let args = Args::none()
                .text("name", &person.name)
                .text("paper", &person.paper);
            match person.paper.is_empty() {
                true => words.with("withdrawals-form-acting", &args),
                false => words.with("withdrawals-form-acting-by", &args),
            }
        }),
        application: application(cx, asked.scope, &held, lang),
        heading: words.say("withdrawals-form-consequences"),
        consequences: shown::worded(cx, asked.scope, &held, &days, wished, lang).lines,
        effective: words.with("withdrawals-form-effective", &Args::none().text("day", day)),
        understood: words.say("withdrawals-form-understood"),
        statement: words.say("withdrawals-form-statement"),
        bin: profile.bin,
    })
}

/// What is withdrawn; a withdrawal of everything names what that is, too.
fn application(cx: &Read<'_>, scope: &WithdrawScope, held: &[Held], lang: Lang) -> Vec<String> {
    let whole = scope.whole.then_some(held).into_iter().flatten();
    let purposes = whole.filter(|held| scope.covers(held)).map(|held| {
        let args = Args::none()
            .text("name", held.name.get(lang))
            .text("number", &held.number);
        let words = cx.words(lang);
        format!("— {}", words.with("withdrawals-application-purpose", &args))
    });
    let written = shown::application(cx, scope, held, lang);
    written.lines().map(str::to_owned).chain(purposes).collect()
}
