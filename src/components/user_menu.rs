//! Who is signed in, and the way out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::commands::console::{CONSOLE_COMMANDS, ConsoleCommand, use_console};
use crate::state::session::{Session, use_session};
use crate::state::toasts::Toasts;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// Ends the session.
pub fn sign_out(session: Session, toasts: Toasts) {
    spawn_local(async move {
        match api::auth::sign_out().await {
            Ok(()) => session.end(),
            Err(error) => {
                toasts.failed(texts::shell::could_not_sign_out(), error.words(), None::<fn()>)
            }
        }
    });
}

/// The button with the user's name.
#[component]
pub fn UserMenu() -> impl IntoView {
    let (session, console) = (use_session(), use_console());
    let name = Signal::derive(move || session.user().map(|user| user.name).unwrap_or_default());
    let note = Signal::derive(move || format!("{}, {}", name.get(), session.account().words()));
    let items = Signal::derive(move || {
        let own = CONSOLE_COMMANDS.iter().filter(|command| command.in_user_menu);
        let item = |command: &'static ConsoleCommand| {
            let run = move || (command.run)(console);
            let words = (command.words)(console);
            let item = MenuItem::new(command.key, (command.icon)(console), words, run);
            match command.is_chosen {
                Some(is_chosen) => item.checked(is_chosen()),
                None => item,
            }
        };
        own.map(item).collect::<Vec<_>>()
    });
    let label = Signal::derive(move || texts::shell::user_menu(name.get()));
    view! { <MenuButton label=label icon=Icon::User words=name note=note items=items /> }
}
