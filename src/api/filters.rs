//! Filters.

use maxscale::filter::Filter;
use maxscale::name::FilterName;
use maxscale::object::Object;

use super::ask::Ask;
use super::read::{collection, get, single};

/// All filters, as lists need them.
pub fn all() -> Ask<Vec<Filter>> {
    Ask::of(get("filters", "fields[filters]", "module,services/data"), collection)
}

/// One filter, whole.
pub fn one(name: FilterName) -> Ask<Filter> {
    Ask::of(get(Object::from(name).path(), "", ""), single)
}
