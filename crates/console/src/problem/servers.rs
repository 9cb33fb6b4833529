//! What can be wrong with servers and with the monitors that watch them.

use super::Problem;
use super::Severity::{Broken, Caution, Decided};
use maxscale::monitor::{Monitor, MonitorModule, MonitorState};
use maxscale::server::Server;
use maxscale::state::{Condition, Role};

/// A replica that is further behind than this serves old data.
const MOST_LAG_SECONDS: u64 = 30;

pub(super) fn of_server(server: &Server, monitors: &[Monitor]) -> Option<Problem> {
    if server.monitor.is_none() {
        let advice = "Add it to a monitor: until then MaxScale cannot know whether it is down.";
        return Some(problem(server, Caution, "is watched by no monitor", advice));
    }
    match server.state.condition() {
        Condition::Serving(role) => behind(server, role, monitors),
        condition => {
            let (severity, what, advice) = describe(condition)?;
            let left = server.load.connections.filter(|_| condition == Condition::Draining);
            let what = left.map_or_else(
                || what.to_owned(),
                |left| format!("{what}; connections left: {left}"),
            );
            Some(problem(server, severity, what, advice))
        }
    }
}

fn problem(
    server: &Server,
    severity: super::Severity,
    what: impl Into<String>,
    advice: &'static str,
) -> Problem {
    Problem::new(severity, server.name.clone(), what, advice)
}

fn describe(condition: Condition) -> Option<(super::Severity, &'static str, &'static str)> {
    Some(match condition {
        Condition::Serving(_) => return None,
        Condition::Down => {
            (Broken, "is down", "Check the database process, its host and the network.")
        }
        Condition::AuthError => (
            Broken,
            "refuses the login of its monitor",
            "Check the monitor’s user and password on that server.",
        ),
        Condition::NeedDnsLookup => (
            Broken,
            "has a host name that cannot be resolved",
            "Check its address, and the name service of MaxScale’s host.",
        ),
        Condition::NoRole => (
            Caution,
            "runs but has no role, so it gets no traffic",
            "Look at its replication, or at its part in the cluster.",
        ),
        Condition::Unknown => {
            (Caution, "is in a state that says little", "Look at what its monitor says of it.")
        }
        Condition::Maintenance => {
            (Decided, "is in maintenance", "Return it to service when the work is done.")
        }
        Condition::MaintenanceDown => {
            (Decided, "is in maintenance, and down", "Start it before you return it to service.")
        }
        Condition::Draining => {
            (Decided, "is draining", "Wait for its clients, or maintain it by force.")
        }
        Condition::Drained => {
            (Decided, "is drained", "Maintain it for the work, or return it to service.")
        }
    })
}

/// Only mariadbmon knows the lag; Galera nodes have none.
fn behind(server: &Server, role: Role, monitors: &[Monitor]) -> Option<Problem> {
    let follows = matches!(role, Role::Replica | Role::RelayPrimary | Role::BinlogRelay);
    let monitor = monitors.iter().find(|one| Some(&one.name) == server.monitor.as_ref())?;
    if !follows || !monitor.is_running() || monitor.module != MonitorModule::MariaDb {
        return None;
    }
    let broken = server.lag_is_unknown || server.replication.iter().any(|one| !one.is_running());
    if broken {
        let advice = "Look at its replication: a thread may have stopped, or its primary is gone.";
        return Some(problem(server, Broken, "does not follow its primary now", advice));
    }
    let lag = server.lag_seconds.filter(|lag| *lag > MOST_LAG_SECONDS)?;
    let what = format!("is {lag} seconds behind its primary");
    let advice = "Clients read old data from it. Look for load or long transactions.";
    Some(problem(server, Caution, what, advice))
}

pub(super) fn of_monitor(monitor: &Monitor, servers: &[Server]) -> Option<Problem> {
    let name = monitor.name.clone();
    match &monitor.state {
        MonitorState::Running => without_primary(monitor, servers),
        MonitorState::Stopped => Some(Problem::new(
            Caution,
            name,
            "is stopped: the states of its servers are frozen, and there is no failover",
            "Start it, unless somebody is at work with it.",
        )),
        MonitorState::Other(word) => {
            let what = format!("is {word}");
            Some(Problem::new(Caution, name, what, "Look at MaxScale’s log."))
        }
    }
}

/// A Galera cluster may be set up to have no primary; its nodes are then no replicas either.
fn without_primary(monitor: &Monitor, servers: &[Server]) -> Option<Problem> {
    let own = || servers.iter().filter(|one| one.monitor.as_ref() == Some(&monitor.name));
    let has = |role: Role| own().any(|one| one.state.role() == Some(role));
    let needs_one = monitor.module == MonitorModule::MariaDb || has(Role::Replica);
    (own().next().is_some() && needs_one && !has(Role::Primary)).then(|| {
        Problem::new(
            Broken,
            monitor.name.clone(),
            "has no primary: writes fail",
            "Bring the primary back, or let a replica take over.",
        )
    })
}
