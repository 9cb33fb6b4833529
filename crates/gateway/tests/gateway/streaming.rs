//! Bodies pass as they come, in both directions, up to a limit.

use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request as Received;
use futures_util::stream;
use http::header::CONTENT_LENGTH;
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use tokio::sync::{Notify, mpsc};

use crate::support::{MaxScale, at, connect, gateway, options, send, send_over};

/// Fails the test instead of hanging when something was held back.
async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(10), what).await.expect("held back")
}

/// A body of the parts that are sent to it.
fn body_of(parts: mpsc::Receiver<&'static str>) -> Body {
    let next = |mut parts: mpsc::Receiver<&'static str>| async move {
        let part = parts.recv().await?;
        Some((Ok::<_, Infallible>(Bytes::from(part)), parts))
    };
    Body::from_stream(stream::unfold(parts, next))
}

async fn next_part(body: &mut (impl BodyExt<Data = Bytes> + Unpin)) -> Bytes {
    soon(body.frame()).await.unwrap().ok().unwrap().into_data().unwrap()
}

#[tokio::test]
async fn an_answer_arrives_while_it_is_still_written() {
    let (writer, parts) = mpsc::channel(1);
    let parts = Arc::new(std::sync::Mutex::new(Some(parts)));
    let router = Router::new()
        .fallback(move || async move { body_of(parts.lock().unwrap().take().unwrap()) });
    let maxscale = MaxScale::serve("127.0.0.1:0".parse().unwrap(), router).await;
    let running = gateway(options(at(&maxscale.url()))).await;

    writer.send("first").await.unwrap();
    let request =
        Request::get("/v1/maxscale/logs/data").header("host", running.address().to_string());
    let mut connection = connect(running.address()).await;
    let answer = connection.send_request(request.body(Body::empty()).unwrap());
    let mut body = soon(answer).await.unwrap().into_body();
    assert_eq!(next_part(&mut body).await, "first");
    writer.send("second").await.unwrap();
    assert_eq!(next_part(&mut body).await, "second");
}

#[tokio::test]
async fn a_request_arrives_while_it_is_still_sent() {
    let arrived = Arc::new(Notify::new());
    let told = arrived.clone();
    let router = Router::new().fallback(move |mut request: Received| async move {
        next_part(request.body_mut()).await;
        told.notify_one();
        request.into_body()
    });
    let maxscale = MaxScale::serve("127.0.0.1:0".parse().unwrap(), router).await;
    let running = gateway(options(at(&maxscale.url()))).await;

    let (writer, parts) = mpsc::channel(1);
    let request = Request::post("/v1/sql/1/queries").body(body_of(parts)).unwrap();
    let connection = connect(running.address()).await;
    let answer = tokio::spawn(send_over(connection, request, running.address()));
    writer.send("first").await.unwrap();
    soon(arrived.notified()).await;
    writer.send("second").await.unwrap();
    drop(writer);
    assert_eq!(soon(answer).await.unwrap().text(), "second");
}

#[tokio::test]
async fn a_body_too_large_is_refused() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let told = Request::post("/v1/servers").header(CONTENT_LENGTH, 9 << 20);
    let answer = soon(send(running.address(), told)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.detail().contains("8 MiB"));
}

#[tokio::test]
async fn a_body_too_large_is_refused_though_its_length_was_not_told() {
    let maxscale = MaxScale::start().await;
    let running = gateway(options(at(&maxscale.url()))).await;
    let part = || Ok::<_, Infallible>(Bytes::from(vec![b' '; 1 << 20]));
    let body = Body::from_stream(stream::iter((0..9).map(move |_| part())));
    let request = Request::post("/v1/servers").body(body).unwrap();
    let connection = connect(running.address()).await;
    let answer = soon(send_over(connection, request, running.address())).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}
