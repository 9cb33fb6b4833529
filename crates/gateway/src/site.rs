//! Tells by the path what a request is for: the API, the back door of a simulation, a
//! file of the console, or nothing.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Router, middleware};
use http::StatusCode;

use crate::BasePath;
use crate::bundle::Files;
use crate::forward::Forwarder;
use crate::guard::{self, Hosts};
use crate::security_headers::{self, Tls};

/// What lies under the base path.
pub(crate) struct Site {
    pub(crate) base_path: BasePath,
    pub(crate) files: Files,
    pub(crate) forwarder: Forwarder,
}

impl Site {
    fn home(&self) -> Response {
        Redirect::temporary(&self.base_path.with_slash()).into_response()
    }
}

/// The site as a service: guarded, and with the security headers on every answer.
pub(crate) fn router(site: Site, hosts: Hosts, tls: Tls) -> Router {
    Router::new()
        .fallback(answer)
        .with_state(Arc::new(site))
        .layer(middleware::from_fn_with_state(Arc::new(hosts), guard::check))
        .layer(middleware::from_fn_with_state(tls, security_headers::add))
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    match site.base_path.strip(&path) {
        Some(rest) if lies_under(rest, "/v1") => site.forwarder.forward(rest, request).await,
        Some(rest) if lies_under(rest, "/_demo") && site.forwarder.has_back_door() => {
            site.forwarder.forward(rest, request).await
        }
        Some(rest) => match rest.strip_prefix('/') {
            Some(name) => site.files.answer(name, &request),
            None if path.starts_with('/') => site.home(),
            None => nothing(),
        },
        None if path == "/" => site.home(),
        None => nothing(),
    }
}

fn lies_under(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn nothing() -> Response {
    (StatusCode::NOT_FOUND, "There is nothing here.").into_response()
}
