//! Objects in the states that the tests of commands need.

use super::Subject;
use crate::account::Account;
use crate::monitor::Monitor;
use crate::request::Request;
use crate::server::Server;
use crate::server_context::{Monitoring, ServerContext, Topology};
use crate::service::Service;
use crate::single;

pub(super) const ADMIN: &Account = &Account::Admin;

pub(super) const MARIADB: &str = r#"{"module":"mariadbmon","state":"Running"}"#;
pub(super) const GALERA: &str = r#"{"module":"galeramon","state":"Running"}"#;
pub(super) const STOPPED: &str = r#"{"module":"mariadbmon","state":"Stopped"}"#;

pub(super) const SPLIT: &str = "readwritesplit";

/// The server `db2`, which belongs to the monitor `M`.
pub(super) fn server(state: &str, connections: u64) -> Server {
    single(&format!(
        r#"{{"data":{{"id":"db2","attributes":
        {{"state":"{state}","statistics":{{"connections":{connections}}}}},
        "relationships":{{"monitors":{{"data":[{{"id":"M"}}]}}}}}}}}"#
    ))
    .unwrap()
}

/// That server with its monitor, and a service with this router that uses it.
pub(super) fn monitored(state: &str, connections: u64, monitor: &str, router: &str) -> Subject {
    let monitor: Monitor =
        single(&format!(r#"{{"data":{{"id":"M","attributes":{monitor}}}}}"#)).unwrap();
    let service: Service = single(&format!(
        r#"{{"data":{{"id":"S","attributes":{{"router":"{router}"}},
        "relationships":{{"servers":{{"data":[{{"id":"db2"}}]}}}}}}}}"#
    ))
    .unwrap();
    let topology = Topology {
        servers: None,
        monitors: Some(std::slice::from_ref(&monitor)),
        services: Some(std::slice::from_ref(&service)),
    };
    Subject::server(&server(state, connections), topology)
}

/// That server, with a monitor of which nothing but this is known.
pub(super) fn with_monitoring(state: &str, monitoring: Monitoring) -> Subject {
    let context = ServerContext::of(&server(state, 1), Topology::default());
    Subject::Server(Box::new(ServerContext { monitoring, ..context }))
}

pub(super) fn service(sessions: u64, state: &str) -> Subject {
    let body = format!(
        r#"{{"data":{{"id":"RW","attributes":{{"state":"{state}","connections":{sessions}}},
        "relationships":{{"listeners":{{"data":[{{"id":"L1"}},{{"id":"L2"}}]}}}}}}}}"#
    );
    Subject::Service(single(&body).unwrap())
}

pub(super) fn listener(state: &str) -> Subject {
    let body = format!(r#"{{"data":{{"id":"L1","attributes":{{"state":"{state}"}}}}}}"#);
    Subject::Listener(single(&body).unwrap())
}

pub(super) fn monitor(state: &str) -> Subject {
    let body = format!(
        r#"{{"data":{{"id":"M","attributes":{{"state":"{state}"}},
        "relationships":{{"servers":{{"data":[{{"id":"a"}},{{"id":"b"}}]}}}}}}}}"#
    );
    Subject::Monitor(single(&body).unwrap())
}

pub(super) fn session() -> Subject {
    Subject::Session(
        single(
            r#"{"data":{"id":"22","attributes":{"user":"app","remote":"10.0.0.7",
            "connections":[{"server":"a"},{"server":"b"}]}}}"#,
        )
        .unwrap(),
    )
}

pub(super) fn urls(requests: &[Request]) -> Vec<String> {
    requests.iter().map(|one| format!("{} {}", one.verb.word(), one.url())).collect()
}
