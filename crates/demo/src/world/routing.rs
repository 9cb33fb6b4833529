//! Which server a session's statement goes to, by the rules of its router.

use super::World;
use super::service::{Router, Service, Targets};
use super::session::{Session, Statement};
use super::status::{Flag, Status};

impl World {
    /// The servers of a service, in order.
    #[must_use]
    pub fn servers_of_service(&self, service: &Service) -> Vec<String> {
        match &service.targets {
            Targets::Servers(servers) => servers.clone(),
            Targets::Monitor(monitor) => {
                self.monitor(monitor).map(|monitor| monitor.servers.clone()).unwrap_or_default()
            }
        }
    }

    fn status_of(&self, server: &str) -> Status {
        self.server(server).map(|server| server.status).unwrap_or_default()
    }

    /// Whether the database answers, whatever MaxScale takes its state to be.
    fn answers(&self, server: &str) -> bool {
        self.database_of(server).is_some_and(|database| database.up)
    }

    /// The servers that a new session of the service connects to.
    #[must_use]
    pub fn first_servers(&self, service: &Service) -> Vec<String> {
        let open: Vec<String> = self
            .servers_of_service(service)
            .into_iter()
            .filter(|name| self.status_of(name).takes_connections() && self.answers(name))
            .collect();
        match service.router {
            Router::ReadWriteSplit => open
                .into_iter()
                .filter(|name| {
                    let status = self.status_of(name);
                    status.has(Flag::Master) || status.has(Flag::Slave)
                })
                .collect(),
            Router::ReadConnection => self.one_server(service, open).into_iter().collect(),
            Router::Other(_) => Vec::new(),
        }
    }

    /// readconnroute: the matching server with the fewest connections; the primary stands in for
    /// replicas when there is none.
    fn one_server(&self, service: &Service, open: Vec<String>) -> Option<String> {
        let matching: Vec<&String> =
            open.iter().filter(|name| matches(service, self.status_of(name))).collect();
        let connections =
            |name: &&String| self.server(name).map(|server| server.statistics.connections);
        let best = matching.into_iter().min_by_key(connections).cloned();
        best.or_else(|| open.into_iter().find(|name| self.status_of(name).has(Flag::Master)))
    }

    /// The server for the next statement of a session; `None` when the session cannot go on.
    #[must_use]
    pub fn server_for(&self, session: &Session, statement: Statement) -> Option<String> {
        let service = self.service(&session.service)?;
        match service.router {
            Router::ReadWriteSplit => self.split(session, service, statement),
            Router::ReadConnection => self.stay(session, service),
            Router::Other(_) => None,
        }
    }

    /// readconnroute: the one server, unless it is in maintenance or lost what was asked for.
    fn stay(&self, session: &Session, service: &Service) -> Option<String> {
        let server = &session.backends.first()?.server;
        let status = self.status_of(server);
        let stands_in = status.has(Flag::Master) && !options(service).contains(&"master");
        let fits = matches(service, status) || stands_in;
        (status.is_usable() && fits).then(|| server.clone())
    }

    fn split(&self, session: &Session, service: &Service, statement: Statement) -> Option<String> {
        let open = |name: &String| {
            let status = self.status_of(name);
            session.uses(name) && status.is_usable()
                || status.takes_connections() && self.answers(name)
        };
        let servers: Vec<String> =
            self.servers_of_service(service).into_iter().filter(open).collect();
        let primary = servers.iter().find(|name| self.status_of(name).has(Flag::Master)).cloned();
        if let Some(holder) = &session.transaction {
            return primary.filter(|primary| primary == holder);
        }
        if statement != Statement::Read {
            return primary;
        }
        let operations =
            |name: &&String| self.server(name).map(|server| server.statistics.active_operations);
        let replicas = servers.iter().filter(|name| self.status_of(name).has(Flag::Slave));
        replicas.min_by_key(operations).cloned().or(primary)
    }
}

fn options(service: &Service) -> Vec<&str> {
    let text = service.parameters.get("router_options").and_then(|value| value.as_str());
    text.unwrap_or("running").split(',').map(str::trim).collect()
}

fn matches(service: &Service, status: Status) -> bool {
    options(service).iter().any(|option| match *option {
        "master" => status.has(Flag::Master),
        "slave" => status.has(Flag::Slave),
        "synced" => status.has(Flag::Synced),
        _ => status.has(Flag::Running),
    })
}
