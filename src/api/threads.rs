//! The worker threads of MaxScale.

use maxscale::thread::Thread;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All threads with their load and the number of their sessions.
pub fn all() -> Get<Vec<Thread>> {
    Get::list(ResourceKind::Threads)
}
