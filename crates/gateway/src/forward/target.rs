//! Which part of a request's address is passed on.

use http::uri::PathAndQuery;

use super::failure::Failure;

/// Path and query for MaxScale. Nothing else of the request's address is used, so it cannot name
/// another host. `.` and `..` are refused: MaxScale looks paths up in its own file system first
/// (rest-api.md 8), and an empty part is never a name.
pub(super) fn path_and_query(path: &str, query: Option<&str>) -> Result<PathAndQuery, Failure> {
    let parts = path.trim_start_matches('/').trim_end_matches('/').split('/');
    if parts.map(decode_dots).any(|part| matches!(part.as_str(), "" | "." | "..")) {
        return Err(Failure::BadPath);
    }
    let text = match query {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    text.parse().map_err(|_| Failure::BadPath)
}

fn decode_dots(part: &str) -> String {
    part.replace("%2e", ".").replace("%2E", ".")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_and_query_pass_as_they_are() {
        for (path, query) in [
            ("/v1", None),
            ("/v1/servers/", Some("fields[servers]=state&pretty=false")),
            ("/v1/servers/a%20b%2Fc..d", None),
        ] {
            let target = path_and_query(path, query).unwrap();
            assert_eq!((target.path(), target.query()), (path, query));
        }
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for path in ["/v1/..", "/v1/../etc", "/v1/%2E./x", "/v1/.", "/v1//evil.example/x"] {
            assert!(path_and_query(path, None).is_err(), "{path}");
        }
    }
}
