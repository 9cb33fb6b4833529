//! The toasts of this visit, to read again.

use super::Toast;
use super::message::message;
use crate::ui::locale::time_of_day;
use leptos::prelude::*;

/// A list of past toasts, in the order given.
#[component]
pub fn ToastHistory(
    /// The toasts, newest first.
    #[prop(into)]
    toasts: Signal<Vec<Toast>>,
) -> impl IntoView {
    view! {
        <ul class="toast-history">
            <For each=move || toasts.get() key=|toast| toast.id children=past />
        </ul>
    }
}

fn past(toast: Toast) -> impl IntoView {
    view! {
        <li class="toast-past" data-tone=toast.tone.name()>
            {message(&toast)}
            <time class="toast-time">{time_of_day(toast.at)}</time>
        </li>
    }
}
