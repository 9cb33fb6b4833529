//! A button that opens a popup of actions, each an icon with words.

mod item;
mod panel;
mod popup;
mod shared;

pub use item::MenuItem;
pub use shared::{SharedMenu, SharedMenuButton, SharedMenuPanel};

use super::focus::focus;
use super::icon::{Icon, IconView};
use super::id::unique_id;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use panel::Panel;
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
    words: Option<Signal<String>>,
    /// A line above the items, for instance who is signed in; items whose reason it is show none of
    /// their own. Empty for none.
    #[prop(optional, into)]
    note: Signal<String>,
    /// The actions in order. Items keep their element as long as they keep their key.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
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
    let shown_words = move || {
        words.map(|words| {
            view! {
                <span class="button-words">{words.get()}</span>
                <IconView icon=Icon::ChevronDown />
            }
        })
    };
    let tip = move || {
        words.is_none().then(|| {
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
                class:button-icon=words.is_none()
                popovertarget=id.clone()
                aria-label=move || label.get()
                aria-haspopup="menu"
                aria-expanded=move || Some(if open.get() { "true" } else { "false" })
                on:click=on_click
                on:keydown=on_button_key
            >
                <IconView icon=icon />
                {shown_words}
            </button>
            {tip}
        </span>
        <Panel
            popup=popup
            id=id
            label=label
            note=note
            items=items
            on_toggle=move |is_open| open.set(is_open)
        />
    }
}
