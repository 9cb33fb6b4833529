//! Runs one input to its end.

use std::cell::RefCell;
use tokio::runtime::{Builder, Runtime};

thread_local! {
    static RUNTIME: RefCell<Option<Runtime>> = RefCell::new(Builder::new_current_thread().enable_time().build().ok());
}

/// Waits for the answer, which has to be one of HTTP.
pub fn to_end(answer: impl Future<Output = Option<u16>>) {
    RUNTIME.with_borrow(|runtime| {
        let status = runtime.as_ref().and_then(|runtime| runtime.block_on(answer));
        assert!(status.is_none_or(|status| (100..600).contains(&status)));
    });
}
