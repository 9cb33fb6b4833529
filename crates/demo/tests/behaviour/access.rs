//! Signing in, staying in, and what an account may do.

use crate::client::{TestClient, basic};
use http::Response;
use maxconsole_demo::{ADMIN, Scene, Simulation, VIEWER};
use std::time::Duration;

fn header<'a>(response: &'a Response<Vec<u8>>, name: &str) -> Option<&'a str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

fn with_viewer() -> TestClient {
    TestClient { simulation: Simulation::new(Scene::Rehearsal, 7) }
}

async fn cookie(client: &TestClient, account: (&str, &str)) -> String {
    let authorization = [("authorization", basic(account))];
    let headers: Vec<(&str, &str)> = authorization.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let response = client.send("GET", "/v1/auth?persist=yes", &headers, "").await;
    assert_eq!(response.status(), 204);
    header(&response, "set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_browser_is_asked_for_a_password_unless_a_script_is_at_work() {
    let client = TestClient::new();
    let plain = client.send("GET", "/v1/servers", &[], "").await;
    assert_eq!(header(&plain, "www-authenticate"), Some("Basic realm=\"maxscale\""));
    assert_eq!(header(&plain, "content-type"), None);
    let script = [("x-requested-with", "XMLHttpRequest")];
    let by_script = client.send("GET", "/v1/servers", &script, "").await;
    assert_eq!((by_script.status().as_u16(), header(&by_script, "www-authenticate")), (401, None));
    let stale = client.send("GET", "/v1/servers", &[("cookie", "token_sig=x.y.z")], "").await;
    assert_eq!((stale.status().as_u16(), header(&stale, "www-authenticate")), (401, None));
    let wrong = basic(("admin", "wrong"));
    let sign_in = client.send("GET", "/v1/auth", &[("authorization", &wrong)], "").await;
    assert_eq!((sign_in.status().as_u16(), header(&sign_in, "www-authenticate")), (401, None));
}

#[tokio::test]
async fn a_cookie_wins_over_a_password() {
    let client = TestClient::new();
    let admin = basic(ADMIN);
    let headers = [("cookie", "token_sig=stale"), ("authorization", admin.as_str())];
    assert_eq!(client.send("GET", "/v1/servers", &headers, "").await.status(), 401);
}

#[tokio::test]
async fn a_basic_account_reads_and_is_turned_away_by_the_way_it_came() {
    let client = with_viewer();
    let by_cookie = cookie(&client, VIEWER).await;
    let by_password = basic(VIEWER);
    let path = "/v1/servers/server2/set?state=maintenance";
    for (header, status) in [(("cookie", by_cookie), 403), (("authorization", by_password), 401)] {
        let headers = [(header.0, header.1.as_str())];
        assert_eq!(client.send("GET", "/v1/servers", &headers, "").await.status(), 200);
        assert_eq!(client.send("PUT", path, &headers, "").await.status(), status);
    }
}

#[tokio::test]
async fn rights_go_by_the_verb_that_counts() {
    let client = with_viewer();
    let cookie = cookie(&client, VIEWER).await;
    let headers = [("cookie", cookie.as_str()), ("x-http-method-override", "PUT")];
    let path = "/v1/servers/server2/set?state=maintenance";
    assert_eq!(client.send("GET", path, &headers, "").await.status(), 403);
    assert!(!client.state("server2").await.contains("Maintenance"));
}

#[tokio::test]
async fn tokens_end_by_time_restart_and_on_demand() {
    let client = TestClient::new();
    let ask = async |cookie: &str| {
        client.send("GET", "/v1/servers", &[("cookie", cookie)], "").await.status().as_u16()
    };
    let first = cookie(&client, ADMIN).await;
    assert_eq!(ask(&first).await, 200);
    client.simulation.expire_tokens().await;
    assert_eq!(ask(&first).await, 401);
    let second = cookie(&client, ADMIN).await;
    client.simulation.restart().await;
    assert_eq!(ask(&second).await, 401);
    let third = cookie(&client, ADMIN).await;
    client.simulation.advance(Duration::from_secs(8 * 3600 - 5)).await;
    assert_eq!(ask(&third).await, 200);
    client.simulation.advance(Duration::from_secs(6)).await;
    assert_eq!(ask(&third).await, 401);
}

#[tokio::test]
async fn signing_out_takes_the_cookie_only() {
    let client = TestClient::new();
    let cookie = cookie(&client, ADMIN).await;
    let out = client.send("GET", "/v1/auth?logout=yes", &[], "").await;
    assert_eq!(out.status(), 200);
    assert!(header(&out, "set-cookie").unwrap().starts_with("token_sig=; "));
    let headers = [("cookie", cookie.as_str())];
    assert_eq!(client.send("GET", "/v1/servers", &headers, "").await.status(), 200);
}

#[tokio::test]
async fn every_answer_says_that_it_is_simulated() {
    let client = TestClient::new();
    for (method, path) in [("GET", "/v1/servers"), ("GET", "/v1/auth"), ("BREW", "/v1/servers")] {
        let response = client.send(method, path, &[], "").await;
        assert_eq!(header(&response, "x-maxconsole-demo"), Some("simulated"));
    }
    assert_eq!(client.send("BREW", "/v1/servers", &[], "").await.status(), 401);
    assert_eq!(client.ask("BREW", "/v1/servers", "").await.0, 405);
}
