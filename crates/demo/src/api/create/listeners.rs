//! Creating and altering listeners.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{body, listeners};
use super::{new_name, not_defined, refuse_no_text, stages, without};
use crate::objects::defaults::Defaults;
use crate::objects::names::ObjectNames;
use crate::objects::validation::Given;
use crate::objects::values::no_library;
use crate::objects::{Origin, Parameters, rules, stage};
use crate::world::World;
use crate::world::resources::Listener;
use serde_json::{Value, json};

/// The parameters of the protocol module, in an object of its name.
const PROTOCOL: &str = "MariaDBProtocol";

/// `POST /listeners`, and `POST /services/:n/listeners` for the service of that name.
pub fn create(world: &mut World, request: &Request, service: Option<&str>) -> Outcome {
    let given = request.body()?;
    let service = match service {
        Some(service) => service.to_owned(),
        None => service_of(world, given)?,
    };
    body::text(given, "/data/id")?;
    let parameters = body::parameters(request, given).ok_or_else(|| no_parameters(given))?;
    refuse_types(&parameters)?;
    body::refuse_name(body::text(given, "/data/id")?)?;
    let name = new_name(world, given, "listener")?;
    let mut parameters = body::without_nulls(parameters);
    parameters.retain(|(name, _)| name != "service");
    parameters.push(("service".to_owned(), json!(service)));
    let checked = stage::create(&stages::listener(world), &parameters)?;
    let mut shown = Defaults::of(world.version).listener();
    shown.extend(without(checked, &["type"]));
    shown.insert(PROTOCOL.to_owned(), protocol(world, &parameters));
    if let Some(problem) = rules::listener_configured(&name, &shown) {
        return Err(Refusal::because(problem));
    }
    let origin = Origin::Runtime;
    let listener = Listener {
        name: name.clone(),
        service,
        parameters: shown,
        origin,
        running: true,
        failure: None,
    };
    refuse_authenticators(world, &listener.parameters)?;
    world.refuse_place(&listener.parameters)?;
    world.listeners.push(listener);
    world.save(&name);
    Ok(Answer::done())
}

fn service_of(world: &World, given: &Value) -> Result<String, Refusal> {
    let pointer = "/data/relationships/services/data/0/id";
    let id = body::at(given, pointer).ok_or_else(|| not_defined(pointer))?;
    let Some(name) = id.as_str() else {
        return Err(Refusal::because(format!("Field '{pointer}' is not a string")));
    };
    match world.service(name) {
        Some(service) => Ok(service.name.clone()),
        None => Err(Refusal::because(format!("'{name}' is not a valid service in MaxScale"))),
    }
}

fn no_parameters(given: &Value) -> Refusal {
    let pointer = "/data/attributes/parameters";
    Refusal::because(match body::at(given, pointer) {
        Some(_) => format!("Value '{pointer}' is not an object"),
        None => format!("Value not found: '{pointer}'"),
    })
}

/// Some parameters are looked at before all others.
fn refuse_types(given: &Given) -> Result<(), Refusal> {
    let of = |name: &str| given.iter().find(|(other, _)| other == name).map(|(_, value)| value);
    let port = of("port").filter(|value| !value.is_null());
    let problem = match port {
        Some(value) if !value.is_i64() => {
            Some(format!("Parameter 'port' is not an integer but {}", kind(value)))
        }
        Some(value) if value.as_i64().is_some_and(|port| port < 0) => {
            Some("Parameter 'port' is a negative integer".to_owned())
        }
        _ => None,
    };
    let texts = ["address", "authenticator", "authenticator_options"];
    let wrong = texts.iter().find_map(|name| {
        let value = of(name).filter(|value| !value.is_null() && !value.is_string())?;
        Some(format!("Parameter '{name}' is not a string but {}", kind(value)))
    });
    problem.or(wrong).map_or(Ok(()), |problem| Err(Refusal::because(problem)))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        Value::String(_) => "a string",
        Value::Number(number) if number.is_f64() => "a real number",
        Value::Number(_) => "an integer",
        Value::Bool(_) => "a boolean",
        Value::Null => "a null value",
    }
}

/// What the protocol module is set to: its defaults, unless something is given.
fn protocol(world: &World, given: &Given) -> Value {
    let mut own = Defaults::of(world.version).protocol();
    let is_own = |name: &str| name.eq_ignore_ascii_case(PROTOCOL);
    let given = given.iter().find(|(name, _)| is_own(name));
    own.extend(given.and_then(|(_, value)| value.as_object().cloned()).unwrap_or_default());
    Value::Object(own)
}

/// `PATCH /listeners/:n`: what the listener does with clients, not where it listens.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let listener = listeners::find(world, name)?;
    let given = request.body()?;
    body::refuse_malformed(world, given)?;
    refuse_no_text(given, "/data/attributes/router")?;
    let Some(parameters) = body::parameters(request, given) else {
        // MaxScale says nothing about it.
        return Err(Refusal::all(Vec::new()));
    };
    let current = without(listener.parameters.clone(), &[PROTOCOL]);
    let mut checked = stage::alter(&stages::listener(world), &current, &parameters)?;
    checked.insert(PROTOCOL.to_owned(), protocol(world, &parameters));
    if let Some(listener) = world.listeners.get_mut(name) {
        listener.parameters.extend(without(checked, &["type"]));
    }
    world.save(name);
    Ok(Answer::done())
}

/// Refuses ways to sign in that there are not.
fn refuse_authenticators(world: &World, parameters: &Parameters) -> Result<(), Refusal> {
    let given = parameters.get("authenticator").and_then(Value::as_str).unwrap_or_default();
    for name in given.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let found = world.modules().module(name);
        let reason = match found {
            Some(module) if module.kind == "Authenticator" => continue,
            Some(module) => {
                let kind = module.kind.to_lowercase();
                format!("Module '{name}' is a {kind}, not an authenticator.")
            }
            None => no_library(name),
        };
        let text = format!("Failed to initialize authenticator module '{name}'.");
        return Err(Refusal::all(vec![reason, text]));
    }
    Ok(())
}
