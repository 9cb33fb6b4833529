//! One file of the console and the headers it goes with.

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, StatusCode};
use sha2::{Digest, Sha256};

/// The content of a file in one of its forms.
pub(super) struct File {
    body: Bytes,
    etag: String,
}

impl File {
    pub(super) fn new(body: Bytes) -> Self {
        let hash = Sha256::digest(&body);
        let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { etag: format!("\"{hex}\""), body }
    }

    /// The file under `name`, or 304 if the browser has it already.
    pub(super) fn answer(&self, name: &str, request: &HeaderMap) -> Response {
        let caching = [(ETAG, self.etag.as_str()), (CACHE_CONTROL, cache_control(name))];
        if self.is_known_to(request) {
            return (StatusCode::NOT_MODIFIED, caching).into_response();
        }
        (caching, [(CONTENT_TYPE, media_type(name))], Body::from(self.body.clone())).into_response()
    }

    fn is_known_to(&self, request: &HeaderMap) -> bool {
        let known = request.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        known
            .flat_map(|list| list.split(','))
            .map(str::trim)
            .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.etag)
    }
}

/// Every name but those of pages holds a hash of the content.
fn cache_control(name: &str) -> &'static str {
    if name.ends_with(".html") { "no-cache" } else { "public, max-age=31536000, immutable" }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
