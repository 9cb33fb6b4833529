//! The world behind the REST API: databases, the objects of MaxScale, sessions, and time.

pub mod agenda;
pub mod command;
pub mod connections;
mod console;
pub mod database;
pub mod databases;
mod deletion;
pub mod event;
pub mod faults;
pub mod galera;
pub mod habits;
mod journal;
pub mod life;
pub mod linkage;
pub mod linking;
mod loading;
pub mod log;
mod log_moves;
mod log_rows;
mod log_sessions;
mod loss;
pub mod maintenance;
pub mod mariadbmon;
pub mod memory;
pub mod monitor;
mod monitor_control;
pub mod objects;
pub mod pace;
mod past;
mod place;
pub mod process;
mod quorum;
mod replication;
pub mod response_times;
pub mod routing;
mod saving;
pub mod seen;
pub mod server;
pub mod service;
pub mod session;
pub mod status;
pub mod sync;
pub mod threads;
mod tick;
pub mod traffic;
pub mod worker;

use crate::objects::Parameters;
use agenda::{Agenda, Event};
use database::Database;
use databases::Databases;
use monitor::Monitor;
use objects::{Objects, Shared};
use server::Server;
use service::{Filter, Listener, Service};
use session::Session;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How much of a long time is lived through when few sessions are there.
const LIVED: Duration = Duration::from_secs(600);

/// So many sessions are few; the more there are, the less is lived through.
const FEW_SESSIONS: u32 = 200;

/// So much is always lived through: what a monitor does by itself takes it some looks.
const LIVED_AT_LEAST: Duration = Duration::from_secs(20);

/// A time is long when it is so much longer than what would be lived through of it.
const LONG: u32 = 6;

/// Everything there is. It changes by calls and by time passing, never by itself.
#[derive(Clone)]
pub struct World {
    /// The time in the simulation.
    pub now: SystemTime,
    /// When this MaxScale was started.
    pub started: SystemTime,
    /// The databases by where they listen.
    pub databases: Databases,
    /// The server objects, in order.
    pub servers: Objects<Server>,
    /// The monitors, in order.
    pub monitors: Objects<Monitor>,
    /// The services, in order.
    pub services: Objects<Service>,
    /// The listeners, in order.
    pub listeners: Objects<Listener>,
    /// The filters, in order.
    pub filters: Objects<Filter>,
    /// The parameters of MaxScale itself.
    pub core: Parameters,
    /// The sessions by id.
    pub sessions: Shared<u64, Session>,
    /// The log.
    pub log: log::Log,
    workers: Vec<worker::Worker>,
    loaded: BTreeSet<&'static str>,
    saving: saving::Saving,
    sync: sync::Sync,
    agenda: Agenda,
    flows: Vec<Arc<life::Flow>>,
    rng: fastrand::Rng,
    last_session: u64,
    last_connection: u64,
}

impl World {
    /// An empty world at that time; all chance in it follows from the seed.
    #[must_use]
    pub fn new(now: SystemTime, seed: u64) -> Self {
        Self {
            now,
            started: now,
            databases: Databases::default(),
            servers: Objects::default(),
            monitors: Objects::default(),
            services: Objects::default(),
            listeners: Objects::default(),
            filters: Objects::default(),
            core: Parameters::new(),
            sessions: Shared::default(),
            log: log::Log::default(),
            workers: Vec::new(),
            loaded: BTreeSet::new(),
            saving: saving::Saving::default(),
            sync: sync::Sync::default(),
            agenda: Agenda::default(),
            flows: Vec::new(),
            rng: fastrand::Rng::with_seed(seed),
            last_session: 0,
            last_connection: 10,
        }
    }

    /// Lets time pass, with all that happens in it.
    pub fn advance(&mut self, by: Duration) {
        self.advance_to(self.now.checked_add(by).unwrap_or(self.now));
    }

    /// Lets time pass until then; does nothing when that is past.
    ///
    /// Of a long time, such as that of a computer asleep, only the end is lived through; what was
    /// due before happens then.
    pub fn advance_to(&mut self, until: SystemTime) {
        let lived = self.lived();
        if until.duration_since(self.now).unwrap_or_default() > lived * LONG {
            self.now = until.checked_sub(lived).unwrap_or(self.now).max(self.now);
        }
        while let Some((at, event)) = self.agenda.take_due(until) {
            self.now = self.now.max(at);
            self.happen(&event, at);
        }
        self.now = self.now.max(until);
    }

    /// How much of a long time is lived through.
    fn lived(&self) -> Duration {
        let sessions = u32::try_from(self.sessions.len()).unwrap_or(u32::MAX);
        let share = LIVED * FEW_SESSIONS / sessions.max(FEW_SESSIONS);
        share.max(LIVED_AT_LEAST)
    }

    fn happen(&mut self, event: &Event, at: SystemTime) {
        match event {
            Event::Tick(monitor) => {
                if self.monitor(monitor).is_some_and(|monitor| monitor.next_tick == at) {
                    self.tick(monitor);
                }
            }
            Event::Look(monitor) => self.end_look(monitor),
            Event::Command(monitor) => self.go_on_with_command(monitor),
            Event::Quorum(node) => self.settle_cluster(node),
            Event::Joined(node, donor) => self.finish_joining(node, donor.as_ref()),
            Event::Step(session) => self.step(*session),
            Event::Expiry(session) => self.expire_session(*session),
            Event::Arrival(flow) => self.arrive(*flow),
        }
    }

    /// How long a login may last at most (`admin_jwt_max_age`).
    #[must_use]
    pub fn longest_login(&self) -> Duration {
        let text = self.core.get("admin_jwt_max_age").and_then(|value| value.as_str());
        let millis = text.and_then(|text| text.trim_end_matches("ms").parse().ok());
        Duration::from_millis(millis.unwrap_or(24 * 3_600_000))
    }

    /// How many worker threads there are.
    #[must_use]
    pub fn threads(&self) -> u64 {
        self.core.get("threads").and_then(|value| value.as_u64()).unwrap_or(1).max(1)
    }

    /// The server of that name.
    #[must_use]
    pub fn server(&self, name: &str) -> Option<&Server> {
        self.servers.get(name)
    }

    /// The server of that name, to change it.
    pub fn server_mut(&mut self, name: &str) -> Option<&mut Server> {
        self.servers.get_mut(name)
    }

    /// The monitor of that name.
    #[must_use]
    pub fn monitor(&self, name: &str) -> Option<&Monitor> {
        self.monitors.get(name)
    }

    /// The monitor of that name, to change it.
    pub fn monitor_mut(&mut self, name: &str) -> Option<&mut Monitor> {
        self.monitors.get_mut(name)
    }

    /// The monitor that looks at a server.
    #[must_use]
    pub fn monitor_of(&self, server: &str) -> Option<&Monitor> {
        self.monitor(&self.server(server)?.watch.as_ref()?.monitor)
    }

    /// The service of that name.
    #[must_use]
    pub fn service(&self, name: &str) -> Option<&Service> {
        self.services.get(name)
    }

    /// The service of that name, to change it.
    pub fn service_mut(&mut self, name: &str) -> Option<&mut Service> {
        self.services.get_mut(name)
    }

    /// The database behind a server object.
    #[must_use]
    pub fn database_of(&self, server: &str) -> Option<&Database> {
        self.databases.at(self.server(server)?.place())
    }

    /// The database behind a server object, to change it.
    pub fn database_of_mut(&mut self, server: &str) -> Option<&mut Database> {
        let address = self.server(server)?.address();
        self.databases.get_mut(&address)
    }
}
