//! `/maxscale` (rest-api.md 3.8).

use super::answer::{Answer, Outcome, Refusal};
use super::body;
use super::create;
use super::document::document;
use super::request::Request;
use super::time::{http_date, seconds_between};
use crate::objects::validation::{Given, merge};
use crate::objects::{Parameters, rules, stage};
use crate::world::World;
use crate::world::configuration::HOST;
use serde_json::{Value, json};

/// `GET /maxscale`.
pub fn show(world: &World, request: &Request) -> Outcome {
    let started = http_date(world.started);
    let cache = world.core.get("query_classifier_cache_size");
    let mut attributes = json!({
        "activated_at": started,
        "commit": world.version.commit(),
        "config_sync": world.sync_status(),
        "parameters": world.core,
        "started_at": started,
        "system": {
            "machine": {
                "cores_available": 2,
                "cores_physical": 2,
                "cores_virtual": 2.0,
                "memory_available": 25_276_510_208_u64,
                "memory_physical": 25_276_510_208_u64,
            },
            "maxscale": { "query_classifier_cache_size": cache, "threads": world.threads() },
            "os": {
                "machine": "x86_64",
                "nodename": HOST,
                "release": "6.1.0",
                "sysname": "Linux",
                "version": "#1 SMP PREEMPT_DYNAMIC @0",
            },
        },
        "uptime": seconds_between(world.started, world.now),
        "version": world.version.release(),
    });
    if let (Value::Object(fields), false) = (&mut attributes, world.version.leaves_out_internals())
    {
        fields.insert("process_datadir".to_owned(), json!("/var/lib/maxscale/data20327"));
    }
    let data = json!({ "attributes": attributes, "id": "maxscale", "type": "maxscale" });
    document(request, data)
}

/// Names of directories, which nobody can change and nothing is said about.
const DIRECTORIES: [&str; 10] = [
    "cachedir",
    "connector_plugindir",
    "datadir",
    "execdir",
    "language",
    "libdir",
    "logdir",
    "module_configdir",
    "persistdir",
    "piddir",
];

/// `PATCH /maxscale`.
pub fn patch(world: &mut World, request: &Request) -> Outcome {
    let given = request.body()?;
    body::refuse_malformed(world, given)?;
    let mut given = body::parameters(request, given).unwrap_or_default();
    given.retain(|(name, _)| !DIRECTORIES.contains(&name.as_str()));
    let mut current = world.core.clone();
    current.retain(|name, _| !DIRECTORIES.contains(&name.as_str()));
    let checked = check(world, &current, &given)?;
    let before = world.core.clone();
    world.core.extend(checked);
    world.note_switches(&before);
    world.note_throttling(&before);
    world.save("maxscale");
    Ok(Answer::done())
}

/// Checks what shall become of MaxScale's parameters, in its own order.
fn check(world: &World, current: &Parameters, given: &Given) -> Result<Parameters, Refusal> {
    let wanted = merge(current, given);
    let raw: Parameters = wanted.iter().cloned().collect();
    let stages = create::core_stages(world);
    let checked = match rules::core_before(&raw, world) {
        Some(problem) => Err(vec![problem]),
        None => stage::create(&stages, &wanted),
    };
    let mut problems = rules::core_after(&raw);
    let checked = match checked {
        Ok(checked) if problems.is_empty() => checked,
        Ok(_) => return Err(problems.into()),
        Err(mut first) => {
            first.append(&mut problems);
            return Err(first.into());
        }
    };
    problems.extend(rules::core_encryption(&checked));
    if problems.is_empty() {
        problems = stages.iter().flat_map(|stage| stage.check.fixed(current, &checked)).collect();
    }
    if problems.is_empty() { Ok(checked) } else { Err(problems.into()) }
}
