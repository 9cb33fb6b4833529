//! Every path of the API, and who answers it: the table of contents (rest-api.md 3.1).

use super::answer::{Answer, Outcome, Refusal};
use super::request::{Request, Verb};
use super::{
    classifier, commands, create, debug, filters, links, listeners, logs, maxscale, memory,
    modules, monitors, objects, roles, servers, services, sessions, threads, users,
};
use crate::access::accounts::Accounts;
use crate::access::roles::Roles;
use crate::world::World;
use Verb::{Delete, Get, Patch, Post, Put};
use http::StatusCode;

/// Answers a request whose sender may make it.
pub fn route(world: &mut World, accounts: &mut Accounts, request: &Request) -> Outcome {
    let verb = match request.verb {
        Verb::Head => Get,
        Verb::Options => return Ok(Answer::ok().on_sql_thread()),
        Verb::Unknown => return Ok(Answer::empty(StatusCode::METHOD_NOT_ALLOWED).on_sql_thread()),
        other => other,
    };
    let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
    match path.as_slice() {
        [] if verb == Get => Ok(Answer::ok()),
        ["servers", rest @ ..] => server_route(world, request, verb, rest),
        ["monitors", rest @ ..] => monitor_route(world, request, verb, rest),
        ["services", rest @ ..] => service_route(world, request, verb, rest),
        ["listeners", rest @ ..] => listener_route(world, request, verb, rest),
        ["filters", rest @ ..] => filter_route(world, request, verb, rest),
        ["sessions", rest @ ..] => session_route(world, request, verb, rest),
        ["users", rest @ ..] => user_route(accounts, request, verb, rest, world.now),
        ["roles", rest @ ..] if world.version.has_roles() => {
            role_route(&mut accounts.roles, request, verb, rest)
        }
        ["objects"] if verb == Get && world.version.has_objects() => objects::list(world, request),
        ["objects", name] if verb == Get && world.version.has_objects() => {
            objects::show(world, request, name)
        }
        ["maxscale", rest @ ..] => maxscale_route(world, request, verb, rest),
        _ => Err(Refusal::no_such_path()),
    }
}

fn server_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => servers::list(world, request),
        (Get, [name]) => servers::show(world, request, name),
        (Get, [name, "relationships", kind]) => {
            let server = servers::find(world, name)?;
            links::show(&servers::resource(world, request, server), kind)
        }
        (Post, []) => create::server(world, request),
        (Patch, [name]) => create::alter_server(world, request, name),
        (Patch, [name, "relationships", kind]) => create::relate_server(world, request, name, kind),
        (Delete, [name]) => servers::delete(world, request, name),
        (Put, [name, "set"]) => servers::change_state(world, request, name, true),
        (Put, [name, "clear"]) => servers::change_state(world, request, name, false),
        _ => Err(Refusal::no_such_path()),
    }
}

fn monitor_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => monitors::list(world, request),
        (Get, [name]) => monitors::show(world, request, name),
        (Get, [name, "relationships", kind]) => {
            let monitor = monitors::find(world, name)?;
            links::show(&monitors::resource(world, request, monitor), kind)
        }
        (Post, []) => create::monitor(world, request),
        (Patch, [name]) => create::alter_monitor(world, request, name),
        (Patch, [name, "relationships", kind]) => {
            create::relate_monitor(world, request, name, kind)
        }
        (Delete, [name]) => monitors::delete(world, request, name),
        (Put, [name, "stop"]) => monitors::stop(world, name),
        (Put, [name, "start"]) => monitors::start(world, name),
        _ => Err(Refusal::no_such_path()),
    }
}

fn service_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => services::list(world, request),
        (Get, [name]) => services::show(world, request, name),
        (Get, [name, "listeners"]) => {
            services::find(world, name)?;
            listeners::list(world, request, Some(name))
        }
        (Get, [name, "listeners", listener]) => {
            services::find(world, name)?;
            listeners::show_of(world, request, listener, name)
        }
        (Post, [name, "listeners"]) => {
            services::find(world, name)?;
            create::listener(world, request, Some(name))
        }
        (Delete, [name, "listeners", listener]) => {
            services::find(world, name)?;
            listeners::delete(world, listener, Some(name))
        }
        (Get, [name, "relationships", kind]) => {
            let service = services::find(world, name)?;
            links::show(&services::resource(world, request, service), kind)
        }
        (Post, []) => create::service(world, request),
        (Patch, [name]) => create::alter_service(world, request, name),
        (Patch, [name, "relationships", kind]) => {
            create::relate_service(world, request, name, kind)
        }
        (Delete, [name]) => services::delete(world, request, name),
        (Put, [name, "stop"]) => services::switch(world, request, name, false),
        (Put, [name, "start"]) => services::switch(world, request, name, true),
        (Post, [name, "reload"]) => services::reload(world, name),
        _ => Err(Refusal::no_such_path()),
    }
}

