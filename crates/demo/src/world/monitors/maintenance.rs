//! Setting and clearing states of a server by hand, with every refusal (rest-api.md 4,
//! recording state-errors).

use crate::world::World;
use crate::world::log::Priority;
use crate::world::resources::{Flag, Module};
use std::time::Duration;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// `set` without force.
    Set,
    /// `set` with `force=yes`: connections are closed when it becomes maintenance.
    SetByForce,
    /// `clear`.
    Clear,
}

/// How often a call looks whether the monitor has got round to a tick (recorded: 0.1 s).
const FAST_TICK: Duration = Duration::from_millis(100);

impl World {
    /// Changes a state of a server, after waiting for its monitor if that runs.
    ///
    /// # Errors
    /// The refusal in MaxScale's words; nothing has changed then.
    pub fn change_state(&mut self, name: &str, change: Change, flag: Flag) -> Result<(), String> {
        let monitor = self.monitor_of(name).filter(|monitor| monitor.running);
        let Some(monitor) = monitor.map(|monitor| monitor.name.clone()) else {
            self.apply(name, change, flag);
            return Ok(());
        };
        if !matches!(flag, Flag::Maintenance | Flag::Draining) {
            if !self.version.refuses_states_by_name() {
                return Err("The server is monitored, so only the maintenance status can be \
                            set/cleared manually. Status was not modified."
                    .to_owned());
            }
            return Err(format!(
                "Server  {name} is monitored so only maintenance and drain status can be altered \
                 manually. Status was not modified."
            ));
        }
        if change != Change::Clear {
            self.refuse_primary(name, flag)?;
        }
        self.wait_for_monitor(&monitor);
        self.note_request(name, change, flag);
        self.apply_state(name, change, flag);
        self.tick(&monitor);
        self.wait_for_monitor(&monitor);
        self.advance(FAST_TICK);
        self.apply_force(name, change, flag);
        Ok(())
    }

    fn refuse_primary(&self, name: &str, flag: Flag) -> Result<(), String> {
        let is_primary = self.server(name).is_some_and(|server| server.is_usable_primary());
        let module = self.monitor_of(name).map(|monitor| &monitor.module);
        match module {
            Some(Module::MariaDb) if is_primary => {
                Err("The server is primary, so it cannot be set in maintenance or draining mode. \
                 First perform a switchover and then retry the operation."
                    .to_owned())
            }
            Some(Module::Galera | Module::Other(_)) if is_primary && flag == Flag::Draining => {
                Err("The server is master, so it cannot be set to draining mode.".to_owned())
            }
            _ => Ok(()),
        }
    }

    fn apply(&mut self, name: &str, change: Change, flag: Flag) {
        self.apply_state(name, change, flag);
        self.apply_force(name, change, flag);
    }

    /// The monitor says what it was asked to do, if that changes anything.
    fn note_request(&mut self, name: &str, change: Change, flag: Flag) {
        let status = self.server(name).map(|server| server.status).unwrap_or_default();
        let maintained = status.has(Flag::Maintenance);
        let is_set = status.has(flag);
        let deed = match (flag, change == Change::Clear) {
            (Flag::Maintenance, false) if !is_set => "is going into maintenance",
            (Flag::Maintenance, true) if is_set => "is coming out of maintenance",
            (Flag::Draining, false) if !is_set && !maintained => "is being drained",
            (Flag::Draining, true) if is_set && !maintained => "is no longer being drained",
            _ => return,
        };
        self.note(Priority::Notice, format!("Server '{name}' {deed}."));
    }

    fn apply_state(&mut self, name: &str, change: Change, flag: Flag) {
        if let Some(server) = self.server_mut(name) {
            server.status = match change {
                Change::Clear => server.status.without(flag),
                Change::Set | Change::SetByForce => server.status.with(flag),
            };
        }
    }

    fn apply_force(&mut self, name: &str, change: Change, flag: Flag) {
        if change == Change::SetByForce && flag == Flag::Maintenance {
            self.lose_connections(name);
        }
    }
}
