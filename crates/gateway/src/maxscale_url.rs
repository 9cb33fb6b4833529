//! The address of a real MaxScale.

use std::fmt;
use std::str::FromStr;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

/// Scheme, host and port of a MaxScale's REST API, such as `https://maxscale.example:8989`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaxScaleUrl {
    scheme: Scheme,
    authority: Authority,
}

/// Why a text is not a [`MaxScaleUrl`].
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MaxScaleUrlError {
    /// It is no URL with a host, or its scheme is another.
    #[error(
        "\"{0}\" is not the address of a MaxScale: write it as http://HOST:8989 or https://HOST:8989"
    )]
    NotHttp(String),
    /// It holds a user name or password. The text is not repeated, for it is a secret.
    #[error("leave user and password out of MaxScale's address: the console asks for them")]
    Credentials,
    /// It names more than the host.
    #[error("\"{0}\" names a path: give only the address, such as http://HOST:8989")]
    Path(String),
}

impl MaxScaleUrl {
    /// Whether MaxScale is reached by TLS.
    pub fn is_https(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    /// Host and port, as the `Host` header wants them.
    pub fn authority(&self) -> &str {
        self.authority.as_str()
    }

    /// The URL of a path at this MaxScale, whatever the path looks like.
    pub(crate) fn at(&self, path: PathAndQuery) -> Result<Uri, http::Error> {
        Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(path)
            .build()
    }
}

impl FromStr for MaxScaleUrl {
    type Err = MaxScaleUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.contains('@') {
            return Err(MaxScaleUrlError::Credentials);
        }
        let not_http = || MaxScaleUrlError::NotHttp(text.to_owned());
        let parts = text.parse::<Uri>().map_err(|_| not_http())?.into_parts();
        let scheme =
            parts.scheme.filter(|scheme| *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS);
        let authority = parts.authority.filter(|authority| !authority.host().is_empty());
        let (Some(scheme), Some(authority)) = (scheme, authority) else { return Err(not_http()) };
        match parts.path_and_query {
            Some(path) if path != "/" => Err(MaxScaleUrlError::Path(text.to_owned())),
            _ => Ok(Self { scheme, authority }),
        }
    }
}

impl fmt::Display for MaxScaleUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}://{}", self.scheme, self.authority)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_address_reads_as_it_was_written() {
        for text in ["http://127.0.0.1:8989", "https://maxscale.example", "http://[::1]:8989"] {
            assert_eq!(text.parse::<MaxScaleUrl>().unwrap().to_string(), text);
        }
        assert_eq!("http://a:1/".parse::<MaxScaleUrl>().unwrap().to_string(), "http://a:1");
    }

    #[test]
    fn a_path_cannot_change_the_host() {
        let url: MaxScaleUrl = "http://maxscale:8989".parse().unwrap();
        for path in ["//evil.example/v1", "/v1/@evil.example", "/v1/..%2f..//evil"] {
            let uri = url.at(path.parse().unwrap()).unwrap();
            assert_eq!(uri.authority().unwrap().as_str(), "maxscale:8989");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_in_words() {
        for text in ["", "maxscale", "maxscale:8989", "ftp://a", "http://", "/v1"] {
            let error = text.parse::<MaxScaleUrl>().unwrap_err();
            assert_eq!(error, MaxScaleUrlError::NotHttp(text.to_owned()));
        }
        assert!(matches!("http://a/v1".parse::<MaxScaleUrl>(), Err(MaxScaleUrlError::Path(_))));
    }

    #[test]
    fn a_password_is_refused_and_not_repeated() {
        let error = "http://admin:secret@a:1".parse::<MaxScaleUrl>().unwrap_err();
        assert!(!error.to_string().contains("secret"));
    }
}
