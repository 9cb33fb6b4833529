//! The log: what is written, what is switched off, and pages of it.

use crate::client::{TestClient, basic};
use serde_json::Value;

/// The rows from a cursor on, as priority, module or `-`, object or `-`, and message.
async fn rows(client: &TestClient, cursor: u64) -> Vec<String> {
    let path = format!("/v1/maxscale/logs/data?page%5Bsize%5D=1000&page%5Bcursor%5D={cursor}");
    let body = client.get(&path).await;
    let rows = body["data"]["attributes"]["log"].as_array().unwrap().clone();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or("-").to_owned();
    rows.iter()
        .map(|row| {
            ["priority", "module", "object", "message"].map(|name| text(row, name)).join(" ")
        })
        .collect()
}

/// The rows that something leads to.
async fn written(client: &TestClient, deed: impl AsyncFnOnce()) -> Vec<String> {
    let before = rows(client, 0).await.len() as u64;
    deed().await;
    rows(client, before).await
}

#[tokio::test]
async fn it_begins_as_the_real_one_does() {
    let rows = rows(&TestClient::new(), 0).await;
    assert_eq!(rows[0], "notice - - /etc/maxscale.cnf.d does not exist, not reading.");
    let file = "'/usr/lib64/maxscale/libgaleramon.so'.";
    assert_eq!(rows[1], format!("notice - - Module 'galeramon' loaded from {file}"));
    for row in [
        "notice - - Server changed state: server1[127.0.0.1:3301]: master_up. [Down] -> [Master, Running]",
        "notice - RW-Split-Listener Listening for connections at [127.0.0.1]:4006",
        "notice - - Service 'RW-Split-Router' started (2/3)",
        "notice - - MaxScale started with 2 worker threads.",
    ] {
        assert!(rows.iter().any(|known| known == row), "{row}\n{}", rows.join("\n"));
    }
}

#[tokio::test]
async fn monitors_tell_what_they_see_and_do() {
    let client = TestClient::new();
    let rows = written(&client, async || {
        client.env("transactions RW-Split-Router 1 60").await;
        client.wait(1).await;
        client.env("kill server1").await;
        client.wait(2).await;
        let failover = "/v1/maxscale/modules/mariadbmon/failover?Monitor";
        assert_eq!(client.ask("POST", failover, "").await.0, 204);
    })
    .await;
    let lost = "Lost connection to backend server: Connection closed by peer";
    for (at, row) in [
        format!("error - RW-Split-Router Transaction is open, closing session. Error from 'server1': {lost} (server1, session=1, conn_id=11, idle=0s)"),
        "error - - Monitor was unable to connect to server server1[127.0.0.1:3301] : 'Can't connect to server on '127.0.0.1' (115)'".to_owned(),
        "notice - - Server changed state: server1[127.0.0.1:3301]: master_down. [Master, Running] -> [Down]".to_owned(),
        "notice mariadbmon - Selecting a server to promote and replace 'server1'. Candidates are: 'server2', 'server3'.".to_owned(),
        "notice mariadbmon - Selected 'server2'.".to_owned(),
        "notice mariadbmon - Redirecting 'server3' to replicate from 'server2' instead of 'server1'.".to_owned(),
        "notice mariadbmon - All redirects successful.".to_owned(),
        "notice mariadbmon - All redirected slaves successfully started replication from 'server2'.".to_owned(),
        "notice mariadbmon - Failover 'server1' -> 'server2' performed.".to_owned(),
        "notice - - Server changed state: server2[127.0.0.1:3302]: new_master. [Slave, Running] -> [Master, Running]".to_owned(),
    ]
    .iter()
    .enumerate()
    {
        assert_eq!(rows.get(at), Some(row), "{}", rows.join("\n"));
    }
}

#[tokio::test]
async fn a_command_that_fails_says_why() {
    let client = TestClient::new();
    let rows = written(&client, async || {
        client.ask("POST", "/v1/maxscale/modules/mariadbmon/failover?Monitor", "").await;
    })
    .await;
    assert_eq!(rows.last().unwrap(), "error mariadbmon - Failover cancelled.");
}

