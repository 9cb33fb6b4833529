//! Creating and altering monitors.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{links, monitors};
use super::{data, given, new_name, not_defined, relations, without};
use crate::objects::{Origin, Parameters, defaults, metadata, validation};
use crate::world::World;
use crate::world::monitor::{Module, Monitor};
use serde_json::Value;

/// `POST /monitors`: the monitor starts at once.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let data = data(request)?;
    let module = data.pointer("/attributes/module").and_then(Value::as_str);
    let module_name = module.ok_or_else(|| not_defined("/data/attributes/module"))?;
    let name = new_name(world, data, "monitor")?;
    let fail = |mut details: Vec<String>| {
        details.push(format!("Could not create monitor '{name}' with module '{module_name}'"));
        Refusal::all(details)
    };
    let module = metadata::module(module_name)
        .filter(|module| module.kind == "Monitor")
        .ok_or_else(|| fail(vec![no_such_module(module_name)]))?;
    let given = given(data).cloned().unwrap_or_default();
    let missing = validation::missing(module, &module.id, &given);
    if !missing.is_empty() {
        return Err(fail(missing));
    }
    let checked = validation::check(module, &module.id, &without(&given, &["type", "module"]))?;
    let mut parameters = defaults::monitor(&module.id);
    parameters.extend(checked);
    use_account_for_replication(&mut parameters);
    let mut monitor = Monitor::new(&name, Module::from_name(&module.id), parameters, world.now);
    monitor.origin = Origin::Runtime;
    monitor.running = false;
    world.monitors.push(monitor);
    link(world, data, &name).map_err(|refusal| fail(refusal.details))?;
    world.start_monitor(&name);
    Ok(Answer::done())
}

/// `PATCH /monitors/:n`: the monitor is restarted.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let monitor = monitors::find(world, name)?;
    monitors::refuse_while_busy(monitor)?;
    let data = data(request)?;
    let module = metadata::module(monitor.module.name())
        .ok_or_else(|| Refusal::not_simulated("parameters of this monitor"))?;
    let given = given(data).map(|given| without(given, &["type", "module"])).unwrap_or_default();
    let checked = validation::check_change(module, &module.id, &monitor.parameters, &given)?;
    if let Some(monitor) = world.monitor_mut(name) {
        monitor.parameters.extend(checked);
    }
    link(world, data, name)?;
    world.restart_monitor(name);
    Ok(Answer::done())
}

/// Replication uses the monitor's account unless it has its own.
fn use_account_for_replication(parameters: &mut Parameters) {
    for (own, general) in [("replication_user", "user"), ("replication_password", "password")] {
        if parameters.get(own).is_some_and(Value::is_null) {
            let value = parameters.get(general).cloned().unwrap_or_default();
            parameters.insert(own.to_owned(), value);
        }
    }
}

fn no_such_module(name: &str) -> String {
    format!("module: '{name}' does not refer to a module, or refers to module of the wrong type.")
}

fn link(world: &mut World, data: &Value, name: &str) -> Result<(), Refusal> {
    for (kind, list) in relations(data) {
        let ids = links::ids(world, list, kind)?;
        match kind {
            "servers" => links::set_servers_of_monitor(world, name, ids)?,
            "services" => links::set_services_of_monitor(world, name, &ids),
            _ => return Err(Refusal::because("Malformed relationship object")),
        }
    }
    Ok(())
}
