//! Who is signed in, and the way out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::components::shortcuts::use_shortcuts;
use crate::state::session::{Session, use_session};
use crate::state::toasts::{Toasts, use_toasts};
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// Ends the session.
pub fn sign_out(session: Session, toasts: Toasts) {
    spawn_local(async move {
        match api::auth::sign_out().await {
            Ok(()) => session.end(),
            Err(error) => toasts.failed("Could not sign out", error.words(), None::<fn()>),
        }
    });
}

/// The button with the user's name.
#[component]
pub fn UserMenu() -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let name = Signal::derive(move || session.user().map(|user| user.name).unwrap_or_default());
    let note = Signal::derive(move || format!("{}, {}", name.get(), session.account().words()));
    let shortcuts = use_shortcuts();
    let items = Signal::derive(move || {
        vec![
            MenuItem::new("shortcuts", Icon::Keyboard, "Keyboard shortcuts", move || {
                shortcuts.open.set(true);
            }),
            MenuItem::new("sign-out", Icon::SignOut, "Sign out", move || sign_out(session, toasts)),
        ]
    });
    let label = Signal::derive(move || format!("{}: user menu", name.get()));
    view! { <MenuButton label=label icon=Icon::User words=name note=note items=items /> }
}
