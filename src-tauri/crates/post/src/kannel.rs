//! Kannel's `sendsms` (smsbox). Its POST form takes the account and the number as headers and the text as the body, so that
//! neither a password nor a number stands in a URL. A Kannel of this computer reports deliveries to an address that names the
//! message's own random identity and nothing else (`dlr-mask` 1 delivered, 2 not delivered, 16 refused by the network).

use office::messages::{Handed, Kannel, Letters, MessageCause, Parcel, Receipt, measure};
use ureq::Agent;

use crate::gateway::{broken, broken_trial};
use crate::reports;

/// Longest answer that is read: Kannel's are one line.
const ANSWER: u64 = 1024;

/// What is reported: delivered, not delivered, refused by the network.
const REPORTS: &str = "19";

/// Hands one message over: in seven-bit letters where all of its letters have one, else in UCS-2.
pub(crate) fn hand(agent: &Agent, kannel: &Kannel, parcel: &Parcel) -> Handed {
    let coding = match measure(&parcel.text).letters {
        Letters::Gsm7 => "0",
        Letters::Ucs2 => "2",
    };
    let mut request = agent.post(&kannel.url);
    if let Some(port) = kannel.reports_at() {
        request = request
            .header("X-Kannel-DLR-Mask", REPORTS)
            .header("X-Kannel-DLR-Url", reports::address(port, &parcel.identity));
    }
    let sent = request
        .header("X-Kannel-Username", &kannel.user)
        .header("X-Kannel-Password", kannel.password.show())
        .header("X-Kannel-From", &kannel.sender)
        .header("X-Kannel-To", &parcel.to)
        .header("X-Kannel-Coding", coding)
        .header("X-Kannel-BInfo", &parcel.identity)
        .content_type("text/plain; charset=UTF-8")
        .send(&parcel.text);
    match sent {
        Ok(mut answer) => {
            let status = answer.status().as_u16();
            let line = answer
                .body_mut()
                .with_config()
                .limit(ANSWER)
                .read_to_string()
                .unwrap_or_default();
            understand(status, &line)
        }
        Err(error) => broken(&error),
    }
}

/// What Kannel's answer means. `0` accepted and `3` queued are both a promise to deliver.
fn understand(status: u16, line: &str) -> Handed {
    let promised = line.trim_start().starts_with("0:") || line.trim_start().starts_with("3:");
    match status {
        200..=299 if promised => Handed::Accepted {
            receipt: Receipt::default(),
        },
        401 | 403 => Handed::Refused {
            cause: MessageCause::Account,
        },
        404 => Handed::Refused {
            cause: MessageCause::Address,
        },
        400..=499 => Handed::Refused {
            cause: MessageCause::Rejected,
        },
        // Kannel's «temporal failure»: it took nothing.
        503 => Handed::Unreachable {
            cause: MessageCause::NotNow,
        },
        _ => Handed::Unsure,
    }
}

/// A call without a receiver: Kannel checks the account first and then refuses, so nothing is sent either way.
pub(crate) fn try_out(agent: &Agent, kannel: &Kannel) -> Result<(), MessageCause> {
    let sent = agent
        .post(&kannel.url)
        .header("X-Kannel-Username", &kannel.user)
        .header("X-Kannel-Password", kannel.password.show())
        .content_type("text/plain; charset=UTF-8")
        .send("");
    match sent {
        Ok(answer) if answer.status().as_u16() == 400 => Ok(()),
        Ok(answer) => match understand(answer.status().as_u16(), "") {
            Handed::Refused { cause } | Handed::Unreachable { cause } => Err(cause),
            Handed::Accepted { .. } | Handed::Unsure => Err(MessageCause::Answer),
        },
        Err(error) => Err(broken_trial(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_promise_counts_as_accepted() {
        let promise = Handed::Accepted {
            receipt: Receipt::default(),
        };
        assert_eq!(understand(202, "0: Accepted for delivery"), promise);
        assert_eq!(understand(202, "3: Queued for later delivery"), promise);
        assert_eq!(
            understand(202, "<html>welcome to the hotel network"),
            Handed::Unsure
        );
        assert_eq!(
            understand(403, "Authorization failed for sendsms"),
            Handed::Refused {
                cause: MessageCause::Account
            }
        );
        assert_eq!(
            understand(400, "Sender missing and no global set, rejected"),
            Handed::Refused {
                cause: MessageCause::Rejected
            }
        );
        assert_eq!(
            understand(503, "Temporal failure, try again later."),
            Handed::Unreachable {
                cause: MessageCause::NotNow
            }
        );
        assert_eq!(understand(500, ""), Handed::Unsure);
        assert_eq!(understand(302, ""), Handed::Unsure);
    }
}
