//! The world behind the REST API: databases, the resources of MaxScale, sessions, and time.
//!
//! It is parted into rooms. Each may use those below it (`tests/architecture/rooms.rs`):
//!
//! - `configuration`: changes of the resources, what is saved and what is shared
//! - `monitors`: they look at servers, give them states, and move roles
//! - `sessions`: clients, routing, traffic, worker threads and their memory
//! - `log`: what MaxScale writes there
//! - `resources`: servers, monitors, services, listeners and filters as data
//! - `databases`: processes, replication, Galera clusters
//!
//! `schedule` and `address` are used by all; what concerns everything (a restart, the beginning)
//! stands beside the rooms.

pub mod address;
mod backfill;
pub mod configuration;
pub mod databases;
pub mod log;
pub mod monitors;
mod process;
pub mod resources;
mod schedule;
pub mod sessions;
mod time;

use crate::objects::Parameters;
use crate::version::MaxScaleVersion;
use configuration::Configuration;
use databases::Databases;
use log::Log;
use resources::{Filter, Listener, Monitor, Objects, Server, Service};
use schedule::Schedule;
use sessions::Sessions;
use std::time::SystemTime;

/// Everything there is. It changes by calls and by time passing, never by itself.
#[derive(Clone)]
pub struct World {
    /// Which MaxScale this is.
    pub version: MaxScaleVersion,
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
    pub sessions: Sessions,
    /// The log.
    pub log: Log,
    configuration: Configuration,
    schedule: Schedule,
    rng: fastrand::Rng,
}

impl World {
    /// An empty world at that time; all chance in it follows from the seed.
    #[must_use]
    pub fn new(now: SystemTime, seed: u64, version: MaxScaleVersion) -> Self {
        Self {
            version,
            now,
            started: now,
            databases: Databases::default(),
            servers: Objects::default(),
            monitors: Objects::default(),
            services: Objects::default(),
            listeners: Objects::default(),
            filters: Objects::default(),
            core: Parameters::new(),
            sessions: Sessions::default(),
            log: Log::default(),
            configuration: Configuration::default(),
            schedule: Schedule::default(),
            rng: fastrand::Rng::with_seed(seed),
        }
    }
}
