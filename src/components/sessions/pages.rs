//! Sessions in pages that MaxScale makes, where there are too many to read them all. It knows two
//! filters, and no order.

use leptos::prelude::*;
use texts::{sessions as words, tables};

use super::criteria::{SERVICE, USER};
use super::page_request::PageRequest;
use crate::api;
use crate::components::loaded::Loaded;
use crate::components::object_table::{PAGE, PageSize, page_href};
use crate::components::sessions_table::SessionsTable;
use crate::query::{Attention, use_changing_query, use_query_with};
use crate::state::location::use_location;
use crate::ui::field::{SearchField, Select};
use crate::ui::pager::{Pager, Part};

#[component]
pub(super) fn SessionPages() -> impl IntoView {
    let location = use_location();
    let asked = Memo::new(move |_| location.options.with(PageRequest::read));
    let shown = use_changing_query(move || {
        let asked = asked.get();
        Some(api::sessions::page(&asked.filter(), asked.size, asked.page - 1))
    });
    // What was asked for when the page came that is shown.
    let answered = Memo::new(move |before: Option<&PageRequest>| match before {
        Some(before) if shown.is_previous.get() => before.clone(),
        Some(_) | None => asked.get(),
    });
    let sessions = Signal::derive(move || {
        shown.data.with(|page| page.as_ref().map(|page| page.items.clone()).unwrap_or_default())
    });
    let part = Signal::derive(move || {
        let PageRequest { page, size, .. } = answered.get();
        let total = shown.data.with(|page| page.as_ref().map_or(0, |page| page.total));
        Part { page, size, total }
    });
    let href = move |page: u64| page_href(location, page);
    let pages = || tables::pages_of(tables::sessions());
    view! {
        <SessionFilters asked=asked />
        <Loaded status=shown.status() what=texts::parts::the_sessions()>
            <SessionsTable sessions=sessions caption=texts::objects::sessions() paged=false />
            <Pager label=pages() part=part href=href />
        </Loaded>
    }
}

/// Whose sessions are shown, and how many a page.
#[component]
fn SessionFilters(asked: Memo<PageRequest>) -> impl IntoView {
    let all_services = use_query_with(api::services::all(), Attention::Background);
    let location = use_location();
    let user =
        move |user: String| location.set_options(&[(USER, &user), (SERVICE, ""), (PAGE, "")]);
    let service =
        move |name: String| location.set_options(&[(SERVICE, &name), (USER, ""), (PAGE, "")]);
    let services = Signal::derive(move || {
        let all = all_services.data.get().unwrap_or_default();
        let choice = |name: String| (name.clone(), name);
        let names = all.iter().map(|service| choice(service.name.to_string()));
        std::iter::once((String::new(), texts::objects::all_services().to_owned()))
            .chain(names)
            .collect()
    });
    view! {
        <div class="toolbar">
            <SearchField
                label=words::filter_by_user()
                value=Signal::derive(move || asked.get().user)
                on_change=user
                when_done=true
            />
            <Select
                label=words::filter_by_service()
                choices=services
                value=Signal::derive(move || asked.get().service)
                on_change=service
            />
            <PageSize kind="session" size=Signal::derive(move || asked.get().size) />
            <p class="quiet">
                {words::too_many_to_read()}
            </p>
        </div>
    }
}
