//! When each resource was changed last, for `Last-Modified` (rest-api.md 1.6).

use super::request::Request;
use http::StatusCode;
use std::collections::BTreeMap;
use std::time::SystemTime;

/// More paths than this are forgotten.
const MAX_PATHS: usize = 10_000;

/// The times of changes by path.
#[derive(Debug, Default)]
pub struct LastModified {
    changed: BTreeMap<Vec<String>, SystemTime>,
}

impl LastModified {
    /// Notes a change of the resource and of those that it is part of, and tells when the
    /// resource was changed last; that is the start if it never was.
    pub fn note(
        &mut self,
        request: &Request,
        status: StatusCode,
        started: SystemTime,
        now: SystemTime,
    ) -> SystemTime {
        if !request.verb.only_reads() && status.is_success() {
            if self.changed.len() > MAX_PATHS {
                self.changed.clear();
            }
            for length in 1..=request.path.len() {
                let part = request.path.get(..length).unwrap_or_default();
                self.changed.insert(part.to_vec(), now);
            }
        }
        self.changed.get(&request.path).copied().unwrap_or(started)
    }
}
