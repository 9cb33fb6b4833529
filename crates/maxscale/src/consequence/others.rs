//! What Drain, Return to service and Delete will do.

use super::listed;
use crate::allowed::Watch;
use crate::impact::Impact;
use crate::server::Server;
use crate::situation::Situation;
use crate::state::Mode;

/// What Drain will do.
pub fn of_drain(server: &Server) -> String {
    let name = &server.name;
    let open = match server.load.connections {
        Some(0) => {
            return format!(
                "MaxScale gives {name} no new connections; it has none now, so it is drained at \
                 once."
            );
        }
        Some(1) => "the one that is open goes on".to_owned(),
        Some(many) => format!("the {many} that are open go on"),
        None => "those that are open go on".to_owned(),
    };
    format!(
        "MaxScale gives {name} no new connections; {open} until the clients leave by themselves, \
         which can take as long as they like."
    )
}

/// What Return to service will do.
pub fn of_return(situation: &Situation) -> String {
    let (server, name) = (&situation.server, &situation.server.name);
    let maintained = server.state.mode() == Mode::Maintenance;
    match &situation.watch {
        Watch::Stopped(_) => format!(
            "MaxScale may route to {name} again at once; its monitor is stopped, so its state \
             stays as it was at the stop."
        ),
        Watch::Unmonitored if !server.state.is_running() => format!(
            "{name} may be routed to again, but it counts as down, and no monitor watches it to \
             find out."
        ),
        Watch::Unmonitored => format!("MaxScale may route to {name} again at once."),
        _ if !server.state.is_running() => {
            format!("{name} is down: MaxScale routes to it again once it runs and has a role.")
        }
        _ if maintained || server.state.role().is_none() => format!(
            "MaxScale routes to {name} again as soon as its monitor gives it a role, as a rule \
             within one tick."
        ),
        _ => format!("MaxScale gives {name} new connections again; open ones are not touched."),
    }
}

/// What else to know before Return to service: a Galera node may take the role back at once
/// (recording maintenance-galera-primary).
pub fn notes_on_return(situation: &Situation) -> Vec<&'static str> {
    let may = situation.takes_back && situation.server.state.mode() == Mode::Maintenance;
    let note = "It may become primary again at once; transactions open on the present primary \
        then end at their next statement.";
    may.then_some(note).into_iter().collect()
}

/// What Delete will do. Services that reach the server through its monitor are not unlinked from
/// it, but lose it with the monitor (recording lifecycle).
pub fn of_delete(server: &Server, impact: Option<&Impact>) -> String {
    let name = &server.name;
    let services = || impact.into_iter().flat_map(|impact| &impact.services);
    let unlinked =
        services().filter(|one| one.names_it).map(|one| format!("service {}", one.service));
    let monitor = server.monitor.iter().map(|monitor| format!("monitor {monitor}"));
    let first = match listed(&monitor.chain(unlinked).collect::<Vec<_>>()) {
        None => format!("{name} is removed from MaxScale; no monitor or service uses it."),
        Some(links) => format!("{name} is unlinked from {links} and removed from MaxScale."),
    };
    let others =
        services().filter(|one| !one.names_it).map(|one| format!("service {}", one.service));
    match listed(&others.collect::<Vec<_>>()) {
        None => first,
        Some(others) => format!("{first} It is lost to {others} as well."),
    }
}
