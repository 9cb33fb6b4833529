//! What parameters can name: the objects that there are.

use super::metadata::Modules;

/// Tells which names are those of objects.
pub trait ObjectNames {
    /// The modules that there are.
    fn modules(&self) -> &'static Modules;

    /// The kind of the object of that name: `server`, `service`, `monitor`, `filter`, `listener`.
    fn kind_of(&self, name: &str) -> Option<&'static str>;

    /// The monitor that looks at a server.
    fn monitor_of_server(&self, server: &str) -> Option<String>;
}
