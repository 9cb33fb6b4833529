//! `/auth`: signing in and out (rest-api.md 2.2).

use super::answer::Answer;
use super::request::Request;
use crate::access::accounts::Accounts;
use crate::access::credentials::{COOKIE_NAME, Credentials};
use crate::access::token::{Claims, Signer};
use http::StatusCode;
use http::header::SET_COOKIE;
use serde_json::json;
use std::time::{Duration, SystemTime};

/// How long a token is good for when nothing is said.
const USUAL_LIFE: Duration = Duration::from_secs(8 * 3600);

/// The longest life that can be asked for (`admin_jwt_max_age`).
const LONGEST_LIFE: Duration = Duration::from_secs(24 * 3600);

/// `GET /auth`: a token for name and password; nothing else is accepted.
pub fn sign_in(
    accounts: &mut Accounts,
    signer: &Signer,
    request: &Request,
    now: SystemTime,
) -> Answer {
    let denied = || Answer::raw(StatusCode::UNAUTHORIZED, "Access denied");
    let Credentials::Password { user, password } =
        Credentials::from_authorization(&request.headers)
    else {
        return denied();
    };
    let Some(role) = accounts.log_in(&user, &password, now) else {
        return denied();
    };
    let asked = asked_life(request);
    let token = signer.sign(&Claims { user, role }, now, asked.unwrap_or(USUAL_LIFE));
    if !request.query.is_on("persist") {
        return Answer::document(json!({ "meta": { "token": token } })).apart();
    }
    let age = asked.map(|life| format!("; Max-Age={}", life.as_secs())).unwrap_or_default();
    let cookie = format!("{COOKIE_NAME}={token}; Path=/{age}; SameSite=Strict; HttpOnly");
    Answer::done().with_header(SET_COOKIE, &cookie).apart()
}

/// `/auth?logout=yes`: the cookie goes, the token itself stays good.
#[must_use]
pub fn sign_out() -> Answer {
    let expired = "Thu, 01 Jan 1970 00:00:00 GMT";
    let cookie = format!("{COOKIE_NAME}=; Path=/; Expires={expired}; SameSite=Strict; HttpOnly");
    Answer::ok().with_header(SET_COOKIE, &cookie).apart()
}

/// What `max-age` asks for, capped; `None` when it is missing or no positive number.
fn asked_life(request: &Request) -> Option<Duration> {
    let seconds: u64 = request.query.get("max-age")?.parse().ok()?;
    (seconds > 0).then(|| Duration::from_secs(seconds).min(LONGEST_LIFE))
}
