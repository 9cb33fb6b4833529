//! One of several values.

use crate::ui::each::each;
use crate::ui::handler::handler;
use crate::ui::memo::Memo;
use crate::ui::reactive::following;
use crate::ui::signal::Signal;
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
) -> AnyView {
    let choices = Memo::new(move |_| choices.get());
    let option = move |(key, words): (String, String)| {
        let own = key.clone();
        view! {
            <option value=key prop:selected=following(move || value.with(|value| *value == own))>
                {words}
            </option>
        }
        .into_any()
    };
    view! {
        <select
            class="field-input select"
            aria-label=label
            on:change=handler(move |event: Event| on_change.run(event_target_value(&event)))
        >
            {each(move || choices.get(), Clone::clone, option)}
        </select>
    }
    .into_any()
}
