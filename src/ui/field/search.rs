//! A filter that narrows a list while one types.

use crate::ui::icon::{Icon, IconView};
use leptos::ev::Event;
use leptos::prelude::*;

/// A search field whose label is for screen readers; the placeholder says the same.
#[component]
pub fn SearchField(
    /// What it filters.
    #[prop(into)]
    label: String,
    /// What is typed now.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the text at every change, for the owner to keep (in the URL for instance).
    #[prop(into)]
    on_change: Callback<String>,
    /// True to call only when one is done with typing: with Enter, or by going elsewhere.
    #[prop(optional)]
    when_done: bool,
) -> impl IntoView {
    let region = label.clone();
    view! {
        <div class="search" role="search" aria-label=region>
            <IconView icon=Icon::Search />
            <input
                class="field-input"
                type="search"
                aria-label=label.clone()
                placeholder=label
                autocomplete="off"
                spellcheck="false"
                prop:value=move || value.get()
                on:input=move |event: Event| {
                    if !when_done {
                        on_change.run(event_target_value(&event));
                    }
                }
                on:change=move |event: Event| {
                    if when_done {
                        on_change.run(event_target_value(&event));
                    }
                }
            />
        </div>
    }
}
