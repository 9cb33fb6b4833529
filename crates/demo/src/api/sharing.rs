//! Which changes are shared with other MaxScales, and when (rest-api.md 3.1, 7.5).

use super::request::{Request, Verb};

/// Whether a request changes what several MaxScales share.
#[must_use]
pub fn takes_part(request: &Request) -> bool {
    let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
    match (request.verb, path.as_slice()) {
        (Verb::Put, ["servers", _, "set" | "clear"])
        | (Verb::Post, ["users", "inet"])
        | (Verb::Patch, ["maxscale"] | ["maxscale", "logs" | "query_classifier"])
        | (Verb::Patch | Verb::Delete, ["users", "inet", _]) => true,
        (Verb::Post, ["users" | "roles"])
        | (Verb::Patch | Verb::Delete, ["users" | "roles", _]) => request.version.has_roles(),
        (Verb::Post, ["services", _, "listeners"]) => true,
        (Verb::Delete, ["services", _, "listeners", _]) => true,
        (Verb::Post, [kind]) | (Verb::Patch | Verb::Delete, [kind, _]) => is_configured(kind),
        (Verb::Patch, [kind, _, "relationships", _]) => is_configured(kind),
        _ => false,
    }
}

fn is_configured(kind: &str) -> bool {
    matches!(kind, "servers" | "monitors" | "services" | "listeners" | "filters")
}

/// Whether a request is of no use without a body.
#[must_use]
pub fn needs_body(request: &Request) -> bool {
    let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
    match (request.verb, path.as_slice()) {
        (Verb::Patch, _) => true,
        (Verb::Post, ["users", "inet" | "unix"] | ["services", _, "listeners"]) => true,
        (Verb::Post, [kind]) => is_configured(kind) || *kind == "sql",
        _ => false,
    }
}
