//! Creating and altering filters.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::filters;
use super::super::request::Request;
use super::{data, given, new_name, not_defined, without};
use crate::objects::{Origin, defaults, metadata, validation};
use crate::world::World;
use crate::world::service::Filter;
use serde_json::Value;

/// `POST /filters`.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let data = data(request)?;
    let module = data.pointer("/attributes/module").and_then(Value::as_str);
    let module_name = module.ok_or_else(|| not_defined("/data/attributes/module"))?;
    let name = new_name(world, data, "filter")?;
    let module = metadata::module(module_name)
        .filter(|module| module.kind == "Filter")
        .ok_or_else(|| Refusal::because(format!("'{module_name}' is not a filter module")))?;
    let given = given(data).cloned().unwrap_or_default();
    let missing = validation::missing(module, &module.id, &given);
    if !missing.is_empty() {
        return Err(missing.into());
    }
    let mut parameters = defaults::filter(&module.id);
    parameters.extend(validation::check(module, &module.id, &without(&given, &["module"]))?);
    let origin = Origin::Runtime;
    world.filters.push(Filter { name, module: module.id.clone(), parameters, origin });
    Ok(Answer::done())
}

/// `PATCH /filters/:n`.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let filter = filters::find(world, name)?;
    let module = metadata::module(&filter.module)
        .ok_or_else(|| Refusal::not_simulated("parameters of this filter"))?;
    let given = given(data(request)?).map(|given| without(given, &["module"])).unwrap_or_default();
    let checked = validation::check_change(module, &module.id, &filter.parameters, &given)?;
    if let Some(filter) = world.filters.get_mut(name) {
        filter.parameters.extend(checked);
    }
    Ok(Answer::done())
}
