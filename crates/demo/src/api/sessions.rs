//! `/sessions` (rest-api.md 3.7, recording sessions-live).

use super::answer::{Answer, Outcome, Refusal};
use super::document::{document, relate, related_resource};
use super::fields::attribute;
use super::listing::listing;
use super::request::{Request, leading_number};
use super::time::http_date;
use crate::world::World;
use crate::world::resources::Router;
use crate::world::sessions::{Backend, Buffers, Session};
use serde_json::{Map, Value, json};
use std::time::Duration;

/// The log levels that can be set for one session.
const LEVELS: [&str; 4] = ["log_error", "log_info", "log_notice", "log_warning"];

/// A session lives on until it is more whole seconds old than its time to live.
const MORE_THAN: Duration = Duration::from_secs(1);

/// All sessions.
pub fn list(world: &World, request: &Request) -> Outcome {
    listing(request, world.sessions.values(), |session| resource(world, request, session))
}

/// One session.
pub fn show(world: &World, request: &Request, id: &str) -> Outcome {
    let session = find(world, id)?;
    document(request, resource(world, request, session))
}

/// The session of that id.
///
/// # Errors
/// There is none: no body for a number, a text for anything else.
pub fn find<'a>(world: &'a World, id: &str) -> Result<&'a Session, Refusal> {
    let number: u64 = id.parse().map_err(|_| Refusal::not_found(id, "session"))?;
    world.sessions.get(&number).ok_or_else(Refusal::no_such_path)
}

/// `DELETE /sessions/:id`: at once, or after `ttl` seconds.
pub fn delete(world: &mut World, request: &Request, id: &str) -> Outcome {
    let id = find(world, id)?.id;
    match request.query.get("ttl").map(leading_number).filter(|seconds| *seconds > 0) {
        Some(seconds) => world.limit_session(id, MORE_THAN + Duration::from_secs(seconds)),
        None => drop(world.end_session(id)),
    }
    Ok(Answer::ok())
}

/// `POST /sessions/:id/restart`: takes up the current configuration, which is always current here.
pub fn restart(world: &World, id: &str) -> Outcome {
    find(world, id).map(|_| Answer::ok())
}

/// `PATCH /sessions/:id`: the log levels and the filters.
pub fn patch(world: &mut World, request: &Request, id: &str) -> Outcome {
    let id = find(world, id)?.id;
    let body = request.body()?;
    if let Some(filters) = body.pointer("/data/relationships/filters/data") {
        change_filters(world, id, filters)?;
    }
    let parameters = body.pointer("/data/attributes/parameters");
    if let Some(session) = world.sessions.get_mut(&id) {
        for level in LEVELS {
            match parameters.and_then(|parameters| parameters.get(level)).and_then(Value::as_bool) {
                Some(true) => session.logging.push(level.to_owned()),
                Some(false) => session.logging.retain(|known| known != level),
                None => {}
            }
        }
        session.logging.sort();
        session.logging.dedup();
    }
    Ok(Answer::ok())
}

/// `PATCH /sessions/:id/relationships/filters`. What is wrong with them is only logged.
pub fn set_filters(world: &mut World, request: &Request, id: &str) -> Outcome {
    let id = find(world, id)?.id;
    if let Some(filters) = request.body()?.get("data") {
        let silent = |refusal: Refusal| Refusal { details: Vec::new(), ..refusal };
        change_filters(world, id, filters).map_err(silent)?;
    }
    Ok(Answer::ok())
}

fn change_filters(world: &mut World, id: u64, given: &Value) -> Result<(), Refusal> {
    let mut names = Vec::new();
    for item in given.as_array().into_iter().flatten() {
        let name = item.get("id").and_then(Value::as_str).unwrap_or_default();
        if !world.filters.has(name) {
            return Err(Refusal::because(format!("Not a valid filter: {name}")));
        }
        names.push(name.to_owned());
    }
    if let Some(session) = world.sessions.get_mut(&id) {
        session.filters = Some(names);
    }
    Ok(())
}

fn resource(world: &World, request: &Request, session: &Session) -> Value {
    let connections: Vec<Value> = session
        .backends
        .iter()
        .map(|backend| {
            json!({
                "cipher": "",
                "connection_id": backend.connection_id,
                "server": backend.server,
            })
        })
        .collect();
    let alive = world.now.duration_since(session.connected).unwrap_or_default();
    let on = |level: &str| (level.to_owned(), json!(session.logging.iter().any(|l| l == level)));
    let mut attributes = json!({
        "client": attribute(request, "sessions", "client", || client(world, session)),
        "connected": http_date(session.connected),
        "connections": connections,
        "idle": session.idle(world.now).as_millis() as f64 / 1000.0,
        "io_activity": session.io_activity,
        "log": [],
        "memory": attribute(request, "sessions", "memory", || memory(world, session)),
        "parameters": LEVELS.map(on).into_iter().collect::<Map<_, _>>(),
        "port": session.port,
        "queries": [],
        "remote": session.remote,
        "state": "Session started",
        "thread": session.thread,
        "user": session.user,
    });
    if let (Value::Object(fields), true) = (&mut attributes, world.version.tells_age_of_sessions())
    {
        fields.insert("seconds_alive".to_owned(), json!(alive.as_secs_f64()));
    }
    let id = session.id.to_string();
    let mut relationships = Map::new();
    let service = std::slice::from_ref(&session.service);
    relate(&mut relationships, request, ["sessions", &id], "services", service);
    if let Some(filters) = &session.filters {
        relate(&mut relationships, request, ["sessions", &id], "filters", filters);
    }
    related_resource(request, "sessions", &id, attributes, relationships)
}

fn client(world: &World, session: &Session) -> Value {
    let mut client = json!({
        "cipher": "",
        "connection_attributes": {
            "_client_name": "libmariadb",
            "_client_version": "3.3.20",
            "_os": "Linux",
            "_pid": (20_000 + session.id).to_string(),
            "_platform": "x86_64",
            "_server_host": "127.0.0.1",
            "program_name": session.program.name(),
        },
    });
    let service = world.service(&session.service);
    let remembers = service.is_some_and(|service| service.router == Router::ReadWriteSplit);
    if let (Value::Object(fields), true) = (&mut client, remembers) {
        let history = session.history;
        for (name, count) in
            [("len", history), ("stored_metadata", 0), ("stored_responses", history)]
        {
            fields.insert(format!("sescmd_history_{name}"), json!(count));
        }
    }
    client
}

fn memory(world: &World, session: &Session) -> Value {
    let sizes = |buffers: Buffers| {
        json!({
            "misc": buffers.misc, "readq": buffers.read, "total": buffers.total(), "writeq": 0,
        })
    };
    let of_backend =
        |backend: &Backend| (backend.server.clone(), sizes(session.backend_buffers(backend)));
    let backends: Map<String, Value> = session.backends.iter().map(of_backend).collect();
    let history = world.history_memory(session);
    json!({
        "connection_buffers": {
            "backends": backends,
            "client": sizes(session.client_buffers()),
            "total": session.buffers(),
        },
        "exec_metadata": 0,
        "last_queries": 0,
        "sescmd_history": history,
        "total": session.buffers() + history,
        "variables": 0,
    })
}
