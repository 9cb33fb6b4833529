//! Which modules are loaded: those in use, and those that somebody asked about.

use crate::objects::metadata::{LOADED, Module};
use crate::objects::names::ObjectNames;
use crate::world::World;

impl World {
    /// Loads a module, if there is one of that name.
    pub fn load_module(&mut self, name: &str) {
        let id = self.modules().module(name).map(Module::id);
        self.configuration.loaded_modules.extend(id);
    }

    /// Whether a module is loaded.
    #[must_use]
    pub fn has_loaded(&self, id: &str) -> bool {
        LOADED.contains(&id)
            || self.configuration.loaded_modules.contains(id)
            || self.uses_module(id)
    }

    fn uses_module(&self, id: &str) -> bool {
        self.monitors.iter().any(|monitor| monitor.module.name() == id)
            || self.services.iter().any(|service| service.router.module() == id)
            || self.filters.iter().any(|filter| filter.module == id)
    }

    /// Forgets what was asked about: only what is in use is loaded at a start.
    pub fn unload_modules(&mut self) {
        self.configuration.loaded_modules.clear();
    }
}
