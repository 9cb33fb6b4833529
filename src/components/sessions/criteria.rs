//! What the address asks of sessions.

use console::session_criteria::SessionCriteria;
use leptos::prelude::*;

use crate::route::Options;
use crate::state::location::use_location;

/// The options of the address.
pub(super) const USER: &str = "user";
pub(super) const HOST: &str = "host";
pub(super) const SERVER: &str = "server";
pub(super) const SERVICE: &str = "service";
pub(super) const STATE: &str = "state";
pub(super) const IDLE: &str = "idle";

/// The criteria of the address, as they change.
pub(super) fn use_criteria() -> Memo<SessionCriteria> {
    let location = use_location();
    Memo::new(move |_| location.options.with(read))
}

fn read(options: &Options) -> SessionCriteria {
    let text = |name: &str| options.get(name).to_owned();
    SessionCriteria {
        user: text(USER),
        host: text(HOST),
        server: text(SERVER),
        service: text(SERVICE),
        state: text(STATE),
        idle_seconds: options.get(IDLE).parse().ok(),
    }
}
