//! The product's mark and name.

use leptos::prelude::*;

/// The mark: several backends behind one front; and the name beside it.
#[component]
pub(super) fn Brand(product: String) -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M3 12h5M8 12l8-7M8 12h8M8 12l8 7"></path>
            <path class="mark-nodes" d="M16 3h5v4h-5zM16 10h5v4h-5zM16 17h5v4h-5z"></path>
        </svg>
        <span class="brand-name">{product}</span>
    }
}
