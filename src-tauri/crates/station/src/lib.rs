//! The tablet page's HTTPS server: pairing, the steps of a visit, and nothing but calls into the office.
//!
//! It listens in the branch network only while the settings say so and somebody has logged in. A tablet can reach the page,
//! the pairing, and the commands of the narrow tablet actor; there is no list and no search to ask for. The limits are those
//! of a house that a stranger's laptop may share the network with: own time-outs for handshake, headers and body, caps
//! on connections, a Host allow-list, and an Origin check on everything that changes something.

mod certificates;
mod counter;
mod keeper;
mod listen;
mod pages;
mod patience;
mod routes;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use office::Door;
use tokio::sync::oneshot;

pub use certificates::{issue, renewed};
pub use counter::{Counter, Heard};
pub use keeper::keep;
pub use pages::{Folder, Page, Pages, content_type};

/// What a station needs to run.
pub struct Config {
    /// Addresses and names under which tablets reach it; those that are addresses are listened at.
    pub names: Vec<String>,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The certificate, PEM.
    pub certificate: String,
    /// Its key, PEM.
    pub key: String,
    /// The tablet's page.
    pub pages: Arc<dyn Pages>,
}

/// How long a station that stops waits for what is at work.
const LAST_STEP: Duration = Duration::from_secs(5);

/// A station that runs until it is dropped or stopped.
pub struct Station {
    address: SocketAddr,
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Station {
    /// Begins to listen.
    ///
    /// # Errors
    /// If the port is taken, or the certificate isn't one.
    pub fn start(door: Arc<Door>, config: Config) -> Result<Self> {
        let tls = listen::tls(&config.certificate, &config.key)?;
        let listener = listen::bind(&config.names, config.port)?;
        let address = listener.local_addr().context("the listener's address")?;
        let host = config
            .names
            .first()
            .cloned()
            .unwrap_or_else(|| address.ip().to_string());
        let url = format!("https://{}:{}", bracketed(&host), address.port());
        let counter = Counter::new(door)?;
        let router = routes::router(routes::House {
            pages: config.pages,
            hosts: config
                .names
                .iter()
                .map(|name| format!("{}:{}", bracketed(name), address.port()))
                .collect(),
            counter,
        });
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        let thread = std::thread::Builder::new()
            .name("station".to_owned())
            .spawn(move || {
                runtime.block_on(listen::serve(listener, tls, router, stopped));
                // What is at work is finished: nobody works in the vault after the station is gone.
                runtime.shutdown_timeout(LAST_STEP);
            })?;
        Ok(Station {
            address,
            url,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a tablet opens.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Station {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// An IPv6 address stands in brackets in a URL.
fn bracketed(host: &str) -> String {
    if host.contains(':') {
        format!("[{host}]")
    } else {
        host.to_owned()
    }
}
