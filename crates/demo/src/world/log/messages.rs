//! What MaxScale writes to its log as things happen to it, in its words.

use super::{Log, Priority, Text};
use crate::objects::Parameters;
use crate::world::World;
use crate::world::resources::{Listener, Status};

impl World {
    /// Writes a row, unless its priority is switched off.
    pub fn note(&mut self, priority: Priority, text: impl Into<Text>) {
        if priority.is_on(&self.core) {
            self.log.write(self.now, priority, text);
        }
    }

    /// Says which priorities were switched on or off since the parameters were these.
    pub fn note_switches(&mut self, before: &Parameters) {
        for priority in Priority::ALL {
            let on = priority.is_on(&self.core);
            if on != priority.is_on(before) {
                let done = if on { "enabled" } else { "disabled" };
                let name = priority.name();
                let text = format!("The logging of {name} messages has been {done}.");
                self.note(Priority::Notice, text);
            }
        }
    }

    /// Says that repeated messages are no longer held back.
    pub fn note_throttling(&mut self, before: &Parameters) {
        let is_on = |core: &Parameters| {
            let set = core.get("log_throttling");
            set.and_then(|set| set.get("count")).and_then(|count| count.as_u64()) > Some(0)
        };
        if is_on(before) && !is_on(&self.core) {
            self.note(Priority::Notice, "Log throttling has been disabled.".to_owned());
        }
    }

    /// Says that a monitor found a server in another state.
    pub fn note_event(&mut self, name: &str, event: &str, before: Status) {
        let Some(server) = self.server(name) else {
            return;
        };
        let address = server.address();
        let place = format!("{name}[{}:{}]", address.host, address.port);
        let was = before.describe(server.statistics.connections);
        let is = server.state();
        if event.ends_with("_down") {
            let problem = format!("Can't connect to server on '{}' (115)", address.host);
            let text = format!("Monitor was unable to connect to server {place} : '{problem}'");
            self.note(Priority::Error, text);
        }
        let text = format!("Server changed state: {place}: {event}. [{was}] -> [{is}]");
        self.note(Priority::Notice, text);
    }

    /// Says what MaxScale says when it starts. What monitors of a scene saw before comes between
    /// its modules and its services.
    pub fn log_start(&mut self) {
        let seen_before =
            if self.log.is_new() { std::mem::take(&mut self.log) } else { Log::default() };
        self.log.open();
        for row in self.beginning() {
            self.note(Priority::Notice, row);
        }
        for row in seen_before.rows_from(0) {
            self.note(row.priority, row.text.clone());
        }
        for row in self.services_started() {
            self.note(Priority::Notice, row);
        }
    }

    fn beginning(&self) -> Vec<Text> {
        let mut rows = vec!["/etc/maxscale.cnf.d does not exist, not reading.".to_owned()];
        for module in self.modules_by_object() {
            let file = format!("/usr/lib64/maxscale/lib{module}.so");
            rows.push(format!("Module '{module}' loaded from '{file}'."));
        }
        for target in ["syslog", "maxlog"] {
            let on = self.core.get(target).and_then(|value| value.as_bool()).unwrap_or(false);
            let state = if on { "enabled" } else { "disabled" };
            rows.push(format!("{target} logging is {state}."));
        }
        let release = self.version.release();
        rows.push(format!("This is a simulation of MariaDB MaxScale {release}."));
        rows.push("Using HS256 for JWT signatures".to_owned());
        rows.push("Started REST API on [127.0.0.1]:8989".to_owned());
        rows.into_iter().map(Text::from).collect()
    }

    /// The modules in the order in which they are loaded: that of their objects' names.
    fn modules_by_object(&self) -> Vec<String> {
        let filters = self.filters.iter().map(|filter| (&filter.name, filter.module.as_str()));
        let monitors = self.monitors.iter().map(|monitor| (&monitor.name, monitor.module.name()));
        let services = self.services.iter().map(|service| (&service.name, service.router.module()));
        let mut objects: Vec<_> = filters.chain(monitors).chain(services).collect();
        objects.sort();
        let mut modules: Vec<String> = Vec::new();
        for (_, module) in objects {
            if modules.iter().all(|known| known != module) {
                modules.push(module.to_owned());
            }
        }
        modules
    }

    fn services_started(&self) -> Vec<Text> {
        let count = self.services.len();
        let mut rows = vec![Text::from(format!("Starting a total of {count} services..."))];
        for (index, service) in self.services.iter().enumerate() {
            for listener in self.listeners.iter().filter(|one| one.service == service.name) {
                rows.push(listener.greeting());
            }
            let number = index + 1;
            let text = format!("Service '{}' started ({number}/{count})", service.name);
            rows.push(text.into());
        }
        let threads = self.threads();
        rows.push(format!("MaxScale started with {threads} worker threads.").into());
        rows
    }
}

impl Listener {
    /// What it says in the log when it begins to listen.
    #[must_use]
    pub fn greeting(&self) -> Text {
        let text = |name: &str| self.parameters.get(name).and_then(|value| value.as_str());
        let port = self.parameters.get("port").and_then(|value| value.as_u64());
        let address = text("address").unwrap_or("::");
        let port = port.unwrap_or_default();
        Text::from(format!("Listening for connections at [{address}]:{port}")).of(&self.name)
    }
}
