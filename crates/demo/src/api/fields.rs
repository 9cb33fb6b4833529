//! Sparse fieldsets: `fields[TYPE]=a,b/c` keeps only these attributes (rest-api.md 1.7).

use super::request::{Query, Request};
use http::header::{IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use serde_json::{Map, Value};

/// What the options of a request keep: paths into resources of a type.
pub struct Fields<'a>(Vec<(&'a str, Vec<Vec<&'a str>>)>);

impl<'a> Fields<'a> {
    /// What a query asks for. An option that names nothing keeps everything.
    #[must_use]
    pub fn of(query: &'a Query) -> Self {
        let options = query.bracketed("fields").map(|(kind, names)| (kind, paths(names)));
        Self(options.filter(|(_, wanted)| !wanted.is_empty()).collect())
    }

    /// Keeps of a resource what is asked for.
    pub fn select(&self, resource: &mut Value) {
        self.0.iter().for_each(|(kind, wanted)| trim(resource, kind, wanted));
    }

    fn asks_for(&self, kind: &str, name: &str) -> bool {
        let begins = |path: &Vec<&str>| path.first().is_none_or(|first| *first == name);
        let mut options = self.0.iter().filter(|(of, _)| *of == kind);
        options.all(|(_, wanted)| wanted.iter().any(begins))
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
    let query = &request.query;
    let filters = query.get("filter").is_some() || query.bracketed("filter").next().is_some();
    // A tag is that of the whole document.
    let conditions = [IF_MATCH, IF_NONE_MATCH, IF_MODIFIED_SINCE];
    let is_whole = filters || conditions.iter().any(|name| request.headers.contains_key(name));
    if is_whole || Fields::of(query).asks_for(kind, name) { value() } else { Value::Null }
}

fn paths(names: &str) -> Vec<Vec<&str>> {
    let parts = |name| str::split(name, '/').filter(|part| !part.is_empty()).collect();
    names.split(',').filter(|name| !name.is_empty()).map(parts).collect()
}

fn trim(resource: &mut Value, kind: &str, wanted: &[Vec<&str>]) {
    let Value::Object(fields) = resource else {
        return;
    };
    if fields.get("type").and_then(Value::as_str) != Some(kind) {
        return;
    }
    for part in ["attributes", "relationships"] {
        let Some(all) = fields.get(part) else {
            continue;
        };
        let mut kept = Value::Object(Map::new());
        wanted.iter().for_each(|path| merge(&mut kept, pick(all, path)));
        if kept.as_object().is_some_and(Map::is_empty) {
            fields.remove(part);
        } else {
            fields.insert(part.to_owned(), kept);
        }
    }
}

/// What a path leads to, with what is around it. What has no members stays whole.
fn pick(value: &Value, path: &[&str]) -> Value {
    let (Value::Object(members), Some((first, rest))) = (value, path.split_first()) else {
        return value.clone();
    };
    let found = members.get(*first).map(|inner| ((*first).to_owned(), pick(inner, rest)));
    Value::Object(found.into_iter().collect())
}

fn merge(into: &mut Value, other: Value) {
    match (into, other) {
        (Value::Object(into), Value::Object(other)) => {
            for (name, value) in other {
                match into.get_mut(&name) {
                    Some(existing) => merge(existing, value),
                    None => drop(into.insert(name, value)),
                }
            }
        }
        (into, other) => *into = other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn picked(names: &str) -> Value {
        let all = json!({ "a": { "b": 1, "c": { "d": 2 } }, "e": [{ "f": 3 }], "g": "text" });
        let mut kept = json!({});
        paths(names).iter().for_each(|path| merge(&mut kept, pick(&all, path)));
        kept
    }

    #[test]
    fn paths_lead_into_objects_only() {
        assert_eq!(picked("a/b,a/c"), json!({ "a": { "b": 1, "c": { "d": 2 } } }));
        assert_eq!(picked("e/f,g/h"), json!({ "e": [{ "f": 3 }], "g": "text" }));
        assert_eq!(picked("a/nosuch"), json!({ "a": {} }));
        assert_eq!(picked("A"), json!({}));
    }
}
