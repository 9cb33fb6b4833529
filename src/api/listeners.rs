//! Listeners.

use maxscale::listener::Listener;
use maxscale::name::ListenerName;
use maxscale::object::Object;

use super::error::ApiError;
use super::read::{collection, get, single};

/// What lists need of a listener.
const IN_LISTS: &str = "state,parameters/address,parameters/port,parameters/socket,\
    parameters/protocol,services/data";

/// All listeners, as lists need them.
pub async fn all() -> Result<Vec<Listener>, ApiError> {
    collection(get("listeners", "fields[listeners]", IN_LISTS)).await
}

/// One listener, whole.
pub async fn one(name: ListenerName) -> Result<Listener, ApiError> {
    single(get(Object::from(name).path(), "", "")).await
}
