//! The popup's content: a note and the items.

use super::item::{ItemView, MenuItem};
use super::popup::Popup;
use leptos::ev;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The popup of a menu; its button stands elsewhere.
#[component]
pub(super) fn Panel(
    popup: Popup,
    #[prop(into)] id: String,
    label: Signal<String>,
    /// A line above the items. Empty for none.
    #[prop(optional, into)]
    note: Signal<String>,
    items: Signal<Vec<MenuItem>>,
    /// Called when it has been opened or closed.
    #[prop(into)]
    on_toggle: Callback<bool>,
) -> impl IntoView {
    // Worked out once for all that read it, however often they do.
    let items: Signal<Vec<MenuItem>> =
        Memo::new_with_compare(move |_| items.get(), |_, _| true).into();
    let keys = Memo::new(move |_| items.with(|all| all.iter().map(|i| i.key).collect::<Vec<_>>()));
    follow_button(popup);
    let note_line = move || {
        Some(note.get()).filter(|note| !note.is_empty()).map(|note| {
            view! { <p class="menu-note">{note}</p> }
        })
    };
    view! {
        <div
            node_ref=popup.panel
            id=id
            class="menu"
            popover="auto"
            on:toggle=move |_| on_toggle.run(popup.is_open())
            on:keydown=move |event: KeyboardEvent| popup.on_key(&event)
        >
            {note_line}
            <div role="menu" aria-label=move || label.get()>
                <For each=move || keys.get() key=|key| *key let:key>
                    <ItemView key=key items=items note=note on_chosen=move |()| popup.hide() />
                </For>
            </div>
        </div>
    }
}

/// Keeps an open popup at its button while the page moves.
fn follow_button(popup: Popup) {
    let moved = move || {
        if popup.is_open() {
            popup.place();
        }
    };
    let on_scroll = window_event_listener(ev::scroll, move |_| moved());
    let on_resize = window_event_listener(ev::resize, move |_| moved());
    on_cleanup(move || {
        on_scroll.remove();
        on_resize.remove();
    });
}
