//! Says when MaxScale was restarted: sessions and statistics begin anew then.

use leptos::prelude::*;

use crate::api;
use crate::components::time::http_date;
use crate::query::{When, query_when, use_poller};
use crate::state::session::use_session;
use crate::state::toasts::use_toasts;

/// Watches from now on, whatever page is shown. A restart may end the session too; then it is
/// said after signing in again.
pub fn watch_for_restarts() {
    let (session, poller, toasts) = (use_session(), use_poller(), use_toasts());
    let about = query_when(When::beside(), api::maxscale::about);
    Effect::new(move || {
        if let Some(about) = about.data.get() {
            session.about.set(Some((*about).clone()));
        }
    });
    let started =
        Memo::new(move |_| session.about.with(|about| about.as_ref()?.started_at.clone()));
    Effect::new(move |before: Option<Option<String>>| {
        let (before, now) = (before.flatten(), started.get());
        if let (Some(before), Some(now)) = (&before, &now)
            && before != now
        {
            let at = http_date(now);
            let detail = format!("It started at {at}. Sessions and statistics begin anew.");
            toasts.done("MaxScale was restarted", Some(detail), None::<fn()>);
            poller.read_now();
        }
        now.or(before)
    });
}
