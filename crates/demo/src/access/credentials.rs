//! What a request shows to say who makes it.

use crate::version::MaxScaleVersion;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};

/// What a request shows. A cookie comes before anything else, even a stale one (rest-api.md 2.1).
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// A token, from the cookie or as Bearer.
    Token(String),
    /// Name and password.
    Password {
        /// Name.
        user: String,
        /// Password.
        password: String,
    },
    /// Nothing that can be understood.
    None,
}

impl Credentials {
    /// Reads the credentials of a request.
    #[must_use]
    pub fn of(version: MaxScaleVersion, headers: &HeaderMap) -> Self {
        cookie(version, headers).map_or_else(|| Self::from_authorization(headers), Self::Token)
    }

    /// Reads the `Authorization` header only, as signing in does.
    #[must_use]
    pub fn from_authorization(headers: &HeaderMap) -> Self {
        let value = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let Some((scheme, rest)) = value.and_then(|value| value.split_once(' ')) else {
            return Self::None;
        };
        if scheme.eq_ignore_ascii_case("bearer") {
            return Self::Token(rest.trim().to_owned());
        }
        if scheme.eq_ignore_ascii_case("basic") {
            return basic(rest.trim()).unwrap_or(Self::None);
        }
        Self::None
    }
}

fn basic(encoded: &str) -> Option<Credentials> {
    let text = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    Some(Credentials::Password { user: user.to_owned(), password: password.to_owned() })
}

fn cookie(version: MaxScaleVersion, headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(name, _)| name.trim().eq_ignore_ascii_case(version.token_cookie()))
        .map(|(_, value)| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn of(pairs: &[(&'static str, &str)]) -> Credentials {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        Credentials::of(MaxScaleVersion::default(), &headers)
    }

    #[test]
    fn the_cookie_wins() {
        let both = of(&[
            ("authorization", "Basic YWRtaW46bWFyaWFkYg=="),
            ("cookie", "a=b; token_sig=x.y"),
        ]);
        assert!(both == Credentials::Token("x.y".into()));
    }

    #[test]
    fn passwords_may_contain_colons() {
        let encoded = STANDARD.encode("eve:a:b");
        let expected = Credentials::Password { user: "eve".into(), password: "a:b".into() };
        assert!(of(&[("authorization", &format!("basic {encoded}"))]) == expected);
    }

    #[test]
    fn nonsense_is_nobody() {
        for nonsense in ["", "Basic", "Basic %%%", "Digest x", "Basic YQ=="] {
            assert!(of(&[("authorization", nonsense)]) == Credentials::None);
        }
    }
}
