//! The resources of MaxScale as they are configured, and what is noted at them.
//!
//! Data and questions about it: nothing here makes anything happen.

mod collections;
mod job;
mod lookup;
mod monitor;
mod observation;
mod relationships;
mod response_times;
mod server;
mod service;
mod status;

pub use collections::{Objects, Shared};
pub use job::{Job, MonitorCommand, Phase, Plan, Report};
pub use monitor::{Activity, Journal, Module, Monitor, WriteTest};
pub use observation::{External, Link, Lock, Node, Observation};
pub use response_times::{BOUNDS, Distribution, duration_text};
pub use server::{Server, ServerStatistics, Watch};
pub use service::{Filter, Listener, Routed, Router, Service, ServiceStatistics, Targets};
pub use status::{Flag, Status};
