//! Pairs of label and value, in as many columns as fit.

use leptos::prelude::*;

/// A definition list; holds [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One label with its value.
#[component]
pub fn Fact(
    #[prop(into)] label: String,
    /// Whether it is what one looks for first.
    #[prop(optional)]
    leads: bool,
    /// What is known of it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fact" class:fact-leads=leads>
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
