//! The columns of each kind of list (maxgui-features.md 3.6 to 3.10, and what the API has beside).

use super::{Column, Format, Value};
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
    column("gtid", "GTID", Format::Code, |server| {
        server.gtid.clone().map_or(Value::Nothing, Value::Code)
    }),
    column("services", "Services", Format::Links, |server| Value::objects(&server.services)),
    hidden("monitor", "Monitor", Format::Links, |server| Value::objects(server.monitor.as_slice())),
    hidden("version", "Version", Format::Words, |server| Value::text(server.version.clone())),
    hidden("lag", "Lag", Format::Number, |server| match server.lag_seconds {
        Some(seconds) => Value::Seconds(seconds as f64),
        None if server.lag_is_unknown => Value::Text("unknown".to_owned()),
        None => Value::Nothing,
    }),
    hidden("operations", "Active", Format::Number, |server| {
        Value::count(server.load.active_operations)
    }),
    hidden("pooled", "Pooled", Format::Number, |server| Value::count(server.load.pooled)),
];

/// Of services.
pub const SERVICES: &[Column<Service>] = &[
    column("name", "Service", Format::Links, |service| one(service.name.clone())),
    column("state", "State", Format::State, |service| {
        Value::State(ObjectState::Service(service.state.clone()))
    }),
    column("router", "Router", Format::Words, |service| {
        Value::Text(service.router.word().to_owned())
    }),
    column("sessions", "Sessions", Format::Number, |service| Value::count(service.sessions)),
    column("total", "Total", Format::Number, |service| Value::count(service.total_sessions)),
    column("operations", "Active", Format::Number, |service| {
        Value::count(service.active_operations)
    }),
    column("life", "Avg. life", Format::Number, |service| {
        service.average_life_seconds.map_or(Value::Nothing, Value::Seconds)
    }),
    column("targets", "Routes to", Format::Links, |service| Value::Objects(targets(service))),
    column("listeners", "Listeners", Format::Links, |service| Value::objects(&service.listeners)),
    column("filters", "Filters", Format::Links, |service| Value::objects(&service.filters)),
    hidden("failed", "Failed logins", Format::Number, |service| {
        Value::count(service.failed_logins)
    }),
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
    column("name", "Listener", Format::Links, |used| one(used.listener.name.clone())),
    column("state", "State", Format::State, |used| {
        Value::State(ObjectState::Listener(used.listener.state.clone()))
    }),
    column("host", "Host", Format::Words, |used| match &used.listener.address {
        Address::Network { host, .. } => Value::Text(host.clone()),
        Address::Socket(path) => Value::Text(path.clone()),
        Address::Unknown => Value::Nothing,
    }),
    column("port", "Port", Format::Number, |used| match &used.listener.address {
        Address::Network { port: Some(port), .. } => Value::Text(port.to_string()),
        _ => Value::Nothing,
    }),
    column("protocol", "Protocol", Format::Words, |used| {
        Value::text(used.listener.protocol.clone())
    }),
    column("service", "Service", Format::Links, |used| {
        Value::objects(used.listener.service.as_slice())
    }),
    column("sessions", "Sessions of the service", Format::Number, |used| {
        Value::count(used.sessions)
    }),
];

/// Of filters.
pub const FILTERS: &[Column<Filter>] = &[
    column("name", "Filter", Format::Links, |filter| one(filter.name.clone())),
    column("module", "Module", Format::Words, |filter| Value::Text(filter.module.clone())),
    column("services", "Services", Format::Links, |filter| Value::objects(&filter.services)),
];

/// Of monitors.
pub const MONITORS: &[Column<Monitor>] = &[
    column("name", "Monitor", Format::Links, |monitor| one(monitor.name.clone())),
    column("state", "State", Format::State, |monitor| {
        Value::State(ObjectState::Monitor(monitor.state.clone()))
    }),
    column("module", "Module", Format::Words, |monitor| {
        Value::Text(monitor.module.word().to_owned())
    }),
    column("primary", "Primary", Format::Links, |monitor| match monitor.primary.as_slice() {
        // Only mariadbmon says which it is: of others it is not known here.
        [] if monitor.module != MonitorModule::MariaDb => Value::Nothing,
        chosen => Value::objects(chosen),
    }),
    column("activity", "Now doing", Format::Words, |monitor| Value::text(monitor.activity.clone())),
    column("ticks", "Ticks", Format::Number, |monitor| Value::count(monitor.ticks)),
    column("interval", "Looks every", Format::Words, |monitor| {
        Value::text(monitor.interval.clone())
    }),
    column("servers", "Servers", Format::Links, |monitor| Value::objects(&monitor.servers)),
    column("services", "Services", Format::Links, |monitor| Value::objects(&monitor.services)),
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
    column("service", "Service", Format::Links, |session| {
        Value::objects(session.service.as_slice())
    }),
    column("servers", "Servers", Format::Links, |session| Value::objects(&session.servers)),
];

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
