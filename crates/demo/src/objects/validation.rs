//! Checks parameters against their descriptions, in MaxScale's words (rest-api.md 6.2, 6.3).

use super::Parameters;
use super::metadata::{Module, Parameter};
use serde_json::Value;

/// What stands for a password in an answer.
pub const MASK: &str = "*****";

/// Checks the given parameters of a module and brings them into the form in which they are shown.
///
/// A null means: back to the default. `owner` is the name that errors begin with.
///
/// # Errors
/// One text for each parameter that is unknown or has a wrong value.
pub fn check(module: &Module, owner: &str, given: &Parameters) -> Result<Parameters, Vec<String>> {
    let mut checked = Parameters::new();
    let mut problems = Vec::new();
    for (name, value) in given {
        match module.parameter(name) {
            None => problems.push(format!("{owner}: The parameter '{name}' is unrecognized.")),
            Some(parameter) => match normalise(parameter, value) {
                Ok(value) => drop(checked.insert(name.clone(), value)),
                Err(problem) => problems.push(format!("{name}: {problem}")),
            },
        }
    }
    if problems.is_empty() { Ok(checked) } else { Err(problems) }
}

/// Checks what shall become of the parameters of an object that exists. One that cannot be changed
/// may be given if it is the same.
///
/// # Errors
/// One text for each parameter that is unknown, has a wrong value, or cannot be changed.
pub fn check_change(
    module: &Module,
    owner: &str,
    current: &Parameters,
    given: &Parameters,
) -> Result<Parameters, Vec<String>> {
    let checked = check(module, owner, given)?;
    let is_fixed = |name: &str| module.parameter(name).is_some_and(|known| !known.modifiable);
    let problems: Vec<String> = checked
        .iter()
        .filter(|(name, value)| is_fixed(name) && current.get(*name) != Some(*value))
        .map(|(name, _)| format!("{owner}: The parameter '{name}' cannot be modified at runtime."))
        .collect();
    if problems.is_empty() { Ok(checked) } else { Err(problems) }
}

/// The texts for mandatory parameters that are not given.
#[must_use]
pub fn missing(module: &Module, owner: &str, given: &Parameters) -> Vec<String> {
    let mandatory = module.parameters.iter().flatten().filter(|parameter| parameter.mandatory);
    mandatory
        .filter(|parameter| given.get(&parameter.name).is_none_or(Value::is_null))
        .map(|parameter| {
            format!("{owner}: The mandatory parameter '{}' is not provided.", parameter.name)
        })
        .collect()
}

fn normalise(parameter: &Parameter, value: &Value) -> Result<Value, String> {
    if value.is_null() {
        return Ok(parameter.default_value.clone().unwrap_or_default());
    }
    match parameter.kind.as_str() {
        "bool" if value.is_boolean() => Ok(value.clone()),
        "bool" => Err(expected("boolean", value)),
        "count" => count(value),
        "int" if value.is_i64() => Ok(value.clone()),
        "int" => Err(expected("integer", value)),
        "duration" => duration(text(value)?),
        "size" => size(value),
        "enum" => enumeration(parameter, text(value)?),
        "enum_mask" => mask(parameter, text(value)?),
        "password" => Ok(shown(text(value)?, |_| MASK.to_owned())),
        "regex" => Ok(shown(text(value)?, slashed)),
        "string" | "path" | "host" | "service" | "server" | "target" | "module" => {
            Ok(shown(text(value)?, str::to_owned))
        }
        _ => Ok(value.clone()),
    }
}

fn shown(text: &str, form: impl Fn(&str) -> String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(form(text)) }
}

fn slashed(pattern: &str) -> String {
    if pattern.starts_with('/') { pattern.to_owned() } else { format!("/{pattern}/") }
}

fn text(value: &Value) -> Result<&str, String> {
    value.as_str().ok_or_else(|| expected("string", value))
}

fn expected(kind: &str, got: &Value) -> String {
    format!("Expected a json {kind}, but got a json {}.", kind_of(got))
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

fn count(value: &Value) -> Result<Value, String> {
    match value.as_i64() {
        Some(number) if number < 0 => {
            Err(format!("Expected a non-negative integer, but got {number}."))
        }
        Some(_) => Ok(value.clone()),
        None => Err(expected("integer", value)),
    }
}

fn split_unit(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    digits.parse().ok().map(|number| (number, unit))
}

fn duration(given: &str) -> Result<Value, String> {
    let millis = split_unit(given).and_then(|(number, unit)| {
        let size = match unit {
            "ms" => 1,
            "s" => 1_000,
            "m" | "min" => 60_000,
            "h" => 3_600_000,
            _ => return None,
        };
        u64::checked_mul(number, size)
    });
    let millis = millis.ok_or_else(|| format!("Invalid duration: {given}"))?;
    Ok(Value::String(format!("{millis}ms")))
}

fn size(value: &Value) -> Result<Value, String> {
    if value.is_u64() {
        return Ok(value.clone());
    }
    let given = text(value)?;
    let bytes = split_unit(given).and_then(|(number, unit)| {
        let (base, power) = match unit.to_ascii_lowercase().as_str() {
            "" => (1, 1),
            "ki" => (1024, 1),
            "mi" => (1024, 2),
            "gi" => (1024, 3),
            "ti" => (1024, 4),
            "k" => (1000, 1),
            "m" => (1000, 2),
            "g" => (1000, 3),
            "t" => (1000, 4),
            _ => return None,
        };
        u64::pow(base, power).checked_mul(number)
    });
    bytes.map(Value::from).ok_or_else(|| format!("Invalid size: {given}"))
}

fn enumeration(parameter: &Parameter, given: &str) -> Result<Value, String> {
    let known = parameter.enum_values.as_deref().unwrap_or_default();
    if known.iter().any(|word| word == given) {
        return Ok(Value::String(given.to_owned()));
    }
    Err(format!("Invalid enumeration value: {given}, valid values are: {}.", listed(known)))
}

fn mask(parameter: &Parameter, given: &str) -> Result<Value, String> {
    for word in given.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        enumeration(parameter, word)?;
    }
    Ok(Value::String(given.replace(' ', "")))
}

fn listed(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::objects::metadata::module;
    use serde_json::json;

    fn problem(given: Value) -> String {
        let servers = module("servers").unwrap();
        check(servers, "servers", given.as_object().unwrap()).unwrap_err().join("|")
    }

    #[test]
    fn problems_have_the_recorded_words() {
        assert_eq!(
            problem(json!({ "port": "abc" })),
            "port: Expected a json integer, but got a json string."
        );
        assert_eq!(
            problem(json!({ "rank": "third" })),
            "rank: Invalid enumeration value: third, valid values are: 'primary' and 'secondary'."
        );
        assert_eq!(
            problem(json!({ "persistmaxtime": "10 parsecs" })),
            "persistmaxtime: Invalid duration: 10 parsecs"
        );
        assert_eq!(
            problem(json!({ "nosuch": 1 })),
            "servers: The parameter 'nosuch' is unrecognized."
        );
    }

    #[test]
    fn values_take_the_form_in_which_they_are_shown() {
        let servers = module("servers").unwrap();
        let given = json!({ "persistmaxtime": "2s", "monitorpw": "secret", "port": null });
        let checked = check(servers, "servers", given.as_object().unwrap()).unwrap();
        assert_eq!(
            Value::Object(checked),
            json!({ "persistmaxtime": "2000ms", "monitorpw": "*****", "port": 3306 })
        );
    }
}
