//! The worker threads of MaxScale.

use maxscale::thread::Thread;

use super::ask::Ask;
use super::read::{collection, get};

/// A fiftieth of the whole.
const IN_BRIEF: &str = "stats/load/last_second,stats/sessions";

/// All threads with their load and the number of their sessions.
pub fn all() -> Ask<Vec<Thread>> {
    Ask::of(get("maxscale/threads", "fields[threads]", IN_BRIEF), collection)
}
