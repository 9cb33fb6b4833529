//! Monitors: they look at their servers at intervals, decide on states and note events.

use super::agenda::Event;
use super::command::Job;
use super::event::event_name;
use super::log::Priority;
use super::status::{Flag, Status};
use super::{World, galera, mariadb};
use crate::objects::{Origin, Parameters};
use std::time::{Duration, SystemTime};

/// The monitor modules that the simulation knows the rules of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Module {
    /// `mariadbmon`: a primary and replicas.
    MariaDb,
    /// `galeramon`: a Galera cluster.
    Galera,
    /// Any other: only tells running servers from others.
    Other(String),
}

impl Module {
    /// The monitor module of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "mariadbmon" | "mysqlmon" => Self::MariaDb,
            "galeramon" => Self::Galera,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::MariaDb => "mariadbmon",
            Self::Galera => "galeramon",
            Self::Other(name) => name,
        }
    }
}

/// What a monitor finds out about one server in one tick.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// The flags that a monitor decides on.
    pub status: Status,
    /// See [`super::server::Watch::node_id`].
    pub node_id: i64,
    /// See [`super::server::Watch::master_id`].
    pub master_id: i64,
    /// See [`super::server::Watch::lag`].
    pub lag: i64,
}

/// A monitor object.
#[derive(Clone, Debug)]
pub struct Monitor {
    /// Its name.
    pub name: String,
    /// Its module.
    pub module: Module,
    /// Its parameters, complete.
    pub parameters: Parameters,
    /// Where it was defined.
    pub origin: Origin,
    /// The servers that it looks at, in order.
    pub servers: Vec<String>,
    /// Whether it runs.
    pub running: bool,
    /// How often it has looked since it was started.
    pub ticks: u64,
    /// When it looks again.
    pub next_tick: SystemTime,
    /// The primary that it settled on.
    pub primary: Option<String>,
    /// How many looks in a row found the primary down.
    pub failures: u64,
    /// The command that it carries out.
    pub job: Option<Job>,
    /// What came of the last command.
    pub result: Option<super::command::Report>,
}

impl Monitor {
    /// A monitor that runs and has not looked yet.
    #[must_use]
    pub fn new(name: &str, module: Module, parameters: Parameters, now: SystemTime) -> Self {
        Self {
            name: name.to_owned(),
            module,
            parameters,
            origin: Origin::Static,
            servers: Vec::new(),
            running: true,
            ticks: 0,
            next_tick: now,
            primary: None,
            failures: 0,
            job: None,
            result: None,
        }
    }

    /// How long it waits between two looks (`monitor_interval`).
    #[must_use]
    pub fn interval(&self) -> Duration {
        let text = self.parameters.get("monitor_interval").and_then(|value| value.as_str());
        let millis = text.and_then(|text| text.trim_end_matches("ms").parse().ok());
        Duration::from_millis(millis.unwrap_or(2000).max(100))
    }

    /// Whether a parameter is true.
    #[must_use]
    pub fn is_on(&self, parameter: &str) -> bool {
        self.parameters.get(parameter).and_then(|value| value.as_bool()).unwrap_or(false)
    }
}

impl World {
    /// The named monitor looks at its servers, and again after its interval.
    pub fn tick(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name).filter(|monitor| monitor.running) else {
            return;
        };
        monitor.ticks += 1;
        monitor.next_tick = now + monitor.interval();
        let next = monitor.next_tick;
        self.agenda.add(next, Event::Tick(name.to_owned()));
        self.replicate(name);
        let findings = self.look(name);
        for (server, finding) in findings {
            self.note(&server, finding);
        }
        self.act_by_itself(name);
    }

    fn look(&mut self, name: &str) -> Vec<(String, Finding)> {
        let Some(monitor) = self.monitor(name).cloned() else {
            return Vec::new();
        };
        let primary = match monitor.module {
            Module::MariaDb => mariadb::choose_primary(self, &monitor),
            Module::Galera => galera::choose_primary(self, &monitor),
            Module::Other(_) => None,
        };
        let find = |server: &String| {
            let finding = match monitor.module {
                Module::MariaDb => mariadb::find(self, &monitor, primary.as_deref(), server),
                Module::Galera => galera::find(self, &monitor, primary.as_deref(), server),
                Module::Other(_) => self.find_life(server),
            };
            (server.clone(), finding)
        };
        let findings = monitor.servers.iter().map(find).collect();
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.primary = primary;
        }
        findings
    }

    fn find_life(&self, server: &str) -> Finding {
        let status = if self.lets_monitor_in(server) {
            Status::default().with(Flag::Running)
        } else {
            Status::default()
        };
        Finding { status, node_id: -1, master_id: -1, lag: -1 }
    }

    fn note(&mut self, name: &str, finding: Finding) {
        let now = self.now;
        let version = self.database_of(name).filter(|db| db.up).map(|db| db.version.clone());
        let Some(server) = self.server_mut(name) else {
            return;
        };
        let before = server.status;
        server.status = before.administrative().union(finding.status);
        if let Some(version) = version {
            server.version = version;
        }
        let maintained = before.has(Flag::Maintenance);
        let Some(watch) = &mut server.watch else {
            return;
        };
        watch.node_id = finding.node_id;
        watch.master_id = finding.master_id;
        watch.lag = finding.lag;
        if maintained {
            return;
        }
        if let Some(event) = event_name(before.watched(), finding.status) {
            event.clone_into(&mut watch.last_event);
            watch.triggered_at = now;
            let text = format!("Server changed state: {name}: {event}");
            self.log.write(now, Priority::Notice, text);
        }
    }

    /// Starts a monitor: it looks at once.
    pub fn start_monitor(&mut self, name: &str) {
        let Some(monitor) = self.monitor_mut(name).filter(|monitor| !monitor.running) else {
            return;
        };
        monitor.running = true;
        monitor.ticks = 0;
        self.tick(name);
    }

    /// Stops a monitor: the states of its servers stay as they are.
    pub fn stop_monitor(&mut self, name: &str) {
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.running = false;
        }
    }

    /// Stops and starts a monitor that runs, as changing its configuration does.
    pub fn restart_monitor(&mut self, name: &str) {
        if self.monitor(name).is_some_and(|monitor| monitor.running) {
            self.stop_monitor(name);
            self.start_monitor(name);
        }
    }
}
