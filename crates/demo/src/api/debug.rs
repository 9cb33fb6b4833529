//! `/maxscale/debug`, `/maxscale/tls` and the balance of threads (rest-api.md 3.1).

use super::answer::{Answer, Outcome, Refusal};
use super::document::document;
use super::request::Request;
use crate::sql::connections::Connections;
use crate::world::World;
use serde_json::{Map, Value, json};

/// The bounds of `rebalance_threshold`.
const THRESHOLD: (i64, i64) = (5, 100);

/// `GET /maxscale/debug/monitor_wait`: every monitor looks once.
pub fn wait_for_monitors(world: &mut World) -> Outcome {
    let names: Vec<String> = world
        .monitors
        .iter()
        .filter(|monitor| monitor.running)
        .map(|monitor| monitor.name.clone())
        .collect();
    for name in names {
        world.wait_for_monitor(&name);
        world.tick(&name);
        world.wait_for_monitor(&name);
    }
    Ok(Answer::ok())
}

/// `GET /maxscale/debug/termination_in_process`
pub fn termination() -> Outcome {
    Ok(Answer::document(json!({ "termination_in_process": false })))
}

/// `GET /maxscale/debug/stacktrace`: the stacks of the threads, all of which wait.
pub fn stacks(world: &World, request: &Request) -> Outcome {
    let stack = ["start_thread", "maxbase::Worker::run", "epoll_wait"];
    let stacks = vec![stack; usize::try_from(world.threads()).unwrap_or(1) + 1];
    let mut answer = document(
        request,
        json!({ "attributes": { "profile": stacks }, "id": "profile", "type": "profile" }),
    )?;
    let link = json!({ "self": request.link(&["maxscale", "debug", "profile"]) });
    if let Some(fields) = answer.body.as_mut().and_then(Value::as_object_mut) {
        fields.insert("links".to_owned(), link);
    }
    Ok(answer)
}

/// `GET /maxscale/debug/server_diagnostics`: what the monitored servers say of themselves.
pub fn diagnostics(world: &World, sql: &Connections, request: &Request) -> Outcome {
    let mut attributes = Map::new();
    for server in world.servers.iter().filter(|server| world.monitor_of(&server.name).is_some()) {
        let said = match sql.server_state(world, &server.address()) {
            Some(server_state) => {
                let processes: Vec<Value> = server_state
                    .processes
                    .iter()
                    .map(|process| {
                        json!({
                            "Id": process.id.to_string(),
                            "User": process.user,
                            "Host": process.host,
                            "db": process.database.clone().unwrap_or_default(),
                            "Command": if process.statement.is_some() { "Query" } else { "Sleep" },
                            "Time": process.seconds.to_string(),
                            "State": "",
                            "Info": process.statement.clone().unwrap_or_default(),
                            "Progress": "0.000",
                        })
                    })
                    .collect();
                json!({
                    "engine_status": { "": "" },
                    "global_status": {
                        "Threads_connected": processes.len().to_string(),
                        "Uptime": server_state.uptime.to_string(),
                    },
                    "global_variables": {
                        "hostname": server_state.hostname,
                        "port": server_state.port.to_string(),
                        "read_only": if server_state.read_only { "ON" } else { "OFF" },
                        "server_id": server_state.server_id.to_string(),
                        "version": server_state.version,
                    },
                    "processlist": processes,
                })
            }
            None => {
                let host = server.address().host;
                json!({ "error": format!("Can't connect to server on '{host}' (115)") })
            }
        };
        attributes.insert(server.name.clone(), said);
    }
    document(
        request,
        json!({
            "attributes": attributes,
            "id": "server_diagnostics",
            "type": "server_diagnostics",
        }),
    )
}

/// The thread of that number.
///
/// # Errors
/// There is none.
pub fn thread(world: &World, id: &str) -> Result<u64, Refusal> {
    let number = id.parse().ok().filter(|number| *number < world.threads());
    number.ok_or_else(|| Refusal::not_found(id, "thread"))
}

/// `PUT /maxscale/debug/threads/:id/listen` and `unlisten`
///
/// # Errors
/// There is no such thread.
pub fn listen(world: &mut World, id: &str, listens: bool) -> Outcome {
    let number = thread(world, id)?;
    world.sessions.set_listening(number, listens);
    Ok(Answer::done())
}

/// `POST /maxscale/threads/:id/rebalance?sessions=N&recipient=T`
///
/// # Errors
/// What is asked for makes no sense.
pub fn rebalance_thread(world: &mut World, request: &Request, id: &str) -> Outcome {
    let from = thread(world, id)?;
    let sessions = request.query.get("sessions").filter(|text| !text.is_empty());
    let count = match sessions.map(|text| (text, text.parse::<i32>())) {
        None => i32::MAX,
        Some((_, Ok(count))) => count,
        Some((text, Err(_))) => {
            return Err(Refusal::because(format!(
                "'sessions' argument provided, but value '{text}' is not a valid integer."
            )));
        }
    };
    let recipient = request.query.get("recipient").unwrap_or_default();
    let to: i32 = recipient.parse().map_err(|_| {
        "'recipient' argument not provided, or value is not a valid integer.".to_owned()
    })?;
    let to = u64::try_from(to).ok().filter(|to| *to < world.threads()).ok_or_else(|| {
        format!("The 'recipient' value '{recipient}' does not refer to a worker.")
    })?;
    let count = usize::try_from(count).unwrap_or_default();
    let moved: Vec<u64> = world
        .sessions
        .values()
        .filter(|session| session.thread == from)
        .take(count)
        .map(|session| session.id)
        .collect();
    for id in moved {
        if let Some(session) = world.sessions.get_mut(&id) {
            session.thread = to;
        }
    }
    Ok(Answer::done())
}

/// `POST /maxscale/threads/rebalance?threshold=N`: the threads of this simulation are in balance.
///
/// # Errors
/// The threshold is none.
pub fn rebalance(request: &Request) -> Outcome {
    if let Some(text) = request.query.get("threshold").filter(|text| !text.is_empty()) {
        let number: i64 = text.parse().map_err(|_| format!("Invalid int: {text}"))?;
        let (least, most) = THRESHOLD;
        if number < least {
            return Err(Refusal::because(format!("Too small a int: {number}")));
        }
        if number > most {
            return Err(Refusal::because(format!("Too large a int: {number}")));
        }
    }
    Ok(Answer::done())
}
