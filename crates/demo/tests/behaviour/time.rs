//! Time: frozen it stands, running it goes, and slow calls hold up the others.

use crate::client::TestClient;
use maxconsole_demo::{Scene, Simulation};
use std::time::{Duration, Instant, UNIX_EPOCH};

#[tokio::test]
async fn a_call_that_waits_takes_simulated_time() {
    let client = TestClient::new();
    assert_eq!(client.simulation.elapsed().await, Duration::ZERO);
    client.put("/v1/servers/server2/set?state=maintenance").await;
    assert_eq!(client.simulation.elapsed().await, Duration::from_millis(100));
}

#[tokio::test]
async fn while_the_clock_runs_it_takes_real_time_and_nobody_else_is_served() {
    let client = TestClient::new();
    client.simulation.run_clock();
    let began = Instant::now();
    let slow = client.put("/v1/servers/server2/set?state=maintenance");
    let quick = client.state("server2");
    let ((), state) = tokio::join!(slow, quick);
    assert!(began.elapsed() >= Duration::from_millis(100));
    assert_eq!(state, "Maintenance, Running");
    client.simulation.freeze_clock();
    let frozen = client.simulation.elapsed().await;
    assert_eq!(client.simulation.elapsed().await, frozen);
}

#[tokio::test]
async fn a_long_absence_is_over_at_once() {
    let client = TestClient { simulation: Simulation::new(Scene::Rehearsal, 5) };
    let began = Instant::now();
    client.wait(30 * 24 * 3600).await;
    assert!(client.sessions().await > 0);
    assert_eq!(client.state("server1").await, "Master, Running");
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

#[tokio::test]
async fn maintenance_survives_a_restart_and_sessions_do_not() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 3 60").await;
    client.put("/v1/servers/server2/set?state=maintenance").await;
    client.simulation.restart().await;
    assert_eq!(client.state("server2").await, "Maintenance, Running");
    assert_eq!(client.state("server1").await, "Master, Running");
    assert_eq!(client.sessions().await, 0);
}

#[tokio::test]
async fn the_same_seed_gives_the_same_life() {
    let run = async |seed| {
        let began = UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let client =
            TestClient { simulation: Simulation::beginning_at(Scene::Rehearsal, seed, began) };
        client.wait(300).await;
        client.get("/v1/sessions").await.to_string() + &client.get("/v1/servers").await.to_string()
    };
    assert_eq!(run(1).await, run(1).await);
    assert_ne!(run(1).await, run(2).await);
}

#[tokio::test]
async fn there_is_life_in_the_two_clusters() {
    let client = TestClient { simulation: Simulation::new(Scene::Rehearsal, 3) };
    let before = client.sessions().await;
    assert!(before > 5, "{before} sessions");
    client.wait(600).await;
    let after = client.sessions().await;
    assert!((5..200).contains(&after), "{after} sessions");
    assert!(client.connections("server1").await > 0);
}
