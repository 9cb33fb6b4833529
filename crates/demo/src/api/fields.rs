//! Sparse fieldsets: `fields[TYPE]=a,b/c` keeps only these attributes (rest-api.md 1.7).

use super::request::{Query, Request};
use serde_json::{Map, Value};
use std::collections::HashSet;

/// What the options of a request keep.
pub struct Fields<'a>(Vec<(&'a str, HashSet<&'a str>)>);

impl<'a> Fields<'a> {
    /// What a query asks for.
    #[must_use]
    pub fn of(query: &'a Query) -> Self {
        let wanted = |names: &'a str| names.split(',').filter(|name| !name.is_empty()).collect();
        let options = query.bracketed("fields");
        Self(options.map(|(kind, names)| (kind, wanted(names))).collect())
    }

    /// Keeps of a resource what is asked for.
    pub fn select(&self, resource: &mut Value) {
        for (kind, wanted) in &self.0 {
            trim(resource, kind, wanted);
        }
    }
}

/// Keeps of a document's resources what the options name.
pub fn select(document: &mut Value, query: &Query) {
    let fields = Fields::of(query);
    match document.get_mut("data") {
        Some(Value::Array(items)) => items.iter_mut().for_each(|item| fields.select(item)),
        Some(item) => fields.select(item),
        None => {}
    }
}

/// An attribute of a resource, worked out only if the request is about it.
pub fn attribute(
    request: &Request,
    kind: &str,
    name: &str,
    value: impl FnOnce() -> Value,
) -> Value {
    if asks_for(request, kind, name) { value() } else { Value::Null }
}

fn asks_for(request: &Request, kind: &str, name: &str) -> bool {
    let query = &request.query;
    let filters = query.get("filter").is_some() || query.bracketed("filter").next().is_some();
    let option = query.bracketed("fields").find(|(of, _)| *of == kind).filter(|_| !filters);
    let begins = |path: &str| path.split('/').next() == Some(name);
    option.is_none_or(|(_, names)| names.split(',').any(begins))
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
