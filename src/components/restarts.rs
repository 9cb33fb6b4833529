//! Says when MaxScale was restarted: sessions and statistics begin anew then.

use leptos::prelude::*;

use crate::api;
use crate::components::time::http_date;
use crate::query::{Attention, use_query_client, use_query_with};
use crate::state::session::use_session;
use crate::state::toasts::use_toasts;

/// Watches from now on, whatever page is shown. A restart may end the session too; then it is
/// said after signing in again.
pub fn watch_for_restarts() {
    let (session, client, toasts) = (use_session(), use_query_client(), use_toasts());
    let about = use_query_with(api::maxscale::about(), Attention::Deferred);
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
            let detail = texts::restarts::started_at(http_date(now));
            toasts.done(texts::restarts::restarted(), Some(detail), None::<fn()>);
            client.refetch();
        }
        now.or(before)
    });
}
