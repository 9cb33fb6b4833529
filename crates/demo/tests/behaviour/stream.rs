//! The stream of the log over a WebSocket.

use crate::client::basic;
use futures_util::{SinkExt, StreamExt};
use http::StatusCode;
use maxconsole_demo::{ADMIN, Scene, Simulation};
use serde_json::Value;
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};

struct Line(WebSocketStream<TcpStream>);

impl Line {
    async fn row(&mut self) -> Value {
        let message = self.0.next().await.unwrap().unwrap();
        serde_json::from_str(message.to_text().unwrap()).unwrap()
    }

    async fn message(&mut self) -> String {
        self.row().await["message"].as_str().unwrap().to_owned()
    }

    async fn ends(mut self) -> bool {
        matches!(self.0.next().await, None | Some(Ok(Message::Close(_)) | Err(_)))
    }
}

async fn serve(simulation: &Simulation) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = simulation.api();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

async fn open(simulation: &Simulation, query: &str, account: (&str, &str)) -> Result<Line, Error> {
    let address = serve(simulation).await;
    let url = format!("ws://{address}/v1/maxscale/logs/stream{query}");
    let mut request = url.into_client_request().unwrap();
    request.headers_mut().insert("authorization", basic(account).parse().unwrap());
    let stream = TcpStream::connect(address).await.unwrap();
    client_async(request, stream).await.map(|(socket, _)| Line(socket))
}

fn simulation() -> Simulation {
    Simulation::new(Scene::Recorded, 3)
}

#[tokio::test]
async fn new_rows_come_one_by_one_and_once_a_second() {
    let simulation = simulation();
    let mut line = open(&simulation, "", ADMIN).await.unwrap();
    simulation.env("kill server2").await.unwrap();
    simulation.advance(Duration::from_secs(2)).await;
    let began = Instant::now();
    assert_eq!(line.row().await["priority"], "error");
    assert!(line.message().await.contains("server2[127.0.0.1:3302]: slave_down."));
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
    simulation.env("start server2").await.unwrap();
    simulation.advance(Duration::from_secs(2)).await;
    assert!(line.message().await.contains("slave_up"));
}

#[tokio::test]
async fn it_begins_at_a_line_of_the_file_and_keeps_to_priorities() {
    let simulation = simulation();
    let mut line = open(&simulation, "?page%5Bcursor%5D=0", ADMIN).await.unwrap();
    let first = line.row().await;
    assert_eq!(first["id"], "4", "four lines of title come before");
    assert_eq!(first["message"], "/etc/maxscale.cnf.d does not exist, not reading.");
    let asked = "?page%5Bcursor%5D=0&priority=error,alert";
    let mut errors = open(&simulation, asked, ADMIN).await.unwrap();
    simulation.env("kill server2").await.unwrap();
    simulation.advance(Duration::from_secs(2)).await;
    assert_eq!(errors.row().await["priority"], "error");
}

#[tokio::test]
async fn whatever_the_client_sends_ends_it() {
    let simulation = simulation();
    for message in [Message::text("hello"), Message::Ping("x".into()), Message::Close(None)] {
        let mut line = open(&simulation, "", ADMIN).await.unwrap();
        line.0.send(message).await.unwrap();
        assert!(line.ends().await);
    }
}

#[tokio::test]
async fn a_restart_ends_it() {
    let simulation = simulation();
    let line = open(&simulation, "", ADMIN).await.unwrap();
    simulation.advance(Duration::from_secs(1)).await;
    simulation.restart().await;
    assert!(line.ends().await);
}

#[tokio::test]
async fn strangers_get_nothing() {
    let refused = open(&simulation(), "", ("admin", "wrong")).await.err().unwrap();
    assert!(matches!(refused, Error::Http(answer) if answer.status() == StatusCode::UNAUTHORIZED));
}

#[tokio::test]
async fn the_cookie_of_a_browser_lets_it_in() {
    let simulation = simulation();
    let request = http::Request::get("/v1/auth?persist=yes").header("authorization", basic(ADMIN));
    let signed_in = simulation.handle(request.body(Vec::new()).unwrap()).await;
    let cookie = signed_in.headers()["set-cookie"].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap();
    let address = serve(&simulation).await;
    let url = format!("ws://{address}/v1/maxscale/logs/stream");
    let mut request = url.into_client_request().unwrap();
    request.headers_mut().insert("cookie", cookie.parse().unwrap());
    let stream = TcpStream::connect(address).await.unwrap();
    let (_, answer) = client_async(request, stream).await.unwrap();
    assert_eq!(answer.headers()["upgrade"], "websocket");
}
