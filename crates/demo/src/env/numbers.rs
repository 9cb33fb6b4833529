//! Numbers in words from outside, each with its bounds.

use std::time::Duration;

/// More clients than this are not started at once.
const MAX_CLIENTS: u64 = 1_000;

/// Longer than this nothing lasts, in seconds.
const MAX_SECONDS: f64 = 24.0 * 3600.0;

/// A number of seconds, which may have a fraction.
///
/// # Errors
/// It is none, or too large.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let number = text.parse().ok().filter(|number: &f64| *number >= 0.0);
    let number = number.ok_or_else(|| format!("'{text}' is no number of seconds"))?;
    if number > MAX_SECONDS {
        return Err(format!("{text} seconds are more than the {MAX_SECONDS} that are possible"));
    }
    Ok(Duration::from_secs_f64(number))
}

/// A number of milliseconds, at most a minute.
///
/// # Errors
/// It is none, or too large.
pub fn milliseconds(text: &str) -> Result<Duration, String> {
    let number = text.parse().ok().filter(|millis| *millis <= 60_000);
    number
        .map(Duration::from_millis)
        .ok_or_else(|| format!("'{text}' is no number of milliseconds up to 60000"))
}

/// A number of clients.
///
/// # Errors
/// It is none, or too large.
pub fn clients(text: &str) -> Result<u64, String> {
    let number = text.parse().map_err(|_| format!("'{text}' is no number of clients"))?;
    if number > MAX_CLIENTS {
        return Err(format!("{number} clients are more than the {MAX_CLIENTS} that are possible"));
    }
    Ok(number)
}

/// A number from 0 to 100.
///
/// # Errors
/// It is none.
pub fn percent(text: &str) -> Result<u8, String> {
    let number = text.parse().ok().filter(|percent| *percent <= 100);
    number.ok_or_else(|| format!("'{text}' is no percentage from 0 to 100"))
}
