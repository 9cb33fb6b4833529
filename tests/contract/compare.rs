//! Compares two bodies: every name and type at any depth, and values where they are behaviour.

use serde_json::{Map, Value};

/// The names of members whose value has to be the same wherever they are.
const EXACT: [&str; 24] = [
    "account",
    "api",
    "arg_max",
    "arg_min",
    "default_value",
    "deprecated",
    "detail",
    "enum_values",
    "kind",
    "mandatory",
    "maturity",
    "meta",
    "method",
    "modifiable",
    "module",
    "module_type",
    "operation",
    "required",
    "router",
    "state",
    "time",
    "type",
    "unit",
    "version",
];

/// What is different, each with the path of the place.
pub fn differences(recorded: &Value, simulated: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(recorded, simulated, "", &mut found);
    found
}

fn compare(recorded: &Value, simulated: &Value, path: &str, found: &mut Vec<String>) {
    match (recorded, simulated) {
        (Value::Object(recorded), Value::Object(simulated)) => {
            objects(recorded, simulated, path, found);
        }
        (Value::Array(recorded), Value::Array(simulated)) => {
            arrays(recorded, simulated, path, found);
        }
        _ if kind(recorded) != kind(simulated) => {
            found.push(format!("{path} is {} instead of {}", kind(simulated), kind(recorded)));
        }
        _ => {
            if is_exact(path) && recorded != simulated {
                found.push(format!("{path} is {simulated} instead of {recorded}"));
            }
        }
    }
}

fn objects(
    recorded: &Map<String, Value>,
    simulated: &Map<String, Value>,
    path: &str,
    found: &mut Vec<String>,
) {
    for (name, value) in recorded {
        let inner = format!("{path}/{name}");
        match simulated.get(name) {
            Some(other) => compare(value, other, &inner, found),
            None => found.push(format!("{inner} is missing")),
        }
    }
    let extra = simulated.keys().filter(|name| !recorded.contains_key(*name));
    found.extend(extra.map(|name| format!("{path}/{name} is extra")));
}

/// Lists of things with an id or name are compared by that; in others, each element of one side has to have
/// the shape of some element of the other.
fn arrays(recorded: &[Value], simulated: &[Value], path: &str, found: &mut Vec<String>) {
    if is_exact(path) || path.ends_with("/errors") {
        if recorded != simulated {
            let (ours, theirs) = (Value::from(simulated), Value::from(recorded));
            found.push(format!("{path} is {ours} instead of {theirs}"));
        }
        return;
    }
    if recorded.is_empty() != simulated.is_empty() {
        let word = if simulated.is_empty() { "empty" } else { "not empty" };
        found.push(format!("{path} is {word}"));
        return;
    }
    let ids = |list: &[Value]| -> Option<Vec<String>> {
        let id = |item: &Value| item["id"].as_str().or(item["name"].as_str()).map(str::to_owned);
        list.iter().map(id).collect()
    };
    match (ids(recorded), ids(simulated)) {
        (Some(theirs), Some(ours)) if theirs == ours => {
            for (index, id) in theirs.iter().enumerate() {
                compare(&recorded[index], &simulated[index], &format!("{path}/{id}"), found);
            }
        }
        (Some(theirs), Some(ours)) if names_objects(&theirs) => {
            found.push(format!("{path} has {ours:?} instead of {theirs:?}"));
        }
        _ => shapes(recorded, simulated, path, found),
    }
}

/// Whether ids are names of objects: those are the same in both worlds, numbers are not.
fn names_objects(ids: &[String]) -> bool {
    ids.iter().any(|id| id.parse::<u64>().is_err())
}

fn shapes(recorded: &[Value], simulated: &[Value], path: &str, found: &mut Vec<String>) {
    for ours in simulated {
        let best = recorded.iter().map(|theirs| differences(theirs, ours)).min_by_key(Vec::len);
        found.extend(best.unwrap_or_default().into_iter().map(|text| format!("{path}/*{text}")));
    }
    for theirs in recorded {
        let best = simulated.iter().map(|ours| differences(theirs, ours)).min_by_key(Vec::len);
        found.extend(best.unwrap_or_default().into_iter().map(|text| format!("{path}/*{text}")));
    }
    found.sort();
    found.dedup();
}

fn is_exact(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let last = parts.next().unwrap_or_default();
    // Descriptions are prose: the simulation has its own.
    let in_parameters = path.contains("/parameters/") && last != "description";
    let in_links = path.contains("/links/");
    (EXACT.contains(&last) && !path.contains("/sql")) || in_parameters || in_links
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a real",
        Value::Number(_) => "an integer",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[test]
fn missing_extra_and_different_values_are_found() {
    let recorded: Value =
        serde_json::from_str(r#"{ "a": 1, "b": { "c": [1.0] }, "state": "Down", "gone": null }"#)
            .unwrap();
    let simulated: Value =
        serde_json::from_str(r#"{ "a": 1.5, "b": { "c": [1] }, "state": "Up", "new": 1 }"#)
            .unwrap();
    assert_eq!(
        differences(&recorded, &simulated),
        [
            "/a is a real instead of an integer",
            "/b/c/* is an integer instead of a real",
            "/gone is missing",
            "/state is \"Up\" instead of \"Down\"",
            "/new is extra",
        ]
    );
}
