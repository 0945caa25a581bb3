//! What a visit looks like: on the tablet, and on the consultant's screen.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::code::{self, CodeStop, TRIES};
use super::draft::{self, asked};
use super::{
    CodesToday, Draft, RefusalShown, ScanShown, SignPoint, Visit, VisitId, VisitRepresentative,
    VisitState, VisitStep, budget, checks, refusal, store,
};
use crate::clients::{ClientId, Field};
use crate::clock::{Moment, Stamp};
use crate::consents::texts::{
    self, ConsentTerm, ConsentText, ContactChannel, PurposeId, PurposeKind,
};
use crate::consents::withdrawals::signing::{self, TabletWithdrawal};
use crate::consents::{ConsentId, TextLang, tablets};
use crate::door::TabletId;
use crate::error::{Fault, Result};
use crate::messages::{self, MessageDelivery};
use crate::policy::BranchId;
use crate::{Lang, Read, blocks, operators};

/// Seconds for which the tablet asks before it wipes (T12).
const LAST_CALL: i64 = 30;

/// What the tablet shows.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct TabletView {
    /// Moves on with every change: what the tablet waits for.
    pub rev: i64,
    /// The visit that was sent to it; none: the waiting screen.
    pub visit: Option<TabletVisit>,
    /// The withdrawal that was sent to it to be signed.
    pub withdrawal: Option<TabletWithdrawal>,
}

/// A visit as the client sees it.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct TabletVisit {
    /// Which.
    pub id: VisitId,
    /// Its readable number, for paper.
    pub number: String,
    /// Where it stands.
    pub state: VisitState,
    /// The page.
    pub step: VisitStep,
    /// The chosen language.
    pub lang: Option<TextLang>,
    /// The languages in which the text can be read.
    pub langs: Vec<TextLang>,
    /// Who acts for the person whose data are asked; none: the person.
    pub acting: Option<Acting>,
    /// Moves on when the consultant gives more time.
    pub stay: u32,
    /// The consultant covered the screen.
    pub blank: bool,
    /// The visit goes on paper.
    pub paper: bool,
    /// The consultant was called.
    pub calling: bool,
    /// Who asks.
    pub operator: String,
    /// BIN of who asks.
    pub bin: String,
    /// What is asked.
    pub text: TextShown,
    /// The fields that the client fills.
    pub fields: Vec<FieldShown>,
    /// The answers so far.
    pub answers: Vec<PurposeAnswer>,
    /// The signature so far.
    pub strokes: Vec<Vec<SignPoint>>,
    /// The latest code.
    pub code: Option<CodeShown>,
    /// Why no code can be sent now.
    pub stop: Option<CodeStop>,
}

/// Who acts for the person, as the tablet shows it.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct Acting {
    /// Name.
    pub name: String,
    /// The document of authority.
    pub paper: String,
    /// Their phone, to which the code goes.
    pub phone: String,
}

/// The languages in which a text can be read.
pub(super) fn langs(text: &ConsentText) -> Vec<TextLang> {
    TextLang::ALL
        .iter()
        .copied()
        .filter(|lang| *lang != TextLang::En || text.has_english())
        .collect()
}

/// A text in one language.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct TextShown {
    /// Title.
    pub title: String,
    /// The whole text.
    pub body: String,
    /// Version.
    pub version: u32,
    /// Day of publishing.
    pub published: String,
    /// Reading time in minutes.
    pub minutes: u32,
    /// Which data.
    pub data: Vec<Field>,
    /// Till when.
    pub term: ConsentTerm,
    /// The date, where it is one.
    pub term_until: Option<String>,
    /// To whom data are passed.
    pub third_parties: Option<String>,
    /// Where data cross the border.
    pub cross_border: Option<String>,
    /// Data are shown in public sources.
    pub public_sources: bool,
    /// Purposes.
    pub purposes: Vec<PurposeShown>,
}

/// A purpose in one language.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct PurposeShown {
    /// Which.
    pub id: PurposeId,
    /// Needed for the service, or optional.
    pub kind: PurposeKind,
    /// Name.
    pub name: String,
    /// One sentence more.
    pub note: String,
    /// Channels.
    pub channels: Vec<ContactChannel>,
}

/// A field as the client sees it.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct FieldShown {
    /// Which.
    pub field: Field,
    /// On which page.
    pub page: VisitStep,
    /// It may not stay empty.
    pub required: bool,
    /// What was typed.
    pub value: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// How it was read: a number in groups.
    pub reading: Option<String>,
}

