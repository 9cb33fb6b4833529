//! Switches the throttling of messages off where it was off in a recording: that was done before, or
//! between its steps, for more refusals than it lets pass.

use super::outside::Outside;
use crate::recording::{Action, Exchange, Recording};
use http::Request;
use serde_json::json;
use std::collections::HashMap;

/// How many refusals of a kind in a second keep their words.
const LET_PASS: usize = 10;

/// What is known of it at each step.
pub struct Throttling {
    /// Whether it is known to be off, by step.
    off: Vec<bool>,
    is_on: bool,
}

impl Throttling {
    /// What a recording tells.
    pub fn new(recording: &Recording) -> Self {
        let steps = 0..recording.steps.len();
        let keeps = keeps_words(recording);
        let off = |index| match shown(recording, index) {
            Some((place, is_off)) if is_off || place == index => is_off,
            _ => keeps,
        };
        Self { off: steps.map(off).collect(), is_on: true }
    }

    /// Switches it off or on when it has to be for a step.
    pub async fn follow(&mut self, demo: &Outside, index: usize) {
        if self.is_on == self.off[index] {
            let [count, window, suppress] = if self.is_on { [0, 0, 0] } else { [10, 1000, 10_000] };
            let set = json!({ "count": count, "window": window, "suppress": suppress });
            let parameters = json!({ "log_throttling": set });
            let body = json!({ "data": { "attributes": { "parameters": parameters } } });
            demo.as_admin(Request::patch("/v1/maxscale"), &body).await;
        }
        self.is_on = !self.off[index];
    }
}

/// The step from this one on that shows whether it is off, unless it is set again before.
fn shown(recording: &Recording, index: usize) -> Option<(usize, bool)> {
    for (place, step) in recording.steps.iter().enumerate().skip(index) {
        let Action::Exchange(exchange) = &step.action else { continue };
        if String::from_utf8_lossy(&exchange.body).contains("log_throttling") {
            return None;
        }
        let parameters = &exchange.answer.body["data"]["attributes"]["parameters"];
        if let Some(count) = parameters["log_throttling"]["count"].as_i64() {
            return Some((place, count == 0));
        }
    }
    None
}

/// Whether more refusals of a kind keep their words than would do so with it.
fn keeps_words(recording: &Recording) -> bool {
    let mut times: HashMap<String, Vec<f64>> = HashMap::new();
    for step in &recording.steps {
        if let Action::Exchange(exchange) = &step.action {
            for detail in details(exchange) {
                times.entry(kind(&detail)).or_default().push(step.at);
            }
        }
    }
    let many =
        |times: &Vec<f64>| times.windows(LET_PASS + 1).any(|some| some[LET_PASS] - some[0] < 1.0);
    times.values().any(many)
}

/// The words of a change that was refused.
fn details(exchange: &Exchange) -> Vec<String> {
    let is_refused = exchange.answer.status == 400 && exchange.method != "GET";
    let errors = exchange.answer.body["errors"].as_array().filter(|_| is_refused);
    let texts = errors.into_iter().flatten().filter_map(|error| error["detail"].as_str());
    texts.map(str::to_owned).collect()
}

/// A text without what it names.
fn kind(text: &str) -> String {
    let text = match text.split_once(": ") {
        Some((name, rest)) if !name.contains(' ') && !rest.starts_with("The ") => "a wrong value",
        Some((_, rest)) => rest,
        None => text,
    };
    text.split('\'').step_by(2).collect::<Vec<_>>().join("")
}

#[test]
fn what_is_named_makes_no_difference() {
    let kinds = ["a: The parameter 'x' is", "b: The parameter 'y' is"].map(kind);
    assert_eq!(kinds[0], kinds[1]);
}
