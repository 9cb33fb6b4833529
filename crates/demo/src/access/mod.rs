//! Who may do what: accounts, tokens, and the decision about one request (rest-api.md 2).

pub mod accounts;
pub mod credentials;
pub mod roles;
pub mod token;

use accounts::Accounts;
use credentials::Credentials;
use roles::{Permission, Roles};
use std::time::SystemTime;
use token::Signer;

/// Who makes a request, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The name of the account.
    pub user: String,
    /// The name of the account's role.
    pub role: String,
    /// Whether a token or cookie was shown instead of a password.
    pub by_token: bool,
}

/// Why a request is turned away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// Nobody known: 401. `offer` asks the browser for a password.
    Unknown {
        /// Whether `WWW-Authenticate` may be sent.
        offer: bool,
    },
    /// Known by token, but without the right: 403.
    Forbidden,
}

/// Finds out who is there.
///
/// # Errors
/// Nobody known.
pub fn identify(
    accounts: &mut Accounts,
    signer: &Signer,
    credentials: &Credentials,
    now: SystemTime,
) -> Result<Caller, Denial> {
    match credentials {
        Credentials::Token(token) => {
            let claims = signer.verify(token, now).ok_or(Denial::Unknown { offer: false })?;
            Ok(Caller { user: claims.user, role: claims.role, by_token: true })
        }
        Credentials::Password { user, password } => {
            let role =
                accounts.log_in(user, password, now).ok_or(Denial::Unknown { offer: true })?;
            Ok(Caller { user: user.clone(), role, by_token: false })
        }
        Credentials::None => Err(Denial::Unknown { offer: true }),
    }
}

impl Caller {
    /// Refuses who has none of these permissions: 401 after a password, 403 after a token.
    ///
    /// # Errors
    /// The caller has none of them.
    pub fn require(&self, roles: &Roles, one_of: &[Permission]) -> Result<(), Denial> {
        match roles.allows(&self.role, one_of) {
            true => Ok(()),
            false if self.by_token => Err(Denial::Forbidden),
            false => Err(Denial::Unknown { offer: true }),
        }
    }
}
