//! Where a Kannel of this computer reports deliveries: a listener on loopback that understands one request and answers nothing else.
//!
//! A report names a message by its random identity, 128 bits that only we and Kannel know, and says with Kannel's `%d` what
//! happened. Whoever could forge one sits on this computer, and could only call a message delivered whose identity they know.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use office::Door;
use office::door::Caller;
use office::messages::{DeliverySaid, ReportDeliveries};

/// A report is one short request.
const LONGEST: usize = 2048;
/// It arrives within this time.
const PATIENCE: Duration = Duration::from_secs(2);
/// Pause between two looks at the door.
const PAUSE: Duration = Duration::from_millis(50);

/// The address at which Kannel is to report a message: `%d` is Kannel's own place for what happened.
pub(crate) fn address(port: u16, identity: &str) -> String {
    format!("http://127.0.0.1:{port}/delivered/{identity}/%d")
}

/// Listens until it is dropped.
pub(crate) struct Reports {
    pub(crate) port: u16,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Reports {
    /// Begins to listen.
    pub(crate) fn start(door: Arc<Door>, port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let thread = std::thread::Builder::new()
            .name("reports".to_owned())
            .spawn(move || listen(&listener, &door, &told))?;
        Ok(Reports {
            port,
            stop,
            thread: Some(thread),
        })
    }
}

impl Drop for Reports {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn listen(listener: &TcpListener, door: &Door, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        match listener.accept() {
            Ok((stream, _)) => answer(stream, door),
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
}

/// One report. Kannel keeps a report for which it gets no 2xx, and brings it again: while the house is shut it is told to wait.
fn answer(mut stream: TcpStream, door: &Door) {
    let status = match request(&mut stream).as_deref().map(read) {
        None | Some(None) => "404 Not Found",
        Some(Some(Report::Other)) => "200 OK",
        Some(Some(Report::Final(said))) => match note(door, said) {
            true => "200 OK",
            false => "503 Service Unavailable",
        },
    };
    let _ = stream.write_all(
        format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes(),
    );
}

fn note(door: &Door, said: DeliverySaid) -> bool {
    let said = vec![said];
    door.is_open() && door.act(Caller::Machine, ReportDeliveries { said }).is_ok()
}

/// The first line of a request, read within its time and its length.
fn request(stream: &mut TcpStream) -> Option<String> {
    stream.set_nonblocking(false).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream.set_write_timeout(Some(PATIENCE)).ok()?;
    let since = Instant::now();
    let mut heard = Vec::new();
    let mut some = [0; 512];
    while !heard.windows(4).any(|end| end == b"\r\n\r\n") {
        let count = stream.read(&mut some).ok().filter(|count| *count > 0)?;
        heard.extend_from_slice(&some[..count]);
        if heard.len() > LONGEST || since.elapsed() > PATIENCE {
            return None;
        }
    }
    let text = String::from_utf8(heard).ok()?;
    Some(text.lines().next()?.to_owned())
}

/// What a report says.
#[derive(Debug, PartialEq, Eq)]
enum Report {
    /// Delivered, or not.
    Final(DeliverySaid),
    /// Something on the way.
    Other,
}

/// Reads `GET /delivered/<32 hex>/<number> HTTP/1.1`.
fn read(line: &str) -> Option<Report> {
    let path = line
        .strip_prefix("GET /delivered/")?
        .strip_suffix(" HTTP/1.1")
        .or_else(|| {
            line.strip_prefix("GET /delivered/")?
                .strip_suffix(" HTTP/1.0")
        })?;
    let (identity, kind) = path.split_once('/')?;
    let is_ours = identity.len() == 32 && identity.bytes().all(|byte| byte.is_ascii_hexdigit());
    let kind: u8 = kind.parse().ok()?;
    is_ours.then_some(())?;
    let delivered = match kind {
        1 => true,
        2 | 16 => false,
        _ => return Some(Report::Other),
    };
    Some(Report::Final(DeliverySaid {
        identity: identity.to_owned(),
        delivered,
        parts: None,
        price: None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_request_is_understood_and_no_other() {
        let identity = "00112233445566778899aabbccddeeff";
        let line = |path: &str| format!("GET {path} HTTP/1.1");
        let delivered = |path: &str| match read(&line(path)) {
            Some(Report::Final(said)) => Some(said.delivered),
            _ => None,
        };
        let of = |kind| format!("/delivered/{identity}/{kind}");
        assert_eq!(delivered(&of("1")), Some(true));
        assert_eq!(delivered(&of("2")), Some(false));
        assert_eq!(delivered(&of("16")), Some(false));
        assert_eq!(read(&line(&of("8"))), Some(Report::Other));
        for path in [
            "/",
            "/delivered/",
            "/delivered/00/1",
            "/delivered/../1",
            &of("1/2"),
            &of("%d"),
            &of(""),
        ] {
            assert_eq!(read(&line(path)), None, "{path}");
        }
        assert_eq!(read(&format!("POST {} HTTP/1.1", of("1"))), None);
    }
}
