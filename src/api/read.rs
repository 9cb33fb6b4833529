//! Reading resources: a GET, and its body as types.

use maxscale::Page;
use maxscale::request::{Request, Verb};
use maxscale::resource::FromResource;

use super::client::read;
use super::error::ApiError;

/// A GET of `path` with only the fields of resource `kind` that are used.
pub(super) fn get(path: impl Into<String>, kind: &'static str, fields: &str) -> Request {
    let request = Request::new(Verb::Get, path).option("pretty", "false");
    if fields.is_empty() { request } else { request.option(kind, fields) }
}

/// Reads one object.
pub(super) async fn single<T: FromResource>(request: Request) -> Result<T, ApiError> {
    let body = read(&request).await?;
    maxscale::single(&body).map_err(|error| ApiError::Unreadable(error.reason))
}

/// Reads a page of a collection.
pub(super) async fn page<T: FromResource>(request: Request) -> Result<Page<T>, ApiError> {
    let body = read(&request).await?;
    maxscale::page(&body).map_err(|error| ApiError::Unreadable(error.reason))
}

/// Reads a collection.
pub(super) async fn collection<T: FromResource>(request: Request) -> Result<Vec<T>, ApiError> {
    page(request).await.map(|page| page.items)
}
