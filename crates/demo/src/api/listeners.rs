//! `/listeners` (rest-api.md 3.5).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{collection, document, relate};
use super::request::Request;
use crate::world::World;
use crate::world::service::Listener;
use serde_json::{Map, Value, json};

/// All listeners, or those of a service.
pub fn list(world: &World, request: &Request, service: Option<&str>) -> Outcome {
    let wanted = |listener: &&Listener| service.is_none_or(|name| listener.service == name);
    let items = world.listeners.iter().filter(wanted).map(|listener| resource(request, listener));
    collection(request, items)
}

/// One listener.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    let listener = find(world, name)?;
    document(request, resource(request, listener))
}

/// The listener of that name.
///
/// # Errors
/// There is none.
pub fn find<'a>(world: &'a World, name: &str) -> Result<&'a Listener, Refusal> {
    world.listeners.get(name).ok_or_else(|| Refusal::not_found(name, "listener"))
}

/// `PUT /listeners/:n/start` and `/stop`.
pub fn switch(world: &mut World, name: &str, on: bool) -> Outcome {
    find(world, name)?;
    if let Some(listener) = world.listeners.get_mut(name) {
        listener.running = on;
        listener.failure = None;
    }
    Ok(Answer::done())
}

/// `DELETE /listeners/:n`.
pub fn delete(world: &mut World, name: &str) -> Outcome {
    find(world, name)?;
    world.listeners.remove(name);
    Ok(Answer::done())
}

fn state(listener: &Listener) -> &'static str {
    match (&listener.failure, listener.running) {
        (Some(_), _) => "Failed",
        (None, true) => "Running",
        (None, false) => "Stopped",
    }
}

/// A listener as a resource. It has no link of its own.
#[must_use]
pub fn resource(request: &Request, listener: &Listener) -> Value {
    let mut relationships = Map::new();
    let owner = ["listeners", listener.name.as_str()];
    let service = std::slice::from_ref(&listener.service);
    relate(&mut relationships, request, owner, "services", service);
    json!({
        "attributes": {
            "parameters": listener.parameters,
            "source": listener.origin.attribute(&listener.name),
            "state": state(listener),
        },
        "id": listener.name,
        "relationships": relationships,
        "type": "listeners",
    })
}
