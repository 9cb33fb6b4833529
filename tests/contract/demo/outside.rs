//! A simulated MaxScale as it is seen from outside: its API and its back door.

use axum::Router;
use axum::body::{Body, to_bytes};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Request, Response, StatusCode};
use maxconsole_demo::{ADMIN, MaxScaleVersion, Scene, Simulation};
use serde_json::Value;
use tower::ServiceExt;

/// A simulation of the recorded world, whose clock stands still.
pub struct Outside(Router);

impl Outside {
    pub fn new(version: MaxScaleVersion) -> Self {
        Self(Simulation::of_version(version, Scene::Recorded, 1).with_back_door().api())
    }

    /// One exchange.
    pub async fn send(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let response = self.0.clone().oneshot(request.map(Body::from)).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Response::from_parts(parts, bytes.to_vec())
    }

    /// A change by the administrator that is not compared.
    pub async fn as_admin(&self, request: http::request::Builder, body: &Value) {
        let (user, password) = ADMIN;
        let account = STANDARD.encode(format!("{user}:{password}"));
        let request = request.header("authorization", format!("Basic {account}"));
        let response = self.send(request.body(body.to_string().into_bytes()).unwrap()).await;
        assert!(response.status().is_success(), "{:?}", response.body());
    }

    /// Lets time pass until so many seconds after the beginning.
    pub async fn wait_until(&self, seconds: f64) {
        // The clock counts the time that calls took as part of what it is to go on.
        for _ in 0..2 {
            let missing = seconds - self.elapsed().await;
            if missing > 0.0 {
                self.post("/_demo/clock", &format!("advance {missing}")).await.unwrap();
            }
        }
    }

    /// Seconds since the beginning.
    pub async fn elapsed(&self) -> f64 {
        let look = Request::get("/_demo").body(Vec::new()).unwrap();
        let seen: Value = serde_json::from_slice(self.send(look).await.body()).unwrap();
        seen["elapsed"].as_f64().unwrap()
    }

    /// Does something to the world, in the words of an `env` step.
    pub async fn act(&self, words: &str) -> Result<(), String> {
        self.post("/_demo/env", words).await
    }

    async fn post(&self, path: &str, words: &str) -> Result<(), String> {
        let request = Request::post(path).body(words.as_bytes().to_vec()).unwrap();
        let response = self.send(request).await;
        match response.status() {
            StatusCode::NO_CONTENT => Ok(()),
            _ => Err(String::from_utf8(response.into_body()).unwrap()),
        }
    }
}
