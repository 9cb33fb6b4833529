//! What `mariadbmon` writes to the log when it moves roles, in its words.

use crate::world::World;
use crate::world::log::{Priority, Text};
use crate::world::resources::{MonitorCommand, Plan};

const MODULE: &str = "mariadbmon";

impl World {
    /// Writes rows of the module `mariadbmon`.
    pub(in crate::world::monitors) fn note_by_monitor(
        &mut self,
        priority: Priority,
        rows: impl IntoIterator<Item = String>,
    ) {
        for row in rows {
            self.note(priority, Text::from(row).by(MODULE));
        }
    }

    /// Says that a primary is down and will be replaced if it stays so for that many ticks.
    pub(super) fn note_failing_primary(&mut self, ticks: u64) {
        let text = format!(
            "Primary has failed. If primary does not return in {ticks} monitor tick(s), failover \
             begins."
        );
        self.note_by_monitor(Priority::Warning, [text]);
    }

    /// Says how roles were moved.
    pub(super) fn note_moves(&mut self, command: &MonitorCommand, plan: &Plan) {
        let (old, new) = (&plan.demote, &plan.promote);
        let mut rows = Vec::new();
        if matches!(
            command,
            MonitorCommand::Failover { .. } | MonitorCommand::Switchover { promote: None, .. }
        ) {
            let mut candidates = plan.redirect.clone();
            candidates.push(new.clone());
            candidates.sort();
            rows.push(format!(
                "Selecting a server to promote and replace '{old}'. Candidates are: {}.",
                quoted(&candidates)
            ));
            rows.push(format!("Selected '{new}'."));
        }
        if plan.swaps && !plan.maintains {
            rows.push(self.tell_connection(old, new));
        }
        if !plan.redirect.is_empty() {
            rows.push(format!(
                "Redirecting {} to replicate from '{new}' instead of '{old}'.",
                quoted(&plan.redirect)
            ));
            rows.push("All redirects successful.".to_owned());
            rows.push(format!(
                "All redirected slaves successfully started replication from '{new}'."
            ));
        }
        let verb = if plan.swaps { "Switchover" } else { "Failover" };
        rows.push(format!("{verb} '{old}' -> '{new}' performed."));
        self.note_by_monitor(Priority::Notice, rows);
    }

    /// Says that a server that followed nobody was sent to the primary.
    pub(super) fn note_rejoin(&mut self, server: &str, primary: &str) {
        let directing =
            format!("Directing standalone server '{server}' to replicate from '{primary}'.");
        let rows = [directing, self.tell_connection(server, primary)];
        self.note_by_monitor(Priority::Notice, rows);
    }

    fn tell_connection(&self, from: &str, to: &str) -> String {
        let place = self.server(to).map(|server| server.address());
        let place = place.map(|address| format!("[{}]:{}", address.host, address.port));
        let place = place.unwrap_or_default();
        format!("Replica connection from {from} to {place} created and started.")
    }
}

fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    names.join(", ")
}
