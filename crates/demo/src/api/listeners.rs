//! `/listeners` (rest-api.md 3.5).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{collection, document, relate};
use super::request::Request;
use crate::world::World;
use crate::world::resources::Listener;
use serde_json::{Map, Value, json};

/// All listeners, or those of a service.
pub fn list(world: &World, request: &Request, service: Option<&str>) -> Outcome {
    let wanted = |listener: &&Listener| service.is_none_or(|name| listener.service == name);
    let items =
        world.listeners.iter().filter(wanted).map(|listener| resource(world, request, listener));
    collection(request, items)
}

/// One listener.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    let listener = find(world, name)?;
    document(request, resource(world, request, listener))
}

/// One listener as that of a service.
pub fn show_of(world: &World, request: &Request, name: &str, service: &str) -> Outcome {
    refuse_other_service(find(world, name)?, service)?;
    show(world, request, name)
}

/// A listener of another service is not there.
fn refuse_other_service(listener: &Listener, service: &str) -> Result<(), Refusal> {
    if listener.service == service { Ok(()) } else { Err(Refusal::no_such_path()) }
}

/// The listener of that name.
///
/// # Errors
/// There is none.
pub fn find<'a>(world: &'a World, name: &str) -> Result<&'a Listener, Refusal> {
    world.listeners.get(name).ok_or_else(|| Refusal::not_found(name, "listener"))
}

/// `PUT /listeners/:n/start` and `/stop`; by force the sessions end too.
pub fn switch(world: &mut World, request: &Request, name: &str, on: bool) -> Outcome {
    let service = find(world, name)?.service.clone();
    if !on && request.query.is_on("force") {
        world.end_sessions_of(&service);
    }
    if let Some(listener) = world.listeners.get_mut(name) {
        listener.running = on;
        listener.failure = None;
    }
    Ok(Answer::done())
}

/// `DELETE /listeners/:n`, and as that of a service.
pub fn delete(world: &mut World, name: &str, service: Option<&str>) -> Outcome {
    let listener = find(world, name)?;
    service.map_or(Ok(()), |service| refuse_other_service(listener, service))?;
    world.delete_listener(name);
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
pub fn resource(world: &World, request: &Request, listener: &Listener) -> Value {
    let mut relationships = Map::new();
    let owner = ["listeners", listener.name.as_str()];
    let service = std::slice::from_ref(&listener.service);
    relate(&mut relationships, request, owner, "services", service);
    let mut attributes = json!({
        "parameters": listener.parameters,
        "source": world.source(&listener.name, listener.origin),
        "state": state(listener),
    });
    if let (Value::Object(fields), true) = (&mut attributes, world.version.names_modules()) {
        let module = listener.parameters.get("protocol").cloned().unwrap_or_default();
        fields.insert("module".to_owned(), module);
    }
    json!({
        "attributes": attributes,
        "id": listener.name,
        "relationships": relationships,
        "type": "listeners",
    })
}
