//! The gateways by which SMS leave: what is kept of each, and how a form of the settings is checked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MessagesError, SENDER, Secret};
use crate::Read;
use crate::error::{Invalid, Result};

/// The setting that holds the gateway.
pub(super) const GATEWAY: &str = "messages.gateway";
/// Where Kannel reports deliveries on this computer, unless told otherwise.
const REPORT_PORT: u16 = 13080;
/// SMSC.kz, as its documentation names it.
const SMSC_KZ: &str = "https://smsc.kz";
/// Mobizon for Kazakhstan, as its documentation names it.
const MOBIZON: &str = "https://api.mobizon.kz";

fn report_port() -> u16 {
    REPORT_PORT
}

/// How Kannel's `sendsms` is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kannel {
    /// Whole address of `sendsms`; plain HTTP only on this computer.
    pub url: String,
    /// Account.
    pub user: String,
    /// Its password.
    pub password: Secret,
    /// Registered sender name or number.
    pub sender: String,
    /// The port of this computer at which a Kannel of this computer reports deliveries; 0: none are asked for.
    #[serde(default = "report_port")]
    pub report_port: u16,
}

impl Kannel {
    /// It runs on this computer: only such a one can report to us without going through the network in the clear.
    pub fn is_here(&self) -> bool {
        host(&self.url).is_some_and(is_loopback)
    }
    /// The port at which it reports, if it does.
    pub fn reports_at(&self) -> Option<u16> {
        (self.report_port != 0 && self.is_here()).then_some(self.report_port)
    }
}

/// How SMSC.kz is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SmscKz {
    /// Where it is, without a path.
    pub url: String,
    /// The login; empty: the secret is an API key.
    pub login: String,
    /// Password or API key.
    pub secret: Secret,
    /// Registered sender name; empty: the account's own.
    pub sender: String,
}

/// How Mobizon is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mobizon {
    /// Where it is, without a path.
    pub url: String,
    /// API key.
    pub key: Secret,
    /// Registered sender name; empty: the account's own.
    pub sender: String,
}

/// The gateway by which SMS leave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Gateway {
    /// None: codes can't be sent, and the screens say so.
    #[default]
    Off,
    /// Nothing leaves; the code is shown in a marked panel. In a demonstration vault alone.
    Demo,
    /// Kannel.
    Kannel(Kannel),
    /// SMSC.kz.
    Smsc(SmscKz),
    /// Mobizon.
    Mobizon(Mobizon),
}

impl Gateway {
    /// The stable name of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Gateway::Off => "off",
            Gateway::Demo => "demo",
            Gateway::Kannel(_) => "kannel",
            Gateway::Smsc(_) => "smsc",
            Gateway::Mobizon(_) => "mobizon",
        }
    }
    /// It says what came of a message: reports by itself, or when asked.
    pub fn tells_delivery(&self) -> bool {
        match self {
            Gateway::Kannel(kannel) => kannel.reports_at().is_some(),
            Gateway::Smsc(_) | Gateway::Mobizon(_) => true,
            Gateway::Off | Gateway::Demo => false,
        }
    }
    /// It knows a message by our own number for it, so that it can be asked about one that it never answered for.
    pub fn knows_identity(&self) -> bool {
        matches!(self, Gateway::Smsc(_))
    }
    /// The secret that goes with every message.
    fn secret(&self) -> Option<&Secret> {
        match self {
            Gateway::Kannel(kannel) => Some(&kannel.password),
            Gateway::Smsc(smsc) => Some(&smsc.secret),
            Gateway::Mobizon(mobizon) => Some(&mobizon.key),
            Gateway::Off | Gateway::Demo => None,
        }
    }
    /// Where it is.
    fn url(&self) -> Option<&str> {
        match self {
            Gateway::Kannel(kannel) => Some(&kannel.url),
            Gateway::Smsc(smsc) => Some(&smsc.url),
            Gateway::Mobizon(mobizon) => Some(&mobizon.url),
            Gateway::Off | Gateway::Demo => None,
        }
    }
}

