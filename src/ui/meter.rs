//! A measured amount within a known range, as a bar.

use leptos::prelude::*;

/// A native `<meter>` with its value in words beside it.
#[component]
pub fn Meter(
    /// What is measured.
    #[prop(into)]
    label: String,
    /// The amount, from 0 to `max`, in the unit of `max`.
    #[prop(into)]
    value: Signal<f64>,
    /// The most it can be.
    #[prop(into)]
    max: Signal<f64>,
    /// The amount in words, with its unit.
    #[prop(into)]
    text: Signal<String>,
) -> AnyView {
    view! {
        <span class="meter">
            <meter aria-label=label min="0" max=move || max.get() value=move || value.get()></meter>
            <span class="meter-text">{move || text.get()}</span>
        </span>
    }
    .into_any()
}
