//! What MaxScale says when it refuses (rest-api.md 1.3).

use serde_json::Value;

use crate::json::Fields;

/// The texts of an error answer, in its order: `errors[].detail`, and for module commands
/// `meta.errors[].detail`. Empty when the answer has no body or another one.
pub fn details(body: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(body).unwrap_or_default();
    let fields = Fields::of(&document);
    let errors = fields.list("errors").iter();
    errors
        .chain(fields.object("meta").list("errors"))
        .filter_map(|error| Fields::of(error).text("detail"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_details_keep_their_order_and_may_be_missing() {
        let body =
            r#"{"errors":[{"detail":"a"},{"title":"?"}],"meta":{"errors":[{"detail":"b"}]}}"#;
        assert_eq!(details(body), ["a", "b"]);
        assert!(details("").is_empty());
        assert!(details("<h1>502</h1>").is_empty());
        assert!(details(r#"{"errors":"x"}"#).is_empty());
    }
}
