//! Visits at many tablets at once: simulated tablets, each with an address of its own, speak TLS to the real station, step by step
//! as the page does, while each keeps its question for news open; consultants open and save through the door; the courier carries
//! the codes. Nobody rests between two steps, as people do: it is the most that the house can be asked for.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use office::clock::{Clock, SystemClock};
use office::door::{Call, Reply, Token};
use office::{Door, Lang};
use post::Courier;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde_json::{Value, json};
use station::{Config, Folder, Station};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::table::{Figure, Table, Times};
use crate::demo::counters::{Counter, Counters, counters};
use crate::people::person;

/// Tablets at once.
const TABLETS: usize = 50;
/// Visits in all.
const VISITS: usize = 500;
/// The aim for a step.
const AIM: Duration = Duration::from_millis(100);

/// What every tablet knows.
struct Branch {
    door: Arc<Door>,
    address: SocketAddr,
    tls: TlsConnector,
    text: i64,
    purposes: Vec<i64>,
}

/// Measures, in a folder of its own under this one.
pub fn measure(dir: &Path, table: &mut Table) -> Result<()> {
    let dir = dir.join("counters");
    let Counters {
        door,
        text,
        purposes,
        all,
    } = counters(dir.clone(), TABLETS)?;
    let names = vec!["127.0.0.1".to_owned()];
    let keys = station::issue(&names, today())?;
    let station = Station::start(
        Arc::clone(&door),
        Config {
            names,
            port: 0,
            certificate: keys.leaf.clone(),
            key: keys.leaf_key.show().to_owned(),
            pages: Arc::new(Folder(dir)),
        },
    )?;
    let courier = Courier::start(Arc::clone(&door))?;
    let branch = Arc::new(Branch {
        door: Arc::clone(&door),
        address: station.address(),
        tls: trusting(&keys.authority)?,
        text,
        purposes,
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let begun = Instant::now();
    let outcome = runtime.block_on(everybody(&branch, all));
    let took = begun.elapsed();
    drop(courier);
    drop(station);
    let (steps, whole) = outcome?;
    table.add(Figure::times(
        &format!("step of a visit: {VISITS} visits, {TABLETS} tablets at once"),
        Some(AIM),
        steps,
    ));
    table.add(Figure::times(
        "whole visit, from opening to saved",
        None,
        whole,
    ));
    table.once(&format!("{VISITS} visits"), took);
    Ok(())
}

/// The TLS client judges a certificate by the computer's clock.
fn today() -> chrono::NaiveDate {
    SystemClock.now().local().date()
}

fn trusting(authority: &str) -> Result<TlsConnector> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(authority.as_bytes())?)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

async fn everybody(branch: &Arc<Branch>, all: Vec<Counter>) -> Result<(Times, Times)> {
    let mut desks = Vec::new();
    for (nth, counter) in all.into_iter().enumerate() {
        let branch = Arc::clone(branch);
        desks.push(tokio::spawn(async move {
            let mut desk = Desk::new(branch, counter, nth).await?;
            let mut whole = Vec::new();
            for visit in (nth..VISITS).step_by(TABLETS) {
                let begun = Instant::now();
                desk.visit(visit)
                    .await
                    .with_context(|| format!("visit {visit} at tablet {nth}"))?;
                whole.push(begun.elapsed());
            }
            desk.listener.abort();
            anyhow::Ok((desk.steps, whole))
        }));
    }
    let (mut steps, mut visits) = (Times::default(), Times::default());
    for desk in desks {
        let (some, whole) = desk.await??;
        some.into_iter().for_each(|time| steps.add(time));
        whole.into_iter().for_each(|time| visits.add(time));
    }
    Ok((steps, visits))
}

/// A counter: its consultant, its tablet's connection for steps, and the one that waits for news.
struct Desk {
    branch: Arc<Branch>,
    token: Token,
    tablet: i64,
    line: Line,
    steps: Vec<Duration>,
    listener: tokio::task::JoinHandle<()>,
}

impl Desk {
    async fn new(branch: Arc<Branch>, counter: Counter, nth: usize) -> Result<Self> {
        // Each tablet has an address of its own in the branch network.
        let own = Ipv4Addr::new(127, 0, 1, u8::try_from(nth + 1)?);
        let line = Line::open(&branch, own, &counter.secret).await?;
        let mut waiting = Line::open(&branch, own, &counter.secret).await?;
        let listener = tokio::spawn(async move {
            let mut rev = 0;
            while let Ok((200, view)) = waiting.get(&format!("/wait?rev={rev}&lang=ru")).await {
                rev = view["ok"]["rev"].as_i64().unwrap_or_default();
            }
        });
        Ok(Desk {
            branch,
            token: counter.token,
            tablet: counter.tablet,
            line,
            steps: Vec::new(),
            listener,
        })
    }

    /// Somebody comes, reads, answers, signs, types the code; the consultant compares and saves.
    async fn visit(&mut self, nth: usize) -> Result<()> {
        let person = person(nth as u64);
        let open = json!({"text": self.branch.text, "tablet": self.tablet});
        let visit = self.consultant("consents.open_visit", open).await?["line"]["id"].clone();
        self.step("language", json!({"visit": visit, "lang": "ru"}))
            .await?;
        let fields = json!({
            "surname": person.surname, "given": person.given, "iin": person.iin,
            "birth_date": person.birth.to_string(), "phone": person.phone,
        });
        for (field, value) in fields.as_object().context("fields")? {
            let typed = json!({"visit": visit, "field": field, "value": value});
            self.step("field", typed).await?;
        }
        let read = json!({"visit": visit, "seconds": 30, "to_end": true});
        self.step("read", read).await?;
        for purpose in self.branch.purposes.clone() {
            let answer = json!({"visit": visit, "purpose": purpose, "yes": true});
            self.step("answer", answer).await?;
        }
        let strokes: Vec<Value> = (0..40)
            .map(|point| json!([0.1 + f64::from(point) * 0.02, 0.5, point * 16, 0.5]))
            .collect();
        let sign = json!({"visit": visit, "strokes": [strokes]});
        self.step("sign", sign).await?;
        self.step("ask_code", json!({"visit": visit})).await?;
        let code = self
            .consultant("consents.demo_code", json!({"visit": visit}))
            .await?;
        let check = json!({"visit": visit, "code": code});
        let checked = self.step("check_code", check).await?;
        if checked["ok"]["check"]["kind"] != "right" {
            bail!("the code was not right: {checked}");
        }
        // The courier may settle the code's message between the look and the saving: then the window looks again.
        loop {
            let shown = self
                .consultant("consents.visit", json!({"visit": visit}))
                .await?;
            let save = json!({
                "visit": visit, "rev": shown["rev"], "original_seen": true, "answers": [], "lang": null, "person": fields,
                "document": {"kind": "id_card", "number": person.document, "issuer": "ҚР ІІМ", "issued": person.document_issued.to_string()},
            });
            match self.consultant("consents.save_visit", save).await {
                Err(error) if error.to_string().ends_with("consents.moved") => {}
                saved => return saved.map(drop),
            }
        }
    }

    /// A step at the tablet, timed from the first byte sent to the last one heard.
    async fn step(&mut self, verb: &str, args: Value) -> Result<Value> {
        let begun = Instant::now();
        let (status, answer) = self
            .line
            .post(&format!("/step/{verb}?lang=ru"), &args)
            .await?;
        self.steps.push(begun.elapsed());
        if status != 200 {
            bail!("{verb}: {status} {}", answer["error"]["code"]);
        }
        Ok(answer)
    }

    async fn consultant(&self, command: &'static str, args: Value) -> Result<Value> {
        let (door, token) = (Arc::clone(&self.branch.door), self.token.clone());
        let call = Call {
            command: command.to_owned(),
            args,
            lang: Some(Lang::Ru),
            quiet: false,
        };
        match tokio::task::spawn_blocking(move || door.call(Some(&token), call)).await? {
            Reply::Ok(value) => Ok(value),
            Reply::Error(refusal) => bail!("{command}: {}", refusal.code),
        }
    }
}

/// One kept connection of a tablet.
struct Line {
    stream: TlsStream<TcpStream>,
    host: String,
    cookie: String,
    heard: Vec<u8>,
}

impl Line {
    async fn open(branch: &Branch, own: Ipv4Addr, secret: &str) -> Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((own, 0)))?;
        let stream = socket.connect(branch.address).await?;
        stream.set_nodelay(true)?;
        let name = ServerName::from(branch.address.ip());
        Ok(Line {
            stream: branch.tls.connect(name, stream).await?,
            host: branch.address.to_string(),
            cookie: format!("__Host-tablet={secret}"),
            heard: Vec::new(),
        })
    }

    async fn get(&mut self, path: &str) -> Result<(u16, Value)> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n",
            self.host, self.cookie
        );
        self.exchange(&request).await
    }

    async fn post(&mut self, path: &str, body: &Value) -> Result<(u16, Value)> {
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: https://{0}\r\nCookie: {1}\r\nContent-Type: application/json\r\n\
             Content-Length: {2}\r\n\r\n{body}",
            self.host,
            self.cookie,
            body.len()
        );
        self.exchange(&request).await
    }

    async fn exchange(&mut self, request: &str) -> Result<(u16, Value)> {
        self.stream.write_all(request.as_bytes()).await?;
        self.stream.flush().await?;
        loop {
            if let Some((status, body, length)) = answer(&self.heard)? {
                self.heard.drain(..length);
                return Ok((status, body));
            }
            let mut some = [0; 16 * 1024];
            let count = self.stream.read(&mut some).await?;
            if count == 0 {
                bail!("the station closed the connection");
            }
            self.heard.extend_from_slice(&some[..count]);
        }
    }
}

/// Status, body and length of the first whole answer, if it is there.
fn answer(bytes: &[u8]) -> Result<Option<(u16, Value, usize)>> {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Ok(None);
    };
    let head = std::str::from_utf8(&bytes[..end])?.to_ascii_lowercase();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    let length: usize = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"))
        .context("an answer without its length")?
        .trim()
        .parse()?;
    let whole = end + 4 + length;
    if bytes.len() < whole {
        return Ok(None);
    }
    let body = serde_json::from_slice(&bytes[end + 4..whole]).unwrap_or(Value::Null);
    Ok(Some((status.context("a status")?, body, whole)))
}
