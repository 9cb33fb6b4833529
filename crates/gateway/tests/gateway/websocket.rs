//! The log stream's WebSocket passes through.

use futures_util::{SinkExt, StreamExt};
use maxconsole::{Running, Upstream};
use maxconsole_demo::{Scene, Simulation};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, accept_hdr_async, client_async};

use crate::support::{at, gateway, get, options, send};

const PATH: &str = "/v1/maxscale/logs/stream?priority=error";

/// A MaxScale that repeats each message after what it was asked for.
async fn log_stream() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut asked = String::new();
        #[expect(clippy::result_large_err, reason = "the callback's type is tungstenite's")]
        let note = |request: &Request, response: Response| {
            let cookie = request.headers()["cookie"].to_str().unwrap();
            asked = format!("{} {cookie}", request.uri());
            Ok(response)
        };
        let mut socket = accept_hdr_async(stream, note).await.unwrap();
        while let Some(Ok(message)) = socket.next().await {
            let answer = format!("{asked}: {}", message.into_text().unwrap());
            socket.send(Message::text(answer)).await.unwrap();
        }
    });
    url
}

async fn open(running: &Running, origin: &str) -> Result<WebSocketStream<TcpStream>, Error> {
    let mut request = format!("ws://{}{PATH}", running.address()).into_client_request().unwrap();
    request.headers_mut().insert("cookie", "token_sig=abc".parse().unwrap());
    request.headers_mut().insert("origin", origin.parse().unwrap());
    let stream = TcpStream::connect(running.address()).await.unwrap();
    client_async(request, stream).await.map(|(socket, _)| socket)
}

#[tokio::test]
async fn messages_pass_both_ways() {
    let running = gateway(options(at(&log_stream().await))).await;
    let own = running.url().trim_end_matches('/').to_owned();
    let mut socket = open(&running, &own).await.unwrap();
    for word in ["one", "two"] {
        socket.send(Message::text(word)).await.unwrap();
        let answer = socket.next().await.unwrap().unwrap();
        assert_eq!(answer.into_text().unwrap(), format!("{PATH} token_sig=abc: {word}"));
    }
}

#[tokio::test]
async fn a_page_of_another_site_cannot_open_it() {
    let running = gateway(options(at(&log_stream().await))).await;
    let refused = open(&running, "http://evil.example").await.err().unwrap();
    assert!(matches!(refused, Error::Http(answer) if answer.status() == 403));
}

#[tokio::test]
async fn the_log_of_a_simulation_is_streamed() {
    let simulation = Simulation::new(Scene::Recorded, 1);
    let running = gateway(options(Upstream::Demo(simulation))).await;
    let sign_in = get("/v1/auth?persist=yes").header("authorization", "Basic YWRtaW46bWFyaWFkYg==");
    let signed_in = send(running.address(), sign_in).await;
    let cookie = signed_in.header("set-cookie").split(';').next().unwrap().to_owned();
    let url = format!("ws://{}{PATH}&page%5Bcursor%5D=0", running.address());
    let mut request =
        url.replace("priority=error", "priority=notice").into_client_request().unwrap();
    request.headers_mut().insert("cookie", cookie.parse().unwrap());
    let stream = TcpStream::connect(running.address()).await.unwrap();
    let (mut socket, _) = client_async(request, stream).await.unwrap();
    let row = socket.next().await.unwrap().unwrap().into_text().unwrap();
    assert!(
        row.starts_with("{\"id\":\"4\",\"message\":\"/etc/maxscale.cnf.d does not exist"),
        "{row}"
    );
    socket.send(Message::text("enough")).await.unwrap();
    while let Some(Ok(message)) = socket.next().await {
        if message.is_close() {
            return;
        }
    }
}
