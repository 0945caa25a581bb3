//! A gateway of our own making: both SMSC.kz and Mobizon at one address, as far as their documentation says what they do.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::{Value, json};
use ureq::tls::{Certificate, RootCerts};

use super::SECRET;

/// How it feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// As documented.
    Well,
    /// It takes what comes, and its answers are lost.
    LosesAnswers,
    /// The next answer is lost.
    LosesOneAnswer,
}

/// A request that it heard.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The first line.
    pub line: String,
}

/// A message that it took.
struct Taken {
    /// The number that its sender gave it, or its own.
    id: String,
    campaign: String,
    phone: String,
    text: String,
    delivered: Option<bool>,
}

struct Inside {
    mood: Mood,
    heard: Vec<Heard>,
    taken: Vec<Taken>,
}

struct Keys {
    authority: String,
    leaf: String,
    leaf_key: String,
}

/// A gateway that runs until it is stopped.
pub struct Peer {
    pub url: String,
    address: SocketAddr,
    inside: Arc<Mutex<Inside>>,
    keys: Arc<Keys>,
    stop: Arc<AtomicBool>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Peer {
    pub fn start() -> Self {
        let inside = Arc::new(Mutex::new(Inside {
            mood: Mood::Well,
            heard: Vec::new(),
            taken: Vec::new(),
        }));
        Self::at("127.0.0.1:0".parse().unwrap(), inside, Arc::new(keys()))
    }

    /// The same gateway, at the same address, with what it took.
    pub fn again(&self) -> Self {
        self.stop();
        Self::at(self.address, self.inside.clone(), self.keys.clone())
    }

    fn at(address: SocketAddr, inside: Arc<Mutex<Inside>>, keys: Arc<Keys>) -> Self {
        let listener = TcpListener::bind(address).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let chain = CertificateDer::pem_slice_iter(keys.leaf.as_bytes())
            .collect::<Result<Vec<_>, _>>()
            .unwrap();
        let key = PrivateKeyDer::from_pem_slice(keys.leaf_key.as_bytes()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        let (config, stop) = (Arc::new(config), Arc::new(AtomicBool::new(false)));
        let (told, room) = (stop.clone(), inside.clone());
        let thread = std::thread::spawn(move || {
            while !told.load(Ordering::Relaxed) {
                match listener.accept() {
                    Ok((stream, _)) => serve(stream, config.clone(), &room),
                    Err(_) => std::thread::sleep(Duration::from_millis(5)),
                }
            }
        });
        Peer {
            url: format!("https://localhost:{}", address.port()),
            address,
            inside,
            keys,
            stop,
            thread: Mutex::new(Some(thread)),
        }
    }

    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.lock().unwrap().take() {
            thread.join().unwrap();
        }
    }

    /// The authority under which its certificate is.
    pub fn roots(&self) -> RootCerts {
        let authority = Certificate::from_pem(self.keys.authority.as_bytes()).unwrap();
        RootCerts::from([authority].iter().cloned())
    }

    pub fn mood(&self, mood: Mood) {
        room(&self.inside).mood = mood;
    }

    pub fn heard(&self) -> Vec<Heard> {
        room(&self.inside).heard.clone()
    }

    /// Number and words of each message that it took.
    pub fn taken(&self) -> Vec<(String, String)> {
        let inside = room(&self.inside);
        let each = inside.taken.iter();
        each.map(|one| (one.phone.clone(), one.text.clone()))
            .collect()
    }

    /// What came of all that it took so far.
    pub fn deliver(&self, delivered: bool) {
        for one in &mut room(&self.inside).taken {
            one.delivered = Some(delivered);
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.stop();
    }
}

fn room(inside: &Mutex<Inside>) -> MutexGuard<'_, Inside> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

fn keys() -> Keys {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    let authority = params.self_signed(&key).unwrap().pem();
    let leaf_key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec!["localhost".to_owned()])
        .unwrap()
        .signed_by(&leaf_key, &Issuer::new(params, key))
        .unwrap()
        .pem();
    Keys {
        authority,
        leaf,
        leaf_key: leaf_key.serialize_pem(),
    }
}

/// One connection, one request.
fn serve(stream: TcpStream, config: Arc<ServerConfig>, inside: &Mutex<Inside>) {
    stream.set_nonblocking(false).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(2)))
        .unwrap();
    let mut stream = StreamOwned::new(ServerConnection::new(config).unwrap(), stream);
    let mut bytes = Vec::new();
    let mut some = [0; 4096];
    let (head, body) = loop {
        match stream.read(&mut some) {
            Ok(0) | Err(_) => return,
            Ok(count) => bytes.extend_from_slice(&some[..count]),
        }
        if let Some(request) = whole(&bytes) {
            break request;
        }
    };
    let line = head.lines().next().unwrap_or_default().to_owned();
    room(inside).heard.push(Heard { line: line.clone() });
    let path = line.split(' ').nth(1).unwrap_or_default();
    let answer = answer(
        inside,
        path.split('?').next().unwrap_or_default(),
        &form(&body),
    );
    let mut inside = room(inside);
    match inside.mood {
        Mood::LosesAnswers => return,
        Mood::LosesOneAnswer => {
            inside.mood = Mood::Well;
            return;
        }
        Mood::Well => drop(inside),
    }
    let text = answer.to_string();
    let _ = write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
        text.len()
    );
    stream.conn.send_close_notify();
    let _ = stream.flush();
}

