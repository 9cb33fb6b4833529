//! What opens above the page: menus, cards, dialogs and toasts.

use leptos::prelude::*;

use crate::state::toasts::use_toasts;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::field::Checkbox;
use crate::ui::hover_card::HoverCard;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem, SharedMenu, SharedMenuButton, SharedMenuPanel};
use crate::ui::section::Section;
use crate::ui::toast::ToastHistory;

#[component]
pub(super) fn Popups() -> impl IntoView {
    view! {
        <Section title="What opens">
            <Menus />
            <Dialogs />
            <Toasts />
            <p>
                <Button on_click=|()| { expect_context::<NowhereProvided>(); }>
                    "Stop by a panic"
                </Button>
            </p>
            <p>
                <HoverCard
                    selector="[data-about]"
                    subject=|element| element.get_attribute("data-about")
                    card=|about: String| view! { <p>{about}</p> }.into_any()
                />
                <a href="#/ui" data-about="More about it.">
                    "A link with a card"
                </a>
            </p>
        </Section>
    }
}

/// Whoever expects it panics.
#[derive(Clone)]
struct NowhereProvided;

fn items() -> Vec<MenuItem> {
    let reason = Some("It is in service.".to_owned());
    vec![
        MenuItem::new("one", Icon::Pause, "Maintain", || ()),
        MenuItem::new("two", Icon::Play, "Return to service", || ()).disabled(reason),
        MenuItem::new("three", Icon::Clock, "Chosen", || ()).checked(true),
        MenuItem::new("four", Icon::Clock, "Not chosen", || ()).checked(false),
        MenuItem::new("five", Icon::Trash, "Delete", || ()).danger(),
    ]
}

#[component]
fn Menus() -> impl IntoView {
    let list = Signal::derive(items);
    let shared = SharedMenu::<String>::new();
    let panel = move || {
        shared.subject().map(|_| {
            view! { <SharedMenuPanel menu=shared label="Shared menu" items=list stays=false /> }
        })
    };
    view! {
        <p class="toolbar">
            <MenuButton label="Menu" icon=Icon::Gear items=list />
            <MenuButton label="Menu with words" icon=Icon::User words="Menu with words" note="A note above" items=list />
            <SharedMenuButton menu=shared subject="a".to_owned() label="Shared, first" />
            <SharedMenuButton menu=shared subject="b".to_owned() label="Shared, second" />
        </p>
        {panel}
    }
}

#[component]
fn Dialogs() -> impl IntoView {
    let (open, must) = (RwSignal::new(false), RwSignal::new(false));
    let footer = move || {
        view! {
            <Button on_click=move |()| open.set(false)>"Cancel"</Button>
            <Button kind=ButtonKind::Danger>"Do it"</Button>
        }
    };
    let answer = move || view! { <Button on_click=move |()| must.set(false)>"Answer"</Button> };
    view! {
        <p class="toolbar">
            <Button on_click=move |()| open.set(true)>"Open a dialog"</Button>
            <Button on_click=move |()| must.set(true)>"Open one that must be answered"</Button>
        </p>
        <Dialog open=open on_close=move |()| open.set(false) title="A dialog" footer=footer>
            <p>"What will happen, and to what."</p>
            <Checkbox label="By force" checked=RwSignal::new(false) />
        </Dialog>
        <Dialog open=must on_close=|()| () title="A question" closable=false footer=answer>
            <p>"It stays until it is answered."</p>
        </Dialog>
    }
}

#[component]
fn Toasts() -> impl IntoView {
    let toasts = use_toasts();
    let show = move |()| {
        toasts.done("It was done", None, None::<fn()>);
        toasts.done("It was done, with a way back", Some("And a warning.".to_owned()), Some(|| ()));
        toasts.failed("It did not succeed", "MaxScale does not answer.".to_owned(), Some(|| ()));
    };
    view! {
        <p class="toolbar">
            <Button on_click=show>"Show toasts"</Button>
        </p>
        <ToastHistory toasts=toasts.past />
    }
}
