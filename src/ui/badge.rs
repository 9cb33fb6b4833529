//! A state in one glance: word, icon and colour.

use super::icon::{Icon, IconView};
use super::tone::Tone;
use leptos::prelude::*;

/// A chip that names a state.
#[component]
pub fn Badge(
    /// The meaning, as a colour.
    #[prop(into)]
    tone: Signal<Tone>,
    /// The meaning, as a drawing.
    #[prop(into)]
    icon: Signal<Icon>,
    /// The meaning, in words.
    #[prop(into)]
    text: Signal<String>,
    /// More, one hover away: the raw value for instance. Empty for none.
    #[prop(optional, into)]
    title: Signal<String>,
) -> impl IntoView {
    let title = move || Some(title.get()).filter(|title| !title.is_empty());
    view! {
        <span class="badge" data-tone=move || Some(tone.get().name()) title=title>
            <IconView icon=icon />
            <span class="badge-text">{move || text.get()}</span>
        </span>
    }
}
