//! The columns of each kind of list (maxgui-features.md 3.6 to 3.10, and what the API has beside).

use super::{Column, Shape, Value};
use maxscale::account::User;
use maxscale::address::Address;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::{Monitor, MonitorModule};
use maxscale::object::{Object, ObjectState, objects};
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;

const fn column<T>(
    key: &'static str,
    label: &'static str,
    shape: Shape,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { key, label, shape, usual: true, value }
}

/// One that is shown only when it is chosen.
const fn hidden<T>(
    key: &'static str,
    label: &'static str,
    shape: Shape,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { key, label, shape, usual: false, value }
}

fn one(object: impl Into<Object>) -> Value {
    Value::Objects(vec![object.into()])
}

/// Of servers.
pub const SERVERS: &[Column<Server>] = &[
    column("name", "Server", Shape::Links, |server| one(server.name.clone())),
    column("address", "Address", Shape::Words, |server| Value::Text(server.address.to_string())),
    column("connections", "Connections", Shape::Number, |server| {
        Value::count(server.load.connections)
    }),
    column("state", "State", Shape::State, |server| {
        Value::State(ObjectState::Server(server.state.clone()))
    }),
    column("gtid", "GTID", Shape::Code, |server| {
        server.gtid.clone().map_or(Value::Nothing, Value::Code)
    }),
    column("services", "Services", Shape::Links, |server| Value::objects(&server.services)),
    hidden("monitor", "Monitor", Shape::Links, |server| Value::objects(server.monitor.as_slice())),
    hidden("version", "Version", Shape::Words, |server| Value::text(server.version.clone())),
    hidden("lag", "Lag", Shape::Number, |server| match server.lag_seconds {
        Some(seconds) => Value::Seconds(seconds as f64),
        None if server.lag_is_unknown => Value::Text("unknown".to_owned()),
        None => Value::Nothing,
    }),
    hidden("operations", "Active", Shape::Number, |server| {
        Value::count(server.load.active_operations)
    }),
    hidden("pooled", "Pooled", Shape::Number, |server| Value::count(server.load.pooled)),
];

/// Of services.
pub const SERVICES: &[Column<Service>] = &[
    column("name", "Service", Shape::Links, |service| one(service.name.clone())),
    column("state", "State", Shape::State, |service| {
        Value::State(ObjectState::Service(service.state.clone()))
    }),
    column("router", "Router", Shape::Words, |service| {
        Value::Text(service.router.word().to_owned())
    }),
    column("sessions", "Sessions", Shape::Number, |service| Value::count(service.sessions)),
    column("total", "Total", Shape::Number, |service| Value::count(service.total_sessions)),
    column("operations", "Active", Shape::Number, |service| {
        Value::count(service.active_operations)
    }),
    column("life", "Avg. life", Shape::Number, |service| {
        service.average_life_seconds.map_or(Value::Nothing, Value::Seconds)
    }),
    column("targets", "Routes to", Shape::Links, |service| Value::Objects(targets(service))),
    column("listeners", "Listeners", Shape::Links, |service| Value::objects(&service.listeners)),
    column("filters", "Filters", Shape::Links, |service| Value::objects(&service.filters)),
    hidden("failed", "Failed logins", Shape::Number, |service| Value::count(service.failed_logins)),
];

fn targets(service: &Service) -> Vec<Object> {
    let cluster = objects(service.cluster.as_slice());
    [cluster, objects(&service.servers), objects(&service.services)].concat()
}

/// A listener, and what comes through it.
pub struct UsedListener {
    /// The listener.
    pub listener: Listener,
    /// The client sessions of its service, through whichever listener they came.
    pub sessions: Option<u64>,
}

