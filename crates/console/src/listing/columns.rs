//! The columns of each kind of list (maxgui-features.md 3.6 to 3.10, and what the API has beside).

use super::context::{ListedListener, ListedMonitor, ListedService};
use super::{Column, Format, Value, natural};
use maxscale::account::User;
use maxscale::address::Address;
use maxscale::filter::Filter;
use maxscale::object::{Object, ObjectState, objects};
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;
use maxscale::words::duration;

const fn column<T>(
    key: &'static str,
    label: &'static str,
    format: Format,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { key, label, format, shown_by_default: true, value }
}

/// One that is shown only when it is chosen.
const fn hidden<T>(
    key: &'static str,
    label: &'static str,
    format: Format,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { key, label, format, shown_by_default: false, value }
}

fn one(object: impl Into<Object>) -> Value {
    Value::Objects(vec![object.into()])
}

/// Of servers.
pub const SERVERS: &[Column<Server>] = &[
    column("name", "Server", Format::Links, |server| one(server.name.clone())),
    column("address", "Address", Format::Words, |server| Value::Text(server.address.to_string())),
    column("connections", "Connections", Format::Number, |server| {
        Value::count(server.load.connections)
    }),
    column("state", "State", Format::State, |server| {
        Value::State(ObjectState::Server(server.state.clone()))
    }),
    column("lag", "Lag", Format::Lag, |server| server.lag().map_or(Value::Nothing, Value::Lag)),
    column("gtid", "GTID", Format::Code, |server| {
        server.gtid.clone().map_or(Value::Nothing, Value::Code)
    }),
    column("services", "Services", Format::Links, |server| Value::objects(&server.services)),
    hidden("monitor", "Monitor", Format::Links, |server| Value::objects(server.monitor.as_slice())),
    hidden("version", "Version", Format::Words, |server| Value::text(server.version.clone())),
    hidden("operations", "Active", Format::Number, |server| {
        Value::count(server.load.active_operations)
    }),
    hidden("pooled", "Pooled", Format::Number, |server| Value::count(server.load.pooled)),
];

/// Of services.
pub const SERVICES: &[Column<ListedService>] = &[
    column("name", "Service", Format::Links, |listed| one(listed.service.name.clone())),
    column("state", "State", Format::State, |listed| Value::State(listed.state.clone())),
    column("router", "Router", Format::Words, |listed| {
        Value::Text(listed.service.router.word().to_owned())
    }),
    column("sessions", "Sessions", Format::Number, |listed| Value::count(listed.service.sessions)),
    column("total", "Total sessions", Format::Number, |listed| {
        Value::count(listed.service.total_sessions)
    }),
    column("operations", "Active", Format::Number, |listed| {
        Value::count(listed.service.active_operations)
    }),
    column("life", "Avg. duration", Format::Number, |listed| {
        listed.service.average_life_seconds.map_or(Value::Nothing, Value::Seconds)
    }),
    column("targets", "Routes to", Format::Links, |listed| {
        Value::Objects(targets(&listed.service))
    }),
    column("listeners", "Listeners", Format::Links, |listed| {
        Value::objects(&listed.service.listeners)
    }),
    column("filters", "Filters", Format::Links, |listed| Value::objects(&listed.service.filters)),
    hidden("failed", "Failed logins", Format::Number, |listed| {
        Value::count(listed.service.failed_logins)
    }),
];

fn targets(service: &Service) -> Vec<Object> {
    let cluster = objects(service.cluster.as_slice());
    [cluster, objects(&service.servers), objects(&service.services)].concat()
}

/// Of listeners.
pub const LISTENERS: &[Column<ListedListener>] = &[
    column("name", "Listener", Format::Links, |listed| one(listed.listener.name.clone())),
    column("state", "State", Format::State, |listed| {
        Value::State(ObjectState::Listener(listed.listener.state.clone()))
    }),
    column("host", "Host", Format::Words, |listed| match &listed.listener.address {
        Address::Network { host, .. } => Value::Text(host.clone()),
        Address::Socket(path) => Value::Text(path.clone()),
        Address::Unknown => Value::Nothing,
    }),
    column("port", "Port", Format::Number, |listed| match &listed.listener.address {
        Address::Network { port: Some(port), .. } => Value::Text(port.to_string()),
        _ => Value::Nothing,
    }),
    column("protocol", "Protocol", Format::Words, |listed| {
        Value::text(listed.listener.protocol.clone())
    }),
    column("service", "Service", Format::Links, |listed| {
        Value::objects(listed.listener.service.as_slice())
    }),
    column("sessions", "Sessions of the service", Format::Number, |listed| {
        Value::count(listed.sessions)
    }),
];

