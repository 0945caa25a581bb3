//! The organisation's own certificate for the station: brought in as PEM, its key checked against it, its names and its end read.
//!
//! Only what the house has to know is read from it, by hand: the days between which it is good and the names that it is good for
//! (RFC 5280). Whether it is trusted is for the tablets to say.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use chrono::NaiveDate;
use rustls::crypto::ring::sign::any_supported_type;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Fault, Kind};
use crate::messages::Secret;

/// Days before its end from which somebody is asked to bring in the next one.
pub(super) const AHEAD: i64 = 30;
/// Longest file that is read.
pub(super) const LONGEST: u64 = 64 * 1024;

/// What is wrong with a certificate that was brought in.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CertificateError {
    /// The file can't be read, or is too long for a certificate.
    #[error("the file can't be read")]
    File,
    /// No certificate in PEM.
    #[error("not a certificate")]
    NotCertificate,
    /// No private key in PEM.
    #[error("not a key")]
    NotKey,
    /// The key is locked by a password.
    #[error("the key is locked")]
    KeyLocked,
    /// The key belongs to another certificate.
    #[error("the key belongs to another certificate")]
    KeyMismatch,
    /// The certificate is over, or not good yet.
    #[error("the certificate is not good today")]
    NotToday,
    /// It names no host.
    #[error("the certificate names no host")]
    NoName,
}

impl Fault for CertificateError {
    fn code(&self) -> &'static str {
        match self {
            CertificateError::File => "station.file",
            CertificateError::NotCertificate => "station.not_certificate",
            CertificateError::NotKey => "station.not_key",
            CertificateError::KeyLocked => "station.key_locked",
            CertificateError::KeyMismatch => "station.key_mismatch",
            CertificateError::NotToday => "station.not_today",
            CertificateError::NoName => "station.no_name",
        }
    }
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
}

/// A certificate of the organisation's own, with its key. The key leaves the vault for the station alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnCertificate {
    /// The certificate and those above it, PEM.
    pub chain: String,
    /// Its key, PEM.
    pub key: Secret,
    /// The hosts that it is good for; `*.branch.kz` for any of a domain.
    pub names: Vec<String>,
    /// The first day on which it is good.
    pub first_day: String,
    /// The last one.
    pub last_day: String,
}

/// It, as the settings show it: without its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OwnShown {
    /// The hosts that it is good for.
    pub names: Vec<String>,
    /// The last day.
    pub last_day: String,
    /// Days till then; negative: it is over.
    pub days_left: i64,
    /// It is time to bring in the next one.
    pub ends_soon: bool,
    /// Every name under which tablets are to reach the station is in it.
    pub fits: bool,
}

impl OwnCertificate {
    /// Reads a certificate and its key, and checks that they belong together and are good today.
    pub fn read(chain: &str, key: &str, today: NaiveDate) -> Result<Self, CertificateError> {
        let chain_der: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(chain.as_bytes())
                .collect::<Result<_, _>>()
                .map_err(|_| CertificateError::NotCertificate)?;
        let leaf = chain_der.first().ok_or(CertificateError::NotCertificate)?;
        let facts = facts(leaf).ok_or(CertificateError::NotCertificate)?;
        if key.contains("ENCRYPTED") {
            return Err(CertificateError::KeyLocked);
        }
        let key_der =
            PrivateKeyDer::from_pem_slice(key.as_bytes()).map_err(|_| CertificateError::NotKey)?;
        let signing = any_supported_type(&key_der).map_err(|_| CertificateError::NotKey)?;
        CertifiedKey::new(chain_der.clone(), Arc::clone(&signing))
            .keys_match()
            .map_err(|_| CertificateError::KeyMismatch)?;
        if today < facts.first || facts.last < today {
            return Err(CertificateError::NotToday);
        }
        if facts.names.is_empty() {
            return Err(CertificateError::NoName);
        }
        Ok(OwnCertificate {
            chain: chain.to_owned(),
            key: Secret::new(key),
            names: facts.names,
            first_day: facts.first.to_string(),
            last_day: facts.last.to_string(),
        })
    }

    /// The names under which the station answers: those of the settings, or all in the certificate that name one host.
    pub fn hosts(&self, wanted: &[String]) -> Vec<String> {
        if wanted.is_empty() {
            let single = self.names.iter().filter(|name| !name.starts_with("*."));
            single.cloned().collect()
        } else {
            wanted.to_vec()
        }
    }

