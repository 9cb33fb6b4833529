//! How full disks may become, by path.

use super::{Flaw, Read};
use crate::objects::specification::Parameter;
use serde_json::{Map, Value, json};

/// An object with percentages by path, or a text such as `/data:80,*:90`.
pub fn read(parameter: &Parameter, value: &Value) -> Read {
    let none = || parameter.default_value.clone().unwrap_or_default();
    match value {
        Value::Object(limits) => {
            let wrong = limits.iter().find(|(_, limit)| !limit.is_i64());
            match wrong {
                Some((path, _)) => Err(format!("'{path}' is not a JSON number.").into()),
                // MaxScale forgets what an object says.
                None => Ok(none()),
            }
        }
        Value::String(text) => {
            let limits = limits(text).map_err(|problem| Flaw::said(vec![problem]))?;
            Ok(if limits.is_empty() { none() } else { Value::Object(limits) })
        }
        _ => Err("Not a JSON object or JSON null.".to_owned().into()),
    }
}

/// The percentages by path in a text.
///
/// # Errors
/// An entry has no percentage.
pub fn limits(text: &str) -> Result<Map<String, Value>, String> {
    let mut limits = Map::new();
    for entry in text.split(',').filter(|_| !text.is_empty()) {
        let parts = entry.split_once(':').map(|(path, limit)| (path.trim(), limit.trim()));
        let Some((path, limit)) =
            parts.filter(|(path, limit)| !path.is_empty() && !limit.is_empty())
        else {
            return Err(format!(
                "The disk_space_threshold parameter '{text}' contains an invalid entry: '{entry}'"
            ));
        };
        let limit: Option<i64> = limit.parse().ok().filter(|limit| (0..=100).contains(limit));
        let limit = limit
            .ok_or_else(|| format!("The value following the ':' must be a percentage: {entry}"))?;
        limits.insert(path.to_owned(), json!(limit));
    }
    Ok(limits)
}
