//! What goes over a service, as its resource shows it (rest-api.md 3.4, recording sessions-live).

use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::resources::{Routed, Router, Service, ServiceStatistics, duration_text};
use serde_json::{Map, Value, json};

/// `statistics`: sessions and statements.
#[must_use]
pub fn statistics(version: MaxScaleVersion, service: &Service) -> Value {
    let statistics = &service.statistics;
    let mut shown = members(json!({
        "active_operations": 0,
        "connections": statistics.connections,
        "failed_auths": 0,
        "max_connections": statistics.max_connections,
        "routed_packets": statistics.queries(),
        "total_connections": statistics.total_connections,
    }));
    if version.has_session_statistics() {
        shown.extend(of_sessions(statistics));
    }
    if version.has_session_activity() {
        shown.extend(activity(statistics));
    }
    if version.counts_reads_and_writes() {
        // All that readconnroute sends on counts as a write.
        let reads = match service.router {
            Router::ReadConnection => 0,
            Router::ReadWriteSplit | Router::Other(_) => statistics.to_replica + statistics.to_all,
        };
        shown.insert("routed_reads".to_owned(), json!(reads));
        shown.insert("routed_writes".to_owned(), json!(statistics.queries() - reads));
    }
    Value::Object(shown)
}

/// How long the sessions that ended had lasted, and what they had kept to repeat.
fn of_sessions(statistics: &ServiceStatistics) -> Map<String, Value> {
    let ended = statistics.ended.max(1) as f64;
    members(json!({
        "avg_sescmd_history_length": statistics.histories as f64 / ended,
        "avg_session_lifetime": statistics.lifetimes.as_secs_f64() / ended,
        "max_sescmd_history_length": statistics.longest_history,
        "max_session_lifetime": statistics.longest.as_secs(),
    }))
}

/// How busy the sessions that ended had been (maxscale-25.md 2.4).
fn activity(statistics: &ServiceStatistics) -> Map<String, Value> {
    let ended = statistics.ended.max(1) as f64;
    let active: f64 = statistics.routed.values().map(|one| one.active.as_secs_f64()).sum();
    let lived = statistics.lifetimes.as_secs_f64().max(f64::MIN_POSITIVE);
    let share = (active / lived * 100.0).min(100.0);
    let queries = statistics.queries() as f64 / ended;
    members(json!({
        "avg_session_active_pct": share,
        "avg_session_queries": queries,
        "max_session_active_pct": share,
        "max_session_lifetime": statistics.longest.as_secs_f64(),
        "max_session_queries": queries.ceil() as u64,
    }))
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// `router_diagnostics`: where the statements went.
#[must_use]
pub fn diagnostics(world: &World, service: &Service) -> Value {
    let shown = of_router(world, service);
    if !world.version.has_session_activity() {
        return shown;
    }
    let mut shown = members(shown);
    shown.remove("server_query_statistics");
    if service.router == Router::ReadWriteSplit {
        for name in ["in_progress", "ok", "timeout"] {
            shown.insert(format!("sync_transaction_{name}"), json!(0));
        }
        shown.insert("sync_transaction_lag".to_owned(), json!(0.0));
    }
    Value::Object(shown)
}

fn of_router(world: &World, service: &Service) -> Value {
    let statistics = &service.statistics;
    let servers = world.servers_of_service(service);
    let routed = servers.iter().filter_map(|name| Some((name, statistics.routed.get(name)?)));
    match service.router {
        Router::ReadWriteSplit => with_histories(
            world.version,
            statistics,
            json!({
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
        ),
        Router::ReadConnection => json!({
            "queries": routed.clone().map(|(_, routed)| routed.read + routed.write).sum::<u64>(),
            "server_query_statistics": rows(routed, "avg_queries_per_session"),
        }),
        Router::Other(_) => json!({}),
    }
}

/// What the sessions had kept to repeat, where the statistics do not tell.
fn with_histories(version: MaxScaleVersion, statistics: &ServiceStatistics, shown: Value) -> Value {
    let mut shown = members(shown);
    if !version.has_session_statistics() {
        let average = statistics.histories / statistics.ended.max(1);
        shown.insert("avg_sescmd_history_length".to_owned(), json!(average));
        let longest = statistics.longest_history;
        shown.insert("max_sescmd_history_length".to_owned(), json!(longest));
    }
    Value::Object(shown)
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