    /// It is good for every one of these names, and there is one.
    pub fn covers(&self, hosts: &[String]) -> bool {
        !hosts.is_empty()
            && hosts
                .iter()
                .all(|host| self.names.iter().any(|name| is_for(name, host)))
    }

    /// As the settings show it.
    pub(super) fn shown(&self, wanted: &[String], today: NaiveDate) -> OwnShown {
        let last: Option<NaiveDate> = self.last_day.parse().ok();
        let days_left = last.map_or(0, |last| (last - today).num_days());
        OwnShown {
            names: self.names.clone(),
            last_day: self.last_day.clone(),
            days_left,
            ends_soon: days_left <= AHEAD,
            fits: self.covers(&self.hosts(wanted)),
        }
    }
}

/// A name of a certificate is good for a host; a star stands for one label.
fn is_for(name: &str, host: &str) -> bool {
    match name.strip_prefix("*.") {
        Some(domain) => host
            .split_once('.')
            .is_some_and(|(label, rest)| !label.is_empty() && rest == domain),
        None => name == host,
    }
}

/// What is read from a certificate.
struct Facts {
    first: NaiveDate,
    last: NaiveDate,
    names: Vec<String>,
}

/// A piece of DER: its tag and what is in it.
struct Piece<'a> {
    tag: u8,
    inner: &'a [u8],
}

const SEQUENCE: u8 = 0x30;
const OBJECT: u8 = 0x06;
const OCTETS: u8 = 0x04;
const UTC_TIME: u8 = 0x17;
const LONG_TIME: u8 = 0x18;
const VERSION: u8 = 0xa0;
const EXTENSIONS: u8 = 0xa3;
const DNS_NAME: u8 = 0x82;
const IP_ADDRESS: u8 = 0x87;
/// `2.5.29.17`, the names of the subject.
const SUBJECT_NAMES: [u8; 3] = [0x55, 0x1d, 0x11];

/// The next piece, and what follows it.
fn next(bytes: &[u8]) -> Option<(Piece<'_>, &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let count = usize::from(first & 0x7f);
        if !(1..=3).contains(&count) || rest.len() < count {
            return None;
        }
        let length = rest[..count]
            .iter()
            .fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte));
        (length, &rest[count..])
    };
    let inner = rest.get(..length)?;
    Some((Piece { tag, inner }, &rest[length..]))
}

/// The pieces that stand one after another.
fn pieces(mut bytes: &[u8]) -> Option<Vec<Piece<'_>>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (piece, rest) = next(bytes)?;
        all.push(piece);
        bytes = rest;
    }
    Some(all)
}

fn inside(bytes: &[u8], tag: u8) -> Option<Vec<Piece<'_>>> {
    let (piece, _) = next(bytes)?;
    (piece.tag == tag).then(|| pieces(piece.inner)).flatten()
}

/// The order of RFC 5280, 4.1: version, serial, algorithm, issuer, validity, subject, key, …, extensions.
fn facts(certificate: &[u8]) -> Option<Facts> {
    let outer = inside(certificate, SEQUENCE)?;
    let fields = pieces(outer.first()?.inner)?;
    let skip = usize::from(fields.first()?.tag == VERSION);
    let validity = fields.get(skip + 3).filter(|piece| piece.tag == SEQUENCE)?;
    let days = pieces(validity.inner)?;
    let extensions = fields.iter().find(|piece| piece.tag == EXTENSIONS);
    let names = match extensions {
        Some(piece) => inside(piece.inner, SEQUENCE)?
            .iter()
            .find_map(|extension| subject_names(extension.inner))
            .unwrap_or_default(),
        None => Vec::new(),
    };
    Some(Facts {
        first: day(days.first()?)?,
        last: day(days.get(1)?)?,
        names,
    })
}

/// The names of an extension, if it is that of the subject's names.
fn subject_names(extension: &[u8]) -> Option<Vec<String>> {
    let parts = pieces(extension)?;
    let kind = parts.first().filter(|piece| piece.tag == OBJECT)?;
    if kind.inner != SUBJECT_NAMES {
        return None;
    }
    let value = parts.iter().find(|piece| piece.tag == OCTETS)?;
    let names = inside(value.inner, SEQUENCE)?;
    Some(names.iter().filter_map(name).collect())
}

