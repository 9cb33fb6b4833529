//! Makes MaxScale's session cookie fit the place where the browser got it.

use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};

use crate::BasePath;

/// Sets `Path` to the base path, so that consoles under other paths have their own session, and
/// `Secure` if and only if browsers come by TLS: without it they would drop a secure cookie.
/// `SameSite` becomes `Strict`, as MaxScale has it unless its cross-origin debug switch is on.
pub(super) fn rewrite(headers: &mut HeaderMap, base_path: &BasePath, https: bool) {
    let cookies: Vec<HeaderValue> = headers
        .get_all(SET_COOKIE)
        .iter()
        .filter_map(|cookie| fit(cookie.to_str().ok()?, base_path, https).parse().ok())
        .collect();
    headers.remove(SET_COOKIE);
    for cookie in cookies {
        headers.append(SET_COOKIE, cookie);
    }
}

fn fit(cookie: &str, base_path: &BasePath, https: bool) -> String {
    let kept = cookie.split(';').map(str::trim).filter(|part| !is_replaced(part));
    let mut parts: Vec<String> = kept.map(str::to_owned).collect();
    parts.push(format!("Path={}", base_path.with_slash()));
    parts.push("SameSite=Strict".to_owned());
    if https {
        parts.push("Secure".to_owned());
    }
    parts.join("; ")
}

fn is_replaced(attribute: &str) -> bool {
    let name = attribute.split_once('=').map_or(attribute, |(name, _)| name);
    ["path", "samesite", "secure", "domain"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// As MaxScale 24.02 sends it by TLS.
    const SECURE: &str = "token_sig=a.b=; Path=/; SameSite=Strict; HttpOnly; Max-Age=60; Secure";

    #[test]
    fn secure_is_for_tls_only() {
        let root = BasePath::default();
        let plain = "token_sig=a.b=; HttpOnly; Max-Age=60; Path=/; SameSite=Strict";
        assert_eq!(fit(SECURE, &root, false), plain);
        assert_eq!(fit(SECURE, &root, true), format!("{plain}; Secure"));
    }

    #[test]
    fn every_cookie_moves_to_the_base_path() {
        let base = "/prod".parse().unwrap();
        let mut headers = HeaderMap::new();
        headers.append(SET_COOKIE, "a=1; path=/".parse().unwrap());
        headers.append(SET_COOKIE, "b=2; SameSite=None; Secure".parse().unwrap());
        rewrite(&mut headers, &base, false);
        let cookies: Vec<_> = headers.get_all(SET_COOKIE).iter().collect();
        assert_eq!(
            cookies,
            ["a=1; Path=/prod/; SameSite=Strict", "b=2; Path=/prod/; SameSite=Strict"]
        );
    }
}
