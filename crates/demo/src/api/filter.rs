//! Filters on collections: `filter=POINTER=VALUE` and `filter[PATH]=EXPRESSION` (rest-api.md 1.7).

use super::answer::Refusal;
use super::request::Query;
use serde_json::Value;
use std::cmp::Ordering;

/// Expressions nested deeper than this are refused.
const MAX_DEPTH: usize = 32;

/// A condition on a value.
#[derive(Clone, Debug, PartialEq)]
enum Condition {
    Compare(Comparison, Value),
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Not(Box<Condition>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What the options of a request let through.
pub struct Filters(Vec<(String, Condition)>);

impl Filters {
    /// The filters of a query.
    ///
    /// # Errors
    /// One of them cannot be understood.
    pub fn of(query: &Query) -> Result<Self, Refusal> {
        let mut filters = Vec::new();
        if let Some(text) = query.get("filter") {
            let (pointer, value) = text.split_once('=').ok_or_else(|| invalid(text))?;
            filters.push((pointer.to_owned(), parse(value)?));
        }
        for (path, text) in query.bracketed("filter") {
            filters.push((pointer(path), parse(text)?));
        }
        Ok(Self(filters))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all of them let an item through.
    #[must_use]
    pub fn let_through(&self, item: &Value) -> bool {
        self.0.iter().all(|(pointer, condition)| {
            item.pointer(pointer).is_some_and(|value| holds(condition, value))
        })
    }
}

/// Keeps of a document's items those that every filter of the query lets through.
///
/// # Errors
/// A filter cannot be understood.
pub fn apply(document: &mut Value, query: &Query) -> Result<(), Refusal> {
    let filters = Filters::of(query)?;
    if let Some(Value::Array(items)) = document.get_mut("data") {
        items.retain(|item| filters.let_through(item));
    }
    Ok(())
}

fn pointer(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("/{}", path.replace('.', "/")) }
}

fn invalid(text: &str) -> Refusal {
    Refusal::because(format!("Invalid filter expression: {text}"))
}

fn parse(text: &str) -> Result<Condition, Refusal> {
    expression(text, 0).ok_or_else(|| invalid(text))
}

fn expression(text: &str, depth: usize) -> Option<Condition> {
    let text = text.trim();
    if depth > MAX_DEPTH {
        return None;
    }
    let call = text.strip_suffix(')').and_then(|head| head.split_once('('));
    let Some((name, arguments)) = call.filter(|(name, _)| is_word(name)) else {
        return serde_json::from_str(text)
            .ok()
            .map(|value| Condition::Compare(Comparison::Equal, value));
    };
    let several = || {
        let parts = split_arguments(arguments);
        parts.into_iter().map(|part| expression(part, depth + 1)).collect::<Option<Vec<_>>>()
    };
    match name {
        "and" => several().map(Condition::And),
        "or" => several().map(Condition::Or),
        "not" => expression(arguments, depth + 1).map(|inner| Condition::Not(Box::new(inner))),
        _ => {
            let comparison = comparison(name)?;
            let value = serde_json::from_str(arguments.trim()).ok()?;
            Some(Condition::Compare(comparison, value))
        }
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase())
}

fn comparison(name: &str) -> Option<Comparison> {
    match name {
        "eq" => Some(Comparison::Equal),
        "ne" => Some(Comparison::NotEqual),
        "lt" => Some(Comparison::Less),
        "le" => Some(Comparison::LessOrEqual),
        "gt" => Some(Comparison::Greater),
        "ge" => Some(Comparison::GreaterOrEqual),
        _ => None,
    }
}

/// Splits at the commas that are in no bracket and no string.
fn split_arguments(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.extend(text.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(text.get(start..));
    parts
}

fn holds(condition: &Condition, value: &Value) -> bool {
    match condition {
        Condition::And(all) => all.iter().all(|inner| holds(inner, value)),
        Condition::Or(any) => any.iter().any(|inner| holds(inner, value)),
        Condition::Not(inner) => !holds(inner, value),
        Condition::Compare(comparison, other) => compare(*comparison, value, other),
    }
}

fn compare(comparison: Comparison, left: &Value, right: &Value) -> bool {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64().partial_cmp(&right.as_f64()),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        _ => (left == right).then_some(Ordering::Equal),
    };
    match comparison {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn passes(text: &str, value: Value) -> bool {
        holds(&parse(text).unwrap(), &value)
    }

    #[test]
    fn values_and_expressions() {
        assert!(passes("\"Running\"", json!("Running")));
        assert!(passes("gt(10)", json!(10.5)) && !passes("gt(10)", json!(10)));
        assert!(passes("and(ge(1),lt(3))", json!(1)) && !passes("and(ge(1),lt(3))", json!(3)));
        assert!(passes("or(eq(\"a,b\"),eq(null))", json!("a,b")));
        assert!(passes("not(eq(1))", json!("1")));
    }

    #[test]
    fn nonsense_is_refused() {
        let deep = format!("{}1{}", "not(".repeat(5000), ")".repeat(5000));
        for text in ["", "gt", "gt(", "gt(x)", "and(1", "foo(1)", "Running", deep.as_str()] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
