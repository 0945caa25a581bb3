//! The station as a stranger's laptop, and as a paired tablet, finds it.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use office::consents::tablets::{
    BringCertificate, DropCertificate, ListTablets, PairTablet, Pairing, RenameTablet,
    RevokeTablet, SetStation, ShowStation, StationFault, StationSettings,
};
use office::door::{TabletId, list};
use office::policy::Role;
use office::testing::House;
use office::{Right, door::Caller};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::*;

struct OnePage;

impl Pages for OnePage {
    fn get(&self, path: &str) -> Option<Page> {
        (path == "index.html").then(|| Page {
            bytes: b"<!doctype html>".to_vec(),
            kind: "text/html; charset=utf-8",
        })
    }
}

/// A house with a running station, and a client that trusts its authority.
struct Branch {
    house: House,
    station: Station,
    client: Arc<ClientConfig>,
}

fn branch() -> Branch {
    let house = House::new();
    let names = vec!["127.0.0.1".to_owned()];
    let keys = issue(&names, computers_today()).expect("keys");
    let station = Station::start(
        house.door.clone(),
        Config {
            names,
            port: 0,
            certificate: keys.leaf.clone(),
            key: keys.leaf_key.show().to_owned(),
            pages: Arc::new(OnePage),
        },
    )
    .expect("a station");
    let client = trusting(&keys.authority);
    Branch {
        house,
        station,
        client,
    }
}

/// The client judges a certificate by the computer's clock, not by the house's.
#[expect(
    clippy::disallowed_methods,
    reason = "the TLS client reads the same clock"
)]
fn computers_today() -> chrono::NaiveDate {
    chrono::Utc::now().date_naive()
}

