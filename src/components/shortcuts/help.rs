//! The list of the shortcuts, and the box that switches them off.

use leptos::prelude::*;

use super::table::{Group, HOME_END, SEARCH, SHIFT_CLICK, groups};
use super::use_shortcuts;
use crate::ui::dialog::Dialog;
use crate::ui::field::Checkbox;
use crate::ui::keys::is_mac;
use crate::ui::lazy::lazy;

/// The dialog.
#[component]
pub fn ShortcutsDialog() -> impl IntoView {
    let shortcuts = use_shortcuts();
    view! {
        <Dialog
            open=shortcuts.open
            on_close=Callback::new(move |()| shortcuts.open.set(false))
            title=texts::console::shortcuts()
        >
            {move || lazy!(shell, texts::parts::the_shortcuts(), || view! { <Content /> })}
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    view! {
        <Checkbox
            label=texts::shortcuts::use_single_keys()
            checked=use_shortcuts().on
            name="shortcuts"
            hint=texts::shortcuts::without_single_keys()
        />
        {groups().into_iter().map(group).collect_view()}
    }
}

fn group(group: Group) -> impl IntoView {
    let lines = group.shortcuts.into_iter().map(|shortcut| keys(&shortcut.keys, shortcut.words));
    view! {
        <h3>{group.heading}</h3>
        <dl class="shortcuts">{lines.collect_view()}</dl>
    }
}

fn keys(keys: &[&'static str], words: &'static str) -> impl IntoView + use<> {
    let key = |(index, key): (usize, &&'static str)| {
        view! {
            {(index > 0).then(|| format!(" {} ", texts::shortcuts::then()))}
            <kbd>{on_keyboard(key)}</kbd>
        }
    };
    view! {
        <div>
            <dt>{keys.iter().enumerate().map(key).collect_view()}</dt>
            <dd>{words}</dd>
        </div>
    }
}

/// What stands on the keys themselves.
fn on_keyboard(key: &'static str) -> &'static str {
    match key {
        SEARCH if is_mac() => "⌘ K",
        SEARCH => texts::shortcuts::ctrl_k(),
        HOME_END => texts::shortcuts::home_end(),
        SHIFT_CLICK => texts::shortcuts::shift_click(),
        other => other,
    }
}
