//! Creating and altering filters.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{body, filters};
use super::{new_name, refuse_no_text, stages, without};
use crate::objects::defaults::Defaults;
use crate::objects::names::ObjectNames;
use crate::objects::validation::Given;
use crate::objects::{Origin, Parameters, stage};
use crate::world::World;
use crate::world::resources::Filter;
use serde_json::{Value, json};

/// Parameters that filters show in another way.
const HIDDEN: [&str; 2] = ["type", "module"];

/// `POST /filters`.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let given = request.body()?;
    body::refuse_malformed(world, given)?;
    refuse_no_text(given, "/data/attributes/module")?;
    let name = new_name(world, given, "filter")?;
    let parameters = body::parameters(request, given).unwrap_or_default();
    let mut parameters = body::without_nulls(parameters);
    parameters.retain(|(name, _)| name != "module");
    let module = body::at(given, "/data/attributes/module").and_then(Value::as_str);
    parameters.extend(module.map(|module| ("module".to_owned(), json!(module))));
    let (module, parameters) = settle(world, module.unwrap_or_default(), &parameters)?;
    let origin = Origin::Runtime;
    world.filters.push(Filter { name: name.clone(), module, parameters, origin });
    world.save(&name);
    Ok(Answer::done())
}

fn settle(world: &World, module: &str, given: &Given) -> Result<(String, Parameters), Vec<String>> {
    let known = world.modules().module(module).filter(|module| module.kind == "Filter");
    let Some(module) = known else {
        stage::create(&stages::common("Filter", world), given)?;
        return Err(Vec::new());
    };
    let checked = stage::create(&stages::filter(module, world), given)?;
    let mut parameters = Defaults::of(world.version).filter(module.id());
    parameters.extend(without(checked, &HIDDEN));
    Ok((module.id().to_owned(), parameters))
}

/// `PATCH /filters/:n`.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let filter = filters::find(world, name)?;
    let given = request.body()?;
    body::refuse_malformed(world, given)?;
    refuse_no_text(given, "/data/attributes/module")?;
    let Some(parameters) = body::parameters(request, given) else {
        return Ok(Answer::done());
    };
    let module = world
        .modules()
        .module(&filter.module)
        .ok_or_else(|| Refusal::not_simulated("parameters of this filter"))?;
    let checked = {
        let own: Vec<_> = stages::filter(module, world).into_iter().skip(1).collect();
        stage::alter(&own, &filter.parameters, &parameters)?
    };
    if let Some(filter) = world.filters.get_mut(name) {
        filter.parameters.extend(checked);
    }
    world.save(name);
    Ok(Answer::done())
}
