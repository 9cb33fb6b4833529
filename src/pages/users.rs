//! Who may sign in to MaxScale itself, with this console or with maxctrl.

use console::listing::{Row, USERS, headings};
use leptos::prelude::*;
use maxscale::account::User;

use crate::api::{self, ApiError};
use crate::components::loaded::Loaded;
use crate::components::object_table::ObjectTable;
use crate::query::use_query;
use crate::ui::notice::Notice;
use crate::ui::shell::PageHeader;
use crate::ui::tone::Tone;

#[component]
pub fn UsersPage() -> impl IntoView {
    let users = use_query(api::users::all());
    let rows = Signal::derive(move || {
        users.data.with(|data| data.iter().flat_map(|all| all.iter()).map(row).collect())
    });
    let forbidden =
        Memo::new(move |_| users.error.with(|error| matches!(error, Some(ApiError::Forbidden(_)))));
    let list = move || {
        view! {
            <Loaded status=users.status() what=texts::parts::the_users()>
                <ObjectTable
                    caption=texts::users_page::all_users()
                    kind="user"
                    none=texts::users_page::no_users()
                    headings=headings(USERS)
                    rows=rows
                    tools=true
                />
            </Loaded>
        }
    };
    view! {
        <PageHeader title=texts::pages::users() />
        <p class="quiet">{texts::users_page::who_they_are()}</p>
        {move || if forbidden.get() { view! { <Forbidden /> }.into_any() } else { list().into_any() }}
    }
}

/// A name can be there twice, from the network and from MaxScale's own host.
fn row(user: &User) -> Row {
    let name = match user.origin.as_deref() {
        // `users` since 25.10, which tells no more where from.
        None | Some("inet" | "users") => user.name.clone(),
        Some(origin) => format!("{} ({origin})", user.name),
    };
    Row::named(USERS, name, user)
}

#[component]
fn Forbidden() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title=texts::users_page::forbidden()>
            {texts::users_page::ask_an_administrator()}
        </Notice>
    }
}
