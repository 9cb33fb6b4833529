//! What is saved of changes at runtime, and where an object comes from (rest-api.md 7.5).

use crate::objects::Origin;
use crate::world::World;
use crate::world::log::Priority;
use crate::world::resources::Targets;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where changes are saved.
const DIRECTORY: &str = "/var/lib/maxscale/maxscale.cnf.d";

/// Where a configuration that several MaxScales share is kept.
const SHARED: &str = "/var/lib/maxscale/maxscale-config.json";

/// What MaxScale knows of its configuration files.
#[derive(Clone, Debug, Default)]
pub struct Saving {
    /// The objects of the configuration file, as they are there.
    from_file: Arc<BTreeMap<String, Value>>,
    /// The objects of that file that have ever had a file of their own.
    overridden: BTreeSet<String>,
    /// What the sender of a request is to be told.
    warnings: Vec<String>,
}

impl World {
    /// Takes all objects that there are for those of the configuration file.
    pub fn remember_file(&mut self) {
        let names = self.object_names().into_iter().chain(["maxscale".to_owned()]);
        let from_file = names.map(|name| (name.clone(), self.configuration(&name))).collect();
        self.configuration.saving.from_file = Arc::new(from_file);
    }

    /// Saves an object after a change: one that is as in the configuration file again is not kept.
    pub fn save(&mut self, name: &str) {
        if self.shares_configuration() {
            return;
        }
        let in_file = self.configuration.saving.from_file.get(name);
        // MaxScale never takes a monitor or server for what is in the file again.
        let can_return = self.monitor(name).is_none() && self.server(name).is_none();
        let is_original =
            can_return && self.origin(name).is_none_or(|origin| origin != Origin::Runtime);
        if is_original && in_file == Some(&self.configuration(name)) {
            return;
        }
        if in_file.is_some() {
            let file = file_of(name);
            let text = format!(
                "Saving runtime modifications to '{name}' in '{file}'. The modified values will \
                 override the values found in the static configuration files."
            );
            // The log has it when the file is new, the sender always.
            if self.configuration.saving.overridden.insert(name.to_owned()) {
                self.note(Priority::Warning, text.clone());
            }
            self.configuration.saving.warnings.push(text);
        }
        if let Some(origin) = self.origin_mut(name).filter(|origin| **origin == Origin::Static) {
            *origin = Origin::Changed;
        }
    }

    /// Removes what is saved of an object that is being deleted.
    pub fn forget(&mut self, name: &str) {
        if !self.shares_configuration() && self.configuration.saving.from_file.contains_key(name) {
            self.configuration.saving.warnings.push(format!(
                "Object '{name}' is defined in a static configuration file and cannot be \
                 permanently deleted. If MaxScale is restarted, the object will appear again."
            ));
        }
    }

    /// What the sender of a request is to be told, once.
    pub fn take_warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.configuration.saving.warnings)
    }

    /// The `source` attribute of an object.
    #[must_use]
    pub fn source(&self, name: &str, origin: Origin) -> Value {
        if self.shares_configuration() {
            return json!({ "file": SHARED, "type": "cluster" });
        }
        let kind = if self.configuration.saving.from_file.contains_key(name) {
            "static"
        } else {
            "runtime"
        };
        match origin {
            Origin::Static => json!({ "file": "/etc/maxscale.cnf", "type": "static" }),
            Origin::Changed | Origin::Runtime => json!({ "file": file_of(name), "type": kind }),
        }
    }

    fn object_names(&self) -> Vec<String> {
        let servers = self.servers.iter().map(|server| &server.name);
        let monitors = self.monitors.iter().map(|monitor| &monitor.name);
        let services = self.services.iter().map(|service| &service.name);
        let listeners = self.listeners.iter().map(|listener| &listener.name);
        let filters = self.filters.iter().map(|filter| &filter.name);
        let names = servers.chain(monitors).chain(services).chain(listeners).chain(filters);
        names.cloned().collect()
    }

    /// All that is configured of an object: parameters, and what it uses.
    #[must_use]
    pub fn configuration(&self, name: &str) -> Value {
        match self.kind_of(name) {
            Some("server") => self.server(name).map(|server| json!(server.parameters)),
            Some("monitor") => {
                self.monitor(name).map(|monitor| json!([monitor.parameters, monitor.servers]))
            }
            Some("service") => self.service(name).map(|service| {
                let targets = match &service.targets {
                    Targets::Monitor(monitor) => json!(monitor),
                    Targets::Servers(servers) => json!(servers),
                };
                json!([service.parameters, targets, service.filters])
            }),
            Some("listener") => self.listeners.get(name).map(|listener| json!(listener.parameters)),
            Some("filter") => self.filters.get(name).map(|filter| json!(filter.parameters)),
            _ => (name == "maxscale").then(|| json!(self.core)),
        }
        .unwrap_or_default()
    }

    fn origin(&self, name: &str) -> Option<Origin> {
        let of_server = self.server(name).map(|server| server.origin);
        let of_monitor = || self.monitor(name).map(|monitor| monitor.origin);
        let of_service = || self.service(name).map(|service| service.origin);
        let of_listener = || self.listeners.get(name).map(|listener| listener.origin);
        let of_filter = || self.filters.get(name).map(|filter| filter.origin);
        of_server.or_else(of_monitor).or_else(of_service).or_else(of_listener).or_else(of_filter)
    }

    fn origin_mut(&mut self, name: &str) -> Option<&mut Origin> {
        match self.kind_of(name)? {
            "server" => self.server_mut(name).map(|server| &mut server.origin),
            "monitor" => self.monitor_mut(name).map(|monitor| &mut monitor.origin),
            "service" => self.service_mut(name).map(|service| &mut service.origin),
            "listener" => self.listeners.get_mut(name).map(|listener| &mut listener.origin),
            _ => self.filters.get_mut(name).map(|filter| &mut filter.origin),
        }
    }
}

fn file_of(name: &str) -> String {
    format!("{DIRECTORY}/{name}.cnf")
}
