//! A button that opens a popup of actions, each an icon with words.

mod item;
mod popup;

pub use item::MenuItem;

use super::focus::focus;
use super::icon::{Icon, IconView};
use super::id::unique_id;
use item::ItemView;
use leptos::ev::KeyboardEvent;
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
    let on_toggle = move |event| {
        let shown = popup::opens(&event);
        open.set(shown);
        if shown {
            popup.focus_first();
        }
    };
    let on_button_key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
            event.prevent_default();
            popup.show();
        }
    };
    let keys = Memo::new(move |_| items.with(|all| all.iter().map(|i| i.key).collect::<Vec<_>>()));
    let note_line = move || {
        Some(note.get()).filter(|note| !note.is_empty()).map(|note| {
            view! { <p class="menu-note">{note}</p> }
        })
    };
    view! {
        <button
            type="button"
            node_ref=popup.button
            class="button button-quiet menu-button"
            class:button-icon=move || words.with(Option::is_none)
            popovertarget=id.clone()
            aria-label=move || label.get()
            aria-haspopup="menu"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:keydown=on_button_key
        >
            <IconView icon=icon />
            {move || words.get().map(|words| view! {
                <span class="button-words">{words}</span>
                <IconView icon=Icon::ChevronDown />
            })}
        </button>
        <div
            node_ref=popup.panel
            id=id
            class="menu"
            popover="auto"
            on:beforetoggle=move |event| popup.place(&event)
            on:toggle=move |event| on_toggle(event.into())
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
