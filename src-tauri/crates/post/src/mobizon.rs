//! Mobizon (`mobizon.kz/help/api-docs`): forms posted to `/service/<module>/<method>?output=json&api=v1`, JSON back.
//!
//! What is relied on, from its documentation:
//! * every answer is `{"code":n,"data":…,"message":…}`; the key is `apiKey` among the posted parameters;
//! * `message/sendSmsMessage` takes `recipient` (digits alone), `text` and `from`, and answers `campaignId`, `messageId` and `status`
//!   (2 sent, 1 waiting for moderation: both are taken);
//! * `message/getSMSStatus` takes up to 100 `ids` with commas and answers `id`, `status`, `segNum`; DELIVRD is delivered; UNDELIV,
//!   REJECTD, EXPIRED and DELETED are final too; the rest isn't;
//! * `message/list` with `criteria[campaignIds]` answers `segUserBuy`, what one part takes, and `segNum`;
//! * codes: 0 done, 1 a parameter, 8, 9, 13 and 14 the account, 30 too often, 10 a clash in saving; 100 works on in the background.
//!   3, 15 and 999 are their own faults, after which nobody knows.
//! * It takes no number of ours: a message that it never answered for can't be asked about.

use office::messages::{Awaited, DeliverySaid, Handed, MessageCause, Mobizon, Parcel, Receipt};
use serde_json::Value;
use ureq::Agent;

use crate::gateway::{broken, broken_trial, name, number, post_form, thousandths};

/// How many messages one question may name.
const AT_ONCE: usize = 100;

fn call(
    agent: &Agent,
    mobizon: &Mobizon,
    method: &str,
    form: &[(&str, &str)],
) -> Result<(u16, Option<Value>), ureq::Error> {
    let mut all = vec![("apiKey", mobizon.key.show())];
    all.extend_from_slice(form);
    let url = format!("{}/service/{method}?output=json&api=v1", mobizon.url);
    post_form(agent, &url, &all)
}

/// Hands one message over.
pub(crate) fn hand(agent: &Agent, mobizon: &Mobizon, parcel: &Parcel) -> Handed {
    let mut form = vec![
        ("recipient", parcel.to.trim_start_matches('+')),
        ("text", parcel.text.as_str()),
    ];
    if !mobizon.sender.is_empty() {
        form.push(("from", &mobizon.sender));
    }
    match call(agent, mobizon, "message/sendSmsMessage", &form) {
        Ok((status, answer)) => understand(status, answer.as_ref()),
        Err(error) => broken(&error),
    }
}

fn understand(status: u16, answer: Option<&Value>) -> Handed {
    let refused = |cause| Handed::Refused { cause };
    let not_now = Handed::Unreachable {
        cause: MessageCause::NotNow,
    };
    let code = answer
        .and_then(|answer| answer.get("code"))
        .and_then(number);
    match (status, code) {
        (404, None) => refused(MessageCause::Address),
        (429 | 503, None) => not_now,
        (200..=299, Some(0)) => {
            let data = answer.and_then(|answer| answer.get("data"));
            let of = |field| data.and_then(|data| data.get(field)).and_then(name);
            match of("messageId") {
                Some(id) => Handed::Accepted {
                    receipt: Receipt {
                        id: Some(id),
                        reference: of("campaignId"),
                        parts: None,
                        price: None,
                    },
                },
                None => Handed::Unsure,
            }
        }
        (_, Some(8 | 9 | 13 | 14)) => refused(MessageCause::Account),
        (_, Some(30)) => not_now,
        (_, Some(1 | 2 | 4 | 5 | 6 | 11 | 12)) => refused(MessageCause::Rejected),
        _ => Handed::Unsure,
    }
}

/// Asks what came of messages, a hundred at once.
pub(crate) fn ask(agent: &Agent, mobizon: &Mobizon, messages: &[Awaited]) -> Vec<DeliverySaid> {
    let mut said = Vec::new();
    for some in messages.chunks(AT_ONCE) {
        let ids: Vec<&str> = some
            .iter()
            .filter_map(|message| message.gateway_id.as_deref())
            .collect();
        if ids.is_empty() {
            continue;
        }
        let form = [("ids", ids.join(","))];
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, ids)| (*name, ids.as_str()))
            .collect();
        let Ok((_, Some(answer))) = call(agent, mobizon, "message/getSMSStatus", &form) else {
            continue;
        };
        let lines = answer.get("data").and_then(Value::as_array);
        for line in lines.into_iter().flatten() {
            let Some((id, delivered)) = read_status(line) else {
                continue;
            };
            let mine = some
                .iter()
                .find(|message| message.gateway_id.as_deref() == Some(id.as_str()));
            if let Some(message) = mine {
                said.push(DeliverySaid {
                    identity: message.identity.clone(),
                    delivered,
                    parts: parts(line),
                    price: price(agent, mobizon, message),
                });
            }
        }
    }
    said
}

