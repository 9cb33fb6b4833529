//! Connections: opened, refused, busy, cloned, closed.

use super::connection::{SqlConnection, account};
use crate::client::{TestClient, basic};
use maxconsole_demo::{ADMIN, VIEWER};
use serde_json::json;

#[tokio::test]
async fn a_connection_needs_a_target_an_account_and_a_server_that_listens() {
    let client = TestClient::new();
    let refused =
        async |body: serde_json::Value| client.refusal("POST", "/v1/sql", &body.to_string()).await;
    for (body, text) in [
        (json!({}), "The `target` field is mandatory"),
        (json!({ "target": 1 }), "The `target` field is mandatory"),
        (
            json!({ "target": "server1", "user": "a" }),
            "The `user` and `password` fields are mandatory for this `target`",
        ),
        (account("nosuch"), "Target 'nosuch' not found"),
        (json!({ "target": "odbc" }), "Missing connection string for ODBC connection."),
        (
            json!({ "target": "server1", "user": "maxuser", "password": "" }),
            "Connection to [127.0.0.1]:3301 failed. Error 1045: Access denied for user 'maxuser'@'localhost' (using password: NO)",
        ),
        (
            json!({ "target": "server1", "user": "maxuser", "password": "maxpwd", "db": "nosuch" }),
            "Connection to [127.0.0.1]:3301 failed. Error 1049: Unknown database 'nosuch'",
        ),
    ] {
        assert_eq!(refused(body).await, (400, text.to_owned()));
    }
    assert_eq!(
        client.refusal("POST", "/v1/sql", "").await,
        (400, "Missing request body".to_owned())
    );
    client.env("kill server1").await;
    let down = "Connection to [127.0.0.1]:3301 failed. Error 2002: Can't connect to server on '127.0.0.1' (115)";
    assert_eq!(refused(account("server1")).await, (400, down.to_owned()));
    client.put("/v1/listeners/RW-Split-Listener/stop").await;
    assert_eq!(refused(account("RW-Split-Router")).await.0, 400);
}

#[tokio::test]
async fn the_token_in_the_option_comes_before_the_cookie() {
    let client = TestClient::new();
    let (one, other) = (
        SqlConnection::open(&client, "server1").await,
        SqlConnection::open(&client, "server2").await,
    );
    let path = format!("/v1/sql/{}/cancel", one.id);
    let malformed = (400, "Malformed connection token".to_owned());
    assert_eq!(client.refusal("POST", &path, "").await, malformed);
    assert_eq!(client.refusal("POST", &format!("{path}?token=nonsense"), "").await, malformed);
    let text = format!("URL is for connection {}, token is for connection {}", one.id, other.id);
    let foreign = format!("{path}?token={}", other.token);
    assert_eq!(client.refusal("POST", &foreign, "").await, (400, text));
    let admin = basic(ADMIN);
    let cookie = format!("conn_id_sig_{}={}", one.id, one.token);
    let headers = [("authorization", admin.as_str()), ("cookie", cookie.as_str())];
    assert_eq!(client.send("POST", &path, &headers, "").await.status(), 200);
    assert_eq!(client.send("POST", &foreign, &headers, "").await.status(), 400);
}

#[tokio::test]
async fn a_kept_token_is_in_a_cookie_and_a_token_opens_nothing_else() {
    let client = TestClient::new();
    let admin = basic(ADMIN);
    let headers = [("authorization", admin.as_str())];
    let path = "/v1/sql?persist=yes&max-age=60";
    let response = client.send("POST", path, &headers, &account("server1").to_string()).await;
    let cookie = response.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(
        cookie.starts_with("conn_id_sig_")
            && cookie.ends_with("; Path=/; Max-Age=60; SameSite=Strict; HttpOnly"),
        "{cookie}"
    );
    let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(body.get("meta"), None);
    let token = cookie.split(['=', ';']).nth(1).unwrap();
    let bearer = format!("Bearer {token}");
    let login = client.send("GET", "/v1/servers", &[("authorization", &bearer)], "").await;
    assert_eq!(login.status(), 401);
}

#[tokio::test]
async fn a_busy_connection_can_only_be_looked_at_and_cancelled() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    let (status, _) = connection.post(json!({ "sql": "SELECT SLEEP(60)" }), "&async=true").await;
    assert_eq!((status, connection.status(1).await), (202, 202));
    let busy = format!("ID {} is busy.", connection.id);
    for (method, rest) in
        [("POST", "/reconnect"), ("DELETE", &format!("/queries/{}.1", connection.id))]
    {
        assert_eq!(client.refusal(method, &connection.path(rest), "").await, (503, busy.clone()));
    }
    let again =
        client.refusal("POST", &connection.path("/queries"), r#"{ "sql": "SELECT 1" }"#).await;
    assert_eq!(again, (503, busy));
    let gone = format!("Connection {} not found or is busy.", connection.id);
    assert_eq!(client.refusal("DELETE", &connection.path(""), "").await, (404, gone));
    assert_eq!(connection.ask("POST", "/cancel").await.0, 200);
    let (status, body) = connection.ask("GET", &format!("/queries/{}.1", connection.id)).await;
    assert_eq!(status, 201);
    assert_eq!(body["data"]["attributes"]["results"][0]["errno"], 1317);
    assert_eq!(connection.rows("SELECT 1").await, json!([[1]]));
}

