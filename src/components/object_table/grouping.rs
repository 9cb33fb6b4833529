//! What rows are listed under.

use leptos::prelude::*;
use maxscale::object::Object;

/// What rows are listed under.
#[derive(Clone, Copy)]
pub struct Grouping {
    /// The objects known, so that one without rows is there as well.
    pub known: Signal<Vec<Object>>,
    /// The heading of a group.
    pub heading: Callback<Option<Object>, AnyView>,
    /// Said of an object without rows.
    pub none: &'static str,
}
