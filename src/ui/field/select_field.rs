//! One of several choices, with a label that is seen.

use super::frame::Frame;
use leptos::ev::Event;
use leptos::prelude::*;

/// A list to choose from.
#[component]
pub fn SelectField(
    /// Its name for people.
    #[prop(into)]
    label: String,
    /// The choices: the value and its words.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    /// The value that is chosen.
    value: RwSignal<String>,
) -> impl IntoView {
    let frame = Frame::new(None, label, None, Signal::default());
    let option = move |(choice, words): (String, String)| {
        let is_chosen = value.with_untracked(|value| *value == choice);
        view! { <option value=choice prop:selected=is_chosen>{words}</option> }
    };
    let control = view! {
        <select
            class="field-input"
            id=frame.id()
            on:change=move |event: Event| value.set(event_target_value(&event))
        >
            {move || choices.get().into_iter().map(option).collect_view()}
        </select>
    };
    frame.around(control)
}
