//! `/monitors` (rest-api.md 3.3).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{document, relate, related_resource};
use super::listing::listing;
use super::request::Request;
use super::server_info::server_info;
use crate::world::World;
use crate::world::resources::{Module, Monitor};
use serde_json::{Map, Value, json};

/// All monitors.
pub fn list(world: &World, request: &Request) -> Outcome {
    listing(request, world.monitors.iter(), |monitor| resource(world, request, monitor))
}

/// One monitor.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    let monitor = find(world, name)?;
    document(request, resource(world, request, monitor))
}

/// The monitor of that name.
///
/// # Errors
/// There is none.
pub fn find<'a>(world: &'a World, name: &str) -> Result<&'a Monitor, Refusal> {
    world.monitor(name).ok_or_else(|| Refusal::not_found(name, "monitor"))
}

/// `PUT /monitors/:n/stop`: states freeze.
pub fn stop(world: &mut World, name: &str) -> Outcome {
    if let Some(reason) = find(world, name)?.busy_with() {
        let text = format!("Could not stop monitor '{name}'. {reason}");
        return Err(Refusal::because(text));
    }
    world.stop_monitor(name);
    Ok(Answer::done())
}

/// `PUT /monitors/:n/start`.
pub fn start(world: &mut World, name: &str) -> Outcome {
    find(world, name)?;
    world.start_monitor(name);
    Ok(Answer::done())
}

/// `DELETE /monitors/:n`.
pub fn delete(world: &mut World, request: &Request, name: &str) -> Outcome {
    find(world, name)?;
    world.delete_monitor(name, request.query.is_on("force"))?;
    Ok(Answer::done())
}

/// A monitor as a resource.
#[must_use]
pub fn resource(world: &World, request: &Request, monitor: &Monitor) -> Value {
    let mut attributes = json!({
        "module": monitor.module.name(),
        "parameters": Value::Object(monitor.parameters.clone()),
        "source": world.source(&monitor.name, monitor.origin),
        "state": if monitor.running { "Running" } else { "Stopped" },
        "ticks": monitor.ticks,
    });
    if let (Value::Object(attributes), true) = (&mut attributes, monitor.running) {
        attributes.insert("monitor_diagnostics".to_owned(), diagnostics(world, monitor));
    }
    let mut relationships = Map::new();
    let owner = ["monitors", monitor.name.as_str()];
    relate(&mut relationships, request, owner, "servers", &monitor.servers);
    let services = world.services_of_monitor(&monitor.name);
    relate(&mut relationships, request, owner, "services", &services);
    related_resource(request, "monitors", &monitor.name, attributes, relationships)
}

fn diagnostics(world: &World, monitor: &Monitor) -> Value {
    let servers = monitor.servers.iter().filter_map(|name| world.server(name));
    let info = servers
        .map(|server| server_info(world.version, monitor, server))
        .filter(|info| !info.is_empty());
    let info: Vec<Map<String, Value>> = info.map(without_state_of_monitor).collect();
    match monitor.module {
        Module::MariaDb => {
            let mut diagnostics = json!({
                "master": monitor.primary,
                "master_gtid_domain_id": monitor.domain,
                "primary": monitor.uses_locks().then_some(monitor.owner),
                "server_info": info,
                "state": monitor.activity.describe(),
            });
            if let (Value::Object(fields), true) =
                (&mut diagnostics, world.version.tells_failback())
            {
                fields.insert("failback_master".to_owned(), Value::Null);
            }
            diagnostics
        }
        Module::Galera => galera(monitor, &info),
        Module::Other(_) => json!({}),
    }
}

/// The nodes tell nothing of their state here.
fn without_state_of_monitor(mut info: Map<String, Value>) -> Map<String, Value> {
    if info.contains_key("master_id") {
        info.remove("state_details");
    }
    info
}

fn galera(monitor: &Monitor, info: &[Map<String, Value>]) -> Value {
    let mut diagnostics = json!({
        "disable_master_failback": monitor.is_on("disable_master_failback"),
        "disable_master_role_setting": monitor.is_on("disable_master_role_setting"),
        "root_node_as_master": monitor.is_on("root_node_as_master"),
        "server_info": info,
        "set_donor_nodes": monitor.is_on("set_donor_nodes"),
        "use_priority": monitor.is_on("use_priority"),
    });
    if let (Value::Object(fields), Some((_, size))) = (&mut diagnostics, monitor.galera) {
        fields.insert("cluster_size".to_owned(), json!(size));
        fields.insert("cluster_uuid".to_owned(), json!("01a7bcd7-e6d5-11f1-b3d6-0a0e20e246a5"));
    }
    diagnostics
}
