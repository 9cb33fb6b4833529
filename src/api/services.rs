//! Services.

use std::cell::RefCell;

use maxscale::name::{ServiceName, path_part};
use maxscale::request::Request;
use maxscale::service::Service;

use super::ask::Ask;
use super::parts::{Whole, in_parts};
use super::read::{get, single};

/// What is used of a service and changes by itself.
const MOVING: &str = "state,connections,total_connections,statistics/connections,\
    statistics/total_connections,statistics/active_operations,statistics/avg_session_lifetime,\
    statistics/failed_auths";

/// What only somebody changes (`maxscale::settled`). With the names of its listeners come the
/// listeners, as MaxScale has two things of that name.
const SETTLED: &str = "router,parameters/transaction_replay,parameters/router_options,\
    servers/data,monitors/data,services/data,listeners/data,filters/data";

thread_local! {
    static KNOWN: RefCell<Option<Whole<Service>>> = const { RefCell::new(None) };
}

fn fields(path: &str, fields: &str) -> Request {
    get(path, "fields[services]", fields)
}

fn whole(path: &str) -> Request {
    fields(path, &[MOVING, SETTLED].join(","))
}

/// All services.
pub fn all() -> Ask<Vec<Service>> {
    in_parts(&KNOWN, fields("services", MOVING), whole("services"))
}

/// One service.
pub fn one(name: &ServiceName) -> Ask<Service> {
    Ask::of(whole(&format!("services/{}", path_part(name.as_str()))), single)
}
