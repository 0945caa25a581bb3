//! What the tablet can do, and nothing else can be done from it: each step of the client is one of these commands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::commands::sealed;
use super::draft::{asked, check_strokes};
use super::refusal::{self, SaidBy};
use super::{
    CodeCheck, Draft, Event, SignPoint, TabletView, Visit, VisitId, VisitState, VisitStep, code,
    store, view,
};
use crate::clients::Field;
use crate::consents::texts::{self, ConsentText, PurposeId};
use crate::consents::{ConsentsError, TextLang, tablets};
use crate::error::Result;
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Write};

/// Longest reading that is believed.
const LONGEST_READING: u32 = 3600;

/// The visit at work with everything a step needs.
struct AtTablet {
    visit: Visit,
    text: ConsentText,
    draft: Draft,
    /// The tablet asks whether anybody is there; any other step says that somebody is.
    asks: bool,
}

impl AtTablet {
    /// The open visit of the tablet that asks; a step meant for another visit isn't heard.
    fn of(cx: &Read<'_>, meant: VisitId) -> Result<Self> {
        let visit =
            store::visit_of_tablet(cx, cx.tablet()?.tablet)?.filter(|visit| visit.id == meant);
        let visit = visit.ok_or(ConsentsError::VisitGone)?;
        let text = texts::get(cx, visit.text)?;
        let draft = store::draft(cx, visit.id)?;
        Ok(AtTablet {
            visit,
            text,
            draft,
            asks: false,
        })
    }
    /// The same, while the client may still change something.
    fn changing(cx: &Read<'_>, meant: VisitId) -> Result<Self> {
        let at = AtTablet::of(cx, meant)?;
        if at.visit.state.is_open_to_client() {
            Ok(at)
        } else {
            Err(ConsentsError::NotNow.into())
        }
    }
    /// Writes everything back and answers with the next screen.
    fn done(mut self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        if !self.visit.state.is_over() {
            store::keep_draft(cx, self.visit.id, &self.draft)?;
        }
        self.visit.warned = self.asks.then(|| cx.now());
        self.visit.keep(cx)?;
        tablets::store::seen(cx, cx.tablet()?.tablet)?;
        let entry = Entry::about(Subject::new("visit", self.visit.id.0));
        Ok(Done::new(view::look(cx)?, entry))
    }
    /// Data, answers or text changed after signing: the code dies; with answers or text the signature goes too.
    fn touch(&mut self, cx: &Write<'_>, signature_goes: bool) -> Result<()> {
        self.visit.changed(cx)?;
        if signature_goes && !self.draft.strokes.is_empty() {
            self.draft.strokes.clear();
            if self.visit.step == VisitStep::Code {
                self.visit.step = VisitStep::Sign;
            }
        }
        Ok(())
    }
}

/// What the tablet shows now.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletLook {}
tablet_command!(TabletLook, "tablet.view");

impl Ask for TabletLook {
    fn run(self, cx: &Read<'_>) -> Result<TabletView> {
        view::look(cx)
    }
}

/// Chooses the language, at the start or at any later moment: the text in it counts as shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletLanguage {
    /// In which visit.
    pub visit: VisitId,
    /// Which.
    pub lang: TextLang,
}
tablet_command!(TabletLanguage, "tablet.language");

impl Act for TabletLanguage {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        if !view::langs(&at.text).contains(&self.lang) {
            return Err(ConsentsError::NotAsked.into());
        }
        if at.visit.lang != Some(self.lang) {
            at.visit.lang = Some(self.lang);
            at.touch(cx, true)?;
            at.visit.state = at.visit.state.show_text()?;
            at.visit.shown = Some(cx.now());
            store::event(
                cx,
                at.visit.id,
                Event::TextShown,
                None,
                Some(self.lang.name()),
            )?;
        }
        if at.visit.step == VisitStep::Language {
            at.visit.step = VisitStep::About;
        }
        at.done(cx)
    }
}

/// Turns to a page. Forward only as far as everything before it is complete.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletTurn {
    /// In which visit.
    pub visit: VisitId,
    /// To which page.
    pub step: VisitStep,
}
tablet_command!(TabletTurn, "tablet.turn");

impl Act for TabletTurn {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        let chosen = at.visit.lang.is_some() || self.step == VisitStep::Language;
        if !chosen || !at.draft.allows(self.step, &at.text, at.visit.rules(cx)) {
            return Err(ConsentsError::Incomplete.into());
        }
        at.visit.step = self.step;
        at.visit.calling = false;
        at.done(cx)
    }
}

/// Takes what was typed into a field, right or wrong; the answer says what is wrong with it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletField {
    /// In which visit.
    pub visit: VisitId,
    /// Which field.
    pub field: Field,
    /// What was typed.
    pub value: String,
}
tablet_command!(TabletField, "tablet.field");

impl Act for TabletField {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        if !asked(&at.text).any(|field| field == self.field) {
            return Err(ConsentsError::NotAsked.into());
        }
        let value: String = self
            .value
            .trim()
            .chars()
            .filter(|c| !(c.is_control() || crate::plain::is_unseen(*c)))
            .take(300)
            .collect();
        let changed = at.draft.value(self.field) != value;
        // An empty value counts as typed, too: a field that was left empty is named as missing.
        at.draft.fields.insert(self.field.name().to_owned(), value);
        if changed {
            at.touch(cx, false)?;
        }
        at.done(cx)
    }
}

/// Answers a purpose with yes or no.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletAnswer {
    /// In which visit.
    pub visit: VisitId,
    /// Which purpose.
    pub purpose: PurposeId,
    /// Given or not.
    pub yes: bool,
}
tablet_command!(TabletAnswer, "tablet.answer");

