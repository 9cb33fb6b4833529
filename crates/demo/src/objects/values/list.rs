//! Lists of texts and of servers.

use super::{Flaw, Read};
use crate::objects::names::ObjectNames;
use crate::objects::specification::Parameter;
use serde_json::{Value, json};

/// A list of texts, or one text with commas; filters have bars between them.
pub fn strings(parameter: &Parameter, value: &Value) -> Read {
    let between = if parameter.name == "filters" { '|' } else { ',' };
    match value {
        Value::Array(items) if items.iter().all(Value::is_string) => Ok(value.clone()),
        Value::String(text) => {
            let items: Vec<&str> =
                text.split(between).filter(|item| !item.is_empty()).map(str::trim).collect();
            Ok(json!(items))
        }
        // MaxScale says nothing about it.
        _ => Err(Flaw::default()),
    }
}

/// Names of servers with commas between them.
pub fn servers(text: &str, known: &dyn ObjectNames) -> Read {
    let names: Vec<&str> = text.split(',').filter(|name| !name.is_empty()).map(str::trim).collect();
    let unknown: Vec<&str> =
        names.iter().copied().filter(|name| known.kind_of(name) != Some("server")).collect();
    if !unknown.is_empty() {
        return Err(format!("Unknown servers: {}", unknown.join(",")).into());
    }
    Ok(if names.is_empty() { Value::Null } else { json!(names.join(",")) })
}
