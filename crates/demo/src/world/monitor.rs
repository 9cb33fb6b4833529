//! Monitors: they look at their servers at intervals, decide on states and note events.

use super::World;
use super::agenda::Event;
use super::command::Job;
use super::database::Access;
use super::event::event_name;
use super::log::Priority;
use super::server::Watch;
use super::status::{Flag, Status};
use crate::objects::{Origin, Parameters};
use std::time::{Duration, SystemTime};

/// Longer than this nobody waits for a monitor.
const PATIENCE: Duration = Duration::from_secs(600);

/// How long connecting to the servers takes for the first time (recorded: some milliseconds).
const CONNECTING: Duration = Duration::from_millis(20);

/// How long the journal takes that is written after the first look.
const WRITING: Duration = Duration::from_millis(10);

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

/// What a monitor is busy with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Looking at its servers.
    Looking,
    /// Writing its journal after the first look.
    Writing,
    /// Taking the role from the old primary.
    Demoting,
    /// Waiting until servers follow the new primary.
    Confirming,
}

impl Activity {
    /// What `monitor_diagnostics.state` says.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::Idle => "Idle",
            Self::Looking | Self::Writing => "Monitoring servers",
            Self::Demoting => "Demoting old primary",
            Self::Confirming => "Confirming that replication works",
        }
    }
}

/// What a monitor keeps on disk for the next time it starts (`<name>_journal.json`).
#[derive(Clone, Debug)]
pub struct Journal {
    /// When it was written.
    pub at: SystemTime,
    /// The servers in order, each with its state.
    pub servers: Vec<(String, Status)>,
    /// The primary.
    pub primary: Option<String>,
    /// The domain of the primary.
    pub domain: Option<u32>,
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
    /// The replication domain of the primary, once there was one.
    pub domain: Option<u32>,
    /// Whether that primary is part of a ring of servers.
    pub ring: bool,
    /// What it does.
    pub activity: Activity,
    /// When the look that goes on ends; most take no time.
    pub looking_until: Option<SystemTime>,
    /// When it checked the disks last.
    pub disks_checked: SystemTime,
    /// Whether it holds most locks of cooperative monitoring.
    pub owner: bool,
    /// When it may take locks again.
    pub locks_after: SystemTime,
    /// Whether it changed the cluster in this look.
    pub modified: bool,
    /// For how many more looks it does nothing by itself.
    pub hold: u64,
    /// The size that the Galera cluster has, with its view.
    pub galera: Option<(u64, usize)>,
    /// What it wrote down for its next start.
    pub journal: Option<Journal>,
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
            domain: None,
            ring: false,
            activity: Activity::Idle,
            looking_until: None,
            disks_checked: now,
            owner: false,
            locks_after: now,
            modified: false,
            hold: 0,
            galera: None,
            journal: None,
            job: None,
            result: None,
        }
    }

    /// How long it waits between two looks (`monitor_interval`).
    #[must_use]
    pub fn interval(&self) -> Duration {
        self.duration("monitor_interval", 2000).max(Duration::from_millis(100))
    }

    /// A duration parameter, as a rule in milliseconds.
    #[must_use]
    pub fn duration(&self, parameter: &str, default_millis: u64) -> Duration {
        let text = self.text(parameter);
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let number: u64 = digits.parse().unwrap_or(default_millis);
        let unit = text.get(digits.len()..).unwrap_or_default();
        match unit {
            "h" => Duration::from_secs(number.saturating_mul(3600)),
            "m" | "min" => Duration::from_secs(number.saturating_mul(60)),
            "s" => Duration::from_secs(number),
            _ => Duration::from_millis(number),
        }
    }

    /// A number among the parameters.
    #[must_use]
    pub fn number(&self, parameter: &str, default: u64) -> u64 {
        self.parameters.get(parameter).and_then(|value| value.as_u64()).unwrap_or(default)
    }

    /// A text among the parameters.
    #[must_use]
    pub fn text(&self, parameter: &str) -> &str {
        self.parameters.get(parameter).and_then(|value| value.as_str()).unwrap_or_default()
    }

    /// The words of a parameter that lists some.
    #[must_use]
    pub fn list(&self, parameter: &str) -> Vec<&str> {
        let words = self.text(parameter).split([',', '|']).map(str::trim);
        words.filter(|word| !word.is_empty()).collect()
    }

    /// Whether a parameter is true; `enforce_simple_topology` turns some on.
    #[must_use]
    pub fn is_on(&self, parameter: &str) -> bool {
        const SIMPLE: [&str; 3] = ["assume_unique_hostnames", "auto_failover", "auto_rejoin"];
        let on = |name| self.parameters.get(name).and_then(|value| value.as_bool());
        let simple = SIMPLE.contains(&parameter) && on("enforce_simple_topology") == Some(true);
        simple || on(parameter).unwrap_or(false)
    }

    /// Whether several MaxScales agree by locks on who is in charge.
    #[must_use]
    pub fn uses_locks(&self) -> bool {
        matches!(
            self.text("cooperative_monitoring_locks"),
            "majority_of_running" | "majority_of_all"
        )
    }

    /// Until when it does not come back to its routine; `None` when it is idle.
    #[must_use]
    pub fn busy_until(&self) -> Option<SystemTime> {
        self.looking_until.or(self.job.as_ref().map(|job| job.due))
    }
}

