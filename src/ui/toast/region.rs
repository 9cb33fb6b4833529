//! The place of new toasts: announced, and gone after a while unless someone is at them.

use super::hold::Hold;
use super::message::message;
use super::{Toast, ToastAction};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::icon::Icon;
use crate::ui::tone::Tone;
use leptos::ev::FocusEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// Long enough to read a line.
const STAYS: Duration = Duration::from_secs(6);
/// Long enough to read it, decide and reach the button.
const STAYS_WITH_ACTION: Duration = Duration::from_secs(20);

/// The live regions at the bottom of the page, one polite and one for errors.
///
/// Time stands still while the pointer or the focus is within. Errors stay until dismissed.
#[component]
pub fn ToastRegion(
    /// The toasts to show, oldest first.
    #[prop(into)]
    toasts: Signal<Vec<Toast>>,
    /// Called with the id of a toast that was dismissed or has been shown long enough.
    #[prop(into)]
    on_dismiss: Callback<u64>,
) -> impl IntoView {
    let hold = Hold::new();
    let list = move |errors: bool| {
        let own = move || {
            let mut all = toasts.get();
            all.retain(|toast| (toast.tone == Tone::Bad) == errors);
            all
        };
        let view = move |toast| {
            view! { <ToastView toast=toast hold=hold on_dismiss=on_dismiss /> }.into_any()
        };
        view! { <For each=own key=|toast: &Toast| toast.id children=view /> }
    };
    view! {
        <section
            node_ref=hold.region
            class="toasts"
            aria-label=texts::ui::notifications()
            on:pointerenter=move |_| hold.hovered.set(true)
            on:pointerleave=move |_| hold.hovered.set(false)
            on:focusin=move |event: FocusEvent| hold.focus_in(&event)
            on:focusout=move |event: FocusEvent| hold.focus_out(&event)
        >
            <div role="alert">{list(true)}</div>
            <div role="status">{list(false)}</div>
        </section>
    }
}

#[component]
fn ToastView(toast: Toast, hold: Hold, on_dismiss: Callback<u64>) -> impl IntoView {
    let id = toast.id;
    if let Some(stays) = stays(&toast) {
        dismiss_after(stays, hold, move || on_dismiss.run(id));
    }
    let dismiss = move || {
        hold.leave();
        on_dismiss.run(id);
    };
    let words = message(&toast);
    let action = toast.action.map(|ToastAction { words, on_select }| {
        let select = move |()| {
            dismiss();
            on_select();
        };
        view! { <Button kind=ButtonKind::Quiet on_click=select>{words}</Button> }
    });
    view! {
        <div class="toast" data-tone=toast.tone.name()>
            {words}
            {action}
            <IconButton icon=Icon::Close label=texts::ui::dismiss() on_click=move |()| dismiss() />
        </div>
    }
}

fn stays(toast: &Toast) -> Option<Duration> {
    match (toast.tone, &toast.action) {
        (Tone::Bad, _) => None,
        (_, Some(_)) => Some(STAYS_WITH_ACTION),
        (_, None) => Some(STAYS),
    }
}

/// Runs `dismiss` once nobody has held the toasts for so long.
fn dismiss_after(stays: Duration, hold: Hold, dismiss: impl Fn() + Copy + 'static) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        stop();
        if !hold.is_held() {
            timer.set_value(set_timeout_with_handle(dismiss, stays).ok());
        }
    });
    on_cleanup(stop);
}
