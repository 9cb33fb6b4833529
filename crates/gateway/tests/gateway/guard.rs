//! Requests that a page of another site could bring about.

use http::{Request, StatusCode};
use maxconsole::Options;

use crate::support::{MaxScale, at, gateway, get, options, send};

#[tokio::test]
async fn only_known_host_names_are_answered_on_loopback() {
    let maxscale = MaxScale::start().await;
    let allowed_hosts = vec!["console.example".to_owned()];
    let running = gateway(Options { allowed_hosts, ..options(at(&maxscale.url())) }).await;
    for host in ["localhost:8989", "127.0.0.1", "[::1]:8989", "console.example"] {
        let answer = send(running.address(), get("/v1/servers").header("host", host)).await;
        assert_eq!(answer.status, StatusCode::OK, "{host}");
    }
    for path in ["/", "/v1/servers"] {
        let answer = send(running.address(), get(path).header("host", "evil.example")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.text().contains("--allowed-host"));
    }
}

#[tokio::test]
async fn a_change_asked_for_by_another_site_is_not_forwarded() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let own = running.url().trim_end_matches('/').to_owned();
    for (origin, status) in [
        (own.as_str(), StatusCode::OK),
        ("http://evil.example", StatusCode::FORBIDDEN),
        ("http://127.0.0.1:1", StatusCode::FORBIDDEN),
        ("null", StatusCode::FORBIDDEN),
    ] {
        let set = Request::put("/v1/servers/a/set?state=maintenance").header("origin", origin);
        assert_eq!(send(running.address(), set).await.status, status, "{origin}");
    }
}

#[tokio::test]
async fn programs_and_reads_need_no_origin() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let set = Request::put("/v1/servers/a/set?state=maintenance");
    assert_eq!(send(running.address(), set).await.status, StatusCode::OK);
    let read = get("/v1/servers").header("origin", "http://evil.example");
    assert_eq!(send(running.address(), read).await.status, StatusCode::OK);
}
