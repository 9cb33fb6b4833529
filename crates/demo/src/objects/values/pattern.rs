//! Regular expressions, compiled by the library that MaxScale uses.

use super::{Flaw, Read};
use pcre2::bytes::RegexBuilder;
use serde_json::Value;

/// A regular expression, with or without slashes around it; shown with them.
pub fn read(name: &str, given: &str) -> Read {
    let bare = given.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    let pattern = bare.unwrap_or(given);
    if pattern.is_empty() {
        return Ok(Value::Null);
    }
    let old_form = || {
        format!(
            "Missing slashes (/) around a regular expression is deprecated. Use \
             '{name}=/{given}/' instead of '{name}={given}'."
        )
    };
    match compile(pattern) {
        Ok(()) => Ok(Value::String(format!("/{pattern}/"))),
        Err(before) => Err(Flaw { before, message: bare.is_none().then(old_form) }),
    }
}

/// Compiles a regular expression.
///
/// # Errors
/// It is none, in the words of PCRE2.
fn compile(pattern: &str) -> Result<(), Vec<String>> {
    let Err(error) = RegexBuilder::new().build(pattern) else {
        return Ok(());
    };
    let text = error.to_string();
    let reason = text.splitn(3, ": ").last().unwrap_or_default();
    let position = error.offset().unwrap_or_default();
    Err(vec![
        format!("Invalid PCRE2 regular expression '{pattern}' (position '{position}')."),
        format!("PCRE2 Error message: '{reason}'."),
    ])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn errors_have_the_words_of_the_library() {
        let flaw = read("match", "(").unwrap_err();
        assert_eq!(
            flaw.before,
            [
                "Invalid PCRE2 regular expression '(' (position '1').",
                "PCRE2 Error message: 'missing closing parenthesis'.",
            ]
        );
        assert!(flaw.message.unwrap().ends_with("Use 'match=/(/' instead of 'match=('."));
        assert_eq!(read("match", "/[/").unwrap_err().message, None);
        assert_eq!(read("match", "a.b").unwrap(), "/a.b/");
        assert_eq!(read("match", "//").unwrap(), Value::Null);
    }
}
