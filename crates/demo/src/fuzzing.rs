//! Ways in for hostile input: any bytes go in, the status of the answer comes out.
//!
//! The fuzz targets in `crates/demo/fuzz` and the tests call the same functions, each with a world
//! of its own, so that the same bytes always do the same.

use crate::{ADMIN, Scene, Simulation};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE, HeaderValue, UPGRADE};
use http::{Request, Response};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_encode};
use serde_json::{Value, json};
use std::time::{Duration, UNIX_EPOCH};

/// Verb and path of every kind of request that takes a body.
const CHANGES: [(&str, &str); 24] = [
    ("POST", "/v1/servers"),
    ("PATCH", "/v1/servers/server2"),
    ("PATCH", "/v1/servers/server2/relationships/monitors"),
    ("PATCH", "/v1/servers/server2/relationships/services"),
    ("POST", "/v1/monitors"),
    ("PATCH", "/v1/monitors/Monitor"),
    ("PATCH", "/v1/monitors/Monitor/relationships/servers"),
    ("PATCH", "/v1/monitors/Monitor/relationships/services"),
    ("POST", "/v1/services"),
    ("PATCH", "/v1/services/RW-Split-Router"),
    ("PATCH", "/v1/services/Read-Con-Router/relationships/servers"),
    ("PATCH", "/v1/services/RW-Split-Router/relationships/filters"),
    ("POST", "/v1/services/RW-Split-Router/listeners"),
    ("POST", "/v1/listeners"),
    ("PATCH", "/v1/listeners/RW-Split-Listener"),
    ("POST", "/v1/filters"),
    ("PATCH", "/v1/filters/QLA"),
    ("PATCH", "/v1/sessions/1"),
    ("PATCH", "/v1/maxscale"),
    ("POST", "/v1/users/inet"),
    ("PATCH", "/v1/users/inet/admin"),
    ("POST", "/v1/sql"),
    ("POST", "/v1/sql/1/queries"),
    ("POST", "/v1/maxscale/modules/mariadbmon/switchover?Monitor"),
];

/// Paths whose answers depend on their query.
const QUESTIONS: [&str; 10] = [
    "/v1/servers",
    "/v1/sessions",
    "/v1/services/RW-Split-Router",
    "/v1/maxscale/logs/data",
    "/v1/maxscale/logs/entries",
    "/v1/maxscale/modules/mariadbmon/switchover",
    "/v1/maxscale/query_classifier/classify",
    "/v1/auth",
    "/v1/servers/server2/set",
    "/v1/sessions/1",
];

/// What cannot stand in a query as it is.
const IN_QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>');

/// What cannot stand in a path as it is.
const IN_PATH: &AsciiSet = &IN_QUERY.add(b'?').add(b'`').add(b'{').add(b'}');

fn simulation() -> Simulation {
    Simulation::beginning_at(Scene::Recorded, 1, UNIX_EPOCH + Duration::from_secs(1_800_000_000))
}

fn admin() -> String {
    format!("Basic {}", STANDARD.encode(format!("{}:{}", ADMIN.0, ADMIN.1)))
}

/// One of the choices, and what remains of the bytes.
fn choose<'a, T: Copy>(choices: &[T], bytes: &'a [u8]) -> Option<(T, &'a [u8])> {
    let (first, rest) = bytes.split_first()?;
    let choice = choices.get(usize::from(*first) % choices.len().max(1))?;
    Some((*choice, rest))
}

async fn ask(request: http::request::Builder, body: &[u8]) -> Option<Response<Vec<u8>>> {
    let request: Request<Vec<u8>> = request.body(body.to_vec()).ok()?;
    Some(simulation().handle(request).await)
}

fn status(response: Option<&Response<Vec<u8>>>) -> Option<u16> {
    response.map(|response| response.status().as_u16())
}

/// The bytes after the first as a query, the first chooses path and verb. `None` when they cannot
/// be sent.
pub async fn query(bytes: &[u8]) -> Option<u16> {
    let (path, rest) = choose(&QUESTIONS, bytes)?;
    let (verb, rest) = choose(&["GET", "PUT", "POST", "DELETE", "HEAD"], rest)?;
    let uri = format!("{path}?{}", percent_encode(rest, IN_QUERY));
    let request = Request::builder().method(verb).uri(uri).header(AUTHORIZATION, admin());
    status(ask(request, b"").await.as_ref())
}

