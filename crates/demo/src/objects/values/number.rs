//! Numbers and sizes.

use super::{Read, expected};
use crate::objects::specification::Parameter;
use serde_json::Value;

/// A number: `count` is never negative.
pub fn integer(parameter: &Parameter, value: &Value) -> Read {
    let number = value.as_i64().ok_or_else(|| expected("integer", value))?;
    within(parameter, number)
}

/// A number of bytes, or a text with a unit: `1Mi` is 1024², `1M` is 1000².
pub fn size(parameter: &Parameter, value: &Value) -> Read {
    if let Some(number) = value.as_i64() {
        return within(parameter, number);
    }
    let text = value.as_str().ok_or_else(|| expected("string", value))?;
    let bytes = bytes(text).ok_or_else(|| format!("Invalid size: {text}"))?;
    within(parameter, bytes)
}

fn within(parameter: &Parameter, number: i64) -> Read {
    let least = if parameter.kind == "int" { i64::MIN } else { 0 };
    let word = if number < parameter.min.unwrap_or(least) {
        "small"
    } else if number > parameter.max.unwrap_or(i64::MAX) {
        "large"
    } else {
        return Ok(Value::from(number));
    };
    Err(format!("Too {word} a {}: {number}", parameter.kind).into())
}

fn bytes(text: &str) -> Option<i64> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at_checked(end)?;
    let number: i64 = digits.parse().ok()?;
    let unit = unit.to_ascii_lowercase();
    let base: i64 = if unit.ends_with('i') { 1024 } else { 1000 };
    let power = match unit.trim_end_matches('i') {
        "" if unit.is_empty() => 0,
        "k" => 1,
        "m" => 2,
        "g" => 3,
        "t" => 4,
        _ => return None,
    };
    let is_known = unit.len() <= 2;
    base.checked_pow(power).filter(|_| is_known)?.checked_mul(number)
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn units_are_of_a_thousand_or_1024() {
        assert_eq!(bytes("12"), Some(12));
        assert_eq!(bytes("2k"), Some(2_000));
        assert_eq!(bytes("2Ki"), Some(2_048));
        assert_eq!(bytes("1TI"), Some(1_099_511_627_776));
        for nonsense in ["", "k", "-1", "1b", "1kb", "1i", "1kii", "1.5M", "99999999999T"] {
            assert_eq!(bytes(nonsense), None, "{nonsense}");
        }
    }
}
