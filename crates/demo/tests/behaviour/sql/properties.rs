//! Whatever is sent as SQL, there is an answer, and soon.

use super::connection::{SqlConnection, shop};
use crate::client::TestClient;
use proptest::prelude::*;
use serde_json::json;
use std::time::{Duration, Instant};

/// Text that is SQL, or nearly.
fn sql() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "SELECT",
        "*",
        "FROM",
        "shop.t",
        "t",
        "WHERE",
        "id",
        "v",
        "=",
        "1",
        "'x'",
        "\"y\"",
        "`id`",
        "(",
        ")",
        ",",
        ";",
        "AND",
        "OR",
        "NOT",
        "IN",
        "LIKE",
        "NULL",
        "INSERT",
        "INTO",
        "VALUES",
        "UPDATE",
        "SET",
        "DELETE",
        "CREATE",
        "TABLE",
        "INT",
        "DROP",
        "ALTER",
        "ADD",
        "COLUMN",
        "JOIN",
        "ON",
        "GROUP",
        "BY",
        "ORDER",
        "LIMIT",
        "UNION",
        "ALL",
        "WITH",
        "AS",
        "CASE",
        "WHEN",
        "THEN",
        "END",
        "COUNT",
        "SUM",
        "@@version",
        "@a",
        ":=",
        "INTERVAL",
        "DAY",
        "+",
        "-",
        "/",
        "SHOW",
        "TABLES",
        "DATABASES",
        "USE",
        "shop",
        "BEGIN",
        "COMMIT",
        "EXPLAIN",
        "KILL",
        "--",
        "/*",
        "*/",
        "#",
        "'",
        "\\",
        "0x41",
        "1e9",
        "é",
        "\u{0}",
        "information_schema.COLUMNS",
    ]);
    prop_oneof![
        prop::collection::vec(words, 0..14).prop_map(|words| words.join(" ")),
        ".{0,60}",
        "[a-zA-Z0-9;'\"`@() ,.*=<>/-]{0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_text_gets_an_answer(texts in prop::collection::vec(sql(), 1..5)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let client = TestClient::new();
            let connection = SqlConnection::open(&client, "server1").await;
            connection.result("USE shop").await;
            for text in &texts {
                let begun = Instant::now();
                let results = connection.results(text).await;
                prop_assert!(!results.is_empty());
                prop_assert!(begun.elapsed() < Duration::from_secs(15), "{text}");
                let broken = results.iter().find(|result| result["message"] == "Unknown error");
                prop_assert!(broken.is_none(), "{text}: {broken:?}");
            }
            Ok(())
        })?;
    }

    #[test]
    fn every_text_can_be_classified(text in sql()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let path = format!("/v1/maxscale/query_classifier/classify?sql={encoded}");
            let (status, body) = TestClient::new().ask("GET", &path, "").await;
            prop_assert_eq!(status, 200);
            prop_assert!(body["data"]["attributes"]["parse_result"].is_string());
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn work_and_results_are_bounded() {
    let client = shop();
    let connection = SqlConnection::open(&client, "shop-db1").await;
    let begun = Instant::now();
    let join = "SELECT COUNT(*) FROM shop.items a, shop.items b, shop.items c, shop.items d";
    let (_, body) = connection.post(json!({ "sql": join, "timeout": 1 }), "").await;
    assert_eq!(body["data"]["attributes"]["results"][0]["errno"], 1969);
    assert!(begun.elapsed() < Duration::from_secs(10));
    let (_, body) = connection.post(json!({ "sql": "SELECT a.order_id, REPEAT('x', 900) FROM shop.items a, shop.items b", "max_rows": 99_999_999 }), "").await;
    assert!(body.to_string().len() < 64 << 20);
    let deep = format!("SELECT {}1{}", "(".repeat(20_000), ")".repeat(20_000));
    assert_eq!(connection.error(&deep).await.split(' ').next(), Some("1436"));
    let sum = format!("SELECT 1{}", " + 1".repeat(300));
    assert!(connection.result(&sum).await.is_object());
    let long = format!("SELECT 1{}", " + 1".repeat(60_000));
    assert_eq!(connection.error(&long).await.split(' ').next(), Some("1436"));
    assert_eq!(connection.rows("SELECT 1").await, json!([[1]]));
}
