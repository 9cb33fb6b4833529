//! Creating and altering objects (rest-api.md 7, recording lifecycle).

mod filters;
mod listeners;
mod monitors;
mod servers;
mod services;
mod stages;

pub use filters::{alter as alter_filter, create as filter};
pub use listeners::{alter as alter_listener, create as listener};
pub use monitors::{alter as alter_monitor, create as monitor, relate as relate_monitor};
pub use servers::{alter as alter_server, create as server, relate as relate_server};
pub use services::{alter as alter_service, create as service, relate as relate_service};
pub use stages::core as core_stages;

use super::answer::Refusal;
use super::body;
use crate::objects::Parameters;
use crate::world::World;
use serde_json::{Value, json};

/// More objects than this cannot be created.
const MAX_OBJECTS: usize = 5_000;

fn not_defined(pointer: &str) -> Refusal {
    Refusal::because(format!("Field '{pointer}' is not defined"))
}

/// The name of a new object.
///
/// # Errors
/// There is none, or it is taken.
fn new_name(world: &World, given: &Value, kind: &str) -> Result<String, Refusal> {
    let name = body::text(given, "/data/id")?;
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

/// Refuses an attribute that is there but no text.
fn refuse_no_text(given: &Value, pointer: &str) -> Result<(), Refusal> {
    match body::at(given, pointer) {
        Some(value) if !value.is_string() => {
            Err(Refusal::because(format!("Field '{pointer}' is not a string")))
        }
        _ => Ok(()),
    }
}

/// The body of a change of one relationship, in the form of a change of the whole object.
///
/// # Errors
/// It has no list.
fn relationship_body(given: &Value, kind: &str) -> Result<Value, Refusal> {
    let list = body::at(given, "/data").ok_or_else(|| not_defined("/data"))?;
    if !list.is_array() && !list.is_null() {
        return Err(Refusal::because("Field '/data' is not an array"));
    }
    Ok(json!({ "data": { "relationships": { kind: { "data": list } } } }))
}

/// Parameters without those that are shown in another way.
fn without(mut parameters: Parameters, names: &[&str]) -> Parameters {
    parameters.retain(|name, _| !names.contains(&name.as_str()));
    parameters
}
