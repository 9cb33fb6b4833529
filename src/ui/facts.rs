//! Pairs of label and value, in as many columns as fit.

use leptos::prelude::*;

/// A definition list; holds [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> AnyView {
    view! { <dl class="facts">{children()}</dl> }.into_any()
}

/// One label with its value.
#[component]
pub fn Fact(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is known of it.
    children: Children,
) -> AnyView {
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}
