//! What can be asked about tablets and the station.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use ts_rs::TS;

use super::certificate::{CertificateError, LONGEST, OwnCertificate, OwnShown};
use super::{
    FAULT, KEYS, LONGEST_NAME, OWN, PAIRING, PAIRING_TRIES, RUNNING, SETTINGS, StationKeys,
    StationSettings, secret_hash, store,
};
use crate::clock::Stamp;
use crate::consents::ConsentsError;
use crate::door::TabletId;
use crate::error::Result;
use crate::messages::Secret;
use crate::policy::{BranchId, OperatorId, Role};
use crate::{Act, Ask, Command, Done, Entry, Read, Right, Subject, Target, Write, operators};

/// A paired tablet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TabletLine {
    /// Which.
    pub id: TabletId,
    /// Its name at the counter.
    pub name: String,
    /// In which branch.
    pub branch: BranchId,
    /// Name of the branch.
    pub branch_name: String,
    /// When it was paired.
    pub paired: Stamp,
    /// When it was last heard of.
    pub seen: Stamp,
    /// Seconds since then.
    pub silent: i64,
    /// A client is at work on it: a visit, or a withdrawal to be signed.
    pub busy: bool,
    /// It was revoked.
    pub revoked: bool,
}

/// Lists tablets: those of the own branch; all, for the administrator.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTablets {}

impl Command for ListTablets {
    const NAME: &'static str = "tablets.list";
    const RIGHT: Right = Right::ReadHouse;
    type Output = Vec<TabletLine>;
}

impl Ask for ListTablets {
    fn run(self, cx: &Read<'_>) -> Result<Vec<TabletLine>> {
        let seat = cx.seat()?;
        let all = seat.role == Role::Administrator;
        store::list(cx, (!all).then_some(seat.branch))
    }
}

/// A pairing that waits for its tablet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Pairing {
    /// What the QR code opens; none while the station is off.
    pub url: Option<String>,
    /// The word in it, once: 128 bits.
    pub token: String,
    /// Six digits to type on the tablet.
    pub digits: String,
    /// Till when it can be used.
    pub until: Stamp,
}

/// Begins to pair a tablet.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairTablet {
    /// Its name at the counter.
    pub name: String,
    /// In which branch; left out, one's own.
    #[serde(default)]
    pub branch: Option<BranchId>,
    /// A tablet that is known already and is paired once more: it keeps its name, its branch and its history, and its former
    /// secret dies as soon as the new one is there.
    #[serde(default)]
    pub tablet: Option<TabletId>,
}

impl PairTablet {
    fn place(&self, cx: &Read<'_>) -> Result<(OperatorId, BranchId)> {
        if let Some(tablet) = self.tablet {
            return Ok(store::place(cx, tablet)?.ok_or(ConsentsError::TabletGone)?);
        }
        let seat = cx.seat()?;
        match self.branch {
            None => Ok((seat.operator, seat.branch)),
            Some(branch) => {
                let found = operators::store::branch(cx, branch)?
                    .ok_or(operators::OperatorsError::NotFound)?;
                Ok((found.operator, found.id))
            }
        }
    }
}

impl Command for PairTablet {
    const NAME: &'static str = "tablets.pair";
    const RIGHT: Right = Right::ManageHouse;
    type Output = Pairing;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let (operator, branch) = self.place(cx)?;
        Ok(Target::at(operator, vec![branch]))
    }
}

impl Act for PairTablet {
    fn run(self, cx: &Write<'_>) -> Result<Done<Pairing>> {
        let name = match self.tablet {
            Some(tablet) => store::name(cx, tablet)?,
            None => checked_name(&self.name)?.to_owned(),
        };
        let (operator, branch) = self.place(cx)?;
        let token = URL_SAFE_NO_PAD.encode(cx.random::<16>());
        let digits = format!("{:06}", u64::from_be_bytes(cx.random()) % 1_000_000);
        let until = cx.now().plus(PAIRING);
        let hashes = (
            secret_hash(cx, "pairing", &token),
            secret_hash(cx, &token, &digits),
        );
        let of = store::PairingOf {
            operator,
            branch,
            name: &name,
            tablet: self.tablet,
        };
        store::begin_pairing(cx, &of, &hashes, until)?;
        let running: Option<String> = cx.setting(RUNNING)?;
        let url = running.map(|running| format!("{running}/#pair={token}"));
        let pairing = Pairing {
            url,
            token,
            digits,
            until: until.stamp(),
        };
        Ok(Done::new(
            pairing,
            Entry::about(Subject::new("branch", branch.0)).fields(["pairing"]),
        ))
    }
}

