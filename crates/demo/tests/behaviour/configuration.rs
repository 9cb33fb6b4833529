//! What is refused of a configuration, in which words, and where changes are kept.

use crate::client::{TestClient, basic};
use maxconsole_demo::ADMIN;
use serde_json::{Value, json};

/// A body that sets parameters.
fn set(parameters: &Value) -> String {
    json!({ "data": { "attributes": { "parameters": parameters } } }).to_string()
}

/// A change of parameters: status and texts.
async fn change(client: &TestClient, path: &str, parameters: Value) -> (u16, String) {
    client.refusal("PATCH", path, &set(&parameters)).await
}

fn refused(text: &str) -> (u16, String) {
    (400, text.to_owned())
}

fn names(kind: &str, ids: &[&str]) -> Value {
    let list: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "type": kind })).collect();
    json!({ "data": list })
}

async fn warning(client: &TestClient, method: &str, path: &str, body: &str) -> Option<String> {
    let admin = basic(ADMIN);
    let response = client.send(method, path, &[("authorization", &admin)], body).await;
    response.headers().get("mxs-warning").map(|value| value.to_str().unwrap().to_owned())
}

#[tokio::test]
async fn values_are_refused_by_their_types() {
    let client = TestClient::new();
    let server = "/v1/servers/server3";
    for (parameters, text) in [
        (json!({ "priority": 1.5 }), "priority: Expected a json integer, but got a json real."),
        (json!({ "port": -5 }), "port: Too small a count: -5"),
        (json!({ "ssl": "yes" }), "ssl: Expected a json boolean, but got a json string."),
        (
            json!({ "persistmaxtime": "100ms" }),
            "persistmaxtime: Cannot set 'persistmaxtime' to 100ms: value must be defined in \
             seconds.",
        ),
        (
            json!({ "disk_space_threshold": "x" }),
            "The disk_space_threshold parameter 'x' contains an invalid entry: 'x'",
        ),
        (
            json!({ "ssl_cert": "/nosuch.pem" }),
            "Bad path parameter '/nosuch.pem' (absolute path '/nosuch.pem'): 2, No such file or \
             directory|ssl_cert: Invalid path (does not exist, required permissions are not \
             granted, or cannot be created): /nosuch.pem",
        ),
        (
            json!({ "monitoruser": "u" }),
            "If 'monitoruser is defined, 'monitorpw' must also be defined.",
        ),
        (json!({ "type": "x" }), "servers: The parameter 'type' cannot be modified at runtime."),
        (json!({ "a": { "b": 1 } }), "The parameter 'a.b' is unrecognized."),
    ] {
        assert_eq!(change(&client, server, parameters).await, refused(text));
    }
    let untouched = client.get(server).await;
    assert_eq!(untouched["data"]["attributes"]["source"]["file"], "/etc/maxscale.cnf");
}

#[tokio::test]
async fn a_null_changes_nothing() {
    let client = TestClient::new();
    let server = "/v1/servers/server3";
    assert_eq!(change(&client, server, json!({ "priority": 4 })).await.0, 204);
    assert_eq!(change(&client, server, json!({ "priority": null })).await.0, 204);
    let parameters = &client.get(server).await["data"]["attributes"]["parameters"];
    assert_eq!(parameters["priority"], 4);
    let text = "Missing a required parameter: either 'address' or 'socket' must be defined";
    assert_eq!(change(&client, server, json!({ "address": null })).await, refused(text));
}

#[tokio::test]
async fn old_names_and_synonyms_are_understood() {
    let client = TestClient::new();
    let service = "/v1/services/RW-Split-Router";
    let given = json!({ "connection_timeout": "5s", "causal_reads": "true" });
    assert_eq!(change(&client, service, given).await.0, 204);
    let parameters = &client.get(service).await["data"]["attributes"]["parameters"];
    assert_eq!(
        (&parameters["wait_timeout"], &parameters["causal_reads"]),
        (&json!("5000ms"), &json!("local"))
    );
    assert!(parameters.get("connection_timeout").is_none());
    let monitor = "/v1/monitors/Monitor";
    assert_eq!(change(&client, monitor, json!({ "events": "new_master" })).await.0, 204);
    let parameters = &client.get(monitor).await["data"]["attributes"]["parameters"];
    assert_eq!(parameters["events"], "all,new_master");
}

