//! What can be wrong with servers and with the monitors that watch them.

use super::Severity::{Broken, Caution, Notice};
use super::{Effect, Problem};
use maxscale::command::Command;
use maxscale::monitor::{Monitor, MonitorModule, MonitorState};
use maxscale::replication::Lag;
use maxscale::server::Server;
use maxscale::state::{Condition, Role};
use texts::problem as words;

pub(super) fn of_server(server: &Server, monitors: &[Monitor]) -> Vec<Problem> {
    let condition = of_condition(server, monitors);
    condition.into_iter().chain(low_disk_space(server)).collect()
}

/// MaxScale says it among the details of the state (rest-api.md 3.2).
fn low_disk_space(server: &Server) -> Option<Problem> {
    let details = server.state_details.as_deref()?;
    details
        .contains("Low disk space")
        .then(|| problem(server, Caution, words::low_disk_space(), words::free_space()))
}

fn of_condition(server: &Server, monitors: &[Monitor]) -> Option<Problem> {
    if server.monitor.is_none() {
        let (what, advice) = (words::not_monitored(), words::add_to_monitor());
        let unwatched = problem(server, Caution, what, advice);
        return Some(Problem { effect: Effect::Management, ..unwatched });
    }
    let condition = server.state.condition();
    if let Condition::Serving(role) = condition {
        return behind(server, role, monitors);
    }
    let (severity, what, advice) = describe(condition)?;
    let left = server.load.connections.filter(|_| condition == Condition::Draining);
    let what = left.map_or_else(|| what.to_owned(), words::draining_with);
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
        Condition::Down => (Broken, words::is_down(), words::check_process()),
        Condition::AuthError => (Broken, words::refuses_login(), words::check_login()),
        Condition::NeedDnsLookup => (Broken, words::cannot_be_resolved(), words::check_address()),
        Condition::NoRole => (Caution, words::has_no_role(), words::look_at_part()),
        Condition::Unknown => (Caution, words::unknown_state(), words::look_at_monitor()),
        Condition::Maintenance => (Notice, words::in_maintenance(), words::return_when_done()),
        Condition::MaintenanceDown => {
            (Notice, words::in_maintenance_and_down(), words::start_first())
        }
        Condition::Draining => (Notice, words::is_draining(), words::wait_for_clients()),
        Condition::Drained => (Notice, words::is_drained(), words::maintain_or_return()),
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
            let (what, advice) = (words::does_not_replicate(), words::look_at_replication());
            Some(problem(server, Broken, what, advice).since(None))
        }
        Some(lag @ Lag::Seconds(_)) if lag.is_late() => {
            let (what, advice) = (words::is_behind(lag), words::look_for_load());
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
        MonitorState::Running => without_primary(monitor, servers)
            .then(|| problem(Broken, Effect::Writes, words::no_primary(), words::fail_over())),
        MonitorState::Stopped => {
            let (what, advice) = (words::monitor_stopped(), words::start());
            Some(problem(Caution, Effect::Management, what, advice).next(Command::Start))
        }
        MonitorState::Other(word) => {
            let what = words::in_other_state(word);
            Some(problem(Caution, Effect::Management, &what, words::check_log()))
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
