//! The token of a connection: in the option `token`, or else in a cookie of its own.

use crate::api::Api;
use crate::api::answer::Refusal;
use crate::api::request::Request;
use http::header::COOKIE;
use std::time::Duration;

/// The beginning of a cookie's name; the id of the connection follows.
const COOKIE_NAME: &str = "conn_id_sig_";

/// Refuses a request that does not have the token of the connection.
///
/// # Errors
/// There is none, or that of another connection.
pub fn check(api: &Api, request: &Request, id: &str) -> Result<(), Refusal> {
    let option = request.query.get("token").filter(|token| !token.is_empty());
    verify(api, request, id, option).map_err(Refusal::because)
}

/// The same for any connection and any option.
///
/// # Errors
/// What is wrong with the token.
pub fn verify(api: &Api, request: &Request, id: &str, option: Option<&str>) -> Result<(), String> {
    let malformed = || "Malformed connection token".to_owned();
    let token = option.map(str::to_owned).or_else(|| cookie(request, id)).ok_or_else(malformed)?;
    let subject = api.signer.subject(&token, api.world.now).ok_or_else(malformed)?;
    if subject == id {
        return Ok(());
    }
    Err(format!("URL is for connection {id}, token is for connection {subject}"))
}

fn cookie(request: &Request, id: &str) -> Option<String> {
    let name = format!("{COOKIE_NAME}{id}");
    let lines = request.headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    let found = pairs.find(|(key, _)| key.trim().eq_ignore_ascii_case(&name))?;
    Some(found.1.trim().to_owned()).filter(|token| !token.is_empty())
}

/// The cookie that holds a token.
#[must_use]
pub fn kept(id: &str, token: &str, life: Duration) -> String {
    let age = life.as_secs();
    format!("{COOKIE_NAME}{id}={token}; Path=/; Max-Age={age}; SameSite=Strict; HttpOnly")
}

/// The cookie that makes the browser forget it.
#[must_use]
pub fn expired(id: &str) -> String {
    let date = "Thu, 01 Jan 1970 00:00:00 GMT";
    format!("{COOKIE_NAME}{id}=; Path=/; Expires={date}; SameSite=Strict; HttpOnly")
}
