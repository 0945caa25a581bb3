//! What the effective day brings, by itself (S8): participation ended, the card blocked with the reason, destruction
//! proposed where nothing else holds the data. And what a new consent opens again.

use kz::term::{Rule, count};

use super::{Withdrawal, WithdrawalState, held, store};
use crate::blocks::{self, BlockGround, BlockOutcome, BlockScope, NewBlock};
use crate::calendar;
use crate::clients::{self, ClientId, Field, Fields};
use crate::error::Result;
use crate::loyalty;
use crate::messages::NoticeWords;
use crate::{Entry, Read, Write};

/// Name of the setting that remembers on which day the proposals were looked at last.
const LOOKED: &str = "withdrawals.looked";

/// Something is due: a day has come, or a new day has begun on which proposals are to be looked at again.
pub(super) fn is_due(cx: &Read<'_>) -> Result<bool> {
    if !store::due(cx, cx.today())?.is_empty() {
        return Ok(true);
    }
    let looked: String = cx.setting(LOOKED)?;
    Ok(looked != cx.today().to_string() && !store::unproposed(cx)?.is_empty())
}

/// Brings every day that has come, and looks again whether what held some person's data still does. Doing it twice
/// changes nothing; days that were slept through are brought in their order.
pub(super) fn take_all(cx: &Write<'_>) -> Result<(u32, Vec<Entry>)> {
    let mut entries = Vec::new();
    let due = store::due(cx, cx.today())?;
    let count = u32::try_from(due.len()).unwrap_or(u32::MAX);
    for one in due {
        entries.extend(take(cx, one)?);
    }
    for one in store::unproposed(cx)? {
        if !is_held(cx, &one)? {
            store::propose(cx, &one)?;
            entries.push(one.entry("destruction_proposed"));
        }
    }
    cx.set_setting(LOOKED, &cx.today().to_string())?;
    Ok((count, entries))
}

/// Brings the day of one withdrawal.
pub(super) fn take(cx: &Write<'_>, mut one: Withdrawal) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let holds = held(cx, one.client)?.iter().any(super::Held::is_service);
    if store::ended_service(cx, one.right)? && !holds {
        entries.extend(close(cx, &mut one)?);
    }
    let number = crate::requests::number_of(cx, one.right)?;
    super::decide::notify(cx, &one, NoticeWords::WithdrawalDone { number })?;
    one.state = WithdrawalState::InEffect;
    one.took_effect = Some(cx.now());
    store::keep(cx, &one)?;
    cx.news("withdrawal", one.id.0);
    cx.news("client", one.client.0);
    cx.news("consent", 0);
    entries.push(one.entry("in_effect"));
    Ok(entries)
}

/// Nothing that the service needs holds any longer: the card is blocked, and destruction proposed.
fn close(cx: &Write<'_>, one: &mut Withdrawal) -> Result<Vec<Entry>> {
    let Some(staff) = one.granted_by else {
        return Ok(Vec::new());
    };
    let behalf = store::behalf(cx, one.client, staff)?;
    let mut entries = loyalty::end_for_withdrawal(cx, one.client)?;
    let (card, state) = store::card(cx, one.client)?;
    let free = blocks::permit(
        cx,
        one.client,
        blocks::Deed::Edit,
        &Fields::Some(vec![Field::Card]),
    )
    .is_ok();
    // Under another block the card is as good as blocked already, and its data can't be written.
    if card.is_some() && state.as_deref() != Some("blocked") && free {
        let paper = crate::requests::number_of(cx, one.right)?;
        clients::set_card_state(cx, one.client, "blocked", staff, &paper)?;
        one.card_blocked = true;
        entries.push(
            Entry::about(crate::Subject::client(one.client))
                .fields(["card_state"])
                .note("withdrawal"),
        );
    }
    let is_held = is_held(cx, one)?;
    let scope = if is_held {
        BlockScope::Fields {
            fields: vec![Field::Card],
        }
    } else {
        BlockScope::Everything
    };
    let review_on = count(
        cx.now().local(),
        &Rule::working(blocks::REVIEW_AFTER),
        &calendar::current(cx)?,
    )
    .due;
    let block = blocks::set(
        cx,
        NewBlock {
            client: one.client,
            ground: BlockGround::Withdrawal,
            ground_text: "",
            method: "",
            scope,
            right: Some(one.right),
            review_on,
            behalf: Some(behalf),
        },
    )?;
    one.block = Some(block);
    entries.push(
        Entry::about(crate::Subject::new("block", block.0))
            .of(one.client)
            .note(BlockGround::Withdrawal.name()),
    );
    if !is_held {
        store::propose(cx, one)?;
        entries.push(one.entry("destruction_proposed"));
    }
    Ok(entries)
}

/// Something else holds the data: a purpose that rests on a contract or a law or was agreed to anew, an obligation, an
/// application that isn't answered, a block that came from elsewhere.
fn is_held(cx: &Read<'_>, one: &Withdrawal) -> Result<bool> {
    Ok(!held(cx, one.client)?.is_empty()
        || one.obligation.is_some()
        || store::other_open(cx, one.client, one.right)?
        || blocks::in_force_beside(cx, one.client, BlockGround::Withdrawal)?)
}

/// The person comes back by a new consent: what the withdrawal closed is opened again, before anything is written.
pub(crate) fn welcome_back(cx: &Write<'_>, client: ClientId, paper: &str) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let closed = store::of_client(cx, client)?
        .into_iter()
        .filter(|one| one.state == WithdrawalState::InEffect && one.block.is_some());
    for mut one in closed {
        if let Some(block) = one.block {
            blocks::end(cx, block, BlockOutcome::AccessRestored)?;
            entries.push(
                Entry::about(crate::Subject::new("block", block.0))
                    .of(client)
                    .note(BlockOutcome::AccessRestored.name()),
            );
        }
        let free = blocks::permit(
            cx,
            client,
            blocks::Deed::Edit,
            &Fields::Some(vec![Field::Card]),
        )
        .is_ok();
        if one.card_blocked && free {
            clients::set_card_state(cx, client, "active", cx.seat()?.staff, paper)?;
            entries.push(
                Entry::about(crate::Subject::client(client))
                    .fields(["card_state"])
                    .note("returned"),
            );
        }
        one.state = WithdrawalState::Returned;
        store::keep(cx, &one)?;
        cx.news("withdrawal", one.id.0);
        entries.push(one.entry("returned"));
    }
    if !entries.is_empty() {
        entries.extend(loyalty::reopen_after_withdrawal(cx, client)?);
        store::end_proposals(cx, client)?;
    }
    Ok(entries)
}
