//! `…/relationships/…`: which objects belong together, shown and changed (rest-api.md 7.2).

use super::answer::{Answer, Outcome, Refusal};
use super::request::Request;
use super::{monitors, servers, services};
use crate::world::World;
use crate::world::service::Targets;
use serde_json::Value;

/// `GET …/relationships/KIND`: one relationship of a resource, 404 when it is empty.
pub fn show(resource: &Value, kind: &str) -> Outcome {
    let found = resource.get("relationships").and_then(|all| all.get(kind)).cloned();
    found.map(Answer::document).ok_or_else(Refusal::no_such_path)
}

/// `PATCH /servers/:n/relationships/KIND`.
pub fn of_server(world: &mut World, request: &Request, name: &str, kind: &str) -> Outcome {
    servers::find(world, name)?;
    let ids = ids(world, request.body()?.get("data"), kind)?;
    match kind {
        "monitors" => set_monitor_of(world, name, &ids)?,
        "services" => set_services_of(world, name, &ids)?,
        _ => return Err(Refusal::no_such_path()),
    }
    Ok(Answer::done())
}

/// `PATCH /monitors/:n/relationships/KIND`.
pub fn of_monitor(world: &mut World, request: &Request, name: &str, kind: &str) -> Outcome {
    monitors::refuse_while_busy(monitors::find(world, name)?)?;
    let ids = ids(world, request.body()?.get("data"), kind)?;
    match kind {
        "servers" => set_servers_of_monitor(world, name, ids)?,
        "services" => set_services_of_monitor(world, name, &ids),
        _ => return Err(Refusal::no_such_path()),
    }
    Ok(Answer::done())
}

/// `PATCH /services/:n/relationships/KIND`.
pub fn of_service(world: &mut World, request: &Request, name: &str, kind: &str) -> Outcome {
    services::find(world, name)?;
    let ids = ids(world, request.body()?.get("data"), kind)?;
    set_of_service(world, name, kind, ids)?;
    Ok(Answer::done())
}

/// Gives a service other servers, filters, or another monitor.
///
/// # Errors
/// The service's servers come from a monitor.
pub fn set_of_service(
    world: &mut World,
    name: &str,
    kind: &str,
    ids: Vec<String>,
) -> Result<(), Refusal> {
    let Some(service) = world.service_mut(name) else {
        return Err(Refusal::not_found(name, "service"));
    };
    match kind {
        "servers" => {
            if let Targets::Monitor(monitor) = &service.targets {
                return Err(Refusal::because(format!(
                    "The servers of the service '{name}' are defined by the monitor '{monitor}'. \
                     Servers cannot explicitly be added to the service."
                )));
            }
            service.targets = Targets::Servers(ids);
        }
        "filters" => service.filters = ids,
        "monitors" => {
            service.targets = ids
                .into_iter()
                .next()
                .map_or_else(|| Targets::Servers(Vec::new()), Targets::Monitor);
        }
        _ => return Err(Refusal::no_such_path()),
    }
    Ok(())
}

/// Lets exactly these services use the monitor as their cluster.
pub fn set_services_of_monitor(world: &mut World, name: &str, ids: &[String]) {
    for service in world.services.iter_mut() {
        let uses = matches!(&service.targets, Targets::Monitor(monitor) if monitor == name);
        if ids.contains(&service.name) {
            service.targets = Targets::Monitor(name.to_owned());
        } else if uses {
            service.targets = Targets::Servers(Vec::new());
        }
    }
}

/// Gives a monitor other servers.
///
/// # Errors
/// One of them has a monitor already.
pub fn set_servers_of_monitor(
    world: &mut World,
    name: &str,
    servers: Vec<String>,
) -> Result<(), Refusal> {
    for server in &servers {
        let other = world.monitor_of(server).filter(|monitor| monitor.name != name);
        if let Some(other) = other {
            return Err(Refusal::because(format!(
                "Server '{server}' is already monitored by '{}', cannot add it to another monitor.",
                other.name
            )));
        }
    }
    world.set_monitor_servers(name, servers);
    Ok(())
}

/// Gives a server another monitor, or none.
///
/// # Errors
/// It cannot have two.
pub fn set_monitor_of(world: &mut World, server: &str, ids: &[String]) -> Result<(), Refusal> {
    let wanted = ids.first();
    let current = world.monitor_of(server).map(|monitor| monitor.name.clone());
    if let (Some(current), Some(wanted)) = (&current, wanted)
        && current == wanted
    {
        return Ok(());
    }
    for (monitor, add) in [(current.as_ref(), false), (wanted, true)] {
        let Some(found) = monitor.and_then(|name| world.monitor(name)) else {
            continue;
        };
        monitors::refuse_while_busy(found)?;
        let name = found.name.clone();
        let mut servers = found.servers.clone();
        servers.retain(|other| other != server);
        if add {
            servers.push(server.to_owned());
        }
        world.set_monitor_servers(&name, servers);
    }
    Ok(())
}

/// Lets exactly these services use the server.
///
/// # Errors
/// The servers of one of them come from a monitor.
pub fn set_services_of(world: &mut World, server: &str, ids: &[String]) -> Result<(), Refusal> {
    let by_monitor = |service: &&crate::world::service::Service| {
        matches!(service.targets, Targets::Monitor(_)) && ids.contains(&service.name)
    };
    let through_monitor = world.services_of_server(server);
    let blocked = world
        .services
        .iter()
        .find(|service| by_monitor(service) && !through_monitor.contains(&service.name));
    if let Some(Targets::Monitor(monitor)) = blocked.map(|service| &service.targets) {
        let name = blocked.map(|service| service.name.as_str()).unwrap_or_default();
        return Err(Refusal::because(format!(
            "The servers of the service '{name}' are defined by the monitor '{monitor}'. Servers \
             cannot explicitly be added to the service."
        )));
    }
    for service in world.services.iter_mut() {
        if let Targets::Servers(servers) = &mut service.targets {
            servers.retain(|other| other != server);
            if ids.contains(&service.name) {
                servers.push(server.to_owned());
            }
        }
    }
    Ok(())
}

/// The ids of a list of relations of one kind, all of which have to exist.
///
/// # Errors
/// It is no list, an entry is malformed or of another kind, or an object does not exist.
pub fn ids(world: &World, data: Option<&Value>, kind: &str) -> Result<Vec<String>, Refusal> {
    let list = match data {
        Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        _ => return Err(Refusal::because("Field '/data' is not an array")),
    };
    list.iter().map(|entry| id(world, entry, kind)).collect()
}

fn id(world: &World, entry: &Value, kind: &str) -> Result<String, Refusal> {
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    let (Some(id), Some(given)) = (text("id"), text("type")) else {
        return Err(Refusal::because("Malformed relationship object"));
    };
    let exists = world.kind_of(id).is_some_and(|known| format!("{known}s") == kind);
    if given != kind || !exists {
        return Err(Refusal::because(format!("'{id}' is not a valid object of type '{kind}'")));
    }
    Ok(id.to_owned())
}
