//! The accounts of the REST API.

use maxscale::account::{Account, User};
use maxscale::name::path_part;
use maxscale::resource::FromResource;

use super::error::ApiError;
use super::get::Get;
use super::resource_kind::ResourceKind;

/// All who may sign in to MaxScale.
pub fn all() -> Get<Vec<User>> {
    Get::list(ResourceKind::Users)
}

/// What the account named `user` may do. One that MaxScale does not list (PAM, LDAP) answers
/// 404 and is `Unlisted`.
pub async fn account(user: &str) -> Result<Account, ApiError> {
    let path = format!("users/inet/{}", path_part(user));
    let account = Get::object_with(ResourceKind::Users, path, &Account::FIELDS.listed());
    match account.send().await {
        Err(ApiError::NotFound(_)) => Ok(Account::Unlisted),
        other => other,
    }
}
