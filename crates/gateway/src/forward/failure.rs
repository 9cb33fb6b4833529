//! What the gateway answers when MaxScale does not.

use std::error::Error;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use serde_json::json;

/// Why a request got no answer from MaxScale.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("{name} cannot be reached: {reason}")]
    Unreachable { name: String, reason: String },
    #[error("{name} has not answered within {} seconds. The request may still take effect.", after.as_secs())]
    TimedOut { name: String, after: Duration },
    #[error("The body of the request is larger than {} MiB, which is all that is forwarded.", limit >> 20)]
    TooLarge { limit: usize },
    #[error("The path of the request has an empty part, \".\" or \"..\", so it was not forwarded.")]
    BadPath,
}

impl Failure {
    pub(super) fn unreachable(name: String, error: &(dyn Error + 'static)) -> Self {
        // The innermost error says what happened; those around it only where.
        let reason = causes(error).last().map(ToString::to_string).unwrap_or_default();
        Self::Unreachable { name, reason }
    }

    pub(super) fn timed_out(name: String, after: Duration) -> Self {
        Self::TimedOut { name, after }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Unreachable { .. } => StatusCode::BAD_GATEWAY,
            Self::TimedOut { .. } => StatusCode::GATEWAY_TIMEOUT,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BadPath => StatusCode::BAD_REQUEST,
        }
    }
}

/// The error, what caused it, and so on inwards.
pub(super) fn causes<'e>(
    error: &'e (dyn Error + 'static),
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

impl IntoResponse for Failure {
    /// In the form of MaxScale's own errors (rest-api.md 1.3).
    fn into_response(self) -> Response {
        let body = json!({ "errors": [{ "detail": self.to_string() }] }).to_string();
        let headers = [(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "application/json")];
        (self.status(), headers, body).into_response()
    }
}
