//! A password, hidden unless asked for.

use super::frame::Frame;
use crate::ui::icon::{Icon, IconView};
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
) -> impl IntoView {
    let frame = Frame::new(id, label, hint, error);
    let shown = RwSignal::new(false);
    let control = view! {
        <div class="field-with-button">
            <input
                class="field-input"
                type=move || Some(if shown.get() { "text" } else { "password" })
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
            <ShowButton shown=shown />
        </div>
    };
    frame.around(control)
}

/// Its name changes with what it does next, so `aria-pressed` would say the same thing twice.
#[component]
fn ShowButton(shown: RwSignal<bool>) -> impl IntoView {
    let words = move || {
        Some(if shown.get() { texts::ui::hide_password() } else { texts::ui::show_password() })
    };
    let icon = Signal::derive(move || if shown.get() { Icon::EyeOff } else { Icon::Eye });
    view! {
        <button
            type="button"
            class="field-button"
            aria-label=words
            title=words
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            <IconView icon=icon />
        </button>
    }
}
