//! A password, hidden unless asked for.

use super::frame::Frame;
use crate::ui::handler::handler;
use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::{derive, following};
use crate::ui::signal::Signal;
use leptos::ev::Event;
use leptos::prelude::*;

/// A password field with a button that shows what is typed.
#[component]
pub fn PasswordField(
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
    #[prop(default = "password")]
    name: &'static str,
    /// `current-password` or `new-password`.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let frame = Frame::new(id, label, hint, error);
    let shown = RwSignal::new(false);
    let control = view! {
        <div class="field-with-button">
            <input
                class="field-input"
                type=following(move || Some(if shown.get() { "text" } else { "password" }))
                id=frame.id()
                name=name
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                aria-required=required.then_some("true")
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                prop:value=following(move || value.get())
                on:input=handler(move |event: Event| value.set(event_target_value(&event)))
            />
            <ShowButton shown=shown />
        </div>
    };
    frame.around(control.into_any())
}

/// Its name changes with what it does next, so `aria-pressed` would say the same thing twice.
#[component]
fn ShowButton(shown: RwSignal<bool>) -> AnyView {
    let words = move || Some(if shown.get() { "Hide password" } else { "Show password" });
    let icon = derive(move || if shown.get() { Icon::EyeOff } else { Icon::Eye });
    view! {
        <button
            type="button"
            class="field-button"
            aria-label=following(words)
            title=following(words)
            on:click=handler(move |_| shown.update(|shown| *shown = !*shown))
        >
            <IconView icon=icon />
        </button>
    }
    .into_any()
}
