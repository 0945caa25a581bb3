//! What a member of staff can ask about visits: open one, follow it, cover the tablet, go over to paper, end it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refusal::{self, SaidBy};
use super::{
    Event, Visit, VisitId, VisitLine, VisitRepresentative, VisitShown, VisitStep, code, store, view,
};
use crate::blocks::Deed;
use crate::clients::{ClientId, Fields};
use crate::consents::texts::{self, TextId};
use crate::consents::withdrawals::signing;
use crate::consents::{ConsentsError, readable_number, tablets};
use crate::door::TabletId;
use crate::error::{Invalid, Result};
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write};

/// After so long without a touch a visit that nobody ended counts as left.
const SILENCE: chrono::Duration = chrono::Duration::minutes(30);

/// The place of a visit: its branch.
fn place(cx: &Read<'_>, visit: VisitId) -> Result<Target> {
    let visit = store::visit(cx, visit)?;
    Ok(Target::at(visit.operator, vec![visit.branch]))
}

/// Opens a visit and sends it to a tablet, or – without one – straight to paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenVisit {
    /// Which text is asked.
    pub text: TextId,
    /// On which tablet; none: in the second window, or on paper.
    #[serde(default)]
    pub tablet: Option<TabletId>,
    /// In the second window of this workstation, turned to the client.
    #[serde(default)]
    pub window: bool,
    /// Who acts for the client, if not the client in person.
    #[serde(default)]
    pub representative: Option<VisitRepresentative>,
    /// Whose, where the client's card is open already.
    #[serde(default)]
    pub client: Option<ClientId>,
}

impl Command for OpenVisit {
    const NAME: &'static str = "consents.open_visit";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let text = texts::get(cx, self.text)?;
        let branch = match self.tablet {
            Some(tablet) => tablets::branch(cx, tablet)?,
            None => cx.seat()?.branch,
        };
        let target = Target::at(text.operator, vec![branch]);
        Ok(match self.client {
            Some(client) => target.touching(client, Deed::Consent, Fields::All),
            None => target,
        })
    }
}

impl Act for OpenVisit {
    fn run(self, cx: &Write<'_>) -> Result<Done<VisitShown>> {
        let seat = cx.seat()?.clone();
        if !texts::is_newest(cx, self.text)? {
            return Err(ConsentsError::OldText.into());
        }
        let mut bad = Invalid::default();
        let acting = self
            .representative
            .as_ref()
            .and_then(|acting| acting.checked(cx.today(), &mut bad));
        bad.done()?;
        sweep(cx)?;
        let tablet = match self.tablet {
            None if self.window => Some(tablets::window(cx, seat.operator, seat.branch)?),
            tablet => tablet,
        };
        if let Some(tablet) = tablet {
            tablets::check_free(cx, tablet, seat.branch)?;
        }
        let number = readable_number(chrono::Datelike::year(&cx.today()), cx.random());
        let id = store::open(cx, &seat, &self, tablet, acting.as_ref(), &number)?;
        store::event(cx, id, Event::Opened, None, None)?;
        let mut visit = store::visit(cx, id)?;
        if tablet.is_none() {
            go_on_paper(cx, &mut visit)?;
        }
        visit.keep(cx)?;
        Ok(Done::new(
            view::of_staff(cx, &visit)?,
            Entry::about(Subject::new("visit", id.0)),
        ))
    }
}

fn go_on_paper(cx: &Write<'_>, visit: &mut Visit) -> Result<()> {
    code::kill(cx, visit, Some(Event::CodeVoid))?;
    let state = visit.state.take_paper()?;
    visit.enter(cx, state)?;
    visit.paper = true;
    visit.step = VisitStep::Done;
    store::event(cx, visit.id, Event::Paper, None, None)
}

/// Lists the branch's visits: the open ones, then today's.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListVisits {}

impl Command for ListVisits {
    const NAME: &'static str = "consents.visits";
    const RIGHT: Right = Right::TakeConsent;
    type Output = Vec<VisitLine>;
}

impl Ask for ListVisits {
    fn run(self, cx: &Read<'_>) -> Result<Vec<VisitLine>> {
        let since = cx
            .today()
            .and_hms_opt(0, 0, 0)
            .map(crate::Moment::of_local)
            .unwrap_or(cx.now());
        store::lines(cx, cx.seat()?.branch, since)
    }
}

/// Shows how far a visit is.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowVisit {
    /// Which.
    pub visit: VisitId,
}

impl Command for ShowVisit {
    const NAME: &'static str = "consents.visit";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Ask for ShowVisit {
    fn run(self, cx: &Read<'_>) -> Result<VisitShown> {
        view::of_staff(cx, &store::visit(cx, self.visit)?)
    }
}

/// Covers the tablet's screen, or uncovers it (F9).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverTablet {
    /// In which visit.
    pub visit: VisitId,
    /// Covered.
    pub blank: bool,
}

impl Command for CoverTablet {
    const NAME: &'static str = "consents.cover_tablet";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for CoverTablet {
    fn run(self, cx: &Write<'_>) -> Result<Done<VisitShown>> {
        let mut visit = open(cx, self.visit)?;
        visit.blank = self.blank;
        finish(cx, visit)
    }
}

/// Goes over to paper: the client signs the printed form with the visit's number.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakePaper {
    /// Which visit.
    pub visit: VisitId,
}

