//! Deleting asks for the server's name: it cannot be undone.

use leptos::prelude::*;

use crate::ui::field::TextField;

/// The field for the name.
#[component]
pub(super) fn TypedName(
    /// What is typed.
    typed: RwSignal<String>,
    /// The name it must be.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! {
        <p>
            "This cannot be undone. Type "
            <strong class="name">{move || name.get()}</strong>
            " to confirm."
        </p>
        <TextField label="Server name" value=typed />
    }
}