/// Of filters.
pub const FILTERS: &[Column<Filter>] = &[
    column("name", "Filter", Format::Links, |filter| one(filter.name.clone())),
    column("module", "Module", Format::Words, |filter| Value::Text(filter.module.clone())),
    column("services", "Services", Format::Links, |filter| Value::objects(&filter.services)),
];

/// Of monitors.
pub const MONITORS: &[Column<ListedMonitor>] = &[
    column("name", "Monitor", Format::Links, |listed| one(listed.monitor.name.clone())),
    column("state", "State", Format::State, |listed| {
        Value::State(ObjectState::Monitor(listed.monitor.state.clone()))
    }),
    column("module", "Module", Format::Words, |listed| {
        Value::Text(listed.monitor.module.word().to_owned())
    }),
    column("primary", "Primary", Format::Links, |listed| {
        listed.primaries.as_deref().map_or(Value::Nothing, Value::objects)
    }),
    column("activity", "Current operation", Format::Words, |listed| {
        Value::text(listed.monitor.activity.clone())
    }),
    column("ticks", "Checks", Format::Number, |listed| Value::count(listed.monitor.ticks)),
    column("interval", "Interval", Format::Words, |listed| {
        Value::text(listed.monitor.interval.as_deref().map(duration))
    }),
    column("servers", "Servers", Format::Links, |listed| Value::objects(&listed.monitor.servers)),
    column("services", "Services", Format::Links, |listed| Value::objects(&listed.services)),
];

/// Of sessions.
pub const SESSIONS: &[Column<Session>] = &[
    column("id", "Session", Format::Links, |session| one(session.id.clone())),
    column("client", "Client", Format::Words, |session| Value::Text(session.client())),
    column("connected", "Connected", Format::Moment, |session| {
        session.connected.clone().map_or(Value::Nothing, Value::Moment)
    }),
    column("idle", "Idle", Format::Number, |session| {
        session.idle_seconds.map_or(Value::Text("busy".to_owned()), Value::Seconds)
    }),
    column("memory", "Memory", Format::Number, |session| {
        session.memory_bytes.map_or(Value::Nothing, Value::Bytes)
    }),
    column("activity", "I/O activity", Format::Number, |session| Value::count(session.io_activity)),
    column("servers", "Servers", Format::Links, |session| {
        let mut servers = session.servers.clone();
        servers.sort_by(|a, b| natural(a.as_str(), b.as_str()));
        Value::objects(&servers)
    }),
    hidden("state", "State", Format::Words, |session| Value::text(session.state.clone())),
    // The last, so that it can be left out.
    column("service", "Service", Format::Links, |session| {
        Value::objects(session.service.as_slice())
    }),
];

/// Of the sessions of one service.
pub const SESSIONS_OF_SERVICE: &[Column<Session>] = match SESSIONS.split_last() {
    Some((_, others)) => others,
    None => SESSIONS,
};

/// Of those who may sign in to MaxScale.
pub const USERS: &[Column<User>] = &[
    column("name", "User", Format::Words, |user| Value::Text(user.name.clone())),
    column("role", "Role", Format::Words, |user| Value::Text(user.account.words().to_owned())),
    column("type", "Type", Format::Words, |user| Value::text(user.origin.clone())),
    column("created", "Created", Format::Moment, |user| moment(&user.created)),
    column("updated", "Last updated", Format::Moment, |user| moment(&user.updated)),
    column("login", "Last signed in", Format::Moment, |user| moment(&user.signed_in)),
];

fn moment(date: &Option<String>) -> Value {
    date.clone().map_or(Value::Nothing, Value::Moment)
}
