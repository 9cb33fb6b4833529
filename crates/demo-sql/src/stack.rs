//! Threads with a stack that is large enough for statements: they nest.

use std::thread::{Builder, JoinHandle, scope};

/// The stack, in bytes; memory that is not touched costs nothing.
const STACK: usize = 32 << 20;

fn builder() -> Builder {
    Builder::new().name("sql".to_owned()).stack_size(STACK)
}

/// Begins something; `None` when there is no thread for it.
pub fn begin(work: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
    builder().spawn(work).ok()
}

/// Does something and waits for it; `None` when it could not be done.
pub fn wait_for<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    scope(|scope| builder().spawn_scoped(scope, work).ok()?.join().ok())
}
