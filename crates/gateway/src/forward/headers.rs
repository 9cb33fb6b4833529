//! Headers that are for one connection only, or for nobody.

use http::header::{
    CONNECTION, EXPECT, HeaderName, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, TE, TRAILER,
    TRANSFER_ENCODING, UPGRADE,
};
use http::{HeaderMap, HeaderValue};

const HOP_BY_HOP: [HeaderName; 10] = [
    CONNECTION,
    EXPECT,
    HeaderName::from_static("keep-alive"),
    PROXY_AUTHENTICATE,
    PROXY_AUTHORIZATION,
    HeaderName::from_static("proxy-connection"),
    TE,
    TRAILER,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// MaxScale acts by this header's method but checks the rights by the request's own, so that a
/// read-only account could write (rest-api.md 1.8). The console never sends it.
pub(super) fn drop_override(headers: &mut HeaderMap) {
    headers.remove("x-http-method-override");
}

/// Removes the headers that are for one connection only.
pub(super) fn drop_hop_by_hop(headers: &mut HeaderMap) {
    for name in connection_options(headers) {
        headers.remove(name.as_str());
    }
    for name in HOP_BY_HOP {
        headers.remove(name);
    }
}

/// The protocol these headers ask to change to, or agree to change to.
pub(super) fn upgrade(headers: &HeaderMap) -> Option<HeaderValue> {
    let asked = connection_options(headers).iter().any(|option| option == UPGRADE.as_str());
    headers.get(UPGRADE).filter(|_| asked).cloned()
}

/// Asks for, or agrees to, a change of protocol on the next connection as well.
pub(super) fn set_upgrade(headers: &mut HeaderMap, protocol: HeaderValue) {
    headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(UPGRADE, protocol);
}

fn connection_options(headers: &HeaderMap) -> Vec<String> {
    let values = headers.get_all(CONNECTION).iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|list| list.split(','))
        .map(|option| option.trim().to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let parsed =
            lines.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        parsed.collect::<HeaderMap>()
    }

    #[test]
    fn what_connection_names_goes_with_it() {
        let mut some = headers(&[
            ("connection", "close, X-Secret-Hop"),
            ("x-secret-hop", "1"),
            ("te", "trailers"),
            ("cookie", "token_sig=a"),
        ]);
        drop_hop_by_hop(&mut some);
        assert_eq!(some, headers(&[("cookie", "token_sig=a")]));
    }

    #[test]
    fn an_upgrade_counts_only_if_connection_says_so() {
        let asked = headers(&[("connection", "keep-alive, Upgrade"), ("upgrade", "websocket")]);
        assert_eq!(upgrade(&asked).unwrap(), "websocket");
        assert!(upgrade(&headers(&[("upgrade", "websocket")])).is_none());
    }
}
