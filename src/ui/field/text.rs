//! One line of text.

use super::frame::Frame;
use leptos::ev::Event;
use leptos::prelude::*;

/// A text field.
#[component]
pub fn TextField(
    /// Its name for people.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with it, in words.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What to type, or why.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Its id, for moving the focus there; one of its own making otherwise.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its name for the browser and password managers.
    #[prop(default = "")]
    name: &'static str,
    /// What the browser may fill in, in the words of HTML's `autocomplete`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let frame = Frame::new(id, label, hint, error);
    let control = view! {
        <input
            class="field-input"
            type="text"
            id=frame.id()
            name=name
            autocomplete=autocomplete
            autocapitalize="off"
            spellcheck="false"
            aria-required=required.then_some("true")
            aria-invalid=frame.invalid()
            aria-describedby=frame.described_by()
            prop:value=move || value.get()
            on:input=move |event: Event| value.set(event_target_value(&event))
        />
    };
    frame.around(control)
}
