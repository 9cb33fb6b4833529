//! Sparse fieldsets: `fields[TYPE]=a,b/c` keeps only these attributes (rest-api.md 1.7).

use super::request::Query;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Keeps of a document's resources what the options name.
pub fn select(document: &mut Value, query: &Query) {
    for (kind, names) in query.bracketed("fields") {
        let wanted: HashSet<&str> = names.split(',').filter(|name| !name.is_empty()).collect();
        match document.get_mut("data") {
            Some(Value::Array(items)) => {
                items.iter_mut().for_each(|item| trim(item, kind, &wanted))
            }
            Some(item) => trim(item, kind, &wanted),
            None => {}
        }
    }
}

fn trim(resource: &mut Value, kind: &str, wanted: &HashSet<&str>) {
    let Value::Object(fields) = resource else {
        return;
    };
    if fields.get("type").and_then(Value::as_str) != Some(kind) {
        return;
    }
    for part in ["attributes", "relationships"] {
        if let Some(Value::Object(members)) = fields.get_mut(part) {
            keep(members, "", wanted);
            if members.is_empty() {
                fields.remove(part);
            }
        }
    }
}

/// Keeps the members whose path is wanted, and objects with something wanted in them.
fn keep(members: &mut Map<String, Value>, above: &str, wanted: &HashSet<&str>) {
    members.retain(|name, value| {
        let path = if above.is_empty() { name.clone() } else { format!("{above}/{name}") };
        if wanted.contains(path.as_str()) {
            return true;
        }
        match value {
            Value::Object(inner) => {
                keep(inner, &path, wanted);
                !inner.is_empty()
            }
            _ => false,
        }
    });
}
