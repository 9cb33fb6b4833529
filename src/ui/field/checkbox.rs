//! A box to tick.

use super::frame::Frame;
use leptos::ev::Event;
use leptos::prelude::*;

/// A checkbox with its label beside it.
#[component]
pub fn Checkbox(
    /// What ticking it means.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    checked: RwSignal<bool>,
    /// More about it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Its name for the browser.
    #[prop(default = "")]
    name: &'static str,
) -> impl IntoView {
    let frame = Frame::new(None, label.clone(), hint, Signal::default());
    view! {
        <div class="checkbox">
            <label class="checkbox-label">
                <input
                    type="checkbox"
                    name=name
                    aria-describedby=frame.described_by()
                    prop:checked=move || checked.get()
                    on:change=move |event: Event| checked.set(event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
            {frame.notes()}
        </div>
    }
}
