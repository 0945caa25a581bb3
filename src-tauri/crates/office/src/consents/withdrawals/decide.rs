//! How a withdrawal follows the right that it belongs to: asked for, proved, decided, taken up again.

use chrono::NaiveDate;

use super::{
    AskedWithdrawal, Days, Held, Obligation, WithdrawScope, Withdrawal, WithdrawalState, days,
    effect, held, store,
};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::{ConsentsError, PurposeKind};
use crate::error::Result;
use crate::messages::{self, Notice, NoticeWords};
use crate::policy::OperatorId;
use crate::requests::{self, Channel, Decision, RefusalGround, RightId, RightKind};
use crate::{Entry, Read, Write};

/// A right of this kind was registered: keeps what is taken back and the days, and stops advertising at once where the
/// person proved who they are.
pub(crate) fn asked(
    cx: &Write<'_>,
    right: RightId,
    client: ClientId,
    operator: OperatorId,
    received: Moment,
    asked: Option<&AskedWithdrawal>,
) -> Result<Vec<Entry>> {
    let asked = match asked {
        Some(asked) => AskedWithdrawal {
            scope: asked.scope.clone().checked()?,
            wished: wished(asked.wished.as_deref())?.map(|day| day.to_string()),
        },
        None => AskedWithdrawal {
            scope: WithdrawScope::whole(),
            wished: None,
        },
    };
    let days = days(cx, operator, received)?;
    store::insert(cx, right, client, operator, &asked, &days)?;
    let one = of_right(cx, right)?;
    cx.news("withdrawal", one.id.0);
    cx.news("client", client.0);
    proved(cx, right)?;
    Ok(vec![one.entry("asked")])
}

/// A date that the person named.
pub(super) fn wished(text: Option<&str>) -> Result<Option<NaiveDate>, ConsentsError> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| ConsentsError::WishedDay),
    }
}

fn of_right(cx: &Read<'_>, right: RightId) -> Result<Withdrawal> {
    Ok(store::of_right(cx, right)?.ok_or(ConsentsError::WithdrawalGone)?)
}

/// Who applies is proved well enough: advertising consents end now. Until then an open application stops advertising
/// by itself, but takes nothing back.
pub(crate) fn proved(cx: &Write<'_>, right: RightId) -> Result<()> {
    let Some(one) = store::of_right(cx, right)? else {
        return Ok(());
    };
    let asked = one.state == WithdrawalState::Asked;
    if asked && requests::proved_level(cx, right)? >= RightKind::Withdraw.level() {
        stop_at_once(cx, &one)?;
    }
    Ok(())
}

/// Ends what the service doesn't need, from today.
fn stop_at_once(cx: &Write<'_>, one: &Withdrawal) -> Result<()> {
    let channel = requests::channel_of(cx, one.right)?;
    end(cx, one, channel, cx.today(), |held| {
        held.kind == PurposeKind::Optional
    })?;
    limit(cx, one, cx.today(), true)?;
    messages::drop_advertising(cx, one.client)
}

/// Takes back the purposes that are meant, from a day on. What ends already by then stays as it is.
fn end(
    cx: &Write<'_>,
    one: &Withdrawal,
    channel: Channel,
    from: NaiveDate,
    meant: impl Fn(&Held) -> bool,
) -> Result<()> {
    for held in held(cx, one.client)? {
        let ends_before = held.ends.is_some_and(|ends| ends <= from);
        if one.scope.covers(&held) && meant(&held) && !ends_before {
            store::withdraw(cx, &held, from, one.right, channel)?;
            cx.news("consent", held.consent.0);
        }
    }
    Ok(())
}

/// Puts the limits on every consent that holds: those for advertising, or the others.
fn limit(cx: &Write<'_>, one: &Withdrawal, from: NaiveDate, at_once: bool) -> Result<()> {
    for held in held(cx, one.client)? {
        for limit in one.scope.limits(&held) {
            if limit.is_at_once() == at_once {
                store::limit(cx, held.consent, limit, from, one.right)?;
            }
        }
    }
    Ok(())
}

