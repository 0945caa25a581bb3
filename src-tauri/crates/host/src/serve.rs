//! `serve`: the door on loopback. One call at a time per request, a session's token in the `Authorization` header, news as
//! server-sent events, and the interface's pages, so that screens are driven in a browser against the real core.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as UrlPath, Query, Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::Stream;
use office::clock::{Clock, HandClock};
use office::door::{Call, Config, DoorError, News, Reply, Token};
use office::vault::keys::Hardness;
use office::{Door, Error, Lang};
use serde_json::Value;
use station::{Counter, Heard};
use tokio::sync::broadcast;

use crate::arguments::Arguments;

/// What the pages may do: the same as in the window, but for the way to the door.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'none'; \
    img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    frame-ancestors 'none'; form-action 'none'";

struct Host {
    door: Arc<Door>,
    clock: Option<HandClock>,
    pages: Option<PathBuf>,
    address: SocketAddr,
    news: broadcast::Sender<News>,
    client: Client,
}

/// The second window, turned to the client, as the shell has it: the tablet's page and the steps of the visit that is open in it.
struct Client {
    counter: Counter,
    pages: Option<PathBuf>,
}

/// What the client's page shows already.
#[derive(serde::Deserialize)]
struct Shown {
    #[serde(default)]
    rev: i64,
    lang: Option<Lang>,
}

/// Serves until it is ended.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let data: PathBuf = arguments
        .option("--data")?
        .context("--data DIR is missing")?;
    let clock = match arguments.option::<String>("--clock")? {
        Some(text) => {
            let at =
                HandClock::parse(&text).with_context(|| format!("--clock {text}: not a moment"))?;
            Some(HandClock::at(at))
        }
        None => None,
    };
    let port: u16 = arguments.option("--port")?.unwrap_or(0);
    let pages: Option<PathBuf> = arguments.option("--ui")?;
    let tablet_pages: Option<PathBuf> = arguments.option("--tablet-ui")?;
    let quick = arguments.flag("--quick-keys");
    arguments.finish()?;
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .init();

    let mut config = Config::at(data.clone());
    config.press = Arc::new(press::Typst);
    if let Some(clock) = &clock {
        config.clock = Arc::new(clock.clone());
    }
    if quick {
        config.hardness = Hardness::TEST;
    }
    let door = Door::open(config).map_err(|error| anyhow::anyhow!("{}: {error}", error.code()))?;
    let client = Client {
        counter: Counter::new(door.clone())?,
        pages: tablet_pages.clone(),
    };
    let _courier = crate::errands::start(&door, tablet_pages)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(door, clock, pages, client, port))
}

async fn serve(
    door: Arc<Door>,
    clock: Option<HandClock>,
    pages: Option<PathBuf>,
    client: Client,
    port: u16,
) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
        .await
        .context("opening the port")?;
    let address = listener.local_addr()?;
    let (news, _) = broadcast::channel(256);
    let (heard, told) = (door.listen(), news.clone());
    std::thread::Builder::new()
        .name("news".into())
        .spawn(move || {
            for piece in heard {
                // Nobody may be listening just now.
                let _ = told.send(piece);
            }
        })?;
    let host = Arc::new(Host {
        door,
        clock,
        pages,
        address,
        news,
        client,
    });
    let app = Router::new()
        .route("/call", post(call))
        .route("/events", get(events))
        .route("/client/wait", get(client_wait))
        .route("/client/step/{verb}", post(client_step))
        .route("/client/", get(client_index))
        .route("/client/{*path}", get(client_file))
        .fallback(get(page))
        .layer(axum::extract::DefaultBodyLimit::max(512 * 1024 * 1024))
        .layer(axum::middleware::from_fn_with_state(
            Arc::clone(&host),
            only_from_here,
        ))
        .with_state(host);
    crate::say(&format!("listening {address}"))?;
    axum::serve(listener, app).await.context("serving")
}

/// Loopback alone isn't enough: a page of a stranger's in a browser on this computer could call, or rename itself to us.
async fn only_from_here(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    match stranger(host.address, request.headers()) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    }
}

