//! Creating and altering objects (rest-api.md 7, recording lifecycle).

mod filters;
mod listeners;
mod monitors;
mod servers;
mod services;

pub use filters::{alter as alter_filter, create as filter};
pub use listeners::{alter as alter_listener, create as listener};
pub use monitors::{alter as alter_monitor, create as monitor};
pub use servers::{alter as alter_server, create as server};
pub use services::{alter as alter_service, create as service};

use super::answer::Refusal;
use super::request::Request;
use crate::objects::Parameters;
use crate::world::World;
use serde_json::{Map, Value};

/// More objects than this cannot be created.
const MAX_OBJECTS: usize = 5_000;

/// The `data` of a body.
fn data(request: &Request) -> Result<&Value, Refusal> {
    let data = request.body()?.get("data").filter(|data| data.is_object());
    data.ok_or_else(|| Refusal::because("The '/data' field is not an object"))
}

/// The parameters in a body's `data`; none are an error for some kinds only.
fn given(data: &Value) -> Option<&Parameters> {
    data.pointer("/attributes/parameters").and_then(Value::as_object)
}

/// The parameters without those that every object of a kind shows and nobody can set.
fn without(given: &Parameters, names: &[&str]) -> Parameters {
    let mut rest = given.clone();
    rest.retain(|name, _| !names.contains(&name.as_str()));
    rest
}

fn not_defined(pointer: &str) -> Refusal {
    Refusal::because(format!("Field '{pointer}' is not defined"))
}

/// The name of a new object.
///
/// # Errors
/// There is none, it cannot be a name, or it is taken.
fn new_name(world: &World, data: &Value, kind: &str) -> Result<String, Refusal> {
    let Some(id) = data.get("id") else {
        return Err(Refusal::because("Request body does not define the '/data/id' field."));
    };
    let Some(name) = id.as_str() else {
        return Err(Refusal::because("The '/data/id' field is not a string."));
    };
    if name.is_empty() {
        return Err(Refusal::because("Value '/data/id' is empty."));
    }
    if name.chars().any(char::is_whitespace) {
        return Err(Refusal::because(format!("The name '{name}' contains whitespace.")));
    }
    if name.starts_with("@@") {
        return Err(Refusal::because(format!("The name '{name}' starts with the reserved '@@'.")));
    }
    if let Some(taken) = world.kind_of(name) {
        return Err(Refusal::because(format!(
            "Can't create {kind} '{name}', a {taken} with that name already exists"
        )));
    }
    let objects = world.servers.len() + world.services.len() + world.listeners.len();
    if objects + world.filters.len() + world.monitors.len() >= MAX_OBJECTS {
        return Err(Refusal::because("This simulation has no room for more objects."));
    }
    Ok(name.to_owned())
}

/// The relationships in a body's `data`, by kind.
fn relations(data: &Value) -> impl Iterator<Item = (&str, Option<&Value>)> {
    let all: Option<&Map<String, Value>> = data.get("relationships").and_then(Value::as_object);
    all.into_iter().flatten().map(|(kind, relation)| (kind.as_str(), relation.get("data")))
}
