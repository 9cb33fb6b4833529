//! Data from MaxScale that the screen shows: read by one poller, kept when a read fails.

mod data;
mod freshness;
mod poller;
mod resource;

pub use freshness::{provide_freshness, use_freshness};
pub use poller::{Pace, Poller, provide_poller, use_poller};
pub use resource::{Query, Status, query};
