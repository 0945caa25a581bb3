//! The one-time code (facts: six digits, five minutes, five tries): made, bound, checked, killed.
//!
//! What is kept is a keyed hash over the digits and their binding – visit, text in its language, answers, phone – so that any
//! change makes the code worthless. The digits themselves are drawn from a random seed by the vault's key: the message can be
//! worded again after a restart without the digits ever being stored, and the seed goes once the message has left.

use chrono::Duration;
use hmac::{Hmac, KeyInit, Mac};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use ts_rs::TS;

use super::{Draft, Event, Visit, budget, store};
use crate::clock::Moment;
use crate::consents::ConsentsError;
use crate::consents::texts::ConsentText;
use crate::door::KeyUse;
use crate::error::{Args, Result};
use crate::messages::{self, MessageState};
use crate::{Read, Write, id, operators};

id! {
    /// A one-time code.
    CodeId
}

/// Life of a code.
pub const LIFE: Duration = Duration::minutes(5);
/// Tries of one code.
pub const TRIES: u32 = 5;
/// Wrong tries of a number on one day, across resends and visits.
pub const TRIES_A_DAY: u32 = 10;
/// Messages to a number on one day.
pub const MESSAGES_A_DAY: u32 = 8;
/// Codes in one visit.
pub const CODES_A_VISIT: u32 = 3;
/// Wait before the second code; doubled before each further one.
pub const FIRST_WAIT: Duration = Duration::seconds(60);
/// Letters of one message in UCS-2.
pub const MESSAGE: usize = 70;

/// A code as the room keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    pub id: CodeId,
    pub visit: super::VisitId,
    pub n: u32,
    pub seed: Option<[u8; 32]>,
    pub hash: [u8; 32],
    pub binding: [u8; 32],
    pub phone: [u8; 32],
    pub made: Moment,
    pub ends: Moment,
    pub again: Moment,
    pub tries: u32,
}

/// What came of a typed code. A wrong try is an answer and not an error: it is counted in the transaction that checked it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CodeCheck {
    /// Right.
    Right,
    /// Not six digits: not counted.
    NotSix {
        /// How many digits were typed.
        typed: u32,
    },
    /// Wrong, with tries left.
    Wrong {
        /// How many.
        left: u32,
    },
    /// Wrong, and that was the last try of this code.
    Spent,
    /// Five minutes are over.
    Expired,
    /// There is no live code: none was asked for, or what it was bound to changed.
    None,
    /// Too many wrong tries of this number today.
    TooManyToday,
}

/// Why no code can be sent now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CodeStop {
    /// No gateway is chosen: paper instead.
    NoGateway,
    /// Too soon after the last one.
    Wait {
        /// Seconds left.
        seconds: i64,
    },
    /// Three codes in this visit.
    TooManyInVisit,
    /// The number had its messages, or its wrong tries, for today.
    TooManyToday,
    /// The branch sent its codes of today: a manager may allow more.
    BranchToday,
}

/// What a code is bound to. Lengths go before values, so that no two bindings can run together.
pub(crate) fn binding(
    cx: &Read<'_>,
    visit: &Visit,
    text: &ConsentText,
    draft: &Draft,
    phone: &kz::Phone,
) -> [u8; 32] {
    let lang = visit.shown_lang().lang();
    let mut mac = mac(cx, b"binding");
    mac.update(&visit.id.0.to_be_bytes());
    mac.update(&text.id.0.to_be_bytes());
    for part in [text.sha256.get(lang), phone.as_e164()] {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part.as_bytes());
    }
    for (purpose, yes) in &draft.answers {
        mac.update(&purpose.to_be_bytes());
        mac.update(&[u8::from(*yes)]);
    }
    mac.finalize().into_bytes().into()
}

/// The keyed hash that is kept: over the digits and the binding.
fn hash(cx: &Read<'_>, digits: &str, binding: &[u8; 32]) -> [u8; 32] {
    let mut mac = mac(cx, b"code");
    mac.update(digits.as_bytes());
    mac.update(binding);
    mac.finalize().into_bytes().into()
}

/// A number as the counters know it.
fn phone_hash(cx: &Read<'_>, phone: &kz::Phone) -> [u8; 32] {
    let mut mac = mac(cx, b"phone");
    mac.update(phone.as_e164().as_bytes());
    mac.finalize().into_bytes().into()
}

