//! The only way to wait: look again until it is so, or say what was awaited.

use std::time::{Duration, Instant};

/// Long enough for a slow machine that does other things too; nothing waits so long when all is well.
const TIMEOUT: Duration = Duration::from_secs(20);
const INTERVAL: Duration = Duration::from_millis(25);

/// What a look at the world gave: the thing itself, or what was there instead.
pub type Attempt<T> = Result<T, String>;

/// Looks again and again until the look succeeds.
///
/// # Panics
/// When patience ends, with `what` was awaited and what the last look saw.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Attempt<T>) -> T {
    let end = Instant::now() + TIMEOUT;
    loop {
        let seen = match look().await {
            Ok(thing) => return thing,
            Err(seen) => seen,
        };
        assert!(Instant::now() < end, "waited {TIMEOUT:?} in vain for {what}; seen: {seen}");
        tokio::time::sleep(INTERVAL).await;
    }
}
