//! A modal dialog: a native `<dialog>` that follows a signal and gives the focus back.

use super::button::IconButton;
use super::focus::{FocusMark, focus_id};
use super::icon::Icon;
use super::id::unique_id;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Event, HtmlDialogElement};

/// A dialog above the page. What is typed in it survives a dialog that opens above this one.
///
/// Its content exists while it is open. The focus starts on the heading, so that Enter cannot
/// trigger anything by accident (or on a field where Enter does no harm), and returns to where it was when the dialog closes.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when Escape or the close button asks for its end; sets `open` to false, or does not.
    #[prop(into)]
    on_close: Callback<()>,
    /// The heading, which also names the dialog.
    #[prop(into)]
    title: Signal<String>,
    /// False for a dialog that must be answered: no close button, and Escape does nothing.
    #[prop(default = true)]
    closable: bool,
    /// The id of what has the focus at first; the heading without.
    #[prop(optional)]
    focus: Option<&'static str>,
    /// The buttons, the last of them being the one that does it. Stays visible while content scrolls.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = unique_id("dialog");
    // A derived signal also notifies when it stays the same, and that must not rebuild the content.
    let open = Memo::new(move |_| open.get());
    follow(open, dialog, focus.map_or_else(|| heading.clone(), str::to_owned));

    let ask_to_close = move || {
        if closable {
            on_close.run(());
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            ask_to_close();
        }
    };
    let on_cancel = move |event: Event| {
        event.prevent_default();
        ask_to_close();
    };
    // Browsers close on a second Escape whatever a page says; then the signal must not lie.
    let on_closed = move |_| match dialog.try_get_untracked().flatten() {
        Some(_) if open.get_untracked() && closable => on_close.run(()),
        Some(dialog) if open.get_untracked() => show(&dialog),
        Some(_) | None => (),
    };

    let close_button = move || {
        closable.then(|| {
            view! {
                <IconButton
                    icon=Icon::Close
                    label=texts::common::close()
                    on_click=move |()| on_close.run(())
                />
            }
        })
    };
    let content = move || open.get().then(|| view! { <div class="dialog-body">{children()}</div> });
    let footer = move || {
        let footer = footer.clone().filter(|_| open.get());
        footer.map(|footer| view! { <div class="dialog-footer">{footer.run()}</div> })
    };
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            aria-labelledby=heading.clone()
            on:keydown=on_key
            on:cancel=on_cancel
            on:close=on_closed
        >
            <div class="dialog-head">
                <h2 id=heading.clone() tabindex="-1">
                    {move || title.get()}
                </h2>
                {close_button}
            </div>
            {content}
            {footer}
        </dialog>
    }
}

/// Opens and closes the element with the signal and carries the focus in and back.
fn follow(open: Memo<bool>, dialog: NodeRef<html::Dialog>, first: String) {
    let before = StoredValue::new_local(None::<FocusMark>);
    let give_back = move || {
        if let Some(mark) = before.try_update_value(Option::take).flatten() {
            mark.restore();
        }
    };
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            before.set_value(Some(FocusMark::here()));
            show(&dialog);
            focus_id(first.clone());
        } else if dialog.open() {
            dialog.close();
            give_back();
        }
    });
    on_cleanup(move || {
        // Nothing behind an open dialog can take the focus.
        if let Some(dialog) = dialog.try_get_untracked().flatten().filter(|dialog| dialog.open()) {
            dialog.close();
        }
        give_back();
    });
}

/// Fails only for an element that is open or off the page, and then there is nothing to show.
fn show(dialog: &HtmlDialogElement) {
    drop(dialog.show_modal());
}
