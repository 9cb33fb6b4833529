//! Plays one recording against a simulation.

use super::connections::{self, Connections};
use super::outside::Outside;
use super::servers::Servers;
use super::sign_in;
use super::throttling::Throttling;
use crate::compare;
use crate::recording::{Action, Exchange, Recording, Step};
use http::{Request, Response};
use maxconsole_demo::MaxScaleVersion;
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
    throttling: Throttling,
    /// How many seconds the simulation is ahead: the times of a recording are those at which
    /// answers were there, and a call takes its time here too.
    ahead: f64,
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
            throttling: Throttling::new(recording),
            ahead: 0.0,
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
            if !takes_its_time(&step.action) {
                self.demo.wait_until(step.at + self.ahead).await;
            }
            self.throttling.follow(&self.demo, index).await;
            match &step.action {
                Action::Event(words) => {
                    if let Err(problem) = self.demo.act(words).await {
                        self.found.push((words.clone(), problem));
                    }
                }
                Action::Exchange(exchange) => self.exchange(index, step, exchange).await,
            }
            self.demo.wait_until(step.at + self.ahead).await;
            self.ahead = self.demo.elapsed().await - step.at;
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
                "Authorization" => sign_in::authorization(self.recording, index, value),
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

/// Whether it is begun when the step before is over: a process takes seconds to end and to start.
fn takes_its_time(action: &Action) -> bool {
    matches!(action, Action::Event(words) if words.starts_with("kill ") || words.starts_with("start "))
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
