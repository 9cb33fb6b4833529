//! The ids and tokens of SQL connections, which are others in every world.

use crate::recording::{Answer, Exchange};
use serde_json::Value;

/// What a token is replaced by in the recordings.
const TOKEN: &str = "eyJ<header>.<claims>.<signature>";

/// A document whose connections go by their ids; those of the two worlds are drawn apart.
pub fn sorted(mut document: Value) -> Value {
    if let Some(items) = document["data"].as_array_mut()
        && items.iter().all(|item| item["type"] == "sql")
    {
        items.sort_by_key(|item| item["id"].to_string());
    }
    document
}

/// A connection of the recording and the one that stands for it.
struct Pair {
    theirs: String,
    ours: String,
    token: String,
}

/// The connections that were opened.
#[derive(Default)]
pub struct Connections(Vec<Pair>);

impl Connections {
    /// Takes note of a connection that a request opened in both worlds.
    pub fn meet(&mut self, recorded: &Value, simulated: &Value) {
        let id = |body: &Value| body["data"]["id"].as_str().map(str::to_owned);
        let token = simulated["meta"]["token"].as_str().map(str::to_owned);
        if let (Some(theirs), Some(ours), Some(token)) = (id(recorded), id(simulated), token)
            && simulated["data"]["type"] == "sql"
        {
            self.0.push(Pair { theirs, ours, token });
        }
    }

    /// The exchange as it has to be in this world.
    pub fn translated(&self, exchange: &Exchange) -> Exchange {
        let answer = &exchange.answer;
        let read = |value: &Value| serde_json::from_str(&self.ours(&value.to_string())).unwrap();
        let headers: Value = read(&Value::Object(answer.headers.clone()));
        Exchange {
            method: exchange.method.clone(),
            path: self.path(&exchange.path),
            headers: exchange.headers.clone(),
            body: self.ours(&String::from_utf8_lossy(&exchange.body)).into_bytes(),
            answer: Answer {
                status: answer.status,
                headers: headers.as_object().unwrap().clone(),
                body: read(&answer.body),
            },
        }
    }

    fn ours(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, pair| text.replace(&pair.theirs, &pair.ours))
    }

    /// The path with our ids, and the token of the connection that it is about.
    fn path(&self, path: &str) -> String {
        let path = self.ours(path);
        let meant = self.0.iter().rev().find(|pair| path.contains(&pair.ours)).or(self.0.last());
        meant.map_or(path.clone(), |pair| path.replace(TOKEN, &pair.token))
    }
}