/// Head and body, once both are there.
fn whole(bytes: &[u8]) -> Option<(String, String)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length: usize = head
        .lines()
        .find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.trim().parse().ok())?
        })
        .unwrap_or(0);
    (body.len() >= length).then(|| (head.to_owned(), body.to_owned()))
}

/// What was posted.
struct Form(HashMap<String, String>);

impl Form {
    fn of(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

fn form(body: &str) -> Form {
    let plain = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            match byte {
                b'+' => bytes.push(b' '),
                b'%' => {
                    let pair: Vec<u8> = rest.by_ref().take(2).collect();
                    let pair = std::str::from_utf8(&pair).unwrap();
                    bytes.push(u8::from_str_radix(pair, 16).unwrap());
                }
                byte => bytes.push(byte),
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
    Form(
        pairs
            .map(|(name, value)| (plain(name), plain(value)))
            .collect(),
    )
}

fn answer(inside: &Mutex<Inside>, path: &str, form: &Form) -> Value {
    let of = |name| form.of(name);
    let mut inside = room(inside);
    if path.starts_with("/sys/") {
        let known = of("apikey") == SECRET || (of("login") == "kelisim" && of("psw") == SECRET);
        if !known {
            return json!({"error": "authorise error", "error_code": 2});
        }
        if of("fmt") != "3" {
            return json!({"error": "parameters error", "error_code": 1});
        }
        return smsc(&mut inside, path, form);
    }
    if of("apiKey") != SECRET {
        return json!({"code": 8, "data": [], "message": "key"});
    }
    mobizon(&mut inside, path, form)
}

fn smsc(inside: &mut Inside, path: &str, form: &Form) -> Value {
    let of = |name| form.of(name);
    match path {
        "/sys/send.php" => {
            let id: u32 = of("id").parse().unwrap_or(0);
            let fits = (1..=2_147_483_647).contains(&id) && of("charset") == "utf-8";
            if !fits || of("phones").is_empty() || of("mes").is_empty() {
                return json!({"error": "parameters error", "error_code": 1});
            }
            let same = |one: &&Taken| one.id == of("id") && one.text == of("mes");
            if inside.taken.iter().find(same).is_some() {
                return json!({"error": "duplicate request", "error_code": 9});
            }
            inside.taken.push(Taken {
                id: of("id").to_owned(),
                campaign: String::new(),
                phone: of("phones").to_owned(),
                text: of("mes").to_owned(),
                delivered: None,
            });
            json!({"id": id, "cnt": 1, "cost": "16.5"})
        }
        "/sys/status.php" => {
            let mine = |one: &&Taken| one.id == of("id") && one.phone == of("phone");
            let status = match inside.taken.iter().find(mine).map(|one| one.delivered) {
                None => -3,
                Some(None) => 0,
                Some(Some(true)) => 1,
                Some(Some(false)) => 20,
            };
            json!({"status": status, "last_date": "22.11.2026 14:05:00", "last_timestamp": 1_795_338_300})
        }
        "/sys/balance.php" => json!({"balance": "1234.50", "currency": "KZT"}),
        _ => Value::Null,
    }
}

fn mobizon(inside: &mut Inside, path: &str, form: &Form) -> Value {
    let of = |name| form.of(name);
    let done = |data: Value| json!({"code": 0, "data": data, "message": ""});
    match path.to_ascii_lowercase().as_str() {
        "/service/message/sendsmsmessage" => {
            let digits = of("recipient").bytes().all(|byte| byte.is_ascii_digit());
            if !digits || of("recipient").is_empty() || of("text").is_empty() {
                return json!({"code": 1, "data": {"recipient": "…"}, "message": "…"});
            }
            let n = inside.taken.len();
            inside.taken.push(Taken {
                id: format!("1211132{n}"),
                campaign: format!("175937{n}"),
                phone: of("recipient").to_owned(),
                text: of("text").to_owned(),
                delivered: None,
            });
            done(
                json!({"campaignId": format!("175937{n}"), "messageId": format!("1211132{n}"), "status": 2}),
            )
        }
        "/service/message/getsmsstatus" => {
            let lines: Vec<Value> = of("ids")
                .split(',')
                .filter_map(|id| inside.taken.iter().find(|one| one.id == id))
                .map(|one| {
                    let status = match one.delivered {
                        None => "ACCEPTD",
                        Some(true) => "DELIVRD",
                        Some(false) => "UNDELIV",
                    };
                    json!({"id": one.id, "status": status, "segNum": 1, "startSendTs": null, "statusUpdateTs": null})
                })
                .collect();
            done(json!(lines))
        }
        "/service/message/list" => {
            let items: Vec<Value> = inside
                .taken
                .iter()
                .filter(|one| one.campaign == of("criteria[campaignIds]"))
                .map(|one| json!({"id": one.id, "segNum": 1, "segUserBuy": "17.9000", "to": one.phone, "text": one.text}))
                .collect();
            done(json!({"totalItemCount": items.len(), "items": items}))
        }
        "/service/user/getownbalance" => done(json!({"balance": "98.6000", "currency": "KZT"})),
        _ => json!({"code": 5, "data": [], "message": "method"}),
    }
}
