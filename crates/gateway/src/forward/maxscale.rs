//! The connections to a real MaxScale.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::header::HOST;
use http::uri::PathAndQuery;
use http::{HeaderValue, StatusCode};
use http_body_util::LengthLimitError;
use hyper::upgrade;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::failure::{Failure, causes};
use super::{LARGEST_BODY, headers, tunnel};
use crate::{MaxScaleUrl, StartError, tls};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Shorter than MaxScale keeps an idle connection (10 s), so that none is used as it closes.
const IDLE_TIMEOUT: Duration = Duration::from_secs(5);

/// A real MaxScale.
pub(super) struct MaxScale {
    url: MaxScaleUrl,
    client: Client<HttpsConnector<HttpConnector>, Body>,
}

impl MaxScale {
    pub(super) fn new(url: MaxScaleUrl, ca: Option<&Path>) -> Result<Self, StartError> {
        let trust = if url.is_https() { tls::client(ca)? } else { tls::no_client() };
        let mut tcp = HttpConnector::new();
        tcp.set_connect_timeout(Some(CONNECT_TIMEOUT));
        tcp.set_nodelay(true);
        tcp.enforce_http(false);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(trust)
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIMEOUT)
            .build(connector);
        Ok(Self { url, client })
    }

    /// How messages name it.
    pub(super) fn name(&self) -> String {
        format!("MaxScale at {}", self.url)
    }

    /// Sends the request to `target` at this MaxScale. An answer that changes the protocol (the
    /// log stream's WebSocket) connects the two sides from then on. Redirects are answers like
    /// any other.
    pub(super) async fn send(
        &self,
        target: PathAndQuery,
        mut request: Request,
    ) -> Result<Response, Failure> {
        let protocol = headers::upgrade(request.headers());
        let browser = protocol.is_some().then(|| upgrade::on(&mut request));
        self.address(target, &mut request)?;
        headers::drop_hop_by_hop(request.headers_mut());
        if let Some(protocol) = protocol {
            headers::set_upgrade(request.headers_mut(), protocol);
        }
        let mut response =
            self.client.request(request).await.map_err(|error| self.failure(&error))?;
        let agreed = headers::upgrade(response.headers());
        headers::drop_hop_by_hop(response.headers_mut());
        if let (StatusCode::SWITCHING_PROTOCOLS, Some(browser), Some(protocol)) =
            (response.status(), browser, agreed)
        {
            headers::set_upgrade(response.headers_mut(), protocol);
            tunnel::open(browser, upgrade::on(&mut response));
        }
        Ok(response.map(Body::new))
    }

    fn address(&self, target: PathAndQuery, request: &mut Request) -> Result<(), Failure> {
        *request.uri_mut() = self.url.at(target).map_err(|_| Failure::BadPath)?;
        *request.version_mut() = http::Version::HTTP_11;
        let host = HeaderValue::from_str(self.url.authority()).map_err(|_| Failure::BadPath)?;
        request.headers_mut().insert(HOST, host);
        Ok(())
    }

    fn failure(&self, error: &(dyn Error + 'static)) -> Failure {
        if causes(error).any(|cause| cause.is::<LengthLimitError>()) {
            return Failure::TooLarge { limit: LARGEST_BODY };
        }
        Failure::unreachable(self.name(), error)
    }
}
