//! Sends requests exactly as they are written: whatever path, and whatever `Host`.

use std::net::SocketAddr;

use axum::body::{Body, Bytes};
use http::header::HOST;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// What an error of MaxScale's form says.
    pub fn detail(&self) -> String {
        let json: serde_json::Value = serde_json::from_slice(&self.body).unwrap();
        json["errors"][0]["detail"].as_str().unwrap().to_owned()
    }
}

/// A request for `target`, which is sent as it is.
pub fn get(target: &str) -> http::request::Builder {
    Request::get(target)
}

pub async fn send(address: SocketAddr, request: http::request::Builder) -> Answer {
    send_over(connect(address).await, request.body(Body::empty()).unwrap(), address).await
}

/// A connection to the gateway.
pub async fn connect(address: SocketAddr) -> SendRequest<Body> {
    speak_http(TcpStream::connect(address).await.unwrap()).await
}

/// Sends over a connection of its own; a request without `Host` gets the right one.
pub async fn send_over(
    mut connection: SendRequest<Body>,
    mut request: Request<Body>,
    address: SocketAddr,
) -> Answer {
    let own = address.to_string().parse().unwrap();
    request.headers_mut().entry(HOST).or_insert(own);
    let (head, body) = connection.send_request(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { status: head.status, headers: head.headers, body }
}

/// Begins HTTP on a connection.
pub async fn speak_http(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
) -> SendRequest<Body> {
    let (sender, connection) = handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    sender
}
