//! One look of a monitor at its servers, from its start to its end, and what it makes known.

use super::event::event_name;
use crate::world::World;
use crate::world::address::Address;
use crate::world::databases::Access;
use crate::world::resources::{Activity, Flag, Module, Monitor, Server, Status};
use crate::world::schedule::Event;
use std::time::Duration;

/// The shortest time from one look to the next.
const FAST: Duration = Duration::from_millis(100);

/// How long the journal takes that is written after the first look.
const WRITING: Duration = Duration::from_millis(10);

impl World {
    /// The named monitor looks at its servers, and again after its interval.
    pub fn tick(&mut self, name: &str) {
        let takes = self.tick_takes(name);
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name).filter(|monitor| monitor.running) else {
            return;
        };
        let works = monitor.job.as_ref().is_some_and(|job| job.is_started());
        if monitor.tick_until.is_some() || works {
            return;
        }
        monitor.next_tick = now + monitor.interval();
        if takes.is_zero() {
            self.finish_tick(name);
            return;
        }
        monitor.activity = Activity::Looking;
        monitor.tick_until = Some(now + takes);
        self.schedule.add(now + takes, Event::TickEnd(name.to_owned()));
    }

    /// A look that took its time is over.
    pub(in crate::world) fn end_tick(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        let ended = monitor.tick_until.take_if(|until| *until <= now).is_some();
        match monitor.activity {
            _ if !ended || !monitor.running => {}
            Activity::Writing => self.complete_tick(name),
            _ => self.finish_tick(name),
        }
    }

    /// How long a look takes: as good as nothing, unless there are servers that do not answer at all. `mariadbmon` asks all at
    /// once, others one after the other.
    pub(super) fn tick_takes(&self, name: &str) -> Duration {
        let Some(monitor) = self.monitor(name) else {
            return Duration::ZERO;
        };
        let silent = monitor.servers.iter().filter(|server| {
            self.database_of(server).is_some_and(|db| db.condition.access == Access::Silent)
        });
        let each = monitor.connect_timeout()
            * u32::try_from(monitor.number("backend_connect_attempts", 1)).unwrap_or(1);
        let silent = u32::try_from(silent.count()).unwrap_or(u32::MAX);
        let silent = if monitor.module == Module::MariaDb { silent.min(1) } else { silent };
        self.version.looks_for() + each * silent
    }

    /// The replicas of a monitor take over what their sources wrote, as far as they reach them.
    pub(super) fn replicate(&mut self, monitor: &str) {
        let Some(monitor) = self.monitor(monitor) else {
            return;
        };
        let servers = monitor.servers.iter().filter_map(|name| self.servers.get(name));
        let addresses: Vec<Address> = servers.map(Server::address).collect();
        for address in addresses {
            self.databases.replicate_to(&address, self.now);
        }
    }

    fn finish_tick(&mut self, name: &str) {
        let Some(module) = self.monitor(name).map(|monitor| monitor.module.clone()) else {
            return;
        };
        self.replicate(name);
        match module {
            Module::MariaDb => self.check_replicas(name),
            Module::Galera => self.check_galera(name),
            Module::Other(_) => self.check_processes(name),
        }
        if module == Module::MariaDb {
            self.work_on_commands(name);
        }
        let busy = |monitor: &Monitor| monitor.job.as_ref().is_some_and(|job| job.is_started());
        match self.monitor(name) {
            Some(monitor) if busy(monitor) => {}
            Some(monitor) if monitor.ticks == 0 && monitor.activity != Activity::Idle => {
                self.write_first_journal(name);
            }
            _ => self.complete_tick(name),
        }
    }

    /// The first look of a monitor that was started ends only when its journal is written.
    fn write_first_journal(&mut self, name: &str) {
        let until = self.now + WRITING;
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.activity = Activity::Writing;
            monitor.tick_until = Some(until);
        }
        self.schedule.add(until, Event::TickEnd(name.to_owned()));
    }

    /// The look is over, with all that was done in it; another follows at once when the cluster
    /// was changed, or a command waits.
    pub(super) fn complete_tick(&mut self, name: &str) {
        let (now, version) = (self.now, self.version);
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        monitor.ticks += 1;
        monitor.activity = Activity::Idle;
        monitor.next_tick = monitor.next_tick.max(now + FAST);
        let next = monitor.next_tick;
        let waits = monitor.job.as_ref().is_some_and(|job| !job.is_started() && job.due <= now);
        let again = std::mem::take(&mut monitor.modified);
        if again && version.shows_moves_at_next_look() {
            monitor.next_tick = now + FAST;
            self.schedule.add(now + FAST, Event::Tick(name.to_owned()));
        } else if again || waits {
            self.tick(name);
        } else {
            self.schedule.add(next, Event::Tick(name.to_owned()));
        }
    }

    fn check_processes(&mut self, name: &str) {
        let servers = self.monitor(name).map(|monitor| monitor.servers.clone()).unwrap_or_default();
        for server in servers {
            let up = self.database_of(&server).is_some_and(|database| database.up);
            let before = self.server(&server).map(|server| server.status).unwrap_or_default();
            let after = before.unreachable().with_if(Flag::Running, up);
            self.note_state(name, &server, before, after);
        }
    }

    /// Gives a server the state that a look found, and reports what that changes.
    pub(super) fn note_state(&mut self, monitor: &str, name: &str, before: Status, after: Status) {
        let now = self.now;
        let reached = self.database_of(name).filter(|db| db.up && after.has(Flag::Running));
        let reached = reached.map(|db| (db.version.clone(), db.started));
        let Some(server) = self.server_mut(name) else {
            return;
        };
        let written = server.status;
        server.status = after;
        if let (Some((version, started)), Some(watch)) = (reached, &mut server.watch) {
            server.version = version;
            watch.uptime = now.duration_since(started).unwrap_or_default().as_secs();
        }
        if written != after {
            self.write_journal(monitor);
        }
        self.report_change(name, before, after);
    }

    fn report_change(&mut self, name: &str, before: Status, after: Status) {
        let maintained = before.union(after).has(Flag::Maintenance);
        let event = event_name(before.watched(), after.watched()).filter(|_| !maintained);
        let now = self.now;
        let Some((event, server)) = event.and_then(|event| Some((event, self.server_mut(name)?)))
        else {
            return;
        };
        if let Some(watch) = &mut server.watch {
            event.clone_into(&mut watch.last_event);
            watch.triggered_at = now;
        }
        self.note_event(name, event, before);
        if !after.is_usable() || !after.is_in_cluster() {
            self.lose_connections(name);
        }
    }
}
