//! `/auth`: signing in and out (rest-api.md 2.2).

use super::answer::Answer;
use super::request::Request;
use crate::access::accounts::{Accounts, Role};
use crate::access::credentials::{COOKIE_NAME, Credentials};
use crate::access::token::{Claims, Signer};
use http::StatusCode;
use http::header::SET_COOKIE;
use serde_json::json;
use std::time::{Duration, SystemTime};

/// How long a token is good for when nothing is said.
const USUAL_LIFE: Duration = Duration::from_secs(8 * 3600);

/// `/auth` with any verb: a token for name and password; nothing else is accepted. `longest` is the
/// longest life that it may have.
pub fn sign_in(
    accounts: &mut Accounts,
    signer: &Signer,
    request: &Request,
    now: SystemTime,
    longest: Duration,
) -> Answer {
    let denied = || Answer::raw(StatusCode::UNAUTHORIZED, "Access denied");
    let Credentials::Password { user, password } =
        Credentials::from_authorization(&request.headers)
    else {
        return denied();
    };
    let may = |role: &Role| *role == Role::Admin || request.verb.only_reads();
    let Some(role) = accounts.log_in(&user, &password, now).filter(may) else {
        return denied();
    };
    let life = asked_ttl(request).unwrap_or(USUAL_LIFE).min(longest);
    let token = signer.sign(&Claims { user, role }, now, life);
    if !request.query.is_on("persist") {
        return Answer::document(json!({ "meta": { "token": token } })).on_sql_thread();
    }
    let asks = request.query.get("max-age").is_some_and(|text| !text.is_empty());
    let age = if asks { format!("; Max-Age={}", life.as_secs()) } else { String::new() };
    let cookie = format!("{COOKIE_NAME}={token}; Path=/{age}; SameSite=Strict; HttpOnly");
    Answer::done().with_header(SET_COOKIE, &cookie).on_sql_thread()
}

/// `/auth?logout=yes`: the cookie goes, the token itself stays good.
#[must_use]
pub fn sign_out() -> Answer {
    let expired = "Thu, 01 Jan 1970 00:00:00 GMT";
    let cookie = format!("{COOKIE_NAME}=; Path=/; Expires={expired}; SameSite=Strict; HttpOnly");
    Answer::ok().with_header(SET_COOKIE, &cookie).on_sql_thread()
}

/// What `max-age` asks for; `None` when it is missing or no positive number.
fn asked_ttl(request: &Request) -> Option<Duration> {
    let seconds: u32 = request.query.get("max-age")?.parse().ok()?;
    (seconds > 0).then(|| Duration::from_secs(seconds.into()))
}
