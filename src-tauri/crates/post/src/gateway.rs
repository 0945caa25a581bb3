//! One seam for every gateway: hand over one message, ask what came of some, or try the connection without sending anything.
//!
//! Every call is a POST whose body or headers carry the secret, the number and the words: no address that we call names any of
//! them, and nothing here writes one to the log.

use std::time::Duration;

use office::messages::{Awaited, DeliverySaid, Gateway, Handed, MessageCause, Parcel, Receipt};
use serde_json::Value;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use crate::{kannel, mobizon, smsc};

/// The longest that one hand-over may take. The office's lease is longer.
const WHOLE: Duration = Duration::from_secs(20);
/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(5);
/// Longest answer that is read.
const ANSWER: u64 = 64 * 1024;

/// The ways out of the house: an HTTP client of our own rules.
pub struct Wire {
    agent: Agent,
}

impl Default for Wire {
    /// Trusts the authorities that the world trusts.
    fn default() -> Self {
        Self::trusting(RootCerts::WebPki)
    }
}

impl Wire {
    /// Trusts these authorities. No redirects (a redirect could carry the secret elsewhere), no proxy, both waits bounded; a
    /// status is an answer, not an error.
    pub fn trusting(roots: RootCerts) -> Self {
        let agent = Agent::config_builder()
            .timeout_global(Some(WHOLE))
            .timeout_connect(Some(CONNECT))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .build();
        Wire {
            agent: agent.into(),
        }
    }

    /// Hands one message to its gateway.
    pub fn hand(&self, parcel: &Parcel) -> Handed {
        match &parcel.gateway {
            Gateway::Off => Handed::Refused {
                cause: MessageCause::Off,
            },
            Gateway::Demo => Handed::Accepted {
                receipt: Receipt {
                    id: Some(format!("demo-{}", parcel.id)),
                    ..Receipt::default()
                },
            },
            Gateway::Kannel(kannel) => kannel::hand(&self.agent, kannel, parcel),
            Gateway::Smsc(smsc) => smsc::hand(&self.agent, smsc, parcel),
            Gateway::Mobizon(mobizon) => mobizon::hand(&self.agent, mobizon, parcel),
        }
    }

    /// Asks what came of messages. What the gateway doesn't know yet isn't in the answer; Kannel reports by itself.
    pub fn ask(&self, gateway: &Gateway, messages: &[Awaited]) -> Vec<DeliverySaid> {
        match gateway {
            Gateway::Off | Gateway::Demo | Gateway::Kannel(_) => Vec::new(),
            Gateway::Smsc(smsc) => messages
                .iter()
                .filter_map(|message| smsc::ask(&self.agent, smsc, message))
                .collect(),
            Gateway::Mobizon(mobizon) => mobizon::ask(&self.agent, mobizon, messages),
        }
    }

    /// Asks the gateway whether it would take messages from us, and what is left on the account. Sends none.
    ///
    /// # Errors
    /// The reason why it would not.
    pub fn try_out(&self, gateway: &Gateway) -> Result<Option<String>, MessageCause> {
        match gateway {
            Gateway::Off => Err(MessageCause::Off),
            Gateway::Demo => Ok(None),
            Gateway::Kannel(kannel) => kannel::try_out(&self.agent, kannel).map(|()| None),
            Gateway::Smsc(smsc) => smsc::try_out(&self.agent, smsc).map(Some),
            Gateway::Mobizon(mobizon) => mobizon::try_out(&self.agent, mobizon).map(Some),
        }
    }
}

/// A form posted, and the JSON that came back with its status.
pub(crate) fn post_form(
    agent: &Agent,
    url: &str,
    form: &[(&str, &str)],
) -> Result<(u16, Option<Value>), ureq::Error> {
    let mut answer = agent.post(url).send_form(form.iter().copied())?;
    let status = answer.status().as_u16();
    let text = answer
        .body_mut()
        .with_config()
        .limit(ANSWER)
        .read_to_string()
        .unwrap_or_default();
    Ok((status, serde_json::from_str(&text).ok()))
}

/// A number that a gateway writes as a number or as text.
pub(crate) fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A name that a gateway writes as a number or as text.
pub(crate) fn name(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if !text.is_empty() && text.len() <= 64 => Some(text.clone()),
        _ => None,
    }
}

/// A sum in thousandths: `16.5`, `"16.50"`, `16`. Without floating point, so that no tiyn is lost.
pub(crate) fn thousandths(value: &Value) -> Option<i64> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().replace(',', "."),
        _ => return None,
    };
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    if whole.is_empty()
        || whole.len() > 12
        || !whole
            .bytes()
            .chain(part.bytes())
            .all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    format!("{whole}{part}").parse().ok()
}

/// What a broken call means for the message: surely not sent, or perhaps sent.
///
/// Only faults from before the first byte of the request may be tried again: everything later could have reached the gateway.
pub(crate) fn broken(error: &ureq::Error) -> Handed {
    match error {
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => Handed::Unreachable {
            cause: MessageCause::NoConnection,
        },
        ureq::Error::Timeout(ureq::Timeout::Resolve | ureq::Timeout::Connect) => {
            Handed::Unreachable {
                cause: MessageCause::NoConnection,
            }
        }
        ureq::Error::Io(io) if io.kind() == std::io::ErrorKind::ConnectionRefused => {
            Handed::Unreachable {
                cause: MessageCause::NoConnection,
            }
        }
        ureq::Error::Io(io) if is_certificate(io) => Handed::Unreachable {
            cause: MessageCause::Certificate,
        },
        ureq::Error::Rustls(rustls::Error::InvalidCertificate(_)) => Handed::Unreachable {
            cause: MessageCause::Certificate,
        },
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Handed::Refused {
            cause: MessageCause::Address,
        },
        _ => Handed::Unsure,
    }
}

/// What a broken call means for a trial, which sends nothing.
pub(crate) fn broken_trial(error: &ureq::Error) -> MessageCause {
    match broken(error) {
        Handed::Refused { cause } | Handed::Unreachable { cause } => cause,
        Handed::Accepted { .. } | Handed::Unsure => MessageCause::NoConnection,
    }
}

/// The gateway's certificate was refused: the handshake ended before a byte of the request was written.
fn is_certificate(io: &std::io::Error) -> bool {
    let inner = io
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn sums_are_read_to_the_last_tiyn() {
        for (value, sum) in [
            (json!("16.50"), Some(16_500)),
            (json!(16.5), Some(16_500)),
            (json!("1234.5678"), Some(1_234_567)),
            (json!(7), Some(7_000)),
            (json!("0,99"), Some(990)),
            (json!("-1"), None),
            (json!("1e3"), None),
            (json!(""), None),
            (json!(null), None),
        ] {
            assert_eq!(thousandths(&value), sum, "{value}");
        }
    }
}
