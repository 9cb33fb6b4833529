//! Listeners.

use maxscale::listener::Listener;
use maxscale::name::ListenerName;
use maxscale::object::Object;

use super::ask::Ask;
use super::read::{collection, get, single};

/// What lists need of a listener.
const IN_LISTS: &str = "state,parameters/address,parameters/port,parameters/socket,\
    parameters/protocol,services/data";

/// All listeners, as lists need them.
pub fn all() -> Ask<Vec<Listener>> {
    Ask::of(get("listeners", "fields[listeners]", IN_LISTS), collection)
}

/// One listener, whole.
pub fn one(name: ListenerName) -> Ask<Listener> {
    Ask::of(get(Object::from(name).path(), "", ""), single)
}
