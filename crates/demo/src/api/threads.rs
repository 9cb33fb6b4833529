//! `/maxscale/threads`: the worker threads (rest-api.md 3.9).

use super::answer::{Outcome, Refusal};
use super::document::{collection, document};
use super::request::Request;
use super::time::seconds_between;
use crate::world::World;
use crate::world::sessions::Memory;
use serde_json::{Value, json};

/// Reads that a thread does in a second with nothing to do, for the monitors and for itself.
const IDLE_READS: u64 = 7;

/// Writes that it did when it started.
const FIRST_WRITES: u64 = 29;

/// What it watches beside clients and servers, now and ever.
const OWN_DESCRIPTORS: (u64, u64) = (6, 14);

/// Counters that later versions do not tell.
const INTERNALS: [&str; 9] = [
    "accepts",
    "avg_event_queue_length",
    "errors",
    "hangups",
    "max_event_queue_length",
    "max_exec_time",
    "max_queue_time",
    "reads",
    "writes",
];

/// `GET /maxscale/threads`.
pub fn list(world: &World, request: &Request) -> Outcome {
    collection(request, all(world).into_iter().map(|thread| resource(world, request, &thread)))
}

/// `GET /maxscale/threads/:id`.
pub fn show(world: &World, request: &Request, id: &str) -> Outcome {
    let number: Option<u64> = id.parse().ok();
    let thread = all(world).into_iter().find(|thread| Some(thread.id) == number);
    let thread = thread.ok_or_else(|| Refusal::not_found(id, "thread"))?;
    document(request, resource(world, request, &thread))
}

struct Thread {
    id: u64,
    memory: Memory,
    sessions: u64,
    descriptors: u64,
}

fn all(world: &World) -> Vec<Thread> {
    let idle = |(id, memory)| Thread { id, memory, sessions: 0, descriptors: 0 };
    let mut threads: Vec<Thread> = (0..).zip(world.memory()).map(idle).collect();
    for session in world.sessions.values() {
        let place = usize::try_from(session.thread).ok();
        if let Some(thread) = place.and_then(|place| threads.get_mut(place)) {
            thread.sessions += 1;
            thread.descriptors += 1 + session.backends.len() as u64;
        }
    }
    threads
}

fn resource(world: &World, request: &Request, thread: &Thread) -> Value {
    let id = thread.id.to_string();
    // The links of threads lack `/maxscale` in MaxScale too (rest-api.md 1.1).
    let mut stats = stats(world, thread);
    if let (Value::Object(fields), true) = (&mut stats, world.version.leaves_out_internals()) {
        INTERNALS.iter().for_each(|name| drop(fields.remove(*name)));
    }
    json!({
        "attributes": { "stats": stats },
        "id": id,
        "links": { "self": request.link(&["threads", &id]) },
        "type": "threads",
    })
}

fn stats(world: &World, thread: &Thread) -> Value {
    let worker = world.sessions.worker(thread.id);
    let load = worker.load(world.now);
    let alive = seconds_between(world.started, world.now);
    let (now, ever) = OWN_DESCRIPTORS;
    json!({
        "accepts": worker.accepts,
        "avg_event_queue_length": 1,
        "current_descriptors": now + thread.descriptors,
        "errors": 0,
        "hangups": 0,
        "listening": !worker.refuses_clients,
        "load": {
            "last_hour": load.hour, "last_minute": load.minute, "last_second": load.second,
        },
        "max_event_queue_length": 3 + worker.busiest.min(100),
        "max_exec_time": 0,
        "max_queue_time": 0,
        "memory": {
            "query_classifier": thread.memory.query_classifier,
            "sessions": thread.memory.sessions,
            "total": thread.memory.total(),
            "zombies": 0,
        },
        "query_classifier_cache": {
            "evictions": 0,
            "hits": worker.hits(),
            "inserts": worker.classified(),
            "misses": worker.classified(),
            "size": worker.classifier_memory(),
        },
        "reads": alive * IDLE_READS + worker.reads,
        "sessions": thread.sessions,
        "state": "Active",
        "total_descriptors": ever + worker.descriptors,
        "writes": FIRST_WRITES + worker.writes,
        "zombies": 0,
    })
}
