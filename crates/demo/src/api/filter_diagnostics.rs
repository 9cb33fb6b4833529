//! What filters tell of themselves: each module in its own way, most of them nothing.

use crate::objects::Parameters;
use crate::world::World;
use crate::world::resources::Filter;
use serde_json::{Map, Value, json};

/// How many pairs `namedserverfilter` can have.
const PAIRS: usize = 25;

/// The `filter_diagnostics` attribute; `None` when there is none.
#[must_use]
pub fn of(world: &World, filter: &Filter) -> Option<Value> {
    let mut parameters = filter.parameters.clone();
    parameters.remove("module");
    match filter.module.as_str() {
        "qlafilter" => Some(Value::Null),
        "namedserverfilter" => Some(json!({
            "mappings": mappings(&parameters),
            "queries_diverted": 0,
            "queries_undiverted": 0,
        })),
        "ccrfilter" => {
            let counters = ["data_modifications", "hints_added_count", "hints_added_time"];
            parameters.extend(counters.map(|name| (name.to_owned(), json!(0))));
            Some(Value::Object(parameters))
        }
        "comment" | "nullfilter" | "rewritefilter" => Some(Value::Object(parameters)),
        "tee" => Some(json!({ "enabled": true })),
        "cache" => Some(cache(world, &parameters)),
        "luafilter" => Some(json!({})),
        _ => None,
    }
}

fn mappings(parameters: &Parameters) -> Vec<Value> {
    let text = |name: String| parameters.get(&name).and_then(Value::as_str);
    let pair = |index: usize| {
        let pattern = text(format!("match{index:02}"))?;
        let target = text(format!("target{index:02}"))?;
        let targets: Vec<&str> = target.split(',').map(str::trim).collect();
        Some(json!({ "match": pattern.trim_matches('/'), "targets": targets }))
    };
    (1..=PAIRS).filter_map(pair).collect()
}

fn cache(world: &World, parameters: &Parameters) -> Value {
    let zeros = |names: &[&str]| -> Map<String, Value> {
        names.iter().map(|name| ((*name).to_owned(), json!(0))).collect()
    };
    let real = ["deletes", "hits", "items", "misses", "size", "updates"];
    let lru = ["cleared", "evictions", "invalidations"];
    let storage = json!({
        "lru": zeros(&[real.as_slice(), lru.as_slice()].concat()),
        "real_storage": zeros(&real),
    });
    let mut all = Map::from_iter([("rules".to_owned(), json!([]))]);
    if parameters.get("cached_data").is_some_and(|shared| shared == "shared") {
        all.insert("storage".to_owned(), storage);
    } else {
        let threads = 0..world.threads();
        all.extend(threads.map(|id| (format!("thread-{id}"), json!({ "storage": storage }))));
    }
    Value::Object(all)
}
