//! The Sessions tab: MaxScale cuts the list into pages, as there can be many thousands.

mod asked;

use leptos::prelude::*;
use maxscale::Page;
use maxscale::session::Session;

use super::data::Dashboard;
use crate::api;
use crate::components::loaded::Loaded;
use crate::components::sessions_table::SessionsTable;
use crate::query::query;
use crate::state::location::use_place;
use crate::ui::field::{SearchField, Select};
use crate::ui::pager::{Pager, Part};
use asked::{Asked, PAGE, SERVICE, SIZE, SIZES, USER};

/// A page of sessions, and what was asked for when it came.
#[derive(Clone, PartialEq)]
struct Shown {
    asked: Asked,
    page: Page<Session>,
}

#[component]
pub(super) fn Sessions(data: Dashboard) -> impl IntoView {
    let place = use_place();
    let asked = Memo::new(move |_| place.options.with(Asked::read));
    let shown = query(move || {
        let asked = asked.get_untracked();
        let (of, size, number) = (asked.of(), asked.size, asked.page - 1);
        api::sessions::some(&of, size, number, |page| Shown { asked, page })
    });
    Effect::new(move |before: Option<()>| {
        asked.track();
        if before.is_some() {
            shown.read_now();
        }
    });
    let sessions = Signal::derive(move || {
        shown
            .data
            .with(|shown| shown.as_ref().map(|shown| shown.page.items.clone()).unwrap_or_default())
    });
    let part = Signal::derive(move || {
        let shown = shown.data.get();
        let asked = shown.as_ref().map_or_else(|| asked.get(), |shown| shown.asked.clone());
        let total = shown.map_or(0, |shown| shown.page.total);
        Part { page: asked.page, size: asked.size, total }
    });
    let href = move |page: u64| {
        place.href_with(PAGE, &if page == 1 { String::new() } else { page.to_string() })
    };
    view! {
        <Narrow data=data asked=asked />
        <Loaded status=shown.status() what="the sessions">
            <SessionsTable sessions=sessions caption="Sessions" tools=true />
            <Pager label="Pages of sessions" part=part href=href />
        </Loaded>
    }
}

/// Whose sessions are shown, and how many a page.
#[component]
fn Narrow(data: Dashboard, asked: Memo<Asked>) -> impl IntoView {
    let place = use_place();
    let user = move |user: String| place.set_options(&[(USER, &user), (SERVICE, ""), (PAGE, "")]);
    let service =
        move |name: String| place.set_options(&[(SERVICE, &name), (USER, ""), (PAGE, "")]);
    let size = move |size: String| place.set_options(&[(SIZE, &size), (PAGE, "")]);
    let services = Signal::derive(move || {
        let all = data.services.data.get().unwrap_or_default();
        let choice = |name: String| (name.clone(), name);
        let names = all.iter().map(|service| choice(service.name.to_string()));
        std::iter::once((String::new(), "All services".to_owned())).chain(names).collect()
    });
    let sizes: Vec<_> =
        SIZES.map(|size| (size.to_string(), format!("{size} a page"))).into_iter().collect();
    view! {
        <div class="toolbar">
            <SearchField
                label="Sessions of the user"
                value=Signal::derive(move || asked.get().user)
                on_change=user
                when_done=true
            />
            <Select
                label="Sessions of the service"
                choices=services
                value=Signal::derive(move || asked.get().service)
                on_change=service
            />
            <Select
                label="Sessions a page"
                choices=sizes
                value=Signal::derive(move || asked.get().size.to_string())
                on_change=size
            />
        </div>
    }
}
