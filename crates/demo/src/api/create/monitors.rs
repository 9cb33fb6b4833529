//! Creating and altering monitors.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{body, monitors};
use super::{new_name, not_defined, refuse_no_text, relationship_body, stages, without};
use crate::objects::defaults::Defaults;
use crate::objects::names::ObjectNames;
use crate::objects::validation::Given;
use crate::objects::values::MASK;
use crate::objects::{Origin, Parameters, rules, stage};
use crate::world::World;
use crate::world::configuration::Names;
use crate::world::resources::{Module, Monitor};
use serde_json::{Value, json};

/// Parameters that monitors show in another way.
const HIDDEN: [&str; 3] = ["type", "module", "servers"];

/// `POST /monitors`: the monitor starts at once.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let given = request.body()?;
    refuse(world, given)?;
    let name = new_name(world, given, "monitor")?;
    let module_name = body::at(given, "/data/attributes/module").and_then(Value::as_str);
    let module_name = module_name.ok_or_else(|| not_defined("/data/attributes/module"))?;
    let parameters = body::parameters(request, given).unwrap_or_default();
    let mut parameters = body::without_nulls(parameters);
    set(&mut parameters, "module", json!(module_name));
    let servers = servers_of(world, given, None)?;
    if let Some(servers) = &servers {
        set(&mut parameters, "servers", json!(servers.join(",")));
    }
    let monitor = new_monitor(world, &name, module_name, &parameters).map_err(|mut details| {
        details.push(format!("Could not create monitor '{name}' with module '{module_name}'"));
        Refusal::all(details)
    })?;
    world.monitors.put_first(monitor);
    world.set_monitor_servers(&name, named_servers(&parameters));
    world.save(&name);
    world.start_monitor(&name);
    // What comes of the services is not told.
    if let Ok(Some(services)) = body::related(world, given, "services") {
        drop(world.link(&services.into_iter().collect(), &Names::from([name])));
    }
    Ok(Answer::done())
}

fn new_monitor(
    world: &World,
    name: &str,
    module_name: &str,
    given: &Given,
) -> Result<Monitor, Vec<String>> {
    let known = world.modules().module(module_name).filter(|module| module.kind == "Monitor");
    let Some(module) = known else {
        stage::create(&stages::common("Monitor", world), given)?;
        return Err(Vec::new());
    };
    let checked = stage::create(&stages::monitor(module, None, world), given)?;
    let mut parameters = Defaults::of(world.version).monitor(module.id());
    parameters.extend(without(checked, &HIDDEN));
    settle(&mut parameters);
    refuse_strangers(name, &parameters, &named_servers(given))?;
    let locked_out = is_masked(given) == Some(true);
    let mut monitor = Monitor::new(name, Module::from_name(module.id()), parameters, world.now);
    monitor.locked_out = locked_out;
    monitor.origin = Origin::Runtime;
    monitor.running = false;
    Ok(monitor)
}

/// Refuses what cannot be a new monitor.
fn refuse(world: &World, given: &Value) -> Result<(), Refusal> {
    body::refuse_malformed(world, given)?;
    let is_given =
        |name: &&&str| body::at(given, &format!("/data/attributes/parameters/{name}")).is_none();
    let missing = ["user", "password"].iter().find(is_given);
    let missing = missing.map(|name| format!("Mandatory parameter '{name}' is not defined"));
    let no_text = refuse_no_text(given, "/data/attributes/module").err();
    let details: Vec<String> = missing
        .into_iter()
        .chain(no_text.into_iter().flat_map(|refusal| refusal.details))
        .collect();
    if details.is_empty() { Ok(()) } else { Err(Refusal::all(details)) }
}

/// `PATCH /monitors/:n`: the monitor is restarted.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    monitors::find(world, name)?;
    let given = request.body()?;
    let parameters = body::parameters(request, given).unwrap_or_default();
    change(world, name, given, parameters)
}

/// `PATCH /monitors/:n/relationships/KIND`.
pub fn relate(world: &mut World, request: &Request, name: &str, kind: &str) -> Outcome {
    monitors::find(world, name)?;
    if !matches!(kind, "servers" | "services") {
        return Err(Refusal::no_such_path());
    }
    let given = relationship_body(request.body()?, kind)?;
    change(world, name, &given, Given::new())
}

