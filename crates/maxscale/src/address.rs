//! Where a server listens.

use std::fmt;

use crate::json::Fields;

/// The address of a database server as MaxScale reaches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Host and port.
    Network {
        /// A host name or an IP address.
        host: String,
        /// The TCP port, when it is known.
        port: Option<u64>,
    },
    /// The path of a Unix domain socket.
    Socket(String),
    /// Neither was given.
    Unknown,
}

impl Address {
    /// From a server's `parameters`: `socket` excludes `address` (rest-api.md 3.2).
    pub(crate) fn from_parameters(parameters: Fields<'_>) -> Self {
        match (parameters.text("socket"), parameters.text("address")) {
            (Some(socket), _) => Self::Socket(socket),
            (None, Some(host)) => Self::Network { host, port: parameters.count("port") },
            (None, None) => Self::Unknown,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network { host, port: Some(port) } if host.contains(':') => {
                write!(out, "[{host}]:{port}")
            }
            Self::Network { host, port: Some(port) } => write!(out, "{host}:{port}"),
            Self::Network { host, port: None } => out.write_str(host),
            Self::Socket(path) => out.write_str(path),
            Self::Unknown => out.write_str(texts::common::unknown()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn address(parameters: serde_json::Value) -> String {
        Address::from_parameters(Fields::of(&parameters)).to_string()
    }

    #[test]
    fn an_address_is_written_as_one_types_it() {
        assert_eq!(address(json!({"address": "db1", "port": 3306})), "db1:3306");
        assert_eq!(address(json!({"address": "::1", "port": 3306})), "[::1]:3306");
        assert_eq!(address(json!({"socket": "/run/db.sock", "port": null})), "/run/db.sock");
        assert_eq!(address(json!({})), "not known");
    }
}