/// Some gateway is chosen.
pub(crate) fn has_gateway(cx: &Read<'_>) -> Result<bool> {
    Ok(gateway(cx)? != Gateway::Off)
}

/// The chosen gateway. A demonstration vault starts with the demonstration gateway; nobody else can have it.
pub(crate) fn gateway(cx: &Read<'_>) -> Result<Gateway> {
    let kept: Option<Gateway> = cx.setting(GATEWAY)?;
    Ok(match kept {
        None if cx.is_demo() => Gateway::Demo,
        Some(Gateway::Demo) if !cx.is_demo() => Gateway::Off,
        kept => kept.unwrap_or_default(),
    })
}

/// A gateway as the settings show it: never with its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct GatewayFacts {
    /// Where it is.
    pub url: String,
    /// Account; empty where an API key stands for it.
    pub user: String,
    /// Sender.
    pub sender: String,
    /// Where Kannel reports deliveries.
    pub report_port: u16,
}

/// What the settings show of a gateway.
pub(super) fn facts(gateway: &Gateway) -> Option<GatewayFacts> {
    let (user, sender, report_port) = match gateway {
        Gateway::Off | Gateway::Demo => return None,
        Gateway::Kannel(kannel) => (kannel.user.as_str(), &kannel.sender, kannel.report_port),
        Gateway::Smsc(smsc) => (smsc.login.as_str(), &smsc.sender, 0),
        Gateway::Mobizon(mobizon) => ("", &mobizon.sender, 0),
    };
    Some(GatewayFacts {
        url: gateway.url().unwrap_or_default().to_owned(),
        user: user.to_owned(),
        sender: sender.clone(),
        report_port,
    })
}

/// Which gateway to use.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum GatewayForm {
    /// None.
    Off,
    /// The demonstration one.
    Demo,
    /// Kannel.
    Kannel {
        /// Address of `sendsms`.
        url: String,
        /// Account.
        user: String,
        /// Password; left out, the kept one stays.
        password: Option<Secret>,
        /// Sender name.
        sender: String,
        /// Where it reports deliveries; 0: it doesn't.
        #[serde(default = "report_port")]
        report_port: u16,
    },
    /// SMSC.kz.
    Smsc {
        /// Where it is; empty: its usual address.
        url: String,
        /// Login; empty: the secret is an API key.
        user: String,
        /// Password or API key; left out, the kept one stays.
        password: Option<Secret>,
        /// Sender name; empty: the account's own.
        sender: String,
    },
    /// Mobizon.
    Mobizon {
        /// Where it is; empty: its usual address.
        url: String,
        /// API key; left out, the kept one stays.
        password: Option<Secret>,
        /// Sender name; empty: the account's own.
        sender: String,
    },
}

