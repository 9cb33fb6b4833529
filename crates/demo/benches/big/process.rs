//! What this process has used.

use std::fs;
use std::time::Duration;

/// The kernel counts processor time in hundredths of a second.
const TICKS_A_SECOND: u64 = 100;

/// The most memory that it had, in megabytes; 0 where that cannot be known.
pub fn most_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

/// The processor time that it took; zero where that cannot be known.
pub fn time() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may have spaces in it.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split(' ').collect();
    let ticks = |place: usize| fields.get(place).and_then(|text| text.parse::<u64>().ok());
    let ticks = ticks(12).unwrap_or_default() + ticks(13).unwrap_or_default();
    Duration::from_millis(ticks * 1000 / TICKS_A_SECOND)
}
