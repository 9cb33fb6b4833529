//! The simulated MaxScale, which is in this process and never out of reach.

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use http::uri::{PathAndQuery, Uri};
use maxconsole_demo::Simulation;
use tower::ServiceExt;

/// A simulation, as requests are passed on to it.
pub(super) struct Demo {
    router: Router,
    back_door: bool,
}

impl Demo {
    pub(super) fn new(simulation: &Simulation) -> Self {
        Self { router: simulation.api(), back_door: simulation.has_back_door() }
    }

    pub(super) fn has_back_door(&self) -> bool {
        self.back_door
    }

    pub(super) async fn send(&self, target: PathAndQuery, mut request: Request) -> Response {
        *request.uri_mut() = Uri::from(target);
        match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}
