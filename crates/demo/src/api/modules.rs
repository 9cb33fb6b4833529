//! `/maxscale/modules`: what modules there are (rest-api.md 3.11, 5.1, 6.1).

use super::answer::{Answer, Outcome, Refusal};
use super::request::Request;
use crate::objects::metadata::{Argument, Command, Module};
use crate::objects::names::ObjectNames;
use crate::objects::specification::Parameter;
use crate::world::World;
use serde_json::{Map, Value, json};

/// The loaded modules; `load=all` loads all of them first.
pub fn list(world: &mut World, request: &Request) -> Outcome {
    if request.query.get("load") == Some("all") {
        world.modules().all().iter().for_each(|module| world.load_module(module.id()));
    }
    let listed = world.modules().all().iter().filter(|module| world.has_loaded(module.id()));
    let items: Vec<Value> = listed.map(|module| resource(world, request, module)).collect();
    Ok(Answer::document(document(request, json!(items))))
}

/// One module, which is loaded for that.
pub fn show(world: &mut World, request: &Request, id: &str) -> Outcome {
    let is_pseudo = |module: &&Module| module.kind == module.id();
    let found = world.modules().module(id).filter(|module| !is_pseudo(module) || module.id() == id);
    let module = found.ok_or_else(|| Refusal::not_found(id, "module"))?;
    world.load_module(module.id());
    Ok(Answer::document(document(request, resource(world, request, module))))
}

/// The document's link is that of the collection, around one module too.
fn document(request: &Request, data: Value) -> Value {
    json!({ "data": data, "links": { "self": request.link(&["maxscale", "modules"]) } })
}

fn resource(world: &World, request: &Request, module: &Module) -> Value {
    let id = module.id();
    let commands: Vec<Value> =
        module.commands.iter().map(|item| command(request, id, item)).collect();
    let parameters = world.modules().listed(module);
    let further = world.version.describes_parameters_further();
    let described =
        |one: &Parameter| parameter(one, module.group_of(&one.name).filter(|_| further));
    let parameters = parameters.map(|all| all.into_iter().map(described).collect::<Vec<_>>());
    let mut attributes = json!({
        "commands": commands,
        "description": module.description,
        "maturity": module.maturity,
        "module_type": module.kind,
        "parameters": parameters,
        "version": module.version,
    });
    let is_pseudo = module.kind == id;
    if let (Value::Object(fields), false) = (&mut attributes, is_pseudo) {
        fields.insert("api".to_owned(), json!(module.kind.to_lowercase()));
        if world.version.describes_parameters_further() {
            fields.insert("groups".to_owned(), json!(module.groups));
        }
        if world.version.leaves_out_internals() {
            fields.remove("maturity");
            fields.remove("version");
        }
    }
    // The links of modules lack `/maxscale` in MaxScale too (rest-api.md 1.1).
    json!({
        "attributes": attributes,
        "id": id,
        "links": { "self": request.link(&["modules", id]) },
        "type": "modules",
    })
}

fn parameter(parameter: &Parameter, group: Option<&str>) -> Value {
    let described = json!({
        "description": parameter.description,
        "mandatory": parameter.mandatory,
        "modifiable": parameter.modifiable,
        "name": parameter.name,
        "type": parameter.kind,
    });
    let optional = [
        ("default_value", parameter.default_value.clone()),
        ("unit", parameter.unit.as_ref().map(|unit| json!(unit))),
        ("enum_values", parameter.enum_values.as_ref().map(|words| json!(words))),
        ("deprecated", parameter.deprecated.then_some(json!(true))),
        ("group", group.map(|group| json!(group))),
    ];
    let mut fields: Map<String, Value> = described.as_object().cloned().unwrap_or_default();
    for (name, value) in optional {
        fields.extend(value.map(|value| (name.to_owned(), value)));
    }
    Value::Object(fields)
}

fn command(request: &Request, module: &str, command: &Command) -> Value {
    let parameters: Vec<Value> = command.parameters.iter().map(argument).collect();
    let mut attributes = json!({
        "description": command.description,
        "method": command.method,
        "parameters": parameters,
    });
    if let (Value::Object(fields), false) = (&mut attributes, command.is_by_name()) {
        fields.insert("arg_max".to_owned(), json!(command.parameters.len()));
        fields.insert("arg_min".to_owned(), json!(command.arg_min));
    }
    json!({
        "attributes": attributes,
        "id": command.id,
        "links": { "self": request.link(&["modules", module, &command.id]) },
        "type": "module_command",
    })
}

fn argument(argument: &Argument) -> Value {
    let mut shown = json!({
        "description": argument.description,
        "required": argument.is_required(),
        "type": argument.kind,
    });
    if let (Value::Object(fields), Some(name)) = (&mut shown, &argument.name) {
        fields.insert("name".to_owned(), json!(name));
    }
    shown
}