#[tokio::test]
async fn requests_leave_their_traces() {
    let client = TestClient::new();
    let rows = written(&client, async || {
        client.send("GET", "/v1/servers?x=1", &[], "").await;
        let wrong = basic(("admin", "wrong"));
        client.send("GET", "/v1/servers", &[("authorization", &wrong)], "").await;
        let body =
            r#"{"data":{"id":"v","type":"inet","attributes":{"password":"p","account":"basic"}}}"#;
        client.ask("POST", "/v1/users/inet", body).await;
        let viewer = basic(("v", "p"));
        client.send("PUT", "/v1/servers/server2/set", &[("authorization", &viewer)], "").await;
        client.ask("DELETE", "/v1/users/inet/v", "").await;
        client.put("/v1/servers/server2/set?state=maintenance").await;
        client.put("/v1/servers/server2/set?state=maintenance").await;
        client.put("/v1/servers/server2/clear?state=maintenance").await;
    })
    .await;
    let refused = "Authorization failed for 'v', request requires administrative privileges. \
                   Request: PUT /v1/servers/server2/set";
    assert_eq!(
        rows,
        [
            "warning - - Authentication failed for '', no password. Request: GET /v1/servers",
            "warning - - Authentication failed for 'admin', using password. Request: GET /v1/servers",
            "notice - - Create network user 'v'",
            &format!("warning - - {refused}"),
            "notice - - Deleted network user 'v'",
            "notice - - Server 'server2' is going into maintenance.",
            "notice - - Server 'server2' is coming out of maintenance.",
        ]
    );
}

#[tokio::test]
async fn switches_decide_what_is_written() {
    let client = TestClient::new();
    let switch = async |name: &str, on: bool| {
        let parameters = serde_json::json!({ name: on });
        let body = serde_json::json!({ "data": { "attributes": { "parameters": parameters } } });
        assert_eq!(client.ask("PATCH", "/v1/maxscale", &body.to_string()).await.0, 204);
    };
    let rows = written(&client, async || {
        switch("log_info", true).await;
        client.env("load Read-Con-Router 1 1").await;
        client.wait(2).await;
        switch("log_info", false).await;
        client.env("load Read-Con-Router 1 1").await;
        switch("log_warning", false).await;
        client.send("GET", "/v1/servers", &[], "").await;
    })
    .await;
    let start = |row: &String| row.chars().take(48).collect::<String>();
    assert_eq!(
        rows.iter().map(start).collect::<Vec<_>>(),
        [
            "notice - - The logging of info messages has been",
            "warning - - Saving runtime modifications to 'max",
            "info - - Started Read-Con-Router client session ",
            "info - - Stopped Read-Con-Router client session ",
            "info - - Accept authentication from 'admin', usi",
            "notice - - The logging of info messages has been",
            "notice - - The logging of warning messages has b",
        ]
    );
}

#[tokio::test]
async fn cursors_stop_at_the_ends() {
    let client = TestClient::new();
    let total = rows(&client, 0).await.len() as u64;
    let beyond =
        client.get("/v1/maxscale/logs/entries?page%5Bcursor%5D=100000&page%5Bsize%5D=2").await;
    assert_eq!(beyond["data"], serde_json::json!([]));
    let link = beyond["links"]["self"].as_str().unwrap();
    assert!(link.contains(&format!("cursor%5D={total}&")), "{link}");
    let previous = beyond["links"]["prev"].as_str().unwrap();
    assert!(previous.contains(&format!("cursor%5D={}&", total - 2)), "{previous}");
    let first =
        client.get("/v1/maxscale/logs/entries?page%5Bcursor%5D=x&priority=debug,notice").await;
    assert_eq!(first["data"][0]["id"], "0");
    assert_eq!(first["links"]["prev"], Value::Null);
    for size in ["0", "-1", "x", "5x"] {
        let refused = client
            .refusal("GET", &format!("/v1/maxscale/logs/data?page%5Bsize%5D={size}"), "")
            .await;
        assert_eq!(refused, (400, format!("Invalid value for 'page[size]': {size}")));
    }
}

#[tokio::test]
async fn a_session_may_be_given_time_to_leave() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 2 60").await;
    for (id, ttl) in [(1, "5"), (2, "0")] {
        assert_eq!(client.ask("DELETE", &format!("/v1/sessions/{id}?ttl={ttl}"), "").await.0, 200);
    }
    assert_eq!(client.sessions().await, 1);
    client.wait(5).await;
    assert_eq!(client.sessions().await, 1);
    let rows = written(&client, async || client.wait(2).await).await;
    assert_eq!(client.sessions().await, 0);
    assert_eq!(rows, ["warning - - Killing session 1, session TTL exceeded."]);
    assert_eq!(client.ask("DELETE", "/v1/sessions/1?ttl=5", "").await, (404, Value::Null));
}
