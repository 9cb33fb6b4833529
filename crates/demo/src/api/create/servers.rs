//! Creating and altering servers.

use super::super::answer::{Answer, Outcome, Refusal};
use super::super::request::Request;
use super::super::{body, servers};
use super::{new_name, not_defined, relationship_body, stages, without};
use crate::objects::defaults::Defaults;
use crate::objects::{Origin, Parameters, stage};
use crate::world::World;
use crate::world::configuration::Names;
use crate::world::resources::Server;
use serde_json::Value;

/// Parameters that servers accept and do not show.
const HIDDEN: [&str; 3] = ["type", "protocol", "authenticator"];

/// `POST /servers`.
pub fn create(world: &mut World, request: &Request) -> Outcome {
    let given = request.body()?;
    body::refuse_malformed(world, given)?;
    let parameters = body::parameters(request, given)
        .ok_or_else(|| not_defined("/data/attributes/parameters"))?;
    let mut parents = Names::new();
    for kind in ["services", "monitors"] {
        parents.extend(body::related(world, given, kind)?.unwrap_or_default());
    }
    let name = new_name(world, given, "server")?;
    let checked = stage::create(&stages::server(world), &body::without_nulls(parameters))?;
    let mut parameters = Defaults::of(world.version).server();
    parameters.extend(without(checked, &HIDDEN));
    let server = Server::new(&name, parameters, Origin::Runtime);
    if let Some(other) = at_same_place(world, &server) {
        return Err(taken("create", "at", &name, other));
    }
    world.servers.push(server);
    if let Err(mut problems) = world.link(&Names::from([name.clone()]), &parents) {
        // MaxScale takes the server away again, unless it is in use already.
        problems.extend(world.delete_server(&name, false).err().unwrap_or_default());
        return Err(problems.into());
    }
    world.save(&name);
    Ok(Answer::done())
}

/// `PATCH /servers/:n`.
pub fn alter(world: &mut World, request: &Request, name: &str) -> Outcome {
    let server = servers::find(world, name)?;
    let given = request.body()?;
    body::refuse_shapeless(given)?;
    let parameters = match body::at(given, "/data/attributes/parameters") {
        Some(_) => Some(changed(world, request, server, given)?),
        None => None,
    };
    relate_to(world, name, given)?;
    if let Some((parameters, problems)) = parameters {
        if !problems.is_empty() {
            return Err(problems.into());
        }
        if let Some(server) = world.server_mut(name) {
            server.parameters.extend(parameters);
        }
        world.save(name);
        let monitor = world.monitor_of(name).map(|monitor| monitor.name.clone());
        if let Some(monitor) = monitor {
            world.bounce_monitor(&monitor);
        }
    }
    Ok(Answer::done())
}

/// What a server's parameters become, and the problems that come up last.
///
/// A null takes a parameter out of what is checked, but leaves it as it is.
fn changed(
    world: &World,
    request: &Request,
    server: &Server,
    given: &Value,
) -> Result<(Parameters, Vec<String>), Refusal> {
    let given = body::parameters(request, given).unwrap_or_default();
    let mut current = server.parameters.clone();
    current.retain(|name, _| !given.iter().any(|(other, value)| other == name && value.is_null()));
    let wanted = crate::objects::validation::merge(&current, &given);
    let stages = stages::server(world);
    let checked = stage::create(&stages, &wanted)?;
    let mut moved = server.clone();
    moved.parameters.extend(checked.clone());
    if let Some(other) = at_same_place(world, &moved) {
        return Err(taken("update", "to", &server.name, other));
    }
    let fixed = stages.iter().flat_map(|stage| stage.check.fixed(&server.parameters, &checked));
    let problems = fixed.collect();
    Ok((without(checked, &HIDDEN), problems))
}

/// `PATCH /servers/:n/relationships/KIND`.
pub fn relate(world: &mut World, request: &Request, name: &str, kind: &str) -> Outcome {
    servers::find(world, name)?;
    if !matches!(kind, "services" | "monitors") {
        return Err(Refusal::no_such_path());
    }
    let given = relationship_body(request.body()?, kind)?;
    relate_to(world, name, &given)?;
    Ok(Answer::done())
}

/// Gives a server the services and monitor that a body names.
fn relate_to(world: &mut World, name: &str, given: &Value) -> Result<(), Refusal> {
    let (mut old, mut new) = (Names::new(), Names::new());
    for kind in ["services", "monitors"] {
        let Some(names) = body::related(world, given, kind)? else {
            continue;
        };
        new.extend(names);
        old.extend(match kind {
            "services" => world.services_of_server(name),
            _ => world.monitor_of(name).map(|monitor| monitor.name.clone()).into_iter().collect(),
        });
    }
    let child = Names::from([name.to_owned()]);
    world.unlink(&child, &old.difference(&new).cloned().collect())?;
    world.link(&child, &new.difference(&old).cloned().collect())?;
    Ok(())
}

fn at_same_place<'a>(world: &'a World, server: &Server) -> Option<&'a Server> {
    let address = server.address();
    world.servers.iter().find(|other| other.name != server.name && other.address() == address)
}

fn taken(verb: &str, to: &str, name: &str, other: &Server) -> Refusal {
    let address = other.address();
    Refusal::because(format!(
        "Cannot {verb} server '{name}' {to} '[{}]:{}', server '{}' exists there already.",
        address.host, address.port, other.name
    ))
}
