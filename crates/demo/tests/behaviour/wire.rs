//! The API over a real connection.

use crate::client::basic;
use axum::body::Body;
use http::Request;
use maxconsole_demo::{ADMIN, Scene, Simulation};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// Sends the lines and reads until the connection is closed.
async fn talk(lines: &[&str]) -> String {
    talk_to(&Simulation::new(Scene::Recorded, 1), lines).await
}

async fn talk_to(simulation: &Simulation, lines: &[&str]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = simulation.api();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut stream = TcpStream::connect(address).await.unwrap();
    let authorization = format!("authorization: {}", basic(ADMIN));
    let fixed = ["host: mxs:8989", &authorization, "connection: close"];
    let head = [lines, &fixed].concat().join("\r\n") + "\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    server.abort();
    answer.to_lowercase()
}

#[tokio::test]
async fn answers_without_body_have_none() {
    let head = talk(&["HEAD /v1/servers HTTP/1.1"]).await;
    assert!(head.starts_with("http/1.1 200 ok\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    let path = "PUT /v1/servers/server2/set?state=maintenance HTTP/1.1";
    let done = talk(&[path]).await;
    assert!(done.starts_with("http/1.1 204 no content\r\n"), "{done}");
    assert!(!done.contains("content-length"), "{done}");
    let unchanged =
        ["GET /v1/servers HTTP/1.1", "if-modified-since: Fri, 01 Jan 2100 00:00:00 GMT"];
    assert!(talk(&unchanged).await.starts_with("http/1.1 304 not modified\r\n"));
}

#[tokio::test]
async fn links_lead_where_the_request_came() {
    let answer = talk(&["GET /filters/Hint?pretty=false HTTP/1.1"]).await;
    assert!(answer.contains("\"self\":\"http://mxs:8989/filters/hint/\""), "{answer}");
    assert!(answer.contains("x-maxconsole-demo: simulated"), "{answer}");
}

#[tokio::test]
async fn large_bodies_are_refused() {
    let large = Body::from(vec![b' '; 3 << 20]);
    let request = Request::post("/v1/servers").body(large).unwrap();
    let answer = Simulation::new(Scene::Recorded, 1).api().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 413);
}

#[tokio::test]
async fn a_dropped_connection_gives_no_answer() {
    let simulation = Simulation::new(Scene::Recorded, 1);
    simulation.env("fail-next drop").await.unwrap();
    assert_eq!(talk_to(&simulation, &["GET /v1/servers HTTP/1.1"]).await, "");
    let next = talk_to(&simulation, &["GET /v1/servers HTTP/1.1"]).await;
    assert!(next.starts_with("http/1.1 200 ok\r\n"), "{next}");
}
