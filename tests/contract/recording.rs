//! The recorded conversations with a real MaxScale, in `../shared/recordings`, or in the folder
//! that `MAXCONSOLE_RECORDINGS` names.

use serde_json::{Map, Value};
use std::path::PathBuf;

/// One recorded conversation.
pub struct Recording {
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
    pub deed: Deed,
}

/// What was done in a step.
pub enum Deed {
    /// Something to the world, in words.
    Env(String),
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

/// The variable that names another folder with recordings.
pub const OTHERS: &str = "MAXCONSOLE_RECORDINGS";

/// The recordings of a version; `None` where the folder is absent, which is said aloud. With
/// `MAXCONSOLE_RECORDINGS`, those in that folder instead, whatever their version.
pub fn recordings(version: &str) -> Option<Vec<Recording>> {
    let ours =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/recordings").join(version);
    let folder = std::env::var_os(OTHERS).map_or(ours, PathBuf::from);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return None;
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "there is no recording of {version}");
    Some(files.iter().map(read).collect())
}

fn read(file: &PathBuf) -> Recording {
    let text = std::fs::read(file).unwrap();
    let document: Value = serde_json::from_slice(&text).unwrap();
    let steps = document["steps"].as_array().unwrap();
    Recording {
        name: file.file_stem().unwrap().to_str().unwrap().to_owned(),
        steps: steps.iter().map(step).collect(),
    }
}

fn step(step: &Value) -> Step {
    let deed = match step["env"].as_str() {
        Some(words) => Deed::Env(words.to_owned()),
        None => Deed::Exchange(exchange(&step["request"], &step["response"])),
    };
    Step {
        at: step["at_s"].as_f64().unwrap(),
        note: step["note"].as_str().map(str::to_owned),
        deed,
    }
}

fn exchange(request: &Value, response: &Value) -> Exchange {
    let body = match (&request["raw_body"], &request["body"]) {
        (Value::String(raw), _) => raw.clone().into_bytes(),
        (_, Value::Null) => Vec::new(),
        (_, body) => body.to_string().into_bytes(),
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
