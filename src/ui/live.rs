//! One polite live region for the page: says aloud what changed without a change of focus.

use leptos::prelude::*;

const ID: &str = "live-region";

/// The region. Belongs once into the shell; [`announce`] speaks through it.
#[component]
pub fn LiveRegion() -> impl IntoView {
    view! { <div id=ID class="visually-hidden" role="status" aria-live="polite"></div> }
}

/// Lets a screen reader say `text` when it next pauses. The same text twice is said twice.
pub fn announce(text: impl Into<String>) {
    let text = text.into();
    set_text("");
    request_animation_frame(move || set_text(&text));
}

fn set_text(text: &str) {
    let region = document().get_element_by_id(ID);
    if let Some(region) = region {
        region.set_text_content(Some(text));
    }
}
