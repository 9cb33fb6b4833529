//! Services.

use maxscale::name::{ServiceName, path_part};
use maxscale::service::Service;

use super::error::ApiError;
use super::read::{collection, get, single};

/// What is used of a service; whole ones carry their listeners and database users.
const USED: &str = "router,state,statistics,connections,total_connections,\
    parameters/transaction_replay,parameters/router_options,servers,monitors,services,listeners,\
    filters";

/// All services.
pub async fn all() -> Result<Vec<Service>, ApiError> {
    collection(get("services", "fields[services]", USED)).await
}

/// One service.
pub async fn one(name: &ServiceName) -> Result<Service, ApiError> {
    let path = format!("services/{}", path_part(name.as_str()));
    single(get(path, "fields[services]", USED)).await
}
