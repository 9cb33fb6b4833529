//! Conditions on values, such as `and(gt(1),lt(3))`, and their text form (rest-api.md 1.7).

use serde_json::Value;
use std::cmp::Ordering;

/// Expressions nested deeper than this are refused.
const MAX_DEPTH: usize = 32;

/// A condition on a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// How the value compares with another.
    Compare(Comparison, Value),
    /// All of them hold.
    And(Vec<Condition>),
    /// One of them holds.
    Or(Vec<Condition>),
    /// None of them holds.
    Not(Vec<Condition>),
}

/// How a value shall compare with another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// The same, of the same type.
    Equal,
    /// Not the same.
    NotEqual,
    /// Less, of the same type.
    Less,
    /// Not greater.
    LessOrEqual,
    /// Greater, of the same type.
    Greater,
    /// Not less.
    GreaterOrEqual,
}

/// The words of comparisons, in the order in which they are looked for.
const COMPARISONS: [(&str, Comparison); 6] = [
    ("eq", Comparison::Equal),
    ("ne", Comparison::NotEqual),
    ("lt", Comparison::Less),
    ("gt", Comparison::Greater),
    ("le", Comparison::LessOrEqual),
    ("ge", Comparison::GreaterOrEqual),
];

/// What joins several conditions.
type Joiner = fn(Vec<Condition>) -> Condition;

/// The words that join conditions.
const JOINERS: [(&str, Joiner); 3] =
    [("and", Condition::And), ("or", Condition::Or), ("not", Condition::Not)];

impl Condition {
    /// Reads a condition; a value alone means that it has to be the same.
    ///
    /// # Errors
    /// What cannot be understood, in MaxScale's words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser { rest: text };
        let condition = parser.expression(0)?;
        if parser.rest.is_empty() {
            Ok(condition)
        } else {
            Err(format!("Unexpected trailing data: {}", parser.rest))
        }
    }

    /// Whether it holds for a value.
    #[must_use]
    pub fn holds(&self, value: &Value) -> bool {
        match self {
            Self::And(all) => all.iter().all(|inner| inner.holds(value)),
            Self::Or(any) => any.iter().any(|inner| inner.holds(value)),
            Self::Not(none) => !none.iter().any(|inner| inner.holds(value)),
            Self::Compare(Comparison::Equal, other) => value == other,
            Self::Compare(Comparison::NotEqual, other) => value != other,
            // What cannot be compared counts as neither less nor greater.
            Self::Compare(comparison, other) => {
                let order = order(value, other);
                match comparison {
                    Comparison::Less => order == Some(Ordering::Less),
                    Comparison::Greater => order == Some(Ordering::Greater),
                    Comparison::LessOrEqual => order != Some(Ordering::Greater),
                    _ => order != Some(Ordering::Less),
                }
            }
        }
    }
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        (Value::Number(left), Value::Number(right)) if left.is_f64() == right.is_f64() => {
            match (left.as_i64(), right.as_i64()) {
                (Some(left), Some(right)) => Some(left.cmp(&right)),
                _ => left.as_f64().partial_cmp(&right.as_f64()),
            }
        }
        _ => None,
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn expression(&mut self, depth: usize) -> Result<Condition, String> {
        let Some(first) = self.rest.chars().next() else {
            return Err("Empty filter expression".to_owned());
        };
        if !first.is_ascii_alphabetic()
            && let Ok(value) = self.value()
        {
            return Ok(Condition::Compare(Comparison::Equal, value));
        }
        for (word, comparison) in COMPARISONS {
            if self.skip(word) {
                self.demand("(")?;
                let value = self.value()?;
                self.demand(")")?;
                return Ok(Condition::Compare(comparison, value));
            }
        }
        for (word, join) in JOINERS {
            if depth < MAX_DEPTH && self.skip(word) {
                return self.several(depth).map(join);
            }
        }
        Err(format!("Not a valid filter expression: {}", self.rest))
    }

    fn several(&mut self, depth: usize) -> Result<Vec<Condition>, String> {
        self.demand("(")?;
        let mut all = vec![self.expression(depth + 1)?];
        while self.skip(",") {
            all.push(self.expression(depth + 1)?);
        }
        self.demand(")")?;
        Ok(all)
    }

    /// A value of JSON; what follows it stays.
    fn value(&mut self) -> Result<Value, String> {
        let text = self.rest.trim_start();
        let length = length_of_value(text);
        let (value, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        match serde_json::from_str(value) {
            Ok(value) => {
                self.rest = rest;
                Ok(value)
            }
            Err(_) => Err(format!("Invalid JSON: {}", self.rest)),
        }
    }

    fn skip(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn demand(&mut self, word: &str) -> Result<(), String> {
        if self.skip(word) {
            return Ok(());
        }
        let got: String = self.rest.chars().take(1).collect();
        Err(format!("Expected '{word}', got '{got}'"))
    }
}

/// How many bytes the value takes that a text begins with.
fn length_of_value(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if quoted => {
                quoted = false;
                if depth == 0 {
                    return end;
                }
            }
            _ if quoted => {}
            '"' => quoted = true,
            '[' | '{' => depth += 1,
            ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return end;
                }
            }
            ',' | ')' | ' ' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn passes(text: &str, value: Value) -> bool {
        Condition::parse(text).unwrap().holds(&value)
    }

    #[test]
    fn values_and_expressions() {
        assert!(passes("\"Running\"", json!("Running")));
        assert!(passes("gt(10)", json!(11)) && !passes("gt(10)", json!(10)));
        assert!(passes("and(ge(1),lt(3))", json!(1)) && !passes("and(ge(1),lt(3))", json!(3)));
        assert!(passes("or(eq(\"a,b\"),eq(null))", json!("a,b")));
        assert!(passes("not(eq(1),eq(2))", json!("1")));
        assert!(!passes("gt(\"1\")", json!(2)) && passes("ge(\"1\")", json!(2)));
        assert!(!passes("gt(1)", json!(1.5)) && passes("gt(1.0)", json!(1.5)));
    }

    #[test]
    fn nonsense_is_refused_in_the_recorded_words() {
        let deep = format!("{}1{}", "not(".repeat(5000), ")".repeat(5000));
        assert!(Condition::parse(&deep).is_err());
        for (text, problem) in [
            ("", "Empty filter expression"),
            ("true", "Not a valid filter expression: true"),
            (" gt(1)", "Not a valid filter expression:  gt(1)"),
            ("gt(", "Invalid JSON: "),
            ("eq(Slave)", "Invalid JSON: Slave)"),
            ("gt(1,2)", "Expected ')', got ','"),
            ("equal", "Expected '(', got 'u'"),
            ("gt(1) ", "Unexpected trailing data:  "),
            ("and()", "Not a valid filter expression: )"),
        ] {
            assert_eq!(Condition::parse(text).unwrap_err(), problem);
        }
    }
}
