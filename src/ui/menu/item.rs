//! One action of a menu.

use crate::ui::icon::{Icon, IconView};
use crate::ui::id::unique_id;
use leptos::prelude::*;
use std::sync::Arc;

/// An action: an icon with words, and the reason when it cannot be used now.
#[derive(Clone)]
pub struct MenuItem {
    /// Tells it from the others of its menu.
    pub key: &'static str,
    icon: Icon,
    words: String,
    disabled: Option<String>,
    danger: bool,
    checked: Option<bool>,
    stays: bool,
    /// Not a `Callback`: that ends with the component that made it.
    on_select: Arc<dyn Fn() + Send + Sync>,
}

impl MenuItem {
    /// An action that can be used.
    pub fn new(
        key: &'static str,
        icon: Icon,
        words: impl Into<String>,
        on_select: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let (words, on_select) = (words.into(), Arc::new(on_select));
        Self {
            key,
            icon,
            words,
            disabled: None,
            danger: false,
            checked: None,
            stays: false,
            on_select,
        }
    }

    /// The same, not to be used now for the reason given; `None` for no reason.
    #[must_use]
    pub fn disabled(self, reason: Option<String>) -> Self {
        Self { disabled: reason, ..self }
    }

    /// The same, marked as one that destroys something.
    #[must_use]
    pub fn danger(self) -> Self {
        Self { danger: true, ..self }
    }

    /// The same, as one of several choices, which is taken or not.
    #[must_use]
    pub fn checked(self, checked: bool) -> Self {
        Self { checked: Some(checked), ..self }
    }

    /// The same, as something that is on or off by itself; the menu stays open.
    #[must_use]
    pub fn ticked(self, ticked: bool) -> Self {
        Self { checked: Some(ticked), stays: true, ..self }
    }
}

/// Shows the item of this key as it is now.
#[component]
pub(super) fn ItemView(
    key: &'static str,
    items: Signal<Vec<MenuItem>>,
    /// What the menu says of all of them.
    note: Signal<String>,
    /// Called when an action was chosen, before it runs.
    #[prop(into)]
    on_chosen: Callback<()>,
) -> impl IntoView {
    let find = move |items: &Vec<MenuItem>| items.iter().find(|item| item.key == key).cloned();
    let item = Signal::derive(move || items.with(find));
    let words = move || item.get().map(|item| item.words);
    let reason = move || item.get().and_then(|item| item.disabled);
    let checked = move || item.get().and_then(|item| item.checked);
    let icon = Signal::derive(move || item.get().map_or(Icon::Question, |item| item.icon));
    let danger = move || item.get().is_some_and(|item| item.danger);
    let select = move |_| {
        let Some(item) = items.with_untracked(find) else { return };
        if item.disabled.is_none() {
            if !item.stays {
                on_chosen.run(());
            }
            (item.on_select)();
        }
    };
    let reason_id = unique_id("reason");
    let described_by = {
        let reason_id = reason_id.clone();
        move || reason().map(|_| reason_id.clone())
    };
    // Hidden, so that it is no part of the item's name; the description still has it.
    let reason_line = move || {
        reason().map(|reason| {
            let is_said_above = note.with(|note| *note == reason);
            view! {
                <small
                    id=reason_id.clone()
                    class="menu-reason"
                    class:visually-hidden=is_said_above
                    aria-hidden="true"
                >
                    {reason}
                </small>
            }
        })
    };
    let check = move || {
        checked().filter(|checked| *checked).map(|_| view! { <IconView icon=Icon::Check /> })
    };
    let role = move || match item.get() {
        Some(item) if item.stays => "menuitemcheckbox",
        Some(item) if item.checked.is_some() => "menuitemradio",
        _ => "menuitem",
    };
    view! {
        <button
            type="button"
            class="menu-item"
            class:menu-item-danger=danger
            role=role
            tabindex="-1"
            aria-checked=move || checked().map(|checked| if checked { "true" } else { "false" })
            aria-disabled=move || reason().map(|_| "true")
            aria-describedby=described_by
            on:click=select
        >
            <IconView icon=icon />
            <span class="menu-words">
                <span>{words}</span>
                {reason_line}
            </span>
            {check}
        </button>
    }
}