/// The six digits of a seed. Drawn from 64 bits: the bias towards any digit is under one in ten to the thirteenth.
fn digits(cx: &Read<'_>, seed: &[u8; 32]) -> String {
    let mut mac = mac(cx, b"digits");
    mac.update(seed);
    let drawn: [u8; 32] = mac.finalize().into_bytes().into();
    let number = drawn[..8]
        .iter()
        .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

fn mac(cx: &Read<'_>, what: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&cx.key(KeyUse::Codes))
        .expect("HMAC takes a key of any length");
    mac.update(&(what.len() as u64).to_be_bytes());
    mac.update(what);
    mac
}

/// Why no code can be sent now, if so.
pub(crate) fn stop(
    cx: &Read<'_>,
    visit: &Visit,
    phone: Option<&kz::Phone>,
) -> Result<Option<CodeStop>> {
    if !messages::has_gateway(cx)? {
        return Ok(Some(CodeStop::NoGateway));
    }
    let last = store::last_code(cx, visit.id)?;
    if last.as_ref().is_some_and(|code| code.n >= CODES_A_VISIT) {
        return Ok(Some(CodeStop::TooManyInVisit));
    }
    if let Some(phone) = phone {
        let (sent, wrong) = store::phone_day(cx, &phone_hash(cx, phone), cx.today())?;
        if sent >= MESSAGES_A_DAY || wrong >= TRIES_A_DAY {
            return Ok(Some(CodeStop::TooManyToday));
        }
    }
    if budget::today(cx, visit.branch)?.is_spent() {
        return Ok(Some(CodeStop::BranchToday));
    }
    Ok(last.and_then(|code| {
        let seconds = code
            .again
            .since(cx.now())
            .num_milliseconds()
            .div_euclid(1000)
            + 1;
        // A clock set back may not lengthen the wait beyond what was promised.
        (cx.now() < code.again).then_some(CodeStop::Wait {
            seconds: seconds.min(wait(code.n).num_seconds()),
        })
    }))
}

/// The wait after the n-th code.
fn wait(n: u32) -> Duration {
    FIRST_WAIT * (1 << n.saturating_sub(1).min(5))
}

/// Makes the next code of a visit and queues its message. The one before dies at once.
pub(crate) fn make(
    cx: &Write<'_>,
    visit: &mut Visit,
    text: &ConsentText,
    draft: &Draft,
) -> Result<()> {
    let phone = visit.code_phone(draft)?;
    if let Some(stop) = stop(cx, visit, Some(&phone))? {
        return Err(ConsentsError::CodeStopped(stop).into());
    }
    let state = visit.state.send_code()?;
    kill(cx, visit, None)?;
    let n = store::last_code(cx, visit.id)?.map_or(0, |code| code.n) + 1;
    let seed = cx.random::<32>();
    let binding = binding(cx, visit, text, draft, &phone);
    let phone_hash = phone_hash(cx, &phone);
    let ends = cx.now().plus(LIFE);
    let code = Code {
        id: CodeId(0),
        visit: visit.id,
        n,
        hash: hash(cx, &digits(cx, &seed), &binding),
        seed: Some(seed),
        binding,
        phone: phone_hash,
        made: cx.now(),
        ends,
        again: cx.now().plus(wait(n)),
        tries: 0,
    };
    let id = store::add_code(cx, &code)?;
    store::count_phone(cx, &phone_hash, cx.today(), 1, 0)?;
    store::count_branch(cx, visit.branch, cx.today(), 1, 0)?;
    store::event(cx, visit.id, Event::CodeMade, Some(n), None)?;
    messages::queue_code(cx, id.0, &phone, ends)?;
    visit.state = state;
    Ok(())
}

/// Checks a typed code against what is on the screen now. Counters move in the same transaction.
pub(crate) fn check(
    cx: &Write<'_>,
    visit: &mut Visit,
    text: &ConsentText,
    draft: &Draft,
    typed: &str,
) -> Result<CodeCheck> {
    let typed: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !"-\u{2010}\u{2011}\u{2013}".contains(*c))
        .collect();
    if typed.len() != 6 || !typed.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(CodeCheck::NotSix {
            typed: typed.chars().filter(char::is_ascii_digit).count() as u32,
        });
    }
    let Some(code) = store::live_code(cx, visit.id)? else {
        return Ok(CodeCheck::None);
    };
    // A clock set back before the code was made is as good as time that ran out; and time that the visit has seen run out
    // doesn't come back with the clock.
    let latest = store::moved_at(cx, visit.id)?.max(cx.now());
    if latest >= code.ends || cx.now() < code.made {
        kill(cx, visit, Some(Event::CodeExpired))?;
        return Ok(CodeCheck::Expired);
    }
    let phone = visit.code_phone(draft)?;
    let binding = binding(cx, visit, text, draft, &phone);
    if !bool::from(binding.ct_eq(&code.binding)) {
        kill(cx, visit, Some(Event::CodeVoid))?;
        return Ok(CodeCheck::None);
    }
    let (_, wrong) = store::phone_day(cx, &code.phone, cx.today())?;
    if wrong >= TRIES_A_DAY {
        kill(cx, visit, Some(Event::CodeVoid))?;
        return Ok(CodeCheck::TooManyToday);
    }
    if bool::from(hash(cx, &typed, &binding).ct_eq(&code.hash)) {
        visit.state = visit.state.confirm()?;
        store::use_code(cx, code.id)?;
        messages::drop_code(cx, code.id.0)?;
        store::event(cx, visit.id, Event::CodeConfirmed, Some(code.n), None)?;
        return Ok(CodeCheck::Right);
    }
    let tries = code.tries + 1;
    store::count_try(cx, code.id, tries)?;
    store::count_phone(cx, &code.phone, cx.today(), 0, 1)?;
    store::event(cx, visit.id, Event::CodeWrong, Some(code.n), None)?;
    if wrong + 1 >= TRIES_A_DAY {
        kill(cx, visit, None)?;
        Ok(CodeCheck::TooManyToday)
    } else if tries >= TRIES {
        kill(cx, visit, None)?;
        Ok(CodeCheck::Spent)
    } else {
        Ok(CodeCheck::Wrong {
            left: (TRIES - tries).min(TRIES_A_DAY - wrong - 1),
        })
    }
}

