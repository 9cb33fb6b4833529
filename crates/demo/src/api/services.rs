//! `/services` (rest-api.md 3.4).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{document, relate, related_resource};
use super::fields::attribute;
use super::listeners;
use super::listing::listing;
use super::request::Request;
use super::service_statistics;
use super::time::http_date;
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::resources::{Listener, Service, Targets};
use serde_json::{Map, Value, json};
use std::time::Duration;

/// How long it takes to read the database users (recording lifecycle).
const READING: Duration = Duration::from_millis(20);

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
        found.map(|listener| listeners::resource(world, request, listener)).collect()
    };
    let mut attributes = json!({
        "connections": service.statistics.connections,
        "listeners": attribute(request, "services", "listeners", || Value::Array(listeners())),
        "parameters": attribute(request, "services", "parameters", || {
            Value::Object(service.parameters.clone())
        }),
        "router": service.router.module(),
        "router_diagnostics": service_statistics::diagnostics(world, service),
        "source": world.source(&service.name, service.origin),
        "started": http_date(service.started_at),
        "state": if service.started { "Started" } else { "Stopped" },
        "statistics": service_statistics::statistics(world.version, service),
        "total_connections": service.statistics.total_connections,
    });
    if let (Value::Object(attributes), true) = (&mut attributes, world.version.names_modules()) {
        attributes.insert("module".to_owned(), json!(service.router.module()));
    }
    // The database users are read when the first listener is there; that takes a moment.
    let listens = world.listeners.iter().any(|listener| of_service(&listener));
    if let (Value::Object(attributes), true) = (&mut attributes, listens) {
        let since_start = world.now.duration_since(service.started_at).unwrap_or_default();
        let users = if since_start < READING { json!([]) } else { database_users(world.version) };
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
        Targets::Servers(targets) => {
            let is_service = |name: &&String| world.service(name).is_some();
            let (services, servers): (Vec<&String>, _) = targets.iter().partition(is_service);
            for (kind, names) in [("servers", servers), ("services", services)] {
                let names: Vec<String> = names.into_iter().cloned().collect();
                relate(&mut relationships, request, owner, kind, &names);
            }
        }
    }
    relationships
}

/// What stands for the hash of a password.
const HASH: &str = "5EC2E7AB1D0F4C6392B8A7D41E60F93C8B25DA70";

/// The accounts of the simulated databases.
fn database_users(version: MaxScaleVersion) -> Value {
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
        let hash = if plugin.is_empty() { "" } else { HASH };
        let (name, ways) = if version.lists_plugins_of_users() {
            ("plugins", json!([{ "auth_string": hash, "plugin": plugin }]))
        } else {
            ("plugin", json!(plugin))
        };
        json!({
            "default_role": "",
            "global_priv": all,
            "host": host,
            (name): ways,
            "proxy_priv": false,
            "ssl": false,
            "super_priv": all,
            "user": user,
        })
    });
    json!(rows)
}
