//! What may be done to a server and, where not, why, in words for people.
//!
//! MaxScale decides; this tells beforehand what it will say (rest-api.md 4.2, recordings
//! state-errors and maintenance-galera-primary).

use crate::account::Account;
use crate::action::Action;
use crate::monitor::{Monitor, MonitorModule, MonitorState};
use crate::server::Server;
use crate::state::{Mode, Role};

/// Who watches a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watch {
    /// No monitor.
    Unmonitored,
    /// A monitor that is stopped: states are frozen and MaxScale checks nothing.
    Stopped(MonitorModule),
    /// A running monitor.
    Running(MonitorModule),
    /// The monitor has not been read.
    NotKnown,
}

impl Watch {
    /// Who watches `server`, with its monitor as far as it was read.
    pub fn of(server: &Server, monitor: Option<&Monitor>) -> Self {
        match (&server.monitor, monitor) {
            (None, _) => Self::Unmonitored,
            (Some(_), None) => Self::NotKnown,
            (Some(_), Some(monitor)) if monitor.is_running() => {
                Self::Running(monitor.module.clone())
            }
            (Some(_), Some(monitor)) if monitor.state == MonitorState::Stopped => {
                Self::Stopped(monitor.module.clone())
            }
            (Some(_), Some(_)) => Self::NotKnown,
        }
    }
}

/// Why an action cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The account may only look.
    ReadOnlyAccount,
    /// The running primary under mariadbmon, with or without force.
    PrimaryNeedsSwitchover,
    /// The primary of a Galera or PostgreSQL cluster can be maintained, not drained.
    PrimaryCannotDrain,
    /// In maintenance already, and nothing was asked to be forced.
    AlreadyInMaintenance,
    /// Draining or drained already.
    AlreadyDraining,
    /// Drain would change nothing while the server is in maintenance.
    HiddenByMaintenance,
    /// It is in service.
    InService,
}

impl Refusal {
    /// The reason, and what to do instead.
    pub fn words(self) -> &'static str {
        match self {
            Self::ReadOnlyAccount => {
                "Your account may only look. Sign in as an administrator to do this."
            }
            Self::PrimaryNeedsSwitchover => {
                "MaxScale refuses this for the running primary, with force or without. \
                 Switch over to a replica first, then maintain this server."
            }
            Self::PrimaryCannotDrain => {
                "MaxScale refuses to drain the primary of this cluster. Maintain it instead."
            }
            Self::AlreadyInMaintenance => {
                "It is in maintenance already. \
                 Tick “Force closing” to close what is still connected."
            }
            Self::AlreadyDraining => "It gets no new connections already.",
            Self::HiddenByMaintenance => {
                "It is in maintenance and gets no new connections already."
            }
            Self::InService => "It is in service.",
        }
    }

    /// Whether a switchover opens the way.
    pub fn calls_for_switchover(self) -> bool {
        self == Self::PrimaryNeedsSwitchover
    }

    /// Whether there is nothing to show in a dialog either, so that the menu says it.
    pub fn is_settled_in_menu(self) -> bool {
        !matches!(
            self,
            Self::PrimaryNeedsSwitchover | Self::PrimaryCannotDrain | Self::AlreadyInMaintenance
        )
    }
}

/// Whether MaxScale will do `action` to `server`.
pub fn allowed(
    action: Action,
    server: &Server,
    watch: &Watch,
    account: &Account,
) -> Result<(), Refusal> {
    if account.is_read_only() {
        return Err(Refusal::ReadOnlyAccount);
    }
    let mode = server.state.mode();
    match action {
        Action::Maintain { force: false } if mode == Mode::Maintenance => {
            Err(Refusal::AlreadyInMaintenance)
        }
        Action::Maintain { .. } => primary_refusal(server, watch, false).map_or(Ok(()), Err),
        Action::Drain => match mode {
            Mode::Maintenance => Err(Refusal::HiddenByMaintenance),
            Mode::Draining | Mode::Drained => Err(Refusal::AlreadyDraining),
            Mode::InService => primary_refusal(server, watch, true).map_or(Ok(()), Err),
        },
        Action::Return if mode == Mode::InService => Err(Refusal::InService),
        Action::Return | Action::Delete => Ok(()),
    }
}

