//! What a look makes of who follows whom: rings, and the primary.

use super::Cluster;

impl Cluster {
    /// Builds the graph anew and looks whether the primary is still the right one; tells of a
    /// change.
    pub(super) fn update_topology(&mut self) -> Vec<String> {
        self.build_graph();
        let primary = self.primary();
        let unusable = primary.is_none_or(|primary| !primary.is_usable());
        if self.changed || unusable || self.is_secondary() {
            self.update_primary()
        } else {
            Vec::new()
        }
    }
}
