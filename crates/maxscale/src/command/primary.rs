//! What holds for primaries (rest-api.md 4.2, recordings state-errors and
//! maintenance-galera-primary).

use super::Refusal;
use crate::monitor::MonitorModule;
use crate::server_context::{Monitoring, ServerContext};
use crate::state::Role;
use texts::sentences;

/// Why MaxScale refuses to take a primary out of service.
pub(super) fn refusal(context: &ServerContext, drain: bool) -> Option<Refusal> {
    let state = &context.server.state;
    let is_primary = state.role() == Some(Role::Primary) && state.is_running();
    match &context.monitoring {
        Monitoring::Running(MonitorModule::MariaDb) if is_primary => {
            Some(Refusal::PrimaryNeedsSwitchover)
        }
        Monitoring::Running(MonitorModule::Galera | MonitorModule::Postgres)
            if is_primary && drain =>
        {
            Some(Refusal::PrimaryCannotDrain)
        }
        Monitoring::Running(_)
        | Monitoring::Stopped(_)
        | Monitoring::Unmonitored
        | Monitoring::NotKnown => None,
    }
}

/// Who becomes primary in the server's place.
pub(super) fn succession(context: &ServerContext) -> Option<&'static str> {
    if context.is_primary() && context.hands_over {
        Some(sentences::another_primary())
    } else if context.leaves_no_primary() {
        Some(sentences::no_other_primary())
    } else {
        None
    }
}
