//! Filters.

use maxscale::filter::Filter;
use maxscale::name::FilterName;
use maxscale::object::Object;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All filters, as lists need them.
pub fn all() -> Get<Vec<Filter>> {
    Get::list(ResourceKind::Filters)
}

/// One filter, whole.
pub fn one(name: FilterName) -> Get<Filter> {
    Get::object(ResourceKind::Filters, Object::from(name).path())
}
