//! What a toast shows, wherever it stands.

use super::Toast;
use crate::ui::icon::IconView;
use leptos::prelude::*;

/// The icon, the words and the detail of a toast.
pub(super) fn message(toast: &Toast) -> AnyView {
    let detail = toast.detail.clone();
    view! {
        <IconView icon=toast.tone.icon() />
        <div class="toast-words">
            <p class="toast-text">{toast.text.clone()}</p>
            {detail.map(|detail| view! { <p class="toast-detail">{detail}</p> })}
        </div>
    }
    .into_any()
}
