//! Creating and altering servers.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{links, servers};
use super::{data, given, new_name, not_defined, relations};
use crate::objects::{Origin, Parameters, defaults, metadata, validation};
use crate::world::World;
use crate::world::server::Server;
use serde_json::Value;

/// `POST /servers`.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let data = data(request)?;
    let given = given(data).ok_or_else(|| not_defined("/data/attributes/parameters"))?;
    let name = new_name(world, data, "server")?;
    let checked = check(given)?;
    let has = |key: &str| checked.get(key).is_some_and(|value| !value.is_null());
    if has("address") == has("socket") {
        return Err(Refusal::because(
            "Missing a required parameter: either 'address' or 'socket' must be defined",
        ));
    }
    let mut parameters = defaults::server();
    parameters.extend(checked);
    let server = Server::new(&name, parameters, Origin::Runtime);
    refuse_taken_address(world, &server, "create")?;
    world.servers.push(server);
    link(world, data, &name)?;
    Ok(Answer::done())
}

/// `PATCH /servers/:n`.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let mut changed = servers::find(world, name)?.clone();
    let data = data(request)?;
    let checked = given(data).map(check).transpose()?.unwrap_or_default();
    let moves = checked.contains_key("address") || checked.contains_key("port");
    changed.parameters.extend(checked);
    if moves {
        refuse_taken_address(world, &changed, "update")?;
    }
    if let Some(server) = world.server_mut(name) {
        server.parameters = changed.parameters;
    }
    link(world, data, name)?;
    let monitor = world.monitor_of(name).map(|monitor| monitor.name.clone());
    if let Some(monitor) = monitor.filter(|_| given(data).is_some()) {
        world.bounce_monitor(&monitor);
    }
    Ok(Answer::done())
}

fn check(given: &Parameters) -> Result<Parameters, Refusal> {
    let module = metadata::module("servers")
        .ok_or_else(|| Refusal::not_simulated("parameters of servers"))?;
    let mut checked = validation::check(module, "servers", given)?;
    checked.retain(|name, _| !matches!(name.as_str(), "type" | "protocol" | "authenticator"));
    Ok(checked)
}

fn refuse_taken_address(world: &World, server: &Server, verb: &str) -> Result<(), Refusal> {
    let address = server.address();
    let other =
        world.servers.iter().find(|other| other.name != server.name && other.address() == address);
    match other {
        Some(other) => Err(Refusal::because(format!(
            "Cannot {verb} server '{}' at '[{}]:{}', server '{}' exists there already.",
            server.name, address.host, address.port, other.name
        ))),
        None => Ok(()),
    }
}

fn link(world: &mut World, data: &Value, name: &str) -> Result<(), Refusal> {
    for (kind, list) in relations(data) {
        let ids = links::ids(world, list, kind)?;
        match kind {
            "monitors" => links::set_monitor_of(world, name, &ids)?,
            "services" => links::set_services_of(world, name, &ids)?,
            _ => return Err(Refusal::because("Malformed relationship object")),
        }
    }
    Ok(())
}
