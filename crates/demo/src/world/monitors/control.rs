//! Monitors are started, stopped, and take up other parameters.

use crate::world::World;
use crate::world::resources::{Activity, Module, Monitor, Watch, WriteTest};
use crate::world::schedule::Event;
use std::time::Duration;

/// Longer than this nobody waits for a monitor.
const PATIENCE: Duration = Duration::from_secs(600);

/// How far time goes on while nothing happens that is waited for.
const STEP: Duration = Duration::from_millis(100);

/// How long connecting to the servers takes for the first time (recorded: some milliseconds).
const CONNECTING: Duration = Duration::from_millis(20);

/// How long it takes until the thread of a monitor that was started gets round to it.
const GETTING_ROUND: Duration = Duration::from_millis(1);

impl World {
    /// Lets time pass until the monitor is done with what it does now.
    pub fn wait_for_monitor(&mut self, name: &str) {
        let end = self.now + PATIENCE;
        while let Some(until) = self.monitor(name).and_then(Monitor::busy_until) {
            let before = self.now;
            if until > end || before > end {
                return;
            }
            self.advance_to(until.max(before));
            if self.now == before && until <= before {
                // What is due is done in the next look.
                self.advance(STEP);
            }
        }
    }

    /// Starts a monitor: it takes up its journal and looks at once.
    pub fn start_monitor(&mut self, name: &str) {
        let (now, idle) = (self.now, self.version.starts_monitors_idle());
        let Some(monitor) = self.monitor_mut(name).filter(|monitor| !monitor.running) else {
            return;
        };
        monitor.running = true;
        monitor.ticks = 0;
        monitor.owner = false;
        monitor.hold = 0;
        monitor.write_test = WriteTest::Never;
        if monitor.module == Module::Galera {
            monitor.primary = None;
        }
        monitor.activity = Activity::Looking;
        if idle {
            monitor.activity = Activity::Starting;
        }
        self.read_journal(name);
        let begin = if idle { now + GETTING_ROUND } else { now };
        let until = begin + self.first_tick_takes(name);
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.next_tick = if idle { now } else { until } + monitor.interval();
            monitor.tick_until = Some(until);
        }
        self.schedule.add(until, Event::TickEnd(name.to_owned()));
        self.advance_to(self.now);
    }

    /// Connecting to servers takes a moment; those that refuse do so at once.
    fn first_tick_takes(&self, name: &str) -> Duration {
        let monitor = self.monitor(name);
        let mut servers = monitor.into_iter().flat_map(|monitor| &monitor.servers);
        let answers = servers.any(|name| self.database_of(name).is_some_and(|db| db.up));
        let takes = self.tick_takes(name);
        if answers { takes + CONNECTING } else { takes }
    }

    /// Stops a monitor: the states of its servers stay as they are.
    pub fn stop_monitor(&mut self, name: &str) {
        self.wait_for_monitor(name);
        self.write_journal(name);
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.running = false;
            monitor.job = None;
            monitor.tick_until = None;
            monitor.activity = Activity::Idle;
        }
    }

    /// Stops and starts a monitor that runs and has nothing to do, so that it takes up what changed
    /// at its servers.
    pub fn bounce_monitor(&mut self, name: &str) {
        let idle = |monitor: &&Monitor| monitor.running && monitor.job.is_none();
        if self.monitor(name).filter(idle).is_some() {
            self.stop_monitor(name);
            self.start_monitor(name);
        }
    }

    /// Takes up changed parameters: what was seen of the servers is forgotten, and a monitor that
    /// runs is stopped and started.
    pub fn restart_monitor(&mut self, name: &str) {
        let now = self.now;
        let running = self.monitor(name).is_some_and(|monitor| monitor.running);
        if running {
            self.stop_monitor(name);
        }
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        monitor.primary = None;
        monitor.domain = None;
        monitor.galera = None;
        for server in monitor.servers.clone() {
            if let Some(server) = self.server_mut(&server) {
                server.watch = Some(Watch::new(name, now));
            }
        }
        if running {
            self.start_monitor(name);
        }
    }
}