/// Of listeners.
pub const LISTENERS: &[Column<UsedListener>] = &[
    column("name", "Listener", Shape::Links, |used| one(used.listener.name.clone())),
    column("state", "State", Shape::State, |used| {
        Value::State(ObjectState::Listener(used.listener.state.clone()))
    }),
    column("host", "Host", Shape::Words, |used| match &used.listener.address {
        Address::Network { host, .. } => Value::Text(host.clone()),
        Address::Socket(path) => Value::Text(path.clone()),
        Address::Unknown => Value::Nothing,
    }),
    column("port", "Port", Shape::Number, |used| match &used.listener.address {
        Address::Network { port: Some(port), .. } => Value::Text(port.to_string()),
        _ => Value::Nothing,
    }),
    column("protocol", "Protocol", Shape::Words, |used| {
        Value::text(used.listener.protocol.clone())
    }),
    column("service", "Service", Shape::Links, |used| {
        Value::objects(used.listener.service.as_slice())
    }),
    column("sessions", "Sessions of the service", Shape::Number, |used| {
        Value::count(used.sessions)
    }),
];

/// Of filters.
pub const FILTERS: &[Column<Filter>] = &[
    column("name", "Filter", Shape::Links, |filter| one(filter.name.clone())),
    column("module", "Module", Shape::Words, |filter| Value::Text(filter.module.clone())),
    column("services", "Services", Shape::Links, |filter| Value::objects(&filter.services)),
];

/// Of monitors.
pub const MONITORS: &[Column<Monitor>] = &[
    column("name", "Monitor", Shape::Links, |monitor| one(monitor.name.clone())),
    column("state", "State", Shape::State, |monitor| {
        Value::State(ObjectState::Monitor(monitor.state.clone()))
    }),
    column("module", "Module", Shape::Words, |monitor| {
        Value::Text(monitor.module.word().to_owned())
    }),
    column("primary", "Primary", Shape::Links, |monitor| match monitor.primary.as_slice() {
        // Only mariadbmon says which it is: of others it is not known here.
        [] if monitor.module != MonitorModule::MariaDb => Value::Nothing,
        chosen => Value::objects(chosen),
    }),
    column("activity", "Now doing", Shape::Words, |monitor| Value::text(monitor.activity.clone())),
    column("ticks", "Ticks", Shape::Number, |monitor| Value::count(monitor.ticks)),
    column("interval", "Looks every", Shape::Words, |monitor| {
        Value::text(monitor.interval.clone())
    }),
    column("servers", "Servers", Shape::Links, |monitor| Value::objects(&monitor.servers)),
    column("services", "Services", Shape::Links, |monitor| Value::objects(&monitor.services)),
];

/// Of sessions.
pub const SESSIONS: &[Column<Session>] = &[
    column("id", "Session", Shape::Links, |session| one(session.id.clone())),
    column("client", "Client", Shape::Words, |session| Value::Text(session.client())),
    column("connected", "Connected", Shape::Moment, |session| {
        session.connected.clone().map_or(Value::Nothing, Value::Moment)
    }),
    column("idle", "Idle", Shape::Number, |session| {
        session.idle_seconds.map_or(Value::Text("busy".to_owned()), Value::Seconds)
    }),
    column("memory", "Memory", Shape::Number, |session| {
        session.memory_bytes.map_or(Value::Nothing, Value::Bytes)
    }),
    column("activity", "I/O activity", Shape::Number, |session| Value::count(session.io_activity)),
    column("service", "Service", Shape::Links, |session| {
        Value::objects(session.service.as_slice())
    }),
    column("servers", "Servers", Shape::Links, |session| Value::objects(&session.servers)),
];

/// Of those who may sign in to MaxScale.
pub const USERS: &[Column<User>] = &[
    column("name", "User", Shape::Words, |user| Value::Text(user.name.clone())),
    column("role", "Role", Shape::Words, |user| Value::Text(user.account.words().to_owned())),
    column("type", "Type", Shape::Words, |user| Value::text(user.origin.clone())),
    column("created", "Created", Shape::Moment, |user| moment(&user.created)),
    column("updated", "Last updated", Shape::Moment, |user| moment(&user.updated)),
    column("login", "Last signed in", Shape::Moment, |user| moment(&user.signed_in)),
];

fn moment(date: &Option<String>) -> Value {
    date.clone().map_or(Value::Nothing, Value::Moment)
}
