//! The clock of a simulation: frozen, or in step with the real one.

use std::time::{Duration, Instant};

/// Time that has passed since the simulation began.
#[derive(Debug)]
pub struct Clock {
    reading: Duration,
    running_since: Option<Instant>,
}

impl Clock {
    /// A clock that stands at zero.
    #[must_use]
    pub fn frozen() -> Self {
        Self { reading: Duration::ZERO, running_since: None }
    }

    /// What it shows.
    #[must_use]
    pub fn read(&self) -> Duration {
        let run = self.running_since.map(|since| since.elapsed()).unwrap_or_default();
        self.reading.saturating_add(run)
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Lets it run.
    pub fn run(&mut self) {
        if self.running_since.is_none() {
            self.running_since = Some(Instant::now());
        }
    }

    /// Stops it.
    pub fn freeze(&mut self) {
        self.reading = self.read();
        self.running_since = None;
    }

    /// Moves it forward.
    pub fn advance(&mut self, by: Duration) {
        self.reading = self.reading.saturating_add(by);
    }
}