fn listener_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => listeners::list(world, request, None),
        (Get, [name]) => listeners::show(world, request, name),
        (Get, [name, "relationships", kind]) => {
            links::show(&listeners::resource(world, request, listeners::find(world, name)?), kind)
        }
        (Post, []) => create::listener(world, request, None),
        (Delete, [name]) => listeners::delete(world, name, None),
        (Put, [name, "stop"]) => listeners::switch(world, request, name, false),
        (Put, [name, "start"]) => listeners::switch(world, request, name, true),
        (Patch, [name]) => create::alter_listener(world, request, name),
        _ => Err(Refusal::no_such_path()),
    }
}

fn filter_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => filters::list(world, request),
        (Get, [name]) => filters::show(world, request, name),
        (Get, [name, "relationships", kind]) => {
            links::show(&filters::resource(world, request, filters::find(world, name)?), kind)
        }
        (Post, []) => create::filter(world, request),
        (Patch, [name]) => create::alter_filter(world, request, name),
        (Delete, [name]) => filters::delete(world, request, name),
        _ => Err(Refusal::no_such_path()),
    }
}

fn session_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => sessions::list(world, request),
        (Get, [id]) => sessions::show(world, request, id),
        (Post, ["restart"]) => Ok(Answer::ok()),
        (Post, [id, "restart"]) => sessions::restart(world, id),
        (Patch, [id]) => sessions::patch(world, request, id),
        (Patch, [id, "relationships", "filters"]) => sessions::set_filters(world, request, id),
        (Delete, [id]) => sessions::delete(world, request, id),
        _ => Err(Refusal::no_such_path()),
    }
}

fn user_route(
    accounts: &mut Accounts,
    request: &Request,
    verb: Verb,
    rest: &[&str],
    now: std::time::SystemTime,
) -> Outcome {
    let is_short = request.version.has_roles();
    match (verb, rest) {
        (Get, [] | ["inet"]) => users::list(accounts, request),
        (Get, ["unix"]) => users::list_unix(request),
        (Get, ["inet", name]) => users::show(accounts, request, name),
        (Get, [name]) if is_short => users::show(accounts, request, name),
        (Post, []) if is_short => users::create(accounts, request, now),
        (Post, ["inet" | "unix"]) => users::create(accounts, request, now),
        (Patch, ["inet", name]) => users::patch(accounts, request, name, now),
        (Patch, [name]) if is_short => users::patch(accounts, request, name, now),
        (Delete, ["inet", name]) => users::delete(accounts, name),
        (Delete, [name]) if is_short => users::delete(accounts, name),
        _ => Err(Refusal::no_such_path()),
    }
}

fn role_route(roles: &mut Roles, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => roles::list(roles, request),
        (Get, [name]) => roles::show(roles, request, name),
        (Post, []) => roles::create(roles, request),
        (Patch, [name]) => roles::patch(roles, request, name),
        (Delete, [name]) => roles::delete(roles, request, name),
        _ => Err(Refusal::no_such_path()),
    }
}

fn maxscale_route(world: &mut World, request: &Request, verb: Verb, rest: &[&str]) -> Outcome {
    match (verb, rest) {
        (Get, []) => maxscale::show(world, request),
        (Patch, [] | ["logs"]) => maxscale::patch(world, request),
        (Get, ["threads"]) => threads::list(world, request),
        (Get, ["threads", id]) => threads::show(world, request, id),
        (Get, ["logs"]) => logs::show(world, request),
        (Get, ["logs", "data"]) => logs::data(world, request),
        (Get, ["logs", "entries"]) if world.version.has_log_entries() => {
            logs::entries(world, request)
        }
        (Post, ["logs", "flush"]) => Ok(Answer::done()),
        (Get, ["logs", "stream"]) => logs::stream(world, request),
        (Post, ["threads", "rebalance"]) => debug::rebalance(request),
        (Post, ["threads", id, "rebalance"]) => debug::rebalance_thread(world, request, id),
        (Get, ["query_classifier"]) => classifier::show(world, request),
        (Patch, ["query_classifier"]) => classifier::patch(world, request),
        (Get, ["query_classifier", "classify"]) => classifier::classified(request),
        (Get, ["query_classifier", "cache"]) => classifier::cache(world, request),
        (Post, ["query_classifier", "dump"]) if world.version.dumps_classifier() => {
            classifier::dump(request)
        }
        (Get, ["memory"]) => memory::show(world, request),
        (Get, ["debug", "monitor_wait"]) => debug::wait_for_monitors(world),
        (Get, ["debug", "termination_in_process"]) => debug::termination(),
        (Get, ["debug", "stacktrace"]) => debug::stacks(world, request),
        (Put, ["debug", "threads", id, "listen"]) => debug::listen(world, id, true),
        (Put, ["debug", "threads", id, "unlisten"]) => debug::listen(world, id, false),
        (Post, [] | ["modules"]) => commands::no_name(""),
        (Post, ["modules", id]) => commands::no_name(id),
        (Get, ["modules"]) => modules::list(world, request),
        (Get, ["modules", id]) => modules::show(world, request, id),
        (Get | Post, ["modules", id, command]) => commands::run(world, request, id, command),
        _ => Err(Refusal::no_such_path()),
    }
}
