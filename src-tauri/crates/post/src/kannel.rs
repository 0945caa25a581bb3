//! Kannel's `sendsms` (smsbox). Its POST form takes the account and the number as headers and the text as the body, so that
//! neither a password nor a number stands in a URL.

use office::messages::{Handed, Kannel, MessageCause, Parcel};
use ureq::Agent;

use crate::gateway::broken;

/// Longest answer that is read: Kannel's are one line.
const ANSWER: u64 = 1024;

/// Hands one message over. UCS-2 always: one Russian or Kazakh letter would force it anyway.
pub(crate) fn hand(agent: &Agent, kannel: &Kannel, parcel: &Parcel) -> Handed {
    let sent = agent
        .post(&kannel.url)
        .header("X-Kannel-Username", &kannel.user)
        .header("X-Kannel-Password", kannel.password.show())
        .header("X-Kannel-From", &kannel.sender)
        .header("X-Kannel-To", &parcel.to)
        .header("X-Kannel-Coding", "2")
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
        200..=299 if promised => Handed::Accepted { gateway_id: None },
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
        Err(error) => match broken(&error) {
            Handed::Refused { cause } | Handed::Unreachable { cause } => Err(cause),
            Handed::Accepted { .. } | Handed::Unsure => Err(MessageCause::NoConnection),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_promise_counts_as_accepted() {
        assert_eq!(
            understand(202, "0: Accepted for delivery"),
            Handed::Accepted { gateway_id: None }
        );
        assert_eq!(
            understand(202, "3: Queued for later delivery"),
            Handed::Accepted { gateway_id: None }
        );
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
