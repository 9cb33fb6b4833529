//! Durations: a number with a unit.

use super::{Read, expected};
use crate::objects::specification::Parameter;
use serde_json::Value;

/// A duration, shown in milliseconds.
pub fn read(parameter: &Parameter, value: &Value) -> Read {
    let text = value.as_str().ok_or_else(|| expected("string with a duration", value))?;
    let invalid = || format!("Invalid duration: {text}");
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) if parameter.signed => (-1, rest),
        _ => (1, text),
    };
    let (millis, is_fine) = milliseconds(rest).ok_or_else(invalid)?;
    if parameter.whole_seconds && is_fine && (1..1000).contains(&millis) {
        let name = &parameter.name;
        let text = format!("Cannot set '{name}' to {text}: value must be defined in seconds.");
        return Err(text.into());
    }
    let shown = if parameter.whole_seconds { millis / 1000 * 1000 } else { millis };
    Ok(Value::String(format!("{}ms", sign * shown)))
}

/// A duration in milliseconds, and whether it was given in them.
pub fn milliseconds(text: &str) -> Option<(i64, bool)> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = text.split_at_checked(end)?;
    let number: i64 = digits.parse().ok()?;
    let (size, is_fine) = match unit.to_ascii_lowercase().as_str() {
        "ms" => (1, true),
        "s" => (1_000, false),
        "m" | "min" => (60_000, false),
        "h" => (3_600_000, false),
        _ => return None,
    };
    number.checked_mul(size).map(|millis| (millis, is_fine))
}
