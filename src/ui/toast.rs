//! Short messages about what was just done: at the bottom for a while, and in a list afterwards.

mod history;
mod hold;
mod message;
mod region;

pub use history::ToastHistory;
pub use region::ToastRegion;

use super::tone::Tone;
use std::sync::Arc;

/// One message.
#[derive(Clone)]
pub struct Toast {
    /// Tells it from all others, the past ones included.
    pub id: u64,
    /// What it means. A bad one is said at once and stays until dismissed.
    pub tone: Tone,
    /// What happened, in a few words.
    pub text: String,
    /// More about it.
    pub detail: Option<String>,
    /// What can be done about it now.
    pub action: Option<ToastAction>,
    /// When it happened, in milliseconds since 1970.
    pub at: f64,
}

/// What a toast offers to do, such as Undo.
#[derive(Clone)]
pub struct ToastAction {
    words: String,
    /// Not a `Callback`: that ends with the component that made it, and the toast outlives it.
    on_select: Arc<dyn Fn() + Send + Sync>,
}

impl ToastAction {
    /// A button with these words. The toast is dismissed before its work is done.
    pub fn new(words: impl Into<String>, on_select: impl Fn() + Send + Sync + 'static) -> Self {
        Self { words: words.into(), on_select: Arc::new(on_select) }
    }
}
