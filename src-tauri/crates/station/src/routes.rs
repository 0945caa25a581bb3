//! Everything that a tablet can reach: the page, the pairing, its own visit.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, ORIGIN, REFERRER_POLICY,
    SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use office::consents::tablets::{JoinTablet, KnowTablet, PairCheck};
use office::door::{Caller, Reply, TabletSeat};
use office::messages::Secret;
use office::{Door, Lang};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::counter::{Counter, Heard, is_step};
use crate::pages::{Pages, is_plain};

/// A request's body: a typed field, a few answers.
const BODY: usize = 64 * 1024;
/// A signature's points take more.
const SIGNATURE: usize = 512 * 1024;
/// A body arrives within this time.
const BODY_TIME: Duration = Duration::from_secs(10);
/// The cookie that names a paired tablet.
const COOKIE_NAME: &str = "__Host-tablet";
/// A tablet stays paired for a year without being used.
const COOKIE_AGE: u32 = 365 * 24 * 3600;

/// What the routes stand on.
#[derive(Clone)]
pub(crate) struct House {
    pub pages: Arc<dyn Pages>,
    /// `name:port` of every name that the station answers to.
    pub hosts: Arc<[String]>,
    pub counter: Counter,
}

/// The whole inventory.
pub(crate) fn router(house: House) -> Router {
    Router::new()
        .route("/", get(index))
        .route("/{*path}", get(file))
        .route("/pair", post(pair).layer(DefaultBodyLimit::max(BODY)))
        .route("/wait", get(wait))
        .route(
            "/step/sign",
            post(sign).layer(DefaultBodyLimit::max(SIGNATURE)),
        )
        .route(
            "/step/withdrawal_sign",
            post(sign_withdrawal).layer(DefaultBodyLimit::max(SIGNATURE)),
        )
        .route(
            "/step/{verb}",
            post(step).layer(DefaultBodyLimit::max(BODY)),
        )
        .layer(middleware::from_fn_with_state(house.clone(), guard))
        .with_state(house)
}

/// Knows our names, refuses other origins, keeps nothing in caches.
async fn guard(State(house): State<House>, request: Request, next: Next) -> Response {
    let host = text(request.headers(), &HOST)
        .unwrap_or_default()
        .to_ascii_lowercase();
    if !house.hosts.contains(&host) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    let changes = request.method() != Method::GET;
    if changes && text(request.headers(), &ORIGIN) != Some(&format!("https://{host}")) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = if changes {
        match tokio::time::timeout(BODY_TIME, next.run(request)).await {
            Ok(response) => response,
            Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
        }
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=()",
        ),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
             connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn index(State(house): State<House>) -> Response {
    serve_file(&house, "index.html")
}

async fn file(State(house): State<House>, Path(path): Path<String>) -> Response {
    serve_file(&house, &path)
}

fn serve_file(house: &House, path: &str) -> Response {
    match is_plain(path).then(|| house.pages.get(path)).flatten() {
        Some(page) => ([(CONTENT_TYPE, page.kind)], page.bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Pairs a tablet: the word of the QR code and six digits for a secret, which stays in a cookie that scripts can't read.
async fn pair(State(house): State<House>, body: Bytes) -> Response {
    let Ok(join) = serde_json::from_slice::<JoinTablet>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let outcome = house
        .counter
        .work(move |door| door.act(Caller::Machine, join))
        .await;
    match outcome {
        Some(Ok(PairCheck::Paired { secret })) => {
            let cookie = format!(
                "{COOKIE_NAME}={}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={COOKIE_AGE}",
                secret.show()
            );
            (
                [(SET_COOKIE, cookie)],
                axum::Json(json!({"kind": "paired"})),
            )
                .into_response()
        }
        Some(Ok(check)) => axum::Json(check).into_response(),
        Some(Err(_)) | None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// What the tablet already shows.
#[derive(Deserialize)]
struct Shown {
    #[serde(default)]
    rev: i64,
    lang: Option<Lang>,
}

/// Answers when there is something else to show, and after a while in any case.
async fn wait(
    State(house): State<House>,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
) -> Response {
    let lang = shown.lang.unwrap_or(Lang::Ru);
    let Some(secret) = cookie(&headers) else {
        return told(house.counter.unknown());
    };
    let seat = move |door: &Door| known(door, secret.clone());
    let heard = house.counter.wait(seat, shown.rev, lang).await;
    wiped(shown.rev != 0 && is_free(&heard), told(heard))
}

/// There is no visit at the tablet.
fn is_free(heard: &Heard) -> bool {
    matches!(heard, Heard::Reply(Reply::Ok(view)) if view["visit"].is_null() && view.get("rev").is_some())
}

/// Where a visit ends the browser is told to let go of whatever it might have kept. Not of the cookie: the tablet stays paired.
fn wiped(ends: bool, mut response: Response) -> Response {
    if ends {
        response.headers_mut().insert(
            HeaderName::from_static("clear-site-data"),
            HeaderValue::from_static("\"cache\", \"storage\""),
        );
    }
    response
}

/// What a client's page hears, as HTTP says it.
fn told(heard: Heard) -> Response {
    match heard {
        Heard::Reply(reply @ Reply::Ok(_)) => axum::Json(reply).into_response(),
        Heard::Reply(reply @ Reply::Error(_)) => {
            (StatusCode::CONFLICT, axum::Json(reply)).into_response()
        }
        Heard::Unknown => StatusCode::UNAUTHORIZED.into_response(),
        Heard::Shut => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Heard::NoStep => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn sign(
    state: State<House>,
    query: Query<Shown>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    step(state, Path("sign".to_owned()), query, headers, body).await
}

async fn sign_withdrawal(
    state: State<House>,
    query: Query<Shown>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let verb = Path("withdrawal_sign".to_owned());
    step(state, verb, query, headers, body).await
}

/// A step of the client: one of the tablet's own commands, by its verb.
async fn step(
    State(house): State<House>,
    Path(verb): Path<String>,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !is_step(&format!("tablet.{verb}")) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Ok(args) = serde_json::from_slice::<Value>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(secret) = cookie(&headers) else {
        return told(house.counter.unknown());
    };
    let lang = shown.lang.unwrap_or(Lang::Ru);
    let seat = move |door: &Door| known(door, secret);
    let heard = house.counter.step(seat, &verb, args, lang).await;
    wiped(is_free(&heard), told(heard))
}

/// The tablet that carries a secret, if it is still paired.
fn known(door: &Door, secret: Secret) -> Option<TabletSeat> {
    let known = door.ask(Caller::Machine, KnowTablet { secret }).ok()??;
    Some(TabletSeat {
        tablet: known.tablet,
        operator: known.operator,
        branch: known.branch,
    })
}

fn cookie(headers: &HeaderMap) -> Option<Secret> {
    let all = text(headers, &COOKIE)?;
    let value = all
        .split(';')
        .find_map(|pair| pair.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='))?;
    Some(Secret::new(value))
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