fn stranger(address: SocketAddr, headers: &HeaderMap) -> Option<StatusCode> {
    let ours = [address.to_string(), format!("localhost:{}", address.port())];
    let header = |name| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    if !header(HOST).is_some_and(|given| ours.iter().any(|name| name == given)) {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let foreign = |origin: &str| !ours.iter().any(|name| origin == format!("http://{name}"));
    header(ORIGIN)
        .is_some_and(foreign)
        .then_some(StatusCode::FORBIDDEN)
}

async fn call(State(host): State<Arc<Host>>, headers: HeaderMap, body: Bytes) -> Response {
    let token = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
        .map(Token::new);
    // The core blocks: off the threads that serve others.
    let answer = tokio::task::spawn_blocking(move || host.answer(token.as_ref(), &body)).await;
    match answer {
        Ok(reply) => axum::Json(reply).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Host {
    fn answer(&self, token: Option<&Token>, body: &[u8]) -> Reply {
        let Ok(call) = serde_json::from_slice::<Call>(body) else {
            return self.refusal(&DoorError::Malformed.into(), Lang::Ru);
        };
        let lang = call.lang.unwrap_or(Lang::Ru);
        let own = match call.command.as_str() {
            "clock.set" | "clock.advance" => self.move_clock(&call.args),
            _ => return self.door.call(token, call),
        };
        own.map_or_else(|error| self.refusal(&error, lang), Reply::Ok)
    }

    fn move_clock(&self, args: &Value) -> Result<Value, Error> {
        let clock = self.clock.as_ref().ok_or(DoorError::NoCommand)?;
        if let Some(seconds) = args.get("seconds").and_then(Value::as_i64) {
            clock.advance(chrono::Duration::seconds(seconds));
        } else {
            let at = args
                .get("at")
                .and_then(Value::as_str)
                .and_then(HandClock::parse);
            clock.set(at.ok_or(DoorError::Malformed)?);
        }
        Ok(Value::String(clock.now().text()))
    }

    fn refusal(&self, error: &Error, lang: Lang) -> Reply {
        Reply::Error(error.refusal(self.door.texts(), lang, "host"))
    }
}

async fn events(
    State(host): State<Arc<Host>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let receiver = host.news.subscribe();
    let stream = futures_util::stream::unfold(receiver, async |mut receiver| {
        loop {
            match receiver.recv().await {
                Ok(news) => {
                    let event = Event::default().json_data(&news).unwrap_or_default();
                    return Some((Ok(event), receiver));
                }
                // Too much happened at once: the next piece tells enough.
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn client_wait(State(host): State<Arc<Host>>, Query(shown): Query<Shown>) -> Response {
    let lang = shown.lang.unwrap_or(Lang::Ru);
    told(host.client.counter.wait_in_window(shown.rev, lang).await)
}

async fn client_step(
    State(host): State<Arc<Host>>,
    UrlPath(verb): UrlPath<String>,
    Query(shown): Query<Shown>,
    axum::Json(args): axum::Json<Value>,
) -> Response {
    let lang = shown.lang.unwrap_or(Lang::Ru);
    told(host.client.counter.step_in_window(&verb, args, lang).await)
}

fn told(heard: Heard) -> Response {
    match heard {
        Heard::Reply(reply) => axum::Json(reply).into_response(),
        Heard::Unknown => StatusCode::UNAUTHORIZED.into_response(),
        Heard::Shut => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Heard::NoStep => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn client_index(State(host): State<Arc<Host>>) -> Response {
    served(host.client.pages.as_deref(), "/")
}

async fn client_file(State(host): State<Arc<Host>>, UrlPath(path): UrlPath<String>) -> Response {
    served(host.client.pages.as_deref(), &path)
}

async fn page(State(host): State<Arc<Host>>, uri: Uri) -> Response {
    if uri.path() == "/favicon.ico" {
        return StatusCode::NO_CONTENT.into_response();
    }
    served(host.pages.as_deref(), uri.path())
}

fn served(pages: Option<&Path>, path: &str) -> Response {
    let Some(file) = pages.and_then(|pages| inside(pages, path)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match std::fs::read(&file) {
        Ok(bytes) => (
            [
                (CONTENT_TYPE, kind_of(&file)),
                (CONTENT_SECURITY_POLICY, POLICY),
            ],
            bytes,
        )
            .into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The file that a path names, never outside the folder.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then(|| folder.join(path))
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_from_here_may_call() {
        let address = SocketAddr::from(([127, 0, 0, 1], 7300));
        let verdict = |host: &str, origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(ORIGIN, origin.parse().unwrap());
            }
            stranger(address, &headers)
        };
        assert_eq!(verdict("127.0.0.1:7300", None), None);
        assert_eq!(
            verdict("localhost:7300", Some("http://localhost:7300")),
            None
        );
        assert_eq!(
            verdict("example.kz:7300", None),
            Some(StatusCode::MISDIRECTED_REQUEST)
        );
        assert_eq!(
            verdict("127.0.0.1:7300", Some("http://example.kz")),
            Some(StatusCode::FORBIDDEN)
        );
        assert_eq!(
            verdict("127.0.0.1:7300", Some("null")),
            Some(StatusCode::FORBIDDEN)
        );
    }

    #[test]
    fn a_page_never_lies_outside_its_folder() {
        let folder = Path::new("/pages");
        assert_eq!(inside(folder, "/").unwrap(), Path::new("/pages/index.html"));
        assert_eq!(
            inside(folder, "/assets/a.js").unwrap(),
            Path::new("/pages/assets/a.js")
        );
        assert_eq!(inside(folder, "/../etc/passwd"), None);
        assert_eq!(
            inside(folder, "//etc/passwd").unwrap(),
            Path::new("/pages/etc/passwd")
        );
        assert_eq!(inside(folder, "/a/../../b"), None);
    }
}
