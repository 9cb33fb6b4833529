//! `/auth`: signing in and out (rest-api.md 2.2).

use super::answer::Answer;
use super::request::Request;
use crate::access::Caller;
use crate::access::accounts::Accounts;
use crate::access::credentials::Credentials;
use crate::access::roles::Permission;
use crate::access::token::{Claims, Signer};
use crate::version::MaxScaleVersion;
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};
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
    let Some(role) = accounts.log_in(&user, &password, now) else {
        return denied();
    };
    if !request.verb.only_reads() && !accounts.roles.allows(&role, &[Permission::Edit]) {
        return denied();
    }
    let life = asked_ttl(request).unwrap_or(USUAL_LIFE).min(longest);
    let claims = claims(accounts, request.version, user, role);
    let token = signer.sign(&claims, now, life);
    if !request.query.is_on("persist") {
        return Answer::document(json!({ "meta": { "token": token } })).on_sql_thread();
    }
    let asks = request.query.get("max-age").is_some_and(|text| !text.is_empty());
    let age = if asks { format!("; Max-Age={}", life.as_secs()) } else { String::new() };
    let name = request.version.token_cookie();
    let cookie = format!("{name}={token}; Path=/{age}; SameSite=Strict; HttpOnly");
    Answer::done().with_header(SET_COOKIE, &cookie).on_sql_thread()
}

/// What tokens of an account say of it.
fn claims(accounts: &Accounts, version: MaxScaleVersion, user: String, role: String) -> Claims {
    let permissions = accounts.roles.get(&role).filter(|_| version.has_roles());
    Claims { permissions: permissions.map(<[String]>::to_vec), user, role }
}

/// `GET /whoami`: what the token says, or would say, of who asks (maxscale-25.md 2.7).
#[must_use]
pub fn who_am_i(
    accounts: &Accounts,
    signer: &Signer,
    request: &Request,
    caller: &Caller,
    now: SystemTime,
) -> Answer {
    let shown = match Credentials::of(request.version, &request.headers) {
        Credentials::Token(token) => signer.body(&token, now),
        Credentials::Password { .. } | Credentials::None => None,
    };
    let told = || {
        let (user, role) = (caller.user.clone(), caller.role.clone());
        claims(accounts, request.version, user, role).payload(now, USUAL_LIFE)
    };
    Answer::document(shown.unwrap_or_else(told))
}

/// `/auth?logout=yes`: the cookie goes, the token itself stays good.
#[must_use]
pub fn sign_out(version: MaxScaleVersion) -> Answer {
    let name = version.token_cookie();
    let expired = "Thu, 01 Jan 1970 00:00:00 GMT";
    let cookie = format!("{name}=; Path=/; Expires={expired}; SameSite=Strict; HttpOnly");
    Answer::ok().with_header(SET_COOKIE, &cookie).on_sql_thread()
}

/// `/login` without a provider: the browser is sent to where it is asked for name and password
/// (maxscale-25.md 6.3).
#[must_use]
pub fn ask(request: &Request) -> Answer {
    let place = format!("{}/auth", request.base);
    Answer::empty(StatusCode::FOUND).with_header(LOCATION, &place).on_sql_thread()
}

/// What `max-age` asks for; `None` when it is missing or no positive number.
fn asked_ttl(request: &Request) -> Option<Duration> {
    let seconds: u32 = request.query.get("max-age")?.parse().ok()?;
    (seconds > 0).then(|| Duration::from_secs(seconds.into()))
}