#[tokio::test]
async fn bodies_of_another_shape_are_refused() {
    let client = TestClient::new();
    for (path, body, text) in [
        ("/v1/servers", json!({ "data": 1 }), "The '/data' field is not an object"),
        ("/v1/servers", json!({ "data": { "id": 5 } }), "The '/data/id' field is not a string"),
        ("/v1/servers", json!({ "data": { "id": "" } }), "The '/data/id' field is empty"),
        (
            "/v1/servers",
            json!({ "data": { "id": "@@a" } }),
            "The name '@@a' starts with '@@', which is a prefix reserved for MaxScale.",
        ),
        (
            "/v1/services",
            json!({ "data": { "id": "a", "attributes": { "router": 1 } } }),
            "Field '/data/attributes/router' is not a string",
        ),
        (
            "/v1/monitors",
            json!({ "data": { "id": "a" } }),
            "Mandatory parameter 'user' is not defined",
        ),
        (
            "/v1/filters",
            json!({ "data": { "id": "a", "relationships": { "x": {} } } }),
            "'x' is not a valid MaxScale relationship type",
        ),
        (
            "/v1/listeners",
            json!({}),
            "Field '/data/relationships/services/data/0/id' is not defined",
        ),
    ] {
        assert_eq!(client.refusal("POST", path, &body.to_string()).await, refused(text));
    }
    let relation = "/v1/servers/server1/relationships/services";
    for (body, text) in [
        ("{}", "Field '/data' is not defined"),
        (r#"{ "data": {} }"#, "Field '/data' is not an array"),
        (r#"{ "data": [1] }"#, "Malformed relationship object"),
    ] {
        assert_eq!(client.refusal("PATCH", relation, body).await, refused(text));
    }
    let nothing = client.refusal("PATCH", "/v1/servers/nosuch", "").await;
    assert_eq!(nothing, (404, "nosuch is not a server".to_owned()));
    assert_eq!(
        client.refusal("PATCH", "/v1/servers/server1", "").await,
        refused("Missing request body")
    );
}

#[tokio::test]
async fn problems_come_in_the_order_of_the_body() {
    let client = TestClient::new();
    let body =
        r#"{ "data": { "id": "a", "attributes": { "parameters": { "rank": 1, "port": "x" } } } }"#;
    let text = "rank: Expected a json string, but got a json integer.|port: Expected a json \
                integer, but got a json string.";
    assert_eq!(client.refusal("POST", "/v1/servers", body).await, refused(text));
}

#[tokio::test]
async fn services_are_linked_by_their_rules() {
    let client = TestClient::new();
    let router =
        json!({ "router": "readconnroute", "parameters": { "user": "a", "password": "b" } });
    for (id, target) in [("One", "server1"), ("Two", "One")] {
        let kind = if target == "One" { "services" } else { "servers" };
        let relations = json!({ kind: names(kind, &[target]) });
        let body =
            json!({ "data": { "id": id, "attributes": router, "relationships": relations } });
        assert_eq!(client.ask("POST", "/v1/services", &body.to_string()).await.0, 204);
    }
    let circle = client
        .refusal(
            "PATCH",
            "/v1/services/One/relationships/services",
            &names("services", &["Two"]).to_string(),
        )
        .await;
    let text = "Linking 'Two' to 'One' would result in a circular configuration: One <- Two|Could \
                not find all services that 'One' relates to";
    assert_eq!(circle, refused(text));
    let cluster = client
        .refusal(
            "PATCH",
            "/v1/services/One/relationships/monitors",
            &names("monitors", &["Monitor"]).to_string(),
        )
        .await;
    let text = "Service 'One' cannot use cluster 'Monitor': Service uses targets|Could not find the \
                monitor that 'One' relates to";
    assert_eq!(cluster, refused(text));
    let text = "Cannot destroy service 'One', it uses the following objects: server1";
    assert_eq!(client.refusal("DELETE", "/v1/services/One", "").await, refused(text));
    assert_eq!(client.ask("DELETE", "/v1/services/One?force=yes", "").await.0, 204);
    assert!(
        client.get("/v1/services/Two").await["data"]["relationships"]
            .as_object()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn what_was_in_the_file_is_said_to_return() {
    let client = TestClient::new();
    let saved = warning(&client, "PATCH", "/v1/filters/QLA", &set(&json!({ "flush": true }))).await;
    assert!(saved.unwrap().starts_with("Saving runtime modifications to 'QLA' in "));
    let source = &client.get("/v1/filters/QLA").await["data"]["attributes"]["source"];
    assert_eq!(source["type"], "static");
    assert_eq!(source["file"], "/var/lib/maxscale/maxscale.cnf.d/QLA.cnf");
    let back = warning(&client, "PATCH", "/v1/filters/QLA", &set(&json!({ "flush": false }))).await;
    assert_eq!(back, None);
    let deleted = warning(&client, "DELETE", "/v1/filters/QLA?force=yes", "").await.unwrap();
    assert!(deleted.ends_with("If MaxScale is restarted, the object will appear again."));
}

#[tokio::test]
async fn listeners_find_their_place_or_not() {
    let client = TestClient::new();
    let create = async |parameters: Value| {
        let relations = json!({ "services": names("services", &["RW-Split-Router"]) });
        let attributes = json!({ "parameters": parameters });
        let body =
            json!({ "data": { "id": "L", "attributes": attributes, "relationships": relations } });
        client.refusal("POST", "/v1/listeners", &body.to_string()).await
    };
    for (parameters, text) in [
        (json!({ "port": "1" }), "Parameter 'port' is not an integer but a string"),
        (json!({}), "Listener 'L' is missing the port or socket parameter."),
        (
            json!({ "port": 80, "address": "127.0.0.1" }),
            "Failed to bind on '127.0.0.1:80': 13, Permission denied",
        ),
        (
            json!({ "port": 3301, "address": "127.0.0.1" }),
            "Failed to bind on '127.0.0.1:3301': 98, Address already in use",
        ),
        (json!({ "port": 4006 }), "Listener 'RW-Split-Listener' already listens at [::]:4006"),
        (json!({ "socket": "x" }), "Invalid path given for listener 'L' for parameter 'socket': x"),
    ] {
        assert_eq!(create(parameters).await, refused(text));
    }
    assert_eq!(create(json!({ "socket": "/var/lib/maxscale/l.sock" })).await.0, 204);
    let again = create(json!({ "port": 4100 })).await;
    assert_eq!(
        again,
        refused("Can't create listener 'L', a listener with that name already exists")
    );
    assert_eq!(client.ask("GET", "/v1/services/RW-Split-Router/listeners/L", "").await.0, 200);
    assert_eq!(client.ask("GET", "/v1/services/Read-Con-Router/listeners/L", "").await.0, 404);
}

#[tokio::test]
async fn a_shared_configuration_counts_its_changes() {
    let client = TestClient::new();
    let status =
        async || client.get("/v1/maxscale").await["data"]["attributes"]["config_sync"].clone();
    assert_eq!(status().await, Value::Null);
    let on = json!({ "config_sync_cluster": "Monitor" });
    let text = "Parameter 'config_sync_user' must be defined when 'config_sync_cluster' is \
                used.|Parameter 'config_sync_password' must be defined when 'config_sync_cluster' \
                is used.";
    assert_eq!(change(&client, "/v1/maxscale", on).await, refused(text));
    let on = json!({ "config_sync_cluster": "Monitor", "config_sync_user": "maxuser", "config_sync_password": "maxpwd" });
    assert_eq!(change(&client, "/v1/maxscale", on).await.0, 204);
    assert_eq!(status().await, json!({ "status": "No configuration changes", "version": 0 }));
    let server = "/v1/servers/server3";
    assert_eq!(change(&client, server, json!({ "priority": 1 })).await.0, 204);
    assert_eq!((&status().await["version"], &status().await["nodes"]), (&json!(1), &json!({})));
    assert_eq!(change(&client, server, json!({ "priority": 1 })).await.0, 204);
    assert_eq!(status().await["version"], 1);
    assert_eq!(client.get(server).await["data"]["attributes"]["source"]["type"], "cluster");
    client.wait(6).await;
    assert_eq!(status().await["nodes"].as_object().unwrap().len(), 1);
    client.env("kill server1").await;
    client.wait(10).await;
    let text = "Cannot start configuration change: No valid servers in cluster 'Monitor'.";
    assert_eq!(change(&client, server, json!({ "priority": 2 })).await, refused(text));
    assert_eq!(
        change(&client, &format!("{server}?sync=false"), json!({ "priority": 2 })).await.0,
        204
    );
    let text = "Cannot destroy monitor 'Monitor', it is set as the configuration sync cluster.";
    client.env("start server1").await;
    client.wait(10).await;
    assert_eq!(client.refusal("DELETE", "/v1/monitors/Monitor?force=yes", "").await, refused(text));
}
