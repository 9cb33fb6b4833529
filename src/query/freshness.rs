//! How old the data on the screen is, and whether MaxScale answers.

use leptos::prelude::*;

use super::client::{ReadEvent, use_query_client};
use crate::api::ApiError;

/// What the shell tells of the data's age.
#[derive(Clone, Copy)]
pub struct Freshness {
    /// When MaxScale last answered a read, in milliseconds since 1970.
    pub answered_at: StoredValue<Option<f64>>,
    /// Why it does not answer now, if so.
    pub trouble: RwSignal<Option<ApiError>>,
    /// Whether the newest read was not answered in time.
    hung: StoredValue<bool>,
}

/// Makes the page's freshness known to all below.
pub fn provide_freshness() {
    let freshness = Freshness {
        answered_at: StoredValue::new(None),
        trouble: RwSignal::new(None),
        hung: StoredValue::new(false),
    };
    provide_context(freshness);
    use_query_client().subscribe(move |event| match event {
        ReadEvent::Answered(_) => freshness.note(None),
        // The session's affair.
        ReadEvent::Failed(ApiError::SignedOut(_)) => {}
        ReadEvent::Failed(error) => freshness.note(Some(error)),
    });
}

/// The page's freshness.
pub fn use_freshness() -> Freshness {
    expect_context()
}

impl Freshness {
    /// Takes note of how a read ended. Anything MaxScale itself said counts as an answer. One read
    /// that hangs says nothing of the others; two in a row do.
    fn note(self, error: Option<&ApiError>) {
        let trouble = error.filter(|error| error.is_silence()).cloned();
        let hangs = trouble == Some(ApiError::TimedOut);
        let hung = self.hung.try_update_value(|hung| std::mem::replace(hung, hangs));
        if hangs && hung == Some(false) {
            return;
        }
        if trouble.is_none() {
            self.answered_at.try_set_value(Some(js_sys::Date::now()));
        }
        if self.trouble.try_get_untracked().flatten() != trouble {
            self.trouble.try_set(trouble);
        }
    }
}
