//! Reading resources: a GET, and its body as types.

use maxscale::Page;
use maxscale::request::{Request, Verb};
use maxscale::resource::FromResource;

use super::error::ApiError;

/// A GET of `path` with only the fields of resource `kind` that are used.
pub(super) fn get(path: impl Into<String>, kind: &'static str, fields: &str) -> Request {
    let request = Request::new(Verb::Get, path).option("pretty", "false");
    if fields.is_empty() { request } else { request.option(kind, fields) }
}

/// One object.
pub(super) fn single<T: FromResource>(body: &str) -> Result<T, ApiError> {
    maxscale::single(body).map_err(|error| ApiError::Unreadable(error.reason))
}

/// A page of a collection.
pub(super) fn page<T: FromResource>(body: &str) -> Result<Page<T>, ApiError> {
    maxscale::page(body).map_err(|error| ApiError::Unreadable(error.reason))
}

/// A collection.
pub(super) fn collection<T: FromResource>(body: &str) -> Result<Vec<T>, ApiError> {
    page(body).map(|page| page.items)
}
