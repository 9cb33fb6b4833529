//! Reads the values of parameters by their types, in MaxScale's words (rest-api.md 6.2).

mod disk;
mod duration;
mod enumeration;
mod hosts;
mod list;
mod number;
mod object;
mod path;
mod pattern;
mod throttling;

pub use disk::limits as disk_space_limits;
pub use object::no_library;

use super::names::ObjectNames;
use super::specification::Parameter;
use serde_json::Value;

/// What stands for a password in an answer.
pub const MASK: &str = "*****";

/// Why a value cannot be used.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Flaw {
    /// What is said first, as it stands.
    pub before: Vec<String>,
    /// What is said after the name of the parameter.
    pub message: Option<String>,
}

impl From<String> for Flaw {
    fn from(message: String) -> Self {
        Self { before: Vec::new(), message: Some(message) }
    }
}

impl Flaw {
    /// A flaw that does not name the parameter.
    fn said(before: Vec<String>) -> Self {
        Self { before, message: None }
    }
}

/// A value in the form in which it is shown, or why it cannot be used.
pub type Read = Result<Value, Flaw>;

/// Reads a value of a parameter.
///
/// # Errors
/// It is of another type, out of range, or names something that is not there.
pub fn read(parameter: &Parameter, value: &Value, known: &dyn ObjectNames) -> Read {
    match parameter.kind.as_str() {
        "bool" if value.is_boolean() => Ok(value.clone()),
        "bool" => Err(expected("boolean", value)),
        "count" | "int" => number::integer(parameter, value),
        "size" => number::size(parameter, value),
        "duration" => duration::read(parameter, value),
        "enum" => enumeration::one(parameter, text(value)?),
        "enum_mask" => enumeration::mask(parameter, text(value)?),
        "enum list" => enumeration::list(parameter, value),
        "password" => Ok(shown(text(value)?, |_| MASK.to_owned())),
        "sslpassphrase" => Ok(Value::from(if text(value)?.is_empty() { "" } else { MASK })),
        "regex" => pattern::read(&parameter.name, text(value)?),
        "path" => path::read(parameter, text(value)?),
        "stringlist" => list::strings(parameter, value),
        "serverlist" => list::servers(text(value)?, known),
        "host pattern list" => hosts::read(text(value)?),
        "server" | "service" | "target" | "module" => object::read(parameter, text(value)?, known),
        "disk_space_limits" => disk::read(parameter, value),
        "throttling" => throttling::read(&parameter.name, value),
        _ => string(parameter, text(value)?),
    }
}

fn string(parameter: &Parameter, text: &str) -> Read {
    let last = text.trim_end().chars().next_back().filter(|c| matches!(c, ';' | ','));
    match last {
        Some(last) if parameter.no_trailing => {
            Err(format!("The last character is '{last}', which should be left out.").into())
        }
        _ => Ok(shown(text, str::to_owned)),
    }
}

fn shown(text: &str, form: impl Fn(&str) -> String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(form(text)) }
}

fn text(value: &Value) -> Result<&str, Flaw> {
    value.as_str().ok_or_else(|| expected("string", value))
}

fn expected(kind: &str, got: &Value) -> Flaw {
    format!("Expected a json {kind}, but got a json {}.", kind_of(got)).into()
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "real",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// `'a', 'b' and 'c'`.
fn listed(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