/// An answer to a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurposeAnswer {
    /// To which.
    pub purpose: PurposeId,
    /// Given or not.
    pub yes: bool,
}

/// A code on its way, without its digits.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct CodeShown {
    /// Its number in the visit; it stands in the message too.
    pub n: u32,
    /// To which number.
    pub phone: String,
    /// When it was made.
    pub sent: Stamp,
    /// Seconds that it still lives; 0 if it is over.
    pub lives: i64,
    /// Tries left.
    pub left: u32,
    /// Where its message stands.
    pub delivery: Option<MessageDelivery>,
}

/// Seconds until a tablet that asks since then wipes.
pub(in crate::consents) fn idle_left(cx: &Read<'_>, warned: Option<Moment>) -> Option<i64> {
    warned.map(|warned| (LAST_CALL - cx.now().since(warned).num_seconds()).clamp(0, LAST_CALL))
}

/// What the tablet that asks shows now.
pub(in crate::consents) fn look(cx: &Read<'_>) -> Result<TabletView> {
    let tablet = cx.tablet()?.tablet;
    let Some(visit) = store::visit_of_tablet(cx, tablet)? else {
        let (rev, withdrawal) = signing::of_tablet(cx, tablet)?.unzip();
        return Ok(TabletView {
            rev: rev.unwrap_or(0),
            visit: None,
            withdrawal,
        });
    };
    let text = texts::get(cx, visit.text)?;
    let kept = store::draft(cx, visit.id)?;
    let lang = visit.shown_lang().lang();
    // The revision of one visit never equals that of another: the visit's number stands above it.
    let rev = visit.id.0 * 1_000_000 + visit.rev;
    let fields = asked(&text)
        .map(|field| field_of(cx, &visit, &kept, field, lang))
        .collect();
    let phone = visit.code_phone(&kept).ok();
    let profile = operators::store::operator(cx, visit.operator)?.profile;
    let view = TabletVisit {
        id: visit.id,
        number: visit.number.clone(),
        state: visit.state,
        step: visit.step,
        lang: visit.lang,
        langs: langs(&text),
        acting: visit.representative.as_ref().map(|acting| Acting {
            name: acting.name.clone(),
            paper: acting.paper.clone(),
            phone: draft::phone(&acting.phone)
                .map(|phone| phone.shown())
                .unwrap_or_default(),
        }),
        stay: visit.stay,
        blank: visit.blank,
        paper: visit.paper,
        calling: visit.calling,
        operator: profile.name(lang).to_owned(),
        bin: profile.bin,
        text: text_of(&text, lang),
        fields,
        answers: answers_of(&kept),
        code: code_of(cx, &visit, phone.as_ref())?,
        stop: code::stop(cx, &visit, phone.as_ref())?,
        strokes: kept.strokes,
    };
    // What was given is the house's now: the tablet that is handed back shows nothing of it.
    let view = if view.state.is_open_to_client() {
        view
    } else {
        view.emptied()
    };
    Ok(TabletView {
        rev,
        visit: Some(view),
        withdrawal: None,
    })
}

impl TabletVisit {
    fn emptied(self) -> Self {
        TabletVisit {
            fields: Vec::new(),
            answers: Vec::new(),
            strokes: Vec::new(),
            acting: None,
            code: None,
            stop: None,
            ..self
        }
    }
}

fn field_of(cx: &Read<'_>, visit: &Visit, kept: &Draft, field: Field, lang: Lang) -> FieldShown {
    let value = kept.value(field).to_owned();
    let touched = kept.fields.contains_key(field.name());
    let fault = draft::check(field, &value, visit.rules(cx))
        .err()
        .filter(|_| touched);
    FieldShown {
        field,
        page: draft::page(field),
        required: draft::is_required(field),
        reading: reading(field, &value),
        value,
        fault: fault.map(|fault| cx.texts().error(lang, fault.code(), &fault.args())),
    }
}

/// A long number as it was read, in groups.
fn reading(field: Field, value: &str) -> Option<String> {
    match field {
        Field::Phone => Some(draft::phone(value).ok()?.shown()),
        Field::Iin => {
            let iin = kz::Iin::parse(value).ok()?;
            let (birth, rest) = iin.as_str().split_at(6);
            Some(format!("{birth} {rest}"))
        }
        _ => None,
    }
}

