//! SMSC.kz (`smsc.kz/api/http`): forms posted to `/sys/send.php`, `/sys/status.php` and `/sys/balance.php`, JSON back (`fmt=3`).
//!
//! What is relied on, from its documentation:
//! * parameters may be posted; the account is `login` and `psw`, or `apikey` alone; words are `mes` in `charset=utf-8`; a number
//!   with `+` isn't «corrected»;
//! * `id` is a number of our own, 1…2147483647, by which (with the number) the status can be asked; it is the same on every try;
//! * `cost=2` adds to the answer `cnt`, the messages counted, and `cost`, what they take: `{"id":…,"cnt":1,"cost":"16.5"}`;
//! * a refusal is `{"error":…,"error_code":n}`: 1 parameters, 2 account, 3 money, 4 address blocked for a while, 5 date,
//!   6 words or sender forbidden, 7 number, 8 can't be delivered, 9 the same request again within a minute, or too many at once;
//! * a status is `{"status":n}`: -3 unknown to it, -2 stopped, -1 waiting, 0 with the network, 1 delivered, 2 read, 4 link opened,
//!   3 expired, 20 and above not delivered; `cur=1` adds the currency to a balance.

use office::messages::{Awaited, DeliverySaid, Handed, MessageCause, Parcel, Receipt, SmscKz};
use serde_json::Value;
use ureq::Agent;

use crate::gateway::{broken, broken_trial, name, number, post_form, thousandths};

/// The account, as each call carries it.
fn account(smsc: &SmscKz) -> Vec<(&str, &str)> {
    if smsc.login.is_empty() {
        vec![("apikey", smsc.secret.show())]
    } else {
        vec![("login", &smsc.login), ("psw", smsc.secret.show())]
    }
}

/// Our number of a message: thirty-one bits of its identity.
pub(crate) fn own_number(identity: &str) -> String {
    let head: String = identity.chars().take(8).collect();
    let drawn = u32::from_str_radix(&head, 16).unwrap_or(0) & 0x7fff_ffff;
    drawn.max(1).to_string()
}

/// Hands one message over.
pub(crate) fn hand(agent: &Agent, smsc: &SmscKz, parcel: &Parcel) -> Handed {
    let id = own_number(&parcel.identity);
    let mut form = account(smsc);
    form.extend([
        ("phones", parcel.to.as_str()),
        ("mes", parcel.text.as_str()),
        ("id", id.as_str()),
        ("charset", "utf-8"),
        ("cost", "2"),
        ("fmt", "3"),
    ]);
    if !smsc.sender.is_empty() {
        form.push(("sender", &smsc.sender));
    }
    match post_form(agent, &format!("{}/sys/send.php", smsc.url), &form) {
        Ok((status, answer)) => understand(status, answer.as_ref()),
        Err(error) => broken(&error),
    }
}

fn understand(status: u16, answer: Option<&Value>) -> Handed {
    let Some(answer) = answer.filter(|_| (200..300).contains(&status)) else {
        return match status {
            404 => refused(MessageCause::Address),
            429 | 503 => not_now(),
            _ => Handed::Unsure,
        };
    };
    if let Some(code) = answer.get("error_code").and_then(number) {
        return match code {
            2 => refused(MessageCause::Account),
            3 => refused(MessageCause::NoMoney),
            // Both are said before anything is taken; an identical request can only follow one that was refused as well.
            4 | 9 => not_now(),
            _ => refused(MessageCause::Rejected),
        };
    }
    match answer.get("id").and_then(name) {
        Some(id) => Handed::Accepted {
            receipt: Receipt {
                id: Some(id),
                reference: None,
                parts: answer
                    .get("cnt")
                    .and_then(number)
                    .and_then(|count| u32::try_from(count).ok()),
                price: answer.get("cost").and_then(thousandths),
            },
        },
        None => Handed::Unsure,
    }
}

fn refused(cause: MessageCause) -> Handed {
    Handed::Refused { cause }
}

fn not_now() -> Handed {
    Handed::Unreachable {
        cause: MessageCause::NotNow,
    }
}

/// Asks what came of one message; nothing while it isn't known.
pub(crate) fn ask(agent: &Agent, smsc: &SmscKz, message: &Awaited) -> Option<DeliverySaid> {
    let id = own_number(&message.identity);
    let mut form = account(smsc);
    form.extend([
        ("phone", message.to.as_str()),
        ("id", id.as_str()),
        ("charset", "utf-8"),
        ("fmt", "3"),
    ]);
    let (_, answer) = post_form(agent, &format!("{}/sys/status.php", smsc.url), &form).ok()?;
    let delivered = match number(answer?.get("status")?)? {
        1 | 2 | 4 => true,
        3 | 20.. => false,
        _ => return None,
    };
    Some(DeliverySaid {
        identity: message.identity.clone(),
        delivered,
        parts: None,
        price: None,
    })
}

/// Asks for the balance: the account is checked, nothing is sent.
pub(crate) fn try_out(agent: &Agent, smsc: &SmscKz) -> Result<String, MessageCause> {
    let mut form = account(smsc);
    form.extend([("fmt", "3"), ("cur", "1")]);
    let (status, answer) = post_form(agent, &format!("{}/sys/balance.php", smsc.url), &form)
        .map_err(|error| broken_trial(&error))?;
    let answer = answer.ok_or(if status == 404 {
        MessageCause::Address
    } else {
        MessageCause::Answer
    })?;
    if let Some(balance) = answer.get("balance").and_then(name) {
        let currency = answer.get("currency").and_then(name).unwrap_or_default();
        return Ok(format!("{balance} {currency}").trim_end().to_owned());
    }
    match understand(status, Some(&answer)) {
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
        let said = json!({"id": 1_234, "cnt": 1, "cost": "16.5"});
        assert_eq!(
            understand(200, Some(&said)),
            Handed::Accepted {
                receipt: Receipt {
                    id: Some("1234".to_owned()),
                    reference: None,
                    parts: Some(1),
                    price: Some(16_500)
                }
            }
        );
        for (code, handed) in [
            (1, refused(MessageCause::Rejected)),
            (2, refused(MessageCause::Account)),
            (3, refused(MessageCause::NoMoney)),
            (4, not_now()),
            (7, refused(MessageCause::Rejected)),
            (9, not_now()),
        ] {
            let said = json!({"error": "…", "error_code": code});
            assert_eq!(understand(200, Some(&said)), handed, "{code}");
        }
        assert_eq!(understand(200, Some(&json!({"hello": 1}))), Handed::Unsure);
        assert_eq!(understand(200, None), Handed::Unsure);
        assert_eq!(understand(500, Some(&said)), Handed::Unsure);
        assert_eq!(understand(302, None), Handed::Unsure);
    }

    #[test]
    fn our_number_is_the_same_on_every_try_and_within_theirs() {
        let number = own_number("ffffffff00112233445566778899aabb");
        assert_eq!(number, "2147483647");
        assert_eq!(own_number("00000000aa"), "1");
    }
}