impl GatewayForm {
    /// The gateway that the form describes, with the kept secret where none is typed.
    pub(super) fn check(self, kept: &Gateway, demo: bool) -> Result<Gateway> {
        match self {
            GatewayForm::Off => Ok(Gateway::Off),
            GatewayForm::Demo if demo => Ok(Gateway::Demo),
            GatewayForm::Demo => Err(MessagesError::DemoOnly.into()),
            GatewayForm::Kannel {
                url,
                user,
                password,
                sender,
                report_port,
            } => {
                let (url, user, sender) = (tidy(&url), tidy(&user), tidy(&sender));
                let mut bad = Invalid::default();
                bad.take("url", check_url(&url));
                bad.take("user", header(&user, MessagesError::User));
                bad.take("sender", check_sender(&sender));
                bad.take(
                    "report_port",
                    (report_port == 0 || report_port >= 1024)
                        .then_some(())
                        .ok_or(MessagesError::Port),
                );
                let password = secret(&mut bad, password, kept, "kannel", &url);
                bad.done()?;
                Ok(Gateway::Kannel(Kannel {
                    url,
                    user,
                    password,
                    sender,
                    report_port,
                }))
            }
            GatewayForm::Smsc {
                url,
                user,
                password,
                sender,
            } => {
                let (url, login, sender) = (base(&url, SMSC_KZ), tidy(&user), tidy(&sender));
                let mut bad = Invalid::default();
                bad.take("url", check_url(&url));
                if !login.is_empty() {
                    bad.take("user", header(&login, MessagesError::User));
                }
                if !sender.is_empty() {
                    bad.take("sender", check_sender(&sender));
                }
                let secret = secret(&mut bad, password, kept, "smsc", &url);
                bad.done()?;
                Ok(Gateway::Smsc(SmscKz {
                    url,
                    login,
                    secret,
                    sender,
                }))
            }
            GatewayForm::Mobizon {
                url,
                password,
                sender,
            } => {
                let (url, sender) = (base(&url, MOBIZON), tidy(&sender));
                let mut bad = Invalid::default();
                bad.take("url", check_url(&url));
                if !sender.is_empty() {
                    bad.take("sender", check_sender(&sender));
                }
                let key = secret(&mut bad, password, kept, "mobizon", &url);
                bad.done()?;
                Ok(Gateway::Mobizon(Mobizon { url, key, sender }))
            }
        }
    }
}

fn tidy(text: &str) -> String {
    text.trim().to_owned()
}

/// An address without a path; the usual one where none is typed.
fn base(typed: &str, usual: &str) -> String {
    match typed.trim().trim_end_matches('/') {
        "" => usual.to_owned(),
        typed => typed.to_owned(),
    }
}

/// The typed secret, or the kept one: it goes only to the kind and the address that it was given for.
fn secret(
    bad: &mut Invalid,
    typed: Option<Secret>,
    kept: &Gateway,
    kind: &str,
    url: &str,
) -> Secret {
    let secret = typed
        .filter(|secret| !secret.show().is_empty())
        .or_else(|| {
            let same = kept.kind() == kind && kept.url() == Some(url);
            same.then(|| kept.secret().cloned()).flatten()
        })
        .filter(|secret| is_header(secret.show()))
        .ok_or(MessagesError::Password);
    bad.take("password", secret)
        .unwrap_or_else(|| Secret::new(""))
}

fn check_sender(sender: &str) -> Result<(), MessagesError> {
    let short =
        sender.chars().count() <= SENDER || sender.chars().all(|c| c.is_ascii_digit() || c == '+');
    if short {
        header(sender, MessagesError::Sender)
    } else {
        Err(MessagesError::Sender)
    }
}

fn header(text: &str, fault: MessagesError) -> Result<(), MessagesError> {
    if is_header(text) { Ok(()) } else { Err(fault) }
}

/// Fit for a header: not empty, printable ASCII.
fn is_header(text: &str) -> bool {
    !text.is_empty() && text.len() <= 200 && text.bytes().all(|b| (0x20..0x7f).contains(&b))
}

/// The host of an address.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    match authority.strip_prefix('[') {
        Some(v6) => v6.split(']').next(),
        None => authority.split(':').next(),
    }
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost" | "::1")
}

/// Checks an address: `https` anywhere, `http` only on this computer, since a secret goes with every message.
pub(super) fn check_url(url: &str) -> Result<(), MessagesError> {
    let (scheme, rest) = url.split_once("://").ok_or(MessagesError::Url)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host(url).unwrap_or_default();
    if host.is_empty()
        || authority.contains('@')
        || url.chars().any(|c| c.is_whitespace() || c.is_control())
    {
        return Err(MessagesError::Url);
    }
    match scheme {
        "https" => Ok(()),
        "http" if is_loopback(host) => Ok(()),
        "http" => Err(MessagesError::PlainHttp),
        _ => Err(MessagesError::Url),
    }
}
