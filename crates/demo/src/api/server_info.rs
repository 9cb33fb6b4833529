//! What a monitor's module adds to a server's attributes: what it saw when it looked last.

use crate::version::MaxScaleVersion;
use crate::world::databases::Gtid;
use crate::world::resources::{
    Flag, Link, Lock, Module, Monitor, Node, Observation, Server, Watch,
};
use serde_json::{Map, Value, json};

/// The attributes; the monitor's own `server_info` has the same.
#[must_use]
pub fn server_info(
    version: MaxScaleVersion,
    monitor: &Monitor,
    server: &Server,
) -> Map<String, Value> {
    let Some(watch) = &server.watch else {
        return Map::new();
    };
    let info = match monitor.module {
        Module::MariaDb => replica(version, server, &watch.observation),
        Module::Galera => node(monitor, server, watch),
        Module::Other(_) => Value::Null,
    };
    match info {
        Value::Object(info) => info,
        _ => Map::new(),
    }
}

fn replica(version: MaxScaleVersion, server: &Server, observation: &Observation) -> Value {
    let mut info = json!({
        "gtid_binlog_pos": observation.position.map(text),
        "gtid_current_pos": observation.position.map(text),
        "lock_held": (observation.lock != Lock::Unknown).then_some(observation.lock == Lock::Held),
        "master_group": observation.ring,
        "name": server.name,
        "read_only": observation.read_only,
        "server_id": observation.server_id,
        "slave_connections": observation.links.iter().map(link).collect::<Vec<_>>(),
    });
    let external = observation.external.filter(|_| server.status.has(Flag::Running));
    let details = external.map(|external| external.details(version.tells_external_threads()));
    if let (Value::Object(fields), true) =
        (&mut info, details.is_some() || version.tells_empty_details())
    {
        fields.insert("state_details".to_owned(), json!(details));
    }
    info
}

fn link(link: &Link) -> Value {
    let mut connection = json!({
        "connection_name": "",
        "gtid_io_pos": link.received.map(text).unwrap_or_default(),
        "last_io_error": link.io_error,
        "last_sql_error": link.sql_error,
        "master_host": link.host,
        "master_port": link.port,
        "master_server_id": link.server_id,
        "seconds_behind_master": link.behind,
        "slave_io_running": link.io.word(),
        "slave_sql_running": if link.sql { "Yes" } else { "No" },
        "using_gtid": link.using_gtid,
    });
    if let (Value::Object(fields), Some(name)) = (&mut connection, &link.source) {
        fields.insert("master_server_name".to_owned(), json!(name));
    }
    connection
}

/// `galeramon` tells of the look before the last one.
fn node(monitor: &Monitor, server: &Server, watch: &Watch) -> Value {
    let [_, Some(node)] = &watch.nodes else {
        return Value::Null;
    };
    let mut info = json!({
        "gtid_binlog_pos": "",
        "gtid_current_pos": "",
        "master_id": 0,
        "name": server.name,
        "read_only": node.read_only,
        "server_id": node.server_id,
    });
    let details = details(monitor, server, node);
    if let (Value::Object(fields), false) = (&mut info, details.is_empty()) {
        fields.insert("state_details".to_owned(), json!(details.join(", ")));
    }
    info
}

fn details<'a>(monitor: &Monitor, server: &Server, node: &'a Node) -> Vec<&'a str> {
    let mut details = Vec::new();
    if !node.comment.is_empty() && node.comment != "Synced" {
        details.push(node.comment.as_str());
    }
    let sticks = monitor.is_on("disable_master_failback")
        && server.status.acts_as(Flag::Master)
        && monitor.primary.as_ref() == Some(&server.name);
    if sticks {
        details.push("Master Stickiness");
    }
    details
}

fn text(position: Gtid) -> String {
    position.to_string()
}
