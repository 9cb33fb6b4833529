//! The console from above: what is known to all pages, who may see them, and which one is shown.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos_router::components::Router;
use maxscale::name::{FilterName, ListenerName, MonitorName, ServerName, ServiceName, SessionId};
use maxscale::object::Object;

use crate::api::ApiError;
use crate::api::tab_channel::{self, TabEvent};
use crate::components::data_age::stored_refresh_interval;
use crate::components::drains::provide_drains;
use crate::components::restarts::watch_for_restarts;
use crate::components::session_ended::SessionEnded;
use crate::components::shell::Frame;
use crate::pages::dashboard::DashboardPage;
use crate::pages::filter::FilterPage;
#[cfg(feature = "gallery")]
use crate::pages::gallery::GalleryPage;
use crate::pages::listener::ListenerPage;
use crate::pages::monitor::MonitorPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::server::ServerPage;
use crate::pages::service::ServicePage;
use crate::pages::session::SessionPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::unreachable::UnreachablePage;
use crate::pages::users::UsersPage;
use crate::query::{
    ReadEvent, provide_freshness, provide_history, provide_query_client, use_history,
};
use crate::route::Route;
use crate::state::language::speak_language_of_page;
use crate::state::location::{provide_location, use_location};
use crate::state::session::{Status, provide_session};
use crate::state::toasts::provide_toasts;
use crate::ui::focus::focus_main_heading;
use crate::ui::lazy::lazy;
use crate::ui::live::announce;
use crate::ui::spinner::Spinner;

/// The whole console.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Console />
        </Router>
    }
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Checking,
    Unreachable,
    SignedOut,
    SignedIn,
}

#[component]
fn Console() -> impl IntoView {
    provide_location();
    let toasts = provide_toasts();
    let client = provide_query_client(stored_refresh_interval());
    provide_freshness();
    let session = provide_session();
    client.subscribe(move |event| {
        if let ReadEvent::Failed(ApiError::SignedOut(_)) = event {
            session.ended();
        }
    });
    tab_channel::listen(move |event| match event {
        TabEvent::Read => client.take_over(),
        TabEvent::SignedIn(user) => spawn_local(async move {
            if let Some(name) = session.signed_in_elsewhere(user).await {
                // Once what the user before was told has gone.
                request_animation_frame(move || toasts.signed_in_elsewhere(&name));
            }
        }),
        TabEvent::SignedOut => session.ended(),
    });
    provide_history();
    provide_drains();
    spawn_local(session.check());
    watch_for_restarts();
    Effect::new(move || {
        let may_ask = session.status.with(|status| matches!(status, Status::SignedIn(_)));
        client.is_idle.set(!may_ask);
    });
    // What one user has read, and was told with its way back, is nobody else's.
    let history = use_history();
    Effect::new(move |before: Option<Option<String>>| {
        let user = session.user().map(|user| user.name);
        if before.flatten().is_some_and(|before| user.as_ref() != Some(&before)) {
            client.clear();
            toasts.clear();
            history.clear();
        }
        user
    });
    let stage = Memo::new(move |_| {
        session.status.with(|status| match status {
            Status::Checking => Stage::Checking,
            Status::Unreachable(_) => Stage::Unreachable,
            Status::SignedOut => Stage::SignedOut,
            Status::SignedIn(_) | Status::Ended(_) => Stage::SignedIn,
        })
    });
    Effect::new(move |before: Option<Stage>| {
        let now = stage.get();
        if now == Stage::SignedIn && before == Some(Stage::SignedOut) {
            focus_main_heading();
        }
        now
    });
    view! {
        {move || match stage.get() {
            Stage::Checking => view! { <Spinner label=texts::common::loading() /> }.into_any(),
            Stage::Unreachable => view! { <UnreachablePage /> }.into_any(),
            Stage::SignedOut => view! { <SignInPage /> }.into_any(),
            Stage::SignedIn => view! { <Frame><Page /></Frame> }.into_any(),
        }}
        <SessionEnded />
    }
}

/// Route → page: the table of contents of the console.
#[component]
fn Page() -> impl IntoView {
    let route = use_location().route;
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        document().set_title(&now.window_title());
        if let Some(before) = before {
            // From tab to tab the page stays, and the focus on the tab.
            if before.tab().is_none() || now.tab().is_none() {
                focus_main_heading();
            }
            announce(now.title());
        }
        now
    });
    // From tab to tab the dashboard stays.
    let page = Memo::new(move |_| {
        route.with(|route| if route.tab().is_some() { Route::default() } else { route.clone() })
    });
    move || match page.get() {
        Route::Dashboard(_) => view! { <DashboardPage /> }.into_any(),
        Route::Object(object) => object_page(object),
        Route::Users => lazy!(objects, texts::parts::the_page(), || view! { <UsersPage /> }),
        Route::Gallery => gallery().into_any(),
        Route::NotFound(path) => view! { <NotFoundPage path=path /> }.into_any(),
    }
}

#[cfg(feature = "gallery")]
fn gallery() -> impl IntoView {
    lazy!(gallery, texts::parts::the_page(), || view! { <GalleryPage /> })
}

#[cfg(not(feature = "gallery"))]
fn gallery() -> impl IntoView {}

fn object_page(object: Object) -> AnyView {
    match object {
        Object::Server(name) => {
            lazy!(
                server,
                texts::parts::the_page(),
                |name: ServerName| view! { <ServerPage name=name /> }
            )
        }
        Object::Monitor(name) => {
            lazy!(
                objects,
                texts::parts::the_page(),
                |name: MonitorName| view! { <MonitorPage name=name /> }
            )
        }
        Object::Service(name) => {
            lazy!(
                objects,
                texts::parts::the_page(),
                |name: ServiceName| view! { <ServicePage name=name /> }
            )
        }
        Object::Listener(name) => {
            lazy!(
                objects,
                texts::parts::the_page(),
                |name: ListenerName| view! { <ListenerPage name=name /> }
            )
        }
        Object::Filter(name) => {
            lazy!(
                objects,
                texts::parts::the_page(),
                |name: FilterName| view! { <FilterPage name=name /> }
            )
        }
        Object::Session(id) => {
            lazy!(
                objects,
                texts::parts::the_page(),
                |id: SessionId| view! { <SessionPage id=id /> }
            )
        }
    }
}

/// Puts the console into the page, once it knows the words of its language.
pub fn start() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        speak_language_of_page().await;
        mount();
    });
}

fn mount() {
    match document().get_element_by_id("app") {
        Some(place) => {
            place.set_text_content(None);
            mount_to(place.unchecked_into(), App).forget();
        }
        None => mount_to_body(App),
    }
}
