//! A client of a recorded simulation with a frozen clock, and short ways to ask it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Request, Response};
use maxconsole_demo::{ADMIN, Scene, Simulation};
use serde_json::Value;
use std::time::Duration;

/// A simulation with somebody signed in.
pub struct TestClient {
    /// The simulation.
    pub simulation: Simulation,
}

/// An `Authorization` header for an account.
pub fn basic((user, password): (&str, &str)) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

impl TestClient {
    /// A world without traffic.
    pub fn new() -> Self {
        Self { simulation: Simulation::new(Scene::Recorded, 7) }
    }

    /// Sends a request as it is.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Response<Vec<u8>> {
        let mut request = Request::builder().method(method).uri(path).header("host", "mxs:8989");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.simulation.handle(request.body(body.as_bytes().to_vec()).unwrap()).await
    }

    /// A request of the administrator: status and body.
    pub async fn ask(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let admin = basic(ADMIN);
        let response = self.send(method, path, &[("authorization", &admin)], body).await;
        let body = serde_json::from_slice(response.body()).unwrap_or_default();
        (response.status().as_u16(), body)
    }

    /// What the administrator gets.
    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.ask("GET", path, "").await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    /// A change that works.
    pub async fn put(&self, path: &str) {
        let (status, body) = self.ask("PUT", path, "").await;
        assert_eq!((status, body), (204, Value::Null), "{path}");
    }

    /// The text of a refusal.
    pub async fn refusal(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let (status, body) = self.ask(method, path, body).await;
        let details = body.pointer("/errors").or(body.pointer("/meta/errors")).cloned();
        let texts: Vec<String> = details
            .and_then(|list| list.as_array().cloned())
            .unwrap_or_default()
            .iter()
            .map(|error| error["detail"].as_str().unwrap().to_owned())
            .collect();
        (status, texts.join("|"))
    }

    /// The state of a server.
    pub async fn state(&self, server: &str) -> String {
        let body = self.get(&format!("/v1/servers/{server}")).await;
        body["data"]["attributes"]["state"].as_str().unwrap().to_owned()
    }

    /// The connections of a server.
    pub async fn connections(&self, server: &str) -> u64 {
        let body = self.get(&format!("/v1/servers/{server}")).await;
        body["data"]["attributes"]["statistics"]["connections"].as_u64().unwrap()
    }

    /// The last event of a server.
    pub async fn event(&self, server: &str) -> String {
        let body = self.get(&format!("/v1/servers/{server}")).await;
        body["data"]["attributes"]["last_event"].as_str().unwrap().to_owned()
    }

    /// How many sessions there are.
    pub async fn sessions(&self) -> usize {
        self.get("/v1/sessions").await["data"].as_array().unwrap().len()
    }

    /// Does something to the world.
    pub async fn env(&self, words: &str) {
        self.simulation.env(words).await.unwrap();
    }

    /// Lets seconds pass.
    pub async fn wait(&self, seconds: u64) {
        self.simulation.advance(Duration::from_secs(seconds)).await;
    }
}
