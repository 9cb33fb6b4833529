//! `/services` (rest-api.md 3.4).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{document, relate, related_resource};
use super::fields::attribute;
use super::listeners;
use super::listing::listing;
use super::request::Request;
use super::time::{http_date, seconds_between};
use crate::world::World;
use crate::world::response_times::duration_text;
use crate::world::service::{Listener, Routed, Router, Service, Statistics, Targets};
use serde_json::{Map, Value, json};

/// All services.
pub fn list(world: &World, request: &Request) -> Outcome {
    listing(request, world.services.iter(), |service| resource(world, request, service))
}

/// One service.
pub fn show(world: &World, request: &Request, name: &str) -> Outcome {
    let service = find(world, name)?;
    document(request, resource(world, request, service))
}

/// The service of that name.
///
/// # Errors
/// There is none.
pub fn find<'a>(world: &'a World, name: &str) -> Result<&'a Service, Refusal> {
    world.service(name).ok_or_else(|| Refusal::not_found(name, "service"))
}

/// `PUT /services/:n/start` and `/stop`: the listeners; by force the sessions end too.
pub fn switch(world: &mut World, request: &Request, name: &str, on: bool) -> Outcome {
    find(world, name)?;
    if let Some(service) = world.service_mut(name) {
        service.started = on;
    }
    let of_service = world.listeners.iter_mut().filter(|listener| listener.service == name);
    of_service.for_each(|listener| listener.running = on);
    if !on && request.query.is_on("force") {
        world.end_sessions_of(name);
    }
    Ok(Answer::done())
}

/// `POST /services/:n/reload`: the database users are read again.
pub fn reload(world: &World, name: &str) -> Outcome {
    find(world, name)?;
    Ok(Answer::done())
}

/// `DELETE /services/:n`.
pub fn delete(world: &mut World, request: &Request, name: &str) -> Outcome {
    find(world, name)?;
    world.delete_service(name, request.query.is_on("force"))?;
    Ok(Answer::done())
}

/// A service as a resource.
#[must_use]
pub fn resource(world: &World, request: &Request, service: &Service) -> Value {
    let of_service = |listener: &&Listener| listener.service == service.name;
    let listeners = || {
        let found = world.listeners.iter().filter(of_service);
        found.map(|listener| listeners::resource(request, listener)).collect()
    };
    let mut attributes = json!({
        "connections": service.statistics.connections,
        "listeners": attribute(request, "services", "listeners", || Value::Array(listeners())),
        "parameters": attribute(request, "services", "parameters", || {
            Value::Object(service.parameters.clone())
        }),
        "router": service.router.module(),
        "router_diagnostics": diagnostics(world, service),
        "source": service.origin.attribute(&service.name),
        "started": http_date(service.started_at),
        "state": if service.started { "Started" } else { "Stopped" },
        "statistics": statistics(&service.statistics),
        "total_connections": service.statistics.total_connections,
    });
    // The database users are read when the first listener is there; that takes a moment.
    let listens = world.listeners.iter().any(|listener| of_service(&listener));
    if let (Value::Object(attributes), true) = (&mut attributes, listens) {
        let since_start = seconds_between(service.started_at, world.now);
        let users = if since_start == 0 { json!([]) } else { database_users() };
        attributes.insert("users".to_owned(), users);
        attributes.insert("users_last_update".to_owned(), json!(http_date(service.started_at)));
    }
    related_resource(
        request,
        "services",
        &service.name,
        attributes,
        relationships(world, request, service),
    )
}

fn relationships(world: &World, request: &Request, service: &Service) -> Map<String, Value> {
    let mut relationships = Map::new();
    let owner = ["services", service.name.as_str()];
    relate(&mut relationships, request, owner, "filters", &service.filters);
    let listeners = world.listeners_of_service(&service.name);
    relate(&mut relationships, request, owner, "listeners", &listeners);
    match &service.targets {
        Targets::Monitor(monitor) => {
            relate(&mut relationships, request, owner, "monitors", std::slice::from_ref(monitor));
        }
        Targets::Servers(servers) => {
            relate(&mut relationships, request, owner, "servers", servers);
        }
    }
    relationships
}

fn statistics(statistics: &Statistics) -> Value {
    let ended = statistics.ended.max(1) as f64;
    let packets: u64 = statistics.routed.values().map(|routed| routed.read + routed.write).sum();
    json!({
        "active_operations": 0,
        "avg_sescmd_history_length": 0.0,
        "avg_session_lifetime": statistics.lifetimes.as_secs_f64() / ended,
        "connections": statistics.connections,
        "failed_auths": 0,
        "max_connections": statistics.max_connections,
        "max_sescmd_history_length": 0,
        "max_session_lifetime": statistics.longest.as_secs(),
        "routed_packets": packets,
        "total_connections": statistics.total_connections,
    })
}

fn diagnostics(world: &World, service: &Service) -> Value {
    let statistics = &service.statistics;
    let rows: Vec<Value> = world
        .servers_of_service(service)
        .iter()
        .filter_map(|name| statistics.routed.get(name).map(|routed| row(service, name, *routed)))
        .collect();
    let queries = statistics.to_primary + statistics.to_replica;
    match service.router {
        Router::ReadWriteSplit => json!({
            "queries": queries,
            "replayed_transactions": 0,
            "ro_transactions": 0,
            "route_all": 0,
            "route_master": statistics.to_primary,
            "route_slave": statistics.to_replica,
            "rw_transactions": 0,
            "server_query_statistics": rows,
            "trx_max_size_exceeded": 0,
        }),
        Router::ReadConnection => json!({ "queries": queries, "server_query_statistics": rows }),
        Router::Other(_) => json!({}),
    }
}

fn row(service: &Service, server: &str, routed: Routed) -> Value {
    let statistics = &service.statistics;
    let lifetime = statistics.lifetimes.as_nanos() as f64 / statistics.ended.max(1) as f64;
    let per_session = routed.read / statistics.total_connections.max(1);
    let mut row = json!({
        "avg_sess_duration": duration_text(lifetime),
        "id": server,
        "read": routed.read,
        "total": routed.read + routed.write,
        "write": routed.write,
    });
    if let Value::Object(fields) = &mut row {
        let average = match service.router {
            Router::ReadConnection => "avg_queries_per_session",
            _ => "avg_selects_per_session",
        };
        fields.insert(average.to_owned(), json!(per_session));
        // Only known once a session has ended.
        if statistics.ended > 0 {
            fields.insert("avg_sess_active_pct".to_owned(), json!(0.0));
        }
    }
    row
}

/// The accounts of the simulated databases.
fn database_users() -> Value {
    let accounts = [
        ("PUBLIC", "", "", false),
        ("mariadb.sys", "localhost", "mysql_native_password", false),
        ("maxuser", "localhost", "mysql_native_password", true),
        ("maxuser", "%", "mysql_native_password", true),
        ("root", "127.0.0.1", "", true),
        ("root", "::1", "", true),
        ("root", "localhost", "", true),
    ];
    let rows = accounts.map(|(user, host, plugin, all)| {
        json!({
            "default_role": "",
            "global_priv": all,
            "host": host,
            "plugin": plugin,
            "proxy_priv": false,
            "ssl": false,
            "super_priv": all,
            "user": user,
        })
    });
    json!(rows)
}
