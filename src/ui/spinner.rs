//! Says that something is under way.

use leptos::prelude::*;

/// A turning ring; pulses instead where motion is not wanted.
#[component]
pub fn Spinner(
    /// What is being waited for. Without it the ring is decoration beside words that say it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let role = label.as_ref().map(|_| "status");
    view! {
        <span class="spinner" role=role>
            <span class="spinner-ring" aria-hidden="true"></span>
            {label}
        </span>
    }
}
