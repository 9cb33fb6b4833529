//! The flow: the gear beside a server's name, its menu, and the dialog behind each entry.

mod carry_out;
mod consequence;
mod delete;
mod dialog;
mod form;
mod impact;
mod row;
mod several;
mod subject;

use leptos::prelude::*;
use maxscale::action::Action;

use crate::query::use_query_client;
use crate::state::location::use_location;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};
use dialog::ActionDialog;
pub use row::ServerRowActions;
pub use several::{Lists, SeveralActions};
pub use subject::Subject;

fn icon(action: Action) -> Icon {
    match action {
        Action::Maintain { .. } => Icon::Pause,
        Action::Drain => Icon::Drain,
        Action::Return => Icon::Play,
        Action::Delete => Icon::Trash,
    }
}

/// Everything that can be done to a server, as items of a menu; choosing one sets `asked`.
fn items(subject: Subject, asked: RwSignal<Option<Action>>) -> Signal<Vec<MenuItem>> {
    let client = use_query_client();
    // What the dialog says must be of this moment, however slowly the page is read.
    let ask = move |action| {
        asked.set(Some(action));
        client.refetch();
    };
    Signal::derive(move || {
        let item = |(key, action): (&'static str, Action)| {
            let refusal = subject.allowed(action).err().filter(|why| why.is_settled_in_menu());
            let item = MenuItem::new(key, icon(action), action.verb(), move || ask(action))
                .disabled(refusal.map(|why| why.words().to_owned()));
            if action == Action::Delete { item.danger() } else { item }
        };
        Action::OFFERED.into_iter().map(item).collect::<Vec<_>>()
    })
}

/// The gear, with everything that can be done to a server; the address may ask for it as well.
#[component]
pub fn ServerActions(
    /// The server.
    subject: Subject,
) -> impl IntoView {
    let asked = RwSignal::new(None::<Action>);
    let items = items(subject, asked);
    let client = use_query_client();
    use_location().on_demand(move |wanted| {
        let action = Action::OFFERED.into_iter().find(|(key, _)| *key == wanted);
        if let (Some((_, action)), None) = (action, asked.get_untracked()) {
            asked.set(Some(action));
            client.refetch();
        }
    });
    view! {
        <MenuButton label="Server actions" icon=Icon::Gear items=items />
        <ActionDialog subject=subject asked=asked />
    }
}
