//! Monitors: they look at their servers at intervals, decide on states and note events.

use super::job::Job;
use super::status::Status;
use crate::objects::{Origin, Parameters, is_on};
use crate::world::databases::{Access, Database};
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

/// What a monitor is busy with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Started, and not yet looking.
    Starting,
    /// Looking at its servers.
    Looking,
    /// Writing its journal after the first look.
    Writing,
    /// Taking the role from the old primary.
    Demoting,
    /// Waiting until the new primary has got everything.
    CatchingUp,
    /// Waiting until servers follow the new primary.
    Confirming,
}

impl Activity {
    /// What `monitor_diagnostics.state` says.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::Idle | Self::Starting => "Idle",
            Self::Looking | Self::Writing => "Monitoring servers",
            Self::Demoting => "Demoting old primary",
            Self::CatchingUp => "Waiting for candidate primary to catch up",
            Self::Confirming => "Confirming that replication works",
        }
    }
}

/// How far a monitor is with testing whether its primary can be written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WriteTest {
    /// It has not tested since it was started.
    #[default]
    Never,
    /// It tested then.
    Last(SystemTime),
    /// It tests no more until it is started again.
    GivenUp,
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
    pub tick_until: Option<SystemTime>,
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
    /// How far it is with testing whether its primary can be written to.
    pub write_test: WriteTest,
    /// Whether its password is wrong.
    pub locked_out: bool,
    /// What it wrote down for its next start.
    pub journal: Option<Journal>,
    /// The command that it carries out.
    pub job: Option<Job>,
    /// What came of the last command.
    pub result: Option<super::job::Report>,
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
            tick_until: None,
            disks_checked: now,
            owner: false,
            locks_after: now,
            modified: false,
            hold: 0,
            galera: None,
            write_test: WriteTest::Never,
            locked_out: false,
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

    /// How long connecting to a server may take; 25.10 has one parameter for all that takes time.
    #[must_use]
    pub fn connect_timeout(&self) -> Duration {
        let names = ["backend_timeout", "backend_connect_timeout"];
        let name = names.into_iter().find(|name| !self.text(name).is_empty());
        self.duration(name.unwrap_or_default(), 3000)
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

    /// The command that it waits for or carries out, in words: it cannot be stopped then.
    #[must_use]
    pub fn busy_with(&self) -> Option<String> {
        let job = self.job.as_ref()?;
        Some(format!("Command '{}' is {}.", job.command.name(), job.progress()))
    }

    /// Whether a parameter is true; `enforce_simple_topology` turns some on.
    #[must_use]
    pub fn is_on(&self, parameter: &str) -> bool {
        const SIMPLE: [&str; 3] = ["assume_unique_hostnames", "auto_failover", "auto_rejoin"];
        let on = |name| self.parameters.get(name).is_some_and(is_on);
        let simple = SIMPLE.contains(&parameter) && on("enforce_simple_topology");
        simple || on(parameter)
    }

    /// How a database treats this monitor.
    #[must_use]
    pub fn access_to(&self, database: &Database) -> Access {
        let access = database.condition.access;
        if self.locked_out && access == Access::Open { Access::Denied } else { access }
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
        self.tick_until.or(self.job.as_ref().map(|job| job.due))
    }
}