fn change(world: &mut World, name: &str, given: &Value, mut parameters: Given) -> Outcome {
    body::refuse_shapeless(given)?;
    relate_services(world, name, given).map_err(|mut problems| {
        problems.push(format!("Could not find the service that '{name}' relates to"));
        Refusal::all(problems)
    })?;
    let servers = servers_of(world, given, Some(name))?;
    let monitor = monitors::find(world, name)?;
    if let Some(servers) = &servers {
        set(&mut parameters, "servers", json!(servers.join(",")));
    }
    let mut current = monitor.parameters.clone();
    current.insert("servers".to_owned(), json!(monitor.servers.join(",")));
    if let Some(reason) = monitor.busy_with() {
        return Err(Refusal::because(format!(
            "Reconfiguration of monitor '{name}' failed because monitor cannot be safely stopped. \
             {reason}"
        )));
    }
    let module = world
        .modules()
        .module(monitor.module.name())
        .ok_or_else(|| Refusal::not_simulated("parameters of this monitor"))?;
    let checked = stage::alter(&stages::monitor(module, Some(name), world), &current, &parameters)?;
    let servers = checked.get("servers").and_then(Value::as_str).unwrap_or_default();
    let servers: Vec<String> =
        servers.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    refuse_strangers(name, &checked, &servers)?;
    if let Some(monitor) = world.monitor_mut(name) {
        monitor.locked_out = is_masked(&parameters).unwrap_or(monitor.locked_out);
        monitor.parameters.extend(without(checked, &HIDDEN));
        settle(&mut monitor.parameters);
    }
    world.set_monitor_servers(name, servers);
    world.save(name);
    Ok(Answer::done())
}

/// Whether a password is given that is the stars that stand for one; `None` when none is given.
fn is_masked(given: &Given) -> Option<bool> {
    let (_, password) = given.iter().find(|(name, _)| name == "password")?;
    password.as_str().map(|password| password == MASK)
}

/// Refuses servers that a parameter names although the monitor does not look at them (recording
/// parameters-monitor).
fn refuse_strangers(
    monitor: &str,
    checked: &Parameters,
    servers: &[String],
) -> Result<(), Vec<String>> {
    let named = checked.get("servers_no_promotion").and_then(Value::as_str).unwrap_or_default();
    let named = named.split(',').filter(|name| !name.is_empty());
    let strangers = named.filter(|name| !servers.iter().any(|server| server == name));
    let problems: Vec<String> = strangers
        .map(|name| format!("Server '{name}' is not monitored by monitor '{monitor}'."))
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Lets exactly the services that a body names use the monitor.
fn relate_services(world: &mut World, name: &str, given: &Value) -> Result<(), Vec<String>> {
    let Some(names) = body::related(world, given, "services")? else {
        return Ok(());
    };
    let new: Names = names.into_iter().collect();
    let old: Names = world.services_of_monitor(name).into_iter().collect();
    let parent = Names::from([name.to_owned()]);
    world.unlink(&old.difference(&new).cloned().collect(), &parent)?;
    world.link(&new.difference(&old).cloned().collect(), &parent)
}

/// The servers that a body names; `None` when it does not speak of them.
fn servers_of(
    world: &World,
    given: &Value,
    own: Option<&str>,
) -> Result<Option<Vec<String>>, Refusal> {
    let Some(servers) = body::related(world, given, "servers")? else {
        return Ok(None);
    };
    for (index, server) in servers.iter().enumerate() {
        let other = world.monitor_of(server).map(|monitor| monitor.name.as_str());
        if let (Some(own), Some(other)) = (own, other)
            && own != other
        {
            let text = format!("Server '{server}' is already monitored by '{other}'.");
            return Err(Refusal::because(text));
        }
        if servers.iter().take(index).any(|earlier| earlier == server) {
            let text = format!("Cannot add server '{server}' to the same monitor twice.");
            return Err(Refusal::because(text));
        }
    }
    Ok(Some(servers))
}

fn named_servers(given: &Given) -> Vec<String> {
    let servers = given.iter().find(|(name, _)| name == "servers");
    let text = servers.and_then(|(_, value)| value.as_str()).unwrap_or_default();
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn set(given: &mut Given, name: &str, value: Value) {
    given.retain(|(other, _)| other != name);
    given.push((name.to_owned(), value));
}

/// Fills in what follows from other parameters.
fn settle(parameters: &mut Parameters) {
    rules::simple_topology(parameters);
    let has_none = parameters.get("replication_user").is_some_and(Value::is_null);
    if has_none {
        for (own, general) in [("replication_user", "user"), ("replication_password", "password")] {
            let value = parameters.get(general).cloned().unwrap_or_default();
            parameters.insert(own.to_owned(), value);
        }
    }
}
