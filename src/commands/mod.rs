//! Everything that can be done: as menus, rows, a selection, keys and links offer it, and the
//! dialog behind each. What a command is stands in `crates/maxscale/src/command`, what can be done
//! to the console itself in [`console`].

pub mod console;
mod dialog;
mod menu;
mod selection;
mod target;

use leptos::prelude::*;
use maxscale::command::{Command, Symbol};
use maxscale::object::Object;

use crate::route::{Options, Route};
use crate::state::location::DO;
use crate::ui::icon::Icon;
use crate::ui::lazy::{Waiting, lazy};
use dialog::CommandDialog;
pub use menu::{CommandMenu, RowCommands, TargetOf, row_buttons};
pub use selection::SelectionCommands;
pub use target::{Target, TopologyQueries};

/// The address that asks for the dialog of a command.
pub fn href(command: Command, object: &Object) -> String {
    Options::default().with(DO, command.key()).href(&Route::of(object.clone()))
}

/// The drawing of a command.
pub fn icon(command: Command) -> Icon {
    match command.symbol() {
        Symbol::Pause => Icon::Pause,
        Symbol::Drain => Icon::Drain,
        Symbol::Play => Icon::Play,
        Symbol::Trash => Icon::Trash,
        Symbol::Close => Icon::Close,
        Symbol::Refresh => Icon::Refresh,
    }
}

/// The dialog of the command that is asked for, while one is.
fn asked_dialog(
    asked: RwSignal<Option<Command>>,
    target: impl Fn() -> Target + Send + 'static,
) -> impl IntoView {
    let close = Callback::new(move |()| {
        asked.try_set(None);
    });
    move || {
        asked.get().map(|command| {
            let target = target();
            lazy!(commands, Waiting::in_dialog(command.label(), close), |target: Target,
                                                                         command: Command,
                                                                         asked: RwSignal<
                Option<Command>,
            >| view! {
                <CommandDialog target=target command=command asked=asked />
            })
        })
    }
}
