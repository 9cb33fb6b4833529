//! What this process has used.

use std::fs;
use std::time::Duration;

/// The most memory that it had, in megabytes; 0 where that cannot be known.
pub fn most_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

/// The processor time that its first thread took, which does all the work: what others on the
/// machine do is not in it. Zero where that cannot be known.
pub fn time() -> Duration {
    let statistics = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanos = statistics.split_whitespace().next().and_then(|text| text.parse().ok());
    Duration::from_nanos(nanos.unwrap_or_default())
}
