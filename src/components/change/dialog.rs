//! What every dialog of a change has: how it goes, and its buttons.

use leptos::prelude::*;

use super::Progress;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// How it goes. A failure stays here, in words; nothing entered is lost.
#[component]
pub fn Outcome(
    /// How it goes.
    progress: Progress,
    /// What is done.
    verb: Signal<&'static str>,
) -> impl IntoView {
    // Once sent, a request goes on whatever happens to the dialog.
    let words = "MaxScale is doing it. Closing this dialog does not stop it.";
    let failure = move || {
        progress.error.get().map(|error| {
            let title = format!("{} did not succeed", verb.get());
            view! {
                <Notice tone=Tone::Bad title=title urgency=Urgency::Alert>
                    {error.words()}
                </Notice>
            }
        })
    };
    view! {
        {failure}
        <p class="quiet" role="status">
            {move || progress.busy.get().then_some(words)}
        </p>
    }
}

/// The way out, and the button that does it.
#[component]
pub fn ChangeButtons(
    /// How it goes.
    progress: Progress,
    /// What is done.
    verb: Signal<&'static str>,
    /// Whether it breaks something.
    #[prop(into)]
    danger: Signal<bool>,
    /// Why it cannot be done now, if so.
    #[prop(into)]
    obstacle: Signal<Option<String>>,
    /// Does it.
    #[prop(into)]
    on_do: Callback<()>,
    /// Closes the dialog.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let kind =
        Signal::derive(move || if danger.get() { ButtonKind::Danger } else { ButtonKind::Primary });
    let leave = move || if progress.busy.get() { "Do not wait" } else { "Cancel" };
    view! {
        <Button on_click=on_close>{leave}</Button>
        <Button kind=kind busy=progress.busy disabled=obstacle on_click=on_do>
            {move || verb.get()}
        </Button>
    }
}
