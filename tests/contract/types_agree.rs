//! What the types say of an object is what its JSON says, read a second time and independently.

use crate::types_bodies::{Body, recorded};
use maxscale::about::About;
use maxscale::account::{Account, User};
use maxscale::error_details::details;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;
use serde_json::Value;

/// Pairs each object of this type with what was parsed of it.
macro_rules! each {
    ($kind:literal, $type:ty, $check:expr) => {
        let bodies = recorded();
        let of_kind: Vec<&Body> = bodies.iter().filter(|body| body.is_of($kind)).collect();
        assert!(!of_kind.is_empty(), concat!("no recorded ", $kind));
        for body in of_kind {
            let parsed: Vec<$type> = parse!(body, $type);
            assert_eq!(parsed.len(), body.objects().len(), "{}", body.place);
            for (parsed, raw) in parsed.iter().zip(body.objects()) {
                let check: fn(&$type, &Value, &str) = $check;
                check(parsed, raw, &body.place);
            }
        }
    };
}

macro_rules! parse {
    ($body:expr, $type:ty) => {{
        let text = $body.document.to_string();
        let parsed = match &$body.document["data"] {
            Value::Array(_) => maxscale::collection::<$type>(&text),
            _ => maxscale::single::<$type>(&text).map(|one| vec![one]),
        };
        parsed.unwrap_or_else(|e| panic!("{}: {}", $body.place, e.reason))
    }};
}

/// A text attribute, where null, another type and the empty text are all nothing.
fn text(raw: &Value, pointer: &str) -> Option<String> {
    let found = raw.pointer(pointer)?.as_str()?;
    (!found.is_empty()).then(|| found.to_owned())
}

fn count(raw: &Value, pointer: &str) -> Option<u64> {
    raw.pointer(pointer).and_then(Value::as_u64)
}

/// The ids in a relationship.
fn related(raw: &Value, kind: &str) -> Vec<String> {
    let data = raw.pointer(&format!("/relationships/{kind}/data")).and_then(Value::as_array);
    let ids = data.into_iter().flatten().map(|item| item["id"].as_str().unwrap().to_owned());
    ids.collect()
}

fn names<T: ToString>(list: &[T]) -> Vec<String> {
    list.iter().map(T::to_string).collect()
}

#[test]
fn servers_agree() {
    each!("servers", Server, |server, raw, place| {
        assert_eq!(server.name.as_str(), raw["id"], "{place}");
        assert_eq!(
            server.state.raw(),
            text(raw, "/attributes/state").unwrap_or_default(),
            "{place}"
        );
        assert_eq!(
            server.load.connections,
            count(raw, "/attributes/statistics/connections"),
            "{place}"
        );
        let operations = count(raw, "/attributes/statistics/active_operations");
        assert_eq!(server.load.active_operations, operations, "{place}");
        assert_eq!(server.version, text(raw, "/attributes/version_string"), "{place}");
        assert_eq!(server.gtid, text(raw, "/attributes/gtid_current_pos"), "{place}");
        assert_eq!(server.last_event, text(raw, "/attributes/last_event"), "{place}");
        assert_eq!(server.triggered_at, text(raw, "/attributes/triggered_at"), "{place}");
        assert_eq!(
            server.monitor.as_ref().map(ToString::to_string),
            related(raw, "monitors").first().cloned()
        );
        assert_eq!(names(&server.services), related(raw, "services"), "{place}");
        let followed = raw.pointer("/attributes/slave_connections").and_then(Value::as_array);
        assert_eq!(server.replication.len(), followed.map_or(0, Vec::len), "{place}");
    });
}

