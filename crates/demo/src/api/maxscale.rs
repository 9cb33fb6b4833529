//! `/maxscale` (rest-api.md 3.8).

use super::answer::{Answer, Outcome, Refusal};
use super::document::document;
use super::request::Request;
use super::time::{http_date, seconds_between};
use crate::objects::{defaults, metadata, validation};
use crate::world::World;
use http::header::HeaderName;
use serde_json::{Value, json};

/// The version that is simulated.
pub const VERSION: &str = "24.02.4";

/// `GET /maxscale`.
pub fn show(world: &World, request: &Request) -> Outcome {
    let started = http_date(world.started);
    let cache = world.core.get("query_classifier_cache_size");
    let attributes = json!({
        "activated_at": started,
        "commit": "f72af9927243f59f2b20cc835273dbe6dc158623",
        "config_sync": null,
        "parameters": world.core,
        "process_datadir": "/var/lib/maxscale/data20327",
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
                "nodename": "simulated",
                "release": "6.1.0",
                "sysname": "Linux",
                "version": "#1 SMP PREEMPT_DYNAMIC @0",
            },
        },
        "uptime": seconds_between(world.started, world.now),
        "version": VERSION,
    });
    let data = json!({ "attributes": attributes, "id": "maxscale", "type": "maxscale" });
    document(request, data)
}

/// `PATCH /maxscale`.
pub fn patch(world: &mut World, request: &Request) -> Outcome {
    let given = request.body()?.pointer("/data/attributes/parameters").and_then(Value::as_object);
    let Some(given) = given else {
        return Err(Refusal::because("Field '/data/attributes/parameters' is not defined"));
    };
    let Some(module) = metadata::module("maxscale") else {
        return Err(Refusal::not_simulated("parameters of MaxScale"));
    };
    let checked = validation::check_change(module, "maxscale", &world.core, given)?;
    refuse_too_many_threads(world, checked.get("threads"))?;
    let before = world.core.clone();
    world.core.extend(checked);
    world.note_switches(&before);
    let warning = "Saving runtime modifications to 'maxscale' in \
                   '/var/lib/maxscale/maxscale.cnf.d/maxscale.cnf'. The modified values will \
                   override the values found in the static configuration files.";
    if world.core == defaults::core() {
        return Ok(Answer::done());
    }
    Ok(Answer::done().with_header(HeaderName::from_static("mxs-warning"), warning))
}

fn refuse_too_many_threads(world: &World, asked: Option<&Value>) -> Result<(), Refusal> {
    let most = world.core.get("threads_max").and_then(Value::as_u64).unwrap_or(256);
    match asked.and_then(Value::as_u64) {
        Some(asked) if asked > most => Err(Refusal::because(format!(
            "MaxScale can have at most {most} routing threads; a request for {asked} cannot be \
             honored. The maximum can be increased with `threads_max`."
        ))),
        _ => Ok(()),
    }
}
