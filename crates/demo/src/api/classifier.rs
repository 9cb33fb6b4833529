//! `/maxscale/query_classifier` (rest-api.md 3.12, recording sessions-live).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{collection, document};
use super::request::Request;
use crate::world::World;
use maxconsole_demo_sql::{attributes, classify, stack};
use serde_json::{Value, json};

/// Statements that are shown when nothing is said.
const USUAL_TOP: usize = 20;

/// The longest statement that is classified, in bytes.
const LONGEST: usize = 1 << 16;

/// The memory of a statement in the cache, without its text.
const ENTRY: usize = 330;

/// `GET /maxscale/query_classifier`
pub fn show(world: &World, request: &Request) -> Outcome {
    let size = world.core.get("query_classifier_cache_size");
    let data = json!({
        "attributes": { "parameters": { "cache_size": size } },
        "id": "query_classifier",
        "type": "query_classifier",
    });
    document(request, data)
}

/// `PATCH /maxscale/query_classifier`
///
/// # Errors
/// The size is no number: refused without a reason, as MaxScale does.
pub fn patch(world: &mut World, request: &Request) -> Outcome {
    let silent = || Refusal::all(Vec::new());
    let parameters = request.body()?.pointer("/data/attributes/parameters");
    let parameters = parameters.and_then(Value::as_object).ok_or_else(silent)?;
    match parameters.get("cache_size") {
        None | Some(Value::Null) => {}
        Some(size) => {
            let size = size.as_i64().ok_or_else(silent)?;
            world.core.insert("query_classifier_cache_size".to_owned(), json!(size));
        }
    }
    Ok(Answer::done())
}

/// `GET /maxscale/query_classifier/classify?sql=...`
///
/// # Errors
/// The statement is too long for this simulation.
pub fn classified(request: &Request) -> Outcome {
    let sql = request.query.get("sql").unwrap_or_default();
    if sql.len() > LONGEST {
        return Err(Refusal::because("The statement is too long for this simulation"));
    }
    let found = stack::wait_for(|| attributes(sql));
    let found = found.ok_or("The statement cannot be classified".to_owned())?;
    let data = json!({ "attributes": found, "id": "classify", "type": "classify" });
    document(request, data)
}

/// `GET /maxscale/query_classifier/cache?top=N`
pub fn cache(world: &World, request: &Request) -> Outcome {
    let asked = request.query.get("top").and_then(|top| top.trim().parse().ok());
    let top = asked.filter(|top| *top > 0).unwrap_or(USUAL_TOP);
    let mut entries = seen(world);
    entries.sort_by_key(|(_, hits)| std::cmp::Reverse(*hits));
    collection(request, entries.into_iter().take(top).map(entry))
}

/// `POST /maxscale/query_classifier/dump`: the file is written later (maxscale-25.md 2.6).
pub fn dump(request: &Request) -> Outcome {
    let path = request.body()?.get("path").and_then(Value::as_str);
    let path = path.ok_or_else(|| Refusal::because("Field 'path' is not defined"))?;
    let attributes = json!({ "path": path });
    document(request, json!({ "attributes": attributes, "id": "dump", "type": "dump" }))
}

/// What clients have sent, by kind of work, with how often it was known already.
fn seen(world: &World) -> Vec<(&'static str, u64)> {
    let (mut reads, mut writes, mut transactions, mut sessions) = (0, 0, 0, 0);
    for service in world.services.iter() {
        let statistics = &service.statistics;
        reads += statistics.to_replica;
        writes += statistics.to_primary;
        transactions += statistics.transactions;
        sessions += statistics.total_connections;
    }
    let all = if world.version.keeps_case_of_statements() {
        vec![
            ("SELECT SLEEP(?)", reads),
            ("INSERT INTO t(v) VALUES(?)", writes),
            ("BEGIN", transactions),
        ]
    } else {
        vec![
            ("select sleep(?)", reads),
            ("select ?", sessions),
            ("insert into t(v) values(?)", writes),
            ("begin", transactions),
        ]
    };
    all.into_iter().filter(|(_, hits)| *hits > 0).collect()
}

fn entry((statement, hits): (&str, u64)) -> Value {
    let class = classify(statement);
    json!({
        "attributes": {
            "classification": {
                "operation": class.operation,
                "parse_result": class.parsed.word(),
                "size": ENTRY + statement.len(),
                "type_mask": class.type_mask,
            },
            "hits": hits,
        },
        "id": statement,
        "type": "cache",
    })
}