fn name(piece: &Piece<'_>) -> Option<String> {
    match (piece.tag, piece.inner) {
        (DNS_NAME, letters) => {
            let name = std::str::from_utf8(letters).ok()?;
            name.is_ascii().then(|| name.to_ascii_lowercase())
        }
        (IP_ADDRESS, [a, b, c, d]) => Some(IpAddr::from(Ipv4Addr::new(*a, *b, *c, *d)).to_string()),
        (IP_ADDRESS, sixteen) => {
            let bytes: [u8; 16] = sixteen.try_into().ok()?;
            Some(IpAddr::from(Ipv6Addr::from(bytes)).to_string())
        }
        _ => None,
    }
}

/// The day of `YYMMDDHHMMSSZ` (1950…2049) or `YYYYMMDDHHMMSSZ`.
fn day(piece: &Piece<'_>) -> Option<NaiveDate> {
    let text = std::str::from_utf8(piece.inner).ok()?;
    let text = match piece.tag {
        UTC_TIME => {
            let year: u32 = text.get(..2)?.parse().ok()?;
            format!("{}{text}", if year < 50 { "20" } else { "19" })
        }
        LONG_TIME => text.to_owned(),
        _ => return None,
    };
    NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok()
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair, date_time_ymd};

    use super::*;

    fn made(names: &[&str], key: &KeyPair) -> String {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.not_before = date_time_ymd(2026, 11, 1);
        params.not_after = date_time_ymd(2027, 2, 1);
        params.self_signed(key).unwrap().pem()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn names_and_days_are_read_and_the_key_is_checked() {
        let key = KeyPair::generate().unwrap();
        let chain = made(&["tablets.branch.kz", "*.almaty.kz", "192.168.1.20"], &key);
        let pem = key.serialize_pem();
        let own = OwnCertificate::read(&chain, &pem, date("2026-12-14")).unwrap();
        assert_eq!(
            own.names,
            ["tablets.branch.kz", "*.almaty.kz", "192.168.1.20"]
        );
        assert_eq!(
            (own.first_day.as_str(), own.last_day.as_str()),
            ("2026-11-01", "2027-02-01")
        );
        assert!(!format!("{own:?}").contains("PRIVATE"));
        let stranger = KeyPair::generate().unwrap().serialize_pem();
        let refused = |chain: &str, key: &str, day: &str| {
            OwnCertificate::read(chain, key, date(day)).unwrap_err()
        };
        assert_eq!(
            refused(&chain, &stranger, "2026-12-14"),
            CertificateError::KeyMismatch
        );
        assert_eq!(
            refused(&chain, &pem, "2027-02-02"),
            CertificateError::NotToday
        );
        assert_eq!(
            refused(&chain, &pem, "2026-10-31"),
            CertificateError::NotToday
        );
        assert_eq!(
            refused("hello", &pem, "2026-12-14"),
            CertificateError::NotCertificate
        );
        assert_eq!(
            refused(&chain, &chain, "2026-12-14"),
            CertificateError::NotKey
        );
        let locked =
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
        assert_eq!(
            refused(&chain, locked, "2026-12-14"),
            CertificateError::KeyLocked
        );
        let nameless = made(&[], &key);
        assert_eq!(
            refused(&nameless, &pem, "2026-12-14"),
            CertificateError::NoName
        );
    }

    #[test]
    fn a_star_stands_for_one_label() {
        for (name, host, good) in [
            ("a.kz", "a.kz", true),
            ("a.kz", "b.kz", false),
            ("*.a.kz", "b.a.kz", true),
            ("*.a.kz", "c.b.a.kz", false),
            ("*.a.kz", "a.kz", false),
            ("*.a.kz", ".a.kz", false),
        ] {
            assert_eq!(is_for(name, host), good, "{name} {host}");
        }
    }

    #[test]
    fn its_end_is_said_a_month_ahead() {
        let key = KeyPair::generate().unwrap();
        let chain = made(&["tablets.branch.kz"], &key);
        let own = OwnCertificate::read(&chain, &key.serialize_pem(), date("2026-12-14")).unwrap();
        let shown = own.shown(&[], date("2026-12-14"));
        assert_eq!(
            (shown.days_left, shown.ends_soon, shown.fits),
            (49, false, true)
        );
        assert!(own.shown(&[], date("2027-01-02")).ends_soon);
        let other = ["192.168.1.20".to_owned()];
        assert!(!own.shown(&other, date("2026-12-14")).fits);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let _ = facts(&bytes);
        }
    }
}
