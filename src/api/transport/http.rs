//! One exchange over HTTP: relative URLs, the header that keeps the browser's own password box
//! away, time-outs, and errors sorted.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Method, RequestBuilder};
use gloo_timers::callback::Timeout;
use js_sys::JsString;
use leptos::prelude::document;
use maxscale::request::{Request, Verb};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials, Response};

use crate::api::error::ApiError;

/// How long an answer is waited for.
#[derive(Clone, Copy)]
pub(super) enum TimeOut {
    /// Reads are quick; one that is not finds MaxScale busy.
    Read,
    /// One that was not answered in time the last time may not hold up the others so long again.
    Short,
    /// A set or clear waits for a monitor tick, and behind a switchover for up to 90 s
    /// (rest-api.md 4.3).
    Write,
}

impl TimeOut {
    fn ms(self) -> u32 {
        match self {
            Self::Read => 30_000,
            Self::Short => 5_000,
            Self::Write => 120_000,
        }
    }
}

/// The header by which the simulated MaxScale says what it is.
const SIMULATED: &str = "X-MaxConsole-Demo";

/// What it adds when its back door is open (docs/demo.md).
const BACK_DOOR: &str = "back-door";

thread_local! {
    static IS_SIMULATED: Cell<bool> = const { Cell::new(false) };
    static HAS_BACK_DOOR: Cell<bool> = const { Cell::new(false) };
}

/// Whether any answer so far came from a simulated MaxScale.
pub fn is_simulated() -> bool {
    IS_SIMULATED.get()
}

/// Whether any answer so far said that the back door of a simulated MaxScale is open.
pub fn has_back_door() -> bool {
    HAS_BACK_DOOR.get()
}

/// The absolute URL of `/v1/`: relative to the page, or as the page's own
/// `<meta name="maxscale-api">` says; never from the address, as a link could then send
/// credentials elsewhere.
pub fn api_url() -> String {
    let configured = document()
        .query_selector("meta[name=maxscale-api]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"));
    let relative = configured.unwrap_or_else(|| "v1/".to_owned());
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    web_sys::Url::new_with_base(&relative, &base).map_or(relative, |url| url.href())
}

/// A success.
pub struct Answer {
    /// What MaxScale has to say all the same, such as that a file still has what was deleted
    /// (rest-api.md 1.5, `Mxs-Warning`).
    pub warning: Option<String>,
}

/// The absolute URL of a request.
pub(super) fn full_url(request: &Request) -> String {
    [api_url(), request.url()].concat()
}

/// A success as it came: its body is a text of JavaScript, which costs nothing to pass on.
pub(super) struct Success {
    pub(super) text: JsString,
    pub(super) warning: Option<String>,
}

/// Sends a request and waits for the answer.
pub(super) async fn exchange(
    request: &Request,
    authorization: Option<&str>,
    time_out: TimeOut,
) -> Result<Success, ApiError> {
    let method = match request.verb {
        Verb::Get => Method::GET,
        Verb::Put => Method::PUT,
        Verb::Post => Method::POST,
        Verb::Patch => Method::PATCH,
        Verb::Delete => Method::DELETE,
    };
    let clock = Clock::start(time_out.ms());
    let mut builder = RequestBuilder::new(&full_url(request))
        .method(method)
        .header("X-Requested-With", "XMLHttpRequest")
        .credentials(RequestCredentials::SameOrigin)
        .cache(RequestCache::NoStore)
        .abort_signal(clock.signal().as_ref());
    if let Some(value) = authorization {
        builder = builder.header("Authorization", value);
    }
    let sent = match request.body() {
        Some(body) => builder.header("Content-Type", "application/json").body(body),
        None => builder.build(),
    };
    let answer = sent.map_err(|_| ApiError::Unreachable)?.send().await;
    let answer = answer.map_err(|_| clock.why())?;
    if let Some(mark) = answer.headers().get(SIMULATED) {
        IS_SIMULATED.set(true);
        HAS_BACK_DOOR.set(mark.contains(BACK_DOOR));
    }
    let status = answer.status();
    let warning = answer.headers().get("Mxs-Warning");
    let text = Response::from(answer).text().map(JsFuture::from);
    let text = text
        .map_err(|_| ApiError::Unreachable)?
        .await
        .map_err(|_| clock.why())?
        .unchecked_into::<JsString>();
    if (200..300).contains(&status) {
        Ok(Success { text, warning })
    } else {
        Err(ApiError::from_answer(status, &String::from(text)))
    }
}

/// Aborts a request when its time is over, or when whoever waits for it has gone.
struct Clock {
    controller: Option<AbortController>,
    timer: Option<Timeout>,
    over: Rc<Cell<bool>>,
}

impl Clock {
    fn start(limit_ms: u32) -> Self {
        let over = Rc::new(Cell::new(false));
        let controller = AbortController::new().ok();
        let timer = controller.clone().map(|controller| {
            let over = over.clone();
            Timeout::new(limit_ms, move || {
                over.set(true);
                controller.abort();
            })
        });
        Self { controller, timer, over }
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    fn why(&self) -> ApiError {
        if self.over.get() { ApiError::TimedOut } else { ApiError::Unreachable }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        drop(self.timer.take());
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
