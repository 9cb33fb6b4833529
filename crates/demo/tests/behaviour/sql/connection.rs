//! An SQL connection of a test.

use crate::client::TestClient;
use maxconsole_demo::{Scene, Simulation};
use serde_json::{Value, json};

/// A connection that is open.
pub struct SqlConnection<'a> {
    client: &'a TestClient,
    /// Its id.
    pub id: String,
    /// Its token.
    pub token: String,
}

/// A client of the world with the shop.
pub fn shop() -> TestClient {
    TestClient { simulation: Simulation::new(Scene::TwoClusters, 7) }
}

/// What to send to connect to a target.
pub fn account(target: &str) -> Value {
    json!({ "target": target, "user": "maxuser", "password": "maxpwd" })
}

impl<'a> SqlConnection<'a> {
    /// Connects to a target.
    pub async fn open(client: &'a TestClient, target: &str) -> Self {
        let (status, body) = client.ask("POST", "/v1/sql", &account(target).to_string()).await;
        assert_eq!(status, 201, "{body}");
        Self::of(client, &body)
    }

    /// The connection that a document tells of.
    pub fn of(client: &'a TestClient, body: &Value) -> Self {
        let text = |pointer: &str| body.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        Self { client, id: text("/data/id"), token: text("/meta/token") }
    }

    /// The path of something below it.
    pub fn path(&self, rest: &str) -> String {
        format!("/v1/sql/{}{rest}?token={}", self.id, self.token)
    }

    /// Does something with it.
    pub async fn ask(&self, method: &str, rest: &str) -> (u16, Value) {
        self.client.ask(method, &self.path(rest), "").await
    }

    /// Sends a query: status and document.
    pub async fn post(&self, body: Value, options: &str) -> (u16, Value) {
        let path = format!("{}{options}", self.path("/queries"));
        self.client.ask("POST", &path, &body.to_string()).await
    }

    /// The results of a query.
    pub async fn results(&self, sql: &str) -> Vec<Value> {
        let (status, body) = self.post(json!({ "sql": sql }), "").await;
        assert_eq!(status, 201, "{sql}: {body}");
        body["data"]["attributes"]["results"].as_array().unwrap().clone()
    }

    /// The result of the last statement of a query.
    pub async fn result(&self, sql: &str) -> Value {
        self.results(sql).await.pop().unwrap()
    }

    /// The rows of the last statement of a query.
    pub async fn rows(&self, sql: &str) -> Value {
        let result = self.result(sql).await;
        assert!(result["data"].is_array(), "{sql}: {result}");
        result["data"].clone()
    }

    /// Number and text of the error of the last statement.
    pub async fn error(&self, sql: &str) -> String {
        let result = self.result(sql).await;
        format!("{} {}", result["errno"], result["message"].as_str().unwrap_or_default())
    }

    /// Whether it is busy: the status of a query that is asked for now.
    pub async fn status(&self, query: u64) -> u16 {
        self.ask("GET", &format!("/queries/{}.{query}", self.id)).await.0
    }
}
