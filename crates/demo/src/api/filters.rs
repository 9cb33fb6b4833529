//! `/filters` (rest-api.md 3.6).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{collection, document, relate, related_resource};
use super::filter_diagnostics;
use super::request::Request;
use crate::world::World;
use crate::world::resources::Filter;
use serde_json::{Map, Value, json};

/// All filters.
pub fn list(world: &World, request: &Request) -> Outcome {
    let items = world.filters.iter().map(|filter| resource(world, request, filter));
    collection(request, items)
}

/// One filter.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    let filter = find(world, name)?;
    document(request, resource(world, request, filter))
}

/// The filter of that name.
///
/// # Errors
/// There is none.
pub fn find<'a>(world: &'a World, name: &str) -> Result<&'a Filter, Refusal> {
    world.filters.get(name).ok_or_else(|| Refusal::not_found(name, "filter"))
}

/// `DELETE /filters/:n`.
pub fn delete(world: &mut World, request: &Request, name: &str) -> Outcome {
    find(world, name)?;
    world.delete_filter(name, request.query.is_on("force"))?;
    Ok(Answer::done())
}

/// A filter as a resource.
#[must_use]
pub fn resource(world: &World, request: &Request, filter: &Filter) -> Value {
    let mut attributes = json!({
        "module": filter.module,
        "parameters": filter.parameters,
        "source": world.source(&filter.name, filter.origin),
    });
    let diagnostics = filter_diagnostics::of(world, filter);
    let says_nothing = |diagnostics: &Value| diagnostics.is_null();
    let diagnostics =
        diagnostics.filter(|said| !(world.version.leaves_out_internals() && says_nothing(said)));
    if let (Value::Object(attributes), Some(diagnostics)) = (&mut attributes, diagnostics) {
        attributes.insert("filter_diagnostics".to_owned(), diagnostics);
    }
    let mut relationships = Map::new();
    let services = world.services_of_filter(&filter.name);
    let owner = ["filters", filter.name.as_str()];
    relate(&mut relationships, request, owner, "services", &services);
    related_resource(request, "filters", &filter.name, attributes, relationships)
}
