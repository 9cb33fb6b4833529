//! `/servers`: what a server looks like, and what can be done with it (rest-api.md 3.2).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{document, relate, related_resource};
use super::fields::attribute;
use super::listing::listing;
use super::request::Request;
use super::server_info::server_info;
use super::status;
use super::time::http_date;
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::monitors::Change;
use crate::world::resources::{BOUNDS, Distribution, Flag, Server, ServerStatistics};
use serde_json::{Map, Value, json};

/// All servers.
pub fn list(world: &World, request: &Request) -> Outcome {
    listing(request, world.servers.iter(), |server| resource(world, request, server))
}

/// One server.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    let server = find(world, name)?;
    document(request, resource(world, request, server))
}

/// The server of that name.
///
/// # Errors
/// There is none.
pub fn find<'a>(world: &'a World, name: &str) -> Result<&'a Server, Refusal> {
    world.server(name).ok_or_else(|| Refusal::not_found(name, "server"))
}

/// `set` and `clear`.
pub fn change_state(world: &mut World, request: &Request, name: &str, sets: bool) -> Outcome {
    find(world, name)?;
    let option = request.query.get("state").unwrap_or_default();
    let flag = Flag::from_option(option)
        .ok_or_else(|| Refusal::because("Invalid or missing value for the `state` parameter"))?;
    let change = match (sets, request.query.is_on("force")) {
        (false, _) => Change::Clear,
        (true, false) => Change::Set,
        (true, true) => Change::SetByForce,
    };
    world.change_state(name, change, flag)?;
    Ok(Answer::done())
}

/// `DELETE /servers/:n`.
pub fn delete(world: &mut World, request: &Request, name: &str) -> Outcome {
    find(world, name)?;
    world.delete_server(name, request.query.is_on("force"))?;
    Ok(Answer::done())
}

/// A server as a resource.
#[must_use]
pub fn resource(world: &World, request: &Request, server: &Server) -> Value {
    let mut attributes = json!({
        "parameters": attribute(request, "servers", "parameters", || {
            Value::Object(parameters(server))
        }),
        "replication_lag": server.watch.as_ref().map_or(-1, |watch| watch.lag),
        "source": world.source(&server.name, server.origin),
        "state": server.state(),
        "statistics": attribute(request, "servers", "statistics", || {
            statistics(world.version, &server.statistics)
        }),
        "uptime": server.watch.as_ref().map_or(0, |watch| watch.uptime),
        "version_string": server.version,
    });
    if let (Value::Object(attributes), Some(watch)) = (&mut attributes, &server.watch) {
        attributes.insert("node_id".to_owned(), json!(watch.node_id));
        attributes.insert("master_id".to_owned(), json!(watch.master_id));
        attributes.insert("last_event".to_owned(), json!(watch.last_event));
        attributes.insert("triggered_at".to_owned(), json!(http_date(watch.triggered_at)));
        if let Some(monitor) = world.monitor_of(&server.name) {
            attributes.extend(server_info(world.version, monitor, server));
        }
        if server.status.has(Flag::LowDisk) {
            add_low_disk(attributes);
        }
    }
    if let (Value::Object(attributes), true) = (&mut attributes, world.version.has_status_split()) {
        let extra = attributes.remove("state_details").unwrap_or_else(|| json!(""));
        attributes.insert("status".to_owned(), status::split(server, extra));
    }
    related_resource(
        request,
        "servers",
        &server.name,
        attributes,
        relationships(world, request, server),
    )
}

/// A server that listens at a socket shows no address, whatever it had.
fn parameters(server: &Server) -> Map<String, Value> {
    let mut parameters = server.parameters.clone();
    if parameters.get("socket").is_some_and(Value::is_string) {
        for name in ["address", "port"] {
            parameters.insert(name.to_owned(), Value::Null);
        }
    }
    parameters
}

fn relationships(world: &World, request: &Request, server: &Server) -> Map<String, Value> {
    let mut relationships = Map::new();
    let owner = ["servers", server.name.as_str()];
    let monitor: Vec<String> =
        world.monitor_of(&server.name).map(|monitor| monitor.name.clone()).into_iter().collect();
    relate(&mut relationships, request, owner, "monitors", &monitor);
    let services = world.services_of_server(&server.name);
    relate(&mut relationships, request, owner, "services", &services);
    relationships
}

/// `Low disk space`, before whatever else the details say.
fn add_low_disk(attributes: &mut Map<String, Value>) {
    let low = "Low disk space";
    let details = match attributes.get("state_details").and_then(Value::as_str) {
        Some(others) => format!("{low}, {others}"),
        None => low.to_owned(),
    };
    attributes.insert("state_details".to_owned(), json!(details));
}

fn statistics(version: MaxScaleVersion, statistics: &ServerStatistics) -> Value {
    let mut shown = json!({
        "active_operations": statistics.active_operations,
        "adaptive_avg_select_time": statistics.select_time.text(),
        "connection_pool_empty": 0,
        "connections": statistics.connections,
        "failed_auths": 0,
        "max_connections": statistics.max_connections,
        "max_pool_size": 0,
        "persistent_connections": 0,
        "response_time_distribution": {
            "read": distribution("read", &statistics.reads),
            "write": distribution("write", &statistics.writes),
        },
        "reused_connections": 0,
        "routed_packets": statistics.routed_packets,
        "total_connections": statistics.total_connections,
    });
    if let (Value::Object(fields), true) = (&mut shown, version.counts_reads_and_writes()) {
        let reads = statistics.routed_packets.saturating_sub(statistics.routed_writes);
        fields.insert("routed_reads".to_owned(), json!(reads));
        fields.insert("routed_writes".to_owned(), json!(statistics.routed_writes));
    }
    shown
}

fn distribution(operation: &str, distribution: &Distribution) -> Value {
    let rows = BOUNDS.iter().zip(&distribution.ranges).map(|(bound, range)| {
        json!({ "count": range.count, "time": bound, "total": range.total.as_secs_f64() })
    });
    json!({ "distribution": rows.collect::<Vec<_>>(), "operation": operation, "range_base": 10 })
}
