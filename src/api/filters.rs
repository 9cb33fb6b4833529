//! Filters.

use maxscale::filter::Filter;
use maxscale::name::FilterName;
use maxscale::object::Object;

use super::error::ApiError;
use super::read::{collection, get, single};

/// All filters, as lists need them.
pub async fn all() -> Result<Vec<Filter>, ApiError> {
    collection(get("filters", "fields[filters]", "module,services/data")).await
}

/// One filter, whole.
pub async fn one(name: FilterName) -> Result<Filter, ApiError> {
    single(get(Object::from(name).path(), "", "")).await
}