fn primary_refusal(server: &Server, watch: &Watch, drain: bool) -> Option<Refusal> {
    let is_primary = server.state.role() == Some(Role::Primary) && server.state.is_running();
    match watch {
        Watch::Running(MonitorModule::MariaDb) if is_primary => {
            Some(Refusal::PrimaryNeedsSwitchover)
        }
        Watch::Running(MonitorModule::Galera | MonitorModule::Postgres) if is_primary && drain => {
            Some(Refusal::PrimaryCannotDrain)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::single;

    fn server(state: &str) -> Server {
        single(&format!(r#"{{"data":{{"id":"s","attributes":{{"state":"{state}"}}}}}}"#)).unwrap()
    }

    fn verdict(action: Action, state: &str, watch: &Watch) -> Result<(), Refusal> {
        allowed(action, &server(state), watch, &Account::Admin)
    }

    const MAINTAIN: Action = Action::Maintain { force: false };
    const FORCE: Action = Action::Maintain { force: true };

    #[test]
    fn a_running_mariadbmon_primary_is_refused_with_and_without_force_and_for_drain() {
        let watch = Watch::Running(MonitorModule::MariaDb);
        for action in [MAINTAIN, FORCE, Action::Drain] {
            assert_eq!(
                verdict(action, "Master, Running", &watch),
                Err(Refusal::PrimaryNeedsSwitchover)
            );
            assert_eq!(verdict(action, "Slave, Running", &watch), Ok(()));
            assert_eq!(verdict(action, "Down", &watch), Ok(()));
        }
    }

    #[test]
    fn with_a_stopped_monitor_or_none_nothing_is_checked() {
        for watch in [Watch::Stopped(MonitorModule::MariaDb), Watch::Unmonitored] {
            for action in [MAINTAIN, FORCE, Action::Drain] {
                assert_eq!(verdict(action, "Master, Running", &watch), Ok(()));
            }
        }
    }

    #[test]
    fn a_galera_primary_can_be_maintained_but_not_drained() {
        let watch = Watch::Running(MonitorModule::Galera);
        assert_eq!(verdict(FORCE, "Master, Synced, Running", &watch), Ok(()));
        assert_eq!(
            verdict(Action::Drain, "Master, Synced, Running", &watch),
            Err(Refusal::PrimaryCannotDrain)
        );
        assert_eq!(verdict(Action::Drain, "Slave, Synced, Running", &watch), Ok(()));
    }

    #[test]
    fn return_is_for_what_is_out_of_service_also_while_draining() {
        let watch = Watch::Unmonitored;
        assert_eq!(verdict(Action::Return, "Slave, Running", &watch), Err(Refusal::InService));
        for state in ["Maintenance, Down", "Draining, Slave, Running", "Drained, Running"] {
            assert_eq!(verdict(Action::Return, state, &watch), Ok(()));
        }
    }

    #[test]
    fn in_maintenance_only_forcing_still_does_something() {
        let watch = Watch::Running(MonitorModule::MariaDb);
        let state = "Maintenance, Running";
        assert_eq!(verdict(MAINTAIN, state, &watch), Err(Refusal::AlreadyInMaintenance));
        assert_eq!(verdict(FORCE, state, &watch), Ok(()));
        assert_eq!(verdict(Action::Drain, state, &watch), Err(Refusal::HiddenByMaintenance));
    }

    #[test]
    fn a_read_only_account_may_do_nothing_and_an_unlisted_one_may_try() {
        let replica = server("Slave, Running");
        for action in [MAINTAIN, FORCE, Action::Drain, Action::Return, Action::Delete] {
            assert_eq!(
                allowed(action, &replica, &Watch::NotKnown, &Account::Basic),
                Err(Refusal::ReadOnlyAccount)
            );
        }
        assert_eq!(allowed(MAINTAIN, &replica, &Watch::NotKnown, &Account::Unlisted), Ok(()));
    }
}
