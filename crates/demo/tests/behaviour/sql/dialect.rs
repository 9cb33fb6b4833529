//! MariaDB's words: what they lead to, and the errors in its numbers and texts.

use super::connection::{SqlConnection, shop};
use crate::client::TestClient;
use serde_json::{Value, json};

#[tokio::test]
async fn errors_have_mariadbs_numbers_and_words() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    connection.result("USE shop").await;
    for (sql, error) in [
        ("", "1065 Query was empty"),
        (
            "SELEC 1",
            "1064 You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near 'SELEC 1' at line 1",
        ),
        (
            "SELECT 1; SELEC 2; SELECT 3",
            "1064 You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near 'SELEC 2; SELECT 3' at line 1",
        ),
        ("SELECT * FROM nope", "1146 Table 'shop.nope' doesn't exist"),
        ("SELECT nope FROM t", "1054 Unknown column 'nope' in 'SELECT'"),
        ("SELECT * FROM t WHERE nope = 1", "1054 Unknown column 'nope' in 'WHERE'"),
        ("INSERT INTO t(nope) VALUES (1)", "1054 Unknown column 'nope' in 'INSERT INTO'"),
        ("INSERT INTO t(id) VALUES (1)", "1062 Duplicate entry '1' for key 'PRIMARY'"),
        ("INSERT INTO t VALUES (1)", "1136 Column count doesn't match value count at row 1"),
        ("USE nosuch", "1049 Unknown database 'nosuch'"),
        ("SELECT @@nosuch", "1193 Unknown system variable 'nosuch'"),
        ("SELECT NOSUCH(1)", "1305 FUNCTION shop.NOSUCH does not exist"),
        ("SELECT UPPER()", "1582 Incorrect parameter count in the call to native function 'UPPER'"),
        ("CREATE TABLE t (a INT)", "1050 Table 't' already exists"),
        ("DROP TABLE nope", "1051 Unknown table 'shop.nope'"),
        (
            "CREATE TABLE mysql.x (a INT)",
            "1044 Access denied for user 'maxuser'@'localhost' to database 'mysql'",
        ),
        (
            "SELECT id FROM t UNION SELECT 1, 2",
            "1222 The used SELECT statements have a different number of columns",
        ),
        (
            "UPDATE t SET v = REPEAT('x', 51) WHERE id = 1",
            "1406 Data too long for column 'v' at row 1",
        ),
        (
            "START TRANSACTION READ ONLY; DELETE FROM t",
            "1792 Cannot execute statement in a READ ONLY transaction",
        ),
    ] {
        assert_eq!(connection.error(sql).await, error, "{sql}");
    }
}

#[tokio::test]
async fn no_database_is_in_use_at_first() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    assert_eq!(connection.error("SELECT * FROM t").await, "1046 No database selected");
    assert_eq!(connection.rows("SELECT DATABASE()").await, json!([[null]]));
    assert_eq!(connection.rows("USE shop; SELECT DATABASE()").await, json!([["shop"]]));
}

#[tokio::test]
async fn columns_are_told_as_mariadb_does() {
    let client = shop();
    let connection = SqlConnection::open(&client, "shop-db1").await;
    let told = async |sql: &str| {
        let result = connection.result(sql).await;
        let column = result["metadata"][0].clone();
        let of = |name: &str| column[name].clone();
        format!(
            "{} {} {} {}",
            of("type").as_str().unwrap(),
            of("length"),
            of("decimals"),
            of("flags")
        )
    };
    connection.result("USE shop").await;
    for (sql, column) in [
        ("SELECT 1", "INT 1 0 32897"),
        ("SELECT NULL", "NULL 0 0 32896"),
        ("SELECT 'é'", "VARCHAR 1 39 1"),
        ("SELECT 1.5", "DECIMAL 4 1 32897"),
        ("SELECT COUNT(*) FROM items", "BIGINT 21 0 32897"),
        ("SELECT SUM(price) FROM items", "DECIMAL 34 2 32896"),
        ("SELECT AVG(price) FROM items", "DECIMAL 16 6 32896"),
        ("SELECT price FROM items", "DECIMAL 12 2 36865"),
        ("SELECT order_id FROM items", "INT 11 0 53251"),
        ("SELECT email FROM customers", "VARCHAR 120 0 20485"),
        ("SELECT status FROM orders", "CHAR 9 0 257"),
        ("SELECT ordered_at FROM orders", "DATETIME 19 0 20617"),
        ("SELECT note FROM orders", "TEXT 65535 0 16"),
        ("SELECT NOW()", "DATETIME 19 0 129"),
        ("SELECT CONNECTION_ID()", "INT 10 0 32929"),
    ] {
        assert_eq!(told(sql).await, column, "{sql}");
    }
}

#[tokio::test]
async fn expressions_yield_what_they_do_in_mariadb() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    for (sql, rows) in [
        ("SELECT 1/3, 7 DIV 2, 7 % 4, 1 <=> NULL", json!([["0.3333", 3, 3, 0]])),
        (
            "SELECT 'it''s', \"a\\\\b\", 'a' LIKE 'A', CONCAT('x', 1)",
            json!([["it's", "a\\b", 1, "x1"]]),
        ),
        (
            "SELECT IF(1 > 2, 'a', 'b'), IFNULL(NULL, 'c'), COALESCE(NULL, NULL, 3)",
            json!([["b", "c", 3]]),
        ),
        (
            "SELECT DATE_FORMAT('2024-03-05', '%d.%m.%Y'), YEAR('2024-03-05')",
            json!([["05.03.2024", 2024]]),
        ),
        (
            "SELECT '2024-01-31' + INTERVAL 1 MONTH, DATEDIFF('2024-03-01', '2024-02-01')",
            json!([["2024-02-29", 29]]),
        ),
        ("SET @a = 2; SELECT @a * 3", json!([[6]])),
        ("SELECT id FROM shop.t ORDER BY id DESC LIMIT 1, 2", json!([[6], [5]])),
        (
            "WITH few AS (SELECT id FROM shop.t LIMIT 2) SELECT COUNT(*) AS nothing FROM few",
            json!([[2]]),
        ),
        ("SELECT GROUP_CONCAT(v SEPARATOR '+') FROM shop.t WHERE id < 3", json!([["a+b"]])),
    ] {
        assert_eq!(connection.rows(sql).await, rows, "{sql}");
    }
}

