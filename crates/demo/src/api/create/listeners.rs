//! Creating and altering listeners.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::listeners;
use super::super::request::Request;
use super::{data, given, new_name, not_defined};
use crate::objects::{Origin, defaults, metadata, validation};
use crate::world::World;
use crate::world::service::Listener;
use serde_json::{Value, json};

/// `POST /listeners`.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let data = data(request)?;
    let given = given(data).ok_or_else(|| not_defined("/data/attributes/parameters"))?;
    let name = new_name(world, data, "listener")?;
    let pointer = "/relationships/services/data/0/id";
    let service = data.pointer(pointer).and_then(Value::as_str);
    let service = service.ok_or_else(|| not_defined(&format!("/data{pointer}")))?;
    if world.service(service).is_none() {
        return Err(Refusal::because(format!("'{service}' is not a valid service in MaxScale")));
    }
    let module = metadata::module("MariaDBProtocol")
        .ok_or_else(|| Refusal::not_simulated("parameters of listeners"))?;
    let mut parameters = defaults::listener();
    parameters.extend(validation::check(module, "listeners", given)?);
    parameters.insert("service".to_owned(), json!(service));
    let listener = Listener {
        name,
        service: service.to_owned(),
        parameters,
        origin: Origin::Runtime,
        running: true,
        failure: None,
    };
    refuse_taken_port(world, &listener)?;
    world.listeners.push(listener);
    Ok(Answer::done())
}

/// `PATCH /listeners/:n`: what the listener does with clients, not where it listens.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let listener = listeners::find(world, name)?;
    let given = given(data(request)?).cloned().unwrap_or_default();
    let module = metadata::module("MariaDBProtocol")
        .ok_or_else(|| Refusal::not_simulated("parameters of listeners"))?;
    let checked = validation::check_change(module, "listeners", &listener.parameters, &given)?;
    if let Some(listener) = world.listeners.get_mut(name) {
        listener.parameters.extend(checked);
    }
    Ok(Answer::done())
}

fn refuse_taken_port(world: &World, listener: &Listener) -> Result<(), Refusal> {
    let place = |listener: &Listener| {
        let parameter = |name| listener.parameters.get(name).cloned().unwrap_or_default();
        (parameter("address"), parameter("port"))
    };
    let (address, port) = place(listener);
    let other =
        world.listeners.iter().find(|other| place(other) == (address.clone(), port.clone()));
    match other {
        Some(other) => Err(Refusal::because(format!(
            "Listener '{}' already listens at [{}]:{port}",
            other.name,
            address.as_str().unwrap_or_default()
        ))),
        None => Ok(()),
    }
}
