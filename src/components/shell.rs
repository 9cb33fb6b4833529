//! The frame around every page: what MaxScale this is, how fresh the data, who is signed in.

use leptos::prelude::*;
use maxscale::about::Version;
use maxscale::object::Kind;

use crate::api;
use crate::components::data_age::DataAge;
use crate::components::demo::{DemoButton, DemoPanel};
use crate::components::search::{SearchButton, SearchDialog, provide_search};
use crate::components::shortcuts::{ShortcutsDialog, listen, provide_shortcuts};
use crate::components::theme::{ThemeMenu, provide_theme};
use crate::components::user_menu::UserMenu;
use crate::query::use_freshness;
use crate::route::{PAGES, Page, Place, Route};
use crate::state::location::use_location;
use crate::state::session::use_session;
use crate::state::toasts::{Toasts, use_toasts};
use crate::ui::button::IconButton;
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::icon::Icon;
use crate::ui::lazy::lazy;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::shell::{NavLink, Shell};
use crate::ui::toast::{ToastHistory, ToastRegion};
use crate::ui::tone::Tone;

/// The frame with the page in it.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let toasts = use_toasts();
    let demo = api::has_back_door().then(|| RwSignal::new(false));
    provide_theme();
    listen(provide_shortcuts(), provide_search());
    let tools = move || {
        view! {
            <SearchButton />
            <DataAge />
            {demo.map(|open| view! { <DemoButton open=open /> })}
            <PastMessages />
            <ThemeMenu />
            <UserMenu />
        }
    };
    let nav = || view! { <Navigation /> };
    view! {
        <Shell product="MaxConsole" home=Route::default().href() tools=tools nav=nav>
            {demo.map(|open| view! { <DemoPanel open=open /> })}
            <NoAnswer />
            {children()}
            <VersionNote />
        </Shell>
        <SearchDialog />
        <ShortcutsDialog />
        <ToastRegion
            toasts=toasts.shown
            on_dismiss=Callback::new(move |id| toasts.dismiss(id))
        />
    }
}

/// The dashboard with its lists, and the other pages that stand beside it.
#[component]
fn Navigation() -> impl IntoView {
    let route = use_location().route;
    let beside = || PAGES.iter().filter(|page| page.place == Place::Navigation);
    let elsewhere = move || route.with(|route| beside().any(|page| page.route == *route));
    let dashboard = Route::default();
    let list = move |page: &'static Page| {
        let is_of_it = move |route: &Route| match route {
            Route::Object(_) => route.parent() == page.route,
            Route::Dashboard(_) | Route::Users | Route::Gallery | Route::NotFound(_) => {
                page.route == *route
            }
        };
        let current = Signal::derive(move || route.with(is_of_it));
        // Told from the tab and the column of the same name.
        let label = page.lists.map(all).unwrap_or_default();
        view! { <NavLink href=page.route.href() words=(page.title)() label=label current=current /> }
    };
    let lists = || PAGES.iter().filter(|page| page.place == Place::Tab);
    let link = move |page: &'static Page| {
        let current = Signal::derive(move || route.with(|route| page.route == *route));
        view! { <NavLink href=page.route.href() icon=page.icon words=(page.title)() current=current /> }
    };
    view! {
        <NavLink
            href=dashboard.href()
            icon=Icon::Dashboard
            words=texts::pages::dashboard()
            current=Signal::derive(move || !elsewhere())
        />
        {lists().map(list).collect_view()}
        {beside().map(link).collect_view()}
    }
}

/// All objects of a kind, as a place to go to.
fn all(kind: Kind) -> &'static str {
    match kind {
        Kind::Server => texts::objects::all_servers(),
        Kind::Monitor => texts::objects::all_monitors(),
        Kind::Service => texts::objects::all_services(),
        Kind::Listener => texts::objects::all_listeners(),
        Kind::Filter => texts::objects::all_filters(),
        Kind::Session => texts::objects::all_sessions(),
    }
}

/// MaxScale does not answer: what is shown stays, and is old.
#[component]
fn NoAnswer() -> impl IntoView {
    let freshness = use_freshness();
    move || {
        freshness.trouble.get().map(|error| {
            view! {
                <Notice
                    tone=Tone::Bad
                    title=texts::shell::out_of_date()
                    urgency=Urgency::Alert
                >
                    {error.words()}
                    " "
                    {texts::shell::retrying()}
                </Notice>
            }
        })
    }
}

/// The version of MaxScale, and which ones this console was tested with.
#[component]
fn VersionNote() -> impl IntoView {
    let session = use_session();
    let words = move || {
        let version = session.about.get().and_then(|about| about.version)?;
        let which = if api::is_simulated() {
            texts::shell::simulated(&version)
        } else {
            texts::shell::version(&version)
        };
        let tested = if version.is_tested() {
            texts::shell::tested_with(Version::tested())
        } else {
            texts::shell::tested_with_others(Version::tested())
        };
        Some(format!("{which} {tested}"))
    };
    view! { <p class="version-note">{words}</p> }
}

/// The messages of this visit, to read again.
#[component]
fn PastMessages() -> impl IntoView {
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    let messages = move || {
        lazy!(
            shell,
            texts::parts::the_messages(),
            |toasts: Toasts| view! { <Messages toasts=toasts /> }
        )
    };
    let title = texts::shell::messages();
    view! {
        <IconButton icon=Icon::Bell label=title on_click=move |()| open.set(true) />
        <Dialog open=open on_close=Callback::new(move |()| open.set(false)) title=title>
            {messages}
        </Dialog>
    }
}

#[component]
fn Messages(toasts: Toasts) -> impl IntoView {
    move || {
        if toasts.past.with(Vec::is_empty) {
            view! { <Empty icon=Icon::Bell title=texts::shell::no_messages() /> }.into_any()
        } else {
            view! { <ToastHistory toasts=toasts.past /> }.into_any()
        }
    }
}
