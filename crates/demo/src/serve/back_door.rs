//! The back door: what tests and the panel of the demo do to the simulation, apart from its API.

use crate::env::{ClockAction, SENTENCES};
use crate::simulation::Simulation;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};

/// More words than this are not read.
const MAX_WORDS: usize = 4_096;

/// `/_demo` and what lies under it.
pub fn routes() -> Router<Simulation> {
    Router::new()
        .route("/_demo", get(summary))
        .route("/_demo/env", post(act))
        .route("/_demo/clock", post(change_clock))
}

async fn summary(State(simulation): State<Simulation>) -> Response {
    let mut seen = simulation.summary().await;
    if let Some(seen) = seen.as_object_mut() {
        seen.insert("words".to_owned(), SENTENCES.into());
    }
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (headers, seen.to_string()).into_response()
}

async fn act(State(simulation): State<Simulation>, body: Body) -> Response {
    let done = match words(body).await {
        Ok(words) => simulation.env(&words).await,
        Err(problem) => Err(problem),
    };
    answer(done)
}

async fn change_clock(State(simulation): State<Simulation>, body: Body) -> Response {
    let parsed = words(body).await.and_then(|words| {
        let parts: Vec<&str> = words.split_whitespace().collect();
        ClockAction::parse(&parts)
    });
    answer(match parsed {
        Ok(tick) => {
            simulation.tick(tick).await;
            Ok(())
        }
        Err(problem) => Err(problem),
    })
}

async fn words(body: Body) -> Result<String, String> {
    let bytes = to_bytes(body, MAX_WORDS).await.map_err(|_| "these are too many words")?;
    String::from_utf8(bytes.to_vec()).map_err(|_| "these are no words".to_owned())
}

fn answer(done: Result<(), String>) -> Response {
    match done {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(problem) => (StatusCode::BAD_REQUEST, problem).into_response(),
    }
}
