//! The columns of each kind of list (maxgui-features.md 3.6 to 3.10, and what the API has beside).

use super::context::{ListedListener, ListedMonitor, ListedService};
use super::{Column, Format, Value};
use maxscale::account::User;
use maxscale::address::Address;
use maxscale::filter::Filter;
use maxscale::object::{Object, ObjectState, objects};
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;
use maxscale::words::duration;
use texts::{attributes, common};

const fn column<T>(
    key: &'static str,
    label: texts::Text,
    format: Format,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { key, label, format, shown_by_default: true, needs_room: false, value }
}

/// One that a phone shows only when it is chosen.
const fn wide<T>(
    key: &'static str,
    label: texts::Text,
    format: Format,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { needs_room: true, ..column(key, label, format, value) }
}

/// One that is shown only when it is chosen.
const fn hidden<T>(
    key: &'static str,
    label: texts::Text,
    format: Format,
    value: fn(&T) -> Value,
) -> Column<T> {
    Column { shown_by_default: false, ..column(key, label, format, value) }
}

fn one(object: impl Into<Object>) -> Value {
    Value::Objects(vec![object.into()])
}

/// Of servers.
pub const SERVERS: &[Column<Server>] = &[
    column("name", attributes::server, Format::Links, |server| one(server.name.clone())),
    wide("address", attributes::address, Format::Words, |server| {
        Value::Text(server.address.to_string())
    }),
    column("connections", attributes::connections, Format::Number, |server| {
        Value::count(server.load.connections)
    }),
    column("state", common::state, Format::State, |server| {
        Value::State(ObjectState::Server(server.state.clone()))
    }),
    column("lag", attributes::lag, Format::Lag, |server| {
        server.lag().map_or(Value::Nothing, Value::Lag)
    }),
    wide("gtid", attributes::gtid, Format::Code, |server| {
        server.gtid.clone().map_or(Value::Nothing, Value::Code)
    }),
    wide("services", texts::objects::services, Format::Links, |server| {
        Value::objects(&server.services)
    }),
    hidden("monitor", attributes::monitor, Format::Links, |server| {
        Value::objects(server.monitor.as_slice())
    }),
    hidden("version", attributes::version, Format::Words, |server| {
        Value::text(server.version.clone())
    }),
    hidden("operations", attributes::active, Format::Number, |server| {
        Value::count(server.load.active_operations)
    }),
    hidden("pooled", attributes::pooled, Format::Number, |server| Value::count(server.load.pooled)),
];

/// Of services.
pub const SERVICES: &[Column<ListedService>] = &[
    column("name", attributes::service, Format::Links, |listed| one(listed.service.name.clone())),
    column("state", common::state, Format::State, |listed| Value::State(listed.state.clone())),
    wide("router", attributes::router, Format::Words, |listed| {
        Value::Text(listed.service.router.word().to_owned())
    }),
    column("sessions", texts::objects::sessions, Format::Number, |listed| {
        Value::count(listed.service.sessions)
    }),
    wide("total", attributes::total_sessions, Format::Number, |listed| {
        Value::count(listed.service.total_sessions)
    }),
    wide("operations", attributes::active, Format::Number, |listed| {
        Value::count(listed.service.active_operations)
    }),
    wide("life", attributes::average_duration, Format::Number, |listed| {
        listed.service.average_life_seconds.map_or(Value::Nothing, Value::Seconds)
    }),
    column("targets", attributes::routes_to, Format::Links, |listed| {
        Value::Objects(targets(&listed.service))
    }),
    wide("listeners", texts::objects::listeners, Format::Links, |listed| {
        Value::objects(&listed.service.listeners)
    }),
    wide("filters", texts::objects::filters, Format::Links, |listed| {
        Value::objects(&listed.service.filters)
    }),
    hidden("failed", attributes::failed_logins, Format::Number, |listed| {
        Value::count(listed.service.failed_logins)
    }),
];

fn targets(service: &Service) -> Vec<Object> {
    let cluster = objects(service.cluster.as_slice());
    [cluster, objects(&service.servers), objects(&service.services)].concat()
}

