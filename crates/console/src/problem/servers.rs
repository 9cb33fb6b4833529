//! What can be wrong with servers and with the monitors that watch them.

use super::Severity::{Broken, Caution, Notice};
use super::{Effect, Problem};
use maxscale::command::Command;
use maxscale::monitor::{Monitor, MonitorModule, MonitorState};
use maxscale::replication::Lag;
use maxscale::server::Server;
use maxscale::state::{Condition, Role};

pub(super) fn of_server(server: &Server, monitors: &[Monitor]) -> Vec<Problem> {
    let condition = of_condition(server, monitors);
    condition.into_iter().chain(low_disk_space(server)).collect()
}

/// MaxScale says it among the details of the state (rest-api.md 3.2).
fn low_disk_space(server: &Server) -> Option<Problem> {
    let details = server.state_details.as_deref()?;
    details.contains("Low disk space").then(|| {
        let advice = "Free space on its host, or make its disk larger.";
        problem(server, Caution, "has low disk space", advice)
    })
}

fn of_condition(server: &Server, monitors: &[Monitor]) -> Option<Problem> {
    if server.monitor.is_none() {
        let advice = "Add it to a monitor: until then MaxScale cannot know whether it is down.";
        let unwatched = problem(server, Caution, "is not monitored", advice);
        return Some(Problem { effect: Effect::Management, ..unwatched });
    }
    let condition = server.state.condition();
    if let Condition::Serving(role) = condition {
        return behind(server, role, monitors);
    }
    let (severity, what, advice) = describe(condition)?;
    let left = server.load.connections.filter(|_| condition == Condition::Draining);
    let what = match left {
        Some(1) => format!("{what}: 1 connection left"),
        Some(left) => format!("{what}: {left} connections left"),
        None => what.to_owned(),
    };
    let problem = problem(server, severity, what, advice);
    Some(match next(condition, left) {
        Some(command) => problem.next(command),
        None => problem,
    })
}

fn next(condition: Condition, left: Option<u64>) -> Option<Command> {
    match condition {
        Condition::Maintenance => Some(Command::ReturnToService),
        Condition::Drained => Some(Command::Maintain),
        Condition::Draining if left == Some(0) => Some(Command::Maintain),
        Condition::Draining
        | Condition::Serving(_)
        | Condition::NoRole
        | Condition::MaintenanceDown
        | Condition::AuthError
        | Condition::NeedDnsLookup
        | Condition::Down
        | Condition::Unknown => None,
    }
}

fn problem(
    server: &Server,
    severity: super::Severity,
    what: impl Into<String>,
    advice: &'static str,
) -> Problem {
    let since = server.state_since().map(str::to_owned);
    Problem::new(severity, Effect::Server, server.name.clone(), what, advice).since(since)
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
            (Caution, "is in an unknown state", "Look at what its monitor says of it.")
        }
        Condition::Maintenance => {
            (Notice, "is in maintenance", "Return it to service when the work is done.")
        }
        Condition::MaintenanceDown => {
            (Notice, "is in maintenance, and down", "Start it before you return it to service.")
        }
        Condition::Draining => (
            Notice,
            "is draining",
            "Wait for its clients, or put it into maintenance with Force closing.",
        ),
        Condition::Drained => {
            (Notice, "is drained", "Put it into maintenance for the work, or return it to service.")
        }
    })
}

/// Only mariadbmon knows the lag; Galera nodes have none.
fn behind(server: &Server, role: Role, monitors: &[Monitor]) -> Option<Problem> {
    let monitor = monitors.iter().find(|one| Some(&one.name) == server.monitor.as_ref())?;
    if !role.replicates() || !monitor.is_running() || monitor.module != MonitorModule::MariaDb {
        return None;
    }
    let broken = server.replication.iter().any(|one| !one.is_running());
    match server.lag() {
        lag if broken || lag == Some(Lag::Unknown) => {
            let advice =
                "Look at its replication: a thread may have stopped, or its primary is gone.";
            let found = problem(server, Broken, "does not replicate from its primary now", advice);
            Some(found.since(None))
        }
        Some(lag @ Lag::Seconds(_)) if lag.is_late() => {
            let what = format!("is {lag} behind its primary");
            let advice = "Clients read old data from it. Look for load or long transactions.";
            Some(problem(server, Caution, what, advice).since(None))
        }
        Some(Lag::Seconds(_) | Lag::Unknown) | None => None,
    }
}

pub(super) fn of_monitor(monitor: &Monitor, servers: &[Server]) -> Option<Problem> {
    let problem = |severity, effect, what: &str, advice| {
        Problem::new(severity, effect, monitor.name.clone(), what, advice)
    };
    match &monitor.state {
        MonitorState::Running => without_primary(monitor, servers).then(|| {
            let advice = "Bring the primary back, or fail over to a replica.";
            problem(Broken, Effect::Writes, "has no primary: writes fail", advice)
        }),
        MonitorState::Stopped => {
            let what = "is stopped: the states of its servers are frozen, and there is no failover";
            let advice = "Start it unless it was stopped on purpose.";
            Some(problem(Caution, Effect::Management, what, advice).next(Command::Start))
        }
        MonitorState::Other(word) => {
            let what = format!("is {word}");
            Some(problem(Caution, Effect::Management, &what, "Check the MaxScale log."))
        }
    }
}

/// A Galera cluster may be set up to have no primary; its nodes are then no replicas either.
fn without_primary(monitor: &Monitor, servers: &[Server]) -> bool {
    let own = || servers.iter().filter(|one| one.monitor.as_ref() == Some(&monitor.name));
    let has = |role: Role| own().any(|one| one.state.role() == Some(role));
    let needs_one = monitor.module == MonitorModule::MariaDb || has(Role::Replica);
    own().next().is_some() && needs_one && !has(Role::Primary)
}