/// The bytes after the first as a filter; the first chooses its form.
pub async fn filter(bytes: &[u8]) -> Option<u16> {
    let (name, rest) =
        choose(&["filter", "filter%5B/attributes/state%5D", "filter%5Bstate%5D"], bytes)?;
    let uri = format!("/v1/servers?{name}={}", percent_encode(rest, NON_ALPHANUMERIC));
    let request = Request::get(uri).header(AUTHORIZATION, admin());
    status(ask(request, b"").await.as_ref())
}

/// The bytes after the first as the body of a change; the first chooses which.
pub async fn body(bytes: &[u8]) -> Option<u16> {
    let ((verb, path), rest) = choose(&CHANGES, bytes)?;
    let request = Request::builder().method(verb).uri(path).header(AUTHORIZATION, admin());
    status(ask(request, rest).await.as_ref())
}

/// The bytes as a path.
pub async fn path(bytes: &[u8]) -> Option<u16> {
    let (verb, rest) = choose(&["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"], bytes)?;
    let uri = format!("/{}", percent_encode(rest, IN_PATH));
    let request = Request::builder().method(verb).uri(uri).header(AUTHORIZATION, admin());
    status(ask(request, b"{}").await.as_ref())
}

/// The bytes after the first as what somebody shows to be let in; the first chooses how.
pub async fn credentials(bytes: &[u8]) -> Option<u16> {
    let (how, rest) = choose(&["", "Basic ", "Bearer ", "basic-of", "token_sig="], bytes)?;
    let value = match how {
        "basic-of" => format!("Basic {}", STANDARD.encode(rest)).into_bytes(),
        how => [how.as_bytes(), rest].concat(),
    };
    let name = if how == "token_sig=" { COOKIE } else { AUTHORIZATION };
    let header = HeaderValue::from_bytes(&value).ok()?;
    let request = Request::get("/v1/servers?fields%5Bservers%5D=state").header(name, header);
    status(ask(request, b"").await.as_ref())
}

/// The bytes as the query of the log's stream, up to the first zero; what follows as the word
/// that asks for a WebSocket, and its key.
pub async fn stream(bytes: &[u8]) -> Option<u16> {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let query = percent_encode(parts.next()?, IN_QUERY).to_string();
    let word = HeaderValue::from_bytes(parts.next().unwrap_or(b"websocket")).ok()?;
    let key = HeaderValue::from_bytes(parts.next().unwrap_or_default()).ok()?;
    let uri = format!("/v1/maxscale/logs/stream?{query}");
    let request = Request::get(uri).header(AUTHORIZATION, admin());
    let request = request.header(UPGRADE, word).header("sec-websocket-key", key);
    let response = ask(request, b"").await?;
    let mut follow = response.extensions().get::<crate::api::logs::Follow>().cloned();
    if let Some(follow) = &mut follow {
        simulation().read_log(follow).await;
    }
    status(Some(&response))
}

/// The bytes as SQL on a connection to a server.
pub async fn sql(bytes: &[u8]) -> Option<u16> {
    let simulation = simulation();
    let post = async |uri: String, body: Value| {
        let request = Request::post(uri).header(AUTHORIZATION, admin());
        let request = request.body(body.to_string().into_bytes()).ok()?;
        Some(simulation.handle(request).await)
    };
    let account = json!({ "user": "maxuser", "password": "maxpwd", "target": "server1" });
    let opened = post("/v1/sql".to_owned(), account).await?;
    let opened: Value = serde_json::from_slice(opened.body()).ok()?;
    let text = |pointer: &str| opened.pointer(pointer).and_then(Value::as_str);
    let (id, token) = (text("/data/id")?, text("/meta/token")?);
    let query = json!({ "sql": String::from_utf8_lossy(bytes), "max_rows": 100 });
    status(post(format!("/v1/sql/{id}/queries?token={token}"), query).await.as_ref())
}

/// The bytes as lines of words for the back door, each followed by a second: 204 if all were
/// understood.
pub async fn words(bytes: &[u8]) -> Option<u16> {
    let simulation = simulation();
    let mut status = 204;
    for line in String::from_utf8_lossy(bytes).lines().take(8) {
        if simulation.env(line).await.is_err() {
            status = 400;
        }
        simulation.advance(Duration::from_secs(1)).await;
    }
    Some(status)
}
