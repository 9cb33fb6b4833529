//! Paths into documents in the manner of JSONPath: `$.a.b`, `a['b']`, `a[0,1]`, `a[*]`, `a.*`.

use serde_json::Value;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Name(String),
    Indices(Vec<usize>),
    All,
}

/// All values that a path leads to; none for a path that cannot be understood.
#[must_use]
pub fn find<'a>(document: &'a Value, path: &str) -> Vec<&'a Value> {
    let Some(steps) = steps(path) else {
        return Vec::new();
    };
    let mut found = vec![document];
    for step in &steps {
        found = found.into_iter().flat_map(|value| follow(value, step)).collect();
    }
    found
}

fn follow<'a>(value: &'a Value, step: &Step) -> Vec<&'a Value> {
    match (step, value) {
        (Step::Name(name), Value::Object(members)) => members.get(name).into_iter().collect(),
        (Step::Indices(indices), Value::Array(items)) => {
            indices.iter().filter_map(|index| items.get(*index)).collect()
        }
        (Step::All, Value::Array(items)) => items.iter().collect(),
        (Step::All, Value::Object(members)) => members.values().collect(),
        _ => Vec::new(),
    }
}

fn steps(path: &str) -> Option<Vec<Step>> {
    let mut rest = path.strip_prefix('$').unwrap_or(path);
    let mut steps = Vec::new();
    while !rest.is_empty() {
        let (step, after) = match rest.strip_prefix('[') {
            Some(inner) => {
                let (inner, after) = inner.split_once(']')?;
                (bracket(inner)?, after)
            }
            None => {
                let name = rest.strip_prefix('.').unwrap_or(rest);
                let end = name.find(['.', '[']).unwrap_or(name.len());
                let (name, after) = name.split_at_checked(end)?;
                (if name == "*" { Step::All } else { Step::Name(name.to_owned()) }, after)
            }
        };
        steps.push(step);
        rest = after;
    }
    Some(steps)
}

fn bracket(inner: &str) -> Option<Step> {
    if inner == "*" {
        return Some(Step::All);
    }
    let quoted = inner.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    if let Some(name) = quoted {
        return Some(Step::Name(name.to_owned()));
    }
    let indices = inner.split(',').map(|index| index.trim().parse().ok());
    indices.collect::<Option<_>>().map(Step::Indices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_may_lead_to_several_values() {
        let document = json!({ "a": { "b": [{ "c": 1 }, { "c": 2 }], "d": 3 } });
        let at = |path| find(&document, path).into_iter().cloned().collect::<Vec<_>>();
        assert_eq!(at("$.a.d"), [json!(3)]);
        assert_eq!(at("a['d']"), [json!(3)]);
        assert_eq!(at("a.b[*].c"), [json!(1), json!(2)]);
        assert_eq!(at("a.b[1,0].c"), [json!(2), json!(1)]);
        assert_eq!(at("a.*").len(), 2);
        assert!(at("/a/d").is_empty() && at("a[").is_empty() && at("a.x").is_empty());
    }
}