/// Of listeners.
pub const LISTENERS: &[Column<ListedListener>] = &[
    column("name", attributes::listener, Format::Links, |listed| one(listed.listener.name.clone())),
    column("state", common::state, Format::State, |listed| {
        Value::State(ObjectState::Listener(listed.listener.state.clone()))
    }),
    wide("host", attributes::host, Format::Words, |listed| match &listed.listener.address {
        Address::Network { host, .. } => Value::Text(host.clone()),
        Address::Socket(path) => Value::Text(path.clone()),
        Address::Unknown => Value::Nothing,
    }),
    column("port", attributes::port, Format::Number, |listed| match &listed.listener.address {
        Address::Network { port: Some(port), .. } => Value::Text(port.to_string()),
        _ => Value::Nothing,
    }),
    wide("protocol", attributes::protocol, Format::Words, |listed| {
        Value::text(listed.listener.protocol.clone())
    }),
    column("service", attributes::service, Format::Links, |listed| {
        Value::objects(listed.listener.service.as_slice())
    }),
    wide("sessions", attributes::sessions_of_the_service, Format::Number, |listed| {
        Value::count(listed.sessions)
    }),
];

/// Of filters.
pub const FILTERS: &[Column<Filter>] = &[
    column("name", attributes::filter, Format::Links, |filter| one(filter.name.clone())),
    column("module", attributes::module, Format::Words, |filter| {
        Value::Text(filter.module.clone())
    }),
    column("services", texts::objects::services, Format::Links, |filter| {
        Value::objects(&filter.services)
    }),
];

/// Of monitors.
pub const MONITORS: &[Column<ListedMonitor>] = &[
    column("name", attributes::monitor, Format::Links, |listed| one(listed.monitor.name.clone())),
    column("state", common::state, Format::State, |listed| {
        Value::State(ObjectState::Monitor(listed.monitor.state.clone()))
    }),
    wide("module", attributes::module, Format::Words, |listed| {
        Value::Text(listed.monitor.module.word().to_owned())
    }),
    column("primary", texts::state::primary, Format::Links, |listed| {
        listed.primaries.as_deref().map_or(Value::Nothing, Value::objects)
    }),
    wide("activity", attributes::current_operation, Format::Words, |listed| {
        Value::text(listed.monitor.activity.clone())
    }),
    wide("ticks", attributes::checks, Format::Number, |listed| Value::count(listed.monitor.ticks)),
    wide("interval", attributes::interval, Format::Words, |listed| {
        let interval = listed.monitor.interval.as_deref();
        interval.map_or(Value::Nothing, |interval| Value::words(|| duration(interval)))
    }),
    column("servers", texts::objects::servers, Format::Links, |listed| {
        Value::objects(&listed.monitor.servers)
    }),
    wide("services", texts::objects::services, Format::Links, |listed| {
        Value::objects(&listed.services)
    }),
];

/// Of sessions.
pub const SESSIONS: &[Column<Session>] = &[
    column("id", attributes::session, Format::Links, |session| one(session.id.clone())),
    column("client", attributes::client, Format::Words, |session| {
        Value::words(|| session.client())
    }),
    wide("connected", attributes::connected, Format::Moment, |session| {
        session.connected.clone().map_or(Value::Nothing, Value::Moment)
    }),
    column("idle", attributes::idle, Format::Number, |session| {
        session.idle_seconds.map_or_else(busy, Value::Seconds)
    }),
    wide("memory", attributes::memory, Format::Number, |session| {
        session.memory_bytes.map_or(Value::Nothing, Value::Bytes)
    }),
    wide("activity", attributes::io_activity, Format::Number, |session| {
        Value::count(session.io_activity)
    }),
    column("servers", texts::objects::servers, Format::Links, |session| {
        Value::objects(&session.servers)
    }),
    hidden("state", common::state, Format::Words, |session| Value::text(session.state.clone())),
    // The last, so that it can be left out.
    wide("service", attributes::service, Format::Links, |session| {
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
    column("name", attributes::user, Format::Words, |user| Value::Text(user.name.clone())),
    column("role", attributes::role, Format::Words, |user| {
        Value::words(|| user.account.words().to_owned())
    }),
    wide("type", attributes::type_of_account, Format::Words, |user| {
        Value::text(user.origin.clone())
    }),
    wide("created", attributes::created, Format::Moment, |user| moment(&user.created)),
    wide("updated", attributes::last_updated, Format::Moment, |user| moment(&user.updated)),
    column("login", attributes::last_signed_in, Format::Moment, |user| moment(&user.signed_in)),
];

fn busy() -> Value {
    Value::words(|| attributes::busy().to_owned())
}

fn moment(date: &Option<String>) -> Value {
    date.clone().map_or(Value::Nothing, Value::Moment)
}
