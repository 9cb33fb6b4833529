//! `/maxscale/modules/:m/:command`: module commands (rest-api.md 5, recording switchover).

mod arguments;
mod monitor_commands;
mod topology;

use super::answer::{Answer, Outcome, Refusal, errors};
use super::request::{Request, Verb};
use crate::objects::metadata::{Command, Module};
use crate::objects::names::ObjectNames;
use crate::world::World;
use arguments::Arguments;
use http::StatusCode;
use serde_json::{Value, json};

/// A path to commands that ends before a command's name.
pub fn no_name(module: &str) -> Outcome {
    let details = vec![format!("Module '{module}' has no command named ''.")];
    Err(Refusal { status: StatusCode::NOT_FOUND, details })
}

/// Runs a command.
pub fn run(world: &mut World, request: &Request, module_id: &str, name: &str) -> Outcome {
    let modules = world.modules();
    let module =
        modules.module(module_id).ok_or_else(|| Refusal::not_found(module_id, "module"))?;
    let Some(command) = find(module, name, request) else {
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
    let arguments = Arguments::read(world, module.id(), command, &request.query.pairs)?;
    match (module.id(), name) {
        ("mariadbmon", _) => run_on_monitor(world, request, name, &arguments),
        ("readwritesplit", "reset-gtid") => Ok(Answer::done()),
        ("qlafilter", "log") => log(world, request, arguments.text(0)),
        _ => Err(Refusal::not_simulated(&format!("the command '{name}' of {module_id}"))),
    }
}

/// The command of that name, in the form that the request seems to mean: as soon as one of its
/// options has a value, arguments go by their names, if they can.
fn find<'a>(module: &'a Module, name: &str, request: &Request) -> Option<&'a Command> {
    let is_by_name = request.query.pairs.iter().any(|(_, value)| !value.is_empty());
    let mut of_name = module.commands.iter().filter(|command| command.id == name);
    let meant = of_name.clone().find(|command| command.is_by_name() == is_by_name);
    meant.or_else(|| of_name.next())
}

/// `qlafilter/log`: its file can only be read where all sessions share one.
fn log(world: &World, request: &Request, name: &str) -> Outcome {
    let parameters = world.filters.get(name).map(|filter| &filter.parameters);
    let kinds = parameters.and_then(|all| all.get("log_type")).and_then(Value::as_str);
    if kinds.unwrap_or_default().split(',').any(|kind| kind == "unified") {
        return Err(Refusal::not_simulated("the log of a filter"));
    }
    let problem = format!("Filter '{name}' does not have unified log file enabled");
    Ok(failed(request, &[problem]))
}

fn run_on_monitor(
    world: &mut World,
    request: &Request,
    name: &str,
    arguments: &Arguments,
) -> Outcome {
    let monitor = arguments.text(0);
    match name {
        "fetch-cmd-result" => {
            return Ok(Answer::document(output(request, fetch(world, monitor))));
        }
        // Only backups would have phases to tell of.
        "fetch-cmd-status" => return Ok(Answer::document(output(request, json!([])))),
        "scan-topology" if !arguments.is_on("async") => {
            return Ok(Answer::document(output(request, topology::scanned(world, monitor))));
        }
        "scan-topology" | "list-backups" | "discover-replicas" | "bootstrap" => {
            return Err(Refusal::not_simulated(&format!("the command '{name}' of mariadbmon")));
        }
        "cancel-cmd" => return cancel(world, request, monitor),
        _ => {}
    }
    let (wanted, is_async) = match name.strip_prefix("async-") {
        Some(wanted) => (wanted, true),
        None => (name, arguments.is_on("async")),
    };
    let command = match monitor_commands::command(world, wanted, arguments, is_async) {
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
