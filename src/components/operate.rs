//! Starting, stopping and ending from the row of a table or the page of an object: the menu, and
//! the dialog behind each entry.

mod dialog;
mod form;

use leptos::prelude::*;
use maxscale::object::Object;
use maxscale::operation::{Operand, Operation};

use crate::components::object_table::RowActions;
use crate::query::use_query_client;
use crate::route::Route;
use crate::state::location::use_location;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem, SharedMenu, SharedMenuButton, SharedMenuPanel};
use dialog::OperationDialog;

/// Finds an object as it was read last.
pub type Find = Callback<Object, Option<Operand>>;

/// The buttons at the ends of the rows that ask for `menu`.
pub fn row_buttons(menu: SharedMenu<Object>) -> RowActions {
    Callback::new(move |object: Object| {
        let label = format!("Actions for {}", object.name());
        view! { <SharedMenuButton menu=menu subject=object label=label /> }.into_any()
    })
}

/// The menu and the dialog for whichever object was asked for, while one is.
#[component]
pub fn RowOperations(
    /// The menu that the rows share.
    menu: SharedMenu<Object>,
    /// Finds the object.
    #[prop(into)]
    find: Find,
) -> impl IntoView {
    let chosen = Memo::new(move |_| menu.subject());
    move || {
        chosen.get().map(|object| {
            view! { <Chosen menu=menu object=object find=find /> }
        })
    }
}

/// The gear of an object's page; the address may ask for what it offers as well.
#[component]
pub fn ObjectOperations(
    /// The object.
    #[prop(into)]
    object: Object,
    /// It as it was read last.
    operand: Memo<Option<Operand>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<Operation>);
    let label = format!("{} actions", Route::of(object.clone()).kind());
    let items = items(&object, operand, asked);
    let (client, offered) = (use_query_client(), Operation::offered(&object));
    use_location().on_demand(move |wanted| {
        let operation = offered.iter().copied().find(|operation| operation.key() == wanted);
        if operation.is_some() && asked.with_untracked(Option::is_none) {
            asked.set(operation);
            client.refetch();
        }
    });
    view! {
        <MenuButton label=label icon=Icon::Gear items=items />
        <OperationDialog object=object operand=operand asked=asked />
    }
}

#[component]
fn Chosen(menu: SharedMenu<Object>, object: Object, find: Find) -> impl IntoView {
    let asked = RwSignal::new(None::<Operation>);
    let label = format!("Actions for {}", object.name());
    let looked_for = object.clone();
    let operand = Memo::new(move |_| find.run(looked_for.clone()));
    let items = items(&object, operand, asked);
    let open = Signal::derive(move || asked.with(Option::is_some));
    menu.forget_after(open);
    view! {
        <OperationDialog object=object operand=operand asked=asked />
        <SharedMenuPanel menu=menu label=label items=items stays=open />
    }
}

fn items(
    object: &Object,
    operand: Memo<Option<Operand>>,
    asked: RwSignal<Option<Operation>>,
) -> Signal<Vec<MenuItem>> {
    let (client, session) = (use_query_client(), use_session());
    let kind = object.kind();
    let offered = Operation::offered(object);
    // What the dialog says must be of this moment, however slowly the page is read.
    let ask = move |operation| {
        asked.set(Some(operation));
        client.refetch();
    };
    Signal::derive(move || {
        let item = |operation: &Operation| {
            let operation = *operation;
            let refusal = operand.get().and_then(|one| operation.refusal(&one, &session.account()));
            let icon = match operation {
                Operation::Start => Icon::Play,
                Operation::Stop { .. } => Icon::Pause,
                Operation::Kill => Icon::Close,
            };
            let words = format!("{} {kind}", operation.verb());
            let item = MenuItem::new(operation.key(), icon, words, move || ask(operation))
                .disabled(refusal);
            if operation == Operation::Kill { item.danger() } else { item }
        };
        offered.iter().map(item).collect()
    })
}
