//! The accounts of the REST API.

use maxscale::about::Version;
use maxscale::account::{Account, User, WhoAmI};
use maxscale::name::path_part;
use maxscale::resource::FromResource;

use super::error::ApiError;
use super::get::Get;
use super::resource_kind::ResourceKind;

/// All who may sign in to MaxScale.
pub fn all() -> Get<Vec<User>> {
    Get::list(ResourceKind::Users)
}

/// Who is signed in, as MaxScale says; before 25.10 it cannot tell, and it is who was `typed`.
///
/// An account that is not listed (PAM, LDAP) answers 404, and one that may not look at the list
/// 403: both are answers, and it is MaxScale that decides then what is allowed.
pub async fn who(typed: &str, version: Option<&Version>) -> Result<WhoAmI, ApiError> {
    if version.is_some_and(Version::tells_who_is_signed_in) {
        match who_am_i().send().await {
            Err(ApiError::NotFound(_)) => {}
            other => return other,
        }
    }
    let path = format!("users/inet/{}", path_part(typed));
    let account = Get::object_with(ResourceKind::Users, path, &Account::FIELDS.listed());
    let account = match account.send().await {
        Err(ApiError::NotFound(_) | ApiError::Forbidden(_)) => Account::Unlisted,
        other => other?,
    };
    Ok(WhoAmI { name: Some(typed.to_owned()), account })
}

fn who_am_i() -> Get<WhoAmI> {
    Get::new(ResourceKind::Users, "whoami", |body| {
        WhoAmI::read(body).ok_or_else(|| ApiError::Unreadable(texts::api::no_user().to_owned()))
    })
}
