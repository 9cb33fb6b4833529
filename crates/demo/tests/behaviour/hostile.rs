//! Whatever comes in, an answer goes out.

use crate::client::{TestClient, basic};
use http::{Method, Request};
use maxconsole_demo::ADMIN;
use proptest::prelude::*;

const PATHS: [&str; 14] = [
    "/v1/servers",
    "/v1/servers/server2",
    "/v1/servers/server2/set",
    "/v1/servers/server2/relationships/monitors",
    "/v1/monitors/Monitor",
    "/v1/services",
    "/v1/listeners",
    "/v1/filters",
    "/v1/sessions",
    "/v1/users/inet",
    "/v1/maxscale",
    "/v1/maxscale/logs/entries",
    "/v1/maxscale/modules/mariadbmon/switchover",
    "/v1/auth",
];

/// Text in the form of a query, with the characters that mean something in one.
fn query() -> impl Strategy<Value = String> {
    "[a-z0-9%&=()/,.\"\\[\\]-]{0,60}"
        .prop_map(|text| text.replace('[', "%5B").replace(']', "%5D").replace('"', "%22"))
}

/// Something that is JSON, or nearly.
fn body() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        "[\\[\\]{}:,\"a-z0-9 ]{0,80}",
        "[a-z/<>&']{1,12}".prop_map(|id| {
            format!(
                r#"{{ "data": {{ "id": "{id}", "type": "servers", "attributes": {{ "module": "{id}",
                "router": "{id}", "password": "x", "account": "basic",
                "parameters": {{ "address": "{id}", "port": 3390, "user": 1, "x": null }} }} }} }}"#
            )
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn there_is_always_an_answer(
        method in prop::sample::select(vec!["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD"]),
        path in prop::sample::select(PATHS.to_vec()),
        query in query(),
        body in body(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let target = format!("{path}?{query}");
        let request = Request::builder()
            .method(Method::from_bytes(method.as_bytes()).unwrap())
            .uri(target.parse::<http::Uri>().unwrap())
            .header("authorization", basic(ADMIN))
            .body(body.into_bytes())
            .unwrap();
        let client = TestClient::new();
        let status = runtime.block_on(client.simulation.handle(request)).status().as_u16();
        prop_assert!((200..600).contains(&status));
        let after = runtime.block_on(client.ask("GET", "/v1/servers", ""));
        prop_assert_eq!(after.0, 200);
    }
}

#[tokio::test]
async fn odd_paths_are_not_there() {
    let client = TestClient::new();
    for path in ["/v1/%00", "/v1/servers/%FF", "//", "/v1//servers//x", "/v1/servers/a%2Fb"] {
        let status = client.ask("GET", path, "").await.0;
        assert!(matches!(status, 200 | 404), "{path}: {status}");
    }
    let invalid = "Invalid JSON in request: string or '}' expected near 'nonsense'".to_owned();
    let refused = client.refusal("POST", "/v1/servers", "{nonsense").await;
    assert_eq!(refused, (400, invalid));
}

#[tokio::test]
async fn time_has_an_end_that_is_not_a_crash() {
    let client = TestClient::new();
    client.simulation.advance(std::time::Duration::MAX).await;
    assert_eq!(client.ask("GET", "/v1/servers", "").await.0, 200);
}

#[tokio::test]
async fn words_for_the_world_are_checked() {
    let client = TestClient::new();
    for words in [
        "",
        "load",
        "load nosuch 1 1",
        "load RW-Split-Router x 1",
        "kill nosuch",
        "load RW-Split-Router 99999 1",
        "load RW-Split-Router 1 99999999999",
    ] {
        assert!(client.simulation.env(words).await.is_err(), "{words}");
    }
}
