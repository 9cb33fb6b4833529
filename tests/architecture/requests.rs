//! Rule: only `src/api` makes requests, so that there is one way in and out.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, shipped_rust};
use crate::tokens::shipped;

/// Names that a request cannot be made without.
const WAYS_OUT: [&str; 8] = [
    "gloo_net",
    "XmlHttpRequest",
    "WebSocket",
    "EventSource",
    "fetch_with_request",
    "fetch_with_str",
    "fetch_with_request_and_init",
    "send_beacon_with_opt_str",
];

#[test]
fn only_the_api_makes_requests() {
    let app = shipped_rust().into_iter().filter(|file| file.path.starts_with("src/"));
    let outside = app.filter(|file| !file.path.starts_with("src/api"));
    let findings = outside.flat_map(|file| requests(&file)).collect();
    assert_kept("Requests are made in src/api and nowhere else:", findings);
}

fn requests(file: &File) -> Vec<Finding> {
    let tokens = shipped(file);
    let ways = tokens.iter().filter(|token| WAYS_OUT.contains(&token.text.as_str()));
    ways.map(|token| Finding::at(&file.path, token.line, token.text.clone())).collect()
}

#[test]
fn a_request_is_found() {
    let file = File::sample("src/pages/a.rs", "// gloo_net\nuse gloo_net::http::Request;");
    assert_eq!(requests(&file), [Finding::at("src/pages/a.rs", 2, "gloo_net")]);
}
