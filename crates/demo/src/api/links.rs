//! `GET …/relationships/…`: which objects belong together (rest-api.md 3.1).

use super::answer::{Answer, Outcome, Refusal};
use serde_json::Value;

/// One relationship of a resource, 404 when it is empty.
pub fn show(resource: &Value, kind: &str) -> Outcome {
    let found = resource.get("relationships").and_then(|all| all.get(kind)).cloned();
    found.map(Answer::document).ok_or_else(Refusal::no_such_path)
}
