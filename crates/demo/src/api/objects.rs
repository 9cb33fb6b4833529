//! `/objects`: servers, services, monitors, filters and listeners in one collection (maxscale-25.md
//! 2.5).

use super::answer::{Outcome, Refusal};
use super::document::{collection, document};
use super::request::Request;
use super::{filters, listeners, monitors, servers, services};
use crate::world::World;
use serde_json::Value;

/// All objects.
pub fn list(world: &World, request: &Request) -> Outcome {
    let servers = world.servers.iter().map(|one| servers::resource(world, request, one));
    let services = world.services.iter().map(|one| services::resource(world, request, one));
    let monitors = world.monitors.iter().map(|one| monitors::resource(world, request, one));
    let filters = world.filters.iter().map(|one| filters::resource(world, request, one));
    let listeners = world.listeners.iter().map(|one| listeners::resource(world, request, one));
    collection(request, servers.chain(services).chain(monitors).chain(filters).chain(listeners))
}

/// One object, whatever it is.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    document(request, resource(world, request, name)?)
}

fn resource(world: &World, request: &Request, name: &str) -> Result<Value, Refusal> {
    Ok(match world.kind_of(name) {
        Some("server") => servers::resource(world, request, servers::find(world, name)?),
        Some("service") => services::resource(world, request, services::find(world, name)?),
        Some("monitor") => monitors::resource(world, request, monitors::find(world, name)?),
        Some("filter") => filters::resource(world, request, filters::find(world, name)?),
        Some("listener") => listeners::resource(world, request, listeners::find(world, name)?),
        _ => return Err(Refusal::not_found(name, "object")),
    })
}
