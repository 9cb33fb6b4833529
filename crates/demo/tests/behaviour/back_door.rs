//! The back door: the words that come over HTTP, and the troubles they make.

use crate::client::{TestClient, basic};
use axum::body::{Body, to_bytes};
use http::{Request, StatusCode};
use maxconsole_demo::{ADMIN, Scene, Simulation};
use serde_json::Value;
use std::time::{Duration, Instant};
use tower::ServiceExt;

/// A simulation with its back door open.
struct Door(TestClient);

impl Door {
    fn open() -> Self {
        Self(TestClient { simulation: Simulation::new(Scene::Recorded, 7).with_back_door() })
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, Vec<u8>) {
        let answer = self.0.simulation.api().oneshot(request).await.unwrap();
        let status = answer.status();
        // A body that breaks stands for a connection that does.
        let body = to_bytes(answer.into_body(), 1 << 20).await;
        body.map_or((StatusCode::IM_A_TEAPOT, Vec::new()), |body| (status, body.to_vec()))
    }

    async fn post(&self, path: &str, words: &str) -> (u16, String) {
        let request = Request::post(path).body(Body::from(words.to_owned())).unwrap();
        let (status, body) = self.send(request).await;
        (status.as_u16(), String::from_utf8(body).unwrap())
    }

    async fn env(&self, words: &str) {
        assert_eq!(self.post("/_demo/env", words).await, (204, String::new()), "{words}");
    }

    async fn clock(&self, words: &str) {
        assert_eq!(self.post("/_demo/clock", words).await, (204, String::new()), "{words}");
    }

    /// A request to the API as it comes over a connection.
    async fn get(&self, path: &str) -> StatusCode {
        let request = Request::get(path).header("authorization", basic(ADMIN));
        self.send(request.body(Body::empty()).unwrap()).await.0
    }

    async fn look(&self) -> Value {
        let request = Request::get("/_demo").body(Body::empty()).unwrap();
        let (status, body) = self.send(request).await;
        assert_eq!(status, StatusCode::OK);
        serde_json::from_slice(&body).unwrap()
    }
}

#[tokio::test]
async fn it_is_shut_unless_asked_for() {
    for (method, path) in [("GET", "/_demo"), ("POST", "/_demo/env"), ("POST", "/_demo/clock")] {
        let request = Request::builder().method(method).uri(path);
        let request = request.header("authorization", basic(ADMIN));
        let router = Simulation::new(Scene::Recorded, 1).api();
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{method} {path}");
    }
}

#[tokio::test]
async fn every_answer_tells_whether_it_is_open() {
    let shut = Simulation::new(Scene::Recorded, 1);
    for (simulation, mark) in
        [(shut.clone(), "simulated"), (shut.with_back_door(), "simulated; back-door")]
    {
        let request = Request::get("/v1/servers").body(Body::empty()).unwrap();
        let answer = simulation.api().oneshot(request).await.unwrap();
        assert_eq!(answer.headers()["x-maxconsole-demo"], mark);
    }
}

#[tokio::test]
async fn the_words_of_the_recordings_are_done() {
    let back_door = Door::open();
    back_door.env("load RW-Split-Router 4 60").await;
    back_door.env("transactions Galera-Service 3 12").await;
    assert_eq!(back_door.0.sessions().await, 7);
    back_door.env("kill server1").await;
    back_door.clock("advance 2").await;
    assert_eq!(back_door.0.state("server1").await, "Down");
    assert_eq!(back_door.look().await["servers"][0]["up"], false);
    back_door.env("start server1").await;
    back_door.clock("advance 2.5").await;
    assert_eq!(back_door.0.state("server1").await, "Master, Running");
}

#[tokio::test]
async fn what_is_not_understood_is_said() {
    let back_door = Door::open();
    for (path, words, problem) in [
        ("/_demo/env", "explode", "'explode' is not understood; there are: load SERVICE"),
        ("/_demo/env", "kill nosuch", "there is no server 'nosuch'"),
        ("/_demo/env", "lag server1 5", "'server1' replicates from nobody"),
        ("/_demo/clock", "advance", "the clock understands: freeze, run"),
        ("/_demo/clock", "advance -1", "'-1' is no number of seconds"),
    ] {
        let (status, said) = back_door.post(path, words).await;
        assert_eq!(status, 400, "{words}");
        assert!(said.starts_with(problem), "{words}: {said}");
    }
    assert_eq!(back_door.post("/_demo/env", &"x".repeat(5_000)).await.0, 400);
    assert_eq!(back_door.post("/_demo/nothing", "restart").await.0, 401);
}

