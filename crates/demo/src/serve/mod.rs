//! Serves a simulation over HTTP.

mod back_door;
mod frame;
mod gui;
mod stream;

use crate::api::logs::Follow;
use crate::api::response::MARK;
use crate::simulation::{Dropped, Simulation};
use axum::Router;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode};
use http_body::Frame;
use hyper::upgrade::OnUpgrade;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// Larger bodies are refused.
const MAX_BODY: usize = 1 << 20;

/// What the mark of every answer says when there is a back door, so that nobody has to knock.
const WITH_BACK_DOOR: HeaderValue = HeaderValue::from_static("simulated; back-door");

/// The API, and the back door if there is one.
pub fn api(simulation: Simulation) -> Router {
    let router = Router::new().fallback(exchange).merge(back_door_of(&simulation));
    router.with_state(simulation)
}

/// The files of a directory before the API, and the back door if there is one.
pub fn with_gui(simulation: Simulation, directory: PathBuf) -> Router {
    let back_door = back_door_of(&simulation).with_state(simulation.clone());
    let state = (simulation, Arc::new(directory));
    Router::new().fallback(file_or_exchange).with_state(state).merge(back_door)
}

fn back_door_of(simulation: &Simulation) -> Router<Simulation> {
    if simulation.has_back_door() { back_door::routes() } else { Router::new() }
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
    let (mut parts, body) = request.into_parts();
    let connection = parts.extensions.remove::<OnUpgrade>();
    let Ok(bytes) = to_bytes(body, MAX_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let request = http::Request::from_parts(parts, bytes.to_vec());
    match simulation.exchange(request).await {
        Ok(mut response) => {
            let stream = response.extensions_mut().remove::<Follow>();
            if simulation.has_back_door() {
                let (name, _) = MARK;
                response.headers_mut().insert(name, WITH_BACK_DOOR);
            }
            if let Some((connection, stream)) = connection.zip(stream) {
                stream::open(connection, simulation, stream);
            }
            response.map(Body::from)
        }
        Err(dropped) => broken_off(dropped),
    }
}

/// A response that cannot be sent: the server closes the connection instead.
fn broken_off(_: Dropped) -> Response {
    Response::new(Body::new(Broken))
}

/// A body that breaks before its first byte.
struct Broken;

impl HttpBody for Broken {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(Some(Err(ErrorKind::ConnectionAborted.into())))
    }
}
