//! Creating and altering services.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{body, services};
use super::{new_name, refuse_no_text, relationship_body, stages, without};
use crate::objects::defaults::Defaults;
use crate::objects::names::ObjectNames;
use crate::objects::validation::Given;
use crate::objects::{Origin, rules, stage};
use crate::world::World;
use crate::world::configuration::Names;
use crate::world::resources::{Router, Service, Targets};
use serde_json::{Value, json};

/// Parameters that services show in another way.
const HIDDEN: [&str; 6] = ["type", "router", "servers", "targets", "cluster", "filters"];

/// `POST /services`: the service starts at once.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let given = request.body()?;
    refuse(world, given)?;
    body::text(given, "/data/id")?;
    let router = body::text(given, "/data/attributes/router")?;
    let name = new_name(world, given, "service")?;
    // MaxScale says nothing when there are no parameters.
    let parameters = body::parameters(request, given).ok_or(Refusal::all(Vec::new()))?;
    let mut parameters = body::without_nulls(parameters);
    let replaced = ["router", "servers", "targets", "cluster", "filter"];
    parameters.retain(|(name, _)| !replaced.contains(&name.as_str()));
    parameters.push(("router".to_owned(), json!(router)));
    relationships_as_parameters(given, &mut parameters);
    let service = new_service(world, &name, router, &parameters).map_err(|mut details| {
        details.push(format!("Could not create service '{name}' with module '{router}'"));
        Refusal::all(details)
    })?;
    world.services.push(service);
    world.save(&name);
    Ok(Answer::done())
}

fn ids(given: &Value, kind: &str) -> Vec<String> {
    let list = body::at(given, &format!("/data/relationships/{kind}/data"));
    let items = list.and_then(Value::as_array).into_iter().flatten();
    items.filter_map(|item| item.get("id")?.as_str()).map(str::to_owned).collect()
}

/// A service is created from parameters only.
fn relationships_as_parameters(given: &Value, parameters: &mut Given) {
    let (servers, mut targets) = (ids(given, "servers"), ids(given, "services"));
    let (name, value) = match ids(given, "monitors").first() {
        Some(cluster) => ("cluster", json!(cluster)),
        None if targets.is_empty() => ("servers", json!(servers)),
        None => {
            targets.extend(servers);
            ("targets", json!(targets))
        }
    };
    parameters.push((name.to_owned(), value));
    let filters = ids(given, "filters");
    if !filters.is_empty() {
        parameters.retain(|(name, _)| name != "filters");
        parameters.push(("filters".to_owned(), json!(filters)));
    }
}

fn new_service(
    world: &World,
    name: &str,
    router: &str,
    given: &Given,
) -> Result<Service, Vec<String>> {
    let known = world.modules().module(router).filter(|module| module.kind == "Router");
    let Some(module) = known else {
        stage::create(&stages::common("Router", world), given)?;
        return Err(Vec::new());
    };
    let checked = stage::create(&stages::service(module, world), given)?;
    let list = |key: &str| -> Vec<String> {
        let items = checked.get(key).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let filters = list("filters");
    if let Some(unknown) = filters.iter().find(|filter| !world.filters.has(filter)) {
        return Err(vec![format!("'{unknown}' is not a valid filter")]);
    }
    let cluster = checked.get("cluster").and_then(Value::as_str);
    let targets = match cluster {
        Some(cluster) => Targets::Monitor(cluster.to_owned()),
        None => Targets::Servers([list("servers"), list("targets")].concat()),
    };
    let mut parameters = Defaults::of(world.version).service(module.id());
    parameters.extend(without(checked, &HIDDEN));
    rules::implied(module.id(), &mut parameters);
    let router = Router::from_module(module.id());
    let mut service = Service::new(name, router, parameters, world.now);
    service.origin = Origin::Runtime;
    service.targets = targets;
    service.filters = filters;
    Ok(service)
}

/// Refuses what cannot be a service.
fn refuse(world: &World, given: &Value) -> Result<(), Refusal> {
    body::refuse_malformed(world, given)?;
    let has = |kind: &str| !ids(given, kind).is_empty();
    if has("monitors") && (has("servers") || has("services")) {
        return Err(Refusal::because(
            "A service must use either servers and services or monitors, not both",
        ));
    }
    refuse_no_text(given, "/data/attributes/router")
}

/// `PATCH /services/:n`.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    services::find(world, name)?;
    let given = request.body()?;
    refuse(world, given)?;
    if let Some(parameters) = body::parameters(request, given) {
        configure(world, name, &parameters)?;
    }
    relate_all(world, name, given)?;
    world.save(name);
    Ok(Answer::done())
}

