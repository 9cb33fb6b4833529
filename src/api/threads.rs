//! The worker threads of MaxScale.

use maxscale::thread::Thread;

use super::ask::Ask;
use super::read::{collection, get};

/// The load alone: a fiftieth of the whole.
const LOAD: &str = "stats/load/last_second";

/// All threads with their load.
pub fn all() -> Ask<Vec<Thread>> {
    Ask::of(get("maxscale/threads", "fields[threads]", LOAD), collection)
}
