//! MaxScale goes away, and comes back.

use axum::Router;
use http::StatusCode;
use tokio::net::TcpListener;

use crate::support::{MaxScale, at, gateway, get, options, send};

#[tokio::test]
async fn a_maxscale_that_is_down_is_told_in_words_and_found_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let running = gateway(options(at(&format!("http://{address}")))).await;

    let down = send(running.address(), get("/v1/servers")).await;
    assert_eq!(down.status, StatusCode::BAD_GATEWAY);
    assert_eq!(down.header("content-type"), "application/json");
    assert_eq!(down.header("cache-control"), "no-store");
    let words = format!("MaxScale at http://{address} cannot be reached: ");
    assert!(down.detail().starts_with(&words) && down.detail().contains("refused"));
    assert_eq!(send(running.address(), get("/")).await.status, StatusCode::OK);

    let router = Router::new().fallback(|| async { "back" });
    let _maxscale = MaxScale::serve(address, router).await;
    assert_eq!(send(running.address(), get("/v1/servers")).await.text(), "back");
}

#[tokio::test]
async fn a_gateway_that_was_stopped_answers_no_more() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let address = running.address();
    assert_eq!(send(address, get("/")).await.status, StatusCode::OK);
    running.stop().await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
