//! Hands out the ids that tie a control to its label, hint and error.

use std::sync::atomic::{AtomicU32, Ordering};

/// An id no other element of the page has: the prefix and a running number.
pub(super) fn unique_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{prefix}-{number}")
}
