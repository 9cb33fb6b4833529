//! The back door of a simulated MaxScale, which lies beside the API (docs/demo.md).

use gloo_net::http::{Method, RequestBuilder};
use serde_json::Value;
use web_sys::RequestCredentials;

use super::transport::api_url;

/// Something that can be tampered with: its name, and that with what was done to it.
pub type Choice = (String, String);

/// What there is behind the API: the servers, then the services, in MaxScale's order.
pub async fn look() -> Result<[Vec<Choice>; 2], String> {
    let body = call("_demo", None).await?;
    let seen: Value = serde_json::from_str(&body).unwrap_or_default();
    Ok(["servers", "services"].map(|kind| match seen.get(kind) {
        Some(Value::Array(all)) => all.iter().map(choice).collect(),
        _ => vec![],
    }))
}

/// Does something to the world, in the words of the door; to the clock, if they begin so.
pub async fn tamper(words: &str) -> Result<(), String> {
    call("_demo/env", Some(words)).await.map(drop)
}

fn choice(value: &Value) -> Choice {
    let is = |name: &str, state: bool| value.get(name).and_then(Value::as_bool) == Some(state);
    let name = value.get("name").unwrap_or(value).as_str().unwrap_or_default();
    let noted = if is("up", false) {
        texts::api::killed(name)
    } else if is("broken", true) {
        texts::api::replication_broken(name)
    } else {
        name.to_owned()
    };
    (name.to_owned(), noted)
}

/// Sends words, or asks; gives the answer, or what is wrong in the door's own words.
async fn call(path: &str, words: Option<&str>) -> Result<String, String> {
    let request = RequestBuilder::new(&[&api_url(), "../", path].concat())
        .credentials(RequestCredentials::SameOrigin);
    let request = match words {
        Some(words) => request.method(Method::POST).body(words),
        None => request.build(),
    };
    let silence = |_| texts::api::no_simulation().to_owned();
    let answer = request.map_err(silence)?.send().await.map_err(silence)?;
    let body = answer.text().await.map_err(silence)?;
    if answer.ok() { Ok(body) } else { Err(body) }
}
