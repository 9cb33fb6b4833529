//! `scan-topology`: which servers follow which, by their ids (maxscale-25.md 4).

use crate::world::World;
use crate::world::resources::{Observation, Server};
use serde_json::{Value, json};

/// The servers of a monitor that can be reached, as its scan finds them.
#[must_use]
pub fn scanned(world: &World, monitor: &str) -> Value {
    let names = world.monitor(monitor).map(|monitor| monitor.servers.as_slice());
    let servers = names.unwrap_or_default().iter().filter_map(|name| world.server(name));
    let found: Vec<(&Server, &Observation)> = servers
        .filter(|server| world.database_of(&server.name).is_some_and(|database| database.up))
        .filter_map(|server| Some((server, &server.watch.as_ref()?.observation)))
        .collect();
    let sources = |seen: &Observation| -> Vec<i64> {
        seen.links.iter().map(|link| link.server_id).filter(|id| *id > 0).collect()
    };
    let row = |(server, seen): &(&Server, &Observation)| {
        let follows =
            |(_, other): &&(&Server, &Observation)| sources(other).contains(&seen.server_id);
        let replicas: Vec<i64> =
            found.iter().filter(follows).map(|(_, other)| other.server_id).collect();
        let address = server.address();
        json!({
            "host": address.host,
            "id": seen.server_id,
            "monitor_name": monitor,
            "port": address.port,
            "primaries": sources(seen),
            "replicas": replicas,
            "server_name": server.name,
        })
    };
    json!({ "results": found.iter().map(row).collect::<Vec<_>>() })
}
