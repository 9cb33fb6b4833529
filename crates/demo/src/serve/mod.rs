//! Serves a simulation over HTTP.

mod gui;

use crate::simulation::Simulation;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode};
use std::path::PathBuf;
use std::sync::Arc;

/// Larger bodies are refused.
const MAX_BODY: usize = 1 << 20;

/// The API alone.
pub fn api(simulation: Simulation) -> Router {
    Router::new().fallback(exchange).with_state(simulation)
}

/// The files of a directory before the API.
pub fn with_gui(simulation: Simulation, directory: PathBuf) -> Router {
    let state = (simulation, Arc::new(directory));
    Router::new().fallback(file_or_exchange).with_state(state)
}

async fn file_or_exchange(
    State((simulation, directory)): State<(Simulation, Arc<PathBuf>)>,
    request: Request,
) -> Response {
    if request.method() == Method::GET
        && let Some(file) = gui::serve(&directory, request.uri().path()).await
    {
        return file;
    }
    exchange(State(simulation), request).await
}

async fn exchange(State(simulation): State<Simulation>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    match to_bytes(body, MAX_BODY).await {
        Ok(bytes) => {
            let request = http::Request::from_parts(parts, bytes.to_vec());
            simulation.handle(request).await.map(Body::from)
        }
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}