#[tokio::test]
async fn advancing_by_recorded_differences_keeps_the_recorded_time() {
    let back_door = Door::open();
    back_door.clock("freeze").await;
    back_door.clock("advance 4").await;
    back_door.0.put("/v1/servers/server2/set?state=maintenance").await;
    back_door.clock("advance 0.5").await;
    assert_eq!(back_door.0.simulation.elapsed().await, Duration::from_millis(4500));
    back_door.clock("advance 0.5").await;
    assert_eq!(back_door.look().await["elapsed"], 5.0);
    assert_eq!(back_door.look().await["running"], false);
}

#[tokio::test]
async fn the_next_requests_fail_as_told() {
    let back_door = Door::open();
    back_door.env("fail-next 2 503").await;
    back_door.env("fail-next drop").await;
    assert_eq!(back_door.look().await["failing"], 3);
    let mut met = Vec::new();
    for _ in 0..4 {
        met.push(back_door.get("/v1/servers").await.as_u16());
    }
    assert_eq!(met, [503, 503, 418, 200]);
}

#[tokio::test]
async fn a_slow_request_holds_up_the_others() {
    let back_door = Door::open();
    back_door.env("fail-next slow 0.2").await;
    let began = Instant::now();
    let (slow, quick) = tokio::join!(back_door.get("/v1/servers"), back_door.get("/v1/servers"));
    assert_eq!((slow, quick), (StatusCode::OK, StatusCode::OK));
    assert!(began.elapsed() >= Duration::from_millis(200));
    back_door.env("latency 50").await;
    let began = Instant::now();
    tokio::join!(back_door.get("/v1/auth"), back_door.get("/v1/servers"));
    assert!(began.elapsed() >= Duration::from_millis(100));
    assert_eq!(back_door.0.simulation.elapsed().await, Duration::ZERO, "latency is real time");
}

#[tokio::test]
async fn chaos_spares_nothing_but_the_back_door() {
    let back_door = Door::open();
    back_door.env("chaos 100").await;
    for _ in 0..20 {
        assert_eq!(back_door.look().await["chaos"], 100);
    }
    back_door.env("chaos 0").await;
    assert_eq!(back_door.get("/v1/auth").await, StatusCode::OK);
}

#[tokio::test]
async fn time_runs_as_fast_as_told() {
    let back_door = Door::open();
    back_door.env("speed 1000").await;
    back_door.clock("run").await;
    let before = back_door.0.simulation.elapsed().await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(back_door.0.simulation.elapsed().await - before >= Duration::from_secs(20));
    // A change waits for the monitor's next tick, which would be minutes away.
    let slow = r#"{"data":{"attributes":{"parameters":{"monitor_interval":"600s"}}}}"#;
    let patched = back_door.0.ask("PATCH", "/v1/monitors/Monitor", slow).await;
    assert_eq!(patched.0, 204);
    let began = Instant::now();
    back_door.0.put("/v1/servers/server2/set?state=maintenance").await;
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_replica_lags_and_breaks() {
    let back_door = Door::open();
    let lag = async || {
        let server = back_door.0.get("/v1/servers/server2").await;
        server["data"]["attributes"]["replication_lag"].as_i64().unwrap()
    };
    back_door.env("lag server2 30").await;
    back_door.clock("advance 2").await;
    assert_eq!(lag().await, 30);
    back_door.env("lag server2 0").await;
    back_door.env("break-replication server2").await;
    back_door.clock("advance 2").await;
    assert_eq!(back_door.0.state("server2").await, "Running");
    back_door.env("repair-replication server2").await;
    back_door.clock("advance 2").await;
    assert_eq!((back_door.0.state("server2").await.as_str(), lag().await), ("Slave, Running", 0));
}
