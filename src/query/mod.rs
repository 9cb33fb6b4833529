//! Data from MaxScale that the screen shows: a cache keyed by request, and the poller that reads
//! what is due of it.

mod attention;
mod cache;
mod client;
mod entry;
mod erased;
mod freshness;
mod history;
mod poller;
mod refresh_interval;
mod schedule;
mod use_query;

pub use attention::Attention;
pub use client::{QueryClient, ReadEvent, provide_query_client, use_query_client};
pub use freshness::{provide_freshness, use_freshness};
pub use history::{History, now_ms, provide_history, use_history};
pub use refresh_interval::RefreshInterval;
pub use use_query::{Query, Status, use_changing_query, use_query, use_query_with};
