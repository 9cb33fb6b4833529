//! Signing in and out (rest-api.md 2.2): a cookie that scripts cannot read, no token.

use maxscale::request::{Request, Verb};

use super::error::ApiError;
use super::transport::{send_alone, send_with, set_signed_out, tab_channel};

/// Seconds that “Remember me” asks for; MaxScale caps it by `admin_jwt_max_age` (recording
/// auth-and-users).
const REMEMBERED_SECONDS: &str = "604800";

/// Why signing in failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// User name or password is wrong.
    WrongCredentials,
    /// MaxScale accepts passwords over HTTPS only.
    NeedsHttps,
    /// Anything else.
    Other(ApiError),
}

impl SignInError {
    /// What happened and what to do.
    pub fn words(&self) -> String {
        match self {
            Self::WrongCredentials => texts::api::wrong_credentials().to_owned(),
            Self::NeedsHttps => texts::api::needs_https().to_owned(),
            Self::Other(error) => error.words(),
        }
    }
}

impl From<ApiError> for SignInError {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::SignedOut(refused)
                if refused.details.iter().any(|text| text.contains("not encrypted")) =>
            {
                Self::NeedsHttps
            }
            ApiError::SignedOut(_) => Self::WrongCredentials,
            ApiError::Unreachable
            | ApiError::TimedOut
            | ApiError::Forbidden(_)
            | ApiError::NotFound(_)
            | ApiError::Refused(_)
            | ApiError::Unreadable(_)
            | ApiError::NothingNew => Self::Other(error),
        }
    }
}

/// Asks MaxScale for a session cookie.
pub async fn sign_in(user: &str, password: &str, remember: bool) -> Result<(), SignInError> {
    let mut request = Request::new(Verb::Get, "auth").option("persist", "yes");
    if remember {
        request = request.option("max-age", REMEMBERED_SECONDS);
    }
    let credentials = basic(user, password).ok_or(SignInError::WrongCredentials)?;
    send_with(&request, Some(&credentials)).await?;
    set_signed_out(false);
    Ok(())
}

/// Ends the session in this browser, once nothing is being read; needs no session.
pub async fn sign_out() -> Result<(), ApiError> {
    send_alone(&Request::new(Verb::Get, "auth").option("logout", "yes")).await?;
    set_signed_out(true);
    tab_channel::signed_out();
    Ok(())
}

/// The header of Basic authentication; its base64 is over UTF-8 bytes, one a character for `btoa`.
fn basic(user: &str, password: &str) -> Option<String> {
    let bytes: String = format!("{user}:{password}").bytes().map(char::from).collect();
    let encoded = web_sys::window()?.btoa(&bytes).ok()?;
    Some(format!("Basic {encoded}"))
}
