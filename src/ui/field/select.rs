//! One of several values.

use leptos::ev::Event;
use leptos::prelude::*;

/// A choice whose label is for screen readers; its first value says what it is about.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The values with their words, in order.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    /// The value chosen now.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value at every change.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let choices = Memo::new(move |_| choices.get());
    let option = move |(key, words): (String, String)| {
        let own = key.clone();
        view! {
            <option value=key prop:selected=move || value.with(|value| *value == own)>
                {words}
            </option>
        }
        .into_any()
    };
    view! {
        <select
            class="field-input select"
            aria-label=label
            on:change=move |event: Event| on_change.run(event_target_value(&event))
        >
            {move || choices.get().into_iter().map(option).collect_view()}
        </select>
    }
}
