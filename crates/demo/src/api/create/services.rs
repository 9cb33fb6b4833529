//! Creating and altering services.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{links, services};
use super::{data, given, new_name, not_defined, relations, without};
use crate::objects::{Origin, defaults, metadata, validation};
use crate::world::World;
use crate::world::service::{Router, Service};
use serde_json::Value;

/// `POST /services`: the service starts at once.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let data = data(request)?;
    let router = data.pointer("/attributes/router").and_then(Value::as_str);
    let router = router.ok_or_else(|| not_defined("/data/attributes/router"))?;
    let name = new_name(world, data, "service")?;
    let fail = |mut details: Vec<String>| {
        details.push(format!("Could not create service '{name}' with module '{router}'"));
        Refusal::all(details)
    };
    let module = metadata::module(router)
        .filter(|module| module.kind == "Router")
        .ok_or_else(|| fail(no_such_router(router)))?;
    let given = given(data).cloned().unwrap_or_default();
    let missing = validation::missing(module, "services", &given);
    if !missing.is_empty() {
        return Err(fail(missing));
    }
    let checked = validation::check(module, &module.id, &without(&given, &["type", "router"]))?;
    let mut parameters = defaults::service(&module.id);
    parameters.extend(checked);
    let mut service = Service::new(&name, Router::from_module(&module.id), parameters, world.now);
    service.origin = Origin::Runtime;
    world.services.push(service);
    link(world, data, &name).map_err(|refusal| fail(refusal.details))?;
    Ok(Answer::done())
}

/// `PATCH /services/:n`.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let service = services::find(world, name)?;
    let data = data(request)?;
    let module = metadata::module(service.router.module())
        .ok_or_else(|| Refusal::not_simulated("parameters of this service"))?;
    let given = given(data).map(|given| without(given, &["type", "router"])).unwrap_or_default();
    let checked = validation::check_change(module, &module.id, &service.parameters, &given)?;
    if let Some(service) = world.service_mut(name) {
        service.parameters.extend(checked);
    }
    link(world, data, name)?;
    Ok(Answer::done())
}

fn no_such_router(name: &str) -> Vec<String> {
    vec![
        format!(
            "Cannot access library file '/usr/lib64/maxscale/lib{name}.so'. Error 2: No such file \
             or directory"
        ),
        format!(
            "router: '{name}' does not refer to a module, or refers to module of the wrong type."
        ),
    ]
}

fn link(world: &mut World, data: &Value, name: &str) -> Result<(), Refusal> {
    for (kind, list) in relations(data) {
        let ids = links::ids(world, list, kind)?;
        links::set_of_service(world, name, kind, ids)?;
    }
    Ok(())
}
