//! Data from MaxScale that the screen shows: read by one poller, kept when a read fails.

mod data;
mod freshness;
mod history;
mod pace;
mod poller;
mod reading;
mod resource;
mod schedule;

pub use freshness::{provide_freshness, use_freshness};
pub use history::{History, now_ms, provide_history, use_history};
pub use pace::Pace;
pub use poller::{Poller, provide_poller, use_poller};
pub use resource::{Query, Status, When, query, query_when};
