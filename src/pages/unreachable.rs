//! MaxScale does not answer at the start; tried again by itself until it does.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::session::{Status, use_session};
use crate::ui::notice::{Notice, Urgency};
use crate::ui::shell::CentredPage;
use crate::ui::spinner::Spinner;
use crate::ui::tone::Tone;

const AGAIN_AFTER: Duration = Duration::from_secs(3);

/// The page; gone as soon as MaxScale answers.
#[component]
pub fn UnreachablePage() -> impl IntoView {
    let session = use_session();
    let timer = set_interval_with_handle(move || spawn_local(session.check()), AGAIN_AFTER);
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let words = move || match session.status.get() {
        Status::Unreachable(error) => error.words(),
        Status::Checking | Status::SignedOut | Status::SignedIn(_) | Status::Ended(_) => {
            String::new()
        }
    };
    view! {
        <CentredPage product="MaxConsole" title=texts::pages::maxscale_does_not_answer()>
            <Notice tone=Tone::Bad title=texts::pages::no_answer() urgency=Urgency::Alert>
                {words}
            </Notice>
            <Spinner label=texts::pages::trying_again() />
        </CentredPage>
    }
}