impl World {
    /// The named monitor looks at its servers, and again after its interval.
    pub fn tick(&mut self, name: &str) {
        let takes = self.look_takes(name);
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name).filter(|monitor| monitor.running) else {
            return;
        };
        let works = monitor.job.as_ref().is_some_and(|job| job.is_started());
        if monitor.looking_until.is_some() || works {
            return;
        }
        monitor.next_tick = now + monitor.interval();
        if takes.is_zero() {
            self.finish_look(name);
            return;
        }
        monitor.activity = Activity::Looking;
        monitor.looking_until = Some(now + takes);
        self.agenda.add(now + takes, Event::Look(name.to_owned()));
    }

    /// A look that took its time is over.
    pub(super) fn end_look(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        let ended = monitor.looking_until.take_if(|until| *until <= now).is_some();
        match monitor.activity {
            _ if !ended || !monitor.running => {}
            Activity::Writing => self.complete_tick(name),
            _ => self.finish_look(name),
        }
    }

    /// How long connecting to servers takes that do not answer at all. `mariadbmon` asks all at
    /// once, others one after the other.
    fn look_takes(&self, name: &str) -> Duration {
        let Some(monitor) = self.monitor(name) else {
            return Duration::ZERO;
        };
        let silent = monitor.servers.iter().filter(|server| {
            self.database_of(server).is_some_and(|db| db.condition.access == Access::Silent)
        });
        let each = monitor.duration("backend_connect_timeout", 3000)
            * u32::try_from(monitor.number("backend_connect_attempts", 1)).unwrap_or(1);
        let silent = u32::try_from(silent.count()).unwrap_or(u32::MAX);
        each * if monitor.module == Module::MariaDb { silent.min(1) } else { silent }
    }

    fn finish_look(&mut self, name: &str) {
        let Some(module) = self.monitor(name).map(|monitor| monitor.module.clone()) else {
            return;
        };
        self.replicate(name);
        match module {
            Module::MariaDb => self.look_at_replicas(name),
            Module::Galera => self.look_at_galera(name),
            Module::Other(_) => self.look_at_processes(name),
        }
        if module == Module::MariaDb {
            self.work_on_commands(name);
        }
        let busy = |monitor: &Monitor| monitor.job.as_ref().is_some_and(|job| job.is_started());
        match self.monitor(name) {
            Some(monitor) if busy(monitor) => {}
            Some(monitor) if monitor.ticks == 0 && monitor.activity == Activity::Looking => {
                self.write_first_journal(name);
            }
            _ => self.complete_tick(name),
        }
    }

    /// The first look of a monitor that was started ends only when its journal is written.
    fn write_first_journal(&mut self, name: &str) {
        let until = self.now + WRITING;
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.activity = Activity::Writing;
            monitor.looking_until = Some(until);
        }
        self.agenda.add(until, Event::Look(name.to_owned()));
    }

    /// The look is over, with all that was done in it; another follows at once when the cluster
    /// was changed.
    pub(super) fn complete_tick(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        monitor.ticks += 1;
        monitor.activity = Activity::Idle;
        monitor.next_tick = monitor.next_tick.max(now + Duration::from_millis(100));
        let next = monitor.next_tick;
        let again = std::mem::take(&mut monitor.modified);
        if again {
            self.tick(name);
        } else {
            self.agenda.add(next, Event::Tick(name.to_owned()));
        }
    }

    fn look_at_processes(&mut self, name: &str) {
        let servers = self.monitor(name).map(|monitor| monitor.servers.clone()).unwrap_or_default();
        for server in servers {
            let up = self.database_of(&server).is_some_and(|database| database.up);
            let before = self.server(&server).map(|server| server.status).unwrap_or_default();
            let after = before.unreachable().with_if(Flag::Running, up);
            self.note_state(name, &server, before, after);
        }
    }

    /// Gives a server the state that a look found, and reports what that changes.
    pub(super) fn note_state(&mut self, monitor: &str, name: &str, before: Status, after: Status) {
        let now = self.now;
        let reached = self.database_of(name).filter(|_| after.has(Flag::Running));
        let reached = reached.map(|db| (db.version.clone(), db.started));
        let Some(server) = self.server_mut(name) else {
            return;
        };
        let written = server.status;
        server.status = after;
        if let (Some((version, started)), Some(watch)) = (reached, &mut server.watch) {
            server.version = version;
            watch.uptime = now.duration_since(started).unwrap_or_default().as_secs();
        }
        if written != after {
            self.write_journal(monitor);
        }
        self.report_change(name, before, after);
    }

    fn report_change(&mut self, name: &str, before: Status, after: Status) {
        let maintained = before.union(after).has(Flag::Maintenance);
        let event = event_name(before.watched(), after.watched()).filter(|_| !maintained);
        let now = self.now;
        let Some((event, server)) = event.and_then(|event| Some((event, self.server_mut(name)?)))
        else {
            return;
        };
        if let Some(watch) = &mut server.watch {
            event.clone_into(&mut watch.last_event);
            watch.triggered_at = now;
        }
        let address = server.address();
        let connections = server.statistics.connections;
        let text = format!(
            "Server changed state: {name}[{}:{}]: {event}. [{}] -> [{}]",
            address.host,
            address.port,
            before.describe(connections),
            after.describe(connections)
        );
        self.log.write(now, Priority::Notice, text);
        if !after.is_usable() || !after.is_in_cluster() {
            self.lose_connections(name);
        }
    }

    /// Lets time pass until the monitor is done with what it does now.
    pub fn wait_for_monitor(&mut self, name: &str) {
        let end = self.now + PATIENCE;
        while let Some(until) = self.monitor(name).and_then(Monitor::busy_until) {
            if until > end {
                return;
            }
            self.advance_to(until.max(self.now));
        }
    }

    /// Starts a monitor: it takes up its journal and looks at once.
    pub fn start_monitor(&mut self, name: &str) {
        let Some(monitor) = self.monitor_mut(name).filter(|monitor| !monitor.running) else {
            return;
        };
        monitor.running = true;
        monitor.ticks = 0;
        monitor.owner = false;
        monitor.hold = 0;
        if monitor.module == Module::Galera {
            monitor.primary = None;
        }
        monitor.activity = Activity::Looking;
        self.read_journal(name);
        let until = self.now + self.first_look_takes(name);
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.next_tick = until + monitor.interval();
            monitor.looking_until = Some(until);
        }
        self.agenda.add(until, Event::Look(name.to_owned()));
        self.advance_to(self.now);
    }

    /// Connecting to servers takes a moment; those that refuse do so at once.
    fn first_look_takes(&self, name: &str) -> Duration {
        let monitor = self.monitor(name);
        let mut servers = monitor.into_iter().flat_map(|monitor| &monitor.servers);
        let answers = servers.any(|name| self.database_of(name).is_some_and(|db| db.up));
        let takes = self.look_takes(name);
        if answers { takes + CONNECTING } else { takes }
    }

    /// Stops a monitor: the states of its servers stay as they are.
    pub fn stop_monitor(&mut self, name: &str) {
        self.wait_for_monitor(name);
        self.write_journal(name);
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.running = false;
            monitor.job = None;
            monitor.looking_until = None;
            monitor.activity = Activity::Idle;
        }
    }

    /// Takes up changed parameters: what was seen of the servers is forgotten, and a monitor that
    /// runs is stopped and started.
    pub fn restart_monitor(&mut self, name: &str) {
        let now = self.now;
        let running = self.monitor(name).is_some_and(|monitor| monitor.running);
        if running {
            self.stop_monitor(name);
        }
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        monitor.primary = None;
        monitor.domain = None;
        monitor.galera = None;
        for server in monitor.servers.clone() {
            if let Some(server) = self.server_mut(&server) {
                server.watch = Some(Watch::new(name, now));
            }
        }
        if running {
            self.start_monitor(name);
        }
    }
}
