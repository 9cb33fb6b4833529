//! How often a message may be logged before it is held back.

use super::duration::milliseconds;
use super::{Flaw, Read, expected};
use serde_json::{Value, json};

/// An object with `count`, `window` and `suppress`, or a text with the three.
pub fn read(name: &str, value: &Value) -> Read {
    match value {
        Value::Object(fields) => {
            let field = |key: &str| fields.get(key).filter(|v| v.is_i64() || v.is_string());
            let count = fields.get("count").filter(|count| count.is_i64());
            let (Some(count), Some(window), Some(suppress)) =
                (count, field("window"), field("suppress"))
            else {
                return Err(wrong_fields().into());
            };
            Ok(shown(count, &span(name, window)?, &span(name, suppress)?))
        }
        Value::String(text) => from_text(name, text),
        other => Err(expected("object", other)),
    }
}

fn wrong_fields() -> String {
    "Expected an object like '{ count = <integer>, window = <integer>, suppress = <integer> }' but \
     one or more of the keys were missing and/or one or more of the values were not an integer."
        .to_owned()
}

fn shown(count: &Value, window: &Value, suppress: &Value) -> Value {
    json!({ "count": count, "suppress": suppress, "window": window })
}

/// A number of milliseconds, or a text with a unit.
fn span(name: &str, value: &Value) -> Read {
    let Some(text) = value.as_str() else {
        return Ok(value.clone());
    };
    match milliseconds(text.trim()) {
        Some((millis, _)) => Ok(json!(millis)),
        None => Err(Flaw::said(vec![format!("Invalid duration {name}: {text}={text}.")])),
    }
}

fn from_text(name: &str, text: &str) -> Read {
    if text.is_empty() {
        return Ok(shown(&json!(0), &json!(0), &json!(0)));
    }
    let begin = format!("Invalid value for the `log_throttling` configuration entry: '{text}'. ");
    let mut parts = text.splitn(3, ',');
    let (Some(count), Some(window), Some(suppress)) = (parts.next(), parts.next(), parts.next())
    else {
        return Err(Flaw::said(vec![format!(
            "{begin}The format of the value for `log_throttling` is 'X, Y, Z', where X is the \
             maximum number of times a particular error can be logged in the time window of Y \
             milliseconds, before the logging is suppressed for Z milliseconds."
        )]));
    };
    let count: i64 = count.trim().parse().unwrap_or(0);
    let (window, suppress) = (span(name, &json!(window)), span(name, &json!(suppress)));
    match (window, suppress) {
        (Ok(window), Ok(suppress)) if count >= 0 => Ok(shown(&json!(count), &window, &suppress)),
        (window, suppress) => {
            let first = window.err().or(suppress.err()).unwrap_or_default();
            let mut before = first.before;
            before.push(format!(
                "{begin}The configuration entry `log_throttling` requires as value one zero or \
                 positive integer and two durations."
            ));
            Err(Flaw::said(before))
        }
    }
}
