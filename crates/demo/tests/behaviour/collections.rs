//! Options on collections: fields, filters, pages, and the form of the text.

use crate::client::{TestClient, basic};
use maxconsole_demo::ADMIN;
use serde_json::{Value, json};

#[tokio::test]
async fn only_what_is_asked_for_is_there() {
    let client = TestClient::new();
    let path = "/v1/servers/server2?fields[servers]=state,statistics/connections,monitors";
    let body = client.get(&path.replace('[', "%5B").replace(']', "%5D")).await;
    let data = &body["data"];
    let attributes = json!({ "state": "Slave, Running", "statistics": { "connections": 0 } });
    assert_eq!(data["attributes"], attributes);
    assert_eq!(data["relationships"]["monitors"]["data"][0]["id"], "Monitor");
    assert!(data["relationships"].get("services").is_none());
    let other = client.get("/v1/servers/server2?fields%5Bmonitors%5D=state").await;
    assert!(other["data"]["attributes"].get("parameters").is_some());
    let none = client.get("/v1/servers/server2?fields%5Bservers%5D=nosuch").await;
    assert!(none["data"].get("attributes").is_none());
}

#[tokio::test]
async fn filters_of_both_forms_let_the_same_through() {
    let client = TestClient::new();
    let ids = |body: Value| -> Vec<String> {
        let list = body["data"].as_array().unwrap().clone();
        list.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let old = client.get("/v1/servers?filter=/attributes/state=%22Slave,%20Running%22").await;
    assert_eq!(ids(old), ["server2", "server3"]);
    let new = "/v1/servers?filter%5Battributes.server_id%5D=and(gt(1),lt(12))";
    assert_eq!(ids(client.get(new).await), ["server2", "server3", "galera1"]);
    let (status, _) = client.ask("GET", "/v1/servers?filter%5Bx%5D=nonsense", "").await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn pages_know_their_neighbours() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 5 60").await;
    let body = client.get("/v1/sessions?page%5Bsize%5D=2&page%5Bnumber%5D=1").await;
    assert_eq!(body["data"].as_array().unwrap().len(), 2);
    assert_eq!(body["meta"]["total"], 5);
    let link = |number: u8| {
        json!(format!("http://mxs:8989/v1/sessions/?page%5Bsize%5D=2&page%5Bnumber%5D={number}"))
    };
    assert_eq!(body["links"]["prev"], link(0));
    assert_eq!(body["links"]["next"], link(2));
    let all = client.get("/v1/sessions?page%5Bsize%5D=x").await;
    assert_eq!(all["data"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn text_is_indented_unless_it_shall_not_be() {
    let client = TestClient::new();
    let admin = basic(ADMIN);
    let ask = async |path| {
        let response = client.send("GET", path, &[("authorization", &admin)], "").await;
        String::from_utf8(response.into_body()).unwrap()
    };
    assert!(ask("/v1/users/unix").await.starts_with("{\n    \"data\": []"));
    assert!(
        ask("/users/unix?pretty=false")
            .await
            .starts_with("{\"data\":[],\"links\":{\"self\":\"http://mxs:8989/users/unix/\"}")
    );
}

#[tokio::test]
async fn conditions_are_met_or_not() {
    let client = TestClient::new();
    let admin = basic(ADMIN);
    let ask = async |name: &str, value: &str| {
        let headers = [("authorization", admin.as_str()), (name, value)];
        client.send("GET", "/v1/filters/Hint", &headers, "").await
    };
    let first = ask("accept", "*/*").await;
    let tag = first.headers()["etag"].to_str().unwrap();
    assert_eq!(ask("if-none-match", tag).await.status(), 304);
    assert_eq!(ask("if-none-match", "\"0\"").await.status(), 200);
    assert_eq!(ask("if-match", "\"0\"").await.status(), 412);
    assert_eq!(ask("if-modified-since", "nonsense").await.status(), 200);
}
