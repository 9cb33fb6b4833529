//! `/maxscale/memory` (rest-api.md 3.9).

use super::answer::Outcome;
use super::document::document;
use super::request::Request;
use crate::world::World;
use crate::world::sessions::Memory;
use serde_json::{Value, json};

/// `GET /maxscale/memory`
pub fn show(world: &World, request: &Request) -> Outcome {
    let threads = world.memory();
    let sum = |pick: fn(&Memory) -> u64| threads.iter().map(pick).sum();
    let process = Memory {
        query_classifier: sum(|memory| memory.query_classifier),
        sessions: sum(|memory| memory.sessions),
    };
    let data = json!({
        "attributes": {
            "process": usage(process),
            "threads": threads.iter().map(|memory| usage(*memory)).collect::<Vec<_>>(),
        },
        "id": "memory",
        "type": "memory",
    });
    document(request, data)
}

fn usage(memory: Memory) -> Value {
    json!({
        "query_classifier": memory.query_classifier,
        "sessions": memory.sessions,
        "total": memory.total(),
        "zombies": 0,
    })
}