fn configure(world: &mut World, name: &str, given: &Given) -> Result<(), Refusal> {
    let service = services::find(world, name)?;
    let fixed: Vec<String> = ["servers", "targets", "filters", "cluster"]
        .iter()
        .filter(|fixed| given.iter().any(|(name, value)| name == *fixed && !value.is_null()))
        .map(|fixed| format!("Parameter '{fixed}' cannot be modified at runtime"))
        .collect();
    if !fixed.is_empty() {
        return Err(fixed.into());
    }
    let module = world
        .modules()
        .module(service.router.module())
        .ok_or_else(|| Refusal::not_simulated("parameters of this service"))?;
    let checked = stage::alter(&stages::service(module, world), &service.parameters, given)?;
    if let Some(service) = world.service_mut(name) {
        service.parameters.extend(without(checked, &HIDDEN));
        rules::implied(module.id(), &mut service.parameters);
    }
    Ok(())
}

/// `PATCH /services/:n/relationships/KIND`.
pub fn relate(world: &mut World, request: &Request, name: &str, kind: &str) -> Outcome {
    services::find(world, name)?;
    if !matches!(kind, "servers" | "services" | "filters" | "monitors") {
        return Err(Refusal::no_such_path());
    }
    let given = relationship_body(request.body()?, kind)?;
    refuse(world, &given)?;
    relate_all(world, name, &given)?;
    world.save(name);
    Ok(Answer::done())
}

/// Gives a service the targets and filters that a body names.
fn relate_all(world: &mut World, name: &str, given: &Value) -> Result<(), Refusal> {
    let and_not = |what: &'static str| {
        move |mut problems: Vec<String>| {
            problems.push(format!("Could not find {what} that '{name}' relates to"));
            Refusal::all(problems)
        }
    };
    relate_to(world, name, given, "servers").map_err(and_not("all servers"))?;
    relate_to(world, name, given, "services").map_err(and_not("all services"))?;
    let filters = body::related(world, given, "filters").map_err(and_not("all filters"))?;
    if let (Some(filters), Some(service)) = (filters, world.service_mut(name)) {
        service.filters = filters;
    }
    relate_to(world, name, given, "monitors").map_err(and_not("the monitor"))
}

fn relate_to(world: &mut World, name: &str, given: &Value, kind: &str) -> Result<(), Vec<String>> {
    let Some(names) = body::related(world, given, kind)? else {
        return Ok(());
    };
    let new: Names = names.into_iter().collect();
    let old: Names = match world.service(name).map(|service| &service.targets) {
        Some(Targets::Monitor(monitor)) if kind == "monitors" => Names::from([monitor.clone()]),
        Some(Targets::Servers(targets)) => {
            let of_kind = |target: &&String| {
                world.kind_of(target).is_some_and(|known| format!("{known}s") == kind)
            };
            targets.iter().filter(of_kind).cloned().collect()
        }
        _ => Names::new(),
    };
    let parent = Names::from([name.to_owned()]);
    world.unlink(&old.difference(&new).cloned().collect(), &parent)?;
    world.link(&new.difference(&old).cloned().collect(), &parent)
}