/// A name that can stand on a counter.
fn checked_name(name: &str) -> Result<&str, ConsentsError> {
    let name = name.trim();
    let fits = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.chars().any(char::is_control);
    fits.then_some(name).ok_or(ConsentsError::TabletName)
}

/// Gives a tablet another name.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameTablet {
    /// Which.
    pub tablet: TabletId,
    /// Its name from now on.
    pub name: String,
}

impl Command for RenameTablet {
    const NAME: &'static str = "tablets.rename";
    const RIGHT: Right = Right::ManageHouse;
    type Output = ();
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let (operator, branch) = store::place(cx, self.tablet)?.ok_or(ConsentsError::TabletGone)?;
        Ok(Target::at(operator, vec![branch]))
    }
}

impl Act for RenameTablet {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        store::rename(cx, self.tablet, checked_name(&self.name)?)?;
        cx.news("tablet", self.tablet.0);
        Ok(Done::new(
            (),
            Entry::about(Subject::new("tablet", self.tablet.0)).fields(["name"]),
        ))
    }
}

/// Revokes a tablet: its secret opens nothing from this moment on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeTablet {
    /// Which.
    pub tablet: TabletId,
}

impl Command for RevokeTablet {
    const NAME: &'static str = "tablets.revoke";
    const RIGHT: Right = Right::ManageHouse;
    type Output = ();
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        let (operator, branch) = store::place(cx, self.tablet)?.ok_or(ConsentsError::TabletGone)?;
        Ok(Target::at(operator, vec![branch]))
    }
}

impl Act for RevokeTablet {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        store::revoke(cx, self.tablet)?;
        cx.news("tablet", self.tablet.0);
        Ok(Done::new(
            (),
            Entry::about(Subject::new("tablet", self.tablet.0)).fields(["revoked"]),
        ))
    }
}

crate::named! {
    /// Why a station that is on doesn't answer.
    StationFault {
        /// Another program has the port.
        PortTaken = "port_taken",
        /// The organisation's certificate isn't good for the station's names.
        Certificate = "certificate",
        /// Something else: the log says what.
        Other = "other",
    }
}

/// The station as the settings show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StationShown {
    /// What it is to do.
    pub settings: StationSettings,
    /// The address it answers at now.
    pub running: Option<String>,
    /// Why it doesn't run though it is on.
    pub fault: Option<StationFault>,
    /// Certificate of the branch authority, PEM, for the tablets' management.
    pub authority: Option<String>,
    /// Its SHA-256 in hex, as a tablet shows it: to be compared by eye.
    pub fingerprint: Option<String>,
    /// The last day of the station's certificate; renewed by itself before it.
    pub last_day: Option<String>,
    /// The organisation's own certificate, where it brought one in: it is used instead.
    pub own: Option<OwnShown>,
}

fn shown(cx: &Read<'_>) -> Result<StationShown> {
    let keys: Option<StationKeys> = cx.setting(KEYS)?;
    let own: Option<OwnCertificate> = cx.setting(OWN)?;
    let settings: StationSettings = cx.setting(SETTINGS)?;
    let running: Option<String> = cx.setting(RUNNING)?;
    let fault: Option<StationFault> = cx.setting(FAULT)?;
    Ok(StationShown {
        fault: fault.filter(|_| settings.on && running.is_none()),
        own: own.map(|own| own.shown(&settings.names, cx.today())),
        settings,
        running,
        last_day: keys.as_ref().map(|keys| keys.last_day.clone()),
        fingerprint: keys.as_ref().and_then(|keys| fingerprint(&keys.authority)),
        authority: keys.map(|keys| keys.authority),
    })
}

/// SHA-256 over the certificate that a PEM text carries.
fn fingerprint(pem: &str) -> Option<String> {
    let body: String = pem
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .map(str::trim)
        .collect();
    let der = STANDARD.decode(body).ok()?;
    Some(
        Sha256::digest(der)
            .iter()
            .map(|byte| format!("{byte:02X}"))
            .collect(),
    )
}

