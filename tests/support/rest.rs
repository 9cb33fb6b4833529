//! What MaxScale itself says, asked past the page.

use super::until::until;
use http::Request;
use maxconsole_demo::{ADMIN, Simulation};
use serde_json::Value;

/// The REST API of a console's MaxScale, asked as an administrator.
#[derive(Clone)]
pub struct Rest(Simulation);

impl Rest {
    /// Asks this MaxScale.
    pub fn new(simulation: Simulation) -> Self {
        Self(simulation)
    }

    /// One exchange: the status and the body, null where it is none.
    pub async fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        use base64::Engine;
        let pair = format!("{}:{}", ADMIN.0, ADMIN.1);
        let basic = base64::engine::general_purpose::STANDARD.encode(pair);
        let bytes = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("Host", "127.0.0.1")
            .header("Authorization", format!("Basic {basic}"))
            .body(bytes)
            .unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        let answer = self.0.handle(request).await;
        let status = answer.status().as_u16();
        (status, serde_json::from_slice(answer.body()).unwrap_or(Value::Null))
    }

    /// The attributes of one object, such as `servers/server1`; null when it is not there.
    pub async fn attributes(&self, path: &str) -> Value {
        self.ask("GET", &format!("/v1/{path}"), &Value::Null).await.1["data"]["attributes"].clone()
    }

    /// A change that must succeed.
    pub async fn change(&self, method: &str, path: &str, body: Value) {
        let (status, answer) = self.ask(method, path, &body).await;
        assert!(status < 300, "{method} {path}: {status} {answer}");
    }

    /// The state of a server in MaxScale's words; empty when there is no such server.
    pub async fn state(&self, server: &str) -> String {
        let attributes = self.attributes(&format!("servers/{server}")).await;
        attributes["state"].as_str().unwrap_or_default().to_owned()
    }

    /// How many connections MaxScale has to a server.
    pub async fn connections(&self, server: &str) -> u64 {
        let attributes = self.attributes(&format!("servers/{server}")).await;
        attributes["statistics"]["connections"].as_u64().unwrap_or_default()
    }

    /// Waits until a server's state is this.
    pub async fn await_state(&self, server: &str, state: &str) {
        until(&format!("{server} to be {state:?}"), async || {
            let now = self.state(server).await;
            if now == state { Ok(()) } else { Err(now) }
        })
        .await;
    }

    /// The server that has a role, such as `Master`, under a monitor.
    pub async fn server_with(&self, role: &str, monitor: &str) -> String {
        let all = self.ask("GET", "/v1/servers", &Value::Null).await.1;
        let matches = |server: &&Value| {
            let state = server["attributes"]["state"].as_str().unwrap_or_default();
            let under = &server["relationships"]["monitors"]["data"][0]["id"];
            state.split(", ").any(|word| word == role) && under == monitor
        };
        let found = all["data"].as_array().and_then(|list| list.iter().find(matches));
        let found = found.unwrap_or_else(|| panic!("no {role} under {monitor} in {all}"));
        found["id"].as_str().unwrap_or_default().to_owned()
    }
}
