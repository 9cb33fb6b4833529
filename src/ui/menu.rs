//! A button that opens a popup of actions, each an icon with words.

mod item;
mod popup;

pub use item::MenuItem;

use super::focus::focus;
use super::icon::{Icon, IconView};
use super::id::unique_id;
use item::ItemView;
use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use popup::Popup;

/// A menu button. Arrow keys, Home, End and first letters move among the items; Escape, Tab and a
/// click outside close the popup.
#[component]
pub fn MenuButton(
    /// The button's name. Contains `words` where there are some.
    #[prop(into)]
    label: Signal<String>,
    /// The button's drawing.
    #[prop(into)]
    icon: Signal<Icon>,
    /// The button's visible words, if any.
    #[prop(optional, into)]
    words: MaybeProp<String>,
    /// A line above the items, for instance who is signed in. Empty for none.
    #[prop(optional, into)]
    note: Signal<String>,
    /// The actions in order. Items keep their element as long as they keep their key.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> AnyView {
    // Worked out once for all that read it, however often they do.
    let items: Signal<Vec<MenuItem>> =
        Memo::new_with_compare(move |_| items.get(), |_, _| true).into();
    let id = unique_id("menu");
    let popup = Popup { button: NodeRef::<html::Button>::new(), panel: NodeRef::new() };
    let open = RwSignal::new(false);
    // The button names its popup, so that a click on it is none outside; but the browser's own
    // toggling would move the focus only later, when the next key may have been pressed.
    let on_click = move |event: MouseEvent| {
        event.prevent_default();
        if popup.is_open() { popup.hide() } else { popup.show() }
    };
    let on_button_key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
            event.prevent_default();
            popup.show();
        }
    };
    follow_button(popup);
    let keys = Memo::new(move |_| items.with(|all| all.iter().map(|i| i.key).collect::<Vec<_>>()));
    let shown_words = move || {
        words.get().map(|words| {
            view! {
                <span class="button-words">{words}</span>
                <IconView icon=Icon::ChevronDown />
            }
        })
    };
    let note_line = move || {
        Some(note.get()).filter(|note| !note.is_empty()).map(|note| {
            view! { <p class="menu-note">{note}</p> }
        })
    };
    let tip = move || {
        words.with(Option::is_none).then(|| {
            view! {
                <span class="tip" aria-hidden="true">
                    {move || label.get()}
                </span>
            }
        })
    };
    view! {
        <span class="with-tip">
            <button
                type="button"
                node_ref=popup.button
                class="button button-quiet menu-button"
                class:button-icon=move || words.with(Option::is_none)
                popovertarget=id.clone()
                aria-label=move || label.get()
                aria-haspopup="menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=on_click
                on:keydown=on_button_key
            >
                <IconView icon=icon />
                {shown_words}
            </button>
            {tip}
        </span>
        <div
            node_ref=popup.panel
            id=id
            class="menu"
            popover="auto"
            on:toggle=move |_| open.set(popup.is_open())
            on:keydown=move |event| popup.on_key(&event)
        >
            {note_line}
            <div role="menu" aria-label=move || label.get()>
                <For each=move || keys.get() key=|key| *key let:key>
                    <ItemView key=key items=items on_chosen=move |()| popup.hide() />
                </For>
            </div>
        </div>
    }
    .into_any()
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
