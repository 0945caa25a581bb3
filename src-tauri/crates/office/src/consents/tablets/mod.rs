//! Tablets: paired once, known by a secret that only a keyed hash is kept of, revocable; and the station that serves them.
//!
//! The secret is 256 bits of chance in a `__Host-` cookie: it goes over TLS 1.3 to the station alone, no script can read it, no other
//! site's page can make the tablet send it, and the vault keeps a keyed hash of it. It opens the steps of this tablet's own visit and
//! nothing else, and dies at once when the tablet is revoked or paired anew. A key in the browser that signs each request would add
//! nothing here: a browser keeps such keys in the same profile as its cookies, so whoever copies the one copies the other, and what a
//! script could steal the cookie doesn't show it.

mod certificate;
mod commands;
pub(super) mod store;
mod window;

use hmac::{Hmac, KeyInit, Mac};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use ts_rs::TS;

use super::ConsentsError;
use crate::Read;
use crate::door::{KeyUse, TabletId};
use crate::error::Result;
use crate::messages::Secret;
use crate::policy::BranchId;

pub use commands::*;
pub use window::WindowSeat;
pub(super) use window::window;

/// How long a pairing can be used.
const PAIRING: chrono::Duration = chrono::Duration::minutes(10);
/// Wrong digits that a pairing stands.
const PAIRING_TRIES: u32 = 5;
/// Setting: what the station is to do.
const SETTINGS: &str = "station.settings";
/// Setting: the branch authority and the station's certificate.
const KEYS: &str = "station.keys";
/// Setting: the organisation's own certificate, where it brought one in.
const OWN: &str = "station.own";
/// Setting: where the station listens now.
const RUNNING: &str = "station.running";
/// Why the station could not be started.
const FAULT: &str = "station.fault";
/// Longest name of a tablet, in letters.
const LONGEST_NAME: usize = 40;
/// The port that a station takes unless told otherwise.
const PORT: u16 = 8443;

/// What the station is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StationSettings {
    /// It runs.
    pub on: bool,
    /// On this port; 0: any that is free.
    pub port: u16,
    /// Under these addresses and names of this computer in the branch network; none: found by itself.
    pub names: Vec<String>,
}

impl Default for StationSettings {
    fn default() -> Self {
        StationSettings {
            on: false,
            port: PORT,
            names: Vec::new(),
        }
    }
}

impl StationSettings {
    /// A port that needs no privilege, and names that can stand in a certificate.
    fn check(mut self) -> Result<Self, ConsentsError> {
        let names = self
            .names
            .iter()
            .map(|name| name.trim().to_ascii_lowercase());
        self.names = names.filter(|name| !name.is_empty()).collect();
        let port = self.port == 0 || self.port >= 1024;
        if port && self.names.len() <= 8 && self.names.iter().all(|name| is_host(name)) {
            Ok(self)
        } else {
            Err(ConsentsError::StationAddress)
        }
    }
}

/// An IP address or a host name.
fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    name.parse::<std::net::IpAddr>().is_ok() || (name.len() <= 253 && name.split('.').all(is_label))
}

/// The branch authority and the certificate that it gave the station. Private parts leave the vault for the station alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StationKeys {
    /// Certificate of the authority, PEM: what tablets are taught to trust.
    pub authority: String,
    /// Its key, PEM.
    pub authority_key: Secret,
    /// Certificate of the station, PEM.
    pub leaf: String,
    /// Its key, PEM.
    pub leaf_key: Secret,
    /// The names in it.
    pub names: Vec<String>,
    /// The last day on which it is used: `2027-02-20`.
    pub last_day: String,
}

/// A keyed hash of a secret that a tablet or a pairing carries.
fn secret_hash(cx: &Read<'_>, what: &str, secret: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&cx.key(KeyUse::Tablets))
        .expect("HMAC takes a key of any length");
    mac.update(&(what.len() as u64).to_be_bytes());
    mac.update(what.as_bytes());
    mac.update(secret.as_bytes());
    mac.finalize().into_bytes().into()
}

/// The tablet is paired in this branch and nobody is at work on it.
pub(super) fn check_free(cx: &Read<'_>, tablet: TabletId, branch: BranchId) -> Result<()> {
    let free = store::is_free(cx, tablet, branch)?.ok_or(ConsentsError::TabletGone)?;
    if free {
        Ok(())
    } else {
        Err(ConsentsError::TabletBusy.into())
    }
}

/// The branch at whose counter a tablet lies.
pub(super) fn branch(cx: &Read<'_>, tablet: TabletId) -> Result<BranchId> {
    let (_, branch) = store::place(cx, tablet)?.ok_or(ConsentsError::TabletGone)?;
    Ok(branch)
}
