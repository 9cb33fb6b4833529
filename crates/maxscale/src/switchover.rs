//! The switchover that has to come before the primary can be maintained.

use crate::monitor::Monitor;
use crate::name::{MonitorName, ServerName};
use crate::request::{Arguments, Request};
use crate::server::Server;
use crate::server_context::Topology;
use crate::state::Role;

/// The replica to take over: of those that are in service under the same monitor, the one least
/// behind, so that the switchover is short.
pub fn best_target<'a>(monitor: &Monitor, servers: &'a [Server]) -> Option<&'a Server> {
    servers
        .iter()
        .filter(|server| monitor.servers.contains(&server.name))
        .filter(|server| server.state.is_usable() && server.state.role() == Some(Role::Replica))
        .min_by_key(|server| (server.lag_seconds.unwrap_or(u64::MAX), server.name.clone()))
}

/// Makes `target` the primary. Asynchronous, as the synchronous command holds up the whole REST
/// API until it is done (rest-api.md 1.9 and 5.4).
pub fn request(monitor: &MonitorName, target: &ServerName) -> Request {
    let arguments = [monitor.as_str(), target.as_str()];
    Request::call("mariadbmon", "async-switchover", &Arguments::Positional(&arguments))
}

/// The request that makes another server the primary in a server's place, where one can take over.
pub fn suggested(server: &Server, topology: Topology<'_>) -> Option<Request> {
    let monitor = topology.monitor_of(server)?;
    let target = best_target(monitor, topology.servers?)?;
    Some(request(&monitor.name, &target.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{collection, single};

    #[test]
    fn the_replica_least_behind_takes_over() {
        let monitor: Monitor = single(
            r#"{"data":{"id":"M","relationships":{"servers":
            {"data":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}]}}}}"#,
        )
        .unwrap();
        let servers: Vec<Server> = collection(
            r#"{"data":[
            {"id":"a","attributes":{"state":"Master, Running"}},
            {"id":"b","attributes":{"state":"Slave, Running","replication_lag":4}},
            {"id":"c","attributes":{"state":"Slave, Running","replication_lag":1}},
            {"id":"d","attributes":{"state":"Maintenance, Running","replication_lag":0}},
            {"id":"other","attributes":{"state":"Slave, Running","replication_lag":0}}]}"#,
        )
        .unwrap();
        let target = best_target(&monitor, &servers).unwrap();
        assert_eq!(target.name.as_str(), "c");
        let request = request(&monitor.name, &target.name);
        assert_eq!(request.url(), "maxscale/modules/mariadbmon/async-switchover?M&c");
        assert_eq!(
            request.as_maxctrl().as_deref(),
            Some("maxctrl call command mariadbmon async-switchover M c")
        );
    }
}
