//! Text to take away: a command or an id with a button that copies it.

use super::button::{Button, ButtonKind};
use super::icon::Icon;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{HtmlElement, window};
use wasm_bindgen_futures::JsFuture;

/// How copying went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Copied,
    /// The browser allows no copying here (pages over plain HTTP); the text is selected instead.
    Selected,
}

impl Outcome {
    fn words(self) -> &'static str {
        match self {
            Self::Copied => texts::ui::copied(),
            Self::Selected => texts::ui::selected_to_copy(),
        }
    }
}

/// A block of text in fixed width with a copy button.
#[component]
pub fn CopyText(
    /// What the text is; names the button.
    #[prop(into)]
    label: String,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let block = NodeRef::<html::Code>::new();
    let outcome = RwSignal::new(None::<Outcome>);
    // What was said of the old text does not hold for a new one.
    Effect::new(move || {
        text.track();
        outcome.set(None);
    });
    let copy = move |()| {
        let text = text.get_untracked();
        spawn_local(async move {
            let done = copy_text(&text).await;
            if let Some(Some(block)) = (!done).then(|| block.try_get_untracked().flatten()) {
                select_all(&block);
            }
            outcome.try_set(Some(if done { Outcome::Copied } else { Outcome::Selected }));
        });
    };
    view! {
        <div class="copy">
            <code node_ref=block class="copy-text">
                {move || text.get()}
            </code>
            <div class="copy-tools">
                <span class="copy-outcome" role="status">
                    {move || outcome.get().map(Outcome::words)}
                </span>
                <Button kind=ButtonKind::Quiet icon=Icon::Copy on_click=copy>
                    <span aria-hidden="true">{texts::ui::copy()}</span>
                    <span class="visually-hidden">{texts::ui::copy_what(label)}</span>
                </Button>
            </div>
        </div>
    }
}

/// Copies by the clipboard API, which browsers have in secure contexts only.
async fn copy_text(text: &str) -> bool {
    match window().filter(|window| window.is_secure_context()) {
        Some(window) => {
            JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
        }
        None => false,
    }
}

fn select_all(element: &HtmlElement) {
    if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
        drop(selection.select_all_children(element));
    }
}
