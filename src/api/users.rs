//! The accounts of the REST API.

use maxscale::account::Account;
use maxscale::name::path_part;

use super::ask::Ask;
use super::error::ApiError;
use super::read::{get, single};

/// What the account named `user` may do. One that MaxScale does not list (PAM, LDAP) answers
/// 404 and is `Unlisted`.
pub async fn account(user: &str) -> Result<Account, ApiError> {
    let path = format!("users/inet/{}", path_part(user));
    let ask: Ask<Account> = Ask::of(get(path, "fields[inet]", "account"), single);
    match ask.answer().await {
        Err(ApiError::NotFound(_)) => Ok(Account::Unlisted),
        other => other.map(|account| (*account).clone()),
    }
}