#[test]
fn addresses_agree() {
    each!("servers", Server, |server, raw, place| {
        let host = text(raw, "/attributes/parameters/address");
        let port = count(raw, "/attributes/parameters/port");
        let socket = text(raw, "/attributes/parameters/socket");
        let expected = match (socket, host, port) {
            (Some(socket), _, _) => socket,
            (None, Some(host), Some(port)) => format!("{host}:{port}"),
            (None, Some(host), None) => host,
            (None, None, _) => "not known".to_owned(),
        };
        assert_eq!(server.address.to_string(), expected, "{place}");
    });
}

/// The meaning of a state, said a second time: by looking for words in the string.
#[test]
fn states_and_roles_agree() {
    each!("servers", Server, |server, raw, place| {
        let state = text(raw, "/attributes/state").unwrap_or_default();
        let has = |word: &str| state.split(", ").any(|part| part == word);
        let role = [("Master", "Primary"), ("Slave", "Replica"), ("Synced", "Synced")];
        let role = role.iter().find(|(word, _)| has(word)).map(|(_, word)| *word);
        assert_eq!(server.state.role().map(maxscale::state::Role::word), role, "{state}: {place}");
        assert_eq!(server.state.is_running(), has("Running"), "{state}: {place}");
        let taken_out = has("Maintenance") || has("Draining") || has("Drained");
        let usable = has("Running") && role.is_some() && !taken_out;
        assert_eq!(server.state.is_usable(), usable, "{state}: {place}");
        assert_eq!(server.state.unknown_words().count(), 0, "{state}: {place}");
        assert_eq!(
            server.state.words().to_lowercase().contains("maintenance"),
            has("Maintenance"),
            "{place}"
        );
    });
}

#[test]
fn monitors_agree() {
    each!("monitors", Monitor, |monitor, raw, place| {
        assert_eq!(monitor.name.as_str(), raw["id"], "{place}");
        assert_eq!(
            monitor.module.word(),
            text(raw, "/attributes/module").unwrap_or_default(),
            "{place}"
        );
        assert_eq!(
            monitor.state.word(),
            text(raw, "/attributes/state").unwrap_or_default(),
            "{place}"
        );
        assert_eq!(
            monitor.is_running(),
            raw.pointer("/attributes/state").is_some_and(|state| state == "Running")
        );
        let primary = text(raw, "/attributes/monitor_diagnostics/master");
        assert_eq!(monitor.primary.as_ref().map(ToString::to_string), primary, "{place}");
        assert_eq!(names(&monitor.servers), related(raw, "servers"), "{place}");
        let infos =
            raw.pointer("/attributes/monitor_diagnostics/server_info").and_then(Value::as_array);
        for info in infos.into_iter().flatten() {
            let server = maxscale::name::ServerName::new(info["name"].as_str().unwrap());
            assert_eq!(monitor.diagnostics_of(&server), Some(info), "{place}");
        }
    });
}

#[test]
fn services_agree() {
    each!("services", Service, |service, raw, place| {
        assert_eq!(service.name.as_str(), raw["id"], "{place}");
        assert_eq!(
            service.router.word(),
            text(raw, "/attributes/router").unwrap_or_default(),
            "{place}"
        );
        assert_eq!(
            service.state.word(),
            text(raw, "/attributes/state").unwrap_or_default(),
            "{place}"
        );
        let sessions = count(raw, "/attributes/connections");
        assert_eq!(service.sessions, sessions, "{place}");
        assert_eq!(names(&service.servers), related(raw, "servers"), "{place}");
        assert_eq!(names(&service.services), related(raw, "services"), "{place}");
        assert_eq!(names(&service.listeners), related(raw, "listeners"), "{place}");
        assert_eq!(names(&service.filters), related(raw, "filters"), "{place}");
        assert_eq!(service.total_sessions, count(raw, "/attributes/total_connections"), "{place}");
        let cluster = related(raw, "monitors").first().cloned();
        assert_eq!(service.cluster.as_ref().map(ToString::to_string), cluster, "{place}");
    });
}