/// Shows the station.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowStation {}

impl Command for ShowStation {
    const NAME: &'static str = "station.show";
    const RIGHT: Right = Right::ManageHouse;
    type Output = StationShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Ask for ShowStation {
    fn run(self, cx: &Read<'_>) -> Result<StationShown> {
        shown(cx)
    }
}

/// Switches the station on or off, and says where it listens.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetStation {
    /// What it is to do.
    pub settings: StationSettings,
}

impl Command for SetStation {
    const NAME: &'static str = "station.set";
    const RIGHT: Right = Right::ManageHouse;
    type Output = StationShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for SetStation {
    fn run(self, cx: &Write<'_>) -> Result<Done<StationShown>> {
        cx.set_setting(SETTINGS, &self.settings.check()?)?;
        cx.news("station", 0);
        Ok(Done::new(
            shown(cx)?,
            Entry::about(Subject::house()).fields(["station"]),
        ))
    }
}

/// Brings in the organisation's own certificate: read here, checked against its key, kept in the vault.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BringCertificate {
    /// The file with the certificate and those above it, PEM.
    pub certificate: String,
    /// The file with its key, PEM; the same file may hold both.
    pub key: String,
}

impl Command for BringCertificate {
    const NAME: &'static str = "station.bring_certificate";
    const RIGHT: Right = Right::ManageHouse;
    type Output = StationShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for BringCertificate {
    fn run(self, cx: &Write<'_>) -> Result<Done<StationShown>> {
        let own = OwnCertificate::read(
            &pem_file(&self.certificate)?,
            &pem_file(&self.key)?,
            cx.today(),
        )?;
        cx.set_setting(OWN, &Some(own))?;
        cx.news("station", 0);
        Ok(Done::new(
            shown(cx)?,
            Entry::about(Subject::house()).fields(["station_keys"]),
        ))
    }
}

/// A short text file.
fn pem_file(path: &str) -> Result<String, CertificateError> {
    use std::io::Read as _;
    let file = std::fs::File::open(path).map_err(|_| CertificateError::File)?;
    let mut text = String::new();
    let read = file.take(LONGEST + 1).read_to_string(&mut text);
    match read {
        Ok(length) if length as u64 <= LONGEST => Ok(text),
        _ => Err(CertificateError::File),
    }
}

/// Goes back to the certificate that the house makes itself; the brought one and its key are forgotten.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DropCertificate {}

impl Command for DropCertificate {
    const NAME: &'static str = "station.drop_certificate";
    const RIGHT: Right = Right::ManageHouse;
    type Output = StationShown;
    fn target(&self, _: &Read<'_>) -> Result<Target> {
        Ok(Target::house())
    }
}

impl Act for DropCertificate {
    fn run(self, cx: &Write<'_>) -> Result<Done<StationShown>> {
        cx.set_setting(OWN, &None::<OwnCertificate>)?;
        cx.news("station", 0);
        Ok(Done::new(
            shown(cx)?,
            Entry::about(Subject::house()).fields(["station_keys"]),
        ))
    }
}

/// What the station is to do, and with which keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StationWanted {
    /// What it is to do.
    pub settings: StationSettings,
    /// Its keys, once made.
    pub keys: Option<StationKeys>,
    /// The organisation's own certificate, which goes before them.
    pub own: Option<OwnCertificate>,
    /// Today, for the certificate's days.
    pub today: String,
}

/// Asks what the station is to do.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WantStation {}

impl Command for WantStation {
    const NAME: &'static str = "station.wanted";
    const RIGHT: Right = Right::Machine;
    type Output = StationWanted;
}

impl Ask for WantStation {
    fn run(self, cx: &Read<'_>) -> Result<StationWanted> {
        Ok(StationWanted {
            settings: cx.setting(SETTINGS)?,
            keys: cx.setting(KEYS)?,
            own: cx.setting(OWN)?,
            today: cx.today().to_string(),
        })
    }
}

/// Keeps the keys that the station made.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepStationKeys {
    /// Them.
    pub keys: StationKeys,
}