/// A text as it is shown in one language.
pub(crate) fn text_of(text: &ConsentText, lang: Lang) -> TextShown {
    let words =
        |pair: &Option<texts::TextPair>| pair.as_ref().map(|pair| pair.get(lang).to_owned());
    TextShown {
        title: text.title.get(lang).to_owned(),
        body: text.body.get(lang).to_owned(),
        version: text.version,
        published: text.published.clone(),
        minutes: text.minutes(lang),
        data: text.data.clone(),
        term: text.term,
        term_until: text.term_until.clone(),
        third_parties: words(&text.third_parties),
        cross_border: words(&text.cross_border),
        public_sources: text.public_sources,
        purposes: text
            .purposes
            .iter()
            .map(|purpose| purpose_of(purpose, lang))
            .collect(),
    }
}

fn purpose_of(purpose: &texts::ConsentPurpose, lang: Lang) -> PurposeShown {
    PurposeShown {
        id: purpose.id,
        kind: purpose.form.kind,
        name: purpose.form.name.get(lang).to_owned(),
        note: purpose.form.note.get(lang).to_owned(),
        channels: purpose.form.channels.clone(),
    }
}

fn answers_of(draft: &Draft) -> Vec<PurposeAnswer> {
    draft
        .answers
        .iter()
        .map(|(purpose, yes)| PurposeAnswer {
            purpose: PurposeId(*purpose),
            yes: *yes,
        })
        .collect()
}

fn code_of(cx: &Read<'_>, visit: &Visit, phone: Option<&kz::Phone>) -> Result<Option<CodeShown>> {
    let Some(code) = store::last_code(cx, visit.id)? else {
        return Ok(None);
    };
    let live = store::live_code(cx, visit.id)?.is_some_and(|live| live.id == code.id);
    let lives = if live {
        code.ends
            .since(cx.now())
            .num_seconds()
            .clamp(0, code::LIFE.num_seconds())
    } else {
        0
    };
    Ok(Some(CodeShown {
        n: code.n,
        phone: phone.map(kz::Phone::shown).unwrap_or_default(),
        sent: code.made.stamp(),
        lives,
        left: if live {
            TRIES.saturating_sub(code.tries)
        } else {
            0
        },
        delivery: messages::delivery(cx, code.id.0)?,
    }))
}

/// A visit in the consultant's list.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct VisitLine {
    /// Which.
    pub id: VisitId,
    /// Its readable number.
    pub number: String,
    /// Where it stands.
    pub state: VisitState,
    /// The client's page.
    pub step: VisitStep,
    /// What is asked.
    pub title: String,
    /// The tablet's name.
    pub tablet: Option<String>,
    /// The client calls for help.
    pub calling: bool,
    /// When it was opened.
    pub opened: Stamp,
    /// When it ended.
    pub ended: Option<Stamp>,
    /// What came of it.
    pub consent: Option<ConsentId>,
}

/// A visit as the consultant sees it: which step and which fields are complete, not the typing – until the client is done.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct VisitShown {
    /// Line of the list.
    pub line: VisitLine,
    /// In which branch.
    pub branch: BranchId,
    /// For the next command.
    pub rev: i64,
    /// The tablet.
    pub tablet: Option<TabletId>,
    /// The tablet is the second window of a workstation.
    pub window: bool,
    /// Who acts for the client.
    pub representative: Option<VisitRepresentative>,
    /// The tablet asks whether anybody is there: seconds until it wipes.
    pub idle: Option<i64>,
    /// The card that it was begun from.
    pub client: Option<ClientId>,
    /// Whose card that is.
    pub client_name: Option<String>,
    /// The chosen language.
    pub lang: Option<TextLang>,
    /// The languages in which the text can be read.
    pub langs: Vec<TextLang>,
    /// The text, in the consultant's language.
    pub text: TextShown,
    /// The fields and whether each is right.
    pub fields: Vec<FieldDone>,
    /// Purposes answered so far.
    pub answered: u32,
    /// The signature is there.
    pub signed: bool,
    /// The latest code.
    pub code: Option<CodeShown>,
    /// Why no code can be sent now.
    pub stop: Option<CodeStop>,
    /// The screen is covered.
    pub blank: bool,
    /// The visit goes on paper.
    pub paper: bool,
    /// Seconds of reading.
    pub read_seconds: u32,
    /// The end of the text was reached.
    pub read_to_end: bool,
    /// What was typed, once the client is done: to compare with the document.
    pub typed: Option<TypedDraft>,
    /// The scan of the signed form.
    pub scan: Option<ScanShown>,
    /// The record of the refusal that ended it.
    pub refusal: Option<RefusalShown>,
    /// How the branch stands with its codes today.
    pub codes: CodesToday,
    /// The trail.
    pub trail: Vec<VisitEvent>,
}

