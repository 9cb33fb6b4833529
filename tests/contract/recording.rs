//! The recorded conversations with a real MaxScale, in tests/recordings.

use maxconsole_tests::support::folders;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// One recorded conversation.
pub struct Recording {
    /// The version of MaxScale by which its folder is named.
    pub version: String,
    /// The version that MaxScale gave itself.
    pub release: String,
    /// Host and port by which MaxScale was reached.
    pub host: String,
    /// The name of the file without `.json`.
    pub name: String,
    /// What was done and answered, in order.
    pub steps: Vec<Step>,
}

/// One step of it.
pub struct Step {
    /// Seconds since the start, when it was over.
    pub at: f64,
    /// What it is about.
    pub note: Option<String>,
    /// What was done.
    pub action: Action,
}

/// What was done in a step.
pub enum Action {
    /// Something to the world, in words.
    Event(String),
    /// A request to the API.
    Exchange(Exchange),
}

/// A request and its answer.
pub struct Exchange {
    /// The verb.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The headers, as far as they were recorded.
    pub headers: Map<String, Value>,
    /// The body, as it was sent.
    pub body: Vec<u8>,
    /// The answer.
    pub answer: Answer,
}

/// What MaxScale answered.
pub struct Answer {
    /// The status.
    pub status: u64,
    /// The headers; each with its values.
    pub headers: Map<String, Value>,
    /// The body; null when there was none.
    pub body: Value,
}

/// The bodies of requests as they stand in a recording: in which order they name parameters matters.
#[derive(Deserialize)]
struct Bodies {
    steps: Vec<StepBody>,
}

#[derive(Deserialize)]
struct StepBody {
    request: Option<Sent>,
}

#[derive(Deserialize)]
struct Sent {
    body: Option<Box<RawValue>>,
}

/// The recordings of a version, and those that `MAXCONSOLE_RECORDINGS` adds.
pub fn recordings(version: &str) -> Vec<Recording> {
    folders::recordings(&[version]).iter().map(|file| read(version, file)).collect()
}

fn read(version: &str, file: &PathBuf) -> Recording {
    let text = std::fs::read(file).unwrap();
    let document: Value = serde_json::from_slice(&text).unwrap();
    let bodies: Bodies = serde_json::from_slice(&text).unwrap();
    let steps = document["steps"].as_array().unwrap();
    Recording {
        version: version.to_owned(),
        release: document["maxscale"].as_str().unwrap().to_owned(),
        host: steps.iter().find_map(host).unwrap_or("127.0.0.1:8989").to_owned(),
        name: file.file_stem().unwrap().to_str().unwrap().to_owned(),
        steps: steps.iter().zip(bodies.steps).map(|(one, sent)| step(one, sent.request)).collect(),
    }
}

/// The host in the link of an answer to itself.
fn host(step: &Value) -> Option<&str> {
    let link = step["response"]["body"]["links"]["self"].as_str()?;
    link.strip_prefix("http://")?.split('/').next()
}

fn step(step: &Value, sent: Option<Sent>) -> Step {
    let action = match step["env"].as_str() {
        Some(words) => Action::Event(words.to_owned()),
        None => Action::Exchange(exchange(&step["request"], sent, &step["response"])),
    };
    Step {
        at: step["at_s"].as_f64().unwrap(),
        note: step["note"].as_str().map(str::to_owned),
        action,
    }
}

fn exchange(request: &Value, sent: Option<Sent>, response: &Value) -> Exchange {
    let body = match (&request["raw_body"], sent.and_then(|sent| sent.body)) {
        (Value::String(raw), _) => raw.clone().into_bytes(),
        (_, None) => Vec::new(),
        (_, Some(body)) => body.get().to_owned().into_bytes(),
    };
    Exchange {
        method: request["method"].as_str().unwrap().to_owned(),
        path: request["path"].as_str().unwrap().to_owned(),
        headers: request["headers"].as_object().cloned().unwrap_or_default(),
        body,
        answer: Answer {
            status: response["status"].as_u64().unwrap(),
            headers: response["headers"].as_object().unwrap().clone(),
            body: response["body"].clone(),
        },
    }
}
