//! What goes over a service, as its resource shows it (rest-api.md 3.4, recording sessions-live).

use crate::world::World;
use crate::world::resources::{Routed, Router, Service, duration_text};
use serde_json::{Map, Value, json};

/// `statistics`: sessions and statements.
#[must_use]
pub fn statistics(service: &Service) -> Value {
    let statistics = &service.statistics;
    let ended = statistics.ended.max(1) as f64;
    json!({
        "active_operations": 0,
        "avg_sescmd_history_length": statistics.histories as f64 / ended,
        "avg_session_lifetime": statistics.lifetimes.as_secs_f64() / ended,
        "connections": statistics.connections,
        "failed_auths": 0,
        "max_connections": statistics.max_connections,
        "max_sescmd_history_length": statistics.longest_history,
        "max_session_lifetime": statistics.longest.as_secs(),
        "routed_packets": statistics.queries(),
        "total_connections": statistics.total_connections,
    })
}

/// `router_diagnostics`: where the statements went.
#[must_use]
pub fn diagnostics(world: &World, service: &Service) -> Value {
    let statistics = &service.statistics;
    let servers = world.servers_of_service(service);
    let routed = servers.iter().filter_map(|name| Some((name, statistics.routed.get(name)?)));
    match service.router {
        Router::ReadWriteSplit => json!({
            "queries": statistics.queries(),
            "replayed_transactions": 0,
            "ro_transactions": 0,
            "route_all": statistics.to_all,
            "route_master": statistics.to_primary,
            "route_slave": statistics.to_replica,
            "rw_transactions": statistics.transactions,
            "server_query_statistics": rows(routed, "avg_selects_per_session"),
            "trx_max_size_exceeded": 0,
        }),
        Router::ReadConnection => json!({
            "queries": routed.clone().map(|(_, routed)| routed.read + routed.write).sum::<u64>(),
            "server_query_statistics": rows(routed, "avg_queries_per_session"),
        }),
        Router::Other(_) => json!({}),
    }
}

fn rows<'a>(routed: impl Iterator<Item = (&'a String, &'a Routed)>, average: &str) -> Vec<Value> {
    routed.map(|(name, routed)| Value::Object(row(name, routed, average))).collect()
}

fn row(server: &str, routed: &Routed, average: &str) -> Map<String, Value> {
    let ended = routed.ended.max(1);
    let lifetime = routed.lifetimes.as_nanos() as f64 / ended as f64;
    let mut row = Map::new();
    let mut add = |name: &str, value: Value| drop(row.insert(name.to_owned(), value));
    add("avg_sess_duration", json!(duration_text(lifetime)));
    add(average, json!(routed.selects / ended));
    add("id", json!(server));
    add("read", json!(routed.read));
    add("total", json!(routed.read + routed.write));
    add("write", json!(routed.write));
    // Only known once a session has ended.
    if !routed.lifetimes.is_zero() {
        let active = routed.active.as_secs_f64() / routed.lifetimes.as_secs_f64();
        add("avg_sess_active_pct", json!(active * 100.0));
    }
    row
}