impl Act for TabletAnswer {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        if at.text.purpose(self.purpose).is_none() {
            return Err(ConsentsError::NotAsked.into());
        }
        if at.draft.answer(self.purpose) != Some(self.yes) {
            at.draft.answers.insert(self.purpose.0, self.yes);
            at.touch(cx, true)?;
        }
        at.done(cx)
    }
}

/// Notes that the full text was open: how long, and whether its end was reached. Evidence, never a condition (T6).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletRead {
    /// In which visit.
    pub visit: VisitId,
    /// Seconds.
    pub seconds: u32,
    /// The end was on the screen.
    pub to_end: bool,
}
tablet_command!(TabletRead, "tablet.read");

impl Act for TabletRead {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        let seconds = at
            .visit
            .read_seconds
            .saturating_add(self.seconds.min(LONGEST_READING));
        at.visit.read_seconds = seconds.min(LONGEST_READING);
        at.visit.read_to_end |= self.to_end;
        store::event(
            cx,
            at.visit.id,
            Event::TextRead,
            Some(self.seconds.min(LONGEST_READING)),
            None,
        )?;
        at.done(cx)
    }
}

/// Signs: strokes as points in a box of one by one (T7).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletSign {
    /// In which visit.
    pub visit: VisitId,
    /// The strokes; none clears the signature.
    pub strokes: Vec<Vec<SignPoint>>,
}
tablet_command!(TabletSign, "tablet.sign");

impl Act for TabletSign {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        if !self.strokes.is_empty() {
            check_strokes(&self.strokes)?;
        }
        at.touch(cx, false)?;
        at.draft.strokes = self.strokes;
        if at.draft.is_filled(&at.text, at.visit.rules(cx)) {
            at.visit.state = at.visit.state.fill()?;
            store::event(cx, at.visit.id, Event::Signed, None, None)?;
        }
        at.done(cx)
    }
}

/// Asks for a code: the first one, or the next.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletAskCode {
    /// In which visit.
    pub visit: VisitId,
}
tablet_command!(TabletAskCode, "tablet.ask_code");

impl Act for TabletAskCode {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        if !at.draft.is_filled(&at.text, at.visit.rules(cx)) {
            return Err(ConsentsError::Incomplete.into());
        }
        if at.visit.state == VisitState::TextShown {
            at.visit.state = at.visit.state.fill()?;
        }
        code::make(cx, &mut at.visit, &at.text, &at.draft)?;
        at.visit.step = VisitStep::Code;
        at.done(cx)
    }
}

/// What came of a typed code, and the next screen.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct CodeChecked {
    /// What came of it.
    pub check: CodeCheck,
    /// The next screen.
    pub view: TabletView,
}

/// Checks a typed code.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletCheckCode {
    /// In which visit.
    pub visit: VisitId,
    /// What was typed.
    pub code: String,
}

impl Command for TabletCheckCode {
    const NAME: &'static str = "tablet.check_code";
    const RIGHT: Right = Right::TabletStep;
    type Output = CodeChecked;
}

impl Act for TabletCheckCode {
    fn run(self, cx: &Write<'_>) -> Result<Done<CodeChecked>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        let check = code::check(cx, &mut at.visit, &at.text, &at.draft, &self.code)?;
        if check == CodeCheck::Right {
            at.visit.enter(cx, at.visit.state)?;
            at.visit.step = VisitStep::Done;
        }
        let done = at.done(cx)?;
        Ok(done.map(|view| CodeChecked { check, view }))
    }
}

/// Ways by which the client leaves the usual course.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletRefuse {
    /// In which visit.
    pub visit: VisitId,
}
tablet_command!(TabletRefuse, "tablet.refuse");

impl Act for TabletRefuse {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        let acting = at.visit.representative.clone();
        at.visit.enter(cx, at.visit.state.refuse()?)?;
        at.visit.step = VisitStep::Done;
        store::event(cx, at.visit.id, Event::Refused, None, None)?;
        at.visit.representative = acting;
        let seal = refusal::keep(cx, &at.visit, SaidBy::Client)?;
        at.visit.representative = None;
        Ok(sealed(at.done(cx)?, seal))
    }
}

/// Nobody touches the tablet: it asks whether anybody is still there, or was answered (T12). The consultant is told.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletIdle {
    /// In which visit.
    pub visit: VisitId,
    /// It asks.
    pub asks: bool,
}
tablet_command!(TabletIdle, "tablet.idle");

impl Act for TabletIdle {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        at.asks = self.asks;
        at.done(cx)
    }
}

/// The client went away: nobody touched the tablet, warned, nobody answered (T12).
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletLeave {
    /// In which visit.
    pub visit: VisitId,
}
tablet_command!(TabletLeave, "tablet.leave");

impl Act for TabletLeave {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::changing(cx, self.visit)?;
        at.visit.enter(cx, at.visit.state.abandon()?)?;
        store::event(cx, at.visit.id, Event::Abandoned, None, None)?;
        at.done(cx)
    }
}

/// Calls the consultant, for help or for paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TabletCall {
    /// In which visit.
    pub visit: VisitId,
    /// For paper instead of the code.
    pub paper: bool,
}
tablet_command!(TabletCall, "tablet.call");

impl Act for TabletCall {
    fn run(self, cx: &Write<'_>) -> Result<Done<TabletView>> {
        let mut at = AtTablet::of(cx, self.visit)?;
        at.visit.calling = true;
        store::event(
            cx,
            at.visit.id,
            Event::Help,
            None,
            self.paper.then_some("paper"),
        )?;
        at.done(cx)
    }
}
