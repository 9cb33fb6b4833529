//! What MaxScale would refuse is refused beforehand, and so is what would change nothing.

use crate::account::Account;
use crate::command::fixtures::{
    ADMIN, monitor, monitored, server, service, session, with_monitoring,
};
use crate::command::{Command, Refusal, Subject, Values};
use crate::monitor::MonitorModule;
use crate::server_context::{Monitoring, Topology};

const FORCE: bool = true;
const PLAIN: bool = false;
const ALL_OUT: [(Command, bool); 3] =
    [(Command::Maintain, PLAIN), (Command::Maintain, FORCE), (Command::Drain, PLAIN)];

fn values(force: bool) -> Values {
    Values::default().with_tick("force", force)
}

fn refusal(command: (Command, bool), state: &str, monitoring: &Monitoring) -> Option<Refusal> {
    let subject = with_monitoring(state, monitoring.clone());
    command.0.refusal(&subject, &values(command.1), ADMIN)
}

#[test]
fn a_running_mariadbmon_primary_is_refused_with_and_without_force_and_for_drain() {
    let monitoring = Monitoring::Running(MonitorModule::MariaDb);
    for command in ALL_OUT {
        assert_eq!(
            refusal(command, "Master, Running", &monitoring),
            Some(Refusal::PrimaryNeedsSwitchover)
        );
        assert_eq!(refusal(command, "Slave, Running", &monitoring), None);
        assert_eq!(refusal(command, "Down", &monitoring), None);
    }
}

#[test]
fn with_a_stopped_monitor_or_none_nothing_is_checked() {
    for monitoring in [Monitoring::Stopped(MonitorModule::MariaDb), Monitoring::Unmonitored] {
        for command in ALL_OUT {
            assert_eq!(refusal(command, "Master, Running", &monitoring), None);
        }
    }
}

#[test]
fn a_galera_primary_can_be_maintained_but_not_drained() {
    let monitoring = Monitoring::Running(MonitorModule::Galera);
    let drain = (Command::Drain, PLAIN);
    assert_eq!(refusal((Command::Maintain, FORCE), "Master, Synced, Running", &monitoring), None);
    assert_eq!(
        refusal(drain, "Master, Synced, Running", &monitoring),
        Some(Refusal::PrimaryCannotDrain)
    );
    assert_eq!(refusal(drain, "Slave, Synced, Running", &monitoring), None);
}

#[test]
fn return_is_for_what_is_out_of_service_also_while_draining() {
    let (command, monitoring) = ((Command::ReturnToService, PLAIN), Monitoring::Unmonitored);
    assert_eq!(refusal(command, "Slave, Running", &monitoring), Some(Refusal::InService));
    for state in ["Maintenance, Down", "Draining, Slave, Running", "Drained, Running"] {
        assert_eq!(refusal(command, state, &monitoring), None);
    }
}

#[test]
fn in_maintenance_only_forcing_still_does_something() {
    let monitoring = Monitoring::Running(MonitorModule::MariaDb);
    let refusal = |command| refusal(command, "Maintenance, Running", &monitoring);
    assert_eq!(refusal((Command::Maintain, PLAIN)), Some(Refusal::AlreadyInMaintenance));
    assert_eq!(refusal((Command::Maintain, FORCE)), None);
    assert_eq!(refusal((Command::Drain, PLAIN)), Some(Refusal::HiddenByMaintenance));
}

#[test]
fn a_read_only_account_may_do_nothing_and_an_unlisted_one_may_try() {
    for subject in super::subjects() {
        for command in Command::offered(subject.object().kind()) {
            assert_eq!(
                command.refusal(&subject, &values(FORCE), &Account::Basic),
                Some(Refusal::ReadOnlyAccount)
            );
        }
    }
    let replica = with_monitoring("Slave, Running", Monitoring::NotKnown);
    assert_eq!(Command::Maintain.refusal(&replica, &values(PLAIN), &Account::Unlisted), None);
}

#[test]
fn an_unread_monitor_is_not_known() {
    let monitoring = |subject: &Subject| subject.as_server().unwrap().monitoring.clone();
    let unread = Subject::server(&server("Master, Running", 1), Topology::default());
    assert_eq!(monitoring(&unread), Monitoring::NotKnown);
    let strange = monitored("Master, Running", 1, r#"{"module":"new"}"#, "readwritesplit");
    assert_eq!(monitoring(&strange), Monitoring::NotKnown);
}

#[test]
fn what_is_started_or_stopped_already_is_refused() {
    let (start, stop) = (Command::Start, Command::Stop);
    let refusal = |command: Command, subject: &Subject, force| {
        command.refusal(subject, &values(force), ADMIN)
    };
    assert_eq!(refusal(start, &monitor("Running"), PLAIN), Some(Refusal::AlreadyRunning));
    assert_eq!(refusal(start, &monitor("Stopped"), PLAIN), None);
    assert_eq!(refusal(stop, &monitor("Stopped"), PLAIN), Some(Refusal::AlreadyStopped));
    assert_eq!(refusal(stop, &service(3, "Started"), PLAIN), None);
    assert_eq!(refusal(stop, &service(3, "Stopped"), FORCE), None);
    assert_eq!(refusal(start, &service(0, "Failed"), PLAIN), None);
    assert_eq!(refusal(stop, &service(0, "A new word"), PLAIN), None);
    assert_eq!(refusal(Command::Kill, &session(), PLAIN), None);
}