impl Command for KeepStationKeys {
    const NAME: &'static str = "station.keep_keys";
    const RIGHT: Right = Right::Machine;
    type Output = ();
}

impl Act for KeepStationKeys {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        cx.set_setting(KEYS, &Some(self.keys))?;
        cx.news("station", 0);
        Ok(Done::new(
            (),
            Entry::about(Subject::house()).fields(["station_keys"]),
        ))
    }
}

/// Says where the station answers now.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StationRuns {
    /// `https://192.168.1.20:8443`; none: it stopped.
    pub url: Option<String>,
    /// Why it could not be started.
    #[serde(default)]
    pub fault: Option<StationFault>,
}

impl Command for StationRuns {
    const NAME: &'static str = "station.runs";
    const RIGHT: Right = Right::Machine;
    type Output = ();
}

impl Act for StationRuns {
    fn run(self, cx: &Write<'_>) -> Result<Done<()>> {
        cx.set_setting(RUNNING, &self.url)?;
        cx.set_setting(FAULT, &self.fault)?;
        cx.news("station", 0);
        Ok(Done::new(
            (),
            Entry::about(Subject::house()).fields(["station"]),
        ))
    }
}

/// A tablet that was recognised by its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct KnownTablet {
    /// Which.
    pub tablet: TabletId,
    /// Of which operator.
    pub operator: OperatorId,
    /// In which branch.
    pub branch: BranchId,
}

/// Recognises a tablet by its secret.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnowTablet {
    /// What the tablet carries.
    pub secret: Secret,
}

impl Command for KnowTablet {
    const NAME: &'static str = "station.know_tablet";
    const RIGHT: Right = Right::Machine;
    type Output = Option<KnownTablet>;
}

impl Ask for KnowTablet {
    fn run(self, cx: &Read<'_>) -> Result<Option<KnownTablet>> {
        let known = store::know(cx, &secret_hash(cx, "tablet", self.secret.show()))?;
        if let Some(known) = &known {
            // A waiting tablet asks every few seconds: that it is there is worth knowing, and not worth writing down.
            cx.desk().put(store::heard(known.tablet), cx.now());
        }
        Ok(known)
    }
}

/// What came of a tablet's attempt to pair. A wrong try is an answer: it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PairCheck {
    /// Paired: the secret that the tablet carries from now on.
    Paired {
        /// It.
        secret: Secret,
    },
    /// Wrong digits.
    Wrong {
        /// Tries left.
        left: u32,
    },
    /// Used, too old, or tried too often.
    Over,
}

/// A tablet wants to be paired.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinTablet {
    /// The word of the QR code.
    pub token: String,
    /// The six digits.
    pub digits: String,
}

impl Command for JoinTablet {
    const NAME: &'static str = "station.join";
    const RIGHT: Right = Right::Machine;
    type Output = PairCheck;
}

impl Act for JoinTablet {
    fn run(self, cx: &Write<'_>) -> Result<Done<PairCheck>> {
        let entry = Entry::about(Subject::house()).fields(["pairing"]);
        let found = store::pairing(cx, &secret_hash(cx, "pairing", &self.token))?;
        let Some(pairing) = found.filter(|pairing| pairing.tries < PAIRING_TRIES) else {
            return Ok(Done::new(PairCheck::Over, entry));
        };
        let typed: String = self.digits.chars().filter(char::is_ascii_digit).collect();
        if !bool::from(secret_hash(cx, &self.token, &typed).ct_eq(&pairing.digits)) {
            store::count_pairing(cx, pairing.id)?;
            let left = PAIRING_TRIES - pairing.tries - 1;
            let check = if left == 0 {
                PairCheck::Over
            } else {
                PairCheck::Wrong { left }
            };
            return Ok(Done::new(check, entry));
        }
        let secret = URL_SAFE_NO_PAD.encode(cx.random::<32>());
        let id = store::join(cx, &pairing, &secret_hash(cx, "tablet", &secret))?;
        cx.news("tablet", id.0);
        let entry = Entry::about(Subject::new("tablet", id.0)).fields(["pairing"]);
        Ok(Done::new(
            PairCheck::Paired {
                secret: Secret::new(secret),
            },
            entry,
        ))
    }
}