/// Whether a field is right.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct FieldDone {
    /// Which.
    pub field: Field,
    /// It may not stay empty.
    pub required: bool,
    /// It is right.
    pub done: bool,
}

/// What the client typed.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct TypedDraft {
    /// Per field.
    pub fields: Vec<TypedField>,
    /// The answers.
    pub answers: Vec<PurposeAnswer>,
    /// The signature.
    pub strokes: Vec<Vec<SignPoint>>,
    /// A person with this IIN is known already.
    pub known: Option<ClientId>,
    /// Their name.
    pub known_name: Option<String>,
    /// Something of that card is blocked.
    pub known_blocked: bool,
    /// An employee of the operator, whose profile takes none as clients: nothing can be saved.
    pub employee: bool,
    /// A person with this IIN was destroyed here on that day: this consent begins everything anew.
    pub destroyed_on: Option<String>,
}

/// One typed field.
#[derive(Debug, Clone, Serialize, TS, JsonSchema)]
pub struct TypedField {
    /// Which.
    pub field: Field,
    /// What was typed.
    pub value: String,
}

/// One event of the trail.
#[derive(Debug, Clone, Serialize, serde::Deserialize, PartialEq, Eq, TS, JsonSchema)]
pub struct VisitEvent {
    /// When.
    pub at: Stamp,
    /// What.
    pub kind: String,
    /// Number of the code, or seconds of reading.
    pub n: Option<u32>,
    /// Language, or the gateway's number.
    pub word: Option<String>,
}

/// The visit for the consultant.
pub(crate) fn of_staff(cx: &Read<'_>, visit: &Visit) -> Result<VisitShown> {
    let text = texts::get(cx, visit.text)?;
    let kept = store::draft(cx, visit.id)?;
    let phone = visit.code_phone(&kept).ok();
    let mut code = code_of(cx, visit, phone.as_ref())?;
    if let Some(code) = &mut code {
        code.phone = phone.as_ref().map(kz::Phone::masked).unwrap_or_default();
    }
    let name = |client: Option<ClientId>| client.map(|client| blocks::client_name(cx, client));
    let known = super::save::known(cx, visit.operator, kept.value(Field::Iin))?;
    let typed = match visit.state {
        VisitState::Confirmed => Some(TypedDraft {
            fields: asked(&text)
                .map(|field| TypedField {
                    field,
                    value: kept.value(field).to_owned(),
                })
                .collect(),
            answers: answers_of(&kept),
            strokes: kept.strokes.clone(),
            known,
            known_name: name(known).transpose()?,
            known_blocked: match known {
                Some(known) => blocks::store::is_blocked(cx, known)?,
                None => false,
            },
            employee: checks::is_barred_employee(cx, visit.operator, kept.value(Field::Iin))?,
            destroyed_on: checks::destroyed_on(cx, visit.operator, kept.value(Field::Iin))?,
        }),
        _ => None,
    };
    let done = |field: Field| FieldDone {
        field,
        required: draft::is_required(field),
        done: draft::check(field, kept.value(field), visit.rules(cx)).is_ok()
            && kept.fields.contains_key(field.name()),
    };
    Ok(VisitShown {
        line: store::line(cx, visit.id)?,
        branch: visit.branch,
        rev: visit.rev,
        tablet: visit.tablet,
        window: match visit.tablet {
            Some(tablet) => tablets::store::is_window(cx, tablet)?,
            None => false,
        },
        representative: visit.representative.clone(),
        idle: idle_left(cx, visit.warned.filter(|_| visit.state.is_open_to_client())),
        client: visit.client,
        client_name: name(visit.client).transpose()?,
        lang: visit.lang,
        langs: langs(&text),
        text: text_of(&text, cx.lang()),
        fields: asked(&text).map(done).collect(),
        answered: kept.answers.len() as u32,
        signed: kept.has_signature(),
        code,
        stop: code::stop(cx, visit, phone.as_ref())?,
        blank: visit.blank,
        paper: visit.paper,
        read_seconds: visit.read_seconds,
        read_to_end: visit.read_to_end,
        typed,
        scan: store::scan(cx, visit.id)?,
        refusal: refusal::shown(cx, visit.id)?,
        codes: budget::today(cx, visit.branch)?,
        trail: store::trail(cx, visit.id)?,
    })
}
