//! The worker threads of MaxScale.

use maxscale::thread::Thread;

use super::error::ApiError;
use super::read::{collection, get};

/// The load alone: a fiftieth of the whole.
const LOAD: &str = "stats/load/last_second";

/// All threads with their load.
pub async fn all() -> Result<Vec<Thread>, ApiError> {
    collection(get("maxscale/threads", "fields[threads]", LOAD)).await
}
