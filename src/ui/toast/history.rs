//! The toasts of this visit, to read again.

use super::Toast;
use super::message::message;
use crate::ui::each::each;
use crate::ui::signal::Signal;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

/// A list of past toasts, in the order given.
#[component]
pub fn ToastHistory(
    /// The toasts, newest first.
    #[prop(into)]
    toasts: Signal<Vec<Toast>>,
) -> AnyView {
    view! {
        <ul class="toast-history">
            {each(move || toasts.get(), |toast| toast.id, past)}
        </ul>
    }
    .into_any()
}

fn past(toast: Toast) -> AnyView {
    view! {
        <li class="toast-past" data-tone=toast.tone.name()>
            {message(&toast)}
            <time class="toast-time">{time_of_day(toast.at)}</time>
        </li>
    }
    .into_any()
}

/// The time of day in the reader's own notation.
fn time_of_day(at: f64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(at));
    date.to_locale_time_string("default").into()
}
