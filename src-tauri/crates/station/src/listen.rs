//! The accept loop, with its own time-outs and caps: no library's defaults stand between the branch network and the house.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::sync::{Semaphore, oneshot};
use tokio_rustls::TlsAcceptor;

use crate::patience::Patient;

/// A handshake takes no longer.
const HANDSHAKE: Duration = Duration::from_secs(5);
/// Headers arrive within this time after their first byte.
const HEADERS: Duration = Duration::from_secs(5);
/// An idle connection speaks again within this time.
const IDLE: Duration = Duration::from_secs(15);
/// Connections at once: fifty tablets, each with its question for news and its steps, and room for a page that loads.
const CONNECTIONS: usize = 256;
/// Connections of one address at once; a browser opens six.
const CONNECTIONS_EACH: usize = 8;

/// TLS 1.3 alone.
pub(crate) fn tls(certificate: &str, key: &str) -> Result<TlsAcceptor> {
    let chain =
        CertificateDer::pem_slice_iter(certificate.as_bytes()).collect::<Result<Vec<_>, _>>();
    let chain = chain.context("the station's certificate")?;
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).context("the station's key")?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13])?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Listens at one address of this computer, and at no other: the first name that is an address, or the one to which a name leads.
/// Where no name leads to this computer (a name that only the branch's router knows), at all of them: the Host allow-list stands.
pub(crate) fn bind(names: &[String], port: u16) -> Result<TcpListener> {
    let written = names.iter().find_map(|name| name.parse::<IpAddr>().ok());
    let listener = match written {
        Some(address) => TcpListener::bind(SocketAddr::new(address, port)),
        None => names
            .iter()
            .filter_map(|name| (name.as_str(), port).to_socket_addrs().ok())
            .flatten()
            .find_map(|address| TcpListener::bind(address).ok())
            .map_or_else(|| TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)), Ok),
    };
    let listener = listener.with_context(|| format!("listening at port {port}"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Accepts until stopped.
pub(crate) async fn serve(
    listener: TcpListener,
    tls: TlsAcceptor,
    router: Router,
    mut stopped: oneshot::Receiver<()>,
) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let guests = Arc::new(Guests::default());
    loop {
        let (stream, peer) = tokio::select! {
            _ = &mut stopped => return,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let (Ok(place), Some(seat)) = (
            places.clone().try_acquire_owned(),
            guests.clone().seat(peer.ip()),
        ) else {
            continue;
        };
        let (tls, router) = (tls.clone(), router.clone());
        tokio::spawn(async move {
            let _kept = (place, seat);
            let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await else {
                return;
            };
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(IDLE)
                .max_buf_size(32 * 1024)
                .serve_connection(
                    TokioIo::new(Patient::new(stream, HEADERS)),
                    TowerToHyperService::new(router),
                )
                .await;
        });
    }
}

/// How many connections each address has.
#[derive(Default)]
struct Guests(Mutex<HashMap<IpAddr, usize>>);

impl Guests {
    fn seat(self: Arc<Self>, address: IpAddr) -> Option<Seat> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= CONNECTIONS_EACH {
            return None;
        }
        *count += 1;
        drop(counts);
        Some(Seat {
            guests: self,
            address,
        })
    }
}

/// A connection's place among those of its address.
struct Seat {
    guests: Arc<Guests>,
    address: IpAddr,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut counts = self.guests.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}