impl Command for TakePaper {
    const NAME: &'static str = "consents.take_paper";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for TakePaper {
    fn run(self, cx: &Write<'_>) -> Result<Done<VisitShown>> {
        let mut visit = open(cx, self.visit)?;
        go_on_paper(cx, &mut visit)?;
        finish(cx, visit)
    }
}

crate::named! {
    /// Why a consultant ends a visit.
    VisitEnd {
        /// The client refuses.
        Refused = "refused",
        /// The client went away.
        Left = "left",
        /// What was typed doesn't agree with the document.
        Mismatch = "mismatch",
        /// Opened by mistake.
        Mistake = "mistake",
    }
}

/// Ends a visit without a consent. What was typed is gone; that it ended stays on record.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndVisit {
    /// Which.
    pub visit: VisitId,
    /// Why.
    pub why: VisitEnd,
}

impl Command for EndVisit {
    const NAME: &'static str = "consents.end_visit";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for EndVisit {
    fn run(self, cx: &Write<'_>) -> Result<Done<VisitShown>> {
        let mut visit = open(cx, self.visit)?;
        let (state, event) = match self.why {
            VisitEnd::Refused => (visit.state.refuse()?, Event::Refused),
            VisitEnd::Left => (visit.state.abandon()?, Event::Abandoned),
            VisitEnd::Mismatch | VisitEnd::Mistake => (visit.state.fail()?, Event::Failed),
        };
        let acting = visit.representative.clone();
        visit.enter(cx, state)?;
        store::event(cx, visit.id, event, None, Some(self.why.name()))?;
        if self.why != VisitEnd::Refused {
            return finish(cx, visit);
        }
        // Whether somebody acted for the client is part of the refusal's evidence; who it was is not.
        visit.representative = acting;
        let seal = refusal::keep(cx, &visit, SaidBy::Consultant)?;
        visit.representative = None;
        Ok(sealed(finish(cx, visit)?, seal))
    }
}

/// Lets the client have more time: the warning on the tablet goes, and its two minutes begin anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProlongVisit {
    /// Which visit.
    pub visit: VisitId,
}

impl Command for ProlongVisit {
    const NAME: &'static str = "consents.prolong_visit";
    const RIGHT: Right = Right::TakeConsent;
    type Output = VisitShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Act for ProlongVisit {
    fn run(self, cx: &Write<'_>) -> Result<Done<VisitShown>> {
        let mut visit = open(cx, self.visit)?;
        visit.stay += 1;
        visit.warned = None;
        finish(cx, visit)
    }
}

/// The digits of the live code, for the marked panel of a demonstration vault. Nowhere else can anybody read a code.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoCode {
    /// Of which visit.
    pub visit: VisitId,
}

impl Command for DemoCode {
    const NAME: &'static str = "consents.demo_code";
    const RIGHT: Right = Right::TakeConsent;
    type Output = Option<String>;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.visit)
    }
}

impl Ask for DemoCode {
    fn run(self, cx: &Read<'_>) -> Result<Option<String>> {
        code::demo_digits(cx, &store::visit(cx, self.visit)?)
    }
}

/// Lets go of visits and signings that fell silent. The courier asks for it now and then.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SweepVisits {}

impl Command for SweepVisits {
    const NAME: &'static str = "consents.sweep_visits";
    const RIGHT: Right = Right::Machine;
    type Output = u32;
}

impl Act for SweepVisits {
    fn run(self, cx: &Write<'_>) -> Result<Done<u32>> {
        let swept = sweep(cx)?;
        Ok(Done::new(swept, Entry::about(Subject::new("visit", 0))))
    }
}

/// Some visit or signing fell silent.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SilentVisits {}

impl Command for SilentVisits {
    const NAME: &'static str = "consents.silent_visits";
    const RIGHT: Right = Right::Machine;
    type Output = bool;
}

impl Ask for SilentVisits {
    fn run(self, cx: &Read<'_>) -> Result<bool> {
        let before = cx.now().plus(-SILENCE);
        Ok(!store::silent(cx, before)?.is_empty() || !signing::silent(cx, before)?.is_empty())
    }
}

/// Lets go of whatever fell silent on the tablets: visits, and withdrawals that wait to be signed.
pub(in crate::consents) fn sweep(cx: &Write<'_>) -> Result<u32> {
    let before = cx.now().plus(-SILENCE);
    Ok(store::sweep(cx, before)? + signing::sweep(cx, before)?)
}

fn open(cx: &Read<'_>, visit: VisitId) -> Result<Visit> {
    let visit = store::visit(cx, visit)?;
    if visit.state.is_over() {
        Err(ConsentsError::NotNow.into())
    } else {
        Ok(visit)
    }
}

/// The same, with the hash of evidence for the journal to seal.
pub(super) fn sealed<T>(mut done: Done<T>, seal: [u8; 32]) -> Done<T> {
    if let Some(entry) = done.entries.first_mut() {
        entry.seal = Some(seal);
    }
    done
}

fn finish(cx: &Write<'_>, mut visit: Visit) -> Result<Done<VisitShown>> {
    visit.keep(cx)?;
    let id = visit.id.0;
    Ok(Done::new(
        view::of_staff(cx, &visit)?,
        Entry::about(Subject::new("visit", id)).fields(["state"]),
    ))
}