fn trusting(authority: &str) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_slice(authority.as_bytes()).expect("a certificate"))
        .expect("an authority");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("protocol versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

impl Branch {
    fn address(&self) -> SocketAddr {
        self.station.address()
    }

    /// Sends a raw request and reads the whole answer.
    fn say(&self, request: &str) -> String {
        let stream = TcpStream::connect(self.address()).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .expect("a time-out");
        let name = ServerName::try_from("127.0.0.1").expect("a name");
        let mut tls = StreamOwned::new(
            ClientConnection::new(self.client.clone(), name).expect("a client"),
            stream,
        );
        tls.write_all(request.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        let _ = tls.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.say(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address()
        ))
    }

    fn post(&self, path: &str, cookie: &str, body: &str) -> String {
        let host = self.address();
        self.say(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: https://{host}\r\nCookie: {cookie}\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        ))
    }

    /// Pairs a tablet and returns its cookie.
    fn pair(&self) -> String {
        let pairing = self.pairing();
        let answer = self.post(
            "/pair",
            "",
            &format!(
                r#"{{"token":"{}","digits":"{}"}}"#,
                pairing.token, pairing.digits
            ),
        );
        let cookie = answer
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "))
            .expect("a cookie");
        assert!(
            cookie.contains("Secure")
                && cookie.contains("HttpOnly")
                && cookie.contains("SameSite=Strict"),
            "{cookie}"
        );
        cookie.split(';').next().expect("a pair").to_owned()
    }

    fn pairing(&self) -> Pairing {
        let admin = self.house.as_role(Role::Administrator);
        admin
            .act(PairTablet {
                name: "Касса 1".to_owned(),
                branch: None,
                tablet: None,
            })
            .expect("a pairing")
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("no answer")
}

#[test]
fn the_page_is_served_with_headers_that_keep_nothing() {
    let branch = branch();
    let answer = branch.get("/");
    assert_eq!(status(&answer), "200");
    for header in [
        "cache-control: no-store",
        "x-content-type-options: nosniff",
        "default-src 'none'",
        "referrer-policy: no-referrer",
    ] {
        assert!(answer.contains(header), "{header} is missing in {answer}");
    }
}

#[test]
fn only_the_declared_paths_answer() {
    let branch = branch();
    let cookie = branch.pair();
    for path in [
        "/call",
        "/events",
        "/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/index.html~",
        "/.hidden.js",
        "/step",
    ] {
        assert_eq!(status(&branch.get(path)), "404", "{path}");
    }
    for listed in list::ALL
        .iter()
        .filter(|listed| listed.right != Right::TabletStep)
    {
        let verb = listed.name.replace('.', "/");
        assert_ne!(
            status(&branch.post(&format!("/step/{verb}"), &cookie, "{}")),
            "200",
            "{}",
            listed.name
        );
        let last = listed.name.split('.').next_back().expect("a verb");
        let same_verb = list::find(&format!("tablet.{last}")).is_some();
        assert!(
            same_verb || status(&branch.post(&format!("/step/{last}"), &cookie, "{}")) == "404",
            "{}",
            listed.name
        );
    }
}

#[test]
fn foreign_hosts_and_origins_are_refused() {
    let branch = branch();
    let host = branch.address();
    let foreign_host = branch.say("GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n");
    assert_eq!(status(&foreign_host), "421");
    for origin in [
        "",
        "Origin: https://evil.test\r\n",
        "Origin: null\r\n",
        &format!("Origin: http://{host}\r\n"),
    ] {
        let answer = branch.say(&format!(
            "POST /pair HTTP/1.1\r\nHost: {host}\r\n{origin}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}"
        ));
        assert_eq!(status(&answer), "403", "{origin}");
    }
}

#[test]
fn an_unpaired_a_guessed_and_a_revoked_tablet_see_nothing() {
    let branch = branch();
    assert_eq!(status(&branch.post("/step/view", "", "{}")), "401");
    assert_eq!(
        status(&branch.post("/step/view", "__Host-tablet=guessed", "{}")),
        "401"
    );
    let cookie = branch.pair();
    let answer = branch.post("/step/view", &cookie, "{}");
    assert_eq!(status(&answer), "200");
    assert!(answer.contains(r#""visit":null"#), "{answer}");
    branch
        .house
        .as_role(Role::Administrator)
        .act(RevokeTablet {
            tablet: TabletId(1),
        })
        .expect("revoked");
    assert_eq!(status(&branch.post("/step/view", &cookie, "{}")), "401");
}

#[test]
fn where_a_visit_ends_the_browser_lets_go_of_everything_but_the_pairing() {
    let branch = branch();
    let cookie = branch.pair();
    let wait = |rev: i64| {
        branch.say(&format!(
            "GET /wait?rev={rev}&lang=ru HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n",
            branch.address()
        ))
    };
    // The page showed a visit, or doesn't know what it showed.
    for rev in [7, -1] {
        let answer = wait(rev).to_ascii_lowercase();
        assert!(
            answer.contains("clear-site-data: \"cache\", \"storage\"\r\n"),
            "{answer}"
        );
        assert!(
            !answer.contains("set-cookie") && !answer.contains("\"cookies\""),
            "{answer}"
        );
    }
    assert_eq!(status(&branch.post("/step/view", &cookie, "{}")), "200");
    let page = branch.get("/").to_ascii_lowercase();
    assert!(!page.contains("clear-site-data"), "{page}");
}

#[test]
fn a_pairing_stands_five_wrong_tries_and_one_right_one() {
    let branch = branch();
    let pairing = branch.pairing();
    let wrong = if pairing.digits == "000000" {
        "000001"
    } else {
        "000000"
    };
    for left in (1..5).rev() {
        let answer = branch.post(
            "/pair",
            "",
            &format!(r#"{{"token":"{}","digits":"{wrong}"}}"#, pairing.token),
        );
        assert!(answer.contains(&format!(r#""left":{left}"#)), "{answer}");
    }
    let answer = branch.post(
        "/pair",
        "",
        &format!(r#"{{"token":"{}","digits":"{wrong}"}}"#, pairing.token),
    );
    assert!(answer.contains("over"), "{answer}");
    let right = format!(
        r#"{{"token":"{}","digits":"{}"}}"#,
        pairing.token, pairing.digits
    );
    assert!(
        branch.post("/pair", "", &right).contains("over"),
        "a spent pairing was taken"
    );
    let fresh = branch.pairing();
    let right = format!(
        r#"{{"token":"{}","digits":"{}"}}"#,
        fresh.token, fresh.digits
    );
    assert!(branch.post("/pair", "", &right).contains("paired"));
    assert!(
        branch.post("/pair", "", &right).contains("over"),
        "a pairing was used twice"
    );
}

#[test]
fn oversized_and_malformed_bodies_are_refused() {
    let branch = branch();
    let cookie = branch.pair();
    assert_eq!(
        status(&branch.post("/step/field", &cookie, "not json")),
        "400"
    );
    assert_eq!(
        status(&branch.post(
            "/step/field",
            &cookie,
            &format!("\"{}\"", "a".repeat(70_000))
        )),
        "413"
    );
    assert_eq!(
        status(&branch.post(
            "/step/field",
            &cookie,
            r#"{"visit":1,"field":"nonsense","value":"x"}"#
        )),
        "409"
    );
}

#[test]
fn silent_handshakes_and_half_sent_headers_are_hung_up_on() {
    let branch = branch();
    let begun = Instant::now();
    let mut silent = TcpStream::connect(branch.address()).expect("a connection");
    silent
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("a time-out");
    let mut nothing = [0; 1];
    assert_eq!(
        silent.read(&mut nothing).unwrap_or(0),
        0,
        "the station spoke first"
    );
    let half = branch.say("GET / HTTP/1.1\r\nHost: ");
    assert!(!half.contains("200 OK"), "{half}");
    assert!(
        begun.elapsed() < Duration::from_secs(29),
        "the station waited too long"
    );
    assert_eq!(status(&branch.get("/")), "200", "others were kept waiting");
}

impl Branch {
    /// A connection from another computer.
    fn from(&self, own: std::net::Ipv4Addr) -> TcpStream {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let stream = runtime.block_on(async {
            let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
            socket.bind(SocketAddr::from((own, 0))).expect("an address");
            let stream = socket.connect(self.address()).await;
            stream.expect("a connection").into_std().expect("a stream")
        });
        stream.set_nonblocking(false).expect("a waiting stream");
        stream
    }

    /// A connection on which nothing was said yet.
    fn line(&self) -> StreamOwned<ClientConnection, TcpStream> {
        let stream = TcpStream::connect(self.address()).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .expect("a time-out");
        let name = ServerName::try_from("127.0.0.1").expect("a name");
        let client = ClientConnection::new(self.client.clone(), name).expect("a client");
        StreamOwned::new(client, stream)
    }
}

#[test]
fn a_head_that_comes_drop_by_drop_is_hung_up_on_and_an_idle_line_is_kept_longer() {
    let branch = branch();
    let host = branch.address();
    let mut drop_by_drop = branch.line();
    let mut idle = branch.line();
    let whole = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
    idle.write_all(whole.as_bytes()).expect("sent");
    let mut some = [0; 4096];
    assert!(idle.read(&mut some).expect("an answer") > 0);
    let begun = Instant::now();
    drop_by_drop.write_all(b"GET / HTTP/1.1\r\n").expect("sent");
    let hung_up = loop {
        // A header each half second: each would put off a clock that only looks at the last byte.
        if drop_by_drop.write_all(b"X-Drop: 1\r\n").is_err() || drop_by_drop.flush().is_err() {
            break begun.elapsed();
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "nobody hung up");
        std::thread::sleep(Duration::from_millis(500));
    };
    assert!(
        (Duration::from_secs(4)..Duration::from_secs(9)).contains(&hung_up),
        "{hung_up:?}"
    );
    // The other one has said nothing for as long, and is still there.
    idle.write_all(whole.as_bytes()).expect("sent");
    assert!(idle.read(&mut some).expect("an answer") > 0);
    let begun = Instant::now();
    let mut rest = Vec::new();
    let _ = idle.read_to_end(&mut rest);
    assert!(
        (Duration::from_secs(10)..Duration::from_secs(25)).contains(&begun.elapsed()),
        "an idle line is let go after fifteen seconds: {:?}",
        begun.elapsed()
    );
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let branch = branch();
    let host = branch.address();
    let mut line = branch.line();
    let begun = Instant::now();
    line.write_all(
        format!(
            "POST /pair HTTP/1.1\r\nHost: {host}\r\nOrigin: https://{host}\r\nContent-Length: 100\r\n\r\n{{"
        )
        .as_bytes(),
    )
    .expect("sent");
    let mut answer = Vec::new();
    let _ = line.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    assert!(
        answer.is_empty() || status(&answer) == "408" || status(&answer) == "400",
        "{answer}"
    );
    assert!(
        begun.elapsed() < Duration::from_secs(28),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn half_open_handshakes_keep_nobody_waiting() {
    let branch = branch();
    // Thirty computers of the branch network open all that they may, and say nothing.
    let swarm: Vec<TcpStream> = (2..32)
        .flat_map(|computer| [computer; 8])
        .map(|computer| branch.from(std::net::Ipv4Addr::new(127, 0, 0, computer)))
        .collect();
    std::thread::sleep(Duration::from_millis(300));
    for _ in 0..10 {
        let begun = Instant::now();
        assert_eq!(status(&branch.get("/")), "200");
        assert!(
            begun.elapsed() < Duration::from_secs(1),
            "{:?}",
            begun.elapsed()
        );
    }
    // They are hung up on by and by.
    std::thread::sleep(Duration::from_secs(6));
    for mut silent in swarm {
        silent
            .set_read_timeout(Some(Duration::from_millis(500)))
            .expect("a time-out");
        assert_eq!(silent.read(&mut [0; 1]).unwrap_or(1), 0, "still there");
    }
}

#[test]
fn an_organisations_own_certificate_is_served_and_given_back() {
    let house = House::new();
    let pages: Arc<dyn Pages> = Arc::new(OnePage);
    let door = house.door.clone();
    std::thread::spawn(move || keep(&door, &pages));
    let admin = house.as_role(Role::Administrator);
    let (authority, leaf, key) = of_an_organisation();
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    };
    let bring = |certificate: &str, key: &str| {
        let (certificate, key) = (certificate.to_owned(), key.to_owned());
        admin.act(BringCertificate { certificate, key })
    };
    let chain = file("chain.pem", &leaf);
    let (_, _, other) = of_an_organisation();
    let wrong = file("wrong.pem", &other);
    assert_eq!(
        bring(&chain, &wrong).expect_err("another key").code(),
        "station.key_mismatch"
    );
    let shown = bring(&chain, &file("key.pem", &key)).expect("brought");
    let shown = shown.own.expect("it is kept");
    assert!(shown.fits && !shown.ends_soon, "{shown:?}");
    assert!(!format!("{shown:?}").contains("PRIVATE"));
    let settings = StationSettings {
        on: true,
        port: 0,
        names: Vec::new(),
    };
    admin.act(SetStation { settings }).expect("on");
    let url = until(|| admin.ask(ShowStation {}).expect("a look").running);
    let address: SocketAddr = url
        .trim_start_matches("https://")
        .parse()
        .expect("an address");
    let served = |authority: &str| {
        let stream = TcpStream::connect(address).expect("a connection");
        let name = ServerName::try_from("127.0.0.1").expect("a name");
        let client = ClientConnection::new(trusting(authority), name).expect("a client");
        StreamOwned::new(client, stream)
            .write_all(b"GET / HTTP/1.1\r\n\r\n")
            .is_ok()
    };
    assert!(served(&authority));
    let (stranger, _, _) = of_an_organisation();
    assert!(!served(&stranger));
    // Names that it isn't good for: the station says no rather than serve a warning.
    let settings = StationSettings {
        on: true,
        port: 0,
        names: vec!["192.0.2.7".to_owned()],
    };
    let shown = admin.act(SetStation { settings }).expect("set");
    assert!(!shown.own.expect("kept").fits);
    until(|| {
        let look = admin.ask(ShowStation {}).expect("a look");
        look.running.is_none().then_some(())
    });
    let settings = StationSettings {
        on: true,
        port: 0,
        names: vec!["127.0.0.1".to_owned()],
    };
    admin.act(SetStation { settings }).expect("set");
    let shown = admin.act(DropCertificate {}).expect("dropped");
    assert!(shown.own.is_none());
    until(|| {
        let look = admin.ask(ShowStation {}).expect("a look");
        (look.running.is_some() && look.authority.is_some()).then_some(())
    });
}

/// Authority, certificate and key of an organisation's own, good by the house's clock and by the computer's.
fn of_an_organisation() -> (String, String, String) {
    let key = rcgen::KeyPair::generate().expect("a key");
    let mut params = rcgen::CertificateParams::default();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Constrained(0));
    let authority = params.self_signed(&key).expect("an authority").pem();
    let mut leaf = rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
    leaf.not_before = rcgen::date_time_ymd(2020, 1, 1);
    leaf.not_after = rcgen::date_time_ymd(2100, 1, 1);
    let leaf_key = rcgen::KeyPair::generate().expect("a key");
    let issuer = rcgen::Issuer::new(params, key);
    let leaf = leaf.signed_by(&leaf_key, &issuer).expect("a certificate");
    (authority, leaf.pem(), leaf_key.serialize_pem())
}

#[test]
fn a_tablet_paired_anew_keeps_its_number_and_its_former_secret_dies() {
    let branch = branch();
    let former = branch.pair();
    let admin = branch.house.as_role(Role::Administrator);
    let tablets = || admin.ask(ListTablets {}).expect("a list");
    let tablet = tablets()[0].id;
    let name = "Касса у входа".to_owned();
    admin.act(RenameTablet { tablet, name }).expect("renamed");
    let too_long = "қ".repeat(41);
    for name in ["", " ", "a\nb", too_long.as_str()] {
        let name = name.to_owned();
        assert!(admin.act(RenameTablet { tablet, name }).is_err());
    }
    let pairing = admin
        .act(PairTablet {
            name: String::new(),
            branch: None,
            tablet: Some(tablet),
        })
        .expect("a pairing");
    assert_eq!(
        status(&branch.post("/step/view", &former, "{}")),
        "200",
        "until the new secret is there the former one works"
    );
    let joined = branch.post(
        "/pair",
        "",
        &format!(
            r#"{{"token":"{}","digits":"{}"}}"#,
            pairing.token, pairing.digits
        ),
    );
    let secret = joined
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .and_then(|cookie| cookie.split(';').next())
        .expect("a cookie")
        .to_owned();
    assert_eq!(status(&branch.post("/step/view", &former, "{}")), "401");
    assert_eq!(status(&branch.post("/step/view", &secret, "{}")), "200");
    let list = tablets();
    assert_eq!((list.len(), list[0].id), (1, tablet));
    assert_eq!(list[0].name, "Касса у входа");
    // Revoking ends the new secret like the old one.
    admin.act(RevokeTablet { tablet }).expect("revoked");
    assert_eq!(status(&branch.post("/step/view", &secret, "{}")), "401");
}

#[test]
fn one_address_has_eight_connections_and_no_more() {
    let branch = branch();
    let idle: Vec<_> = (0..8)
        .map(|_| TcpStream::connect(branch.address()).expect("a connection"))
        .collect();
    std::thread::sleep(Duration::from_millis(200));
    let stream = TcpStream::connect(branch.address()).expect("a connection");
    stream
        .set_read_timeout(Some(Duration::from_secs(3)))
        .expect("a time-out");
    let name = ServerName::try_from("127.0.0.1").expect("a name");
    let mut tls = StreamOwned::new(
        ClientConnection::new(branch.client.clone(), name).expect("a client"),
        stream,
    );
    assert!(
        tls.write_all(b"GET / HTTP/1.1\r\n\r\n").is_err(),
        "a ninth connection was served"
    );
    drop(idle);
}

#[test]
fn tls_1_2_and_strangers_certificates_are_not_spoken() {
    let branch = branch();
    let stranger = issue(&["127.0.0.1".to_owned()], computers_today()).expect("keys");
    let name = ServerName::try_from("127.0.0.1").expect("a name");
    let stream = TcpStream::connect(branch.address()).expect("a connection");
    let mut tls = StreamOwned::new(
        ClientConnection::new(trusting(&stranger.authority), name).expect("a client"),
        stream,
    );
    assert!(
        tls.write_all(b"GET / HTTP/1.1\r\n\r\n").is_err(),
        "another authority's client was content"
    );
}

#[test]
fn once_it_is_stopped_nothing_of_it_holds_the_house() {
    let alone = Arc::strong_count(&House::new().door);
    for _ in 0..20 {
        let Branch {
            house,
            station,
            client,
        } = branch();
        let name = ServerName::try_from("127.0.0.1").expect("a name");
        let stream = TcpStream::connect(station.address()).expect("a connection");
        let mut tls = StreamOwned::new(
            ClientConnection::new(client, name).expect("a client"),
            stream,
        );
        // A tablet in the middle of a question.
        tls.write_all(b"GET / HTTP/1.1\r\n").expect("sent");
        drop(station);
        assert_eq!(Arc::strong_count(&house.door), alone);
    }
}

#[test]
fn certificates_are_renewed_before_they_end_and_when_names_change() {
    let today: chrono::NaiveDate = "2026-12-14".parse().expect("a date");
    let names = vec!["192.168.1.20".to_owned(), "kelisim.branch.local".to_owned()];
    let keys = issue(&names, today).expect("keys");
    assert_eq!(keys.last_day, "2027-03-14");
    assert!(
        renewed(&keys, &names, today + chrono::Days::new(50))
            .expect("a look")
            .is_none()
    );
    let later = renewed(&keys, &names, today + chrono::Days::new(61))
        .expect("a look")
        .expect("a new one");
    assert_eq!(
        (&later.authority, later.last_day.as_str()),
        (&keys.authority, "2027-05-14")
    );
    assert!(
        renewed(&keys, &names[..1], today)
            .expect("a look")
            .is_some()
    );
}

#[test]
fn the_keeper_follows_the_settings() {
    let house = House::new();
    let pages: Arc<dyn Pages> = Arc::new(OnePage);
    let door = house.door.clone();
    std::thread::spawn(move || keep(&door, &pages));
    let admin = house.as_role(Role::Administrator);
    let settings = StationSettings {
        on: true,
        port: 0,
        names: vec!["127.0.0.1".to_owned()],
    };
    admin
        .act(SetStation {
            settings: settings.clone(),
        })
        .expect("on");
    let url = until(|| admin.ask(ShowStation {}).expect("a look").running);
    let address: SocketAddr = url
        .trim_start_matches("https://")
        .parse()
        .expect("an address");
    TcpStream::connect(address).expect("it listens");
    admin
        .act(SetStation {
            settings: StationSettings {
                on: false,
                ..settings
            },
        })
        .expect("off");
    until(|| {
        admin
            .ask(ShowStation {})
            .expect("a look")
            .running
            .is_none()
            .then_some(())
    });
    assert!(TcpStream::connect(address).is_err(), "it still listens");
}

#[test]
fn a_port_that_is_taken_is_said_once_and_tried_again_when_it_is_asked_for() {
    let house = House::new();
    let pages: Arc<dyn Pages> = Arc::new(OnePage);
    let door = house.door.clone();
    let news = door.listen();
    let other = std::net::TcpListener::bind("0.0.0.0:0").expect("a port");
    let port = other.local_addr().expect("an address").port();
    std::thread::spawn(move || keep(&door, &pages));
    let admin = house.as_role(Role::Administrator);
    let on = || StationSettings {
        on: true,
        port,
        names: vec!["127.0.0.1".to_owned()],
    };
    admin.act(SetStation { settings: on() }).expect("on");
    // Each attempt that is told to the house is an entry in the journal: a station that can't run must not write for ever.
    let heard = || {
        let mut count = 0;
        while let Ok(piece) = news.recv_timeout(Duration::from_millis(700)) {
            count += usize::from(piece.topic == "station");
        }
        count
    };
    assert!((1..=4).contains(&heard()), "hammered");
    let shown = admin.ask(ShowStation {}).expect("a look");
    assert_eq!(shown.running, None);
    assert_eq!(shown.fault, Some(StationFault::PortTaken));
    drop(other);
    admin.act(SetStation { settings: on() }).expect("again");
    until(|| admin.ask(ShowStation {}).expect("a look").running);
    assert_eq!(admin.ask(ShowStation {}).expect("a look").fault, None);
}

/// Waits for something that another thread brings about.
fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_machine_has_no_other_way_in() {
    let house = House::new();
    let refused = house
        .door
        .ask(Caller::Machine, ShowStation {})
        .expect_err("the machine read the settings screen");
    assert_eq!(refused.code(), "door.no_right");
}
