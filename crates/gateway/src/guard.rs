//! Turns away what another site's page could make a browser send.
//!
//! A page elsewhere can aim a browser at the gateway in two ways: by a name of its own that
//! points at the loopback address (then `Host` is that name), and by a request across sites (then
//! `Origin` is that site).

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{HOST, ORIGIN, UPGRADE};
use http::uri::Authority;
use http::{HeaderMap, Method, StatusCode};

/// The host names under which browsers may reach the gateway.
#[derive(Debug)]
pub(crate) struct Hosts {
    names: Vec<String>,
    any: bool,
}

impl Hosts {
    /// The names of the loopback interface and `allowed`. A gateway that listens to the network is
    /// known by names it cannot guess: there, any will do unless some are given.
    pub(crate) fn new(listen: IpAddr, allowed: &[String]) -> Self {
        let own = ["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned()];
        let names = own.into_iter().chain(allowed.iter().map(|name| name.to_ascii_lowercase()));
        Self { names: names.collect(), any: !listen.is_loopback() && allowed.is_empty() }
    }

    fn allow(&self, host: &Authority) -> bool {
        self.any || self.names.iter().any(|name| host.host().eq_ignore_ascii_case(name))
    }
}

/// Lets a request pass, or answers 400 or 403 in words.
pub(crate) async fn check(
    State(hosts): State<Arc<Hosts>>,
    request: Request,
    next: Next,
) -> Response {
    let Some(host) = host(&request) else {
        return (StatusCode::BAD_REQUEST, "The request names no host.").into_response();
    };
    if !hosts.allow(&host) {
        let words = "This console does not answer to this host name. \
            The one who runs it can allow the name with --allowed-host.";
        return (StatusCode::FORBIDDEN, words).into_response();
    }
    if changes_something(&request) && is_foreign(request.headers(), &host) {
        let words = "This request was made by a page of another site, so it was not forwarded.";
        return (StatusCode::FORBIDDEN, words).into_response();
    }
    next.run(request).await
}

fn host(request: &Request) -> Option<Authority> {
    match request.uri().authority() {
        Some(authority) => Some(authority.clone()),
        None => request.headers().get(HOST)?.to_str().ok()?.parse().ok(),
    }
}

fn changes_something(request: &Request) -> bool {
    let reads = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    // A WebSocket is opened by GET and is not held back by the browser's same-origin rule.
    !reads || request.headers().contains_key(UPGRADE)
}

fn is_foreign(headers: &HeaderMap, host: &Authority) -> bool {
    let Some(origin) = headers.get(ORIGIN) else { return false };
    let site = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    !site.is_some_and(|(_, site)| site.eq_ignore_ascii_case(host.as_str()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn allows(hosts: &Hosts, host: &str) -> bool {
        hosts.allow(&host.parse().unwrap())
    }

    #[test]
    fn on_loopback_only_known_names_are_answered() {
        let hosts = Hosts::new([127, 0, 0, 1].into(), &["Console.Example".to_owned()]);
        for name in ["localhost:8989", "127.0.0.1", "[::1]:8989", "console.example:80"] {
            assert!(allows(&hosts, name), "{name}");
        }
        for name in ["evil.example:8989", "127.0.0.1.evil.example", "localhost.evil.example"] {
            assert!(!allows(&hosts, name), "{name}");
        }
    }

    #[test]
    fn on_the_network_any_name_is_answered_unless_some_are_given() {
        let everywhere: IpAddr = [0, 0, 0, 0].into();
        assert!(allows(&Hosts::new(everywhere, &[]), "db-console:8989"));
        assert!(!allows(&Hosts::new(everywhere, &["console".to_owned()]), "db-console:8989"));
    }

    #[test]
    fn an_origin_is_ours_only_if_host_and_port_are() {
        let host = "localhost:8989".parse().unwrap();
        let foreign = |origin: &'static str| {
            is_foreign(&HeaderMap::from_iter([(ORIGIN, origin.parse().unwrap())]), &host)
        };
        assert!(!foreign("http://localhost:8989"));
        assert!(!foreign("https://LOCALHOST:8989"));
        for origin in ["http://localhost:1", "http://evil.example", "null", "localhost:8989"] {
            assert!(foreign(origin), "{origin}");
        }
    }
}
