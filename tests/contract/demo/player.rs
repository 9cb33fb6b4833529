//! Plays one recording against a simulation.

use super::connections::{self, Connections};
use super::outside::Outside;
use super::servers::Servers;
use crate::compare;
use crate::recording::{Action, Exchange, Recording, Step};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Request, Response};
use maxconsole_demo::{ADMIN, MaxScaleVersion};
use serde_json::Value;
use std::collections::HashMap;

/// Headers that have to be there with the same value.
const SAME: [&str; 7] = [
    "content-type",
    "cache-control",
    "x-frame-options",
    "www-authenticate",
    "accept",
    "location",
    "mxs-warning",
];

/// Headers that have to be there.
const PRESENT: [&str; 2] = ["etag", "last-modified"];

/// A recording on its way.
pub struct Player<'a> {
    recording: &'a Recording,
    version: MaxScaleVersion,
    demo: Outside,
    servers: Servers,
    cookie: String,
    tags: HashMap<String, String>,
    sessions: HashMap<String, String>,
    links: HashMap<String, String>,
    connections: Connections,
    found: Vec<(String, String)>,
}

impl<'a> Player<'a> {
    pub fn new(recording: &'a Recording, version: MaxScaleVersion) -> Self {
        Self {
            recording,
            version,
            demo: Outside::new(version),
            servers: Servers::new(recording),
            cookie: String::new(),
            tags: HashMap::new(),
            sessions: HashMap::new(),
            links: HashMap::new(),
            connections: Connections::default(),
            found: Vec::new(),
        }
    }

    /// Plays it, and tells request and difference wherever the answers are not alike.
    pub async fn play(mut self) -> Vec<(String, String)> {
        for (index, step) in self.recording.steps.iter().enumerate() {
            self.demo.wait_until(step.at).await;
            match &step.action {
                Action::Event(words) => {
                    if let Err(problem) = self.demo.act(words).await {
                        self.found.push((words.clone(), problem));
                    }
                }
                Action::Exchange(exchange) => self.exchange(index, step, exchange).await,
            }
        }
        self.found
    }

    async fn exchange(&mut self, index: usize, step: &Step, exchange: &Exchange) {
        let request = self.request(index, &self.connections.translated(exchange));
        let response = self.demo.send(request).await;
        let note = step.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        let name = format!("{} {}{note}", exchange.method, exchange.path);
        let body: Value = serde_json::from_slice(response.body()).unwrap_or_default();
        self.connections.meet(&exchange.answer.body, &body);
        let expected = self.connections.translated(exchange);
        let mut differences = self.compare(&expected, &response);
        differences.extend(self.servers.compare(&exchange.answer.body, &body));
        self.found.extend(differences.into_iter().map(|difference| (name.clone(), difference)));
        self.remember(exchange, &response, &body);
    }

    fn request(&self, index: usize, exchange: &Exchange) -> Request<Vec<u8>> {
        let path = self.own_path(&exchange.path);
        let mut request = Request::builder().method(exchange.method.as_str()).uri(encoded(&path));
        request = request.header("host", &self.recording.host);
        for (name, value) in &exchange.headers {
            let value = value.as_str().unwrap();
            let value = match name.as_str() {
                "Authorization" => self.authorization(index, value),
                "Cookie" => format!("token_sig={}", self.cookie),
                "If-None-Match" => {
                    self.tags.get(&exchange.path).map_or(value, |tag| tag).to_owned()
                }
                _ => value.to_owned(),
            };
            request = request.header(name, value);
        }
        request.body(exchange.body.clone()).unwrap()
    }

    /// The path with this simulation's numbers of sessions and rows of the log.
    fn own_path(&self, path: &str) -> String {
        if let Some(link) = self.links.get(path) {
            return link.clone();
        }
        let Some(rest) = path.strip_prefix("/v1/sessions/") else {
            return path.to_owned();
        };
        let (id, tail) = rest.split_once('/').unwrap_or((rest, ""));
        let id = self.sessions.get(id).map_or(id, String::as_str);
        format!("/v1/sessions/{id}/{tail}")
    }

    /// The recordings leave out who signs in: it is the administrator unless the notes tell.
    fn authorization(&self, index: usize, value: &str) -> String {
        if value.starts_with("Bearer") {
            return "Bearer nonsense".to_owned();
        }
        let note = self.recording.steps[index].note.as_deref();
        let (user, password) = if note == Some("wrong password") {
            ("admin", "wrong")
        } else if self.is_by_viewer(index) {
            ("viewer", "viewerpw")
        } else {
            ADMIN
        };
        format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
    }

    /// The read-only user's requests are those before and with the note that he may not, back to
    /// the last note.
    fn is_by_viewer(&self, index: usize) -> bool {
        let rest = &self.recording.steps[index..];
        rest.iter().find_map(|step| step.note.as_deref()) == Some("basic user may not")
    }

