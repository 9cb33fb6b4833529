//! Buttons: with words, with an icon only, and links that look like them.

use super::icon::{Icon, IconView};
use super::id::unique_id;
use super::spinner::Spinner;
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// What one most likely came to do. One a view.
    Primary,
    /// Anything else.
    #[default]
    Secondary,
    /// Closes, deletes or breaks something.
    Danger,
    /// Stands back: in toolbars and beside a primary button.
    Quiet,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Danger => "button button-danger",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// A button with words.
///
/// One that cannot be used now stays in the tab order and tells why: `disabled` holds the reason.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional, into)]
    kind: Signal<ButtonKind>,
    /// The reason why it cannot be used now, in words; `None` when it can.
    #[prop(optional, into)]
    disabled: Signal<Option<String>>,
    /// True while its work is under way: shows a spinner and ignores further clicks.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What it does. A submit button needs none.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// True for a form's submit button.
    #[prop(optional)]
    submit: bool,
    /// The id of the form it submits, when it stands outside of it.
    #[prop(optional, into)]
    form: Option<String>,
    /// A drawing before the words.
    #[prop(optional, into)]
    icon: Option<Signal<Icon>>,
    children: Children,
) -> impl IntoView {
    let reason_id = unique_id("reason");
    let described_by = {
        let reason_id = reason_id.clone();
        move || disabled.with(Option::is_some).then(|| reason_id.clone())
    };
    let blocked = move || disabled.with(Option::is_some) || busy.get();
    let click = move |event: leptos::ev::MouseEvent| {
        if disabled.with_untracked(Option::is_some) || busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <span class="with-tip">
            <button
                type=if submit { "submit" } else { "button" }
                form=form
                class=move || kind.get().class()
                aria-disabled=move || blocked().then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=described_by
                on:click=click
            >
                {move || busy.get().then(|| view! { <Spinner /> })}
                {move || icon.filter(|_| !busy.get()).map(|icon| view! { <IconView icon=icon /> })}
                <span class="button-words">{children()}</span>
            </button>
            {move || disabled.get().map(|reason| view! {
                <span class="tip" role="tooltip" id=reason_id.clone()>{reason}</span>
            })}
        </span>
    }
}

/// A button that shows an icon only; its name is one hover or one focus away.
#[component]
pub fn IconButton(
    /// The drawing.
    #[prop(into)]
    icon: Signal<Icon>,
    #[prop(into)] label: Signal<String>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
    /// Whether it is pressed in, for a button that switches something on and off.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let pressed = move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" });
    view! {
        <span class="with-tip">
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label=move || label.get()
                aria-pressed=pressed
                on:click=move |_| on_click.run(())
            >
                <IconView icon=icon />
            </button>
            <span class="tip" aria-hidden="true">{move || label.get()}</span>
        </span>
    }
}

/// A link that looks like a button: goes somewhere, changes nothing.
#[component]
pub fn LinkButton(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// A drawing before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=move || href.get()>
            {icon.map(|icon| view! { <IconView icon=icon /> })}
            <span class="button-words">{children()}</span>
        </a>
    }
}
