//! What sessions do is counted at the service that they came to.

use super::session::Backend;
use crate::world::resources::Service;
use std::time::Duration;

impl Service {
    /// Notes a new session.
    pub(super) fn session_began(&mut self) {
        let statistics = &mut self.statistics;
        statistics.connections += 1;
        statistics.total_connections += 1;
        statistics.max_connections = statistics.max_connections.max(statistics.connections);
    }

    /// Notes that a session ended, which had these connections.
    pub(super) fn session_ended(&mut self, lasted: Duration, history: u64, backends: &[Backend]) {
        let statistics = &mut self.statistics;
        statistics.connections = statistics.connections.saturating_sub(1);
        statistics.ended += 1;
        statistics.lifetimes += lasted;
        statistics.longest = statistics.longest.max(lasted);
        statistics.histories += history;
        statistics.longest_history = statistics.longest_history.max(history);
        for backend in backends {
            let routed = statistics.routed.entry(backend.server.clone()).or_default();
            routed.ended += 1;
            routed.lifetimes += lasted;
            routed.active += backend.active;
            routed.selects += backend.selects;
        }
    }

    /// Notes statements sent to a server.
    pub fn routed(&mut self, server: &str, reads: bool, count: u64) {
        let statistics = &mut self.statistics;
        let routed = statistics.routed.entry(server.to_owned()).or_default();
        if reads {
            routed.read += count;
            statistics.to_replica += count;
        } else {
            routed.write += count;
            statistics.to_primary += count;
        }
    }

    /// Notes a statement sent to every server of a session.
    pub(super) fn routed_to_all(&mut self, backends: &[Backend]) {
        self.statistics.to_all += 1;
        for backend in backends {
            self.statistics.routed.entry(backend.server.clone()).or_default().read += 1;
        }
    }
}