/// What an answer must say before it decides a withdrawal: the ground of what isn't granted, the obligation where that
/// is the ground, and consequences that the person was told.
pub(crate) fn check_answer(
    cx: &Write<'_>,
    right: RightId,
    decision: Decision,
    ground: Option<RefusalGround>,
    obligation: Option<&Obligation>,
) -> Result<()> {
    let Some(mut one) = store::of_right(cx, right)? else {
        return match decision {
            Decision::Refused => Ok(()),
            Decision::Granted | Decision::Partly => Err(ConsentsError::NothingToWithdraw.into()),
        };
    };
    if decision != Decision::Refused && store::showings(cx, one.id)?.is_empty() {
        return Err(ConsentsError::ConsequencesNotShown.into());
    }
    let by_obligation = decision != Decision::Granted && ground == Some(RefusalGround::Obligation);
    one.obligation = match (by_obligation, obligation) {
        (false, _) => None,
        (true, Some(named)) if is_number(&named.number) => Some(Obligation {
            kind: named.kind,
            number: named.number.trim().to_owned(),
        }),
        (true, _) => return Err(ConsentsError::ObligationUnnamed.into()),
    };
    store::keep(cx, &one)
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().count() <= 60 && !text.chars().any(char::is_control)
}

/// The right was decided: carries the withdrawal out, or leaves it.
pub(crate) fn decided(
    cx: &Write<'_>,
    right: RightId,
    decision: Decision,
    ground: Option<RefusalGround>,
) -> Result<Vec<Entry>> {
    let Some(mut one) = store::of_right(cx, right)? else {
        return Ok(Vec::new());
    };
    // Somebody else's application takes nothing back; every other one ends advertising, whatever else is refused.
    let stranger = matches!(
        ground,
        Some(RefusalGround::NotIdentified | RefusalGround::NoAuthority)
    );
    if !stranger {
        stop_at_once(cx, &one)?;
    }
    if decision == Decision::Refused {
        one.state = WithdrawalState::Refused;
    } else {
        let later = decision == Decision::Granted && {
            let held = held(cx, one.client)?;
            held.iter().any(|held| one.scope.covers(held))
        };
        let limited = one.scope.third_parties || one.scope.cross_border || one.scope.public_sources;
        let from = match later || limited || one.scope.whole {
            true => one.days.effective(one.wished, cx.today()),
            // Advertising alone was taken back: nothing is left to wait for.
            false => cx.today(),
        };
        if decision == Decision::Granted {
            let channel = requests::channel_of(cx, right)?;
            end(cx, &one, channel, from, Held::is_service)?;
        }
        limit(cx, &one, from, false)?;
        one.state = WithdrawalState::Running;
        one.effective_from = Some(from);
        one.granted_by = Some(cx.seat()?.staff);
    }
    store::keep(cx, &one)?;
    cx.news("withdrawal", one.id.0);
    cx.news("client", one.client.0);
    let mut entries = vec![one.entry(decision.name())];
    if let (WithdrawalState::Running, Some(from)) = (one.state, one.effective_from) {
        if from > cx.today() {
            let number = requests::number_of(cx, right)?;
            notify(cx, &one, NoticeWords::WithdrawalReceived { number, from })?;
        } else {
            entries.extend(effect::take(cx, one)?);
        }
    }
    Ok(entries)
}

/// Tells the person by SMS, in the language of their reply, where there is a gateway and a number. The letter is the
/// answer; this only says that its day is set, or has come.
pub(super) fn notify(cx: &Write<'_>, one: &Withdrawal, words: NoticeWords) -> Result<()> {
    let phone = store::phone(cx, one.client)?.and_then(|text| kz::Phone::parse(&text).ok());
    let Some(phone) = phone.filter(|_| messages::has_gateway(cx).unwrap_or(false)) else {
        return Ok(());
    };
    messages::send_notice(
        cx,
        &Notice {
            operator: one.operator,
            client: one.client,
            phone: &phone,
            lang: requests::lang_of(cx, one.right)?,
            words,
        },
    )?;
    Ok(())
}

/// A right was taken up again as a new one: the same is asked for, with days of its own.
pub(crate) fn reopened(cx: &Write<'_>, old: RightId, new: RightId) -> Result<()> {
    let Some(one) = store::of_right(cx, old)? else {
        return Ok(());
    };
    let again = AskedWithdrawal {
        scope: one.scope,
        wished: one.wished.map(|day| day.to_string()),
    };
    let days: Days = days(cx, one.operator, cx.now())?;
    store::insert(cx, new, one.client, one.operator, &again, &days)?;
    proved(cx, new)
}
