//! One menu for many buttons, such as those of the rows of a table: its popup exists only while
//! it is asked for.

use super::MenuItem;
use super::panel::Panel;
use super::popup::Popup;
use crate::ui::icon::{Icon, IconView};
use crate::ui::id::unique_id;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// A menu, and which of its buttons asked for it. Copies speak of the same one.
pub struct SharedMenu<K: Send + Sync + 'static> {
    asked: RwSignal<Option<(K, NodeRef<html::Button>)>>,
    id: StoredValue<String>,
}

impl<K: Send + Sync + 'static> Clone for SharedMenu<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for SharedMenu<K> {}

impl<K: Clone + PartialEq + Send + Sync + 'static> SharedMenu<K> {
    /// A menu that nobody has asked for.
    pub fn new() -> Self {
        Self { asked: RwSignal::new(None), id: StoredValue::new(unique_id("menu")) }
    }

    /// What the button that asked for it stands for.
    pub fn subject(self) -> Option<K> {
        self.asked.with(|asked| asked.as_ref().map(|(subject, _)| subject.clone()))
    }

    /// Forgets who asked, once `open` has been true and is so no more: the dialog behind an item
    /// of the menu for instance. All that was shown for them may go then.
    pub fn forget_after(self, open: Signal<bool>) {
        Effect::new(move |before: Option<bool>| {
            let open = open.get();
            if before == Some(true) && !open {
                self.asked.set(None);
            }
            open
        });
    }
}

/// A button that asks for the menu.
#[component]
pub fn SharedMenuButton<K: Clone + PartialEq + Send + Sync + 'static>(
    /// The menu.
    menu: SharedMenu<K>,
    /// What the button stands for.
    subject: K,
    /// The button's name.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let own = subject.clone();
    let open = move || menu.asked.with(|asked| asked.as_ref().is_some_and(|(one, _)| *one == own));
    let is_open = Memo::new(move |_| open());
    // The button names the popup, so that a click on it is none outside; but the browser's own
    // toggling would come after ours.
    let ask = move |event: MouseEvent| {
        event.prevent_default();
        let asked = (!is_open.get_untracked()).then(|| (subject.clone(), button));
        menu.asked.set(asked);
    };
    view! {
        <button
            type="button"
            node_ref=button
            class="button button-quiet button-icon menu-button"
            title=label.clone()
            aria-label=label.clone()
            aria-haspopup="menu"
            aria-expanded=move || Some(if is_open.get() { "true" } else { "false" })
            popovertarget=menu.id.get_value()
            on:click=ask
        >
            <IconView icon=Icon::More />
        </button>
    }
}

/// The popup at the button that asked for it; opens at once.
#[component]
pub fn SharedMenuPanel<K: Clone + PartialEq + Send + Sync + 'static>(
    /// The menu.
    menu: SharedMenu<K>,
    #[prop(into)] label: Signal<String>,
    /// A line above the items, which stands for those that give the same reason. Empty for none.
    #[prop(optional, into)]
    note: Signal<String>,
    /// The actions in order.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// True when who asked is still needed once the popup has closed.
    #[prop(into)]
    stays: Signal<bool>,
) -> impl IntoView {
    let asked = menu.asked.with_untracked(|asked| asked.as_ref().map(|(_, button)| *button));
    let popup = Popup { button: asked.unwrap_or_default(), panel: NodeRef::new() };
    Effect::new(move || {
        if popup.panel.get().is_some() {
            popup.show();
        }
    });
    let toggled = move |is_open: bool| {
        if !is_open && !stays.get_untracked() {
            menu.asked.set(None);
        }
    };
    view! {
        <Panel popup=popup id=menu.id.get_value() label=label note=note items=items on_toggle=toggled />
    }
}
