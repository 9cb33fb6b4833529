//! The query classifier, memory, threads and what debugging offers.

use crate::client::{TestClient, basic};
use maxconsole_demo::ADMIN;
use serde_json::json;

#[tokio::test]
async fn statements_are_classified_and_remembered() {
    let client = TestClient::new();
    let path = "/v1/maxscale/query_classifier/classify?sql=SELECT+a+FROM+t+WHERE+b=5";
    let body = client.get(path).await;
    assert_eq!(
        body["data"]["attributes"],
        json!({
            "canonical": "SELECT a FROM t WHERE b=?",
            "fields": ["a", "b"],
            "functions": [{ "arguments": ["b"], "name": "=" }],
            "operation": "sql::OP_SELECT",
            "parse_result": "Parser::Result::PARSED",
            "type_mask": "sql::TYPE_READ",
        })
    );
    let deep = format!("/v1/maxscale/query_classifier/classify?sql=SELECT+1{}", "-1".repeat(300));
    assert_eq!(client.get(&deep).await["data"]["attributes"]["operation"], "sql::OP_SELECT");
    let cache = "/v1/maxscale/query_classifier/cache?top=1";
    assert_eq!(client.get(cache).await["data"], json!([]));
    client.env("load RW-Split-Router 3 1").await;
    client.wait(5).await;
    assert_eq!(client.get(cache).await["data"][0]["id"], "select sleep(?)");
}

#[tokio::test]
async fn the_size_of_the_cache_can_be_changed() {
    let client = TestClient::new();
    let path = "/v1/maxscale/query_classifier";
    let size = |size: serde_json::Value| {
        json!({ "data": { "attributes": { "parameters": { "cache_size": size } } } }).to_string()
    };
    assert_eq!(client.ask("PATCH", path, &size(json!(1000))).await.0, 204);
    let shown = client.get(path).await;
    assert_eq!(shown["data"]["attributes"]["parameters"]["cache_size"], 1000);
    assert_eq!(client.refusal("PATCH", path, &size(json!("x"))).await, (400, String::new()));
}

#[tokio::test]
async fn memory_is_that_of_the_threads_together() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 4 60").await;
    let attributes = client.get("/v1/maxscale/memory").await["data"]["attributes"].clone();
    let threads = attributes["threads"].as_array().unwrap();
    let sum: u64 = threads.iter().map(|thread| thread["total"].as_u64().unwrap()).sum();
    assert_eq!(attributes["process"]["total"], sum);
    assert!(attributes["process"]["sessions"].as_u64().unwrap() > 0);
}

#[tokio::test]
async fn sessions_move_between_threads_that_are_there() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 4 60").await;
    let path = "/v1/maxscale/threads/0/rebalance";
    for (options, text) in [
        ("", "'recipient' argument not provided, or value is not a valid integer."),
        ("?recipient=x", "'recipient' argument not provided, or value is not a valid integer."),
        ("?recipient=99", "The 'recipient' value '99' does not refer to a worker."),
        (
            "?sessions=x&recipient=1",
            "'sessions' argument provided, but value 'x' is not a valid integer.",
        ),
    ] {
        assert_eq!(
            client.refusal("POST", &format!("{path}{options}"), "").await,
            (400, text.to_owned())
        );
    }
    assert_eq!(client.ask("POST", &format!("{path}?recipient=1"), "").await.0, 204);
    let thread = client.get("/v1/maxscale/threads/0").await;
    assert_eq!(thread["data"]["attributes"]["stats"]["sessions"], 0);
    let missing = (404, "9 is not a thread".to_owned());
    assert_eq!(client.refusal("POST", "/v1/maxscale/threads/9/rebalance", "").await, missing);
    let balance = "/v1/maxscale/threads/rebalance";
    assert_eq!(client.ask("POST", balance, "").await.0, 204);
    let small = (400, "Too small a int: 1".to_owned());
    assert_eq!(client.refusal("POST", &format!("{balance}?threshold=1"), "").await, small);
}

#[tokio::test]
async fn debugging_tells_and_changes_a_little() {
    let client = TestClient::new();
    let wait = client.ask("GET", "/v1/maxscale/debug/monitor_wait", "").await;
    assert_eq!(wait, (200, serde_json::Value::Null));
    let ends = client.get("/v1/maxscale/debug/termination_in_process").await;
    assert_eq!(ends, json!({ "termination_in_process": false }));
    client.env("kill server2").await;
    let said =
        client.get("/v1/maxscale/debug/server_diagnostics").await["data"]["attributes"].clone();
    assert_eq!(said["server1"]["global_variables"]["server_id"], "1");
    assert_eq!(said["server2"]["error"], "Can't connect to server on '127.0.0.1' (115)");
    client.put("/v1/maxscale/debug/threads/1/unlisten").await;
    let stats = client.get("/v1/maxscale/threads/1").await["data"]["attributes"]["stats"].clone();
    assert_eq!(stats["listening"], false);
}

#[tokio::test]
async fn reloading_certificates_signs_everybody_out() {
    let client = TestClient::new();
    let token = client.get("/v1/auth").await["meta"]["token"].as_str().unwrap().to_owned();
    let bearer = format!("Bearer {token}");
    let ask = async || {
        client.send("GET", "/v1/servers", &[("authorization", &bearer)], "").await.status()
    };
    assert_eq!(ask().await, 200);
    let admin = basic(ADMIN);
    let headers = [("authorization", admin.as_str())];
    assert_eq!(client.send("POST", "/v1/maxscale/tls/reload", &headers, "").await.status(), 204);
    assert_eq!(ask().await, 401);
}
