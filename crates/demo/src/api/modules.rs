//! `/maxscale/modules`: what modules there are (rest-api.md 3.11, 5.1, 6.1).

use super::answer::{Answer, Outcome, Refusal};
use super::request::Request;
use crate::objects::metadata::{Command, LOADED, Module, Parameter, module, modules};
use serde_json::{Value, json};

/// The loaded modules, or all of them with `load=all`.
pub fn list(request: &Request) -> Outcome {
    let all = request.query.get("load") == Some("all");
    let listed = modules().iter().filter(|module| all || LOADED.contains(&module.id.as_str()));
    let items: Vec<Value> = listed.map(|module| resource(request, module)).collect();
    Ok(Answer::document(document(request, json!(items))))
}

/// One module.
pub fn show(request: &Request, id: &str) -> Outcome {
    let module = module(id).ok_or_else(|| Refusal::not_found(id, "module"))?;
    Ok(Answer::document(document(request, resource(request, module))))
}

/// The document's link is that of the collection, around one module too.
fn document(request: &Request, data: Value) -> Value {
    json!({ "data": data, "links": { "self": request.link(&["maxscale", "modules"]) } })
}

fn resource(request: &Request, module: &Module) -> Value {
    let commands: Vec<Value> =
        module.commands.iter().map(|item| command(request, &module.id, item)).collect();
    let parameters = module
        .parameters
        .as_ref()
        .map(|parameters| parameters.iter().map(parameter).collect::<Vec<_>>());
    let mut attributes = json!({
        "commands": commands,
        "description": description(module),
        "maturity": module.maturity,
        "module_type": module.kind,
        "parameters": parameters,
        "version": module.version,
    });
    let is_pseudo = module.kind == module.id;
    if let (Value::Object(fields), false) = (&mut attributes, is_pseudo) {
        fields.insert("api".to_owned(), json!(module.kind.to_lowercase()));
    }
    // The links of modules lack `/maxscale` in MaxScale too (rest-api.md 1.1).
    json!({
        "attributes": attributes,
        "id": module.id,
        "links": { "self": request.link(&["modules", &module.id]) },
        "type": "modules",
    })
}

fn description(module: &Module) -> String {
    format!("{} {}", module.kind, module.id)
}

/// Until parameters have descriptions, the name says it: `failover_timeout` → `Failover timeout`.
fn words(name: &str) -> String {
    let text = name.replace(['_', '-'], " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn parameter(parameter: &Parameter) -> Value {
    let mut value = json!({
        "description": words(&parameter.name),
        "mandatory": parameter.mandatory,
        "modifiable": parameter.modifiable,
        "name": parameter.name,
        "type": parameter.kind,
    });
    if let Value::Object(fields) = &mut value {
        let optional = [
            ("default_value", parameter.default_value.clone()),
            ("unit", parameter.unit.as_ref().map(|unit| json!(unit))),
            ("enum_values", parameter.enum_values.as_ref().map(|words| json!(words))),
            ("deprecated", parameter.deprecated.then_some(json!(true))),
        ];
        for (name, value) in optional {
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
    }
    value
}

fn command(request: &Request, module: &str, command: &Command) -> Value {
    let parameters: Vec<Value> = command
        .parameters
        .iter()
        .map(|kind| {
            let name = kind.trim_matches(['[', ']']).to_lowercase();
            json!({
                "description": words(&name),
                "required": !kind.starts_with('['),
                "type": kind,
            })
        })
        .collect();
    json!({
        "attributes": {
            "arg_max": parameters.len(),
            "arg_min": command.arg_min,
            "description": words(&command.id),
            "method": command.method,
            "parameters": parameters,
        },
        "id": command.id,
        "links": { "self": request.link(&["modules", module, &command.id]) },
        "type": "module_command",
    })
}
