//! The path under which console and API lie.

use std::fmt;
use std::str::FromStr;

/// A path such as `/maxscale/prod`, without a slash at its end; the root is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BasePath(String);

/// Why a text is not a [`BasePath`].
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the base path \"{0}\" cannot be used: write it as /name or /name/name, \
     with letters, digits, \"-\", \"_\" and \".\" only"
)]
pub struct BasePathError(String);

impl BasePath {
    /// Takes the base path off `path`. What remains is empty or begins with a slash; nothing
    /// remains of a path that lies elsewhere.
    pub fn strip<'p>(&self, path: &'p str) -> Option<&'p str> {
        let rest = path.strip_prefix(self.0.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    }

    /// The path with a slash at its end, as cookies and redirects want it.
    pub fn with_slash(&self) -> String {
        format!("{}/", self.0)
    }
}

impl FromStr for BasePath {
    type Err = BasePathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let path = text.trim_end_matches('/');
        let valid = path.is_empty()
            || path.strip_prefix('/').is_some_and(|names| names.split('/').all(is_plain_name));
        if valid { Ok(Self(path.to_owned())) } else { Err(BasePathError(text.to_owned())) }
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

fn is_plain_name(name: &str) -> bool {
    !name.trim_matches('.').is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_root_leaves_every_path_as_it_is() {
        for root in ["", "/"] {
            assert_eq!(root.parse::<BasePath>().unwrap().strip("/v1/servers"), Some("/v1/servers"));
        }
    }

    #[test]
    fn a_path_elsewhere_is_no_part_of_it() {
        let base: BasePath = "/a/b/".parse().unwrap();
        assert_eq!(base.strip("/a/b/v1"), Some("/v1"));
        assert_eq!(base.strip("/a/b"), Some(""));
        assert_eq!(base.strip("/a/bc"), None);
        assert_eq!(base.strip("/v1"), None);
    }

    #[test]
    fn what_a_cookie_or_redirect_would_misread_is_refused() {
        for bad in ["x", "/a b", "/a;b", "//evil", "/..", "/a/../b", "/a%2f", "/\\x"] {
            assert!(bad.parse::<BasePath>().is_err(), "{bad}");
        }
    }
}
