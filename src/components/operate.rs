//! Starting, stopping and ending from the row of a table: the menu, and the dialog behind each
//! entry.

mod dialog;
mod form;

use crate::ui::memo::Memo;
use leptos::prelude::*;
use maxscale::object::Object;
use maxscale::operation::{Operand, Operation};

use crate::components::object_table::RowActions;
use crate::query::use_poller;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuItem, SharedMenu, SharedMenuButton, SharedMenuPanel};
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

#[component]
fn Chosen(menu: SharedMenu<Object>, object: Object, find: Find) -> impl IntoView {
    let asked = RwSignal::new(None::<Operation>);
    let label = format!("Actions for {}", object.name());
    let looked_for = object.clone();
    let operand = Memo::new(move |_| find.run(looked_for.clone()));
    let items = items(&object, operand, asked);
    view! {
        <OperationDialog object=object operand=operand asked=asked menu=menu />
        <SharedMenuPanel
            menu=menu
            label=label
            items=items
            stays=Signal::derive(move || asked.with(Option::is_some))
        />
    }
}

fn items(
    object: &Object,
    operand: Memo<Option<Operand>>,
    asked: RwSignal<Option<Operation>>,
) -> Signal<Vec<MenuItem>> {
    let (poller, session) = (use_poller(), use_session());
    let kind = object.kind();
    let offered = Operation::offered(object);
    // What the dialog says must be of this moment, however slowly the page is read.
    let ask = move |operation| {
        asked.set(Some(operation));
        poller.read_now();
    };
    Signal::derive(move || {
        let item = |operation: &Operation| {
            let operation = *operation;
            let refusal = operand.get().and_then(|one| operation.refusal(&one, &session.account()));
            let (key, icon) = match operation {
                Operation::Start => ("start", Icon::Play),
                Operation::Stop { .. } => ("stop", Icon::Pause),
                Operation::Kill => ("kill", Icon::Close),
            };
            let words = format!("{} {kind}", operation.verb());
            let item = MenuItem::new(key, icon, words, move || ask(operation)).disabled(refusal);
            if operation == Operation::Kill { item.danger() } else { item }
        };
        offered.iter().map(item).collect()
    })
}
