//! The back door of a simulated MaxScale, which lies beside the API (docs/demo.md).

use gloo_net::http::{Method, RequestBuilder};
use serde_json::Value;
use web_sys::RequestCredentials;

use super::client::api_url;

/// What can be tampered with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// The servers, in MaxScale's order.
    pub servers: Vec<Database>,
    /// The names of the services.
    pub services: Vec<String>,
    /// Whether the clock runs.
    pub is_running: bool,
}

/// The database behind a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Database {
    /// The server's name.
    pub name: String,
    /// Whether its process runs.
    pub is_up: bool,
    /// Whether it is a replica, so that it can lag and break.
    pub replicates: bool,
    /// Whether it lags behind.
    pub lags: bool,
    /// Whether its replication is broken.
    pub is_broken: bool,
}

/// Something to be done: where to, and in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// To the world or to MaxScale.
    World(String),
    /// To the clock.
    Clock(&'static str),
}

/// What there is behind the API.
pub async fn look() -> Result<Behind, String> {
    let body = call("_demo", None).await?;
    let seen: Value = serde_json::from_str(&body).map_err(|error| error.to_string())?;
    let list = |name: &str| seen.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    Ok(Behind {
        servers: list("servers").iter().map(database).collect(),
        services: list("services").iter().filter_map(|one| one.as_str().map(Into::into)).collect(),
        is_running: is(&seen, "running"),
    })
}

/// Does it.
pub async fn tamper(deed: &Deed) -> Result<(), String> {
    match deed {
        Deed::World(words) => call("_demo/env", Some(words)).await,
        Deed::Clock(words) => call("_demo/clock", Some(words)).await,
    }
    .map(drop)
}

fn is(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or_default()
}

fn database(value: &Value) -> Database {
    let lag = value.get("lag").and_then(Value::as_f64).unwrap_or_default();
    Database {
        name: value.get("name").and_then(Value::as_str).unwrap_or_default().into(),
        is_up: is(value, "up"),
        replicates: is(value, "replicates"),
        lags: lag > 0.0,
        is_broken: is(value, "broken"),
    }
}

/// Sends words, or asks; gives the answer, or what is wrong in the door's own words.
async fn call(path: &str, words: Option<&str>) -> Result<String, String> {
    let method = if words.is_some() { Method::POST } else { Method::GET };
    let request = RequestBuilder::new(&format!("{}../{path}", api_url()))
        .method(method)
        .credentials(RequestCredentials::SameOrigin);
    let request = match words {
        Some(words) => request.body(words),
        None => request.build(),
    };
    let answer = request.map_err(|error| error.to_string())?.send().await;
    let answer = answer.map_err(|_| "The simulation cannot be reached.".to_owned())?;
    let body = answer.text().await.unwrap_or_default();
    if answer.ok() { Ok(body) } else { Err(body) }
}
