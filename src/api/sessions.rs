//! Client sessions.

use maxscale::session::Session;

use super::error::ApiError;
use super::read::{collection, get};

/// What is used of a session; whole ones carry buffers and logs.
const USED: &str = "user,remote,connected,idle,connections,services";

/// All sessions. The API's filters look at one position of a session's connections only, so
/// whoever holds a given server is found here.
pub async fn all() -> Result<Vec<Session>, ApiError> {
    collection(get("sessions", "fields[sessions]", USED)).await
}
