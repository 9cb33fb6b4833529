//! Servers.

use maxscale::name::{ServerName, path_part};
use maxscale::server::Server;

use super::error::ApiError;
use super::read::{collection, get, single};

/// What lists and impact counts need of a server: a fortieth of the whole with many servers.
const IN_LISTS: &str = "state,parameters/address,parameters/port,parameters/socket,\
    statistics/connections,statistics/active_operations,statistics/persistent_connections,\
    gtid_current_pos,replication_lag,version_string,monitors,services";

/// All servers, as lists need them.
pub async fn all() -> Result<Vec<Server>, ApiError> {
    collection(get("servers", "fields[servers]", IN_LISTS)).await
}

/// One server, whole.
pub async fn one(name: &ServerName) -> Result<Server, ApiError> {
    single(get(format!("servers/{}", path_part(name.as_str())), "", "")).await
}
