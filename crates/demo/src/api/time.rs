//! Times as MaxScale writes them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The last second that has a four-digit year.
const LAST: Duration = Duration::from_secs(253_402_300_799);

/// A time as in `Fri, 05 Jan 2024 07:23:54 GMT`.
#[must_use]
pub fn http_date(time: SystemTime) -> String {
    httpdate::fmt_http_date(time.min(UNIX_EPOCH + LAST))
}

/// Whole seconds from one time to another; 0 if they are the wrong way round.
#[must_use]
pub fn seconds_between(from: SystemTime, to: SystemTime) -> u64 {
    to.duration_since(from).unwrap_or_default().as_secs()
}
