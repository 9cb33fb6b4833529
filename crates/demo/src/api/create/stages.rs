//! What the parameters of each kind of object are held against, in MaxScale's order.

use crate::objects::metadata::Module;
use crate::objects::names::ObjectNames;
use crate::objects::rules;
use crate::objects::specification::Specification;
use crate::objects::stage::{Rules, Stage};
use crate::objects::validation::Check;
use crate::world::World;

fn stage<'a>(
    specification: &'a Specification,
    others: Option<&'a Specification>,
    is_strict: bool,
    world: &'a World,
    rules: Rules<'a>,
) -> Stage<'a> {
    let known: &dyn ObjectNames = world;
    Stage { check: Check { specification, others, is_strict, known }, rules }
}

fn no_rules<'a>() -> Rules<'a> {
    Box::new(|_| Vec::new())
}

/// What the module and what all objects of its kind describe.
fn both<'a>(
    module: &'static Module,
    world: &'a World,
    common: Rules<'a>,
    own: Rules<'a>,
) -> Vec<Stage<'a>> {
    let shared = world.modules().shared_by(module);
    let first = shared.map(|shared| stage(shared, None, false, world, common));
    first.into_iter().chain([stage(&module.own, shared, true, world, own)]).collect()
}

/// Servers.
pub fn server(world: &World) -> Vec<Stage<'_>> {
    let servers = world.modules().module("servers");
    servers
        .map(|servers| stage(&servers.own, None, true, world, Box::new(rules::server)))
        .into_iter()
        .collect()
}

/// Listeners, which speak the MariaDB protocol here.
pub fn listener(world: &World) -> Vec<Stage<'_>> {
    let modules = world.modules();
    let shared = modules.module("MariaDBProtocol").and_then(|module| modules.shared_by(module));
    shared
        .map(|shared| stage(shared, None, true, world, Box::new(rules::listener)))
        .into_iter()
        .collect()
}

/// Services with a router.
pub fn service<'a>(router: &'static Module, world: &'a World) -> Vec<Stage<'a>> {
    both(router, world, no_rules(), Box::new(|given| rules::router(router.id(), given)))
}

/// Monitors with a module; `own` is the monitor's name when it exists already.
pub fn monitor<'a>(
    module: &'static Module,
    own: Option<&'a str>,
    world: &'a World,
) -> Vec<Stage<'a>> {
    let common: Rules = Box::new(move |given| rules::monitors(given, own, world));
    both(module, world, common, Box::new(|given| rules::monitor(module.id(), given)))
}

/// New filters with a module.
pub fn filter<'a>(module: &'static Module, world: &'a World) -> Vec<Stage<'a>> {
    let own: Rules = Box::new(move |given| rules::filter(module.id(), given, world));
    both(module, world, no_rules(), own)
}

/// What a kind of object has in common, for one whose module is not known.
pub fn common<'a>(kind: &str, world: &'a World) -> Vec<Stage<'a>> {
    let shared = world.modules().common(kind);
    shared.map(|shared| stage(shared, None, false, world, no_rules())).into_iter().collect()
}

/// MaxScale itself.
pub fn core(world: &World) -> Vec<Stage<'_>> {
    let threads = world.threads();
    let together: Rules = Box::new(move |given| rules::core(given, threads));
    let core = world.modules().module("maxscale");
    core.map(|core| stage(&core.own, None, true, world, together)).into_iter().collect()
}
