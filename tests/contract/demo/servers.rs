//! Compares what servers do in the course of a recording: connections and events.

use crate::recording::{Action, Recording};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What was seen of the servers so far.
pub struct Servers {
    strangers: HashSet<String>,
    first_events: HashMap<String, (Value, Value)>,
}

impl Servers {
    /// Clients of the recording before may still be there when one begins: servers that have
    /// connections before anything is done in it have strangers.
    pub fn new(recording: &Recording) -> Self {
        let mut strangers = HashSet::new();
        for step in &recording.steps {
            let Action::Exchange(exchange) = &step.action else {
                break;
            };
            for server in servers(&exchange.answer.body) {
                if connections(server).is_some_and(|count| count > 0) {
                    strangers.insert(server["id"].as_str().unwrap().to_owned());
                }
            }
        }
        Self { strangers, first_events: HashMap::new() }
    }

    /// What is different in two lists of servers, or two servers.
    pub fn compare(&mut self, recorded: &Value, simulated: &Value) -> Vec<String> {
        let mut found = Vec::new();
        for theirs in servers(recorded) {
            let id = theirs["id"].as_str().unwrap();
            let Some(ours) = servers(simulated).into_iter().find(|server| server["id"] == id)
            else {
                continue;
            };
            found.extend(self.compare_connections(id, theirs, ours));
            found.extend(self.compare_events(id, theirs, ours));
        }
        found
    }

    fn compare_connections(&self, id: &str, theirs: &Value, ours: &Value) -> Option<String> {
        let (theirs, ours) = (connections(theirs)?, connections(ours)?);
        let differ = (theirs > 0) != (ours > 0) && !self.strangers.contains(id);
        differ.then(|| format!("{id} has {ours} connections instead of {theirs}"))
    }

    /// An event is new on both sides or on none; the first ones may come from another past.
    fn compare_events(&mut self, id: &str, theirs: &Value, ours: &Value) -> Option<String> {
        let event = |server: &Value| server["attributes"]["last_event"].clone();
        let moment = |server: &Value| server["attributes"]["triggered_at"].clone();
        if event(theirs).is_null() || event(ours).is_null() {
            return None;
        }
        let now = (moment(theirs), moment(ours));
        let first = self.first_events.entry(id.to_owned()).or_insert_with(|| now.clone());
        let changed = (first.0 != now.0, first.1 != now.1);
        let differ = changed.0 != changed.1 || (changed.0 && event(theirs) != event(ours));
        differ.then(|| {
            let word = |changed| if changed { "now" } else { "still" };
            format!(
                "{id} has {} event {} instead of {} {}",
                word(changed.1),
                event(ours),
                word(changed.0),
                event(theirs)
            )
        })
    }
}

fn servers(body: &Value) -> Vec<&Value> {
    let list: Vec<&Value> = match &body["data"] {
        Value::Array(list) => list.iter().collect(),
        one => vec![one],
    };
    list.into_iter().filter(|item| item["type"] == "servers").collect()
}

fn connections(server: &Value) -> Option<u64> {
    server["attributes"]["statistics"]["connections"].as_u64()
}
