//! What arrives at MaxScale, and what comes back.

use axum::Router;
use axum::body::Body;
use axum::response::Redirect;
use http::{Method, Request, StatusCode};
use maxconsole::Options;

use crate::support::{Echo, MaxScale, at, connect, gateway, get, options, send, send_over};

const BODY: &str = "{\"data\":{\"attributes\":{}}}";

#[tokio::test]
async fn method_path_query_headers_and_body_pass() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let target = "/v1/servers/a%20b?fields[servers]=state&pretty=false";
    let request = Request::patch(target)
        .header("cookie", "token_sig=abc")
        .header("authorization", "Basic YTpi")
        .header("x-requested-with", "XMLHttpRequest")
        .body(Body::from(BODY))
        .unwrap();
    let connection = connect(running.address()).await;
    let answer = send_over(connection, request, running.address()).await;
    let echo = Echo::from(&answer);
    assert_eq!((echo.method(), echo.target(), echo.body()), ("PATCH", target, BODY));
    assert_eq!(echo.header("cookie"), "token_sig=abc");
    assert_eq!(echo.header("authorization"), "Basic YTpi");
    assert_eq!(echo.header("x-requested-with"), "XMLHttpRequest");
    assert_eq!(echo.header("host"), maxscale.address.to_string());
    assert_eq!(echo.header("content-length"), BODY.len().to_string());
    assert_eq!(answer.header("etag"), "\"1\"");
    assert_eq!(answer.header("content-type"), "application/json");
}

#[tokio::test]
async fn headers_for_one_connection_stay_there() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let request = get("/v1/servers")
        .header("connection", "keep-alive, X-Private")
        .header("x-private", "1")
        .header("te", "trailers")
        .header("proxy-authorization", "Basic YTpi");
    let answer = send(running.address(), request).await;
    let echo = Echo::from(&answer);
    for name in ["connection", "x-private", "te", "proxy-authorization"] {
        assert_eq!(echo.header(name), "", "{name}");
    }
    assert_eq!(answer.header("x-hop"), "");
}

#[tokio::test]
async fn a_method_cannot_be_replaced_by_a_header() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let request = get("/v1/servers/a").header("X-HTTP-Method-Override", "DELETE");
    let echo = Echo::from(&send(running.address(), request).await);
    assert_eq!((echo.method(), echo.header("x-http-method-override")), ("GET", ""));
}

#[tokio::test]
async fn no_request_reaches_another_host() {
    let maxscale = MaxScale::start().await;
    let other = MaxScale::serve("127.0.0.1:0".parse().unwrap(), Router::new()).await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let own = running.address().to_string();

    let absolute = format!("http://{own}/v1/servers?url={}", other.url());
    let echo = Echo::from(&send(running.address(), get(&absolute)).await);
    assert_eq!(echo.header("host"), maxscale.address.to_string());

    let foreign = format!("{}/v1/servers", other.url());
    let asked_for_other = get(&foreign).header("host", "evil.example");
    let echo = Echo::from(&send(running.address(), asked_for_other).await);
    assert_eq!(echo.header("host"), maxscale.address.to_string());

    let tunnel = Request::builder().method(Method::CONNECT).uri(other.address.to_string());
    assert_eq!(send(running.address(), tunnel).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_path_that_leads_out_is_refused() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    for path in ["/v1/..", "/v1/../etc/passwd", "/v1/%2e%2e/x", "/v1/.", "/v1//evil.example/x"] {
        let answer = send(running.address(), get(path)).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(answer.detail().contains("not forwarded"));
    }
    for path in ["/servers", "/v10/servers", "//v1/servers", "/V1/servers"] {
        assert_eq!(
            send(running.address(), get(path)).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_redirect_is_the_browsers_business() {
    let elsewhere = || async { Redirect::temporary("http://evil.example/") };
    let router = Router::new().fallback(elsewhere);
    let maxscale = MaxScale::serve("127.0.0.1:0".parse().unwrap(), router).await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let answer = send(running.address(), get("/v1/servers")).await;
    assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT);
}

#[tokio::test]
async fn the_base_path_is_taken_off_and_put_on_cookies() {
    let maxscale = MaxScale::start().await;
    let base_path = "/prod".parse().unwrap();
    let running = gateway(Options { base_path, ..options(at(&maxscale.url())) }).await;
    let answer = send(running.address(), get("/prod/v1/auth?persist=yes")).await;
    assert_eq!(Echo::from(&answer).target(), "/v1/auth?persist=yes");
    let cookie = "token_sig=abc; HttpOnly; Path=/prod/; SameSite=Strict";
    assert_eq!(answer.header("set-cookie"), cookie);
}