/// A message's number, and whether it was delivered; nothing while that isn't known.
fn read_status(line: &Value) -> Option<(String, bool)> {
    let delivered = match line.get("status")?.as_str()? {
        "DELIVRD" => true,
        "UNDELIV" | "REJECTD" | "EXPIRED" | "DELETED" => false,
        _ => return None,
    };
    Some((name(line.get("id")?)?, delivered))
}

fn parts(line: &Value) -> Option<u32> {
    u32::try_from(number(line.get("segNum")?)?).ok()
}

/// What a message took: of each part, times the parts. Its number and words come back with it, and are left unread.
fn price(agent: &Agent, mobizon: &Mobizon, message: &Awaited) -> Option<i64> {
    let form = [("criteria[campaignIds]", message.reference.as_deref()?)];
    let (_, answer) = call(agent, mobizon, "message/list", &form).ok()?;
    let answer = answer?;
    let items = answer.get("data")?.get("items")?.as_array()?;
    let mine = items
        .iter()
        .find(|item| item.get("id").and_then(name) == message.gateway_id)?;
    Some(thousandths(mine.get("segUserBuy")?)? * i64::from(parts(mine)?))
}

/// Asks for the balance: the key is checked, nothing is sent.
pub(crate) fn try_out(agent: &Agent, mobizon: &Mobizon) -> Result<String, MessageCause> {
    let (status, answer) =
        call(agent, mobizon, "user/getOwnBalance", &[]).map_err(|error| broken_trial(&error))?;
    let data = answer.as_ref().and_then(|answer| answer.get("data"));
    let of = |field| data.and_then(|data| data.get(field)).and_then(name);
    if let Some(balance) = of("balance") {
        let currency = of("currency").unwrap_or_default();
        return Ok(format!("{balance} {currency}").trim_end().to_owned());
    }
    match understand(status, answer.as_ref()) {
        Handed::Refused { cause } | Handed::Unreachable { cause } => Err(cause),
        Handed::Accepted { .. } | Handed::Unsure => Err(MessageCause::Answer),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_a_number_of_theirs_counts_as_accepted() {
        let refused = |cause| Handed::Refused { cause };
        let said = |code: i64| json!({"code": code, "data": [], "message": "…"});
        let taken = json!({"code": 0, "data": {"campaignId": "1759377", "messageId": "12111324", "status": 1}, "message": ""});
        assert_eq!(
            understand(200, Some(&taken)),
            Handed::Accepted {
                receipt: Receipt {
                    id: Some("12111324".to_owned()),
                    reference: Some("1759377".to_owned()),
                    parts: None,
                    price: None
                }
            }
        );
        for (code, handed) in [
            (0, Handed::Unsure),
            (1, refused(MessageCause::Rejected)),
            (8, refused(MessageCause::Account)),
            (14, refused(MessageCause::Account)),
            (
                30,
                Handed::Unreachable {
                    cause: MessageCause::NotNow,
                },
            ),
            (3, Handed::Unsure),
            (10, Handed::Unsure),
            (999, Handed::Unsure),
        ] {
            assert_eq!(understand(200, Some(&said(code))), handed, "{code}");
        }
        assert_eq!(understand(200, None), Handed::Unsure);
        assert_eq!(understand(500, None), Handed::Unsure);
    }

    #[test]
    fn a_status_is_final_or_nothing() {
        for (status, delivered) in [
            ("NEW", None),
            ("ENQUEUD", None),
            ("ACCEPTD", None),
            ("PDLIVRD", None),
            ("DELIVRD", Some(true)),
            ("UNDELIV", Some(false)),
            ("REJECTD", Some(false)),
            ("EXPIRED", Some(false)),
            ("DELETED", Some(false)),
        ] {
            let line = json!({"id": "5", "status": status});
            assert_eq!(
                read_status(&line).map(|(_, delivered)| delivered),
                delivered,
                "{status}"
            );
        }
    }
}