/// The live code of a visit dies; what of its message is still queued isn't sent.
pub(crate) fn kill(cx: &Write<'_>, visit: &Visit, why: Option<Event>) -> Result<()> {
    if let Some(code) = store::live_code(cx, visit.id)? {
        store::kill_code(cx, code.id)?;
        messages::drop_code(cx, code.id.0)?;
        if let Some(why) = why {
            store::event(cx, visit.id, why, Some(code.n), None)?;
        }
    }
    Ok(())
}

/// The words of a live code's message; `None` if the code is over.
pub(crate) fn message(cx: &Read<'_>, id: CodeId) -> Result<Option<String>> {
    let Some(code) = store::code(cx, id)? else {
        return Ok(None);
    };
    let (Some(seed), true) = (code.seed, cx.now() < code.ends) else {
        return Ok(None);
    };
    let visit = store::visit(cx, code.visit)?;
    Ok(Some(words(cx, &visit, code.n, &digits(cx, &seed))?))
}

/// The digits of the live code, for the marked panel of a demonstration vault.
pub(crate) fn demo_digits(cx: &Read<'_>, visit: &Visit) -> Result<Option<String>> {
    if !cx.is_demo() {
        return Err(ConsentsError::DemoOnly.into());
    }
    let live = store::live_code(cx, visit.id)?.filter(|code| cx.now() < code.ends);
    Ok(live
        .and_then(|code| code.seed)
        .map(|seed| digits(cx, &seed)))
}

/// Who asks, the code and its number, and what it confirms – within one message: the operator's name gives way.
fn words(cx: &Read<'_>, visit: &Visit, n: u32, digits: &str) -> Result<String> {
    let name = operators::store::operator(cx, visit.operator)?
        .profile
        .name(visit.shown_lang().lang())
        .to_owned();
    let with = |name: &str| {
        let args = Args::none()
            .text("operator", name)
            .text("n", n.to_string())
            .text("code", digits);
        cx.texts()
            .get(visit.shown_lang().lang(), "consents-code-message", &args)
    };
    let room = MESSAGE.saturating_sub(length(&with("")));
    let mut short = String::new();
    for letter in name.chars() {
        if length(&short) + letter.len_utf16() > room {
            break;
        }
        short.push(letter);
    }
    Ok(with(short.trim_end()))
}

/// Length in UCS-2 units, as a gateway counts.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The gateway said later what became of the message: into the trail, as long as the visit has one to write.
pub(crate) fn delivered(
    cx: &Write<'_>,
    id: CodeId,
    delivered: bool,
    gateway_id: &str,
) -> Result<()> {
    let Some(code) = store::code(cx, id)? else {
        return Ok(());
    };
    let event = if delivered {
        Event::CodeDelivered
    } else {
        Event::CodeUndelivered
    };
    store::event(cx, code.visit, event, Some(code.n), Some(gateway_id))?;
    super::stirred(cx, code.visit)
}

/// The queue settled a code's message: into the trail, and the seed goes – but in a demonstration, whose panel needs it.
pub(crate) fn settled(
    cx: &Write<'_>,
    id: CodeId,
    state: MessageState,
    identity: &str,
) -> Result<()> {
    let Some(code) = store::code(cx, id)? else {
        return Ok(());
    };
    let event = match state {
        MessageState::Accepted => Event::CodeHanded,
        MessageState::Uncertain => Event::CodeUncertain,
        _ => Event::CodeNotHanded,
    };
    store::event(cx, code.visit, event, Some(code.n), Some(identity))?;
    if !cx.is_demo() {
        store::forget_seed(cx, id)?;
    }
    super::stirred(cx, code.visit)
}
