//! The names of MaxScale's objects, each kind its own type.

use std::fmt;

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes the name as MaxScale gave it; nearly any text can be one (rest-api.md 9.2).
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

name! {
    /// The name of a server.
    ServerName
}
name! {
    /// The name of a monitor.
    MonitorName
}
name! {
    /// The name of a service.
    ServiceName
}
name! {
    /// The name of a listener.
    ListenerName
}
name! {
    /// The name of a filter.
    FilterName
}
name! {
    /// The number of a session, which the API gives as text.
    SessionId
}

/// Writes a name as one part of a URL's path: everything but unreserved characters is
/// percent-encoded, as names may hold any character but white space (rest-api.md 9.2).
pub fn path_part(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    out
}

/// Reads a part of a URL's path back; `None` when it is not valid percent-encoded UTF-8.
pub fn from_path_part(part: &str) -> Option<String> {
    let mut bytes = part.bytes();
    let mut out = Vec::with_capacity(part.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn special_characters_in_names_are_encoded() {
        assert_eq!(path_part("db-1"), "db-1");
        assert_eq!(path_part("a/b?c#d%é"), "a%2Fb%3Fc%23d%25%C3%A9");
        assert_eq!(from_path_part("%zz"), None);
        assert_eq!(from_path_part("%f"), None);
    }

    proptest! {
        #[test]
        fn every_name_survives_encoding(name in ".*") {
            prop_assert_eq!(from_path_part(&path_part(&name)), Some(name));
        }
    }
}
