//! Deleting asks for the server's name: it cannot be undone.

use crate::ui::signal::Signal;
use leptos::prelude::*;

use crate::ui::field::TextField;
use crate::ui::reactive::reactive;

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
            <strong class="name">{reactive(move || name.get())}</strong>
            " to confirm."
        </p>
        <TextField label="Server name" value=typed />
    }
}
