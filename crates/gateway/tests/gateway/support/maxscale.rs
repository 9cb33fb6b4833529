//! A MaxScale that answers with what it was asked.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, HeaderName, SET_COOKIE};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::Answer;

/// As MaxScale sends it, by TLS.
const COOKIE: &str = "token_sig=abc; Path=/; SameSite=Strict; HttpOnly; Secure";

/// A running one; it ends with this value.
pub struct MaxScale {
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl MaxScale {
    /// One that answers every request by telling it.
    pub async fn start() -> Self {
        Self::serve("127.0.0.1:0".parse().unwrap(), Router::new().fallback(tell)).await
    }

    /// One that answers as `router` does.
    pub async fn serve(address: SocketAddr, router: Router) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, task }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for MaxScale {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Tells the request it was sent; sets a cookie, and sends a header for the gateway alone.
pub async fn tell(request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let headers: serde_json::Map<String, Value> = head
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().into()))
        .collect();
    let told = json!({
        "method": head.method.as_str(),
        "target": head.uri.to_string(),
        "headers": headers,
        "body": String::from_utf8_lossy(&body),
    });
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (SET_COOKIE, COOKIE),
        (HeaderName::from_static("connection"), "X-Hop"),
        (HeaderName::from_static("x-hop"), "1"),
        (HeaderName::from_static("x-frame-options"), "Deny"),
        (HeaderName::from_static("etag"), "\"1\""),
    ];
    (headers, Body::from(told.to_string())).into_response()
}

/// What [`MaxScale::start`] was sent.
pub struct Echo(Value);

impl From<&Answer> for Echo {
    fn from(answer: &Answer) -> Self {
        Self(serde_json::from_slice(&answer.body).unwrap())
    }
}

impl Echo {
    pub fn target(&self) -> &str {
        self.0["target"].as_str().unwrap()
    }

    pub fn method(&self) -> &str {
        self.0["method"].as_str().unwrap()
    }

    pub fn body(&self) -> &str {
        self.0["body"].as_str().unwrap()
    }

    /// The value of a header that arrived, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.0["headers"][name].as_str().unwrap_or_default()
    }
}