    fn compare(&self, exchange: &Exchange, response: &Response<Vec<u8>>) -> Vec<String> {
        let recorded = &exchange.answer;
        let mut found = Vec::new();
        let status = u64::from(response.status().as_u16());
        if status != recorded.status {
            found.push(format!("status {status} instead of {}", recorded.status));
            return found;
        }
        let recorded_header = |name: &str| {
            let entry = recorded.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
            entry.map(|(_, values)| values[0].as_str().unwrap().to_owned())
        };
        let header = |name: &str| {
            response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
        };
        for name in SAME {
            if header(name) != recorded_header(name) {
                found.push(format!(
                    "header {name} is {:?} instead of {:?}",
                    header(name),
                    recorded_header(name)
                ));
            }
        }
        for name in PRESENT {
            if header(name).is_some() != recorded_header(name).is_some() {
                found.push(format!("header {name} is {:?}", header(name)));
            }
        }
        if header("set-cookie").map(shape) != recorded_header("set-cookie").map(shape) {
            found.push(format!("cookie is {:?}", header("set-cookie").map(shape)));
        }
        found.extend(self.compare_body(&recorded.body, response.body()));
        found
    }

    fn compare_body(&self, recorded: &Value, simulated: &[u8]) -> Vec<String> {
        let simulated = match simulated {
            [] => Value::Null,
            text => serde_json::from_slice(text).expect("an answer that is JSON"),
        };
        let recorded = connections::sorted(self.as_released(&without_numbers(recorded)));
        compare::differences(&recorded, &connections::sorted(without_numbers(&simulated)))
    }

    /// What the branch was recorded as before its release, under the name of the release.
    fn as_released(&self, body: &Value) -> Value {
        let name = |release: &str| Value::from(release).to_string();
        let text = body.to_string();
        let text = text.replace(&name(&self.recording.release), &name(self.version.release()));
        serde_json::from_str(&text).unwrap()
    }

    fn remember(&mut self, exchange: &Exchange, response: &Response<Vec<u8>>, body: &Value) {
        let header = |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap());
        if let Some(cookie) = header("set-cookie").and_then(|c| c.strip_prefix("token_sig=")) {
            self.cookie = cookie.split(';').next().unwrap().to_owned();
        }
        if let Some(tag) = header("etag") {
            self.tags.insert(exchange.path.clone(), tag.to_owned());
        }
        let previous = |body: &Value| {
            let link = body["links"]["prev"].as_str()?;
            let path = link.strip_prefix("http://")?.strip_prefix(&self.recording.host)?;
            Some(path.to_owned())
        };
        if let (Some(theirs), Some(ours)) = (previous(&exchange.answer.body), previous(body)) {
            self.links.insert(theirs, ours);
        }
        if exchange.path == "/v1/sessions" && self.sessions.is_empty() {
            self.sessions = pair(&exchange.answer.body, body);
        }
    }
}

/// A path in the form that a request needs; what stands for something that was left out is kept
/// short.
fn encoded(path: &str) -> String {
    let allowed = |c: char| c.is_ascii_graphic() && !"[]\"\\^`{|}".contains(c);
    let mut text = String::new();
    for c in path.replace(['<', '>'], "-").chars() {
        if allowed(c) {
            text.push(c);
        } else {
            text.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    text
}

/// The sessions of both worlds by service, in order of their ids.
fn pair(recorded: &Value, simulated: &Value) -> HashMap<String, String> {
    let sorted = |body: &Value| {
        let list = body["data"].as_array().cloned().unwrap_or_default();
        let mut keys: Vec<(String, u64)> = list
            .iter()
            .map(|session| {
                let service = &session["relationships"]["services"]["data"][0]["id"];
                let id = session["id"].as_str().unwrap().parse().unwrap();
                (service.as_str().unwrap().to_owned(), id)
            })
            .collect();
        keys.sort();
        keys
    };
    let (theirs, ours) = (sorted(recorded), sorted(simulated));
    let same = theirs.into_iter().zip(ours).filter(|(theirs, ours)| theirs.0 == ours.0);
    same.map(|(theirs, ours)| (theirs.1.to_string(), ours.1.to_string())).collect()
}

/// A body without the numbers that count what happened before: sessions and rows of the log.
fn without_numbers(body: &Value) -> Value {
    let mut text = body.to_string();
    for before in ["/sessions/", "cursor%5D="] {
        let parts: Vec<&str> = text.split(before).collect();
        let rest = parts[1..].iter().map(|part| part.trim_start_matches(|c: char| c.is_numeric()));
        text = std::iter::once(parts[0]).chain(rest).collect::<Vec<_>>().join(before);
    }
    serde_json::from_str(&text).unwrap()
}

/// A cookie without the token.
fn shape(cookie: String) -> String {
    let (first, rest) = cookie.split_once(';').unwrap();
    let name = first.split('=').next().unwrap();
    format!("{name}=…;{rest}")
}
