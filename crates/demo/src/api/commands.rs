//! `/maxscale/modules/:m/:command`: module commands (rest-api.md 5, recording switchover).

mod monitor_commands;

use super::answer::{Answer, Outcome, Refusal, errors};
use super::request::{Request, Verb};
use crate::objects::metadata::Command;
use crate::objects::names::ObjectNames;
use crate::world::World;
use crate::world::monitors::understands;
use http::StatusCode;
use serde_json::{Value, json};

/// A path to commands that ends before a command's name.
pub fn no_name(module: &str) -> Outcome {
    let details = vec![format!("Module '{module}' has no command named ''.")];
    Err(Refusal { status: StatusCode::NOT_FOUND, details })
}

/// Runs a command.
pub fn run(world: &mut World, request: &Request, module_id: &str, name: &str) -> Outcome {
    let module =
        world.modules().module(module_id).ok_or_else(|| Refusal::not_found(module_id, "module"))?;
    let Some(command) = module.commands.iter().find(|command| command.id == name) else {
        let detail = format!("Module '{module_id}' has no command named '{name}'.");
        return Err(Refusal { status: StatusCode::NOT_FOUND, details: vec![detail] });
    };
    let verb = if request.verb == Verb::Post { "POST" } else { "GET" };
    if command.method != verb {
        let detail = format!(
            "Module '{module_id}' has a command named '{name}', but it cannot be used with {verb}."
        );
        return Err(Refusal { status: StatusCode::NOT_FOUND, details: vec![detail] });
    }
    let given = request.query.arguments.iter().filter(|argument| !argument.is_empty());
    let arguments: Vec<String> = given.cloned().collect();
    check_arguments(world, command, &arguments)?;
    if module.id() != "mariadbmon" {
        return Err(Refusal::not_simulated(&format!("the command '{name}' of {module_id}")));
    }
    let monitor = arguments.first().map(String::as_str).unwrap_or_default();
    if name == "fetch-cmd-result" {
        return Ok(Answer::document(output(request, fetch(world, monitor))));
    }
    if name == "cancel-cmd" {
        return cancel(world, request, monitor);
    }
    let (wanted, is_async) = match name.strip_prefix("async-") {
        Some(wanted) => (wanted, true),
        None => (name, false),
    };
    let command = match monitor_commands::command(world, wanted, &arguments) {
        Ok(command) => command,
        Err(problem) => return Ok(refused(request, &problem)),
    };
    if let Err(problem) = world.begin_command(monitor, command) {
        return Ok(refused(request, &problem));
    }
    if is_async {
        return Ok(Answer::done());
    }
    world.wait_for_monitor(monitor);
    let report = world.monitor(monitor).and_then(|monitor| monitor.result.clone());
    match report {
        Some(report) if !report.success => Ok(failed(request, &report.problems)),
        _ => Ok(Answer::done()),
    }
}

fn cancel(world: &mut World, request: &Request, monitor: &str) -> Outcome {
    if world.cancel_command(monitor) {
        return Ok(Answer::done());
    }
    let problem = "No manual command is scheduled or running.".to_owned();
    Ok(failed(request, &[problem]))
}

fn check_arguments(world: &World, command: &Command, given: &[String]) -> Result<(), Refusal> {
    let (least, most) = (command.arg_min, command.parameters.len());
    if given.len() < least || given.len() > most {
        let expected = if least == most {
            format!("Expected {most} arguments")
        } else {
            format!("Expected between {least} and {most} arguments")
        };
        return Err(Refusal::because(format!("{expected}, got {}.", given.len())));
    }
    for (index, (argument, value)) in command.parameters.iter().zip(given).enumerate() {
        let kind = argument.kind.trim_matches(['[', ']']).to_lowercase();
        let found = match kind.as_str() {
            "monitor" => world.monitor(value).is_some(),
            "server" => world.server(value).is_some(),
            "service" => world.service(value).is_some(),
            "filter" => world.filters.has(value),
            _ => true,
        };
        let number = index + 1;
        if !found {
            return Err(Refusal::because(format!("Argument {number}, {kind} not found: {value}")));
        }
        let misfit =
            kind == "monitor" && world.monitor(value).is_some_and(|monitor| !understands(monitor));
        if misfit {
            return Err(Refusal::because(format!(
                "Argument {number}, monitor and domain names don't match: {value}"
            )));
        }
    }
    Ok(())
}

fn fetch(world: &World, name: &str) -> Value {
    let monitor = world.monitor(name);
    let none = "No manual command results are available";
    if let Some(job) = monitor.and_then(|monitor| monitor.job.as_ref().filter(|job| job.manual)) {
        let progress = job.progress();
        return errors(&[format!("{none}, {} is still {progress}.", job.command.name())]);
    }
    match monitor.and_then(|monitor| monitor.result.as_ref()) {
        None => errors(&[format!("{none}.")]),
        Some(report) if report.success => {
            json!(format!("{} completed successfully.", report.command))
        }
        Some(report) => errors(&report.problems),
    }
}

fn output(request: &Request, meta: Value) -> Value {
    json!({ "links": { "self": request.self_link() }, "meta": meta })
}

/// The main thread refused it: its log says so, and the command's own output too.
fn refused(request: &Request, problem: &str) -> Answer {
    let mut answer = failed(request, &[problem.to_owned()]);
    if let Some(Value::Object(body)) = &mut answer.body {
        body.insert("errors".to_owned(), json!([{ "detail": problem }]));
    }
    answer
}

fn failed(request: &Request, problems: &[String]) -> Answer {
    let body = Some(output(request, errors(problems)));
    Answer { body, ..Answer::empty(StatusCode::BAD_REQUEST) }
}
