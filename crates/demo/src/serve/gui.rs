//! Serves a GUI's files exactly as MaxScale does (rest-api.md 8).
//!
//! Types come from a fixed table that lacks `.wasm`, all but HTML may be kept for a year, nothing
//! is compressed, and nothing stands in for what is missing. Only directories are passed over,
//! where MaxScale ends.

use crate::api::response::MARK;
use axum::body::Body;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_TYPE, HeaderValue, REFERRER_POLICY, X_FRAME_OPTIONS, X_XSS_PROTECTION,
};
use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};

/// The file for a path; `None` when there is none, so that the API answers.
pub async fn serve(directory: &Path, path: &str) -> Option<Response> {
    let file = locate(directory, path).await?;
    let content = tokio::fs::read(&file).await.ok().filter(|content| !content.is_empty())?;
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    if let Some(kind) = media_type(extension) {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    let caching = if extension == "html" { "public, no-cache" } else { "public, max-age=31536000" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("Deny"));
    headers.insert(X_XSS_PROTECTION, HeaderValue::from_static("1"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    let (name, value) = MARK;
    headers.insert(name, value);
    Some(response)
}

/// The regular file that a path leads to, inside the directory even after links are followed.
async fn locate(directory: &Path, path: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let relative = decoded.trim_start_matches('/');
    let relative = relative.strip_prefix("v1/").unwrap_or(relative);
    let relative = if matches!(relative, "" | "v1") { "index.html" } else { relative };
    let root = tokio::fs::canonicalize(directory).await.ok()?;
    let file = tokio::fs::canonicalize(root.join(relative.trim_start_matches('/'))).await.ok()?;
    let is_file = tokio::fs::metadata(&file).await.is_ok_and(|metadata| metadata.is_file());
    (file.starts_with(&root) && is_file).then_some(file)
}

fn media_type(extension: &str) -> Option<&'static str> {
    let kind = match extension {
        "css" => "text/css",
        "csv" => "text/csv",
        "htm" | "html" => "text/html",
        "js" | "mjs" => "text/javascript",
        "txt" => "text/plain",
        "php" => "application/x-httpd-php",
        "epub" => "application/epub+zip",
        "gz" => "application/gzip",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "pdf" => "application/pdf",
        "rar" => "application/vnd.rar",
        "rtf" => "application/rtf",
        "tar" => "application/x-tar",
        "xhtml" => "application/xhtml+xml",
        "xml" => "application/xml",
        "bz" => "application/x-bzip",
        "bz2" => "application/x-bzip2",
        "bmp" => "image/bmp",
        "gif" => "image/gif",
        "jpeg" | "jpg" => "image/jpeg",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "tif" | "tiff" => "image/tiff",
        "webp" => "image/webp",
        "mp3" => "audio/mpeg",
        "wav" => "audio/wav",
        "weba" => "audio/webm",
        "mpeg" => "video/mpeg",
        "ts" => "video/mp2t",
        "webm" => "video/webm",
        "otf" => "font/otf",
        "ttf" => "font/ttf",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        _ => return None,
    };
    Some(kind)
}
