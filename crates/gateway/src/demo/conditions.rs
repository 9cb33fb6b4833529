//! The arguments that make a simulated MaxScale faster, slower, unreliable, or open to tampering.

use std::time::Duration;

use maxconsole_demo::{Simulation, Speed};

/// Under which conditions a simulation runs.
#[derive(clap::Args)]
pub struct Conditions {
    /// How much faster than real time it all happens there: 10 makes a minute pass in six seconds
    #[arg(long, value_name = "FACTOR", default_value_t = Speed::REAL)]
    speed: Speed,
    /// Let every answer of MaxScale take that long more, such as 150ms or 2s. Like the real one,
    /// it serves one request after the other, so the others wait meanwhile
    #[arg(long, value_name = "DURATION", default_value = "0ms", value_parser = duration)]
    latency: Duration,
    /// Let so many of a hundred requests fail: the connection breaks, MaxScale says that it is
    /// shutting down, or it takes seconds to answer. Signing in is not spared
    #[arg(long, value_name = "PERCENT", default_value_t = 0)]
    #[arg(value_parser = clap::value_parser!(u8).range(0..=100))]
    chaos: u8,
    /// Let anybody who reaches the address kill servers, add load and stop the clock: by requests
    /// to /_demo, and by the Demo button in the console
    #[arg(long)]
    pub back_door: bool,
}

impl Conditions {
    /// Puts a simulation under these conditions.
    pub fn put(&self, simulation: Simulation) -> Simulation {
        simulation.set_speed(self.speed);
        simulation.set_latency(self.latency);
        simulation.set_chaos(self.chaos);
        if self.back_door { simulation.with_back_door() } else { simulation }
    }
}

/// A duration such as `150ms` or `1.5s`, at most a minute.
fn duration(text: &str) -> Result<Duration, String> {
    let (number, unit) = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => (number, 0.001),
        (None, Some(number)) => (number, 1.0),
        (None, None) => ("", 0.0),
    };
    let seconds = number.parse::<f64>().ok().map(|number| number * unit);
    let seconds = seconds.filter(|seconds| (0.0..=60.0).contains(seconds));
    seconds
        .map(Duration::from_secs_f64)
        .ok_or_else(|| "write it like 150ms or 2s, at most 60s".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_a_unit_and_a_bound() {
        assert_eq!(duration("150ms"), Ok(Duration::from_millis(150)));
        assert_eq!(duration("1.5s"), Ok(Duration::from_millis(1500)));
        for bad in ["", "2", "ms", "s", "-1s", "NaNs", "infs", "61s", "2 minutes"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }
}
