//! The console from above: what is known to all pages, who may see them, and which one is shown.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos_router::components::Router;

use crate::components::data_age::stored_pace;
use crate::components::session_ended::SessionEnded;
use crate::components::shell::Frame;
use crate::pages::monitor::MonitorPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::server::ServerPage;
use crate::pages::servers::ServersPage;
use crate::pages::service::ServicePage;
use crate::pages::sign_in::SignInPage;
use crate::pages::unreachable::UnreachablePage;
use crate::query::{provide_freshness, provide_poller};
use crate::route::Route;
use crate::state::location::{provide_location, use_place};
use crate::state::session::{Status, provide_session};
use crate::state::toasts::provide_toasts;
use crate::ui::focus::focus_main_heading;
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Checking,
    Unreachable,
    SignedOut,
    SignedIn,
}

#[component]
fn Console() -> impl IntoView {
    provide_location();
    provide_toasts();
    provide_freshness();
    let poller = provide_poller(stored_pace());
    let session = provide_session();
    spawn_local(session.check());
    Effect::new(move |_| {
        let may_ask = session.status.with(|status| matches!(status, Status::SignedIn(_)));
        poller.idle.set(!may_ask);
    });
    let stage = Memo::new(move |_| {
        session.status.with(|status| match status {
            Status::Checking => Stage::Checking,
            Status::Unreachable(_) => Stage::Unreachable,
            Status::SignedOut => Stage::SignedOut,
            Status::SignedIn(_) | Status::Ended(_) => Stage::SignedIn,
        })
    });
    view! {
        {move || match stage.get() {
            Stage::Checking => view! { <Spinner label="Loading" /> }.into_any(),
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
    let route = use_place().route;
    Effect::new(move |before: Option<()>| {
        let title = route.with(Route::title);
        document().set_title(&format!("{title} · MaxConsole"));
        if before.is_some() {
            focus_main_heading();
            announce(title);
        }
    });
    move || match route.get() {
        Route::Servers => view! { <ServersPage /> }.into_any(),
        Route::Server(name) => view! { <ServerPage name=name /> }.into_any(),
        Route::Monitor(name) => view! { <MonitorPage name=name /> }.into_any(),
        Route::Service(name) => view! { <ServicePage name=name /> }.into_any(),
        Route::NotFound(path) => view! { <NotFoundPage path=path /> }.into_any(),
    }
}

/// Puts the console into the page.
pub fn start() {
    console_error_panic_hook::set_once();
    match document().get_element_by_id("app") {
        Some(place) => {
            place.set_text_content(None);
            mount_to(place.unchecked_into(), App).forget();
        }
        None => mount_to_body(App),
    }
}
