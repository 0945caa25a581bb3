//! One seam for every gateway: hand over one message, or try the connection without sending anything.

use std::time::Duration;

use office::messages::{Gateway, Handed, MessageCause, Parcel};
use ureq::Agent;

use crate::kannel;

/// The longest that one hand-over may take. The office's lease is longer.
const WHOLE: Duration = Duration::from_secs(20);
/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(5);

/// Hands one message to its gateway.
pub fn hand(parcel: &Parcel) -> Handed {
    match &parcel.gateway {
        Gateway::Off => Handed::Refused {
            cause: MessageCause::Off,
        },
        Gateway::Demo => Handed::Accepted {
            gateway_id: Some(format!("demo-{}", parcel.id)),
        },
        Gateway::Kannel(kannel) => kannel::hand(&agent(), kannel, parcel),
    }
}

/// Asks the gateway whether it would take messages from us. Sends none.
///
/// # Errors
/// The reason why it would not.
pub fn try_out(gateway: &Gateway) -> Result<(), MessageCause> {
    match gateway {
        Gateway::Off => Err(MessageCause::Off),
        Gateway::Demo => Ok(()),
        Gateway::Kannel(kannel) => kannel::try_out(&agent(), kannel),
    }
}

/// No redirects (a redirect could carry the password elsewhere), no proxy, both waits bounded; a status is an answer, not an error.
fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(WHOLE))
        .timeout_connect(Some(CONNECT))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into()
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

/// The gateway's certificate was refused: the handshake ended before a byte of the request was written.
fn is_certificate(io: &std::io::Error) -> bool {
    let inner = io
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}
