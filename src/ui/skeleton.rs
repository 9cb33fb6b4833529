//! Holds the place of what is being loaded, so that nothing jumps when it comes.

use leptos::prelude::*;

/// Grey lines in place of text.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
    /// What is being loaded, for those who do not see the lines.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let line = |_| view! { <span class="skeleton-line" aria-hidden="true"></span> };
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{label}</span>
            {(0..lines).map(line).collect_view()}
        </div>
    }
}
