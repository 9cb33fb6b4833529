//! Answers in place of the server, and a network that is slow or gone.

use super::page::Page;
use super::until::until;
use base64::Engine;
use chromiumoxide::cdp::browser_protocol::fetch::EventRequestPaused;
use futures::StreamExt;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

/// What a request gets.
#[derive(Debug, Clone)]
pub enum Reply {
    /// What the server says.
    Pass,
    /// This status and this text, as `application/json`.
    Json(u16, String),
    /// This status and no body.
    Empty(u16),
    /// Success, with this as MaxScale's warning.
    Warned(String),
    /// The connection breaks.
    Break,
}

/// A request as the page makes it.
#[derive(Debug)]
pub struct InterceptedRequest<'a> {
    /// Such as `GET`.
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
}

/// Answers in place of the server until it is dropped or opened.
pub struct Interception {
    task: JoinHandle<()>,
    gate: Arc<Semaphore>,
    met: Arc<AtomicUsize>,
    page: Page,
}

impl Interception {
    /// Lets one request go on that was held.
    pub fn release(&self) {
        self.gate.add_permits(1);
    }

    /// Waits until a request matches.
    pub async fn begins(&self) {
        until("a request that matches", async || match self.met.load(Ordering::Relaxed) {
            0 => Err("none".to_owned()),
            _ => Ok(()),
        })
        .await;
    }

    /// Gives the network back.
    pub async fn end(self) {
        self.page.send("Fetch.disable", json!({})).await;
    }
}

impl Drop for Interception {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Page {
    /// Gives each request whose address matches (with `*` for anything) the reply that is chosen.
    /// A page has one interception at a time: the newest.
    pub async fn intercept(
        &self,
        pattern: &str,
        choose: impl Fn(&InterceptedRequest<'_>) -> Reply + Send + Sync + 'static,
    ) -> Interception {
        self.intercepting(pattern, false, choose).await
    }

    /// The same, but each reply waits for a [`Interception::release`].
    pub async fn hold(
        &self,
        pattern: &str,
        choose: impl Fn(&InterceptedRequest<'_>) -> Reply + Send + Sync + 'static,
    ) -> Interception {
        self.intercepting(pattern, true, choose).await
    }

    async fn intercepting(
        &self,
        pattern: &str,
        held: bool,
        choose: impl Fn(&InterceptedRequest<'_>) -> Reply + Send + Sync + 'static,
    ) -> Interception {
        let mut paused =
            self.tab().event_listener::<EventRequestPaused>().await.expect("paused requests");
        self.send("Fetch.enable", json!({ "patterns": [{ "urlPattern": pattern }] })).await;
        let (page, gate) = (self.clone(), Arc::new(Semaphore::new(0)));
        let (reply_on, reply_gate) = (page.clone(), gate.clone());
        let choose = Arc::new(choose);
        let met = Arc::new(AtomicUsize::new(0));
        let counted = met.clone();
        let task = tokio::spawn(async move {
            while let Some(event) = paused.next().await {
                counted.fetch_add(1, Ordering::Relaxed);
                let (page, gate, choose) = (reply_on.clone(), reply_gate.clone(), choose.clone());
                tokio::spawn(async move {
                    if held && let Ok(permit) = gate.acquire().await {
                        permit.forget();
                    }
                    let asked = InterceptedRequest {
                        method: &event.request.method,
                        url: &event.request.url,
                    };
                    let reply = choose(&asked);
                    let (method, parameters) = command(event.request_id.as_ref(), &reply);
                    // The page may have given the request up meanwhile.
                    let _ = page.try_send(method, parameters).await;
                });
            }
        });
        Interception { task, gate, met, page }
    }

    /// Makes the processor so many times slower.
    pub async fn slow_down(&self, times: f64) {
        self.send("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Takes the network away, or gives it back.
    pub async fn offline(&self, offline: bool) {
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.send("Network.emulateNetworkConditions", conditions).await;
    }
}

fn command(request: &str, reply: &Reply) -> (&'static str, Value) {
    let fulfill = |status: u16, headers: Value, body: &str| {
        let body = base64::engine::general_purpose::STANDARD.encode(body);
        let parameters = json!({ "requestId": request, "responseCode": status, "responseHeaders": headers, "body": body });
        ("Fetch.fulfillRequest", parameters)
    };
    match reply {
        Reply::Pass => ("Fetch.continueRequest", json!({ "requestId": request })),
        Reply::Break => {
            ("Fetch.failRequest", json!({ "requestId": request, "errorReason": "ConnectionReset" }))
        }
        Reply::Json(status, body) => {
            fulfill(*status, json!([{ "name": "Content-Type", "value": "application/json" }]), body)
        }
        Reply::Empty(status) => fulfill(*status, json!([]), ""),
        Reply::Warned(text) => fulfill(204, json!([{ "name": "Mxs-Warning", "value": text }]), ""),
    }
}
