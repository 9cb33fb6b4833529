//! A field with a list below it: one types, moves in the list by the arrow keys, and chooses.
//!
//! The focus stays in the field (ARIA's combobox with `aria-activedescendant`). What leads
//! somewhere is a link, so that it opens in a new tab as any other.

use super::icon::{Icon, IconView};
use super::roving;
use super::tone::Tone;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Tells it from the others.
    pub key: String,
    /// Its drawing.
    pub icon: Icon,
    /// The meaning of the drawing, as a colour.
    pub tone: Tone,
    pub words: String,
    /// More about it, or why it cannot be chosen.
    pub detail: String,
    pub kind: &'static str,
    /// Where it leads, if it does.
    pub href: Option<String>,
    /// Whether that takes the place of the present address in the history.
    pub replaces: bool,
    /// Whether it cannot be chosen now.
    pub disabled: bool,
}

/// The field and its list.
#[component]
pub fn Combobox(
    /// The field's id; those of the choices begin with it.
    id: &'static str,
    /// The field's name.
    label: &'static str,
    /// What is typed.
    text: RwSignal<String>,
    /// What can be chosen, in order.
    choices: Memo<Vec<Choice>>,
    /// Called with the key of what was chosen; a link is followed without its help.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let at = Memo::new(move |_| {
        let is_chosen = |choice: &Choice| chosen.with(|chosen| choice.key == *chosen);
        choices.with(|all| all.iter().position(is_chosen)).unwrap_or(0)
    });
    let list = format!("{id}-list");
    let empty = Memo::new(move |_| choices.with(Vec::is_empty));
    let go_to = move |index: usize| {
        let key = choices.with_untracked(|all| all.get(index).map(|choice| choice.key.clone()));
        chosen.set(key.unwrap_or_default());
        reveal(&option_id(id, index));
    };
    let on_key = move |event: KeyboardEvent| {
        let (key, index) = (event.key(), at.get_untracked());
        if key == "Enter" && !event.is_composing() {
            event.prevent_default();
            choose(id, index, event.ctrl_key() || event.meta_key());
        } else if let Some(index) =
            roving::step(&key, Some(index), choices.with_untracked(Vec::len))
        {
            event.prevent_default();
            go_to(index);
        }
    };
    let on_input = move |event| {
        chosen.set(String::new());
        text.set(event_target_value(&event));
    };
    let option = move |(index, choice)| option(id, index, choice, at, on_choose);
    view! {
        <div class="combobox">
            <div class="search">
                <IconView icon=Icon::Search />
                <input
                    class="field-input"
                    id=id
                    type="text"
                    role="combobox"
                    aria-label=label
                    placeholder=label
                    aria-autocomplete="list"
                    aria-expanded=move || Some(if empty.get() { "false" } else { "true" })
                    aria-controls=list.clone()
                    aria-activedescendant=move || (!empty.get()).then(|| option_id(id, at.get()))
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=move || text.get()
                    on:input=on_input
                    on:keydown=on_key
                />
            </div>
            <div
                id=list
                class="choices"
                role="listbox"
                aria-label=label
                hidden=move || empty.get()
                on:mousedown=move |event: MouseEvent| event.prevent_default()
            >
                {move || choices.get().into_iter().enumerate().map(option).collect_view()}
            </div>
        </div>
    }
}

fn option(
    id: &'static str,
    index: usize,
    choice: Choice,
    at: Memo<usize>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let Choice { key, icon, tone, words, detail, kind, href, replaces, disabled } = choice;
    let on_click = move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if !disabled && !elsewhere {
            on_choose.run(key.clone());
        }
    };
    view! {
        <a
            id=option_id(id, index)
            class="choice"
            role="option"
            tabindex="-1"
            href=href.filter(|_| !disabled)
            prop:replace=replaces
            data-tone=tone.name()
            aria-selected=move || Some(if at.get() == index { "true" } else { "false" })
            aria-disabled=disabled.then_some("true")
            on:click=on_click
        >
            <IconView icon=icon />
            <span class="choice-words">
                <span class="choice-name">{words}</span>
                " "
                <span class="choice-detail">{detail}</span>
            </span>
            <span class="choice-kind">{kind}</span>
        </a>
    }
}

fn option_id(id: &str, index: usize) -> String {
    format!("{id}-{index}")
}

fn option_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// As a click on it would, or one that opens a new tab.
fn choose(id: &str, index: usize, new_tab: bool) {
    let Some(option) = option_element(&option_id(id, index)) else { return };
    match option.get_attribute("href").filter(|_| new_tab) {
        Some(href) => drop(window().open_with_url_and_target(&href, "_blank")),
        None => option.click(),
    }
}

/// Scrolls the list so that an option is to be seen in it.
fn reveal(id: &str) {
    let Some(option) = option_element(id) else { return };
    let Some(list) = option.parent_element() else { return };
    let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
