//! MaxScale itself.

use maxscale::about::About;

use super::error::ApiError;
use super::read::{get, single};

/// Its version and when it started; also the cheapest way to ask whether a session is alive.
pub async fn about() -> Result<About, ApiError> {
    single(get("maxscale", "fields[maxscale]", "version,started_at")).await
}