#[tokio::test]
async fn a_query_editor_finds_its_way() {
    let client = shop();
    let connection = SqlConnection::open(&client, "shop-db1").await;
    let first = |rows: Value| -> Vec<String> {
        let rows = rows.as_array().unwrap().clone();
        rows.iter().map(|row| row[0].as_str().unwrap().to_owned()).collect()
    };
    let databases = first(connection.rows("SHOW DATABASES").await);
    assert_eq!(
        databases,
        ["information_schema", "mysql", "performance_schema", "shop", "sys", "warehouse"]
    );
    let tables = ["best_customers", "customers", "items", "order_totals", "orders", "products"];
    assert_eq!(first(connection.rows("SHOW TABLES FROM shop").await), tables);
    let views = connection.rows("SHOW FULL TABLES FROM `shop` WHERE Table_type = 'VIEW'").await;
    assert_eq!(first(views), ["best_customers", "order_totals"]);
    assert_eq!(
        first(connection.rows("DESCRIBE shop.items").await),
        ["order_id", "product_id", "quantity", "price"]
    );
    let made = connection.rows("SHOW CREATE TABLE shop.items").await;
    assert!(made[0][1].as_str().unwrap().contains("CONSTRAINT `items_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE"));
    assert_eq!(
        connection.rows("SHOW VARIABLES LIKE 'read_only'").await,
        json!([["read_only", "OFF"]])
    );
    let sql = "SELECT COLUMN_NAME, COLUMN_KEY FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'shop' AND TABLE_NAME = 'orders' ORDER BY COLUMN_NAME";
    let keys = json!([
        ["customer_id", "MUL"],
        ["id", "PRI"],
        ["note", ""],
        ["ordered_at", "MUL"],
        ["status", ""]
    ]);
    assert_eq!(connection.rows(sql).await, keys);
    for sql in [
        "SELECT * FROM information_schema.SCHEMATA",
        "SHOW PROCESSLIST",
        "SHOW TABLE STATUS FROM `shop` WHERE Comment <> 'view'",
        "EXPLAIN SELECT * FROM shop.orders",
        "SELECT character_set_name, collation_name, is_default FROM information_schema.collations",
        "SHOW INDEX FROM shop.orders",
        "SELECT * FROM shop.best_customers ORDER BY spent DESC LIMIT 3",
    ] {
        assert!(!connection.rows(sql).await.as_array().unwrap().is_empty(), "{sql}");
    }
}

#[tokio::test]
async fn writes_tell_what_they_did() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    let done = async |sql: &str| {
        let result = connection.result(sql).await;
        let of = |name: &str| result[name].as_u64().unwrap_or(u64::MAX);
        [of("affected_rows"), of("last_insert_id"), of("warnings")]
    };
    for (sql, expected) in [
        ("INSERT INTO shop.t(v) VALUES ('q'), ('r')", [2, 8, 0]),
        ("UPDATE shop.t SET v = 'k' WHERE id < 3", [2, 0, 0]),
        ("UPDATE shop.t SET v = 'k' WHERE id < 4", [1, 0, 0]),
        ("REPLACE INTO shop.t(id, v) VALUES (1, 'rep')", [2, 1, 0]),
        ("INSERT IGNORE INTO shop.t(id, v) VALUES (1, 'rep')", [0, 0, 1]),
        (
            "INSERT INTO shop.t(id, v) VALUES (1, 'x') ON DUPLICATE KEY UPDATE v = VALUES(v)",
            [2, 1, 0],
        ),
        ("DELETE FROM shop.t ORDER BY id DESC LIMIT 2", [2, 0, 0]),
        (
            "CREATE TABLE shop.z (a INT DEFAULT 5, b VARCHAR(3)); INSERT INTO shop.z(b) VALUES ('x')",
            [1, 0, 0],
        ),
        ("ALTER TABLE shop.z ADD COLUMN c INT, DROP COLUMN b", [0, 0, 0]),
        ("DROP TABLE IF EXISTS shop.nope", [0, 0, 1]),
    ] {
        assert_eq!(done(sql).await, expected, "{sql}");
    }
    assert_eq!(connection.rows("SELECT * FROM shop.z").await, json!([[5, null]]));
}

#[tokio::test]
async fn what_reaches_beyond_the_data_is_not_done() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    connection.result("USE shop").await;
    for sql in [
        "ATTACH DATABASE '/etc/passwd' AS x",
        "PRAGMA table_info(t)",
        "SELECT load_extension('x')",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM pragma_database_list()",
        "SELECT * FROM t INTO OUTFILE '/srv/x'",
        "LOAD DATA INFILE '/etc/passwd' INTO TABLE t",
        "VACUUM INTO '/srv/x'",
    ] {
        assert!(connection.result(sql).await["errno"].is_u64(), "{sql}");
    }
}