#[test]
fn listeners_agree() {
    each!("listeners", Listener, |listener, raw, place| {
        assert_eq!(listener.name.as_str(), raw["id"], "{place}");
        assert_eq!(
            listener.state.word(),
            text(raw, "/attributes/state").unwrap_or_default(),
            "{place}"
        );
        let protocol = text(raw, "/attributes/parameters/protocol");
        assert_eq!(listener.protocol, protocol, "{place}");
        let service = related(raw, "services").first().cloned();
        assert_eq!(listener.service.as_ref().map(ToString::to_string), service, "{place}");
        let port = count(raw, "/attributes/parameters/port").map(|port| format!(":{port}"));
        let end = port.unwrap_or_default();
        assert!(listener.address.to_string().ends_with(&end), "{place}");
    });
}

#[test]
fn filters_agree() {
    each!("filters", Filter, |filter, raw, place| {
        assert_eq!(filter.name.as_str(), raw["id"], "{place}");
        assert_eq!(filter.module, text(raw, "/attributes/module").unwrap_or_default(), "{place}");
        assert_eq!(names(&filter.services), related(raw, "services"), "{place}");
        assert_eq!(filter.parameters, raw["attributes"]["parameters"], "{place}");
    });
}

#[test]
fn sessions_agree() {
    each!("sessions", Session, |session, raw, place| {
        assert_eq!(session.id.as_str(), raw["id"], "{place}");
        assert_eq!(session.user, text(raw, "/attributes/user"), "{place}");
        let memory = count(raw, "/attributes/memory/total");
        assert_eq!(session.memory_bytes, memory, "{place}");
        assert_eq!(session.io_activity, count(raw, "/attributes/io_activity"), "{place}");
        assert_eq!(session.remote, text(raw, "/attributes/remote"), "{place}");
        let connections = raw.pointer("/attributes/connections").and_then(Value::as_array);
        let servers =
            connections.into_iter().flatten().map(|one| one["server"].as_str().unwrap().to_owned());
        assert_eq!(names(&session.servers), servers.collect::<Vec<_>>(), "{place}");
        assert!(session.servers.iter().all(|server| session.holds(server)), "{place}");
        let service = related(raw, "services").first().cloned();
        assert_eq!(session.service.as_ref().map(ToString::to_string), service, "{place}");
        assert_eq!(
            session.idle_seconds,
            raw.pointer("/attributes/idle").and_then(Value::as_f64),
            "{place}"
        );
    });
}

#[test]
fn users_say_what_their_json_says() {
    each!("inet", User, |user, raw, place| {
        assert_eq!(Some(user.name.clone()), text(raw, "/id"), "{place}");
        assert_eq!(user.origin, text(raw, "/type"), "{place}");
        assert_eq!(user.created, text(raw, "/attributes/created"), "{place}");
        assert_eq!(user.updated, text(raw, "/attributes/last_update"), "{place}");
        assert_eq!(user.signed_in, text(raw, "/attributes/last_login"), "{place}");
    });
}

#[test]
fn accounts_agree() {
    each!("inet", Account, |account, raw, place| {
        let basic = raw.pointer("/attributes/account").is_some_and(|account| account == "basic");
        assert_eq!(account.is_read_only(), basic, "{place}");
    });
}

#[test]
fn versions_agree() {
    each!("maxscale", About, |about, raw, place| {
        let version = about.version.as_ref().map(ToString::to_string);
        assert_eq!(version, text(raw, "/attributes/version"), "{place}");
        assert_eq!(about.started_at, text(raw, "/attributes/started_at"), "{place}");
    });
}

#[test]
fn refusals_keep_every_word() {
    for body in recorded() {
        let all = [&body.document["errors"], &body.document["meta"]["errors"]];
        let lists = all.iter().filter_map(|errors| errors.as_array()).flatten();
        let expected: Vec<_> =
            lists.map(|error| error["detail"].as_str().unwrap().to_owned()).collect();
        assert_eq!(details(&body.document.to_string()), expected, "{}", body.place);
    }
}
