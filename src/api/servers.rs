//! Servers.

use std::cell::RefCell;

use maxscale::name::{ServerName, path_part};
use maxscale::server::Server;

use super::ask::Ask;
use super::parts::{Whole, in_parts};
use super::read::{get, single};

/// What lists need of a server that changes by itself. Each word counts: it comes a thousand
/// times in each round where there are as many servers.
const MOVING: &str = "state,statistics/connections,statistics/active_operations,\
    statistics/persistent_connections,gtid_current_pos,replication_lag";

/// What only somebody changes (`maxscale::settled`).
const SETTLED: &str = "parameters/address,parameters/port,parameters/socket,version_string,\
    monitors/data,services/data";

thread_local! {
    static KNOWN: RefCell<Option<Whole<Server>>> = const { RefCell::new(None) };
}

/// All servers, as lists and impact counts need them.
pub fn all() -> Ask<Vec<Server>> {
    let fields = |fields: &str| get("servers", "fields[servers]", fields);
    in_parts(&KNOWN, fields(MOVING), fields(&[MOVING, SETTLED].join(",")))
}

/// One server, whole.
pub fn one(name: &ServerName) -> Ask<Server> {
    Ask::of(get(format!("servers/{}", path_part(name.as_str())), "", ""), single)
}
