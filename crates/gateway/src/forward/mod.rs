//! Forwards the REST API to the one MaxScale the gateway was started for.

mod cookie;
#[cfg(feature = "demo")]
mod demo;
mod failure;
mod headers;
mod maxscale;
mod target;
mod tunnel;

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_LENGTH;
use http_body_util::Limited;

use crate::{BasePath, StartError, Upstream};
#[cfg(feature = "demo")]
use demo::Demo;
use failure::Failure;
use maxscale::MaxScale;

/// The largest body of a request, in bytes: far more than any object's description or SQL needs.
const LARGEST_BODY: usize = 8 << 20;
/// How long MaxScale may take to begin its answer. Setting maintenance waits for the monitor, and
/// a switchover in the foreground may take 90 seconds (`switchover_timeout`).
const ANSWER_TIMEOUT: Duration = Duration::from_secs(180);

/// Passes requests on and answers back.
pub(crate) struct Forwarder {
    upstream: Backend,
    base_path: BasePath,
    https: bool,
    answer_timeout: Duration,
}

enum Backend {
    #[cfg(feature = "demo")]
    Demo(Demo),
    MaxScale(Box<MaxScale>),
}

impl Forwarder {
    /// `https` tells whether browsers reach the gateway by TLS.
    pub(crate) fn new(
        upstream: Upstream,
        base_path: BasePath,
        https: bool,
    ) -> Result<Self, StartError> {
        let upstream = match upstream {
            #[cfg(feature = "demo")]
            Upstream::Demo(simulation) => Backend::Demo(Demo::new(&simulation)),
            Upstream::MaxScale { url, ca } => {
                Backend::MaxScale(Box::new(MaxScale::new(url, ca.as_deref())?))
            }
        };
        Ok(Self { upstream, base_path, https, answer_timeout: ANSWER_TIMEOUT })
    }

    /// Whether there is something behind `/_demo`: only a simulation can have a back door.
    pub(crate) fn has_back_door(&self) -> bool {
        match &self.upstream {
            #[cfg(feature = "demo")]
            Backend::Demo(demo) => demo.has_back_door(),
            Backend::MaxScale(_) => false,
        }
    }

    /// Forwards a request for `path`, which begins with `/v1`, or leads to the back door.
    pub(crate) async fn forward(&self, path: &str, request: Request) -> Response {
        let answer = tokio::time::timeout(self.answer_timeout, self.exchange(path, request)).await;
        let answer =
            answer.unwrap_or_else(|_| Err(Failure::timed_out(self.name(), self.answer_timeout)));
        answer.unwrap_or_else(|failure| {
            tracing::warn!("{failure}");
            failure.into_response()
        })
    }

    async fn exchange(&self, path: &str, mut request: Request) -> Result<Response, Failure> {
        let target = target::path_and_query(path, request.uri().query())?;
        tracing::debug!("{} {}", request.method(), target.path());
        if body_length(&request).is_some_and(|length| length > LARGEST_BODY) {
            return Err(Failure::TooLarge { limit: LARGEST_BODY });
        }
        if matches!(self.upstream, Backend::MaxScale(_)) {
            headers::drop_override(request.headers_mut());
        }
        let request = request.map(|body| Body::new(Limited::new(body, LARGEST_BODY)));
        let mut response = match &self.upstream {
            #[cfg(feature = "demo")]
            Backend::Demo(demo) => demo.send(target, request).await,
            Backend::MaxScale(maxscale) => maxscale.send(target, request).await?,
        };
        cookie::rewrite(response.headers_mut(), &self.base_path, self.https);
        Ok(response)
    }

    fn name(&self) -> String {
        match &self.upstream {
            #[cfg(feature = "demo")]
            Backend::Demo(_) => "the simulated MaxScale".to_owned(),
            Backend::MaxScale(maxscale) => maxscale.name(),
        }
    }
}

fn body_length(request: &Request) -> Option<usize> {
    request.headers().get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use http::StatusCode;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn a_maxscale_that_does_not_answer_is_given_up() {
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", silent.local_addr().unwrap()).parse().unwrap();
        let upstream = Upstream::MaxScale { url, ca: None };
        let mut forwarder = Forwarder::new(upstream, BasePath::default(), false).unwrap();
        forwarder.answer_timeout = Duration::from_millis(50);
        let answer = forwarder.forward("/v1/servers", Request::new(Body::empty())).await;
        assert_eq!(answer.status(), StatusCode::GATEWAY_TIMEOUT);
    }
}