#[tokio::test]
async fn a_query_takes_its_time_on_a_frozen_clock() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    connection.post(json!({ "sql": "SELECT SLEEP(5)" }), "&async=true").await;
    client.wait(4).await;
    assert_eq!(connection.status(1).await, 202);
    client.wait(1).await;
    assert_eq!(connection.status(1).await, 201);
    let before = client.simulation.elapsed().await;
    assert_eq!(connection.rows("SELECT SLEEP(3)").await, json!([[0]]));
    assert!(client.simulation.elapsed().await >= before + std::time::Duration::from_secs(3));
    assert_eq!(connection.status(1).await, 404);
}

#[tokio::test]
async fn results_can_be_forgotten_and_are_kept_of_asynchronous_queries_only() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    connection.rows("SELECT 1").await;
    let none = "No async query results found.".to_owned();
    let query = connection.path(&format!("/queries/{}.1", connection.id));
    assert_eq!(client.refusal("GET", &query, "").await, (400, none.clone()));
    connection.post(json!({ "sql": "SELECT 2" }), "&async=yes").await;
    let query = connection.path(&format!("/queries/{}.2", connection.id));
    assert_eq!(client.ask("GET", &query, "").await.0, 201);
    assert_eq!(client.ask("DELETE", &query, "").await.0, 200);
    assert_eq!(client.refusal("GET", &query, "").await, (400, none));
}

#[tokio::test]
async fn limits_are_checked_and_kept() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    let refusal = async |body: serde_json::Value| {
        client.refusal("POST", &connection.path("/queries"), &body.to_string()).await.1
    };
    assert_eq!(refusal(json!({})).await, "No `sql` defined.");
    assert_eq!(
        refusal(json!({ "sql": "x", "max_rows": -1 })).await,
        "`max_rows` cannot be negative."
    );
    assert_eq!(
        refusal(json!({ "sql": "x", "timeout": -1 })).await,
        "`timeout` cannot be negative."
    );
    let (_, body) =
        connection.post(json!({ "sql": "SELECT id FROM shop.t", "max_rows": 2 }), "").await;
    assert_eq!(body["data"]["attributes"]["results"][0]["data"], json!([[1], [2]]));
    assert_eq!(body["data"]["attributes"]["results"][0]["complete"], false);
    let (_, body) = connection.post(json!({ "sql": "SELECT SLEEP(9)", "timeout": 2 }), "").await;
    assert_eq!(body["data"]["attributes"]["results"][0]["errno"], 1969);
    assert_eq!(body["data"]["attributes"]["execution_time"], 2.0);
}

#[tokio::test]
async fn clones_live_on_and_closed_connections_are_gone() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "RW-Split-Listener").await;
    assert_eq!(client.sessions().await, 1);
    let (status, body) = connection.ask("POST", "/clone").await;
    let clone = SqlConnection::of(&client, &body);
    assert_eq!((status, client.sessions().await), (201, 2));
    assert_eq!(connection.ask("DELETE", "").await.0, 204);
    assert_eq!(client.sessions().await, 1);
    assert_eq!(clone.rows("SELECT 1").await, json!([[1]]));
    let missing = format!("{} is not a connection_id", connection.id);
    assert_eq!(client.refusal("POST", &connection.path("/cancel"), "").await, (404, missing));
    client.simulation.restart().await;
    assert_eq!(client.get("/v1/sql").await["data"], json!([]));
}

#[tokio::test]
async fn a_basic_account_may_use_it_all() {
    let client = super::connection::shop();
    let viewer = basic(VIEWER);
    let headers = [("authorization", viewer.as_str())];
    let response = client.send("POST", "/v1/sql", &headers, &account("shop-db1").to_string()).await;
    assert_eq!(response.status(), 201);
}

#[tokio::test]
async fn moving_tables_is_refused_for_maxscales_reasons() {
    let client = TestClient::new();
    let (connection, other) = (
        SqlConnection::open(&client, "server1").await,
        SqlConnection::open(&client, "server2").await,
    );
    let listener = SqlConnection::open(&client, "Galera-Listener").await;
    let refusal = async |rest: &str, body: serde_json::Value| {
        client
            .refusal(
                "POST",
                &format!("{}{rest}", connection.path("/etl/prepare")),
                &body.to_string(),
            )
            .await
            .1
    };
    assert_eq!(refusal("", json!({})).await, "The `target` field is mandatory");
    let nowhere = "The target 'nowhere' is not a valid connection ID.";
    assert_eq!(refusal("", json!({ "target": "nowhere" })).await, nowhere);
    let unproven = "Validation of target connection failed: Malformed connection token";
    assert_eq!(refusal("", json!({ "target": other.id })).await, unproven);
    let token = format!("&target_token={}", other.token);
    assert_eq!(
        refusal(&token, json!({ "target": other.id })).await,
        "Only ODBC targets are supported"
    );
    let token = format!("&target_token={}", listener.token);
    let text = format!(
        "The target 'Galera-Listener' of connection '{}' is not a server in MaxScale.",
        listener.id
    );
    assert_eq!(refusal(&token, json!({ "target": listener.id })).await, text);
}
