//! Keeps the station as the settings want it: runs while it is on and somebody has logged in, and stops when not.

use std::net::{IpAddr, UdpSocket};
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use office::Door;
use office::consents::tablets::{
    KeepStationKeys, StationFault, StationKeys, StationRuns, StationSettings, StationWanted,
    WantStation,
};
use office::door::Caller;
use office::messages::Secret;

use crate::{Config, Pages, Station, certificates};

/// How often the settings are looked at where no news comes: for the day on which a certificate is renewed, and for log-in.
const LOOK: Duration = Duration::from_secs(2);

/// What runs, and for which settings.
struct Running {
    _station: Station,
    settings: StationSettings,
    served: Served,
}

/// The certificate with which it answers, and under which names.
#[derive(PartialEq)]
struct Served {
    names: Vec<String>,
    certificate: String,
    key: Secret,
}

/// What the keeper remembers between two looks.
#[derive(Default)]
struct Kept {
    running: Option<Running>,
    /// Settings with which it could not be started.
    failed: Option<StationSettings>,
    /// What the house was told of a station that doesn't run: telling it is news too, and must not wake the keeper again and again.
    told: Option<Option<StationFault>>,
}

impl Kept {
    /// Tells the house once that the station doesn't run, and why.
    fn down(&mut self, door: &Door, fault: Option<StationFault>) -> Result<()> {
        self.running = None;
        if self.told != Some(fault) {
            door.act(Caller::Machine, StationRuns { url: None, fault })?;
            self.told = Some(fault);
        }
        Ok(())
    }
}

/// Keeps the station, until the house's news end. Hosts give it a thread.
pub fn keep(door: &Arc<Door>, pages: &Arc<dyn Pages>) {
    let news = door.listen();
    let mut kept = Kept::default();
    loop {
        if let Err(error) = settle(door, pages, &mut kept) {
            tracing::warn!(error = format!("{error:#}"), "the station does not run");
        }
        loop {
            match news.recv_timeout(LOOK) {
                Ok(piece) if piece.topic != "station" => {}
                Ok(_) => {
                    kept.failed = None;
                    break;
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }
}

fn settle(door: &Arc<Door>, pages: &Arc<dyn Pages>, kept: &mut Kept) -> Result<()> {
    if !door.is_open() {
        kept.running = None;
        kept.failed = None;
        return Ok(());
    }
    let wanted = door.ask(Caller::Machine, WantStation {})?;
    if !wanted.settings.on {
        let was_on = kept.running.is_some() || kept.told.flatten().is_some();
        kept.failed = None;
        return if was_on {
            kept.down(door, None)
        } else {
            Ok(())
        };
    }
    if kept.failed.as_ref() == Some(&wanted.settings) {
        return Ok(());
    }
    let served = match served(door, &wanted) {
        Ok(served) => served,
        Err(error) => {
            kept.failed = Some(wanted.settings);
            let fault = match wanted.own {
                Some(_) => StationFault::Certificate,
                None => StationFault::Other,
            };
            kept.down(door, Some(fault))?;
            return Err(error);
        }
    };
    if kept
        .running
        .as_ref()
        .is_some_and(|running| running.settings == wanted.settings && running.served == served)
    {
        return Ok(());
    }
    kept.running = None;
    let config = Config {
        names: served.names.clone(),
        port: wanted.settings.port,
        certificate: served.certificate.clone(),
        key: served.key.show().to_owned(),
        pages: pages.clone(),
    };
    match Station::start(door.clone(), config) {
        Ok(station) => {
            door.act(
                Caller::Machine,
                StationRuns {
                    url: Some(station.url().to_owned()),
                    fault: None,
                },
            )?;
            *kept = Kept {
                running: Some(Running {
                    _station: station,
                    settings: wanted.settings,
                    served,
                }),
                ..Kept::default()
            };
            Ok(())
        }
        Err(error) => {
            // Tried again when the settings change, or after the next start: a taken port is said, not hammered.
            kept.failed = Some(wanted.settings);
            let taken = error
                .chain()
                .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
                .any(|cause| cause.kind() == std::io::ErrorKind::AddrInUse);
            let fault = match taken {
                true => StationFault::PortTaken,
                false => StationFault::Other,
            };
            kept.down(door, Some(fault))?;
            Err(error)
        }
    }
}

/// The organisation's own certificate where it brought one in, the house's otherwise.
fn served(door: &Arc<Door>, wanted: &StationWanted) -> Result<Served> {
    if let Some(own) = &wanted.own {
        let names = own.hosts(&wanted.settings.names);
        if !own.covers(&names) {
            anyhow::bail!("the certificate that was brought in isn't good for the station's names");
        }
        return Ok(Served {
            names,
            certificate: own.chain.clone(),
            key: own.key.clone(),
        });
    }
    let keys = keys_for(door, wanted)?;
    Ok(Served {
        names: keys.names,
        certificate: keys.leaf,
        key: keys.leaf_key,
    })
}

/// The kept keys, renewed where they must be; made where there are none.
fn keys_for(door: &Arc<Door>, wanted: &StationWanted) -> Result<StationKeys> {
    let today: NaiveDate = wanted.today.parse().context("today")?;
    let names = if wanted.settings.names.is_empty() {
        vec![own_address().to_string()]
    } else {
        wanted.settings.names.clone()
    };
    let fresh = match &wanted.keys {
        Some(keys) => certificates::renewed(keys, &names, today)?,
        None => Some(certificates::issue(&names, today)?),
    };
    match (fresh, &wanted.keys) {
        (Some(keys), _) => {
            door.act(Caller::Machine, KeepStationKeys { keys: keys.clone() })?;
            Ok(keys)
        }
        (None, Some(keys)) => Ok(keys.clone()),
        (None, None) => anyhow::bail!("no keys were made"),
    }
}

/// This computer's address in the branch network: the one from which it would speak to others. Nothing is sent.
fn own_address() -> IpAddr {
    let asked = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    asked.map_or(IpAddr::from([127, 0, 0, 1]), |address| address.ip())
}
