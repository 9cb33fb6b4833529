//! One of several choices, in a native list.

use super::frame::Frame;
use leptos::prelude::*;

/// A choice: its value and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the signal holds when it is chosen.
    pub value: String,
    /// What people read.
    pub words: String,
}

/// A select field.
#[component]
pub fn Select(
    /// Its name for people.
    #[prop(into)]
    label: String,
    /// The chosen value.
    value: RwSignal<String>,
    /// The choices in order.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// More about it.
    #[prop(optional, into)]
    hint: Option<String>,
) -> AnyView {
    let frame = Frame::new(None, label, hint, Signal::default());
    let option = move |choice: Choice| {
        let own = choice.value.clone();
        let selected = move || value.with(|value| *value == own);
        view! {
            <option value=choice.value selected=selected>
                {choice.words}
            </option>
        }
    };
    let control = view! {
        <select
            class="field-input"
            id=frame.id()
            aria-describedby=frame.described_by()
            on:change=move |event| value.set(event_target_value(&event))
        >
            {move || choices.get().into_iter().map(option).collect_view()}
        </select>
    };
    frame.around(control.into_any())
}
